"""Denials that can be about the like of a claim, found by their ends: few are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from kg.inference.notes import Notes
from kg.queries.facts import Facts
from kg.vocab import Ata

_End = str | None


class NearbyDenials:
    """Claims that are denied, by what they answer and by who is named in them.

    What is found is more than what is alike, never less: kg.queries.scopes decides.
    """

    def __init__(self, denied: Iterable[str], facts: Facts, notes: Notes) -> None:
        self._notes = notes
        self._linked: defaultdict[str, set[str]] = defaultdict(set)
        self._pairs: defaultdict[tuple[_End, _End], set[str]] = defaultdict(set)
        self._by_end: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._with_parties: defaultdict[str, set[str]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for claim in denied:
            answered = frozenset(facts.all(claim, Ata.answers))
            wholes = (notes.all(each, "within") for each in (claim, *answered))
            for other in answered.union(*wholes):
                self._linked[other].add(claim)
            self._add(claim)

    def _add(self, claim: str) -> None:
        suppliers, recipients, parties = self._ends(claim)
        for pair in product(suppliers or (None,), recipients or (None,)):
            self._pairs[pair].add(claim)
        for role, ends in (("supplier", suppliers), ("recipient", recipients)):
            for end in ends:
                self._by_end[role, end].add(claim)
        for end in suppliers | recipients | parties:
            self._named[end].add(claim)
            if parties:
                self._with_parties[end].add(claim)

    def of(self, claim: str) -> set[str]:
        """Return the denied claims that answer ``claim``, or that can have its ends."""
        found = set(self._linked.get(claim, ()))
        found = found.union(
            *(self._linked.get(each, ()) for each in self._notes.all(claim, "within"))
        )
        suppliers, recipients, parties = self._ends(claim)
        if parties:
            return found.union(
                *(self._named.get(each, ()) for each in suppliers | recipients | parties)
            )
        for end in suppliers | recipients:
            found |= self._with_parties.get(end, set())
        if suppliers and recipients:
            pairs = product((*suppliers, None), (*recipients, None))
            return found.union(*(self._pairs.get(pair, ()) for pair in pairs if pair != _NOBODY))
        for role, ends in (("supplier", suppliers), ("recipient", recipients)):
            found = found.union(*(self._by_end.get((role, end), ()) for end in ends))
        return found

    def _ends(self, claim: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        return (
            self._notes.all(claim, "supplier"),
            self._notes.all(claim, "recipient"),
            self._notes.all(claim, "party"),
        )


_NOBODY = (None, None)
