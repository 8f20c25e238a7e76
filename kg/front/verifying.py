"""A citation put to the test: asked again of a build, and compared part by part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.front.changed_rows import changed_rows, in_words, listed_rows
from kg.front.citation_files import CitationFile, read_citation
from kg.front.citing import cite
from kg.model.questions import (
    CaseQuestion,
    FindingsQuestion,
    NamedQuestion,
    OwnQuestion,
    Question,
)
from kg.model.verification import Difference, Verdict, Verification
from kg.views.canonical import canonical
from kg.views.citation import Citation, draw_citation
from kg.views.words import name_of
from kg.vocab import Verification as Verified

if TYPE_CHECKING:
    from kg.front.graph import Graph

# What says that this graph no longer knows what the question is about.
_CANNOT_ASK = frozenset(
    {
        "missing-parameter",
        "no-such-finding",
        "not-in-graph",
        "several-findings",
        "unknown-parameter",
        "unknown-question",
    }
)
_ASKED = ("question", "restriction", "accessed")
_AROUND = ("made_with", "graph")


def verify(
    graph: Graph,
    data: bytes,
    *,
    name: str = "citation",
    timeout: float = 30,
    max_rows: int = 100_000,
) -> Verification:
    """Ask the question of a citation file again, of all of ``graph``, and tell what is different.

    ``data`` is the file, ``name`` what messages call it; the limits are for SPARQL of somebody's
    own. Raises KgError for what is no citation, and where the question cannot be answered within
    the limits.
    """
    if graph.restriction:
        raise ValueError("a citation is verified against a whole build; it says what counts of it")
    file = read_citation(data, name)
    before, altered = file.citation, file.altered()
    if not set(altered).isdisjoint(_ASKED):
        # Nobody knows what was asked, so there is nothing to ask again.
        return Verification(verdict=Verdict.ALTERED, altered=altered)
    try:
        now = _ask_again(graph, before, timeout, max_rows)
    except KgError as error:
        if not all(problem.slug in _CANNOT_ASK for problem in error.problems):
            raise
        return Verification(
            verdict=Verdict.ALTERED if altered else Verdict.CHANGED,
            altered=altered,
            cannot_ask=tuple(problem.sentence for problem in error.problems),
        )
    reformatted = not altered and draw_citation(before).encode() != data
    return _compare(file, now, altered, reformatted=reformatted)


def _ask_again(graph: Graph, before: Citation, timeout: float, max_rows: int) -> Citation:
    question = _question(before.question, timeout, max_rows)
    if before.restriction is not None:
        graph = graph.restrict(**before.restriction)
    return cite(graph, question, accessed=before.accessed)


def _question(values: Mapping[str, Any], timeout: float, max_rows: int) -> Question:
    match values["kind"]:
        case "named":
            parameters = tuple(sorted(values["parameters"].items()))
            return NamedQuestion(name=values["name"], parameters=parameters)
        case "sparql":
            return OwnQuestion(sparql=values["sparql"], timeout=timeout, max_rows=max_rows)
        case "findings":
            return FindingsQuestion(**values["filters"])
        case _:
            return CaseQuestion(finding=values["finding"])


def _compare(
    file: CitationFile, now: Citation, altered: tuple[str, ...], *, reformatted: bool
) -> Verification:
    before = file.citation
    old, new = before.parts(), now.parts()
    # Not by ==, for which true and 1 are one.
    unlike = [
        name for name in {**old, **new} if canonical(old.get(name)) != canonical(new.get(name))
    ]
    is_own = before.question["kind"] == "sparql"
    # On the same ground everything follows from the question, so another answer was not given here;
    # but SPARQL of one's own may leave to the engine which rows it gives.
    follows = _ground(before) == _ground(now) and not (is_own and "result" in unlike)
    anew = unlike if follows and set(altered) <= {"sha256"} else []
    rows = changed_rows(before, now)
    return Verification(
        verdict=_verdict(unlike, altered=bool(altered or anew)),
        altered=altered,
        sealed_anew=tuple(anew),
        differences=tuple(_differences(before, now)),
        rows=rows,
        other_order="result" in unlike and not rows and _sizes(before) == _sizes(now),
        reformatted=reformatted,
    )


def _ground(citation: Citation) -> tuple[object, ...]:
    graph = citation.graph
    return citation.made_with, graph["sha256"], graph["build"]["sha256"]


def _sizes(citation: Citation) -> dict[str, str]:
    """Return what an answer says beside its rows: its columns, and how much it leaves out."""
    kept = ("variables", "near_misses_not_shown", "claimed_purposes_not_shown")
    return {name: in_words(citation.result[name]) for name in kept if name in citation.result}


def _verdict(unlike: list[str], *, altered: bool) -> Verdict:
    if altered:
        return Verdict.ALTERED
    if not unlike:
        return Verdict.SAME
    # The words and references name graph and program, and so follow these.
    if set(unlike) <= {*_AROUND, "cite_as", "absence"}:
        return Verdict.SAME_RESULT
    return Verdict.CHANGED


def _differences(before: Citation, now: Citation) -> list[Difference]:
    old, new = _facts(before), _facts(now)
    return [
        Difference(what=what, before=old.get(what), now=new.get(what))
        for what in {**old, **new}
        if old.get(what) != new.get(what)
    ]


def _facts(citation: Citation) -> dict[str, str]:
    """Return what is told apart one by one: the ground of an answer, and what it rests on."""
    made, graph, rests = citation.made_with, citation.graph, citation.rests_on
    facts = {
        "question": in_words(citation.question.get("question")),
        "sparql": in_words(citation.question.get("sparql")),
        "program": in_words(made["program"]["version"]),
        "ontology": in_words(made["ontology"]["version"]),
        "ontology files": in_words(made["ontology"]["sha256"]),
        "rules": in_words(made.get("rules")),
        "graph": in_words(graph["sha256"]),
    }
    if citation.restriction is not None:
        facts["build"] = in_words(graph["build"]["sha256"])
    facts |= _sizes(citation)
    searched = graph.get("searched")
    if isinstance(searched, dict):
        facts |= {f"searched {name}": in_words(value) for name, value in searched.items()}
    for kind in ("texts", "norms", "instruments"):
        for row in listed_rows(rests.get(kind)):
            facts[f"{kind[:-1]} {in_words(row.get('id'))}"] = _mark(row)
    return facts


def _mark(row: Mapping[str, Any]) -> str:
    """Return how far a text, norm or instrument was checked, and of which bytes a text is."""
    word = row.get("verification")
    mark = "verbatim" if word is None else name_of(Verified, in_words(word))
    return f"{mark}, sha256:{in_words(row['sha256'])}" if "sha256" in row else mark
