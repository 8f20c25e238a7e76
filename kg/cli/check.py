"""``kg check``: report every problem of texts, annotations and reference files."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--no-shapes", is_flag=True, help="Leave out the SHACL shapes, which take longest.")
def check(paths: tuple[Path, ...], *, no_shapes: bool) -> None:
    """Check annotation files, the texts they quote and the reference data they name.

    PATH is an annotation file or a folder with such files; actors/, items/ and instruments/ in it
    add to the bundled reference data. Without PATH the bundled data is checked.

    Every problem is told as file:line:column with what to do about it; docs/problems.md explains
    each. Exit code 1 when there is one.
    """
    from kg.front.check import check as check_all  # noqa: PLC0415  # keeps `kg --help` quick

    click.echo(f"{check_all(paths, shapes=not no_shapes).summary}: no problems")
