"""Which rows of an answer went, came or changed between a citation and its asking again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from kg.model.verification import ChangedRow, RowChanges
from kg.views.canonical import canonical
from kg.views.citation import Citation


def changed_rows(before: Citation, now: Citation) -> RowChanges:
    """Return how the result of ``before`` differs from that of ``now``.

    ``before`` may hold anything that a file can hold; ``now`` is what this program answered.
    """
    kind = now.question["kind"]
    if kind == "case-file":
        row = _changed_row(now.question["called"], before.result, now.result)
        return RowChanges(changed=(row,) if row.keys else ())
    if kind == "findings":
        return _findings(_by_id(before.result), _by_id(now.result))
    old, new = Counter(_result_rows(before.result)), Counter(_result_rows(now.result))
    gone, fresh = (old - new).elements(), (new - old).elements()
    return RowChanges(gone=tuple(sorted(gone)), new=tuple(sorted(fresh)))


def _findings(old: Mapping[str, Any], new: Mapping[str, Any]) -> RowChanges:
    return RowChanges(
        gone=tuple(_called(row) for name, row in old.items() if name not in new),
        new=tuple(_called(row) for name, row in new.items() if name not in old),
        changed=tuple(
            _changed_row(_called(new[name]), row, new[name])
            for name, row in old.items()
            if name in new and row != new[name]
        ),
    )


def _changed_row(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> ChangedRow:
    keys = tuple(key for key in {**old, **new} if old.get(key) != new.get(key))
    return ChangedRow(name=name, keys=keys)


def _result_rows(result: Mapping[str, Any]) -> list[str]:
    if "boolean" in result:
        return [f"answer: {in_words(result['boolean'])}"]
    if isinstance(result.get("triples"), list):
        return [in_words(triple) for triple in result["triples"]]
    solutions = result.get("results")
    rows = solutions.get("bindings") if isinstance(solutions, dict) else result.get("rows")
    return [_told(row) for row in listed_rows(rows)]


def _told(row: Mapping[str, Any]) -> str:
    cells = {
        name: cell.get("value") if isinstance(cell, dict) else cell for name, cell in row.items()
    }
    return "; ".join(
        f"{name}: {in_words(cell)}" for name, cell in cells.items() if cell is not None
    )


def _by_id(result: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {in_words(row.get("id")): row for row in listed_rows(result.get("findings"))}


def _called(row: Mapping[str, Any]) -> str:
    return f"{in_words(row.get('id'))}  {in_words(row.get('sentence'))}"


def in_words(value: object) -> str:
    """Return words as they are, and anything else as JSON writes it."""
    return value if isinstance(value, str) else canonical(value).decode()


def listed_rows(rows: object) -> list[dict[str, Any]]:
    """Return those of ``rows`` that hold keys with values, if it is a list."""
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
