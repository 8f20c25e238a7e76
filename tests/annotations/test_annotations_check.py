"""``kg check`` as people type it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotations import read_annotated
from kg.errors import KgError
from kg.front.check import check
from kg.front.corpora import reference_folders
from kg.resources import DATA
from tests.annotations.ruritania import ANNOTATIONS, NAME

ROOT = Path(__file__).resolve().parents[2]
ACTORS = """\
format: kg-actors/1
actors:
  X1: {kind: state, name: Ruritania, verification: background}
  X1-ministry: {kind: organization, name: Ministry of Ruritania, verification: background}
  X2: {kind: state, name: Utopia, verification: background}
  X3: {kind: state, name: Freedonia, verification: background}
"""

Write = Callable[..., Path]


def kg_check(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "check", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=cwd, timeout=120
    )


@pytest.fixture
def corpus(tmp_path: Path, write: Write) -> Path:
    """Lay out a corpus of its own: actors/ beside texts/."""
    folder = tmp_path / "corpus"
    (folder / "texts").mkdir(parents=True)
    (folder / "actors").mkdir()
    (folder / "actors" / "invented.yaml").write_text(ACTORS, "utf-8")
    # The bundled instruments have no Zenda Convention.
    path = write(ANNOTATIONS.replace("zenda-1", "1874-9-dprk"))
    for file in (path, path.with_name(f"{NAME}.txt")):
        file.rename(folder / "texts" / file.name)
    return folder


def test_the_bundled_data_have_no_problems() -> None:
    """Without a path the bundled data are checked, in one line on standard output."""
    done = kg_check("--no-shapes")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"\d+ texts, \d+ claims, ", done.stdout)
    assert done.stdout.endswith(" quotes: no problems\n")


@pytest.mark.slow
def test_the_bundled_graph_keeps_the_shapes() -> None:
    """The seed passes the SHACL shapes as well."""
    assert kg_check().returncode == 0


@pytest.mark.parametrize("below", ["", "texts", f"texts/{NAME}.ann.yaml"])
def test_a_corpus_is_checked_with_its_own_actors(corpus: Path, below: str) -> None:
    """From the corpus, its folder of texts, or one file, the actors beside are found."""
    checked = check([corpus / below], shapes=False)
    assert [text.text.id for text in checked.texts] == [NAME]
    assert checked.summary == "1 text, 3 claims, 6 quotes"


def test_reference_folders_are_each_read_once() -> None:
    """The bundled folder given again adds nothing twice."""
    assert reference_folders([DATA, DATA / "texts", DATA / "texts" / "x.ann.yaml"]) == (DATA,)


def test_problems_go_to_standard_error_with_file_line_and_column(corpus: Path) -> None:
    """Exit code 1, nothing on standard output, paths as seen from where one stands."""
    path = corpus / "texts" / f"{NAME}.ann.yaml"
    path.write_text(
        path.read_text("utf-8")
        .replace("stance: denies", "stance: denys")
        .replace("supplier: X3", "supplier: Freedonia"),
        "utf-8",
    )
    done = kg_check("texts", cwd=corpus)
    assert (done.returncode, done.stdout) == (1, "")
    first, second = [line for line in done.stderr.splitlines() if line.startswith("texts/")]
    assert first == f"texts/{NAME}.ann.yaml:43:17: no actor has the id 'Freedonia' [unknown-actor]"
    assert second.startswith(f"texts/{NAME}.ann.yaml:54:17: 'denys' is no word for stance")
    assert "  did you mean X3 (Freedonia)?" in done.stderr.splitlines()
    assert "  did you mean denies?" in done.stderr.splitlines()


def test_a_folder_without_annotations_is_a_problem(tmp_path: Path) -> None:
    """Somebody who gives the wrong folder is told, and not that all is well."""
    with pytest.raises(KgError, match="nothing-to-check"):
        check([tmp_path], shapes=False)


def test_the_problems_of_all_files_are_told(corpus: Path) -> None:
    """One broken file does not hide the problems of the next."""
    texts = corpus / "texts"
    (texts / "a.ann.yaml").write_bytes(b"[")
    (texts / "b.ann.yaml").write_bytes(b"")
    with pytest.raises(KgError) as raised:
        check([corpus], shapes=False)
    assert [problem.slug for problem in raised.value.problems] == ["yaml-syntax", "empty-file"]


@pytest.mark.parametrize("bad", ["missing.ann.yaml", "missing", "a" * 300, "a" * 300 + ".ann.yaml"])
def test_a_path_that_is_not_there_is_told(tmp_path: Path, bad: str) -> None:
    """A path mistyped is a problem in what was given."""
    with pytest.raises(KgError, match="not-a-file"):
        check([tmp_path / bad], shapes=False)


def test_the_reader_is_the_one_of_the_check(corpus: Path) -> None:
    """What the check finds good, the reader reads."""
    (text,) = check([corpus], shapes=False).texts
    path = corpus / "texts" / f"{NAME}.ann.yaml"
    again = read_annotated(path, check([corpus], shapes=False).reference, name="x")
    assert again.claims == text.claims
