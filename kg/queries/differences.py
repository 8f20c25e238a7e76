"""What two graphs do not have in common: texts, claims, acts of saying, norms and findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import Enum
from typing import Generic, TypeVar

from kg.queries.rows import (
    ElementRow,
    FindingRow,
    NormRow,
    PeriodRow,
    Picture,
    PropositionRow,
    RoleRow,
    SpeechActRow,
    TextRow,
    WordsRow,
)

Row = TextRow | PropositionRow | SpeechActRow | NormRow | FindingRow
R = TypeVar("R", bound=Row)

# What names a row, or follows from other fields that are compared.
_NAMES = frozenset({"iri", "id", "characters"})


class Kind(Enum):
    """What is compared, in the order in which it is told."""

    TEXT = "text"
    CLAIM = "claim"
    SPEECH_ACT = "speech-act"
    NORM = "norm"
    FINDING = "finding"


class How(Enum):
    """What became of a row from the first graph to the second."""

    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One fact of a row in both graphs, in words; None where nothing is said.

    Of a list, each side gives what the other does not have.
    """

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row that only one graph has, or that says something else in the other.

    ``id`` is its id, or the IRI of a claim or act. ``sentence`` is fit to print: of the second
    graph, where that has it. ``fields`` are empty unless it changed.
    """

    kind: Kind
    how: How
    id: str
    sentence: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted(Generic[R]):
    """Rows that only one of two graphs has, and those that both have and that are not the same.

    ``gone`` and ``changed`` come in the order of the first graph, ``came`` in that of the second.
    """

    gone: tuple[R, ...]
    came: tuple[R, ...]
    changed: tuple[tuple[R, R], ...]


def part(before: Iterable[R], after: Iterable[R]) -> Parted[R]:
    """Tell apart the rows of two graphs; a row is the same one if it has the same id or IRI."""
    old, new = {key_of(row): row for row in before}, {key_of(row): row for row in after}
    return Parted(
        gone=tuple(row for key, row in old.items() if key not in new),
        came=tuple(row for key, row in new.items() if key not in old),
        changed=tuple(
            (row, new[key]) for key, row in old.items() if key in new and new[key] != row
        ),
    )


def differences(before: Picture, after: Picture) -> tuple[Change, ...]:
    """Return what changes from ``before`` to ``after``, by kind, then how, then id.

    From ``after`` to ``before`` the same rows change, with the sides exchanged.
    """
    sides = _Called(before), _Called(after)
    return (
        *_compare(Kind.TEXT, before.texts, after.texts, sides),
        *_compare(Kind.CLAIM, before.propositions, after.propositions, sides),
        *_compare(Kind.SPEECH_ACT, before.speech_acts, after.speech_acts, sides),
        *_compare(Kind.NORM, before.norms, after.norms, sides),
        *_compare(Kind.FINDING, before.findings, after.findings, sides),
    )


class _Called:
    """What people may call the things of one picture, instead of their IRIs."""

    def __init__(self, picture: Picture) -> None:
        self._claims = {row.iri: row.sentence for row in picture.propositions}
        self._names = {row.iri: f"{row.text}/{row.name}" for row in picture.propositions}
        for act in picture.speech_acts:
            places = ",".join(f"{start}-{end}" for start, end in act.words.spans)
            self._names[act.iri] = f"{act.sentence} [{act.text}, characters {places}]"

    def name(self, iri: str) -> str:
        return self._names.get(iri, iri)

    def sentence(self, row: Row) -> str:
        """Return what ``row`` is or says, on one line."""
        match row:
            case TextRow():
                return f"{row.title} ({row.date})" if row.date else row.title
            case PropositionRow():
                return f"{row.text}/{row.name}: {row.sentence}"
            case SpeechActRow():
                about = self._claims.get(row.proposition, row.proposition)
                return f"{row.sentence}: {about} [{row.text}, {row.date}]"
            case NormRow():
                return f"{row.citation}: {row.rule}"
            case FindingRow():
                return row.sentence


def _compare(
    kind: Kind, before: Iterable[Row], after: Iterable[Row], sides: tuple[_Called, _Called]
) -> list[Change]:
    parted = part(before, after)
    gone = [
        Change(kind=kind, how=How.REMOVED, id=key_of(row), sentence=sides[0].sentence(row))
        for row in sorted(parted.gone, key=key_of)
    ]
    fresh = [
        Change(kind=kind, how=How.ADDED, id=key_of(row), sentence=sides[1].sentence(row))
        for row in sorted(parted.came, key=key_of)
    ]
    changed = [
        Change(
            kind=kind,
            how=How.CHANGED,
            id=key_of(old),
            sentence=sides[1].sentence(new),
            fields=_fields(old, new, sides),
        )
        for old, new in sorted(parted.changed, key=lambda pair: key_of(pair[0]))
    ]
    return [*gone, *fresh, *changed]


def key_of(row: Row) -> str:
    """Return what names a row in every graph: the IRI of a claim or speech act, else the id."""
    return row.iri if isinstance(row, (PropositionRow, SpeechActRow)) else row.id


def _fields(old: Row, new: Row, sides: tuple[_Called, _Called]) -> tuple[FieldChange, ...]:
    before, after = _facts(old), _facts(new)
    unlike = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    # A sentence says what other fields say, so it is named where it alone differs.
    named = [name for name in unlike if name != "sentence"] or unlike
    return tuple(_change(name, before.get(name), after.get(name), sides) for name in named)


def _change(name: str, old: object, new: object, sides: tuple[_Called, _Called]) -> FieldChange:
    if isinstance(old, tuple) and isinstance(new, tuple) and set(old) != set(new):
        old, new = (
            tuple(each for each in old if each not in new),
            tuple(each for each in new if each not in old),
        )
    return FieldChange(name=name, before=_in_words(old, sides[0]), after=_in_words(new, sides[1]))


def _facts(row: Row) -> dict[str, object]:
    """Return the fields of a row; of a finding's tests each outcome, and what it rests on."""
    facts: dict[str, object] = {
        each.name.replace("_", " "): getattr(row, each.name)
        for each in fields(row)
        if each.name not in {*_NAMES, "elements"}
    }
    if isinstance(row, FindingRow):
        facts |= {f"outcome of the test {each.test}": each.outcome for each in row.elements}
        facts |= {f"what the test {each.test} rests on": _grounds(each) for each in row.elements}
    return facts


def _grounds(element: ElementRow) -> tuple[object, ...]:
    return (element.said, element.rule, *element.words, *element.verification)


def _in_words(value: object, called: _Called) -> str | None:
    match value:
        case None | () | "":
            return None
        case tuple():
            return "; ".join(_in_words(each, called) or "" for each in value if each != "")
        case RoleRow():
            return f"{value.role}: {value.label}"
        case PeriodRow():
            return _period(value)
        case WordsRow():
            held = "abstract, no quotation: " if value.text_kind == "abstract" else ""
            return f"{' […] '.join(value.exact)} [{held}{value.text}]"
        case _:
            return called.name(str(value))


def _period(period: PeriodRow) -> str:
    disputed = (
        f" (held by {', '.join(period.held_by)}, rejected by {', '.join(period.rejected_by)})"
        if period.held_by or period.rejected_by
        else ""
    )
    return f"{period.since} to {period.until or 'no end'}{disputed}"
