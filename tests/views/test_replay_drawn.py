"""A replay, and the three clocks, as the commands print them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import open_graph, vocab
from kg.cli import kg
from kg.model.restriction import EVERYTHING
from kg.queries.clocks import ClockReader
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.steps import Change, How, Step, What
from kg.views.replay import draw_account, draw_replay
from tests.conftest import ROOT, SEED

DAY = ("--since", "2022-11-05", "--until", "2022-11-06")


def run(build: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(kg, [*arguments, "--graph", str(build)])
    assert result.exit_code == 0, result.output
    return result


def test_csv_has_a_row_for_every_change(bundled_build: Path) -> None:
    """Claims among them, and findings with what was found before and after."""
    result = run(bundled_build, "replay", *DAY, "--all-findings", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    steps = open_graph(bundled_build).replay(since=DAY[1], until=DAY[3], all_findings=True)
    assert [row["id"] for row in rows] == [each.id for step in steps for each in step.changes]
    contested = [row for row in rows if row["how"] == "changed"]
    assert {row["ways"] for row in contested} == {
        "contested since: Robert Malley denies, as completed [2022-11-06-malley]"
    }
    assert {(row["before"], row["after"]) for row in contested} == {("undecided", "undecided")}


def test_json_is_as_documented(bundled_build: Path) -> None:
    """docs/json.md tells every key of a change; the note stands beside the findings."""
    document = json.loads(run(bundled_build, "replay", *DAY, "--json").stdout)
    assert document["format"] == "kg-replay/1"
    assert document["note"] == NO_DETERMINATION
    assert document["undated_texts"] == []
    assert [step["date"] for step in document["steps"]] == ["2022-11-05", "2022-11-06"]
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("`kg-replay/1`")[2]
    for key in document["steps"][0]["changes"][0]:
        assert f"`{key}`" in page
    for word in (*What, *How):
        assert f"`{word}`" in page


def test_a_part_says_that_it_is_one(bundled_build: Path) -> None:
    """What alone counts is told above the days, and in JSON."""
    given = ("replay", *DAY, "--according-to", "pe-malley", "--without", SEED)
    told = " ".join(run(bundled_build, *given).stdout.split())
    assert f"said by pe-malley; what is left without {SEED}." in told
    assert "Robert Malley denies" in told
    assert "Amir-Abdollahian admits" not in told
    document = json.loads(run(bundled_build, *given, "--json").stdout)
    assert document["restriction"]["according_to"] == ["pe-malley"]
    assert document["restriction"]["without"] == [SEED]


def test_what_is_not_shown_is_counted(bundled_build: Path) -> None:
    """On the day, and below all days together."""
    result = run(bundled_build, "replay", *DAY)
    assert "6 changes of near misses and the like, not shown" in result.stdout
    assert "18 changes of findings not shown" in result.stderr
    assert NO_DETERMINATION in result.stderr


def test_nothing_left_is_said(bundled_build: Path) -> None:
    """An empty answer is no silence."""
    result = run(bundled_build, "replay", "--since", "2030-01-01")
    assert result.stdout == ""
    assert "On no day" in result.stderr


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_too_wide_and_words_are_made_plain(width: int) -> None:
    """Characters that turn what stands beside them are shown, not obeyed."""
    change = Change(
        what=What.TEXT, how=How.ADDED, id="t", sentence="A \u202e title " + "of words " * 30
    )
    drawn = draw_account([Step(date="2020-01-01", changes=(change,))], EVERYTHING, width)
    assert max(map(len, drawn.splitlines())) <= width
    assert "⟨U+202E⟩" in drawn


def test_a_finding_that_falls_away_is_told() -> None:
    """And one line tells all findings of the same sentence."""
    gone = [
        Change(
            what=What.FINDING,
            how=How.GONE,
            id=each,
            sentence="Would violate a rule",
            before="prospective",
            contested_by=("Utopia denies [b]",),
        )
        for each in ("1", "2")
    ]
    drawn = draw_replay([Step(date="2020-01-01", changes=tuple(gone))], "table", EVERYTHING)
    assert "no longer  Would violate a rule. Contested: Utopia denies [b] [1, 2]" in drawn


def test_a_finding_shows_its_three_clocks(bundled_build: Path) -> None:
    """In CSV, in JSON and in the case file; the dates of a part are those of its whole."""
    of_text = ("findings", "--text", "2025-07-16-centcom")
    rows = list(csv.DictReader(io.StringIO(run(bundled_build, *of_text, "--format", "csv").stdout)))
    clocks = ("claimed-earliest", "claimed-latest", "in-force", "published")
    assert [tuple(row[clock] for clock in clocks) for row in rows] == [
        ("2025-06-01", "2025-06-30", "from 2015-04-14", "2025-07-16")
    ]
    document = json.loads(run(bundled_build, *of_text, "--json").stdout)
    assert [finding["clocks"] for finding in document["findings"]] == [
        {
            "earliest": "2025-06-01",
            "latest": "2025-06-30",
            "from_whole": False,
            "in_force": [{"since": "2015-04-14", "until": None, "held_by": [], "rejected_by": []}],
            "published": "2025-07-16",
        }
    ]


def test_the_claimed_days_are_those_that_the_rules_took(bundled_build: Path) -> None:
    """Of every finding, and of parts those of the nearest whole that has any."""
    picture = open_graph(bundled_build).picture()
    clocks = ClockReader(picture)
    from_wholes = 0
    for finding in picture.findings:
        shown = clocks.of(finding)
        (said,) = (row.said for row in finding.elements if row.test == vocab.Test.PERIOD)
        if shown.earliest is None and shown.latest is None:
            assert said == f"no date is said; the document is dated {shown.published}"
            assert not shown.from_whole
        else:
            assert all(day in said for day in (shown.earliest, shown.latest) if day)
        from_wholes += shown.from_whole
    assert from_wholes


def test_a_case_file_tells_a_disputed_window_by_names(bundled_build: Path) -> None:
    """Who holds and who rejects it stands in the clock of the norm."""
    told = " ".join(run(bundled_build, "explain", "92cd91aa60ad9095").stdout.split())
    assert "said to have happened no day is said; the day of the text stands in" in told
    assert (
        "norm in force from 2007-03-24 until 2016-01-16, and from 2025-09-28 as Germany, France, "
        "United Kingdom, United States and UN Secretariat hold, and China, Iran and Russia reject"
    ) in told
    assert "published 2022-07-11, as the text is dated" in told
