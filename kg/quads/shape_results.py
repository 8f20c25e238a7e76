"""SHACL results → problems, each a sentence with the node, property and value it is about."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.errors import Place, Problem
from kg.iris import DATA_BASE
from kg.vocab import BASE

# Hints show an IRI by the first of these that it begins with.
PREFIXES = (
    (DATA_BASE, "id:"),
    (BASE + "core#", "ata:"),
    (BASE + "vocab/", "vocab:"),
    ("http://purl.org/dc/terms/", "dcterms:"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
    ("http://www.w3.org/2000/01/rdf-schema#", "rdfs:"),
    ("http://www.w3.org/2004/02/skos/core#", "skos:"),
    ("http://www.w3.org/ns/oa#", "oa:"),
    ("http://www.w3.org/ns/prov#", "prov:"),
)


def shape_problems(results: Graph, places: Mapping[str, Place]) -> tuple[Problem, ...]:
    """Return each result of a SHACL report once, sorted by place, node and sentence."""
    # A result of a shape within a shape hangs below sh:detail; its own sentence says less.
    inner = set(results.objects(None, SH.detail))
    nodes = set(results.subjects(RDF.type, SH.ValidationResult)) - inner
    problems = {_problem(results, node, places) for node in nodes}
    return tuple(sorted(problems, key=_by_place_and_node))


def _by_place_and_node(problem: Problem) -> tuple[str, int, int, str, str]:
    at = problem.place or Place("", 0, 0)
    return at.file, at.line, at.column, problem.hint or "", problem.sentence


def _problem(results: Graph, result: Node, places: Mapping[str, Place]) -> Problem:
    focus, path = results.value(result, SH.focusNode), results.value(result, SH.resultPath)
    value = results.value(result, SH.value)
    hint = f"at {_short(focus)}"
    if path is not None:
        hint += f", {_path(results, path)}"
    if value is not None and value != focus:
        hint += f": {_short(value)}"
    sentence = min(str(words) for words in results.objects(result, SH.resultMessage))
    return Problem(slug="shape", sentence=sentence, place=_place(str(focus), places), hint=hint)


def _place(iri: str, places: Mapping[str, Place]) -> Place | None:
    """Return where ``iri`` is written, or else where the nearest IRI above it is."""
    while iri not in places:
        iri, slash, _ = iri.rpartition("/")
        if not slash:
            return None
    return places[iri]


def _short(node: Node | None) -> str:
    if isinstance(node, Literal):
        return repr(str(node))
    if not isinstance(node, URIRef):
        return "a blank node"
    for long, prefix in PREFIXES:
        if node.startswith(long):
            return prefix + node.removeprefix(long)
    return f"<{node}>"


def _path(results: Graph, path: Node) -> str:
    """Write a SHACL path as SPARQL does: ``^a`` inverse, ``a*`` repeated, ``a|b``, ``a/b``."""
    if isinstance(path, URIRef):
        return _short(path)
    if inverse := results.value(path, SH.inversePath):
        return "^" + _path(results, inverse)
    if repeated := results.value(path, SH.zeroOrMorePath):
        return _path(results, repeated) + "*"
    if either := results.value(path, SH.alternativePath):
        return "|".join(_steps(results, either))
    return "/".join(_steps(results, path))


def _steps(results: Graph, head: Node) -> list[str]:
    return [_path(results, step) for step in Collection(results, head)]
