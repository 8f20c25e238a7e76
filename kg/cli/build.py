"""``kg build``: texts and reference data → the graph and its findings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.front.build import BuildReport


@click.command()
@click.argument("corpora", nargs=-1, metavar="[CORPUS]...", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="The folder to build in; a new or empty one, or one that was built in before.",
)
@click.option("--no-bundled", is_flag=True, help="Build each CORPUS alone, without bundled data.")
def build(corpora: tuple[Path, ...], out: Path, *, no_bundled: bool) -> None:
    """Build the graph of the bundled data and of each CORPUS, and infer the findings.

    CORPUS is a folder with texts/ and, if it brings its own, actors/, items/, places/ and
    instruments/. Only what changed is read again. A build becomes current as a whole or not at all;
    docs/build.md tells what it leaves.
    """
    from kg.front.build import build as build_all  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.front.graph import open_graph  # noqa: PLC0415  # as above
    from kg.views.account import tell  # noqa: PLC0415  # as above

    if no_bundled and not corpora:
        raise click.UsageError("--no-bundled needs a CORPUS")
    report = build_all(corpora, out, bundled=not no_bundled, progress=_show)
    click.echo(out)
    click.echo(tell(open_graph(out).picture()))
    click.echo(_done(report), err=True)


def _show(done: int, total: int) -> None:
    """Count on a terminal; a file or a pipe is not written to."""
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {total:,} texts", nl=done == total, err=True)


def _done(report: BuildReport) -> str:
    count = len(report.texts)
    texts = f"{len(report.lifted):,} of {count:,} text{'' if count == 1 else 's'} read"
    quads = f"{sum(report.quads.values()):,} quads in {len(report.quads):,} graphs"
    return f"{texts}; {quads}" + ("; nothing has changed" if report.was_current else "")
