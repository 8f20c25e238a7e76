"""The norms of an instrument, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from kg.marked import Table, Words
from kg.model.norms import Amendment, LeftOut, Norm, Period
from kg.model.sources import Source
from kg.reference.fields import NO_DAY, Fields
from kg.reference.ledger import (
    ACTORS,
    ACTORS_AND_GROUPINGS,
    INSTRUMENTS,
    ITEMS,
    NORMS,
    PLACES,
    Kind,
)
from kg.reference.periods import check_apart, read_window
from kg.reference.sources import cite_sources
from kg.vocab import ConductKind, Deontic, Role

KEYS = frozenset(
    {
        "paragraph",
        "rule",
        "addressee",
        "deontic",
        "role",
        "counterparty",
        "covers",
        "excepts",
        "excepts-until",
        "in-force",
        "condition",
        "exemptible",
        "exempted-by",
        "territory",
        "depends-on",
        "amended-by",
        "read-with",
        "reach",
        "verification",
        "sources",
        "note",
    }
)
_PERIOD = frozenset({"from", "until", "ended-by", "held-by", "rejected-by", "note"})
_AMENDMENT = frozenset({"norm", "note"})
_LEFT_OUT = frozenset({"paragraph", "why"})


def read_norms(instrument: Fields, sources: Mapping[str, Source]) -> tuple[Norm, ...]:
    """Read what stands under ``norms`` of an instrument."""
    return tuple(
        _read_norm(word, table, instrument, sources)
        for word, table in instrument.tables("norms")
        if instrument.ledger.define(Kind.NORM, word)
    )


def read_left_out(instrument: Fields) -> tuple[LeftOut, ...]:
    """Read the paragraphs that are known and not modelled."""
    rows = (
        instrument.sub(row, "a paragraph left out", _LEFT_OUT)
        for row in instrument.rows("left-out")
    )
    return tuple(
        LeftOut(paragraph=fields.text("paragraph"), why=fields.text("why"))
        for fields in rows
        if fields is not None
    )


def _read_norm(
    word: Words, table: Table, instrument: Fields, sources: Mapping[str, Source]
) -> Norm:
    fields = Fields(table, instrument.ledger, f"the norm {word.text}", KEYS)
    for key in ("excepts", "amended-by", "depends-on", "in-force"):
        instrument.ledger.key_places[word.text, key] = fields.place_of(key)
    read_with = fields.words("read-with")
    instrument.ledger.cited_paragraphs.extend(read_with)
    mark = fields.verification()
    return Norm(
        id=word.text,
        paragraph=fields.text("paragraph"),
        rule=fields.text("rule"),
        addressee=fields.required_names("addressee", ACTORS_AND_GROUPINGS),
        deontic=fields.concept("deontic", Deontic),
        role=fields.concept("role", Role),
        counterparty=fields.names("counterparty", ACTORS_AND_GROUPINGS),
        covers=fields.required_names("covers", ITEMS),
        excepts=fields.names("excepts", ITEMS),
        excepts_until=fields.find_day("excepts-until"),
        in_force=_read_periods(fields, word.text),
        condition=fields.find_concept("condition", ConductKind),
        exemptible=fields.texts("exemptible"),
        exempted_by=fields.names("exempted-by", ACTORS),
        territory=fields.names("territory", PLACES),
        depends_on=fields.names("depends-on", NORMS),
        amended_by=_read_amendments(fields),
        read_with=tuple(cited.text for cited in read_with),
        reach=fields.find_text("reach"),
        verification=mark,
        sources=tuple(source.key for source in cite_sources(fields, sources, mark)),
        note=fields.find_text("note"),
    )


def _read_periods(norm: Fields, name: str) -> tuple[Period, ...]:
    norm.require_some("in-force")
    rows = (norm.sub(row, f"a period of {name}", _PERIOD) for row in norm.rows("in-force"))
    read = [(fields, read_window(fields, must_begin=True)) for fields in rows if fields is not None]
    check_apart([window for _, window in read], f"the norm {name}", norm.ledger)
    return tuple(
        Period(
            valid_from=window.begins or NO_DAY,
            valid_until=window.ends,
            held_by=fields.names("held-by", ACTORS),
            rejected_by=_rejecting(fields),
            ended_by=_ended_by(fields),
            note=fields.find_text("note"),
        )
        for fields, window in read
    )


def _rejecting(period: Fields) -> tuple[str, ...]:
    """Return who rejects that the norm is in force; a dispute has two sides."""
    held, rejected = period.words("held-by"), period.names("rejected-by", ACTORS)
    if bool(held) != bool(rejected):
        period.ledger.add(
            slug="one-sided-dispute",
            sentence="a disputed period needs both held-by and rejected-by",
            place=period.place_of("held-by" if held else "rejected-by"),
            hint="say who takes the other side, or take the key away and write a note",
        )
    return rejected


def _ended_by(period: Fields) -> str | None:
    """Return the instrument that fixes the end of a window, which then has one."""
    if "ended-by" not in period:
        return None
    if "until" not in period:
        period.ledger.add(
            slug="end-without-a-day",
            sentence="this window names what ends it, and no day on which it is over",
            place=period.place_of("ended-by"),
            hint="write until: with the first day on which it no longer holds",
        )
    return period.ledger.name(period.word("ended-by"), INSTRUMENTS)


def _read_amendments(norm: Fields) -> tuple[Amendment, ...]:
    found: list[Amendment] = []
    for row in norm.rows("amended-by"):
        if isinstance(row, Words):
            found.append(Amendment(norm=norm.ledger.name(row, NORMS)))
            continue
        fields = norm.sub(row, "an amendment", _AMENDMENT)
        if fields is not None:
            later = norm.ledger.name(fields.word("norm"), NORMS)
            found.append(Amendment(norm=later, note=fields.find_text("note")))
    return tuple(found)
