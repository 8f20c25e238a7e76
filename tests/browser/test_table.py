"""The table of everything: the same rows as the picture, sorted, paged and taken away."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.queries.rows import Picture
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def test_the_file_holds_every_row_and_how_it_is_said(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Not the page of the table alone: all that passes, each act with its stance and status."""
    watched = open_page(explorer, fragment="#view=table&table=acts")
    with watched.page.expect_download() as download:
        watched.page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "acts.csv"
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    assert len(rows) == len(bundled.speech_acts) > 100
    assert text.count("\r\n") >= len(rows)
    assert all(row["stance"] and row["status"] for row in rows)
    shown = watched.page.locator("#view-table tbody tr").count()
    assert shown == 100
    watched.is_quiet()


def test_a_column_sorts_both_ways_by_keyboard(explorer: Path, open_page: Opener) -> None:
    """Enter on the head sorts and says so; the address keeps it; a third time it is as before."""
    page = open_page(explorer, fragment="#view=table&table=claims").page
    head = page.locator("#view-table th", has_text="text").last
    for wanted in ("ascending", "descending"):
        head.locator("button").focus()
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == wanted
        assert page.locator("#said").inner_text() == f"Sorted by text, {wanted}"
        texts = page.locator("#view-table tbody tr td:nth-child(10)").all_inner_texts()
        assert texts == sorted(texts, reverse=wanted == "descending")
    assert "sort=-text" in page.url


def test_a_row_leads_to_the_words_and_filters_narrow_it(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """The table is another way to the same panel, under the same filters."""
    watched = open_page(explorer, fragment="#view=table&table=claims&stance=denies")
    page = watched.page
    denied = {act.proposition for act in bundled.speech_acts if act.stance == "denies"}
    assert page.locator("#view-table tbody tr").count() == len(denied) > 5
    row = page.locator("#view-table tbody th button").nth(3)
    sentence = row.inner_text()
    row.click()
    assert page.locator("#panel h2").inner_text() == sentence
    assert page.locator("#view-table tr[aria-current=true]").count() == 1
    watched.is_quiet()
