"""Synthetic corpora of our shape, of any size: files to build from, and values or quads to measure.

The text of a number is the same in every corpus of the same seed, so that a corpus of 1,000 texts
begins with that of 100.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.annotated import annotated_text, annotation_file
from benchmarks.composed import compose
from benchmarks.reference_files import write_reference
from benchmarks.world import World, invent_world
from kg.model.annotated import AnnotatedText
from kg.quads import lift_annotated, lift_ontology, lift_reference, to_nquads


def write_corpus(folder: Path, texts: int, seed: int = 0) -> World:
    """Write ``texts`` annotated texts and the reference data they need under ``folder``."""
    world = invent_world(seed)
    write_reference(folder, world)
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for number in range(1, texts + 1):
        composed = compose(world, number, seed)
        path = folder / "texts" / f"{composed.id}.txt"
        path.write_text(composed.characters, encoding="utf-8", newline="\n")
        annotations = annotation_file(composed, world)
        path.with_suffix(".ann.yaml").write_text(annotations, encoding="utf-8", newline="\n")
    return world


def annotated_texts(texts: int, seed: int = 0) -> Iterator[AnnotatedText]:
    """Yield the values that reading a corpus gives, without any file: for the large sizes."""
    world = invent_world(seed)
    for number in range(1, texts + 1):
        yield annotated_text(compose(world, number, seed), world)


def synthetic_nquads(texts: int, seed: int = 0) -> Iterator[bytes]:
    """Yield the N-Quads of a corpus without findings: what is fixed, then text by text.

    Nothing is held back, so that any size goes through; each part is sorted, the whole is not.
    """
    yield to_nquads(lift_ontology())
    yield to_nquads(lift_reference(invent_world(seed).reference()))
    for annotated in annotated_texts(texts, seed):
        yield to_nquads(lift_annotated(annotated))
