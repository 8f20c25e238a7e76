"""The ledger of norms on the page shows the norms of the graph, and what was found under each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg.front.graph import Graph, open_graph
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

ROWS = "#view-ledger button.norm"


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def explorer(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(graph.picture(), records=graph.norm_records())
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def current(page: Page) -> list[str]:
    """Return the citations of the norms that are marked."""
    marked = page.locator(f'{ROWS}[aria-current="true"] .what b')
    return marked.all_inner_texts()


def test_every_norm_stands_there_with_its_word_its_mark_and_its_days(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """A row for each norm of the graph; the last day is the one that `kg ledger` tells."""
    watched = open_page(explorer, fragment="#view=ledger")
    page = watched.page
    cited = page.locator(f"{ROWS} .what b").all_inner_texts()
    assert Counter(cited) == Counter(norm.citation for norm in graph.picture().norms)
    words = page.locator(f"{ROWS} .deontic").all_inner_texts()
    assert Counter(words) == Counter(norm.deontic for norm in graph.picture().norms)
    unchecked = sum(norm.verification == "background" for norm in graph.picture().norms)
    assert page.locator(f"{ROWS} .chip", has_text="not checked").count() == unchecked > 5
    row = page.locator(ROWS, has_text="Annex B 5")
    assert "2016-01-16 – 2020-10-17" in row.locator(".lasting").inner_text()
    watched.is_quiet()


def test_ends_differ_in_form_and_not_in_colour_alone(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """An end by an instrument, one by what is not recorded, none, and a disputed window."""
    page = open_page(explorer, fragment="#view=ledger").page
    windows = [w for record in graph.norm_records().norms for w in record.windows]
    strips = page.locator(f"{ROWS} .strip")
    fixed = sum(bool(w.last and w.ended_by) for w in windows)
    unrecorded = sum(bool(w.last and not w.ended_by) for w in windows)
    disputed = sum(bool(w.held_by) for w in windows)
    assert strips.locator("path.end.fixed").count() == fixed > 5
    assert strips.locator("circle.end.unrecorded").count() == unrecorded > 5
    assert strips.locator("rect.disputed").count() == disputed > 3
    assert strips.locator("path.hatch").count() == disputed
    assert page.locator(f"{ROWS} .lasting", has_text="(disputed)").count() > 3


def test_counts_are_those_of_the_findings(explorer: Path, graph: Graph, open_page: Opener) -> None:
    """Alleged violations and near misses under paragraph 9 of 1874, as the graph has them."""
    page = open_page(explorer, fragment="#norm=1874-9-dprk&view=ledger").page
    under = [each for each in graph.findings() if each.norm == "1874-9-dprk"]
    kinds = Counter(each.kind for each in under)
    counts = page.locator(f'{ROWS}[aria-current="true"] .counts').inner_text()
    assert f"{kinds['alleged-violation']} alleged violations" in counts
    assert f"{kinds['prospective-violation']} prospective violations" in counts
    assert f"{kinds['non-application']} near misses" in counts


def test_what_changed_small_arms_to_the_dprk_is_three_actions_away(
    explorer: Path, open_page: Opener
) -> None:
    """Open the view, search, choose: the paragraph, its days and its mark stand in the panel."""
    watched = open_page(explorer)
    page = watched.page
    page.locator('#views [data-view="ledger"]').click()
    page.locator("#search").fill("ends the exception small arms")
    told = page.locator("#view-ledger .changed li", has_text="ends the exception for small arms")
    told.first.get_by_role("button", name="S/RES/2270 (2016), para. 6").click()
    panel = page.locator("#panel").inner_text()
    assert "S/RES/2270 (2016), para. 6" in panel
    assert "from 2016-03-02 on" in panel
    assert "read in part" in panel
    assert "The rule in our words, from its record" in panel
    assert "This is" not in panel.split("FOUND UNDER IT")[0]
    assert "no legal determination" in panel.split("FOUND UNDER IT")[1]
    assert "norm=2270-6" in page.evaluate("() => location.hash")
    assert current(page) == ["S/RES/2270 (2016), para. 6"]
    watched.is_quiet()


def test_a_norm_is_chosen_by_keyboard_and_leads_to_its_findings(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """Arrows walk, Enter chooses; a finding under the norm opens its case, and marks the norm."""
    watched = open_page(explorer, fragment="#norm=1874-10")
    page = watched.page
    page.get_by_role("button", name="See it among the norms").click()
    page.locator(f'{ROWS}[aria-current="true"]').focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert current(page) == ["S/RES/1874 (2009), para. 10"]
    found = page.locator('#panel .entry[data-kind="finding"]')
    under = [each for each in graph.findings() if each.norm == "1874-10"]
    assert found.count() == len(under)
    found.first.click()
    assert page.evaluate("() => location.hash").startswith("#finding=")
    assert current(page) == ["S/RES/1874 (2009), para. 10"]
    assert page.locator("#view-ledger details.found[open] .entry").count() == len(under)
    page.locator("#panel").get_by_role("button", name="S/RES/1874 (2009), para. 10").click()
    assert page.evaluate("() => location.hash").startswith("#norm=1874-10&")
    watched.is_quiet()


def test_what_is_asked_for_is_a_link_and_narrow_windows_hold_it(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """Norms that are disputed, by instrument, at 375 and 300 pixels, and nothing stands out."""
    disputed = [each for each in graph.norm_records().norms if any(w.held_by for w in each.windows)]
    for width in (375, 300):
        watched = open_page(explorer, fragment="#view=ledger", width=width, height=800)
        page = watched.page
        page.click(".tabs [data-part=network]")
        page.locator('#view-ledger [data-key="ledger"]').select_option("disputed")
        page.locator('#view-ledger [data-key="ledgerby"]').select_option("instrument")
        assert page.locator(ROWS).count() == len(disputed)
        assert page.locator("#view-ledger h3").count() == len({x.instrument for x in disputed})
        fragment = page.evaluate("() => location.hash")
        assert "ledger=disputed" in fragment
        assert "ledgerby=instrument" in fragment
        out = page.evaluate(
            """() => [...document.querySelectorAll('#view-ledger *')]
                .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
                .map((each) => each.outerHTML.slice(0, 80))"""
        )
        assert out == []
        watched.is_quiet()


def test_filters_narrow_what_is_found_and_say_so(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """A pair leaves norms with findings on it; what does not pass is counted, and not shown."""
    page = open_page(explorer, fragment="#view=ledger&norm=1874-9-dprk&pair=KP%3ERU").page
    transfers = {
        row.iri
        for row in graph.picture().propositions
        if row.kind == "transfer"
        and "KP" in row.values("supplier")
        and "RU" in row.values("recipient")
    }
    passing = len({each.norm for each in graph.findings() if each.transfer in transfers})
    assert page.locator(ROWS).count() == passing > 5
    counts = page.locator(f'{ROWS}[aria-current="true"] .counts').inner_text()
    assert "pass" in counts
    assert "pass the search and the filters" in page.locator("#panel").inner_text()


def test_a_page_without_records_says_so(graph: Graph, tmp_path: Path, open_page: Opener) -> None:
    """It is no empty ledger: it was made without. A norm can be chosen all the same."""
    path = tmp_path / "page.html"
    page_without = draw_explorer(graph.picture(text="2023-10-26-us-jp-kr"))
    path.write_text(page_without, encoding="utf-8", newline="\n")
    watched = open_page(path, fragment="#norm=1874-9-dprk&view=ledger")
    assert "made without the ledger" in watched.page.locator("#view-ledger").inner_text()
    assert "S/RES/1874 (2009), para. 9" in watched.page.locator("#panel").inner_text()
    watched.is_quiet()
