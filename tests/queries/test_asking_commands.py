"""`kg ask`, `kg findings` and `kg explain`, as they print."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.errors import KgError
from kg.quads import to_nquads
from kg.store.generations import FORMAT, locked, write_generation

NO_DETERMINATION = "This is this program's inference, and no legal determination."


@pytest.fixture(scope="session")
def built(seed: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build directory that holds the bundled text."""
    out = tmp_path_factory.mktemp("asking") / "build"
    graph = to_nquads(list(seed))
    manifest = {"format": FORMAT, "graph": {"sha256": sha256(graph).hexdigest()}}
    with locked(out):
        write_generation(out, graph, json.dumps(manifest).encode())
    return out


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kg, [str(each) for each in arguments])


def refused(*arguments: str | Path) -> KgError:
    """Return the error with which a command ends."""
    error = run(*arguments).exception
    assert isinstance(error, KgError)
    return error


def test_the_questions_are_listed_in_plain_words() -> None:
    """`kg ask --list` needs no build."""
    listed = run("ask", "--list")
    assert listed.exit_code == 0
    assert "who-says-what" in listed.stdout
    assert "Who says what, how firmly, and in which words?" in listed.stdout
    assert "--param actor=…" in listed.stdout


@pytest.mark.parametrize("form", ["table", "csv", "tsv"])
def test_a_question_is_answered_in_each_form(built: Path, form: str) -> None:
    """The words stand in every form."""
    done = run("ask", "what-is-confirmed", "--graph", built, "--format", form)
    assert done.exit_code == 0
    assert "several of which we now confirm have been completed" in " ".join(done.stdout.split())


def test_a_question_as_json_has_the_documented_shape(built: Path) -> None:
    """docs/json.md tells the keys."""
    done = run("ask", "mentions-of", "--param", "actor=UA", "--graph", built, "--format", "json")
    answer = json.loads(done.stdout)
    assert list(answer) == ["format", "name", "question", "variables", "rows"]
    assert answer["format"] == "kg-answer/1"
    assert answer["rows"][0]["words"] == "Ukraine"


def test_an_empty_answer_is_said(built: Path) -> None:
    """Nobody denies anything here, and the command says that it found nothing."""
    done = run("ask", "denials", "--graph", built)
    assert done.stdout == ""
    assert "Nothing in this graph." in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "votes-of", "--param", "RU"],
        ["ask", "votes-of", "--param", "=RU"],
        ["ask", "-", "--param", "actor=RU"],
        ["ask", "denials", "--format", "ttl"],
    ],
)
def test_wrong_usage_exits_with_2(built: Path, arguments: list[str]) -> None:
    """What cannot be meant is a matter of usage."""
    assert run(*arguments, "--graph", built).exit_code == 2


def test_a_file_that_is_not_there_is_said(built: Path) -> None:
    """The name of the file stands in the message."""
    assert "nowhere.rq" in str(refused("ask", "nowhere.rq", "--graph", built))


@pytest.mark.parametrize(
    "command", [["ask", "denials"], ["findings"], ["explain", "abcd"]], ids=lambda each: each[0]
)
def test_without_a_build_there_is_a_hint(tmp_path: Path, command: list[str]) -> None:
    """Each command says how to make a build."""
    assert "kg build" in str(refused(*command, "--graph", tmp_path / "none"))


def test_findings_are_listed_with_the_disclaimer(built: Path) -> None:
    """Violations alone; near misses are counted and the disclaimer closes, on standard error."""
    done = run("findings", "--graph", built)
    assert "S/RES/1874 (2009), para. 9" in done.stdout
    assert "if the claim is true" in " ".join(done.stdout.split())
    assert "does not apply" not in done.stdout
    assert "near misses not shown; --near-misses shows them." in done.stderr
    assert done.stderr.endswith(NO_DETERMINATION + "\n")


def test_the_table_of_findings_fits_100_columns(built: Path) -> None:
    """Every line of the table can be read on a terminal of 100 columns."""
    for options in ([], ["--near-misses"]):
        done = run("findings", "--graph", built, *options)
        assert max(len(line) for line in done.stdout.splitlines()) <= 100


def test_what_is_kept_apart_comes_on_demand(built: Path) -> None:
    """With near misses and claimed purposes, nothing is left unshown."""
    some = run("findings", "--graph", built)
    assert "near misses not shown" in some.stderr
    assert "rest on a claimed purpose alone" in some.stderr
    assert "S/RES/2270 (2016), para. 8" not in some.stdout
    done = run("findings", "--near-misses", "--claimed-purposes", "--graph", built)
    assert "cannot be" in done.stdout
    assert "Would violate S/RES/2270 (2016), para. 8" in done.stdout
    assert "not shown" not in done.stderr


def test_findings_narrow(built: Path) -> None:
    """Actor, norm, kind and text each leave what fits."""
    options = ["--actor", "RU", "--kind", "alleged-violation", "--norm", "1874-9-states"]
    done = run("findings", "--graph", built, *options, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["claim"] for row in rows} == {"dprk-arms-to-russia", "some-deliveries-completed"}
    assert {(row["actor"], row["role"]) for row in rows} == {("RU", "recipient")}


def test_findings_as_json_have_the_documented_shape(built: Path) -> None:
    """The note that it is no determination is part of what other programs read."""
    answer = json.loads(run("findings", "--json", "--graph", built).stdout)
    assert list(answer) == [
        "format",
        "note",
        "findings",
        "near_misses_not_shown",
        "claimed_purposes_not_shown",
    ]
    assert answer["format"] == "kg-findings/1"
    assert answer["note"] == NO_DETERMINATION
    assert {row["kind"] for row in answer["findings"]} == {
        "alleged-violation",
        "prospective-violation",
    }


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--actor", "KPP", "did you mean KP?"),
        ("--norm", "1874-9", "there are: 1874-9-dprk, 1874-9-states"),
        ("--text", "x", None),
    ],
)
def test_a_filter_for_what_is_not_there_is_said(
    built: Path, option: str, value: str, hint: str | None
) -> None:
    """An empty table would look like an answer."""
    (problem,) = refused("findings", option, value, "--graph", built).problems
    assert problem.slug == "not-in-graph"
    assert problem.hint == hint


def test_a_case_file_is_printed(built: Path) -> None:
    """By the name that people give a finding."""
    done = run("explain", "some-deliveries-completed/1874-9-dprk/KP", "--graph", built)
    assert done.exit_code == 0
    assert NO_DETERMINATION in done.stdout
    assert "several of which we now confirm have been completed" in done.stdout


def test_a_case_file_as_json(built: Path) -> None:
    """The same, for other programs."""
    done = run("explain", "some-deliveries-completed/1874-9-dprk/KP", "--json", "--graph", built)
    case = json.loads(done.stdout)
    assert case["format"] == "kg-casefile/1"
    assert case["finding"]["agent"] == "KP"
    assert case["denied"] is False
