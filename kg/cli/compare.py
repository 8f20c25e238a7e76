"""``kg compare``: a claim beside another, or beside all those of other texts."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.restricting import open_restricted, restricting


@click.command()
@click.argument("claim")
@click.argument("other", required=False)
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
    help="How to print it.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def compare(  # noqa: PLR0913  # one for each option
    claim: str,
    other: str | None,
    *,
    graph: Path,
    as_of: str | None,
    according_to: tuple[str, ...],
    without: tuple[str, ...],
    form: str,
    as_json: bool,
) -> None:
    """Put a claimed transfer beside another, or beside those of other texts.

    A claim is named as kp-arms-to-ru, or as 2024-02-26-shin/kp-arms-to-ru where several texts have
    one of that name. With one, the claims of other texts are listed that have the same ends: which
    refine it, are refined by it, contradict it, and who says each.
    """
    from kg.views.comparison import draw_all, draw_two  # noqa: PLC0415  # keeps `kg --help` quick

    opened = open_restricted(graph, as_of, according_to, without)
    form = "json" if as_json else form
    if other is None:
        drawn = draw_all(opened.compare_with_all(claim), form, opened.restriction)
    else:
        drawn = draw_two(opened.compare(claim, other), form, opened.restriction)
    click.echo(drawn, nl=False)
