"""``kg conflicts``: where what is said cannot all be so."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.command()
@click.option(
    "--unanswered",
    is_flag=True,
    help="Also show denials that are not recorded as an answer to what they would deny.",
)
@reading()
@printing("text", "csv", "tsv", "json")
def conflicts(  # one for each option
    *,
    unanswered: bool,
    asked: Asked,
    form: str,
) -> None:
    """List claims that conflict: in numbers, in days, affirmed and denied, in signatories.

    Each shows both sides in their words. None is preferred, and no numbers are added up.
    """
    from kg.views.conflicts import draw_conflicts  # noqa: PLC0415  # keeps `kg --help` quick

    opened = asked.open()
    found = opened.conflicts()
    click.echo(
        draw_conflicts(found, form, unanswered=unanswered, restriction=opened.restriction),
        nl=False,
    )
    if found.unanswered and not unanswered:
        click.echo(
            f"{len(found.unanswered)} pairs not shown, of a claim and a denial that reaches it by "
            "its ends, items and days alone; --unanswered shows them.",
            err=True,
        )
