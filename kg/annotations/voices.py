"""Whose voice stands where in a text, and whether quoted words have one voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.errors import Place, Problem
from kg.model.annotated import Part
from kg.model.texts import Quote, Span, Text


class Voices:
    """The parts of a text in order; none overlaps another."""

    def __init__(self, parts: Iterable[Part], text: Text) -> None:
        self._parts = sorted(parts, key=_span)
        self._starts = [_span(part).start for part in self._parts]
        self._text = text

    def hear(self, quote: Quote, place: Place) -> tuple[str, ...] | Problem:
        """Return who speaks the quoted words; a problem where nobody does, or several apart do."""
        touched: list[Part] = []
        outside = False
        for span in quote.spans:
            parts = self._touched(span)
            touched += [part for part in parts if part not in touched]
            outside = outside or not self._covered(span, parts)
        if not touched:
            return Problem(
                slug="quote-outside-parts",
                sentence="this quote stands outside every part, so that nobody says it",
                place=place,
                hint="let a part with a speaker reach so far, or add one",
            )
        if outside or len({(part.speaker, part.ignore) for part in touched}) > 1:
            return _straddles(touched, outside=outside, place=place)
        if touched[0].ignore:
            return Problem(
                slug="quote-in-ignored-part",
                sentence=f"this quote stands in the part {touched[0].name!r}, which is ignored",
                place=place,
                hint="nobody speaks there; quote other words, or give the part a speaker",
            )
        return touched[0].speaker

    def _touched(self, span: Span) -> list[Part]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return [part for part in self._parts[first:last] if _span(part).end > span.start]

    def _covered(self, span: Span, parts: list[Part]) -> bool:
        at = span.start
        for part in parts:
            if self._text.cut(Span(at, max(at, _span(part).start))).strip():
                return False
            at = max(at, _span(part).end)
        return not self._text.cut(Span(min(at, span.end), span.end)).strip()


def overlapping(parts: Iterable[Part]) -> tuple[tuple[Part, Part], ...]:
    """Return each part that begins before an earlier one has ended, with that earlier one."""
    found: list[tuple[Part, Part]] = []
    last: Part | None = None
    for part in sorted(parts, key=_span):
        if last is not None and _span(part).start < _span(last).end:
            found.append((last, part))
        if last is None or _span(part).end > _span(last).end:
            last = part
    return tuple(found)


def _span(part: Part) -> Span:
    return part.quote.spans[0]


def _straddles(touched: list[Part], *, outside: bool, place: Place) -> Problem:
    names = " and ".join(repr(part.name) for part in touched)
    beyond = " and words outside every part" if outside else ""
    return Problem(
        slug="quote-straddles-parts",
        sentence=f"this quote reaches across {names}{beyond}, which have no one voice",
        place=place,
        hint="quote the words of each voice apart",
    )
