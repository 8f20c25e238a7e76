"""``kg sources``: how many texts, origins and voices stand behind what is claimed and found."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.command()
@click.option("--supplier", metavar="ID", help="Only claims of transfers from this actor.")
@click.option("--recipient", metavar="ID", help="Only claims of transfers to this actor.")
@click.option("--item", metavar="ID", help="Only this kind of item, and narrower ones.")
@click.option(
    "--single-points",
    is_flag=True,
    help="What is found at all, and whether it rests on one text, one origin or one issuer.",
)
@click.option(
    "--finding",
    metavar="ID",
    help="What this finding loses without a text, an origin or an issuer.",
)
@reading()
@printing("table", "csv", "tsv", "json", what="How to print it.")
def sources(  # noqa: PLR0913  # one for each option
    *,
    supplier: str | None,
    recipient: str | None,
    item: str | None,
    single_points: bool,
    finding: str | None,
    asked: Asked,
    form: str,
) -> None:
    """Count who stands behind like claims: texts, origins and voices, for and against apart.

    Texts that repeat another or rest on it are one origin; texts with an issuer or a speaker in
    common are one voice. Claims are alike that are about the same two ends and kindred items.
    """
    from kg.queries import narrow_findings  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.queries.casefile import find_finding  # noqa: PLC0415  # as above
    from kg.queries.corroboration import without_both_ends  # noqa: PLC0415  # as above
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # as above
    from kg.views.sources import (  # noqa: PLC0415  # as above
        NOTHING_VOTES,
        draw_alike,
        draw_found,
        draw_losses,
    )

    narrowed = bool(supplier or recipient or item)
    if single_points + (finding is not None) + narrowed > 1:
        raise click.UsageError("--single-points, --finding and the other filters go alone")
    opened = asked.open()
    picture = opened.picture()
    if single_points:
        click.echo(draw_found(picture, opened.what_is_found(), form), nl=False)
        if left_out := narrow_findings(picture).claimed_purposes_not_shown:
            click.echo(f"{left_out} findings left out that rest on a claimed purpose.", err=True)
        click.echo(NO_DETERMINATION, err=True)
    elif finding is not None:
        found = find_finding(picture, finding)
        click.echo(draw_losses(picture, found, opened.losses(found.id), form), nl=False)
        click.echo(NO_DETERMINATION, err=True)
    else:
        rows = opened.alike(supplier=supplier, recipient=recipient, item=item)
        click.echo(draw_alike(picture, rows, form), nl=False)
        click.echo(NOTHING_VOTES if rows else "No transfer is claimed so.", err=True)
        if left_out := without_both_ends(picture):
            click.echo(
                f"{left_out} claimed transfers are put beside none, affirmed and denied ones among "
                "them: they do not name both supplier and recipient.",
                err=True,
            )
