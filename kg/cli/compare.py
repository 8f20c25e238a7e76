"""``kg compare``: a claim beside another, or beside all those of other texts."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.command()
@click.argument("claim")
@click.argument("other", required=False)
@reading()
@printing("text", "csv", "tsv", "json", what="How to print it.")
def compare(  # one for each option
    claim: str,
    other: str | None,
    *,
    asked: Asked,
    form: str,
) -> None:
    """Put a claimed transfer beside another, or beside those of other texts.

    A claim is named as kp-arms-to-ru, or as 2024-02-26-shin/kp-arms-to-ru where several texts have
    one of that name. With one, the claims of other texts are listed that have the same ends: which
    refine it, are refined by it, contradict it, and who says each.
    """
    from kg.views.comparison import draw_all, draw_two  # noqa: PLC0415  # keeps `kg --help` quick

    opened = asked.open()
    if other is None:
        drawn = draw_all(opened.compare_with_all(claim), form, opened.restriction)
    else:
        drawn = draw_two(opened.compare(claim, other), form, opened.restriction)
    click.echo(drawn, nl=False)
