"""Pages made of words that try to run, to load and to hide: nothing of it happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.views.ego import draw_ego, show
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener
from tests.invented_rows import HOSTILE, hostile

pytestmark = pytest.mark.browser


def written(folder: Path, page: str) -> Path:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_explorer_runs_nothing_of_the_data(
    words: str, tmp_path: Path, open_page: Opener
) -> None:
    """No flag set, no dialog, no request, no changed title, whatever is clicked on."""
    written_page = written(tmp_path, draw_explorer(hostile(words), title=words))
    watched = open_page(written_page, fragment="#view=network")
    page = watched.page
    for listed in ("findings", "claims", "actors"):
        page.click(f"[data-list={listed}]")
        for entry in page.locator("#list .entry").all():
            entry.click()
        for card in page.locator("#panel .card[aria-pressed]").all():
            card.click()
    page.click("#all")
    page.hover("#canvas")
    page.wait_for_timeout(100)
    assert page.evaluate("window.flag") is None
    assert page.locator("script").count() == 2
    assert page.locator("#panel img, #list img, svg[onload], a[href^='javascript']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400
    watched.is_quiet()


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_ego_network_runs_nothing_of_the_data(
    words: str, tmp_path: Path, open_page: Opener
) -> None:
    """The same for pyvis, whose own template would run much of it, on load or under the mouse."""
    watched = open_page(written(tmp_path, draw_ego(hostile(words), "X3")))
    page = watched.page
    box = page.locator("#network").bounding_box()
    assert box is not None
    for across in (0.2, 0.5, 0.8):
        for down in (0.3, 0.5, 0.7):
            page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    page.wait_for_timeout(100)
    assert page.evaluate("window.flag") is None
    assert page.locator("script").count() == 3
    watched.is_quiet()


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_notebook_shows_it_in_a_frame_that_may_do_nothing(
    words: str, tmp_path: Path, open_page: Opener
) -> None:
    """The cell's markup and the page within its frame stay what we made them."""
    cell = show(hostile(words), "X3")._repr_mimebundle_()["text/html"]
    page = (
        f"<!doctype html><meta charset=utf-8><title>cell</title><link rel=icon href=data:,>{cell}"
    )
    watched = open_page(written(tmp_path, page))
    assert watched.page.evaluate("window.flag") is None
    assert watched.page.title() == "cell"
    assert watched.page.locator("iframe").get_attribute("sandbox") == "allow-scripts"
    frame = watched.page.frames[1]
    assert frame.evaluate("window.flag") is None
    assert frame.locator("#network canvas").count() == 1
    unasked = [url for url in watched.requests if not url.startswith(("file:", "data:", "about:"))]
    assert unasked == []
    assert watched.dialogs == []


def test_a_policy_stops_what_our_own_care_would_miss(tmp_path: Path, open_page: Opener) -> None:
    """Markup put into the page afterwards neither runs nor loads."""
    watched = open_page(written(tmp_path, draw_explorer(hostile("quiet"))))
    page = watched.page
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.flag = 9';
          document.body.append(script);
          document.getElementById('panel').innerHTML = '<img src=x onerror="window.flag = 10">';
          return fetch('https://example.org/').catch(() => 0);
        }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.flag") is None
    assert [url for url in watched.requests if not url.startswith("file:")] == []
    assert any("Content Security Policy" in words for words in watched.complaints)
