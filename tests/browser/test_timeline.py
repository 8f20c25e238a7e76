"""Three clocks beside each other: published, said to have happened, and norms in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.queries.rows import Picture
from kg.views.page_data import out_by
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

DAY = "2023-10-26"


def test_every_act_and_every_day_is_counted(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Each act has a sign; what gives no day is counted, and none is hidden."""
    watched = open_page(explorer, fragment="#view=timeline")
    tracks = watched.page.locator("#view-timeline .track")
    assert tracks.nth(0).locator("svg .sign").count() == len(bundled.speech_acts)
    bars = tracks.nth(1).locator("svg rect.span").count()
    words = tracks.nth(1).locator(".aside").inner_text()
    assert words.startswith(
        f"{bars} claims say when, and {len(bundled.propositions) - bars} do not."
    )
    assert bars > 50
    assert tracks.nth(2).locator("svg text").count() == 12
    tracks.nth(2).get_by_role("button").click()
    assert tracks.nth(2).locator("svg text").count() > 12
    watched.is_quiet()


def test_a_day_narrows_to_what_is_known_to_be_out_by_then(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Claims of texts out by the day; the address keeps it, and one button undoes it."""
    watched = open_page(explorer, fragment="#view=timeline&list=claims")
    page = watched.page
    page.fill("#day-until", DAY)
    page.locator("#day-until").dispatch_event("change")
    out = {row.id for row in bundled.texts if row.date and out_by(row.date) <= DAY}
    said = {act.proposition for act in bundled.speech_acts if act.text in out}
    assert page.locator("#count").inner_text() == f"{len(said)} of {len(bundled.propositions)}"
    assert 0 < len(said) < len(bundled.propositions)
    assert f"until={DAY}" in page.url
    page.click("#clear")
    assert page.locator("#day-until").input_value() == ""
    watched.is_quiet()


def test_what_is_selected_is_marked_on_the_clocks(explorer: Path, open_page: Opener) -> None:
    """A finding's claim has a ring where it was said and a bar where it is dated."""
    page = open_page(explorer, fragment="#view=timeline").page
    assert page.locator("#view-timeline .ring").count() >= 1
    assert page.locator("#view-timeline rect.span.now").count() == 1
    assert page.locator("#view-timeline rect.window.now").count() >= 1
    page.locator("#view-timeline rect.span").first.click()
    assert page.locator("#panel .kicker").inner_text().lower().startswith("claim")
