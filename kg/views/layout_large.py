"""Where the nodes of a large network stand: by pivots, and then by forces on a grid.

Distances to some pivots give a first placement (Brandes and Pich 2006); some steps of forces, with
repulsion by cells, then bring neighbours together. As in kg.views.layout only operations are used
that IEEE 754 defines to the last bit, and sums run in a fixed order or over whole numbers.
"""

from __future__ import annotations

from math import fsum, sqrt

import numpy as np
from numpy.typing import NDArray

_Points = NDArray[np.float64]
_Numbers = NDArray[np.int64]

_PIVOTS = 60
_POWERS = 60
_STEPS = 60
# What is joined to a network by nothing stands below it, in rows this much wider than high.
_WIDTH = 1.4
_FEWEST = 4
# A network is this much wider than a square in which its nodes stand 1 apart.
_ROOM = 1.8


def place_large(count: int, pairs: _Numbers) -> _Points:
    """Return a point for each of ``count`` nodes; joined ones would like to stand 1 apart.

    ``pairs`` are numbers of nodes, n × 2, each pair once. Nodes that nothing joins to the others
    are laid out by themselves, the largest group first.
    """
    starts, neighbours = _adjacency(count, pairs)
    groups = _groups(count, starts, neighbours)
    points = np.zeros((count, 2))
    left, top, row_height = 0.0, 0.0, 0.0
    width = 0.0
    for members in groups:
        own = _place_group(members, pairs, count)
        own = own - np.minimum.reduce(own, axis=0)
        wide, high = (float(side) for side in np.maximum.reduce(own, axis=0))
        width = width or max(wide, sqrt(count) * _WIDTH)
        if left and left + wide > width:
            left, top, row_height = 0.0, top + row_height + 1.5, 0.0
        points[members] = own + np.array([left, top])
        left, row_height = left + wide + 1.5, max(row_height, high)
    return points


def _adjacency(count: int, pairs: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Return where the neighbours of each node begin, and all neighbours one after the other."""
    ends = np.concatenate([pairs, pairs[:, ::-1]]) if len(pairs) else np.zeros((0, 2), np.int64)
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(ends[:, 0], minlength=count), out=starts[1:])
    return starts, ends[order, 1]


def _distances(source: int, count: int, starts: _Numbers, neighbours: _Numbers) -> _Numbers:
    """Return how many steps each node is from ``source``; -1 where no way leads to it."""
    far = np.full(count, -1, dtype=np.int64)
    far[source] = 0
    edge, steps = np.array([source]), 0
    while len(edge):
        steps += 1
        sizes = starts[edge + 1] - starts[edge]
        within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        reached = neighbours[np.repeat(starts[edge], sizes) + within]
        edge = np.unique(reached[far[reached] < 0])
        far[edge] = steps
    return far


def _groups(count: int, starts: _Numbers, neighbours: _Numbers) -> list[_Numbers]:
    left = np.ones(count, dtype=bool)
    groups = []
    for node in range(count):
        if left[node]:
            members = np.flatnonzero(_distances(node, count, starts, neighbours) >= 0)
            left[members] = False
            groups.append(members)
    return sorted(groups, key=lambda members: (-len(members), int(members[0])))


def _place_group(members: _Numbers, pairs: _Numbers, count: int) -> _Points:
    size = len(members)
    if size < _FEWEST:
        return np.stack([np.arange(size, dtype=np.float64), np.zeros(size)], axis=1)
    number = np.full(count, -1, dtype=np.int64)
    number[members] = np.arange(size)
    own = number[pairs]
    own = own[(own[:, 0] >= 0) & (own[:, 0] != own[:, 1])]
    return _roomy(_settle(_by_pivots(size, own), own))


def _roomy(points: _Points) -> _Points:
    """Return points with room for all: where everything hangs on a few, forces draw it together."""
    low, high = np.minimum.reduce(points, axis=0), np.maximum.reduce(points, axis=0)
    reach = float(np.maximum.reduce(high - low)) or 1.0
    return points * max(1.0, sqrt(len(points)) * _ROOM / reach)


def _by_pivots(count: int, pairs: _Numbers) -> _Points:
    starts, neighbours = _adjacency(count, pairs)
    far = np.full(count, np.iinfo(np.int64).max)
    rows, pivot = [], 0
    for _ in range(min(_PIVOTS, count)):
        row = _distances(pivot, count, starts, neighbours)
        rows.append(row)
        far = np.minimum(far, row)
        pivot = int(np.argmax(far))
    squares = np.stack(rows).astype(np.float64) ** 2  # pivots × nodes, whole numbers
    # Whole numbers add up to the same whatever the order.
    centred = (
        squares
        - np.add.reduce(squares, axis=0)[None, :] / len(rows)
        - (np.add.reduce(squares, axis=1) / count)[:, None]
        + float(np.add.reduce(squares, axis=None)) / (count * len(rows))
    )
    by_node = np.ascontiguousarray(centred.T)
    joint = np.stack([np.add.reduce(by_node * by_node[:, [at]], axis=0) for at in range(len(rows))])
    first = _axis(joint, ())
    second = _axis(joint, (first,))
    points = np.stack(
        [np.add.reduce(centred * v[:, None], axis=0) for v in (first, second)], axis=1
    )
    return _spread(points, count)


def _axis(joint: _Points, apart_from: tuple[_Points, ...]) -> _Points:
    """Return the direction in which ``joint`` stretches most, at right angles to the others."""
    found = 1.0 / np.arange(1.0, len(joint) + 1)
    for _ in range(_POWERS):
        found = np.add.reduce(joint * found[:, None], axis=0)
        for other in apart_from:
            found = found - other * fsum(found * other)
        found = found / (sqrt(fsum(found * found)) or 1.0)
    return found


def _spread(points: _Points, count: int) -> _Points:
    """Return points on a square in which a node has its room, and none on another."""
    low, high = np.minimum.reduce(points, axis=0), np.maximum.reduce(points, axis=0)
    reach = float(np.maximum.reduce(high - low)) or 1.0
    steps = np.arange(1, count + 1, dtype=np.float64)
    # An additive recurrence (Roberts's R2) parts those that are equally far from every pivot.
    apart = np.stack([(steps * 0.75487766625) % 1.0, (steps * 0.56984029099) % 1.0], axis=1)
    return np.asarray((points - low) / reach * sqrt(count) * 1.2 + apart, dtype=np.float64)


def _settle(points: _Points, pairs: _Numbers) -> _Points:
    count = len(points)
    heat = sqrt(count) / 12
    for step in range(_STEPS):
        push = _repulsion(points)
        gap = points[pairs[:, 1]] - points[pairs[:, 0]]
        pull = gap * _length(gap)[:, None] * 0.35
        for axis in (0, 1):
            # bincount adds one after the other, in the order of the pairs.
            push[:, axis] += np.bincount(pairs[:, 0], pull[:, axis], count)
            push[:, axis] -= np.bincount(pairs[:, 1], pull[:, axis], count)
        most = heat * (1 - step / _STEPS) + 0.02
        far = np.maximum(_length(push), 1e-9)
        points = points + push * (np.minimum(far, most) / far)[:, None]
    return points


def _repulsion(points: _Points) -> _Points:
    """Return how each node is pushed by the nodes of its cell and of the eight around, as one."""
    low = np.minimum.reduce(points, axis=0)
    reach = float(np.maximum.reduce(np.maximum.reduce(points, axis=0) - low)) or 1.0
    side = max(2, int(sqrt(len(points)) / 1.5))
    cell = np.minimum((points - low) / reach * side, side - 1).astype(np.int64) + 1
    wide = side + 2
    flat = cell[:, 0] * wide + cell[:, 1]
    held = np.bincount(flat, minlength=wide * wide).astype(np.float64)
    middle = np.stack(
        [np.bincount(flat, points[:, axis], wide * wide) / np.maximum(held, 1) for axis in (0, 1)],
        axis=1,
    )
    push = np.zeros_like(points)
    for along in (-1, 0, 1):
        for across in (-1, 0, 1):
            near = flat + along * wide + across
            gap = points - middle[near]
            square = np.maximum(gap[:, 0] * gap[:, 0] + gap[:, 1] * gap[:, 1], 0.05)
            push += gap / square[:, None] * held[near][:, None]
    return push


def _length(points: _Points) -> _Points:
    return np.asarray(np.sqrt(points[:, 0] * points[:, 0] + points[:, 1] * points[:, 1]))
