"""Files under ``items/``: kinds of items and services, each below broader ones."""

from __future__ import annotations

from collections.abc import Mapping

from kg.marked import Table, Words
from kg.model.items import Item
from kg.model.sources import Source
from kg.reference.fields import Fields
from kg.reference.ledger import ITEMS, Kind, Ledger
from kg.reference.sources import cite_sources, read_sources

FORMAT = "kg-items/1"
_FILE = frozenset({"format", "sources", "items"})
KEYS = frozenset(
    {
        "label",
        "aliases",
        "broader",
        "notations",
        "definition",
        "verification",
        "sources",
        "note",
    }
)


def read_items(table: Table, ledger: Ledger) -> list[Item]:
    """Read one file of items."""
    file = Fields(table, ledger, "a file of items", _FILE)
    file.check_format(FORMAT)
    sources = read_sources(file)
    return [
        _read_item(word, row, sources, ledger)
        for word, row in file.tables("items")
        if ledger.define(Kind.ITEM, word)
    ]


def _read_item(word: Words, table: Table, sources: Mapping[str, Source], ledger: Ledger) -> Item:
    fields = Fields(table, ledger, f"the item {word.text}", KEYS)
    ledger.key_places[word.text, "broader"] = fields.place_of("broader")
    mark = fields.verification()
    return Item(
        id=word.text,
        label=fields.text("label"),
        broader=fields.names("broader", ITEMS),
        aliases=fields.texts("aliases"),
        notations=fields.texts("notations"),
        definition=fields.find_text("definition"),
        verification=mark,
        sources=cite_sources(fields, sources, mark),
        note=fields.find_text("note"),
    )
