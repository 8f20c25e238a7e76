"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = sorted((ROOT / "kg").rglob("*.py"))
GENERATED = {ROOT / "kg" / "vocab.py"}
SLUG = re.compile(
    r"""slug=["']([a-z0-9-]+)["']|_(?:one|problem|refuse|fail)\(\s*["']([a-z0-9-]+)["']"""
)


def _tracked() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.splitlines() if listed.returncode == 0 else []
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def _slugs() -> set[str]:
    return {
        slug
        for path in PACKAGE
        for match in SLUG.findall(path.read_text(encoding="utf-8"))
        for slug in match
        if slug
    }


def test_the_package_is_found() -> None:
    """The folder that the other tests of this file read is not empty."""
    assert len(PACKAGE) > 30


def test_every_problem_has_a_paragraph() -> None:
    """Each slug raised in the package is a heading of docs/problems.md, and no heading is stale."""
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^## ([a-z0-9-]+)$", page, re.MULTILINE))
    assert _slugs() - explained == set()
    assert {slug for slug in explained if not any(_stands(slug, path) for path in PACKAGE)} == set()


def _stands(slug: str, path: Path) -> bool:
    return f'"{slug}"' in path.read_text(encoding="utf-8")


def test_the_terms_of_the_data_name_every_licence() -> None:
    """What the package says of its licences and what data/README.md says of its parts agree."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    terms = (ROOT / "data" / "README.md").read_text(encoding="utf-8").partition("## Terms")[2]
    table = terms.partition("\n## ")[0]
    licences = set(project["license"].split(" AND "))
    assert licences == set(re.findall(r"`([A-Z][A-Za-z-]+(?:[0-9.]+(?:-only)?)?)`", table))
    named = set(re.findall(r"\]\(([^)]*LICENSE[^)]*)\)", table))
    listed = {path for each in project["license-files"] for path in ROOT.glob(each)}
    assert {(ROOT / "data" / link).resolve() for link in named} == listed


def test_no_module_is_named_for_nothing() -> None:
    """What everybody needs has a name of its own."""
    nameless = {"utils.py", "helpers.py", "common.py", "misc.py", "util.py"}
    assert [path for path in PACKAGE if path.name in nameless] == []


def test_no_module_is_past_400_lines() -> None:
    """A module is one thing."""
    long = {
        path.name: lines
        for path in PACKAGE
        if path not in GENERATED and (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


@pytest.mark.parametrize("word", ["Violator", "violators", "shipped arms", "guilty", "perpetrat"])
def test_names_do_not_take_sides(word: str) -> None:
    """No name and no sentence of the package says that somebody did it."""
    assert [path.name for path in PACKAGE if word in path.read_text(encoding="utf-8")] == []


def test_no_query_is_pasted_together() -> None:
    """SPARQL binds its parameters: no f-string and no % or .format builds a query."""
    guilty: list[str] = []
    for path in PACKAGE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                words = "".join(str(p.value) for p in node.values if isinstance(p, ast.Constant))
                if re.search(r"\b(SELECT|CONSTRUCT|ASK)\b[^a-z]*\{", words):
                    guilty.append(f"{path.name}:{node.lineno}")
    assert guilty == []


def test_yaml_is_read_by_events_alone() -> None:
    """Nothing loads YAML into Python objects: Norway stays NO, and depth bombs are refused."""
    loaders = re.compile(r"yaml\.(safe_load|load|full_load|unsafe_load|compose)\b")
    assert [p.name for p in PACKAGE if loaders.search(p.read_text(encoding="utf-8"))] == []


def test_every_todo_names_an_issue() -> None:
    """A promise in a comment can be looked up."""
    promise = re.compile(r"#\s*(TODO|FIXME|XXX)(?!.*#\d+)")
    assert [p.name for p in PACKAGE if promise.search(p.read_text(encoding="utf-8"))] == []


def test_no_machine_path_stands_in_the_project() -> None:
    """The project names no place of the machine on which it was written."""
    path_of_a_machine = re.compile(rb"(?<![\w.-])/(?:(?:home|Users)/[a-z]+/|wor[k]/|tm[p]/[a-z])")
    found = [
        str(path.relative_to(ROOT))
        for path in _tracked()
        if path.suffix != ".png" and path_of_a_machine.search(path.read_bytes())
    ]
    assert found == []


def test_the_seed_is_byte_for_byte() -> None:
    """The one verbatim text of the project has the digest that it was handed over with."""
    data = (ROOT / "data" / "texts" / "2023-10-26-us-jp-kr.txt").read_bytes()
    pinned = "496c556a2d18d65eecc607e6d7a123feedbc70af03f9995c3e145e4e46a613eb"
    assert hashlib.sha256(data).hexdigest() == pinned
