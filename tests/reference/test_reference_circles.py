"""Circles are found where there are some, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.reference.circles import closure, find_circles

_NAMES = st.sampled_from("abcdef")
_ARROWS = st.dictionaries(_NAMES, st.lists(_NAMES, max_size=3))


@given(_ARROWS)
def test_a_circle_that_is_told_is_one(arrows: dict[str, list[str]]) -> None:
    """Each step of a circle is an arrow, and it ends where it began."""
    for circle in find_circles(arrows):
        assert circle[0] == circle[-1] == min(circle)
        assert all(end in arrows[start] for start, end in pairwise(circle))


@given(_ARROWS)
def test_there_is_a_circle_just_where_something_leads_to_itself(
    arrows: dict[str, list[str]],
) -> None:
    """No circle is missed, and none is made up."""
    leads_back = {
        name for name, ends in arrows.items() if any(name in closure(arrows, end) for end in ends)
    }
    told = {name for circle in find_circles(arrows) for name in circle}
    assert bool(told) == bool(leads_back)
    assert told <= leads_back
