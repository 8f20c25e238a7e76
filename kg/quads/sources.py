"""Sources of the reference data → quads."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model.sources import Source
from kg.quads.terms import DCTERMS, NamedGraph, words


def add_sources(graph: NamedGraph, iri: str, sources: Iterable[Source]) -> None:
    """Write where what is said of ``iri`` was read, who published it, and what it says in brief.

    The abstract is ours and never a quotation.
    """
    for source in sources:
        graph.add(iri, DCTERMS + "source", source.url)
        graph.add(source.url, DCTERMS + "publisher", words(source.publisher))
        graph.add_words(source.url, DCTERMS + "abstract", source.says)
