"""What is read of a part of a graph alone is what all of it would tell."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import KgError, open_graph
from kg.front.graph import Graph
from kg.iris import TEXT_GRAPHS
from kg.quads.terms import graph_of
from kg.queries import narrow_findings, select_picture
from kg.queries.facts import Facts
from kg.queries.held import select_found
from kg.queries.known import find_proposition
from kg.queries.nearby import graphs_near
from kg.queries.single_points import what_is_found
from kg.queries.stances import Stances
from kg.vocab import Ata


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def everything(graph: Graph) -> Stances:
    return Stances(graph.store)


def compared(store: ox.Store, whole: Stances, step: int) -> tuple[int, int]:
    """Compare matrices of claims of transfers; return how many have related rows, and graphs."""
    related, graphs = 0, 0
    for iri in [row.iri for row in whole.propositions.values() if row.kind == "transfer"][::step]:
        near = graphs_near(store, iri)
        graphs = max(graphs, sum(graph.startswith(TEXT_GRAPHS) for graph in near))
        matrix = whole.matrix(iri)
        assert Stances(store, near).matrix(iri) == matrix, iri
        related += bool(matrix.related)
    return related, graphs


def test_the_graphs_near_a_claim_tell_its_whole_matrix(graph: Graph, everything: Stances) -> None:
    """The same rows and labels, with fewer texts read than there are."""
    related, graphs = compared(graph.store, everything, 4)
    assert related > 20
    assert graphs < 40


@pytest.mark.slow
def test_the_graphs_near_any_claim_tell_its_whole_matrix(graph: Graph, everything: Stances) -> None:
    assert compared(graph.store, everything, 1)[0] > 100


def test_the_graphs_near_an_invented_claim_tell_its_whole_matrix(stories: ox.Store) -> None:
    """Parts, parties without a direction, and replies."""
    compared(stories, Stances(stories), 1)


def test_a_part_is_like_what_its_whole_is_like(graph: Graph) -> None:
    """Without an end of its own, a denied part takes those of the whole, in whichever graph."""
    store = ox.Store()
    store.bulk_extend(graph.store)
    claim = find_proposition(store, "2025-05-08-amnesty/ae-arms-to-rsf")
    denial = next(row.act for row in Stances(store).matrix(claim).related)
    other, denied = ox.NamedNode(f"{TEXT_GRAPHS}other"), ox.NamedNode(denial.proposition)
    for role in (Ata.supplier, Ata.recipient):
        for quad in list(store.quads_for_pattern(denied, ox.NamedNode(role), None, None)):
            store.remove(quad)
            store.add(ox.Quad(ox.NamedNode("x:whole"), quad.predicate, quad.object, other))
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store.add(ox.Quad(ox.NamedNode("x:whole"), kind, ox.NamedNode(Ata.Transfer), other))
    assert not texts_near(store, claim, denial.text)
    part = ox.NamedNode(Ata.partOf)
    graphs = {graph_of(quad) for quad in store.quads_for_pattern(denied, kind, None, None)}
    store.add(ox.Quad(denied, part, ox.NamedNode("x:whole"), ox.NamedNode(min(graphs))))
    assert texts_near(store, claim, denial.text)


def texts_near(store: ox.Store, claim: str, text: str) -> bool:
    return f"{TEXT_GRAPHS}{text}" in graphs_near(store, claim)


def test_what_is_held_is_what_is_found_of_the_picture(graph: Graph, stories: ox.Store) -> None:
    """Single points of failure come out as they do where all rows are read."""
    for store in (graph.store, stories):
        picture = select_picture(store)
        found = what_is_found(picture, narrow_findings(picture).shown)
        assert found
        assert select_found(store) == found


def test_a_text_that_rests_on_one_that_is_gone_has_no_origin_there(graph: Graph) -> None:
    """What is not in the graph is nobody's origin, as in the picture of what is left."""
    grounds = {(row.id, other.text) for row in graph.picture().texts for other in row.rests_on}
    assert grounds
    for text in sorted({other for _, other in grounds})[:1]:
        left = graph.restrict(without=[text])
        picture = left.picture()
        assert left.what_is_found() == what_is_found(picture, narrow_findings(picture).shown)


def test_facts_of_a_graph_are_those_of_no_other(graph: Graph) -> None:
    name = f"{TEXT_GRAPHS}2023-10-26-peskov"
    facts = Facts(graph.store, graphs=[name])
    assert facts.instances(Ata.Transfer)
    assert {each.rpartition("/claim/")[0] for each in facts.subjects(Ata.item)} == {
        each.rpartition("/claim/")[0] for each in facts.instances(Ata.Transfer)
    }
    assert not facts.instances(Ata.State)


def test_a_claim_is_found_by_its_name_with_and_without_its_text(
    graph: Graph, everything: Stances
) -> None:
    """Whether one claim has the name or several, it is told as where every claim is looked at."""
    rows = everything.propositions.values()
    names = [row.name for row in rows]
    for row in rows:
        assert find_proposition(graph.store, f"{row.text}/{row.name}") == row.iri
        if names.count(row.name) == 1:
            assert find_proposition(graph.store, row.name) == row.iri
        else:
            with pytest.raises(KgError, match="stands for") as caught:
                find_proposition(graph.store, row.name)
            hint = caught.value.problems[0].hint or ""
            assert hint.count(f"/{row.name}") == names.count(row.name)
