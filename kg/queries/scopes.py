"""Whether what is said of one proposition can reach another, by its time and its items.

What rule ``21-denials`` says of denials, said once more for what the rules have no note for:
answers that affirm, denials that nobody links to a claim, and why a denial does not reach.
tests/queries/test_scopes.py and test_stances.py hold this page to the rule.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Of which days and kinds of item a claim speaks; None, and no items, where it says nothing.

    ``said_by`` is the last day by which its document can have come out. ``items`` leads from each
    kind of item to all that are wider, itself among them.
    """

    since: str | None
    until: str | None
    said_by: str | None
    items: Mapping[str, Collection[str]]

    def last_claimed(self) -> str:
        """Return the last day that is meant where this is what is claimed."""
        return self.until or self.said_by or _LAST

    def last_denied(self, *, by_its_text: bool) -> str:
        """Return the last day that is meant where this is denied.

        ``by_its_text`` tells that nothing later than the text is: so of what is denied as having
        taken place.
        """
        return self.until or (self.said_by if by_its_text else None) or _LAST


def times_meet(said: Scope, of: Scope, *, by_its_text: bool) -> bool:
    """Tell whether ``said``, denied or affirmed, and ``of`` can be about the same days."""
    ends = said.last_denied(by_its_text=by_its_text)
    return (said.since or _FIRST) <= of.last_claimed() and (of.since or _FIRST) <= ends


def items_meet(said: Scope, of: Scope) -> bool:
    """Tell whether an item of one is one of the other or narrower; what is unsaid meets all."""
    return (
        not said.items
        or not of.items
        or any(
            one in of.items[two] or two in said.items[one] for one in said.items for two in of.items
        )
    )


class Scopes:
    """Times, items and ends of propositions, as the rules see them."""

    def __init__(self, facts: Facts, notes: Notes) -> None:
        self._facts = facts
        self._notes = notes
        self._of: dict[str, Scope] = {}

    def times_meet(self, said: str, of: str, act: str) -> bool:
        """Tell whether ``said``, as ``act`` says it, and ``of`` can be about the same days.

        What is said to have taken place lies no later than the text that says so.
        """
        status = self._facts.word(act, Ata.status)
        actual = status is not None and Status(status).is_a(Status.ACTUAL)
        return times_meet(self.of(said), self.of(of), by_its_text=actual)

    def items_meet(self, said: str, of: str) -> bool:
        """Tell whether an item of one is one of the other or narrower; what is unsaid meets all."""
        return items_meet(self.of(said), self.of(of))

    def of(self, iri: str) -> Scope:
        """Return of which days and items a proposition speaks, as the rules note it."""
        if iri not in self._of:
            self._of[iri] = Scope(
                since=self._day(iri, "earliest"),
                until=self._day(iri, "latest"),
                said_by=self._spoken(iri),
                items={
                    each: self._facts.all(each, _ABOVE) for each in self._notes.all(iri, "item")
                },
            )
        return self._of[iri]

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

    def _day(self, iri: str, end: str) -> str | None:
        """Return a day as said; the rules note it of transfers, which take it from a whole."""
        said = self._facts.one(iri, Ata.earliest if end == "earliest" else Ata.latest)
        return self._notes.one(iri, end) or said

    def _spoken(self, iri: str) -> str | None:
        """Return the last day by which the document of a claim can have come out."""
        text = self._facts.one(iri, Ata.text)
        document = self._facts.one(text, Ata.document) if text else None
        return self._facts.one(document, Ata.latest) if document else None
