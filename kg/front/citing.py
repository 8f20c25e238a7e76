"""An answer made into a citation, which ``kg verify`` can put to the test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kg.front.answered import Answered, answer
from kg.front.digests import hash_of, made_with
from kg.model.questions import Question
from kg.queries.known import read_day
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.rests_on import RestsOn, rests_on
from kg.queries.rows import Picture
from kg.views.bibliography import answer_item, reference_items, with_accessed
from kg.views.bibtex import draw_bibtex
from kg.views.canonical import digest
from kg.views.citation import Citation, tell_absence, tell_citation
from kg.views.restriction import restriction_values, tell_restriction

if TYPE_CHECKING:
    from kg.front.graph import Graph


def cite(graph: Graph, question: Question, *, accessed: date | str | None = None) -> Citation:
    """Return the answer to ``question`` with all that is needed to ask for it again.

    ``accessed`` is the day on which somebody says to have asked; this program looks at no clock.
    Raises KgError where the question cannot be asked of this graph.
    """
    day = read_day(accessed, "accessed") if isinstance(accessed, str) else accessed
    answered = answer(graph, question)
    rests = rests_on(graph.store, graph.picture(), answered.words)
    asked, made = _graph(graph), made_with(graph)
    has_findings = answered.has_findings or bool(rests.findings)
    restriction, as_of = tell_restriction(graph.restriction), graph.restriction.as_of
    return Citation(
        question=answered.question,
        restriction=restriction_values(graph.restriction).get("restriction"),
        accessed=day.isoformat() if day else None,
        made_with=made,
        graph=asked,
        result=answered.result,
        note=NO_DETERMINATION if has_findings else None,
        rests_on=_rests_on(rests),
        absence=tell_absence(
            asked, restriction, as_of.isoformat() if as_of else None, answered.left
        )
        if answered.is_empty
        else None,
        cite_as=_cite_as(answered, rests, made["program"], asked, restriction, day, has_findings),
    )


def _graph(graph: Graph) -> dict[str, Any]:
    sha256, quads = hash_of(graph)
    build = graph.manifest["graph"]
    return {
        "sha256": sha256,
        "quads": quads,
        "build": {"sha256": build["sha256"], "quads": build["quads"]},
        "searched": _searched(graph.picture()),
    }


def _searched(picture: Picture) -> dict[str, Any]:
    # Of a text dated 2022-09-01/2022-09-10, the first and the last of its days.
    days = sorted(day for row in picture.texts for day in row.date.split("/") if day.strip("."))
    return {
        "texts": len(picture.texts),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "claims": len(picture.propositions),
        "speech_acts": len(picture.speech_acts),
        "norms": len(picture.norms),
        "findings": len(picture.findings),
    }


def _rests_on(rests: RestsOn) -> dict[str, Any]:
    return {
        "texts": [
            {
                "id": text.row.id,
                "kind": text.row.kind,
                "sha256": text.row.sha256,
                "verification": text.verification,
            }
            for text in rests.texts
        ],
        "norms": [
            {
                "id": norm.id,
                "citation": norm.citation,
                "instrument": norm.instrument,
                "verification": norm.verification,
            }
            for norm in rests.norms
        ],
        "instruments": [
            {"id": each.id, "symbol": each.symbol, "verification": each.verification}
            for each in rests.instruments
        ],
        "findings": list(rests.findings),
        "verification": list(rests.marks),
    }


def _cite_as(  # noqa: PLR0913, PLR0917  # one for each thing that a reference says
    answered: Answered,
    rests: RestsOn,
    program: dict[str, str],
    graph: dict[str, Any],
    restriction: str,
    accessed: date | None,
    has_findings: bool,  # noqa: FBT001  # as above
) -> dict[str, Any]:
    result, note = digest(answered.result), NO_DETERMINATION if has_findings else ""
    own = answer_item(
        # Two empty answers have one result; no two references have one key.
        key=digest([answered.question, restriction, graph["sha256"], result]),
        result=result,
        title=answered.title,
        program=program["name"],
        version=program["version"],
        graph=graph["sha256"],
        note=f"{restriction} {note}".strip(),
    )
    items = with_accessed([own, *reference_items(rests)], accessed)
    words = tell_citation(
        title=answered.title,
        program=program,
        graph=graph,
        result=result,
        restriction=restriction,
        accessed=accessed.isoformat() if accessed else None,
        findings=has_findings,
    )
    return {"words": words, "csl": items, "bibtex": draw_bibtex(items)}
