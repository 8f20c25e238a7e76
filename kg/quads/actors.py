"""Actors, groupings, memberships and whose organs organizations are → quads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from kg.iris import actor_iri, membership_iri, non_membership_iri, organ_link_iri
from kg.model.actors import Actor, ActorKind, Grouping, Membership, NonMembership, OrganLink
from kg.quads.sources import add_sources
from kg.quads.terms import OPEN_END, RDF, RDFS, SKOS, NamedGraph, day, english
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
    links: Counter[str] = Counter()
    for link in actor.organ_of:
        links[link.state] += 1
        _add_organ_link(graph, actor.id, link, links[link.state])


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


def _add_organ_link(graph: NamedGraph, organ: str, link: OrganLink, number: int) -> None:
    """Write the link, and apart from it a statement that carries its mark, its days, its sources.

    It is no membership: a norm that binds a state by name would bind the organ as its member.
    """
    graph.add(actor_iri(organ), Ata.organOf, actor_iri(link.state))
    iri = organ_link_iri(organ, link.state, number)
    graph.add_types(iri, RDF + "Statement")
    graph.add(iri, RDF + "subject", actor_iri(organ))
    graph.add(iri, RDF + "predicate", Ata.organOf)
    graph.add(iri, RDF + "object", actor_iri(link.state))
    graph.add(iri, Ata.validFrom, day(link.valid_from) if link.valid_from else None)
    graph.add(iri, Ata.validUntil, day(link.valid_until or OPEN_END))
    graph.add(iri, Ata.verification, link.verification.iri)
    graph.add_words(iri, Ata.note, link.note)
    add_sources(graph, iri, link.sources)
