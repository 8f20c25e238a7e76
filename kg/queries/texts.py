"""Texts with their documents, as rows."""

from __future__ import annotations

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import Names
from kg.queries.origins import Source
from kg.queries.rows import RestingRow, SignatoryListRow, TextRow
from kg.vocab import Ata

_DCTERMS = "http://purl.org/dc/terms/"
_PROV = "http://www.w3.org/ns/prov#"
_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"


def texts_of(facts: Facts) -> tuple[TextRow, ...]:
    """Return every text, sorted by the date of its document."""
    states = frozenset(facts.instances(Ata.State))
    rows = [_text(facts, iri, states) for iri in facts.instances(Ata.Text)]
    return tuple(sorted(rows, key=lambda row: (row.date, row.id)))


def source_of(facts: Facts, iri: str) -> Source:
    """Return of one text, by its IRI, what tells where it comes from; none of its words."""
    document = facts.said(iri, Ata.document)
    return Source(
        id=id_of(iri),
        date=date_of(facts, document),
        issued_by=facts.ids(document, Ata.issuedBy),
        rests_on=_grounds(facts, document),
    )


def date_of(facts: Facts, document: str) -> str:
    """Return when a document is dated: a day, month, year, or two days with a slash."""
    said = facts.one(document, _DCTERMS + "date")
    if said:
        return said
    first, last = facts.one(document, Ata.earliest), facts.one(document, Ata.latest)
    return "/".join(day or ".." for day in (first, last)) if first or last else ""


def _text(facts: Facts, iri: str, states: frozenset[str]) -> TextRow:
    document = facts.said(iri, Ata.document)
    return TextRow(
        id=id_of(iri),
        iri=iri,
        kind=facts.word(iri, Ata.textKind) or "verbatim",
        title=facts.said(document, _DCTERMS + "title"),
        document_kind=facts.word(document, Ata.kind) or "",
        date=date_of(facts, document),
        issued_by=facts.ids(document, Ata.issuedBy),
        released_by=facts.ids(document, Ata.releasedBy),
        published_by=facts.ids(document, Ata.publishedBy),
        source=facts.one(iri, _DCTERMS + "source"),
        language=facts.said(iri, _DCTERMS + "language"),
        sha256=facts.said(iri, Ata.sha256),
        characters=facts.said(iri, _VALUE),
        signatory_lists=tuple(
            _signatories(facts, each, states) for each in facts.all(document, Ata.signatoryList)
        ),
        rests_on=_grounds(facts, document),
    )


def _grounds(facts: Facts, document: str) -> tuple[RestingRow, ...]:
    records = facts.all(document, _PROV + "qualifiedDerivation")
    return tuple(_resting(facts, each) for each in records)


def _resting(facts: Facts, iri: str) -> RestingRow:
    other = facts.said(iri, _PROV + "entity")
    return RestingRow(
        text=id_of(other.removesuffix("/document")),
        verification=facts.word(iri, Ata.verification) or "",
        note=facts.said(iri, Ata.note),
    )


def _signatories(facts: Facts, iri: str, states: frozenset[str]) -> SignatoryListRow:
    signed, name = facts.all(iri, Ata.signatory), Names(facts).actor
    count = facts.one(iri, Ata.count)
    return SignatoryListRow(
        source=facts.said(iri, _DCTERMS + "source"),
        count=int(count) if count else None,
        actors=tuple(id_of(actor) for actor in signed),
        states=tuple(sorted(name(actor) for actor in signed if actor in states)),
        others=tuple(sorted(name(actor) for actor in signed if actor not in states)),
        verification=facts.word(iri, Ata.verification) or "",
        note=facts.one(iri, Ata.note),
    )
