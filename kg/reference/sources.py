"""The sources of a file: where what stands in it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sized

from kg.model.sources import Source
from kg.reference.fields import Fields
from kg.vocab import Verification

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


def cite_sources(
    record: Fields, sources: Mapping[str, Source], mark: Verification
) -> tuple[Source, ...]:
    """Return those of ``sources`` that a record cites; one that was read must cite some."""
    known = len(record.ledger.problems)
    cited = record.cited("sources", sources)
    if len(record.ledger.problems) == known:
        check_cites(record, mark, cited)
    return tuple(sources[key] for key in cited)


def check_cites(record: Fields, mark: Verification, cited: Sized) -> None:
    """Record a problem where the mark says that something was read, and nothing says where."""
    if mark is not Verification.BACKGROUND and not cited:
        record.ledger.add(
            slug="missing-source",
            sentence=f"{record.what} is marked {mark.value}, and does not say where it was read",
            place=record.place_of("verification"),
            hint="name the page under sources, or write verification: background",
        )
