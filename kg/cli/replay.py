"""``kg replay``: day by day, what was said, adopted and found."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.command()
@click.option("--since", metavar="DATE", help="Only from this day on.")
@click.option("--until", metavar="DATE", help="Only up to this day.")
@click.option("--actor", metavar="ID", help="Only what this actor says, or what is said of it.")
@click.option("--norm", metavar="ID", help="Only findings under this norm, and what became of it.")
@click.option("--text", metavar="ID", help="Only this text, and findings on what it claims.")
@click.option("--supplier", metavar="ID", help="Only on transfers from this actor, as claimed.")
@click.option("--recipient", metavar="ID", help="Only on transfers to this actor, as claimed.")
@click.option(
    "--all-findings",
    is_flag=True,
    help="Also what kg findings keeps apart: near misses, and what rests on a claimed purpose.",
)
@reading(by_days=True)
@printing(
    "table", "csv", "tsv", "json", what="How to print it; csv, tsv and json tell every change."
)
def replay(  # noqa: PLR0913  # one for each option
    *,
    since: str | None,
    until: str | None,
    actor: str | None,
    norm: str | None,
    text: str | None,
    supplier: str | None,
    recipient: str | None,
    all_findings: bool,
    asked: Asked,
    form: str,
) -> None:
    """Tell day by day how the picture changed: texts, norms, who says what, and what is found.

    On each day the picture is that of --as-of: from texts out by then, under norms as fixed by
    then. A finding is an inference, and no legal determination.
    """
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.replay import draw_replay  # noqa: PLC0415  # as above

    opened = asked.open()
    steps = opened.replay(
        since=since,
        until=until,
        actor=actor,
        norm=norm,
        text=text,
        supplier=supplier,
        recipient=recipient,
        all_findings=all_findings,
    )
    drawn = draw_replay(steps, form, opened.restriction, opened.undated_texts())
    click.echo(drawn, nl=False)
    if not any(step.changes for step in steps):
        click.echo("On no day did anything change that these filters leave.", err=True)
    undated = opened.undated_texts()
    if undated:
        click.echo(f"Left out for want of a day: {', '.join(undated)}.", err=True)
    not_shown = sum(step.not_shown for step in steps)
    if not_shown:
        click.echo(
            f"{not_shown} changes of findings not shown that kg findings keeps apart; "
            "--all-findings shows them.",
            err=True,
        )
    click.echo(NO_DETERMINATION, err=True)
