"""`kg export` as people type it, and docs/export.md, which shows what it prints."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.model.exports import ExportFormat
from kg.views.exports.tables import TABLES
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
EXAMPLE = re.compile(r"^\$ (kg [^\n]+)\n(.*?)(?=^\$ |\Z)", re.MULTILINE | re.DOTALL)
EXAMPLES = [found for block in BLOCKS for found in EXAMPLE.findall(block)]
PYTHON = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def _run(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "kg", "export", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment, timeout=120)


def test_the_page_shows_commands() -> None:
    """The lists that other tests go through are not empty."""
    assert len(EXAMPLES) >= 4
    assert PYTHON


@pytest.mark.slow
@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[each for each, _ in EXAMPLES])
def test_every_example_is_what_the_command_prints(
    command: str, shown: str, bundled_build: Path, anywhere: Path
) -> None:
    """Standard output and error as a terminal shows them; […] leaves lines out."""
    assert anywhere.is_dir()
    arguments = [*shlex.split(command)[1:], "--graph", str(bundled_build)]
    result = CliRunner().invoke(kg, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    at = 0
    for piece in re.split(r"^\[…\]\n", shown, flags=re.MULTILINE):
        found = result.output.find(piece, at)
        assert found >= 0, f"not printed, or not here:\n{piece}"
        at = found + len(piece)


@pytest.mark.slow
def test_the_example_in_python_runs(
    bundled_build: Path, anywhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line prints what stands behind it as a comment."""
    (anywhere / "build").symlink_to(bundled_build)
    code = "\n".join(PYTHON)
    exec(compile(code, "docs/export.md", "exec"), {})  # noqa: S102  # the page's own example
    printed = capsys.readouterr().out.splitlines()
    assert printed == re.findall(r"^print\(.*\)  # (.*)$", code, re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("form", ExportFormat)
def test_bytes_are_the_same_from_process_to_process(
    form: ExportFormat, bundled_build: Path, tmp_path: Path
) -> None:
    """Whatever the order of hashes; to a file and to standard output alike."""
    out = tmp_path / "out"
    one = _run(form.value, "--graph", str(bundled_build), seed="1")
    other = _run(form.value, "--graph", str(bundled_build), "--out", str(out), seed="2")
    assert one.returncode == other.returncode == 0
    assert one.stdout == out.read_bytes()
    assert one.stderr == other.stderr
    assert b"no legal determination" in one.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_format_that_is_none_is_wrong_usage(bundled_build: Path) -> None:
    """Exit code 2, and the formats by name."""
    result = CliRunner().invoke(kg, ["export", "docx", "--graph", str(bundled_build)])
    assert result.exit_code == 2
    assert all(form.value in result.stderr for form in ExportFormat)


def test_losses_go_to_a_file_alone(bundled_build: Path) -> None:
    """Standard output is for the export."""
    arguments = ["export", "turtle", "--losses", "-", "--graph", str(bundled_build)]
    assert CliRunner().invoke(kg, arguments).exit_code == 2


@pytest.mark.slow
def test_the_losses_as_json_have_the_keys_that_the_page_tells(
    bundled_build: Path, tmp_path: Path
) -> None:
    """docs/json.md tells the keys; the statements held and lost are all there are."""
    losses = tmp_path / "losses.json"
    arguments = ["export", "csv", "--as-of", "2023-10-26", "--losses", str(losses)]
    arguments += ["--out", str(tmp_path / "tables.zip"), "--graph", str(bundled_build)]
    assert CliRunner().invoke(kg, arguments, catch_exceptions=False).exit_code == 0
    told = json.loads(losses.read_bytes())
    assert told["format"] == "kg-export-losses/1"
    assert told["restriction"]["as_of"] == "2023-10-26"
    lost = sum(loss["statements"] for loss in told["losses"])
    assert told["held"] + lost == told["statements"]
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = page.partition("## `kg-export-losses/1`")[2].partition("\n## ")[0]
    keys = set(told) - {"format", "restriction"} | {key for each in told["losses"] for key in each}
    assert [key for key in keys if f"`{key}`" not in section] == []


def test_the_page_tells_every_format() -> None:
    """Each has a row in the table of formats, and each table is named."""
    assert [form for form in ExportFormat if f"| `{form.value}` |" not in PAGE] == []
    tables = PAGE.partition("## Tables")[2].partition("## In Python")[0]
    assert [table.name for table in TABLES if f"`{table.name}`" not in tables] == []
