"""The ledger of norms as the page has it: what is recorded of each norm, told by number or name."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.norm_ledger import NormRecords
from kg.queries.norm_ledger.record_rows import (
    InstrumentRecord,
    NormRecord,
    RecordedChange,
    RecordedWindow,
)
from kg.queries.norm_ledger.rows import Named
from kg.views.page_index import PageIndex
from kg.views.view_ledger import LedgerChange, LedgerInstrument, LedgerRow, LedgerWindow
from kg.views.words import host, listed, name_of, plain, web_address
from kg.vocab import InstrumentKind, Verification


class PageLedger:
    """Records of norms as plain values, in the order in which the page has the norms."""

    def __init__(self, index: PageIndex, records: NormRecords | None) -> None:
        self._index = index
        self._records = {each.norm: each for each in records.norms} if records else {}
        self._instruments = records.instruments if records else ()
        self._numbers = {each.id: at for at, each in enumerate(self._instruments)}

    def rows(self) -> list[LedgerRow]:
        """Return a row for each norm of the page; none where it is made without the ledger."""
        if not self._records:
            return []
        return [self._row(self._records[norm.id]) for norm in self._index.picture.norms]

    def instruments(self) -> list[LedgerInstrument]:
        return [_instrument(each) for each in self._instruments]

    def _row(self, record: NormRecord) -> LedgerRow:
        norm = self._index.picture.norms[self._index.norms[record.norm]]
        concerned = [each.id for each in record.concerns]
        return {
            "instrument": self._numbers[record.instrument],
            "concerns": _names(record.concerns),
            "named": sorted({*norm.addressee, *norm.counterparty, *concerned}),
            "towards": _names(record.towards),
            "covers": _called(record.covers),
            "excepts": _called(record.excepts),
            "exceptsLast": plain(record.excepts_last or ""),
            "exceptsBy": _names(record.excepts_ended_by),
            "windows": [self._window(each) for each in record.windows],
            "condition": plain(record.condition.name) if record.condition else "",
            "depends": sorted(set(_called(record.depends_on))),
            "exemptedBy": _names(record.exempted_by),
            "changedBy": [self._change(each) for each in record.changed_by],
            "readWith": [plain(each) for each in record.read_with],
            "reach": plain(record.reach or ""),
        }

    def _window(self, window: RecordedWindow) -> LedgerWindow:
        # The note of a window may tell of its end, which nobody knew of on an earlier day.
        is_early = self._index.picture.restriction.as_of is not None and window.last is None
        return {
            "since": plain(window.since),
            "last": plain(window.last or ""),
            "by": _names(window.ended_by),
            "held": _names(window.held_by),
            "rejected": _names(window.rejected_by),
            "note": "" if is_early else plain(window.note or ""),
        }

    def _change(self, change: RecordedChange) -> LedgerChange:
        return {
            "norm": self._index.norms.get(change.norm.id),
            "citation": plain(change.norm.name),
            "how": plain(change.how or ""),
        }


def _instrument(record: InstrumentRecord) -> LedgerInstrument:
    return {
        "symbol": plain(record.symbol),
        "kind": name_of(InstrumentKind, record.kind),
        "title": plain(record.title),
        "date": plain(record.date or ""),
        "by": plain(record.adopted_by.name) if record.adopted_by else "",
        "href": web_address(record.address),
        "source": host(record.address) if record.address else "",
        "mark": name_of(Verification, record.checked),
    }


def _names(things: Iterable[Named]) -> str:
    """Return names as a list in a sentence; nothing for none."""
    return listed(dict.fromkeys(each.name for each in things))


def _called(things: Iterable[Named]) -> list[str]:
    return [plain(each.name) for each in things]
