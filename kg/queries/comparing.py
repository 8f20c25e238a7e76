"""Claims beside each other: how their descriptions stand, who says each, and what goes for both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.queries.bearing import Reach, reach_of_affirmation, reach_of_denial
from kg.queries.described import Described, select_described
from kg.queries.known import find_proposition
from kg.queries.refinement import Comparison, compare, kindred, same_ends
from kg.queries.rows import Picture, SpeechActRow
from kg.queries.sides import Side, side_of
from kg.queries.verdicts import Verdict

# In this order the claims beside one are listed.
ORDER = (
    Verdict.CONTRADICTS,
    Verdict.DIFFERS,
    Verdict.SAME,
    Verdict.REFINES,
    Verdict.REFINED_BY,
    Verdict.COMPATIBLE,
    Verdict.NOT_COMPARABLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What a speech act on one of two transfers says of the other, ``on``, and how far.

    ``answers`` tells that its text is recorded as taking up that claim, or a whole of it.
    """

    act: SpeechActRow
    on: Described
    side: Literal[Side.AFFIRMS, Side.NEGATES]
    reach: Reach
    answers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two claims beside each other, with every act of saying each."""

    comparison: Comparison
    one_said: tuple[SpeechActRow, ...]
    other_said: tuple[SpeechActRow, ...]
    bearings: tuple[Bearing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A claim, and the claims of other texts with the same ends and kindred items, in ``ORDER``.

    In each, ``comparison.one`` is the other text's claim. ``other_items`` counts those that are
    left out because they are of other items.
    """

    claim: Described
    said: tuple[SpeechActRow, ...]
    beside: tuple[Beside, ...]
    other_items: int


class Claimed:
    """The transfers of a graph with what is said of each."""

    def __init__(self, store: ox.Store, picture: Picture) -> None:
        self._store = store
        self.described = select_described(store)
        self.picture = picture
        acts: dict[str, list[SpeechActRow]] = {}
        for act in picture.speech_acts:
            acts.setdefault(act.proposition, []).append(act)
        self._acts = {iri: tuple(said) for iri, said in acts.items()}

    def said_of(self, transfer: Described) -> tuple[SpeechActRow, ...]:
        """Return every act of saying it, in the order of the texts."""
        return self._acts.get(transfer.iri, ())

    def find(self, wanted: str) -> Described:
        """Return the transfer that is called ``wanted``: claim, or text/claim.

        KgError where there is none, several, or where it is a claim of something else.
        """
        called = {
            name: row.kind
            for row in self.picture.propositions
            for name in (f"{row.text}/{row.name}", row.name)
            if row.iri not in self.described
        }
        is_transfer = any(wanted in {row.key, row.name} for row in self.described.values())
        if wanted in called and not is_transfer:
            sentence = f"{wanted!r} describes a {called[wanted]}, and transfers alone are compared"
            hint = "give the claim of a transfer"
            raise KgError([Problem(slug="no-transfer", sentence=sentence, hint=hint)])
        return self.described[find_proposition(self._store, wanted, self.described.keys())]


def compare_two(store: ox.Store, picture: Picture, one: str, other: str) -> Beside:
    """Return the two claims that are called so, beside each other."""
    claimed = Claimed(store, picture)
    problems: list[Problem] = []
    found: list[Described] = []
    for wanted in (one, other):
        try:
            found.append(claimed.find(wanted))
        except KgError as error:
            problems += error.problems
    if problems:
        raise KgError(problems)
    return _beside(claimed, found[0], found[1])


def compare_with_all(store: ox.Store, picture: Picture, wanted: str) -> Compared:
    """Return the claim called ``wanted`` beside those of other texts with the same ends."""
    claimed = Claimed(store, picture)
    claim = claimed.find(wanted)
    near = [
        row
        for row in claimed.described.values()
        if row.text != claim.text and same_ends(row, claim)
    ]
    beside = [_beside(claimed, row, claim) for row in near if kindred(row, claim)]
    dates = {row.id: row.date for row in picture.texts}
    return Compared(
        claim=claim,
        said=claimed.said_of(claim),
        beside=tuple(
            sorted(
                beside,
                key=lambda row: (
                    ORDER.index(row.comparison.verdict),
                    dates.get(row.comparison.one.text, ""),
                    row.comparison.one.key,
                ),
            )
        ),
        other_items=len(near) - len(beside),
    )


def is_answer(reply: Described, claimed: Described) -> bool:
    """Tell whether ``reply`` is recorded as taking up ``claimed``, or a whole of it."""
    return not {claimed.iri, *claimed.wholes}.isdisjoint(reply.answers)


def _beside(claimed: Claimed, one: Described, other: Described) -> Beside:
    said: Mapping[str, tuple[SpeechActRow, ...]] = {
        row.iri: claimed.said_of(row) for row in (one, other)
    }
    bearings = [
        *_bearings(said[one.iri], one, other),
        *(_bearings(said[other.iri], other, one) if one.iri != other.iri else ()),
    ]
    return Beside(
        comparison=compare(one, other),
        one_said=said[one.iri],
        other_said=said[other.iri],
        bearings=tuple(bearings),
    )


def _bearings(
    acts: Iterable[SpeechActRow], spoken_of: Described, other: Described
) -> Iterator[Bearing]:
    for act in acts:
        side = side_of(act)
        if side is None or side is Side.OPEN:
            continue
        is_linked = is_answer(spoken_of, other)
        if side is Side.AFFIRMS:
            reach = reach_of_affirmation(spoken_of, other)
        elif is_linked or same_ends(spoken_of, other):
            reach = reach_of_denial(spoken_of, act, other, answers=is_linked)
        else:
            reach = None
        if reach is not None:
            yield Bearing(act=act, on=other, side=side, reach=reach, answers=is_linked)
