"""The page within another page: a view and its words, under a line that says what they are."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

import pytest

from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener
from tests.invented_rows import picture

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><meta charset=utf-8><title>host</title><link rel=icon href=data:,>"
CAUTION = "findings are this program's inference and no legal determination"


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "rifles & more.html"
    page = draw_explorer(picture(), title='Rifles "of" <2015>')
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def test_an_embedded_page_shows_the_view_and_says_what_it_is(
    explorer: Path, open_page: Opener
) -> None:
    """No header, no lists; the title, the caution, and a link to the whole page."""
    watched = open_page(explorer, fragment="#view=table&embed=1")
    page = watched.page
    line = page.locator(".embedded")
    assert 'Rifles "of" <2015>: allegations as attributed;' in line.inner_text()
    assert CAUTION in line.inner_text()
    for hidden in (".top", ".lists", ".foot"):
        assert not page.locator(hidden).is_visible()
    assert page.locator("#view-table table").is_visible()
    assert page.locator("#panel h2").is_visible()
    href = page.locator("#whole").get_attribute("href")
    assert href is not None
    assert href.startswith(explorer.as_uri() + "#finding=")
    assert "embed" not in href
    assert "view=table" in href
    watched.is_quiet()


@pytest.mark.parametrize("width", ["300", "900"])
def test_the_code_to_embed_shows_what_is_shown(
    width: str, explorer: Path, open_page: Opener
) -> None:
    """A sandboxed frame of the file beside the host page; selecting works in it."""
    page = open_page(explorer, fragment="#list=claims&view=network").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#list .entry").nth(1).click()
    page.get_by_role("button", name="Copy embed code").click()
    page.get_by_text("Code to embed copied.").wait_for()
    code = page.evaluate("navigator.clipboard.readText()")
    assert 'src="rifles%20%26%20more.html#claim=' in code
    assert 'title="Rifles &quot;of&quot; &lt;2015&gt;"' in code
    sandbox = re.search('sandbox="([^"]*)"', code)
    assert sandbox is not None
    assert "same-origin" not in sandbox[1]

    host = explorer.with_name("host.html")
    host.write_text(HEAD + code.replace('width="100%"', f'width="{width}"'), encoding="utf-8")
    watched = open_page(host)
    watched.page.context.route(explorer.as_uri(), lambda route: route.continue_())
    watched.complaints.clear()
    watched.page.reload()
    watched.page.wait_for_timeout(300)
    frame = watched.page.frames[1]
    assert unescape(frame.locator(".embedded h1").inner_text()) == 'Rifles "of" <2015>'
    assert CAUTION in frame.locator(".embedded").inner_text()
    assert frame.locator(".embedded").is_visible()
    assert "part of the transfer of rifles" in frame.locator("#around").inner_text()
    assert frame.locator("#canvas").bounding_box()["height"] >= 200  # type: ignore[index]  # shown
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width == "300":
        frame.click(".tabs [data-part=evidence]")
    assert "part of the transfer" in frame.locator("#panel h2").inner_text()
    frame.locator("#panel .link").first.click()
    assert watched.complaints == []
    assert watched.dialogs == []


def test_a_page_written_into_a_frame_works_without_an_address(
    explorer: Path, open_page: Opener
) -> None:
    """There replaceState throws and the clipboard refuses; the page goes on, and offers no link."""
    page = explorer.read_text(encoding="utf-8")
    host = explorer.with_name("written.html")
    frame_of_it = f'<iframe sandbox="allow-scripts" width=500 height=500 srcdoc="{escape(page)}">'
    host.write_text(HEAD + frame_of_it, encoding="utf-8")
    watched = open_page(host)
    frame = watched.page.frames[1]
    frame.click(".tabs [data-part=lists]")
    frame.click("[data-list=claims]")
    frame.locator("#list .entry").nth(1).click()
    assert "part of the transfer" in frame.locator("#panel h2").inner_text()
    frame.get_by_role("button", name="Copy embed code").click()
    assert 'src="explorer.html#claim=' in frame.locator("textarea.copied").input_value()
    assert not frame.locator("#whole").is_visible()
    # The browser tells of the refused clipboard, and of nothing else.
    assert [each for each in watched.complaints if "Clipboard API" not in each] == []
