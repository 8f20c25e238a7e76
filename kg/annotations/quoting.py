"""How a quote is written: ``[…]`` leaves words out, ``[[ ]]`` marks the words that are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.annotations.folding import fold

_OPEN, _CLOSE = "[[", "]]"
_SIGN = re.compile(r"(\[\[|\]\]|\[(?:…|\.\.\.)\])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of quoted words, folded; ``meant`` are the stretches of it that are meant."""

    words: str
    meant: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Raw:
    words: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)


def read_quote(quote: str) -> tuple[Piece, ...] | str:
    """Return the pieces of ``quote`` in order, or a sentence that says what is wrong with it.

    Where nothing is marked, all the words are meant.

    >>> read_quote("deliveries […] [[will  increase]] it")
    (Piece(words='deliveries', meant=()), Piece(words='will increase it', meant=((0, 13),)))
    """
    raw = _split(quote)
    if isinstance(raw, str):
        return raw
    if not all(piece.words.strip() for piece in raw):
        return "no words stand before, between or after […]" if len(raw) > 1 else "it has no words"
    if not all(piece.words[start:end].strip() for piece in raw for start, end in piece.marks):
        return "no words stand in [[ ]]"
    pieces = tuple(_piece(piece) for piece in raw)
    if any(piece.meant for piece in pieces):
        return pieces
    return tuple(Piece(piece.words, ((0, len(piece.words)),)) for piece in pieces)


def _split(quote: str) -> list[_Raw] | str:
    pieces = [_Raw()]
    opened: int | None = None
    for written in _SIGN.split(quote):
        if written == _OPEN:
            if opened is not None:
                return "[[ stands within [[ ]]"
            opened = len(pieces[-1].words)
        elif not _SIGN.fullmatch(written):
            pieces[-1].words += written
        else:
            if opened is not None:
                pieces[-1].marks.append((opened, len(pieces[-1].words)))
            elif written == _CLOSE:
                return "]] closes nothing"
            # A mark may reach across words left out.
            opened = None if written == _CLOSE or opened is None else 0
            if written != _CLOSE:
                pieces.append(_Raw())
    return pieces if opened is None else "[[ is not closed by ]]"


def _piece(raw: _Raw) -> Piece:
    folded = fold(raw.words).characters
    lead = len(folded) - len(folded.lstrip())
    words = folded.strip()
    meant = []
    for start, end in raw.marks:
        first = max(0, _position(raw.words, start) - lead)
        last = min(len(words), _position(raw.words, end) - lead)
        inside = words[first:last]
        first += len(inside) - len(inside.lstrip())
        meant.append((first, first + len(inside.strip())))
    return Piece(words, tuple(meant))


def _position(words: str, at: int) -> int:
    return len(fold(words[:at]).characters)
