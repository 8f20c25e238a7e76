"""Whether what is said of one proposition can reach another, by its time and its items.

What the rules say of denials (``21-denials.rq``), said once more for two uses that the rules have
no note for: answers that affirm, and why a denial does not reach. tests/queries/test_stances.py
holds the two to each other.
"""

from __future__ import annotations

from enum import Enum

from kg.inference.notes import Notes
from kg.queries.facts import Facts
from kg.vocab import Ata, Status

_FIRST, _LAST = "0001-01-01", "9999-12-30"
_ROLES = ("supplier", "recipient")
_ABOVE = "http://www.w3.org/2004/02/skos/core#broaderTransitive"


class Why(Enum):
    """Why a denial of something like it is not about a proposition."""

    OTHER_PERIOD = "other-period"
    OTHER_ITEMS = "other-items"
    PART_ONLY = "part-only"
    NO_ANSWER = "does-not-answer"

    @property
    def label(self) -> str:
        """What people call it."""
        return self.value.replace("-", " ") + (" it" if self is Why.NO_ANSWER else "")


class Scopes:
    """Times, items and ends of propositions, as the rules see them."""

    def __init__(self, facts: Facts, notes: Notes) -> None:
        self._facts = facts
        self._notes = notes

    def times_meet(self, said: str, of: str, act: str) -> bool:
        """Tell whether ``said``, as ``act`` says it, and ``of`` can be about the same days.

        What is said to have taken place lies no later than the text that says so.
        """
        status = self._facts.word(act, Ata.status)
        actual = status is not None and Status(status).is_a(Status.ACTUAL)
        until = self._spoken(said) if actual else None
        begins, ends = self._day(of, "earliest"), self._day(of, "latest") or self._spoken(of)
        since, last = self._day(said, "earliest"), self._day(said, "latest") or until
        return (since or _FIRST) <= (ends or _LAST) and (begins or _FIRST) <= (last or _LAST)

    def items_meet(self, said: str, of: str) -> bool:
        """Tell whether an item of one is one of the other or narrower; what is unsaid meets all."""
        theirs, ours = self._notes.all(said, "item"), self._notes.all(of, "item")
        return (
            not theirs
            or not ours
            or any(
                one in self._above(two) or two in self._above(one) for one in theirs for two in ours
            )
        )

    def ends_meet(self, said: str, of: str) -> bool:
        """Tell whether both name one end in common, and none that the other contradicts."""
        shared = False
        for role in _ROLES:
            theirs, ours = self._notes.all(said, role), self._notes.all(of, role)
            if theirs and ours and theirs.isdisjoint(ours):
                return False
            shared = shared or bool(theirs & ours)
        return self._parties_meet(said, of) and (
            shared
            or bool(self._notes.all(said, "party") & self._ends(of))
            or bool(self._notes.all(of, "party") & self._ends(said))
        )

    def _parties_meet(self, one: str, two: str) -> bool:
        """Tell whether every end named is one of the parties, where both parties are named."""
        for parties_of, other in ((one, two), (two, one)):
            parties = self._notes.all(parties_of, "party")
            named = [self._notes.all(other, role) for role in _ROLES]
            named = [each for each in named if each] or [self._notes.all(other, "party")]
            both = len(parties) > 1
            if both and any(each and each.isdisjoint(parties) for each in named):
                return False
        return True

    def _ends(self, iri: str) -> frozenset[str]:
        return frozenset().union(*(self._notes.all(iri, role) for role in (*_ROLES, "party")))

    def _above(self, item: str) -> tuple[str, ...]:
        return self._facts.all(item, _ABOVE)

    def _day(self, iri: str, end: str) -> str | None:
        """Return a day as said; the rules note it of transfers, which take it from a whole."""
        said = self._facts.one(iri, Ata.earliest if end == "earliest" else Ata.latest)
        return self._notes.one(iri, end) or said

    def _spoken(self, iri: str) -> str | None:
        """Return the last day by which the document of a claim can have come out."""
        text = self._facts.one(iri, Ata.text)
        document = self._facts.one(text, Ata.document) if text else None
        return self._facts.one(document, Ata.latest) if document else None
