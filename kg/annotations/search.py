"""Where the words of a quote stand in folded characters, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotations.folding import is_word_edge
from kg.annotations.quoting import Piece


@dataclass(frozen=True, slots=True)
class Found:
    """One place where all the pieces stand; positions are folded."""

    start: int
    end: int
    meant: tuple[tuple[int, int], ...]


def occurrences(words: str, characters: str, start: int = 0) -> Iterator[int]:
    """Yield where folded ``words`` stand in folded ``characters`` as whole words."""
    at = characters.find(words, start)
    while at >= 0:
        if is_word_edge(characters, at) and is_word_edge(characters, at + len(words)):
            yield at
        at = characters.find(words, at + 1)


class _Next:
    """The next place of a piece after a position; asked with rising positions, it never rescans."""

    def __init__(self, words: str, characters: str) -> None:
        self._places = occurrences(words, characters)
        self._at = next(self._places, -1)

    def find(self, start: int) -> int:
        while 0 <= self._at < start:
            self._at = next(self._places, -1)
        return self._at


def places(pieces: tuple[Piece, ...], characters: str) -> Iterator[Found]:
    """Yield each place where the pieces stand in order, once for the same words meant."""
    following = [_Next(piece.words, characters) for piece in pieces[1:]]
    last: tuple[tuple[int, int], ...] | None = None
    for start in occurrences(pieces[0].words, characters):
        starts = [start]
        for piece, search in zip(pieces[:-1], following, strict=True):
            starts.append(search.find(starts[-1] + len(piece.words)))
            if starts[-1] < 0:
                return
        meant = tuple(
            (at + low, at + high)
            for at, piece in zip(starts, pieces, strict=True)
            for low, high in piece.meant
        )
        if meant != last:
            yield Found(start, starts[-1] + len(pieces[-1].words), meant)
        last = meant


def follows(words: str, at: int, characters: str) -> bool:
    """Tell whether ``words`` stand directly before the folded position ``at``."""
    end = at - 1 if at and characters[at - 1] == " " else at
    start = end - len(words)
    return start >= 0 and characters.startswith(words, start) and is_word_edge(characters, start)


def precedes(words: str, at: int, characters: str) -> bool:
    """Tell whether ``words`` stand directly after the folded position ``at``."""
    start = at + 1 if characters.startswith(" ", at) else at
    return characters.startswith(words, start) and is_word_edge(characters, start + len(words))
