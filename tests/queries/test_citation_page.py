"""The worked examples of docs/citation.md are what the commands print on the bundled data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg

PAGE = Path(__file__).parents[2] / "docs" / "citation.md"
EXAMPLE = re.compile(r"```console\n\$ kg (?P<command>[^\n]+)\n.*?```\n", re.DOTALL)


def test_the_examples_are_what_the_commands_print(
    bundled_build: Path, seed_build: Path, anywhere: Path, request: pytest.FixtureRequest
) -> None:
    """Each command is run in its turn, in a folder with two builds."""
    (anywhere / "build").symlink_to(bundled_build)
    (anywhere / "alone").symlink_to(seed_build)

    def printed(found: re.Match[str]) -> str:
        result = CliRunner().invoke(kg, found["command"].split())
        assert result.exit_code in {0, 1}, result.exception
        _alter(anywhere)
        return f"```console\n$ kg {found['command']}\n{result.stdout}```\n"

    page = PAGE.read_text(encoding="utf-8")
    written, examples = EXAMPLE.subn(printed, page)
    if request.config.getoption("--accept-golden", default=False):
        PAGE.write_text(written, encoding="utf-8", newline="\n")
    assert examples == 8
    assert PAGE.read_text(encoding="utf-8") == written


def _alter(folder: Path) -> None:
    """Write the altered file that the page speaks of, once there is one to alter."""
    if (folder / "case.json").is_file():
        words = (folder / "case.json").read_text(encoding="utf-8")
        altered = words.replace('"outcome": "contested"', '"outcome": "met"')
        (folder / "altered.json").write_text(altered, encoding="utf-8")
