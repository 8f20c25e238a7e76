"""Where in a text a quote stands: exactly one place, or a problem that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from kg.annotations.closest import find_closest
from kg.annotations.folding import Folded, fold, is_word_edge
from kg.annotations.quoting import Piece, read_quote
from kg.annotations.search import Found, follows, occurrences, places, precedes
from kg.errors import Place, Problem
from kg.marked import Words
from kg.model.texts import Quote, Span, Text
from kg.texts import line_of

# More places than an analyst will count through.
_MANY = 100
_LISTED = 5
_SHOWN = 160
_AROUND = 25


@dataclass(frozen=True, slots=True)
class Page:
    """A text, and its characters folded for matching."""

    text: Text
    folded: Folded

    def line(self, folded_at: int) -> int:
        return line_of(self.text, self.folded.span(folded_at, folded_at + 1).start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A quote as an analyst writes it, with what chooses one of several places.

    The quote stands directly ``after`` some words, directly ``before`` some words, or is the
    ``occurrence``-th of those that do, counted from 1.
    """

    quote: Words
    after: Words | None = None
    before: Words | None = None
    occurrence: int | None = None


def turn_to(text: Text) -> Page:
    """Fold ``text``, once for all its quotes."""
    return Page(text, fold(text.characters))


def find_quote(wanted: Wanted, page: Page, *, look_around: bool = True) -> Quote | Problem:
    """Return the passage that ``wanted`` quotes, in the text's own characters.

    Letters must be the same; spaces, quotation marks and dashes need only be of the same sort. The
    words must begin and end where words do. With words left out, each piece is the next one after
    the piece before. When not exactly one place fits, the problem says which do, or what is close;
    without ``look_around`` it does not look for that, which takes a while in a large text.
    """
    pieces = read_quote(wanted.quote.text)
    if isinstance(pieces, str):
        return Problem(
            slug="bad-quote-marks",
            sentence=f"this quote cannot be read: {pieces}",
            place=wanted.quote.place,
            hint="[…] leaves words out; [[ ]] marks the words that are meant",
        )
    if cut := _cut_mark(pieces):
        return _cuts_word(wanted.quote.place, cut)
    found = list(islice(places(pieces, page.folded.characters), _MANY))
    if not found:
        return _not_found(wanted, pieces, page, look_around=look_around)
    fitting = [place for place in found if _in_context(place, wanted, page)]
    if not fitting:
        return _context_mismatch(wanted, found, page)
    return _choose(wanted, fitting, page)


def _choose(wanted: Wanted, fitting: list[Found], page: Page) -> Quote | Problem:
    if wanted.occurrence is not None:
        if wanted.occurrence > len(fitting):
            return Problem(
                slug="no-such-occurrence",
                sentence=f"this quote stands {_times(len(fitting))} in the text",
                place=wanted.quote.place,
                hint=_listed(fitting, page),
            )
        return _quote(fitting[wanted.occurrence - 1], page)
    if len(fitting) > 1:
        return Problem(
            slug="ambiguous-quote",
            sentence=f"this quote stands {_times(len(fitting))} in the text",
            place=wanted.quote.place,
            hint=(
                f"{_listed(fitting, page)}\n  quote more and mark the words meant with [[ ]], or "
                "add after:, before: or occurrence:"
            ),
        )
    return _quote(fitting[0], page)


def _quote(found: Found, page: Page) -> Quote:
    spans = tuple(page.folded.span(start, end) for start, end in found.meant)
    return Quote(spans=spans, exact=tuple(page.text.cut(span) for span in spans))


def hull(quote: Quote, text: Text) -> Quote:
    """Return the one stretch from the first word of ``quote`` to the last."""
    span = Span(quote.spans[0].start, quote.spans[-1].end)
    return Quote(spans=(span,), exact=(text.cut(span),))


def _cut_mark(pieces: tuple[Piece, ...]) -> str | None:
    """Return the word that a mark within a quote cuts, if one does."""
    for piece in pieces:
        for edge in (edge for stretch in piece.meant for edge in stretch):
            if not is_word_edge(piece.words, edge):
                return _word_at(piece.words, edge)
    return None


def _in_context(found: Found, wanted: Wanted, page: Page) -> bool:
    after, before, characters = wanted.after, wanted.before, page.folded.characters
    return (
        after is None or follows(fold(after.text).characters.strip(), found.start, characters)
    ) and (before is None or precedes(fold(before.text).characters.strip(), found.end, characters))


def _context_mismatch(wanted: Wanted, found: list[Found], page: Page) -> Problem:
    swapped = Wanted(quote=wanted.quote, after=wanted.before, before=wanted.after)
    hint = _listed(found, page)
    if any(_in_context(place, swapped, page) for place in found):
        hint = "a quote stands after: what precedes it, and before: what follows it"
    asked = [
        f"{which} {context.text.strip()!r}"
        for which, context in (("after", wanted.after), ("before", wanted.before))
        if context is not None
    ]
    context = wanted.after or wanted.before
    return Problem(
        slug="context-mismatch",
        sentence=f"this quote does not stand directly {' and '.join(asked)}",
        place=context.place if context else wanted.quote.place,
        hint=hint,
    )


def _not_found(
    wanted: Wanted, pieces: tuple[Piece, ...], page: Page, *, look_around: bool
) -> Problem:
    characters, place = page.folded.characters, wanted.quote.place
    for piece in pieces:
        if next(occurrences(piece.words, characters), None) is not None:
            continue
        at = characters.find(piece.words)
        if at >= 0:
            edge = at if not is_word_edge(characters, at) else at + len(piece.words)
            return _cuts_word(place, _word_at(characters, edge))
        which = "this quote does not" if len(pieces) == 1 else f"{_short(piece.words)!r} does not"
        return Problem(
            slug="quote-not-found",
            sentence=f"{which} stand in the text",
            place=place,
            hint=_closest(piece.words, page) if look_around else None,
        )
    return Problem(
        slug="quote-not-found",
        sentence="the pieces of this quote do not stand in the text in this order",
        place=place,
        hint="write them in the order of the text, or as quotes of their own",
    )


def _closest(words: str, page: Page) -> str:
    close = find_closest(words, page.folded.characters)
    if close is None:
        return "no passage of the text comes close"
    span = page.folded.span(close.start, close.end)
    shown = _short(" ".join(page.text.cut(span).split()))
    return f"closest, on line {page.line(close.start)} of the text: '{shown}'"


def _cuts_word(place: Place, word: str) -> Problem:
    return Problem(
        slug="quote-cuts-word",
        sentence=f"this quote cuts the word {word!r}",
        place=place,
        hint="a quote begins and ends where words do",
    )


def _word_at(characters: str, edge: int) -> str:
    start = edge
    while not is_word_edge(characters, start):
        start -= 1
    end = edge
    while not is_word_edge(characters, end):
        end += 1
    return characters[start:end]


def _listed(found: list[Found], page: Page) -> str:
    """Say where the places are: line by line, with what stands around them."""
    lines = []
    for place in found[:_LISTED]:
        start, end = place.meant[0][0], place.meant[-1][1]
        before = page.folded.characters[max(0, start - _AROUND) : start]
        after = page.folded.characters[end : end + _AROUND]
        shown = _short(page.folded.characters[start:end])
        lines.append(f"line {page.line(start)}: '…{before}[[{shown}]]{after}…'")
    if len(found) > _LISTED:
        lines.append("and more")
    return "\n  ".join(lines)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


def _times(count: int) -> str:
    if count >= _MANY:
        return f"{_MANY} times or more"
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
