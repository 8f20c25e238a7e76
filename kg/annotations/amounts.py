"""The numbers that words contain, in digits or in words, as far as the language is known.

Number words are read by text2num in the languages of ``SPOKEN``; in every other language only
digits are. What is no count (a calibre, a day, the 23 of KN-23) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile
from math import prod
from typing import Final
from unicodedata import digit

from text_to_num import find_numbers

SPOKEN: Final = frozenset({"da", "de", "en", "es", "fr", "it", "nl", "pt"})

# Which mark parts thousands for sure; the other may too, since people write "6.700" in English.
# Where a language is not here, or its countries use both, either mark may be a decimal one.
_THOUSANDS: Final = {"en": ",", "ja": ",", "ko": ",", "zh": ","} | dict.fromkeys(
    ("da", "de", "fr", "it", "nl", "pt"), "."
)
_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
}
_ROUND: Final = frozenset(Decimal(10**power) for power in (2, 3, 6, 9, 12))
_ONE = re.compile(r"\b(?:an?|another) $", re.IGNORECASE)
_WIDE: Final = {0xFF0C: ",", 0xFF0E: "."}  # full-width, one character for one
_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"  # where letters and digits are parted by spaces
_MEASURE = rf"(?:mm|cm|km|kg|ft|мм|см|км|кг)(?![{_LETTER}])"
_TOKEN = re.compile(
    rf"""(?P<grouped>(?<![\w.,])\d{{1,3}}(?:[ ']\d{{3}})+(?!\d|[ -]?{_MEASURE})(?:[.,]\d+)?)
       |(?P<digits>\d+(?:[.,'\u066b\u066c]\d+)*)
       |(?P<word>(?:(?!\d)\w)+(?:-(?!odd\b|strong\b|plus\b)(?:(?!\d)\w)+)*)
       |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
_IN_NAME = re.compile(rf"(?:(?!x)[{_LETTER}]|[{_LETTER}]x)-?$")  # KN-23, S-300; but not x12
_NO_COUNT = re.compile(
    rf"""[ -]?{_MEASURE}
       |[ -](?:minute|hour|day|week|month|year|time)s?\b
       |(?:st|nd|rd|th)\b
       |(?!(?:k|m|mn|mln|bn|t|x)\b)[{_LETTER}]""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number, from ``start`` to ``end`` in the words.

    It has several ``values`` where its separators allow them. ``scale`` is what it ends with: a
    million of "five million", 1 of "5".
    """

    values: frozenset[Decimal]
    start: int
    end: int
    scale: int = 1
    spelt: bool = False  # it begins with a word
    bare: bool = False  # nothing but a scale, which counts only with a number before it

    def times(self, other: Amount) -> Amount:
        """Return the amount that is this many of ``other``, which stands after it."""
        values = frozenset(one * many for one in other.values for many in self.values)
        return replace(
            self, values=values, end=other.end, scale=self.scale * other.scale, bare=False
        )


@dataclass(frozen=True, slots=True)
class _Token:
    """A token, in the shape in which text2num takes it; digits are none of its business."""

    kind: str
    word: str
    start: int
    end: int

    def text(self) -> str:
        return self.word if self.kind in {"word", "mark"} else "|"

    def nt_separated(self, _previous: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return self.kind not in {"word", "mark"}


def find_amounts(words: str, language: str) -> tuple[Amount, ...]:
    """Return the amounts in folded ``words``, in order; a vague one ("millions") is none.

    >>> [sorted(map(int, one.values)) for one in find_amounts("two dozen, or 3 million", "en")]
    [[24], [3000000]]
    """
    language = main_language(language)
    words = words.translate(_WIDE)
    tokens = [_token(found) for found in _TOKEN.finditer(words)]
    parts = [*_written(tokens, words, language), *_spelt(tokens, words, language)]
    found: list[Amount] = []
    for part in sorted(parts, key=lambda part: part.start):
        before = found[-1] if found else None
        joined = before is not None and words[before.end : part.start] in {"", " ", "-"}
        if before and joined and part.bare and (language == "en" or not before.spelt):
            found[-1] = before.times(part)
        elif (
            not part.bare
            or language != "en"
            or _ONE.search(words, max(0, part.start - 9), part.start)
        ):
            found.append(part)
    return tuple(one for one in found if not _NO_COUNT.match(words, one.end))


def main_language(tag: str) -> str:
    """Return the language of a language tag: ``en`` of ``en-GB``."""
    return tag.partition("-")[0].casefold()


def _token(found: re.Match[str]) -> _Token:
    return _Token(found.lastgroup or "", found.group(), found.start(), found.end())


def _written(tokens: list[_Token], words: str, language: str) -> Iterator[Amount]:
    """Yield the numbers in digits."""
    for token in tokens:
        if token.kind in {"grouped", "digits"} and not _IN_NAME.search(
            words, max(0, token.start - 3), token.start
        ):
            values = _values(token.word, language)
            yield Amount(values=values, start=token.start, end=token.end)


def _values(written: str, language: str) -> frozenset[Decimal]:
    """Return what digits and their separators can mean."""
    plain = "".join(str(digit(char)) if char.isdigit() else char for char in written)
    groups = re.split(r"[ ']", plain.replace("\u066c", ""))
    joined = "".join(groups)
    marks = sorted(set(re.findall(r"[.,\u066b]", joined)))
    values: set[str] = set()
    if not marks:
        values.add(joined)
    elif len(marks) > 1:
        last = max(marks, key=joined.rfind)
        values.add("".join("." if c == last else c for c in joined if c == last or c.isdigit()))
    else:
        (mark,) = marks
        thousands = re.fullmatch(rf"\d{{1,3}}(?:\{mark}\d{{2,3}})*\{mark}\d{{3}}", joined)
        sure = _THOUSANDS.get(language)
        if thousands and mark != "\u066b":
            values.add(joined.replace(mark, ""))
        if joined.count(mark) == 1 and not (thousands and sure == mark):
            values.add(joined.replace(mark, "."))
    return frozenset(Decimal(value) for value in values)


def _spelt(tokens: list[_Token], words: str, language: str) -> Iterator[Amount]:
    """Yield the numbers in words; what is nothing but a scale (dozen, million, k) is bare."""
    taken: set[int] = set()
    if language in SPOKEN:
        for found in find_numbers(tokens, language, threshold=0):
            inside = [token.word.casefold() for token in tokens[found.start : found.end]]
            if found.is_ordinal:
                continue
            taken.update(range(found.start, found.end))
            value = Decimal(found.value)
            yield Amount(
                values=frozenset({value}),
                start=tokens[found.start].start,
                end=tokens[found.end - 1].end,
                scale=prod(takewhile(bool, map(_scale, reversed(inside)))),
                spelt=True,
                bare=_is_bare(value, inside, language),
            )
    for number, token in enumerate(tokens):
        scale = _scale(token.word.casefold())
        if language == "en" and scale and number not in taken:
            if words[token.end : token.end + 1].isdigit():  # the M of 9M133
                continue
            values = frozenset({Decimal(scale)})
            start, end = token.start, token.end
            yield Amount(values=values, start=start, end=end, scale=scale, spelt=True, bare=True)


def _scale(word: str) -> int:
    """Return how many the word is a scale of, 0 where it is none; plurals are."""
    return _SCALES.get(word) or _SCALES.get(word.removesuffix("s"), 0)


def _is_bare(value: Decimal, words: list[str], language: str) -> bool:
    if language == "en":
        return all(_scale(word) for word in words)
    return len(words) == 1 and value in _ROUND
