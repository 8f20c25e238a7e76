"""``kg ledger``: what norms say of a transfer, what changed, who is bound, what texts cite."""

from __future__ import annotations

import click

from kg.cli.options import Asked, printing, reading


@click.group()
def ledger() -> None:
    """Tell what norms say: of a transfer, since when, to whom, and as texts cite them.

    It speaks of the norms modelled here alone, and gives no legal advice.
    """


@ledger.command()
@click.option("--from", "supplier", metavar="ID", help="Who supplies, such as KP.")
@click.option("--to", "recipient", metavar="ID", help="Who receives, such as RU.")
@click.option("--via", metavar="ID", help="Who carries or brokers.")
@click.option("--item", metavar="ID", help="A kind of item, such as ammunition.")
@click.option("--place", metavar="ID", help="Where the items go, such as p-darfur.")
@click.option("--on", metavar="DATE", help="A day, such as 2023-09-01.")
@reading()
@printing("table", "csv", "tsv", "json", what="How to print it.")
def table(  # noqa: PLR0913  # one for each option
    *,
    supplier: str | None,
    recipient: str | None,
    via: str | None,
    item: str | None,
    place: str | None,
    on: str | None,
    asked: Asked,
    form: str,
) -> None:
    """Tell whether norms prohibit, except, permit … an item from one to another, on which days.

    What is left out is spread: over whomever norms name, over the kinds of item that they cover or
    except, over windows of days in which they say the same.
    """
    from kg.views.norm_table import draw_norm_table  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.norm_words import LEDGER_NOTE  # noqa: PLC0415  # as above

    opened = asked.open()
    found = opened.norm_table(
        supplier=supplier, recipient=recipient, via=via, item=item, place=place, on=on
    )
    click.echo(draw_norm_table(found, form, opened.restriction), nl=False)
    click.echo(LEDGER_NOTE, err=True)


@ledger.command()
@click.argument("first", metavar="FIRST-DAY")
@click.argument("last", metavar="LAST-DAY")
@click.option("--party", metavar="ID", help="Only what names this actor at either end.")
@click.option(
    "--as-member",
    is_flag=True,
    help="Also changes of norms that bind the party as one of a grouping, such as UN members.",
)
@reading()
@printing("table", "csv", "tsv", "json", what="How to print it.")
def changes(  # noqa: PLR0913  # one for each option
    *,
    first: str,
    last: str,
    party: str | None,
    as_member: bool,
    asked: Asked,
    form: str,
) -> None:
    """List what changed from FIRST-DAY to LAST-DAY: windows, exceptions, listings."""
    from kg.views.norm_lists import draw_norm_changes  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.norm_words import LEDGER_NOTE  # noqa: PLC0415  # as above

    opened = asked.open()
    found = opened.norm_changes(first, last, party=party, as_member=as_member)
    click.echo(draw_norm_changes(found, form, opened.restriction), nl=False)
    if not found.changes:
        click.echo("No change is recorded between these days.", err=True)
    if found.as_one_of_many:
        click.echo(
            f"{found.as_one_of_many} changes not shown of norms that bind the party as one of a "
            "grouping; --as-member shows them.",
            err=True,
        )
    click.echo(LEDGER_NOTE, err=True)


@ledger.command()
@click.argument("actor", metavar="ACTOR")
@click.option("--on", metavar="DATE", required=True, help="A day, such as 2023-09-01.")
@reading()
@printing("table", "csv", "tsv", "json", what="How to print it.")
def bound(  # one for each option
    *,
    actor: str,
    on: str,
    asked: Asked,
    form: str,
) -> None:
    """List the norms that bind ACTOR on a day, by name or as one of a grouping."""
    from kg.views.norm_lists import draw_binding_norms  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.norm_words import LEDGER_NOTE  # noqa: PLC0415  # as above

    opened = asked.open()
    found = opened.binding_norms(actor, on)
    click.echo(draw_binding_norms(found, form, opened.restriction), nl=False)
    if not found:
        click.echo("No norm modelled here is recorded as binding it on that day.", err=True)
    click.echo(LEDGER_NOTE, err=True)


@ledger.command()
@click.option("--text", metavar="ID", help="Only citations of this text.")
@reading()
@printing("table", "csv", "tsv", "json", what="How to print it.")
def citations(  # one for each option
    *,
    text: str | None,
    asked: Asked,
    form: str,
) -> None:
    """List how texts cite norms: the words, an annotator's reading, this program's candidates.

    A candidate is a norm that the words may mean; none is chosen.
    """
    from kg.views.norm_lists import draw_cited_norms  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.norm_words import LEDGER_NOTE  # noqa: PLC0415  # as above

    opened = asked.open()
    found = opened.cited_norms(text=text)
    click.echo(draw_cited_norms(found, form, opened.restriction), nl=False)
    if not found:
        click.echo("No norm is cited there.", err=True)
    click.echo(LEDGER_NOTE, err=True)
