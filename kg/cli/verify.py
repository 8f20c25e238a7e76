"""``kg verify``: a citation put to the test, offline."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.ask import Seconds


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="The build to ask again.",
)
@click.option(
    "--timeout",
    type=Seconds(min=0.1, max=86_400),
    default=30.0,
    show_default=True,
    help="Seconds that SPARQL in the file may take.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help="Rows that it may answer with; more is an error.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def verify(  # noqa: PLR0913  # one for each option
    context: click.Context,
    file: str,
    *,
    graph: Path,
    timeout: float,
    max_rows: int,
    as_json: bool,
) -> None:
    """Ask the question of a citation again, and say whether the answer is the same.

    FILE is what `kg cite` wrote. Exits with 0 where the answer and what it rests on are the same,
    be it from another graph; with 1 where they are not, or where the file was altered.
    """
    from kg.front.citation_files import MAX_BYTES  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.front.graph import open_graph  # noqa: PLC0415  # as above
    from kg.marked import read_bytes  # noqa: PLC0415  # as above
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # as above
    from kg.views.verification import (  # noqa: PLC0415  # as above
        draw_verification,
        draw_verification_json,
    )

    if file == "-":
        name, data = "standard input", sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        name, data = file, read_bytes(Path(file), file, MAX_BYTES)
    found = open_graph(graph).verify(data, name=name, timeout=timeout, max_rows=max_rows)
    drawn = draw_verification_json(found) if as_json else draw_verification(found)
    click.echo(drawn, nl=False)
    click.echo(NO_DETERMINATION, err=True)
    if not found.verdict.holds:
        context.exit(1)
