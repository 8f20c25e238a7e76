"""What two graphs do not have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import open_graph
from kg.front.graph import Graph
from kg.queries.differences import Change, FieldChange, How, Kind, differences
from kg.queries.rows import Picture
from tests.invented_rows import picture

DENIAL = "2023-10-26-peskov"
OTHER = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED}


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def exchanged(changes: Sequence[Change]) -> set[tuple[object, ...]]:
    """Return the changes as they must be from the second graph to the first."""
    return {
        _key(replace(each, how=OTHER[each.how], fields=_turned(each.fields))) for each in changes
    }


def _turned(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    return tuple(replace(each, before=each.after, after=each.before) for each in fields)


def _key(change: Change) -> tuple[object, ...]:
    # The sentence of a changed row is that of the second graph, so that it differs.
    sentence = "" if change.how is How.CHANGED else change.sentence
    return change.kind, change.how, change.id, sentence, frozenset(change.fields)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """Return the invented rows with some of them gone and some of them changed."""
    made = picture()
    kept = {
        name: tuple(row for row in getattr(made, name) if draw(st.booleans()))
        for name in ("texts", "propositions", "speech_acts", "norms", "findings")
    }
    words = st.sampled_from(["", "as it was", "another"])
    some = st.lists(st.sampled_from(["X1", "X2", "X3"]), max_size=3).map(tuple)
    return replace(
        made,
        texts=tuple(replace(row, title=draw(words)) for row in kept["texts"]),
        propositions=kept["propositions"],
        speech_acts=tuple(replace(row, speaker=draw(some)) for row in kept["speech_acts"]),
        norms=tuple(replace(row, note=draw(st.none() | words)) for row in kept["norms"]),
        findings=tuple(
            replace(
                row,
                kind=draw(st.sampled_from(["alleged-violation", "non-application"])),
                contested_by=draw(some),
                elements=tuple(
                    replace(each, outcome=draw(st.sampled_from(["met", "undecided"])))
                    for each in row.elements[: draw(st.integers(0, 2))]
                ),
            )
            for row in kept["findings"]
        ),
    )


@given(before=pictures())
def test_nothing_differs_from_itself(before: Picture) -> None:
    assert differences(before, before) == ()


@given(before=pictures(), after=pictures())
def test_the_way_back_is_the_way_there_turned_round(before: Picture, after: Picture) -> None:
    there, back = differences(before, after), differences(after, before)
    assert exchanged(there) == {_key(each) for each in back}
    assert len(there) == len(back)


@given(before=pictures(), after=pictures())
def test_what_is_the_same_is_not_told_and_everything_else_is(
    before: Picture, after: Picture
) -> None:
    """Undoing what is told, kind by kind, leaves nothing."""
    told = {(each.kind, each.id) for each in differences(before, after)}
    for kind, old, new in (
        (Kind.TEXT, before.texts, after.texts),
        (Kind.FINDING, before.findings, after.findings),
        (Kind.NORM, before.norms, after.norms),
    ):
        unlike = {row.id for row in {*old} ^ {*new}}
        assert {name for each, name in told if each is kind} == unlike


@given(before=pictures(), after=pictures())
def test_whatever_changed_names_at_least_one_fact(before: Picture, after: Picture) -> None:
    for change in differences(before, after):
        assert bool(change.fields) == (change.how is How.CHANGED)


def test_a_build_does_not_differ_from_itself(graph: Graph) -> None:
    assert graph.diff(graph) == ()
    assert graph.diff(graph.restrict(as_of="2099-01-01")) == ()


def test_what_goes_with_a_denial(graph: Graph) -> None:
    """The text, its claim, what is said in it; every finding stays, and is contested by fewer."""
    without = graph.restrict(without=[DENIAL])
    changes = graph.diff(without)
    assert exchanged(changes) == {_key(each) for each in without.diff(graph)}
    gone = [(each.kind, each.id) for each in changes if each.how is How.REMOVED]
    acts = [act.iri for act in graph.picture().speech_acts if act.text == DENIAL]
    (claim,) = (row.iri for row in graph.picture().propositions if row.text == DENIAL)
    assert gone == [
        (Kind.TEXT, DENIAL),
        (Kind.CLAIM, claim),
        *((Kind.SPEECH_ACT, act) for act in sorted(acts)),
    ]
    contested = {
        row.id for row in graph.findings() if any(DENIAL in act for act in row.contested_by)
    }
    assert {each.id for each in changes if each.kind is Kind.FINDING} == contested
    (first, *_) = (each for each in changes if each.kind is Kind.FINDING)
    fields = {each.name: (each.before, each.after) for each in first.fields}
    assert fields["outcome of the test claimed"] == ("contested", "met")
    said, nobody = fields["contested by"]
    assert said is not None
    assert said.startswith(f"Dmitry Peskov denies [{DENIAL}, characters ")
    assert nobody is None


def test_an_abstract_is_not_shown_as_a_quotation(graph: Graph) -> None:
    changes = graph.diff(graph.restrict(without=[DENIAL]))
    words = " ".join(each.before or "" for change in changes for each in change.fields)
    assert f"[abstract, no quotation: {DENIAL}]" in words
