"""``kg diff``: what two graphs do not have in common."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import Part, counting


@click.command()
@click.argument("before", metavar="A", type=click.Path(path_type=Path))
@click.argument("after", metavar="[B]", type=click.Path(path_type=Path), required=False)
@counting
@click.option("--json", "as_json", is_flag=True, help="Print the differences as JSON.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where there is any difference.")
@click.pass_context
def diff(  # noqa: PLR0913  # one for each option
    context: click.Context,
    *,
    before: Path,
    after: Path | None,
    part: Part,
    as_json: bool,
    exit_code: bool,
) -> None:
    """Tell what changes from the build A to the build B: texts, claims, norms, findings.

    --as-of, --according-to and --without restrict B. Without B, it is A as far as these let it
    count: `kg diff build --without TEXT` tells what goes with a text.
    """
    from kg.front.digests import hash_of  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.front.graph import open_graph  # noqa: PLC0415  # as above
    from kg.views.differences import (  # noqa: PLC0415  # as above
        Side,
        draw_differences,
        draw_differences_json,
    )

    if after is None and not part:
        raise click.UsageError("give a second build, or what alone counts of the first")
    first = open_graph(before)
    second = part.open(after or before)
    changes = first.diff(second)
    sides = [
        Side(sha256=hash_of(graph)[0], restriction=graph.restriction) for graph in (first, second)
    ]
    drawn = draw_differences_json if as_json else draw_differences
    click.echo(drawn(sides[0], sides[1], changes), nl=False)
    if exit_code and changes:
        context.exit(1)
