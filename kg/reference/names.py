"""The table under ``names/``: what the states are called in several languages.

A name is looked up exactly, but for kinds of space, mark, dash and capital. No name of the table is
ever found by likeness: among the names of states "close" often means the other party.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from kg.errors import KgError, Place, Problem
from kg.marked import decode, read_bytes
from kg.model.names import NameKind, StateName, plain_name
from kg.resources import DATA

FILE = "names/states.csv"
_HEAD = ("name", "state", "language", "kind", "source", "homonym")
_REQUIRED = _HEAD[:-1]
_KINDS = {kind.value: kind for kind in NameKind}

Cells = dict[str, tuple[str, Place]]


def read_state_names(
    folder: Path, *, states: Collection[str] | None = None
) -> tuple[StateName, ...]:
    """Read the table of ``folder``, in the order of its rows.

    ``states`` are the ids of the states there are; None leaves them unchecked. Raises KgError with
    every problem.
    """
    name = f"{folder.resolve().name}/{FILE}"
    text = decode(read_bytes(folder / FILE, name), name).replace("\r\n", "\n")
    lines = text.removesuffix("\n").split("\n")
    if tuple(lines[0].split(",")) != _HEAD:
        sentence = "this table of names does not begin with its heading"
        hint = "write " + ",".join(_HEAD)
        raise KgError([_problem("unknown-format", sentence, Place(name, 1, 1), hint)])
    problems: list[Problem] = []
    rows: list[tuple[StateName, Cells]] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = _cells(line, Place(name, number, 1), problems)
        row = _row(cells, problems)
        if row is not None:
            rows.append((row, cells))
    problems += [*_unknown(rows, states), *_twice(rows), *_unflagged(rows)]
    if problems:
        raise KgError(problems)
    return tuple(row for row, _ in rows)


def find_names(name: str) -> tuple[StateName, ...]:
    """Return the rows of the bundled table with this very name; the table is read when first asked.

    >>> [row.state for row in find_names("Corée du Nord")]
    ['KP']
    >>> find_names("Corée du Nrod")
    ()
    """
    return _bundled().get(plain_name(name), ())


def state_hint(
    word: str, describe: Callable[[str], str | None], own: Iterable[str] = ()
) -> str | None:
    """Ask whether the states were meant whose name ``word`` is in the bundled table.

    ``describe`` says how to speak of an actor with this id, None where there is no such actor;
    ``own`` are ids of those that are called so elsewhere. Returns None where the table does not
    have the name, or has it for states that are no actors here. A homonym is said to be one.
    """
    rows = find_names(word)
    ids = {id_ for row in rows for id_ in (row.state, *row.other_states)}
    if not any(describe(id_) for id_ in ids):
        return None
    described = [words for id_ in sorted({*ids, *own}) if (words := describe(id_))]
    hint = f"did you mean {' or '.join(described)}?"
    if not any(row.homonym for row in rows) and len(described) == 1:
        return hint
    meanings = dict.fromkeys(meaning for row in rows for meaning in row.other_meanings)
    also = f": it is also {' or '.join(meanings)}" if meanings else ""
    return f"{hint} this name is ambiguous{also}"


@cache
def _bundled() -> Mapping[str, tuple[StateName, ...]]:
    found: dict[str, list[StateName]] = {}
    for row in read_state_names(DATA):
        found.setdefault(plain_name(row.name), []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def _cells(line: str, start: Place, problems: list[Problem]) -> Cells:
    """Return the cells of a row by heading; none, with a problem, where their number is wrong."""
    texts = line.split(",")
    if len(texts) != len(_HEAD):
        sentence = f"this row has {len(texts)} cells, not {len(_HEAD)}"
        hint = "a comma parts cells and stands in none; the last cell may be empty"
        problems.append(_problem("wrong-number-of-cells", sentence, start, hint))
        return {}
    cells: Cells = {}
    column = 1
    for key, text in zip(_HEAD, texts, strict=True):
        cells[key] = (text, Place(start.file, start.line, column))
        column += len(text) + 1
    return cells


def _row(cells: Cells, problems: list[Problem]) -> StateName | None:
    if not cells:
        return None
    empty = [key for key in _REQUIRED if not cells[key][0].strip()]
    problems += [_problem("empty-value", f"{key} is empty", cells[key][1]) for key in empty]
    kind, place = cells["kind"]
    if kind not in _KINDS and "kind" not in empty:
        hint = "one of: " + ", ".join(_KINDS)
        problems.append(_problem("unknown-word", f"{kind!r} is no word for kind", place, hint))
    if empty or kind not in _KINDS:
        return None
    return StateName(
        name=cells["name"][0],
        state=cells["state"][0],
        language=cells["language"][0],
        kind=_KINDS[kind],
        homonym=cells["homonym"][0] or None,
    )


def _unknown(
    rows: Iterable[tuple[StateName, Cells]], states: Collection[str] | None
) -> Iterable[Problem]:
    for row, cells in rows if states is not None else ():
        named = [("state", row.state), *(("homonym", state) for state in row.other_states)]
        for key, state in named:
            if state not in (states or ()):
                hint = "a state goes by its ISO 3166-1 code, such as KP"
                sentence = f"no state has the id {state!r}"
                yield _problem("unknown-state", sentence, cells[key][1], hint)


def _twice(rows: Iterable[tuple[StateName, Cells]]) -> Iterable[Problem]:
    first: dict[tuple[str, str, str], Place] = {}
    for row, cells in rows:
        place = cells["name"][1]
        there = first.setdefault((plain_name(row.name), row.state, row.language), place)
        if there != place:
            sentence = f"the name {row.name} of {row.state} stands twice in {row.language}"
            hint = f"it stands first on line {there.line}"
            yield _problem("duplicate-name", sentence, place, hint)


def _unflagged(rows: Iterable[tuple[StateName, Cells]]) -> Iterable[Problem]:
    """Yield a problem for each name of two states that does not say so."""
    states: dict[str, set[str]] = {}
    for row, _ in rows:
        states.setdefault(plain_name(row.name), set()).add(row.state)
    for row, cells in rows:
        others = states[plain_name(row.name)] - {row.state, *row.other_states}
        if others:
            sentence = f"{row.name} is a name of {', '.join(sorted(others))} as well"
            hint = f"add the code under homonym: {'; '.join(sorted(others))}"
            yield _problem("unflagged-homonym", sentence, cells["homonym"][1], hint)


def _problem(slug: str, sentence: str, place: Place, hint: str | None = None) -> Problem:
    return Problem(slug=slug, sentence=sentence, place=place, hint=hint)
