"""What a denial reaches: the same by the rules, by the scopes and by the list of conflicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import open_graph
from kg.front.graph import Graph
from kg.inference import Notes, take_notes
from kg.queries.bearing import reach_of_denial
from kg.queries.comparing import Claimed, is_answer
from kg.queries.described import Described, Term
from kg.queries.facts import Facts
from kg.queries.refinement import same_ends
from kg.queries.rows import SpeechActRow
from kg.queries.scopes import Scopes
from kg.queries.sides import Side, side_of


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def notes(graph: Graph) -> Notes:
    return take_notes(graph.store)


@pytest.fixture(scope="module")
def claimed(graph: Graph) -> Claimed:
    return Claimed(graph.store, graph.picture())


def denials(claimed: Claimed) -> list[tuple[Described, SpeechActRow]]:
    return [
        (denied, act)
        for denied in claimed.described.values()
        for act in claimed.said_of(denied)
        if side_of(act) is Side.NEGATES
    ]


def test_a_denial_reaches_just_what_the_rule_lets_it_reach(notes: Notes, claimed: Claimed) -> None:
    """Of each denial and each transfer: the note of rule 21-denials, or no link between the two."""
    reached = {
        (act.iri, of.iri)
        for denied, act in denials(claimed)
        for of in claimed.described.values()
        if denied.iri in {of.iri, *of.wholes} or is_answer(denied, of)
        if reach_of_denial(denied, act, of, answers=is_answer(denied, of))
    }
    noted = {(act, of) for of, acts in notes.subjects("deniedBy").items() for act in acts}
    assert reached == noted
    assert len(noted) > 50


def test_items_that_only_overlap_do_not_meet(claimed: Claimed) -> None:
    """As in the rule, one has to be the other or narrower: no kind below both is enough."""

    def of(item: str) -> tuple[Term, ...]:
        within = frozenset({item, "both"})
        return (Term(id=item, label=item, wider=frozenset({item}), narrower=within),)

    denied, act = next(
        (denied, act)
        for denied, act in denials(claimed)
        if reach_of_denial(denied, act, denied, answers=True) and not denied.when
    )
    denied = replace(denied, iri="denied", item=of("missiles"))
    other = replace(denied, iri="other", wholes=(), item=of("naval"))
    assert reach_of_denial(denied, act, other, answers=True) is None
    like = replace(other, item=of("missiles"))
    assert reach_of_denial(denied, act, like, answers=True) is not None


def test_the_ends_that_meet_are_the_same_ends(graph: Graph, notes: Notes, claimed: Claimed) -> None:
    """What stands beside a claim as related, and what is compared with it, have its ends alike."""
    scopes = Scopes(Facts(graph.store), notes)
    every = list(claimed.described.values())
    meeting = [(one.key, two.key) for one in every for two in every if same_ends(one, two)]
    assert meeting == [
        (one.key, two.key) for one in every for two in every if scopes.ends_meet(one.iri, two.iri)
    ]
    assert len(meeting) > len(every)
