"""RDF terms made from Python values, and the gathering of the quads of one named graph."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

import pyoxigraph as ox

from kg.model.claims import TimeSaid

DCTERMS: Final = "http://purl.org/dc/terms/"
OA: Final = "http://www.w3.org/ns/oa#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDF_TYPE: Final = RDF + "type"
RDF_VALUE: Final = RDF + "value"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

# An open end is written as a far day, since every period that a query joins has then two bounds.
OPEN_END: Final = date(9999, 12, 31)


@cache
def node(iri: str) -> ox.NamedNode:
    """Return the term for an IRI; the same IRIs come again and again."""
    return ox.NamedNode(iri)


def word_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """Return the IRI of a node, or the characters of a literal."""
    return str(term) if isinstance(term, ox.Triple) else term.value


def graph_of(quad: ox.Quad) -> str:
    """Return the name of the graph in which a quad stands; nothing for the default graph."""
    graph = quad.graph_name
    return graph.value if isinstance(graph, ox.NamedNode) else ""


def words(text: str) -> ox.Literal:
    """Return a plain string: words of a text, a code, a remark."""
    return ox.Literal(text)


def english(text: str) -> ox.Literal:
    """Return words of ours, which are English."""
    return ox.Literal(text, language="en")


def day(value: date) -> ox.Literal:
    return ox.Literal(value.isoformat(), datatype=node(XSD + "date"))


def integer(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=node(XSD + "integer"))


def decimal(value: Decimal) -> ox.Literal:
    return ox.Literal(f"{value.normalize():f}", datatype=node(XSD + "decimal"))


def truth(value: bool) -> ox.Literal:  # noqa: FBT001  # the one thing that it takes
    return ox.Literal("true" if value else "false", datatype=node(XSD + "boolean"))


def days_between(time: TimeSaid) -> ox.Literal | None:
    """Return a stretch of time as a day, a month or a year, or None where it is none of these."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return None
    if first == last:
        return day(first)
    if first.day != 1 or last.year != first.year or not _ends_a_month(last):
        return None
    if first.month == last.month:
        return ox.Literal(first.isoformat()[:7], datatype=node(XSD + "gYearMonth"))
    if first.month == 1 and last.month == 12:  # noqa: PLR2004  # January to December
        return ox.Literal(first.isoformat()[:4], datatype=node(XSD + "gYear"))
    return None


def _ends_a_month(last: date) -> bool:
    return last == date.max or date.fromordinal(last.toordinal() + 1).day == 1


class NamedGraph:
    """Gathers the quads of one named graph. A string in the place of an object is an IRI."""

    def __init__(self, graph: str) -> None:
        self._graph = node(graph)
        self._quads: list[ox.Quad] = []

    def add(self, subject: str, predicate: str, *objects: str | ox.Literal | None) -> None:
        """Add one quad for each of ``objects``; None is something that is not said."""
        for value in objects:
            if value is not None:
                term = node(value) if isinstance(value, str) else value
                self._quads.append(ox.Quad(node(subject), node(predicate), term, self._graph))

    def add_types(self, subject: str, *classes: str) -> None:
        self.add(subject, RDF_TYPE, *classes)

    def add_words(self, subject: str, predicate: str, *texts: str | None) -> None:
        """Add plain strings; None is something that is not said."""
        self.add(subject, predicate, *(words(text) for text in texts if text is not None))

    @property
    def quads(self) -> list[ox.Quad]:
        """What was gathered, in the order of gathering."""
        return list(self._quads)


def to_nquads(quads: Iterable[ox.Quad]) -> bytes:
    """Return N-Quads: every line once, sorted by its bytes, each ended by a line feed."""
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return join_nquads(written.split(b"\n"))


def join_nquads(lines: Iterable[bytes]) -> bytes:
    """Return ``lines`` of N-Quads, none of them twice, sorted by their bytes."""
    return b"".join(line + b"\n" for line in sorted(set(lines)) if line)
