"""Whose organ a body is recorded as being on the day of a text, and who holds an office under whom.

Nothing is attributed by that: what a body says stays its own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.quads.terms import RDF
from kg.queries.facts import Facts
from kg.vocab import Ata


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganLink:
    """That ``organ`` is recorded as an organ of ``state``; all are IRIs.

    ``since`` and ``until`` are days, empty where none is recorded; until is the first day outside.
    """

    organ: str
    state: str
    since: str
    until: str
    mark: str

    def holds(self, first: str, last: str) -> bool:
        """Tell whether it can be so on a day from ``first`` to ``last``, empty where unknown."""
        begun = not last or self.since <= last
        return begun and (not first or not self.until or first < self.until)


def organ_links(facts: Facts) -> Iterator[OrganLink]:
    """Yield what is recorded of organs, in the order of the records' IRIs."""
    for record in facts.instances(f"{RDF}Statement"):
        yield OrganLink(
            organ=facts.said(record, f"{RDF}subject"),
            state=facts.said(record, f"{RDF}object"),
            since=facts.said(record, Ata.validFrom),
            until=facts.said(record, Ata.validUntil),
            mark=facts.said(record, Ata.verification),
        )


class Organs:
    """Organs and office holders, on the days of texts; texts and actors go by their IRIs."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._links: defaultdict[str, list[OrganLink]] = defaultdict(list)
        for link in organ_links(facts):
            self._links[link.organ].append(link)
        self._offices: defaultdict[str, list[str]] = defaultdict(list)
        for record in facts.subjects(Ata.office):
            for holder in facts.all(record, Ata.member):
                self._offices[holder] += facts.all(record, Ata.grouping)

    def states_of(self, organ: str, text: str) -> tuple[OrganLink, ...]:
        """Return of which states ``organ`` is recorded as an organ when ``text`` came out."""
        if organ not in self._links:
            return ()
        document = self._facts.said(text, Ata.document)
        first = self._facts.said(document, Ata.earliest)
        last = self._facts.said(document, Ata.latest)
        return tuple(link for link in self._links[organ] if link.holds(first, last))

    def is_organ(self, organ: str, state: str, text: str) -> bool:
        return any(link.state == state for link in self.states_of(organ, text))

    def find_tie(self, speaker: str, actor: str, text: str) -> str | None:
        """Return what ``speaker`` is recorded to be to ``actor``, None where there is no record."""
        if self.is_organ(speaker, actor, text):
            return "is recorded as an organ of it"
        offices = self._offices.get(speaker, ())
        if actor in offices:
            return "holds an office under it"
        if any(self.is_organ(office, actor, text) for office in offices):
            return "holds an office under an organ of it"
        return None
