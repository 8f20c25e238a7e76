"""The named questions: their groups and words, and their answers on the bundled data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.annotations import read_annotated
from kg.cli import kg
from kg.errors import KgError
from kg.model.reference import Reference
from kg.quads import to_nquads
from kg.queries import Answer, NamedQuery, ask, find_named, named, select_picture
from kg.queries.asking import QueryGroup, _read
from kg.queries.gap_rows import Missing
from kg.queries.gaps import find_gaps
from kg.queries.reasons import NO_DETERMINATION
from kg.resources import DATA
from kg.store.generations import FORMAT, locked, write_generation
from tests.queries.lifted import filled

EXPECTED = Path(__file__).parent / "expected"
PAGE = Path(__file__).parents[2] / "docs" / "queries.md"
TABLE = "<!-- questions: written by `pytest tests/queries --accept-golden` -->\n"
GIVEN = {
    "assumptions": {"text": "2023-10-26-us-jp-kr"},
    "citations-of": {"norm": "2216-14"},
    "claims-alike": {"claim": "howitzers"},
    "claims-in-period": {"from": "2022-11-01", "until": "2022-12-31"},
    "conduct-of": {"actor": "RW"},
    "evidence-of": {"claim": "dprk-arms-to-russia"},
    "findings-on": {"actor": "AE"},
    "groupings-of": {"actor": "RU"},
    "lapsed-norms": {"date": "2023-10-26"},
    "mentions-of": {"actor": "KP"},
    "norm-in-full": {"norm": "1747-5-iran"},
    "norms-binding": {"actor": "IR"},
    "norms-covering": {"item": "small-arms"},
    "norms-in-force": {"date": "2025-10-01"},
    "norms-towards": {"actor": "houthis"},
    "positions-between": {"supplier": "IR", "recipient": "RU"},
    "quantities-between": {"supplier": "KP", "recipient": "RU"},
    "routes-between": {"supplier": "KP", "recipient": "RU"},
    "said-by-several": {"supplier": "IR", "recipient": "RU"},
    "said-of-an-actor": {"actor": "AE"},
    "signed-by": {"actor": "KR"},
    "stances-in-time": {"actor": "KP"},
    "texts-in-period": {"from": "2023-10-01", "until": "2023-10-31"},
    "texts-of": {"actor": "us-nsc"},
    "transfers-between": {"supplier": "IR", "recipient": "RU"},
    "transfers-by-place": {"place": "p-rajin"},
    "transfers-of-item": {"item": "uav"},
    "transfers-with": {"actor": "wagner"},
    "undecided-tests": {"text": "2023-10-26-us-jp-kr"},
    "votes-of": {"actor": "RU"},
    "what-an-actor-says": {"actor": "pe-kirby"},
    "who-says-what": {"text": "2023-10-26-us-jp-kr"},
}

INVENTED = """
format: kg-annotation/1
text: {{file: invented.txt, sha256: {sha256}, language: en, kind: verbatim}}
document: {{title: Invented, kind: statement, date: 2025-11-01, issued-by: DE}}
annotation: {{by: a test, date: 2026-01-01}}
parts:
  all: {{quote: "Germany says […] 20 October 2025.", speaker: DE}}
claims:
  missiles:
    transfer: {{supplier: IR, recipient: RU, item: ballistic-missiles, date: 2025-10-20}}
    said: {{quote: Iran gave Russia ballistic missiles, stance: asserts, status: completed}}
"""

COUNTED = "Germany says: no more than 6,000 containers, with up to 200 rounds, came until February."
COUNTS = """
format: kg-annotation/1
text: {{file: invented.txt, sha256: {sha256}, language: en, kind: verbatim}}
document: {{title: Invented, kind: statement, date: 2024-03-01, issued-by: DE}}
annotation: {{by: a test, date: 2026-01-01}}
parts:
  all: {{quote: "Germany says […] until February.", speaker: DE}}
claims:
  containers:
    transfer:
      supplier: KP
      recipient: RU
      item: containers-of-munitions
      quantity: no more than 6,000 containers
      at-most: 6000
      unit: containers
      date: 2023-08/2024-02
    said: {{quote: "no more than 6,000 containers", stance: asserts, status: completed}}
  rounds:
    transfer:
      part-of: containers
      quantity: up to 200 rounds
      at-most: 200
      unit: rounds
    said: {{quote: up to 200 rounds, stance: asserts, status: completed}}
"""


@pytest.fixture(scope="module")
def bundled(bundled_reference: Reference) -> ox.Store:
    """Return everything that is bundled, with what follows from it."""
    return _bundled(bundled_reference, backwards=False)


@pytest.fixture(scope="module")
def bundled_backwards(bundled_reference: Reference) -> ox.Store:
    """Return the same quads, added in the opposite order."""
    return _bundled(bundled_reference, backwards=True)


@pytest.fixture(scope="module")
def answers(bundled: ox.Store) -> Mapping[str, Answer]:
    """Return every answer that is expected below."""
    return {name: ask(bundled, name, **GIVEN.get(name, {})) for name in named()}


def _bundled(reference: Reference, *, backwards: bool) -> ox.Store:
    files = sorted((DATA / "texts").glob("*.ann.yaml"))
    texts = [read_annotated(path, reference) for path in files]
    return filled(reference, texts, backwards=backwards)


def test_there_are_questions() -> None:
    """Each file of the folder is asked below; there are more than forty, several in each group."""
    assert len(named()) > 45
    assert {path.stem for path in EXPECTED.glob("*.json")} == set(named())
    for group in QueryGroup:
        assert len([query for query in named().values() if query.group is group]) >= 3


@pytest.mark.parametrize("name", sorted(named()))
def test_a_question_is_answered_as_expected(
    name: str, answers: Mapping[str, Answer], request: pytest.FixtureRequest
) -> None:
    """Every row of every answer on the bundled data was read and accepted."""
    answer = answers[name]
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
    name: str, answers: Mapping[str, Answer], bundled_backwards: ox.Store
) -> None:
    """The same quads, added the other way round, give the same rows in the same order."""
    assert ask(bundled_backwards, name, **GIVEN.get(name, {})) == answers[name]


@pytest.mark.parametrize("name", sorted(named()))
def test_a_question_is_one_in_plain_words(name: str) -> None:
    """Each file begins with its question and its group, and tells what it may be given."""
    query = named()[name]
    assert query.question.endswith("?")
    head = f"# question: {query.question}\n# group: {query.group.value}\n"
    assert query.sparql.startswith(head)
    assert query.sparql.count("# parameter:") == len(query.parameters)


@pytest.mark.parametrize("name", sorted(named()))
def test_no_claim_stands_without_who_makes_it_how_and_where(
    name: str, answers: Mapping[str, Answer]
) -> None:
    """Who says it, how and where stands beside a transfer; how they are held beside words."""
    columns = {*answers[name].variables, *GIVEN.get(name, {})}
    if columns & {"claim", "supplier", "recipient"}:
        # "Japan: confirms, completed" in said_by has speaker, stance and status in one.
        assert "said_by" in columns or columns & {"speakers", "actor"}
        assert "said_by" in columns or columns & {"stance", "status"}
        assert columns & {"text", "texts", "answer_text"}
    if "finding" in columns:
        assert "said_by" in columns
    assert "words" not in columns or "held" in columns


@pytest.mark.parametrize("header", ["", "# group: gossip\n", "# group: claims\n# group: texts\n"])
def test_a_question_without_a_group_is_refused(header: str) -> None:
    """Each question stands in exactly one of the groups."""
    with pytest.raises(ValueError, match=r"group|gossip"):
        _read("who", f"# question: Who?\n{header}SELECT ?who WHERE {{ ?who a ata:Actor }}")


def test_the_questions_are_listed_under_their_groups() -> None:
    """`kg ask --list` has every question once, in the order of the groups."""
    lines = CliRunner().invoke(kg, ["ask", "--list"]).stdout.splitlines()
    places = [lines.index(group.value) for group in QueryGroup]
    assert places == sorted(places)
    for name, query in named().items():
        (place,) = (at for at, line in enumerate(lines) if line.startswith(f"  {name} "))
        above = [group for group, at in zip(QueryGroup, places, strict=True) if at < place]
        assert above[-1] is query.group


def test_an_answer_on_findings_says_that_it_determines_nothing(
    seed: ox.Store, tmp_path: Path
) -> None:
    """What `kg findings` says beside its table, `kg ask` says beside an answer on findings."""
    graph = to_nquads(list(seed))
    manifest = {"format": FORMAT, "graph": {"sha256": sha256(graph).hexdigest()}}
    with locked(tmp_path):
        write_generation(tmp_path, graph, json.dumps(manifest).encode())
    said = {
        name: CliRunner().invoke(kg, ["ask", name, "--graph", str(tmp_path)]).stderr
        for name in ("assumptions", "who-says-what")
    }
    assert said == {"assumptions": NO_DETERMINATION + "\n", "who-says-what": ""}


def test_the_page_has_every_question(request: pytest.FixtureRequest) -> None:
    """The table of docs/queries.md tells each question, in its group, with what it takes."""
    before, mark, _ = PAGE.read_text(encoding="utf-8").partition(TABLE)
    assert mark
    written = before + TABLE + "".join(_group_table(group) for group in QueryGroup)
    if request.config.getoption("--accept-golden", default=False):
        PAGE.write_text(written, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == written


def _group_table(group: QueryGroup) -> str:
    rows = [_row(query) for query in named().values() if query.group is group]
    return f"\n### {group.value}\n\n| name | question | takes |\n| --- | --- | --- |\n" + "".join(
        rows
    )


def _row(query: NamedQuery) -> str:
    takes = [
        f"`{parameter.name}`" if parameter.required else f"`{parameter.name}`, or not"
        for parameter in query.parameters
    ]
    return f"| `{query.name}` | {query.question} | {'; '.join(takes)} |\n"


def test_nobody_denies_anything_in_the_seed(seed: ox.Store) -> None:
    """The statement holds no denial."""
    assert ask(seed, "denials").rows == ()


def test_a_denial_is_found(stories: ox.Store) -> None:
    """Where somebody denies, the answer has who, what and the words."""
    (row,) = ask(stories, "denials").rows
    assert dict(zip(ask(stories, "denials").variables, row, strict=True)) == {
        "text": "2015-04-01-report",
        "speakers": "Freedonia",
        "stance": "denies",
        "status": "completed",
        "claim": "shells-to-utopia",
        "reading": None,
        "held": "verbatim",
        "checked": None,
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


def _column(store: ox.Store, column: str, name: str, **given: str) -> list[str | None]:
    answer = ask(store, name, **given)
    return [row[answer.variables.index(column)] for row in answer.rows]


@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, query in named().items()
        if [(each.name, each.required) for each in query.parameters][-1:] == [("text", False)]
        and name not in GIVEN
    ),
)
def test_every_question_on_texts_narrows_to_one(
    name: str, bundled: ox.Store, answers: Mapping[str, Answer]
) -> None:
    """What is asked of one text is what the answer on all has of it, and no row more."""
    every = answers[name]
    at = every.variables.index("text")
    texts = sorted(text for row in every.rows if (text := row[at]))
    text = texts[0] if texts else "2023-10-26-us-jp-kr"
    of_it = tuple((*row[:at], *row[at + 1 :]) for row in every.rows if row[at] == text)
    assert ask(bundled, name, text=text).rows == of_it


def test_a_unit_narrows_to_what_is_counted_in_it(bundled: ox.Store) -> None:
    """Containers are not rounds, and what has no unit is in neither."""
    every = _column(bundled, "unit", "quantities")
    containers = ask(bundled, "quantities", unit="containers")
    assert "unit" not in containers.variables
    assert 0 < len(containers.rows) == every.count("containers") < len(every)


def test_a_reply_meets_no_claim_about_another_time_or_other_items(bundled: ox.Store) -> None:
    """Each denial that answers a claim tells whether its scope meets the claim's."""
    assert set(_column(bundled, "meets", "denials-and-claims")) <= {
        "yes",
        "no, another time",
        "no, other items",
        "no, another time and other items",
    }


def _records(store: ox.Store, name: str, **given: str) -> list[dict[str, str | None]]:
    answer = ask(store, name, **given)
    return [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]


def test_only_numbers_of_one_unit_and_time_contradict(
    bundled_reference: Reference, tmp_path: Path
) -> None:
    """Containers never stand against rounds or what was counted by May; about is marked as such."""
    (tmp_path / "invented.txt").write_bytes(COUNTED.encode())
    (tmp_path / "invented.ann.yaml").write_text(
        COUNTS.format(sha256=sha256(COUNTED.encode()).hexdigest()), encoding="utf-8"
    )
    others = ("2024-02-23-us-state", "2024-02-26-shin", "2025-05-29-msmt-report")
    files = [
        *(DATA / "texts" / f"{name}.ann.yaml" for name in others),
        tmp_path / "invented.ann.yaml",
    ]
    texts = [read_annotated(path, bundled_reference) for path in files]
    rows = _records(filled(bundled_reference, texts, backwards=False), "contradicting-quantities")
    assert [
        (row["quantity"], row["number_is"], row["other_quantity"], row["other_number_is"])
        for row in rows
    ] == [
        (
            "about 6,700 containers of munitions",
            "about",
            "more than 10,000 containers of munitions or related materials",
            "at least",
        ),
        (
            "no more than 6,000 containers",
            "at most",
            "more than 10,000 containers of munitions or related materials",
            "at least",
        ),
        (
            "no more than 6,000 containers",
            "at most",
            "about 6,700 containers of munitions",
            "about",
        ),
    ]


def test_who_denied_and_then_admitted_is_found(bundled: ox.Store) -> None:
    """What others tell of a speaker counts as the speaker's stance, and says so."""
    sides = {
        (row["side"], row["text"])
        for row in _records(bundled, "changed-stances")
        if row["speakers"] == row["who"] == "DPRK"
    }
    assert {
        ("denies or doubts", "2024-10-31-us-wood"),
        ("affirms", "2025-04-28-kr-mnd"),
    } <= sides


def test_a_dispute_over_a_period_names_both_sides(bundled: ox.Store) -> None:
    """Who holds a norm to be in force stands beside who rejects that, on a day and at large."""
    for name, given in (("disputed-periods", {}), ("norms-in-force", {"date": "2025-10-01"})):
        (row,) = (row for row in _records(bundled, name, **given) if row["norm"] == "1747-5-iran")
        assert "United Kingdom" in (row["held_by"] or "")
        assert "Iran" in (row["rejected_by"] or "")


def test_a_finding_on_a_disputed_period_names_both_sides(
    bundled_reference: Reference, tmp_path: Path
) -> None:
    """What holds only if a norm is in force shows who holds and who rejects that it is."""
    words = "Germany says that Iran gave Russia ballistic missiles on 20 October 2025."
    (tmp_path / "invented.txt").write_bytes(words.encode())
    (tmp_path / "invented.ann.yaml").write_text(
        INVENTED.format(sha256=sha256(words.encode()).hexdigest()), encoding="utf-8"
    )
    text = read_annotated(tmp_path / "invented.ann.yaml", bundled_reference)
    store = filled(bundled_reference, [text], backwards=False)
    rows = _records(store, "findings-on-disputed-periods")
    assert {(row["norm"], row["kind"]) for row in rows} == {
        ("1747-5-iran", "alleged violation"),
        ("1747-5-states", "alleged violation"),
    }
    for row in rows:
        assert row["said_by"] == "Germany: asserts, completed"
        assert "Germany" in (row["held_by"] or "")
        assert "Russia" in (row["rejected_by"] or "")


def test_a_finding_names_the_dispute_over_its_own_days(
    bundled_reference: Reference, tmp_path: Path
) -> None:
    """A norm may have been in dispute before, between others, and nobody of these is named."""
    words = "Germany says that Iran gave Russia ballistic missiles on 20 October 2025."
    (tmp_path / "invented.txt").write_bytes(words.encode())
    (tmp_path / "invented.ann.yaml").write_text(
        INVENTED.format(sha256=sha256(words.encode()).hexdigest()), encoding="utf-8"
    )
    text = read_annotated(tmp_path / "invented.ann.yaml", bundled_reference)
    held = bundled_reference.instruments["unsc-1747"]
    norms = [
        replace(
            norm,
            in_force=(
                replace(norm.in_force[0], held_by=("JP",), rejected_by=("BR",)),
                *norm.in_force[1:],
            ),
        )
        for norm in held.norms
    ]
    instruments = {**bundled_reference.instruments, held.id: replace(held, norms=tuple(norms))}
    reference = replace(bundled_reference, instruments=instruments)
    store = filled(reference, [text], backwards=False)
    rows = _records(store, "findings-on-disputed-periods")
    assert {(row["norm"], row["since"]) for row in rows} == {
        ("1747-5-iran", "2025-09-28"),
        ("1747-5-states", "2025-09-28"),
    }
    picture = select_picture(store)
    told = [row.sentence for row in picture.findings if row.norm == "1747-5-iran"]
    assert told
    assert all("Germany" in each and "Japan" not in each for each in told)
    (dispute,) = (each for each in find_gaps(store, picture).gaps if each.missing is Missing.PERIOD)
    assert "2025-09-28" in dispute.asked


def test_what_lies_outside_a_territory_does_not_reach_it(bundled: ox.Store) -> None:
    """Bombs are said to be in Darfur, howitzers elsewhere in Sudan."""
    reached = {
        row["claim"]
        for row in _records(bundled, "territories-reached", norm="1591-7")
        if row["text"] == "2025-05-08-amnesty"
    }
    assert reached == {"bombs"}


def test_what_a_denial_takes_up_is_not_undenied(bundled: ox.Store) -> None:
    """A claim that somebody denies, or that is part of one, is not among the undenied."""
    undenied = {(row["text"], row["claim"]) for row in _records(bundled, "undenied-claims")}
    denied = {
        (row["answered_text"], row["answered"]) for row in _records(bundled, "denials-and-claims")
    }
    assert undenied
    assert denied
    assert undenied & denied == set()
    assert ("2023-10-26-us-jp-kr", "some-deliveries-completed") not in undenied


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
        ("transfers-by-place", {"place": "p-rajim"}, "not-in-graph", "did you mean p-rajin?"),
        ("quantities", {"unit": "container"}, "not-in-graph", "did you mean containers?"),
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
    for name, given in (
        ("evidence-of", {"claim": 'x" } UNION { ?s ?p ?o } #'}),
        ("quantities", {"unit": "containers> ?o } #"}),
        ("transfers-by-place", {"place": "p-rajin> } #"}),
    ):
        with pytest.raises(KgError, match="not-in-graph"):
            ask(seed, name, **given)


def test_a_question_is_found_by_its_name() -> None:
    """The same question that is listed is the one that is asked."""
    assert find_named("denials") is named()["denials"]
