"""An invented world, as quads of the shape that docs/graph.md describes.

Ruritania (X1), Freedonia (X3) and Ossian (X5) are parties to the convention; Syldavia (X4) is not;
Utopia (X2) is its target. Ossian's membership ended with 2014, Freedonia's has no first day. Florin
(X6) is recorded as no party since 2012; Zenda (X7) is a party, and recorded as no signatory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import iris
from kg.inference import infer
from kg.resources import ONTOLOGY
from kg.vocab import Ata, ConductKind, Deontic, Outcome, Role, Stance, Status, Verification

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DAY = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
OPEN = "9999-12-31"
TEXT = "invented"

RURITANIA, UTOPIA, FREEDONIA, SYLDAVIA, OSSIAN = "X1", "X2", "X3", "X4", "X5"
FLORIN, ZENDA = "X6", "X7"
GRANTER = "x-committee"

ITEMS = {
    "any-item": ("any-item",),
    "food": ("food", "any-item"),
    "military-equipment-unspecified": ("military-equipment-unspecified", "any-item"),
    "arms": ("arms", "military-equipment-unspecified", "any-item"),
    "tanks": ("tanks", "arms", "military-equipment-unspecified", "any-item"),
    "small-arms": ("small-arms", "arms", "military-equipment-unspecified", "any-item"),
    # Below nothing else, so that no other norm is touched.
    "engines": ("engines",),
    "drones": ("drones",),
    "visors": ("visors",),
}

# Each place with those that it is within; Utopia's territory is its state's.
PLACES = {
    "x-utopia": ("x-utopia",),
    "x-marsh": ("x-marsh", "x-utopia"),
    "x-village": ("x-village", "x-marsh", "x-utopia"),
    "x-elsewhere": ("x-elsewhere",),
    "x-syldavia": ("x-syldavia",),
}
TERRITORIES = {"x-utopia": UTOPIA, "x-syldavia": SYLDAVIA}


@dataclass(frozen=True, kw_only=True)
class InventedNorm:
    """A prohibition, unless told otherwise, in force since 2010."""

    role: Role
    addressee: str
    covers: tuple[str, ...]
    counterparty: str | None = None
    excepts: tuple[str, ...] = ()
    condition: ConductKind | None = None
    deontic: Deontic = Deontic.PROHIBITION
    periods: tuple[tuple[str, str], ...] = (("2010-01-01", OPEN),)
    disputed: tuple[
        int, ...
    ] = ()  # numbers of periods, held by Ruritania and rejected by Freedonia
    territory: str | None = None
    exempted_by: str | None = None
    depends_on: tuple[str, ...] = ()


NORMS = {
    "supply": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty=UTOPIA,
        covers=("arms",),
        excepts=("small-arms",),
        exempted_by=GRANTER,
    ),
    "procure": InventedNorm(
        role=Role.RECIPIENT, addressee="parties", counterparty=UTOPIA, covers=("arms",)
    ),
    "export": InventedNorm(role=Role.SUPPLIER, addressee=UTOPIA, covers=("arms",)),
    "catch-all": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty=UTOPIA,
        covers=("any-item",),
        excepts=("food",),
        condition=ConductKind.OPERATIONS_OF_ARMED_FORCES,
    ),
    "twice": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty="listed",
        covers=("tanks",),
        periods=(("2000-01-01", "2005-01-01"), ("2012-01-01", "2014-01-01")),
    ),
    "carry": InventedNorm(
        role=Role.INTERMEDIARY, addressee="parties", counterparty=UTOPIA, covers=("tanks",)
    ),
    "report": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty=UTOPIA,
        covers=("tanks",),
        deontic=Deontic.OBLIGATION,
    ),
    "marsh": InventedNorm(
        role=Role.SUPPLIER, addressee="parties", covers=("engines",), territory="x-marsh"
    ),
    "listed-marsh": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty="listed",
        covers=("engines",),
        territory="x-marsh",
    ),
    "utopia": InventedNorm(
        role=Role.SUPPLIER, addressee="parties", covers=("engines",), territory="x-utopia"
    ),
    "revived": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty=UTOPIA,
        covers=("drones",),
        periods=(("2010-01-01", "2012-01-01"), ("2015-01-01", OPEN)),
        disputed=(2,),
    ),
    "treaty": InventedNorm(
        role=Role.SUPPLIER,
        addressee="signatories",
        covers=("drones", "engines"),
        depends_on=("marsh", "revived"),
    ),
    "approval": InventedNorm(
        role=Role.SUPPLIER,
        addressee="parties",
        counterparty=UTOPIA,
        covers=("visors",),
        exempted_by=GRANTER,
    ),
}

MEMBERS = {
    "parties": (
        (RURITANIA, "1990-01-01", OPEN),
        (UTOPIA, "1990-01-01", OPEN),
        (FREEDONIA, None, OPEN),
        (OSSIAN, "1990-01-01", "2015-01-01"),
        (ZENDA, "1990-01-01", OPEN),
    ),
    "listed": ((SYLDAVIA, "1990-01-01", OPEN),),
    "signatories": ((RURITANIA, "2014-06-01", OPEN),),
}
OUTSIDE = {
    "parties": (FLORIN, "2012-01-01"),
    "signatories": (ZENDA, None),
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """One speech act; the defaults affirm that something happened."""

    stance: Stance | None = Stance.ASSERTS
    status: Status | None = Status.COMPLETED
    speaker: str = RURITANIA
    reading: str | None = None


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A transfer as claimed; dates in ISO 8601."""

    name: str = "t"
    supplier: Sequence[str] = ()
    recipient: Sequence[str] = ()
    party: Sequence[str] = ()
    via: Sequence[str] = ()
    item: Sequence[str] = ("tanks",)
    purpose: ConductKind | None = None
    purpose_stance: Stance = Stance.ASSERTS
    purpose_speaker: str = RURITANIA
    dates: tuple[str | None, str | None] = (None, None)
    part_of: str | None = None
    destination: Sequence[str] = ()
    answers: str | None = None
    lawful: str | None = None  # who denies that there is a breach
    said: Sequence[Said] = (Said(),)


@dataclass(frozen=True, kw_only=True)
class Exempted:
    """An exemption of transfer ``of`` from ``norm``, granted by ``granter`` as ``speaker`` says."""

    of: str
    norm: str
    granter: str
    speaker: str


@dataclass(frozen=True, kw_only=True)
class World:
    """One text of one day about invented states."""

    claims: Sequence[Claimed]
    exemptions: Sequence[Exempted] = ()
    date: str = "2015-06-01"


def store_of(world: World, *, backwards: bool = False) -> ox.Store:
    """Return a store with the vocabularies, the invented reference data and the text."""
    store = ox.Store()
    for path in sorted((ONTOLOGY / "vocab").glob("*.ttl")):
        store.load(
            path=str(path),
            format=ox.RdfFormat.TURTLE,
            to_graph=ox.NamedNode(iris.ONTOLOGY_GRAPH),
        )
    quads = [*_reference(), *_text(world)]
    for quad in reversed(quads) if backwards else quads:
        store.add(quad)
    return store


def outcome_of(world: World) -> set[str]:
    """Return what is found, as ``norm actor: kind`` or ``norm actor: reason``."""
    return {
        f"{row['n']} {row['a']}: {row['what']}"
        for row in rows_of(infer(store_of(world)))
        if row["t"] == "t"
    }


def rows_of(findings: Iterable[ox.Quad]) -> list[dict[str, str]]:
    """Return each finding with the last words of its IRIs."""
    store = ox.Store()
    store.bulk_extend(findings)
    query = """
        PREFIX ata: <https://w3id.org/arms-transfer-kg/core#>
        SELECT ?f ?t ?n ?a ?kind ?reason ?role WHERE {
          ?f a ata:Finding, ?kind ; ata:transfer ?t ; ata:norm ?n ; ata:role ?role .
          FILTER(?kind != ata:Finding)
          OPTIONAL { ?f ata:agent ?a } OPTIONAL { ?f ata:reason ?reason }
        }"""
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    names = ("f", "t", "n", "a", "kind", "reason", "role")
    rows = []
    for solution in solutions:
        row = {name: last(solution[name]) for name in names}
        row["what"] = row["kind"] if row["reason"] == "-" else row["reason"]
        rows.append(row)
    return rows


def last(term: object) -> str:
    """Return the last word of an IRI, or - for none."""
    if not isinstance(term, ox.NamedNode):
        return "-"
    return term.value.replace("#", "/").rsplit("/", 1)[1]


def values(findings: Iterable[ox.Quad], predicate: str) -> set[str]:
    """Return the last words of all values of ``predicate`` among the findings."""
    return {last(quad.object) for quad in findings if quad.predicate.value == predicate}


def outcomes(findings: Iterable[ox.Quad], norm: str, actor: str) -> dict[str, str]:
    """Return test → outcome of the finding on transfer t, ``norm`` and ``actor`` (- for none)."""
    found = list(findings)
    sought = ("t", norm, actor)
    (iri,) = {row["f"] for row in rows_of(found) if (row["t"], row["n"], row["a"]) == sought}
    return {
        quad.subject.value.rsplit("/", 1)[1]: last(quad.object)
        for quad in found
        if quad.predicate.value == Ata.outcome
        and isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.split("/")[-2] == iri
        and last(quad.object) in set(Outcome)
    }


class _Graph:
    """Gathers the quads of one named graph."""

    def __init__(self, name: str) -> None:
        self._name = ox.NamedNode(name)
        self.quads: list[ox.Quad] = []

    def say(self, subject: str, predicate: str, *iris_said: str) -> None:
        for iri in iris_said:
            self._add(subject, predicate, ox.NamedNode(iri))

    def date(self, subject: str, predicate: str, day: str | None) -> None:
        if day:
            self._add(subject, predicate, ox.Literal(day, datatype=DAY))

    def write(self, subject: str, predicate: str, words: str) -> None:
        self._add(subject, predicate, ox.Literal(words))

    def _add(self, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        node = ox.NamedNode(subject)
        self.quads.append(ox.Quad(node, ox.NamedNode(predicate), value, self._name))


def _reference() -> list[ox.Quad]:
    graph = _Graph(iris.REFERENCE_GRAPH)
    for item, above in ITEMS.items():
        graph.say(iris.item_iri(item), Ata.verification, Verification.BACKGROUND.iri)
        graph.say(iris.item_iri(item), SKOS + "broaderTransitive", *map(iris.item_iri, above))
    for grouping, members in MEMBERS.items():
        for actor, since, until in members:
            membership = iris.membership_iri(actor, grouping, 1)
            graph.say(membership, Ata.member, iris.actor_iri(actor))
            graph.say(membership, Ata.grouping, iris.actor_iri(grouping))
            graph.say(membership, Ata.verification, Verification.CORPUS_PARTIAL.iri)
            graph.date(membership, Ata.validFrom, since)
            graph.date(membership, Ata.validUntil, until)
    for grouping, (actor, since) in OUTSIDE.items():
        record = iris.non_membership_iri(actor, grouping, 1)
        graph.say(record, Ata.nonMember, iris.actor_iri(actor))
        graph.say(record, Ata.grouping, iris.actor_iri(grouping))
        graph.say(record, Ata.verification, Verification.CORPUS_PARTIAL.iri)
        graph.date(record, Ata.validFrom, since)
        graph.date(record, Ata.validUntil, OPEN)
    for place, above in PLACES.items():
        graph.say(iris.place_iri(place), Ata.verification, Verification.BACKGROUND.iri)
        graph.say(iris.place_iri(place), Ata.within, *map(iris.place_iri, above))
    for place, state in TERRITORIES.items():
        graph.say(iris.place_iri(place), Ata.territoryOf, iris.actor_iri(state))
    for name, norm in NORMS.items():
        _norm(graph, name, norm)
    return graph.quads


def _norm(graph: _Graph, name: str, norm: InventedNorm) -> None:
    iri = iris.norm_iri(name)
    graph.say(iri, TYPE, Ata.Norm)
    graph.say(iri, Ata.role, norm.role.iri)
    graph.say(iri, Ata.deontic, norm.deontic.iri)
    graph.say(iri, Ata.addressee, iris.actor_iri(norm.addressee))
    graph.say(iri, Ata.verification, Verification.CORPUS.iri)
    graph.say(iri, Ata.covers, *map(iris.item_iri, norm.covers))
    graph.say(iri, Ata.excepts, *map(iris.item_iri, norm.excepts))
    if norm.counterparty:
        graph.say(iri, Ata.counterparty, iris.actor_iri(norm.counterparty))
    if norm.condition:
        graph.say(iri, Ata.condition, norm.condition.iri)
    for number, (since, until) in enumerate(norm.periods, 1):
        period = iris.period_iri(name, number)
        graph.say(iri, Ata.inForce, period)
        graph.date(period, Ata.validFrom, since)
        graph.date(period, Ata.validUntil, until)
        if number in norm.disputed:
            graph.say(period, Ata.heldBy, iris.actor_iri(RURITANIA))
            graph.say(period, Ata.rejectedBy, iris.actor_iri(FREEDONIA))
    if norm.territory:
        graph.say(iri, Ata.territory, iris.place_iri(norm.territory))
    if norm.exempted_by:
        graph.say(iri, Ata.exemptedBy, iris.actor_iri(norm.exempted_by))
    graph.say(iri, Ata.dependsOn, *map(iris.norm_iri, norm.depends_on))


class _Text:
    """The text of a world; every speech act stands at a place of its own."""

    def __init__(self) -> None:
        self.graph = _Graph(iris.text_graph(TEXT))
        self._position = 0

    def speak(self, claim: str, said: Said) -> None:
        spans = [(self._position, self._position + 1)]
        self._position += 2
        act = iris.said_iri(claim, spans)
        self.graph.say(act, TYPE, Ata.SpeechAct)
        self.graph.say(act, Ata.content, claim)
        self.graph.say(act, Ata.speaker, iris.actor_iri(said.speaker))
        self.graph.say(act, Ata.evidence, iris.passage_iri(TEXT, spans))
        self.graph.say(act, Ata.stance, *([said.stance.iri] if said.stance else []))
        self.graph.say(act, Ata.status, *([said.status.iri] if said.status else []))
        if said.reading:
            self.graph.write(act, Ata.reading, said.reading)

    def claim(self, claim: Claimed) -> None:
        iri = iris.claim_iri(TEXT, claim.name)
        self.graph.say(iri, TYPE, Ata.Transfer, Ata.Proposition)
        self.graph.say(iri, Ata.text, iris.text_iri(TEXT))
        self.graph.say(iri, Ata.supplier, *map(iris.actor_iri, claim.supplier))
        self.graph.say(iri, Ata.recipient, *map(iris.actor_iri, claim.recipient))
        self.graph.say(iri, Ata.party, *map(iris.actor_iri, claim.party))
        self.graph.say(iri, Ata.via, *map(iris.actor_iri, claim.via))
        self.graph.say(iri, Ata.item, *map(iris.item_iri, claim.item))
        self.graph.date(iri, Ata.earliest, claim.dates[0])
        self.graph.date(iri, Ata.latest, claim.dates[1])
        self.graph.say(iri, Ata.destination, *map(iris.place_iri, claim.destination))
        if claim.answers:
            self.graph.say(iri, Ata.answers, iris.claim_iri(TEXT, claim.answers))
        if claim.lawful:
            breach = iris.claim_iri(TEXT, f"{claim.name}-breach")
            self.graph.say(breach, Ata.concerns, iri)
            self.graph.say(breach, Ata.breachOf, iris.norm_citation_iri(TEXT, "rules"))
            self.speak(breach, Said(stance=Stance.DENIES, speaker=claim.lawful, status=None))
        if claim.part_of:
            self.graph.say(iri, Ata.partOf, iris.claim_iri(TEXT, claim.part_of))
        if claim.purpose:
            purpose = iris.claim_iri(TEXT, f"{claim.name}-purpose")
            self.graph.say(iri, Ata.purpose, purpose)
            self.graph.say(purpose, Ata.kind, claim.purpose.iri)
            told = Said(
                stance=claim.purpose_stance, status=Status.PLANNED, speaker=claim.purpose_speaker
            )
            self.speak(purpose, told)
        for said in claim.said:
            self.speak(iri, said)

    def exemption(self, number: int, exempted: Exempted) -> None:
        iri = iris.claim_iri(TEXT, f"exemption-{number}")
        self.graph.say(iri, TYPE, Ata.Exemption)
        self.graph.say(iri, Ata.transfer, iris.claim_iri(TEXT, exempted.of))
        self.graph.say(iri, Ata.norm, iris.norm_iri(exempted.norm))
        self.graph.say(iri, Ata.agent, iris.actor_iri(exempted.granter))
        self.speak(iri, Said(speaker=exempted.speaker))


def _text(world: World) -> list[ox.Quad]:
    text = _Text()
    document = iris.document_iri(TEXT)
    text.graph.say(iris.text_iri(TEXT), Ata.document, document)
    text.graph.date(document, Ata.earliest, world.date)
    text.graph.date(document, Ata.latest, world.date)
    for claim in world.claims:
        text.claim(claim)
    for number, exempted in enumerate(world.exemptions):
        text.exemption(number, exempted)
    return text.graph.quads
