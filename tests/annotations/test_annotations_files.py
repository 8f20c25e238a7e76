"""Which files are annotation files, and which are not touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.annotations import find_all_annotation_files, find_annotation_files
from kg.errors import KgError


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def slugs(path: Path) -> list[str]:
    with pytest.raises(KgError) as raised:
        find_annotation_files(path)
    return [problem.slug for problem in raised.value.problems]


def test_files_below_a_folder_are_found_sorted(tmp_path: Path) -> None:
    """Other files, and folders whose names begin with a dot, are passed over."""
    wanted = [tmp_path / "a.ann.yaml", tmp_path / "b" / "c.ann.yaml", tmp_path / "d.ann.yaml"]
    touch(*reversed(wanted), tmp_path / "a.txt", tmp_path / "a.yaml", tmp_path / ".x/e.ann.yaml")
    assert find_annotation_files(tmp_path) == tuple(wanted)


def test_a_file_is_found_by_its_own_path(tmp_path: Path) -> None:
    """A single file need not lie in a corpus."""
    touch(tmp_path / "a.ann.yaml", tmp_path / "a.txt")
    assert find_annotation_files(tmp_path / "a.ann.yaml") == (tmp_path / "a.ann.yaml",)
    assert slugs(tmp_path / "a.txt") == ["bad-file-name"]
    assert slugs(tmp_path / "missing.ann.yaml") == ["not-a-file"]


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """Neither a file nor a folder outside is read through a link; a circle of links ends."""
    corpus = tmp_path / "corpus"
    touch(tmp_path / "out" / "a.ann.yaml", corpus / "b.ann.yaml")
    (corpus / "self").symlink_to(corpus)
    assert find_annotation_files(corpus) == (corpus / "b.ann.yaml",)
    (corpus / "a.ann.yaml").symlink_to(tmp_path / "out" / "a.ann.yaml")
    (corpus / "more").symlink_to(tmp_path / "out")
    assert slugs(corpus) == ["link-leads-outside", "link-leads-outside"]


def test_what_is_called_like_an_annotation_file_and_is_none_is_told(tmp_path: Path) -> None:
    """Pipes are not opened, folders not read, broken links not followed."""
    os.mkfifo(tmp_path / "pipe.ann.yaml")
    (tmp_path / "folder.ann.yaml").mkdir()
    (tmp_path / "broken.ann.yaml").symlink_to(tmp_path / "nothing")
    touch(tmp_path / "Bad Name.ann.yaml")
    assert sorted(slugs(tmp_path)) == ["bad-file-name", "not-a-file", "not-a-file", "not-a-file"]


def test_two_texts_of_one_id_are_refused(tmp_path: Path) -> None:
    """Their graphs would have one name; the same file given twice is one file."""
    first, second = tmp_path / "x" / "a.ann.yaml", tmp_path / "y" / "a.ann.yaml"
    touch(first, second)
    assert find_all_annotation_files([first, tmp_path / "x"]) == (first,)
    with pytest.raises(KgError, match="duplicate-text"):
        find_all_annotation_files([tmp_path / "x", tmp_path / "y"])


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("2024-05-01-x.txt", "in 2024-05-01-x.ann.yaml: give that file"),
        ("own.yaml", "give the folder of the corpus"),
        ("My Text.ann.yaml", "call the text <id>.txt"),
    ],
)
def test_a_file_that_is_no_annotation_file_leads_to_one(
    tmp_path: Path, name: str, hint: str
) -> None:
    """The hint is about what was given: a text, reference data, or a name with other letters."""
    (tmp_path / name).write_text("words", "utf-8")
    with pytest.raises(KgError, match="bad-file-name") as raised:
        find_annotation_files(tmp_path / name)
    assert hint in str(raised.value.problems[0].hint)
