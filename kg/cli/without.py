"""``kg without``: a withdrawal rehearsed."""

from __future__ import annotations

import click

from kg.cli.options import Asked, reading


@click.command()
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--origin", is_flag=True, help="Withdraw all that rests on these texts too.")
@click.option(
    "--issuer",
    "issuers",
    metavar="ID",
    multiple=True,
    help="Withdraw every text of this actor, joint ones too. May be given several times.",
)
@reading()
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def without(  # one for each option
    texts: tuple[str, ...],
    *,
    origin: bool,
    issuers: tuple[str, ...],
    asked: Asked,
    as_json: bool,
) -> None:
    """Rehearse that texts are withdrawn: which findings go, which change, which replies hang loose.

    It is what a build without the texts would give, and nothing is written.
    """
    from kg.views.withdrawal import draw_withdrawal, draw_withdrawal_json  # noqa: PLC0415  # as above

    if not texts and not issuers:
        raise click.UsageError("name a text, or an actor with --issuer")
    opened = asked.open()
    withdrawal = opened.withdraw(*texts, with_resting=origin, issuers=issuers)
    if as_json:
        click.echo(draw_withdrawal_json(withdrawal, opened.restriction), nl=False)
    else:
        click.echo(draw_withdrawal(withdrawal), nl=False)
