"""Where quads live: a build directory on disk, a store in memory, a worker process."""

from kg.store.opening import load, open_store

__all__ = ["load", "open_store"]
