"""Finding annotation files: <id>.ann.yaml, with the text beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import KgError, Place, Problem

SUFFIX = ".ann.yaml"
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


def text_id(path: Path) -> str:
    """Return the id of the text that the file at ``path`` annotates: its name before .ann.yaml."""
    name = path.name.removesuffix(SUFFIX)
    if name == path.name or not _ID.fullmatch(name):
        raise KgError(
            [
                Problem(
                    slug="bad-file-name",
                    sentence=f"the name {path.name!r} gives no id for a text",
                    place=Place(str(path), 1, 1),
                    hint=_what_to_call(path, name),
                )
            ]
        )
    return name


def _what_to_call(path: Path, name: str) -> str:
    if path.suffix == ".yaml" and name == path.name:
        return (
            "annotations end in .ann.yaml; to check reference data, give the folder of the corpus"
        )
    if path.suffix == ".txt":
        return f"the annotations of a text stand beside it, in {path.stem}{SUFFIX}: give that file"
    return (
        "call the text <id>.txt and its annotations <id>.ann.yaml; an id has small letters, "
        "digits, '.' and '-', such as 2023-10-26-us-jp-kr"
    )


def is_folder(path: Path) -> bool:
    """Tell whether ``path`` is a folder; a path that cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:  # a name too long, a folder above that may not be entered
        return False


def find_annotation_files(folder_or_file: Path) -> tuple[Path, ...]:
    """Return the annotation files at or below a path, sorted; no file is opened.

    Folders whose names begin with a dot are passed over. A link that leads out of the folder, a
    name that gives no id, and what is called like an annotation file and is none are problems.
    """
    if not is_folder(folder_or_file):
        if not _is_file(folder_or_file):
            raise KgError([_no_file(folder_or_file)])
        text_id(folder_or_file)
        return (folder_or_file,)
    problems: list[Problem] = []
    found: list[Path] = []
    top = folder_or_file.resolve()
    for path in _below(folder_or_file, problems):
        if path.is_symlink() and not path.resolve().is_relative_to(top):
            problems.append(_leads_outside(path))
        elif not path.name.endswith(SUFFIX):
            continue  # a link within the folder, to a folder that is walked anyway
        elif not _is_file(path):
            problems.append(_no_file(path))
        else:
            found.append(path)
    for path in found:
        try:
            text_id(path)
        except KgError as error:
            problems.extend(error.problems)
    if problems:
        raise KgError(problems)
    return tuple(sorted(found))


def _below(top: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield links to folders, and whatever is called like an annotation file."""

    def unreadable(error: OSError) -> None:
        sentence = f"this folder cannot be read: {error.strerror}"
        place = Place(str(error.filename), 1, 1)
        problems.append(Problem(slug="unreadable-file", sentence=sentence, place=place))

    for folder, folders, names in os.walk(top, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(names)):
            path = Path(folder) / name
            if name.endswith(SUFFIX) or (name in folders and path.is_symlink()):
                yield path


def find_all_annotation_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the annotation files at or below all ``paths``, each once, sorted by id of the text.

    Two files that annotate texts of one id are a problem: their graphs would have one name.
    """
    problems: list[Problem] = []
    found: dict[Path, Path] = {}
    for path in paths:
        try:
            found.update({file.resolve(): file for file in find_annotation_files(path)})
        except KgError as error:
            problems.extend(error.problems)
    by_id: dict[str, Path] = {}
    for file in sorted(found.values()):
        first = by_id.setdefault(text_id(file), file)
        if first is not file:
            problems.append(_same_id(file, first))
    if problems:
        raise KgError(problems)
    return tuple(by_id[id_] for id_ in sorted(by_id))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # as above
        return False


def _no_file(path: Path) -> Problem:
    what = "is a folder" if is_folder(path) else "is no regular file or does not exist"
    return Problem(
        slug="not-a-file",
        sentence=f"{path.name} {what}",
        place=Place(str(path), 1, 1),
        hint="give the path of a file that ends in .ann.yaml, or of a folder with such files",
    )


def _leads_outside(path: Path) -> Problem:
    return Problem(
        slug="link-leads-outside",
        sentence=f"the link {path.name} leads out of the folder",
        place=Place(str(path), 1, 1),
        hint="copy the file into the folder, or give its own folder as well",
    )


def _same_id(file: Path, first: Path) -> Problem:
    return Problem(
        slug="duplicate-text",
        sentence=f"two files annotate a text of the id {text_id(file)}",
        place=Place(str(file), 1, 1),
        hint=f"the other is {first}; rename one of them, with its text",
    )
