"""The ontology's files → quads of its one graph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.iris import ONTOLOGY_GRAPH
from kg.quads.terms import node
from kg.resources import ONTOLOGY


def ontology_files() -> list[Path]:
    """Return the files that state the terms: the core, then the vocabularies by name."""
    return [ONTOLOGY / "core.ttl", *sorted((ONTOLOGY / "vocab").glob("*.ttl"))]


def lift_ontology() -> list[ox.Quad]:
    """Return the core terms and the closed vocabularies.

    A blank node in these files would make the build differ from run to run, so that it is refused.
    """
    graph = node(ONTOLOGY_GRAPH)
    quads: list[ox.Quad] = []
    for path in ontology_files():
        for quad in ox.parse(input=path.read_bytes(), format=ox.RdfFormat.TURTLE):
            if _holds_blank_node(quad):
                raise ValueError(f"{path.name} holds a blank node: {quad}")
            quads.append(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    return quads


def _holds_blank_node(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
