"""What a check is: reference data, annotations, anchors and shapes, with every problem told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.annotations import read_annotated
from kg.errors import KgError, Problem
from kg.front.answers import check_answers
from kg.front.corpora import annotation_files, read_reference_for, shown
from kg.front.origins import check_origins
from kg.model.annotated import AnnotatedText
from kg.model.reference import Reference
from kg.resources import DATA
from kg.vocab import Ata

if TYPE_CHECKING:
    import pyoxigraph as ox


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was read and found to be without problems."""

    texts: tuple[AnnotatedText, ...]
    reference: Reference

    @property
    def summary(self) -> str:
        claims = [claim for text in self.texts for claim in text.claims]
        quotes = sum(len(claim.said) for claim in claims)
        for text in self.texts:
            quotes += sum(len(citation.cited_as) for citation in text.norm_citations)
            quotes += sum(release.quote is not None for release in text.document.released_by)
        counted = ((len(self.texts), "text"), (len(claims), "claim"), (quotes, "quote"))
        return ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counted)


def check(paths: Sequence[Path] = (), *, shapes: bool = True) -> Checked:
    """Check every annotation file at or below ``paths``, the bundled data where there are none.

    Actors, items and norms are those of the bundled data, with those of the folders to which the
    paths belong. ``shapes`` tells whether the graph that comes of it is held to the SHACL shapes
    too. Raises one KgError with all problems.
    """
    paths = tuple(paths) or (DATA,)
    reference = read_reference_for(paths)
    problems: list[Problem] = []
    texts: list[AnnotatedText] = []
    for file in annotation_files(paths, problems):
        try:
            texts.append(read_annotated(file, reference, name=shown(file)))
        except KgError as error:
            problems.extend(error.problems)
    problems.extend(check_answers(texts, all_read=False))
    problems.extend(check_origins(texts, all_read=False))
    if shapes and not problems:
        problems.extend(_shape_problems(texts, reference))
    if problems:
        raise KgError(problems)
    return Checked(texts=tuple(texts), reference=reference)


def _shape_problems(texts: Sequence[AnnotatedText], reference: Reference) -> tuple[Problem, ...]:
    from kg.quads import lift_annotated, lift_reference  # noqa: PLC0415  # loads the engine
    from kg.quads.shapes import validate  # noqa: PLC0415  # loads rdflib and pySHACL

    graph: list[ox.Quad] = [*lift_reference(reference)]
    places = dict(reference.places)
    for text in texts:
        # What answers what is for `check_answers`: a text that is not read here is not judged.
        graph.extend(quad for quad in lift_annotated(text) if quad.predicate.value != Ata.answers)
        places.update(text.places)
    return validate(graph, places)
