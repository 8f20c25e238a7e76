"""What rdflib's own engine makes of the same rules and questions, on rdflib's own store."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.graph import Graph
from rdflib.term import Identifier, Literal, Node, URIRef

from benchmarks.questions import Terms
from kg.inference.rules import read_rules
from kg.vocab import BASE

# Where the rules keep their working notes, which are no findings.
_NOTE = BASE + "match#"


def load_rdflib(*paths: Path) -> rdflib.Dataset:
    """Return the N-Quads at ``paths`` in rdflib's memory; the default graph is the union of all."""
    dataset = rdflib.Dataset(default_union=True)
    for path in paths:
        dataset.parse(path, format="nquads")
    return dataset


def ask_rdflib(dataset: rdflib.Dataset, sparql: str, terms: Terms) -> int:
    """Return how many rows answer a question."""
    bound = {name: _term(term) for name, term in terms.items()}
    return len(list(dataset.query(sparql, initBindings=bound)))


def _term(term: ox.NamedNode | ox.Literal) -> Identifier:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def union_of(dataset: rdflib.Dataset) -> Graph:
    """Return every triple in one graph, on which rdflib is faster than on many."""
    graph = Graph()
    for subject, predicate, object_, _ in dataset.quads():
        graph.add((subject, predicate, object_))
    return graph


def infer_rdflib(graph: Graph) -> set[tuple[Node, Node, Node]]:
    """Return the triples of the findings: the rules one after the other, as ``infer`` runs them.

    The working notes stay in ``graph``.
    """
    found: set[tuple[Node, Node, Node]] = set()
    for rule in read_rules():
        made = list(graph.query(rule.query))
        for triple in made:
            assert isinstance(triple, tuple)  # noqa: S101  # a rule is a CONSTRUCT
            subject, predicate, object_ = triple
            graph.add((subject, predicate, object_))
            if not str(predicate).startswith(_NOTE):
                found.add((subject, predicate, object_))
    return found
