"""Files under ``places/``: places, each within wider ones."""

from __future__ import annotations

from collections.abc import Mapping

from kg.marked import Table, Words
from kg.model.places import NamedPlace
from kg.model.sources import Source
from kg.reference.fields import Fields
from kg.reference.ledger import ACTORS, PLACES, Kind, Ledger
from kg.reference.sources import cite_sources, read_sources

FORMAT = "kg-places/1"
_FILE = frozenset({"format", "sources", "places"})
KEYS = frozenset({"name", "aliases", "within", "territory-of", "verification", "sources", "note"})


def read_places(table: Table, ledger: Ledger) -> list[NamedPlace]:
    """Read one file of places."""
    file = Fields(table, ledger, "a file of places", _FILE)
    file.check_format(FORMAT)
    sources = read_sources(file)
    return [
        _read_place(word, row, sources, ledger)
        for word, row in file.tables("places")
        if ledger.define(Kind.PLACE, word)
    ]


def _read_place(
    word: Words, table: Table, sources: Mapping[str, Source], ledger: Ledger
) -> NamedPlace:
    fields = Fields(table, ledger, f"the place {word.text}", KEYS)
    ledger.key_places[word.text, "within"] = fields.place_of("within")
    mark = fields.verification()
    return NamedPlace(
        id=word.text,
        name=fields.text("name"),
        aliases=fields.texts("aliases"),
        within=fields.names("within", PLACES),
        territory_of=next(iter(fields.names("territory-of", ACTORS)), None),
        verification=mark,
        sources=cite_sources(fields, sources, mark),
        note=fields.find_text("note"),
    )
