"""Changes of position as stories."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from kg import KgError, open_graph
from kg.annotations import read_annotated
from kg.front.graph import Graph
from kg.queries import select_picture
from kg.queries.changes import position_changes
from kg.queries.stories import ChangeRow
from kg.reference import read_reference
from kg.resources import DATA
from kg.views.changes import draw_changes
from tests.queries.lifted import filled


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def turns(row: ChangeRow) -> list[tuple[str, str, str]]:
    return [(turn.since, turn.until, turn.side) for turn in row.turns]


def test_denial_then_lawful_then_admission(graph: Graph) -> None:
    """Trap 6: the DPRK on its troops, and apart from them on its arms."""
    troops, arms = graph.position_changes("KP")
    assert troops.items == ("Military personnel",)
    assert turns(troops) == [
        ("2024-10-31", "2024-10-31", "denies or doubts"),
        ("2024-10-31", "2024-10-31", "says that it breaches nothing"),
        ("2025-04-28", "2025-04-28", "affirms"),
    ]
    told = {row.told_by for turn in troops.turns for row in turn.said}
    assert told == {("US Mission to the UN",), ("ROK Ministry of National Defense",)}
    assert turns(arms) == [
        ("2022-09-22", "2022-09-22", "denies or doubts"),
        ("2025-06-02", "2025-06-02", "says that it breaches nothing"),
    ]


def test_russia_by_its_organs_and_who_speaks_for_it(graph: Graph) -> None:
    (row,) = graph.position_changes("RU")
    assert (row.supplier, row.recipient) == ("DPRK", "Russia")
    assert turns(row) == [
        ("2022-09", "2024-01-10", "denies or doubts"),
        ("2024-06-28", "2024-06-28", "says that it breaches nothing"),
        ("2025-04-26", "2025-04-26", "affirms"),
    ]
    drawn = draw_changes((row,), "table")
    assert "in a text of Presidential Administration of Russia (organ of Russia," in drawn
    assert "[abstract, no quotation] calls it fake" in drawn


def test_other_days_are_no_change_of_position(graph: Graph) -> None:
    (row,) = graph.position_changes("pe-malley")
    assert row.other_times
    assert "No change of position" in draw_changes((row,), "table")
    (iran,) = graph.position_changes("IR")
    assert not iran.other_times
    assert "No change of position" not in draw_changes((iran,), "table")


def test_a_story_that_stands_under_another_says_under_which(graph: Graph) -> None:
    within = {(row.who, row.supplier): row.within for row in graph.position_changes()}
    assert within == {
        ("DPRK", "DPRK"): None,
        ("Hossein Amir-Abdollahian", "Iran"): "Iran",
        ("Iran", "Iran"): None,
        ("Iranian Ministry of Foreign Affairs", "Iran"): "Iran",
        ("Robert Malley", "Iran"): "US Department of State",
        ("Russia", "DPRK"): None,
        ("US Department of State", "Iran"): "United States",
        ("United States", "DPRK"): None,
        ("United States", "Iran"): None,
        ("Vassily Nebenzia", "DPRK"): "Russia",
    }


def test_all_that_the_question_answers_stands_in_a_story(graph: Graph) -> None:
    answer = graph.ask("changed-stances")
    asked = {
        (row["who"], row["date"], row["text"], row["claim"], row["stance"], row["words"])
        for row in (dict(zip(answer.variables, each, strict=True)) for each in answer.rows)
    }
    told = {
        (row.who, each.date, each.text, each.claim, each.stance, each.words)
        for row in graph.position_changes()
        for turn in row.turns
        for each in turn.said
    }
    assert asked <= told


def test_nothing_is_told_twice(graph: Graph) -> None:
    for row in graph.position_changes():
        said = [
            (
                each.text,
                each.claim,
                each.speakers,
                each.stance,
                each.status,
                each.reading,
                each.words,
            )
            for turn in row.turns
            for each in turn.said
        ]
        assert len(said) == len(set(said))


ACTORS = """\
format: kg-actors/1
actors:
  x-ruritania: {kind: state, name: Ruritania, verification: background}
  x-utopia: {kind: state, name: Utopia, verification: background}
  x-visors: {kind: organization, name: Ministry of Visors, verification: background}
  x-war: {kind: organization, name: "Ministry of War, Ministry of Visors", verification: background}
"""

SAID = """\
format: kg-annotation/1
text: {{file: {name}.txt, sha256: {digest}, language: en, kind: verbatim}}
document: {{title: {name}, kind: statement, date: {day}, issued-by: {issuer}}}
annotation: {{by: a test, date: 2026-01-01}}
parts:
  all: {{quote: "{words}", speaker: {issuer}}}
claims:
  rifles:
    transfer: {{supplier: x-ruritania, recipient: [x-utopia, x-visors], item: small-arms}}
    said: {{quote: "{words}", stance: {stance}, status: completed}}
"""
LAWFUL = """\
  lawful:
    conduct: {{kind: complying, agent: x-ruritania, concerns: rifles}}
    said: {{quote: "{words}", stance: asserts}}
"""


def invented(folder: Path, *said: tuple[str, str, str, str, str]) -> tuple[ChangeRow, ...]:
    """Return the stories of texts: name, issuer, day, stance, and what is claimed besides."""
    (folder / "actors").mkdir()
    (folder / "actors" / "x.yaml").write_text(ACTORS, encoding="utf-8")
    for name, issuer, day, stance, besides in said:
        words = f"It {stance} that rifles went there."
        digest = sha256(words.encode()).hexdigest()
        values = {"name": name, "issuer": issuer, "day": day, "stance": stance}
        (folder / f"{name}.txt").write_bytes(words.encode())
        annotated = (SAID + besides).format(**values, words=words, digest=digest)
        (folder / f"{name}.ann.yaml").write_text(annotated, encoding="utf-8")
    reference = read_reference([DATA, folder])
    texts = [read_annotated(file, reference) for file in sorted(folder.glob("*.ann.yaml"))]
    store = filled(reference, texts, backwards=False)
    return position_changes(store, select_picture(store))


def test_a_comma_in_a_name_makes_no_second_speaker(tmp_path: Path) -> None:
    """What one body says is not told of another whose name stands at the end of its own."""
    denial = ("denial", "x-visors", "2015-04-01", "denies", "")
    other = ("other", "x-war", "2015-05-01", "entertains", LAWFUL)
    assert invented(tmp_path, denial, other) == ()


def test_who_denied_and_then_calls_lawful_is_told_between_each_two_ends(tmp_path: Path) -> None:
    """A claim with two recipients makes a story with each, as the denials of one do."""
    denial = ("denial", "x-visors", "2015-04-01", "denies", "")
    lawful = ("later", "x-visors", "2015-05-01", "entertains", LAWFUL)
    stories = invented(tmp_path, denial, lawful)
    assert [(row.who, row.recipient, [turn.side for turn in row.turns]) for row in stories] == [
        ("Ministry of Visors", end, ["denies or doubts", "says that it breaches nothing"])
        for end in ("Ministry of Visors", "Utopia")
    ]


def test_an_actor_that_is_not_there_is_a_problem(graph: Graph) -> None:
    with pytest.raises(KgError, match="there is no actor 'ZZ'"):
        graph.position_changes("ZZ")
    assert graph.position_changes("BR") == ()
