"""Who takes no stance, as a table or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from kg.model.restriction import Restriction
from kg.queries.gap_rows import SilentRow, SpokenFor
from kg.queries.reasons import NO_DETERMINATION
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv, wrapped

# Said in every place where a silence is shown.
NO_SILENCE = (
    "That an actor takes no stance in this graph is no silence in the world: the graph holds few "
    "texts. What an organ or an office holder says is told beside it, and never made the actor's "
    "own."
)
_COLUMNS = (
    "actor",
    "as",
    "text",
    "claim",
    "what is claimed",
    "who claims it",
    "its organs and office holders",
    "of other transfers between these ends",
    "alleged violations",
)


def draw_silences(rows: Sequence[SilentRow], restriction: Restriction, form: str) -> str:
    """Return them as table, csv, tsv or json; the table begins with how many there are by actor."""
    match form:
        case "json":
            values = {
                "note": NO_DETERMINATION,
                "silence": NO_SILENCE,
                **restriction_values(restriction),
                "rows": [asdict(row) for row in rows],
            }
            return draw_json("kg-silences/1", values)
        case "csv":
            return draw_csv(_table(rows))
        case "tsv":
            return draw_tsv(_table(rows))
        case _:
            parts = [wrapped(NO_SILENCE, 100) + "\n"]
            if rows:
                parts += [draw_text(_by_actor(rows)), draw_text(_table(rows))]
            return "\n".join(parts)


def _by_actor(rows: Sequence[SilentRow]) -> Table:
    claims = Counter(row.name for row in rows)
    near = Counter(row.name for row in rows if row.near_it)
    elsewhere = Counter(row.name for row in rows if row.elsewhere and not row.near_it)
    return Table(
        columns=(
            "actor",
            "claims without its stance",
            "of these, answered by organs or office holders",
            "else, other transfers between these ends spoken of",
        ),
        rows=tuple(
            (name, str(count), str(near[name]), str(elsewhere[name]))
            for name, count in sorted(claims.items(), key=lambda each: (-each[1], each[0]))
        ),
    )


def _table(rows: Iterable[SilentRow]) -> Table:
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                row.name,
                "; ".join(row.roles),
                row.claim.text,
                row.claim.claim,
                row.claim.sentence,
                "; ".join(row.claim.said_by),
                _told(row.near_it),
                _told(row.elsewhere),
                "; ".join(row.findings) or None,
            )
            for row in rows
        ),
    )


def _told(spoken: Iterable[SpokenFor]) -> str | None:
    return "; ".join(f"{each.sentence} ({each.link}; {each.text})" for each in spoken) or None
