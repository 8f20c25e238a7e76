"""Whether a graph keeps the rules of ontology/shapes.ttl, as problems with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from logging import getLogger
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import Place, Problem
from kg.quads.ontology import lift_ontology
from kg.resources import ONTOLOGY

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def validate(graph: Iterable[ox.Quad], places: Mapping[str, Place]) -> tuple[Problem, ...]:
    """Return what breaks the shapes, sorted by place and node; empty when all of them hold.

    ``graph`` holds what is to be checked and all that it refers to: a text's graph comes with the
    reference graph. The ontology is added here. A node that ``places`` does not lead to is placed
    where the nearest IRI above it is written.
    """
    # Both bring in rdflib: half a second, which `kg --help` and a build do not have.
    import pyshacl  # noqa: PLC0415  # as said above

    from kg.quads.shape_results import shape_problems  # noqa: PLC0415  # as said above

    union = _rdflib([*graph, *_ontology()])
    conforms, results, words = pyshacl.validate(
        union,
        shacl_graph=_shapes(),
        advanced=True,  # targets that a query selects
        inference="none",
        do_owl_imports=False,
        inplace=True,
    )
    if conforms:
        return ()
    problems = shape_problems(results, places)
    if not problems:
        raise RuntimeError(f"pySHACL reports no result and no conformance: {words}")
    return problems


@cache
def _ontology() -> tuple[ox.Quad, ...]:
    return tuple(lift_ontology())


@cache
def _shapes() -> Graph:
    return _rdflib(ox.parse(path=ONTOLOGY / "shapes.ttl"))


def _rdflib(quads: Iterable[ox.Quad]) -> Graph:
    """Return the union of all graphs for rdflib, every literal in its own characters."""
    from rdflib import BNode, Graph, Literal, URIRef  # noqa: PLC0415  # half a second, as above

    def term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
        match term:
            case ox.NamedNode():
                return URIRef(term.value)
            case ox.BlankNode():
                return BNode(term.value)
            case ox.Literal(language=None):
                return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
            case ox.Literal():
                return Literal(term.value, lang=term.language)
            case ox.Triple():
                raise ValueError(f"a statement about a statement is nothing we make: {term}")

    union = Graph()
    with _unlogged("rdflib.term"):  # it logs a traceback for each date that cannot be
        for quad in quads:
            union.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return union


@contextmanager
def _unlogged(name: str) -> Iterator[None]:
    """Keep a logger silent about what is told in a problem anyway."""
    logger = getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
