"""A citation as a document: its parts, the hash of each, and the words that people print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from kg.queries.reasons import NO_DETERMINATION
from kg.views.canonical import digest
from kg.views.tables import draw_json
from kg.views.words import plain

FORMAT = "kg-citation/1"
WHOLE = "whole"

MISSING_ANSWER = (
    "A missing answer is about these texts, as they were annotated, and about nothing else. It "
    "does not say that nothing of the kind took place, that nobody says so elsewhere, or that "
    "anybody denies it."
)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An answer with all that is needed to ask for it again, each part as JSON values.

    docs/json.md tells the keys. None is a part that this citation does not have: ``restriction``
    where everything counts, ``accessed`` where nobody gave a day, ``note`` where no finding is in
    the answer, ``absence`` where the answer is not empty.
    """

    question: Values
    restriction: Values | None
    accessed: str | None
    made_with: Values
    graph: Values
    result: Values
    note: str | None
    rests_on: Values
    absence: str | None
    cite_as: Values

    def parts(self) -> dict[str, Any]:
        """Return each part by name, in the order of the document, without those that are None."""
        parts = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in parts.items() if value is not None}


def seals(citation: Citation) -> dict[str, str]:
    """Return the hash of each part, and under ``whole`` the hash over these hashes."""
    each = {name: digest(value) for name, value in citation.parts().items()}
    return {**each, WHOLE: digest(each)}


def draw_citation(citation: Citation) -> str:
    """Return the document that ``kg verify`` reads."""
    return draw_json(FORMAT, {**citation.parts(), "sha256": seals(citation)})


def draw_words(citation: Citation) -> str:
    """Return what a person prints: how to cite it, and what a missing answer says."""
    said = [citation.cite_as["words"], citation.absence]
    return "".join(f"{plain(words)}\n" for words in said if words)


def tell_absence(graph: Values, restriction: str, as_of: str | None, left: str) -> str:
    """Return what it means, and what not, that nothing was found.

    ``restriction`` is the sentence on what alone counts, or nothing; ``as_of`` the day to which
    that restricts; ``left`` a sentence on what the question itself leaves out, or nothing.
    """
    day = f"as of {as_of}" if as_of else _dated(graph)
    texts = _count(graph["searched"]["texts"], "text")
    said = (
        f"In this graph (sha256:{graph['sha256']}, {texts}, {day}), nothing matches this question.",
        restriction,
        f"Searched were {_searched(graph)}.",
        left,
        MISSING_ANSWER,
    )
    return " ".join(words for words in said if words)


def tell_citation(  # noqa: PLR0913  # one for each thing that is said
    *,
    title: str,
    program: Values,
    graph: Values,
    result: str,
    restriction: str,
    accessed: str | None,
    findings: bool,
) -> str:
    """Return the reference in words; ``findings`` tells that there are findings in the answer."""
    texts = f"{_count(graph['searched']['texts'], 'text')} {_dated(graph)}"
    said = (
        title if title.endswith("?") else f"{title}.",
        f"Answer of {program['name']} {program['version']} from a graph of {texts}.",
        f"Graph sha256:{graph['sha256']}.",
        restriction,
        f"Result sha256:{result}.",
        f"Accessed {accessed}." if accessed else "",
        NO_DETERMINATION if findings else "",
    )
    return " ".join(words for words in said if words)


def _searched(graph: Values) -> str:
    searched = graph["searched"]
    return (
        f"{_count(searched['texts'], 'text')} with {_count(searched['claims'], 'claim')}, said in "
        f"{_count(searched['speech_acts'], 'place')}; {_count(searched['norms'], 'norm')}; "
        f"{_count(searched['findings'], 'finding')}, near misses among them"
    )


def _dated(graph: Values) -> str:
    first, last = graph["searched"]["first"], graph["searched"]["last"]
    if first is None:
        return "without a date"
    return f"dated {first}" if first == last else f"dated {first} to {last}"


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"
