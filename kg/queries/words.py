"""Quoted words, found again from the passages of a graph."""

from __future__ import annotations

import re

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.rows import WordsRow
from kg.vocab import Ata

_OA = "http://www.w3.org/ns/oa#"
_NUMBER = re.compile(r"/(\d+)$")


class Words:
    """Passages as rows, each made once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._made: dict[str, WordsRow] = {}

    def of(self, passage: str) -> WordsRow:
        """Return the words of ``passage``, its pieces in the order of the text."""
        if passage not in self._made:
            self._made[passage] = self._read(passage)
        return self._made[passage]

    def all_of(self, subject: str) -> tuple[WordsRow, ...]:
        """Return the words that bear out what is stated of ``subject``, in the order of texts."""
        found = {self.of(passage) for passage in self._facts.all(subject, Ata.evidence)}
        return tuple(sorted(found, key=place_of))

    def _read(self, passage: str) -> WordsRow:
        facts = self._facts
        text = facts.said(passage, _OA + "hasSource")
        exact: dict[int, str] = {}
        spans: dict[int, tuple[int, int]] = {}
        for selector in facts.all(passage, _OA + "hasSelector"):
            found = _NUMBER.search(selector)
            number = int(found[1]) if found else 1
            quoted = facts.one(selector, _OA + "exact")
            if quoted is not None:
                exact[number] = quoted
            start, end = facts.one(selector, _OA + "start"), facts.one(selector, _OA + "end")
            if start is not None and end is not None:
                spans[number] = (int(start), int(end))
        return WordsRow(
            text=id_of(text),
            text_kind=facts.word(text, Ata.textKind) or "verbatim",
            spans=tuple(spans[number] for number in sorted(spans)),
            exact=tuple(exact[number] for number in sorted(exact)),
        )


def place_of(words: WordsRow) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return what words are sorted by: their text, then where they stand in it."""
    return words.text, words.spans
