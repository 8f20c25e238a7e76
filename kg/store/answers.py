"""Answers to SPARQL queries as plain values, and as the lines that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Value:
    """One RDF term. ``value`` of a statement about a statement is its N-Triples form."""

    kind: Literal["iri", "literal", "blank", "triple"]
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The whole answer to a query, never a part of it.

    ``rows`` follow ``variables``; of a CONSTRUCT these are subject, predicate and object. None in a
    row is a variable that the solution leaves unbound. ``truth`` is the answer to an ASK query.
    """

    kind: Literal["select", "ask", "construct"]
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Value | None, ...], ...] = ()
    truth: bool | None = None


# A term as it travels: None, or [kind, value], or [kind, value, datatype, language].
Packed = list[str | None] | None


def pack(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None) -> Packed:
    """Return a term as JSON can carry it."""
    match term:
        case None:
            return None
        case ox.NamedNode():
            return ["iri", term.value]
        case ox.Literal():
            return ["literal", term.value, term.datatype.value, term.language]
        case ox.BlankNode():
            return ["blank", term.value]
        case _:
            return ["triple", str(term)]


def unpack(packed: Any) -> Value | None:  # noqa: ANN401  # as JSON gives it
    """Return the value that ``pack`` packed."""
    return None if packed is None else Value(*packed)
