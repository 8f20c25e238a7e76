"""What the page shows first: who is said to supply whom, how that is said, and when."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from kg.queries.rows import Picture
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def pairs_of(picture: Picture) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for row in picture.propositions:
        if row.kind == "transfer":
            ends = {
                role: [each.label for each in row.roles if each.role == role]
                or [f"{role} not named"]
                for role in ("supplier", "recipient")
            }
            pairs.update((one, other) for one in ends["supplier"] for other in ends["recipient"])
    return pairs


def row_of(page: Page, supplier: str, recipient: str) -> Locator:
    """Return the row of a pair; where it stands changes with what texts are bundled."""
    names = re.compile(rf"^\s*{supplier}\W+to\W+{recipient}\s*$")
    return page.locator("#view-overview .row", has=page.locator(".pair", has_text=names))


def test_it_opens_on_who_is_said_to_supply_whom(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Each pair of the picture once, with its number of claims, and nothing else."""
    watched = open_page(explorer)
    rows = watched.page.locator("#view-overview .row")
    shown = {
        tuple(row.locator(".pair bdi").all_inner_texts()): row.locator(".aside").inner_text()
        for row in rows.all()
    }
    wanted = pairs_of(bundled)
    assert {pair: int(words.split()[0]) for pair, words in shown.items()} == dict(wanted)
    assert rows.first.locator(".pair bdi").all_inner_texts() == ["DPRK", "Russia"]
    watched.is_quiet()


def test_a_denial_is_told_apart_by_shape_and_in_words(explorer: Path, open_page: Opener) -> None:
    """Whoever sees no colours sees crosses in a lane that says what they are."""
    page = open_page(explorer).page
    first = page.locator("#view-overview .row").first
    lane = first.locator(".ways .denied").inner_text()
    assert lane.endswith("denied or doubted")
    marks = first.locator(".strip .sign.denied")
    assert marks.count() == int(lane.split()[0]) > 5
    assert {mark.evaluate("each => each.tagName") for mark in marks.all()} == {"path"}
    assert {
        mark.evaluate("each => each.tagName") for mark in first.locator(".sign.stated").all()
    } == {"circle"}


def test_a_pair_narrows_the_list_and_a_link_reopens_it(explorer: Path, open_page: Opener) -> None:
    """By mouse or by keyboard the list holds the pair's claims, and says how to leave that."""
    watched = open_page(explorer)
    page = watched.page
    row = row_of(page, "Iran", "Russia")
    count = int(row.locator(".aside").inner_text().split()[0])
    row.locator(".pair").focus()
    page.keyboard.press("Enter")
    assert page.locator("#list .entry").count() == count
    assert page.locator("#pair").inner_text() == "Iran → Russia ✕"
    again = open_page(explorer, fragment="#" + page.url.split("#")[1]).page
    assert again.locator("#list .entry").count() == count
    page.click("#pair")
    assert page.locator("#list .entry").count() > count
    watched.is_quiet()


def test_a_sign_leads_to_the_words(explorer: Path, open_page: Opener) -> None:
    """One click from the picture to what somebody said."""
    page = open_page(explorer).page
    # The last one, since a sign of the same days stands on the one before it.
    row_of(page, "Iran", "Russia").locator(".sign.denied").last.click()
    panel = page.locator("#panel").inner_text()
    assert "Who says it, and how".lower() in panel.lower()
    assert "denies" in panel


@pytest.mark.parametrize("width", [1400, 1080, 375, 300])
def test_nothing_stands_out_of_the_window(width: int, explorer: Path, open_page: Opener) -> None:
    """Down to a frame of 300 pixels there is no sideways scroll."""
    watched = open_page(explorer, width=width, height=800)
    page = watched.page
    if width < 800:
        page.click(".tabs [data-part=network]")
        page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    out = page.evaluate(
        """() => [...document.querySelectorAll('#view-overview *')]
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert out == []
    assert page.locator("#view-overview .row").first.is_visible()
    watched.is_quiet()
