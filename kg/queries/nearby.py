"""Which graphs tell all that bears on one proposition, so that no others need be read."""

from __future__ import annotations

import pyoxigraph as ox

from kg.inference import surroundings
from kg.iris import FINDINGS_GRAPH, TEXT_GRAPHS
from kg.vocab import Ata

_ENDS = (Ata.supplier, Ata.recipient, Ata.party)


def graphs_near(store: ox.Store, iri: str) -> set[str]:
    """Return the graphs that tell of a proposition, and of transfers with an end in common."""
    near = set(surroundings(store, iri)) - {FINDINGS_GRAPH}
    return near | {
        graph
        for end in _ends(store, iri)
        for role in _ENDS
        for quad in store.quads_for_pattern(None, ox.NamedNode(role), end, None)
        if isinstance(quad.graph_name, ox.NamedNode)
        for graph in [quad.graph_name.value]
        if graph.startswith(TEXT_GRAPHS)
    }


def _ends(store: ox.Store, iri: str) -> set[ox.NamedNode]:
    """Return the ends of a transfer and of its wholes, whichever of them it takes."""
    ends: set[ox.NamedNode] = set()
    seen: set[str] = set()
    todo = [iri]
    while todo:
        at = todo.pop()
        seen.add(at)
        for quad in store.quads_for_pattern(ox.NamedNode(at), None, None, None):
            if not isinstance(quad.object, ox.NamedNode):
                continue
            if quad.predicate.value in _ENDS:
                ends.add(quad.object)
            elif quad.predicate.value == Ata.partOf and quad.object.value not in seen:
                todo.append(quad.object.value)
    return ends
