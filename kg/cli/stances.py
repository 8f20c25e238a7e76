"""``kg stances``: who affirms and who denies what, as time goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import Asked, printing, reading

if TYPE_CHECKING:
    from kg.front.graph import Graph


@click.command()
@click.argument("claim", metavar="[CLAIM]", required=False)
@click.option(
    "--values",
    is_flag=True,
    help="Whether each proposition is affirmed, denied, both or neither.",
)
@click.option(
    "--value",
    "wanted",
    multiple=True,
    type=click.Choice(["affirmed", "denied", "both", "neither"]),
    help="The same, only with this value. May be given several times.",
)
@click.option(
    "--kind",
    type=click.Choice(["transfer", "conduct", "breach", "vote", "consequence", "exemption"]),
    help="With --values, only propositions of this kind.",
)
@click.option(
    "--changes",
    is_flag=True,
    help="Who denied, affirmed or called lawful transfers of like items between the same ends.",
)
@click.option("--actor", metavar="ID", help="Only what this actor says, such as RU.")
@reading()
@printing("table", "csv", "tsv", "json")
def stances(  # noqa: PLR0913  # one for each option
    claim: str | None,
    *,
    values: bool,
    wanted: tuple[str, ...],
    kind: str | None,
    changes: bool,
    actor: str | None,
    asked: Asked,
    form: str,
) -> None:
    """Print who affirms and who denies a claim, as time goes, with the words; nothing is counted.

    CLAIM is a claim's name, with its text before it where several have one of that name, such as
    2023-10-26-us-jp-kr/dprk-arms-to-russia. Without CLAIM, a line for each actor; with --actor, one
    for each proposition that the actor speaks of.
    """
    ways = [claim is not None, values or bool(wanted) or kind is not None, changes]
    if sum(ways) > 1:
        raise click.UsageError("give one of CLAIM, --values and --changes")
    if actor is not None and (ways[0] or ways[1]):
        raise click.UsageError("--actor goes with --changes, or stands alone")
    opened = asked.open()
    if claim is not None:
        _claim(opened, claim, form)
    elif ways[1]:
        _values(opened, wanted, kind, form)
    elif changes:
        _changes(opened, actor, form)
    else:
        _summary(opened, actor, form)


def _claim(graph: Graph, claim: str, form: str) -> None:
    from kg.views.stances import draw_matrix  # noqa: PLC0415  # keeps `kg --help` quick

    click.echo(draw_matrix(graph.stances(claim), form, graph.restriction), nl=False)


def _values(graph: Graph, wanted: tuple[str, ...], kind: str | None, form: str) -> None:
    from kg.queries.values import narrow_values  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.values import draw_values  # noqa: PLC0415  # as above

    rows = narrow_values(graph.values(), wanted=wanted, kind=kind)
    click.echo(draw_values(rows, graph.picture(), form, graph.restriction), nl=False)
    if not rows:
        click.echo("No proposition is left by these filters.", err=True)


def _changes(graph: Graph, actor: str | None, form: str) -> None:
    from kg.views.changes import draw_changes  # noqa: PLC0415  # keeps `kg --help` quick

    rows = graph.position_changes(actor)
    shown = rows
    if actor is None and form == "table":
        shown = tuple(row for row in rows if row.within is None)
    click.echo(draw_changes(shown, form, graph.restriction), nl=False)
    if not rows:
        click.echo("Nobody is found to have spoken on more than one side.", err=True)
    for row in rows:
        if row not in shown:
            click.echo(
                f"Not shown for {row.who}, since all of it stands under {row.within}: "
                f"transfers from {row.supplier} to {row.recipient}; --actor shows it.",
                err=True,
            )


def _summary(graph: Graph, actor: str | None, form: str) -> None:
    from kg.views.stances import draw_summary  # noqa: PLC0415  # keeps `kg --help` quick

    rows = graph.stance_summary(actor)
    drawn = draw_summary(rows, form, graph.restriction, one_actor=actor is not None)
    click.echo(drawn, nl=False)
    if not rows:
        click.echo("Nobody is found to speak of anything.", err=True)
