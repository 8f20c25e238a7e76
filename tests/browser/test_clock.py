"""A day and speakers chosen in the page: what it then shows is what the rules find in that part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kg.front.graph import Graph, open_graph
from kg.views.explorer import draw_explorer
from kg.views.page_data import PageData
from kg.views.values import tell_value
from tests.browser.conftest import Opener
from tests.views.clock_reader import ClockReader

pytestmark = pytest.mark.browser

DAY = "2023-10-26"
# The day of the joint statement and of its denial; then who says what, alone and together.
ASKED = [
    (DAY, ""),
    ("", "KP"),
    ("", "RU"),
    ("2023-11-01", "JP,KR,US"),
    ("2016-01-15", ""),
    ("2025-09-27", ""),
    ("2022-11-05", "IR,US"),
]
FIRST = "5b33350801a9aac6"
_SIDES = ("acts", "denials", "lawful", "exempting")


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def view(graph: Graph) -> Any:
    return PageData(graph.picture(), standing=graph.standing()).whole()


@pytest.fixture(scope="module")
def explorer(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(
        graph.picture(), matrices=graph.stance_matrices(), standing=graph.standing()
    )
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def _rows(page: Page, name: str) -> Any:
    return page.evaluate(f"document.getElementById('data').view.{name}")


def _goto(page: Page, fragment: str) -> None:
    page.evaluate(f"location.hash = {fragment!r}")
    page.wait_for_timeout(250)


def test_the_script_reads_the_table_as_python_does(
    explorer: Path, view: Any, open_page: Opener
) -> None:
    """Every finding that stands, with all that it says, for each of some days and speakers."""
    reader = ClockReader(view)
    watched = open_page(explorer)
    for day, speakers in ASKED:
        _goto(watched.page, f"#asof={day}&according={speakers}")
        rows = _rows(watched.page, "findings")
        shown = {row["id"]: row for row in rows if row["claim"] is not None}
        expected = reader.findings(day, [each for each in speakers.split(",") if each])
        assert shown.keys() == expected.keys()
        for id_, row in expected.items():
            same = {key: shown[id_][key] for key in row if key != "around"}
            assert same == {key: value for key, value in row.items() if key != "around"}
    watched.is_quiet()


def test_lists_and_tables_hold_what_the_rules_find_of_that_part(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """Counts in the lists, findings in the table, and nobody else's words."""
    watched = open_page(explorer, fragment=f"#asof={DAY}&view=table")
    page = watched.page
    part = graph.restrict(as_of=DAY)
    findings, picture = part.findings(), part.picture()
    switch = page.locator("[data-list]")
    assert switch.nth(0).inner_text().split()[-1] == str(len(findings))
    assert switch.nth(1).inner_text().split()[-1] == str(len(picture.propositions))
    told = page.locator("#counting-told").inner_text()
    assert told.startswith(f"What could be said by {DAY}: {len(picture.texts)} of ")
    assert f"{len(picture.speech_acts)} of " in told
    assert page.locator("#view-table").get_by_text(str(len(findings))).count() > 0
    _goto(page, "#according=KP&list=findings")
    part = graph.restrict(according_to=["KP"])
    assert switch.nth(0).inner_text().split()[-1] == str(len(part.findings()))
    assert "according to DPRK" in page.locator("#counting-told").inner_text()
    acts = [act for act in _rows(page, "acts") if act["speakers"]]
    assert len(acts) == len(part.picture().speech_acts)
    watched.is_quiet()


def test_values_of_claims_are_told_of_those_who_count(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """What is affirmed and denied among some is what Python says of that part."""
    watched = open_page(explorer, fragment="#asof=2022-11-30&according=IR,RU")
    matrices = graph.restrict(as_of="2022-11-30", according_to=["IR", "RU"]).stance_matrices()
    expected = {
        f"{row.value.proposition.text}/{row.value.proposition.name}": tell_value(row.value)
        for row in matrices.values()
    }
    shown = {row["id"]: row["stances"]["value"] for row in _rows(watched.page, "claims")}
    assert {key: shown[key] for key in expected} == expected
    assert len(set(expected.values())) > 1


def test_no_line_is_drawn_of_what_does_not_count(
    explorer: Path, view: Any, open_page: Opener
) -> None:
    """Inferred lines lead from claims on which a finding stands, and denials come of who counts."""
    watched = open_page(explorer, fragment=f"#asof={DAY}&according=US,JP,KR&view=network&whole=yes")
    network, claims = _rows(watched.page, "network"), _rows(watched.page, "claims")
    found = ClockReader(view).findings(DAY, ["US", "JP", "KR"])
    lines = [line for line in network["lines"] if line["kind"] != "gone"]
    inferred = [line for line in lines if line["kind"] in {"finding", "findings"}]
    assert {line["finding"] for line in inferred} <= found.keys()
    assert {line["finding"] for line in inferred if line["kind"] == "finding"} == found.keys()
    assert all(line["kind"] != "contests" for line in lines)
    said = {number for number, claim in enumerate(claims) if claim["acts"]}
    assert {line["claim"] for line in lines if line["kind"] == "says"} == said
    drawn = watched.page.evaluate("document.getElementById('canvas').drawn.scene.nodes.length")
    assert 0 < drawn < len(view["network"]["nodes"]) / 2
    watched.is_quiet()


def test_a_selected_finding_that_does_not_stand_says_so(explorer: Path, open_page: Opener) -> None:
    """Plainly, with the reason; and where it stands again, it is shown."""
    watched = open_page(explorer, fragment=f"#finding={FIRST}&asof=2023-10-25")
    panel = watched.page.locator("#panel")
    assert "This finding does not follow from what counts now." in panel.inner_text()
    assert f"was out by {DAY}, and not before" in panel.inner_text()
    panel.get_by_role("button", name="Let everything count").click()
    assert "This is this program’s inference" in panel.inner_text()
    assert "Dmitry Peskov denies" in panel.inner_text()
    _goto(watched.page, f"#finding={FIRST}&according=JP")
    assert "Nobody in this part of the graph denies or doubts it." in panel.inner_text()
    assert "Peskov" not in watched.page.locator("#list").inner_text()
    watched.is_quiet()


def test_a_day_and_speakers_are_chosen_by_keyboard_and_kept_in_the_address(
    explorer: Path, view: Any, open_page: Opener
) -> None:
    """By slider, by step and by name; what is chosen can be taken back, one by one or at once."""
    watched = open_page(explorer)
    page = watched.page
    days = view["clock"]["days"]
    page.locator("#day-slider").focus()
    page.keyboard.press("ArrowLeft")
    assert f"asof={days[-1]}" in page.url
    page.locator("#day-back").press("Enter")
    assert f"asof={days[-2]}" in page.url
    assert page.locator("#as-of").input_value() == days[-2]
    page.locator("#add-speaker").focus()
    page.keyboard.type("dprk")
    page.keyboard.press("Enter")
    assert "according=KP" in page.url
    assert "according to DPRK" in page.locator("#said").inner_text()
    page.locator("#speakers button").press("Enter")
    assert "according" not in page.url
    page.locator("#everything").press("Enter")
    assert "asof" not in page.url
    assert page.locator("#counting-told").inner_text().startswith("Everything counts")
    assert _rows(page, "where") == "in this graph"
    watched.is_quiet()


def test_a_replay_goes_from_day_to_day_unless_little_motion_is_wanted(
    explorer: Path, view: Any, open_page: Opener
) -> None:
    """It begins with the first day on which something changed; one press stops it."""
    watched = open_page(explorer)
    page = watched.page
    page.locator("#play").click()
    assert f"asof={view['clock']['days'][0]}" in page.url
    page.wait_for_url(f"**asof={view['clock']['days'][1]}*")
    page.locator("#play").click()
    assert page.locator("#play").get_attribute("aria-pressed") == "false"
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    assert page.locator("#play").is_hidden()
    assert page.locator("#day-on").is_visible()
    watched.is_quiet()


def test_a_page_of_a_part_leaves_no_way_beyond_it(
    graph: Graph, tmp_path: Path, open_page: Opener
) -> None:
    """The choice narrows what the page holds; a later day and other speakers are not offered."""
    part = graph.restrict(as_of=DAY, according_to=["US", "JP", "KR"])
    path = tmp_path / "part.html"
    page = draw_explorer(part.picture(), standing=part.standing())
    path.write_text(page, encoding="utf-8", newline="\n")
    watched = open_page(path, fragment="#asof=2024-06-01&according=KP")
    assert watched.page.locator("#counting-told").inner_text().startswith("Everything in this page")
    assert _rows(watched.page, "clock.speakers") == ["JP", "KR", "US"]
    _goto(watched.page, "#asof=2022-12-31&according=US")
    expected = {row.id for row in part.restrict(as_of="2022-12-31", according_to=["US"]).findings()}
    shown = {row["id"] for row in _rows(watched.page, "findings") if row["claim"] is not None}
    assert shown == expected
    watched.is_quiet()
