"""The files of the ontology parse, explain each term, and what is made of them is fresh."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.quads.shapes import validate
from kg.vocab import BASE

ROOT = Path(__file__).resolve().parents[2]
TURTLE = sorted((ROOT / "ontology").rglob("*.ttl"))
VOCABULARIES = sorted((ROOT / "ontology" / "vocab").glob("*.ttl"))
CORE = URIRef(BASE + "core")
EXPLAINED = (RDFS.label, SKOS.prefLabel, SKOS.definition, SKOS.scopeNote)


def _terms(ontology: Graph) -> list[Node]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return [node for kind in kinds for node in ontology.subjects(RDF.type, kind)]


def test_the_files_are_found() -> None:
    """The folder that the other tests of this file read is not empty."""
    assert {"core.ttl", "shapes.ttl", "alignments.ttl"} < {path.name for path in TURTLE}
    assert VOCABULARIES


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_two_parsers_read_the_same(path: Path) -> None:
    """Oxigraph and rdflib find the same triples in a file."""
    written = ox.serialize(
        (quad.triple for quad in ox.parse(path=path)), format=ox.RdfFormat.N_TRIPLES
    )
    theirs = _nameless(Graph().parse(path, format="turtle"))
    assert theirs
    assert _nameless(Graph().parse(data=written, format="nt")) == theirs


def _nameless(graph: Graph) -> Counter[tuple[Node | None, ...]]:
    # rdflib's own comparison, which pairs the blank nodes, takes ten seconds for the shapes.
    return Counter(
        tuple(None if isinstance(node, BNode) else node for node in triple) for triple in graph
    )


def test_only_the_shapes_use_blank_nodes() -> None:
    """A blank node would have another name in each build."""
    anonymous = {
        path.name
        for path in TURTLE
        if any(isinstance(node, BNode) for node in Graph().parse(path, format="turtle").all_nodes())
    }
    assert anonymous == {"shapes.ttl"}


def test_every_term_has_one_label_and_one_definition(ontology: Graph) -> None:
    """A term that two people could take for two things is explained, once."""
    terms = _terms(ontology)
    assert URIRef(BASE + "core#Transfer") in terms
    for term in terms:
        assert len(list(ontology.objects(term, RDFS.label))) == 1, term
        assert len(list(ontology.objects(term, SKOS.definition))) == 1, term
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [CORE], term


def test_every_concept_has_one_label_and_one_definition(ontology: Graph) -> None:
    """The words of the vocabularies are explained like the terms."""
    concepts = list(ontology.subjects(RDF.type, SKOS.Concept))
    assert URIRef(BASE + "vocab/stance/confirms") in concepts
    for concept in concepts:
        assert len(list(ontology.objects(concept, SKOS.prefLabel))) == 1, concept
        assert len(list(ontology.objects(concept, SKOS.definition))) == 1, concept


def test_a_definition_is_one_sentence(ontology: Graph) -> None:
    """What else there is to say stands in a scope note."""
    definitions = [str(words) for words in ontology.objects(None, SKOS.definition)]
    loose = [d for d in definitions if not d.endswith(".") or ". " in d or not d[0].isupper()]
    assert definitions
    assert loose == []


def test_everything_is_explained_in_english(ontology: Graph) -> None:
    """Words without a language would stand beside every translation."""
    words = [node for how in EXPLAINED for node in ontology.objects(None, how)]
    assert {node.language for node in words if isinstance(node, Literal)} == {"en"}


def test_a_concept_stays_in_the_scheme_of_its_file(ontology: Graph) -> None:
    """Its IRI, its scheme and whatever is broader agree, and one concept at most is broader.

    Only items stand under several, and those are data.
    """
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        scheme = str(concept).rpartition("/")[0]
        broader = list(ontology.objects(concept, SKOS.broader))
        assert list(ontology.objects(concept, SKOS.inScheme)) == [URIRef(scheme)], concept
        assert [str(node).rpartition("/")[0] for node in broader] in ([], [scheme]), concept


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.name)
def test_a_vocabulary_is_one_scheme_named_like_its_file(path: Path) -> None:
    """Whoever looks for a scheme finds it where they look first."""
    graph = Graph().parse(path, format="turtle")
    scheme = URIRef(f"{BASE}vocab/{path.stem}")
    assert list(graph.subjects(RDF.type, SKOS.ConceptScheme)) == [scheme]
    assert set(graph.objects(None, SKOS.inScheme)) == {scheme}


def test_the_ontology_keeps_its_own_shapes() -> None:
    """The shapes for terms and concepts hold of the ontology itself."""
    assert validate([], {}) == ()


def test_every_shape_says_its_rule_in_a_sentence() -> None:
    """What is wrong is told in words, and never by the engine's own message."""
    shapes = Graph().parse(ROOT / "ontology" / "shapes.ttl", format="turtle")
    ruled = {node for how in (SH.path, SH.nodeKind, SH["or"]) for node in shapes.subjects(how)}
    # What hangs below these is part of a rule, and the shape around it says the rule.
    tops = {node for how in (SH["or"], SH.xone, SH["not"]) for node in shapes.objects(None, how)}
    parts = {below for node in tops for below in shapes.transitive_objects(node, None)}
    silent = [node for node in ruled - parts if (node, SH.message, None) not in shapes]
    assert ruled - parts
    assert silent == []
    messages = [str(words) for words in shapes.objects(None, SH.message)]
    assert [m for m in messages if not (m[0].isupper() and m.endswith("."))] == []


@pytest.mark.parametrize("tool", ["make_vocab.py", "make_glossary.py"])
def test_what_is_generated_is_fresh(tool: str) -> None:
    """Somebody who edits the ontology runs `make vocab`."""
    command = [sys.executable, str(ROOT / "tools" / tool), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
