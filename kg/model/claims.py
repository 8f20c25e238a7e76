"""Propositions, and what is said of them. A proposition asserts nothing; speech acts do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.model.texts import Quote, Span
from kg.vocab import Attitude, ConductKind, Force, Stance, Status, Unit, Vote

# Claims refer to each other by name within one annotation file; actors, items and cited norms are
# given by id or name too. An empty tuple or None means that the text does not say.


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSaid:
    """The days between which a text places something; a bound is None where it sets none."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A described transfer. ``party`` is used where the text does not tell the ends apart."""

    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    quantity: str | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    about: Decimal | None = None  # no bound: nobody says how far off it may be
    unit: Unit | None = None
    destination: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    date: TimeSaid | None = None
    purpose: tuple[str, ...] = ()  # claims
    in_return_for: tuple[str, ...] = ()  # claims
    part_of: str | None = None  # a claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """A described action or policy. ``concerns`` names claims, or norms as the text cites them."""

    kind: ConductKind
    agent: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    beneficiary: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()  # claims
    date: TimeSaid | None = None
    part_of: str | None = None  # a claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """That what ``concerns`` describes breaches, or would breach, the cited norms."""

    concerns: tuple[str, ...]  # claims
    breach_of: tuple[str, ...]  # norms as the text cites them


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast:
    """That ``agent`` voted on the cited norms in this way."""

    agent: tuple[str, ...]
    on: tuple[str, ...]  # norms as the text cites them
    cast: Vote
    date: TimeSaid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """That one claim's proposition brings about another's."""

    cause: tuple[str, ...]  # claims
    effect: tuple[str, ...]  # claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """That ``agent`` granted that a norm does not apply to a transfer."""

    agent: tuple[str, ...]
    transfer: str  # a claim
    norm: str  # a norm of the reference data


Proposition = Transfer | Conduct | Breach | VoteCast | Consequence | Exemption


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One act of saying something of a claim, at one place in one text.

    ``stance`` is None where the words take no position on whether it is so. ``reading`` says on
    which reading of the words the entry rests, where they allow several and each is recorded.
    """

    quote: Quote
    force: Force
    speaker: tuple[str, ...]
    stance: Stance | None = None
    status: Status | None = None
    attitude: Attitude | None = None
    addressee: tuple[str, ...] = ()
    reading: str | None = None
    gloss: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition under the name that the analyst gave it, and every place where it is said.

    ``answers`` names claims of other texts to which it is a reply, as ``text/claim``.
    """

    name: str
    content: Proposition
    said: tuple[Said, ...]
    answers: tuple[str, ...] = ()
    note: str | None = None


def said_numbers(claim: Claim) -> tuple[int, ...]:
    """Return, for each entry of ``claim.said``, which one on the very same words it is, from 1.

    Several entries on the same words record several readings of them; the number keeps their IRIs
    apart.
    """
    seen: Counter[tuple[Span, ...]] = Counter()
    numbers: list[int] = []
    for said in claim.said:
        seen[said.quote.spans] += 1
        numbers.append(seen[said.quote.spans])
    return tuple(numbers)
