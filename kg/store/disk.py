"""The Oxigraph directory of a generation: a cache of its N-Quads, used only when it is whole."""

from __future__ import annotations

import gc
from pathlib import Path

import pyoxigraph as ox


def write_store(folder: Path, graph: Path) -> None:
    """Make the directory ``folder`` from the N-Quads file ``graph``."""
    # One bulk load is atomic and reaches the disk; loading graph by graph is neither.
    store = ox.Store(str(folder))
    try:
        store.bulk_load(path=str(graph), format=ox.RdfFormat.N_QUADS)
    finally:
        del store
        gc.collect()  # RocksDB lets go of the folder when the object dies


def find_store(folder: Path, quads: int) -> ox.Store | None:
    """Return the store in ``folder``, read-only, or None when it does not hold so many quads."""
    try:
        store = ox.Store.read_only(str(folder))
        # RocksDB opens a directory whose own manifest was cut short, and shows it empty.
        return store if len(store) == quads else None
    except (OSError, RuntimeError, ValueError):  # RuntimeError is what RocksDB calls corruption
        return None
