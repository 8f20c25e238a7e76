"""What the explorer page is given of the ledger of norms; a part of the view (view_model)."""

from __future__ import annotations

from typing import TypedDict


class LedgerWindow(TypedDict):
    """Days on which a norm is in force. ``last`` is empty where no end is recorded.

    ``by`` tells which instrument is recorded as fixing the end, empty where none is.
    """

    since: str
    last: str
    by: str
    held: str
    rejected: str
    note: str


class LedgerChange(TypedDict):
    """A norm recorded as changing another, and how, in our words; empty where that is not."""

    norm: int | None
    citation: str
    how: str


class LedgerRow(TypedDict):
    """What the ledger has of the norm of the same number. ``named`` are ids of actors it names."""

    instrument: int
    concerns: str
    named: list[str]
    towards: str
    covers: list[str]
    excepts: list[str]
    exceptsLast: str
    exceptsBy: str
    windows: list[LedgerWindow]
    condition: str
    depends: list[str]
    exemptedBy: str
    changedBy: list[LedgerChange]
    readWith: list[str]
    reach: str


class LedgerInstrument(TypedDict):
    """An instrument that norms are stated in; ``title`` is our description of it."""

    symbol: str
    kind: str
    title: str
    date: str
    by: str
    href: str | None
    source: str
    mark: str
