"""A composed text in its two forms: the annotation file, and the values that reading it gives."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from benchmarks.composed import BEGIN, END, TYPED, Composed, ComposedTransfer, Saying, names_of
from benchmarks.reference_files import list_of
from benchmarks.world import World
from kg.model.annotated import AnnotatedText, Document, Mention, Part
from kg.model.claims import Claim, Said, TimeSaid, Transfer
from kg.model.texts import Quote, Span, Text
from kg.vocab import DocumentKind, TextKind

ANNOTATOR = "the benchmark"
ANNOTATED_ON = date(2026, 11, 24)


def annotated_text(composed: Composed, world: World) -> AnnotatedText:
    """Return what reading the annotation file gives, without reading it.

    ``places`` is empty, since there is no file.
    """
    return AnnotatedText(
        text=Text(
            id=composed.id,
            characters=composed.characters,
            sha256=_digest(composed.characters),
            language="en",
            kind=TextKind.VERBATIM,
            file=f"{composed.id}.txt",
        ),
        document=Document(
            title=composed.title,
            kind=DocumentKind.JOINT_STATEMENT,
            date=TimeSaid(earliest=composed.day, latest=composed.day),
            issued_by=tuple(issuer.id for issuer in composed.issuers),
        ),
        annotated_by=ANNOTATOR,
        annotated_on=ANNOTATED_ON,
        parts=tuple(_parts(composed)),
        mentions=tuple(
            Mention(actor=actor, span=Span(start, end)) for actor, start, end in composed.mentions
        ),
        norm_citations=(),
        claims=tuple(_claim(transfer, composed.characters) for transfer in composed.transfers),
        digest=_digest(annotation_file(composed, world)),
        places={},
    )


def annotation_file(composed: Composed, world: World) -> str:
    """Return the annotation file of ``composed``, as an analyst would write it."""
    return "".join(line + "\n" for line in _lines(composed, world))


def _parts(composed: Composed) -> Iterator[Part]:
    characters = composed.characters
    yield Part(
        name="statement",
        quote=_quote((_statement_start(characters), _statement_end(characters)), characters),
        speaker=tuple(issuer.id for issuer in composed.issuers),
    )
    for transfer in composed.transfers:
        reply = transfer.sayings[1]
        name = f"reply-{transfer.name}"
        yield Part(name=name, quote=_quote(reply.span, characters), speaker=reply.speaker)


def _statement_start(characters: str) -> int:
    return characters.index(BEGIN) + len(BEGIN) + 2


def _statement_end(characters: str) -> int:
    return characters.index(END) - 2


def _claim(transfer: ComposedTransfer, characters: str) -> Claim:
    return Claim(
        name=transfer.name,
        content=Transfer(
            supplier=(transfer.supplier.id,),
            recipient=(transfer.recipient.id,),
            item=(transfer.item.id,),
            date=_month(transfer.month) if transfer.month else None,
        ),
        said=tuple(_said(saying, characters) for saying in transfer.sayings),
    )


def _said(saying: Saying, characters: str) -> Said:
    return Said(
        quote=_quote(saying.span, characters),
        force=saying.act.force,
        speaker=saying.speaker,
        stance=saying.act.stance,
        status=saying.act.status,
        attitude=saying.act.attitude,
    )


def _quote(span: tuple[int, int], characters: str) -> Quote:
    return Quote(spans=(Span(*span),), exact=(characters[slice(*span)],))


def _month(month: str) -> TimeSaid:
    year, number = (int(part) for part in month.split("-"))
    last = monthrange(year, number)[1]
    return TimeSaid(earliest=date(year, number, 1), latest=date(year, number, last))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _lines(composed: Composed, world: World) -> Iterator[str]:
    yield "format: kg-annotation/1"
    yield from (
        "",
        "text:",
        f"  file: {composed.id}.txt",
        f"  sha256: {_digest(composed.characters)}",
    )
    yield from ("  language: en", "  kind: verbatim")
    yield from ("", "document:", f"  title: {_typed(composed.title)}", "  kind: joint-statement")
    yield f"  date: {composed.day.isoformat()}"
    yield f"  issued-by: {list_of(issuer.id for issuer in composed.issuers)}"
    yield from ("", "annotation:", f"  by: {ANNOTATOR}", f"  date: {ANNOTATED_ON.isoformat()}")
    yield from ("", "parts:", "  statement:", f"    after: {BEGIN}", f"    before: {END}")
    yield f"    speaker: {list_of(issuer.id for issuer in composed.issuers)}"
    for transfer in composed.transfers:
        reply = transfer.sayings[1]
        yield f"  reply-{transfer.name}:"
        yield f"    quote: {_typed(composed.characters[slice(*reply.span)])}"
        yield f"    speaker: {list_of(reply.speaker)}"
    yield from ("", "names:")
    used = {(actor, composed.characters[start:end]) for actor, start, end in composed.mentions}
    for actor in world.actors:
        names = [name for name in names_of(actor) if (actor.id, name) in used]
        if names:
            yield f"  {actor.id}: {list_of(names)}"
    yield from ("", "claims:")
    for transfer in composed.transfers:
        yield from _claim_lines(transfer, composed.characters)


def _claim_lines(transfer: ComposedTransfer, characters: str) -> Iterator[str]:
    yield from (f"  {transfer.name}:", "    transfer:", f"      supplier: {transfer.supplier.id}")
    yield f"      recipient: {transfer.recipient.id}"
    yield f"      item: {transfer.item.id}"
    if transfer.month:
        yield f"      date: {transfer.month}"
    yield "    said:"
    for saying in transfer.sayings:
        yield f"      - quote: {_typed(characters[slice(*saying.span)])}"
        yield f"        stance: {saying.act.stance}"
        yield f"        status: {saying.act.status}"
        if saying.act.attitude:
            yield f"        attitude: {saying.act.attitude}"


def _typed(words: str) -> str:
    """Return ``words`` as an analyst types them, quoted for YAML."""
    return json.dumps(words.translate(TYPED), ensure_ascii=False)
