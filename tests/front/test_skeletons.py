"""What `kg new` writes works as it stands."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotations import read_annotated
from kg.errors import KgError
from kg.front.build import build
from kg.front.check import check
from kg.front.graph import open_graph
from kg.front.skeletons import write_annotations, write_corpus
from kg.reference import read_bundled
from kg.vocab import TextKind

DAY = date(2024, 5, 2)


def begin(path: Path, **options: str) -> Path:
    return write_annotations(
        path,
        issuer=options.get("issuer", "KP"),
        issued_on="2024-05-01",
        annotator="A. Nalyst",
        annotated_on=DAY,
    )


def test_a_new_corpus_leads_from_nothing_to_a_finding(tmp_path: Path) -> None:
    """It checks, and builds both alone and with the bundled data, to a finding that is denied."""
    corpus = tmp_path / "corpus"
    files = write_corpus(corpus)
    assert corpus / "annotation.schema.json" in files
    check([corpus], shapes=False)
    for bundled in (False, True):
        out = tmp_path / f"build-{bundled}"
        build([corpus], out, bundled=bundled)
        picture = open_graph(out).picture()
        (finding,) = (row for row in picture.findings if row.norm == "x-league-act-1")
        assert finding.kind == "alleged-violation"
        assert finding.contested_by
    assert [text.id for text in open_graph(tmp_path / "build-False").picture().texts] == [
        "2015-03-02-ruritania"
    ]


@pytest.mark.slow
def test_a_new_corpus_keeps_the_shapes(tmp_path: Path) -> None:
    """Its graph is one that the SHACL shapes allow."""
    write_corpus(tmp_path / "corpus")
    check([tmp_path / "corpus"])


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written among somebody's files."""
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(KgError, match="not-empty"):
        write_corpus(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_annotations_begin_with_digest_part_and_names(tmp_path: Path) -> None:
    """The longest name wins, in the text's own spelling, and the file passes as it stands."""
    path = tmp_path / "2024-05-01-x.txt"
    words = "The Democratic People’s Republic of Korea denies it.\nRussia, too: “no”.\n"
    path.write_bytes(words.encode())
    annotated = read_annotated(begin(path), read_bundled())
    named = {mention.actor: annotated.text.cut(mention.span) for mention in annotated.mentions}
    assert named == {"KP": "Democratic People’s Republic of Korea", "RU": "Russia"}
    assert annotated.text.kind is TextKind.VERBATIM
    (part,) = annotated.parts
    assert part.speaker == ("KP",)
    assert annotated.text.cut(part.quote.spans[0]) == words.strip()
    assert annotated.claims == ()


def test_annotations_that_are_there_are_never_written_over(tmp_path: Path) -> None:
    """The second attempt is refused, and the first file stays as it is."""
    path = tmp_path / "x.txt"
    path.write_bytes(b"Words of a text that is long enough.\n")
    before = begin(path).read_bytes()
    with pytest.raises(KgError, match="not-empty"):
        begin(path, issuer="RU")
    assert (tmp_path / "x.ann.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("data", "slug"),
    [(b"", "empty-file"), (b"\xff", "not-utf-8"), (b"a\0b", "binary-file")],
)
def test_a_text_that_cannot_be_read_has_no_annotations(
    tmp_path: Path, data: bytes, slug: str
) -> None:
    """The problem is told, and no file is left."""
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(KgError, match=slug):
        begin(path)
    assert [each.name for each in tmp_path.iterdir()] == ["x.txt"]


def test_an_issuer_that_is_nobody_is_told(tmp_path: Path) -> None:
    """An unknown actor is a problem before anything is written."""
    path = tmp_path / "x.txt"
    path.write_bytes(b"Words of a text.\n")
    with pytest.raises(KgError, match="unknown-actor"):
        begin(path, issuer="no")
    with pytest.raises(KgError, match=r"did you mean KP"):
        begin(path, issuer="North Korea")


def test_what_is_bundled_is_said_to_be_left_out(tmp_path: Path) -> None:
    """Built alone, a corpus that uses a bundled kind of item or its broader kinds says so."""
    write_corpus(tmp_path / "corpus")
    items = tmp_path / "corpus" / "items" / "own.yaml"
    items.write_text(items.read_text("utf-8").replace("broader: x-arms", "broader: uav"), "utf-8")
    check([tmp_path / "corpus"], shapes=False)
    with pytest.raises(KgError, match="left out by --no-bundled"):
        build([tmp_path / "corpus"], tmp_path / "build", bundled=False)
    items.write_text(items.read_text("utf-8").replace("    broader: uav\n", ""), "utf-8")
    (annotations,) = (tmp_path / "corpus" / "texts").glob("*.ann.yaml")
    words = annotations.read_text("utf-8").replace("item: x-shells", "item: uav")
    annotations.write_text(words, "utf-8")
    with pytest.raises(KgError, match="left out by --no-bundled"):
        build([tmp_path / "corpus"], tmp_path / "build", bundled=False)


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t"),
        min_size=1,
        max_size=200,
    ).filter(lambda text: text.split() and "[" not in text and "]" not in text)
)
def test_any_text_can_be_begun(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever letters it holds, what is written is read without a problem."""
    path = tmp_path_factory.mktemp("any") / "x.txt"
    path.write_bytes(text.encode())
    if path.read_bytes().startswith(b"\xef\xbb\xbf"):
        return
    annotated = read_annotated(begin(path), read_bundled())
    (part,) = annotated.parts
    assert annotated.text.cut(part.quote.spans[0]).strip() == text.strip()


def test_the_commands_say_what_to_do_next(anywhere: Path) -> None:
    """What was written goes to standard output, what to do next to standard error."""
    command = [sys.executable, "-m", "kg", "new", "corpus", "mine"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "mine/texts/2015-03-02-ruritania.ann.yaml" in done.stdout
    assert "kg check mine" in done.stderr
    (anywhere / "t.txt").write_bytes(b"Russia says that it denies nothing at all.\n")
    command = [sys.executable, "-m", "kg", "new", "text", "t.txt", "--issued-by", "RU"]
    done = subprocess.run(
        [*command, "--date", "2024-02-30"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "no day of the calendar; write 2023-10-26" in done.stderr
    done = subprocess.run(
        [*command, "--date", "2024-02-29"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "t.ann.yaml\n"
