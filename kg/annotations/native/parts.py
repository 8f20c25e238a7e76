"""The parts of a text: who speaks where, and what is page furniture."""

from __future__ import annotations

from kg.annotations.anchoring import hull
from kg.annotations.native.fields import NOWHERE, Fields
from kg.annotations.voices import Voices, overlapping
from kg.iris import part_iri
from kg.marked import Words
from kg.model.annotated import Part
from kg.model.texts import Quote, Span, Text


def read_parts(top: Fields) -> tuple[Part, ...]:
    """Return the parts in the order of the file; the sheet then knows whose voice is where."""
    sheet = top.sheet
    named = {name.text: (name, fields) for name, fields in top.named_forms("parts")}
    parts = tuple(_part(name, fields) for name, fields in named.values())
    overlaps = overlapping(part for part in parts if part.quote.spans)
    for first, second in overlaps:
        sheet.add(
            slug="parts-overlap",
            sentence=f"the part {second.name!r} begins before {first.name!r} has ended",
            place=named[second.name][0].place,
            hint="a stretch of the text has one voice; let one part end where the other begins",
        )
    whole = all(part.quote.spans and (part.ignore or part.speaker) for part in parts)
    if parts and whole and not overlaps and sheet.page:
        sheet.voices = Voices(parts, sheet.page.text)
    return parts


def _part(name: Words, fields: Fields) -> Part:
    sheet = fields.sheet
    sheet.places[part_iri(sheet.text_id, name.text)] = name.place
    speaker = fields.ids("speaker", sheet.actor)
    ignore = fields.is_true("ignore")
    if bool("speaker" in fields) == ignore:
        sheet.add(
            slug="part-without-voice",
            sentence=(
                f"the part {name.text!r} is ignored and has a speaker"
                if ignore
                else f"the part {name.text!r} has no speaker"
            ),
            place=name.place,
            hint="give speaker:, or ignore: true where the words are page furniture",
        )
    return Part(name=name.text, quote=_region(name, fields), speaker=speaker, ignore=ignore)


def _region(name: Words, fields: Fields) -> Quote:
    sheet = fields.sheet
    between = "after" in fields or "before" in fields
    if between == ("quote" in fields):
        sheet.add(
            slug="part-without-place",
            sentence=f"it is not said where the part {name.text!r} stands",
            place=name.place,
            hint="give either quote:, or after: and before:",
        )
        return NOWHERE
    if sheet.page is None:
        return NOWHERE
    if not between:
        quote = fields.find_passage("quote")
        return hull(quote, sheet.page.text) if quote else NOWHERE
    return _between(name, fields, sheet.page.text)


def _between(name: Words, fields: Fields, text: Text) -> Quote:
    after, before = fields.find_passage("after"), fields.find_passage("before")
    if (after is None and "after" in fields) or (before is None and "before" in fields):
        return NOWHERE
    start = after.spans[-1].end if after else 0
    end = before.spans[0].start if before else len(text.characters)
    inside = text.characters[start:end]
    if not inside.strip():
        fields.sheet.add(
            slug="empty-part",
            sentence=f"nothing stands in the part {name.text!r}",
            place=name.place,
            hint="the words of after: must stand before those of before:",
        )
        return NOWHERE
    start += len(inside) - len(inside.lstrip())
    span = Span(start, start + len(inside.strip()))
    return Quote(spans=(span,), exact=(text.cut(span),))
