"""``kg findings``: what this program infers, as a table or JSON."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.command()
@click.option(
    "--kind",
    type=click.Choice(["alleged-violation", "prospective-violation", "non-application"]),
    help="Only findings of this kind.",
)
@click.option("--actor", metavar="ID", help="Only findings about this actor, such as KP.")
@click.option("--norm", metavar="ID", help="Only findings under this norm, such as 1874-9-dprk.")
@click.option("--text", metavar="ID", help="Only findings on what this text claims.")
@click.option(
    "--near-misses",
    is_flag=True,
    help="Also show norms that were considered and do not apply, or cannot be decided.",
)
@click.option(
    "--claimed-purposes",
    is_flag=True,
    help="Also show findings for which a claimed purpose stands in for a determination.",
)
@click.option(
    "--sufficient",
    is_flag=True,
    help="Also tell the smallest sets of speakers whose word suffices for each.",
)
@reading()
@printing("table", "csv", "tsv", "json")
def findings(  # noqa: PLR0913  # one for each option
    *,
    kind: str | None,
    actor: str | None,
    norm: str | None,
    text: str | None,
    near_misses: bool,
    claimed_purposes: bool,
    sufficient: bool,
    asked: Asked,
    form: str,
) -> None:
    """List alleged and prospective violations. Each is an inference, and no legal determination.

    `kg explain ID` prints the case file of one.
    """
    from kg.queries import narrow_findings  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # as above
    from kg.queries.sufficient import select_sufficient  # noqa: PLC0415  # as above
    from kg.views.findings import draw_findings  # noqa: PLC0415  # as above
    from kg.views.values import tell_unaffirmed  # noqa: PLC0415  # as above

    opened = asked.open()
    picture = opened.picture()
    narrowed = narrow_findings(
        picture,
        kind=kind,
        actor=actor,
        norm=norm,
        text=text,
        near_misses=near_misses,
        claimed_purposes=claimed_purposes,
    )
    sets = select_sufficient(opened.store, picture, narrowed.shown) if sufficient else None
    click.echo(draw_findings(picture, narrowed, form, sets), nl=False)
    if not narrowed.shown:
        click.echo("No finding is left by these filters.", err=True)
    if narrowed.near_misses_not_shown:
        click.echo(
            f"{narrowed.near_misses_not_shown} near misses not shown; --near-misses shows them.",
            err=True,
        )
    if narrowed.claimed_purposes_not_shown:
        click.echo(
            f"{narrowed.claimed_purposes_not_shown} findings not shown that rest on a claimed "
            "purpose alone; --claimed-purposes shows them.",
            err=True,
        )
    if opened.restriction.according_to:
        click.echo(tell_unaffirmed(opened.values(), opened.restriction), err=True)
    click.echo(NO_DETERMINATION, err=True)
