"""The table of the ledger of norms, as text, CSV, TSV or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from kg.model.restriction import Restriction
from kg.queries.norm_ledger.rows import SILENT, LedgerCell, LedgerEntry, Named, NormTable
from kg.views.norm_words import LEDGER_NOTE, called, tell_entry, tell_norm, tell_says
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_tsv, wrapped
from kg.vocab import Role

ANYBODY = "anybody"
_WIDTH = 100
_COLUMNS = (
    "supplier",
    "recipient",
    "item",
    "first-day",
    "last-day",
    "says",
    "more-must-hold",
    "norm",
    "citation",
    "role",
    "binds",
    "bound-through",
    "other-end",
    "other-end-through",
    "only-items",
    "apart-from",
    "excepted",
    "only-places",
    "condition",
    "depends-on",
    "held-by",
    "rejected-by",
    "exempted-by",
    "exemptible",
    "how-far-checked",
)


def draw_norm_table(table: NormTable, form: str, restriction: Restriction) -> str:
    """Return a table as table, csv, tsv or json.

    Text tells each norm in full where parties and item were asked about, and else its paragraph.
    """
    match form:
        case "json":
            asked = ("supplier", "recipient", "via", "item", "place", "on")
            values: dict[str, Any] = {
                "note": LEDGER_NOTE,
                **restriction_values(restriction),
                "asked": {key: asdict(table)[key] for key in asked},
                "cells": [_as_values(cell) for cell in table.cells],
            }
            return draw_json("kg-ledger/1", values)
        case "csv":
            return draw_csv(_all_facts(table))
        case "tsv":
            return draw_tsv(_all_facts(table))
        case _:
            return _as_text(table)


def _as_values(cell: LedgerCell) -> dict[str, Any]:
    values = asdict(cell)
    entries = [
        {**asdict(entry), "says": entry.says.value, "more_must_hold": entry.is_open}
        for entry in cell.entries
    ]
    return {**values, "says": list(cell.says), "entries": entries}


def _as_text(table: NormTable) -> str:
    if not table.cells:
        return f"{SILENT}\n"
    is_one = None not in (table.supplier, table.recipient, table.item)
    parts = []
    for (supplier, recipient), each in groupby(table.cells, lambda c: (c.supplier, c.recipient)):
        cells = tuple(each)
        # No arrow between two actors: somebody would show it without what stands below.
        head = f"Were something to go from {_end(supplier)} to {_end(recipient)}"
        if table.via:
            head += f", by way of {table.via.name}"
        if table.place:
            head += f", to {table.place.name}"
        body = _in_full(cells) if is_one else _in_short(cells, table.on)
        parts.append(f"{head}\n\n{body}")
    return "\n".join(parts)


def _end(party: Named | None) -> str:
    return ANYBODY if party is None else party.name


def _in_full(cells: Sequence[LedgerCell]) -> str:
    lines = []
    for cell in cells:
        lines.append(f"{cell.item.name}, {_days(cell)}: {', '.join(_said(cell))}")
        for entry in cell.entries:
            first = f"  {tell_says(entry):<14}"
            lines.append(wrapped(tell_norm(entry), _WIDTH, first, " " * 16))
            lines += [wrapped(line, _WIDTH, " " * 16, " " * 18) for line in tell_entry(entry)]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _days(cell: LedgerCell) -> str:
    match cell.since, cell.last:
        case None, None:
            return "on every day"
        case None, last:
            return f"until {last}"
        case since, None:
            return f"from {since} on"
        case since, last:
            return f"on {since}" if since == last else f"from {since} to {last}"


def _said(cell: LedgerCell) -> list[str]:
    """Return what norms say, each word once; with ``if`` where no norm says it outright."""
    outright = {entry.says.value for entry in cell.entries if not entry.is_open}
    return [word if word in outright or word == SILENT else f"{word} if" for word in cell.says]


def _in_short(cells: Sequence[LedgerCell], on: str | None) -> str:
    """Return a line for each window of each kind of item; kinds that fare alike share theirs."""
    alike: dict[tuple[tuple[str | None, str | None, tuple[LedgerEntry, ...]], ...], list[str]] = {}
    for item, windows in groupby(cells, lambda cell: cell.item):
        rows = tuple((cell.since, cell.last, cell.entries) for cell in windows)
        alike.setdefault(rows, []).append(item.name)
    parts = []
    for rows, items in alike.items():
        lines = [wrapped("; ".join(items), _WIDTH)]
        for since, last, entries in rows:
            days = "" if on else f"{since or '…':<10} – {last or '…':<10}  "
            lines += _by(entries, f"  {days}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _by(entries: Sequence[LedgerEntry], first: str) -> list[str]:
    """Return a line for each thing that is said, with the paragraphs that say it of whom."""
    told: dict[str, dict[str, list[str]]] = {}
    for entry in entries:
        roles = told.setdefault(tell_says(entry), {}).setdefault(tell_norm(entry), [])
        roles += [each for each in [Role(entry.role).label] if each not in roles]
    lines: list[str] = []
    for says, norms in told.items():
        shown = "; ".join(f"{norm} as {' and '.join(roles)}" for norm, roles in norms.items())
        before = " " * len(first) if lines else first
        lines.append(wrapped(shown, _WIDTH, f"{before}{says:<14}", " " * (len(first) + 14)))
    return lines or [f"{first}{SILENT}"]


def _all_facts(table: NormTable) -> Table:
    rows = [
        (*_place(cell), *(_facts(entry) if entry else (SILENT, *[None] * 19)))
        for cell in table.cells
        for entry in (cell.entries or (None,))
    ]
    return Table(columns=_COLUMNS, rows=tuple(rows))


def _place(cell: LedgerCell) -> tuple[str | None, ...]:
    supplier = cell.supplier.id if cell.supplier else None
    recipient = cell.recipient.id if cell.recipient else None
    return supplier, recipient, cell.item.id, cell.since, cell.last


def _facts(entry: LedgerEntry) -> tuple[str | None, ...]:
    binds, towards = entry.binds, entry.towards
    marks = [entry.checked, binds.checked, towards.checked if towards else None]
    return (
        entry.says.value,
        "yes" if entry.is_open else "no",
        entry.norm,
        entry.citation,
        entry.role,
        binds.actor.id,
        binds.through.id if binds.through else None,
        towards.actor.id if towards else None,
        towards.through.id if towards and towards.through else None,
        called(entry.only_items) or None,
        called(entry.apart_from) or None,
        called(entry.excepted) or None,
        called(entry.only_places) or None,
        entry.condition.id if entry.condition else None,
        "; ".join(each.id for each in entry.depends_on) or None,
        "; ".join(each.id for each in entry.held_by) or None,
        "; ".join(each.id for each in entry.rejected_by) or None,
        "; ".join(each.id for each in entry.exempted_by) or None,
        "; ".join(entry.exemptible) or None,
        "; ".join(sorted({mark for mark in marks if mark})),
    )
