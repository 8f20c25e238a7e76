"""What the page is given to count claims by: kinds of items with the broader ones, instruments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.front.graph import open_graph
from kg.queries.rows import ItemRow, Picture
from kg.views.page_data import PageData


def test_items_are_those_of_claims_and_all_broader_ones(picture: Picture) -> None:
    """What no claim is about, and nothing that is below it, is left out."""
    view = PageData(picture).whole()
    assert [(item["id"], item["broader"]) for item in view["items"]] == [
        ("arms", []),
        ("rifles", [0]),
    ]
    assert [claim["items"] for claim in view["claims"]] == [[1], [1], []]
    assert view["instruments"] == [{"id": "pact", "label": "Pact on Rifles", "kind": "treaty"}]


def test_a_circle_of_broader_items_ends(picture: Picture) -> None:
    """Reference data is checked for circles; a page of rows that have one is made all the same."""
    circle = (
        ItemRow(id="arms", label="Arms", aliases=(), broader=("rifles",)),
        ItemRow(id="rifles", label="Rifles", aliases=(), broader=("arms", "not-known")),
    )
    items = PageData(replace(picture, items=circle)).whole()["items"]
    assert [item["broader"] for item in items] == [[1], [0]]


def test_every_item_of_the_bundled_claims_has_its_place(bundled_build: Path) -> None:
    """Each item of a claim is a row, and the topmost one that all lead to is there."""
    picture = open_graph(bundled_build).picture()
    view = PageData(picture).whole()
    said = {role.value for row in picture.propositions for role in row.roles if role.role == "item"}
    assert said
    assert said <= {item["id"] for item in view["items"]}
    assert [item["id"] for item in view["items"] if not item["broader"]] == ["any-item"]
    named = {norm.instrument for norm in picture.norms}
    assert {each["id"] for each in view["instruments"]} == named
