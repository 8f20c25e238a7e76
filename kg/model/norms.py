"""Instruments and the norms read from their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model.sources import Source
from kg.vocab import ConductKind, Deontic, InstrumentKind, Role, Verification, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days on which a norm is in force: first day included, ``until`` excluded, None if open.

    Where it is disputed that the norm is in force then, ``held_by`` and ``rejected_by`` are actors.
    ``ended_by`` is the instrument that fixes the end, which may be the norm's own; None where that
    is not recorded, and so not known before the day itself.
    """

    valid_from: date
    valid_until: date | None = None
    held_by: tuple[str, ...] = ()
    rejected_by: tuple[str, ...] = ()
    ended_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A later norm that changes this one, and how, in our words."""

    norm: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One rule read from a paragraph.

    ``rule`` says it in our words, never in the instrument's. ``addressee`` holds actors or
    groupings; ``counterparty`` is empty where the norm applies whoever stands at the other end, and
    ``territory`` where it applies wherever the items go. ``excepts_until`` is the day from
    which what is excepted is covered after all. ``exempted_by`` are those competent to
    grant an exemption; ``depends_on`` norms one of which must be breached for this one to be.
    """

    id: str
    paragraph: str
    rule: str
    addressee: tuple[str, ...]
    deontic: Deontic
    role: Role
    covers: tuple[str, ...]
    in_force: tuple[Period, ...]
    verification: Verification
    counterparty: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    excepts_until: date | None = None
    condition: ConductKind | None = None
    exemptible: tuple[str, ...] = ()
    exempted_by: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    amended_by: tuple[Amendment, ...] = ()
    read_with: tuple[str, ...] = ()  # paragraphs of other instruments, as "unsc-1718 8 (b)"
    sources: tuple[str, ...] = ()  # keys among the instrument's sources
    reach: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A paragraph that is known and not modelled, and why."""

    paragraph: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVotes:
    """How members of the body voted when the instrument was put to the vote."""

    votes: tuple[tuple[str, Vote], ...]
    verification: Verification
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A norm-giving text. ``title`` is our description, not the instrument's own title.

    A draft that was put to the vote and failed has ``voted_on`` and no norms, and was not adopted.
    ``adopted_by`` is None for what states agreed among themselves.
    """

    id: str
    kind: InstrumentKind
    symbol: str
    title: str
    adopted: date | None
    adopted_by: str | None
    verification: Verification
    voted_on: date | None = None
    url: str | None = None
    votes: RecordedVotes | None = None
    norms: tuple[Norm, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str | None = None
