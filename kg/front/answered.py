"""Questions answered for citing: what was asked and what came out, as JSON values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kg.errors import KgError, Problem
from kg.model.questions import (
    CaseQuestion,
    FindingsQuestion,
    NamedQuestion,
    OwnQuestion,
    Question,
)
from kg.queries.rows import FindingRow
from kg.views.canonical import canonical, digest

if TYPE_CHECKING:
    from kg.front.graph import Graph
    from kg.store.answers import Answer

# Words of a query that reaches for findings, by class, by property or by graph.
_ON_FINDINGS = re.compile(
    r"finding|violation|nonapplication|basedon|contestedby|assumes|outcome|element", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One question with its answer. ``words`` are the cells that may name what it rests on.

    ``has_findings`` tells that there are, or might have been, findings in the answer; ``left`` is a
    sentence on what the question itself leaves out, or nothing.
    """

    question: dict[str, Any]
    title: str
    result: dict[str, Any]
    words: frozenset[str]
    has_findings: bool
    is_empty: bool
    left: str = ""


def answer(graph: Graph, question: Question) -> Answered:
    """Return the answer to ``question``; KgError where it cannot be asked of this graph.

    Refused is SPARQL whose answer is not the same from one asking to the next.
    """
    match question:
        case NamedQuestion():
            return _named(graph, question)
        case OwnQuestion():
            return _own(graph, question)
        case FindingsQuestion():
            return _findings(graph, question)
        case CaseQuestion():
            return _case(graph, question)


def _named(graph: Graph, question: NamedQuestion) -> Answered:
    from kg.queries import find_named  # noqa: PLC0415  # seldom needed
    from kg.queries.asking import QueryGroup  # noqa: PLC0415  # as above
    from kg.views.tables import Table, as_records  # noqa: PLC0415  # as above

    given = dict(question.parameters)
    found, query = graph.ask(question.name, **given), find_named(question.name)
    narrowed = ", ".join(f"{name} {value}" for name, value in sorted(given.items()))
    cells = {cell for row in found.rows for cell in row if cell is not None}
    return Answered(
        question={
            "kind": "named",
            "name": query.name,
            "question": query.question,
            "sparql": query.sparql,
            "parameters": dict(sorted(given.items())),
        },
        title=f"{query.question[:-1]} ({narrowed})?" if narrowed else query.question,
        result={
            "variables": list(found.variables),
            "rows": as_records(Table(columns=found.variables, rows=found.rows)),
        },
        words=frozenset(cells | set(given.values())) if found.rows else frozenset(),
        has_findings=query.group is QueryGroup.FINDINGS,
        is_empty=not found.rows,
    )


def _own(graph: Graph, question: OwnQuestion) -> Answered:
    from kg.store.guard import find_restless  # noqa: PLC0415  # seldom needed

    restless = find_restless(question.sparql)
    if restless:
        raise _not_repeatable(f"{restless.upper()} gives another value each time", "leave it out")
    found = graph.query(
        question.sparql, timeout=question.timeout, max_rows=question.max_rows, name="the query"
    )
    if any(value and value.kind == "blank" for row in found.rows for value in row):
        sentence = "the answer holds blank nodes, which have another name each time"
        raise _not_repeatable(sentence, "select or construct IRIs and literals alone")
    sparql = sha256(question.sparql.encode("utf-8")).hexdigest()
    words = frozenset(value.value for row in found.rows for value in row if value)
    return Answered(
        question={"kind": "sparql", "sparql": question.sparql},
        title=f"Answer to a SPARQL query (sha256:{sparql})",
        result=_own_result(found),
        words=words,
        has_findings=_ON_FINDINGS.search(question.sparql) is not None
        or any("/id/finding/" in word for word in words),
        is_empty=not (found.truth if found.kind == "ask" else found.rows),
    )


def _own_result(found: Answer) -> dict[str, Any]:
    from kg.views.answers import draw_answer  # noqa: PLC0415  # seldom needed

    if found.kind == "construct":
        return {"triples": draw_answer(found, "nt").splitlines()}
    result: dict[str, Any] = json.loads(draw_answer(found, "json"))
    if found.kind == "select":
        # A query need not say in which order its rows come.
        result["results"]["bindings"].sort(key=canonical)
    return result


def _findings(graph: Graph, question: FindingsQuestion) -> Answered:
    from kg.queries import narrow_findings  # noqa: PLC0415  # seldom needed

    filters = {name: value for name, value in asdict(question).items() if value}
    narrowed = narrow_findings(graph.picture(), **filters)
    left = {
        "near_misses_not_shown": narrowed.near_misses_not_shown,
        "claimed_purposes_not_shown": narrowed.claimed_purposes_not_shown,
    }
    told = (
        "Not asked for, and left by the same filters: near misses, "
        f"{left['near_misses_not_shown']}; findings for which a claimed purpose alone stands in "
        f"for a determination, {left['claimed_purposes_not_shown']}."
    )
    return Answered(
        question={"kind": "findings", "filters": filters},
        title=_called(filters),
        result={"findings": [_finding(row) for row in narrowed.shown], **left},
        words=frozenset(row.id for row in narrowed.shown),
        has_findings=True,
        is_empty=not narrowed.shown,
        left=told if any(left.values()) else "",
    )


def _called(filters: dict[str, Any]) -> str:
    said = {
        "kind": "of the kind {}",
        "actor": "about {}",
        "norm": "under {}",
        "text": "on what {} claims",
        "near_misses": "near misses too",
        "claimed_purposes": "those on a claimed purpose alone too",
    }
    words = [said[name].format(value) for name, value in filters.items()]
    return f"Findings: {', '.join(words)}" if words else "Findings"


def _finding(row: FindingRow) -> dict[str, Any]:
    """Return a finding in few lines, with a hash over all that its case file rests on."""
    whole = json.loads(json.dumps(asdict(row)))
    brief = {name: value for name, value in whole.items() if name != "elements"}
    outcomes = {element.test: element.outcome for element in row.elements}
    return {**brief, "outcomes": outcomes, "sha256": digest(whole)}


def _case(graph: Graph, question: CaseQuestion) -> Answered:
    from kg.queries.casefile import find_case_file, keys_of  # noqa: PLC0415  # seldom needed
    from kg.views.casefile import draw_casefile_json  # noqa: PLC0415  # as above

    case = find_case_file(graph.picture(), question.finding)
    whole = [case.whole] if case.whole else []
    findings = (case.finding, *case.near_misses, *case.parts, *whole)
    return Answered(
        question={
            "kind": "case-file",
            "finding": case.finding.id,
            "called": keys_of(case.finding, case.transfer)[1],
        },
        title=f"Case file of a finding: {case.finding.sentence}",
        result=dict(_without(json.loads(draw_casefile_json(case)), {"format", "note"})),
        words=frozenset({row.id for row in findings} | {text.id for text in case.texts}),
        has_findings=True,
        is_empty=False,
    )


def _without(values: dict[str, Any], names: set[str]) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in values.items() if name not in names)


def _not_repeatable(sentence: str, hint: str) -> KgError:
    return KgError([Problem(slug="not-repeatable", sentence=sentence, hint=hint)])
