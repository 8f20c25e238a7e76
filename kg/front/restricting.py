"""A graph of which a part alone counts: what was out by a day, what some say, without a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.inference import restrict
from kg.model.restriction import Restriction
from kg.queries.known import ParameterKind, check_values

if TYPE_CHECKING:
    from kg.front.graph import Graph


def restrict_graph(
    graph: Graph,
    *,
    as_of: date | str | None = None,
    according_to: Iterable[str] = (),
    without: Iterable[str] = (),
) -> Graph:
    """Return ``graph`` as it stands when a part of it alone counts; ``graph`` stays as it is.

    Raises KgError with every id that the graph does not have, for a day that is none, and where
    nobody is left whose words count.
    """
    actors, texts = frozenset(according_to), frozenset(without)
    day = str(as_of) if as_of else None
    check_values(
        graph.store,
        [
            (ParameterKind.DATE, day, "as-of"),
            *((ParameterKind.ACTOR, each, "actor") for each in sorted(actors)),
            *((ParameterKind.TEXT, each, "text") for each in sorted(texts)),
        ],
    )
    wanted = Restriction(
        as_of=date.fromisoformat(day) if day else None, according_to=actors, without=texts
    )
    both = _both(graph.restriction, wanted)
    # What all of them say counts, and no more: so the whole of it is told by what is left of both.
    store = restrict(graph.store, replace(wanted, according_to=both.according_to))
    return replace(graph, store=store, restriction=both)


@contextmanager
def source_of(graph: Graph) -> Iterator[Path]:
    """Give the files that hold what counts of ``graph`` and no more, as long as they are needed."""
    if not graph.restriction:
        yield graph.generation
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        graph.store.dump(str(path), format=ox.RdfFormat.N_QUADS)
        yield path


def _both(first: Restriction, second: Restriction) -> Restriction:
    days = [day for day in (first.as_of, second.as_of) if day is not None]
    theirs = [each for each in (first.according_to, second.according_to) if each]
    if len(theirs) > 1 and theirs[0].isdisjoint(theirs[1]):
        counting, asked = (", ".join(sorted(each)) for each in theirs)
        sentence = f"what {asked} says does not count here: it is left to {counting} alone"
        hint = "begin from the whole graph, or give one of those who are left"
        raise KgError([Problem(slug="nobody-left", sentence=sentence, hint=hint)])
    return Restriction(
        as_of=min(days, default=None),
        according_to=frozenset.intersection(*theirs) if theirs else frozenset(),
        without=first.without | second.without,
    )
