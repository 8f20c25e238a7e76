"""Which graphs tell all that bears on one proposition, so that no others need be read.

The store is asked by pattern, in the order of what leaves least: for transfers with an end in
common, then for their other ends, then for who denies them. What is taken can be more than
``Scopes`` lets through in the end, and never less.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from kg.inference import surroundings
from kg.iris import FINDINGS_GRAPH, TEXT_GRAPHS
from kg.quads.terms import RDF_TYPE, graph_of
from kg.queries.facts import FactsNow
from kg.store.looking import subjects
from kg.vocab import Ata, Stance

_SUPPLIER, _RECIPIENT, _PARTY = Ata.supplier, Ata.recipient, Ata.party
_ROLES: Final = (_SUPPLIER, _RECIPIENT)
# Where an end of one transfer can be named in another for both to be of one supplier and recipient.
_MEETING: Final = {
    _SUPPLIER: (_SUPPLIER, _PARTY),
    _RECIPIENT: (_RECIPIENT, _PARTY),
    _PARTY: (_SUPPLIER, _RECIPIENT, _PARTY),
}
_NEGATING: Final = frozenset(each.iri for each in Stance if each.is_a(Stance.NEGATES))
_TYPE: Final = ox.NamedNode(RDF_TYPE)
_ANSWERS: Final = ox.NamedNode(Ata.answers)


def graphs_near(store: ox.Store, iri: str) -> frozenset[str]:
    """Return the graphs that tell of a proposition, and of denials of transfers like it.

    With them come the texts that these answer, since a row names what its proposition answers.
    """
    like = {graph for other in _denied_like(store, iri) for graph in _graphs_of(store, other)}
    near = (surroundings(store, iri) | like) - {FINDINGS_GRAPH}
    return near | {
        graph
        for text in near
        if text.startswith(TEXT_GRAPHS)
        for reply in store.quads_for_pattern(None, _ANSWERS, None, ox.NamedNode(text))
        if isinstance(reply.object, ox.NamedNode)
        for graph in _graphs_of(store, reply.object.value)
    }


def _graphs_of(store: ox.Store, iri: str) -> set[str]:
    found = store.quads_for_pattern(ox.NamedNode(iri), _TYPE, None, None)
    return {graph_of(quad) for quad in found} - {FINDINGS_GRAPH}


def _denied_like(store: ox.Store, iri: str) -> Iterator[str]:
    """Yield the transfers that somebody denies and that can have the ends of the transfer ``iri``.

    Nothing comes for what is no transfer.
    """
    facts = FactsNow(store)
    ends = _Ends(facts)
    ours = {role: ends.of(iri, role) for role in _MEETING}
    named = {
        other
        for role, values in ours.items()
        for value in values
        for theirs in _MEETING[role]
        for other in subjects(store, theirs, value)
    }
    for other in sorted(_with_parts(store, named)):
        if ends.can_meet(other, ours) and _is_denied(store, facts, other):
            yield other


def _with_parts(store: ox.Store, transfers: set[str]) -> set[str]:
    """Return ``transfers`` and their parts, which take the ends of a whole."""
    reached: set[str] = set()
    waiting = list(transfers)
    while waiting:
        each = waiting.pop()
        if each not in reached:
            reached.add(each)
            waiting += subjects(store, Ata.partOf, each)
    return reached


def _is_denied(store: ox.Store, facts: FactsNow, transfer: str) -> bool:
    return any(
        not _NEGATING.isdisjoint(facts.all(act, Ata.stance))
        for act in subjects(store, Ata.content, transfer)
    )


class _Ends:
    """Ends of transfers: their own, else those of any whole of which they are a part.

    The rules take those of the nearest whole alone; with more, more can meet.
    """

    def __init__(self, facts: FactsNow) -> None:
        self._facts = facts

    def of(self, iri: str, role: str) -> frozenset[str]:
        own = frozenset(self._facts.all(iri, role))
        if own:
            return own
        return frozenset(
            value for whole in self._wholes(iri) for value in self._facts.all(whole, role)
        )

    def can_meet(self, iri: str, ours: dict[str, frozenset[str]]) -> bool:
        """Tell whether neither the supplier nor the recipient contradicts ``ours``."""
        for role in _ROLES:
            theirs = self.of(iri, role) if ours[role] else frozenset()
            if theirs and theirs.isdisjoint(ours[role]):
                return False
        return True

    def _wholes(self, iri: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self._facts.all(iri, Ata.partOf))
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += self._facts.all(each, Ata.partOf)
        transfers = {each for each in found if Ata.Transfer in self._facts.all(each, RDF_TYPE)}
        return transfers - {iri}
