"""From which day each part of a graph counts: texts, norms, windows, memberships and their ends.

docs/decisions/0005-what-was-known-on-a-day.md tells why these days and no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.iris import id_of, text_graph
from kg.vocab import Ata

NEVER = "~"
"""Sorts after every day: what has no day of its own is not known to have been there on any."""

OPEN_END = "9999-12-31"

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATE = "http://purl.org/dc/terms/date"
_ENTITY = "http://www.w3.org/ns/prov#entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Each part with the first day, as ISO 8601, from which it counts; ``NEVER`` where none does.

    ``texts`` leads from graphs of texts. ``nodes`` holds the IRIs of propositions, instruments,
    provisions, recorded votes, norms, windows and memberships. ``ends`` leads from windows and
    memberships to the day from which their end is known, ``exceptions`` from norms to the day on
    which their exception is over. What is not held here counts always.
    """

    texts: dict[str, str]
    nodes: dict[str, str]
    ends: dict[str, str]
    exceptions: dict[str, str]

    def days(self) -> list[str]:
        """Return every day from which something counts, in order."""
        parts = (self.texts, self.nodes, self.ends, self.exceptions)
        return sorted({day for part in parts for day in part.values()} - {NEVER, ""})


def read_calendar(store: ox.Store) -> Calendar:
    """Read from which days the parts of ``store`` count."""
    return _Reader(store).read()


class _Reader:
    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._adopted = self._instruments()
        self._nodes: defaultdict[str, str] = defaultdict(str)

    def read(self) -> Calendar:
        texts = {
            text_graph(id_of(text)): self._value(document, Ata.latest) or NEVER
            for text, document in self._pairs(Ata.document)
        }
        for graph, day in texts.items():
            # What others answer in a text, they answer from its day on.
            self._note(self._instances(Ata.Proposition, ox.NamedNode(graph)), day)
        resting: defaultdict[str, list[str]] = defaultdict(list)
        for link, document in self._pairs(_ENTITY):
            resting[document].append(link)
        for text, document in self._pairs(Ata.document):
            # What rests on it is recorded as resting on it from its day on.
            self._note([document, *resting[document]], texts[text_graph(id_of(text))])
        self._read_norms()
        self._read_windows()
        for membership in self._instances(Ata.Membership) + self._instances(Ata.NonMembership):
            self._note([membership], self._value(membership, Ata.validFrom) or "")
        return Calendar(
            texts=texts,
            nodes={node: day for node, day in self._nodes.items() if day},
            ends=dict(self._ends()),
            exceptions=dict(self._pairs(Ata.exceptsUntil)),
        )

    def _note(self, nodes: Iterable[str], day: str) -> None:
        for node in nodes:
            self._nodes[node] = max(self._nodes[node], day)

    def _instruments(self) -> dict[str, str]:
        return {
            instrument: self._value(instrument, _DATE) or NEVER
            for instrument in self._instances(Ata.Instrument)
        }

    def _read_norms(self) -> None:
        """Count an instrument from its adoption, with its paragraphs, norms and recorded votes."""
        for instrument, day in self._adopted.items():
            self._note([instrument], day)
        for provision, instrument in self._pairs(Ata.instrument):
            self._note([provision], self._adopted.get(instrument, ""))
        for norm, provision in self._pairs(Ata.statedIn):
            self._note([norm], self._nodes[provision])
        self._read_dependence()
        for vote, instrument in self._pairs(Ata.on):
            # Votes as recorded; what a text says of a vote counts with the text alone.
            if instrument in self._adopted and vote.startswith(f"{instrument}/"):
                self._note([vote], self._adopted[instrument])

    def _read_dependence(self) -> None:
        """Count a norm that depends on others from the day from which one of them counts.

        Before, nothing would be left on which it depends, and it would seem to stand by itself.
        """
        needs: defaultdict[str, list[str]] = defaultdict(list)
        for norm, other in self._pairs(Ata.dependsOn):
            needs[norm].append(other)
        moved = True
        while moved:
            before = dict(self._nodes)
            for norm, others in needs.items():
                self._note([norm], min(self._nodes[other] for other in others))
            moved = before != self._nodes

    def _read_windows(self) -> None:
        """Count a first window from the adoption that fixes it, each later one from its own day."""
        windows: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for norm, window in self._pairs(Ata.inForce):
            windows[norm].append((self._value(window, Ata.validFrom) or "", window))
        for norm, each in windows.items():
            self._note((window for _, window in each), self._nodes[norm])
            for begins, window in sorted(each)[1:]:
                self._note([window], begins)

    def _ends(self) -> Iterator[tuple[str, str]]:
        """Yield each end with its own day, or with that of the instrument that fixed it before."""
        for window, until in self._pairs(Ata.validUntil):
            if until != OPEN_END:
                by = self._value(window, Ata.endedBy)
                yield window, min(until, self._adopted.get(by or "", NEVER))

    def _pairs(self, predicate: str) -> list[tuple[str, str]]:
        found = self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, None)
        return [(word_of(quad.subject), word_of(quad.object)) for quad in found]

    def _instances(self, kind: str, graph: ox.NamedNode | None = None) -> list[str]:
        found = self._store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind), graph)
        return [word_of(quad.subject) for quad in found]

    def _value(self, subject: str, predicate: str) -> str | None:
        node = ox.NamedNode(subject)
        found = self._store.quads_for_pattern(node, ox.NamedNode(predicate), None, None)
        quad = next(found, None)
        return None if quad is None else word_of(quad.object)


def word_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """Return the IRI of a node, or the characters of a literal."""
    return str(term) if isinstance(term, ox.Triple) else term.value


def graph_of(quad: ox.Quad) -> str:
    """Return the name of the graph in which a quad stands; nothing for the default graph."""
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
