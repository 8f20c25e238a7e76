"""`kg explore`: the graph as one HTML file that needs no network."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg.cli.options import Asked, reading


@click.command()
@reading(what="Folder that `kg build` wrote.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("explorer.html"),
    show_default=True,
    help="The file to write; - is standard output.",
)
@click.option("--title", help="Words above the page.")
@click.option(
    "--no-sparql",
    is_flag=True,
    help="Leave out the engine that answers SPARQL in the page; the page is a fraction as large.",
)
@click.option("--open", "then_open", is_flag=True, help="Open the page in the browser.")
def explore(  # one for each option
    *,
    out: Path,
    asked: Asked,
    title: str | None,
    no_sparql: bool,
    then_open: bool,
) -> None:
    """Write the explorer: who says what about which transfer, and the words behind it.

    The page is one file. It opens from a disk and asks no network for anything.

    To show a view of it within another page, lay the file beside that page and take the code that
    "Copy embed code" gives, a sandboxed frame of `explorer.html#view=overview&embed=1`.
    """
    from kg.views.account import tell  # noqa: PLC0415  # heavy
    from kg.views.explorer import draw_explorer  # noqa: PLC0415  # heavy
    from kg.views.files import write_whole  # noqa: PLC0415  # heavy

    opened = asked.open()
    picture = opened.picture()
    quads = None if no_sparql else opened.store
    page = draw_explorer(picture, title=title, quads=quads, **opened.beside_picture())
    if str(out) == "-":
        click.echo(page, nl=False)
        return
    write_whole(out, page)
    click.echo(out)
    click.echo(tell(picture))
    if then_open:
        webbrowser.open(out.resolve().as_uri())
