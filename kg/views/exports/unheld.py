"""Which statements of a graph an export does not hold: all that it is not said to hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox

from kg.inference import prefixes
from kg.model.exports import IN_WHICH_GRAPH, Loss, LossKind
from kg.quads.terms import RDF_TYPE, RDFS, XSD, word_of
from kg.vocab import Ata

# Classes that stand above the one that says most; see docs/graph.md.
_ABOVE: Final = frozenset({Ata.Actor, Ata.Proposition, Ata.Finding})
_NO_CLASS: Final = RDFS + "Resource"


@dataclass(frozen=True, slots=True)
class Held:
    """Which properties of a class an export holds, of records that it writes.

    ``up`` is how many steps of its IRI lead from a record to the one in whose row it is written:
    none where it has a row of its own, 1 from …/finding/1f/period to …/finding/1f.
    """

    properties: AbstractSet[str]
    up: int = 0


# Of each class, what is held.
Holding = Mapping[str, Held]


def split(
    quads: Iterable[ox.Quad], holding: Holding, written: AbstractSet[str]
) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """Return what is held and what is not; ``written`` are IRIs of records that have rows."""
    every = list(quads)
    classes = _classes(every)
    held: list[ox.Quad] = []
    lost: list[ox.Quad] = []
    for quad in every:
        subject = word_of(quad.subject)
        kinds = classes[subject]
        is_held = any(
            quad.predicate.value in holding[kind].properties
            and _above(subject, holding[kind].up) in written
            for kind in kinds
            if kind in holding
        )
        (held if is_held else lost).append(quad)
    return held, lost


def losses_of(
    quads: Iterable[ox.Quad], holding: Holding, written: AbstractSet[str]
) -> tuple[Loss, ...]:
    """Return what is not held: graphs and literals, records by class, properties of others."""
    every = list(quads)
    held, lost = split(every, holding, written)
    classes, there = _classes(every), {word_of(quad.subject) for quad in held}
    records: defaultdict[str, list[str]] = defaultdict(list)
    properties: Counter[tuple[str, str]] = Counter()
    for quad in lost:
        subject = word_of(quad.subject)
        kind = _most_telling(classes[subject])
        if subject in there:
            properties[kind, quad.predicate.value] += 1
        else:
            records[kind].append(subject)
    return (
        *_about_all(held),
        *(_records(kind, subjects) for kind, subjects in sorted(records.items())),
        *(_property(kind, name, count) for (kind, name), count in sorted(properties.items())),
    )


def _classes(quads: Iterable[ox.Quad]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == RDF_TYPE:
            found[word_of(quad.subject)].add(word_of(quad.object))
    return found


def _most_telling(classes: AbstractSet[str]) -> str:
    return min(classes - _ABOVE or classes, default=_NO_CLASS)


def _above(iri: str, steps: int) -> str:
    return iri.rsplit("/", steps)[0] if steps else iri


def _about_all(held: list[ox.Quad]) -> list[Loss]:
    """Return what is gone of statements that are held: their graphs, and what literals are."""
    graphs = {str(quad.graph_name) for quad in held}
    literals = {quad.object for quad in held if isinstance(quad.object, ox.Literal)}
    typed = [each for each in literals if each.language or each.datatype.value != XSD + "string"]
    return [
        Loss(
            kind=LossKind.GRAPHS,
            what=IN_WHICH_GRAPH,
            count=len(graphs),
        ),
        Loss(kind=LossKind.LITERALS, what="languages and datatypes", count=len(typed)),
    ]


def _records(kind: str, subjects: list[str]) -> Loss:
    """Return the loss of records, of which ``subjects`` has one for each statement."""
    count, statements = len(set(subjects)), len(subjects)
    return Loss(kind=LossKind.RECORDS, what=_short(kind), count=count, statements=statements)


def _property(kind: str, name: str, count: int) -> Loss:
    what = f"{_short(kind)} {_short(name)}"
    return Loss(kind=LossKind.PROPERTY, what=what, count=count, statements=count)


@cache
def _short(iri: str) -> str:
    """Return an IRI with the longest prefix that it begins with."""
    bound = sorted(prefixes().items(), key=lambda each: (-len(each[1]), each))
    for name, begins in bound:
        if iri.startswith(begins):
            return f"{name}:{iri.removeprefix(begins)}"
    return iri
