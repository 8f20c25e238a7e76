"""What each norm is about, who belongs where, and what is narrower: looked up, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import pyoxigraph as ox

from kg.iris import actor_iri, id_of, item_iri, norm_iri, place_iri
from kg.queries.facts import Facts
from kg.queries.names import Names
from kg.queries.norm_ledger.rows import Bond, Named
from kg.queries.norms import OPEN_END, norms_of
from kg.queries.rows import NormRow
from kg.vocab import Ata, ConductKind

BEGINNING = "0001-01-01"
_BROADER = "http://www.w3.org/2004/02/skos/core#broaderTransitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A bond with the window in which it holds: first day, and first day on which it does not."""

    bond: Bond
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NormScope:
    """A norm with what its row leaves out: ids of its places, and where its exception ends."""

    row: NormRow
    places: tuple[str, ...]
    excepts_until: str


class Scopes:
    """The norms of a graph, and what they need to be held against parties, items and places."""

    def __init__(self, store: ox.Store) -> None:
        self.facts = Facts(store)
        self.names = Names(self.facts)
        self.norms = tuple(self._scope(row) for row in norms_of(self.facts, self.names))
        self.groupings = frozenset(id_of(iri) for iri in self.facts.instances(Ata.Grouping))
        self._memberships = self._read_memberships()
        self._territories: defaultdict[str, list[str]] = defaultdict(list)
        for place, states in self.facts.subjects(Ata.territoryOf).items():
            for state in states:
                self._territories[id_of(state)].append(id_of(place))

    def actor(self, actor: str) -> Named:
        return Named(id=actor, name=self.names.actor(actor_iri(actor)))

    def actors(self, actors: Iterable[str]) -> tuple[Named, ...]:
        return tuple(map(self.actor, actors))

    def items(self, items: Iterable[str]) -> tuple[Named, ...]:
        """Return kinds of item, sorted by what they are called."""
        named = (Named(id=each, name=self.names.concept(item_iri(each))) for each in items)
        return tuple(sorted(named, key=lambda each: (each.name, each.id)))

    def places(self, places: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(id=each, name=self.names.place(place_iri(each))) for each in places)

    def cited(self, norms: Iterable[str]) -> tuple[Named, ...]:
        """Return norms as a lawyer cites them."""
        return tuple(Named(id=each, name=self.names.citation(norm_iri(each))) for each in norms)

    def condition(self, word: str | None) -> Named | None:
        return None if word is None else Named(id=word, name=ConductKind(word).label)

    def wider_items(self, item: str) -> frozenset[str]:
        """Return the kinds of item that take ``item`` in, itself included."""
        return frozenset(self.facts.ids(item_iri(item), _BROADER)) or frozenset({item})

    def wider_places(self, place: str) -> frozenset[str]:
        """Return the places that ``place`` lies in, itself included."""
        return frozenset(self.facts.ids(place_iri(place), Ata.within)) or frozenset({place})

    def territory_of(self, actor: str) -> tuple[str, ...]:
        return tuple(sorted(self._territories.get(actor, ())))

    def reaches(self, named: Iterable[str], actor: str) -> list[Reach]:
        """Return how ``actor`` is meant where a norm says ``named``: by name, or as a member."""
        wanted = frozenset(named)
        found = []
        if actor in wanted:
            found.append(Reach(bond=Bond(actor=self.actor(actor)), since=BEGINNING, until=OPEN_END))
        found += [each for grouping, each in self._memberships[actor] if grouping in wanted]
        return found

    def memberships(self) -> list[Reach]:
        """Return all memberships, sorted by member and grouping."""
        return [each for actor in sorted(self._memberships) for _, each in self._memberships[actor]]

    def _scope(self, row: NormRow) -> NormScope:
        ends = self.facts.one(row.iri, Ata.exceptsUntil)
        places = self.facts.ids(row.iri, Ata.territory)
        return NormScope(row=row, places=places, excepts_until=ends or OPEN_END)

    def _read_memberships(self) -> defaultdict[str, list[tuple[str, Reach]]]:
        found: defaultdict[str, list[tuple[str, Reach]]] = defaultdict(list)
        for iri, groupings in sorted(self.facts.subjects(Ata.grouping).items()):
            member, since = self.facts.word(iri, Ata.member), self.facts.one(iri, Ata.validFrom)
            until = self.facts.one(iri, Ata.validUntil)
            if member is None or until is None:
                continue  # who releases a text for whom: no membership in time
            for grouping in map(id_of, groupings):
                bond = Bond(
                    actor=self.actor(member),
                    through=self.actor(grouping),
                    since=since,
                    last=last_day(until),
                    undated=since is None,
                    checked=self.facts.word(iri, Ata.verification),
                )
                reach = Reach(bond=bond, since=since or BEGINNING, until=until)
                found[member].append((grouping, reach))
        return found


def last_day(until: str) -> str | None:
    """Return the day before ``until``, the last on which something holds; None for an open end."""
    if until == OPEN_END:
        return None
    return (date.fromisoformat(until) - timedelta(days=1)).isoformat()
