"""Texts, and places in them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocab import TextKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in Unicode code points; ``end`` is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A fixed sequence of characters, decoded from bytes whose digest is pinned.

    ``file`` is the name of the file that holds the bytes, None where there is no file.
    """

    id: str
    characters: str
    sha256: str
    language: str
    kind: TextKind
    source: str | None = None
    see_also: tuple[str, ...] = ()
    file: str | None = None

    def cut(self, span: Span) -> str:
        return self.characters[span.start : span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage of a text: one span or several in order, each with the text's own characters."""

    spans: tuple[Span, ...]
    exact: tuple[str, ...]

    @property
    def words(self) -> str:
        """The pieces in order, with an ellipsis in brackets where words are left out."""
        return " […] ".join(self.exact)
