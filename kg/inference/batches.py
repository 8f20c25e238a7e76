"""Texts in groups that the rules can look at apart from each other.

A finding depends on its own text, on the texts that answer that one, and on the reference data. So
the rules may run on a few hundred texts at a time: memory stays the same, however many there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg.iris import TEXT_GRAPHS
from kg.quads.terms import RDF_TYPE, graph_of
from kg.vocab import Ata

_TYPE = ox.NamedNode(RDF_TYPE)
_ANSWERS = ox.NamedNode(Ata.answers)


def text_graphs(store: ox.Store) -> frozenset[str]:
    """Return the names of the graphs that hold a text each."""
    named = (graph.value for graph in store.named_graphs())
    return frozenset(graph for graph in named if graph.startswith(TEXT_GRAPHS))


def batches(store: ox.Store, size: int) -> Iterator[frozenset[str]]:
    """Yield graphs of texts in groups of ``size`` or a little more, each text in one group.

    A text stands with those that it answers and that answer it, near and far.
    """
    waiting: list[str] = []
    for together in _tied(store):
        waiting += together
        if len(waiting) >= size:
            yield frozenset(waiting)
            waiting = []
    if waiting:
        yield frozenset(waiting)


def _tied(store: ox.Store) -> Iterator[list[str]]:
    """Yield, sorted, the graphs that answers tie to each other; most stand alone."""
    ties = _ties(store)
    seen: set[str] = set()
    for start in sorted(text_graphs(store)):
        together: list[str] = []
        reached = [start]
        while reached:
            graph = reached.pop()
            if graph not in seen:
                seen.add(graph)
                together.append(graph)
                reached += ties.get(graph, ())
        if together:
            yield together


def _ties(store: ox.Store) -> dict[str, set[str]]:
    ties: defaultdict[str, set[str]] = defaultdict(set)
    for reply in store.quads_for_pattern(None, _ANSWERS, None, None):
        if not isinstance(reply.object, ox.NamedNode):
            continue
        for answered in store.quads_for_pattern(reply.object, _TYPE, None, None):
            one, other = graph_of(reply), graph_of(answered)
            ties[one].add(other)
            ties[other].add(one)
    return dict(ties)
