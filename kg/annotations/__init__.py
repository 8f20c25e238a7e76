"""Stand-off annotation files → model values, every quote anchored."""

from kg.annotations.files import (
    find_all_annotation_files,
    find_annotation_files,
    is_folder,
    text_id,
)
from kg.annotations.native.reader import read_annotated

__all__ = [
    "find_all_annotation_files",
    "find_annotation_files",
    "is_folder",
    "read_annotated",
    "text_id",
]
