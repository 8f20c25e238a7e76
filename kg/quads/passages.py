"""Quoted passages → quads: Web Annotation selectors, by words and by position."""

from __future__ import annotations

from kg.iris import passage_iri, selector_iri, text_iri
from kg.model.texts import Quote, Span, Text
from kg.quads.terms import OA, NamedGraph, integer
from kg.vocab import Ata

_AROUND = 32


class Passages:
    """The passages of one text; each is written once, however often it is referred to."""

    def __init__(self, graph: NamedGraph, text: Text) -> None:
        self._graph = graph
        self._text = text
        self._written: set[str] = set()

    def add_quote(self, quote: Quote) -> str:
        """Write the passage of ``quote``, if it is not yet, and return its IRI."""
        passage = passage_iri(self._text.id, ((span.start, span.end) for span in quote.spans))
        if passage not in self._written:
            self._written.add(passage)
            self._graph.add_types(passage, Ata.Passage)
            self._graph.add(passage, OA + "hasSource", text_iri(self._text.id))
            for number, (span, exact) in enumerate(zip(quote.spans, quote.exact, strict=True), 1):
                self._add_selectors(passage, number, span, exact)
        return passage

    def add_span(self, span: Span) -> str:
        return self.add_quote(Quote(spans=(span,), exact=(self._text.cut(span),)))

    def _add_selectors(self, passage: str, number: int, span: Span, exact: str) -> None:
        graph, characters = self._graph, self._text.characters
        by_words = selector_iri(passage, number, "quote")
        graph.add(passage, OA + "hasSelector", by_words)
        graph.add_types(by_words, OA + "TextQuoteSelector")
        graph.add_words(by_words, OA + "exact", exact)
        before = characters[max(0, span.start - _AROUND) : span.start]
        graph.add_words(by_words, OA + "prefix", before)
        graph.add_words(by_words, OA + "suffix", characters[span.end : span.end + _AROUND])
        by_position = selector_iri(passage, number, "position")
        graph.add(passage, OA + "hasSelector", by_position)
        graph.add_types(by_position, OA + "TextPositionSelector")
        graph.add(by_position, OA + "start", integer(span.start))
        graph.add(by_position, OA + "end", integer(span.end))
