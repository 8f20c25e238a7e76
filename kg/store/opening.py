"""Stores for reading, from what a build left; the Oxigraph directory is a cache and may be gone."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.store.generations import GRAPH_FILE, STORE_FOLDER, find_generation, read_manifest

# Up to here a graph is read into memory in less than a second, and questions that look at all of it
# are several times faster there than on disk.
MEMORY_BYTES: Final = 32 * 1024 * 1024


def load(nquads: Iterable[bytes]) -> ox.Store:
    """Return a store in memory that holds all of ``nquads``, each a run of whole lines."""
    store = ox.Store()
    store.bulk_load(input=b"".join(nquads), format=ox.RdfFormat.N_QUADS)
    return store


def open_store(directory: Path) -> ox.Store:
    """Open a build for reading: a build directory, one of its generations, or an N-Quads file.

    A small graph comes into memory, a large one is opened on disk, read-only. Where the Oxigraph
    directory is missing, damaged or of another version, the N-Quads take its place. KgError where
    there is no build, or where the N-Quads are not those of the manifest.
    """
    if directory.is_file():
        return load([_read(directory)])
    generation = find_generation(directory)
    graph = generation / GRAPH_FILE
    if _size(graph) > MEMORY_BYTES:
        store = _open_on_disk(generation / STORE_FOLDER)
        if store is not None:
            return store
    return load([read_graph(generation)])


def read_graph(generation: Path) -> bytes:
    """Return the N-Quads of a generation; KgError when they are not what the manifest says."""
    data = _read(generation / GRAPH_FILE)
    if sha256(data).hexdigest() != read_manifest(generation)["graph"]["sha256"]:
        raise _damaged(f"{GRAPH_FILE} is not what its manifest says")
    return data


def _open_on_disk(folder: Path) -> ox.Store | None:
    try:
        return ox.Store.read_only(str(folder))
    except (OSError, ValueError):
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise _damaged(f"{path.name} cannot be read: {error.strerror}") from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _damaged(f"{path.name} cannot be read: {error.strerror}") from error


def _damaged(sentence: str) -> KgError:
    hint = "run kg build again; it mends the build"
    return KgError([Problem(slug="build-damaged", sentence=sentence, hint=hint)])
