"""Options that commands share: which graph, what of it alone counts, how to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.front.graph import Graph

Command = Callable[..., Any]

_COUNTING = (
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


@dataclass(frozen=True, slots=True)
class Part:
    """What of a build alone counts, as it was given; false where everything does."""

    as_of: str | None
    according_to: tuple[str, ...]
    without: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.as_of or self.according_to or self.without)

    def open(self, directory: Path) -> Graph:
        """Open a build as far as it counts, and say to standard error what is left out of it."""
        from kg.front.graph import open_graph  # noqa: PLC0415  # keeps `kg --help` quick
        from kg.views.restriction import tell_restriction  # noqa: PLC0415  # as above

        graph = open_graph(directory)
        if not self:
            return graph
        actors = [each.strip() for given in self.according_to for each in given.split(",")]
        texts = [each.strip() for given in self.without for each in given.split(",")]
        restricted = graph.restrict(as_of=self.as_of, according_to=actors, without=texts)
        click.echo(tell_restriction(restricted.restriction), err=True)
        undated = graph.undated_texts() if self.as_of else ()
        if undated:
            click.echo(f"Left out for want of a day: {', '.join(undated)}.", err=True)
        return restricted


@dataclass(frozen=True, slots=True)
class Asked:
    """A build and what of it alone counts."""

    directory: Path
    part: Part

    def open(self) -> Graph:
        """Open it, as ``Part.open`` does."""
        return self.part.open(self.directory)


def counting(command: Command) -> Command:
    """Give a command the options of what alone counts; it takes them as ``part``."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> Any:  # noqa: ANN401  # what click hands on
        part = Part(given.pop("as_of", None), given.pop("according_to"), given.pop("without"))
        return command(*args, part=part, **given)

    return _with(_COUNTING, run)


def reading(
    *, by_days: bool = False, what: str = "The build to read."
) -> Callable[[Command], Command]:
    """Give a command the build to read and what of it alone counts; it takes both as ``asked``.

    ``by_days`` is for a command that goes by days itself, and has no ``--as-of``.
    """
    graph = click.option(
        "--graph",
        type=click.Path(path_type=Path),
        default=Path("build"),
        show_default=True,
        help=what,
    )

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(*args: Any, **given: Any) -> Any:  # noqa: ANN401  # what click hands on
            part = Part(given.pop("as_of", None), given.pop("according_to"), given.pop("without"))
            return command(*args, asked=Asked(given.pop("graph"), part), **given)

        return _with((graph, *_COUNTING[by_days:]), run)

    return decorate


def printing(*forms: str, what: str = "How to print them.") -> Callable[[Command], Command]:
    """Give a command ``--format``, of which the first form is the default, and ``--json``.

    The command takes what is chosen as ``form``.
    """
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice(forms),
            default=forms[0],
            show_default=True,
            help=what,
        ),
        click.option("--json", "as_json", is_flag=True, help="The same as --format json."),
    )

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(*args: Any, **given: Any) -> Any:  # noqa: ANN401  # what click hands on
            chosen, as_json = given.pop("form"), given.pop("as_json")
            return command(*args, form="json" if as_json else chosen, **given)

        return _with(options, run)

    return decorate


def _with(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    """Give a command options in their order."""
    for option in reversed(options):
        command = option(command)
    return command
