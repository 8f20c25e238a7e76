"""Which files the corpora that somebody names are made of, and what messages call them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kg.annotations import find_all_annotation_files, find_annotation_files, is_folder
from kg.errors import KgError, Place, Problem
from kg.model.reference import Reference
from kg.reference import FOLDERS, read_reference
from kg.resources import DATA


def shown(path: Path) -> str:
    """Return what messages call ``path``: from the current folder on where it lies below that."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links
    here = Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else path)


def reference_folders(paths: Sequence[Path], *, bundled: bool = True) -> tuple[Path, ...]:
    """Return the folders of reference data: the bundled one, then those to which ``paths`` belong.

    Without ``bundled``, only the latter.

    A corpus holds actors/, items/ or instruments/ beside texts/. It is found from itself, from its
    folder texts/, and from a file in that.
    """
    folders = {DATA.resolve(): DATA} if bundled else {}
    for path in paths:
        folder = path if is_folder(path) else path.parent
        for candidate in (folder, folder.resolve().parent if folder.name == "texts" else folder):
            if _holds_reference(candidate):
                folders.setdefault(candidate.resolve(), candidate)
    return tuple(folders.values())


def read_reference_for(paths: Sequence[Path], *, bundled: bool = True) -> Reference:
    """Return the bundled reference data with that of the corpora to which ``paths`` belong."""
    folders = reference_folders(paths, bundled=bundled)
    return read_reference(folders, names=[shown(folder) for folder in folders])


def annotation_files(paths: Sequence[Path], problems: list[Problem]) -> tuple[Path, ...]:
    """Return the annotation files at or below ``paths``, sorted by text; what is wrong is added."""
    try:
        files = find_all_annotation_files(paths)
    except KgError as error:
        problems.extend(error.problems)
        return ()
    problems.extend(
        Problem(
            slug="nothing-to-check",
            sentence="this folder holds no annotation file",
            place=Place(shown(path), 1, 1),
            hint="annotation files end in .ann.yaml",
        )
        for path in paths
        if is_folder(path) and not find_annotation_files(path) and not _holds_reference(path)
    )
    return files


def _holds_reference(folder: Path) -> bool:
    return any(is_folder(folder / name) for name in FOLDERS)
