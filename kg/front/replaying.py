"""A graph day by day: at which dates the picture changed, and how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import KgError, Problem
from kg.queries.known import ParameterKind, find_term, read_day
from kg.queries.narrowing_steps import Asked, narrow_steps
from kg.queries.replay import replay
from kg.queries.steps import Step

if TYPE_CHECKING:
    from kg.front.graph import Graph


def replay_graph(
    graph: Graph, *, since: date | str | None, until: date | str | None, asked: Asked
) -> tuple[Step, ...]:
    """Return the days from ``since`` to ``until`` on which what is asked about changed.

    Raises KgError with every id that the graph does not have, and for a day that is none.
    """
    problems: list[Problem] = []
    days = [_day(given, name, problems) for given, name in ((since, "since"), (until, "until"))]
    known: Iterable[tuple[ParameterKind, str | None]] = (
        (ParameterKind.ACTOR, asked.actor),
        (ParameterKind.NORM, asked.norm),
        (ParameterKind.TEXT, asked.text),
        (ParameterKind.ACTOR, asked.supplier),
        (ParameterKind.ACTOR, asked.recipient),
    )
    for kind, value in known:
        if value is not None:
            try:
                find_term(graph.store, kind, value, kind.value)
            except KgError as error:
                problems.extend(error.problems)
    if problems:
        raise KgError(problems)
    return tuple(narrow_steps(replay(graph.store, since=days[0], until=days[1]), asked))


def _day(given: date | str | None, called: str, problems: list[Problem]) -> str | None:
    if given is None:
        return None
    if isinstance(given, date):
        return given.isoformat()
    try:
        return read_day(given, called).isoformat()
    except KgError as error:
        problems.extend(error.problems)
        return None
