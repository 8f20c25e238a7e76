"""Answers to people's own SPARQL, printed."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.inference import prefixes
from kg.store.answers import Answer, pack, unpack
from kg.views.answers import draw_answer

STATES = """
SELECT ?state ?name WHERE { ?state a ata:State ; rdfs:label ?name ; ata:code "KP" }"""
TRIPLES = """
CONSTRUCT { ?state rdfs:label ?name } WHERE { ?state rdfs:label ?name ; ata:code "KP" }"""
KP = "https://w3id.org/arms-transfer-kg/id/actor/KP"


def answered(store: ox.Store, query: str) -> Answer:
    """Return what the worker process would send of a query."""
    found = store.query(query, prefixes=dict(prefixes()), use_default_graph_as_union=True)
    match found:
        case ox.QueryBoolean():
            return Answer(kind="ask", truth=bool(found))
        case ox.QueryTriples():
            rows = tuple(tuple(unpack(pack(term)) for term in triple) for triple in found)
            return Answer(kind="construct", variables=("subject", "predicate", "object"), rows=rows)
        case _:
            names = tuple(variable.value for variable in found.variables)
            rows = tuple(tuple(unpack(pack(row[name])) for name in names) for row in found)
            return Answer(kind="select", variables=names, rows=rows)


def test_solutions_as_csv(seed: ox.Store) -> None:
    """The values, with a line of names."""
    drawn = draw_answer(answered(seed, STATES), "csv")
    assert drawn == f"state,name\n{KP},DPRK\n"


def test_solutions_as_json_are_those_of_the_standard(seed: ox.Store) -> None:
    """SPARQL 1.1 Query Results JSON, which other tools read."""
    drawn = json.loads(draw_answer(answered(seed, STATES), "json"))
    assert drawn["head"] == {"vars": ["state", "name"]}
    assert drawn["results"]["bindings"] == [
        {
            "state": {"type": "uri", "value": KP},
            "name": {"type": "literal", "value": "DPRK", "xml:lang": "en"},
        }
    ]


def test_numbers_keep_their_datatype(seed: ox.Store) -> None:
    """A count is an integer to whoever reads the JSON."""
    drawn = json.loads(draw_answer(answered(seed, "SELECT (1 + 1 AS ?n) WHERE {}"), "json"))
    assert drawn["results"]["bindings"] == [
        {
            "n": {
                "type": "literal",
                "value": "2",
                "datatype": "http://www.w3.org/2001/XMLSchema#integer",
            }
        }
    ]


def test_yes_or_no(seed: ox.Store) -> None:
    """An ASK is answered by one word."""
    answer = answered(seed, "ASK { ?s a ata:Text }")
    assert json.loads(draw_answer(answer, "json")) == {"head": {}, "boolean": True}
    assert draw_answer(answer, "csv") == "answer\ntrue\n"


@pytest.mark.parametrize("form", ["nt", "ttl", "table"])
def test_triples_can_be_read_again(seed: ox.Store, form: str) -> None:
    """N-Triples and Turtle hold the same triples."""
    drawn = draw_answer(answered(seed, TRIPLES), form)
    syntax = ox.RdfFormat.TURTLE if form == "ttl" else ox.RdfFormat.N_TRIPLES
    (quad,) = ox.parse(input=drawn, format=syntax)
    assert quad.subject == ox.NamedNode(KP)
    assert quad.object == ox.Literal("DPRK", language="en")


@pytest.mark.parametrize(("query", "form"), [(TRIPLES, "csv"), (TRIPLES, "json"), (STATES, "ttl")])
def test_a_form_that_does_not_fit_is_said(seed: ox.Store, query: str, form: str) -> None:
    """Triples are no rows, and rows are no triples."""
    with pytest.raises(KgError, match="format-does-not-fit"):
        draw_answer(answered(seed, query), form)
