"""The sources of a file: where what stands in it was read."""

from __future__ import annotations

from kg.model.sources import Source
from kg.reference.fields import Fields

_KEYS = frozenset({"url", "publisher", "says"})


def read_sources(record: Fields) -> dict[str, Source]:
    """Read what stands under ``sources`` at the top of a file, by key."""
    found: dict[str, Source] = {}
    for word, table in record.tables("sources"):
        fields = Fields(table, record.ledger, f"the source {word.text}", _KEYS)
        found[word.text] = Source(
            key=word.text,
            url=fields.web_address("url"),
            publisher=fields.text("publisher"),
            says=fields.find_text("says"),
        )
    return found
