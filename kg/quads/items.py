"""Kinds of items → quads: one SKOS scheme, with the closure of what is broader."""

from __future__ import annotations

from collections.abc import Mapping

from kg.iris import item_iri
from kg.model.items import Item
from kg.quads.sources import add_sources
from kg.quads.terms import DCTERMS, SKOS, NamedGraph, english
from kg.reference.circles import closure
from kg.vocab import BASE, Ata

_SCHEME = BASE + "vocab/item"


def add_items(graph: NamedGraph, items: Mapping[str, Item]) -> None:
    """Write the scheme and its concepts, each with every broader one, itself included.

    The closure is written out, since a query that joins it costs far less than a path.
    """
    graph.add_types(_SCHEME, SKOS + "ConceptScheme")
    graph.add(_SCHEME, DCTERMS + "title", english("Items"))
    broader = {item.id: item.broader for item in items.values()}
    for item in items.values():
        _add_item(graph, item)
        for each in sorted(closure(broader, item.id)):
            graph.add(item_iri(item.id), SKOS + "broaderTransitive", item_iri(each))


def _add_item(graph: NamedGraph, item: Item) -> None:
    iri = item_iri(item.id)
    graph.add_types(iri, SKOS + "Concept")
    graph.add(iri, SKOS + "inScheme", _SCHEME)
    graph.add(iri, SKOS + "topConceptOf", None if item.broader else _SCHEME)
    graph.add(iri, SKOS + "prefLabel", english(item.label))
    graph.add(iri, SKOS + "definition", english(item.definition) if item.definition else None)
    graph.add(iri, SKOS + "broader", *map(item_iri, item.broader))
    graph.add_words(iri, SKOS + "altLabel", *item.aliases)
    graph.add_words(iri, SKOS + "notation", *item.notations)
    graph.add_words(iri, Ata.note, item.note)
    graph.add(iri, Ata.verification, item.verification.iri)
    add_sources(graph, iri, item.sources)
