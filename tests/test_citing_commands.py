"""`kg cite`, `kg verify` and `kg diff`, as they print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.errors import KgError
from kg.queries.reasons import NO_DETERMINATION
from kg.views.citation import Citation, draw_citation
from tests.conftest import SEED

FINDING = "dprk-arms-to-russia/1874-9-dprk/KP"
DENIAL = "2023-10-26-peskov"


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(kg, [str(each) for each in arguments], input=stdin)


@pytest.fixture
def file(bundled_build: Path, tmp_path: Path) -> Path:
    """Return a citation of one case file."""
    out = tmp_path / "case.json"
    assert run("cite", "explain", FINDING, "--graph", bundled_build, "--out", out).exit_code == 0
    return out


def test_a_citation_is_written_and_verified(file: Path, bundled_build: Path) -> None:
    done = run("verify", file, "--graph", bundled_build)
    assert (done.exit_code, done.stdout) == (0, "The same: question, graph, program and answer.\n")
    assert NO_DETERMINATION in done.stderr


def test_standard_input_and_output_will_do(bundled_build: Path) -> None:
    """SPARQL comes in, a citation comes out, and goes back in."""
    asked = run("cite", "ask", "-", "--graph", bundled_build, stdin="ASK { ?t a ata:Text }")
    assert asked.exit_code == 0
    assert json.loads(asked.stdout)["result"] == {"head": {}, "boolean": True}
    assert run("verify", "-", "--graph", bundled_build, stdin=asked.stdout).exit_code == 0


def test_cite_takes_the_options_of_the_other_commands(bundled_build: Path, tmp_path: Path) -> None:
    """What was asked stands in the file as it was asked."""
    query = tmp_path / "mine.rq"
    query.write_text("SELECT ?t WHERE { ?t a ata:Text }", encoding="utf-8")
    for arguments, question in (
        (
            ["ask", "mentions-of", "--param", "actor=KP"],
            {"kind": "named", "name": "mentions-of", "parameters": {"actor": "KP"}},
        ),
        (["ask", query], {"kind": "sparql", "sparql": query.read_text("utf-8")}),
        (
            ["findings", "--actor", "KP", "--norm", "1874-9-dprk", "--near-misses"],
            {
                "kind": "findings",
                "filters": {"actor": "KP", "norm": "1874-9-dprk", "near_misses": True},
            },
        ),
        (
            ["explain", FINDING],
            {"kind": "case-file", "finding": "5b33350801a9aac6", "called": f"{SEED}/{FINDING}"},
        ),
    ):
        done = run("cite", *arguments, "--graph", bundled_build)
        asked = json.loads(done.stdout)["question"]
        assert {name: asked[name] for name in question} == question


def test_a_restriction_is_cited_and_said(bundled_build: Path) -> None:
    options = ("--as-of", "2023-10-26", "--according-to", "US,JP", "--without", DENIAL)
    done = run("cite", "findings", *options, "--graph", bundled_build)
    restriction = {"as_of": "2023-10-26", "according_to": ["JP", "US"], "without": [DENIAL]}
    assert json.loads(done.stdout)["restriction"] == restriction
    assert "Here counts alone: texts out by 2023-10-26" in done.stderr
    assert run("verify", "-", "--graph", bundled_build, stdin=done.stdout).exit_code == 0


@pytest.mark.parametrize(
    ("form", "begins"),
    [("json", '{\n  "format": "kg-citation/1"'), ("csl", "[\n  {"), ("bibtex", "@misc{answer-")],
)
def test_a_reference_comes_in_the_form_asked_for(
    form: str, begins: str, bundled_build: Path
) -> None:
    done = run("cite", "explain", FINDING, "--graph", bundled_build, "--format", form)
    assert done.stdout.startswith(begins)
    assert NO_DETERMINATION in done.stderr


def test_a_reference_in_words_says_all_of_it(bundled_build: Path) -> None:
    done = run(
        "cite", "explain", FINDING, "--graph", bundled_build, "--format", "text",
        "--accessed", "2026-11-25",
    )  # fmt: skip
    assert done.stdout.startswith("Case file of a finding: Alleged violation of S/RES/1874 (2009)")
    assert done.stdout.endswith(f"Accessed 2026-11-25. {NO_DETERMINATION}\n")


@pytest.mark.parametrize(
    ("arguments", "slug"),
    [
        (("ask", "denials", "--accessed", "yesterday"), "not-a-day"),
        (("ask", "no-such-question"), "unknown-question"),
        (("ask", "denials", "--param", "name=KP"), "unknown-parameter"),
        (("findings", "--actor", "XX"), "not-in-graph"),
        (("explain", "no/such/finding"), "no-such-finding"),
        (("findings", "--without", "no-text"), "not-in-graph"),
    ],
)
def test_what_cannot_be_asked_cannot_be_cited(
    arguments: tuple[str, ...], slug: str, bundled_build: Path
) -> None:
    error = run("cite", *arguments, "--graph", bundled_build).exception
    assert isinstance(error, KgError)
    assert [problem.slug for problem in error.problems] == [slug]


@pytest.mark.parametrize(
    "arguments",
    [
        ("cite", "ask"),
        ("cite", "ask", "-", "--param", "a=b"),
        ("cite", "ask", "denials", "--param", "text"),
        ("cite", "explain"),
        ("verify",),
        ("diff",),
        ("diff", "build"),
    ],
)
def test_wrong_usage_is_told_apart(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_changed_answer_is_told_and_exits_with_1(bundled_build: Path, seed_build: Path) -> None:
    """The joint statement alone: no denial, and so another outcome of one test."""
    asked = run("cite", "findings", "--text", SEED, "--actor", "KP", "--graph", bundled_build)
    done = run("verify", "-", "--graph", seed_build, stdin=asked.stdout)
    assert done.exit_code == 1
    words = " ".join(done.stdout.split())
    assert words.startswith("Changed: this graph and program give another answer")
    assert "In both, and not alike: 5b33350801a9aac6 Alleged violation of S/RES/1874" in words
    assert "(in: contested_by, outcomes, sha256)" in words
    assert "texts searched: 94, now 1" in words


def test_the_same_answer_from_another_graph_holds(bundled_build: Path, seed_build: Path) -> None:
    """It is said which graph and what was searched; the exit code is 0."""
    asked = run("cite", "ask", "norms-with-conditions", "--graph", bundled_build)
    done = run("verify", "-", "--graph", seed_build, stdin=asked.stdout)
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    assert words.startswith("The same answer, though not from the same graph and program;")
    assert "the graph asked: " in words
    assert "Only in" not in words


def test_the_same_answer_on_another_mark_is_a_change(file: Path, bundled_build: Path) -> None:
    """Somebody checked a norm since, in another graph: the footnotes are others."""
    values = json.loads(file.read_bytes())
    values["graph"]["sha256"] = "0" * 64
    for norm in values["rests_on"]["norms"]:
        norm["verification"] = "background"
    del values["sha256"], values["format"]
    parts = {"restriction": None, "accessed": None, "absence": None, **values}
    done = run("verify", "-", "--graph", bundled_build, stdin=draw_citation(Citation(**parts)))
    assert done.exit_code == 1
    words = " ".join(done.stdout.split())
    assert words.startswith("Changed: the answer is the same, and what it rests on, or how it is")
    assert "it rests on norm 1874-9-dprk: not checked, now read in part" in words


def test_an_altered_file_is_told_and_exits_with_1(file: Path, bundled_build: Path) -> None:
    words = file.read_text("utf-8").replace('"outcome": "contested"', '"outcome": "met"')
    done = run("verify", "-", "--graph", bundled_build, stdin=words)
    assert done.exit_code == 1
    assert done.stdout.startswith(
        "The file is not as it was written.\n"
        "After it was written, somebody or something altered: the result.\n"
    )


def test_a_verification_as_json_has_the_documented_shape(file: Path, bundled_build: Path) -> None:
    """docs/json.md tells the keys."""
    found = json.loads(run("verify", file, "--graph", bundled_build, "--json").stdout)
    assert found == {
        "format": "kg-verification/1",
        "note": NO_DETERMINATION,
        "verdict": "same",
        "altered": [],
        "sealed_anew": [],
        "cannot_ask": [],
        "differences": [],
        "rows": {"gone": [], "new": [], "changed": []},
        "other_order": False,
        "reformatted": False,
        "holds": True,
    }


def test_a_file_that_is_no_citation_is_refused(bundled_build: Path, tmp_path: Path) -> None:
    for name in ("absent.json", "."):
        error = run("verify", tmp_path / name, "--graph", bundled_build).exception
        assert isinstance(error, KgError)
    error = run("verify", "-", "--graph", bundled_build, stdin="{}").exception
    assert isinstance(error, KgError)
    assert [problem.slug for problem in error.problems] == ["not-a-citation"]


def test_two_like_builds_do_not_differ(bundled_build: Path) -> None:
    done = run("diff", bundled_build, bundled_build, "--exit-code")
    assert done.exit_code == 0
    assert "Both have the same texts, claims, acts of saying, norms and findings." in done.stdout


def test_a_difference_is_told_in_words(bundled_build: Path) -> None:
    done = run("diff", bundled_build, "--without", DENIAL)
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    assert "Texts: 1 removed - 2023-10-26-peskov Dmitry Peskov on reports of arms" in words
    assert "outcome of the test claimed: contested → met" in words
    assert words.endswith(NO_DETERMINATION)
    assert run("diff", bundled_build, "--without", DENIAL, "--exit-code").exit_code == 1


def test_a_difference_as_json_has_the_documented_shape(
    bundled_build: Path, seed_build: Path
) -> None:
    """docs/json.md tells the keys."""
    found = json.loads(run("diff", seed_build, bundled_build, "--json").stdout)
    assert list(found) == [
        "format", "note", "before", "after", "different", "texts", "claims", "speech_acts",
        "norms", "findings",
    ]  # fmt: skip
    assert (found["format"], found["note"]) == ("kg-diff/1", NO_DETERMINATION)
    assert len(found["texts"]["added"]) == 93
    assert found["texts"]["removed"] == found["texts"]["changed"] == found["norms"]["added"] == []
    (changed, *_) = found["findings"]["changed"]
    assert set(changed) == {"id", "sentence", "fields"}
    assert set(changed["fields"][0]) == {"name", "before", "after"}
