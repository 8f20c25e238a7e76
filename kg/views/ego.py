"""One actor's network for a notebook: pyvis draws it, through a template that runs no data."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from html import escape
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader
from markupsafe import Markup

from kg.errors import KgError, Problem
from kg.marked import did_you_mean
from kg.queries.rows import Picture
from kg.views.layout import Positions
from kg.views.page import WEB, environment, in_script, policy, read_asset, read_vis_network
from kg.views.page_network import style_of
from kg.views.picture_svg import (
    COLOURS,
    DASHES,
    LINE_LETTERS,
    NODE_LETTERS,
    draw_svg,
    place_ego,
)
from kg.views.sketch import VOICED, Line, Node, Sketch, sketch
from kg.views.words import DETERMINES_NOTHING, plain, shorten

MOST_NODES = 150

# vis-network writes wider than the still picture, so its columns stand further apart.
_STRETCH = 1.15
# A notebook shows so many pixels, and cuts off what is wider.
_PAGE = 940
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
# Whoever zooms out still sees the stance beside each line, however small.
_ALWAYS_LABELLED = {"label": {"enabled": False, "drawThreshold": 0}}


def draw_ego(picture: Picture, actor: str, *, hops: int = 1) -> str:
    """Return a page with the claims around ``actor``, those who make them, and their findings.

    Raises KgError for an actor that the picture does not have, and for more than 150 nodes.
    """
    return _draw(picture, actor, ego(picture, actor, hops=hops))


def ego(picture: Picture, actor: str, *, hops: int = 1) -> Sketch:
    """Return the part of the sketch within ``hops`` of ``actor``, with all who say it."""
    if actor not in {row.id for row in picture.actors}:
        hint = did_you_mean(actor, [row.id for row in picture.actors])
        raise _refuse("not-in-graph", f"this graph has no actor {actor!r}", hint)
    whole = sketch(picture)
    lines = [line for line in whole.lines if line.kind != "finding"]
    near = {node.id for node in whole.nodes if _is(node, actor)}
    kept: set[str] = set()
    for _ in range(hops):
        touched = [line for line in lines if {line.source, line.target} & near]
        kept |= {line.id for line in touched}
        near |= {end for line in touched for end in (line.source, line.target)}
    # A claim without those who make it would look like a fact.
    kept |= {line.id for line in lines if line.kind in VOICED and line.target in near}
    near |= {end for line in lines if line.id in kept for end in (line.source, line.target)}
    if len(near) > MOST_NODES:
        sentence = f"{len(near)} nodes stand within {hops} of {actor!r}, more than {MOST_NODES}"
        hint = "take one text: show(actor, text=...); or see it all with `kg explore`"
        raise _refuse("too-many-nodes", sentence, hint)
    return Sketch(
        nodes=tuple(node for node in whole.nodes if node.id in near),
        lines=tuple(line for line in lines if line.id in kept),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a notebook shows: a page in a sandboxed frame, and a still picture beside it."""

    page: str
    svg: str
    account: str
    height: int

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        image = base64.b64encode(self.svg.encode()).decode()
        # The frame may run its own script and nothing else; it has no origin and no network.
        frame = (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="allow-scripts" width="100%" '
            f'height="{self.height}" style="border:0" title="{escape(self.account)}"></iframe>'
        )
        still = (
            f"<details><summary>{escape(self.account)}</summary>"
            f'<img alt="{escape(self.account)}" style="max-width:100%" '
            f'src="data:image/svg+xml;base64,{image}"></details>'
        )
        return {
            "text/html": frame + still,
            "image/svg+xml": _fitting_a_page(self.svg),
            "text/plain": self.account,
        }


def show(picture: Picture, actor: str, *, hops: int = 1) -> Shown:
    """Return the network around ``actor`` as an object that a notebook shows inline."""
    part = ego(picture, actor, hops=hops)
    claims = sum(node.kind == "proposition" for node in part.nodes)
    name = next(plain(row.name) for row in picture.actors if row.id == actor)
    account = f"{claims} claims around {name}, and who makes them. {DETERMINES_NOTHING}"
    return Shown(
        page=_draw(picture, actor, part),
        svg=draw_svg(part, centre=actor),
        account=account,
        height=min(1200, max(340, 120 + 36 * claims)),
    )


def _fitting_a_page(svg: str) -> str:
    size = _SIZE.search(svg)
    if size is None or int(size[1]) <= _PAGE:
        return svg
    height = int(size[2]) * _PAGE // int(size[1])
    return svg.replace(size[0], f'width="{_PAGE}" height="{height}"', 1)


def _draw(picture: Picture, actor: str, part: Sketch) -> str:
    name = next(plain(row.name) for row in picture.actors if row.id == actor)
    network = _network()
    positions = {node: (x * _STRETCH, y) for node, (x, y) in place_ego(part, actor).items()}
    numbers = {node.id: at for at, node in enumerate(part.nodes)}
    for node in part.nodes:
        network.add_node(
            numbers[node.id],
            label=shorten(node.label, NODE_LETTERS),
            shape="box",
            color=COLOURS[node.kind][0],
            x=positions[node.id][0],
            y=positions[node.id][1],
        )
    for line in part.lines:
        network.add_edge(
            numbers[line.source],
            numbers[line.target],
            label=shorten(line.label.replace("\n", " — "), LINE_LETTERS),
        )
    for edge, line in zip(network.edges, part.lines, strict=True):
        edge.update(_look(line))
        edge.update(_place_line(line, part, positions))
    for node, drawn in zip(network.nodes, part.nodes, strict=True):
        node.update(_font(drawn))
        # Labels of lines stand where the nodes were placed, and would not follow one.
        node.update({"fixed": True, "scaling": _ALWAYS_LABELLED})
    return _render(network, f"What is said of and by {name}")


def _network() -> Any:  # noqa: ANN401  # pyvis is untyped
    from pyvis.network import Network  # noqa: PLC0415  # brings IPython along, half a second

    network = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    # pyvis's own template loads from a content network and writes titles as markup. This one takes
    # its place; with every parameter that reaches a page unescaped left unused.
    network.templateEnv = environment(
        ChoiceLoader(
            [FileSystemLoader(WEB, encoding="utf-8"), FileSystemLoader(network.template_dir)]
        )
    )
    network.path = "ego.html.j2"
    network.toggle_physics(status=False)
    return network


def _render(network: Any, title: str) -> str:  # noqa: ANN401  # pyvis is untyped
    library = read_vis_network()
    script = f"(function () {{\n'use strict';\n{read_asset('ego.js')}}})();\n"
    style = read_asset("ego.css")
    network.templateEnv.globals |= {
        "title": title,
        "disclaimer": f"Claims, not facts. {DETERMINES_NOTHING}",
        "policy": policy(scripts=(library, script), styles=(style,)),
        "library": Markup(library),  # noqa: S704  # pyvis's own, no data in it
        "script": Markup(script),  # noqa: S704  # ours, no data in it
        "style": Markup(style),  # noqa: S704  # ours, no data in it
    }
    network.templateEnv.filters["in_script"] = in_script
    return str(network.generate_html("ego.html"))


def _look(line: Line) -> dict[str, Any]:
    style = style_of(line)
    return {
        "color": {"color": COLOURS[style][0], "inherit": False},
        "dashes": list(DASHES[style]) or False,
        "arrows": {"to": {"enabled": True, "type": "bar" if style == "crossed" else "arrow"}},
        "stance": line.stance,
        "status": line.status,
    }


def _place_line(line: Line, part: Sketch, positions: Positions) -> dict[str, Any]:
    """Return where a line and its label go, so that neither hides another between the same ends."""
    same = [x.id for x in part.lines if {x.source, x.target} == {line.source, line.target}]
    at = same.index(line.id)
    down = 15.0 * at - 7.5 * (len(same) - 1)
    claims = {node.id for node in part.nodes if node.kind == "proposition"}
    if len({positions[claim][0] for claim in claims}) == 1:
        # Half-way along its line, a label would stand beside some other claim.
        claim, other = sorted((line.source, line.target), key=lambda end: end not in claims)
        down += (positions[claim][1] - positions[other][1]) / 2
    return {
        "scaling": _ALWAYS_LABELLED,
        "smooth": {
            "enabled": True,
            "type": "cubicBezier",
            "forceDirection": "horizontal",
            "roundness": 0.45 + 0.12 * at,
        },
        # vis-network does not move a background along with its words; a rim does move.
        "font": {
            "color": COLOURS[style_of(line)][0],
            "size": 12.5,
            "vadjust": down,
            "background": "none",
            "strokeWidth": 4,
            "strokeColor": "#f7f6f2",
        },
    }


def _font(node: Node) -> dict[str, Any]:
    fill, ink = COLOURS[node.kind]
    border = COLOURS["border"][0] if node.kind != "actor" else fill
    return {"font": {"color": ink}, "color": {"background": fill, "border": border}}


def _is(node: Node, actor: str) -> bool:
    return node.kind in {"actor", "voice"} and actor in node.id.removeprefix("actor:").split("+")


def _refuse(slug: str, sentence: str, hint: str | None) -> KgError:
    return KgError([Problem(slug=slug, sentence=sentence, hint=hint)])
