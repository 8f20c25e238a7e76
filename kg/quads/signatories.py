"""Who signed a document, as each source says it → quads."""

from __future__ import annotations

from kg.iris import actor_iri, document_iri, signatory_list_iri
from kg.model.annotated import AnnotatedText
from kg.quads.terms import DCTERMS, NamedGraph, integer
from kg.vocab import Ata


def add_signatories(graph: NamedGraph, annotated: AnnotatedText) -> None:
    """Write each source's list under an IRI of its own, so that no two are ever merged."""
    text = annotated.text.id
    for number, listed in enumerate(annotated.document.signatory_lists, start=1):
        iri = signatory_list_iri(text, number)
        graph.add(document_iri(text), Ata.signatoryList, iri)
        graph.add_types(iri, Ata.SignatoryList)
        graph.add(iri, DCTERMS + "source", listed.source)
        graph.add(iri, Ata.count, integer(listed.count) if listed.count is not None else None)
        graph.add(iri, Ata.signatory, *map(actor_iri, listed.actors))
        graph.add(iri, Ata.verification, listed.verification.iri)
        graph.add_words(iri, Ata.note, listed.note)
