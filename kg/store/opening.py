"""Stores for reading, from what a build left; the Oxigraph directory is a cache and may be gone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.store.disk import find_store
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
    if os.path.isfile(directory):  # noqa: PTH113  # False for a path that cannot be looked at
        return _load_file(directory)
    generation = find_generation(directory)
    if _size(generation / GRAPH_FILE) > MEMORY_BYTES:
        quads = read_manifest(generation)["graph"]["quads"]
        store = find_store(generation / STORE_FOLDER, quads)
        if store is not None:
            return store
    return load([read_graph(generation)])


def read_graph(generation: Path) -> bytes:
    """Return the N-Quads of a generation; KgError when they are not what the manifest says."""
    data = _read(generation / GRAPH_FILE)
    if sha256(data).hexdigest() != read_manifest(generation)["graph"]["sha256"]:
        raise _damaged(f"{GRAPH_FILE} is not what its manifest says")
    return data


def _load_file(path: Path) -> ox.Store:
    try:
        return load([_read(path)])
    except SyntaxError as error:
        raise _damaged(f"{path.name} is not N-Quads: {error.msg}") from error


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
