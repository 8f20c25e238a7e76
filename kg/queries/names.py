"""How things are called in a sentence: actors, items, norms; and how words make a list."""

from __future__ import annotations

from collections.abc import Iterable

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.vocab import MEANINGS, Ata

RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SKOS_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: "A", "A and B", "A, B and C", "A and B, and C"."""
    *first, final = list(words) or [""]
    if not first:
        return final
    comma = "," if any(" and " in word or "," in word for word in (*first, final)) else ""
    return f"{', '.join(first)}{comma} {last} {final}"


class Names:
    """What the things of a graph are called; an id stands in where nothing is recorded."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def actor(self, iri: str) -> str:
        return self._facts.one(iri, RDFS_LABEL) or id_of(iri)

    def actors(self, iris: Iterable[str], last: str = "and") -> str:
        """Return actors as a list, in the order given."""
        return listed((self.actor(iri) for iri in iris), last)

    def concept(self, iri: str) -> str:
        """Return a concept's label: of the closed vocabularies, or of an item."""
        if iri in MEANINGS:
            return MEANINGS[iri].label
        return self._facts.one(iri, SKOS_LABEL) or id_of(iri).replace("-", " ")

    def place(self, iri: str) -> str:
        return self._facts.one(iri, RDFS_LABEL) or id_of(iri)

    def places(self, iris: Iterable[str], last: str = "and") -> str:
        return listed(map(self.place, iris), last)

    def items(self, iris: Iterable[str], last: str = "and") -> str:
        """Return kinds of item as they read within a sentence."""
        return listed((_within(self.concept(iri)) for iri in iris), last)

    def concepts(self, iris: Iterable[str], last: str = "and") -> str:
        return listed((self.concept(iri) for iri in iris), last)

    def citation(self, norm: str) -> str:
        """Return a norm as a lawyer cites it, such as "S/RES/1874 (2009), para. 9"."""
        provisions = self._facts.all(norm, Ata.statedIn)
        cited = [self._facts.said(provision, RDFS_LABEL) for provision in provisions]
        return listed(cited) or id_of(norm)


def _within(label: str) -> str:
    """Return a label as it reads within a sentence: no capital, unless it is an abbreviation's.

    A designation, such as MiG-29 or Wing Loong II, keeps its capital too.
    """
    label = label.removesuffix(", not specified") + (
        " (not specified)" if label.endswith(", not specified") else ""
    )
    first, _, rest = label.partition(" ")
    is_plain = first[1:].strip(",").replace("-", "").isalpha() and first[1:].islower()
    goes_on = rest[:1].isupper() and not rest[1:2].isupper()
    return label[:1].lower() + label[1:] if is_plain and not goes_on else label
