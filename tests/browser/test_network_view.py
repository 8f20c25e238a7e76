"""The network: walked, expanded, pinned, reopened by a link, and taken away as a picture."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page

from kg.front.graph import open_graph
from kg.views.explorer import draw_explorer
from kg.views.view_model import View
from tests.browser.conftest import Opener
from tests.hostile_words import GROUPS, case

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
SCENE = """() => document.getElementById('canvas').drawn.scene.nodes.map(
  ({ id, x, y, pinned }) => ({ id, x, y, pinned: Boolean(pinned) }))"""
DATA = "document.getElementById('data').view"


@pytest.fixture(scope="module")
def explorer(seed_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(open_graph(seed_build).picture())
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


@pytest.fixture(scope="module")
def long_page(bundled_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page whose views are longer than a window."""
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    graph = open_graph(bundled_build)
    page = draw_explorer(graph.picture(), matrices=graph.stance_matrices())
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def scene(page: Page) -> dict[int, dict[str, Any]]:
    return {node["id"]: node for node in page.evaluate(SCENE)}


def address(page: Page) -> str:
    fragment = page.evaluate("location.hash")
    assert isinstance(fragment, str)
    return fragment


def neighbours(data: View, at: int) -> set[int]:
    """Return what a node is joined to, but for rules that do not apply."""
    lines = data["network"]["lines"]
    joined = [x for x in lines if x["kind"] != "finding" and x["style"] != "spared"]
    ends = {(x["from"], x["to"]) for x in joined} | {(x["to"], x["from"]) for x in joined}
    return {other for one, other in ends if one == at} - {at}


def place_of(page: Page, node: int) -> tuple[float, float]:
    x, y = page.evaluate(
        """(id) => {
          const { drawn } = document.getElementById('canvas');
          const node = drawn.scene.nodes.find((each) => each.id === id);
          const box = document.getElementById('canvas').getBoundingClientRect();
          const [x, y] = drawn.camera.toFrame(node.x, node.y);
          return [x + box.left, y + box.top];
        }""",
        node,
    )
    return x, y


def actor(page: Page, name: str) -> int:
    at = page.evaluate(
        "(name) => " + DATA + ".network.nodes.findIndex((each) => each.label === name)", name
    )
    assert isinstance(at, int)
    assert at >= 0
    return at


def middle(page: Page) -> int:
    """Return the node of the claim that the selected finding is about."""
    data: View = page.evaluate(DATA)
    claim = data["findings"][0]["claim"]
    return next(at for at, x in enumerate(data["network"]["nodes"]) if x["claim"] == claim)


def said(page: Page) -> str:
    page.wait_for_timeout(60)
    return page.locator("#said").inner_text()


def test_to_expand_draws_the_neighbours_and_to_collapse_takes_them_away(
    explorer: Path, open_page: Opener
) -> None:
    """As many come as the data has, each once; a double click, a key and a button do the same."""
    watched = open_page(explorer, fragment="#view=network")
    page = watched.page
    data: View = page.evaluate(DATA)
    base = scene(page)
    dprk = actor(page, "DPRK")
    wanted = set(base) | neighbours(data, dprk)
    assert len(wanted) > len(base)
    page.mouse.dblclick(*place_of(page, dprk))
    assert set(scene(page)) == wanted
    assert f"DPRK expanded: {len(wanted) - len(base)} neighbours" in said(page)
    page.keyboard.press("c")
    assert set(scene(page)) == set(base)
    page.keyboard.press("e")
    assert set(scene(page)) == wanted
    page.get_by_role("button", name="Collapse").click()
    assert set(scene(page)) == set(base)
    watched.is_quiet()


def test_no_box_stands_on_another_once_expanded(explorer: Path, open_page: Opener) -> None:
    """Newcomers find free places, and every line among the nodes is drawn with its stance."""
    page = open_page(explorer, fragment="#view=network&netRings=2").page
    data: View = page.evaluate(DATA)
    boxes = page.evaluate("document.getElementById('canvas').drawn.boxes()")
    assert len(boxes) > 15
    overlaps = [
        (one["id"], other["id"])
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]
    assert overlaps == []
    nodes = set(scene(page))
    denials = {
        at
        for at, line in enumerate(data["network"]["lines"])
        if line["style"] == "crossed" and {line["from"], line["to"]} <= nodes
    }
    drawn = page.evaluate(
        "document.getElementById('canvas').drawn.scene.lines.map((line) => line.id)"
    )
    assert denials <= set(drawn)


def test_arrows_walk_along_lines_and_tell_who_says_it(explorer: Path, open_page: Opener) -> None:
    """Each step goes to a neighbour and is told with stance and speaker; Enter selects it."""
    watched = open_page(explorer, fragment="#view=network")
    page = watched.page
    data: View = page.evaluate(DATA)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowLeft")
    told = said(page)
    assert re.match(r"DPRK, supplier( of the whole)? in the claim of a .+ \(.+: \w+ · \w+", told), (
        told
    )
    assert page.locator("#walked").inner_text() == told
    cursor = page.evaluate("document.getElementById('canvas').drawn.cursor")
    assert scene(page)[actor(page, "DPRK")] == page.evaluate(SCENE)[cursor]
    before = set(scene(page))
    page.keyboard.press("Enter")
    dprk = next(each for each in data["actors"] if each["name"] == "DPRK")
    assert f"actor={dprk['id']}" in address(page)
    assert set(scene(page)) == before, "the picture stays where it is while one walks"
    page.keyboard.press("Escape")
    assert "finding=" in address(page)
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    watched.is_quiet()


def test_every_line_is_told_as_said_by_somebody(explorer: Path, open_page: Opener) -> None:
    """No line of the whole graph can be walked without a stance, an inference, or nobody."""
    page = open_page(explorer, fragment="#view=network&whole=yes").page
    page.locator("#canvas").focus()
    seen = set()
    for key in ("]", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown") * 8:
        page.keyboard.press(key)
        told = said(page)
        if key != "]" and told != "No line leads that way":
            seen.add(told)
            assert re.search(r" · |nobody in this graph says it|no legal determination", told), told
    assert len(seen) > 8


def test_a_node_that_was_put_somewhere_stays_there_in_a_link(
    explorer: Path, open_page: Opener
) -> None:
    """Dragged by hand, pinned by key, reopened from the address; unpinned it goes back."""
    watched = open_page(explorer, fragment="#view=network")
    page = watched.page
    dprk, start = actor(page, "DPRK"), scene(page)
    x, y = place_of(page, dprk)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 90, steps=4)
    page.mouse.up()
    put = scene(page)[dprk]
    assert put["pinned"]
    assert abs(put["y"] - start[dprk]["y"]) > 50
    page.mouse.dblclick(*place_of(page, dprk))
    expanded = scene(page)
    again = open_page(explorer, fragment=address(page)).page
    assert scene(again) == expanded
    assert scene(again)[dprk] == put
    again.locator("#canvas").focus()
    page.keyboard.press("p")
    assert scene(page)[dprk] == start[dprk]
    assert "DPRK unpinned" in said(page)
    watched.is_quiet()


def test_a_line_under_the_pointer_is_told(explorer: Path, open_page: Opener) -> None:
    """Whoever points at a line from a supplier reads who says it and how, before any click."""
    page = open_page(explorer, fragment="#view=network").page
    one, other = place_of(page, actor(page, "DPRK")), place_of(page, middle(page))
    page.mouse.move(one[0] + (other[0] - one[0]) * 0.3, one[1] + (other[1] - one[1]) * 0.3)
    told = page.locator("#walked").inner_text()
    assert re.match(r"DPRK, supplier( of the whole)? in the claim of a .+ \(.+: \w+ · \w+", told), (
        told
    )
    page.mouse.move(5, 5)
    assert page.locator("#walked").is_hidden()


def test_what_is_selected_elsewhere_is_followed(explorer: Path, open_page: Opener) -> None:
    """A row that does not stand in the picture gets one of its own, and nothing is left pinned."""
    page = open_page(explorer, fragment="#view=network").page
    page.locator("#canvas").focus()
    page.keyboard.press("p")
    assert "netPins=" in address(page)
    shown = set(scene(page))
    page.click("[data-list=claims]")
    data: View = page.evaluate(DATA)
    for entry in page.locator("#list .entry").all():
        claim = int(entry.get_attribute("data-at") or 0)
        node = next(n for n, x in enumerate(data["network"]["nodes"]) if x["claim"] == claim)
        if node not in shown:
            entry.click()
            break
    assert node in scene(page)
    assert "netPins=" not in address(page)


def test_claims_that_the_filters_leave_out_are_pale(explorer: Path, open_page: Opener) -> None:
    """They stay, since who is joined to whom does not hang on a filter; the words say so."""
    page = open_page(explorer, fragment="#view=network&whole=yes&stance=confirms").page
    data: View = page.evaluate(DATA)
    drawn = page.evaluate(
        "document.getElementById('canvas').drawn.scene.nodes.map((node) => [node.id, node.opacity])"
    )
    claims = {at: data["network"]["nodes"][at]["claim"] for at, _ in drawn}
    confirmed = {
        at
        for at, claim in claims.items()
        if claim is not None
        and any(data["acts"][act]["stance"] == "confirms" for act in data["claims"][claim]["acts"])
    }
    selected = data["findings"][0]["claim"]
    pale = {at for at, opacity in drawn if opacity < 0.5}
    assert pale == {
        at for at, claim in claims.items() if claim is not None and claim != selected
    } - (confirmed)
    assert "Pale: claims that the filters leave out" in page.locator("#around").inner_text()


def test_two_fingers_zoom_and_one_moves(explorer: Path, open_page: Opener) -> None:
    """By touch: a pinch makes it larger, a finger on the ground moves it, a tap selects."""
    watched = open_page(explorer, fragment="#view=network", width=375, height=800)
    page = watched.page
    page.click(".tabs [data-part=network]")
    page.wait_for_timeout(100)
    touch = page.context.new_cdp_session(page)
    camera = (
        "(({ x, y, scale }) => ({ x, y, scale }))(document.getElementById('canvas').drawn.camera)"
    )
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    left, low = box["x"] + 12, box["y"] + box["height"] - 40

    def send(kind: str, *points: tuple[float, float]) -> None:
        fingers = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    before = page.evaluate(camera)
    send("touchStart", (left, low))
    send("touchMove", (left + 40, low))
    send("touchEnd")
    moved = page.evaluate(camera)
    assert moved["x"] < before["x"]
    assert moved["scale"] == before["scale"]
    send("touchStart", (left, low), (left + 60, low))
    send("touchMove", (left, low), (left + 180, low))
    send("touchEnd")
    assert page.evaluate(camera)["scale"] > 2 * before["scale"]
    page.get_by_role("button", name="Fit the network to its frame").click()
    at = place_of(page, actor(page, "DPRK"))
    send("touchStart", at)
    send("touchEnd")
    assert said(page).startswith("actor selected: DPRK")
    assert "actor=" in address(page)
    assert page.locator("#canvas").is_visible()
    watched.is_quiet()


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Return width, height and the raw rows of a PNG, each after its filter's byte."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    at, packed = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    return width, height, zlib.decompress(packed)


def taken(page: Page, kind: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save this view as {kind}").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_network_is_taken_away_with_what_it_does_not_say(
    explorer: Path, open_page: Opener
) -> None:
    """An SVG that parses, with a node for each drawn; a PNG of twice its size that is no blank."""
    watched = open_page(explorer, fragment="#view=network&netRings=2")
    page = watched.page
    name, content = taken(page, "SVG")
    assert re.fullmatch(r"network-[0-9a-z-]+\.svg", name)
    root = ET.fromstring(content)  # noqa: S314  # our own file: this is the test that it parses
    groups = [each.get("class", "").split() for each in root.iter(f"{SVG}g")]
    assert sum(each[:1] == ["node"] for each in groups) == len(scene(page))
    lines = page.evaluate("document.getElementById('canvas').drawn.scene.lines.length")
    assert sum(each[:1] == ["line"] for each in groups) == lines > 0
    words = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    for part in (
        "Claims as attributed",
        "no legal determination",
        "denies or doubts it",
        "lines have no words",
    ):
        assert part in words
    assert "2023-10-26" in words, "the day of the text, and none of a clock"
    told = ["".join(each.itertext()) for each in root.iter(f"{SVG}title")]
    assert any(re.search("supplier.* in the claim of", each) for each in told)
    assert root.find(f"{SVG}desc") is not None
    assert not re.search(rb"href|url\(|<script|<style|<image", content)
    name, content = taken(page, "PNG")
    assert name.endswith(".png")
    width, height, rows = pixels(content)
    assert (width, height) == (2 * int(root.get("width", "")), 2 * int(root.get("height", "")))
    assert len(set(rows[:: len(rows) // 20_000])) > 20
    assert [url for url in watched.requests if url.startswith(("http", "ftp"))] == []
    assert watched.complaints == []


@pytest.mark.parametrize("view", ["overview", "timeline", "stances"])
def test_other_views_are_taken_away_whole(view: str, long_page: Path, open_page: Opener) -> None:
    """What is scrolled out of sight is in the picture, what narrows it too, and the view stays."""
    watched = open_page(long_page, fragment=f"#view={view}&stance=confirms", height=360)
    page = watched.page
    before = page.locator(f"#view-{view}").inner_html()
    _, content = taken(page, "SVG")
    root = ET.fromstring(content)  # noqa: S314  # our own file: this is the test that it parses
    words = "".join(
        "".join(each.itertext()) for each in root.iter() if each.tag in {f"{SVG}text", f"{SVG}desc"}
    )
    squeezed = re.sub(r"\s+", "", words)
    for shown in page.locator(f"#view-{view} :is(.aside, .pair bdi, h3)").all_text_contents():
        if "What counts" not in shown:
            assert re.sub(r"\s+", "", shown) in squeezed, shown
    assert "Narrowed to: Stance: confirms." in words
    assert "no legal determination" in words
    if view == "overview":
        down = {
            "".join(each.itertext()): float(each.get("y", "")) for each in root.iter(f"{SVG}text")
        }
        legend = down["inferred by this program, no legal determination"]
        rows = page.locator("#view-overview .pair bdi").all_inner_texts()
        assert all(down[row] < legend for row in rows), "nothing stands on what was scrolled away"
    assert page.locator(f"#view-{view}").inner_html() == before
    _, content = taken(page, "PNG")
    assert pixels(content)[0] == 2 * int(root.get("width", ""))
    assert watched.complaints == []


@pytest.mark.parametrize("view", ["network", "overview"])
def test_hostile_words_stay_words_in_a_picture(
    view: str, tmp_path: Path, open_page: Opener
) -> None:
    """Whatever names hold, the file is XML with our elements alone, and turns no text around."""
    ours = {"svg", "title", "desc", "g", "rect", "path", "circle", "text"}
    for group, words in GROUPS.items():
        path = tmp_path / f"{group}.html"
        page = draw_explorer(case(words), title=words[0])
        path.write_text(page, encoding="utf-8", newline="\n")
        sought = quote(words[0][:200] + "\u202e\u0001", errors="replace")
        watched = open_page(path, fragment=f"#view={view}&words={sought}")
        _, content = taken(watched.page, "SVG")
        root = ET.fromstring(content)  # noqa: S314  # our own file: this is the test that it parses
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= ours, group
        attributes = {key for each in root.iter() for key in each.attrib}
        assert not any(key.startswith("on") or "href" in key for key in attributes), group
        assert "⟨U+202E⟩⟨U+0001⟩" in content.decode()
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u0000]", content.decode())
        assert watched.dialogs == []
        watched.page.context.close()
