"""Actors, groupings and memberships → quads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from kg.iris import actor_iri, membership_iri, non_membership_iri
from kg.model.actors import Actor, ActorKind, Grouping, Membership, NonMembership
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

R = TypeVar("R", Membership, NonMembership)


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
    for membership, number in _numbered(actor.memberships):
        named = membership_iri(actor.id, membership.grouping, number)
        graph.add_types(named, Ata.Membership)
        graph.add(named, Ata.member, iri)
        _add_record(graph, named, membership)
    for outside, number in _numbered(actor.non_memberships):
        named = non_membership_iri(actor.id, outside.grouping, number)
        graph.add_types(named, Ata.NonMembership)
        graph.add(named, Ata.nonMember, iri)
        _add_record(graph, named, outside)


def add_grouping(graph: NamedGraph, grouping: Grouping) -> None:
    iri = actor_iri(grouping.id)
    graph.add_types(iri, Ata.Grouping)
    graph.add(iri, RDFS + "label", english(grouping.name))
    graph.add_words(iri, Ata.note, grouping.note)
    graph.add(iri, Ata.verification, grouping.verification.iri)
    add_sources(graph, iri, grouping.sources)


def _numbered(records: Iterable[R]) -> Iterator[tuple[R, int]]:
    """Yield each record with its number among those of its grouping, from 1."""
    numbers: Counter[str] = Counter()
    for record in records:
        numbers[record.grouping] += 1
        yield record, numbers[record.grouping]


def _add_record(graph: NamedGraph, iri: str, record: Membership | NonMembership) -> None:
    graph.add(iri, Ata.grouping, actor_iri(record.grouping))
    graph.add(iri, Ata.validFrom, day(record.valid_from) if record.valid_from else None)
    graph.add(iri, Ata.validUntil, day(record.valid_until or OPEN_END))
    graph.add(iri, Ata.verification, record.verification.iri)
    add_sources(graph, iri, record.sources)
    graph.add_words(iri, Ata.note, record.note)
