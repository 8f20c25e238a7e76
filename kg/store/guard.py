"""A look at SPARQL that is not ours before any engine reads it: its size, its depth, its reach.

The engine's parser reads without a tokenizer: ``SERVICE:x``, ``1SERVICE`` and ``?a<?b`` are all
read as they come. So what could be read in two ways is taken in the worse one, or refused.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.errors import KgError, Place, Problem

MAX_BYTES: Final = 64_000
MAX_DEPTH: Final = 100
MAX_PATTERNS: Final = 200

_UPDATES: Final = frozenset(
    ("load", "insert", "delete", "clear", "drop", "create", "add", "move", "copy")
)
_TOKEN: Final = re.compile(
    r"""
    (?P<comment> \#[^\r\n]* )
  | (?P<iri> <(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
  | (?P<literal> \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}
               | \"(?:[^"\\\r\n]|\\.)*\" | '(?:[^'\\\r\n]|\\.)*' )
  | (?P<unclosed> \"{3} | '{3} )
  | (?P<language> @[A-Za-z0-9-]+ )
  | (?P<variable> [?$]\w+ )
  | (?P<number> (?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)? )
  | (?P<name> (?P<prefix>(?:[^\W\d][\w.-]{0,200}+)?):(?:(?:[\w:%]|\\[^u])(?:[\w:%.-]|\\[^u])*)? )
  | (?P<word> \w+ )
  | (?P<opening> <<|[({\[] )
  | (?P<closing> >>|[)}\]] )
  | (?P<other> [^\s] )
    """,
    re.VERBOSE | re.DOTALL,
)
_OPERANDS: Final = frozenset(("iri", "literal", "variable", "number", "name"))
_CLOSED_BY: Final = {")": "(", "}": "{", "]": "[", ">>": "<<"}
# Escapes that write a quotation mark or a backslash, with which a string would end elsewhere for
# an engine that resolves escapes before it reads.
_HIDDEN_END: Final = re.compile(r"\\(?:u00|U000000)(?:22|27|5[cC])")


# What gives another value each time, from one and the same graph.
_RESTLESS: Final = frozenset(("now", "rand", "uuid", "struuid", "bnode"))


class _Token(NamedTuple):
    kind: str
    text: str
    prefix: str | None
    at: int


def check_query(query: str, name: str = "query") -> None:
    """Raise KgError when ``query`` is not one to hand to an engine.

    Refused are queries longer than ``MAX_BYTES``, nested deeper than ``MAX_DEPTH``, with more than
    ``MAX_PATTERNS`` triple patterns, and whatever reaches out or writes. ``name`` is what messages
    call the query. That it passes does not make it valid or fast.
    """
    if len(query.encode("utf-8", "replace")) > MAX_BYTES:
        sentence = f"the query is longer than {MAX_BYTES:,} bytes"
        raise KgError([Problem(slug="query-refused", sentence=sentence)])
    _Reading(query, name).read()


def find_restless(query: str) -> str | None:
    """Return the first function in ``query`` that gives another value each time, or None."""
    words = (found[0] for found in _TOKEN.finditer(query) if found.lastgroup == "word")
    return next((word for word in words if word.casefold() in _RESTLESS), None)


class _Reading:
    """One pass over the tokens of a query."""

    def __init__(self, query: str, name: str) -> None:
        self._query = query
        self._name = name
        self._open: list[str] = []  # brackets not closed yet; "values" for a block of data
        self._before: _Token | None = None
        self._patterns = 0
        self._signs = 0
        self._data_follows = False

    def read(self) -> None:
        for match in _TOKEN.finditer(self._query):
            kind = match.lastgroup or "other"
            token = _Token(kind, match[0], match["prefix"], match.start())
            if kind == "comment":
                continue
            self._look_at(token)
            self._before = token

    def _look_at(self, token: _Token) -> None:
        self._signs = self._signs + 1 if token.text in {"!", "-", "+", "^"} else 0
        if self._signs > MAX_DEPTH:
            self._refuse(token, f"more than {MAX_DEPTH} signs in a row")
        self._count_collection(token)
        match token.kind:
            case "opening":
                self._push(token)
            case "closing":
                self._pop(token)
            case "iri":
                self._look_at_iri(token)
            case "literal":
                if _HIDDEN_END.search(token.text):
                    self._refuse(
                        token, "a quotation mark is written as a code", 'write \\" instead'
                    )
            case "name" | "word":
                self._look_at_word(token)
            case "other":
                self._look_at_sign(token)

    def _look_at_word(self, token: _Token) -> None:
        # No keyword of a query holds these letters, and a prefix that does could be read as the
        # keyword with what follows it: SERVICE:there.
        word = (token.text if token.kind == "word" else token.prefix or "").casefold()
        if "service" in word:
            hint = "ask one build at a time; a prefix cannot be called so either"
            self._refuse(token, "SERVICE would send the query to another machine", hint)
        if token.kind == "word" and word in _UPDATES:
            self._refuse(token, f"{token.text.upper()} would write; a build is only read")
        if word == "values":
            self._data_follows = True
        if token.kind == "word" and word == "from":
            hint = "queries see all graphs as one; GRAPH <…> { … } asks a single one"
            self._refuse(token, "FROM would be passed over here", hint)

    def _look_at_sign(self, token: _Token) -> None:
        if token.text == "\\":
            self._refuse(token, "a letter is written as a code here", "write the letter itself")
        inside = self._open[-1] if self._open else "{"
        if token.text in {".", ";"} or (token.text == "," and inside != "("):
            self._count(token, 1)

    def _look_at_iri(self, token: _Token) -> None:
        # Between an operand and another, `<…>` may also be read as "less than", code, "greater
        # than". Then a `#` in it begins a comment, and its brackets nest.
        before = self._before
        operand = before is not None and (before.kind in _OPERANDS or before.text == ")")
        if "#" in token.text and operand and self._open and self._open[-1] == "(":
            hint = "write a space after < where it means less than"
            self._refuse(token, "these words can be read in two ways", hint)
        if len(self._open) + token.text.count("(") > MAX_DEPTH:
            self._refuse(token, f"brackets are nested more than {MAX_DEPTH} deep")

    def _push(self, token: _Token) -> None:
        data = self._data_follows and token.text == "{"
        if data:
            self._data_follows = False
        self._open.append("values" if data else token.text)
        if len(self._open) > MAX_DEPTH:
            self._refuse(token, f"brackets are nested more than {MAX_DEPTH} deep")
        if token.text in {"{", "["} and not data:
            self._count(token, 1)

    def _pop(self, token: _Token) -> None:
        opened = self._open[-1] if self._open else None
        if opened is not None and opened in {_CLOSED_BY[token.text], "values"}:
            self._open.pop()

    def _count_collection(self, token: _Token) -> None:
        """Count two patterns for each member of a list: terms side by side in round brackets."""
        side_by_side = self._before is not None and self._before.kind in _OPERANDS
        if side_by_side and token.kind in _OPERANDS and self._open[-1:] == ["("]:
            self._count(token, 2)

    def _count(self, token: _Token, patterns: int) -> None:
        if "values" in self._open:
            return
        self._patterns += patterns
        if self._patterns > MAX_PATTERNS:
            self._refuse(token, f"the query has more than {MAX_PATTERNS} triple patterns")

    def _refuse(self, token: _Token, sentence: str, hint: str | None = None) -> None:
        before = self._query[: token.at]
        place = Place(self._name, before.count("\n") + 1, token.at - before.rfind("\n"))
        raise KgError([Problem(slug="query-refused", sentence=sentence, place=place, hint=hint)])
