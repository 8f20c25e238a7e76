"""Rows as tables: for a terminal, as CSV and TSV, as JSON. Nothing is cut off."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.views.words import plain

_GAP = "  "
_NARROWEST = 10
_MOST_LINES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Named columns and rows of cells; None is a cell in which nothing is said."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def draw_text(table: Table, width: int = 100, *, once: bool = True) -> str:
    """Return a table of at most ``width`` characters a line, ending in a line feed.

    What is the same in every row is said once, above; without ``once`` it stays in its row, as a
    number must that somebody would take for a sum. Rows that would not fit side by side come as
    blocks of one line or more for each column.
    """
    if not table.rows:
        return ""
    table = _plain(table)
    head, table = _lift_constants(table) if once else ("", table)
    if not table.columns:
        return head
    widths = _widths(table, width)
    body = _as_blocks(table, width) if widths is None else _as_lines(table, widths)
    return f"{head}\n{body}" if head else body


def draw_csv(table: Table) -> str:
    """Return comma-separated values with a line of column names; nothing said is an empty cell."""
    return _separated(table, ",")


def draw_tsv(table: Table) -> str:
    """Return tab-separated values, quoted as CSV is where a cell holds a tab or a line end."""
    return _separated(table, "\t")


def draw_json(shape: str, values: Mapping[str, Any]) -> str:
    """Return JSON whose first key is ``format``; docs/json.md tells each shape."""
    return json.dumps({"format": shape, **values}, ensure_ascii=False, indent=2) + "\n"


def as_records(table: Table) -> list[dict[str, str | None]]:
    """Return each row with the names of its columns."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def wrapped(words: str, width: int, first: str = "", rest: str | None = None) -> str:
    """Return ``words`` on lines of at most ``width``, with what stands before the lines."""
    following = " " * len(first) if rest is None else rest
    lines = textwrap.wrap(
        plain(words),
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_on_hyphens=False,
    )
    return "\n".join(lines) or first.rstrip()


def _separated(table: Table, delimiter: str) -> str:
    lines = (
        delimiter.join(_cell(cell, delimiter) for cell in line)
        for line in (table.columns, *table.rows)
    )
    # A line with nothing on it would be read as no row at all.
    return "".join((line or '""') + "\n" for line in lines)


def _cell(cell: str | None, delimiter: str) -> str:
    # Python's csv leaves a lone carriage return bare when lines end in a line feed, and readers
    # then see a line end in it.
    words = cell or ""
    if any(mark in words for mark in (delimiter, '"', "\n", "\r")):
        return '"' + words.replace('"', '""') + '"'
    return words


def _plain(table: Table) -> Table:
    rows = tuple(tuple(None if cell is None else plain(cell) for cell in row) for row in table.rows)
    return Table(columns=table.columns, rows=rows)


def _lift_constants(table: Table) -> tuple[str, Table]:
    if len(table.rows) == 1:
        return "", table
    first = table.rows[0]
    constant = [
        at for at in range(len(table.columns)) if all(row[at] == first[at] for row in table.rows)
    ]
    kept = [at for at in range(len(table.columns)) if at not in constant]
    if not kept:
        return "", table
    head = "".join(f"{table.columns[at]}: {first[at]}\n" for at in constant if first[at])
    return head, Table(
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
    )


def _widths(table: Table, width: int) -> list[int] | None:
    """Return how wide each column is, or None where the table would be hard to read."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    widths = [max(len(cell or "") for cell in column) for column in columns]
    least = [
        max(len(word) for cell in column for word in (cell or "").split() or [""])
        for column in columns
    ]
    room = width - len(_GAP) * (len(widths) - 1)
    least = [max(min(_NARROWEST, wide), narrow) for wide, narrow in zip(widths, least, strict=True)]
    if sum(least) > room:
        return None
    while sum(widths) > room:
        spare = [wide - narrow for wide, narrow in zip(widths, least, strict=True)]
        at = max(range(len(widths)), key=lambda each: (spare[each] > 0, widths[each]))
        widths[at] -= 1
    lines = max(
        len(textwrap.wrap(cell or "", wide, break_on_hyphens=False))
        for column, wide in zip(columns, widths, strict=True)
        for cell in column
    )
    return None if lines > _MOST_LINES else widths


def _as_lines(table: Table, widths: Sequence[int]) -> str:
    lines = [_line(table.columns, widths), _GAP.join("─" * wide for wide in widths)]
    lines += [_line(row, widths) for row in table.rows]
    return "\n".join(lines) + "\n"


def _line(row: Sequence[str | None], widths: Sequence[int]) -> str:
    cells = [
        textwrap.wrap(cell or "", wide, break_on_hyphens=False) or [""]
        for cell, wide in zip(row, widths, strict=True)
    ]
    height = max(len(cell) for cell in cells)
    return "\n".join(
        _GAP.join(
            (cell[at] if at < len(cell) else "").ljust(wide)
            for cell, wide in zip(cells, widths, strict=True)
        ).rstrip()
        for at in range(height)
    )


def _as_blocks(table: Table, width: int) -> str:
    name = max(len(column) for column in table.columns)
    blocks = [
        "\n".join(
            wrapped(cell, width, first=f"{column.ljust(name)}{_GAP}")
            for column, cell in zip(table.columns, row, strict=True)
            if cell
        )
        for row in table.rows
    ]
    return "\n\n".join(blocks) + "\n"
