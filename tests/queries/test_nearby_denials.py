"""Denials that can be about the like of a claim: all of them, and hardly any other."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.inference.notes import Notes
from kg.queries.facts import Facts
from kg.queries.nearby_denials import NearbyDenials
from kg.queries.scopes import Scopes

ENDS = {
    "supplier": {
        "both": {"s1"},
        "same": {"s1"},
        "other": {"s2"},
        "supplier alone": {"s1"},
        "several": {"s2", "s1"},
    },
    "recipient": {
        "both": {"r1"},
        "same": {"r1"},
        "other": {"r2"},
        "recipient alone": {"r1"},
        "several": {"r1"},
    },
    "party": {"parties": {"r1", "s1"}, "other parties": {"s2", "r2"}},
}
CLAIMS = sorted({claim for of in ENDS.values() for claim in of} | {"nobody"})


def notes_of(ends: dict[str, dict[str, set[str]]]) -> Notes:
    return Notes(
        noted={
            role: {claim: frozenset(actors) for claim, actors in of.items()}
            for role, of in ends.items()
        }
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_whatever_has_the_like_ends_is_found(claim: str) -> None:
    """With one end named, or both, or parties: what can have the same ends is looked at."""
    facts, notes = Facts(ox.Store()), notes_of(ENDS)
    scopes = Scopes(facts, notes)
    alike = {each for each in CLAIMS if scopes.ends_meet(each, claim)}
    assert alike <= NearbyDenials(CLAIMS, facts, notes).of(claim)


def test_denials_between_others_are_not_looked_at() -> None:
    """However many there are of other pairs, those of one pair are as many as before."""
    claims = [f"{one}>{other}" for one in range(30) for other in range(30)]
    ends = {
        "supplier": {each: {f"s{each.split('>')[0]}"} for each in claims},
        "recipient": {each: {f"r{each.split('>')[1]}"} for each in claims},
    }
    denials = NearbyDenials(claims, Facts(ox.Store()), notes_of(ends))
    assert [denials.of(each) for each in claims] == [{each} for each in claims]
