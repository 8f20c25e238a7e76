"""What speech acts bring to findings on a transfer, and with which of it the rules run apart.

All acts that bring the same are worth the same: docs/decisions/0011-whose-word-suffices.md tells
why there is nothing else on which a finding can depend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.inference.notes import Notes
from kg.quads.terms import RDF_TYPE, graph_of, word_of
from kg.store.looking import objects, subjects
from kg.vocab import Ata

Brought = tuple[str, ...]
_TYPE = ox.NamedNode(RDF_TYPE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of what is brought to a transfer, and the acts that bring what is not in it."""

    transfer: str
    brought: frozenset[Brought]
    dropped: frozenset[str]


class Bringing:
    """What is brought to each transfer, by which acts, as far as a finding can depend on it."""

    def __init__(self, store: ox.Store, notes: Notes) -> None:
        self._store = store
        acts = store.quads_for_pattern(None, _TYPE, ox.NamedNode(Ata.SpeechAct), None)
        self._text_of = {word_of(quad.subject): graph_of(quad) for quad in acts}
        transfers = {*notes.subjects("actual"), *notes.subjects("possible")}
        self.acts: Mapping[str, Mapping[Brought, frozenset[str]]] = {
            iri: _gathered(brought_to(store, notes, iri)) for iri in sorted(transfers)
        }

    def parts(self) -> Iterator[Part]:
        """Yield what some who speak may bring to a transfer, where it is not all of it."""
        for transfer in self.acts:
            yield from self._parts_of(transfer)

    def are_too_many(self, most: int) -> bool:
        """Tell whether there are more than so many parts."""
        return sum(1 for _, _ in zip(range(most + 1), self.parts(), strict=False)) > most

    def _parts_of(self, transfer: str) -> Iterator[Part]:
        brought = self.acts[transfer]
        each: defaultdict[tuple[str, str], set[Brought]] = defaultdict(set)
        for kind, acts in brought.items():
            for act in acts:
                for speaker in objects(self._store, act, Ata.speaker):
                    each[speaker, self._text_of[act]].add(kind)
        reached: set[frozenset[Brought]] = {frozenset()}
        for by_one in sorted(set(map(frozenset, each.values())), key=sorted):
            reached |= {other | by_one for other in reached}
        for part in sorted(reached - {frozenset(brought)}, key=sorted):
            if ("actual",) in part or ("possible",) in part:
                dropped = {act for kind in brought.keys() - part for act in brought[kind]}
                yield Part(transfer=transfer, brought=part, dropped=frozenset(dropped))


def brought_to(store: ox.Store, notes: Notes, iri: str) -> Iterator[tuple[Brought, str]]:
    """Yield each speech act on which it can depend what is found of a transfer, and what it brings.

    They are those that take the transfer as actual or as possible, on a reading of their words or
    plainly; those that speak of a purpose of it; and those on an exemption from a norm for it, of
    which each counts by itself.
    """
    for how in ("actual", "possible"):
        for act in notes.all(iri, how):
            yield (how,), act
            if not objects(store, act, Ata.reading):
                yield (how, "plainly"), act
    for purpose in notes.all(iri, "purpose"):
        for act in notes.all(purpose, "saidBy"):
            yield ("purpose", purpose), act
    for of in {iri, *notes.all(iri, "within")}:
        for exemption in subjects(store, Ata.transfer, of):
            for act in subjects(store, Ata.content, exemption):
                yield ("exemption", act), act


def _gathered(brought: Iterator[tuple[Brought, str]]) -> dict[Brought, frozenset[str]]:
    acts: defaultdict[Brought, set[str]] = defaultdict(set)
    for kind, act in brought:
        acts[kind].add(act)
    return {kind: frozenset(acts[kind]) for kind in sorted(acts)}
