"""The network of who says what as GraphML and GEXF, for yEd, Gephi, Cytoscape and the like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET  # only written, never read

import networkx as nx
import pyoxigraph as ox
from networkx.readwrite.gexf import GEXFWriter

from kg.iris import item_iri, passage_iri
from kg.model.exports import ExportFormat, Loss, LossKind
from kg.queries.rows import Picture
from kg.views.exports.holding import IN_NETWORK
from kg.views.exports.unheld import losses_of
from kg.views.exports.xml_text import count_marked, escaped_returns, marked
from kg.views.network import to_networkx
from kg.views.restriction import where

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_MAKER = "arms-transfer-kg"


def draw_network(
    picture: Picture, quads: Iterable[ox.Quad], form: ExportFormat, head: Sequence[str]
) -> tuple[bytes, tuple[Loss, ...]]:
    """Return the file, and what of ``quads`` it does not hold.

    A supplier and a recipient are joined through a proposition alone; every edge has the stance and
    status it is claimed with, who claims it, when, and in which words.
    """
    drawn = to_networkx(picture)
    losses = losses_of(quads, IN_NETWORK, records_drawn(picture))
    replaced = count_marked(_texts(drawn))
    if replaced:
        what = "characters that XML cannot hold"
        losses += (Loss(kind=LossKind.CHARACTERS, what=what, count=replaced),)
    named = _named(drawn, head, where(picture.restriction))
    written = _graphml(named) if form is ExportFormat.GRAPHML else _gexf(named, head)
    return escaped_returns(written), losses


def records_drawn(picture: Picture) -> frozenset[str]:
    """Return the IRIs of what has a node, an edge, or words on an edge."""
    norms = {row.id for row in picture.norms}
    propositions = {row.iri for row in picture.propositions}
    said = [act for act in picture.speech_acts if act.proposition in propositions]
    items = {r.value for row in picture.propositions for r in row.roles if r.role == "item"}
    return frozenset(
        {
            *(row.iri for rows in (picture.actors, picture.texts, picture.norms) for row in rows),
            *propositions,
            *map(item_iri, items),
            *(act.iri for act in said),
            *(passage_iri(act.text, act.words.spans) for act in said),
            *(
                row.iri
                for row in picture.findings
                if row.transfer in propositions and row.norm in norms
            ),
        }
    )


def _texts(graph: nx.MultiDiGraph[str]) -> Iterable[str]:
    of_nodes = (values for _, values in graph.nodes(data=True))
    of_edges = (values for *_, values in graph.edges(data=True))
    for values in (*of_nodes, *of_edges):
        yield from (value for value in values.values() if isinstance(value, str))


def _named(graph: nx.MultiDiGraph[str], head: Sequence[str], here: str) -> nx.MultiDiGraph[str]:
    """Return the graph with names that both formats can have.

    Every edge has an id of its own, since theirs must be unique, and its key beside it. What is
    ``id`` in the program is ``name``: Gephi would take it for the node's, and norms, actors and
    claims of different texts may share one.
    """
    named: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        maker=_MAKER, note=marked(" ".join(head)), digest=marked(graph.graph["digest"])
    )
    for node, values in graph.nodes(data=True):
        rest = {key: value for key, value in values.items() if key != "id"}
        named.add_node(marked(node), name=marked(values["id"]), **_marked(rest))
    for number, (source, target, key, values) in enumerate(graph.edges(keys=True, data=True), 1):
        told = {**values, "edge": key, "label": _label(values, here)}
        named.add_edge(marked(source), marked(target), key=f"e{number}", **_marked(told))
    return named


def _marked(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: marked(value) if isinstance(value, str) else value for key, value in values.items()
    }


def _graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    written = BytesIO()
    nx.write_graphml_xml(graph, written)
    body = written.getvalue().partition(b"?>")[2]
    return _DECLARATION + body.strip() + b"\n"


def _gexf(graph: nx.MultiDiGraph[str], head: Sequence[str]) -> bytes:
    """Return GEXF without the day and the version that its writer stamps on it."""
    numbered = graph.copy()
    for *_, key, values in numbered.edges(keys=True, data=True):
        values["id"] = key
    writer = GEXFWriter(numbered, version="1.2draft")
    meta = writer.xml.find("meta")
    meta.clear()
    ET.SubElement(meta, "creator").text = _MAKER
    ET.SubElement(meta, "description").text = marked(" ".join(head))
    writer.indent(writer.xml)
    return (
        _DECLARATION + ET.tostring(writer.xml, encoding="unicode").strip().encode("utf-8") + b"\n"
    )


def _label(values: dict[str, Any], here: str) -> str:
    """Return what a drawing writes beside an edge: never a role without who says so, and how."""
    said = values["said"] or f"said by nobody {here}"
    match values["kind"]:
        case "says":
            return said
        case "role":
            return f"{values['role']}, as described: {said}"
        case "finding":
            against = values["contested_said"]
            return f"{values['label']}; {said}" + (f"; contested: {against}" if against else "")
        case _:
            return f"said in: {said}"
