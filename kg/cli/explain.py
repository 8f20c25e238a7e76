"""``kg explain``: the case file of one finding, with the words on both sides."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.command()
@click.argument("finding", metavar="ID")
@reading()
@printing("text", "markdown", "json", what="How to print it.")
def explain(  # one for each option
    finding: str,
    *,
    asked: Asked,
    form: str,
) -> None:
    """Print the case file of a finding: each test, the words on both sides, who denies it.

    ID is what `kg findings` shows, the beginning of it (four characters or more), or
    claim/norm/actor such as dprk-arms-to-russia/1874-9-dprk/KP. A claim and a norm of which there
    is no finding are put beside each other too, to show which test fails.
    """
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.casefile import draw_casefile, draw_casefile_json  # noqa: PLC0415  # as above
    from kg.views.casefile_markdown import draw_casefile_markdown  # noqa: PLC0415  # as above

    opened = asked.open()
    casefile = opened.explain(finding)
    match form:
        case "json":
            click.echo(draw_casefile_json(casefile, opened.restriction), nl=False)
            click.echo(NO_DETERMINATION, err=True)
        case "markdown":
            click.echo(draw_casefile_markdown(casefile, opened.restriction), nl=False)
        case _:
            click.echo(draw_casefile(casefile, restriction=opened.restriction), nl=False)
