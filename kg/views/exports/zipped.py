"""Tables as one zip of CSV files, described as a Data Package (specs.frictionlessdata.io)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pyoxigraph as ox

from kg.iris import item_iri, passage_iri
from kg.model.exports import Loss, LossKind
from kg.queries.rows import Picture
from kg.views.exports.columns import COLUMNS
from kg.views.exports.holding import IN_TABLES
from kg.views.exports.tables import TABLES, Shape, draw_table, quoted
from kg.views.exports.unheld import losses_of
from kg.views.tables import Table, draw_csv

# What spreadsheets take for the beginning of a formula, full-width forms and white space that they
# skip among it; and apostrophes before it, so that taking one away always gives the words back.
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_INTEGERS: Final = frozenset({"count", "piece", "start", "end"})
# The earliest day that a zip can give; it is the same in every run.
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
_KEYS: Final = {
    "texts": ["iri"],
    "actors": ["iri"],
    "propositions": ["iri"],
    "items": ["iri"],
    "speech-acts": ["iri"],
    "quotes": ["iri", "piece"],
    "norms": ["iri"],
    "findings": ["iri"],
    "elements": ["finding", "test"],
}


def draw_tables(
    picture: Picture, quads: Iterable[ox.Quad], head: Sequence[str]
) -> tuple[bytes, tuple[Loss, ...]]:
    """Return a zip with a CSV file for each table, and what of ``quads`` they do not hold."""
    tables = {shape.name: draw_table(shape, picture) for shape in TABLES}
    losses = losses_of(quads, IN_TABLES, records_in_rows(picture))
    guarded = sum(_is_formula(cell) for table in tables.values() for cell in _cells(table))
    if guarded:
        losses += (Loss(kind=LossKind.CELLS, what="the words", count=guarded),)
    files = {f"{name}.csv": draw_csv(_guarded(table)) for name, table in tables.items()}
    package = _package(head, guarded)
    files["datapackage.json"] = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    return _zip(files), losses


def records_in_rows(picture: Picture) -> frozenset[str]:
    """Return the IRIs of what has a row of its own."""
    rows = (
        *(picture.texts, picture.actors, picture.norms, picture.propositions),
        *(picture.speech_acts, picture.findings),
    )
    items = {r.value for row in picture.propositions for r in row.roles if r.role == "item"}
    passages = (passage_iri(words.text, words.spans) for words in quoted(picture))
    return frozenset(
        {*(row.iri for each in rows for row in each), *map(item_iri, items), *passages}
    )


def _is_formula(cell: str | None) -> bool:
    return cell is not None and _FORMULA.match(cell) is not None


def _guarded(table: Table) -> Table:
    """Return the table with an apostrophe before each cell that a spreadsheet would run."""
    rows = tuple(tuple(f"'{c}" if _is_formula(c) else c for c in row) for row in table.rows)
    return replace(table, rows=rows)


def _cells(table: Table) -> Iterator[str | None]:
    return (cell for row in table.rows for cell in row)


def _package(head: Sequence[str], guarded: int) -> dict[str, Any]:
    about = list(head)
    if guarded:
        about.append(
            f"In {guarded} cells an apostrophe stands before =, +, -, @, a tab or a line end, "
            "lest a spreadsheet take them for a formula; it is not in the graph."
        )
    return {
        "profile": "tabular-data-package",
        "name": "arms-transfer-kg",
        "title": "Who says what about which arms transfer",
        "description": " ".join(about),
        "resources": [_resource(shape) for shape in TABLES],
    }


def _resource(shape: Shape) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column,
                "type": _type(column),
                "description": COLUMNS[column],
            }
            for column in shape.columns
        ],
        "missingValues": [""],
    }
    if shape.name in _KEYS:
        schema["primaryKey"] = _KEYS[shape.name]
    return {
        "name": shape.name,
        "path": f"{shape.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": shape.means,
        "schema": schema,
    }


def _type(column: str) -> str:
    if column == "from_whole":
        return "boolean"
    return "integer" if column in _INTEGERS else "string"


def _zip(files: dict[str, str]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", compression=ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = ZipInfo(name, date_time=_NO_DAY)
            # As if made under Unix, wherever it is made; anybody may read it.
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, files[name].encode("utf-8"), compress_type=ZIP_DEFLATED)
    return written.getvalue()
