"""What is recorded of each norm beside its row: what it covers, its windows, what changed it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from kg.iris import instrument_iri, norm_iri, place_iri
from kg.quads.terms import DCTERMS, RDFS, SKOS
from kg.queries.norm_ledger.record_rows import (
    InstrumentRecord,
    NormRecord,
    NormRecords,
    RecordedChange,
    RecordedWindow,
)
from kg.queries.norm_ledger.rows import Named
from kg.queries.norm_ledger.scopes import NormScope, Scopes, last_day
from kg.queries.norms import OPEN_END
from kg.vocab import Ata


def select_norm_records(store: ox.Store) -> NormRecords:
    """Return the record of every norm, in the order of the norms of a picture."""
    records = _Records(Scopes(store))
    norms = tuple(records.norm(scope) for scope in records.scopes.norms)
    instruments = sorted({scope.row.instrument for scope in records.scopes.norms})
    return NormRecords(norms=norms, instruments=tuple(map(records.instrument, instruments)))


@dataclass(frozen=True, slots=True)
class _Records:
    scopes: Scopes

    def norm(self, scope: NormScope) -> NormRecord:
        row, facts, scopes = scope.row, self.scopes.facts, self.scopes
        ends = scope.excepts_until < OPEN_END
        return NormRecord(
            norm=row.id,
            instrument=row.instrument,
            towards=scopes.actors(row.counterparty),
            concerns=self._concerns(scope),
            covers=scopes.items(row.covers),
            excepts=scopes.items(row.excepts),
            excepts_last=last_day(scope.excepts_until),
            excepts_ended_by=self._begun_on(scope.excepts_until, row.iri) if ends else (),
            windows=self._windows(scope),
            condition=scopes.condition(row.condition),
            depends_on=scopes.cited(row.depends_on),
            exempted_by=scopes.actors(row.exempted_by),
            changed_by=self._changed_by(row.iri),
            read_with=tuple(
                facts.said(each, RDFS + "label") for each in facts.all(row.iri, RDFS + "seeAlso")
            ),
            reach=facts.one(row.iri, SKOS + "scopeNote"),
        )

    def instrument(self, instrument: str) -> InstrumentRecord:
        facts, iri = self.scopes.facts, instrument_iri(instrument)
        by = facts.word(iri, DCTERMS + "creator")
        return InstrumentRecord(
            id=instrument,
            symbol=facts.said(iri, RDFS + "label") or instrument,
            kind=facts.word(iri, Ata.kind) or "",
            title=facts.said(iri, DCTERMS + "title"),
            date=facts.one(iri, DCTERMS + "date"),
            adopted_by=self.scopes.actor(by) if by else None,
            address=facts.one(iri, DCTERMS + "source"),
            checked=facts.word(iri, Ata.verification) or "background",
        )

    def _concerns(self, scope: NormScope) -> tuple[Named, ...]:
        """Return where a norm hangs: a place, else who stands at the other end, else who is bound.

        The territory of a state counts as the state.
        """
        if scope.places:
            return tuple(dict.fromkeys(map(self._state_or_place, scope.places)))
        return self.scopes.actors(scope.row.counterparty or scope.row.addressee)

    def _state_or_place(self, place: str) -> Named:
        states = self.scopes.facts.ids(place_iri(place), Ata.territoryOf)
        return self.scopes.actor(states[0]) if states else self.scopes.places([place])[0]

    def _windows(self, scope: NormScope) -> tuple[RecordedWindow, ...]:
        facts = self.scopes.facts
        notes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        by: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for iri in facts.all(scope.row.iri, Ata.inForce):
            days = facts.said(iri, Ata.validFrom), facts.said(iri, Ata.validUntil)
            notes[days] += facts.all(iri, Ata.note)
            by[days] += facts.ids(iri, Ata.endedBy)
        windows = []
        for period in scope.row.in_force:
            days = period.since, period.until or OPEN_END
            windows.append(
                RecordedWindow(
                    since=period.since,
                    last=last_day(days[1]),
                    ended_by=tuple(map(self._symbol, sorted(by[days]))),
                    held_by=self.scopes.actors(period.held_by),
                    rejected_by=self.scopes.actors(period.rejected_by),
                    note="; ".join(sorted(notes[days])) or None,
                )
            )
        return tuple(windows)

    def _symbol(self, instrument: str) -> Named:
        symbol = self.scopes.facts.one(instrument_iri(instrument), RDFS + "label")
        return Named(id=instrument, name=symbol or instrument)

    def _changed_by(self, iri: str) -> tuple[RecordedChange, ...]:
        """Return the norms recorded as changing this one, the earliest first, each with how."""
        facts = self.scopes.facts
        notes = dict(each.split(": ", 1) for each in facts.all(iri, SKOS + "changeNote"))
        changes = sorted(facts.ids(iri, Ata.amendedBy), key=lambda each: (self._first(each), each))
        return tuple(
            RecordedChange(norm=named, how=notes.get(named.id))
            for named in self.scopes.cited(changes)
        )

    def _first(self, norm: str) -> str:
        """Return the first day on which a norm is in force; the far end where none is recorded."""
        facts, iri = self.scopes.facts, norm_iri(norm)
        days = [facts.said(each, Ata.validFrom) for each in facts.all(iri, Ata.inForce)]
        return min(days, default=OPEN_END)

    def _begun_on(self, day: str, iri: str) -> tuple[Named, ...]:
        """Return the norms that are recorded as changing this one and begin on ``day``."""
        changing = self.scopes.facts.ids(iri, Ata.amendedBy)
        return self.scopes.cited(each for each in changing if self._first(each) == day)
