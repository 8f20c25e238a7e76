"""The evidence of a finding is its case file: what `kg explain` sets side by side stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.queries.casefile import compose_case_file
from kg.queries.rows import Picture
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def test_both_sides_near_misses_and_parts_stand_beside_a_finding(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Of the finding with most parts, as many of each as the library's case file has."""
    files = [compose_case_file(bundled, row) for row in bundled.findings if row.reasons == ()]
    case = max(files, key=lambda each: (len(each.parts), len(each.near_misses)))
    watched = open_page(explorer, fragment=f"#finding={case.finding.id}")
    panel = watched.page.locator("#panel")
    for heading, rows in (
        ("Near misses", case.near_misses),
        ("Like findings on parts", case.parts),
    ):
        below = panel.locator(f"h3:has-text('{heading}') + .stack .entry")
        assert below.count() == len(rows) > 0
    assert panel.locator(".card").count() == len(case.said_by) + len(case.denied_by) + len(
        case.lawful_said_by
    )
    assert panel.locator(".tests > li").count() == len(case.finding.elements)
    assert "no legal determination" in panel.inner_text()
    below = panel.locator("h3:has-text('Near misses') + .stack .entry").first
    below.click()
    assert panel.locator(".kicker").first.inner_text().lower() in {
        "does not apply",
        "cannot be decided",
    }
    watched.is_quiet()
