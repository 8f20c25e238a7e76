"""Changes of position as stories, as a table or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.stories import LAWFUL, NEGATIVE, ChangeRow, SaidRow
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_tsv, wrapped
from kg.views.words import as_told, plain

_COLUMNS = (
    "who",
    "supplier",
    "recipient",
    "turn",
    "side",
    "date",
    "text",
    "speakers",
    "link",
    "told-by",
    "stance",
    "status",
    "claim",
    "items",
    "when",
    "reading",
    "other-times",
    "within",
    "held",
    "checked",
    "words",
)
_ABSTRACT = "abstract"
_OTHER_DAYS = "No change of position: what is denied and what is affirmed are about other days."


def draw_changes(
    rows: tuple[ChangeRow, ...],
    form: str,
    restriction: Restriction = EVERYTHING,
    width: int = 100,
) -> str:
    """Return the stories as table, csv, tsv or json; csv and tsv have a row for each thing said."""
    match form:
        case "json":
            values = {
                **restriction_values(restriction),
                "changes": [asdict(row) for row in rows],
            }
            return draw_json("kg-position-changes/1", values)
        case "csv":
            return draw_csv(_cells(rows))
        case "tsv":
            return draw_tsv(_cells(rows))
        case _:
            return "\n\n".join("\n".join(_story(row, width)) for row in rows) + ("\n" * bool(rows))


def _story(row: ChangeRow, width: int) -> Iterator[str]:
    items = f" ({'; '.join(row.items)})" if row.items else ""
    yield wrapped(
        f"{row.who}, on transfers from {row.supplier} to {row.recipient}{items}", width, "", "  "
    )
    if row.other_times:
        yield wrapped(_OTHER_DAYS, width, "  ")
    for turn in row.turns:
        days = turn.since if turn.since == turn.until else f"{turn.since} to {turn.until}"
        yield wrapped(f"{days}: {turn.side}", width, "  ")
        for said in turn.said:
            yield from _said(row, said, width)


def _said(story: ChangeRow, row: SaidRow, width: int) -> Iterator[str]:
    how = row.stance + (f", {row.status}" if row.status else "")
    if row.side == LAWFUL:
        how += " a breach" if row.stance in NEGATIVE else " that it complies"
    link = tell_link(story, row)
    told = as_told(row.told_by, abstract=row.held == _ABSTRACT)
    marks = [row.text, *([row.checked] if row.checked else [])]
    yield wrapped(
        f"{row.date}  {row.speakers}{link}{told}: {how} [{'; '.join(marks)}]",
        width,
        "    ",
        " " * 15,
    )
    about = [each for each in (row.items, f"days: {row.when}" if row.when else None) if each]
    if about and (len(story.items) > 1 or row.when):
        yield wrapped(", ".join(about), width, " " * 15)
    words = plain(row.words)
    shown = f"[abstract, no quotation] {words}" if row.held == _ABSTRACT else f"“{words}”"
    yield wrapped(shown, width, " " * 15)
    if row.reading:
        yield wrapped(f"on one reading: {row.reading}", width, " " * 15)


def tell_link(story: ChangeRow, row: SaidRow) -> str:
    """Return what makes the words bear on whom the story is about; nothing where they are his own.

    The question's ways of saying it are "speaks", "issues the text", "has … in an office", each
    perhaps of an organ.
    """
    ways = row.link.split("; ")
    if "speaks" in ways:
        return ""
    said = []
    for way in ways:
        body = way.removesuffix("issues the text").strip()
        if way.startswith(f"{row.speakers} ("):
            said.append(way.removeprefix(f"{row.speakers} ").removesuffix(" speaks"))
        elif way.endswith("issues the text"):
            said.append(f"in a text of {body or story.who}")
        else:
            said.append(f"({way})")
    return "".join(f", {each}" if each.startswith("in ") else f" {each}" for each in said)


def _cells(rows: tuple[ChangeRow, ...]) -> Table:
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                row.who,
                row.supplier,
                row.recipient,
                str(number),
                turn.side,
                said.date,
                said.text,
                said.speakers,
                said.link,
                "; ".join(said.told_by) or None,
                said.stance,
                said.status,
                said.claim,
                said.items,
                said.when,
                said.reading,
                "yes" if row.other_times else "no",
                row.within,
                said.held,
                said.checked,
                said.words,
            )
            for row in rows
            for number, turn in enumerate(row.turns, 1)
            for said in turn.said
        ),
    )
