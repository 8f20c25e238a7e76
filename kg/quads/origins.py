"""On which other texts a document rests → quads."""

from __future__ import annotations

from kg.iris import document_iri, resting_iri
from kg.model.annotated import AnnotatedText
from kg.quads.terms import PROV, NamedGraph
from kg.vocab import Ata


def add_resting(graph: NamedGraph, annotated: AnnotatedText) -> None:
    """Write each link between the documents, and apart from it a derivation that has its mark."""
    text = annotated.text.id
    for resting in annotated.document.rests_on:
        document, other = document_iri(text), document_iri(resting.text)
        iri = resting_iri(text, resting.text)
        graph.add(document, PROV + "wasDerivedFrom", other)
        graph.add(document, PROV + "qualifiedDerivation", iri)
        graph.add_types(iri, PROV + "Derivation")
        graph.add(iri, PROV + "entity", other)
        graph.add(iri, Ata.verification, resting.verification.iri)
        graph.add_words(iri, Ata.note, resting.note)
