"""A graph day by day: at which dates the picture changed, and how."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.queries.known import ParameterKind, check_values
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
    first, last = (None if day is None else str(day) for day in (since, until))
    check_values(
        graph.store,
        (
            (ParameterKind.DATE, first, "since"),
            (ParameterKind.DATE, last, "until"),
            (ParameterKind.ACTOR, asked.actor, "actor"),
            (ParameterKind.NORM, asked.norm, "norm"),
            (ParameterKind.TEXT, asked.text, "text"),
            (ParameterKind.ACTOR, asked.supplier, "supplier"),
            (ParameterKind.ACTOR, asked.recipient, "recipient"),
        ),
    )
    return tuple(narrow_steps(replay(graph.store, since=first, until=last), asked))
