"""The smallest sets of speakers whose word suffices, held to their definition."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations, product
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import open_graph
from kg.front.graph import Graph
from kg.inference import infer, restrict, sufficient_speakers
from kg.iris import claim_iri, finding_iri, id_of, norm_iri
from kg.model.restriction import Restriction
from kg.vocab import Ata, ConductKind, Stance, Status
from tests.inference.invented import (
    FREEDONIA,
    GRANTER,
    RURITANIA,
    SYLDAVIA,
    TEXT,
    TYPE,
    UTOPIA,
    Claimed,
    Exempted,
    Said,
    World,
    store_of,
)

CLASSES = (Ata.AllegedViolation, Ata.ProspectiveViolation, Ata.NonApplication)
Sets = set[frozenset[str]]


def with_findings(world: World) -> ox.Store:
    store = store_of(world)
    store.extend(infer(store))
    return store


def kinds(store: ox.Store) -> set[tuple[str, str]]:
    """Return each finding of a store with its kind."""
    return {
        (quad.subject.value, kind)
        for kind in CLASSES
        for quad in store.quads_for_pattern(None, ox.NamedNode(TYPE), ox.NamedNode(kind), None)
        if isinstance(quad.subject, ox.NamedNode)
    }


def by_definition(store: ox.Store, speakers: Iterable[str]) -> dict[str, Sets]:
    """Run the rules for every set of speakers, and keep the smallest that give each finding."""
    who = sorted(speakers)
    every = chain.from_iterable(combinations(who, size) for size in range(1, len(who) + 1))
    given_by = {
        frozenset(chosen): kinds(restrict(store, Restriction(according_to=frozenset(chosen))))
        for chosen in every
    }
    return {
        finding: {
            chosen
            for chosen, found in given_by.items()
            if (finding, kind) in found
            and not any((finding, kind) in given_by[less] for less in given_by if less < chosen)
        }
        for finding, kind in kinds(store)
    }


def expanded(store: ox.Store) -> dict[str, Sets]:
    return {
        finding: {frozenset(map(id_of, chosen)) for groups in sets for chosen in product(*groups)}
        for finding, sets in sufficient_speakers(store).items()
    }


def sets_of(world: World, norm: str) -> Sets:
    """Return the smallest sets for the finding on transfer t, ``norm`` and Ruritania."""
    store = with_findings(world)
    finding = finding_iri(
        claim_iri(TEXT, "t"), norm_iri(norm), "https://w3id.org/arms-transfer-kg/id/actor/X1"
    )
    return expanded(store)[finding]


def test_each_speaker_of_the_same_suffices_alone() -> None:
    said = [Said(speaker=RURITANIA), Said(speaker=SYLDAVIA, stance=Stance.CONFIRMS)]
    world = World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], said=said)])
    assert sets_of(world, "supply") == {frozenset({RURITANIA}), frozenset({SYLDAVIA})}


def test_who_denies_it_or_declines_to_say_suffices_for_nothing() -> None:
    said = [
        Said(speaker=RURITANIA),
        Said(speaker=UTOPIA, stance=Stance.DENIES),
        Said(speaker=SYLDAVIA, stance=Stance.DECLINES),
    ]
    world = World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], said=said)])
    assert sets_of(world, "supply") == {frozenset({RURITANIA})}


def test_a_purpose_that_another_speaks_of_needs_both() -> None:
    """The catch-all asks for a purpose: it takes who affirms the transfer and who tells of it."""
    world = World(
        claims=[
            Claimed(
                supplier=[RURITANIA],
                recipient=[UTOPIA],
                item=["any-item"],
                purpose=ConductKind.USE_OF_FORCE,
                purpose_speaker=FREEDONIA,
                said=[Said(speaker=SYLDAVIA)],
            )
        ]
    )
    assert sets_of(world, "catch-all") == {frozenset({SYLDAVIA, FREEDONIA})}


def test_an_exemption_takes_its_granter_beside_the_claimant() -> None:
    """That a norm does not apply, being exempted from, takes the word of its granter too."""
    world = World(
        claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], said=[Said(speaker=SYLDAVIA)])],
        exemptions=[Exempted(of="t", norm="supply", granter=GRANTER, speaker=GRANTER)],
    )
    assert sets_of(world, "supply") == {frozenset({SYLDAVIA, GRANTER})}


SPEAKERS = (RURITANIA, SYLDAVIA, GRANTER)
acts = st.builds(
    Said,
    stance=st.sampled_from([None, *Stance]),
    status=st.sampled_from([None, *Status]),
    speaker=st.sampled_from(SPEAKERS),
)


def claimed(name: str, whole: str | None) -> st.SearchStrategy[Claimed]:
    return st.builds(
        Claimed,
        name=st.just(name),
        supplier=st.sampled_from([[RURITANIA], []]),
        recipient=st.just([UTOPIA]),
        item=st.sampled_from([["tanks"], ["any-item"], ["visors"], ["engines", "drones"]]),
        purpose=st.sampled_from([None, *ConductKind]),
        purpose_stance=st.sampled_from([Stance.ASSERTS, Stance.DENIES]),
        purpose_speaker=st.sampled_from(SPEAKERS),
        dates=st.sampled_from([(None, None), ("2013-01-01", "2013-12-31"), ("2009-06-01", None)]),
        part_of=st.just(whole),
        said=st.lists(acts, min_size=1, max_size=3),
    )


exempted = st.builds(
    Exempted,
    of=st.sampled_from(["t", "whole"]),
    norm=st.sampled_from(["supply", "approval"]),
    granter=st.just(GRANTER),
    speaker=st.sampled_from(SPEAKERS),
)
worlds = st.builds(
    World,
    claims=st.tuples(claimed("t", "whole"), claimed("whole", None)),
    exemptions=st.lists(exempted, max_size=1),
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds)
def test_the_sets_are_those_of_the_definition(world: World) -> None:
    """Of every set of speakers the rules are run, and the smallest are those that we give."""
    store = with_findings(world)
    assert expanded(store) == by_definition(store, SPEAKERS)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["2023-10-26-us-jp-kr", "2025-04-28-kr-mnd", "2022-09-05-us"], ids=lambda text: text
)
def test_of_the_bundled_data_they_are_those_of_the_definition(
    text: str, bundled_build: Path
) -> None:
    graph = open_graph(bundled_build)
    acts = [act for act in graph.picture().speech_acts if act.text == text]
    speakers = {each for act in acts for each in act.speaker}
    assert len(speakers) > 1
    texts = {row.id for row in graph.picture().texts} - {text}
    own = {row.iri for row in graph.picture().propositions if row.text == text}
    wanted = {row.iri for row in graph.findings() if row.transfer in own}
    assert wanted
    ours = expanded(graph.store)
    defined = by_definition(graph.restrict(without=texts).store, speakers)
    assert {iri: ours[iri] for iri in wanted} == {iri: defined[iri] for iri in wanted}


def test_a_joint_statement_suffices_by_each_of_those_who_make_it(bundled_build: Path) -> None:
    graph: Graph = open_graph(bundled_build)
    (row,) = graph.sufficient_speakers("some-deliveries-completed/1874-9-dprk/KP")
    assert row.one_of == (("JP", "KR", "US"),)
    assert row.names == (("Japan", "Republic of Korea", "United States"),)


def test_no_run_is_needed_where_all_bring_the_same(
    monkeypatch: pytest.MonkeyPatch, bundled_build: Path
) -> None:
    """In the bundled data whoever speaks for a finding brings all that it asks for."""

    def refuse(facts: Iterable[ox.Quad]) -> set[ox.Quad]:
        raise AssertionError(f"the rules run on {len(list(facts))} facts")

    monkeypatch.setattr("kg.inference.sufficient.infer_from", refuse)
    graph = open_graph(bundled_build)
    assert set(sufficient_speakers(graph.store)) == {row.iri for row in graph.findings()}
