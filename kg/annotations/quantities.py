"""Whether the numbers of an annotation are those of the words that it quotes.

Nothing is reported that cannot be told: a number word of a language that is not known, half a
million, or a unit that the words do not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.annotations.amounts import SPOKEN, main_language
from kg.annotations.counting import after_vague, counted_unit, is_named
from kg.annotations.folding import fold
from kg.annotations.qualifiers import Bounds, Qualified, find_qualified
from kg.model.texts import Quote, Text
from kg.vocab import Unit

# Around a quote, as many characters as a qualifier may have that it leaves out.
_AROUND: Final = 48
_HUNDRED: Final = 100  # the least that a scale is
_FULL: Final = 1000  # a number from here on is written out, and has no scale after it
_SETS: Final = {
    "at-least": frozenset({Bounds.BOTH, Bounds.LEAST, Bounds.EITHER}),
    "at-most": frozenset({Bounds.BOTH, Bounds.MOST, Bounds.EITHER}),
    "about": frozenset({Bounds.NEITHER, Bounds.EITHER}),
}
_CALLED: Final = {
    Bounds.BOTH: "at-least: and at-most:",
    Bounds.LEAST: "at-least:",
    Bounds.MOST: "at-most:",
    Bounds.NEITHER: "about:",
}
# Parts, and words that stand for a number, which no reader of number words knows.
_UNREAD: Final = {
    language: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for language, words in {
        "da": r"\w*halv|kvart|tredjedel|dusin|snes|par\b",
        "de": r"\w*halb|viertel|drittel|dutzend|hunderte|tausende|paar\b|hälfte",
        "en": r"(?:half|halves|quarters?|thirds?|fifths?|tenths?|score|gross|couple|pairs?"
        r"|trio|both|twice|double|triple|twofold|threefold|lakh|crore)\b",
        "es": r"medi[oa]|cuarto|terci|docena|decena|veintena|centena|millar|par\b",
        "fr": r"demi|quart|tiers\b|\w+aines?\b|milliers?\b|paire|couple",
        "it": r"mezz|metà|quart[oi]|terz|dozzin|decin|ventin|centinai|migliai|paio",
        "nl": r"half|halve|anderhalf|kwart|derde|dozijn|\w+tal(?:len)?\b|paar\b",
        "pt": r"mei[oa]|metade|quarto|terço|dúzia|dezena|centena|milhar|par\b",
    }.items()
}
_ONE: Final = re.compile(r"\b(?:an?|another|single|sole|lone)\b", re.IGNORECASE)
_NONE: Final = re.compile(r"\b(?:no|none|nil|nothing)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What is wrong with a quantity, and under which ``key`` of the transfer."""

    key: str
    slug: str
    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """Folded words with the numbers in them."""

    words: str
    language: str
    numbers: tuple[Qualified, ...]

    def may_hold(self, number: Decimal) -> bool:
        """Tell whether ``number`` stands in the words, or cannot be told not to."""
        values = [value for one in self.numbers for value in one.values]
        if number in values:
            return True
        unread = _UNREAD.get(self.language)
        if unread and unread.search(self.words):
            return True
        if self.language == "en":
            article = {Decimal(1): _ONE, Decimal(0): _NONE}.get(number)
            return article is not None and article.search(self.words) is not None
        # "Un", "ein" and the like are no numbers for sure.
        values = [value for value in values if value != 1 or self.language not in SPOKEN]
        return not values or any(_may_be_scaled(value, number) for value in values)


def find_slips(
    quantity: str,
    bounds: Mapping[str, Decimal],
    unit: Unit | None,
    quotes: Iterable[Quote],
    text: Text,
) -> Iterator[Slip]:
    """Yield what of ``bounds``, by the key of each, and ``unit`` the words do not bear out.

    The words are those of ``quantity``, and these are held to the ``quotes`` of ``text``.
    """
    said = _read(quantity, text.language)
    yield from _not_quoted(said, [_read_quoted(quote, text) for quote in quotes])
    for key, number in bounds.items():
        yield from _not_said(key, number, said)
    if unit and said.language == "en":
        yield from _miscounted(unit, frozenset(bounds.values()), said)


def _read(words: str, language: str) -> _Reading:
    folded = fold(words).characters
    return _Reading(folded, main_language(language), find_qualified(folded, language))


def _read_quoted(quote: Quote, text: Text) -> _Reading:
    """Return the words of ``quote``; qualifiers next to it count, numbers next to it do not."""
    words: list[str] = []
    numbers: list[Qualified] = []
    for span in quote.spans:
        before = fold(text.characters[max(0, span.start - _AROUND) : span.start]).characters
        inside = fold(text.cut(span)).characters
        after = fold(text.characters[span.end : span.end + _AROUND]).characters
        found = find_qualified(before + inside + after, text.language)
        edge = len(before) + len(inside)
        numbers += [one for one in found if len(before) <= one.start and one.end <= edge]
        words.append(inside)
    return _Reading(" … ".join(words), main_language(text.language), tuple(numbers))


def _not_quoted(said: _Reading, quoted: Sequence[_Reading]) -> Iterator[Slip]:
    """Yield the first number of the quantity that the quotes of the claim lack, or qualify."""
    for one in said.numbers:
        if not any(quote.may_hold(value) for quote in quoted for value in one.values):
            yield Slip(
                key="quantity",
                slug="quantity-not-quoted",
                sentence=f"{one.phrase!r} stands in no quote of this claim",
                hint="correct it, or quote the words with the number under said:",
            )
            return
        same = [other for quote in quoted for other in quote.numbers if one.values & other.values]
        if same and not any(_alike(one, other) for other in same):
            yield Slip(
                key="quantity",
                slug="quantity-cut",
                sentence=f"{one.phrase!r} stands in the text as {same[0].phrase!r}",
                hint="keep the words that tell whether a number is a bound",
            )
            return


def _alike(one: Qualified, other: Qualified) -> bool:
    return one.bounds is other.bounds or Bounds.EITHER in {one.bounds, other.bounds}


def _not_said(key: str, number: Decimal, said: _Reading) -> Iterator[Slip]:
    """Yield what is wrong with one bound: its number is not said, or it is said as another."""
    same = [one for one in said.numbers if number in one.values]
    if not same and not said.may_hold(number):
        values = sorted({value for one in said.numbers for value in one.values})
        listed = ", ".join(map(_shown, values))
        yield Slip(
            key=key,
            slug="number-not-in-words",
            sentence=f"{_shown(number)} does not stand in {said.words!r}",
            hint=(
                f"these words have {listed}; write what they have, or leave {key}: out"
                if listed
                else f"these words have no exact number: leave {key}: out"
            ),
        )
    elif same and not any(_sets(key, one, said) for one in same):
        yield Slip(
            key=key,
            slug="number-against-words",
            sentence=f"{same[0].phrase!r} does not say {key.replace('-', ' ')} {_shown(number)}",
            hint=(
                "it is one end of a range that may reach further: the words alone say how much"
                if _is_loose_end(same[0], said)
                else f"{_shown(number)} is {_CALLED[same[0].bounds]} by these words"
            ),
        )


def _sets(key: str, one: Qualified, said: _Reading) -> bool:
    return one.bounds in _SETS[key] and not (key == "about" and _is_loose_end(one, said))


def _is_loose_end(one: Qualified, said: _Reading) -> bool:
    """Tell whether ``one`` is an end of a range such as "about 3 to 5", which has no one number."""
    ends = [other for other in said.numbers if other.phrase == one.phrase]
    return one.bounds is Bounds.NEITHER and len({other.start for other in ends}) > 1


def _miscounted(unit: Unit, bounds: frozenset[Decimal], said: _Reading) -> Iterator[Slip]:
    """Yield a slip where the words count, by the number meant, what is another unit."""
    if not bounds and is_named(unit, said.words):
        return  # which number is meant is not told
    meant = [one for one in said.numbers if not bounds or one.values & bounds]
    found = [counted_unit(said.words, one.end, one=one.values == {1}) for one in meant]
    if not said.numbers and (vague := after_vague(said.words)):
        found = [counted_unit(said.words, vague)]
    told = [counted for counted in found if counted]
    if told and all(counted.unit is not unit for counted in told):
        yield Slip(
            key="unit",
            slug="unit-not-in-words",
            sentence=f"{said.words!r} counts {told[0].word}, and these are no {unit.label}",
            hint=f"write unit: {told[0].unit.value}; containers are not rounds",
        )


def _may_be_scaled(value: Decimal, number: Decimal) -> bool:
    """Tell whether ``number`` may be ``value`` with a word for a scale: 3 млн, 20만."""
    scaled = 0 < value < _FULL and number >= _HUNDRED * value
    return scaled and _digits(number).startswith(_digits(value))


def _digits(number: Decimal) -> str:
    return f"{number:f}".replace(".", "").strip("0")


def _shown(number: Decimal) -> str:
    return f"{int(number)}" if number == int(number) else f"{number.normalize():f}"
