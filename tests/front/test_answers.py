"""Claims that reply to claims of other texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.front.build import build
from kg.front.check import check
from kg.front.graph import open_graph
from tests.front.invented_corpus import (
    FIRST,
    SECOND,
    TEXTS,
    annotation_file,
    edit,
    write_corpus,
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def answer(corpus: Path, claim: str) -> None:
    """Let the claim of the second report reply to ``claim``."""
    edit(annotation_file(corpus, SECOND), "  tanks:\n", f"  tanks:\n    answers: {claim}\n")


def test_a_reply_in_another_text_contests_the_claim(corpus: Path, tmp_path: Path) -> None:
    """The denial of artillery in the second report stands beside the finding on the first."""
    edit(annotation_file(corpus, SECOND), "item: battle-tanks", "item: artillery-ammunition")
    answer(corpus, f"{FIRST}/shells")
    build([corpus], tmp_path / "build")
    picture = open_graph(tmp_path / "build").picture()
    acts = {act.iri: act for act in picture.speech_acts}
    (finding,) = (
        row for row in picture.findings if row.kind == "alleged-violation" and FIRST in row.transfer
    )
    assert {acts[iri].text for iri in finding.contested_by} == {FIRST, SECOND}
    assert {acts[iri].stance for iri in finding.contested_by} == {"denies"}


@pytest.mark.parametrize(
    ("claim", "hint"),
    [
        (f"{FIRST}/shels", "did you mean shells?"),
        (f"{FIRST}/nothing-like-it", "it has: shells"),
        ("2015-04-01-reprot/shells", f"did you mean {FIRST}?"),
        ("zzz/shells", "no text of that id is read here"),
    ],
)
def test_a_reply_to_nothing_is_a_problem(
    corpus: Path, tmp_path: Path, claim: str, hint: str
) -> None:
    """It is told with its place and what is close, and nothing is built."""
    answer(corpus, claim)
    with pytest.raises(KgError) as raised:
        build([corpus], tmp_path / "build")
    (problem,) = raised.value.problems
    assert (problem.slug, problem.hint) == ("unknown-answer", hint)
    assert problem.place is not None
    assert problem.place.file.endswith(f"{SECOND}.ann.yaml")
    assert not (tmp_path / "build").exists()


def test_checking_one_file_judges_no_other_text(corpus: Path) -> None:
    """A reply to a text that is not read with it may be right."""
    answer(corpus, "2015-09-09-elsewhere/anything")
    check([annotation_file(corpus, SECOND)], shapes=False)
    answer_missing = f"{FIRST}/missing"
    edit(annotation_file(corpus, SECOND), "2015-09-09-elsewhere/anything", answer_missing)
    with pytest.raises(KgError, match="unknown-answer"):
        check([annotation_file(corpus, text) for text in TEXTS], shapes=False)


@pytest.mark.slow
def test_a_reply_to_a_bundled_text_passes_the_whole_check(corpus: Path) -> None:
    """The shapes do not miss a text that the build will have and the check does not read."""
    answer(corpus, "2023-10-26-us-jp-kr/dprk-arms-to-russia")
    check([corpus])


@pytest.mark.parametrize(
    ("written", "slug"),
    [(f"{SECOND}/tanks", "answers-itself"), ("tanks", "wrong-value"), ("a/B c", "wrong-value")],
)
def test_what_names_no_claim_elsewhere_is_a_problem(corpus: Path, written: str, slug: str) -> None:
    """A claim of the same text, or a word that names none, is refused where it stands."""
    answer(corpus, written)
    with pytest.raises(KgError, match=slug):
        check([annotation_file(corpus, SECOND)], shapes=False)
