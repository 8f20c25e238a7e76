"""What a page answers SPARQL with: the whole graph, the engine as it is pinned, and its licence."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.front.graph import Graph, open_graph
from kg.queries import named
from kg.views.explorer import draw_explorer


@pytest.fixture(scope="module")
def graph(seed_build: Path) -> Graph:
    return open_graph(seed_build)


@pytest.fixture(scope="module")
def page(graph: Graph) -> str:
    return draw_explorer(graph.picture(), quads=graph.store)


def block(page: str, name: str) -> bytes:
    """Return what one block of the page inflates to."""
    found = re.search(rf'<script type="text/plain" id="sparql-{name}">([^<]*)</script>', page)
    assert found is not None
    return zlib.decompress(base64.b64decode(found[1]))


def test_the_whole_graph_is_in_the_page(graph: Graph, page: str) -> None:
    """Every statement in its graph, findings and reference data among them, and no other."""
    quads = set(ox.parse(input=block(page, "graph"), format=ox.RdfFormat.TRIG))
    assert quads == set(graph.store)
    assert len({quad.graph_name for quad in quads}) > 3


def test_a_graph_ends_where_its_bracket_stands_alone(page: str) -> None:
    """The worker loads graph by graph, and finds their ends by that."""
    trig = block(page, "graph").decode("utf-8")
    parts = re.split(r"^}\n", trig, flags=re.MULTILINE)
    assert parts[-1] == ""
    graphs = {quad.graph_name for quad in ox.parse(input=trig, format=ox.RdfFormat.TRIG)}
    assert len(parts) - 1 == len(graphs)


def test_the_same_graph_gives_the_same_bytes(graph: Graph, page: str) -> None:
    """Whatever the order in which the store gives its quads."""
    quads = list(graph.store)[::-1]
    assert draw_explorer(graph.picture(), quads=quads) == page


def test_the_questions_are_those_of_kg_ask(page: str) -> None:
    """Each with its words, its parameters and its SPARQL; the prefixes stand with them."""
    packed = json.loads(block(page, "questions"))
    columns = packed["questions"]["columns"]
    assert sorted(columns["name"]) == list(named())
    sparql = dict(zip(columns["name"], columns["sparql"], strict=True))
    assert sparql == {name: query.sparql for name, query in named().items()}
    assert packed["prefixes"]["ata"].startswith(packed["base"])


def test_the_engine_is_webassembly_with_its_licence(page: str) -> None:
    """The module is whole, and whoever has the page has the terms."""
    assert block(page, "wasm").startswith(b"\0asm")
    assert "Copyright (c) 2018 Oxigraph developers" in page
    assert b"import.meta" not in block(page, "engine")


def test_a_page_without_the_engine_allows_none_and_is_a_fraction(graph: Graph, page: str) -> None:
    """WebAssembly and workers are allowed where they are needed alone."""
    without = draw_explorer(graph.picture())
    for words in ("wasm-unsafe-eval", "worker-src blob:", 'id="view-sparql"', 'id="sparql-wasm"'):
        assert words in page.replace("&#39;", "'")
        assert words not in without
    assert len(without) * 3 < len(page)
    assert "'unsafe-eval'" not in page.replace("&#39;", "'")
