"""What was lifted before is found again, whole or not at all."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg.store.text_cache import Kept, TextCache
from tests.store.small_builds import GRAPH

KEPT = Kept(nquads=GRAPH, text_file="2015-04-01-report.txt", text_sha256=sha256(b"").hexdigest())
KEY = sha256(b"key").hexdigest()

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1)
digests = st.binary().map(lambda data: sha256(data).hexdigest())
kepts = st.builds(Kept, nquads=st.binary() | st.just(GRAPH), text_file=names, text_sha256=digests)


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    """A folder that is not there is an empty cache, and looking does not make it."""
    assert TextCache(tmp_path / "texts").find(KEY) is None
    assert list(tmp_path.iterdir()) == []


@given(kepts, digests)
def test_what_was_written_is_found_again(kept: Kept, key: str) -> None:
    """Byte for byte, whatever the file is called."""
    with tempfile.TemporaryDirectory() as folder:
        cache = TextCache(Path(folder) / "texts")
        cache.write(key, kept)
        assert cache.find(key) == kept
        assert [path.name for path in Path(folder, "texts").iterdir()] == [f"{key}.nq"]


def test_what_is_kept_is_n_quads_as_it_stands(tmp_path: Path) -> None:
    """The head is a comment, so that any tool reads the file."""
    TextCache(tmp_path).write(KEY, KEPT)
    data = (tmp_path / f"{KEY}.nq").read_bytes()
    quads = set(ox.parse(input=data, format=ox.RdfFormat.N_QUADS))
    assert quads == set(ox.parse(input=GRAPH, format=ox.RdfFormat.N_QUADS))


def test_keys_are_kept_apart(tmp_path: Path) -> None:
    """Under another key nothing is found, and writing again replaces one alone."""
    cache = TextCache(tmp_path)
    other = Kept(nquads=b"", text_file="other.txt", text_sha256=KEPT.text_sha256)
    cache.write("a", KEPT)
    cache.write("b", KEPT)
    cache.write("b", other)
    assert (cache.find("a"), cache.find("b"), cache.find("c")) == (KEPT, other, None)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_a_changed_byte_counts_as_absent(at: int, change: int) -> None:
    """Wherever it stands: among the quads, or in what is told of the text."""
    with tempfile.TemporaryDirectory() as folder:
        cache = TextCache(Path(folder))
        cache.write(KEY, KEPT)
        path = Path(folder) / f"{KEY}.nq"
        data = bytearray(path.read_bytes())
        data[at % len(data)] ^= change
        path.write_bytes(data)
        assert cache.find(KEY) is None


@given(st.integers(min_value=0))
def test_a_torn_write_counts_as_absent(length: int) -> None:
    """Any part of the file from its beginning is nothing."""
    with tempfile.TemporaryDirectory() as folder:
        cache = TextCache(Path(folder))
        cache.write(KEY, KEPT)
        path = Path(folder) / f"{KEY}.nq"
        data = path.read_bytes()
        path.write_bytes(data[: length % len(data)])
        assert cache.find(KEY) is None


def test_what_no_key_leads_to_is_removed(tmp_path: Path) -> None:
    """Texts that changed or went leave nothing, nor does a write that was killed."""
    cache = TextCache(tmp_path)
    cache.remove_others({"a"})
    for key in ("a", "b", "c"):
        cache.write(key, KEPT)
    (tmp_path / ".unfinished").write_bytes(b"half a l")
    cache.remove_others({"a", "c", "never written"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.nq", "c.nq"}
    assert cache.find("a") == cache.find("c") == KEPT


def test_a_cache_that_was_never_written_has_nothing_to_remove(tmp_path: Path) -> None:
    """Removing from a folder that is not there does not make it."""
    TextCache(tmp_path / "texts").remove_others(set())
    assert list(tmp_path.iterdir()) == []
