"""Actors, groupings and memberships → quads."""

from __future__ import annotations

from collections import Counter

from kg.iris import actor_iri, membership_iri
from kg.model.actors import Actor, ActorKind, Grouping, Membership
from kg.quads.sources import add_sources
from kg.quads.terms import OPEN_END, RDFS, SKOS, NamedGraph, day, english
from kg.vocab import Ata

_CLASSES = {
    ActorKind.STATE: Ata.State,
    ActorKind.ORGANIZATION: Ata.Organization,
    ActorKind.NON_STATE_GROUP: Ata.NonStateGroup,
    ActorKind.PERSON: Ata.Person,
    ActorKind.VESSEL: Ata.Vessel,
}


def add_actor(graph: NamedGraph, actor: Actor) -> None:
    """Write an actor with what it is called and where it belongs."""
    iri = actor_iri(actor.id)
    graph.add_types(iri, _CLASSES[actor.kind], Ata.Actor)
    graph.add(iri, RDFS + "label", english(actor.name))
    graph.add_words(iri, Ata.officialName, actor.official_name)
    graph.add_words(iri, SKOS + "altLabel", *actor.aliases)
    # What stands for an actor without naming it, as a capital does for a government.
    graph.add_words(iri, SKOS + "hiddenLabel", *actor.metonyms)
    graph.add_words(iri, Ata.code, *actor.codes)
    graph.add_words(iri, Ata.note, actor.note)
    graph.add(iri, Ata.verification, actor.verification.iri)
    add_sources(graph, iri, actor.sources)
    numbers: Counter[str] = Counter()
    for membership in actor.memberships:
        numbers[membership.grouping] += 1
        _add_membership(graph, actor.id, membership, numbers[membership.grouping])


def add_grouping(graph: NamedGraph, grouping: Grouping) -> None:
    iri = actor_iri(grouping.id)
    graph.add_types(iri, Ata.Grouping)
    graph.add(iri, RDFS + "label", english(grouping.name))
    graph.add_words(iri, Ata.note, grouping.note)
    graph.add(iri, Ata.verification, grouping.verification.iri)
    add_sources(graph, iri, grouping.sources)


def _add_membership(graph: NamedGraph, actor: str, membership: Membership, number: int) -> None:
    iri = membership_iri(actor, membership.grouping, number)
    graph.add_types(iri, Ata.Membership)
    graph.add(iri, Ata.member, actor_iri(actor))
    graph.add(iri, Ata.grouping, actor_iri(membership.grouping))
    graph.add(iri, Ata.validFrom, day(membership.valid_from) if membership.valid_from else None)
    graph.add(iri, Ata.validUntil, day(membership.valid_until or OPEN_END))
    graph.add(iri, Ata.verification, membership.verification.iri)
    add_sources(graph, iri, membership.sources)
    graph.add_words(iri, Ata.note, membership.note)
