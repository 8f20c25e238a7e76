"""What is counted as one origin and as one voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.queries.origins import Backing, Origins, most_apart
from kg.queries.rows import ActorRow, OrganRow, Picture, RestingRow, TextRow
from tests.invented_rows import actor, picture, text

members = st.frozensets(st.sampled_from("uvwxyz"), max_size=4)
families = st.dictionaries(st.sampled_from("abcdefg"), members, max_size=7)
more = settings(max_examples=200, deadline=None)


def apart(sets: Mapping[str, frozenset[str]]) -> int:
    """Return, by trying every choice, how many keys can be had with no member in common."""
    return max(
        len(chosen)
        for size in range(len(sets) + 1)
        for chosen in combinations(sets, size)
        if all(sets[one].isdisjoint(other) for one, other in pairs(sets, chosen))
    )


def pairs(
    sets: Mapping[str, frozenset[str]], chosen: tuple[str, ...]
) -> list[tuple[str, frozenset[str]]]:
    return [(one, sets[other]) for one, other in combinations(chosen, 2)]


@more
@given(families)
def test_no_larger_choice_has_nothing_in_common(sets: dict[str, frozenset[str]]) -> None:
    """The choice is one, and none is larger."""
    chosen = most_apart(sets)
    assert all(sets[one].isdisjoint(sets[other]) for one, other in combinations(chosen, 2))
    assert len(chosen) == apart(sets)


@more
@given(families, members)
def test_one_more_never_makes_fewer(sets: dict[str, frozenset[str]], new: frozenset[str]) -> None:
    """A text that is added, joint or not, takes nobody's word away; it adds one at most."""
    before, after = most_apart(sets), most_apart(sets | {"new": new})
    assert len(before) <= len(after) <= len(before) + 1


def test_hundreds_that_overlap_are_counted_at_once() -> None:
    """Texts in pairs of issuers, chained: every second has nothing in common with the others."""
    chain = {f"t{at:03}": frozenset({f"i{at}", f"i{at + 1}"}) for at in range(300)}
    assert len(most_apart(chain)) == 150


def told(name: str, *issuers: str, on: tuple[str, ...] = ()) -> TextRow:
    """Return a text of ``issuers`` that rests on the texts ``on``."""
    resting = tuple(RestingRow(text=each, verification="corpus", note="It says so.") for each in on)
    row = text("report", "verbatim", "", None)
    return replace(row, id=name, issued_by=issuers, rests_on=resting)


def organ(name: str, state: str) -> ActorRow:
    link = OrganRow(state=state, since=None, until=None, verification="background")
    return replace(actor(name, name), kind="organization", organ_of=(link,))


def of(*texts: TextRow) -> Picture:
    actors = (
        actor("X1", "Utopia"),
        actor("X2", "Ruritania"),
        organ("x1-army", "Utopia"),
        organ("x1-court", "Utopia"),
    )
    return replace(picture(), texts=texts, actors=actors)


def backing(*texts: TextRow, of_these: tuple[str, ...] = ()) -> Backing:
    """Return what stands behind something said in ``of_these`` texts, in all where none is named.

    Whoever issues a text speaks in it.
    """
    said = {row.id: row.issued_by for row in texts if not of_these or row.id in of_these}
    return Origins(of(*texts)).backing(said)


def numbers(found: Backing) -> tuple[int, int, int, int]:
    return tuple(map(len, (found.documents, found.origins, found.voices, found.states)))  # type: ignore[return-value]  # four


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # A repetition is one origin, though somebody else repeats.
        ((told("a", "X1"), told("b", "X2", on=("a",))), (2, 1, 1, 1)),
        # Two texts that rest on a third one, which says nothing of the kind itself.
        ((told("b", "X1", on=("z",)), told("c", "X2", on=("z",))), (2, 1, 1, 1)),
        # Who says it twice has one voice, and may have two origins.
        ((told("a", "X1"), told("b", "X1")), (2, 2, 1, 1)),
        # A joint statement takes away neither word, and adds none.
        ((told("a", "X1"), told("b", "X2"), told("c", "X1", "X2")), (3, 3, 2, 2)),
        # Organs of a state are two voices, and one where organs are counted as their state.
        ((told("a", "x1-army"), told("b", "x1-court"), told("c", "X1")), (3, 3, 3, 1)),
        ((told("a", "x1-army"), told("b", "X2")), (2, 2, 2, 2)),
        ((), (0, 0, 0, 0)),
    ],
)
def test_texts_origins_and_voices(
    texts: tuple[TextRow, ...], expected: tuple[int, int, int, int]
) -> None:
    third = (told("z", "X2"),) if any(row.rests_on for row in texts) else ()
    assert numbers(backing(*texts, *third, of_these=tuple(row.id for row in texts))) == expected


def test_a_speaker_in_common_makes_one_voice() -> None:
    """A minister who speaks for two bodies is no second witness."""
    rows = (told("a", "x1-army"), told("b", "x1-court"))
    found = Origins(of(*rows)).backing({"a": ["pe-minister"], "b": ["pe-minister"]})
    assert numbers(found) == (2, 2, 1, 1)
    assert found.speakers == ("pe-minister",)
    assert found.organs == (("Utopia", ("x1-army", "x1-court")),)


texts = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from(["X1", "X2", "x1-army", "x1-court"]), min_size=1),
        st.frozensets(st.integers(0, 5), max_size=2),
    ),
    max_size=6,
).map(
    lambda drawn: [
        told(f"t{at}", *sorted(issuers), on=tuple(f"t{each}" for each in sorted(on) if each < at))
        for at, (issuers, on) in enumerate(drawn)
    ]
)


@more
@given(texts)
def test_there_are_no_more_voices_than_origins_and_no_more_origins_than_texts(
    rows: list[TextRow],
) -> None:
    """Each number asks for more in common than the one before."""
    documents, origins, voices, states = numbers(backing(*rows))
    assert documents == len(rows)
    assert documents >= origins >= voices >= states
    assert (states > 0) == bool(rows)


@more
@given(texts)
def test_a_repetition_adds_no_origin(rows: list[TextRow]) -> None:
    """Whoever repeats the first text adds a document, and nothing else."""
    if rows:
        before = numbers(backing(*rows))
        after = numbers(backing(*rows, told("new", "X9", on=("t0",))))
        assert after == (before[0] + 1, *before[1:])
