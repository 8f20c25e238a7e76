"""The data of a page with hostile words in every string that its schema knows.

What Python writes out on the way, the page's script meets here as it is. The fields come from
ontology/view.schema.json, so that a new one is under the same test from its first day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from kg.views.explorer import draw_explorer
from kg.views.packing import pack
from kg.views.page_data import PageData
from tests.hostile_words import case, matrices

_SCHEMA = json.loads(
    (Path(__file__).resolve().parents[1] / "ontology" / "view.schema.json").read_text("utf-8")
)
_MARK = re.compile("§([0-9]+)§")
_DATA = re.compile(r'(<script type="text/plain" id="data">)[^<]*')


class Hostile:
    """A view of the invented case; ``filled`` are the paths of the strings that were changed."""

    def __init__(self, words: Sequence[str]) -> None:
        marks = [f"§{number}§" for number in range(len(words))]
        rows = case(marks)
        self._words = words
        self._turn = cycle(words)
        self.filled: set[str] = set()
        self.page = draw_explorer(rows, title="quiet", matrices=matrices(rows))
        self.view = self._changed(_SCHEMA, PageData(rows, matrices=matrices(rows)).whole(), "")

    def _changed(self, schema: dict[str, Any], value: Any, path: str) -> Any:
        schema = _resolved(schema)
        if "anyOf" in schema:
            return self._changed(_wanted(schema, value), value, path)
        match schema.get("type"):
            case "string":
                self.filled.add(path)
                return self._hostile(value)
            case "object" if "properties" in schema:
                value = value or {}
                return {
                    key: self._changed(each, value.get(key), f"{path}.{key}")
                    for key, each in schema["properties"].items()
                }
            case "object":
                self.filled.add(path)
                return {self._hostile(key): each for key, each in (value or {"a": None}).items()}
            case "array":
                return self._each(schema, value, path)
            case kind:
                return (
                    {"boolean": False, "integer": 0, "number": 0}.get(str(kind), value)
                    if (value is None and kind != "null")
                    else value
                )

    def _each(self, schema: dict[str, Any], value: Any, path: str) -> list[Any]:
        if "prefixItems" in schema:
            return list(value)
        items = _resolved(schema["items"])
        # A list that the case leaves empty gets one row, a list of numbers stays empty.
        if not value and items.get("type") in {"object", "string"}:
            value = [None]
        return [self._changed(items, each, f"{path}[]") for each in value or ()]

    def _hostile(self, value: str | None) -> str:
        if value and _MARK.search(value):
            return _MARK.sub(lambda found: self._words[int(found[1])], value)
        return next(self._turn)


def hostile_page(words: Sequence[str]) -> tuple[str, Hostile]:
    """Return the explorer with ``words`` in every string of its data, past all care of Python."""
    made = Hostile(words)
    return _DATA.sub(lambda found: found[1] + pack(made.view), made.page, count=1), made


def strings(schema: dict[str, Any] = _SCHEMA, path: str = "") -> Iterator[str]:
    """Yield the path of every string that the schema knows."""
    schema = _resolved(schema)
    for each in schema.get("anyOf", ()):
        yield from strings(each, path)
    match schema.get("type"):
        case "string":
            yield path
        case "object" if "properties" in schema:
            for key, each in schema["properties"].items():
                yield from strings(each, f"{path}.{key}")
        case "object":
            yield path
        case "array" if "items" in schema and schema["items"] is not False:
            yield from strings(schema["items"], f"{path}[]")


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref", "")
    return _SCHEMA["$defs"][reference.rpartition("/")[2]] if reference else schema


def _wanted(schema: dict[str, Any], value: Any) -> dict[str, Any]:
    """Return which of several kinds a value has; for one that is null, the one with words."""
    kinds = [_resolved(each) for each in schema["anyOf"]]
    with_words = [each for each in kinds if each.get("type") in {"object", "string"}]
    null = [each for each in kinds if each.get("type") == "null"]
    others = [each for each in kinds if each.get("type") != "null"]
    return (with_words or null or others)[0] if value is None else others[0]
