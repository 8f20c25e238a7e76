"""``kg conflicts``: where what is said cannot all be so."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.restricting import open_restricted, restricting


@click.command()
@click.option(
    "--unanswered",
    is_flag=True,
    help="Also show denials that are not recorded as an answer to what they would deny.",
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
    type=click.Choice(["text", "csv", "tsv", "json"]),
    default="text",
    show_default=True,
    help="How to print them.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def conflicts(  # noqa: PLR0913  # one for each option
    *,
    unanswered: bool,
    graph: Path,
    as_of: str | None,
    according_to: tuple[str, ...],
    without: tuple[str, ...],
    form: str,
    as_json: bool,
) -> None:
    """List claims that conflict: in numbers, in days, affirmed and denied, in signatories.

    Each shows both sides in their words. None is preferred, and no numbers are added up.
    """
    from kg.views.conflicts import draw_conflicts  # noqa: PLC0415  # keeps `kg --help` quick

    opened = open_restricted(graph, as_of, according_to, without)
    found = opened.conflicts()
    form = "json" if as_json else form
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
