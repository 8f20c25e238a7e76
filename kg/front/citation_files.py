"""Citation files, read as what they are: files that anybody may have written or changed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, Final

from kg.errors import KgError, Place, Problem
from kg.marked import decode
from kg.views.canonical import canonical, digest
from kg.views.citation import FORMAT, WHOLE, Citation, seals

MAX_BYTES: Final = 64 * 1024**2
MAX_DEPTH: Final = 32

_HASH = re.compile(r"[0-9a-f]{64}")
# A string that nobody closes is taken whole, so that no text is looked at twice.
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_LONGEST_NUMBER = 15
_OPTIONAL: Final[Mapping[str, type]] = {
    "restriction": dict,
    "accessed": str,
    "note": str,
    "absence": str,
}
_REQUIRED: Final[Mapping[str, type]] = {
    "question": dict,
    "made_with": dict,
    "graph": dict,
    "result": dict,
    "rests_on": dict,
    "cite_as": dict,
}
_KINDS: Final[Mapping[str, Mapping[str, type]]] = {
    "named": {"name": str, "question": str, "sparql": str, "parameters": dict},
    "sparql": {"sparql": str},
    "findings": {"filters": dict},
    "case-file": {"finding": str, "called": str},
}
_FILTERS: Final[Mapping[str, type]] = {
    "kind": str,
    "actor": str,
    "norm": str,
    "text": str,
    "near_misses": bool,
    "claimed_purposes": bool,
}
_NEEDED: Final = {
    "made_with": ("program.name", "program.version", "ontology.version", "ontology.sha256"),
    "graph": ("sha256", "build.sha256"),
}
_CALLED: Final[Mapping[type, str]] = {dict: "keys with values", str: "words"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFile:
    """A citation as a file gives it, and ``seals``, the hashes that the file gives of its parts."""

    citation: Citation
    seals: Mapping[str, str]

    def altered(self) -> tuple[str, ...]:
        """Return the parts that their hash does not fit, in the order of the document.

        ``sha256`` is among them where a hash itself was altered.
        """
        fresh, given = seals(self.citation), dict(self.seals)
        if fresh == given:
            return ()
        if fresh[WHOLE] == given.get(WHOLE):
            return ("sha256",)  # every part is as it was written, and a hash of one is not
        parts = [name for name in fresh if name != WHOLE and given.get(name) != fresh[name]]
        gone = [name for name in given if name not in fresh]
        fits = given.pop(WHOLE, None) == digest(given)
        return (*parts, *gone, *([] if fits else ["sha256"]))


def read_citation(data: bytes, name: str) -> CitationFile:
    """Return what a citation file says; KgError with everything that keeps it from being one.

    ``name`` is what messages call the file. That it is read does not make it true.
    """
    if len(data) > MAX_BYTES:
        sentence = f"this file is larger than {MAX_BYTES:,} bytes"
        raise KgError([Problem(slug="file-too-large", sentence=sentence, place=Place(name, 1, 1))])
    values = _parse(decode(data, name), name)
    problems: list[str] = []
    _check(values, problems)
    if problems:
        raise _refused(name, problems)
    parts: dict[str, Any] = {each: values.get(each) for each in (*_REQUIRED, *_OPTIONAL)}
    return CitationFile(citation=Citation(**parts), seals=values["sha256"])


def _parse(words: str, name: str) -> dict[str, Any]:
    try:
        _check_depth(words)
        values = json.loads(
            words,
            object_pairs_hook=_once,
            parse_int=_count,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        canonical(values)
    except json.JSONDecodeError as error:
        place = Place(name, error.lineno, error.colno)
        sentence = f"this is not JSON: {error.msg}"
        raise KgError([Problem(slug="not-a-citation", sentence=sentence, place=place)]) from error
    except UnicodeEncodeError as error:  # "\ud800" is fine as JSON, and no character
        raise _refused(name, ["it holds half a character"]) from error
    except ValueError as error:
        raise _refused(name, [str(error)]) from error
    if not isinstance(values, dict):
        raise _refused(name, ["the file must hold keys with values"])
    return values


def _check_depth(words: str) -> None:
    depth = 0
    for found in _NESTING.finditer(words):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > MAX_DEPTH:
            raise ValueError(f"values are nested more than {MAX_DEPTH} deep")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"the key {twice!r:.60} stands twice")
    return values


def _count(words: str) -> int:
    return int(words) if len(words) <= _LONGEST_NUMBER else _no_number(words)


def _no_number(words: str) -> int:
    raise ValueError(f"no citation holds a number such as {words[:20]}")


def _check(values: dict[str, Any], problems: list[str]) -> None:
    if values.get("format") != FORMAT:
        given = values.get("format")
        problems.append(f"format is {given!r:.60}, and this program reads {FORMAT!r}")
        return
    known = {"format", "sha256", *_REQUIRED, *_OPTIONAL}
    problems += [f"there is no part {name!r:.60}" for name in values if name not in known]
    problems += [f"the part {name} is missing" for name in _REQUIRED if name not in values]
    for name, kind in {**_REQUIRED, **_OPTIONAL}.items():
        if name in values and not isinstance(values[name], kind):
            problems.append(f"{name} holds {_CALLED[kind]}")
    _check_seals(values.get("sha256"), problems)
    if not problems:
        _check_question(values["question"], problems)
        _check_restriction(values.get("restriction"), problems)
        for name, paths in _NEEDED.items():
            problems += [
                f"{name}.{path} is missing or no words"
                for path in paths
                if not isinstance(_at(values[name], path), str)
            ]


def _check_seals(hashes: object, problems: list[str]) -> None:
    fit = isinstance(hashes, dict) and all(
        isinstance(each, str) and _HASH.fullmatch(each) for each in hashes.values()
    )
    if not fit:
        problems.append("sha256 holds a hash of 64 digits, 0 to 9 and a to f, for each part")


def _check_question(question: dict[str, Any], problems: list[str]) -> None:
    keys = _KINDS.get(question["kind"]) if isinstance(question.get("kind"), str) else None
    if keys is None:
        problems.append(f"question.kind is one of {', '.join(_KINDS)}")
        return
    problems += [
        f"question holds no {name!r:.60}" for name in question if name not in {"kind", *keys}
    ]
    for name, kind in keys.items():
        if not isinstance(question.get(name), kind):
            problems.append(f"question.{name} holds {_CALLED[kind]}")
    parameters, filters = question.get("parameters"), question.get("filters")
    if isinstance(parameters, dict):
        problems += [
            f"question.parameters.{name!r:.60} holds words"
            for name, value in parameters.items()
            if not isinstance(value, str)
        ]
    if isinstance(filters, dict):
        problems += [
            f"question.filters.{name!r:.60} is none of this program, or of another kind"
            for name, value in filters.items()
            if not isinstance(value, _FILTERS.get(name, NoneType))
        ]


def _check_restriction(restriction: dict[str, Any] | None, problems: list[str]) -> None:
    if restriction is None:
        return
    as_of = restriction.get("as_of")
    if set(restriction) != {"as_of", "according_to", "without"}:
        problems.append("restriction holds as_of, according_to and without")
    if not (as_of is None or isinstance(as_of, str)):
        problems.append("restriction.as_of holds a day, or null")
    for name in ("according_to", "without"):
        ids = restriction.get(name)
        if not (isinstance(ids, list) and all(isinstance(each, str) for each in ids)):
            problems.append(f"restriction.{name} holds a list of ids")


def _at(values: object, path: str) -> object:
    for name in path.split("."):
        values = values.get(name) if isinstance(values, dict) else None
    return values


def _refused(name: str, sentences: list[str]) -> KgError:
    hint = "give a file that kg cite wrote"
    return KgError(
        Problem(slug="not-a-citation", sentence=sentence, place=Place(name, 1, 1), hint=hint)
        for sentence in sentences
    )
