"""What is said of like items kept together, and apart from what is said of others."""

from __future__ import annotations

from collections.abc import Sequence

from kg.iris import item_iri
from kg.queries.facts import Facts
from kg.queries.heard import Heard
from kg.queries.rows import Picture, PropositionRow

_ABOVE = "http://www.w3.org/2004/02/skos/core#broaderTransitive"


class Kinds:
    """Kinds of item that claims are about; two are alike where one is the other or narrower."""

    def __init__(self, facts: Facts, picture: Picture) -> None:
        self._facts = facts
        self._by_iri = {row.iri: row for row in picture.propositions}

    def apart(self, said: Sequence[Heard]) -> list[list[Heard]]:
        """Return what is said in groups of like items, each in the order given."""
        groups: list[tuple[set[str], set[int]]] = []
        for at, heard in enumerate(said):
            items, places = self._items(self._by_iri.get(heard.act.proposition)), {at}
            for other in [group for group in groups if self._are_alike(items, group[0])]:
                groups.remove(other)
                items, places = items | other[0], places | other[1]
            groups.append((items, places))
        return [[said[at] for at in sorted(places)] for _, places in groups]

    def _items(self, claim: PropositionRow | None, depth: int = 3) -> set[str]:
        """Return the items of a claim and its wholes, or of the transfers that it is about."""
        if claim is None or depth < 0:
            return set()
        items = set(map(item_iri, claim.values("item")))
        on = set(claim.values("concerns", "answers"))
        about = {claim.part_of} if claim.kind == "transfer" else on
        return items.union(
            *(self._items(self._by_iri.get(each or ""), depth - 1) for each in about)
        )

    def _are_alike(self, some: set[str], others: set[str]) -> bool:
        return any(
            one in self._facts.all(two, _ABOVE) or two in self._facts.all(one, _ABOVE)
            for one in some
            for two in others
        )
