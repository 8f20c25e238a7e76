"""From which day each part of a graph counts: texts, norms, windows, memberships and their ends.

docs/decisions/0005-what-was-known-on-a-day.md tells why these days and no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.iris import id_of, text_graph
from kg.quads import terms
from kg.quads.terms import DCTERMS, PROV, RDF
from kg.store.looking import instances, objects, pairs
from kg.vocab import Ata

NEVER = "~"
"""Sorts after every day: what has no day of its own is not known to have been there on any."""

OPEN_END = terms.OPEN_END.isoformat()

_DATE = DCTERMS + "date"
_ENTITY = PROV + "entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Each part with the first day, as ISO 8601, from which it counts; ``NEVER`` where none does.

    ``texts`` leads from graphs of texts. ``nodes`` holds the IRIs of propositions, instruments,
    provisions, recorded votes, norms, windows, memberships and records of whose organ a body is.
    ``organs`` leads from an organ and its state to the day of the first such record. ``ends`` leads
    from windows, memberships and these records to the day from which their end is known,
    ``exceptions`` from norms to the day on which their exception is over. What is not held here
    counts always.
    """

    texts: dict[str, str]
    nodes: dict[str, str]
    organs: dict[tuple[str, str], str]
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
        self._adopted = self._adoptions()
        self._nodes: defaultdict[str, str] = defaultdict(str)

    def read(self) -> Calendar:
        texts = {
            text_graph(id_of(text)): self._value(document, Ata.latest) or NEVER
            for text, document in pairs(self._store, Ata.document)
        }
        for graph, day in texts.items():
            # What others answer in a text, they answer from its day on.
            self._note(instances(self._store, Ata.Proposition, graph), day)
        resting: defaultdict[str, list[str]] = defaultdict(list)
        for link, document in pairs(self._store, _ENTITY):
            resting[document].append(link)
        for text, document in pairs(self._store, Ata.document):
            # What rests on it is recorded as resting on it from its day on.
            self._note([document, *resting[document]], texts[text_graph(id_of(text))])
        self._read_norms()
        self._read_windows()
        for membership in [
            *instances(self._store, Ata.Membership),
            *instances(self._store, Ata.NonMembership),
        ]:
            self._note([membership], self._value(membership, Ata.validFrom) or "")
        organs = self._read_organs()
        return Calendar(
            texts=texts,
            nodes={node: day for node, day in self._nodes.items() if day},
            organs=organs,
            ends=dict(self._ends()),
            exceptions=dict(pairs(self._store, Ata.exceptsUntil)),
        )

    def _note(self, nodes: Iterable[str], day: str) -> None:
        for node in nodes:
            self._nodes[node] = max(self._nodes[node], day)

    def _adoptions(self) -> dict[str, str]:
        return {
            instrument: self._value(instrument, _DATE) or NEVER
            for instrument in instances(self._store, Ata.Instrument)
        }

    def _read_norms(self) -> None:
        """Count an instrument from its adoption, with its paragraphs, norms and recorded votes."""
        for instrument, day in self._adopted.items():
            self._note([instrument], day)
        for provision, instrument in pairs(self._store, Ata.instrument):
            self._note([provision], self._adopted.get(instrument, ""))
        for norm, provision in pairs(self._store, Ata.statedIn):
            self._note([norm], self._nodes[provision])
        self._read_dependence()
        for vote, instrument in pairs(self._store, Ata.on):
            # Votes as recorded; what a text says of a vote counts with the text alone.
            if instrument in self._adopted and vote.startswith(f"{instrument}/"):
                self._note([vote], self._adopted[instrument])

    def _read_dependence(self) -> None:
        """Count a norm that depends on others from the day from which one of them counts.

        Before, nothing would be left on which it depends, and it would seem to stand by itself.
        """
        needs: defaultdict[str, list[str]] = defaultdict(list)
        for norm, other in pairs(self._store, Ata.dependsOn):
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
        for norm, window in pairs(self._store, Ata.inForce):
            windows[norm].append((self._value(window, Ata.validFrom) or "", window))
        for norm, each in windows.items():
            self._note((window for _, window in each), self._nodes[norm])
            for begins, window in sorted(each)[1:]:
                self._note([window], begins)

    def _read_organs(self) -> dict[tuple[str, str], str]:
        """Count a record from its first day, and the link itself from that of the first record."""
        links: dict[tuple[str, str], str] = {}
        for record in instances(self._store, RDF + "Statement"):
            begins = self._value(record, Ata.validFrom) or ""
            self._note([record], begins)
            organ, state = (self._value(record, RDF + end) or "" for end in ("subject", "object"))
            links[organ, state] = min(links.get((organ, state), begins), begins)
        return links

    def _ends(self) -> Iterator[tuple[str, str]]:
        """Yield each end with its own day, or with that of the instrument that fixed it before."""
        for window, until in pairs(self._store, Ata.validUntil):
            if until != OPEN_END:
                by = self._value(window, Ata.endedBy)
                yield window, min(until, self._adopted.get(by or "", NEVER))

    def _value(self, subject: str, predicate: str) -> str | None:
        return min(objects(self._store, subject, predicate), default=None)
