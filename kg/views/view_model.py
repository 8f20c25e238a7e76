"""What the explorer page is given: plain rows, nothing to look up, and JSON without a loss.

Rows lead to others by their number in the list that they stand in. ``ontology/view.schema.json``
is made from these types by tools/make_view_schema.py, and so are the types of the page's script.
"""

from __future__ import annotations

from typing import TypedDict

from kg.views.view_ledger import LedgerInstrument, LedgerRow


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


class StandingAct(TypedDict):
    """An act that bears on a claim; ``of`` tells on what it is, empty for the claim itself.

    ``toldBy`` tells in whose text that stands where it is what others say, else it is empty.
    """

    act: int
    of: str
    toldBy: str


class RelatedAct(TypedDict):
    """A denial of the like that does not reach a claim, and why it does not."""

    act: int
    why: str
    toldBy: str


class Matrix(TypedDict):
    """Everybody's stances on one claim, the earliest first. ``value`` tells them in a sentence."""

    value: str
    stances: list[StandingAct]
    related: list[RelatedAct]
    lawful: list[RelatedAct]


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


class Words(TypedDict):
    """Quoted words. ``spans`` count UTF-16 units in the text's characters, end exclusive."""

    text: int | None
    verbatim: bool
    spans: list[list[int]]
    exact: list[str]


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


class Said(TypedDict):
    """A word in a story. ``link`` goes on from the speaker: how it bears on whose story it is."""

    act: int
    link: str
    toldBy: str
    items: str
    when: str


class Turn(TypedDict):
    """What is said on one side, from a day to a day, before something else is said."""

    side: str
    since: str
    until: str
    said: list[Said]


class Story(TypedDict):
    """What one body says on several sides of like transfers between two ends, in time.

    ``otherTimes`` tells that the sides are about other days, so that nothing changed. ``within``
    names a body whose story has all these words too, else it is empty.
    """

    actor: str
    supplier: str
    recipient: str
    items: list[str]
    turns: list[Turn]
    otherTimes: bool
    within: str


class Source(TypedDict):
    """Where the words of a norm were read."""

    words: str
    href: str | None


class Window(TypedDict):
    """Days on which a norm is in force; ``until`` is empty where no end is recorded."""

    since: str
    until: str
    disputed: bool


class Norm(TypedDict):
    """A norm as a lawyer cites it."""

    id: str
    citation: str
    instrument: str
    rule: str
    deontic: str
    binds: str
    role: str
    since: str
    windows: list[Window]
    territory: str
    exempted: str
    verification: str
    checked: bool
    sources: list[Source]
    note: str


class Assumed(TypedDict):
    """What a finding takes as given."""

    label: str
    meaning: str


class Element(TypedDict):
    """One test of a finding, with both sides. ``key`` is met, not-met, undecided or contested."""

    test: str
    outcome: str
    key: str
    said: str
    rule: str
    words: list[Words]
    marks: list[str]


class Finding(TypedDict):
    """An inference of this program: no legal determination, and nobody's claim.

    Acts contest it in three ways: ``denials`` deny or doubt the transfer, ``lawful`` deny that it
    is a breach, and in ``exempting`` others than its granter speak of an exemption. ``whole`` is
    the id of the like finding on the whole of which this transfer is a part.
    """

    id: str
    kind: str
    applies: bool
    sentence: str
    claim: int | None
    norm: int | None
    citation: str
    agent: str
    actor: str | None
    role: str
    reasons: list[str]
    assumes: list[Assumed]
    elements: list[Element]
    acts: list[int]
    denials: list[int]
    lawful: list[int]
    exempting: list[int]
    whole: str | None
    marks: list[str]
    ways: list[str]


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


class Stands(TypedDict):
    """A finding as it stands from ``since`` on, and before ``until`` where that is not empty.

    It stands so on no day, and among everything, where ``since`` is ``~``. ``brought`` are numbers
    of what is brought to its claim, None for all; ``row`` is what then stands in its place, None
    for the finding as the page has it.
    """

    finding: int
    since: str
    until: str
    brought: list[int] | None
    row: int | None


class Brings(TypedDict):
    """What acts bring to findings on a claim, of which one of ``firm`` has to be there.

    ``against`` holds denials that contest no more than some acts, each with these.
    """

    claim: int
    brings: list[list[int]]
    firm: list[int]
    against: list[tuple[int, list[int]]]


class Known(TypedDict):
    """When a norm is in force, as it was known before ``until``."""

    norm: int
    until: str
    since: str
    windows: list[Window]


class Clock(TypedDict):
    """What of the page counts on a day and according to some, without running a rule.

    ``texts`` and ``norms`` hold for each the day from which it counts, ``~`` where none is known;
    ``depends`` for each norm those on which it depends. ``more`` are findings that stand on some
    days or of some words alone; their numbers follow those of the page's findings. ``speakers`` are
    who may be chosen, ``asOf`` is the day of a page that is made for one, else empty.
    """

    days: list[str]
    asOf: str
    speakers: list[str]
    texts: list[str]
    norms: list[str]
    depends: list[list[int]]
    stands: list[Stands]
    rows: list[Finding]
    more: list[Finding]
    brings: list[Brings]
    known: list[Known]


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
