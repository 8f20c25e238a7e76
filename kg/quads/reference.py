"""The reference data → quads of its one graph."""

from __future__ import annotations

import pyoxigraph as ox

from kg.iris import REFERENCE_GRAPH
from kg.model.reference import Reference
from kg.quads.actors import add_actor, add_grouping
from kg.quads.items import add_items
from kg.quads.norms import add_instrument
from kg.quads.places import add_places
from kg.quads.terms import NamedGraph


def lift_reference(reference: Reference) -> list[ox.Quad]:
    """Return actors, groupings, items, instruments and norms, as docs/graph.md tells."""
    graph = NamedGraph(REFERENCE_GRAPH)
    for actor in reference.actors.values():
        add_actor(graph, actor)
    for grouping in reference.groupings.values():
        add_grouping(graph, grouping)
    add_items(graph, reference.items)
    add_places(graph, reference.named_places)
    for instrument in reference.instruments.values():
        add_instrument(graph, instrument, reference.instruments)
    return graph.quads
