"""What changed between two days: windows, exceptions, and who belongs to whom norms name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.iris import id_of, instrument_iri
from kg.queries.known import ParameterKind, check_values
from kg.queries.norm_ledger.rows import ChangeKind, Named, NormChange, NormChanges
from kg.queries.norm_ledger.scopes import NormScope, Reach, Scopes
from kg.queries.norms import OPEN_END
from kg.queries.rows import PeriodRow
from kg.vocab import Ata

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ORDER = tuple(ChangeKind)


def select_norm_changes(
    store: ox.Store, first: str, last: str, *, party: str | None = None, as_member: bool = False
) -> NormChanges:
    """Return what changed from ``first`` to ``last``, both included, in the order of days.

    With ``party``, what names it at either end, what has it at the other end as a member, and its
    own memberships; with ``as_member`` also changes of norms that bind it as one of a grouping.
    Raises KgError for a value that the graph does not have, and for days in the wrong order.
    """
    check_values(
        store,
        (
            (ParameterKind.DATE, first, "the first day"),
            (ParameterKind.DATE, last, "the last day"),
            (ParameterKind.ACTOR, party, "party"),
        ),
    )
    if last < first:
        sentence = f"the last day, {last}, lies before the first, {first}"
        raise KgError([Problem(slug="days-in-wrong-order", sentence=sentence)])
    scopes = Scopes(store)
    changes = _Changes(scopes)
    found = [each for each in changes.all() if first <= each.day <= last]
    about: list[NormChange] = []
    many: list[NormChange] = []
    for each in found:
        if party is None or changes.names(each, party):
            about.append(each)
        elif changes.binds(each, party):
            many.append(each)
    shown = about + many if as_member else about
    return NormChanges(
        first=first,
        last=last,
        party=scopes.actor(party) if party else None,
        changes=tuple(sorted(shown, key=_in_time)),
        as_one_of_many=0 if as_member else len(many),
    )


def _in_time(change: NormChange) -> tuple[str, int, str, str, str]:
    member = change.member.id if change.member else ""
    return change.day, _ORDER.index(change.kind), change.citation, change.norm, member


@dataclass(frozen=True, slots=True)
class _Changes:
    scopes: Scopes

    def all(self) -> Iterator[NormChange]:
        for scope in self.scopes.norms:
            yield from self._of_windows(scope)
            if scope.excepts_until < OPEN_END:
                yield self._change(
                    scope,
                    ChangeKind.EXCEPTION_ENDS,
                    scope.excepts_until,
                    items=scope.row.excepts,
                    by=self._amending(scope, scope.excepts_until),
                )
        for reach in self.scopes.memberships():
            yield from self._of_membership(reach)

    def names(self, change: NormChange, party: str) -> bool:
        """Tell whether the norm, or the membership, is about ``party`` and not about many."""
        if change.member is not None:
            grouping = change.grouping.id if change.grouping else ""
            return party in {change.member.id, grouping}
        if party in {each.id for each in change.binds}:
            return True
        return self._reaches(change.towards, party, change.day)

    def binds(self, change: NormChange, party: str) -> bool:
        """Tell whether the norm binds ``party`` on the day, by name or as one of a grouping."""
        return change.member is None and self._reaches(change.binds, party, change.day)

    def _reaches(self, named: Iterable[Named], party: str, day: str) -> bool:
        reaches = self.scopes.reaches([each.id for each in named], party)
        return any(each.since <= day < each.until for each in reaches)

    def _of_windows(self, scope: NormScope) -> Iterator[NormChange]:
        for number, period in enumerate(scope.row.in_force):
            kind = ChangeKind.RETURNS if number else ChangeKind.BEGINS
            yield self._change(scope, kind, period.since, period=period)
            if period.until is not None:
                by = self._ending(scope, period)
                yield self._change(scope, ChangeKind.ENDS, period.until, period=period, by=by)

    def _of_membership(self, reach: Reach) -> Iterator[NormChange]:
        grouping = reach.bond.through.id if reach.bond.through else ""
        days = [(ChangeKind.MEMBERSHIP_BEGINS, reach.bond.since)]
        days += [(ChangeKind.MEMBERSHIP_ENDS, reach.until if reach.bond.last else None)]
        for scope in self.scopes.norms:
            if grouping not in (*scope.row.addressee, *scope.row.counterparty):
                continue
            for kind, day in days:
                if day is not None and _window_on(scope, day) is not None:
                    window = _window_on(scope, day)
                    yield self._change(scope, kind, day, reach=reach, period=window)

    def _ending(self, scope: NormScope, period: PeriodRow) -> tuple[Named, ...]:
        """Return the instruments recorded as fixing the end of a window of the norm."""
        facts = self.scopes.facts
        found = {
            id_of(by)
            for iri in facts.all(scope.row.iri, Ata.inForce)
            if facts.said(iri, Ata.validFrom) == period.since
            for by in facts.all(iri, Ata.endedBy)
        }
        return tuple(self._instrument(each) for each in sorted(found))

    def _instrument(self, instrument: str) -> Named:
        symbol = self.scopes.facts.one(instrument_iri(instrument), _LABEL)
        return Named(id=instrument, name=symbol or instrument)

    def _amending(self, scope: NormScope, day: str) -> tuple[Named, ...]:
        """Return the norms recorded as amending this one that begin on ``day``."""
        amending = self.scopes.facts.ids(scope.row.iri, Ata.amendedBy)
        begun = {
            each.row.id
            for each in self.scopes.norms
            if any(period.since == day for period in each.row.in_force)
        }
        return self.scopes.cited(each for each in amending if each in begun)

    def _amended(self, scope: NormScope) -> tuple[Named, ...]:
        amended = self.scopes.facts.subjects(Ata.amendedBy)
        return self.scopes.cited(
            sorted(id_of(norm) for norm, by in amended.items() if scope.row.iri in by)
        )

    def _change(  # noqa: PLR0913  # what a change is made of
        self,
        scope: NormScope,
        kind: ChangeKind,
        day: str,
        *,
        period: PeriodRow | None = None,
        items: tuple[str, ...] | None = None,
        by: tuple[Named, ...] = (),
        reach: Reach | None = None,
    ) -> NormChange:
        row = scope.row
        return NormChange(
            day=day,
            kind=kind,
            norm=row.id,
            citation=row.citation,
            rule=row.rule,
            deontic=row.deontic,
            role=row.role,
            binds=self.scopes.actors(row.addressee),
            towards=self.scopes.actors(row.counterparty),
            items=self.scopes.items(row.covers if items is None else items),
            member=reach.bond.actor if reach else None,
            grouping=reach.bond.through if reach else None,
            by=by,
            changes=self._amended(scope) if kind is ChangeKind.BEGINS else (),
            held_by=self.scopes.actors(period.held_by) if period else (),
            rejected_by=self.scopes.actors(period.rejected_by) if period else (),
            checked=row.verification,
            membership_checked=reach.bond.checked if reach else None,
        )


def _window_on(scope: NormScope, day: str) -> PeriodRow | None:
    windows = scope.row.in_force
    return next((p for p in windows if p.since <= day < (p.until or OPEN_END)), None)
