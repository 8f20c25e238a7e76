"""References as BibTeX, made from the same items as the CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.views.words import plain

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # Not \{, which BibTeX counts as a brace like any other.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
# In an address, what would end a field or begin a command; the rest of it stays as it is.
_IN_ADDRESS = re.compile(r"""[\s{}\\"<>^`|]""")
_TYPES = {"report": "techreport"}
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9._-]")


def draw_bibtex(items: Iterable[Mapping[str, Any]]) -> str:
    """Return an entry for each CSL item of ours; every value stands in braces, escaped."""
    return "\n".join(map(_entry, items))


def escape(words: str) -> str:
    """Return ``words`` as LaTeX prints them; no brace, command or comment is left in them."""
    return "".join(_SPECIAL.get(each, each) for each in plain(words))


def _entry(item: Mapping[str, Any]) -> str:
    fields = {name: value for name, value in _fields(item) if value}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    kind = _TYPES.get(item["type"], "misc")
    return f"@{kind}{{{_NOT_IN_KEY.sub('-', item['id'])},\n{lines}}}\n"


def _fields(item: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    authors = [each["literal"] for each in item.get("author", ())]
    if "authority" in item:
        authors = [item["authority"]]
    issued = item.get("issued", {})
    # A name in braces of its own is one name, whatever words stand in it.
    yield "author", " and ".join(f"{{{escape(name)}}}" for name in authors)
    yield "title", f"{{{escape(item['title'])}}}"
    if item["type"] == "report":
        yield "institution", escape(", ".join(authors))
    yield "howpublished", "" if item["type"] == "report" else escape(item.get("genre", ""))
    yield "publisher", escape(item.get("publisher", ""))
    yield "version", escape(item.get("version", ""))
    yield "number", escape(item.get("number", ""))
    yield "year", _year(issued)
    yield "date", _days(issued)
    yield "url", _IN_ADDRESS.sub(_percent, item.get("URL", ""))
    yield "urldate", _days(item.get("accessed", {}))
    yield "note", escape(" ".join(filter(None, (_graph(item), item.get("note")))))


def _graph(item: Mapping[str, Any]) -> str:
    return f"From {item['source']}." if "source" in item else ""


def _year(when: Mapping[str, Any]) -> str:
    if "literal" in when:
        return escape(when["literal"])
    return "/".join(dict.fromkeys(f"{part[0]:04}" for part in when.get("date-parts", ())))


def _days(when: Mapping[str, Any]) -> str:
    return "/".join(
        "-".join(f"{number:0{2 if at else 4}}" for at, number in enumerate(part))
        for part in when.get("date-parts", ())
    )


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8"))
