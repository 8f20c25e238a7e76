"""References to an answer and to what it rests on, as CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from kg.queries.rests_on import CitedInstrument, CitedText, RestsOn
from kg.views.words import plain, web_address
from kg.vocab import DocumentKind, InstrumentKind, Verification

Item = dict[str, Any]

_TEXT_TYPES = {
    DocumentKind.REPORT: "report",
    DocumentKind.PANEL_REPORT: "report",
    DocumentKind.SPEECH: "speech",
    DocumentKind.ARTICLE: "article",
}
_INSTRUMENT_TYPES = {
    InstrumentKind.TREATY: "treaty",
    InstrumentKind.SECURITY_COUNCIL_RESOLUTION: "legislation",
    InstrumentKind.COUNCIL_DECISION: "legislation",
    InstrumentKind.STATUTE: "legislation",
    InstrumentKind.SECURITY_COUNCIL_DRAFT: "bill",
}
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def answer_item(  # noqa: PLR0913  # one for each thing that the reference says
    *, key: str, result: str, title: str, program: str, version: str, graph: str, note: str
) -> Item:
    """Return the reference to an answer; ``key``, ``result`` and ``graph`` are hashes.

    ``note`` is what else there is to say, or nothing.
    """
    return _without_gaps(
        {
            "id": f"answer-{key[:16]}",
            "type": "dataset",
            "title": plain(title),
            "version": version,
            "publisher": program,
            "number": f"sha256:{result}",
            "source": f"graph sha256:{graph}",
            "note": plain(note),
        }
    )


def reference_items(rests_on: RestsOn) -> list[Item]:
    """Return the references to the texts and instruments that an answer rests on, by id."""
    cited: dict[str, list[str]] = {}
    for norm in rests_on.norms:
        mark = Verification(norm.verification).label
        cited.setdefault(norm.instrument, []).append(f"{norm.citation} ({norm.id}), {mark}")
    return [
        *map(_text, rests_on.texts),
        *(_instrument(each, cited.get(each.id, [])) for each in rests_on.instruments),
    ]


def with_accessed(items: Iterable[Item], accessed: date | None) -> list[Item]:
    """Return the references with the day on which somebody says to have seen what they name."""
    if accessed is None:
        return list(items)
    day = {"date-parts": [[accessed.year, accessed.month, accessed.day]]}
    return [{**item, "accessed": day} for item in items]


def _text(text: CitedText) -> Item:
    row, kind = text.row, DocumentKind(text.row.document_kind)
    return _without_gaps(
        {
            "id": f"text-{row.id}",
            "type": _TEXT_TYPES.get(kind, "document"),
            "title": plain(row.title),
            "genre": kind.label,
            "author": [{"literal": plain(name)} for name in text.issued_by],
            "issued": _issued(row.date),
            "publisher": plain("; ".join(text.published_by)),
            "language": plain(row.language),
            "URL": web_address(row.source),
            "note": _note_on(text),
        }
    )


def _note_on(text: CitedText) -> str:
    held = "Held verbatim."
    if text.row.kind == "abstract":
        mark = Verification(text.verification).label if text.verification else "not recorded"
        held = f"Cited after an abstract of ours, which quotes nothing of it; checked: {mark}."
    return f"{held} Text {text.row.id}, sha256:{text.row.sha256}."


def _instrument(instrument: CitedInstrument, norms: list[str]) -> Item:
    kind = InstrumentKind(instrument.kind)
    paragraphs = f" Norms: {'; '.join(norms)}." if norms else ""
    mark = Verification(instrument.verification).label
    return _without_gaps(
        {
            "id": f"instrument-{instrument.id}",
            "type": _INSTRUMENT_TYPES.get(kind, "document"),
            "title": plain(instrument.symbol),
            "genre": kind.label,
            "authority": plain(instrument.adopted_by or ""),
            "issued": _issued(instrument.date or ""),
            "URL": web_address(instrument.source),
            "note": plain(
                f"In our words: {instrument.contents.rstrip('.')}. Our record of it: {mark}."
                f"{paragraphs}"
            ),
        }
    )


def _without_gaps(item: Item) -> Item:
    return {key: value for key, value in item.items() if value}


def _issued(when: str) -> Item | None:
    """Return a day, a month, a year, or two with a slash between; None where nothing is known."""
    sides = when.split("/")
    if all(_DAY.fullmatch(side) for side in sides):
        return {"date-parts": [[int(part) for part in side.split("-")] for side in sides]}
    return {"literal": plain(when)} if when else None
