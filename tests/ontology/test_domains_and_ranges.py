"""Graphs use each property as the ontology says, so that no reasoner would be surprised."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from kg.vocab import BASE

TEXT = BASE + "id/text/rifles"


def outside(graph: Graph, ontology: Graph) -> set[tuple[Node, Node]]:
    """Return each property with a subject outside its domain or an object outside its range."""
    both = graph + ontology
    found = _outside(both, RDFS.domain, 0)
    return found | {use for use in _outside(both, RDFS.range, 2) if _links(both, use[0])}


def _links(both: Graph, predicate: Node) -> bool:
    return (predicate, RDF.type, OWL.ObjectProperty) in both


def _outside(both: Graph, end: Node, position: int) -> set[tuple[Node, Node]]:
    return {
        (predicate, triple[position])
        for predicate, wanted in both.subject_objects(end)
        for triple in both.triples((None, predicate, None))
        if wanted not in _kinds(both, triple[position])
    }


def _kinds(both: Graph, node: Node) -> set[Node]:
    return {
        above
        for kind in both.objects(node, RDF.type)
        for above in both.transitive_objects(kind, RDFS.subClassOf)
        if above is not None
    }


def test_domains_and_ranges_hold_of_the_valid_graph(valid_turtle: str, ontology: Graph) -> None:
    """What the ontology says of a property is how the graph uses it: no reasoner would object."""
    data = Graph().parse(data=valid_turtle, format="turtle")
    assert outside(data, ontology) == set()


def test_a_property_outside_its_domain_or_range_is_found(
    valid_turtle: str, ontology: Graph
) -> None:
    """A text does not issue anything, and is issued by no document."""
    turtle = valid_turtle + f"<{TEXT}> ata:issuedBy text:document ."
    data = Graph().parse(data=turtle, format="turtle")
    issued_by = URIRef(BASE + "core#issuedBy")
    assert outside(data, ontology) == {
        (issued_by, URIRef(TEXT)),
        (issued_by, URIRef(TEXT + "/document")),
    }


def test_domains_and_ranges_hold_of_the_bundled_graph(
    bundled: list[ox.Quad], ontology: Graph
) -> None:
    """A reasoner would conclude nothing about a node that the graph does not say itself."""
    lines = ox.serialize((quad.triple for quad in bundled), format=ox.RdfFormat.N_TRIPLES)
    assert outside(Graph().parse(data=lines, format="nt"), ontology) == set()
