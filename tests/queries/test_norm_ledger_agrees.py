"""The ledger of norms and the rules that match them say the same of the same transfer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg import open_graph
from kg.front.graph import Graph
from kg.inference import infer
from kg.iris import FINDINGS_GRAPH, actor_iri, claim_iri, finding_iri, norm_iri
from kg.queries.facts import Facts
from kg.queries.norm_ledger.reading import Parties
from kg.queries.norm_ledger.rows import LedgerEntry, Says
from kg.queries.norm_ledger.scopes import Scopes
from kg.queries.norm_ledger.table import cells_of
from kg.queries.rows import FindingRow, PropositionRow
from kg.vocab import Assumption, Ata, Reason, Role
from tests.inference import invented
from tests.inference.invented import TEXT, Claimed, World, rows_of, values

BARS = {Says.PROHIBITED, Says.DISPUTED}
PLAINLY_NOT = {
    Reason.LAPSED,
    Reason.NOT_YET_IN_FORCE,
    Reason.NOT_LISTED,
    Reason.ACTOR_NOT_BOUND,
    Reason.OUTSIDE_TERRITORY,
}


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def scopes(graph: Graph) -> Scopes:
    return Scopes(graph.store)


class _Claim:
    """A transfer as the bundled texts claim it, with the days that the rules give it."""

    def __init__(self, facts: Facts, row: PropositionRow, finding: FindingRow) -> None:
        self._roles = row.roles
        self._finding = finding
        self.items = facts.ids(finding.iri, Ata.item)
        self.days = self._days(facts, row)

    def parties(self) -> Iterator[tuple[Parties, str | None]]:
        """Yield each supplier, recipient, carrier and place that the words name."""
        ends = [self._of("supplier"), self._of("recipient"), self._of("via")]
        for supplier, recipient, via, place in product(*ends, self._of("destination")):
            yield Parties(supplier=supplier, recipient=recipient, via=via), place

    def _of(self, role: str) -> list[str | None]:
        named: list[str | None] = [each.value for each in self._roles if each.role == role]
        is_mine = role == {"intermediary": "via"}.get(self._finding.role, self._finding.role)
        return [self._finding.agent] if is_mine else named or [None]

    def _days(self, facts: Facts, row: PropositionRow) -> list[str]:
        document = facts.said(facts.said(row.iri, Ata.text), Ata.document)
        iri = row.iri
        while not (facts.one(iri, Ata.earliest) or facts.one(iri, Ata.latest)):
            if facts.one(iri, Ata.partOf) is None:
                break
            iri = facts.said(iri, Ata.partOf)
        earliest, latest = facts.one(iri, Ata.earliest), facts.one(iri, Ata.latest)
        said_first, said_last = facts.said(document, Ata.earliest), facts.said(document, Ata.latest)
        first = earliest or ("0001-01-01" if latest else said_first)
        last = min(latest or said_last, said_last)
        if self._finding.kind == "prospective-violation":
            last = latest or "9999-12-30"
        return [first, max(first, last)]


def _entries(scopes: Scopes, claim: _Claim, day: str, norm: str) -> list[LedgerEntry]:
    return [
        entry
        for (parties, place), item in product(claim.parties(), claim.items)
        for cell in cells_of(scopes, parties, item=item, place=place, on=day)
        for entry in cell.entries
        if entry.norm == norm
    ]


def _claims(graph: Graph, scopes: Scopes) -> list[tuple[FindingRow, _Claim]]:
    transfers = {row.iri: row for row in graph.picture().propositions}
    found = [(row, _Claim(scopes.facts, transfers[row.transfer], row)) for row in graph.findings()]
    assert len(found) > 200
    return found


def test_whatever_is_found_is_prohibited_or_disputed_in_the_ledger(
    graph: Graph, scopes: Scopes
) -> None:
    """On the first and the last day claimed, by the same norm and of the same actor."""
    for finding, claim in _claims(graph, scopes):
        if finding.kind == "non-application":
            continue
        is_disputed = Assumption.PERIOD_DISPUTED in finding.assumes
        for day in claim.days:
            bars = [
                entry
                for entry in _entries(scopes, claim, day, finding.norm)
                if entry.binds.actor.id == finding.agent and entry.says in BARS
            ]
            assert any(not entry.is_open or finding.rests_on_claimed_purpose for entry in bars), (
                finding.sentence
            )
            assert is_disputed is all(entry.says is Says.DISPUTED for entry in bars)


def test_what_is_plainly_not_so_is_silent_or_excepted_in_the_ledger(
    graph: Graph, scopes: Scopes
) -> None:
    """A norm that lapsed, or reaches somebody else, says nothing of the actor then."""
    seen = set()
    for finding, claim in _claims(graph, scopes):
        for reason in PLAINLY_NOT & {Reason(word) for word in finding.reasons}:
            seen.add(reason)
            for day in claim.days:
                entries = _entries(scopes, claim, day, finding.norm)
                said = {entry for entry in entries if entry.binds.actor.id == finding.agent}
                assert said == set(), finding.sentence
    assert {Reason.LAPSED, Reason.NOT_LISTED, Reason.ACTOR_NOT_BOUND} <= seen


def test_what_cannot_be_decided_is_open_in_the_ledger_for_the_same_reason(
    graph: Graph, scopes: Scopes
) -> None:
    """A wider item, a place not said, a purpose not claimed: each is what the ledger asks for."""
    asks = {
        Reason.ITEM_UNDERSPECIFIED: lambda entry: entry.only_items,
        Reason.PLACE_UNSPECIFIED: lambda entry: entry.only_places,
        Reason.CONDITION_UNCLAIMED: lambda entry: entry.condition,
    }
    seen = set()
    for finding, claim in _claims(graph, scopes):
        for reason in finding.reasons:
            if reason not in asks or not claim.items:
                continue
            seen.add(reason)
            # The norm may be in force for a part only of the time that the claim leaves open.
            entries = [e for day in claim.days for e in _entries(scopes, claim, day, finding.norm)]
            assert any(asks[Reason(reason)](entry) for entry in entries), finding.sentence
    assert seen == set(asks)


def _reference(store: ox.Store) -> list[ox.Quad]:
    """Return a build without its texts and findings."""
    names = [
        name.value
        for name in store.named_graphs()
        if "/graph/text/" not in name.value and name.value != FINDINGS_GRAPH
    ]
    return [
        quad
        for name in names
        for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    ]


BUNDLED_ACTORS = ["KP", "RU", "IR", "AE", "CN", "FR", "LY", "SD", "houthis", "rsf", "al-shabaab"]
BUNDLED_ITEMS = [
    "ammunition",
    "small-arms",
    "salw-materiel",
    "battle-tanks",
    "arms-and-related-materiel",
    "conventional-arms",
    "srbm",
    "category-i-uav",
    "food",
    "any-item",
    "technical-training",
    "nuclear-weapons",
    "crude-oil",
]
BUNDLED_PLACES = [None, "p-darfur", "t-sd", "t-ly", "p-jufra", "t-ye", "t-kp"]
BUNDLED_DAYS = [
    "1995-01-01",
    "2008-06-01",
    "2010-01-01",
    "2016-03-01",
    "2016-03-02",
    "2019-01-01",
    "2022-02-27",
    "2022-02-28",
    "2023-10-18",
    "2024-01-01",
    "2025-09-27",
    "2025-10-01",
]
Asked = tuple[str, str, str | None, str, str | None, str]


def asked(
    actors: list[str], vias: list[str | None], items: list[str], places: list[str | None]
) -> st.SearchStrategy[list[Asked]]:
    one = st.tuples(
        st.sampled_from(actors),
        st.sampled_from(actors),
        st.sampled_from(vias),
        st.sampled_from(items),
        st.sampled_from(places),
        st.sampled_from(BUNDLED_DAYS),
    )
    return st.lists(one, min_size=8, max_size=20)


few = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # a case is a list of small ones: no shrinking
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@few
@given(asked(BUNDLED_ACTORS, [None], BUNDLED_ITEMS, BUNDLED_PLACES))
def test_of_any_transfer_between_real_parties_both_say_the_same(
    graph: Graph, cases: list[Asked]
) -> None:
    """What the rules find of a transfer on one day, under the bundled norms, is in the ledger."""
    _agree(_reference(graph.store), cases)


@few
@given(
    asked(
        [*invented.MEMBERS["parties"][0][:1], "X2", "X3", "X4", "X5"],
        [None, "X1", "X2", "X5"],
        list(invented.ITEMS),
        [None, *invented.PLACES],
    )
)
def test_of_any_transfer_of_the_invented_world_both_say_the_same(cases: list[Asked]) -> None:
    """As above, with carriers, and with norms of every kind that the rules know."""
    world = World(claims=())
    quads = [quad for quad in invented.store_of(world) if "/graph/text/" not in str(quad)]
    _agree(quads, cases)


def _agree(reference: list[ox.Quad], cases: list[Asked]) -> None:
    world = World(
        date="2026-01-01",
        claims=[
            Claimed(
                name=f"t{number}",
                supplier=[supplier],
                recipient=[recipient],
                via=[via] if via else [],
                item=[item],
                destination=[place] if place else [],
                dates=(day, day),
            )
            for number, (supplier, recipient, via, item, place, day) in enumerate(cases)
        ],
    )
    store = ox.Store()
    store.bulk_extend(reference)
    scopes = Scopes(store)
    store.bulk_extend(invented._text(world))
    findings = infer(store)
    disputed = _disputed(findings)
    found = {
        (row["t"], row["n"], row["a"]): row["what"] for row in rows_of(findings) if row["a"] != "-"
    }
    for number, (supplier, recipient, via, item, place, day) in enumerate(cases):
        parties = Parties(supplier=supplier, recipient=recipient, via=via)
        (cell,) = cells_of(scopes, parties, item=item, place=place, on=day)
        said = {
            (entry.norm, entry.binds.actor.id): entry
            for entry in cell.entries
            if entry.deontic == "prohibition" and (via or entry.role != Role.INTERMEDIARY)
        }
        of_this = {(n, a): what for (t, n, a), what in found.items() if t == f"t{number}"}
        for key in said.keys() | of_this.keys():
            iri = finding_iri(claim_iri(TEXT, f"t{number}"), norm_iri(key[0]), actor_iri(key[1]))
            _check(scopes, said.get(key), of_this.get(key), day, key[0])
            if of_this.get(key) == "AllegedViolation" and not said[key].depends_on:
                assert (said[key].says is Says.DISPUTED) is (iri in disputed)


def _disputed(findings: list[ox.Quad]) -> set[str]:
    assumed = Assumption.PERIOD_DISPUTED.iri
    return {
        quad.subject.value
        for quad in findings
        if quad.predicate.value == Ata.assumes
        and isinstance(quad.object, ox.NamedNode)
        and quad.object.value == assumed
        and isinstance(quad.subject, ox.NamedNode)
    }


def _check(
    scopes: Scopes, entry: LedgerEntry | None, result: str | None, day: str, norm: str
) -> None:
    match result:
        case None:
            # What the rules pass over as too vague, the ledger has as open, or it is silent too.
            assert entry is None or entry.is_open or entry.says is Says.EXCEPTED
        case "AllegedViolation":
            assert entry is not None
            assert entry.says in BARS
            assert not entry.is_open
        case Reason.CARVED_OUT:
            row = next(scope.row for scope in scopes.norms if scope.row.id == norm)
            is_in_force = any(p.since <= day < (p.until or "9999-12-31") for p in row.in_force)
            assert (entry is not None and entry.says is Says.EXCEPTED) is is_in_force
        case Reason.ITEM_UNDERSPECIFIED:
            assert entry is not None
            assert entry.only_items
        case Reason.PLACE_UNSPECIFIED:
            assert entry is not None
            assert entry.only_places
        case Reason.CONDITION_UNCLAIMED:
            assert entry is not None
            assert entry.condition
        case Reason.DEPENDENCE_UNDECIDED:
            assert entry is not None
            assert entry.depends_open
        case _:
            assert Reason(result) in PLAINLY_NOT
            assert entry is None


def test_the_cases_reach_every_outcome(graph: Graph) -> None:
    """The transfers of the law above do not all come to nothing."""
    day = "2010-01-01"
    cases: list[Asked] = [
        ("RU", "KP", None, "small-arms", None, day),
        ("RU", "KP", None, "battle-tanks", None, day),
        ("RU", "KP", None, "conventional-arms", None, day),
        ("CN", "rsf", None, "ammunition", None, "2024-01-01"),
        ("IR", "houthis", None, "ammunition", None, "2022-02-27"),
        ("IR", "RU", None, "srbm", None, "2024-01-01"),
        ("CN", "SD", None, "ammunition", "t-ly", "2024-01-01"),
    ]
    _agree(_reference(graph.store), cases)
    store = ox.Store()
    store.bulk_extend(_reference(graph.store))
    claims = [
        Claimed(
            name=f"t{number}",
            supplier=[each[0]],
            recipient=[each[1]],
            item=[each[3]],
            destination=[each[4]] if each[4] else [],
            dates=(each[5], each[5]),
        )
        for number, each in enumerate(cases)
    ]
    store.bulk_extend(invented._text(World(date="2026-01-01", claims=claims)))
    reasons = values(infer(store), Ata.reason)
    assert {"carved-out", "item-underspecified", "place-unspecified", "not-listed", "lapsed"} <= (
        reasons
    )
