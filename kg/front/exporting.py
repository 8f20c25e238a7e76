"""A graph in a format of others, with everything that it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from kg.model.exports import Export, ExportFormat
from kg.views.exports.heading import heading

if TYPE_CHECKING:
    from kg.front.graph import Graph


def export_graph(graph: Graph, name: str) -> Export:
    """Return the graph in the format called ``name``; ValueError where there is none of it."""
    form = ExportFormat(name)
    quads, head = list(graph.store), heading(graph.restriction)
    # Each is imported where it is used: networkx takes longer than all of RDF.
    match form:
        case ExportFormat.GRAPHML | ExportFormat.GEXF:
            from kg.views.exports.networks import draw_network  # noqa: PLC0415  # heavy

            data, losses = draw_network(graph.picture(), quads, form, head)
        case ExportFormat.CSV:
            from kg.views.exports.zipped import draw_tables  # noqa: PLC0415  # heavy

            data, losses = draw_tables(graph.picture(), quads, head)
        case (
            ExportFormat.NQUADS
            | ExportFormat.TRIG
            | ExportFormat.JSONLD
            | ExportFormat.TURTLE
            | ExportFormat.NTRIPLES
            | ExportFormat.RDFXML
        ):
            from kg.views.exports.rdf import draw_rdf  # noqa: PLC0415  # heavy

            data, losses = draw_rdf(quads, form, head)
        case _:
            assert_never(form)
    return Export(
        format=form,
        data=data,
        statements=len(quads),
        losses=losses,
        restriction=graph.restriction,
    )
