"""The graph that people open: asked in several ways, and the same one as long as it is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import ResultRow

from kg.errors import KgError
from kg.front.build import build
from kg.front.graph import Graph, open_graph
from kg.iris import actor_iri, item_iri, text_graph, text_iri
from kg.queries import named
from kg.queries.rows import FindingRow
from kg.store import opening
from kg.store.answers import Value
from kg.vocab import BASE
from tests.front.invented_corpus import FIRST, SECOND, annotation_file, edit
from tests.store.small_builds import files_below

SEED = "2023-10-26-us-jp-kr"
SPEAKERS = f"""
    PREFIX ata: <{BASE}core#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT DISTINCT ?who ?name WHERE {{ ?act ata:speaker ?who . ?who rdfs:label ?name }}
    ORDER BY ?who ?name
"""
ITEM = f"SELECT ?item {{ GRAPH <{text_graph(SECOND)}> {{ ?claim <{BASE}core#item> ?item }} }}"


@pytest.fixture
def graph(seed_build: Path) -> Graph:
    return open_graph(seed_build)


def test_what_is_opened_has_its_manifest(graph: Graph, seed_build: Path) -> None:
    """The folder, the generation in it, and what the manifest tells of every graph."""
    assert graph.directory == seed_build
    assert graph.generation == (seed_build / "current").resolve()
    assert graph.manifest["graph"]["quads"] == len(graph.store)
    assert set(graph.manifest["texts"]) == {SEED}


def test_without_a_build_there_is_a_message(tmp_path: Path) -> None:
    """Opening an empty folder, or one that is not there, says how to make a build."""
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(KgError, match="kg build") as raised:
            open_graph(folder)
        assert [problem.slug for problem in raised.value.problems] == ["no-build"]


def test_rdflib_sees_the_same_quads(graph: Graph) -> None:
    """A Dataset with as many quads, in as many graphs, as the store that it stands on."""
    dataset = graph.rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    assert sum(1 for _ in dataset.quads()) == len(graph.store)
    names = {str(each.identifier) for each in dataset.graphs()} - {
        "urn:x-rdflib:default"  # rdflib's own, which is the union of the others
    }
    assert names == set(graph.manifest["graphs"])
    text = dataset.graph(rdflib.URIRef(text_graph(SEED)))
    assert len(text) == graph.manifest["graphs"][text_graph(SEED)]


def test_sparql_through_rdflib_answers_as_select_does(graph: Graph) -> None:
    """The default graph is the union of all in both."""
    theirs = [tuple(str(term) for term in row) for row in _rows(graph.rdflib(), SPEAKERS)]
    ours = graph.select(SPEAKERS)
    assert theirs == [(row["who"], row["name"]) for row in ours]
    assert (actor_iri("JP"), "Japan") in theirs


def _rows(dataset: rdflib.Dataset, query: str) -> list[ResultRow]:
    rows = list(dataset.query(query))
    assert all(isinstance(row, ResultRow) for row in rows)
    return cast("list[ResultRow]", rows)


def test_select_binds_its_parameters(graph: Graph) -> None:
    """An IRI, words, a date and a number are values, and never become part of the query."""
    label = "SELECT ?actor ?name { ?actor <http://www.w3.org/2000/01/rdf-schema#label> ?name }"
    (row,) = graph.select(label, actor=ox.NamedNode(actor_iri("KP")))
    assert row["actor"] == actor_iri("KP")
    name = row["name"]
    assert isinstance(name, str)
    labels = graph.select(label, name=ox.Literal(name, language="en"))
    assert row in labels
    assert graph.select(label, name='x" . ?a ?b ?c } #') == []
    echo = "SELECT ?day ?count ?yes ?words {}"
    given: dict[str, str | int | date] = {"day": date(2023, 10, 26), "count": 3, "yes": True}
    given["words"] = "as they stand"
    assert graph.select(echo, **given) == [given]


def test_a_parameter_that_the_query_does_not_select_is_said(graph: Graph) -> None:
    with pytest.raises(ValueError, match="select each of its parameters: who"):
        graph.select("SELECT ?text WHERE { ?text a ata:Text }", who="KP")


def test_select_gives_plain_values_and_none(graph: Graph) -> None:
    """Numbers are numbers, dates are dates, and what is unbound is None."""
    query = (
        'SELECT ?i ?d ?b ?w ?n { BIND(7 AS ?i) BIND(true AS ?b) BIND("Ü"@de AS ?w)'
        ' BIND("2009-06-12"^^<http://www.w3.org/2001/XMLSchema#date> AS ?d) }'
    )
    assert graph.select(query) == [{"i": 7, "d": date(2009, 6, 12), "b": True, "w": "Ü", "n": None}]
    with pytest.raises(TypeError, match="SELECT"):
        graph.select("ASK {}")


def test_query_answers_with_limits(graph: Graph) -> None:
    """Anybody's SPARQL, from a process of its own; too much and too slow are errors."""
    answer = graph.query(SPEAKERS)
    assert answer.variables == ("who", "name")
    assert [row[0] for row in answer.rows] == [
        Value("iri", str(row["who"])) for row in graph.select(SPEAKERS)
    ]
    with pytest.raises(KgError, match=r"\[too-many-rows\]"):
        graph.query(SPEAKERS, max_rows=1)
    with pytest.raises(KgError, match=r"\[query-too-slow\]"):
        graph.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?g) }", timeout=0.5)
    with pytest.raises(KgError, match=r"\[query-refused\]"):
        graph.query("SELECT * { SERVICE <http://127.0.0.1/> {} }")


def test_ask_answers_a_named_question(graph: Graph) -> None:
    """With its question in plain words; a parameter narrows it."""
    answer = graph.ask("mentions-of", actor="UA")
    assert answer.question == named()["mentions-of"].question
    at = answer.variables.index("words")
    assert {row[at] for row in answer.rows} == {"Ukraine"}
    assert graph.ask("mentions-of", actor="RU").rows != answer.rows
    with pytest.raises(KgError, match="did you mean who-says-what"):
        graph.ask("who-say-what")


def test_findings_are_those_of_the_picture(graph: Graph) -> None:
    """Each is a typed row about a claim of the text, and the picture is drawn once."""
    findings = graph.findings()
    assert findings
    assert all(isinstance(finding, FindingRow) for finding in findings)
    assert all(finding.transfer.startswith(text_iri(SEED)) for finding in findings)
    assert graph.picture().findings == findings
    assert graph.picture() is graph.picture()


def test_to_networkx_has_who_is_in_the_picture(graph: Graph) -> None:
    """Actors and propositions are nodes, and no edge is without its stance."""
    network, picture = graph.to_networkx(), graph.picture()
    assert isinstance(network, nx.MultiDiGraph)
    assert {actor.iri for actor in picture.actors} <= set(network)
    assert {proposition.iri for proposition in picture.propositions} <= set(network)
    assert all(edge["stance"] for *_, edge in network.edges(data=True))


def test_show_draws_what_is_said_of_an_actor(graph: Graph) -> None:
    """A notebook gets a page, a still picture and words, each with the disclaimer's sentence."""
    shown = graph.show("KP")._repr_mimebundle_()
    assert set(shown) == {"text/html", "image/svg+xml", "text/plain"}
    assert "no legal determination" in shown["text/plain"]
    with pytest.raises(KgError, match="did you mean KP"):
        graph.show("KPP")


def test_one_text_of_many_keeps_who_contests_it(bundled_build: Path) -> None:
    """Its claims alone, and each act of saying that its findings are contested by."""
    graph = open_graph(bundled_build)
    picture = graph.picture(text=SEED)
    others = {act.text for act in picture.speech_acts} - {SEED}
    assert others == {"2023-10-26-peskov"}
    assert {text.id for text in picture.texts} == {SEED, *others}
    acts = {act.iri for act in picture.speech_acts}
    contested = [finding for finding in picture.findings if finding.contested_by]
    assert contested
    assert all(set(finding.contested_by) <= acts for finding in contested)
    own = {row.iri for row in picture.propositions if row.text == SEED}
    assert {finding.transfer for finding in picture.findings} <= own
    assert {norm.id for norm in picture.norms} >= {row.norm for row in picture.findings}
    with pytest.raises(KgError, match="2023-10-26-us-jp-k"):
        graph.picture(text="2023-10-26-us-jp-k")


def test_more_than_fits_is_refused_and_one_text_fits(bundled_build: Path) -> None:
    """The message tells how to see less."""
    graph = open_graph(bundled_build)
    with pytest.raises(KgError, match="text="):
        graph.show("RU")
    assert "claims around Russia" in graph.show("RU", text=SEED).account
    assert len(graph.to_networkx(text=SEED)) < len(graph.to_networkx())


@pytest.mark.parametrize("size", ["small", "large"])
def test_what_is_opened_stays_when_a_later_build_replaces_it(
    corpus: Path, built: Path, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In memory and on disk, in this process and in the one that answers queries."""
    if size == "large":
        monkeypatch.setattr(opening, "MEMORY_BYTES", 0)
    opened = open_graph(built)
    tanks = [{"item": item_iri("battle-tanks")}]
    assert opened.select(ITEM) == tanks
    edit(annotation_file(corpus, SECOND), "item: battle-tanks", "item: small-arms")
    build([corpus], built)
    assert open_graph(built).select(ITEM) == [{"item": item_iri("small-arms")}]
    assert opened.select(ITEM) == tanks
    assert opened.query(ITEM).rows == ((Value("iri", item_iri("battle-tanks")),),)
    assert [str(row[0]) for row in _rows(opened.rdflib(), ITEM)] == [item_iri("battle-tanks")]
    assert opened.manifest["graph"]["quads"] == len(opened.store)
    assert FIRST in {text.id for text in opened.picture().texts}


def test_a_generation_can_be_opened_by_itself(built: Path, tmp_path: Path) -> None:
    """A copy of it is a build that nobody replaces."""
    generation = open_graph(built).generation
    copy = generation.rename(tmp_path / "kept")
    opened = open_graph(copy)
    assert (opened.directory, opened.generation) == (copy, copy.resolve())
    assert opened.findings()


def test_writing_through_rdflib_never_reaches_the_build(built: Path) -> None:
    """In memory it is seen by that object alone; the files stay as they were."""
    opened, before = open_graph(built), files_below(built)
    node = rdflib.URIRef("http://example.org/x")
    opened.rdflib().graph(node).add((node, node, node))
    assert len(opened.store) == opened.manifest["graph"]["quads"] + 1
    assert len(open_graph(built).store) == opened.manifest["graph"]["quads"]
    assert files_below(built) == before


def test_writing_through_rdflib_to_a_graph_on_disk_raises(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build is only read."""
    monkeypatch.setattr(opening, "MEMORY_BYTES", 0)
    opened, before = open_graph(built), files_below(built)
    node = rdflib.URIRef("http://example.org/x")
    with pytest.raises(RuntimeError, match="read-write"):
        opened.rdflib().graph(node).add((node, node, node))
    assert len(opened.store) == opened.manifest["graph"]["quads"]
    assert files_below(built) == before
