"""Five of the named questions, with what they are asked about."""

from __future__ import annotations

from datetime import date
from typing import Final

import pyoxigraph as ox

from kg.inference.rules import read_prefixes
from kg.iris import actor_iri
from kg.quads.terms import day, node
from kg.queries import find_named

Terms = dict[str, ox.NamedNode | ox.Literal]

# X118 is an issuer of the first synthetic text, and so of every corpus.
QUESTIONS: Final[dict[str, Terms]] = {
    "who-says-what": {},
    "denials": {},
    "non-applications": {},
    "what-an-actor-says": {"actor": node(actor_iri("X118"))},
    "norms-in-force": {"date": day(date(2010, 1, 1))},
}


def sparql_of(name: str) -> str:
    """Return the whole text of a named question."""
    return read_prefixes() + find_named(name).sparql
