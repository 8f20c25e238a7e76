"""The few ways in which a quote may differ from the text: kinds of space, quotation mark and dash.

Folding makes every run of white space one space, every quotation mark or apostrophe ``'`` and every
dash ``-``. Letters, case and everything else stay, so that words found folded are the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, name

from kg.model.names import ALIKE, DASHES, QUOTATION_MARKS
from kg.model.texts import Span

__all__ = ["DASHES", "QUOTATION_MARKS", "Folded", "fold", "is_word_edge"]

_SPACES = re.compile(r"\s+")
_JOINERS = "\u00ad\u200c\u200d\u2060"
# Scripts that write words without spaces between them, or add particles to them: a name may end
# anywhere within a run of their letters.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded characters that still know where in the original each of them stands."""

    characters: str
    _ends: tuple[int, ...]  # in the folded characters, the end of each run that was shortened
    _shifts: tuple[int, ...]  # by how much the original is ahead after so many runs

    def span(self, start: int, end: int) -> Span:
        """Return where in the original the folded characters from ``start`` to ``end`` stand.

        Neither edge is a space, whose run would be cut.
        """
        return Span(self._original(start), self._original(end - 1) + 1)

    def _original(self, index: int) -> int:
        return index + self._shifts[bisect_right(self._ends, index)]


def fold(characters: str) -> Folded:
    """Fold ``characters``; the same words give the same result however they were typed.

    >>> fold("Russia’s  war – now").characters
    "Russia's war - now"
    """
    alike = characters.translate(ALIKE)
    ends: list[int] = []
    shifts: list[int] = [0]
    for run in _SPACES.finditer(alike):
        if (longer := run.end() - run.start() - 1) > 0:
            shifts.append(shifts[-1] + longer)
            ends.append(run.end() - shifts[-1])
    return Folded(_SPACES.sub(" ", alike), tuple(ends), tuple(shifts))


def is_word_edge(folded: str, at: int) -> bool:
    """Tell whether a word may end before index ``at`` of folded characters, or begin there.

    >>> is_word_edge("Russia's war", 6), is_word_edge("Russia's war", 4)
    (True, False)
    """
    if at <= 0 or at >= len(folded):
        return True
    after = folded[at]
    if _kind(after) == "joined":
        return False
    if folded[at : at + 2] in {"'t", "'T"}:
        # To quote "can" from "can't" would turn the words round.
        return not _is_in_word(folded, at - 1) or not is_word_edge(folded, at + 2)
    return not (_is_in_word(folded, at - 1) and _kind(after) == "letter")


def _is_in_word(folded: str, at: int) -> bool:
    while at > 0 and _kind(folded[at]) == "joined":
        at -= 1
    return _kind(folded[at]) == "letter"


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:
    """Tell ``letter`` (where spaces part words), ``joined`` (to the one before) or ``other``."""
    if char in _JOINERS or category(char).startswith("M"):
        return "joined"
    if not (char.isalnum() or char == "_") or name(char, "").startswith(_UNSPACED):
        return "other"
    return "letter"
