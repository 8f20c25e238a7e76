"""The named questions and their answers on the bundled text."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.queries import ask, find_named, named

EXPECTED = Path(__file__).parent / "expected"
GIVEN = {
    "evidence-of": {"claim": "dprk-arms-to-russia"},
    "mentions-of": {"actor": "KP"},
    "norms-in-force": {"date": "2012-01-01"},
    "votes-of": {"actor": "RU"},
    "what-an-actor-says": {"actor": "JP"},
}


def test_there_are_questions() -> None:
    """The folder of questions is not empty, and each of its files is asked below."""
    assert len(named()) >= 20
    assert {path.stem for path in EXPECTED.glob("*.json")} == set(named())


@pytest.mark.parametrize("name", sorted(named()))
def test_a_question_is_answered_as_expected(
    name: str, seed: ox.Store, request: pytest.FixtureRequest
) -> None:
    """Every row of every answer on the bundled text was read and accepted."""
    answer = ask(seed, name, **GIVEN.get(name, {}))
    written = json.dumps(
        {
            "question": answer.question,
            "given": GIVEN.get(name, {}),
            "variables": answer.variables,
            "rows": answer.rows,
        },
        ensure_ascii=False,
        indent=1,
    )
    path = EXPECTED / f"{name}.json"
    if request.config.getoption("--accept-golden", default=False):
        path.write_text(written + "\n", encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == written + "\n"


@pytest.mark.parametrize("name", sorted(named()))
def test_an_answer_does_not_depend_on_the_order_of_loading(
    name: str, seed: ox.Store, seed_backwards: ox.Store
) -> None:
    """The same quads, added the other way round, give the same rows in the same order."""
    given = GIVEN.get(name, {})
    assert ask(seed, name, **given) == ask(seed_backwards, name, **given)


@pytest.mark.parametrize("name", sorted(named()))
def test_a_question_is_one_in_plain_words(name: str) -> None:
    """Each file begins with its question, and tells what it may be given."""
    query = named()[name]
    assert query.question.endswith("?")
    assert query.sparql.startswith(f"# question: {query.question}\n")
    assert query.sparql.count("# parameter:") == len(query.parameters)


def test_nobody_denies_anything_in_the_bundled_text(seed: ox.Store) -> None:
    """The statement holds no denial."""
    assert ask(seed, "denials").rows == ()


def test_a_denial_is_found(stories: ox.Store) -> None:
    """Where somebody denies, the answer has who, what and the words."""
    (row,) = ask(stories, "denials").rows
    assert dict(zip(ask(stories, "denials").variables, row, strict=True)) == {
        "text": "2015-04-01-report",
        "speakers": "Freedonia",
        "stance": "denies",
        "claim": "shells-to-utopia",
        "held": "verbatim",
        "words": "Freedonia denies having sent any",
    }


def test_what_is_confirmed_is_the_part_alone(seed: ox.Store) -> None:
    """Several deliveries are confirmed, and not the provision as a whole."""
    answer = ask(seed, "what-is-confirmed")
    (row,) = answer.rows
    assert row[answer.variables.index("claim")] == "some-deliveries-completed"
    assert row[answer.variables.index("quantity")] == "several"


def test_small_arms_were_excepted_on_a_day_of_2012(seed: ox.Store) -> None:
    """A norm is in force from its first day and not before."""
    norms = {row[0] for row in ask(seed, "norms-in-force", date="2012-01-01").rows}
    assert "1874-10" in norms
    assert "2270-6" not in norms
    on_the_day = {row[0] for row in ask(seed, "norms-in-force", date="2016-03-02").rows}
    assert "2270-6" in on_the_day


def test_a_parameter_narrows_to_a_text(stories: ox.Store) -> None:
    """A text's id leaves that text's rows, and the column goes."""
    every = ask(stories, "who-says-what")
    narrowed = ask(stories, "who-says-what", text="2015-04-01-report")
    assert "text" not in narrowed.variables
    assert narrowed.rows == tuple(row[1:] for row in every.rows if row[0] == "2015-04-01-report")


@pytest.mark.parametrize(
    ("name", "given", "slug", "hint"),
    [
        ("who-say-what", {}, "unknown-question", "did you mean who-says-what?"),
        ("mentions-of", {}, "missing-parameter", "give it as: --param actor=…"),
        ("mentions-of", {"actr": "KP"}, "unknown-parameter", "did you mean actor?"),
        ("mentions-of", {"actor": "KPP"}, "not-in-graph", "did you mean KP?"),
        (
            "evidence-of",
            {"claim": "dprk-arms-to-rusia"},
            "not-in-graph",
            "did you mean dprk-arms-to-russia?",
        ),
        ("norms-in-force", {"date": "2012-13-01"}, "not-a-day", None),
        ("norms-in-force", {"date": "1 January"}, "not-a-day", None),
        ("votes", {"actor": "RU"}, "unknown-parameter", "it takes none"),
    ],
)
def test_what_cannot_be_asked_is_said(
    seed: ox.Store, name: str, given: dict[str, str], slug: str, hint: str | None
) -> None:
    """A slip in a question's name or parameters is told with what was probably meant."""
    with pytest.raises(KgError) as caught:
        ask(seed, name, **given)
    problems = {problem.slug: problem.hint for problem in caught.value.problems}
    assert problems[slug] == hint


def test_a_parameter_is_a_value_and_never_a_query(seed: ox.Store) -> None:
    """SPARQL in a parameter is a name that nothing has."""
    with pytest.raises(KgError, match="not-in-graph"):
        ask(seed, "evidence-of", claim='x" } UNION { ?s ?p ?o } #')


def test_a_question_is_found_by_its_name() -> None:
    """The same question that is listed is the one that is asked."""
    assert find_named("denials") is named()["denials"]
