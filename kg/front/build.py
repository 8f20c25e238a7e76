"""What a build is: texts and reference data in, one graph with its findings out.

A build is a map over texts, then one sorted merge, then the rules. docs/build.md tells what it
leaves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg.annotations import read_annotated
from kg.errors import KgError, Problem
from kg.front.answers import all_answers_lead_somewhere, check_answers
from kg.front.corpora import annotation_files, read_reference_for, shown
from kg.front.lifting import LiftedText, Progress, lift_texts
from kg.front.manifest import compose_manifest
from kg.front.origins import all_origins_hold, check_origins
from kg.inference import infer
from kg.iris import FINDINGS_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH, text_graph
from kg.model.reference import Reference
from kg.quads import join_nquads, lift_ontology, lift_reference, to_nquads
from kg.resources import DATA
from kg.store import load
from kg.store.generations import check_out, locked, write_generation
from kg.store.text_cache import TextCache
from kg.vocab import BASE

_CACHE = "texts"
# What is told of an id that no record has, and that a bundled one may have.
_UNKNOWN = frozenset(
    {"unknown-actor", "unknown-grouping", "unknown-item", "unknown-norm", "unknown-place"}
)
_VERSION = ox.NamedNode("http://www.w3.org/2002/07/owl#versionInfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. ``lifted`` are the ids of the texts whose graphs were made anew.

    ``was_current`` tells that the build which stood there already is the very same; then nothing
    was written. ``quads`` counts those of each named graph by its IRI.
    """

    directory: Path
    texts: tuple[str, ...]
    lifted: tuple[str, ...]
    was_current: bool
    quads: Mapping[str, int]


def build(
    corpora: Sequence[Path | str] = (),
    out: Path | str = "build",
    *,
    bundled: bool = True,
    progress: Progress = lambda _done, _all: None,
) -> BuildReport:
    """Build the bundled data and ``corpora`` into the directory ``out``, and make it current.

    A corpus is a folder with texts/, and with actors/, items/ and instruments/ that add to the
    bundled ones; without ``bundled``, theirs are the only ones. Only texts that changed, or whose
    reference data did, are read again. Raises KgError with every problem; then nothing is written.
    ``progress`` is told after each text how many are done, and of how many.
    """
    own = tuple(map(Path, corpora))
    if not (bundled or own):
        raise ValueError("without the bundled data, there must be a corpus to build")
    paths, directory = ((DATA, *own) if bundled else own), Path(out)
    check_out(directory)
    reference = _read_reference(paths, bundled=bundled)
    problems: list[Problem] = []
    files = annotation_files(paths, problems)
    cache = TextCache(directory / _CACHE)
    texts = lift_texts(files, reference, cache, problems, progress)
    if problems:
        raise KgError(problems if bundled else map(_perhaps_bundled, problems))
    ontology = lift_ontology()
    parts = {
        ONTOLOGY_GRAPH: to_nquads(ontology),
        REFERENCE_GRAPH: to_nquads(lift_reference(reference)),
        **{text_graph(text.id): text.kept.nquads for text in texts},
    }
    store = load(parts.values())
    if not (all_answers_lead_somewhere(store) and all_origins_hold(store)):
        read = [read_annotated(file, reference, name=shown(file)) for file in files]
        raise KgError([*check_answers(read, all_read=True), *check_origins(read, all_read=True)])
    parts[FINDINGS_GRAPH] = to_nquads(infer(store))
    graph = join_nquads(line for part in parts.values() for line in part.split(b"\n"))
    counts = {name: part.count(b"\n") for name, part in parts.items()}
    manifest = compose_manifest(
        reference=reference,
        texts=texts,
        ontology_version=_version_of(ontology),
        graph=graph,
        counts=counts,
    )
    was_current = _write(directory, cache, texts, graph, manifest)
    return BuildReport(
        directory=directory,
        texts=tuple(text.id for text in texts),
        lifted=tuple(text.id for text in texts if text.is_new),
        was_current=was_current,
        quads=counts,
    )


def _read_reference(paths: Sequence[Path], *, bundled: bool) -> Reference:
    try:
        return read_reference_for(paths, bundled=bundled)
    except KgError as error:
        if bundled:
            raise
        raise KgError(map(_perhaps_bundled, error.problems)) from error


def _perhaps_bundled(problem: Problem) -> Problem:
    """Say of an unknown id that it may be a bundled one, where the bundled data are left out."""
    if problem.slug not in _UNKNOWN or (problem.hint or "").startswith("did you mean"):
        return problem
    hint = "a bundled one is left out by --no-bundled"
    hint = f"{problem.hint}; {hint}" if problem.hint else hint
    return replace(problem, hint=hint)


def _write(
    directory: Path,
    cache: TextCache,
    texts: Sequence[LiftedText],
    graph: bytes,
    manifest: bytes,
) -> bool:
    with locked(directory):
        # Before the generation: whatever cannot be written, what was current stays so.
        for text in texts:
            if text.is_new:
                cache.write(text.key, text.kept)
        was_current = write_generation(directory, graph, manifest)
        cache.remove_others({text.key for text in texts})
    return was_current


def _version_of(ontology: Sequence[ox.Quad]) -> str:
    core = ox.NamedNode(BASE + "core")
    return next(
        quad.object.value
        for quad in ontology
        if quad.subject == core
        and quad.predicate == _VERSION
        and isinstance(quad.object, ox.Literal)
    )
