"""Where the nodes of a network stand: the same for the same network, on every machine.

Only additions, multiplications, divisions and square roots are used, which IEEE 754 defines to the
last bit, and sums run in a fixed order. So no library's choice of a faster routine moves a node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.views.layout_large import place_large

Positions = dict[str, tuple[float, float]]
_Points = NDArray[np.float64]

# The work is rounds × nodes²; beyond this a coarser layout takes over, and boxes may overlap.
_MOST_NODES = 1200
_ROUNDS = 300


def place(
    nodes: Sequence[str],
    edges: Iterable[tuple[str, str]],
    *,
    spacing: float = 110.0,
    sizes: Mapping[str, tuple[float, float]] | None = None,
) -> Positions:
    """Return positions in which joined nodes stand near each other and none stands on another.

    Of more than 1,200 nodes, boxes may overlap; they are drawn as dots.

    ``spacing`` is the distance at which joined nodes would like to stand; ``sizes`` are widths and
    heights of the boxes that must not overlap, and a node without one is a point.
    """
    if not nodes:
        return {}
    number = {node: at for at, node in enumerate(nodes)}
    pairs = sorted({(min(number[a], number[b]), max(number[a], number[b])) for a, b in edges})
    joined = np.array([p for p in pairs if p[0] != p[1]], dtype=np.int64).reshape(-1, 2)
    if len(nodes) > _MOST_NODES:
        points = place_large(len(nodes), joined)
    else:
        points = _start(len(nodes))
        points = _settle(points, joined) if len(nodes) > 1 else points
    points = points * spacing
    if sizes and len(nodes) <= _MOST_NODES:
        points = _part(points, np.array([sizes.get(node, (0.0, 0.0)) for node in nodes]))
    # Adding zero turns the -0.0 that rounding may leave into 0.0.
    points = np.round(points - points[:1], 1) + 0.0
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}


def _start(count: int) -> _Points:
    """Return points spread evenly over a square, by an additive recurrence (Roberts's R2)."""
    steps = np.arange(1, count + 1, dtype=np.float64)
    side = float(np.sqrt(np.float64(count))) * 1.2
    unit = np.stack([(steps * 0.75487766625) % 1.0, (steps * 0.56984029099) % 1.0], axis=1)
    return np.asarray(unit * side - side / 2, dtype=np.float64)


def _settle(points: _Points, pairs: NDArray[np.int64]) -> _Points:
    """Let joined points attract and all points repel each other (Fruchterman and Reingold 1991)."""
    count = len(points)
    rounds = max(30, min(_ROUNDS, 40_000_000 // (count * count)))
    heat = float(np.sqrt(np.float64(count))) / 5
    step = heat / (rounds + 1)
    for _ in range(rounds):
        push = _repulsion(points) - points * 0.06
        if len(pairs):
            gap = points[pairs[:, 1]] - points[pairs[:, 0]]
            pull = gap * _length(gap)[:, None]
            # add.at adds one after the other, in the order of the pairs.
            np.add.at(push, pairs[:, 0], pull)
            np.add.at(push, pairs[:, 1], -pull)
        far = np.maximum(_length(push), 1e-9)
        points = points + push * (np.minimum(far, heat) / far)[:, None]
        heat -= step
    return points


def _part(points: _Points, sizes: _Points) -> _Points:
    """Push boxes that overlap apart, each by half, along the axis on which they overlap less."""
    count = len(points)
    reach = (sizes[:, None, :] + sizes[None, :, :]) / 2
    # Of two boxes with the same centre the first goes to the one side, the second to the other.
    order = np.arange(count, dtype=np.float64)
    first = np.where(order[:, None] < order[None, :], 1.0, -1.0)
    for _ in range(max(10, min(400, 60_000_000 // (count * count)))):
        gap = points[None, :, :] - points[:, None, :]
        over = np.maximum(reach - np.abs(gap), 0.0)
        # A third of what is missing, so that neighbours do not throw each other across the page.
        both = (over[:, :, 0] > 0.0) & (over[:, :, 1] > 0.0)
        np.fill_diagonal(both, val=False)
        if not both.any():
            break
        sideways = over[:, :, 0] < over[:, :, 1]
        side = np.where(gap == 0.0, first[:, :, None], np.sign(gap))
        push = np.zeros_like(gap)
        push[:, :, 0] = np.where(both & sideways, (over[:, :, 0] + 1.0) / 3 * side[:, :, 0], 0.0)
        push[:, :, 1] = np.where(both & ~sideways, (over[:, :, 1] + 1.0) / 3 * side[:, :, 1], 0.0)
        points = points + np.add.reduce(push, axis=0)
    return points


def _repulsion(points: _Points) -> _Points:
    gap = points[None, :, :] - points[:, None, :]
    square = np.maximum(gap[:, :, 0] * gap[:, :, 0] + gap[:, :, 1] * gap[:, :, 1], 1e-4)
    # A sum along the first axis adds row by row; along the last one its order depends on the CPU.
    force: _Points = np.add.reduce(gap / square[:, :, None], axis=0)
    return force


def _length(points: _Points) -> _Points:
    return np.asarray(np.sqrt(points[:, 0] * points[:, 0] + points[:, 1] * points[:, 1]))
