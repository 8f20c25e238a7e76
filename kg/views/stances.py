"""Who takes which stance on one proposition, and what each actor speaks of, as text or values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.rows import PropositionRow, SpeechActRow
from kg.queries.stances import Bears, RelatedRow, StanceMatrix, StanceRow, SummaryRow
from kg.views.casefile import quoted
from kg.views.restriction import restriction_values, tell_restriction
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv, wrapped
from kg.views.values import tell_value, value_values
from kg.views.words import NO_STANCE, as_told, bearing, name_of
from kg.vocab import Stance, Status

_CELLS = (
    "actor",
    "name",
    "claim",
    "about",
    "date",
    "text",
    "stance",
    "status",
    "attitude",
    "side",
    "bears",
    "why-not",
    "said-of",
    "told-by",
    "reading",
    "held",
    "words",
)
_SIDES = {
    "affirms": "affirms",
    "open": "open",
    "negates": "denies",
    "none": "no stance",
}


def draw_matrix(
    matrix: StanceMatrix, form: str, restriction: Restriction = EVERYTHING, width: int = 100
) -> str:
    """Return one proposition's stances as table, csv, tsv or json.

    csv and tsv have a row for each actor and speech act, those that are only related among them.
    """
    match form:
        case "json":
            return draw_json("kg-stances/1", _matrix_values(matrix, restriction))
        case "csv":
            return draw_csv(_matrix_cells(matrix))
        case "tsv":
            return draw_tsv(_matrix_cells(matrix))
        case _:
            return "\n".join(_matrix_lines(matrix, restriction, width)) + "\n"


def draw_summary(
    rows: tuple[SummaryRow, ...],
    form: str,
    restriction: Restriction = EVERYTHING,
    *,
    one_actor: bool,
) -> str:
    """Return actors × propositions as table, csv, tsv or json.

    The table has a line for each actor, or for each proposition where one actor is asked about.
    """
    match form:
        case "json":
            values = {
                **restriction_values(restriction),
                "rows": [_summary_values(row) for row in rows],
            }
            return draw_json("kg-stance-summary/1", values)
        case "csv":
            return draw_csv(_summary_cells(rows))
        case "tsv":
            return draw_tsv(_summary_cells(rows))
        case _:
            return draw_text(_propositions(rows) if one_actor else _actors(rows))


def _matrix_lines(matrix: StanceMatrix, restriction: Restriction, width: int) -> Iterator[str]:
    row = matrix.proposition
    names = dict(matrix.names)
    yield wrapped(f"{row.text}/{row.name}: {row.sentence}", width)
    if restriction:
        yield wrapped(tell_restriction(restriction), width)
    yield wrapped(f"In this graph it is: {tell_value(matrix.value)}.", width)
    yield ""
    if not matrix.stances:
        yield "Nobody in this graph speaks of it."
        return
    yield draw_text(_grid(matrix, names), width).rstrip("\n")
    yield from _heading("In these words")
    for stance in matrix.stances:
        yield from _said(stance, _bears(stance), names, width)
    if matrix.lawful:
        yield from _heading("Said of it: that it breaches nothing (which denies nothing of it)")
        for lawful in matrix.lawful:
            yield from _said(lawful, lawful.on.sentence, names, width)
    if matrix.related:
        yield from _heading("Related, and not about this")
        for related in matrix.related:
            yield from _said(related, _why(related), names, width)


def _heading(words: str) -> Iterator[str]:
    yield ""
    yield words


def _said(
    row: StanceRow | RelatedRow, about: str | None, names: dict[str, str], width: int
) -> Iterator[str]:
    act = row.act
    tellers = (names[each] for each in row.told_by)
    told = as_told(tellers, abstract=act.words.text_kind == "abstract")
    yield wrapped(f"{act.date}  {act.sentence}{told} [{act.text}]", width, "  ", " " * 13)
    if about:
        yield wrapped(about, width, " " * 13)
    yield wrapped(quoted(act.words), width, " " * 13)
    if act.reading:
        yield wrapped(f"on one reading: {act.reading}", width, " " * 13)


def _bears(row: StanceRow) -> str | None:
    if row.bears is Bears.ITSELF:
        return None
    return f"said of {row.bears.value}: {row.on.sentence}"


def _why(row: RelatedRow) -> str:
    return f"{', '.join(each.label for each in row.why)}: {row.on.sentence}"


def _grid(matrix: StanceMatrix, names: dict[str, str]) -> Table:
    texts = matrix.texts()
    rows = []
    for who, stances in matrix.by_actor().items():
        cells = [
            "; ".join(dict.fromkeys(_taken(each) for each in stances if each.act.text == text))
            for _, text in texts
        ]
        rows.append((names[who], *(cell or None for cell in cells)))
    # An id begins with its day; where it says less, the day stands before it.
    heads = (text if text.startswith(day) else f"{day} {text}" for day, text in texts)
    return Table(columns=("who", *heads), rows=tuple(sorted(rows)))


def _taken(row: StanceRow) -> str:
    act = row.act
    words = [name_of(Stance, act.stance) if act.stance else NO_STANCE]
    if act.status:
        words.append(name_of(Status, act.status))
    return ", ".join(words) + (" (told)" if row.told_by else "")


def _matrix_cells(matrix: StanceMatrix) -> Table:
    names = dict(matrix.names)
    of = matrix.proposition
    rows: list[tuple[str | None, ...]] = [
        _cell(who, names[who], of, row, bears=row.bears.value, why=None)
        for who, stances in matrix.by_actor().items()
        for row in stances
    ]
    rows += [
        _cell(who, names[who], of, row, bears=None, why="; ".join(each.label for each in row.why))
        for row in matrix.related
        for who in row.act.speaker
    ]
    return Table(columns=_CELLS, rows=tuple(rows))


def _summary_cells(rows: tuple[SummaryRow, ...]) -> Table:
    return Table(
        columns=_CELLS,
        rows=tuple(
            _cell(row.actor, row.name, row.proposition, each, bears=each.bears.value, why=None)
            for row in rows
            for each in row.stances
        ),
    )


def _cell(  # noqa: PLR0913  # one for each thing that a row is made of
    who: str,
    name: str,
    of: PropositionRow,
    row: StanceRow | RelatedRow,
    *,
    bears: str | None,
    why: str | None,
) -> tuple[str | None, ...]:
    act = row.act
    return (
        who,
        name,
        f"{of.text}/{of.name}",
        of.sentence,
        act.date,
        act.text,
        act.stance,
        act.status,
        act.attitude,
        bearing(act.stance),
        bears,
        why,
        f"{row.on.text}/{row.on.name}",
        "; ".join(row.told_by) or None,
        act.reading,
        act.words.text_kind,
        " […] ".join(act.words.exact),
    )


def _propositions(rows: tuple[SummaryRow, ...]) -> Table:
    return Table(
        columns=("who", "claim", "about", "stance", "words"),
        rows=tuple(
            (
                row.name,
                f"{row.proposition.text}/{row.proposition.name}",
                row.proposition.sentence,
                "; ".join(_when_taken(each) for each in row.stances),
                "; ".join(dict.fromkeys(quoted(each.act.words) for each in row.stances)),
            )
            for row in rows
        ),
    )


def _when_taken(row: StanceRow) -> str:
    about = "" if row.bears is Bears.ITSELF else f", of {row.bears.value}"
    return f"{row.act.date} {_taken(row)}{about}"


def _actors(rows: tuple[SummaryRow, ...]) -> Table:
    """Count on how many propositions each actor takes which stances: on one, perhaps several."""
    columns = ("who", "id", *_SIDES.values(), "first", "last")
    lines = []
    for who, name in dict.fromkeys((row.actor, row.name) for row in rows):
        theirs = [row for row in rows if row.actor == who]
        days = [each.act.date for row in theirs for each in row.stances]
        sides = [{bearing(each.act.stance) for each in row.stances} for row in theirs]
        counts = [str(sum(side in each for each in sides)) for side in _SIDES]
        lines.append((name, who, *counts, min(days), max(days)))
    return Table(columns=columns, rows=tuple(lines))


def _act_values(act: SpeechActRow) -> dict[str, Any]:
    return {**asdict(act), "side": bearing(act.stance)}


def _row_values(row: StanceRow | RelatedRow) -> dict[str, Any]:
    values: dict[str, Any] = {"act": _act_values(row.act), "on": asdict(row.on)}
    if isinstance(row, StanceRow):
        values["bears"] = row.bears.value
    else:
        values["why"] = [each.value for each in row.why]
    return {**values, "told_by": row.told_by}


def _matrix_values(matrix: StanceMatrix, restriction: Restriction) -> dict[str, Any]:
    return {
        **restriction_values(restriction),
        "proposition": asdict(matrix.proposition),
        "value": value_values(matrix.value),
        "actors": dict(matrix.names),
        "stances": [_row_values(row) for row in matrix.stances],
        "lawful": [_row_values(row) for row in matrix.lawful],
        "related": [_row_values(row) for row in matrix.related],
    }


def _summary_values(row: SummaryRow) -> dict[str, Any]:
    return {
        "actor": row.actor,
        "name": row.name,
        "proposition": asdict(row.proposition),
        "stances": [_row_values(each) for each in row.stances],
    }
