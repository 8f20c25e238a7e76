"""A view is written whole or not at all, and told of in one paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.queries.rows import Picture
from kg.views.account import tell
from kg.views.files import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new words, in UTF-8 with plain line ends, and no leftover beside them."""
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    write_whole(path, "é\n")
    assert path.read_bytes() == b"\xc3\xa9\n"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """Words that are no UTF-8 are a slip in this package; the old file stays."""
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("place", ["folder", "missing/page.html", "file/page.html"])
def test_a_place_that_takes_no_file_is_said(tmp_path: Path, place: str) -> None:
    """A folder, a folder that is not there, a file taken for a folder: an error, and no trace."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(KgError) as raised:
        write_whole(tmp_path / place, "words")
    assert raised.value.problems[0].slug == "cannot-write"
    assert sorted(tmp_path.rglob("*")) == before


def test_the_account_takes_no_side(picture: Picture) -> None:
    """It counts what is said, what is inferred, and what is denied."""
    words = tell(picture)
    assert "2 texts, in which 3 actors speak: 3 claims" in words
    assert "1 alleged violation and 0 prospective violations" in words
    assert "1 finding is contested in this graph" in words
    assert "no legal determination" in words
    assert "\n" not in words
