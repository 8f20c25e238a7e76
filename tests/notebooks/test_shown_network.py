"""What a notebook's network draws: each line says its stance, beside the claim it is about."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.front.graph import open_graph
from kg.views.ego import draw_ego


@pytest.fixture(scope="module", params=["KP", "RU", "JP"])
def drawn(request: pytest.FixtureRequest, seed_build: Path) -> dict[str, Any]:
    """Return the nodes and edges that vis-network is given."""
    page = draw_ego(open_graph(seed_build).picture(), request.param)
    found = re.search(r'id="data">(.*?)</script>', page)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_no_zoom_hides_what_a_line_says(drawn: dict[str, Any]) -> None:
    """However far somebody zooms out, no line is left without its stance, and no box empty."""
    assert drawn["edges"] != []
    for each in (*drawn["edges"], *drawn["nodes"]):
        assert each["label"].strip() != ""
        assert each["scaling"]["label"]["drawThreshold"] == 0


def test_a_label_stands_beside_the_claim_that_it_is_about(drawn: dict[str, Any]) -> None:
    """No label is nearer to the row of another claim, and no node can be moved away from it."""
    nodes = {node["id"]: node for node in drawn["nodes"]}
    column = _claims(drawn)
    for edge in drawn["edges"]:
        ends = {edge["from"], edge["to"]}
        middle = sum(nodes[end]["y"] for end in ends) / 2 + edge["font"]["vadjust"]
        nearest = min(column, key=lambda claim: abs(nodes[claim]["y"] - middle))
        assert nearest in ends
    assert all(node["fixed"] for node in drawn["nodes"])


def test_of_lines_between_the_same_ends_none_lies_on_another(drawn: dict[str, Any]) -> None:
    """Whoever takes two stances on one claim has two lines, two labels and two curves."""
    seen = set()
    for edge in drawn["edges"]:
        way = (
            frozenset((edge["from"], edge["to"])),
            edge["smooth"]["roundness"],
            edge["font"]["vadjust"],
        )
        assert way not in seen
        seen.add(way)


@pytest.mark.parametrize("actor", ["KP", "RU", "JP"])
def test_the_still_picture_fits_a_page(actor: str, seed_build: Path) -> None:
    """Notebooks cut off what is wider, and at the edge stands the actor; the shape stays."""
    shown = open_graph(seed_build).show(actor)
    pictures = (shown.svg, shown._repr_mimebundle_()["image/svg+xml"])
    sizes = [re.findall(r'(?:width|height)="(\d+)"', picture)[:2] for picture in pictures]
    (wide, high), (width, height) = [map(int, size) for size in sizes]
    assert width <= 1000
    assert abs(width / height - wide / high) < 0.01


def _claims(drawn: dict[str, Any]) -> list[int]:
    """Return the claims: those at the place to the left or right of the actor where most stand."""
    places = [node["x"] for node in drawn["nodes"]]
    column = max(places, key=places.count)
    return [node["id"] for node in drawn["nodes"] if node["x"] == column]
