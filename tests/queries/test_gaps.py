"""What is missing, and what each answer brings: the answer is made, and the rules run again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import KgError, open_graph
from kg.front.graph import Graph
from kg.inference import infer
from kg.inference.supposing import Supposition, days_of, suppose
from kg.iris import (
    FINDINGS_GRAPH,
    REFERENCE_GRAPH,
    actor_iri,
    id_of,
    membership_iri,
    norm_iri,
    text_graph,
    text_iri,
)
from kg.queries import select_picture
from kg.queries.gap_rows import Effect, Fate, Gap, GapAnswer, Gaps, Missing
from kg.queries.gaps import find_gaps
from kg.vocab import Ata, ConductKind, Stance, Status
from tests.inference import invented
from tests.inference.invented import (
    DAY,
    FREEDONIA,
    ITEMS,
    OSSIAN,
    RURITANIA,
    SYLDAVIA,
    TEXT,
    TYPE,
    UTOPIA,
    Claimed,
    Said,
    World,
    rows_of,
    store_of,
)

SEED = "2023-10-26-us-jp-kr"
OPEN_WORDS = {
    "item-underspecified",
    "time-indeterminate",
    "condition-unclaimed",
    "actor-unspecified",
    "direction-unspecified",
    "place-unspecified",
    "dependence-undecided",
}


def filled(world: World, *, backwards: bool = False) -> ox.Store:
    """Return the store of a world with its findings, and with what a view asks for beside."""
    store = store_of(world, backwards=backwards)
    for transfer in list(store.quads_for_pattern(None, ox.NamedNode(TYPE), None, None)):
        if transfer.object == ox.NamedNode(Ata.Transfer):
            kind = ox.NamedNode(Ata.Proposition)
            store.add(ox.Quad(transfer.subject, transfer.predicate, kind, transfer.graph_name))
    text = ox.NamedNode(text_iri(TEXT))
    graph = ox.NamedNode(text_graph(TEXT))
    store.add(ox.Quad(text, ox.NamedNode(TYPE), ox.NamedNode(Ata.Text), graph))
    for norm in invented.NORMS:
        node = ox.NamedNode(norm_iri(norm))
        store.add(
            ox.Quad(node, ox.NamedNode(TYPE), ox.NamedNode(Ata.Norm), ox.NamedNode(REFERENCE_GRAPH))
        )
    store.extend(infer(store))
    return store


def gaps_of(world: World) -> Gaps:
    store = filled(world)
    return find_gaps(store, select_picture(store))


def found_in(world: World) -> dict[tuple[str, str, str], str]:
    """Return what the rules find: claim, norm and actor → kind or reason."""
    rows = rows_of(infer(store_of(world)))
    return {(row["t"], row["n"], row["a"]): row["what"] for row in rows}


def fate_of(what: str | None) -> Fate:
    if what is None:
        return Fate.NOT_NEAR
    if what.endswith("Violation"):
        return Fate.APPLIES
    return Fate.OPEN if what in OPEN_WORDS else Fate.DOES_NOT_APPLY


def answered(world: World, gap: Gap, value: str) -> World | None:
    """Return the world in which the claim says ``value``; None for what no claim can say."""
    (name,) = {claim.claim for claim in gap.claims}
    (claim,) = [each for each in world.claims if each.name == name]
    match gap.missing:
        case Missing.ITEM if value in ITEMS:
            kept = [each for each in claim.item if each == value or each not in ITEMS[value]]
            said = replace(claim, item=[*kept, value])
        case Missing.DATE:
            first, last = value.split("/")
            said = replace(claim, dates=(first or None, last or None))
        case Missing.DETERMINATION:
            said = replace(claim, purpose=ConductKind(value))
        case Missing.DIRECTION:
            _, giver, _, taker = value.split(" ", 3)
            said = replace(
                claim,
                supplier=[giver] if giver.startswith("X") else [],
                recipient=[taker] if taker.startswith("X") else [],
                party=[],
            )
            if "," in value or " and " in value or "somebody" in value:
                return None
        case Missing.SUPPLIER if value in {RURITANIA, UTOPIA}:
            said = replace(claim, supplier=[value])
        case Missing.RECIPIENT if value in {RURITANIA, UTOPIA}:
            said = replace(claim, recipient=[value])
        case Missing.PLACE if value != "elsewhere":
            wide = set(invented.PLACES[value])
            said = replace(
                claim, destination=[*(e for e in claim.destination if e not in wide), value]
            )
        case _:
            return None
    return replace(world, claims=[said if each is claim else each for each in world.claims])


def check_answers(world: World) -> int:
    """Make every answer that a claim can make, and see that the rules find what was told."""
    made = 0
    for gap in gaps_of(world).gaps:
        if gap.missing in {Missing.MEMBERSHIP, Missing.PERIOD}:
            continue
        for answer in gap.answers:
            for value in answer.values:
                changed = answered(world, gap, value)
                if changed is not None:
                    found = found_in(changed)
                    for effect in (*answer.effects, *answer.new):
                        assert effect.becomes is _fate_in(found, effect), (gap.asked, answer.words)
                    made += 1
    return made


def _fate_in(found: dict[tuple[str, str, str], str], effect: Effect) -> Fate:
    near = {
        actor: what
        for (claim, norm, actor), what in found.items()
        if (claim, norm) == (effect.claim, effect.norm)
    }
    if effect.whom == "nobody":
        return fate_of(near.get("-", next(iter(near.values()), None)))
    return fate_of(near.get(effect.whom))


# Ends between which something cannot be decided as often as not.
WHO = [
    {"supplier": [RURITANIA], "recipient": [UTOPIA]},
    {"supplier": [OSSIAN], "recipient": [UTOPIA]},
    {"supplier": [UTOPIA], "recipient": [FREEDONIA]},
    {"supplier": [RURITANIA], "recipient": [SYLDAVIA]},
    {"supplier": [SYLDAVIA, RURITANIA], "recipient": [UTOPIA]},
    {"recipient": [UTOPIA]},
    {"supplier": [UTOPIA]},
    {"party": [RURITANIA, UTOPIA]},
    {"party": [UTOPIA]},
]
WHAT = [
    [],
    ["any-item"],
    ["military-equipment-unspecified"],
    ["arms"],
    ["arms", "food"],
    ["engines"],
    ["drones"],
]
WHEN = [
    (None, None),
    ("2009-06-01", "2010-06-01"),
    ("2011-06-01", "2015-03-01"),
    (None, "2014-12-31"),
    ("2014-01-01", None),
]
WHERE: list[list[str]] = [[], ["x-utopia"], ["x-marsh"], ["x-elsewhere"]]
taken = st.sampled_from(
    [
        [Said()],
        [Said(status=Status.PLANNED)],
        [Said(), Said(stance=Stance.DENIES, speaker=UTOPIA)],
    ]
)
wholes = st.builds(
    lambda who, **said: Claimed(name="whole", **who, **said),
    who=st.sampled_from(WHO),
    item=st.sampled_from(WHAT),
    dates=st.sampled_from(WHEN),
    destination=st.sampled_from(WHERE),
    said=taken,
)
# A part that says little of its own, and so takes it from the whole.
parts = st.builds(
    Claimed,
    name=st.just("t"),
    item=st.sampled_from([[], [], ["arms"]]),
    dates=st.sampled_from([(None, None), (None, None), ("2012-01-01", "2014-03-01")]),
    part_of=st.just("whole"),
    said=taken,
)
worlds = st.builds(World, claims=st.tuples(parts, wholes))
some = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(some, max_examples=60)
@given(worlds)
def test_every_answer_brings_what_it_is_said_to_bring(world: World) -> None:
    """Whoever writes the answer into the claim gets the findings that were told, and no others."""
    check_answers(world)


@some
@given(worlds)
def test_what_is_supposed_stays_apart(world: World) -> None:
    """The store is as it was, and what is supposed is nothing but what the claim already says."""
    store = filled(world)
    before = set(store)
    find_gaps(store, select_picture(store))
    assert set(store) == before
    transfers = sorted(days_of(store))
    same = suppose(store, [Supposition(transfer=each, instead={}) for each in transfers])
    found = {
        (id_of(each.transfer), id_of(each.norm), id_of(each.agent) if each.agent else "-")
        for results in same
        for each in results
    }
    assert found == set(found_in(world))


@some
@given(worlds)
def test_the_order_of_loading_changes_no_gap(world: World) -> None:
    stores = [filled(world), filled(world, backwards=True)]
    first, second = (find_gaps(store, select_picture(store)) for store in stores)
    assert first == second


@some
@given(worlds)
def test_a_gap_decides_no_more_than_it_changes_and_ranks_by_it(world: World) -> None:
    found = gaps_of(world)
    assert [gap.changes for gap in found.gaps] == sorted(
        (gap.changes for gap in found.gaps), reverse=True
    )
    for gap in found.gaps:
        assert gap.decides <= gap.changes <= len(gap.hanging)
        assert all(answer.decides <= gap.decides for answer in gap.answers)
    assert found.decidable + len(found.left) == found.undecided


def only(world: World, missing: Missing) -> Gap:
    (gap,) = [each for each in gaps_of(world).gaps if each.missing is missing]
    return gap


def told(gap: Gap, norm: str) -> dict[str, tuple[str, str | None]]:
    """Return what each answer brings for a norm: value → what becomes of it, and why."""
    return {
        value: (effect.becomes.value, effect.reason)
        for answer in gap.answers
        for value in answer.values
        for effect in answer.effects
        if effect.norm == norm
    }


def one(**said: object) -> World:
    return World(claims=[Claimed(**said)])  # type: ignore[arg-type]  # as a test writes it


ENDS = {"supplier": [RURITANIA], "recipient": [UTOPIA]}
CASES: dict[str, tuple[World, Missing, str, dict[str, tuple[str, str | None]]]] = {
    "an item wider than what is covered and than what is excepted": (
        one(**ENDS, item=["military-equipment-unspecified"]),
        Missing.ITEM,
        "supply",
        {
            "arms": ("applies", None),
            "small-arms": ("does-not-apply", "carved-out"),
            "none-of-these": ("not-near", None),
        },
    ),
    "no item at all": (
        one(**ENDS, item=[]),
        Missing.ITEM,
        "revived",
        {
            "drones": ("applies", None),
            "any-item": ("not-near", None),
            "arms": ("not-near", None),
            "food": ("not-near", None),
            "small-arms": ("not-near", None),
            "visors": ("not-near", None),
            "none-of-these": ("not-near", None),
        },
    ),
    "days on some of which the norm is in force": (
        one(**ENDS, dates=("2009-06-01", "2010-06-01")),
        Missing.DATE,
        "supply",
        {
            "2009-06-01/2009-12-31": ("does-not-apply", "not-yet-in-force"),
            "2010-01-01/2010-06-01": ("applies", None),
        },
    ),
    "days on some of which the actor is a member": (
        one(supplier=[OSSIAN], recipient=[UTOPIA], dates=("2014-06-01", "2015-03-01")),
        Missing.DATE,
        "supply",
        {
            "2014-06-01/2014-12-31": ("applies", None),
            "2015-01-01/2015-03-01": ("does-not-apply", "actor-not-bound"),
        },
    ),
    "a place wider than the territory": (
        one(supplier=[RURITANIA], recipient=[SYLDAVIA], item=["engines"], destination=["x-utopia"]),
        Missing.PLACE,
        "listed-marsh",
        {
            "x-marsh": ("applies", None),
            "elsewhere": ("does-not-apply", "outside-territory"),
        },
    ),
    "what depends on a norm that cannot be decided": (
        one(supplier=[RURITANIA], recipient=[SYLDAVIA], item=["engines"], destination=["x-utopia"]),
        Missing.PLACE,
        "treaty",
        {"x-marsh": ("applies", None), "elsewhere": ("not-near", None)},
    ),
    "parties without a direction": (
        one(party=[RURITANIA, UTOPIA]),
        Missing.DIRECTION,
        "export",
        {"from X1 to X2": ("not-near", None), "from X2 to X1": ("applies", None)},
    ),
    "no supplier": (
        one(recipient=[UTOPIA]),
        Missing.SUPPLIER,
        "supply",
        {
            "member-of:parties": ("applies", None),
            "outside:parties": ("does-not-apply", "recorded-outside"),
        },
    ),
    "no recipient": (
        one(supplier=[UTOPIA]),
        Missing.RECIPIENT,
        "procure",
        {
            "member-of:parties": ("applies", None),
            "outside:parties": ("does-not-apply", "recorded-outside"),
        },
    ),
    "a determination": (
        one(**ENDS),
        Missing.DETERMINATION,
        "catch-all",
        {"operations-of-armed-forces": ("applies", None)},
    ),
    "a membership of which nothing is recorded": (
        one(supplier=[SYLDAVIA], recipient=[UTOPIA]),
        Missing.MEMBERSHIP,
        "supply",
        {"member": ("applies", None), "outside": ("does-not-apply", "recorded-outside")},
    ),
    "a disputed period": (
        one(**ENDS, item=["drones"]),
        Missing.PERIOD,
        "revived",
        {"in-force": ("applies", None), "not-in-force": ("does-not-apply", "lapsed")},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_missing_has_these_answers(case: str) -> None:
    """Both ways where there are two, and no answer that the norms do not tell apart."""
    world, missing, norm, expected = CASES[case]
    assert told(only(world, missing), norm) == expected
    if missing not in {Missing.MEMBERSHIP, Missing.PERIOD}:
        assert check_answers(world) or missing in {Missing.SUPPLIER, Missing.RECIPIENT}


def test_recording_a_membership_brings_what_was_told() -> None:
    """Both answers on Syldavia are recorded, one after the other, and the rules run."""
    world = one(supplier=[SYLDAVIA], recipient=[UTOPIA])
    gap = only(world, Missing.MEMBERSHIP)
    for inside, value in ((True, "member"), (False, "outside")):
        store = filled(world)
        _record(store, SYLDAVIA, "parties", inside=inside)
        rows = rows_of(infer(store))
        what = {row["what"] for row in rows if (row["n"], row["a"]) == ("supply", SYLDAVIA)}
        assert {fate_of(each).value for each in what} == {told(gap, "supply")[value][0]}


@pytest.mark.parametrize("inside", [True, False])
def test_naming_a_member_or_an_outsider_brings_what_was_told(*, inside: bool) -> None:
    """Zembla is made a member or an outsider and named as supplier, and the rules run."""
    world = one(recipient=[UTOPIA])
    gap = only(world, Missing.SUPPLIER)
    store = filled(one(supplier=["X9"], recipient=[UTOPIA]))
    _record(store, "X9", "parties", inside=inside)
    rows = {(row["n"], row["a"]): row["what"] for row in rows_of(infer(store))}
    value = "member-of:parties" if inside else "outside:parties"
    answer = next(each for each in gap.answers if value in each.values)
    assert answer.effects
    for effect in (*answer.effects, *answer.new):
        assert fate_of(rows.get((effect.norm, "X9"))) is effect.becomes


def _record(store: ox.Store, actor: str, grouping: str, *, inside: bool) -> None:
    graph = ox.NamedNode(REFERENCE_GRAPH)
    record = ox.NamedNode(membership_iri(actor, grouping, 9))
    kind = ox.NamedNode(Ata.member if inside else Ata.nonMember)
    store.add(ox.Quad(record, kind, ox.NamedNode(actor_iri(actor)), graph))
    store.add(ox.Quad(record, ox.NamedNode(Ata.grouping), ox.NamedNode(actor_iri(grouping)), graph))
    for bound, day in ((Ata.validFrom, "1990-01-01"), (Ata.validUntil, "9999-12-31")):
        store.add(ox.Quad(record, ox.NamedNode(bound), ox.Literal(day, datatype=DAY), graph))


def test_an_answer_on_a_whole_reaches_the_parts_that_say_nothing() -> None:
    """One gap, at the whole; the finding on the part hangs on it and is not counted."""
    whole = Claimed(name="whole", **ENDS, item=["military-equipment-unspecified"])  # type: ignore[arg-type]
    world = World(claims=[Claimed(name="t", item=(), part_of="whole"), whole])
    gap = only(world, Missing.ITEM)
    assert [claim.claim for claim in gap.claims] == ["whole"]
    on_parts = {each.norm for each in gap.hanging if each.claim == "t"}
    assert on_parts == {each.norm for each in gap.hanging if each.claim == "whole"}
    assert gap.changes == len(on_parts)
    assert check_answers(world) > 0


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def bundled(graph: Graph) -> Gaps:
    return graph.gaps()


def test_the_bundled_data_has_one_thing_that_decides_each(graph: Graph, bundled: Gaps) -> None:
    undecided = [row for row in graph.findings() if row.is_undecided and not row.part_of_finding]
    assert bundled.undecided == len(undecided) == 138
    assert (bundled.decidable, bundled.left) == (138, ())


def test_the_first_five_of_the_bundled_data(bundled: Gaps) -> None:
    """docs/gaps.md tells of these."""
    assert [(gap.missing.value, gap.claims[0].claim, gap.changes) for gap in bundled.gaps[:5]] == [
        ("direction", "dprk-russia-arms-transfers", 8),
        ("item", "possible-return-deliveries", 7),
        ("item", "dprk-assistance-to-russia", 7),
        ("item", "russian-materials-to-dprk", 7),
        ("item", "ru-economic-help-to-kp", 7),
    ]
    tally = {(row.missing.value, row.norm): row.findings for row in bundled.tally[:3]}
    assert tally == {
        ("determination", "2270-8-from"): 36,
        ("determination", "2270-8-to"): 13,
        ("item", "1718-8b-dprk"): 9,
    }


def test_a_day_in_a_disputed_period_is_told_as_disputed(bundled: Gaps) -> None:
    """Where an answer brings a norm into a period that is disputed, its effect says so."""
    (gap,) = [
        each
        for each in bundled.gaps
        if each.missing is Missing.DATE and each.claims[0].text == "2022-07-11-sullivan"
    ]
    answer = next(each for each in gap.answers if each.values == ("2025-09-28/",))
    applying = [each for each in answer.effects if each.becomes is Fate.APPLIES]
    assert {each.norm for each in applying} == {"1747-5-iran", "1747-5-states"}
    assert all("period-disputed" in each.assumes for each in applying)


def test_narrowing_leaves_the_counts_as_they_are(graph: Graph, bundled: Gaps) -> None:
    for narrowed in (
        graph.gaps(text=SEED),
        graph.gaps(norm="1718-8b-dprk"),
        graph.gaps(actor="wagner"),
    ):
        assert narrowed.gaps
        assert set(_sized(narrowed)) < set(_sized(bundled))
    assert {gap.claims[0].text for gap in graph.gaps(text=SEED).gaps} == {SEED}


def _sized(gaps: Gaps) -> Iterator[tuple[str, tuple[str, ...], int, int, tuple[GapAnswer, ...]]]:
    for gap in gaps.gaps:
        claims = tuple(claim.iri for claim in gap.claims)
        yield gap.missing, claims, gap.changes, gap.decides, gap.answers


@pytest.mark.parametrize("given_", [{"actor": "KPP"}, {"norm": "1718-8"}, {"text": "2023-10-26"}])
def test_what_the_graph_does_not_have_is_said(graph: Graph, given_: dict[str, str]) -> None:
    asks: list[Callable[..., object]] = [graph.gaps, graph.silences, graph.one_origin]
    for ask in asks:
        with pytest.raises(KgError) as raised:
            ask(**given_)
        (problem,) = raised.value.problems
        assert problem.slug == "not-in-graph"
        assert problem.hint


def test_nothing_that_is_supposed_is_named_in_the_graph(graph: Graph) -> None:
    graphs = {each.value for each in graph.store.named_graphs()}
    assert FINDINGS_GRAPH in graphs
    assert not any("supposed" in str(quad.subject) for quad in graph.store)
