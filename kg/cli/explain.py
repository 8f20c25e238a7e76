"""``kg explain``: the case file of one finding, with the words on both sides."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.restricting import open_restricted, restricting


@click.command()
@click.argument("finding", metavar="ID")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="The build to read.",
)
@restricting
@click.option("--json", "as_json", is_flag=True, help="Print the case file as JSON.")
def explain(  # noqa: PLR0913  # one for each option
    finding: str,
    *,
    graph: Path,
    as_of: str | None,
    according_to: tuple[str, ...],
    without: tuple[str, ...],
    as_json: bool,
) -> None:
    """Print the case file of a finding: each test, the words on both sides, who denies it.

    ID is what `kg findings` shows, the beginning of it (four characters or more), or
    claim/norm/actor such as dprk-arms-to-russia/1874-9-dprk/KP.
    """
    from kg.queries.casefile import find_case_file  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415
    from kg.views.casefile import draw_casefile, draw_casefile_json  # noqa: PLC0415

    opened = open_restricted(graph, as_of, according_to, without)
    case = find_case_file(opened.picture(), finding)
    if as_json:
        click.echo(draw_casefile_json(case, opened.restriction), nl=False)
    else:
        click.echo(draw_casefile(case, restriction=opened.restriction), nl=False)
    if as_json:
        click.echo(NO_DETERMINATION, err=True)
