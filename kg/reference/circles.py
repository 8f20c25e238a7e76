"""Circles among things that point to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def find_circles(arrows: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return circles, each from its first name in the order of the alphabet back to that name.

    Several circles that share a name are told one at a time, as they are mended.

    >>> find_circles({"a": ["b"], "b": ["a"], "c": ["a"]})
    [('a', 'b', 'a')]
    """
    left = {name: sorted({end for end in ends if end in arrows}) for name, ends in arrows.items()}
    circles: list[tuple[str, ...]] = []
    while left := _without_ends(left):
        circle = _walk(left)
        circles.append(circle)
        left = {name: ends for name, ends in left.items() if name not in circle}
    return sorted(circles)


def closure(arrows: Mapping[str, Iterable[str]], start: str) -> frozenset[str]:
    """Return ``start`` with everything that it leads to."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(arrows.get(name, ()))
    return frozenset(seen)


def _without_ends(arrows: dict[str, list[str]]) -> dict[str, list[str]]:
    """Leave out, until none is left, what points to nothing; what remains leads into circles."""
    came_from: dict[str, list[str]] = {name: [] for name in arrows}
    for name, ends in arrows.items():
        for end in ends:
            if end in came_from:
                came_from[end].append(name)
    count = {name: sum(end in arrows for end in ends) for name, ends in arrows.items()}
    waiting = [name for name, ends in count.items() if not ends]
    gone: set[str] = set()
    while waiting:
        name = waiting.pop()
        gone.add(name)
        for before in came_from[name]:
            count[before] -= 1
            if not count[before]:
                waiting.append(before)
    return {
        name: [end for end in ends if end in arrows and end not in gone]
        for name, ends in arrows.items()
        if name not in gone
    }


def _walk(arrows: dict[str, list[str]]) -> tuple[str, ...]:
    path = [min(arrows)]
    places = {path[0]: 0}
    while (onward := arrows[path[-1]][0]) not in places:
        places[onward] = len(path)
        path.append(onward)
    circle = path[places[onward] :]
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first], circle[first])
