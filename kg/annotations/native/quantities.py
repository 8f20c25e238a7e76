"""The quantity of a transfer: its numbers have words and a unit, and are those of the words."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotations.native.fields import Fields
from kg.annotations.quantities import find_slips
from kg.model.claims import Said, Transfer


def check_quantity(fields: Fields, transfer: Transfer, said: Iterable[Said]) -> None:
    """Report numbers without words or unit, in the wrong order, or not borne out by the words.

    ``fields`` is the table that describes the transfer. Words are left alone where the text or a
    quote cannot be read.
    """
    _check_order(fields, transfer)
    quotes = [one.quote for one in said]
    page = fields.sheet.page
    if transfer.quantity is None or page is None or not all(quote.spans for quote in quotes):
        return
    given = {
        "at-least": transfer.at_least,
        "at-most": transfer.at_most,
        "about": transfer.about,
    }
    bounds = {key: number for key, number in given.items() if number is not None}
    for slip in find_slips(transfer.quantity, bounds, transfer.unit, quotes, page.text):
        fields.sheet.add(
            slug=slip.slug,
            sentence=slip.sentence,
            place=fields.value_place(slip.key),
            hint=slip.hint,
        )


def _check_order(fields: Fields, transfer: Transfer) -> None:
    least, most = transfer.at_least, transfer.at_most
    numbered = next((key for key in ("at-least", "at-most", "about") if key in fields), None)
    if numbered and not ("quantity" in fields and "unit" in fields):
        fields.sheet.add(
            slug="number-alone",
            sentence="a number needs the text's words, under quantity, and a unit",
            place=fields.place_of(numbered),
            hint="containers are not rounds: say what the text counts",
        )
    if least is not None and most is not None and least > most:
        fields.sheet.add(
            slug="wrong-value",
            sentence=f"at least {least} is more than at most {most}",
            place=fields.value_place("at-least"),
            hint="at-least is the least number that the words allow, at-most the greatest",
        )
