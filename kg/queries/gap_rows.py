"""Typed rows of what is missing: what would decide a finding, who has not spoken, who alone has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """What a claim, or the reference data, does not say; in this order equals are listed."""

    DIRECTION = "direction"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    ITEM = "item"
    DATE = "date"
    PLACE = "place"
    DETERMINATION = "determination"
    MEMBERSHIP = "membership"
    PERIOD = "period"


class Fate(StrEnum):
    """What the rules say of a norm and an actor."""

    APPLIES = "applies"
    DOES_NOT_APPLY = "does-not-apply"
    OPEN = "cannot-be-decided"
    NOT_NEAR = "not-near"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRef:
    """A transfer as claimed; ``said_by`` are sentences such as "Japan alleges, as completed"."""

    text: str
    claim: str
    iri: str
    sentence: str
    said_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A finding as it stands now. ``reason`` is None where the norm is found to apply.

    ``counted`` is False for a finding on a part, which is counted with the one on the whole.
    """

    finding: str
    text: str
    claim: str
    norm: str
    citation: str
    actor: str | None
    role: str
    fate: Fate
    reason: str | None
    sentence: str
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What would be found by an answer. ``finding`` is what it is of, None where there is none now.

    ``whom`` names the actor, or says what is known of whoever would be in the role. ``assumes`` is
    what the finding would take as given besides the claim and the answer.
    """

    finding: str | None
    text: str
    claim: str
    norm: str
    citation: str
    whom: str
    role: str
    becomes: Fate
    reason: str | None
    assumes: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAnswer:
    """One thing that could be said, and what the rules would find then.

    ``values`` are ids, days or words; where several lead to the very same they stand together.
    ``effects`` tell what becomes of every finding that hangs on it, changed or not, and ``new``
    what would be found besides. ``decides`` counts what cannot be decided now and could be then,
    ``changes`` all that changes, both without findings on parts.
    """

    words: str
    values: tuple[str, ...]
    decides: int
    changes: int
    effects: tuple[Effect, ...]
    new: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is missing from one claim or record, and what hangs on it.

    ``asked`` says it in a sentence. ``hanging`` are the findings that some answer changes, as they
    stand now. ``changes`` counts them, ``decides`` those among them that cannot be decided now and
    could be then, both without those on parts. ``other_way`` says what else could be said that no
    rule reads, None where the answers are all there is to say.
    """

    missing: Missing
    claims: tuple[ClaimRef, ...]
    asked: str
    other_way: str | None
    changes: int
    decides: int
    hanging: tuple[Hanging, ...]
    answers: tuple[GapAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """How many undecided findings under a norm an answer of one kind would decide.

    They are on so many ``claims``, of which each needs an answer of its own, even where the
    question reads the same.
    """

    missing: Missing
    norm: str
    citation: str
    findings: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """All gaps, first those on which most findings hang.

    ``undecided`` counts the findings that cannot be decided, ``decidable`` those of them that a
    single answer would decide, both without those on parts; ``left`` are ids of the others.
    """

    gaps: tuple[Gap, ...]
    tally: tuple[TallyRow, ...]
    undecided: int
    decidable: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenFor:
    """Words that bear on a claim and are not the actor's own answer to it.

    ``speakers`` are names; ``link`` tells what they are to the actor. ``claim`` is the other claim
    that they speak of, and empty for what is linked to the very claim.
    """

    speakers: str
    link: str
    sentence: str
    text: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentRow:
    """An actor named in a transfer that others speak of as having taken place.

    The actor has taken no stance on it in this graph, which says nothing of the world.
    ``near_it`` are answers by its organs and office holders, ``elsewhere`` what the actor, or one
    of those, says of other transfers between the same ends.
    """

    actor: str
    name: str
    roles: tuple[str, ...]
    claim: ClaimRef
    findings: tuple[str, ...]
    near_it: tuple[SpokenFor, ...]
    elsewhere: tuple[SpokenFor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOriginRow:
    """A transfer taken as actual, which texts of one origin, or of one issuer, alone support.

    ``texts`` are those that take it, or a kindred transfer, as actual; ``origins`` are where they
    come from; ``rests_on`` is "one text", "one origin" or "one issuer". ``hanging`` are ids of
    alleged violations that rest on it.
    """

    issuers: tuple[str, ...]
    names: tuple[str, ...]
    claim: ClaimRef
    rests_on: str
    origins: tuple[str, ...]
    texts: tuple[str, ...]
    hanging: tuple[str, ...]
    part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOrigin:
    """The rows by issuer, and how many claims were compared or could not be.

    A claim that names no supplier, no recipient or no item can be put beside none.
    """

    rows: tuple[OneOriginRow, ...]
    compared: int
    not_comparable: int
