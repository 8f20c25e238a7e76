"""Light and dark: by the system, by choice, by the address; nothing is kept outside the page."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener
from tests.invented_rows import picture

pytestmark = pytest.mark.browser

GROUNDS = ("paper", "surface")
LINES = ("affirms", "open", "negates", "faint", "inferred", "accent", "edge")
PALETTE = """() => Object.fromEntries([...document.styleSheets[0].cssRules]
  .flatMap((rule) => [...(rule.style || [])]).filter((name) => name.startsWith('--'))
  .map((name) => [name.slice(2),
    getComputedStyle(document.documentElement).getPropertyValue(name)]))
"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    path.write_text(draw_explorer(picture()), encoding="utf-8", newline="\n")
    return path


def palette(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(PALETTE)
    return {name: value for name, value in found.items() if value.startswith("#")}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_a_choice_comes_before_the_system_and_stands_in_the_address(
    explorer: Path, open_page: Opener
) -> None:
    """Dark by choice is dark by the system; a link keeps it, and the drawing takes it too."""
    watched = open_page(explorer, fragment="#view=network")
    page = watched.page
    light, drawn = palette(page), page.evaluate("document.querySelector('canvas').toDataURL()")
    page.select_option("#theme", "dark")
    page.wait_for_timeout(150)
    assert "theme=dark" in page.url
    assert page.evaluate("document.querySelector('canvas').toDataURL()") != drawn
    dark = palette(page)
    assert dark == palette(open_page(explorer, scheme="dark").page) != light
    assert dark == palette(open_page(explorer, fragment="#theme=dark").page)
    assert light == palette(open_page(explorer, fragment="#theme=light", scheme="dark").page)
    page.select_option("#theme", "")
    assert "theme" not in page.url
    assert palette(page) == light
    watched.is_quiet()


def test_nothing_is_remembered_outside_the_page(explorer: Path, open_page: Opener) -> None:
    """No store of the browser holds anything; opened again, the page knows of no choice."""
    page = open_page(explorer).page
    page.select_option("#theme", "dark")
    page.fill("#search", "rifles")
    kept = page.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie,
        (await indexedDB.databases()).length, history.state, window.name]"""
    )
    assert kept == [0, 0, "", 0, None, ""]
    page.goto(explorer.as_uri())
    assert page.locator("#theme").input_value() == page.locator("#search").input_value() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_line_can_be_told_from_its_ground(
    scheme: str, explorer: Path, open_page: Opener
) -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1."""
    colours = palette(open_page(explorer, scheme=scheme).page)
    faint = [
        (line, ground, round(contrast(colours[line], colours[ground]), 2))
        for line, ground in product(LINES, GROUNDS)
        if contrast(colours[line], colours[ground]) < 3
    ]
    assert faint == []


def test_colours_of_the_reader_s_machine_are_taken(explorer: Path, open_page: Opener) -> None:
    """In forced colours the drawing takes them as well, whatever theme was chosen."""
    watched = open_page(explorer, fragment="#view=network&theme=dark")
    page = watched.page
    before = page.evaluate("document.querySelector('canvas').toDataURL()")
    page.emulate_media(forced_colors="active")
    page.wait_for_timeout(150)
    assert palette(page) == {}
    assert page.evaluate("document.querySelector('canvas').toDataURL()") != before
    ink = "getComputedStyle(document.documentElement).getPropertyValue('--ink')"
    assert page.evaluate(ink) == "CanvasText"
    watched.is_quiet()


def test_nothing_moves_where_the_reader_wants_no_motion(explorer: Path, open_page: Opener) -> None:
    """No transition and no animation."""
    moving = """() => [...document.querySelectorAll('*')].filter((each) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
      return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
    }).length"""
    page = open_page(explorer).page
    assert page.evaluate(moving) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == 0
