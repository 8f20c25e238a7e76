"""The part of the network around one claim, finding or actor, and where each node of it stands.

A claim stands in the middle; above it who says it, to the left and right who stands in its roles,
below it the norms that a finding leads to. So every claim reads the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.views.sketch import NOT_APPLYING, VOICED, Line, Sketch

_COLUMN = 345
_ROW = 124
_ABOVE = -240
_BELOW = 240
_IN_A_ROW = 3
_ACROSS = 300
_ACROSS_CROWDED = 205
_DEEPER = 125

# The same for a tall and narrow frame.
_BESIDE = 150
_STEP = 140
_FIRST_STEP = 26

# An actor's neighbourhood is cut here; the page says how many claims there are in all.
MOST_CLAIMS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """A node in the middle, positions of all nodes shown, ids of all lines shown.

    ``left_out`` counts the claims that did not find room; ``tall`` holds other positions for a tall
    and narrow frame, or nothing.
    """

    positions: dict[str, tuple[int, int]]
    lines: tuple[str, ...]
    left_out: int = 0
    tall: dict[str, tuple[int, int]] = field(default_factory=dict)


def around_claims(drawn: Sketch) -> dict[str, Focus]:
    """Return the neighbourhood of every proposition, without the norms that do not apply."""
    around = _touching(drawn)
    found: dict[str, Focus] = {}
    for node in drawn.nodes:
        if node.kind == "proposition":
            lines = [x for x in around.get(node.id, ()) if _is_shown(x)]
            found[node.id] = _around(node.id, lines)
    return found


def around_findings(drawn: Sketch) -> dict[str, Focus]:
    """Return the neighbourhood of every finding: its transfer, with this one norm."""
    around = _touching(drawn)
    return {
        line.about: _around(
            line.source,
            [
                x
                for x in around[line.source]
                if x.kind in {*VOICED, "role"} or _is_part(x, line.source)
            ]
            + [line],
        )
        for line in drawn.lines
        if line.kind == "finding"
    }


def _is_shown(line: Line) -> bool:
    """Tell whether a claim's neighbourhood has the line: single findings have one of their own."""
    return line.kind != "finding" and not line.label.startswith(
        tuple(f"inferred: {words}" for words in NOT_APPLYING)
    )


def _is_part(line: Line, proposition: str) -> bool:
    return line.source == proposition and line.label.startswith("part of")


def around_actors(drawn: Sketch) -> dict[str, Focus]:
    """Return the claims in which each actor stands in a role, or else those that it makes."""
    around = _touching(drawn)
    found: dict[str, Focus] = {}
    for node in drawn.nodes:
        if node.kind not in {"actor", "voice"}:
            continue
        lines = around.get(node.id, [])
        roles = [line for line in lines if line.kind == "role"]
        found[node.id] = _star(node.id, roles or lines)
    return found


def _touching(drawn: Sketch) -> dict[str, list[Line]]:
    around: dict[str, list[Line]] = {}
    for line in drawn.lines:
        for end in {line.source, line.target}:
            around.setdefault(end, []).append(line)
    return around


def _around(centre: str, lines: Sequence[Line]) -> Focus:
    above = _others(centre, (x for x in lines if x.kind in VOICED))
    below = _others(centre, (x for x in lines if x.kind in {"finding", "findings"}))
    placed = {centre, *above, *below}
    left = [x for x in _others(centre, _into(centre, lines)) if x not in placed]
    placed.update(left)
    right = [x for x in _others(centre, lines) if x not in placed]
    tallest = max(len(left), len(right), 1)
    reach = max(0, (tallest - 1) * _ROW // 2 - 40) if len(above) > 1 or len(below) > 1 else 0
    positions = {centre: (0, 0)}
    positions |= _row(above, _ABOVE - reach, up=True) | _row(below, _BELOW + reach)
    positions |= _pillar(left, -_COLUMN) | _pillar(right, _COLUMN)
    return Focus(
        positions=positions,
        lines=tuple(sorted(x.id for x in lines)),
        tall={centre: (0, 0)}
        | _pairs(above, _pairs_depth(left) + 1, up=True)
        | _pairs(left, 1, up=True)
        | _pairs(right, 1)
        | _pairs(below, _pairs_depth(right) + 1),
    )


def _pairs_depth(nodes: Sequence[str]) -> int:
    return (len(nodes) + 1) // 2


def _pairs(nodes: Sequence[str], depth: int, *, up: bool = False) -> dict[str, tuple[int, int]]:
    """Place nodes two by two, beside the axis that lines to what stands beyond them take."""
    far = -1 if up else 1
    if len(nodes) == 1 and depth > 1:
        return {nodes[0]: (0, far * (depth * _STEP + _FIRST_STEP))}
    return {
        node: ((at % 2 * 2 - 1) * _BESIDE, far * ((depth + at // 2) * _STEP + _FIRST_STEP))
        for at, node in enumerate(nodes)
    }


def _star(centre: str, lines: Sequence[Line]) -> Focus:
    claims = _others(centre, lines)
    kept = set(claims[:MOST_CLAIMS])
    lines = [x for x in lines if x.source in kept or x.target in kept]
    # Arrows tell the direction, so the two sides share the claims evenly and nothing is a tower.
    shown = _others(centre, lines)
    left, right = shown[: (len(shown) + 1) // 2], shown[(len(shown) + 1) // 2 :]
    return Focus(
        positions={centre: (0, 0)} | _pillar(left, -_COLUMN) | _pillar(right, _COLUMN),
        lines=tuple(sorted(x.id for x in lines)),
        left_out=len(claims) - len(kept),
    )


def _into(centre: str, lines: Iterable[Line]) -> Iterable[Line]:
    return (x for x in lines if x.target == centre)


def _others(centre: str, lines: Iterable[Line]) -> list[str]:
    """Return the other ends, each once: actors before claims, so that arrows cross less."""
    ends = {x.source if x.target == centre else x.target for x in lines} - {centre}
    return sorted(ends, key=lambda end: (not end.startswith("actor:"), end))


def _row(nodes: Sequence[str], y: int, *, up: bool = False) -> dict[str, tuple[int, int]]:
    """Place nodes side by side; more than three in two alternating depths, so that labels fit."""
    crowded = len(nodes) > _IN_A_ROW
    across = _ACROSS_CROWDED if crowded else _ACROSS
    first = -(len(nodes) - 1) * across // 2
    return {
        node: (first + at * across, y + (at % 2 * _DEEPER * (-1 if up else 1) if crowded else 0))
        for at, node in enumerate(nodes)
    }


def _pillar(nodes: Sequence[str], x: int) -> dict[str, tuple[int, int]]:
    first = -(len(nodes) - 1) * _ROW // 2
    return {node: (x, first + at * _ROW) for at, node in enumerate(nodes)}
