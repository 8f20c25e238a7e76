"""The commands as people type them, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEED = "2023-10-26-us-jp-kr"
ROOT = Path(__file__).resolve().parent.parent


def kg(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, input=stdin, timeout=120
    )


def test_help_imports_nothing_heavy() -> None:
    """`kg --help` answers at once, since libraries are imported inside commands."""
    code = (
        "import sys; from click.testing import CliRunner; from kg.cli import kg;"
        "CliRunner().invoke(kg, ['--help']);"
        "heavy = {'rdflib', 'pyoxigraph', 'networkx', 'pyvis', 'pyshacl', 'yaml', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_lists_the_commands_in_the_order_of_the_flow() -> None:
    """Somebody who types `kg --help` sees what to do first."""
    out = kg("--help").stdout
    places = [out.index(f"  {name} ") for name in ("check", "build", "ask", "findings", "explore")]
    assert places == sorted(places)


def test_a_misspelt_command_is_a_usage_error_with_a_hint() -> None:
    """Wrong usage exits with 2 and says what was probably meant."""
    done = kg("explroe")
    assert done.returncode == 2
    assert "did you mean explore?" in done.stderr


@pytest.mark.slow
def test_the_whole_flow_from_an_empty_folder(anywhere: Path) -> None:
    """check, build, ask, findings, explain, explore: each answers, and leads to the words."""
    assert kg("check").returncode == 0

    built = kg("build")
    assert built.returncode == 0, built.stderr
    assert "no legal determination" in built.stdout
    assert (anywhere / "build" / "current" / "graph.nq").is_file()

    asked = kg("ask", "who-says-what", "--format", "csv")
    assert asked.returncode == 0, asked.stderr
    assert "several of which we now confirm have been completed" in asked.stdout

    found = kg("findings")
    assert found.returncode == 0, found.stderr
    assert "S/RES/1874 (2009), para. 9" in found.stdout
    assert "no legal determination" in found.stderr

    explained = kg("explain", "some-deliveries-completed/1874-9-dprk/KP")
    assert explained.returncode == 0, explained.stderr
    assert "several of which we now confirm have been completed" in explained.stdout
    assert "words are not held" in explained.stdout

    explored = kg("explore")
    assert explored.returncode == 0, explored.stderr
    assert "explorer.html" in explored.stdout
    assert (anywhere / "explorer.html").stat().st_size > 100_000


@pytest.mark.parametrize("command", [["ask", "who-says-what"], ["findings"], ["explore"]])
def test_without_a_build_the_hint_is_to_build(anywhere: Path, command: list[str]) -> None:
    """Asking before building says what to do, and leaves nothing behind."""
    done = kg(*command)
    assert done.returncode == 1
    assert "kg build" in done.stderr
    assert list(anywhere.iterdir()) == []


def test_own_sparql_from_standard_input(bundled_build: Path) -> None:
    """`-` is standard input."""
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://w3id.org/arms-transfer-kg/core#Text> }"
    done = kg("ask", "-", "--graph", bundled_build, "--format", "csv", stdin=query)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["n", str(len(list(ROOT.glob("data/texts/*.txt"))))]


def test_output_cut_short_by_its_reader_is_no_traceback(bundled_build: Path) -> None:
    """`kg ask … | head -1` ends quietly."""
    command = f"{sys.executable} -m kg ask who-says-what --graph {bundled_build} | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, env=os.environ
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("target", ["/proc/nowhere/build", "/dev/null/build"])
def test_an_unwritable_output_is_said_and_nothing_is_left(target: str) -> None:
    """A folder that cannot be made is a message and exit code 1."""
    done = kg("build", "--out", target)
    assert done.returncode == 1
    assert "[cannot-write]" in done.stderr
    assert "Traceback" not in done.stderr
