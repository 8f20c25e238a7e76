"""The files of the ontology, and a graph of invented states that keeps every rule of the shapes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.annotations import read_annotated
from kg.inference import infer
from kg.quads import lift_annotated, lift_ontology, lift_reference
from kg.reference import read_bundled

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"


@pytest.fixture(scope="session")
def valid_turtle() -> str:
    """Return a graph that uses every class and property of the ontology and breaks no shape."""
    return (Path(__file__).parent / "valid.ttl").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """Return what core.ttl and the vocabularies say."""
    graph = Graph()
    for path in (ONTOLOGY / "core.ttl", *sorted((ONTOLOGY / "vocab").glob("*.ttl"))):
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="session")
def bundled() -> list[ox.Quad]:
    """Return all that is lifted from the bundled files, with the findings."""
    reference = read_bundled()
    quads = lift_reference(reference)
    for path in sorted((ROOT / "data" / "texts").glob("*.ann.yaml")):
        quads += lift_annotated(read_annotated(path, reference))
    store = ox.Store()
    store.extend([*quads, *lift_ontology()])
    return quads + infer(store)
