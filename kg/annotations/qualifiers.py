"""What the words around a number make of it: "more than", "up to", "about", "3 to 5".

Only English words are known. In other languages no qualifier is read: either bound may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from kg.annotations.amounts import Amount, find_amounts, main_language


class Bounds(Enum):
    """Which bounds a number sets."""

    BOTH = "both"  # 1,000
    LEAST = "least"  # more than 1,000; the 3 of 3 to 5
    MOST = "most"  # up to 1,000; the 5 of 3 to 5
    NEITHER = "neither"  # about 1,000
    EITHER = "either"  # not known: nothing is said against any bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """An amount with its qualifier, or as one end of a range, which is its ``phrase``.

    ``start`` and ``end`` are those of the bare number.
    """

    values: frozenset[Decimal]
    bounds: Bounds
    phrase: str
    start: int
    end: int


_LEAST = (
    "more than|greater than|larger than|over|above|beyond|exceed(?:ing|s)?|in excess of|upwards? of"
    "|at (?:the (?:very )?)?least|(?:no|not) (?:fewer|less) than|(?:an? )?minimum(?: of)?|>=?|≥"
)
_MOST = (
    "fewer than|less than|under|below|up to|at (?:the (?:very )?)?most|(?:no|not) more than"
    "|as (?:many|much) as|(?:an? )?maximum(?: of)?|nearly|almost|<=?|≤"
)
_ABOUT = (
    "about|around|approximately|approx\\.?|roughly|some|circa|ca?\\.|close to|on the order of"
    "|in the (?:region|order|neighbou?rhood) of|~|≈"
)
_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<LEAST>{_LEAST})|(?P<MOST>{_MOST})|(?P<NEITHER>{_ABOUT}))"
    r" ?(?:(?:an?|another|the|just|perhaps|possibly) )*$",
    re.IGNORECASE,
)
_END = r"(?= ?(?:[.,;:()]|$))"
_AFTER_LEAST: Final = re.compile(
    r" ?\+|[ -]odd\b|-plus\b|(?: [^\W\d]+){0,3} (?:or (?:more|over)|at (?:the )?least)" + _END,
    re.IGNORECASE,
)
_AFTER_MOST: Final = re.compile(
    r"(?: [^\W\d]+){0,3} (?:or (?:fewer|less)|at (?:the )?most)" + _END, re.IGNORECASE
)
_AFTER_ABOUT: Final = re.compile(
    r"-ish\b|(?: [^\W\d]+){0,3},? (?:or so|or thereabouts|give or take)" + _END, re.IGNORECASE
)
_AFTER: Final = (
    (_AFTER_LEAST, Bounds.LEAST),
    (_AFTER_MOST, Bounds.MOST),
    (_AFTER_ABOUT, Bounds.NEITHER),
)
_TO: Final = re.compile(r" ?- ?| to | or ")
_BETWEEN: Final = re.compile(
    r"\bbetween (?:(?:about|some|around|roughly|approximately) )?$", re.IGNORECASE
)
# A report about 12 missiles need not be about about 12 of them.
_CONCERNING: Final = re.compile(
    r"\b(?:accounts?|allegations?|asked|claims?|concern(?:s|ed)?|data|details|evidence|information"
    r"|intelligence|knew|knows?|letters?|news|questions?|reports?|rumou?rs|said|says?|speaks?|spoke"
    r"|statements?|talk(?:s|ed)?|tells?|told|warn(?:s|ed|ings?)?|words|worried) about (?:an? )?$",
    re.IGNORECASE,
)
# "Over 49 voyages" may tell in the course of how many something came.
_OVER: Final = re.compile(r"(?<![\w-])over (?:an? )?$", re.IGNORECASE)
_COURSE: Final = re.compile(
    r"(?: [^\W\d]+){0,2} (?:voyage|flight|trip|shipment|deliver|transfer|consignment|train)"
)


def find_qualified(words: str, language: str) -> tuple[Qualified, ...]:
    """Return the numbers in folded ``words``, in order, each with the bounds that it sets.

    >>> [(one.phrase, one.bounds.value) for one in find_qualified("over 20 of 50 guns", "en")]
    [('over 20', 'least'), ('50', 'both')]
    """
    amounts = find_amounts(words, language)
    if main_language(language) != "en":
        return tuple(_qualified(one, Bounds.EITHER, words, one.start, one.end) for one in amounts)
    return tuple(_read(amounts, words))


def _read(amounts: tuple[Amount, ...], words: str) -> Iterator[Qualified]:
    at = 0
    while at < len(amounts):
        first, *rest = amounts[at : at + 2]
        start, end, bounds = _surroundings(first, words)
        if rest and (low := _low_end(first, rest[0], words)):
            start, end = min(start, _between(first, words)), rest[0].end
            vague = bounds is Bounds.NEITHER
            for one, which in ((low, Bounds.LEAST), (rest[0], Bounds.MOST)):
                yield _qualified(one, Bounds.NEITHER if vague else which, words, start, end)
            at += 2
        else:
            yield _qualified(first, bounds, words, start, end)
            at += 1


def _qualified(amount: Amount, bounds: Bounds, words: str, start: int, end: int) -> Qualified:
    return Qualified(
        values=amount.values,
        bounds=bounds,
        phrase=words[start:end].strip(),
        start=amount.start,
        end=amount.end,
    )


def _surroundings(amount: Amount, words: str) -> tuple[int, int, Bounds]:
    """Return from where to where the qualifiers of ``amount`` reach, and what they make of it."""
    start, end, said = amount.start, amount.end, list[Bounds]()
    in_course = _OVER.search(words, _near(start), start) and _COURSE.match(words, end)
    if in_course or _CONCERNING.search(words, _near(start), start):
        return start, end, Bounds.EITHER
    for pattern, bounds in _AFTER:
        if after := pattern.match(words, end):
            end = after.end()
            said.append(bounds)
    while before := _BEFORE.search(words, _near(start), start):
        start = before.start()
        said.append(Bounds[before.lastgroup or ""])
    if Bounds.NEITHER in said:
        return start, end, Bounds.NEITHER
    return start, end, said[0] if said else Bounds.BOTH


def _near(at: int) -> int:
    """Return from where to look for a qualifier that ends at ``at``."""
    return max(0, at - 48)


def _between(amount: Amount, words: str) -> int:
    found = _BETWEEN.search(words, _near(amount.start), amount.start)
    return found.start() if found else amount.start


def _low_end(low: Amount, high: Amount, words: str) -> Amount | None:
    """Return the lower end of a range, which may have its scale from the upper: 3 to 5 million."""
    gap = words[low.end : high.start]
    if not (_TO.fullmatch(gap) or (gap == " and " and _between(low, words) < low.start)):
        return None
    top = max(high.values)
    if low.scale == 1 and max(low.values) * high.scale <= top:
        low = Amount(
            values=frozenset(value * high.scale for value in low.values),
            start=low.start,
            end=low.end,
        )
    return low if max(low.values) <= top else None
