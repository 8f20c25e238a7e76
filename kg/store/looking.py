"""What stands beside what in a store, as strings: for those who look up more than they query."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.quads.terms import RDF_TYPE, node, word_of


def instances(store: ox.Store, kind: str, graph: str | None = None) -> set[str]:
    """Return the IRIs of everything that is a ``kind``, in all graphs or in one."""
    return subjects(store, RDF_TYPE, kind, graph)


def subjects(store: ox.Store, predicate: str, value: str, graph: str | None = None) -> set[str]:
    """Return what has the IRI ``value`` under ``predicate``, in all graphs or in one."""
    within = None if graph is None else node(graph)
    found = store.quads_for_pattern(None, node(predicate), ox.NamedNode(value), within)
    return {word_of(quad.subject) for quad in found}


def objects(store: ox.Store, subject: str, predicate: str) -> set[str]:
    """Return what ``subject`` has under ``predicate``, in any graph."""
    found = store.quads_for_pattern(ox.NamedNode(subject), node(predicate), None, None)
    return {word_of(quad.object) for quad in found}


def pairs(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Yield each subject and object of ``predicate``, in any graph."""
    for quad in store.quads_for_pattern(None, node(predicate), None, None):
        yield word_of(quad.subject), word_of(quad.object)
