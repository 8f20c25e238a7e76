"""Files under ``instruments/``: one norm-giving text each, with votes, norms, what is left out."""

from __future__ import annotations

from kg.marked import Table, Words
from kg.model.norms import Instrument, RecordedVotes
from kg.reference.fields import NO_DAY, Fields
from kg.reference.ledger import ACTORS, Kind, Ledger
from kg.reference.norms import read_left_out, read_norms
from kg.reference.sources import read_sources
from kg.vocab import InstrumentKind, Vote

FORMAT = "kg-instrument/1"
KEYS = frozenset(
    {
        "format",
        "id",
        "kind",
        "symbol",
        "title",
        "adopted",
        "adopted-by",
        "url",
        "votes",
        "verification",
        "sources",
        "note",
        "norms",
        "left-out",
    }
)
_VOTES = frozenset({*(vote.value for vote in Vote), "verification", "note"})


def read_instrument(table: Table, ledger: Ledger) -> Instrument | None:
    """Read one file; None where its id is none or taken, which the ledger then says."""
    fields = Fields(table, ledger, "an instrument", KEYS)
    fields.check_format(FORMAT)
    word = fields.word("id")
    if not word.text or not ledger.define(Kind.INSTRUMENT, word):
        return None
    sources = read_sources(fields)
    instrument = Instrument(
        id=word.text,
        kind=fields.concept("kind", InstrumentKind),
        symbol=fields.text("symbol"),
        title=fields.text("title"),
        adopted=fields.day("adopted"),
        adopted_by=ledger.name(fields.word("adopted-by"), ACTORS),
        url=fields.find_web_address("url"),
        votes=_read_votes(fields),
        verification=fields.verification(),
        norms=read_norms(fields, sources),
        left_out=read_left_out(fields),
        sources=tuple(sources.values()),
        note=fields.find_text("note"),
    )
    _check_adopted_first(instrument, fields)
    return instrument


def _read_votes(instrument: Fields) -> RecordedVotes | None:
    table = instrument.find_table("votes")
    if table is None:
        return None
    fields = Fields(table, instrument.ledger, "the record of votes", _VOTES)
    votes: list[tuple[str, Vote]] = []
    seen: dict[str, Words] = {}
    for vote in Vote:
        for word in fields.words(vote.value):
            if word.text in seen:
                instrument.ledger.add(
                    slug="duplicate-vote",
                    sentence=f"{word.text} is recorded with two votes",
                    place=word.place,
                    hint=f"the other one stands on line {seen[word.text].place.line}",
                )
                continue
            seen[word.text] = word
            votes.append((instrument.ledger.name(word, ACTORS), vote))
    return RecordedVotes(
        votes=tuple(votes),
        verification=fields.verification(),
        note=fields.find_text("note"),
    )


def _check_adopted_first(instrument: Instrument, fields: Fields) -> None:
    for norm in instrument.norms:
        begins = min((period.valid_from for period in norm.in_force), default=NO_DAY)
        if NO_DAY < begins < instrument.adopted:
            fields.ledger.add(
                slug="in-force-before-adopted",
                sentence=(
                    f"{norm.id} is in force from {begins}, before {instrument.symbol} "
                    f"was adopted on {instrument.adopted}"
                ),
                place=fields.ledger.key_places[norm.id, "in-force"],
            )
