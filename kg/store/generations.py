"""Build directories: each build is a generation, made aside and made current by one rename.

A reader sees a whole build or none. What a directory holds is told in docs/build.md.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError, Problem
from kg.store.disk import find_store, write_store

FORMAT: Final = "arms-transfer-kg-build/1"
MARKER: Final = ".arms-transfer-kg"
CURRENT: Final = "current"
GRAPH_FILE: Final = "graph.nq"
MANIFEST_FILE: Final = "manifest.json"
STORE_FOLDER: Final = "store"

_GENERATIONS: Final = "generations"
_UNFINISHED: Final = ".unfinished-"


def find_generation(directory: Path) -> Path:
    """Return the folder of the current generation, or ``directory`` if it is a generation itself.

    The path leads past the ``current`` link, so that a later build does not change what is read.
    KgError when there is no build.
    """
    try:
        for folder in (directory, directory / CURRENT):
            if (folder / MANIFEST_FILE).is_file():
                return folder.resolve()
    except OSError as error:  # a name too long, a folder that may not be entered
        sentence = f"{directory} cannot be read: {error.strerror}"
        raise KgError([Problem(slug="unreadable-file", sentence=sentence)]) from error
    sentence = f"there is no build in {directory}"
    hint = f"make one with: kg build --out {directory}"
    raise KgError([Problem(slug="no-build", sentence=sentence, hint=hint)])


def read_manifest(directory: Path) -> dict[str, Any]:
    """Return the manifest of a build; KgError when there is none that this version can read."""
    path = find_generation(directory) / MANIFEST_FILE
    hint = "run kg build again"
    try:
        manifest = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        sentence = f"{MANIFEST_FILE} cannot be read"
        raise KgError([Problem(slug="build-damaged", sentence=sentence, hint=hint)]) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        sentence = f"this build was made by another version; this one reads {FORMAT}"
        raise KgError([Problem(slug="build-format", sentence=sentence, hint=hint)])
    return manifest


def check_out(out: Path) -> bool:
    """Tell whether ``out`` is a build directory; False when it is absent or empty.

    KgError when it holds something else, which a build would mix with its own files.
    """
    with _writing(out):
        if out.is_dir():
            if (out / MARKER).is_file():
                return True
            if not any(out.iterdir()):
                return False
        elif not out.exists():
            return False
    sentence = f"{out} exists and was not made by kg build"
    hint = "give --out a new or an empty folder"
    raise KgError([Problem(slug="not-a-build-directory", sentence=sentence, hint=hint)])


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Make ``out`` a build directory if it is none, and keep other builds out of it.

    KgError when another build is in progress there. The lock goes when the process does. What
    a killed build left unfinished is removed.
    """
    check_out(out)
    with _writing(out):
        out.mkdir(parents=True, exist_ok=True)
        marker = (out / MARKER).open("ab")
    with marker:
        try:
            fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            sentence = f"another build is in progress in {out}"
            hint = "wait until it has ended, or give another --out"
            problem = Problem(slug="build-in-progress", sentence=sentence, hint=hint)
            raise KgError([problem]) from error
        with _writing(out):
            _remove_leftovers(out)
            yield


def write_generation(out: Path, graph: bytes, manifest: bytes) -> bool:
    """Make the generation of ``manifest`` current; True when it was so already, and whole.

    Call it under ``locked``. When it fails, what was current stays current and nothing is left.
    """
    with _writing(out):
        return _write_generation(out, graph, manifest)


def _write_generation(out: Path, graph: bytes, manifest: bytes) -> bool:
    name = sha256(manifest).hexdigest()[:16]
    generations = out / _GENERATIONS
    generations.mkdir(exist_ok=True)
    target = generations / name
    before = _linked(out)
    is_written = _is_written(target, graph, manifest)
    is_whole = is_written and find_store(target / STORE_FOLDER, graph.count(b"\n")) is not None
    if before == name and is_whole:
        return True
    if not is_written:
        _make(target, graph, manifest)
    elif not is_whole:
        _mend(target)
    _link(out, name)
    for old in generations.iterdir():
        if old.name not in {name, before}:
            shutil.rmtree(old, ignore_errors=True)
    return False


def _make(target: Path, graph: bytes, manifest: bytes) -> None:
    unfinished = target.with_name(f"{_UNFINISHED}{target.name}")
    try:
        unfinished.mkdir()
        _write_durably(unfinished / GRAPH_FILE, graph)
        _write_durably(unfinished / MANIFEST_FILE, manifest)
        write_store(unfinished / STORE_FOLDER, unfinished / GRAPH_FILE)
        _sync_folder(unfinished)
        if target.exists():  # a damaged generation; nothing in it is worth keeping
            target.rename(target.with_name(f"{_UNFINISHED}old-{target.name}"))
        unfinished.rename(target)
        _sync_folder(target.parent)
    finally:
        for left in target.parent.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)


def _mend(target: Path) -> None:
    """Make the store of a generation anew; whoever reads meanwhile takes the N-Quads."""
    fresh, old = (target / f"{_UNFINISHED}{name}" for name in (STORE_FOLDER, "old"))
    try:
        write_store(fresh, target / GRAPH_FILE)
        if (target / STORE_FOLDER).exists():
            (target / STORE_FOLDER).rename(old)
        fresh.rename(target / STORE_FOLDER)
        _sync_folder(target)
    finally:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)


def _is_written(generation: Path, graph: bytes, manifest: bytes) -> bool:
    try:
        return (generation / MANIFEST_FILE).read_bytes() == manifest and (
            generation / GRAPH_FILE
        ).read_bytes() == graph
    except OSError:
        return False


def _linked(out: Path) -> str | None:
    try:
        return (out / CURRENT).readlink().name
    except OSError:
        return None


def _link(out: Path, name: str) -> None:
    link = out / f"{_UNFINISHED}{CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(_GENERATIONS) / name, target_is_directory=True)
    link.replace(out / CURRENT)
    _sync_folder(out)


def _remove_leftovers(out: Path) -> None:
    places = (out, out / _GENERATIONS, *(out / _GENERATIONS).glob("*"))
    for left in (left for place in places for left in place.glob(f"{_UNFINISHED}*")):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _write_durably(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot; the rename holds all the same
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """Say it plainly when the disk is full or the folder cannot be written."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error).splitlines()[0]
        sentence = f"{out} cannot be written: {why}"
        hint = "what was built there before is untouched; free some space or give another --out"
        problem = Problem(slug="cannot-write", sentence=sentence, hint=hint)
        raise KgError([problem]) from error
