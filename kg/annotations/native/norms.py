"""Norms as a text cites them and, kept apart, what an annotator takes them to be."""

from __future__ import annotations

from kg.annotations.native.fields import NOWHERE, Fields
from kg.iris import norm_citation_iri
from kg.marked import Words
from kg.model.annotated import NormCitation, NormReading
from kg.model.texts import Quote


def read_citations(top: Fields) -> tuple[NormCitation, ...]:
    """Return the citations in the order of the file; the sheet then knows their names."""
    named = top.named_forms("norms")
    top.sheet.citations = frozenset(name.text for name, _ in named)
    return tuple(_citation(name, fields) for name, fields in named)


def _citation(name: Words, fields: Fields) -> NormCitation:
    sheet = fields.sheet
    sheet.places[norm_citation_iri(sheet.text_id, name.text)] = name.place
    return NormCitation(
        name=name.text,
        cited_as=tuple(_quote(cited) for cited in fields.forms("cited-as")),
        reading=_reading(fields),
    )


def _quote(fields: Fields) -> Quote:
    quote = fields.find_quote()
    fields.sheet.hear(quote, fields.value_place("quote"))
    return quote or NOWHERE


def _reading(fields: Fields) -> NormReading | None:
    reading = fields.find_form("reading")
    if reading is None:
        return None
    return NormReading(
        norms=reading.ids("norms", reading.sheet.norm),
        by=reading.text("by"),
        why=reading.text("why"),
    )
