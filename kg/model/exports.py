"""Exports: the formats, and what each of them could not hold of this very graph."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from kg.model.restriction import EVERYTHING, Restriction

IN_WHICH_GRAPH: Final = "in which graph each statement stands"


class ExportFormat(Enum):
    """A format to export to; the value is what the command calls it."""

    NQUADS = "nquads"
    TRIG = "trig"
    JSONLD = "jsonld"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


class LossKind(Enum):
    """What sort of thing a format does not hold, or holds otherwise."""

    GRAPHS = "graphs"
    RECORDS = "records"
    PROPERTY = "property"
    LITERALS = "literals"
    CHARACTERS = "characters"
    CELLS = "cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One thing that an export does not hold, or holds otherwise, counted in this graph.

    ``what`` and ``count`` are, by kind:

    - graphs: the names of so many named graphs, which told where each statement stands;
    - records: so many records of the class ``what``, of which nothing is held;
    - property: the property ``what`` of a class, as "class property", of records that are held;
    - literals: the languages and datatypes of so many literals;
    - characters: so many characters that the format cannot hold, replaced by a visible mark;
    - cells: so many cells with an apostrophe before their words, lest they be run as formulas.

    ``statements`` are those that are not in the export; none, where something of them alone is not.
    """

    kind: LossKind
    what: str
    count: int
    statements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A graph in one format: the bytes of the file, and everything that they do not hold.

    ``statements`` is the number of those that the graph has.
    """

    format: ExportFormat
    data: bytes
    statements: int
    losses: tuple[Loss, ...]
    restriction: Restriction = EVERYTHING

    @property
    def held(self) -> int:
        """Return how many statements are in the file."""
        return self.statements - sum(loss.statements for loss in self.losses)
