"""The typed rows that views draw and commands print. Actors, norms and texts go by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.restriction import EVERYTHING, Restriction
from kg.vocab import Assumption, Reason

# Reasons that leave open whether the norm applies; the others say that it does not.
OPEN_REASONS = frozenset(
    {
        Reason.ITEM_UNDERSPECIFIED,
        Reason.TIME_INDETERMINATE,
        Reason.CONDITION_UNCLAIMED,
        Reason.ACTOR_UNSPECIFIED,
        Reason.DIRECTION_UNSPECIFIED,
        Reason.PLACE_UNSPECIFIED,
        Reason.DEPENDENCE_UNDECIDED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRow:
    """Quoted words. ``spans`` are code points in the characters of the text, end exclusive.

    ``text_kind`` is verbatim or abstract; an abstract's words are never shown as a quotation.
    """

    text: str
    text_kind: str
    spans: tuple[tuple[int, int], ...]
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryListRow:
    """Who signed a document, as one source says it; other sources have lists of their own.

    ``count`` is the number of states that the source gives, None where it gives none. ``states``
    and ``others`` are what the ``actors`` are called.
    """

    source: str
    count: int | None
    actors: tuple[str, ...]
    states: tuple[str, ...]
    others: tuple[str, ...]
    verification: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingRow:
    """That a text is recorded as repeating another, ``text``, or as resting on it."""

    text: str
    verification: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A text with its document. ``date`` is ISO 8601 and may be a year or a month."""

    id: str
    iri: str
    kind: str
    title: str
    document_kind: str
    date: str
    issued_by: tuple[str, ...]
    released_by: tuple[str, ...]
    published_by: tuple[str, ...]
    source: str | None
    language: str
    sha256: str
    characters: str
    signatory_lists: tuple[SignatoryListRow, ...] = ()
    rests_on: tuple[RestingRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganRow:
    """A state, by its name, of which an organization is recorded as an organ.

    ``since`` and ``until`` are days, None where none is recorded; until is the first day outside.
    """

    state: str
    since: str | None
    until: str | None
    verification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor or grouping; ``kind`` is state, organization, non-state-group, person, grouping."""

    id: str
    iri: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    verification: str
    organ_of: tuple[OrganRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """One thing that stands in a role of a proposition: supplier → KP, item → ammunition.

    ``value`` is an id of an actor or item, a claim's IRI or a literal; ``label`` is for people.
    ``from_whole`` tells that the role is taken from the proposition of which this one is a part.
    """

    role: str
    value: str
    label: str
    from_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionRow:
    """What a claim describes. ``sentence`` says it neutrally, as a noun phrase, asserting nothing.

    ``kind`` is transfer, conduct, breach, vote, consequence or exemption.
    """

    iri: str
    name: str
    text: str
    kind: str
    sentence: str
    roles: tuple[RoleRow, ...]
    part_of: str | None

    def values(self, *roles: str) -> tuple[str, ...]:
        """Return what stands in any of ``roles``, such as ``supplier``, in the order of the roles.

        It is taken from the whole where the proposition itself does not say it.
        """
        return tuple(each.value for each in self.roles if each.role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechActRow:
    """One act of saying. ``sentence`` tells who says it and how: "Japan confirms, as completed"."""

    iri: str
    proposition: str
    text: str
    date: str
    speaker: tuple[str, ...]
    addressee: tuple[str, ...]
    force: str
    stance: str | None
    status: str | None
    attitude: str | None
    sentence: str
    words: WordsRow
    reading: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """Days on which a norm is in force; ``until`` is the day of the end, None where it is open.

    ``held_by`` and ``rejected_by`` name the actors between which that is disputed, if it is.
    """

    since: str
    until: str | None
    held_by: tuple[str, ...] = ()
    rejected_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRow:
    """A norm as a lawyer cites it. ``citation`` is such as "S/RES/1874 (2009), para. 9"."""

    id: str
    iri: str
    instrument: str
    citation: str
    rule: str
    deontic: str
    role: str
    addressee: tuple[str, ...]
    counterparty: tuple[str, ...]
    covers: tuple[str, ...]
    excepts: tuple[str, ...]
    in_force: tuple[PeriodRow, ...]
    condition: str | None
    verification: str
    sources: tuple[str, ...]
    note: str | None
    territory: tuple[str, ...] = ()
    exemptible: tuple[str, ...] = ()
    exempted_by: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A kind of item. ``broader`` are the ids of those next above it; there may be several."""

    id: str
    label: str
    aliases: tuple[str, ...]
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRow:
    """What norms stand in. ``kind`` is such as treaty or security-council-resolution."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementRow:
    """One test of a finding: what the words give, what the norm asks, how it came out."""

    test: str
    outcome: str
    said: str
    rule: str
    words: tuple[WordsRow, ...]
    verification: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding. ``kind`` is alleged-violation, prospective-violation or non-application.

    ``sentence`` is fit to print beside real names. ``agent`` is None where the text names nobody
    in the role. ``verification`` holds every mark of the reference data that it rests on.
    """

    id: str
    iri: str
    kind: str
    sentence: str
    transfer: str
    norm: str
    agent: str | None
    role: str
    reasons: tuple[str, ...]
    assumes: tuple[str, ...]
    elements: tuple[ElementRow, ...]
    based_on: tuple[str, ...]
    contested_by: tuple[str, ...]
    part_of_finding: str | None
    verification: tuple[str, ...]

    @property
    def is_undecided(self) -> bool:
        """Tell whether it cannot be told that the norm applies, nor that it does not."""
        return not OPEN_REASONS.isdisjoint(self.reasons)

    @property
    def rests_on_claimed_purpose(self) -> bool:
        """Tell whether the norm asks for a determination, and a claim alone stands in for it."""
        return Assumption.CONDITION_CLAIMED in self.assumes


@dataclass(frozen=True, slots=True, kw_only=True)
class SufficientRow:
    """Speakers whose word suffices for a finding: any one of each group, and nobody else.

    ``one_of`` holds groups of ids of actors; each choice of one from every group makes a set of
    which no part suffices. ``names`` holds what they are called, in the same order.
    """

    one_of: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything that a view shows of one build, sorted, with nothing left to look up.

    ``restriction`` is what alone counts of the build; a view that shows less than all says so.
    """

    texts: tuple[TextRow, ...]
    actors: tuple[ActorRow, ...]
    propositions: tuple[PropositionRow, ...]
    speech_acts: tuple[SpeechActRow, ...]
    norms: tuple[NormRow, ...]
    findings: tuple[FindingRow, ...]
    digest: str
    restriction: Restriction = EVERYTHING
    items: tuple[ItemRow, ...] = ()
    instruments: tuple[InstrumentRow, ...] = ()
