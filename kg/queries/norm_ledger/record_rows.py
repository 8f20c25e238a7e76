"""The typed rows of what is recorded of norms beside what every view shows of them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.norm_ledger.rows import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedWindow:
    """Days on which a norm is in force; ``last`` is the last, None where no end is recorded.

    ``ended_by`` are instruments recorded as fixing the end; without one nobody recorded what did.
    """

    since: str
    last: str | None
    ended_by: tuple[Named, ...]
    held_by: tuple[Named, ...]
    rejected_by: tuple[Named, ...]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedChange:
    """A norm recorded as changing another, and how, in our words, where that is recorded."""

    norm: Named
    how: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRecord:
    """What is recorded of a norm beside its ``NormRow``.

    ``concerns`` is where it hangs: a place, else the other end, else who is bound. What is in
    ``excepts`` is left out until ``excepts_last``, None where no end of that is recorded.
    """

    norm: str
    instrument: str
    towards: tuple[Named, ...]
    concerns: tuple[Named, ...]
    covers: tuple[Named, ...]
    excepts: tuple[Named, ...]
    excepts_last: str | None
    excepts_ended_by: tuple[Named, ...]
    windows: tuple[RecordedWindow, ...]
    condition: Named | None
    depends_on: tuple[Named, ...]
    exempted_by: tuple[Named, ...]
    changed_by: tuple[RecordedChange, ...]
    read_with: tuple[str, ...]
    reach: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRecord:
    """An instrument that norms are stated in. ``title`` is our description of it."""

    id: str
    symbol: str
    kind: str
    title: str
    date: str | None
    adopted_by: Named | None
    address: str | None
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRecords:
    """The records of all norms of a graph, in the order of its picture, and of the instruments."""

    norms: tuple[NormRecord, ...]
    instruments: tuple[InstrumentRecord, ...]
