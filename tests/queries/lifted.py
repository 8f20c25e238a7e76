"""Model values lifted into a store, with what follows from them."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.inference import infer
from kg.model.annotated import AnnotatedText
from kg.model.reference import Reference
from kg.quads import lift_annotated, lift_ontology, lift_reference


def filled(reference: Reference, texts: Iterable[AnnotatedText], *, backwards: bool) -> ox.Store:
    """Return a store with the ontology, the reference data, the texts and what follows."""
    quads = [*lift_ontology(), *lift_reference(reference)]
    for text in texts:
        quads += lift_annotated(text)
    store = ox.Store()
    for quad in reversed(quads) if backwards else quads:
        store.add(quad)
    store.bulk_extend(infer(store))
    return store
