"""Annotated texts → quads: the text, its document, its parts, its mentions, its provenance."""

from __future__ import annotations

import pyoxigraph as ox

from kg.iris import (
    actor_iri,
    annotation_iri,
    document_iri,
    mention_iri,
    norm_citation_iri,
    norm_iri,
    part_iri,
    text_graph,
    text_iri,
)
from kg.model.annotated import AnnotatedText, Mention, NormCitation, Part, Release
from kg.model.texts import Text
from kg.quads.claims import Claims
from kg.quads.origins import add_resting
from kg.quads.passages import Passages
from kg.quads.signatories import add_signatories
from kg.quads.terms import DCTERMS, OA, PROV, RDF_VALUE, RDFS, NamedGraph, day, days_between, truth
from kg.vocab import Ata


def lift_annotated(annotated: AnnotatedText) -> list[ox.Quad]:
    """Return the named graph of one text: everything said of it and in it, as docs/graph.md tells.

    It depends on ``annotated`` alone.
    """
    text = annotated.text
    graph = NamedGraph(text_graph(text.id))
    passages = Passages(graph, text)
    _add_text(graph, text)
    _add_provenance(graph, annotated)
    _add_document(graph, annotated, passages)
    add_signatories(graph, annotated)
    add_resting(graph, annotated)
    for part in annotated.parts:
        _add_part(graph, text, part, passages)
    for mention in annotated.mentions:
        _add_mention(graph, text, mention, passages)
    for citation in annotated.norm_citations:
        _add_citation(graph, text, citation, passages)
    names = frozenset(citation.name for citation in annotated.norm_citations)
    claims = Claims(graph, text.id, names, passages)
    for claim in annotated.claims:
        claims.add(claim)
    return graph.quads


def _add_text(graph: NamedGraph, text: Text) -> None:
    iri = text_iri(text.id)
    graph.add_types(iri, Ata.Text)
    graph.add(iri, Ata.document, document_iri(text.id))
    graph.add_words(iri, Ata.sha256, text.sha256)
    graph.add_words(iri, RDF_VALUE, text.characters)
    graph.add(iri, Ata.textKind, text.kind.iri)
    graph.add_words(iri, DCTERMS + "language", text.language)
    graph.add(iri, DCTERMS + "source", text.source)
    graph.add(iri, RDFS + "seeAlso", *text.see_also)
    graph.add(iri, PROV + "wasGeneratedBy", annotation_iri(text.id))


def _add_provenance(graph: NamedGraph, annotated: AnnotatedText) -> None:
    text = annotated.text.id
    iri = annotation_iri(text)
    graph.add_types(iri, PROV + "Activity")
    graph.add(iri, PROV + "used", text_iri(text))
    graph.add_words(iri, DCTERMS + "creator", annotated.annotated_by)
    graph.add(iri, DCTERMS + "date", day(annotated.annotated_on))
    graph.add_types(text_graph(text), PROV + "Entity")
    graph.add(text_graph(text), PROV + "wasGeneratedBy", iri)
    graph.add(text_graph(text), PROV + "wasDerivedFrom", text_iri(text))


def _add_document(graph: NamedGraph, annotated: AnnotatedText, passages: Passages) -> None:
    document, iri = annotated.document, document_iri(annotated.text.id)
    graph.add_types(iri, Ata.Document)
    graph.add_words(iri, DCTERMS + "title", document.title)
    graph.add(iri, Ata.kind, document.kind.iri)
    graph.add(iri, DCTERMS + "date", days_between(document.date))
    graph.add(iri, Ata.earliest, day(document.date.earliest) if document.date.earliest else None)
    graph.add(iri, Ata.latest, day(document.date.latest) if document.date.latest else None)
    graph.add(iri, Ata.issuedBy, *map(actor_iri, document.issued_by))
    graph.add(iri, Ata.releasedBy, *(actor_iri(each.actor) for each in document.released_by))
    graph.add(iri, Ata.publishedBy, *map(actor_iri, document.published_by))
    graph.add(iri, Ata.creditedTo, *map(actor_iri, document.credited_to))
    graph.add(iri, Ata.verification, document.verification.iri if document.verification else None)
    for release in document.released_by:
        _add_release(graph, iri, release, passages)


def _add_release(graph: NamedGraph, document: str, release: Release, passages: Passages) -> None:
    if release.office is None and release.of is None:
        if release.quote is not None:
            graph.add(document, Ata.evidence, passages.add_quote(release.quote))
        return
    iri = f"{document}/released-by/{actor_iri(release.actor).rpartition('/')[2]}"
    graph.add_types(iri, Ata.Membership)
    graph.add(iri, Ata.member, actor_iri(release.actor))
    graph.add(iri, Ata.grouping, actor_iri(release.of) if release.of else None)
    graph.add_words(iri, Ata.office, release.office)
    graph.add(iri, Ata.evidence, passages.add_quote(release.quote) if release.quote else None)


def _add_part(graph: NamedGraph, text: Text, part: Part, passages: Passages) -> None:
    iri = part_iri(text.id, part.name)
    graph.add_types(iri, Ata.Part)
    graph.add(iri, Ata.text, text_iri(text.id))
    graph.add(iri, Ata.speaker, *map(actor_iri, part.speaker))
    graph.add(iri, Ata.ignore, truth(part.ignore))
    graph.add(iri, Ata.evidence, passages.add_quote(part.quote))


def _add_mention(graph: NamedGraph, text: Text, mention: Mention, passages: Passages) -> None:
    iri = mention_iri(text.id, mention.span.start, mention.span.end)
    passage, actor = passages.add_span(mention.span), actor_iri(mention.actor)
    graph.add_types(iri, Ata.Mention)
    graph.add(iri, Ata.names, actor)
    graph.add(iri, Ata.text, text_iri(text.id))
    graph.add(iri, Ata.evidence, passage)
    graph.add(iri, OA + "motivatedBy", OA + "identifying")
    graph.add(iri, OA + "hasBody", actor)
    graph.add(iri, OA + "hasTarget", passage)


def _add_citation(
    graph: NamedGraph, text: Text, citation: NormCitation, passages: Passages
) -> None:
    iri = norm_citation_iri(text.id, citation.name)
    graph.add_types(iri, Ata.NormCitation)
    graph.add(iri, Ata.text, text_iri(text.id))
    graph.add_words(iri, RDFS + "label", citation.name)
    graph.add(iri, Ata.citedAs, *(passages.add_quote(quote) for quote in citation.cited_as))
    if citation.reading is not None:
        graph.add(iri, Ata.readAs, *map(norm_iri, citation.reading.norms))
        graph.add_words(iri, Ata.readBy, citation.reading.by)
        graph.add_words(iri, Ata.why, citation.reading.why)
