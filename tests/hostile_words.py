"""The hostile words of hostile.yaml, and a case in which each of them stands wherever words may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from kg.model.restriction import Restriction
from kg.queries.rows import OrganRow, Picture, PropositionRow, SignatoryListRow, WordsRow
from kg.queries.scopes import Why
from kg.queries.stances import Bears, RelatedRow, StanceMatrix, StanceRow
from kg.queries.values import Sense, SenseRow, Value, ValueRow
from tests.invented_rows import BASE, REPORT, SUMMARY, picture

# "[" and "](" of the file stand in double quotes; a surrogate without a partner is an escape in it.
_FILE = Path(__file__).resolve().parent / "hostile.yaml"
GROUPS: dict[str, tuple[str, ...]] = {
    group: tuple(each["words"] * each.get("times", 1) for each in rows)
    for group, rows in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()
}
WORDS = tuple(words for group in GROUPS.values() for words in group)

# Words by which code decides, and fields of which the rest of a case hangs.
_DECIDED = {"verbatim", "abstract", "alleged-violation", "non-application", "transfer", "report"}
_DECIDING = {"role", "force", "stance", "status", "attitude", "outcome", "sha256", "spans"}
_IDS = {"X1", "X2", "X4", "pact-1", "pact-2", "summary"}
_NEVER_WORDS = {"agent", "part_of", "part_of_finding", "until", "count"}
# All copies of the case share this actor, so that they make one network.
CENTRE = "X3"


def case(words: Iterable[str]) -> Picture:
    """Return the invented case once for each of ``words``, which then stand in every field."""
    copies = [_copy(number, each) for number, each in enumerate(words)]
    parts: dict[str, Any] = {
        field.name: tuple(row for each in copies for row in getattr(each, field.name))
        for field in fields(Picture)
        if field.name not in {"digest", "restriction", "actors"}
    }
    actors = {row.id: row for each in reversed(copies) for row in each.actors}
    return replace(copies[0], **parts, actors=tuple(actors[key] for key in sorted(actors)))


def _copy(number: int, words: str) -> Picture:
    changed = _Copy(number, words).value(_full(picture()), "")
    assert isinstance(changed, Picture)
    return changed


class _Copy:
    """One copy of the case, with its words in every field that may hold words."""

    def __init__(self, number: int, words: str) -> None:
        self._number = number
        self._words = words

    def value(self, value: Any, name: str) -> Any:
        if isinstance(value, Restriction):
            return value
        if isinstance(value, WordsRow):
            return self._quoting(value)
        if isinstance(value, tuple):
            return tuple(self.value(each, name) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            each = {f.name: self.value(getattr(value, f.name), f.name) for f in fields(value)}
            return replace(value, **each)
        if isinstance(value, str):
            return self._string(value, name)
        return self._words if value is None and name not in _NEVER_WORDS | _DECIDING else value

    def _string(self, value: str, name: str) -> str:
        if value.startswith(BASE):
            return f"{BASE}{self._number}/{value.removeprefix(BASE)}"
        if value in _IDS or value == CENTRE or name in {"text", "id"}:
            return self._id(value)
        if name == "characters":
            return value + self._words
        return value if value in _DECIDED or name in _DECIDING else self._words

    def _id(self, value: str) -> str:
        return value if value == CENTRE else f"{self._words}{self._number}{value}"

    def _quoting(self, row: WordsRow) -> WordsRow:
        start = len(REPORT if row.text == "report" else SUMMARY)
        spans = ((start, start + len(self._words)),)
        return replace(row, text=self._id(row.text), spans=spans, exact=(self._words,))


def _full(rows: Picture) -> Picture:
    """Return rows with something in every field that the invented case leaves empty."""
    organ = OrganRow(state="Utopia", since="2001-01-01", until=None, verification="corpus")
    signed = SignatoryListRow(
        source="https://example.org/list",
        count=2,
        actors=("X1",),
        states=("Utopia",),
        others=("Arcadia",),
        verification="corpus",
        note=None,
    )
    return replace(
        rows,
        texts=tuple(replace(row, signatory_lists=(signed,)) for row in rows.texts),
        actors=tuple(replace(row, organ_of=(organ,)) for row in rows.actors),
        speech_acts=tuple(replace(row, addressee=("X2",)) for row in rows.speech_acts),
        norms=tuple(
            replace(row, territory=("Syldavia",), exemptible=("rifles",)) for row in rows.norms
        ),
    )


def matrices(rows: Picture) -> dict[str, StanceMatrix]:
    """Return a matrix for each proposition, in which everything said of it bears on it."""
    return {row.iri: _matrix(row, rows) for row in rows.propositions}


def _matrix(row: PropositionRow, rows: Picture) -> StanceMatrix:
    said = [act for act in rows.speech_acts if act.proposition == row.iri]
    told = [act.speaker for act in said]
    bearing = zip(said, told, strict=True)
    related = tuple(
        RelatedRow(act=act, on=row, why=(Why.PART_ONLY,), told_by=by)
        for act, by in zip(said, told, strict=True)
    )
    senses = tuple(
        SenseRow(sense=each, value=Value.NEITHER, affirmed_by=(), denied_by=()) for each in Sense
    )
    return StanceMatrix(
        proposition=row,
        stances=tuple(
            StanceRow(act=act, on=row, bears=Bears.WHOLE, told_by=by) for act, by in bearing
        ),
        related=related,
        lawful=related,
        value=ValueRow(proposition=row, value=Value.NEITHER, senses=senses, open_by=()),
        names=(),
    )
