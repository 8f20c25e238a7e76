"""Opening a build: the Oxigraph directory is a cache, and the N-Quads are what counts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError, Problem
from kg.store import load, open_store, opening
from kg.store.generations import find_generation
from kg.store.opening import read_graph
from tests.store.small_builds import EX, GRAPH, files_below, graph_of, write

QUADS = set(ox.parse(input=GRAPH, format=ox.RdfFormat.N_QUADS))
ANYTHING = ox.Quad(ox.NamedNode(EX), ox.NamedNode(EX), ox.NamedNode(EX))


@pytest.fixture
def generation(tmp_path: Path) -> Path:
    """Return a generation of a build that a test may spoil."""
    write(tmp_path / "build", GRAPH)
    return find_generation(tmp_path / "build")


@pytest.fixture
def every_graph_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MEMORY_BYTES", 0)


def problem_of(source: Path) -> Problem:
    """Return the one problem with which opening ends."""
    with pytest.raises(KgError) as raised:
        open_store(source)
    (problem,) = raised.value.problems
    return problem


def is_on_disk(store: ox.Store) -> bool:
    """Tell whether ``store`` is an Oxigraph directory opened for reading: that takes no quad."""
    try:
        store.add(ANYTHING)
    except RuntimeError:
        return True
    store.remove(ANYTHING)
    return False


def test_a_store_holds_all_that_is_loaded() -> None:
    """Runs of lines are put together, a quad that stands in two of them once."""
    store = load([GRAPH, b"", graph_of("later"), GRAPH])
    later = set(ox.parse(input=graph_of("later"), format=ox.RdfFormat.N_QUADS))
    assert set(store) == QUADS | later
    assert set(load([])) == set()


def test_a_small_graph_comes_into_memory(generation: Path) -> None:
    """It is read from its N-Quads, whatever became of the Oxigraph directory."""
    shutil.rmtree(generation / "store")
    store = open_store(generation)
    assert not is_on_disk(store)
    assert set(store) == QUADS


@pytest.mark.usefixtures("every_graph_is_large")
def test_a_large_graph_comes_from_disk(generation: Path) -> None:
    """It holds the same quads, takes no other, and opening leaves every file as it was."""
    before = files_below(generation)
    store = open_store(generation)
    assert is_on_disk(store)
    assert set(store) == QUADS
    assert files_below(generation) == before


def test_the_limit_is_the_size_of_the_n_quads(
    generation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to the limit a graph is small, past it large."""
    monkeypatch.setattr(opening, "MEMORY_BYTES", len(GRAPH))
    assert not is_on_disk(open_store(generation))
    monkeypatch.setattr(opening, "MEMORY_BYTES", len(GRAPH) - 1)
    assert is_on_disk(open_store(generation))


@pytest.mark.usefixtures("every_graph_is_large")
def test_several_readers_open_a_large_graph_at_once(generation: Path) -> None:
    """Reading takes no lock."""
    first, second = open_store(generation), open_store(generation)
    assert is_on_disk(first)
    assert is_on_disk(second)
    assert set(first) == set(second) == QUADS


def _cut_short(pattern: str, length: int) -> Callable[[Path], None]:
    def cut(store: Path) -> None:
        found = sorted(store.glob(pattern))
        assert found
        for path in found:
            path.write_bytes(path.read_bytes()[:length])

    return cut


def _replace_by_folder_with_thesis(store: Path) -> None:
    shutil.rmtree(store)
    store.mkdir()
    (store / "thesis.txt").write_text("On the arms trade")


def _replace_by_file(store: Path) -> None:
    shutil.rmtree(store)
    store.write_text("On the arms trade")


def _replace_by_store_of_another_graph(store: Path) -> None:
    shutil.rmtree(store)
    other = ox.Store(str(store))
    other.add(ANYTHING)
    other.flush()


def _remove_tables(store: Path) -> None:
    for path in store.glob("*.sst"):
        path.unlink()


def _turn_a_byte(store: Path) -> None:
    for path in store.glob("*.sst"):
        data = bytearray(path.read_bytes())
        data[len(data) // 4] ^= 0xFF
        path.write_bytes(data)


SPOILS = {
    "missing": shutil.rmtree,
    "a file": _replace_by_file,
    "a folder with a thesis": _replace_by_folder_with_thesis,
    "of another graph": _replace_by_store_of_another_graph,
    "without its tables": _remove_tables,
    "with tables cut short": _cut_short("*.sst", 600),
    "with empty tables": _cut_short("*.sst", 0),
    "with a byte turned": _turn_a_byte,
    "with an empty CURRENT": _cut_short("CURRENT", 0),
    "with half of a CURRENT": _cut_short("CURRENT", 8),
    "with an empty manifest of its own": _cut_short("MANIFEST-*", 0),
    "with half of a manifest of its own": _cut_short("MANIFEST-*", 1_200),
    "with the head of a manifest of its own": _cut_short("MANIFEST-*", 60),
}


@pytest.mark.usefixtures("every_graph_is_large")
@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_the_n_quads_take_the_place_of_a_spoilt_store(
    generation: Path, spoil: Callable[[Path], None]
) -> None:
    """Missing, damaged or foreign: every quad is there all the same, and no other."""
    spoil(generation / "store")
    store = open_store(generation)
    assert set(store) == QUADS
    assert not is_on_disk(store)


@pytest.mark.parametrize(
    "spoilt", [GRAPH[:-1], GRAPH + graph_of("more"), b"", graph_of("another"), GRAPH[1:]]
)
def test_n_quads_that_are_not_the_manifests_are_damage(generation: Path, spoilt: bytes) -> None:
    """A quad more or less, or a byte, and nothing is read; building again mends it."""
    (generation / "graph.nq").write_bytes(spoilt)
    problem = problem_of(generation)
    assert problem.slug == "build-damaged"
    assert problem.sentence == "graph.nq is not what its manifest says"
    assert problem.hint == "run kg build again; it mends the build"
    out = generation.parent.parent
    write(out, GRAPH)
    assert set(open_store(out)) == QUADS


def test_missing_n_quads_are_damage(generation: Path) -> None:
    """The store alone is not trusted, since it is a cache of what is gone."""
    (generation / "graph.nq").unlink()
    problem = problem_of(generation)
    assert problem.slug == "build-damaged"
    assert problem.sentence == "graph.nq cannot be read: No such file or directory"


@pytest.mark.usefixtures("every_graph_is_large")
def test_damage_of_both_is_told(generation: Path) -> None:
    """Where the store is gone too, nothing is guessed."""
    shutil.rmtree(generation / "store")
    (generation / "graph.nq").write_bytes(GRAPH[:-1])
    assert problem_of(generation).slug == "build-damaged"


def test_the_n_quads_of_a_generation_are_read_as_bytes(generation: Path) -> None:
    """They are the artefact, byte for byte."""
    assert read_graph(generation) == GRAPH


def test_an_n_quads_file_is_opened_as_it_is(generation: Path) -> None:
    """A file alone has no manifest and needs none."""
    alone = generation.with_name("alone.nq")
    shutil.copy(generation / "graph.nq", alone)
    assert set(open_store(alone)) == QUADS


def test_a_file_that_is_no_n_quads_is_said(tmp_path: Path) -> None:
    """The message names the file and what the engine met."""
    (tmp_path / "thesis.txt").write_text("On the arms trade")
    problem = problem_of(tmp_path / "thesis.txt")
    assert problem.slug == "build-damaged"
    assert problem.sentence.startswith("thesis.txt is not N-Quads: ")


def test_an_empty_folder_is_no_build(tmp_path: Path) -> None:
    """Opening says so, and makes nothing in it."""
    assert problem_of(tmp_path).slug == "no-build"
    assert list(tmp_path.iterdir()) == []
