"""``kg gaps``: what is missing, and what would decide it."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


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
@reading()
@printing("table", "csv", "tsv", "json")
def gaps(  # noqa: PLR0913  # one for each option
    *,
    silent: bool,
    one_origin: bool,
    actor: str | None,
    norm: str | None,
    text: str | None,
    top: int | None,
    asked: Asked,
    form: str,
) -> None:
    """List what is missing where it cannot be decided whether a norm applies.

    Each gap tells what each answer would bring, found by running the rules with that answer; the
    gap on which most findings hang comes first. No answer is given here.
    """
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.gaps import draw_gaps  # noqa: PLC0415  # as above
    from kg.views.one_origin import draw_one_origin  # noqa: PLC0415  # as above
    from kg.views.silences import draw_silences  # noqa: PLC0415  # as above

    if silent and one_origin:
        raise click.UsageError("--silent and --one-origin ask two things; give one of them")
    if top and (silent or one_origin):
        raise click.UsageError("--top goes with neither --silent nor --one-origin")
    opened = asked.open()
    wanted = opened.restriction
    if silent:
        drawn = draw_silences(opened.silences(actor=actor, norm=norm, text=text), wanted, form)
    elif one_origin:
        drawn = draw_one_origin(opened.one_origin(actor=actor, norm=norm, text=text), wanted, form)
    else:
        found = opened.gaps(actor=actor, norm=norm, text=text)
        drawn = draw_gaps(found, wanted, form, top)
    click.echo(drawn, nl=False)
    click.echo(NO_DETERMINATION, err=True)
