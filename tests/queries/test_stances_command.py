"""``kg stances``, and whose word suffices, at the command line; and the page about them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.queries.reasons import NO_DETERMINATION
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "disagreement.md"
SHOWN = re.compile(r"```console\n\$ (?P<command>kg .+)\n(?P<lines>(?:.*\n)*?)```")


def run(build: Path, command: str) -> Result:
    return CliRunner().invoke(kg, [*command.split()[1:], "--graph", str(build)])


@pytest.mark.parametrize(
    "shown", list(SHOWN.finditer(PAGE.read_text("utf-8"))), ids=lambda shown: shown["command"][:60]
)
def test_the_page_shows_what_the_command_prints(shown: re.Match[str], bundled_build: Path) -> None:
    result = run(bundled_build, shown["command"])
    assert result.exit_code == 0
    pieces = [piece.strip("\n") for piece in shown["lines"].split("[…]\n")]
    assert "".join(pieces)
    for piece in pieces:
        assert piece in result.stdout


def test_the_page_shows_each_of_them() -> None:
    shown = {match["command"].split()[1] for match in SHOWN.finditer(PAGE.read_text("utf-8"))}
    assert shown == {"stances", "findings"}


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        ("kg stances some-deliveries-completed", "kg-stances/1"),
        ("kg stances --actor IR", "kg-stance-summary/1"),
        ("kg stances --values", "kg-values/1"),
        ("kg stances --changes --actor KP", "kg-position-changes/1"),
    ],
)
def test_json_says_its_shape_and_what_alone_counts(
    command: str, shape: str, bundled_build: Path
) -> None:
    document = json.loads(run(bundled_build, f"{command} --json --as-of 2025-08-01").stdout)
    assert document["format"] == shape
    assert document["restriction"]["as_of"] == "2025-08-01"


def test_a_line_for_each_actor(bundled_build: Path) -> None:
    """The DPRK's own words stand under it, its ministry's under the ministry."""
    lines = run(bundled_build, "kg stances").stdout.splitlines()
    assert any(re.match(r"DPRK +KP +2 +0 +1 +0 +2024-10-31 +2025-04-28$", line) for line in lines)


def test_the_json_of_findings_has_the_sets_on_demand(bundled_build: Path) -> None:
    command = "kg findings --text 2023-10-26-us-jp-kr --json"
    with_sets = json.loads(run(bundled_build, f"{command} --sufficient").stdout)["findings"]
    without = json.loads(run(bundled_build, command).stdout)["findings"]
    assert [each.pop("sufficient") for each in with_sets] == [[[["JP", "KR", "US"]]]] * len(without)
    assert with_sets == without
    assert without


def test_what_the_chosen_do_not_affirm_is_told_with_the_command(bundled_build: Path) -> None:
    result = run(bundled_build, "kg findings --according-to pe-peskov")
    (told,) = (line for line in result.stderr.splitlines() if line.startswith("Of "))
    assert "affirm 0, affirm and deny or doubt 0, only deny or doubt" in told
    command = told[told.index("kg stances") :].removesuffix(" lists the last two.")
    listed = run(bundled_build, f"{command} --value denied --json")
    rows = json.loads(listed.stdout)["values"]
    denied = [row["name"] for row in rows if row["value"] == "denied"]
    assert f"only deny or doubt {len(denied)}, and do neither of {len(rows) - len(denied)};" in told
    assert "kp-arms-to-ru" in denied
    assert "some-deliveries-completed" in denied
    assert NO_DETERMINATION in result.stderr


def test_a_story_left_out_is_named(bundled_build: Path) -> None:
    result = run(bundled_build, "kg stances --changes")
    assert "Robert Malley, on transfers" not in result.stdout
    assert "Not shown for Robert Malley, since all of it stands under" in result.stderr
    assert (
        "Robert Malley, on transfers"
        in run(bundled_build, "kg stances --changes --actor pe-malley").stdout
    )


@pytest.mark.parametrize(
    "wrong", ["kg stances t --values", "kg stances t --changes", "kg stances t --actor KP"]
)
def test_two_things_at_once_are_wrong_usage(wrong: str, bundled_build: Path) -> None:
    assert run(bundled_build, wrong).exit_code == 2
