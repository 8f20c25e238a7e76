"""One norm held against parties, an item and a place: what it says, in which windows of days.

These are the tests of ``ontology/rules/40`` to ``45`` for a single day; docs/decisions/0008 tells
where the ledger says more than the rules, which pass over what is too vague to be a near miss.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.queries.norm_ledger.rows import Bond, LedgerEntry, Says
from kg.queries.norm_ledger.scopes import BEGINNING, NormScope, Reach, Scopes, last_day
from kg.queries.norms import OPEN_END
from kg.queries.rows import PeriodRow
from kg.vocab import Deontic, Role

_SAYS = {
    Deontic.PROHIBITION: Says.PROHIBITED,
    Deontic.OBLIGATION: Says.OBLIGED,
    Deontic.EXHORTATION: Says.EXHORTED,
    Deontic.PERMISSION: Says.PERMITTED,
    Deontic.CLARIFICATION: Says.CLARIFIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Ids of whoever supplies, receives and carries; None for anybody, which no norm binds."""

    supplier: str | None
    recipient: str | None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a norm says from ``since`` until the day before ``until``."""

    entry: LedgerEntry
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    binds: Bond
    towards: Bond | None
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Where the items go, as far as the norm asks: what is still open, what stands in."""

    open: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Items:
    """How an item stands to a norm in a window."""

    since: str
    until: str
    excepted: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A norm that is about these parties and this place, with the windows in which it is."""

    scope: NormScope
    sides: tuple[_Sides, ...]
    ground: _Ground


def read_parties(
    scopes: Scopes, scope: NormScope, parties: Parties, place: str | None
) -> Reading | None:
    """Return how a norm bears on ``parties`` and ``place``, or None when it is not about them."""
    ground = _ground(scopes, scope, parties, place)
    if ground is None:
        return None
    sides = tuple(_sides(scopes, scope, parties))
    return Reading(scope=scope, sides=sides, ground=ground) if sides else None


def read_item(scopes: Scopes, reading: Reading, item: str) -> Iterator[Span]:
    """Yield what the norm says of ``item``, in each window in which it says the same."""
    scope = reading.scope
    for items in _items(scopes, scope, item):
        for sides in reading.sides:
            for period in scope.row.in_force:
                since = max(items.since, sides.since, period.since)
                until = min(items.until, sides.until, period.until or OPEN_END)
                if since < until:
                    entry = _entry(scopes, reading, sides, items, period)
                    yield Span(entry=entry, since=since, until=until)


def ends_of(scope: NormScope, parties: Parties) -> list[tuple[str | None, str | None]]:
    """Return who is in the norm's role and who at the other end; both ends for a carrier."""
    match Role(scope.row.role):
        case Role.SUPPLIER:
            return [(parties.supplier, parties.recipient)]
        case Role.RECIPIENT:
            return [(parties.recipient, parties.supplier)]
        case Role.INTERMEDIARY:
            return [(parties.via, parties.recipient), (parties.via, parties.supplier)]


def _sides(scopes: Scopes, scope: NormScope, parties: Parties) -> Iterator[_Sides]:
    for actor, other in ends_of(scope, parties):
        if actor is None and scope.row.role == Role.INTERMEDIARY:
            bound = [reach for each in scope.row.addressee for reach in _by_name(scopes, each)]
        else:
            bound = [] if actor is None else scopes.reaches(scope.row.addressee, actor)
        for binds in bound:
            if not scope.row.counterparty:
                yield _Sides(binds=binds.bond, towards=None, since=binds.since, until=binds.until)
                continue
            if other is None or other == binds.bond.actor.id:  # nobody is at his own other end
                continue
            for towards in scopes.reaches(scope.row.counterparty, other):
                yield _Sides(
                    binds=binds.bond,
                    towards=towards.bond,
                    since=max(binds.since, towards.since),
                    until=min(binds.until, towards.until),
                )


def _by_name(scopes: Scopes, actor: str) -> list[Reach]:
    return scopes.reaches([actor], actor)[:1]


def _ground(
    scopes: Scopes, scope: NormScope, parties: Parties, place: str | None
) -> _Ground | None:
    if not scope.places:
        return _Ground()
    if place is not None:
        there = [place]
    else:
        there = list(scopes.territory_of(parties.recipient)) if parties.recipient else []
    assumed = place is None
    if not there:
        return _Ground(open=scope.places)
    if any(not scopes.wider_places(each).isdisjoint(scope.places) for each in there):
        return _Ground(assumed=assumed)
    within = [each for each in scope.places if not scopes.wider_places(each).isdisjoint(there)]
    return _Ground(open=tuple(within), assumed=assumed) if within else None


def _items(scopes: Scopes, scope: NormScope, item: str) -> Iterator[_Items]:
    wider = scopes.wider_items(item)
    covers, excepts = frozenset(scope.row.covers), frozenset(scope.row.excepts)
    if wider.isdisjoint(covers):
        only = [each for each in covers if item in scopes.wider_items(each)]
        if only:
            yield _Items(since=BEGINNING, until=OPEN_END, only=tuple(only))
        return
    excepted = tuple(wider & excepts)
    within = tuple(each for each in excepts - wider if item in scopes.wider_items(each))
    yield _Items(
        since=BEGINNING,
        until=scope.excepts_until,
        excepted=excepted,
        apart_from=() if excepted else within,
    )
    if scope.excepts_until < OPEN_END:
        yield _Items(since=scope.excepts_until, until=OPEN_END)


def _entry(
    scopes: Scopes, reading: Reading, sides: _Sides, items: _Items, period: PeriodRow
) -> LedgerEntry:
    row = reading.scope.row
    says = Says.DISPUTED if period.held_by else _SAYS[Deontic(row.deontic)]
    excepted = scopes.items(items.excepted)
    return LedgerEntry(
        says=Says.EXCEPTED if excepted else says,
        norm=row.id,
        citation=row.citation,
        rule=row.rule,
        deontic=row.deontic,
        role=row.role,
        binds=sides.binds,
        towards=sides.towards,
        only_items=scopes.items(items.only),
        apart_from=scopes.items(items.apart_from),
        excepted=excepted,
        excepted_last=last_day(items.until) if excepted else None,
        only_places=scopes.places(reading.ground.open),
        destination_assumed=reading.ground.assumed,
        condition=scopes.condition(row.condition),
        depends_on=scopes.cited(row.depends_on),
        depends_open=bool(row.depends_on),
        held_by=scopes.actors(period.held_by),
        rejected_by=scopes.actors(period.rejected_by),
        exempted_by=scopes.actors(row.exempted_by),
        exemptible=row.exemptible,
        checked=row.verification,
    )


def preferred(span: Span) -> tuple[bool, bool, bool, str]:
    """Return what spans of one norm and actor are preferred by, the best first.

    In force beyond dispute; by name before by membership; dated before undated.
    """
    binds, towards = span.entry.binds, span.entry.towards
    undated = binds.undated or (towards is not None and towards.undated)
    through = binds.through.id if binds.through else ""
    return span.entry.says is Says.DISPUTED, bool(through), undated, through
