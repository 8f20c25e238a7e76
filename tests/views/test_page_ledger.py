"""The ledger of norms in the page's data: a row for each norm, and none where it is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.front.graph import Graph, open_graph
from kg.queries.rows import Picture
from kg.views.page_data import PageData
from kg.views.view_model import View


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def view(graph: Graph) -> View:
    return PageData(graph.picture(), records=graph.norm_records()).whole()


def test_a_page_made_without_records_has_no_ledger(picture: Picture) -> None:
    """It is no empty record of each norm: there is none."""
    view = PageData(picture).whole()
    assert view["norms"]
    assert (view["ledger"], view["statedIn"]) == ([], [])


def test_each_norm_has_its_row_and_its_instrument(view: View) -> None:
    """Rows go by the number of the norm; a citation begins with the symbol of its instrument."""
    assert len(view["ledger"]) == len(view["norms"])
    for norm, row in zip(view["norms"], view["ledger"], strict=True):
        assert norm["citation"].startswith(view["statedIn"][row["instrument"]]["symbol"])
        assert [each["since"] for each in row["windows"]] == [
            each["since"] for each in norm["windows"]
        ]


def test_a_change_leads_to_the_norm_that_made_it(view: View) -> None:
    """By its number; in our words, as recorded."""
    numbers = {norm["id"]: at for at, norm in enumerate(view["norms"])}
    row = view["ledger"][numbers["1874-10"]]
    assert row["changedBy"] == [
        {
            "norm": numbers["2270-6"],
            "citation": "S/RES/2270 (2016), para. 6",
            "how": "ends the exception for small arms and light weapons",
        }
    ]
    assert (row["exceptsLast"], row["exceptsBy"]) == ("2016-03-01", "S/RES/2270 (2016), para. 6")
    assert "KP" in row["named"]


def test_a_page_as_of_a_day_tells_of_no_later_end(graph: Graph) -> None:
    """In 2012 the ban on Côte d'Ivoire had no end, and the note on what ended it is left out."""
    part = graph.restrict(as_of="2012-01-01")
    early = PageData(part.picture(), records=part.norm_records()).whole()
    (at,) = (at for at, norm in enumerate(early["norms"]) if norm["id"] == "1572-7")
    (window,) = early["ledger"][at]["windows"]
    assert (window["since"], window["last"], window["note"]) == ("2004-11-15", "", "")
    assert "2283" not in str(early["ledger"])
