"""Texts that rest on other texts: links that a corpus must hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError, Problem
from kg.front.build import build
from kg.front.check import check
from kg.front.graph import open_graph
from tests.front.invented_corpus import (
    FIRST,
    SECOND,
    TEXTS,
    THIRD,
    annotation_file,
    edit,
    write_corpus,
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def rest(corpus: Path, text: str, on: str) -> None:
    """Let ``text`` rest on the text ``on``."""
    entry = f"  rests-on: {{text: {on}, verification: background, note: It says so.}}\n"
    edit(
        annotation_file(corpus, text), "  issued-by: us-state\n", f"  issued-by: us-state\n{entry}"
    )


def refused(corpus: Path, out: Path) -> Problem:
    """Return the one problem for which the corpus is not built."""
    with pytest.raises(KgError) as raised:
        build([corpus], out)
    (problem,) = raised.value.problems
    assert not out.exists()
    return problem


def test_what_a_text_rests_on_is_in_the_graph(corpus: Path, tmp_path: Path) -> None:
    """The row of the text names the other with the mark and the reason."""
    rest(corpus, SECOND, FIRST)
    build([corpus], tmp_path / "build")
    (text,) = (row for row in open_graph(tmp_path / "build").picture().texts if row.id == SECOND)
    assert [(row.text, row.verification, row.note) for row in text.rests_on] == [
        (FIRST, "background", "It says so.")
    ]


@pytest.mark.parametrize(
    ("other", "hint"),
    [
        ("2015-04-01-reprot", f"did you mean {FIRST}?"),
        ("zzz", "no text of that id is read here"),
    ],
)
def test_resting_on_a_text_that_is_not_there_is_a_problem(
    corpus: Path, tmp_path: Path, other: str, hint: str
) -> None:
    """It is told with its place and what is close, and nothing is built."""
    rest(corpus, SECOND, other)
    problem = refused(corpus, tmp_path / "build")
    assert (problem.slug, problem.hint) == ("unknown-text", hint)
    assert problem.place is not None
    assert problem.place.file.endswith(f"{SECOND}.ann.yaml")


def test_texts_that_rest_on_each_other_in_a_circle_are_a_problem(
    corpus: Path, tmp_path: Path
) -> None:
    """The circle is shown; a check of the three tells it as the build does."""
    rest(corpus, FIRST, SECOND)
    rest(corpus, SECOND, THIRD)
    rest(corpus, THIRD, FIRST)
    problem = refused(corpus, tmp_path / "build")
    assert problem.slug == "circular-rests-on"
    assert problem.hint == f"{FIRST} → {SECOND} → {THIRD} → {FIRST}"
    with pytest.raises(KgError, match="circular-rests-on"):
        check([annotation_file(corpus, text) for text in TEXTS], shapes=False)


def test_checking_one_file_judges_no_text_that_is_not_read(corpus: Path) -> None:
    """What it rests on may be there when the graph is built."""
    rest(corpus, SECOND, "2015-09-09-elsewhere")
    checked = check([annotation_file(corpus, SECOND)], shapes=False)
    assert [text.text.id for text in checked.texts] == [SECOND]


@pytest.mark.slow
def test_resting_on_a_bundled_text_passes_the_whole_check(corpus: Path) -> None:
    """The shapes do not miss a text that the build will have and the check does not read."""
    rest(corpus, SECOND, "2023-10-26-us-jp-kr")
    assert len(check([corpus]).texts) == len(TEXTS)
