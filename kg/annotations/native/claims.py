"""Claims: what each describes, under the name that the analyst gave it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from kg.annotations.native.fields import Fields
from kg.annotations.native.keys import CONTENTS
from kg.annotations.native.quantities import check_quantity
from kg.annotations.native.said import check_readings, read_said
from kg.annotations.native.sheet import Sheet
from kg.iris import claim_iri, said_iri
from kg.marked import Words
from kg.model.claims import (
    Breach,
    Claim,
    Conduct,
    Consequence,
    Exemption,
    Proposition,
    Transfer,
    VoteCast,
    said_numbers,
)
from kg.reference.circles import find_circles
from kg.vocab import ConductKind, Unit, Vote

_NOTHING = Consequence(cause=(), effect=())


def read_claims(top: Fields) -> tuple[Claim, ...]:
    """Return the claims in the order of the file."""
    sheet = top.sheet
    named = top.named_forms("claims")
    for name, fields in named:
        sheet.claims[name.text] = next((kind for kind in CONTENTS if kind in fields), "")
        if name.text in sheet.citations:
            sheet.add(
                slug="name-taken",
                sentence=f"{name.text!r} is the name of cited norms already",
                place=name.place,
                hint="give the claim another name, since concerns: may mean either",
            )
    claims = tuple(_claim(name, fields) for name, fields in named)
    check_readings(claims, sheet)
    _check_circles(sheet)
    return claims


def _claim(name: Words, fields: Fields) -> Claim:
    sheet = fields.sheet
    content, described = _content(name, fields)
    entries = fields.forms("said")
    said = tuple(read_said(entry) for entry in entries)
    if isinstance(content, Transfer) and described:
        check_quantity(described, content, said)
    claim = Claim(
        name=name.text,
        content=content,
        said=said,
        answers=fields.ids("answers", sheet.claim_elsewhere),
        note=fields.find_text("note"),
    )
    iri = claim_iri(sheet.text_id, name.text)
    sheet.places[iri] = name.place
    for entry, one, number in zip(entries, said, said_numbers(claim), strict=True):
        spans = [(span.start, span.end) for span in one.quote.spans]
        sheet.places[said_iri(iri, spans, number)] = entry.place_of("quote")
    return claim


def _content(name: Words, fields: Fields) -> tuple[Proposition, Fields | None]:
    """Return what a claim describes, exactly one thing, and the table in which it does."""
    kinds = [kind for kind in CONTENTS if kind in fields]
    if len(kinds) != 1:
        what = f"describes {' and '.join(kinds)} at once" if kinds else "describes nothing"
        fields.sheet.add(
            slug="claim-content",
            sentence=f"the claim {name.text!r} {what}",
            place=name.place,
            hint=f"a claim has exactly one of: {', '.join(CONTENTS)}",
        )
    content = fields.find_form(kinds[0]) if kinds else None
    return (_READERS[kinds[0]](content, name.text) if content else _NOTHING), content


def _transfer(fields: Fields, claim: str) -> Transfer:
    sheet = fields.sheet
    transfer = Transfer(
        supplier=fields.ids("supplier", sheet.actor),
        recipient=fields.ids("recipient", sheet.actor),
        party=fields.ids("party", sheet.actor),
        via=fields.ids("via", sheet.actor),
        item=fields.ids("item", sheet.item),
        quantity=fields.find_text("quantity"),
        at_least=fields.find_number("at-least"),
        at_most=fields.find_number("at-most"),
        about=fields.find_number("about"),
        unit=fields.find_concept("unit", Unit),
        destination=fields.ids("destination", sheet.named_place),
        route=fields.ids("route", sheet.named_place),
        date=fields.find_time("date"),
        purpose=fields.claims("purpose", claim),
        in_return_for=fields.claims("in-return-for", claim),
        part_of=_only(fields.claims("part-of", claim)),
    )
    if not any(key in fields for key in ("supplier", "recipient", "party", "part-of")):
        sheet.add(
            slug="transfer-without-ends",
            sentence=f"the transfer {claim!r} names nobody at either end",
            place=fields.place,
            hint="give supplier:, recipient: or party:, or the claim that it is part-of:",
        )
    if "item" not in fields and "part-of" not in fields:
        sheet.add(
            slug="transfer-without-item",
            sentence=f"the transfer {claim!r} does not say of what",
            place=fields.place,
            hint="give item:, which may be as wide as any-item, or the claim that it is part-of:",
        )
    _check_kind(fields, "part-of", "transfer")
    return transfer


def _conduct(fields: Fields, claim: str) -> Conduct:
    sheet = fields.sheet
    return Conduct(
        kind=fields.concept("kind", ConductKind),
        agent=fields.ids("agent", sheet.actor),
        against=fields.ids("against", sheet.actor),
        beneficiary=fields.ids("beneficiary", sheet.actor),
        concerns=fields.claims("concerns", claim),
        purpose=fields.claims("purpose", claim),
        date=fields.find_time("date"),
        part_of=_only(fields.claims("part-of", claim)),
    )


def _breach(fields: Fields, claim: str) -> Breach:
    return Breach(
        concerns=fields.claims("concerns", claim),
        breach_of=fields.ids("breach-of", fields.sheet.citation),
    )


def _vote(fields: Fields, _claim: str) -> VoteCast:
    return VoteCast(
        agent=fields.ids("agent", fields.sheet.actor),
        on=fields.ids("on", fields.sheet.citation),
        cast=fields.concept("cast", Vote),
        date=fields.find_time("date"),
    )


def _consequence(fields: Fields, claim: str) -> Consequence:
    return Consequence(cause=fields.claims("cause", claim), effect=fields.claims("effect", claim))


def _exemption(fields: Fields, claim: str) -> Exemption:
    _check_kind(fields, "transfer", "transfer")
    return Exemption(
        agent=fields.ids("agent", fields.sheet.actor),
        transfer=_only(fields.claims("transfer", claim)) or "",
        norm=_only(fields.ids("norm", fields.sheet.norm)) or "",
    )


_READERS: Final[dict[str, Callable[[Fields, str], Proposition]]] = {
    "transfer": _transfer,
    "conduct": _conduct,
    "breach": _breach,
    "vote": _vote,
    "consequence": _consequence,
    "exemption": _exemption,
}


def _only(names: tuple[str, ...]) -> str | None:
    return names[0] if names else None


def _check_kind(fields: Fields, key: str, kind: str) -> None:
    """Report a claim referred to under ``key`` that describes something else than ``kind``."""
    word = fields.find_word(key)
    found = fields.sheet.claims.get(word.text) if word else None
    if word and found and found != kind:
        fields.sheet.add(
            slug="wrong-kind-of-claim",
            sentence=f"the claim {word.text!r} describes a {found}, and {key} takes a {kind}",
            place=word.place,
        )


def _check_circles(sheet: Sheet) -> None:
    """Report claims that refer to each other in a circle, whatever the keys they do it by."""
    arrows: dict[str, list[str]] = {name: [] for name in sheet.claims}
    for referral in sheet.referrals:
        if referral.target in sheet.claims:
            arrows[referral.source].append(referral.target)
    first: dict[tuple[str, str], int] = {}
    for number, referral in enumerate(sheet.referrals):
        first.setdefault((referral.source, referral.target), number)
    for circle in find_circles(arrows):
        number = min(first[step] for step in pairwise(circle))
        at = circle.index(sheet.referrals[number].source)
        chain = (*circle[at:-1], *circle[: at + 1])
        sheet.add(
            slug="circular-claims",
            sentence=f"claims refer in a circle: {' → '.join(chain)}",
            place=sheet.referrals[number].place,
            hint="one of these references points the wrong way",
        )
