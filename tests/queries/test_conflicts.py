"""The conflicts of the bundled statements, and claims beside each other, as kept in the graph."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import open_graph
from kg.annotations import read_annotated
from kg.cli import kg
from kg.errors import KgError
from kg.front.graph import Graph
from kg.model.reference import Reference
from kg.queries import ask, select_picture
from kg.queries.bearing import Reach
from kg.queries.comparing import Beside
from kg.queries.conflicts import Conflicts, Kind, Voices, find_conflicts
from kg.queries.sides import Side
from kg.queries.verdicts import Verdict
from tests.queries.lifted import filled

PAGE = Path(__file__).parents[2] / "docs" / "refinement.md"
STATE = "2024-02-23-us-state/kp-arms-to-ru"
SHIN = "2024-02-26-shin/kp-arms-to-ru"
SEED = "2023-10-26-us-jp-kr"


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def conflicts(graph: Graph) -> Conflicts:
    return graph.conflicts()


@pytest.fixture
def run(bundled_build: Path) -> Callable[..., str]:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(kg, [*arguments, "--graph", str(bundled_build)])
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


def goes(beside: Beside) -> set[tuple[str, Side, Reach, bool]]:
    return {(each.on.key, each.side, each.reach, each.answers) for each in beside.bearings}


def test_numbers_that_differ_are_kept_as_said(conflicts: Conflicts) -> None:
    """Number, unit, qualifier and days as the texts give them; neither is preferred (trap 7)."""
    rows = [row for row in conflicts.between if row.kind is Kind.QUANTITY]
    assert [
        (
            row.verdict,
            row.voices,
            row.one.key,
            row.one.quantity and row.one.quantity.words,
            row.one.when,
            row.other.key,
            row.other.quantity and row.other.quantity.words,
            row.other.when,
        )
        for row in rows
    ] == [
        (
            Verdict.DIFFERS,
            Voices.ONE_TEXT,
            "2023-11-01-kr-nis/dozen-shipments",
            "a dozen shipments",
            "2023-08-01 to 2023-10-31",
            "2023-11-01-kr-nis/ten-transfers",
            "about ten transfers",
            "2023-08-01 to 2023-10-31",
        ),
        (
            Verdict.DIFFERS,
            Voices.DIFFERENT,
            STATE,
            "more than 10,000 containers of munitions or related materials",
            "2023-09-01 to 2024-02-29",
            SHIN,
            "about 6,700 containers of munitions",
            "2023-08-01 to 2024-02-29",
        ),
    ]


def test_the_question_and_the_list_agree_on_numbers(graph: Graph, conflicts: Conflicts) -> None:
    """``contradicting-quantities`` gives the same pairs, each with what its number is."""
    answer = graph.ask("contradicting-quantities")
    rows = [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]
    asked = {
        frozenset({f"{row['text']}/{row['claim']}", f"{row['other_text']}/{row['other']}"})
        for row in rows
    }
    listed = {
        frozenset({row.one.key, row.other.key})
        for row in conflicts.between
        if row.kind is Kind.QUANTITY
    }
    assert asked == listed
    assert {(row["number_is"], row["other_number_is"]) for row in rows} == {("about", "at least")}


COUNTED = """\
format: kg-annotation/1
text: {{file: {name}.txt, sha256: {digest}, language: en, kind: verbatim}}
document: {{title: {name}, kind: statement, date: 2024-03-01, issued-by: DE}}
annotation: {{by: a test, date: 2026-01-01}}
parts:
  all: {{quote: "{words}", speaker: DE}}
claims:
  containers:
    transfer:
      {{supplier: {supplier}, recipient: RU, item: {item}, quantity: "{words}", {bound}: {number},
       unit: containers, date: 2023-08/2024-02{more}}}
    said: {{quote: "{words}", stance: asserts, status: {status}}}
"""
PLAIN = {"supplier": "KP", "item": "containers-of-munitions", "more": "", "status": "completed"}


@pytest.mark.parametrize(
    ("few", "many", "contradicts"),
    [
        ({}, {}, True),
        ({"supplier": "[KP, IR]"}, {}, True),
        ({}, {"supplier": "[KP, IR]"}, False),
        ({}, {"item": "[containers-of-munitions, uav]"}, False),
        ({"more": ", via: CN"}, {}, False),
        ({}, {"more": ", via: CN"}, True),
        ({"more": ", destination: p-rajin"}, {}, False),
        ({"more": ", destination: [t-kp, t-ru]"}, {"more": ", destination: t-ru"}, True),
        ({}, {"status": "planned"}, False),
        ({"status": "planned"}, {"status": "planned"}, True),
    ],
)
def test_a_greater_number_contradicts_where_it_counts_nothing_else(
    bundled_reference: Reference,
    tmp_path: Path,
    few: dict[str, str],
    many: dict[str, str],
    *,
    contradicts: bool,
) -> None:
    """The question and the list tell the same of numbers of other ends, carriers and places."""
    for name, words, bound, number, values in (
        ("few", "at most 6,000 containers", "at-most", "6000", few),
        ("many", "at least 9,000 containers", "at-least", "9000", many),
    ):
        digest = sha256(words.encode()).hexdigest()
        given = {"name": name, "words": words, "bound": bound, "number": number, "digest": digest}
        (tmp_path / f"{name}.txt").write_bytes(words.encode())
        annotated = COUNTED.format(**PLAIN | values | given)
        (tmp_path / f"{name}.ann.yaml").write_text(annotated, encoding="utf-8")
    files = [tmp_path / "few.ann.yaml", tmp_path / "many.ann.yaml"]
    texts = [read_annotated(file, bundled_reference) for file in files]
    store = filled(bundled_reference, texts, backwards=False)
    assert bool(ask(store, "contradicting-quantities").rows) is contradicts
    listed = find_conflicts(store, select_picture(store)).between
    assert [row.verdict for row in listed] == [Verdict.CONTRADICTS] * contradicts


def test_signatories_are_counted_as_each_source_does(conflicts: Conflicts) -> None:
    """47, 48, 48 and 50 of the joint statement of January 2024, side by side (trap 8)."""
    assert {row.text: row.numbers for row in conflicts.signatories} == {
        "2024-01-09-joint": (47, 48, 48, 50),
        "2024-01-10-unsc-joint": (6, 8),
    }


def test_days_that_differ_are_listed_where_one_text_takes_up_the_other(
    conflicts: Conflicts,
) -> None:
    """Before the war, or in the summer after it began: both are affirmed, by different voices."""
    (row,) = (row for row in conflicts.between if row.kind is Kind.DATES)
    assert (row.one.key, row.other.key) == (
        "2022-11-06-malley/ir-uav-to-ru",
        "2022-11-05-amirabd/ir-uav-to-ru",
    )
    assert row.reason == "2022-06-01 to 2022-09-30 and until 2022-02-24: no day is in both"


def test_who_affirms_and_who_denies_stand_against_each_other(conflicts: Conflicts) -> None:
    """A denial of the general reaches the special, whose parts are named once."""
    found = {
        (row.one.key, row.other.key): (row.reach, row.parts)
        for row in conflicts.between
        if row.kind is Kind.DENIAL
    }
    answered = found["2023-10-26-peskov/kp-arms-to-ru", f"{SEED}/dprk-arms-to-russia"]
    assert answered == (Reach.ALL, ("some-deliveries-completed",))
    narrower = found["2022-12-22-prigozhin/kp-arms-to-ru", "2022-12-22-us-kirby/kp-arms-to-wagner"]
    assert narrower == (Reach.PART, ())


def test_every_linked_denial_is_one_that_the_rules_hold_against_a_finding(
    graph: Graph, conflicts: Conflicts
) -> None:
    """The scope is that of the rules: whatever contests a finding here contests one there."""
    contested = {act for row in graph.findings() for act in row.contested_by}
    affirmed = {row.transfer for row in graph.findings() if row.kind == "alleged-violation"}
    for row in conflicts.between:
        if row.kind is Kind.DENIAL and row.other.iri in affirmed:
            assert {act.iri for act in row.one_said} <= contested


def test_a_denial_that_answers_nothing_is_kept_apart(conflicts: Conflicts) -> None:
    """It reaches a claim by its scope alone, and no claim of later days."""
    assert conflicts.unanswered
    assert not any(row.answers for row in conflicts.unanswered)
    pairs = {(row.one.key, row.other.key) for row in conflicts.unanswered}
    assert ("2024-01-10-nebenzia/kp-arms-to-ru", f"{SEED}/dprk-arms-to-russia") in pairs
    assert not any(
        one == "2022-09-ru-denial/kp-arms-to-ru" and other.startswith("2024-02")
        for one, other in pairs
    )


def test_confirming_several_does_not_confirm_all(graph: Graph) -> None:
    """The part refines the whole; its confirmation affirms something of it, and not the reverse."""
    several = f"{SEED}/some-deliveries-completed"
    whole = f"{SEED}/dprk-arms-to-russia"
    beside = graph.compare(several, whole)
    assert beside.comparison.verdict is Verdict.REFINES
    assert goes(beside) == {(whole, Side.AFFIRMS, Reach.PART, False)}


def test_containers_are_not_held_against_rounds(graph: Graph) -> None:
    """Two units, and two kinds of thing: nothing is compared."""
    found = graph.compare("2023-10-13-us-kirby/containers-given", "2024-12-18-us-ltg/rounds")
    assert found.comparison.verdict is Verdict.NOT_COMPARABLE


def test_troops_in_a_region_are_not_held_against_troops_in_the_country(graph: Graph) -> None:
    """About 8,000 of them in Kursk are fewer, and elsewhere may be more."""
    found = graph.compare("2024-10-31-us-wood/kp-troops-to-ru", "2024-10-28-us-dod/kp-troops-to-ru")
    assert found.comparison.verdict is Verdict.COMPATIBLE


def test_a_claim_is_beside_those_of_other_texts_alone(graph: Graph) -> None:
    """All have the same ends and kindred items; the strongest stand first."""
    compared = graph.compare_with_all(SHIN)
    verdicts = {row.comparison.one.key: row.comparison.verdict for row in compared.beside}
    assert next(iter(verdicts.items())) == (STATE, Verdict.DIFFERS)
    assert verdicts["2023-10-26-peskov/kp-arms-to-ru"] is Verdict.REFINED_BY
    assert verdicts["2024-08-27-kr-dia/kp-arms-to-ru"] is Verdict.COMPATIBLE
    assert verdicts["2025-07-budanov/kp-arms-to-ru"] is Verdict.NOT_COMPARABLE
    assert not any(key.startswith("2024-02-26-shin/") for key in verdicts)
    assert compared.other_items > 0


@pytest.mark.parametrize(
    ("wanted", "slug", "hint"),
    [
        ("kp-arms-to-ru", "several-claims", "give one: 2022-09-05-us/kp-arms-to-ru"),
        ("2024-02-26-shin/kp-arms-to-rus", "not-in-graph", "2024-02-26-shin/kp-arms-to-ru"),
        ("2024-05-01-joint/panel-ends", "no-transfer", "give the claim of a transfer"),
    ],
)
def test_a_name_that_means_no_one_transfer_is_told(
    graph: Graph, wanted: str, slug: str, hint: str
) -> None:
    """Several of that name, none, or one of something else; each says what to do."""
    with pytest.raises(KgError) as raised:
        graph.compare_with_all(wanted)
    (problem,) = raised.value.problems
    assert problem.slug == slug
    assert hint in (problem.hint or "")


def test_both_names_are_looked_up_at_once(graph: Graph) -> None:
    """Whoever mistypes two learns of both."""
    with pytest.raises(KgError) as raised:
        graph.compare("nonsense", "none-either")
    assert len(raised.value.problems) == 2


def test_what_counts_alone_is_compared_alone(graph: Graph) -> None:
    """On the day before it was out, the number that differs is not there."""
    earlier = graph.restrict(as_of="2024-02-25").conflicts()
    assert [row.one.text for row in earlier.between if row.kind is Kind.QUANTITY] == [
        "2023-11-01-kr-nis"
    ]
    assert graph.restrict(without=["2024-01-09-joint"]).conflicts().signatories[0].text == (
        "2024-01-10-unsc-joint"
    )


def test_both_commands_print_the_same_facts_in_each_form(run: Callable[..., str]) -> None:
    """JSON and tables hold what the text does."""
    found = json.loads(run("conflicts", "--json"))
    assert found["format"] == "kg-conflicts/1"
    rows = list(csv.DictReader(io.StringIO(run("conflicts", "--format", "csv"))))
    assert [row["in"] for row in rows] == [
        *(row["in"] for row in found["conflicts"]),
        *("signatories" for row in found["signatories"] for _ in row["lists"]),
    ]
    assert [row["number"] for row in found["signatories"][0]["lists"]] == [47, 48, 48, 50]
    every = json.loads(run("conflicts", "--unanswered", "--json"))
    assert len(every["conflicts"]) == len(found["conflicts"]) + found["unanswered_not_shown"]

    two = json.loads(run("compare", SHIN, STATE, "--json"))
    assert (two["format"], two["verdict"]) == ("kg-comparison/1", "differs")
    assert two["one"]["quantity"] == {
        "words": "about 6,700 containers of munitions",
        "unit": "containers",
        "at_least": None,
        "at_most": None,
        "about": "6700",
    }
    aspects = list(csv.DictReader(io.StringIO(run("compare", SHIN, STATE, "--format", "csv"))))
    assert [(row["aspect"], row["verdict"]) for row in aspects] == [
        *((each["aspect"], each["verdict"]) for each in two["aspects"]),
        ("whole", "differs"),
    ]
    beside = json.loads(run("compare", SHIN, "--json"))
    lines = list(csv.DictReader(io.StringIO(run("compare", SHIN, "--format", "csv"))))
    assert [row["verdict"] for row in lines] == [row["verdict"] for row in beside["beside"]]


def test_the_examples_of_the_page_are_what_the_commands_print(run: Callable[..., str]) -> None:
    """Each block begins with its command; dots on a line of their own leave lines out."""
    blocks = PAGE.read_text(encoding="utf-8").split("```console\n")[1:]
    assert blocks
    for block in blocks:
        command, _, shown = block.partition("```")[0].partition("\n")
        printed = run(*command.removeprefix("$ kg ").split())
        for piece in shown.split("[…]\n"):
            assert piece in printed, command
