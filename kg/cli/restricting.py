"""Options that several commands share: which part of the graph alone counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.front.graph import Graph

_OPTIONS = (
    click.option(
        "--as-of",
        metavar="DATE",
        help="Only texts known to be out by this day, and norms as fixed by then.",
    ),
    click.option(
        "--according-to",
        multiple=True,
        metavar="ID[,ID]",
        help="Only what these actors say, such as US,JP. May be given several times.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="TEXT",
        help="Leave a text aside. May be given several times.",
    ),
)


def restricting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options ``as_of``, ``according_to`` and ``without``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def leaving_aside(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options ``according_to`` and ``without``, where it goes by days itself."""
    for option in reversed(_OPTIONS[1:]):
        command = option(command)
    return command


def open_restricted(
    directory: Path, as_of: str | None, according_to: tuple[str, ...], without: tuple[str, ...]
) -> Graph:
    """Open a build as far as it counts, and say to standard error what is left out of it."""
    from kg.front.graph import open_graph  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.restriction import tell_restriction  # noqa: PLC0415

    graph = open_graph(directory)
    if not (as_of or according_to or without):
        return graph
    actors = [each.strip() for given in according_to for each in given.split(",")]
    texts = [each.strip() for given in without for each in given.split(",")]
    restricted = graph.restrict(as_of=as_of, according_to=actors, without=texts)
    click.echo(tell_restriction(restricted.restriction), err=True)
    undated = graph.undated_texts() if as_of else ()
    if undated:
        click.echo(
            f"Left out for want of a day: {', '.join(undated)}.",
            err=True,
        )
    return restricted
