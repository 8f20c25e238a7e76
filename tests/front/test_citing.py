"""Answers made into citations, and citations put to the test."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import KgError, open_graph
from kg.front.digests import hash_of
from kg.front.graph import Graph
from kg.model.questions import (
    CaseQuestion,
    FindingsQuestion,
    NamedQuestion,
    OwnQuestion,
    Question,
)
from kg.model.verification import Verdict
from kg.queries import named
from kg.queries.reasons import NO_DETERMINATION
from kg.store.generations import GRAPH_FILE
from kg.views.canonical import digest
from kg.views.citation import MISSING_ANSWER, Citation, draw_citation, seals
from tests.conftest import SEED

EXPECTED = Path(__file__).parents[1] / "queries" / "expected"
FINDING = "dprk-arms-to-russia/1874-9-dprk/KP"
OWN = {
    "select": "SELECT ?t ?title WHERE { ?t a ata:Document ; dcterms:title ?title } LIMIT 500",
    "ask": "ASK { ?f a ata:AllegedViolation }",
    "construct": "CONSTRUCT { ?f ata:norm ?n } WHERE { ?f a ata:AllegedViolation ; ata:norm ?n }",
}
QUESTIONS: Mapping[str, Question] = {
    "findings": FindingsQuestion(actor="KP", text=SEED),
    "near misses": FindingsQuestion(kind="non-application", text=SEED),
    "case": CaseQuestion(finding=FINDING),
    **{name: OwnQuestion(sparql=sparql) for name, sparql in OWN.items()},
}


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def seed_alone(seed_build: Path) -> Graph:
    return open_graph(seed_build)


@pytest.fixture(scope="module")
def case(graph: Graph) -> Citation:
    return graph.cite(CaseQuestion(finding=FINDING), accessed="2026-11-25")


def drawn(citation: Citation) -> bytes:
    return draw_citation(citation).encode()


def altered(
    citation: Citation, change: Callable[[dict[str, Any]], None], *, seal: bool = False
) -> bytes:
    """Return the file after somebody's change, with new hashes if they took that trouble."""
    values = json.loads(draw_citation(citation))
    change(values)
    if seal:
        parts = {name: value for name, value in values.items() if name not in {"format", "sha256"}}
        values["sha256"] = seals(Citation(**{**_nothing(), **parts}))
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _nothing() -> dict[str, None]:
    return dict.fromkeys(("restriction", "accessed", "note", "absence"))


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(named()))
def test_each_named_question_is_cited_and_verified(name: str, graph: Graph) -> None:
    """What was cited is the same when it is asked again of the same build."""
    asked = json.loads((EXPECTED / f"{name}.json").read_bytes())["given"]
    citation = graph.cite(NamedQuestion(name=name, parameters=tuple(sorted(asked.items()))))
    assert graph.verify(drawn(citation)).verdict is Verdict.SAME
    assert citation.result["rows"] == [
        dict(zip(citation.result["variables"], row, strict=True))
        for row in graph.ask(name, **asked).rows
    ]
    assert (citation.absence is not None) == (citation.result["rows"] == [])


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_other_kind_of_question_is_cited_and_verified(name: str, graph: Graph) -> None:
    """Findings, a case file, and each kind of SPARQL."""
    citation = graph.cite(QUESTIONS[name])
    found = graph.verify(drawn(citation))
    assert found.verdict is Verdict.SAME
    assert not found.reformatted
    assert (citation.note == NO_DETERMINATION) == (name != "select")


@pytest.mark.slow
@settings(max_examples=6)
@given(
    question=st.sampled_from(
        [
            FindingsQuestion(),
            FindingsQuestion(near_misses=True, claimed_purposes=True),
            NamedQuestion(name="denials"),
            NamedQuestion(name="who-says-what", parameters=(("text", SEED),)),
        ]
    ),
    as_of=st.sampled_from([None, "2023-10-26", "2099-01-01"]),
    according_to=st.sampled_from([(), ("US",), ("JP", "KR")]),
    accessed=st.none() | st.dates().map(lambda day: day.isoformat()),
)
def test_a_restricted_answer_is_verified_from_the_whole_build(
    seed_alone: Graph,
    question: Question,
    as_of: str | None,
    according_to: tuple[str, ...],
    accessed: str | None,
) -> None:
    """The file says what alone counted; the build is given whole."""
    restricted = seed_alone.restrict(as_of=as_of, according_to=according_to)
    citation = restricted.cite(question, accessed=accessed)
    assert seed_alone.verify(drawn(citation)).verdict is Verdict.SAME
    assert drawn(restricted.cite(question, accessed=accessed)) == drawn(citation)


@settings(max_examples=150)
@given(data=st.data())
def test_one_changed_byte_is_noticed(case: Citation, graph: Graph, data: st.DataObject) -> None:
    """Wherever it stands: in the result, the question, a hash, or in the white space."""
    file = bytearray(drawn(case))
    at = data.draw(st.integers(0, len(file) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda each: each != file[at]))
    file[at] = byte
    try:
        found = graph.verify(bytes(file))
    except KgError:
        return
    assert found.verdict is Verdict.ALTERED or found.reformatted


def _reseal_result(file: dict[str, Any]) -> None:
    file["result"].update(denied=False)
    file["sha256"].update(result=digest(file["result"]))


ALTERATIONS: Mapping[str, tuple[Callable[[dict[str, Any]], None], tuple[str, ...]]] = {
    "result": (lambda file: file["result"].update(denied=False), ("result",)),
    "query": (lambda file: file["question"].update(finding="fd2e2032a5422694"), ("question",)),
    "hash of the result": (lambda file: file["sha256"].update(result="0" * 64), ("sha256",)),
    "hash of all": (lambda file: file["sha256"].update(whole="0" * 64), ("sha256",)),
    "hash of the graph": (lambda file: file["graph"].update(sha256="0" * 64), ("graph",)),
    "mark": (lambda file: file["rests_on"].update(verification=["corpus"]), ("rests_on",)),
    "note": (lambda file: file.update(note="A court found so."), ("note",)),
    "no note": (lambda file: file.pop("note"), ("note",)),
    "day": (lambda file: file.update(accessed="2026-11-26"), ("accessed",)),
    "restriction": (
        lambda file: file.update(restriction={"as_of": None, "according_to": [], "without": []}),
        ("restriction",),
    ),
    "result and its hash": (_reseal_result, ("sha256",)),
}


@pytest.mark.parametrize("what", ALTERATIONS)
def test_what_was_altered_is_told_apart(what: str, case: Citation, graph: Graph) -> None:
    """Each part has a hash of its own, and the hashes have one together."""
    change, parts = ALTERATIONS[what]
    found = graph.verify(altered(case, change))
    assert found.verdict is Verdict.ALTERED
    assert found.altered == parts
    assert not found.verdict.holds


FORGERIES: Mapping[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "result": (lambda file: file["result"].update(denied=False), "result"),
    "true is not 1": (lambda file: file["result"].update(denied=1), "result"),
    "marks": (lambda file: file["rests_on"].update(verification=["corpus"]), "rests_on"),
    "note": (lambda file: file.pop("note"), "note"),
    "searched": (lambda file: file["graph"]["searched"].update(texts=9000), "graph"),
    "words": (lambda file: file["cite_as"].update(words="It happened."), "cite_as"),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_new_hashes_do_not_hide_an_alteration(what: str, case: Citation, graph: Graph) -> None:
    """On the graph that the file names, everything in it follows from the question."""
    change, part = FORGERIES[what]
    found = graph.verify(altered(case, change, seal=True))
    assert found.verdict is Verdict.ALTERED
    assert found.altered == ()
    assert found.sealed_anew == (part,)


def test_a_part_with_a_hash_made_for_it_is_found_out(case: Citation, graph: Graph) -> None:
    """The hash over the hashes does not fit, and the answer tells which part it was."""
    found = graph.verify(altered(case, _reseal_result))
    assert (found.altered, found.sealed_anew) == (("sha256",), ("result",))


def test_what_was_asked_is_not_asked_again_once_altered(case: Citation, graph: Graph) -> None:
    """A question whose hash does not fit is nobody's question."""
    found = graph.verify(altered(case, lambda file: file["question"].update(finding="nonsense")))
    assert found.altered == ("question",)
    assert not found.rows
    assert not found.differences


def test_the_same_answer_from_another_graph_says_so(graph: Graph, seed_alone: Graph) -> None:
    """The norms in force are the same whatever texts there are."""
    question = NamedQuestion(name="norms-in-force", parameters=(("date", "2023-10-26"),))
    found = seed_alone.verify(drawn(graph.cite(question)))
    assert found.verdict is Verdict.SAME_RESULT
    assert found.verdict.holds
    facts = {each.what: (each.before, each.now) for each in found.differences}
    assert facts["graph"] == (hash_of(graph)[0], hash_of(seed_alone)[0])
    assert facts["searched texts"] == ("94", "1")


def test_rows_that_went_and_came_are_told(graph: Graph, seed_alone: Graph) -> None:
    """Both ways round, the same rows with the sides exchanged."""
    question = NamedQuestion(name="texts-of", parameters=(("actor", "US"),))
    there = seed_alone.verify(drawn(graph.cite(question)))
    back = graph.verify(drawn(seed_alone.cite(question)))
    assert there.verdict is back.verdict is Verdict.CHANGED
    assert there.rows.gone == back.rows.new != ()
    assert there.rows.new == back.rows.gone == ()


def test_a_finding_that_nobody_contests_any_more_has_changed(
    graph: Graph, seed_alone: Graph
) -> None:
    """The finding is there, under the same id, with another outcome."""
    found = seed_alone.verify(drawn(graph.cite(FindingsQuestion(text=SEED, actor="KP"))))
    assert found.verdict is Verdict.CHANGED
    assert found.rows.gone == found.rows.new == ()
    changed = {key for row in found.rows.changed for key in row.keys}
    assert changed == {"contested_by", "outcomes", "sha256"}
    whole = seed_alone.verify(drawn(graph.cite(CaseQuestion(finding=FINDING))))
    assert {"finding", "denied_by", "denied"} <= set(whole.rows.changed[0].keys)


def test_what_this_graph_does_not_know_cannot_be_asked_of_it(
    graph: Graph, seed_alone: Graph
) -> None:
    """A text that is gone is a change, and no mistake of whoever verifies."""
    question = FindingsQuestion(text="2023-10-26-peskov")
    found = seed_alone.verify(drawn(graph.cite(question)))
    assert found.verdict is Verdict.CHANGED
    assert found.cannot_ask == ("there is no text '2023-10-26-peskov' in this graph",)
    without = graph.restrict(without=["2023-10-26-peskov"]).cite(FindingsQuestion())
    assert seed_alone.verify(drawn(without)).cannot_ask == found.cannot_ask


def test_another_version_of_the_question_is_a_change(case: Citation, graph: Graph) -> None:
    """The file keeps the SPARQL that was asked; this program asks its own."""
    citation = graph.cite(NamedQuestion(name="denials"))

    def other(file: dict[str, Any]) -> None:
        file["question"]["sparql"] += "# as it was in an earlier version\n"
        file["made_with"]["program"]["version"] = "0.0.9"

    found = graph.verify(altered(citation, other, seal=True))
    assert found.verdict is Verdict.CHANGED
    assert not found.rows
    assert [each.what for each in found.differences] == ["sparql", "program"]
    older = altered(
        case, lambda file: file["made_with"]["program"].update(version="0.0.9"), seal=True
    )
    assert graph.verify(older).verdict is Verdict.SAME_RESULT


def test_other_white_space_alters_nothing_and_is_said(case: Citation, graph: Graph) -> None:
    values = json.loads(draw_citation(case))
    found = graph.verify(json.dumps(values).encode())
    assert found.verdict is Verdict.SAME
    assert found.reformatted


def test_an_absence_is_certified(graph: Graph) -> None:
    """In words: which graph, as of which day, what was searched, and what this does not mean."""
    restricted = graph.restrict(as_of="2022-09-30")
    citation = restricted.cite(
        NamedQuestion(name="mentions-of", parameters=(("actor", "pe-peskov"),))
    )
    assert citation.rests_on["texts"] == []
    searched = citation.graph["searched"]
    picture = restricted.picture()
    assert citation.absence == (
        f"In this graph (sha256:{citation.graph['sha256']}, {len(picture.texts)} texts, as of "
        "2022-09-30), nothing matches this question. Here counts alone: texts out by 2022-09-30, "
        f"under norms as fixed by that day. Searched were {len(picture.texts)} texts with "
        f"{len(picture.propositions)} claims, said in {len(picture.speech_acts)} places; "
        f"{len(picture.norms)} norms; {len(picture.findings)} findings, near misses among them. "
        f"{MISSING_ANSWER}"
    )
    assert searched["last"] <= "2022-09-30"


def test_an_empty_list_of_findings_says_what_was_not_asked_for(graph: Graph) -> None:
    """Near misses that the same filters leave are no absence."""
    norm = next(
        row.norm
        for row in graph.findings()
        if {each.kind for each in graph.findings() if each.norm == row.norm} == {"non-application"}
    )
    citation = graph.cite(FindingsQuestion(norm=norm))
    assert citation.absence is not None
    left = citation.result["near_misses_not_shown"]
    assert left > 0
    assert f"near misses, {left};" in citation.absence


def test_an_answer_that_is_no_is_an_absence(graph: Graph) -> None:
    assert graph.cite(OwnQuestion(sparql="ASK { ?s ata:text ?s }")).absence is not None
    assert graph.cite(OwnQuestion(sparql="ASK { ?s a ata:Text }")).absence is None


def test_the_hash_is_that_of_the_sorted_lines(graph: Graph, seed_alone: Graph) -> None:
    """Of a whole build, its file; of a part, what a build of that part would have."""
    lines = (graph.generation / GRAPH_FILE).read_bytes()
    assert hash_of(graph) == (sha256(lines).hexdigest(), lines.count(b"\n"))
    everything = seed_alone.restrict(as_of="2099-01-01")
    assert everything.restriction
    assert hash_of(everything) == hash_of(seed_alone)


def test_a_case_file_rests_on_its_texts_norms_and_their_marks(case: Citation) -> None:
    """The verbatim text has no mark; every norm and abstract has one."""
    rests = case.rests_on
    assert {text["id"]: text["verification"] for text in rests["texts"]}[SEED] is None
    assert {"1874-9-dprk", "1718-8b-dprk"} <= {norm["id"] for norm in rests["norms"]}
    assert {norm["instrument"] for norm in rests["norms"]} == {
        each["id"] for each in rests["instruments"]
    }
    marks = {
        row["verification"] for kind in ("texts", "norms", "instruments") for row in rests[kind]
    }
    assert marks - {None} <= set(rests["verification"])
    references = {item["id"] for item in case.cite_as["csl"]}
    assert {f"text-{text['id']}" for text in rests["texts"]} < references
    assert {f"instrument-{each['id']}" for each in rests["instruments"]} < references


@pytest.mark.parametrize(
    ("name", "given_", "kind"),
    [
        ("ends-spoken-of", {}, "texts"),  # several ids in one cell
        ("split-votes", {}, "instruments"),
        ("norms-in-force", {"date": "2023-10-26"}, "norms"),
        ("alleged-violations", {}, "findings"),
        ("who-says-what", {"text": SEED}, "texts"),  # named in the question alone
    ],
)
def test_what_a_named_answer_names_is_what_it_rests_on(
    name: str, given_: dict[str, str], kind: str, graph: Graph
) -> None:
    assert graph.cite(NamedQuestion(name=name, parameters=tuple(given_.items()))).rests_on[kind]


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT (NOW() AS ?now) WHERE {}",
        "SELECT ?s WHERE { ?s ?p ?o FILTER(rand() < 0.5) }",
        "CONSTRUCT { [] a ata:Text } WHERE { ?t a ata:Text }",
    ],
)
def test_an_answer_that_changes_by_itself_cannot_be_cited(sparql: str, graph: Graph) -> None:
    with pytest.raises(KgError) as caught:
        graph.cite(OwnQuestion(sparql=sparql))
    assert [problem.slug for problem in caught.value.problems] == ["not-repeatable"]


def test_words_that_only_look_like_a_clock_are_fine(graph: Graph) -> None:
    sparql = 'SELECT ?now WHERE { VALUES ?now { "NOW()" } } # RAND()'
    assert graph.cite(OwnQuestion(sparql=sparql)).result["results"]["bindings"]


HOSTILE = {
    "no JSON": b"{",
    "no object": b"[]",
    "another format": b'{"format": "kg-citation/2"}',
    "half a character": rb'{"format": "\ud800"}',
    "a key twice": b'{"format": 1, "format": 2}',
    "deep": b"[" * 100_000,
    "deep behind a string": b'{"a": "' + b"[" * 50 + b'", "b": ' + b"[" * 50 + b"}",
    "an open string": b'{"a": "' + b'\\"' * 100_000,
    "a long number": b'{"format": ' + b"9" * 10_000 + b"}",
    "no number": b'{"format": NaN}',
    "a fraction": b'{"format": 1.5}',
    "no UTF-8": b"\xff",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_citation_is_refused(what: str, graph: Graph) -> None:
    with pytest.raises(KgError):
        graph.verify(HOSTILE[what])


SHAPES: Mapping[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "unknown part": (lambda file: file.update(extra=1), "there is no part 'extra'"),
    "part gone": (lambda file: file.pop("graph"), "the part graph is missing"),
    "list for keys": (lambda file: file.update(result=[]), "result holds keys with values"),
    "hashes": (lambda file: file.update(sha256={"whole": "x"}), "sha256 holds a hash"),
    "kind": (lambda file: file["question"].update(kind="update"), "question.kind is one of"),
    "kind as list": (lambda file: file["question"].update(kind=[]), "question.kind is one of"),
    "more in a question": (lambda file: file["question"].update(x=1), "question holds no 'x'"),
    "finding": (lambda file: file["question"].update(finding=1), "question.finding holds words"),
    "filters": (
        lambda file: file.update(question={"kind": "findings", "filters": {"self": "x"}}),
        "question.filters.'self' is none",
    ),
    "parameters": (
        lambda file: file["question"].update(kind="named", parameters={"a": 1}),
        "question.parameters.'a' holds words",
    ),
    "restriction": (lambda file: file.update(restriction={"as_of": 1}), "restriction holds as_of"),
    "versions": (lambda file: file.update(made_with={}), "made_with.program.version is missing"),
    "graph": (lambda file: file["graph"].update(build=1), "graph.build.sha256 is missing"),
}


@pytest.mark.parametrize("what", SHAPES)
def test_a_file_of_another_shape_is_told_what_is_wrong(
    what: str, case: Citation, graph: Graph
) -> None:
    change, sentence = SHAPES[what]
    with pytest.raises(KgError) as caught:
        graph.verify(altered(case, lambda file: void(change(file))), name="c.json")
    told = [str(problem) for problem in caught.value.problems]
    assert any(sentence in each for each in told), told
    assert all(each.startswith("c.json:1:1: ") for each in told)


def void(_: object) -> None:
    """Drop what a lambda gives."""


@pytest.mark.parametrize("part", ["result", "rests_on", "graph", "cite_as"])
def test_a_part_may_hold_anything_and_is_only_another_answer(part: str, graph: Graph) -> None:
    """Well sealed nonsense is compared like everything else, and brings nothing down."""
    citation = graph.cite(FindingsQuestion(actor="KP", text=SEED))
    nonsense = {
        "findings": [1, None, {"id": []}],
        "rows": {},
        "results": {"bindings": 7},
        "texts": "x",
        "norms": [[]],
        "sha256": citation.graph["sha256"],
        "build": citation.graph["build"],
        "searched": [],
    }
    found = graph.verify(altered(citation, lambda file: file.update({part: nonsense}), seal=True))
    assert found.sealed_anew == (part,)


def test_sparql_of_a_file_runs_within_limits_and_reaches_nothing(graph: Graph) -> None:
    """A file is no way around the guard of `kg ask`."""
    citation = graph.cite(OwnQuestion(sparql="ASK { ?s a ata:Text }"))
    for sparql, slug in (
        ("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }", "query-refused"),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "query-too-slow"),
        ("SELECT * { ?s ?p ?o }", "too-many-rows"),
    ):
        asked = {"kind": "sparql", "sparql": sparql}
        file = altered(citation, partial(dict.update, question=asked), seal=True)
        with pytest.raises(KgError) as caught:
            graph.verify(file, timeout=3, max_rows=1000)
        assert caught.value.problems[0].slug == slug


def test_a_part_is_no_build_to_verify_against(graph: Graph, case: Citation) -> None:
    with pytest.raises(ValueError, match="whole build"):
        graph.restrict(as_of="2023-10-26").verify(drawn(case))


@pytest.mark.parametrize(
    ("name", "text"),
    [("votes", "2023-10-26-us-jp-kr"), ("undenied-claims", "2025-05-08-amnesty")],
)
def test_a_text_is_cited_wherever_an_answer_names_it(name: str, text: str, graph: Graph) -> None:
    """Be it in the midst of other words of a cell."""
    citation = graph.cite(NamedQuestion(name=name))
    assert any(
        text in (cell or "") for row in citation.result["rows"] for cell in map(str, row.values())
    )
    assert text in {each["id"] for each in citation.rests_on["texts"]}
