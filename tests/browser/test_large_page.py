"""A page of two thousand nodes: it opens on its first view, is drawn whole, and asks nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.large import drawn, store_of, with_own_words
from kg.queries import select_picture
from kg.queries.rows import Picture
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

TEXTS = 333


@pytest.fixture(scope="module")
def large() -> Picture:
    return with_own_words(select_picture(store_of(TEXTS)))


@pytest.fixture(scope="module")
def page(large: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "explorer.html"
    path.write_text(draw_explorer(large), encoding="utf-8", newline="\n")
    return path


def test_the_whole_network_is_drawn_without_a_request_or_a_complaint(
    page: Path, large: Picture, open_page: Opener
) -> None:
    """Every node and line of the picture is in the drawing, and the drawing is on the screen."""
    watched = open_page(page, fragment="#view=network&whole=yes")
    watched.page.wait_for_function("() => document.getElementById('canvas').drawn?.drawn > 0")
    counted = watched.page.evaluate(
        """() => {
          const { scene, canvas, context } = document.getElementById('canvas').drawn;
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
          const colours = new Set();
          for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 4).join());
          return [scene.nodes.length, scene.lines.length, colours.size];
        }"""
    )
    whole = drawn(large)
    assert counted[:2] == [len(whole.nodes), len(whole.lines)]
    assert counted[2] > 10
    watched.is_quiet()


def test_it_opens_with_the_pairs_of_which_most_texts_speak(page: Path, open_page: Opener) -> None:
    """Those shown first are no fewer texts' than the others, which a button brings."""
    watched = open_page(page)
    view = watched.page
    rows = view.locator("#view-overview .row")
    rows.first.wait_for()
    texts = [int(words.split()[-2]) for words in rows.locator(".names .aside").all_inner_texts()]
    assert texts == sorted(texts, reverse=True)
    more = view.locator("#view-overview .pairs > li:last-child > button")
    left = int(more.inner_text().split()[0])
    more.click()
    assert rows.locator(".pair").count() > len(texts)
    assert rows.locator(".pair").count() <= len(texts) + left
    watched.is_quiet()


@pytest.mark.parametrize("view", ["timeline", "stances", "table"])
def test_every_view_shows_so_much(view: str, page: Path, open_page: Opener) -> None:
    """None leaves its frame, and none complains."""
    watched = open_page(page, fragment=f"#view={view}")
    watched.page.locator(f"#view-{view} > *").first.wait_for()
    assert watched.page.evaluate("document.documentElement.scrollWidth") == 1400
    watched.is_quiet()
