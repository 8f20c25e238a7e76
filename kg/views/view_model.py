"""What the explorer page is given: plain rows, nothing to look up, and JSON without a loss.

Rows lead to others by their number in the list that they stand in. ``ontology/view.schema.json``
is made from these types by tools/make_view_schema.py, and so are the types of the page's script.
"""

from __future__ import annotations

from typing import TypedDict

from kg.views.view_clock import Clock
from kg.views.view_findings import Finding, Norm, Words
from kg.views.view_ledger import LedgerInstrument, LedgerRow
from kg.views.view_stances import Matrix, Story


class Signatories(TypedDict):
    """A list of signatories as one source has it."""

    told: str
    names: str
    href: str | None
    source: str
    mark: str
    note: str


class Text(TypedDict):
    """A text. ``out`` is the day by which it is known to be out, as ISO 8601 has it."""

    id: str
    title: str
    kind: str
    verbatim: bool
    document: str
    date: str
    out: str
    by: str
    source: str
    href: str | None
    language: str
    characters: str
    signatories: list[Signatories]


class Actor(TypedDict):
    """An actor. ``says`` and ``stands`` are claims: those it speaks of, those it has a role in."""

    id: str
    name: str
    kind: str
    aliases: list[str]
    verification: str
    organOf: list[str]
    says: list[int]
    stands: list[int]


class RoleOf(TypedDict):
    """What stands in a role of a claim; ``whole`` tells that it is taken from the whole."""

    role: str
    label: str
    whole: bool
    actor: str | None
    claim: int | None


class Claim(TypedDict):
    """What is claimed, as a noun phrase that asserts nothing.

    ``earliest`` and ``latest`` are the days between which it is said to have happened, empty where
    nobody says. ``stances`` is None where the page is made without.
    """

    id: str
    name: str
    sentence: str
    kind: str
    text: int | None
    roles: list[RoleOf]
    acts: list[int]
    who: str
    whole: int | None
    items: list[int]
    earliest: str
    latest: str
    stances: Matrix | None


class Item(TypedDict):
    """A kind of item that claims are about, or one broader than such; ``broader`` are items."""

    id: str
    label: str
    aliases: list[str]
    broader: list[int]


class Instrument(TypedDict):
    """What norms stand in; ``kind`` is such as treaty."""

    id: str
    label: str
    kind: str


class Act(TypedDict):
    """One act of saying. ``bearing`` is affirms, open, negates or none."""

    id: str
    claim: int | None
    speakers: list[str]
    who: str
    to: str
    date: str
    force: str
    stance: str
    status: str
    bearing: str
    attitude: str
    sentence: str
    reading: str
    note: str
    words: Words


class Node(TypedDict):
    """A voice, an actor, a proposition or a norm, and where it stands."""

    kind: str
    label: str
    claim: int | None
    actors: list[str]
    x: float
    y: float


# "from" is a word of Python's own, so this type is written as a call.
Line = TypedDict(
    "Line",
    {
        "from": int,
        "to": int,
        "kind": str,
        "label": str,
        "stance": str,
        "status": str,
        "who": str,
        "style": str,
        "claim": int | None,
        "finding": str | None,
    },
)


class Network(TypedDict):
    """The whole graph, drawn."""

    nodes: list[Node]
    lines: list[Line]


class View(TypedDict):
    """Everything that the page's script works on.

    ``where`` is where somebody says something, or nobody does; ``digest`` is that of the graph.
    ``stories`` and ``clock`` are None where the page is made without; ``ledger`` has a row for each
    norm, and none where the page is made without. ``statedIn`` are the instruments of its rows.
    """

    where: str
    digest: str
    texts: list[Text]
    actors: list[Actor]
    claims: list[Claim]
    acts: list[Act]
    items: list[Item]
    instruments: list[Instrument]
    norms: list[Norm]
    ledger: list[LedgerRow]
    statedIn: list[LedgerInstrument]
    findings: list[Finding]
    stories: list[Story] | None
    network: Network
    clock: Clock | None
