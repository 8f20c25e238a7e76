"""The passage of a text that comes closest to words which do not stand in it, for a hint."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

_WORD = re.compile(r"\S+")
_GRAM = 3
# A run of three characters that stands everywhere tells nothing and costs much.
_TOO_COMMON = 400
_MOST_GRAMS = 120
_CLOSE_ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Close:
    """Where in folded characters the closest passage stands."""

    start: int
    end: int


def find_closest(words: str, characters: str) -> Close | None:
    """Return the passage of ``characters`` closest to ``words``, or None; both are folded.

    Runs of three characters vote for the place where the words would have to begin.
    """
    quote, text = _lower(words), _lower(characters)
    votes, grams = _votes(quote, text)
    if not votes:
        return None
    width = max(4, len(quote) // 8)
    boxes: Counter[int] = Counter()
    for begin, count in votes.items():
        boxes[begin // width] += count
    # Neighbours count together, since an inserted word moves what follows it.
    sums = {box: boxes[box - 1] + boxes[box] + boxes[box + 1] for box in tuple(boxes)}
    best = max(sums, key=lambda box: (sums[box], boxes[box], -box))
    if sums[best] < _CLOSE_ENOUGH * grams:
        return None
    return _passage(quote, text, max(0, best * width))


def _votes(quote: str, text: str) -> tuple[Counter[int], int]:
    """Return, for each place to begin, how many runs vote for it, and how many runs voted."""
    votes: Counter[int] = Counter()
    grams = 0
    step = max(1, len(quote) // _MOST_GRAMS)
    for at in range(0, len(quote) - _GRAM + 1, step):
        begins = [
            found - at for found in islice(_places(quote[at : at + _GRAM], text), _TOO_COMMON)
        ]
        if len(begins) < _TOO_COMMON:
            grams += 1
            votes.update(begins)
    return votes, grams


def _places(gram: str, text: str) -> Iterator[int]:
    found = text.find(gram)
    while found >= 0:
        yield found
        found = text.find(gram, found + 1)


def _passage(quote: str, text: str, begin: int) -> Close:
    """Cut whole words around ``begin`` so that they cover what ``quote`` shares with the text."""
    slack = max(12, len(quote) // 4)
    first = text.rfind(" ", 0, max(0, begin - slack)) + 1
    around = [
        (match.start() + first, match.end() + first)
        for match in _WORD.finditer(text[first : begin + len(quote) + slack])
    ]
    asked = _WORD.findall(quote)
    standing = [text[start:end] for start, end in around]
    blocks = [
        block
        for block in SequenceMatcher(None, asked, standing, autojunk=False).get_matching_blocks()
        if block.size
    ]
    if not blocks:
        within = [
            (start, end) for start, end in around if end > begin and start < begin + len(quote)
        ]
        return _trimmed(within[0][0], within[-1][1], quote, text)
    # Words of the quote before the first and after the last that fit stand for as many words.
    low = max(0, blocks[0].b - blocks[0].a)
    rest = len(asked) - (blocks[-1].a + blocks[-1].size)
    high = min(len(around), blocks[-1].b + blocks[-1].size + rest)
    return _trimmed(around[low][0], around[high - 1][1], quote, text)


def _trimmed(start: int, end: int, quote: str, text: str) -> Close:
    """Leave out marks at the end that the quote does not end with."""
    while end > start + 1 and quote[-1].isalnum() and not text[end - 1].isalnum():
        end -= 1
    return Close(start, end)


def _lower(characters: str) -> str:
    lower = characters.lower()
    return lower if len(lower) == len(characters) else characters
