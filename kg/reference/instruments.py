"""Files under ``instruments/``: one norm-giving text each, with votes, norms, what is left out."""

from __future__ import annotations

from collections.abc import Mapping

from kg.marked import Table, Words
from kg.model.norms import Instrument, RecordedVotes
from kg.model.sources import Source
from kg.reference.fields import NO_DAY, Fields
from kg.reference.ledger import ACTORS, Kind, Ledger
from kg.reference.norms import read_left_out, read_norms
from kg.reference.sources import check_cites, read_sources
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
        "voted-on",
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
    mark = fields.verification()
    check_cites(fields, mark, sources)
    instrument = Instrument(
        id=word.text,
        kind=fields.concept("kind", InstrumentKind),
        symbol=fields.text("symbol"),
        title=fields.text("title"),
        adopted=None if "voted-on" in fields else fields.day("adopted"),
        adopted_by=next(iter(fields.names("adopted-by", ACTORS)), None),
        voted_on=fields.find_day("voted-on"),
        url=fields.find_web_address("url"),
        votes=_read_votes(fields, sources),
        verification=mark,
        norms=read_norms(fields, sources),
        left_out=read_left_out(fields),
        sources=tuple(sources.values()),
        note=fields.find_text("note"),
    )
    _check_adopted_first(instrument, fields)
    _check_draft(instrument, fields)
    return instrument


def _read_votes(instrument: Fields, sources: Mapping[str, Source]) -> RecordedVotes | None:
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
    mark = fields.verification()
    check_cites(fields, mark, sources)
    return RecordedVotes(
        votes=tuple(votes),
        verification=mark,
        note=fields.find_text("note"),
    )


def _check_draft(instrument: Instrument, fields: Fields) -> None:
    """Record a problem where a draft that failed lays down a norm or was adopted, or is none."""
    is_draft = instrument.kind is InstrumentKind.SECURITY_COUNCIL_DRAFT
    if is_draft != (instrument.voted_on is not None):
        sentence = f"{instrument.symbol} is {'a' if is_draft else 'no'} draft that was not adopted"
        hint = "such a draft has voted-on: in the place of adopted:, and everything else adopted:"
        place = fields.place_of("kind")
        fields.ledger.add(slug="draft-not-adopted", sentence=sentence, place=place, hint=hint)
    elif is_draft and (instrument.norms or "adopted" in fields):
        sentence = f"{instrument.symbol} was not adopted, and lays down no norm"
        place = fields.place_of("norms" if instrument.norms else "adopted")
        fields.ledger.add(slug="draft-not-adopted", sentence=sentence, place=place)


def _check_adopted_first(instrument: Instrument, fields: Fields) -> None:
    if instrument.adopted is None:
        return
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
