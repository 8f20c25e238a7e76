"""Pages made of words that try to run, to load, to hide and to turn: they are shown, no more.

Every group of tests/hostile.yaml makes one page, in which each of its words stands in every field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kg.views.ego import draw_ego, show
from kg.views.explorer import draw_explorer
from kg.views.words import plain
from tests.browser.conftest import Opener, Watched
from tests.hostile_view import hostile_page, strings
from tests.hostile_words import CENTRE, GROUPS, WORDS, case, matrices

pytestmark = pytest.mark.browser

QUIET = ("quiet", "hum", "https://example.org/calm")
# Shows every view, and in each list everything there is; returns the leaves of text of every part,
# which elements with which attributes there were, and where links led.
WALK = """async () => {
  const parts = {}, elements = new Set(), links = new Set();
  const words = (node) => node.nodeType === 3 ? [node.data]
    : node.childElementCount ? [...node.childNodes].flatMap(words) : [node.textContent];
  const note = (name, root) => {
    const known = parts[name] = parts[name] || {};
    for (const each of words(root)) known['=' + each] = true;
    for (const each of root.querySelectorAll('*')) {
      elements.add(each.tagName + ' ' + each.getAttributeNames().sort().join(' '));
      if (each.hasAttribute('href')) links.add(each.getAttribute('href'));
    }
  };
  const wait = () => new Promise((done) => setTimeout(done, 30));
  for (const list of ['findings', 'claims', 'actors']) {
    document.querySelector(`[data-list=${list}]`).click();
    const count = document.querySelectorAll('#list .entry').length;
    note('list', document.getElementById('list'));
    for (let at = 0; at < count; at += 1) {
      document.querySelectorAll('#list .entry')[at].click();
      for (const card of document.querySelectorAll('#panel .card[aria-pressed]')) card.click();
      note('panel', document.getElementById('panel'));
    }
  }
  document.querySelector('[data-list=claims]').click();
  document.querySelector('#list .entry').click();
  for (const view of document.querySelectorAll('#views button')) {
    view.click();
    await wait();
    const root = document.querySelector(`[data-of="${view.dataset.view}"]`);
    note(view.dataset.view, root);
    for (const table of root.querySelectorAll('[data-table]')) {
      document.querySelector(`[data-table=${table.dataset.table}]`).click();
      note(view.dataset.view, root);
    }
  }
  document.querySelector('[data-view=stances]').click();
  for (const each of document.querySelectorAll('#list .entry')) {
    each.click();
    note('stances', document.getElementById('view-stances'));
  }
  const told = Object.fromEntries(Object.entries(parts).map(
    ([name, known]) => [name, Object.keys(known).map((each) => each.slice(1))]));
  return { parts: told, elements: [...elements], links: [...links], title: document.title,
    flags: [window.flag, {}.flag, frames.length] };
}"""


def written(folder: Path, page: str) -> Path:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def walked(watched: Watched) -> dict[str, Any]:
    """Return what was seen everywhere; nothing ran, loaded, opened or led away meanwhile."""
    address = watched.page.url.partition("#")[0]
    seen: dict[str, Any] = watched.page.evaluate(WALK)
    assert seen["flags"] == [None, None, 0]
    assert watched.page.url.partition("#")[0] == address
    assert len(watched.page.context.pages) == 1
    assert [link for link in seen["links"] if not re.match(r"https?://[^@]+$", link)] == []
    watched.is_quiet()
    return seen


def explorer(words: Sequence[str]) -> str:
    rows = case(words)
    return draw_explorer(rows, title=words[0], matrices=matrices(rows))


def shows(told: Sequence[str], words: str) -> bool:
    """Whether ``words``, or their beginning where a view cuts them, stand in a leaf of text."""
    start = plain(words)[:60]
    return any(start in leaf for leaf in told)


def test_the_explorer_shows_words_as_words(tmp_path: Path, open_page: Opener) -> None:
    """No group makes an element, an attribute or a link that quiet words do not make."""
    usual = set(walked(open_page(written(tmp_path, explorer(QUIET))))["elements"])
    for group, words in GROUPS.items():
        watched = open_page(written(tmp_path, explorer(words)))
        seen = walked(watched)
        assert set(seen["elements"]) - usual == set(), group
        assert seen["title"] == " ".join(plain(words[0]).split()), group
        for each in words:
            assert plain(each) in seen["parts"]["list"], (group, each)
            assert plain(each) in seen["parts"]["panel"], (group, each)
            for part in ("overview", "stances", "table"):
                assert shows(seen["parts"][part], each), (group, part, each)
        watched.page.context.close()


def test_quoted_words_are_written_out_where_they_would_turn(
    tmp_path: Path, open_page: Opener
) -> None:
    """The text marks the very quote; an override in it is read, and turns nothing around it."""
    words = ("a \u202eb\u2066 c", "x\u0301\u0301\u0301\u0301\u0301\u0301y")
    rows = case(words)
    page = open_page(written(tmp_path, draw_explorer(rows))).page
    page.click("[data-list=claims]")
    page.locator("#list .entry").nth(0).click()
    assert "".join(page.locator("#panel mark.now").all_text_contents()) == "a ⟨U+202E⟩b⟨U+2066⟩ c"
    page.locator("#list .entry").nth(3).click()
    marked = "".join(page.locator("#panel mark.now").all_text_contents())
    assert marked == "x\u0301\u0301\u0301\u0301⟨2 more marks⟩y"
    assert page.locator("#panel .words").first.text_content() == f"“{marked}”"


def test_the_script_stands_alone_against_any_data(tmp_path: Path, open_page: Opener) -> None:
    """Words in every string that the schema of the data knows, past all care taken in Python."""
    quiet, _ = hostile_page(QUIET)
    usual = set(walked(open_page(written(tmp_path, quiet)))["elements"])
    for group, words in GROUPS.items():
        page, made = hostile_page(words)
        assert made.filled == set(strings()), "a field that no hostile word stands in"
        watched = open_page(written(tmp_path, page))
        seen = walked(watched)
        assert set(seen["elements"]) - usual == set(), group
        for each in words:
            assert any(each.strip()[:60] in leaf for leaf in seen["parts"]["panel"]), (group, each)
        watched.page.context.close()


def test_an_address_is_words_too(tmp_path: Path, open_page: Opener) -> None:
    """A link that somebody else made selects, narrows and sorts by nothing that runs."""
    path = written(tmp_path, explorer(QUIET))
    watched = open_page(path)
    names = [
        "finding",
        "claim",
        "actor",
        "list",
        "words",
        "stance",
        "status",
        "about",
        "pair",
        "since",
        "until",
        "table",
        "sort",
        "whole",
        "theme",
        "embed",
    ]
    short = [each for each in WORDS if len(each) < 500]
    for view in ("overview", "table", "timeline"):
        for each in short:
            value = quote(each.encode("utf-8", "replace"))
            parts = "&".join(f"{name}={value}" for name in names)
            watched.page.evaluate("(hash) => { location.hash = hash }", f"view={view}&{parts}")
    for each in short:
        watched.page.evaluate("(hash) => { location.hash = hash }", f"view={each!a}&{each!a}")
    watched.page.evaluate("() => { location.hash = 'list=actors' }")
    walked(watched)


def test_without_a_script_words_are_words_too(tmp_path: Path, open_page: Opener) -> None:
    """The table and the list that stand in the page itself."""
    elements = """() => [...document.querySelectorAll('#plain *')].map(
      (each) => each.tagName + ' ' + each.getAttributeNames().sort().join(' '))"""
    usual = open_page(written(tmp_path, explorer(QUIET)), script=False)
    known = set(usual.page.evaluate(elements))
    for group, words in GROUPS.items():
        watched = open_page(written(tmp_path, explorer(words)), script=False)
        assert set(watched.page.evaluate(elements)) - known == set(), group
        told = watched.page.locator("#plain td, #plain bdi").all_text_contents()
        for each in words:
            assert plain(each) in told, (group, each)
        watched.is_quiet()
        watched.page.context.close()


def test_the_ego_network_runs_nothing_of_the_data(tmp_path: Path, open_page: Opener) -> None:
    """The same for pyvis, whose own template would run much of it, on load or under the mouse."""
    for group, words in GROUPS.items():
        watched = open_page(written(tmp_path, draw_ego(case(words), CENTRE)))
        page = watched.page
        box = page.locator("#network").bounding_box()
        assert box is not None
        for across in (0.2, 0.5, 0.8):
            for down in (0.3, 0.5, 0.7):
                page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
        assert page.evaluate("[window.flag, {}.flag]") == [None, None], group
        assert page.locator("script").count() == 3
        assert page.locator("h1").text_content() == page.title()
        watched.is_quiet()
        watched.page.context.close()


def test_a_notebook_shows_it_in_a_frame_that_may_do_nothing(
    tmp_path: Path, open_page: Opener
) -> None:
    """The cell's markup, the page within its frame and the still picture stay what we made them."""
    for group, words in GROUPS.items():
        cell = show(case(words), CENTRE)._repr_mimebundle_()["text/html"]
        head = "<!doctype html><meta charset=utf-8><title>cell</title><link rel=icon href=data:,>"
        watched = open_page(written(tmp_path, head + cell))
        page = watched.page
        tags = page.evaluate("[...document.body.querySelectorAll('*')].map((x) => x.tagName)")
        assert tags == ["IFRAME", "DETAILS", "SUMMARY", "IMG"], group
        assert page.evaluate("document.querySelector('img').decode().then(() => true)")
        assert page.evaluate("window.flag") is None
        assert page.title() == "cell"
        assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts"
        assert page.frames[1].evaluate("window.flag") is None
        assert page.frames[1].locator("#network canvas").count() == 1
        unasked = [u for u in watched.requests if not u.startswith(("file:", "data:", "about:"))]
        assert unasked == []
        assert watched.dialogs == []
        page.context.close()


def test_a_policy_stops_what_our_own_care_would_miss(tmp_path: Path, open_page: Opener) -> None:
    """Markup put into the page afterwards neither runs nor loads."""
    watched = open_page(written(tmp_path, explorer(QUIET)))
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
