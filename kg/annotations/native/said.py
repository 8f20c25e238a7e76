"""What is said of a claim: the quoted words, who says them, and how."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from kg.annotations.native.fields import NOWHERE, Fields
from kg.annotations.native.sheet import Sheet
from kg.errors import Place
from kg.iris import claim_iri, said_iri
from kg.model.claims import Claim, Said, said_numbers
from kg.model.texts import Span
from kg.vocab import Attitude, Force, Stance, Status

_SAYING = ("stance", "status", "attitude", "force")


def read_said(fields: Fields) -> Said:
    """Return one entry under said. Who speaks is read from the part where it is not given."""
    sheet = fields.sheet
    quote = fields.find_quote()
    heard = sheet.hear(quote, fields.value_place("quote"))
    if not any(key in fields for key in _SAYING):
        sheet.add(
            slug="said-says-nothing",
            sentence="this entry does not tell how it is said",
            place=fields.place_of("quote"),
            hint=f"give at least one of: {', '.join(_SAYING)}",
        )
    attitude = fields.find_concept("attitude", Attitude)
    force = fields.find_concept("force", Force)
    return Said(
        quote=quote or NOWHERE,
        force=force or (Force.EXPRESSIVE if attitude else Force.ASSERTIVE),
        speaker=fields.ids("speaker", sheet.actor) or heard,
        stance=fields.find_concept("stance", Stance),
        status=fields.find_concept("status", Status),
        attitude=attitude,
        addressee=fields.ids("addressee", sheet.addressee),
        reading=fields.find_text("reading"),
        gloss=fields.find_text("gloss"),
        note=fields.find_text("note"),
    )


def check_readings(claims: Iterable[Claim], sheet: Sheet) -> None:
    """Report readings that stand alone, readings not told apart, and entries written twice."""
    with_reading: list[tuple[Said, Place]] = []
    for claim in claims:
        places = _places(claim, sheet)
        _check_same_words(claim, places, sheet)
        with_reading += [
            (said, place)
            for said, place in zip(claim.said, places, strict=True)
            if said.reading and said.quote.spans
        ]
    spans = [span for said, _ in with_reading for span in said.quote.spans]
    starts = sorted(span.start for span in spans)
    ends = sorted(span.end for span in spans)
    for said, place in with_reading:
        if not any(_overlapping(span, starts, ends) > 1 for span in said.quote.spans):
            sheet.add(
                slug="reading-alone",
                sentence="these words have one reading only",
                place=place,
                hint="record the other reading too, on words that overlap, or write it as a note:",
            )


def _overlapping(span: Span, starts: list[int], ends: list[int]) -> int:
    # All spans that begin before this one ends, less those that end before it begins; this one is
    # among them, and the other spans of its own entry are not, since they never overlap it.
    return bisect_left(starts, span.end) - bisect_right(ends, span.start)


def _check_same_words(claim: Claim, places: tuple[Place, ...], sheet: Sheet) -> None:
    """Report entries of one claim on the very same words that nothing tells apart."""
    alike: defaultdict[object, list[tuple[Said, Place]]] = defaultdict(list)
    for said, place in zip(claim.said, places, strict=True):
        if said.quote.spans:
            alike[said.quote.spans, said.speaker].append((said, place))
    for entries in alike.values():
        first = entries[0][0]
        for said, place in entries[1:]:
            if any(_essence(said) == _essence(other) for other, _ in entries if other is not said):
                sheet.add(
                    slug="said-twice",
                    sentence="an earlier entry of this claim says the same of the same words",
                    place=place,
                )
            elif _how(said) != _how(first) and not (said.reading and first.reading):
                sheet.add(
                    slug="reading-missing",
                    sentence="these words are given another stance or status than before",
                    place=place,
                    hint="say under reading: in both entries on which reading each rests",
                )


def _places(claim: Claim, sheet: Sheet) -> tuple[Place, ...]:
    iri = claim_iri(sheet.text_id, claim.name)
    return tuple(
        sheet.places[said_iri(iri, [(span.start, span.end) for span in said.quote.spans], number)]
        for said, number in zip(claim.said, said_numbers(claim), strict=True)
    )


def _how(said: Said) -> object:
    return said.stance, said.status


def _essence(said: Said) -> object:
    return said.stance, said.status, said.attitude, said.force, said.addressee, said.reading
