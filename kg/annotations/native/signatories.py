"""Who signed a document, as each source says it."""

from __future__ import annotations

from kg.annotations.native.fields import Fields
from kg.iris import signatory_list_iri
from kg.marked import did_you_mean
from kg.model.actors import ActorKind
from kg.model.annotated import SignatoryList
from kg.model.texts import Text
from kg.vocab import Verification


def read_signatories(document: Fields, text: Text | None) -> tuple[SignatoryList, ...]:
    """Return the lists of signatories in the order of the file, each as its source gives it.

    Whether ``text`` cites a source is not judged where it could not be read.
    """
    return tuple(
        _list(fields, text, number)
        for number, fields in enumerate(document.forms("signatories"), start=1)
    )


def _list(fields: Fields, text: Text | None, number: int) -> SignatoryList:
    sheet = fields.sheet
    sheet.places[signatory_list_iri(sheet.text_id, number)] = fields.place
    source = next(iter(fields.addresses("source")), "")
    if text is not None:
        _check_cited(fields, source, text)
    count = fields.find_count("count")
    actors = fields.ids("actors", sheet.actor)
    if "count" not in fields and "actors" not in fields:
        sheet.add(
            slug="signatories-missing",
            sentence="the list says neither how many signed nor who",
            place=fields.place,
            hint="give count:, actors: or both, as the source has them",
        )
    _check_count(fields, count, actors)
    return SignatoryList(
        source=source,
        verification=fields.concept("verification", Verification),
        count=count,
        actors=actors,
        note=fields.find_text("note"),
    )


def _check_cited(fields: Fields, source: str, text: Text) -> None:
    cited = [address for address in (text.source, *text.see_also) if address]
    if source and source not in cited:
        near = did_you_mean(source, cited)
        add = "add it under see-also: of the text, where it stands with the other pages"
        fields.sheet.add(
            slug="source-not-cited",
            sentence="the text cites no such source",
            place=fields.value_place("source"),
            hint=f"{near} Or {add}" if near else add,
        )


def _check_count(fields: Fields, count: int | None, actors: tuple[str, ...]) -> None:
    """Refuse a number of states below that of the states named; others stand beside it."""
    known = fields.sheet.reference.actors
    states = sum(id_ in known and known[id_].kind is ActorKind.STATE for id_ in actors)
    if count is not None and count < states:
        fields.sheet.add(
            slug="count-too-small",
            sentence=f"the list counts {count} and names {states} states",
            place=fields.value_place("count"),
            hint="take the number and the names from the source, or leave out what it does not say",
        )
