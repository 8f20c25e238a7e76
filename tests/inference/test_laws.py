"""What holds of every run of the rules."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.inference import infer
from kg.iris import (
    FINDINGS_GRAPH,
    REFERENCE_GRAPH,
    actor_iri,
    claim_iri,
    finding_iri,
    norm_iri,
    organ_link_iri,
)
from kg.quads.terms import RDF
from kg.vocab import Ata, Stance, Status
from tests.inference.invented import (
    FREEDONIA,
    GRANTER,
    ITEMS,
    OSSIAN,
    RURITANIA,
    SYLDAVIA,
    UTOPIA,
    Claimed,
    Exempted,
    Said,
    World,
    outcomes,
    rows_of,
    store_of,
    values,
)

ACTORS = [RURITANIA, UTOPIA, FREEDONIA, SYLDAVIA, OSSIAN]
DENIED = Said(stance=Stance.DENIES, speaker=UTOPIA)
few_actors = st.lists(st.sampled_from(ACTORS), max_size=2, unique=True)
acts = st.builds(
    Said,
    stance=st.sampled_from([None, *Stance]),
    status=st.sampled_from([None, *Status]),
    reading=st.sampled_from([None, "one of two"]),
)
days = st.sampled_from(
    [(None, None), ("2013-01-01", "2013-12-31"), ("2009-06-01", "2010-06-01"), ("2008-01-01", None)]
)


def claimed(name: str, whole: str | None) -> st.SearchStrategy[Claimed]:
    return st.builds(
        Claimed,
        name=st.just(name),
        supplier=few_actors,
        recipient=few_actors,
        party=few_actors,
        item=st.lists(st.sampled_from(list(ITEMS)), max_size=2, unique=True),
        dates=days,
        part_of=st.just(whole),
        said=st.lists(acts, min_size=1, max_size=3),
    )


worlds = st.builds(World, claims=st.tuples(claimed("t", "whole"), claimed("whole", None)))
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def violations(world: World) -> set[tuple[str, str]]:
    """Return the findings that are no non-applications, with their kinds."""
    return {
        (row["f"], row["kind"])
        for row in rows_of(infer(store_of(world)))
        if row["kind"] != "NonApplication"
    }


@some
@given(worlds)
def test_the_order_of_loading_changes_nothing(world: World) -> None:
    """The same quads in another order give the same findings in the same order."""
    assert infer(store_of(world)) == infer(store_of(world, backwards=True))


@some
@given(worlds)
def test_a_second_run_changes_nothing(world: World) -> None:
    """Findings already in the store are not looked at, and the store stays as it is."""
    store = store_of(world)
    first = infer(store)
    store.bulk_extend(first)
    before = set(store)
    assert infer(store) == first
    assert set(store) == before


@some
@given(worlds)
def test_a_denial_removes_no_finding(world: World) -> None:
    """Whoever denies a transfer is named as contesting what is found, and nothing goes."""
    part, whole = world.claims
    denied = World(
        claims=(
            Claimed(
                name=part.name,
                supplier=part.supplier,
                recipient=part.recipient,
                party=part.party,
                item=part.item,
                dates=part.dates,
                part_of=part.part_of,
                said=[*part.said, DENIED],
            ),
            whole,
        )
    )
    before = {(row["f"], row["what"]) for row in rows_of(infer(store_of(world)))}
    after = {(row["f"], row["what"]) for row in rows_of(infer(store_of(denied)))}
    assert before == after


@some
@given(worlds)
def test_nobody_is_found_to_supply_himself(world: World) -> None:
    """Where a norm names the other end, the actor found is not that end."""
    for row in rows_of(infer(store_of(world))):
        if row["n"] in {"supply", "procure", "catch-all"}:
            assert row["a"] != UTOPIA


@some
@given(worlds)
def test_every_finding_has_all_the_tests(world: World) -> None:
    """None of the nine is left out, whatever the result, nor those that the norm asks for."""
    found = infer(store_of(world))
    for row in rows_of(found):
        if row["t"] == "t":
            tests = {
                "claimed",
                "role",
                "bound",
                "force",
                "counterparty",
                "item",
                "period",
                "condition",
                "exemption",
            }
            asked = {"territory"} if row["n"] in {"marsh", "utopia", "listed-marsh"} else set()
            asked |= {"dependence"} if row["n"] == "treaty" else set()
            assert set(outcomes(found, row["n"], row["a"])) == tests | asked


@some
@given(worlds)
def test_an_applying_norm_has_every_test_met_or_contested(world: World) -> None:
    """A violation is found only where nothing is unmet or undecided, and otherwise never."""
    found = infer(store_of(world))
    for row in rows_of(found):
        if row["t"] == "t":
            passed = set(outcomes(found, row["n"], row["a"]).values()) <= {"met", "contested"}
            assert passed == (row["kind"] != "NonApplication")


def test_iris_are_those_of_the_program() -> None:
    """A finding's IRI in SPARQL is the one that kg.iris mints."""
    world = World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA])])
    transfer = claim_iri("invented", "t")
    expected = finding_iri(transfer, norm_iri("supply"), actor_iri(RURITANIA))
    assert expected.rsplit("/", 1)[1] in {row["f"] for row in rows_of(infer(store_of(world)))}


def test_an_unfilled_role_has_an_iri_of_its_own() -> None:
    """The finding on nobody in particular is minted with a question mark."""
    world = World(claims=[Claimed(recipient=[UTOPIA])])
    expected = finding_iri(claim_iri("invented", "t"), norm_iri("supply"), None)
    assert expected.rsplit("/", 1)[1] in {row["f"] for row in rows_of(infer(store_of(world)))}


def test_all_findings_are_in_their_own_graph() -> None:
    """What is inferred stands in the graph of findings alone, without working notes."""
    found = infer(store_of(World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA])])))
    assert {quad.graph_name for quad in found} == {ox.NamedNode(FINDINGS_GRAPH)}
    assert [quad for quad in found if "match#" in quad.predicate.value] == []


def test_a_part_takes_its_roles_from_the_whole() -> None:
    """A confirmed part of a presupposed whole is alleged, and hangs on the finding on the whole."""
    world = World(
        claims=[
            Claimed(name="whole", supplier=[RURITANIA], recipient=[UTOPIA]),
            Claimed(name="t", item=(), part_of="whole", said=[Said(stance=Stance.CONFIRMS)]),
        ]
    )
    found = infer(store_of(world))
    rows = {(row["t"], row["n"]): row for row in rows_of(found)}
    assert rows["t", "supply"]["kind"] == "AllegedViolation"
    links = {
        (quad.subject.value.rsplit("/", 1)[1], str(quad.object).rstrip(">").rsplit("/", 1)[1])
        for quad in found
        if quad.predicate.value == Ata.partOfFinding and isinstance(quad.subject, ox.NamedNode)
    }
    assert (rows["t", "supply"]["f"], rows["whole", "supply"]["f"]) in links
    assert "roles-from-whole" in values(found, Ata.assumes)


def test_a_part_takes_its_roles_from_the_nearest_whole() -> None:
    """Roles come from the next whole that has them, not from one further away."""
    world = World(
        claims=[
            Claimed(name="far", supplier=[SYLDAVIA], recipient=[UTOPIA], said=[Said(status=None)]),
            Claimed(name="near", supplier=[RURITANIA], part_of="far", said=[Said(status=None)]),
            Claimed(name="t", item=(), part_of="near"),
        ]
    )
    found = {(row["n"], row["a"]) for row in rows_of(infer(store_of(world)))}
    assert ("supply", RURITANIA) in found
    assert ("supply", SYLDAVIA) not in found


def test_a_denial_of_the_whole_contests_the_part() -> None:
    """And a denial of a part leaves the whole uncontested."""
    whole = Claimed(name="whole", supplier=[RURITANIA], recipient=[UTOPIA], said=[Said(), DENIED])
    part = Claimed(name="t", item=(), part_of="whole")
    found = infer(store_of(World(claims=[whole, part])))
    assert outcomes(found, "supply", RURITANIA)["claimed"] == "contested"
    whole = Claimed(name="t", supplier=[RURITANIA], recipient=[UTOPIA])
    part = Claimed(name="part", item=(), part_of="t", said=[Said(), DENIED])
    found = infer(store_of(World(claims=[whole, part])))
    assert outcomes(found, "supply", RURITANIA)["claimed"] == "met"


def test_what_is_assumed_is_said() -> None:
    """A missing date, an undated membership and a lone reading are assumptions."""
    world = World(
        claims=[Claimed(supplier=[FREEDONIA], recipient=[UTOPIA], said=[Said(reading="one")])]
    )
    assert values(infer(store_of(world)), Ata.assumes) == {
        "date-assumed",
        "membership-undated",
        "one-reading",
    }


def test_a_plain_word_beside_a_reading_is_no_assumption() -> None:
    """A finding rests on one reading only where every word that supports it does."""
    said = [Said(reading="one"), Said()]
    world = World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], said=said)])
    assert values(infer(store_of(world)), Ata.assumes) == {"date-assumed"}


def test_an_exemption_that_the_supplier_claims_contests() -> None:
    """What somebody other than the granter says of an exemption is shown and decides nothing."""
    world = World(
        claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA])],
        exemptions=[Exempted(of="t", norm="supply", granter=GRANTER, speaker=RURITANIA)],
    )
    found = infer(store_of(world))
    assert outcomes(found, "supply", RURITANIA)["exemption"] == "contested"
    assert len([quad for quad in found if quad.predicate.value == Ata.contestedBy]) == 1


def test_every_mark_that_a_finding_rests_on_is_shown() -> None:
    """Norm, membership and item each bring the mark of how far they were checked."""
    found = infer(store_of(World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA])])))
    assert values(found, Ata.verification) == {"corpus", "corpus-partial", "background"}


@some
@given(worlds)
def test_whose_organ_a_body_is_changes_no_finding(world: World) -> None:
    """What an organ does is not its state's: were all organs of Ruritania, nothing moves."""
    store = store_of(world)
    before = set(infer(store))
    organ_of, ruritania = ox.NamedNode(Ata.organOf), ox.NamedNode(actor_iri(RURITANIA))
    reference = ox.NamedNode(REFERENCE_GRAPH)
    for actor in ACTORS:
        store.add(ox.Quad(ox.NamedNode(actor_iri(actor)), organ_of, ruritania, reference))
        record = ox.NamedNode(organ_link_iri(actor, RURITANIA, 1))
        for end, value in (("subject", ox.NamedNode(actor_iri(actor))), ("object", ruritania)):
            store.add(ox.Quad(record, ox.NamedNode(RDF + end), value, reference))
    assert set(infer(store)) == before


@some
@given(worlds)
def test_alleged_means_that_somebody_affirms_it_as_actual(world: World) -> None:
    """No alleged violation rests on words that are not an affirmation of something actual."""
    store = store_of(world)
    found = infer(store)
    alleged = {f for f, kind in violations(world) if kind == "AllegedViolation"}
    for quad in found:
        if quad.predicate.value == Ata.basedOn and str(quad.subject).strip("<>")[-16:] in alleged:
            act = ox.NamedNode(str(quad.object).strip("<>"))
            stance = next(store.quads_for_pattern(act, ox.NamedNode(Ata.stance), None)).object
            status = next(store.quads_for_pattern(act, ox.NamedNode(Ata.status), None)).object
            assert Stance(str(stance).strip("<>").rsplit("/", 1)[1]).is_a("affirms")
            assert Status(str(status).strip("<>").rsplit("/", 1)[1]).is_a("actual")


def rests_on(store: ox.Store) -> dict[str, set[str]]:
    """Return the speech acts on which each alleged or prospective violation rests."""
    findings = infer(store)
    kinds = {row["f"] for row in rows_of(findings) if row["kind"] != "NonApplication"}
    acts: dict[str, set[str]] = {iri: set() for iri in kinds}
    for quad in findings:
        if quad.predicate.value == Ata.basedOn and isinstance(quad.object, ox.NamedNode):
            iri = str(quad.subject).strip("<>").rpartition("/")[2]
            if iri in acts:
                acts[iri].add(quad.object.value)
    return acts


def without_act(store: ox.Store, *acts: str) -> ox.Store:
    """Return ``store`` as if ``acts`` had never been annotated."""
    kept = ox.Store()
    kept.extend(q for q in store if str(q.subject).strip("<>") not in acts)
    return kept


@some
@given(worlds)
def test_without_the_words_there_is_no_finding(world: World) -> None:
    """Whoever deletes a speech act leaves no violation that rests on it.

    It goes, or turns into a norm that does not apply or is undecided, unless others say it too.
    """
    store = store_of(world)
    found = rests_on(store)
    for act in {each for acts in found.values() for each in acts}:
        left = rests_on(without_act(store, act))
        assert not any(act in acts for acts in left.values())
        for finding, acts in found.items():
            if act in acts:
                assert finding not in left or left[finding]
    for finding, acts in found.items():
        assert acts, "a violation rests on words"
        assert finding not in rests_on(without_act(store, *acts))
