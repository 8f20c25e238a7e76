"""The N-Quads of each text: lifted anew, or as they were where nothing they depend on has changed.

A text's graph is a function of its bytes, its annotations, the reference data and this program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from kg.annotations import read_annotated, text_id
from kg.errors import KgError, Problem
from kg.front.corpora import shown
from kg.marked import read_bytes
from kg.model.reference import Reference
from kg.quads import lift_annotated, to_nquads
from kg.store.text_cache import Kept, TextCache

_PACKAGE = Path(__file__).resolve().parent.parent

# Told after each text: how many are done, and how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftedText:
    """One text's graph. ``kept`` is under ``key`` in the cache unless ``is_new``."""

    id: str
    annotations_sha256: str
    key: str
    kept: Kept
    is_new: bool


def lift_texts(
    files: Sequence[Path],
    reference: Reference,
    cache: TextCache,
    problems: list[Problem],
    progress: Progress,
) -> tuple[LiftedText, ...]:
    """Return the graph of each annotation file's text; what is wrong with one is added instead."""
    lifted: list[LiftedText] = []
    for number, file in enumerate(files, 1):
        try:
            lifted.append(_lift(file, reference, cache))
        except KgError as error:
            problems.extend(error.problems)
        progress(number, len(files))
    return tuple(lifted)


def _lift(file: Path, reference: Reference, cache: TextCache) -> LiftedText:
    digest = sha256(read_bytes(file, shown(file))).hexdigest()
    key = _key(text_id(file), digest, reference.digest)
    kept = cache.find(key)
    is_new = kept is None or not _is_still(kept, file.parent)
    if kept is None or is_new:
        annotated = read_annotated(file, reference, name=shown(file))
        digest, key = annotated.digest, _key(text_id(file), annotated.digest, reference.digest)
        kept = Kept(
            nquads=to_nquads(lift_annotated(annotated)),
            text_file=annotated.text.file or "",
            text_sha256=annotated.text.sha256,
        )
    return LiftedText(
        id=text_id(file), annotations_sha256=digest, key=key, kept=kept, is_new=is_new
    )


def _is_still(kept: Kept, folder: Path) -> bool:
    """Tell whether the text has the bytes that were annotated; reading says what it has instead."""
    try:
        data = read_bytes(folder / kept.text_file, kept.text_file)
    except KgError:
        return False
    return sha256(data).hexdigest() == kept.text_sha256


def _key(text: str, annotations: str, reference: str) -> str:
    return sha256(f"{text}\n{annotations}\n{reference}\n{_program()}".encode()).hexdigest()


@cache
def _program() -> str:
    """Return a digest of this package's own source, so that a changed program lifts anew."""
    total = sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        total.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
