"""Small windows, large letters, fingers, and names from right to left: nothing is out of reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.front.graph import open_graph
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener
from tests.hostile_words import case, matrices

pytestmark = pytest.mark.browser

VIEWS = "[...document.querySelectorAll('[data-of]')].map((each) => each.dataset.of)"
# What is seen of each thing that can be used or names something: where two lie on one another, and
# what a reader cannot bring into the window, because it is cut off by what does not scroll.
AMISS = """() => {
  const edge = innerWidth;
  const amiss = [];
  if (document.documentElement.scrollWidth > edge) amiss.push('the page scrolls sideways');
  const seen = [];
  const told = (each) => `${each.tagName} ${each.id} ${each.textContent.trim().slice(0, 30)}`;
  for (const each of document.querySelectorAll('button, input, select, a, h1, h2, .kicker, th')) {
    const box = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    if (!box.width || !each.checkVisibility() || style.clipPath !== 'none') continue;
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    let scrolls = false;
    for (let up = each.parentElement; up; up = up.parentElement) {
      const { overflowX } = getComputedStyle(up);
      if (overflowX === 'visible') continue;
      const frame = up.getBoundingClientRect();
      if (!scrolls && box.right > frame.right + 1.5 && overflowX === 'hidden') {
        amiss.push(`cut off: ${told(each)}`);
      }
      scrolls = scrolls || ['auto', 'scroll'].includes(overflowX);
      left = Math.max(left, frame.left); top = Math.max(top, frame.top);
      right = Math.min(right, frame.right); bottom = Math.min(bottom, frame.bottom);
    }
    if (right > edge + 1) amiss.push(`beyond the window: ${told(each)}`);
    if (style.position !== 'sticky' && !each.closest('thead') && right > left && bottom > top) {
      seen.push([each, left, top, right, bottom]);
    }
  }
  seen.forEach(([one, l, t, r, b], at) => {
    for (const [other, l2, t2, r2, b2] of seen.slice(at + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      if (one.closest('th, [data-of="network"] .canvas')) continue;
      if (l < r2 - 2 && l2 < r - 2 && t < b2 - 2 && t2 < b - 2) {
        amiss.push(`on one another: ${told(one)} | ${told(other)}`);
      }
    }
  });
  return amiss;
}"""
CLAIM = "claim=2023-10-26-us-jp-kr%2Fdprk-arms-to-russia"
# Half of 1400 by 860 is what a window of that size shows at 200 % zoom.
SIZES = [(300, 420), (360, 740), (700, 430), (1080, 700), (1400, 860)]


@pytest.fixture(scope="module")
def explorer(seed_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    graph = open_graph(seed_build)
    page = draw_explorer(graph.picture(), matrices=graph.stance_matrices())
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off_and_nothing_lies_on_another(
    width: int, height: int, explorer: Path, open_page: Opener
) -> None:
    """In every view and part, also within another page."""
    watched = open_page(explorer, width=width, height=height)
    page = watched.page
    amiss: list[Any] = []
    for embed in ("", "&embed=1"):
        for view in page.evaluate(VIEWS):
            page.evaluate("(hash) => { location.hash = hash }", f"view={view}&{CLAIM}{embed}")
            if width <= 800:
                page.click(".tabs [data-part=network]")
            page.wait_for_timeout(60)
            amiss += [(view, embed, each) for each in page.evaluate(AMISS)]
    for part in ("evidence", "lists") if width <= 800 else ():
        page.evaluate("(hash) => { location.hash = hash }", CLAIM)
        page.click(f".tabs [data-part={part}]")
        amiss += [(part, "", each) for each in page.evaluate(AMISS)]
    assert amiss == []
    watched.is_quiet()


def test_a_finger_selects(explorer: Path, open_page: Opener) -> None:
    """A tap on a pair, on a node of the drawing, and on the tabs of a telephone."""
    watched = open_page(explorer, width=375, height=800, touch=True)
    page = watched.page
    page.locator("#view-overview .pair").first.tap()
    assert page.locator("#view-overview .pair[aria-pressed=true]").count() == 1
    page.evaluate("(hash) => { location.hash = hash }", f"view=network&{CLAIM}")
    page.wait_for_timeout(200)
    page.locator(".tabs [data-part=network]").tap()
    page.wait_for_timeout(200)
    place = page.evaluate(
        """() => {
          const { drawn } = document.getElementById('canvas');
          const data = document.getElementById('data').view;
          const node = drawn.scene.nodes.find(({ id }) => data.network.nodes[id].kind === 'actor');
          return [...drawn.camera.toFrame(node.x, node.y), data.network.nodes[node.id].label];
        }"""
    )
    page.locator("#canvas").tap(position={"x": place[0], "y": place[1]})
    page.wait_for_timeout(100)
    page.locator(".tabs [data-part=evidence]").tap()
    assert page.locator("#panel h2").inner_text() == place[2]
    watched.is_quiet()


def test_names_from_right_to_left_turn_nothing_beside_them(
    tmp_path: Path, open_page: Opener
) -> None:
    """Supplier stands left of recipient, whatever their letters; a quote begins at the right."""
    rows = case(("روريتانيا 12 (אוטופיה)",))
    path = tmp_path / "page.html"
    page_of_it = draw_explorer(rows, matrices=matrices(rows))
    path.write_text(page_of_it, encoding="utf-8", newline="\n")
    page = open_page(path).page
    left = """(selector) => [...document.querySelectorAll(selector)]
      .map((each) => each.getBoundingClientRect().left)"""
    supplier, recipient = page.evaluate(left, "#view-overview .pair bdi")[:2]
    assert supplier < recipient
    page.click("[data-list=claims]")
    page.locator("#list .entry").first.click()
    quoted = page.locator("#panel .words").first
    assert quoted.evaluate("(each) => getComputedStyle(each).direction") == "rtl"
    assert page.locator("#panel mark.now").first.text_content() == "روريتانيا 12 (אוטופיה)"
    page.evaluate("location.hash = 'view=table&table=actors'")
    page.wait_for_timeout(50)
    assert page.locator("#view-table tbody th bdi").first.is_visible()
