"""A still picture of a small network, as SVG: for notebooks, and where no script may run."""

from __future__ import annotations

import textwrap
from html import escape

from kg.views.layout import Positions, place
from kg.views.page_network import style_of
from kg.views.sketch import Line, Node, Sketch
from kg.views.words import DETERMINES_NOTHING, shorten

# (fill or stroke, ink); the picture brings its own paper, so that it reads on any page.
COLOURS: dict[str, tuple[str, str]] = {
    "actor": ("#1d1c1a", "#f7f6f2"),
    "voice": ("#ffffff", "#1d1c1a"),
    "proposition": ("#ffffff", "#1d1c1a"),
    "norm": ("#efeaf8", "#1d1c1a"),
    "border": ("#8d897f", ""),
    "solid": ("#17646c", ""),
    "dashed": ("#17646c", ""),
    "dotted": ("#8a5a00", ""),
    "crossed": ("#b3261e", ""),
    "mixed": ("#77736a", ""),
    "faint": ("#77736a", ""),
    "spared": ("#77736a", ""),
    "inferred": ("#6a4aa3", ""),
}
DASHES: dict[str, tuple[int, ...]] = {
    "solid": (),
    "dashed": (7, 5),
    "dotted": (2, 5),
    "crossed": (),
    "mixed": (10, 4, 2, 4),
    "faint": (1, 3),
    "spared": (14, 4, 2, 4, 2, 4),
    "inferred": (14, 4, 2, 4, 2, 4),
}
NODE_LETTERS = 96
LINE_LETTERS = 60
_ROW = 50.0
_GAP = 560.0
_LINE = 15
_CHARACTER = 6.4
_Path = tuple[tuple[float, float], tuple[float, float]]
_FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def place_ego(part: Sketch, actor: str) -> Positions:
    """Return positions in which no box stands on another, with the actor as the origin.

    Where every line joins an actor and a claim, claims stand one below the other, the actor to the
    right of them and the other voices to the left, so that the picture reads line by line.
    """
    centre = f"actor:{actor}"
    claims = [node.id for node in part.nodes if node.kind == "proposition"]
    voices = [node.id for node in part.nodes if node.kind != "proposition" and node.id != centre]
    if all((line.source in claims) != (line.target in claims) for line in part.lines):
        return (
            {centre: (0.0, 0.0)}
            | _column(claims, -_GAP, _ROW)
            | _column(voices, -2 * _GAP, 4 * _ROW)
        )
    sizes = {node.id: _size(node) for node in part.nodes} | {centre: (120.0, 30.0)}
    roomy = {name: (width + 34.0, height + 34.0) for name, (width, height) in sizes.items()}
    order = sorted(roomy, key=lambda name: (name != centre, name))
    edges = [(line.source, line.target) for line in part.lines]
    return place(order, edges, spacing=150.0, sizes=roomy)


def _column(nodes: list[str], x: float, row: float) -> Positions:
    return {node: (x, (at - (len(nodes) - 1) / 2) * row) for at, node in enumerate(nodes)}


def draw_svg(part: Sketch, *, centre: str) -> str:
    """Return the sketch as SVG, with ``centre`` (an actor's id) as the point to start from."""
    positions = place_ego(part, centre)
    paths = _paths(part, positions)
    boxes = {node.id: _size(node) for node in part.nodes}
    reach_x = [positions[n][0] + side * w / 2 for n, (w, _) in boxes.items() for side in (-1, 1)]
    reach_y = [positions[n][1] + side * h / 2 for n, (_, h) in boxes.items() for side in (-1, 1)]
    left, top = min(reach_x, default=0.0) - 20, min(reach_y, default=0.0) - 20
    width, height = max(reach_x, default=0.0) + 20 - left, max(reach_y, default=0.0) + 44 - top
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.1f} {top:.1f} {width:.1f} '
        f'{height:.1f}" width="{width:.0f}" height="{height:.0f}" role="img" '
        f'font-family="{_FONT}" font-size="12">'
        f"<title>{escape(DETERMINES_NOTHING)}</title>"
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" '
        'fill="#f7f6f2"/>'
    )
    # The caption stays with the picture when somebody crops or copies it.
    caption = (
        f'<text x="{left + 20:.1f}" y="{top + height - 14:.1f}" fill="#635f57">'
        f"Claims, not facts. {escape(DETERMINES_NOTHING)}</text>"
    )
    parts = [
        opening,
        *(_draw_line(line, paths[line.id]) for line in part.lines),
        *(_draw_label(line, paths[line.id]) for line in part.lines),
        *(_draw_node(node, positions) for node in part.nodes),
        caption,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _words(node: Node) -> list[str]:
    wide = 52 if node.kind == "proposition" else 26
    return textwrap.wrap(shorten(node.label, NODE_LETTERS), wide) or [" "]


def _size(node: Node) -> tuple[float, float]:
    words = _words(node)
    return max(map(len, words)) * _CHARACTER + 20, len(words) * _LINE + 14.0


def _draw_node(node: Node, positions: Positions) -> str:
    x, y = positions[node.id]
    width, height = _size(node)
    fill, ink = COLOURS[node.kind]
    corner = {"actor": 14, "voice": 14, "norm": 0}.get(node.kind, 5)
    stroke = fill if node.kind == "actor" else COLOURS["border"][0]
    words = _words(node)
    first = y - (len(words) - 1) * _LINE / 2 + 4
    lines = "".join(
        f'<tspan x="{x:.1f}" y="{first + at * _LINE:.1f}">{escape(line)}</tspan>'
        for at, line in enumerate(words)
    )
    return (
        f'<rect x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" rx="{corner}" fill="{fill}" stroke="{stroke}"/>'
        f'<text text-anchor="middle" fill="{ink}">{lines}</text>'
    )


def _draw_line(line: Line, path: _Path) -> str:
    style = style_of(line)
    dashes = " ".join(map(str, DASHES[style]))
    (x1, y1), (x2, y2) = path
    middle = (x1 + x2) / 2
    ahead = 5.0 if x2 >= x1 else -5.0
    colour = COLOURS[style][0]
    # A denial ends in a bar, all else in an arrow.
    end = (
        f"M{x2:.1f} {y2 - 6:.1f}v12"
        if style == "crossed"
        else f"M{x2 - ahead:.1f} {y2 - 3.5:.1f}L{x2:.1f} {y2:.1f}l{-ahead:.1f} 3.5"
    )
    return (
        f'<g fill="none" stroke="{colour}" stroke-width="1.6">'
        f"<title>{escape(line.label)}: {escape(line.who)}</title>"
        f'<path d="M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} '
        f'{x2:.1f} {y2:.1f}"'
        f' stroke-dasharray="{dashes or "none"}"/><path d="{end}"/></g>'
    )


def _draw_label(line: Line, path: _Path) -> str:
    # Beside the claim: there the lines of one voice have spread, so that no label hides another.
    by_actor = line.source.startswith("actor:")
    (x, y), (x_far, _) = path[::-1] if by_actor else path
    side = 1 if x_far >= x else -1
    words = shorten(line.label.replace("\n", " — "), LINE_LETTERS)
    return (
        f'<text text-anchor="{"start" if side > 0 else "end"}" font-size="10.5" '
        f'x="{x + side * 14:.1f}" y="{y + 3.5:.1f}" fill="{COLOURS[style_of(line)][0]}" '
        f'stroke="#f7f6f2" stroke-width="4" paint-order="stroke">{escape(words)}</text>'
    )


def _paths(part: Sketch, positions: Positions) -> dict[str, _Path]:
    """Return where each line begins and ends: at the sides of boxes, beside lines like it."""
    widths = {node.id: _size(node)[0] for node in part.nodes}
    together: dict[frozenset[str], list[str]] = {}
    for line in part.lines:
        together.setdefault(frozenset((line.source, line.target)), []).append(line.id)
    paths: dict[str, _Path] = {}
    for line in part.lines:
        same = together[frozenset((line.source, line.target))]
        aside = (same.index(line.id) - (len(same) - 1) / 2) * 13
        (x1, y1), (x2, y2) = positions[line.source], positions[line.target]
        side = 1 if x2 >= x1 else -1
        start = (x1 + side * widths[line.source] / 2, y1 + aside)
        paths[line.id] = (start, (x2 - side * widths[line.target] / 2, y2 + aside))
    return paths
