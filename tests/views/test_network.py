"""The networkx graph: nobody is joined to anybody without who says so, and how."""

from __future__ import annotations

import networkx as nx

from kg.queries.rows import Picture
from kg.views.network import to_networkx
from tests.invented_rows import BASE, DELIVERY, PART


def test_every_edge_has_stance_status_and_speaker(picture: Picture) -> None:
    """Where nobody takes a stance, the edge says that."""
    graph = to_networkx(picture)
    assert graph.number_of_edges() > 0
    for *_, edge in graph.edges(data=True):
        assert edge["stance"]
        assert edge["status"]
        assert "by" in edge
    stances = {edge["stance"] for *_, edge in graph.edges(data=True)}
    assert {"asserts; denies", "presupposes", "none taken"} <= stances


def test_actors_are_joined_through_propositions_alone(picture: Picture) -> None:
    """No edge leads from a supplier to a recipient, and none from actor to actor."""
    graph = to_networkx(picture)
    kinds = nx.get_node_attributes(graph, "kind")
    pairs = {(kinds[a], kinds[b]) for a, b in graph.edges()}
    assert ("actor", "actor") not in pairs
    supplier, recipient = BASE + "actor/X3", BASE + "actor/X2"
    paths = list(nx.all_simple_paths(nx.DiGraph(graph), supplier, recipient, cutoff=2))
    assert [supplier, DELIVERY, recipient] in paths
    assert all(kinds[path[1]] == "proposition" for path in paths)


def test_a_speech_act_is_an_edge_with_its_words(picture: Picture) -> None:
    """Words, force, attitude and date stay on the edge; joint speakers have one each."""
    graph = to_networkx(picture)
    says = [
        (a, edge) for a, b, edge in graph.edges(data=True) if edge["kind"] == "says" and b == PART
    ]
    assert sorted(a for a, _ in says) == [BASE + "actor/X1", BASE + "actor/X4"]
    for _, edge in says:
        assert edge["words"] == "Report […] rifles"
        assert edge["attitude"] == "condemns"
        assert edge["jointly"] is True
        assert edge["verbatim"] is True


def test_findings_are_marked_as_inferred(picture: Picture) -> None:
    """An edge to a norm is this program's inference, with the stances of what it rests on."""
    graph = to_networkx(picture)
    found = [edge for *_, edge in graph.edges(data=True) if edge["kind"] == "finding"]
    assert {edge["finding"] for edge in found} == {"alleged-violation", "non-application"}
    assert all(edge["inferred"] is True for edge in found)
    assert {edge["label"] for edge in found} == {
        "inferred: alleged violation",
        "inferred: does not apply",
    }
    assert {edge["contested"] for edge in found} == {True, False}


def test_what_has_no_node_is_kept_on_the_node(picture: Picture) -> None:
    """A quantity is no node; it stays with the proposition it belongs to."""
    graph = to_networkx(picture)
    also = {node: words for node, words in graph.nodes(data="also") if words}
    assert "quantity=several" in also[BASE + "claim/later"]


def test_the_same_picture_gives_the_same_graph(picture: Picture) -> None:
    """Nodes and edges come in the same order."""
    once, again = to_networkx(picture), to_networkx(picture)
    assert list(once.nodes(data=True)) == list(again.nodes(data=True))
    assert list(once.edges(data=True, keys=True)) == list(again.edges(data=True, keys=True))
