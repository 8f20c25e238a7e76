"""``kg export``: the graph in a format of others, with the list of what it does not hold."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import Asked, reading
from kg.model.exports import ExportFormat


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice([each.value for each in ExportFormat]))
@reading(what="The build to export.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("-"),
    help="The file to write; without it, standard output.",
)
@click.option(
    "--losses",
    type=click.Path(path_type=Path),
    help="Also write what the format does not hold to this file, as JSON.",
)
def export(*, form: str, asked: Asked, out: Path, losses: Path | None) -> None:
    """Write the graph as nquads, trig, jsonld, turtle, ntriples, rdfxml, graphml, gexf or csv.

    What the format does not hold is told on standard error, with counts of this graph: nquads, trig
    and jsonld hold everything. csv is a zip of tables. docs/export.md describes each format.
    """
    from kg.views.exports.heading import FINDINGS  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.exports.losses import draw_losses, tell_losses  # noqa: PLC0415  # as above
    from kg.views.files import write_whole  # noqa: PLC0415  # as above

    if form == ExportFormat.CSV.value and str(out) == "-" and sys.stdout.isatty():
        raise click.UsageError("csv is a zip of tables; give --out FILE.zip")
    if str(losses) == "-":
        raise click.UsageError("--losses takes a file: standard output is for the export")
    exported = asked.open().export(form)
    if losses is not None:
        write_whole(losses, draw_losses(exported))
    if str(out) == "-":
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()  # what a closed pipe raises is dealt with here, not at the end
    else:
        write_whole(out, exported.data)
        click.echo(out)
    click.echo(tell_losses(exported), err=True, nl=False)
    click.echo(FINDINGS, err=True)
