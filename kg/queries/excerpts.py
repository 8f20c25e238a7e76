"""A part of a graph that is enough for one case file, however many texts the graph has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pyoxigraph as ox

from kg.inference import surroundings
from kg.iris import DATA_BASE, FINDINGS_GRAPH, text_graph
from kg.quads.terms import RDF_TYPE, graph_of
from kg.store.looking import instances
from kg.vocab import Ata

_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_TYPE = ox.NamedNode(RDF_TYPE)
_TRANSFER = ox.NamedNode(Ata.transfer)
_TRANSFERS = ox.NamedNode(Ata.Transfer)
_ELEMENT = ox.NamedNode(Ata.element)
_FINDINGS = ox.NamedNode(FINDINGS_GRAPH)


def copy_graphs(store: ox.Store, graphs: Iterable[str], found_on: Iterable[str] = ()) -> ox.Store:
    """Return ``graphs`` alone, by name, with the findings on transfers of the texts ``found_on``.

    ``found_on`` are names of graphs too.
    """
    part = ox.Store()
    for graph in sorted(graphs):
        part.bulk_extend(store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
    for graph in sorted(found_on):
        for transfer in sorted(instances(store, Ata.Transfer, graph)):
            part.extend(_findings_on(store, transfer))
    return part


def excerpt(store: ox.Store, transfer: str) -> ox.Store:
    """Return the text of a transfer with all that bears on findings on it, and those findings.

    That is the reference data, the text, the texts that answer something in it, and the findings
    on transfers of that text. A case file comes out of it as it does of all of ``store``.
    """
    claimed = store.quads_for_pattern(ox.NamedNode(transfer), _TYPE, _TRANSFERS, None)
    return copy_graphs(store, surroundings(store, transfer), {graph_of(quad) for quad in claimed})


def find_transfer(store: ox.Store, wanted: str) -> str | None:
    """Return the IRI of the one transfer of the finding, or the pair, that ``wanted`` names.

    ``wanted`` is a finding's whole id, or begins with the name of a claim, with its text before it
    where several texts have such a claim. None where it names no transfer, or several.
    """
    first, _, rest = wanted.partition("/")
    if not rest:
        finding = ox.NamedNode(f"{DATA_BASE}finding/{quote(first, safe='')}")
        quads = store.quads_for_pattern(finding, _TRANSFER, None, _FINDINGS)
        found = [_iri(quad.object) for quad in quads]
    else:
        second = rest.partition("/")[0]
        found = [*_called(store, first), *_called(store, second, text_graph(first))]
    return found[0] if len(found) == 1 else None


def _called(store: ox.Store, name: str, graph: str | None = None) -> list[str]:
    within = None if graph is None else ox.NamedNode(graph)
    return [
        _iri(quad.subject)
        for quad in store.quads_for_pattern(None, _LABEL, ox.Literal(name), within)
        if ox.Quad(quad.subject, _TYPE, _TRANSFERS, quad.graph_name) in store
    ]


def _findings_on(store: ox.Store, transfer: str) -> Iterator[ox.Quad]:
    for found in store.quads_for_pattern(None, _TRANSFER, ox.NamedNode(transfer), _FINDINGS):
        for quad in _of(store, _iri(found.subject)):
            yield quad
            if quad.predicate == _ELEMENT:
                yield from _of(store, _iri(quad.object))


def _of(store: ox.Store, subject: str) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(ox.NamedNode(subject), None, None, _FINDINGS)


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""
