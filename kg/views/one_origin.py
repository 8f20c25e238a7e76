"""What one text, origin or issuer alone supports, as a table or JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from kg.model.restriction import Restriction
from kg.queries.gap_rows import OneOrigin, OneOriginRow
from kg.queries.reasons import NO_DETERMINATION
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv, wrapped
from kg.views.words import listed

_COLUMNS = (
    "issued by",
    "text",
    "claim",
    "what is claimed",
    "who says it",
    "rests on",
    "texts",
    "alleged violations",
)


def draw_one_origin(found: OneOrigin, restriction: Restriction, form: str) -> str:
    """Return them as table, csv, tsv or json; the table begins with how many were compared."""
    match form:
        case "json":
            values = {
                "note": NO_DETERMINATION,
                **restriction_values(restriction),
                **asdict(found),
            }
            return draw_json("kg-one-origin/1", values)
        case "csv":
            return draw_csv(_table(found.rows))
        case "tsv":
            return draw_tsv(_table(found.rows))
        case _:
            head = wrapped(_header(found), 100) + "\n"
            return f"{head}\n{draw_text(_table(found.rows))}" if found.rows else head


def _header(found: OneOrigin) -> str:
    return (
        f"{len(found.rows)} shown, of {found.compared} transfers that somebody affirms as actual "
        "and whose supplier, recipient and item are named; "
        f"{found.not_comparable} more name too little to be put beside another. Another text "
        "supports one where it affirms as actual a transfer between the same ends, of the same "
        "items or narrower, on days that meet; it may mean another delivery."
    )


def _table(rows: Iterable[OneOriginRow]) -> Table:
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                listed(row.names),
                row.claim.text,
                row.claim.claim,
                row.claim.sentence,
                "; ".join(row.claim.said_by),
                row.rests_on,
                "; ".join(row.texts),
                "; ".join(row.hanging) or None,
            )
            for row in rows
        ),
    )
