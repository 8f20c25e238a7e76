"""The four values, and that nothing votes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import open_graph
from kg.front.graph import Graph
from kg.inference import restrict
from kg.model.restriction import Restriction
from kg.queries.stances import Stances, proposition_values
from kg.queries.values import Sense, Value, ValueRow, four_value, narrow_values, value_of
from kg.views.values import tell_unaffirmed, tell_value
from kg.vocab import Stance, Status
from tests.inference.invented import (
    FREEDONIA,
    RURITANIA,
    SYLDAVIA,
    UTOPIA,
    Claimed,
    Said,
    World,
    store_of,
)

CHOSEN = (RURITANIA, SYLDAVIA)
acts = st.builds(
    Said,
    stance=st.sampled_from([None, *Stance]),
    status=st.sampled_from([None, *Status]),
    speaker=st.sampled_from([*CHOSEN, FREEDONIA]),
)
worlds = st.builds(
    World,
    # The whole is spoken of first, so that what is added moves no other words.
    claims=st.tuples(
        st.builds(Claimed, name=st.just("whole"), said=st.lists(acts, max_size=3)),
        st.builds(
            Claimed,
            name=st.just("t"),
            supplier=st.just([RURITANIA]),
            recipient=st.just([UTOPIA]),
            part_of=st.just("whole"),
            said=st.lists(acts, max_size=3),
        ),
    ),
)
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def adding(world: World, *said: Said) -> World:
    whole, part = world.claims
    return World(claims=(whole, replace(part, said=[*part.said, *said])))


def values_in(world: World, *, backwards: bool = False) -> tuple[ValueRow, ...]:
    return proposition_values(store_of(world, backwards=backwards))


def of_part(rows: tuple[ValueRow, ...]) -> ValueRow:
    return next(row for row in rows if row.proposition.iri.endswith("/t"))


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.mark.parametrize(
    ("affirmed", "denied", "value"),
    [
        (True, False, Value.AFFIRMED),
        (False, True, Value.DENIED),
        (True, True, Value.BOTH),
        (False, False, Value.NEITHER),
    ],
)
def test_there_are_four(value: Value, *, affirmed: bool, denied: bool) -> None:
    assert four_value(affirmed=affirmed, denied=denied) is value


@pytest.mark.slow
@some
@given(worlds, st.randoms(use_true_random=False))
def test_order_changes_no_value(world: World, random: Random) -> None:
    """Neither the order in which a store is filled, nor that of the stances."""
    assert values_in(world) == values_in(world, backwards=True)
    stances = Stances(store_of(world))
    for iri, row in stances.propositions.items():
        shuffled = list(stances.on(iri))
        random.shuffle(shuffled)
        assert value_of(row, shuffled) == value_of(row, stances.on(iri))


@pytest.mark.slow
@some
@given(worlds, acts)
def test_who_is_not_asked_changes_nothing(world: World, act: Said) -> None:
    """Another act of somebody outside the chosen speakers leaves all their values as they are."""
    chosen = Restriction(according_to=frozenset(CHOSEN))
    before = proposition_values(restrict(store_of(world), chosen))
    outside = adding(world, replace(act, speaker=FREEDONIA))
    assert proposition_values(restrict(store_of(outside), chosen)) == before


@pytest.mark.slow
@some
@given(worlds, st.sampled_from(Status))
def test_a_denial_never_removes_an_allegation(world: World, status: Status) -> None:
    """Whatever is affirmed stays affirmed, by the same acts, in every sense."""
    denial = Said(stance=Stance.DENIES, status=status, speaker=UTOPIA)
    before, after = of_part(values_in(world)), of_part(values_in(adding(world, denial)))
    for was, now in zip(before.senses, after.senses, strict=True):
        assert now.affirmed_by == was.affirmed_by
        assert set(now.denied_by) >= set(was.denied_by)
    assert after.value is (
        Value.BOTH if before.value in {Value.AFFIRMED, Value.BOTH} else Value.DENIED
    )


@pytest.mark.slow
@some
@given(worlds, acts)
def test_nothing_votes(world: World, act: Said) -> None:
    """Saying the same again, by as many as one likes, gives the value that once gives."""
    once = of_part(values_in(adding(world, act)))
    often = of_part(values_in(adding(world, act, act, act, act)))
    assert [row.value for row in once.senses] == [row.value for row in often.senses]


def test_planned_and_done_are_two_things() -> None:
    """Who affirms a plan and who denies that it was carried out do not contradict each other."""
    said = [
        Said(status=Status.PLANNED),
        Said(stance=Stance.DENIES, status=Status.COMPLETED, speaker=UTOPIA),
    ]
    (row,) = values_in(World(claims=[Claimed(said=said)]))
    assert {each.sense: each.value for each in row.senses} == {
        Sense.ACTUAL: Value.DENIED,
        Sense.POSSIBLE: Value.AFFIRMED,
        Sense.GENERAL: Value.NEITHER,
    }
    assert tell_value(row) == (
        "denied or doubted as actual; affirmed as planned, sought or possible"
    )


def test_who_leaves_it_open_gives_it_neither() -> None:
    for stance in (Stance.ENTERTAINS, Stance.DECLINES, None):
        (row,) = values_in(World(claims=[Claimed(said=[Said(stance=stance)])]))
        assert row.value is Value.NEITHER
        told = "neither affirmed nor denied"
        assert tell_value(row) == (f"{told}; left open" if stance else told)


def test_a_denial_without_status_is_told_once() -> None:
    denial = Said(stance=Stance.DENIES, status=None, speaker=UTOPIA)
    (row,) = values_in(World(claims=[Claimed(said=[denial])]))
    assert tell_value(row) == "denied or doubted"
    (row,) = values_in(World(claims=[Claimed(said=[Said(), denial])]))
    assert tell_value(row) == "both affirmed and denied or doubted as actual"


def test_values_are_those_of_the_speakers_asked(graph: Graph) -> None:
    claim = "some-deliveries-completed"
    whole = {row.proposition.name: row.value for row in graph.values()}
    theirs = graph.restrict(according_to=["US"]).values()
    peskov = graph.restrict(according_to=["pe-peskov"]).values()
    assert whole[claim] is Value.BOTH
    assert {row.proposition.name: row.value for row in theirs}[claim] is Value.AFFIRMED
    assert {row.proposition.name: row.value for row in peskov}[claim] is Value.DENIED
    assert {row.proposition.name: row.value for row in peskov}["dprk-assistance-to-russia"] is (
        Value.NEITHER
    )


def test_every_transfer_is_in_one_of_the_four_counts(graph: Graph) -> None:
    chosen = graph.restrict(according_to=["US", "JP", "KR"])
    told = tell_unaffirmed(chosen.values(), chosen.restriction)
    transfers = narrow_values(chosen.values(), kind="transfer")
    counts = {value: len(narrow_values(transfers, wanted=[value.value])) for value in Value}
    assert sum(counts.values()) == len(transfers)
    assert told == (
        f"Of {len(transfers)} transfers described in these texts, these speakers affirm "
        f"{counts[Value.AFFIRMED]}, affirm and deny or doubt {counts[Value.BOTH]}, only deny or "
        f"doubt {counts[Value.DENIED]}, and do neither of {counts[Value.NEITHER]}; kg stances "
        "--kind transfer --value denied --value neither --according-to JP,KR,US lists the last "
        "two."
    )
