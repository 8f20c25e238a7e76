"""Gaps as people see them, and as programs read them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.queries.reasons import NO_DETERMINATION


def run(build: Path, *options: str) -> str:
    done = CliRunner().invoke(kg, ["gaps", "--graph", str(build), *options])
    assert done.exit_code == 0, done.output
    assert NO_DETERMINATION in done.stderr
    return done.stdout


def test_the_first_gap_reads_as_the_page_shows_it(bundled_build: Path) -> None:
    """docs/gaps.md shows what the command prints."""
    shown = (Path(__file__).parents[2] / "docs" / "gaps.md").read_text("utf-8")
    assert run(bundled_build, "--top", "1") in shown
    assert run(bundled_build, "--text", "2022-07-11-sullivan") in shown


def test_numbers_that_happen_to_be_alike_are_not_told_as_one(bundled_build: Path) -> None:
    """Said once above the table, a number of each row would read as the sum."""
    options = ("--actor", "IR")
    said = json.loads(run(bundled_build, *options, "--json"))
    numbers: dict[str, int] = {}
    for row in said["tally"]:
        numbers[row["missing"]] = numbers.get(row["missing"], 0) + row["findings"]
    assert len(numbers) > 1
    assert len(set(numbers.values())) == 1
    assert sum(numbers.values()) > said["undecided"]
    drawn = run(bundled_build, *options, "--top", "1")
    assert "missing  findings  under these norms" in drawn
    assert "its numbers are not to be added up" in " ".join(drawn.split())


@pytest.mark.parametrize(
    ("options", "shape", "rows"),
    [
        ((), "kg-gaps/1", "gaps"),
        (("--silent",), "kg-silences/1", "rows"),
        (("--one-origin",), "kg-one-origin/1", "rows"),
    ],
)
def test_json_has_its_shape_and_the_note(
    bundled_build: Path, options: tuple[str, ...], shape: str, rows: str
) -> None:
    said = json.loads(
        run(bundled_build, *options, "--actor", "IR", "--without", "2017-12-19-haley", "--json")
    )
    assert said["format"] == shape
    assert said["note"] == NO_DETERMINATION
    assert said["restriction"]["without"] == ["2017-12-19-haley"]
    assert said[rows]
    assert "haley" not in json.dumps(said[rows])


def test_csv_has_a_row_for_every_effect(bundled_build: Path) -> None:
    options = ("--text", "2022-07-11-sullivan")
    said = json.loads(run(bundled_build, *options, "--json"))
    rows = list(csv.DictReader(io.StringIO(run(bundled_build, *options, "--format", "csv"))))
    effects = [
        effect["sentence"]
        for gap in said["gaps"]
        for answer in gap["answers"]
        for effect in (*answer["effects"], *answer["new"])
    ]
    assert [row["sentence"] for row in rows] == effects
    assert {row["becomes"] for row in rows} <= {
        "applies",
        "does-not-apply",
        "cannot-be-decided",
        "not-near",
    }


def test_what_is_cut_off_is_counted(bundled_build: Path) -> None:
    said = json.loads(run(bundled_build, "--top", "2", "--json"))
    assert len(said["gaps"]) == 2
    assert f"{said['gaps_not_shown'] + 1} gaps not shown." in run(bundled_build, "--top", "1")


def test_two_questions_at_once_are_wrong_usage(bundled_build: Path) -> None:
    for options in (["--silent", "--one-origin"], ["--silent", "--top", "2"]):
        done = CliRunner().invoke(kg, ["gaps", "--graph", str(bundled_build), *options])
        assert done.exit_code == 2


def test_no_stance_is_never_shown_as_silence(bundled_build: Path) -> None:
    assert "no silence in the world" in " ".join(run(bundled_build, "--silent").split())


def test_every_answer_shows_that_it_is_none(bundled_build: Path) -> None:
    """Nothing is said to apply; it would, if the answer and the claim were true."""
    for line in run(bundled_build).splitlines():
        if line.lstrip().startswith(("applies", "does not apply")):
            pytest.fail(line)
