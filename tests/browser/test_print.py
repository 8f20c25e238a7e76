"""What is printed: the selected, whole, the view's picture, and a foot that says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener
from tests.hostile_words import case, matrices

pytestmark = pytest.mark.browser

# Everything of the panel that is not seen on paper, cut off or folded away.
UNSEEN = """() => {
  const panel = document.getElementById('panel');
  const words = [...panel.querySelectorAll('h2, h3, p, dd, dt, li, summary, mark, .words, .chip')]
    .filter((each) => !each.closest('.taking'));
  const edge = document.documentElement.clientWidth + 1;
  return words.filter((each) => {
    const box = each.getBoundingClientRect();
    if (!box.width || !box.height || box.right > edge) return true;
    for (let up = each; up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowY === 'visible') continue;
      if (up.scrollHeight > up.clientHeight + 1) return true;
    }
    return false;
  }).map((each) => each.tagName + ' ' + each.textContent.slice(0, 40));
}"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    rows = case(("Some words. " * 400, "روريتانيا"))
    page = draw_explorer(rows, title="Rifles", matrices=matrices(rows))
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def on_paper(page: Page) -> None:
    """Do what the browser does before it prints, for a sheet of A4 within its margins."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    page.wait_for_timeout(100)


@pytest.mark.parametrize("list_name", ["findings", "claims"])
def test_the_panel_is_printed_whole(list_name: str, explorer: Path, open_page: Opener) -> None:
    """Every quote, test, assumption and side, in a window in which the panel itself is hidden."""
    watched = open_page(explorer, fragment="#view=table", width=600)
    page = watched.page
    page.click(".tabs [data-part=lists]")
    page.click(f"[data-list={list_name}]")
    page.locator("#list .entry").first.click()
    page.click(".tabs [data-part=lists]")
    on_paper(page)
    assert page.locator("#panel h3").count() >= 4
    assert page.evaluate(UNSEEN) == []
    assert page.locator("#panel details:not([open])").count() == 0
    for hidden in (".lists", ".tabs", "#views", ".theme", ".taking", ".embedded"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    watched.is_quiet()


def test_the_foot_says_what_is_printed(explorer: Path, open_page: Opener) -> None:
    """Title, days of the texts, what narrows, which graph, and that it determines nothing."""
    page = open_page(explorer, fragment="#words=Some&stance=denies").page
    on_paper(page)
    foot = page.locator("#colophon")
    assert foot.is_visible()
    told = foot.inner_text()
    assert told.startswith("Rifles. 4 texts, dated ")
    assert "Narrowed to: words “Some”; Stance: denies." in told
    assert "inference and no legal determination" in told
    assert page.evaluate("getComputedStyle(colophon).display") == "table-footer-group"


def test_every_view_is_printed_as_it_stands(explorer: Path, open_page: Opener) -> None:
    """The view that is shown, and no other; its picture is a copy that stays when it is resized."""
    watched = open_page(explorer, fragment="#view=network")
    page = watched.page
    views = page.evaluate("[...document.querySelectorAll('[data-of]')].map((x) => x.dataset.of)")
    on_paper(page)
    picture = page.locator(".printed").bounding_box()
    assert picture is not None
    assert picture["width"] > 600
    assert picture["height"] > 200
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".printed").count() == 0
    for view in views:
        page.evaluate("(view) => { location.hash = `view=${view}` }", view)
        page.wait_for_timeout(50)
        shown = page.evaluate(
            """[...document.querySelectorAll('[data-of]')].filter((x) => x.clientHeight)
            .map((x) => x.dataset.of)"""
        )
        assert shown == [view]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    watched.is_quiet()


def test_a_printed_page_is_light_and_has_pages(explorer: Path, open_page: Opener) -> None:
    """Whatever the screen shows, and from the browser's own printing."""
    page = open_page(explorer, fragment="#theme=dark").page
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 2
    assert page.locator("#colophon").text_content()
    on_paper(page)
    ink = "getComputedStyle(document.querySelector('#panel h2')).color"
    assert page.evaluate(ink) == "rgb(29, 28, 26)"
