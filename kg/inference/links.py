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
        self._prohibitions = subjects(store, Ata.deontic, Deontic.PROHIBITION.iri)
        self._needs = self._objects(Ata.dependsOn)
        self._needed_by = _turned(self._needs)
        self._window_of = _turned(self._objects(Ata.inForce))
        self._member = self._objects(Ata.member)
        self._grouping = self._objects(Ata.grouping)
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
        return texts, _reached(norms, self._needed_by) & self._prohibitions

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
