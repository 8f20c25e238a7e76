"""``kg gaps``: what is missing, and what would decide it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.restricting import open_restricted, restricting


@click.command()
@click.option("--silent", is_flag=True, help="Instead, who is named and takes no stance.")
@click.option("--one-origin", is_flag=True, help="Instead, what one text or issuer alone says.")
@click.option("--actor", metavar="ID", help="Only what concerns this actor, such as KP.")
@click.option("--norm", metavar="ID", help="Only what concerns this norm, such as 1874-9-dprk.")
@click.option("--text", metavar="ID", help="Only what concerns the claims of this text.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only the first N gaps, on which most findings hang.",
)
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="The build to read.",
)
@restricting
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json"]),
    default="table",
    show_default=True,
    help="How to print them.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def gaps(  # noqa: PLR0913  # one for each option
    *,
    silent: bool,
    one_origin: bool,
    actor: str | None,
    norm: str | None,
    text: str | None,
    top: int | None,
    graph: Path,
    as_of: str | None,
    according_to: tuple[str, ...],
    without: tuple[str, ...],
    form: str,
    as_json: bool,
) -> None:
    """List what is missing where it cannot be decided whether a norm applies.

    Each gap tells what each answer would bring, found by running the rules with that answer; the
    gap on which most findings hang comes first. No answer is given here.
    """
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.gaps import draw_gaps  # noqa: PLC0415
    from kg.views.one_origin import draw_one_origin  # noqa: PLC0415
    from kg.views.silences import draw_silences  # noqa: PLC0415

    if silent and one_origin:
        raise click.UsageError("--silent and --one-origin ask two things; give one of them")
    if top and (silent or one_origin):
        raise click.UsageError("--top goes with neither --silent nor --one-origin")
    opened = open_restricted(graph, as_of, according_to, without)
    wanted, shape = opened.restriction, "json" if as_json else form
    if silent:
        drawn = draw_silences(opened.silences(actor=actor, norm=norm, text=text), wanted, shape)
    elif one_origin:
        drawn = draw_one_origin(opened.one_origin(actor=actor, norm=norm, text=text), wanted, shape)
    else:
        found = opened.gaps(actor=actor, norm=norm, text=text)
        drawn = draw_gaps(found, wanted, shape, top)
    click.echo(drawn, nl=False)
    click.echo(NO_DETERMINATION, err=True)
