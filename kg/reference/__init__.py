"""Reference files → actors, groupings, items, instruments: read, checked, cross-checked."""

from kg.reference.reading import FOLDERS, read_bundled, read_reference

__all__ = ["FOLDERS", "read_bundled", "read_reference"]
