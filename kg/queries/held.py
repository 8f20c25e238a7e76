"""What is found, read for single points of failure alone: no words, no tests, no near misses.

A picture reads all rows of a graph; these take what the findings lead to, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from kg.iris import FINDINGS_GRAPH, actor_iri, id_of, text_iri
from kg.quads.terms import RDF_TYPE
from kg.queries.actors import actor_rows
from kg.queries.facts import Facts, FactsNow
from kg.queries.findings import KINDS
from kg.queries.names import Names
from kg.queries.narrowing import NEAR_MISS
from kg.queries.origins import Origins, Source, Sources
from kg.queries.single_points import FoundRow, Held, what_is_held
from kg.queries.texts import source_of
from kg.queries.wholes import RoleValues
from kg.vocab import Assumption, Ata


def select_found(store: ox.Store) -> tuple[FoundRow, ...]:
    """Return what the findings of a store come to, as ``what_is_found`` does of a picture.

    Left out is what rests on a claimed purpose alone.
    """
    facts = FactsNow(store)
    held = tuple(_Reader(store, facts).findings())
    texts = tuple(_sources(facts, {row.text for row in held}))
    named = {actor for row in held for actor in row.speakers}
    named |= {actor for text in texts for actor in text.issued_by}
    actors = actor_rows(facts, Names(facts), map(actor_iri, named))
    return what_is_held(held, Origins(Sources(texts=texts, actors=actors)))


class _Reader:
    def __init__(self, store: ox.Store, said: FactsNow) -> None:
        graphs = [FINDINGS_GRAPH]
        self._found = Facts(store, graphs=graphs)
        # Every test of a finding names its norm too, so that reading all would read many times it.
        self._looked_up = FactsNow(store, graphs=graphs)
        self._said = said
        self._roles = RoleValues(said)
        self._transfers: dict[str, _Transfer] = {}

    def findings(self) -> Iterator[Held]:
        found = self._found
        for cls, kind in KINDS.items():
            for iri in found.instances(cls) if kind != NEAR_MISS else ():
                if Assumption.CONDITION_CLAIMED in found.ids(iri, Ata.assumes):
                    continue
                transfer = self._transfer(found.said(iri, Ata.transfer))
                acts = found.all(iri, Ata.basedOn)
                yield Held(
                    id=id_of(iri),
                    kind=kind,
                    norm=id_of(self._looked_up.said(iri, Ata.norm)),
                    agent=found.word(iri, Ata.agent),
                    text=transfer.text,
                    supplier=transfer.supplier,
                    recipient=transfer.recipient,
                    speakers=frozenset(
                        each for act in acts for each in self._said.ids(act, Ata.speaker)
                    ),
                )

    def _transfer(self, iri: str) -> _Transfer:
        if iri not in self._transfers:
            self._transfers[iri] = _Transfer(
                text=self._said.word(iri, Ata.text) or "",
                supplier=_ids(self._roles.all(iri, Ata.supplier)),
                recipient=_ids(self._roles.all(iri, Ata.recipient)),
            )
        return self._transfers[iri]


class _Transfer(NamedTuple):
    text: str
    supplier: tuple[str, ...]
    recipient: tuple[str, ...]


def _sources(facts: Facts, texts: Iterable[str]) -> Iterator[Source]:
    """Yield ``texts``, by their ids, and what they rest on, near and far, each once."""
    waiting = sorted(texts)
    seen: set[str] = set()
    while waiting:
        text = waiting.pop()
        iri = text_iri(text)
        # What a text rests on need not be in this graph.
        if text not in seen and Ata.Text in facts.all(iri, RDF_TYPE):
            seen.add(text)
            source = source_of(facts, iri)
            waiting += [other.text for other in source.rests_on]
            yield source


def _ids(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(id_of, iris)))
