"""Positions: the same every time, and no box on another."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist
from random import Random
from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.layout import place

GRAPHS = st.integers(min_value=1, max_value=25).flatmap(
    lambda count: st.tuples(
        st.just([f"n{at:02}" for at in range(count)]),
        st.lists(
            st.tuples(
                st.integers(min_value=0, max_value=count - 1).map(lambda at: f"n{at:02}"),
                st.integers(min_value=0, max_value=count - 1).map(lambda at: f"n{at:02}"),
            ),
            max_size=40,
        ),
    )
)


@settings(max_examples=25)
@given(GRAPHS)
def test_no_two_boxes_overlap(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    """Whatever is joined to whatever."""
    nodes, edges = graph
    positions = place(nodes, edges, sizes=dict.fromkeys(nodes, (100.0, 40.0)))
    for a, b in combinations(positions.values(), 2):
        assert abs(a[0] - b[0]) >= 99 or abs(a[1] - b[1]) >= 39


def test_positions_are_known_to_the_last_digit() -> None:
    """A change of library or machine that moves a node is seen here."""
    positions = place(["a", "b", "c"], [("a", "b"), ("b", "c")])
    assert positions == place(["a", "b", "c"], [("b", "c"), ("a", "b"), ("a", "b")])
    assert positions == {"a": (0.0, 0.0), "b": (-121.3, 25.3), "c": (-242.4, 50.5)}


def test_an_empty_network_has_no_positions() -> None:
    """There is nothing to place."""
    assert place([], []) == {}


def _communities(count: int) -> tuple[list[str], list[tuple[str, str]]]:
    """Return a network of groups of 80 within which nine lines of ten run, all of it joined."""
    dice = Random(7)  # noqa: S311  # nothing secret
    nodes = [str(at) for at in range(count)]
    lines: set[tuple[str, str]] = set(pairwise(nodes))
    while len(lines) < count * 5 // 2:
        one = dice.randrange(count)
        near = one // 80 * 80 + dice.randrange(80)
        other = near if dice.random() < 0.9 else dice.randrange(count)
        if one != other and other < count:
            lines.add((str(min(one, other)), str(max(one, other))))
    return nodes, sorted(lines)


def test_a_large_network_keeps_together_what_is_joined() -> None:
    """Lines are short beside the distance of any two nodes, and no two nodes are one point."""
    nodes, lines = _communities(4000)
    positions = place(nodes, lines)
    assert len(set(positions.values())) == len(nodes)
    dice = Random(1)  # noqa: S311  # nothing secret
    pairs = [dice.sample(nodes, 2) for _ in range(5000)]
    of_lines = fmean(dist(positions[one], positions[other]) for one, other in lines)
    of_pairs = fmean(dist(positions[one], positions[other]) for one, other in pairs)
    assert of_lines / of_pairs < 0.45
    assert place(nodes, lines[::-1]) == positions


def test_what_nothing_joins_stands_by_itself() -> None:
    """Each group has its own place below or beside the largest."""
    nodes, lines = _communities(3200)
    alone = [f"alone-{at}" for at in range(30)]
    pair = [(alone[0], alone[1])]
    positions = place([*nodes, *alone], [*lines, *pair])
    right, lowest = (max(positions[node][axis] for node in nodes) for axis in (0, 1))
    assert all(positions[node][0] > right or positions[node][1] > lowest for node in alone)
    assert len({positions[node] for node in alone}) == len(alone)
