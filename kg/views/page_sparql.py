"""What a page needs to answer SPARQL by itself: the engine, the graph, and the named questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from markupsafe import Markup

from kg.inference import prefixes
from kg.model.exports import ExportFormat
from kg.queries.asking import NamedQuery, QueryGroup, named
from kg.views.exports.rdf import draw_rdf
from kg.views.packing import deflated, in_base64, pack
from kg.views.page import WEB, read_asset
from kg.vocab import BASE


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlPart:
    """Blocks of the page that nothing decodes before its reader opens the view.

    ``script`` starts the engine in a worker, ``wasm`` is the engine, ``graph`` is TriG; these three
    are deflated, in base64. ``questions`` is packed as the data of the page is.
    """

    script: str
    wasm: str
    graph: str
    questions: str
    licence: Markup


def draw_sparql(quads: Iterable[ox.Quad]) -> SparqlPart:
    """Return what answers SPARQL from ``quads``, all graphs as one, as ``kg ask`` does."""
    trig, _ = draw_rdf(quads, ExportFormat.TRIG, ())
    return SparqlPart(
        script=deflated(read_asset("sparql.js").encode("utf-8")),
        # It lies deflated in the package, so that a page is written without deflating 4 MB.
        wasm=in_base64((WEB / "oxigraph.wasm.zlib").read_bytes()),
        graph=deflated(trig),
        questions=pack(
            {
                "base": BASE,
                "prefixes": dict(prefixes()),
                "questions": [
                    _question(query)
                    for group in QueryGroup
                    for query in named().values()
                    if query.group is group
                ],
            }
        ),
        licence=Markup(read_asset("oxigraph-LICENSE.txt")),  # noqa: S704  # ours, no data in it
    )


def _question(query: NamedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "question": query.question,
        "group": query.group.value,
        "parameters": [
            {
                "name": each.name,
                "kind": each.kind.value,
                "required": each.required,
                "meaning": each.meaning,
            }
            for each in query.parameters
        ],
        "sparql": query.sparql,
    }
