"""Places → quads, with the closure of what each is within."""

from __future__ import annotations

from collections.abc import Mapping

from kg.iris import actor_iri, place_iri
from kg.model.places import NamedPlace
from kg.quads.sources import add_sources
from kg.quads.terms import RDFS, SKOS, NamedGraph, english
from kg.reference.circles import closure
from kg.vocab import Ata


def add_places(graph: NamedGraph, places: Mapping[str, NamedPlace]) -> None:
    """Write each place with every place that it is within, itself included."""
    within = {place.id: place.within for place in places.values()}
    for place in places.values():
        iri = place_iri(place.id)
        graph.add_types(iri, Ata.Place)
        graph.add(iri, RDFS + "label", english(place.name))
        graph.add_words(iri, SKOS + "altLabel", *place.aliases)
        graph.add_words(iri, Ata.note, place.note)
        graph.add(iri, Ata.verification, place.verification.iri)
        if place.territory_of is not None:
            graph.add(iri, Ata.territoryOf, actor_iri(place.territory_of))
        add_sources(graph, iri, place.sources)
        for wider in sorted(closure(within, place.id)):
            graph.add(iri, Ata.within, place_iri(wider))
