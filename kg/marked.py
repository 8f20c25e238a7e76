"""YAML as people write it here: every value is text, and knows its line and column.

Aliases, merge keys, tags, second documents, duplicate keys, control characters, deep nesting and
oversize files are refused. No value is ever converted: the country ``NO`` stays ``NO``, and a date
stays the words of a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from kg.errors import KgError, Place, Problem

MAX_BYTES = 5_000_000
MAX_DEPTH = 32

_TOO_DEEP = f"values are nested more than {MAX_DEPTH} deep"

# libyaml's event parser is iterative, so that a depth bomb reaches our counter instead of the
# stack; the loaders that build values from events recurse in C and crash.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML lets stand in a file; anything else is refused in escapes too, since no export of ours
# could carry it.
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Words:
    """A scalar, as text."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence."""

    items: tuple[Value, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, in the order of the file; keys are unique."""

    entries: tuple[tuple[Words, Value], ...]
    place: Place

    def find(self, key: str) -> Value | None:
        """Return the value under ``key``, or None when there is no such key."""
        return next((value for name, value in self.entries if name.text == key), None)


Value = Words | Listing | Table


def read_table(path: Path, name: str) -> Table:
    """Read the YAML file at ``path``, whose top must be a mapping.

    ``name`` is what error messages call the file. Raises KgError with every problem found; when
    the YAML itself is broken, with that one alone.
    """
    return parse_table(read_bytes(path, name), name)


def read_bytes(path: Path, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file of at most ``limit``; KgError otherwise."""
    top = Place(name, 1, 1)
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "is no regular file or does not exist"
            raise _one("not-a-file", f"{name} {what}", top, "give the path of a file")
        if path.stat().st_size > limit:
            raise _one("file-too-large", f"this file is larger than {limit:,} bytes", top)
        return path.read_bytes()
    except OSError as error:
        sentence = f"{name} cannot be read: {error.strerror}"
        raise _one("unreadable-file", sentence, top) from error


def decode(data: bytes, name: str) -> str:
    """Return ``data`` as text; KgError where it is not UTF-8, has a byte order mark or a NUL."""
    if data.startswith(b"\xef\xbb\xbf"):
        sentence = "this file begins with a byte order mark, which would shift every position"
        raise _one("byte-order-mark", sentence, Place(name, 1, 1), "save it as UTF-8 without BOM")
    if b"\0" in data:
        sentence = "this file holds a NUL byte and is no text"
        raise _one("binary-file", sentence, _place_of_byte(data, data.index(b"\0"), name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        sentence = f"this file is not UTF-8: byte {error.start + 1} does not fit"
        place = _place_of_byte(data, error.start, name)
        raise _one("not-utf-8", sentence, place, "save it as UTF-8") from error


def parse_table(data: bytes, name: str) -> Table:
    """Parse YAML whose top must be a mapping; raises as ``read_table`` does."""
    text = decode(data, name)
    if unprintable := _UNPRINTABLE.search(text):
        sentence = f"the character U+{ord(unprintable[0]):04X} is not allowed in YAML"
        at = len(text[: unprintable.start()].encode())
        raise _one("yaml-syntax", sentence, _place_of_byte(data, at, name))
    problems: list[Problem] = []
    try:
        root = _Builder(name, problems).build(text)
    except yaml.MarkedYAMLError as error:
        raise KgError([_parser_problem(error, name)]) from error
    if problems:
        raise KgError(problems)
    if root is None:
        raise _one("empty-file", "this file is empty", Place(name, 1, 1))
    if not isinstance(root, Table):
        raise _one("wrong-shape", "the file must hold keys with values", root.place)
    return root


def did_you_mean(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return a hint with the closest known word, or None when none is as like as ``cutoff``.

    Likeness goes from 0 to 1, as ``difflib`` reckons it.
    """
    close = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return f"did you mean {close[0]}?" if close else None


@dataclass(slots=True)
class _Frame:
    """A sequence or mapping that is still open, with the values gathered so far."""

    place: Place
    is_table: bool
    values: list[Value]


class _Builder:
    """Builds the tree from parser events, with its own stack."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self._name = name
        self._problems = problems
        self._open: list[_Frame] = []
        self._documents = 0

    def build(self, text: str) -> Value | None:
        root: Value | None = None
        for event in yaml.parse(text, Loader=_LOADER):
            value = self._value(event)
            if value is not None and self._open:
                self._open[-1].values.append(value)
            elif value is not None:
                root = value
        return root

    def _value(self, event: yaml.Event) -> Value | None:
        """Return the value that ``event`` completes, if it completes one."""
        place = _place_of_mark(event.start_mark, self._name)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _one("second-document", "a file holds one YAML document", place)
            case yaml.AliasEvent():
                raise _alias(place)
            case yaml.ScalarEvent():
                _refuse_marks(event, place)
                return self._words(event.value, place)
            case yaml.CollectionStartEvent():
                _refuse_marks(event, place)
                if len(self._open) >= MAX_DEPTH:
                    raise _one("too-deep", _TOO_DEEP, place)
                self._open.append(_Frame(place, isinstance(event, yaml.MappingStartEvent), []))
            case yaml.CollectionEndEvent():
                frame = self._open.pop()
                return self._table(frame) if frame.is_table else _listing(frame)
        return None

    def _words(self, text: str, place: Place) -> Words:
        if unprintable := _UNPRINTABLE.search(text):
            sentence = f"this value holds the control character U+{ord(unprintable[0]):04X}"
            self._problems.append(_problem("control-character", sentence, place))
        return Words(text, place)

    def _table(self, frame: _Frame) -> Table:
        entries: dict[str, tuple[Words, Value]] = {}
        for key, value in zip(frame.values[::2], frame.values[1::2], strict=True):
            if not isinstance(key, Words):
                self._problems.append(_problem("wrong-shape", "a key must be a word", key.place))
            elif key.text == "<<":
                sentence = "merge keys (<<) are not supported"
                self._problems.append(_problem("merge-key", sentence, key.place, "write it out"))
            elif key.text in entries:
                sentence = f"the key {key.text!r} stands twice"
                hint = f"it stands first on line {entries[key.text][0].place.line}"
                self._problems.append(_problem("duplicate-key", sentence, key.place, hint))
            else:
                entries[key.text] = (key, value)
        return Table(tuple(entries.values()), frame.place)


def _listing(frame: _Frame) -> Listing:
    return Listing(tuple(frame.values), frame.place)


def _refuse_marks(event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
    if event.anchor is not None:
        raise _alias(place)
    if event.tag is not None:
        sentence = f"tags such as {event.tag} are not supported"
        raise _one("yaml-tag", sentence, place, "every value is text; take the tag away")


def _alias(place: Place) -> KgError:
    sentence = "anchors and aliases (& and *) are not supported"
    hint = "write the value out, or put it in quotation marks if it begins with & or *"
    return _one("alias", sentence, place, hint)


def _place_of_mark(mark: Any, name: str) -> Place:  # noqa: ANN401  # of libyaml or of PyYAML
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)


def _place_of_byte(data: bytes, at: int, name: str) -> Place:
    start = data.rfind(b"\n", 0, at) + 1
    column = len(data[start:at].decode("utf-8", "replace")) + 1
    return Place(name, data.count(b"\n", 0, at) + 1, column)


def _parser_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    place = _place_of_mark(error.problem_mark or error.context_mark, name)
    if "maximum nesting depth" in str(error.problem):
        # libyaml reads ahead, and may reach a limit of its own before our counter reaches ours.
        return _problem("too-deep", _TOO_DEEP, place)
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Problem(
        slug="yaml-syntax",
        sentence=f"this is not YAML: {what}",
        place=place,
        hint=_parser_hint(error, what),
    )


def _parser_hint(error: yaml.MarkedYAMLError, what: str) -> str:
    """Say what to do, since the parser's words are about its own state."""
    if "tab character" in what:
        return "indent with spaces, never with tabs"
    if "cannot start any token" in what:
        return "indent with spaces, never with tabs; put words that begin with @ or ` in quotes"
    if "mapping values" in what:
        return (
            "words with ': ' in them go on the lines after >-; "
            "a key begins in the column of the keys beside it"
        )
    if "parsing a block" in what and error.context_mark:
        mark = error.context_mark
        return (
            "what belongs together begins in one column: "
            f"from line {mark.line + 1} on, that is {mark.column + 1}; "
            "mend this line, or one above it"
        )
    return "quotes from a text are safest in a block that begins with >-"


def _problem(slug: str, sentence: str, place: Place, hint: str | None = None) -> Problem:
    return Problem(slug=slug, sentence=sentence, place=place, hint=hint)


def _one(slug: str, sentence: str, place: Place, hint: str | None = None) -> KgError:
    return KgError([_problem(slug, sentence, place, hint)])
