"""docs/clocks.md shows what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.errors import KgError
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "clocks.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ (kg [^\n]+)\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_shows_commands() -> None:
    """The list of examples that the other test goes through is not empty."""
    assert len(SHOWN) >= 6


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_every_example_is_what_the_command_prints(
    command: str, shown: str, bundled_build: Path
) -> None:
    """Piece by piece, in order; […] leaves lines out."""
    arguments = [*shlex.split(command)[1:], "--graph", str(bundled_build)]
    result = CliRunner().invoke(kg, arguments)
    printed = result.stdout
    if isinstance(result.exception, KgError):
        printed = "".join(f"{problem}\n" for problem in result.exception.problems)
    elif result.exception is not None:
        raise result.exception
    at = 0
    for piece in re.split(r"^\[…\]\n", shown, flags=re.MULTILINE):
        found = printed.find(piece, at)
        assert found >= 0, f"not printed, or not here:\n{piece}"
        at = found + len(piece)
