"""What a finding can depend on: the texts that answer its own, its norm, norms and members near.

The one link from text to text that a rule follows is ``ata:answers``, the one from norm to norm
``ata:dependsOn``. A rule that follows another needs another look at this page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from kg.iris import text_graph
from kg.quads.terms import graph_of, word_of
from kg.store.looking import instances, pairs, subjects
from kg.vocab import Ata, Deontic

_Sets = Mapping[str, set[str]]


class Cell(NamedTuple):
    """Where a finding belongs: the graph of the text that claims the transfer, and the norm."""

    text: str
    norm: str


class Links:
    """The links of a store; they are read once, from all of it, and hold for every part of it."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._text_of = {
            claim: text_graph(text.rpartition("/")[2])
            for claim, texts in self._objects(Ata.text).items()
            for text in texts
        }
        self._answering: defaultdict[str, set[str]] = defaultdict(set)
        self._answered: defaultdict[str, set[str]] = defaultdict(set)
        for claim, others in self._objects(Ata.answers).items():
            for other in others & self._text_of.keys():
                theirs, own = self._text_of[claim], self._text_of[other]
                self._answering[own].add(theirs)
                self._answered[theirs].add(own)
        self._transfers = {self._text_of.get(each, "") for each in instances(store, Ata.Transfer)}
        self._norms = instances(store, Ata.Norm)
        self.prohibitions = subjects(store, Ata.deontic, Deontic.PROHIBITION.iri)
        self._needs = self._objects(Ata.dependsOn)
        self._needed_by = _turned(self._needs)
        self._window_of = _turned(self._objects(Ata.inForce))
        self._member = self._objects(Ata.member)
        self._outside = self._objects(Ata.nonMember)
        self._grouping = self._objects(Ata.grouping)
        self._territory = self._objects(Ata.territory)
        self._whose = self._objects(Ata.territoryOf)
        self._around: defaultdict[str, set[str]] = defaultdict(set)
        for place, wider in self._objects(Ata.within).items():
            for each in wider:
                self._around[place].add(each)
                self._around[each].add(place)
        self._members = self._all_members()
        self._addressees = self._objects(Ata.addressee)
        self._counterparties = self._objects(Ata.counterparty)
        self._ends: defaultdict[str, set[str]] = defaultdict(set)
        for role in (Ata.supplier, Ata.recipient, Ata.via, Ata.party, Ata.destination):
            for transfer, actors in self._objects(role).items():
                self._ends[self._text_of.get(transfer, "")] |= actors
        self._named_by: defaultdict[str, set[str]] = defaultdict(set)
        for named in (Ata.addressee, Ata.counterparty):
            for norm, actors in self._objects(named).items():
                for actor in actors:
                    self._named_by[actor].add(norm)

    def touched(self, changed: Iterable[ox.Quad]) -> tuple[set[str], set[str]]:
        """Return the texts and the prohibitions on which findings may change with these quads."""
        texts: set[str] = set()
        norms: set[str] = set()
        ours = set(self._text_of.values())
        for graph, subject in {(graph_of(quad), word_of(quad.subject)) for quad in changed}:
            if graph in ours:
                texts |= {graph} | self._answered[graph]
            else:
                norms |= self._norms_at(subject)
        return texts, _reached(norms, self._needed_by) & self.prohibitions

    def reached_from(self, node: str) -> tuple[set[str], set[str], frozenset[str]]:
        """Return what changes with ``node`` of the reference data, and with whom it has to do.

        That is the norms that it is part of, those on which findings may change with it, and the
        actors and places of which one is in every transfer of which anything is found by it.
        """
        own = self._norms_at(node)
        if node in self._grouping:
            theirs = {*self._member.get(node, ()), *self._outside.get(node, ())}
            return set(), _reached(own, self._needed_by), frozenset(theirs)
        near = frozenset(actor for norm in own for actor in self._near(norm))
        return own, _reached(own, self._needed_by), near

    def _near(self, norm: str) -> set[str]:
        """Return actors and places, one of which is in every transfer to which ``norm`` is near."""
        bound = self._addressees.get(norm, set())
        if named := self._counterparties.get(norm):
            return named.union(*(self._members.get(grouping, ()) for grouping in named))
        if territory := self._territory.get(norm):
            # Whoever is bound as a member is bound for what goes there alone (rule 50).
            places = territory.union(*(self._around.get(each, ()) for each in territory))
            return bound | places.union(*(self._whose.get(place, ()) for place in places))
        return bound.union(*(self._members.get(grouping, ()) for grouping in bound))

    def ends_in(self, text: str) -> set[str]:
        """Return the actors and places that stand in a role of a transfer in ``text``."""
        return self._ends[text]

    def text_of(self, transfer: str) -> str:
        """Return the graph of the text that describes ``transfer``."""
        return self._text_of[transfer]

    def answered_by(self, text: str) -> frozenset[str]:
        """Return the texts that ``text`` answers."""
        return frozenset(self._answered[text])

    def with_answers(self, texts: Collection[str]) -> set[str]:
        """Return ``texts`` and all that answer them."""
        return set(texts).union(*(self._answering[text] for text in texts))

    def with_transfers(self, texts: Collection[str]) -> set[str]:
        """Return those of ``texts`` that speak of a transfer; the others give no finding."""
        return self._transfers & set(texts)

    def not_needed(self, facts: Iterable[ox.Quad], norms: Collection[str] | None) -> set[str]:
        """Return nodes of the reference data that ``norms`` (all, if None) cannot need.

        ``facts`` are those of the texts: a membership of somebody whom none of them names says
        nothing of them.
        """
        named = {word_of(quad.object) for quad in facts}
        unread = {each for each, members in self._member.items() if members.isdisjoint(named)}
        if norms is not None:
            unread |= self._norms - _reached(norms, self._needs)
        return unread

    def cell_of(self, finding: str, quads: Iterable[ox.Quad]) -> Cell:
        """Return where ``finding`` belongs, of which ``quads`` tell."""
        said = {
            quad.predicate.value: word_of(quad.object)
            for quad in quads
            if word_of(quad.subject) == finding
        }
        return Cell(text=self._text_of[said[Ata.transfer]], norm=said[Ata.norm])

    def _norms_at(self, node: str) -> set[str]:
        """Return the norms that a node of the reference data is about."""
        if node in self._norms:
            return {node}
        groupings = self._grouping.get(node, set())
        return self._window_of.get(node, set()).union(
            *(self._named_by[grouping] for grouping in groupings)
        )

    def _all_members(self) -> dict[str, set[str]]:
        """Return of each grouping all who are recorded as its members, or as none, at any time."""
        recorded = [*self._member.items(), *self._outside.items()]
        members: defaultdict[str, set[str]] = defaultdict(set)
        for record, actors in recorded:
            for grouping in self._grouping.get(record, ()):
                members[grouping] |= actors
        return dict(members)

    def _objects(self, predicate: str) -> dict[str, set[str]]:
        gathered: dict[str, set[str]] = {}
        for subject, value in pairs(self._store, predicate):
            gathered.setdefault(subject, set()).add(value)
        return gathered


def _turned(links: _Sets) -> _Sets:
    turned: defaultdict[str, set[str]] = defaultdict(set)
    for one, others in links.items():
        for other in others:
            turned[other].add(one)
    return dict(turned)


def _reached(start: Iterable[str], links: _Sets) -> set[str]:
    """Return ``start`` and all to which ``links`` lead from it, near and far."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        each = waiting.pop()
        if each not in reached:
            reached.add(each)
            waiting += links.get(each, ())
    return reached
