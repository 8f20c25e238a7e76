"""References as BibTeX and CSL-JSON: whatever stands in a graph, other programs can read them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from kg import open_graph
from kg.front.graph import Graph
from kg.model.questions import FindingsQuestion
from kg.queries.rests_on import CitedText, RestsOn
from kg.views.bibliography import answer_item, reference_items, with_accessed
from kg.views.bibtex import draw_bibtex, escape
from kg.views.words import plain
from tests.hostile_words import WORDS
from tests.invented_rows import text

# Of the CSL data schema, those types and variables that are used here.
TYPES = {"article", "bill", "dataset", "document", "legislation", "report", "speech", "treaty"}
STRINGS = {
    "id", "type", "title", "genre", "authority", "publisher", "language", "URL", "note", "version",
    "number", "source",
}  # fmt: skip
PRINTED = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    **{f"\\{each}": each for each in "#$%&_"},
}


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def printed(words: str) -> str:
    """Return what LaTeX prints of words that ``escape`` wrote."""
    return re.sub(r"\\text\w+\{\}|\\[#$%&_]", lambda found: PRINTED[found[0]], words)


def whole(words: str) -> str:
    """Return what LaTeX prints of a name or title in braces of its own."""
    assert (words[0], words[-1]) == ("{", "}")
    return printed(words[1:-1])


def cited(**more: Any) -> CitedText:
    row = replace(text("report", "verbatim", "Words.", "https://example.org/report"), **more)
    return CitedText(row=row, issued_by=("Utopia",), published_by=(), verification=None)


def items(*texts: CitedText) -> list[dict[str, Any]]:
    return reference_items(RestsOn(texts=texts, norms=(), instruments=(), findings=(), marks=()))


def test_every_reference_of_the_bundled_data_is_read_by_other_programs(graph: Graph) -> None:
    """All findings rest on most texts and on most instruments."""
    question = FindingsQuestion(near_misses=True, claimed_purposes=True)
    citation = graph.cite(question, accessed="2026-11-25")
    csl = citation.cite_as["csl"]
    assert len(csl) > 70
    entries = parse_string(citation.cite_as["bibtex"], "bibtex").entries
    assert list(entries) == [item["id"] for item in csl]
    for item in csl:
        assert item["type"] in TYPES
        dates = {name: item[name] for name in ("issued", "accessed") if name in item}
        authors = item.get("author", [])
        assert set(item) - STRINGS <= {"issued", "accessed", "author"}
        assert all(isinstance(item[name], str) for name in STRINGS & set(item))
        assert all(set(author) == {"literal"} for author in authors)
        assert all(_is_date(each) for each in dates.values())
        entry = entries[item["id"]]
        assert entry.fields["urldate"] == "2026-11-25"
        assert whole(entry.fields["title"]) == item["title"]
        names = [
            *(author["literal"] for author in authors),
            *([item["authority"]] if "authority" in item else []),
        ]
        assert [whole(str(person)) for person in entry.persons.get("author", [])] == names
        assert entry.fields.get("url") == item.get("URL")


def _is_date(value: dict[str, Any]) -> bool:
    parts = value.get("date-parts")
    if parts is None:
        return set(value) == {"literal"}
    return 1 <= len(parts) <= 2 and all(
        1 <= len(part) <= 3 and all(isinstance(number, int) for number in part) for part in parts
    )


def test_no_reference_gives_our_words_as_a_title(graph: Graph) -> None:
    """An instrument goes by its symbol; what it is about is said to be in our words."""
    csl = graph.cite(FindingsQuestion()).cite_as["csl"]
    instruments = [item for item in csl if item["id"].startswith("instrument-")]
    assert "S/RES/1874 (2009)" in {item["title"] for item in instruments}
    assert all(item["note"].startswith("In our words: ") for item in instruments)


def test_a_reference_to_an_abstract_says_so_and_how_far_it_was_checked(graph: Graph) -> None:
    csl = {item["id"]: item for item in graph.cite(FindingsQuestion()).cite_as["csl"]}
    note = csl["text-2023-10-26-peskov"]["note"]
    assert note.startswith(
        "Cited after an abstract of ours, which quotes nothing of it; checked: read at the source"
    )
    assert csl["text-2023-10-26-us-jp-kr"]["note"].startswith("Held verbatim. ")


@pytest.mark.parametrize(
    ("said", "issued", "year", "date"),
    [
        ("2023-10-26", {"date-parts": [[2023, 10, 26]]}, "2023", "2023-10-26"),
        ("2023-10", {"date-parts": [[2023, 10]]}, "2023", "2023-10"),
        ("2023", {"date-parts": [[2023]]}, "2023", "2023"),
        (
            "2022-12-30/2023-01-02",
            {"date-parts": [[2022, 12, 30], [2023, 1, 2]]},
            "2022/2023",
            "2022-12-30/2023-01-02",
        ),
        ("../2023-01-02", {"literal": "../2023-01-02"}, "../2023-01-02", None),
        ("", None, None, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    said: str, issued: object, year: str | None, date: str | None
) -> None:
    (item,) = items(cited(date=said))
    assert item.get("issued") == issued
    fields = parse_string(draw_bibtex([item]), "bibtex").entries["text-report"].fields
    assert (fields.get("year"), fields.get("date")) == (year, date)


def test_no_day_of_access_stands_anywhere_unless_given() -> None:
    """The program looks at no clock."""
    assert with_accessed(items(cited()), None) == items(cited())
    assert "urldate" not in draw_bibtex(items(cited()))


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_hostile_words_break_no_entry(words: str) -> None:
    """Braces, commands, comments and line ends are words like others."""
    row = cited(title=words, id=words, source=f"https://example.org/{words}")
    entry = answer_item(
        key="0" * 64, result="1" * 64, title=words, program="p", version="1", graph="2" * 64,
        note=words,
    )  # fmt: skip
    references = [entry, *items(replace(row, issued_by=(words, "A and B")))]
    json.dumps(references).encode()
    entries = parse_string(draw_bibtex(references), "bibtex").entries
    assert len(entries) == 2
    persons = list(entries.values())[1].persons["author"]
    assert [whole(str(person)) for person in persons] == [plain(words), "A and B"]


@given(words=st.text(max_size=80))
def test_escaped_words_are_read_back(words: str) -> None:
    """What stands between the braces prints what was said."""
    read = parse_string(f"@misc{{key,\n  note = {{{escape(words)}}},\n}}\n", "bibtex")
    note = read.entries["key"].fields["note"]
    assert printed(note).split() == plain(words).split()
