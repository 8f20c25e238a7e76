"""Texts are read as bytes and held to their digests."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import KgError, Place
from kg.marked import MAX_BYTES
from kg.model.texts import Span, Text
from kg.texts import line_of, read_text
from kg.vocab import TextKind

PINNED_AT = Place("a.ann.yaml", 4, 11)


def read(path: Path, pinned: str) -> Text:
    return read_text(
        path,
        name="a.txt",
        id="a",
        sha256=pinned,
        language="en",
        kind=TextKind.VERBATIM,
        source=None,
        pinned_at=PINNED_AT,
    )


def read_bytes_as_text(folder: Path, data: bytes) -> Text:
    path = folder / "a.txt"
    path.write_bytes(data)
    return read(path, sha256(data).hexdigest())


def problems_of(folder: Path, data: bytes) -> list[tuple[str, Place | None]]:
    with pytest.raises(KgError) as raised:
        read_bytes_as_text(folder, data)
    return [(problem.slug, problem.place) for problem in raised.value.problems]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: bytes) -> None:
    """Every character of the file is a character of the text, whatever ends its lines."""
    text = read_bytes_as_text(tmp_path, b"One." + end + "Zwei – “drei” 🛰.".encode() + end)
    assert text.characters.encode() == (tmp_path / "a.txt").read_bytes()
    start = len("One.") + len(end)
    assert text.cut(Span(start, start + 4)) == "Zwei"


def test_lines_are_counted_from_one(tmp_path: Path) -> None:
    """A line number is what an editor shows."""
    text = read_bytes_as_text(tmp_path, b"One.\r\nTwo.\r\n\r\nFour.")
    assert [line_of(text, text.characters.index(word)) for word in ("One", "Two", "Four")] == [
        1,
        2,
        4,
    ]


def test_changed_bytes_are_refused_with_the_digest_they_have_now(tmp_path: Path) -> None:
    """A text that is not the one annotated is a problem where its digest is pinned."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"One. Two.")
    with pytest.raises(KgError) as raised:
        read(path, sha256(b"One. Two").hexdigest())
    (problem,) = raised.value.problems
    assert (problem.slug, problem.place) == ("text-changed", PINNED_AT)
    assert sha256(b"One. Two.").hexdigest() in str(problem.hint)


@pytest.mark.parametrize(
    ("data", "slug", "line", "column"),
    [
        (b"", "empty-file", 1, 1),
        (b" \r\n\t\n", "empty-file", 1, 1),
        (b"\xef\xbb\xbfOne.", "byte-order-mark", 1, 1),
        (b"One.\nT\xc3\xa9\xffo.", "not-utf-8", 2, 3),
        (b"\xff\xfeO\0n\0e\0", "binary-file", 1, 4),
        (b"One.\nTw\0o.", "binary-file", 2, 3),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary-file", 3, 1),
        (b"One \xed\xa0\x80.", "not-utf-8", 1, 5),
    ],
)
def test_what_is_no_text_is_refused_where_it_fails(
    tmp_path: Path, data: bytes, slug: str, line: int, column: int
) -> None:
    """Empty, binary and wrongly encoded files are told apart, with line and column."""
    assert problems_of(tmp_path, data) == [(slug, Place("a.txt", line, column))]


def test_a_changed_text_that_cannot_be_decoded_has_both_problems(tmp_path: Path) -> None:
    """All problems are told at once."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"One \xff")
    with pytest.raises(KgError) as raised:
        read(path, sha256(b"One.").hexdigest())
    assert {problem.slug for problem in raised.value.problems} == {"not-utf-8", "text-changed"}


def test_a_text_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    """The size is looked at before the bytes are."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(KgError, match="file-too-large"):
        read(path, "0" * 64)


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    """A folder, a pipe, a device and a missing file are refused; opening a pipe would hang."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path(os.devnull), tmp_path / "missing"):
        with pytest.raises(KgError, match="not-a-file"):
            read(path, "0" * 64)
