"""Kinds of items, and the instruments that norms stand in, as rows."""

from __future__ import annotations

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names
from kg.queries.rows import InstrumentRow, ItemRow
from kg.vocab import Ata

_SKOS = "http://www.w3.org/2004/02/skos/core#"


def items_of(facts: Facts, names: Names) -> tuple[ItemRow, ...]:
    """Return the items that any transfer is about, and all broader ones, sorted by id."""
    found: set[str] = set()
    left = {iri for iris in facts.subjects(Ata.item).values() for iri in iris}
    while left:
        iri = left.pop()
        found.add(iri)
        left |= set(facts.all(iri, _SKOS + "broader")) - found
    rows = [
        ItemRow(
            id=id_of(iri),
            label=names.concept(iri),
            aliases=facts.all(iri, _SKOS + "altLabel"),
            broader=facts.ids(iri, _SKOS + "broader"),
        )
        for iri in found
    ]
    return tuple(sorted(rows, key=lambda row: row.id))


def instruments_of(facts: Facts) -> tuple[InstrumentRow, ...]:
    """Return every instrument, sorted by id."""
    rows = [
        InstrumentRow(
            id=id_of(iri),
            label=facts.one(iri, RDFS_LABEL) or id_of(iri),
            kind=facts.word(iri, Ata.kind) or "",
        )
        for iri in facts.instances(Ata.Instrument)
    ]
    return tuple(sorted(rows, key=lambda row: row.id))
