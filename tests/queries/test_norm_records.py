"""What is recorded of a norm beside its row: its windows, its exception, what changed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.front.graph import Graph, open_graph
from kg.queries.norm_ledger.record_rows import NormRecord


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def records(graph: Graph) -> dict[str, NormRecord]:
    return {record.norm: record for record in graph.norm_records().norms}


def test_every_norm_of_the_picture_has_a_record(graph: Graph) -> None:
    """They stand in the order of the picture, each with its windows and its instrument."""
    found = graph.norm_records()
    norms = graph.picture().norms
    assert [each.norm for each in found.norms] == [norm.id for norm in norms]
    assert [[w.since for w in each.windows] for each in found.norms] == [
        [period.since for period in norm.in_force] for norm in norms
    ]
    assert [each.id for each in found.instruments] == sorted({norm.instrument for norm in norms})


def test_what_changed_small_arms_to_the_dprk_is_recorded(records: dict[str, NormRecord]) -> None:
    """Paragraph 10 of 1874 excepted them until paragraph 6 of 2270."""
    (change,) = records["1874-10"].changed_by
    assert change.norm.id == "2270-6"
    assert change.how == "ends the exception for small arms and light weapons"
    assert records["1874-10"].excepts_last == "2016-03-01"
    assert [each.id for each in records["1874-10"].excepts_ended_by] == ["2270-6"]


def test_changes_stand_in_the_order_in_which_they_came(records: dict[str, NormRecord]) -> None:
    """Paragraph 8 (a) (i) of 1718 was widened in 2009, then in 2016."""
    assert [each.norm.id for each in records["1718-8a-i"].changed_by] == ["1874-10", "2270-6"]


def test_an_end_names_what_fixed_it_where_that_is_recorded(records: dict[str, NormRecord]) -> None:
    """2231 fixed its own ends; what ended 418 is not modelled, and nothing stands in for it."""
    (window,) = records["2231-B4"].windows
    assert window.last == "2023-10-17"
    assert [each.name for each in window.ended_by] == ["S/RES/2231 (2015)"]
    (window,) = records["418-2"].windows
    assert window.last == "1994-05-24"
    assert window.ended_by == ()
    assert records["2270-6"].windows[0].last is None


def test_a_disputed_window_has_both_sides(records: dict[str, NormRecord]) -> None:
    """What returned in September 2025 is held by some and rejected by others."""
    once, again = records["1747-5-iran"].windows
    assert once.held_by == ()
    assert {each.id for each in again.held_by} >= {"FR", "DE", "GB", "US"}
    assert {each.id for each in again.rejected_by} == {"CN", "IR", "RU"}


def test_a_norm_hangs_on_its_place_before_whom_it_names(records: dict[str, NormRecord]) -> None:
    """A territory counts as its state; without a place the other end is taken, else the bound."""
    concerned = {norm: [each.id for each in records[norm].concerns] for norm in records}
    assert concerned["1970-9"] == concerned["1970-10-states"] == ["LY"]
    assert concerned["1556-7-8"] == ["p-darfur"]
    assert concerned["1874-9-dprk"] == ["KP"]
    assert concerned["1807-1"] == ["drc-nongovernment"]
