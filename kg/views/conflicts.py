"""Conflicts: as text for a terminal, as a table with a column for each fact, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.conflicts import Conflict, Conflicts, Kind, SignatoryConflict, Voices
from kg.queries.described import Described
from kg.queries.rows import SignatoryListRow, SpeechActRow
from kg.queries.verdicts import Verdict
from kg.views.casefile import quoted
from kg.views.comparison import described_values
from kg.views.restriction import restriction_values, tell_restriction
from kg.views.tables import Table, draw_csv, draw_json, draw_tsv, wrapped
from kg.views.words import plain
from kg.vocab import Verification

# Said wherever conflicts are listed.
NOBODY_PREFERRED = (
    "Two claims conflict if they mean the same transfers, which this program does not know. It "
    "prefers neither, and adds no numbers up."
)
_HEADINGS = {
    Kind.QUANTITY: "In numbers",
    Kind.DENIAL: "Affirmed and denied",
    Kind.DATES: "In days",
}
_COLUMNS = (
    "in",
    "verdict",
    "voices",
    "answers",
    "text",
    "claim",
    "describes",
    "who says it",
    "other text",
    "other claim",
    "other describes",
    "other who says it",
    "why",
    "parts",
)


def draw_conflicts(
    conflicts: Conflicts,
    form: str,
    *,
    unanswered: bool = False,
    restriction: Restriction = EVERYTHING,
    width: int = 100,
) -> str:
    """Return conflicts as text, csv, tsv or json.

    ``unanswered`` shows the denials too that are not recorded as an answer.
    """
    shown = conflicts.between + (conflicts.unanswered if unanswered else ())
    hidden = 0 if unanswered else len(conflicts.unanswered)
    match form:
        case "json":
            values = {
                "note": NOBODY_PREFERRED,
                **restriction_values(restriction),
                "conflicts": [_values(row) for row in shown],
                "unanswered_not_shown": hidden,
                "signatories": [_signatory_values(row) for row in conflicts.signatories],
            }
            return draw_json("kg-conflicts/1", values)
        case "csv":
            return draw_csv(_table(shown, conflicts.signatories))
        case "tsv":
            return draw_tsv(_table(shown, conflicts.signatories))
        case _:
            lines = _Lines(width)
            return "\n".join(lines.all(conflicts, restriction, unanswered=unanswered)) + "\n"


def _values(row: Conflict) -> dict[str, Any]:
    return {
        "in": row.kind.value,
        "verdict": row.verdict.word,
        "voices": row.voices.name.lower().replace("_", "-"),
        "reach": row.reach.name.lower() if row.reach else None,
        "answers": row.answers,
        "reason": row.reason,
        "one": described_values(row.one),
        "one_said": [asdict(act) for act in row.one_said],
        "other": described_values(row.other),
        "other_said": [asdict(act) for act in row.other_said],
        "parts": list(row.parts),
    }


def _signatory_values(row: SignatoryConflict) -> dict[str, Any]:
    return {
        "text": row.text,
        "title": row.title,
        "date": row.date,
        "lists": [
            {"number": number, **asdict(each)}
            for number, each in zip(row.numbers, row.lists, strict=True)
        ],
    }


def _table(rows: tuple[Conflict, ...], signed: tuple[SignatoryConflict, ...]) -> Table:
    """Return a row for each conflict; of a document's signatories, one for each list."""
    between = tuple(
        (
            row.kind.value,
            row.verdict.word,
            row.voices.value,
            "yes" if row.answers else "no",
            row.one.text,
            row.one.name,
            row.one.sentence,
            _who(row.one_said),
            row.other.text,
            row.other.name,
            row.other.sentence,
            _who(row.other_said),
            row.reason,
            "; ".join(row.parts) or None,
        )
        for row in rows
    )
    lists = tuple(
        (
            *("signatories", "differs", None, None, row.text, None, _counted(each, number)),
            *(each.source, None, None, None, None, each.note, None),
        )
        for row in signed
        for number, each in zip(row.numbers, row.lists, strict=True)
    )
    return Table(columns=_COLUMNS, rows=(*between, *lists))


def _who(acts: tuple[SpeechActRow, ...]) -> str:
    return "; ".join(dict.fromkeys(act.sentence for act in acts))


def _counted(signed: SignatoryListRow, number: int) -> str:
    how = "states named" if signed.count is None else "states, as the source counts them"
    others = f", with {', '.join(signed.others)}" if signed.others else ""
    return f"{number} {how}{others}"


class _Lines:
    def __init__(self, width: int) -> None:
        self._width = width

    def all(
        self, conflicts: Conflicts, restriction: Restriction, *, unanswered: bool
    ) -> Iterator[str]:
        if restriction:
            yield self._wrap(tell_restriction(restriction))
            yield ""
        for kind, heading in _HEADINGS.items():
            rows = [row for row in conflicts.between if row.kind is kind]
            yield from self._group(heading, rows)
        if conflicts.signatories:
            yield "In how many states signed"
            yield ""
        for signed in conflicts.signatories:
            yield from self._signed(signed)
        if unanswered:
            heading = "Denied by its scope, though not recorded as an answer"
            yield from self._group(heading, list(conflicts.unanswered))
        if not conflicts.between and not conflicts.signatories:
            yield "Nothing that is said here conflicts."
            yield ""
        yield self._wrap(NOBODY_PREFERRED)

    def _group(self, heading: str, rows: list[Conflict]) -> Iterator[str]:
        if rows:
            yield heading
            yield ""
        for row in rows:
            yield from self._side(row.one, row.one_said, "  ")
            yield from self._side(row.other, row.other_said, "  against  ")
            yield self._wrap(f"{_tell(row)} ({_whose(row)})", "  ", "    ")
            if row.parts:
                yield self._wrap(f"and its parts: {', '.join(row.parts)}", "  ", "    ")
            yield ""

    def _side(self, claim: Described, acts: tuple[SpeechActRow, ...], first: str) -> Iterator[str]:
        yield self._wrap(f"{claim.key}: {claim.sentence}", first, "    ")
        for act in acts:
            yield self._wrap(f"{act.sentence} [{act.date}]", "    ", "      ")
            yield self._wrap(quoted(act.words), "      ")
            if act.reading:
                yield self._wrap(f"on one reading: {act.reading}", "      ")

    def _signed(self, row: SignatoryConflict) -> Iterator[str]:
        yield self._wrap(f"{row.title} [{row.text}, {row.date}]", "  ", "    ")
        for number, each in zip(row.numbers, row.lists, strict=True):
            checked = Verification(each.verification).label
            yield self._wrap(f"{_counted(each, number)} ({checked})", "    ", "      ")
            yield f"      {plain(each.source)}"
            if each.note:
                yield self._wrap(f"note: {each.note}", "      ")
        yield ""

    def _wrap(self, words: str, first: str = "", rest: str | None = None) -> str:
        return wrapped(words, self._width, first, rest)


def _whose(row: Conflict) -> str:
    """Tell whose words the two are: in an abstract, pages may differ, and not the speaker."""
    kinds = {act.words.text_kind for act in (*row.one_said, *row.other_said)}
    if row.voices is Voices.ONE_TEXT and "abstract" in kinds:
        return f"{row.voices.value}, an abstract of ours: pages may differ on what was said"
    return row.voices.value


def _tell(row: Conflict) -> str:
    if row.kind is Kind.DENIAL:
        link = "which it answers" if row.answers else "which it is not recorded as answering"
        if row.one.key == row.other.key:
            link = "in the same text"
        return f"{row.reason}, {link}"
    may = "" if row.verdict is Verdict.CONTRADICTS else "differs: "
    return f"{may}{row.reason}"
