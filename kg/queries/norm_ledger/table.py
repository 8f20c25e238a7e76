"""The table direction × item × parties × date: what the norms modelled say in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

import pyoxigraph as ox

from kg.queries.known import ParameterKind, check_values
from kg.queries.norm_ledger.reading import (
    Parties,
    Reading,
    Span,
    preferred,
    read_item,
    read_parties,
)
from kg.queries.norm_ledger.rows import LedgerCell, LedgerEntry, Named, NormTable, Says
from kg.queries.norm_ledger.scopes import BEGINNING, NormScope, Scopes, last_day
from kg.queries.norms import OPEN_END
from kg.vocab import Role

_Ends = tuple[str | None, ...]
_BARS = (Says.PROHIBITED, Says.DISPUTED)


def select_norm_table(  # noqa: PLR0913  # one for each side of the table
    store: ox.Store,
    *,
    supplier: str | None = None,
    recipient: str | None = None,
    via: str | None = None,
    item: str | None = None,
    place: str | None = None,
    on: str | None = None,
) -> NormTable:
    """Return what norms say of transfers as asked about; what is left out is spread.

    Parties without a value are those that norms name, items those that norms cover or except, days
    the windows in which the norms say the same. Raises KgError with every value that the graph
    does not have.
    """
    asked = (
        (ParameterKind.ACTOR, supplier, "supplier"),
        (ParameterKind.ACTOR, recipient, "recipient"),
        (ParameterKind.ACTOR, via, "carrier"),
        (ParameterKind.ITEM, item, "item"),
        (ParameterKind.PLACE, place, "place"),
        (ParameterKind.DATE, on, "on"),
    )
    check_values(store, asked)
    scopes = Scopes(store)
    parties = Parties(supplier=supplier, recipient=recipient, via=via)
    return NormTable(
        supplier=_named(scopes, supplier),
        recipient=_named(scopes, recipient),
        via=_named(scopes, via),
        item=scopes.items([item])[0] if item else None,
        place=scopes.places([place])[0] if place else None,
        on=on,
        cells=tuple(cells_of(scopes, parties, item=item, place=place, on=on)),
    )


def cells_of(
    scopes: Scopes, parties: Parties, *, item: str | None, place: str | None, on: str | None
) -> Iterator[LedgerCell]:
    """Yield the cells of the table, direction by direction; what is None is spread."""
    is_spread = parties.supplier is None or parties.recipient is None
    for supplier, recipient in _pairs(scopes, parties.supplier, parties.recipient):
        each = Parties(supplier=supplier, recipient=recipient, via=parties.via)
        yield from _cells(scopes, each, item=item, place=place, on=on, is_spread=is_spread)


def _named(scopes: Scopes, actor: str | None) -> Named | None:
    return None if actor is None else scopes.actor(actor)


def _pairs(
    scopes: Scopes, supplier: str | None, recipient: str | None
) -> list[tuple[str | None, str | None]]:
    """Return the directions of the table, with those that norms name where one is left out."""
    if supplier is not None and recipient is not None:
        return [(supplier, recipient)]
    pairs = {
        pair
        for scope in scopes.norms
        for pair in _pairs_of(scopes, scope, supplier, recipient)
        if pair[0] is None or pair[0] != pair[1]
    }

    def called(pair: tuple[str | None, str | None]) -> list[tuple[bool, str, str]]:
        return [(end is None, scopes.actor(end).name if end else "", end or "") for end in pair]

    return sorted(pairs, key=called)


def _pairs_of(
    scopes: Scopes, scope: NormScope, supplier: str | None, recipient: str | None
) -> Iterator[tuple[str | None, str | None]]:
    anybody: _Ends = (None,)
    bound: _Ends = scope.row.addressee
    others: _Ends = scope.row.counterparty or anybody
    sides: list[tuple[_Ends, _Ends]]
    match Role(scope.row.role):
        case Role.SUPPLIER:
            sides = [(bound, others)]
        case Role.RECIPIENT:
            sides = [(others, bound)]
        case Role.INTERMEDIARY:
            sides = [(anybody, others), (others, anybody)]
    for first, second in sides:
        suppliers = _narrowed(scopes, first, supplier)
        recipients = _narrowed(scopes, second, recipient)
        yield from product(suppliers, recipients)


def _narrowed(scopes: Scopes, named: _Ends, actor: str | None) -> _Ends:
    if actor is None:
        return named
    is_meant = None in named or scopes.reaches([each for each in named if each], actor)
    return (actor,) if is_meant else ()


def _cells(  # noqa: PLR0913  # what is asked
    scopes: Scopes,
    parties: Parties,
    *,
    item: str | None,
    place: str | None,
    on: str | None,
    is_spread: bool,
) -> Iterator[LedgerCell]:
    readings = [
        reading
        for scope in scopes.norms
        if (reading := read_parties(scopes, scope, parties, place)) is not None
        and not (is_spread and _is_elsewhere(reading, parties))
    ]
    known = _items_of(readings) if item is None else {item}
    for each in scopes.items(known):
        rows = list(_windows(scopes, readings, each.id, on))
        if (is_spread or item is None) and not any(entries for _, _, entries in rows):
            continue
        for since, last, entries in rows:
            yield LedgerCell(
                supplier=_named(scopes, parties.supplier),
                recipient=_named(scopes, parties.recipient),
                item=each,
                since=since,
                last=last,
                entries=entries,
            )


def _is_elsewhere(reading: Reading, parties: Parties) -> bool:
    """Tell whether a norm on whoever sends to a place belongs to the row of anybody alone."""
    return (
        not reading.scope.row.counterparty
        and bool(reading.ground.open)
        and parties.supplier is not None
        and parties.recipient is not None
    )


def _items_of(readings: Iterable[Reading]) -> set[str]:
    rows = [reading.scope.row for reading in readings]
    return {item for row in rows for item in (*row.covers, *row.excepts)}


def _windows(
    scopes: Scopes, readings: Iterable[Reading], item: str, on: str | None
) -> Iterator[tuple[str | None, str | None, tuple[LedgerEntry, ...]]]:
    """Yield first day, last day and entries of each window in which the norms say the same."""
    spans = [span for reading in readings for span in read_item(scopes, reading, item)]
    if on is not None:
        yield on, on, _entries(scopes, spans, on)
        return
    days = {BEGINNING, OPEN_END} | {day for span in spans for day in (span.since, span.until)}
    began, said = BEGINNING, _entries(scopes, spans, BEGINNING)
    for day in sorted(days - {BEGINNING}):
        now = _entries(scopes, spans, day) if day < OPEN_END else None
        if now != said:
            yield None if began == BEGINNING else began, last_day(day), said
            began, said = day, now or ()


def _entries(scopes: Scopes, spans: Iterable[Span], day: str) -> tuple[LedgerEntry, ...]:
    best: dict[tuple[str, str], Span] = {}
    for span in spans:
        if span.since <= day < span.until:
            key = (span.entry.norm, span.entry.binds.actor.id)
            if key not in best or preferred(span) < preferred(best[key]):
                best[key] = span
    found = [span.entry for span in best.values()]
    held = [_depending(scopes, entry, found, day) for entry in found]
    order = list(Says)
    return tuple(
        sorted(
            (entry for entry in held if entry is not None),
            key=lambda entry: (entry.is_open, order.index(entry.says), entry.citation, entry.norm),
        )
    )


def _depending(
    scopes: Scopes, entry: LedgerEntry, others: Iterable[LedgerEntry], day: str
) -> LedgerEntry | None:
    """Return the entry as far as the norms on which it depends speak; None where none is near."""
    if not entry.depends_open:
        return entry
    wanted = {each.id for each in entry.depends_on}
    actor = entry.binds.actor.id
    if actor in scopes.groupings:  # whose members may be bound by others
        there = [scope.row for scope in scopes.norms if scope.row.id in wanted]
        kept = [row.id for row in there if any(_holds(p.since, p.until, day) for p in row.in_force)]
        return replace(entry, depends_on=scopes.cited(kept)) if kept else None
    near = [
        each
        for each in others
        if each.norm in wanted and each.binds.actor.id == actor and each.says in _BARS
    ]
    breached = [each for each in near if not each.is_open]
    ids = scopes.cited(sorted({each.norm for each in breached or near}))
    if not breached:
        return replace(entry, depends_on=ids) if near else None
    settled = replace(entry, depends_on=ids, depends_open=False)
    if any(each.says is Says.PROHIBITED for each in breached):
        return settled
    held = {each.held_by: each.rejected_by for each in breached}
    first = min(held, key=lambda actors: [each.id for each in actors])
    return replace(settled, says=Says.DISPUTED, held_by=first, rejected_by=held[first])


def _holds(since: str, until: str | None, day: str) -> bool:
    return since <= day < (until or OPEN_END)
