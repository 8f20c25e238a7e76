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
from kg.queries.known import ParameterKind, find_term, read_day

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

    Raises KgError with every id that the graph does not have, and for a day that is none.
    """
    problems: list[Problem] = []
    actors, texts = frozenset(according_to), frozenset(without)
    day = as_of if isinstance(as_of, date) else _day(as_of, problems)
    _look_up(graph.store, ParameterKind.ACTOR, actors, problems)
    _look_up(graph.store, ParameterKind.TEXT, texts, problems)
    if problems:
        raise KgError(problems)
    wanted = Restriction(as_of=day, according_to=actors, without=texts)
    store = restrict(graph.store, wanted)
    return replace(graph, store=store, restriction=_both(graph.restriction, wanted))


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


def _day(as_of: str | None, problems: list[Problem]) -> date | None:
    try:
        return None if as_of is None else read_day(as_of, "as-of")
    except KgError as error:
        problems.extend(error.problems)
        return None


def _look_up(
    store: ox.Store, kind: ParameterKind, values: Iterable[str], problems: list[Problem]
) -> None:
    for value in sorted(values):
        try:
            find_term(store, kind, value, kind.value)
        except KgError as error:
            problems.extend(error.problems)


def _both(first: Restriction, second: Restriction) -> Restriction:
    days = [day for day in (first.as_of, second.as_of) if day is not None]
    theirs = [each for each in (first.according_to, second.according_to) if each]
    return Restriction(
        as_of=min(days, default=None),
        according_to=frozenset.intersection(*theirs) if theirs else frozenset(),
        without=first.without | second.without,
    )
