"""Reference files → actors, groupings, items, instruments: read, checked, cross-checked."""

from kg.reference.reading import read_bundled, read_reference

__all__ = ["read_bundled", "read_reference"]
