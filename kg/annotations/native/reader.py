"""One annotation file, and the text beside it, into one annotated text."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kg.annotations.anchoring import turn_to
from kg.annotations.files import text_id
from kg.annotations.folding import fold
from kg.annotations.mentions import Naming, find_mentions
from kg.annotations.native.claims import read_claims
from kg.annotations.native.fields import Fields
from kg.annotations.native.heads import check_format, find_annotating, find_document, find_text
from kg.annotations.native.keys import FILE
from kg.annotations.native.norms import read_citations
from kg.annotations.native.parts import read_parts
from kg.annotations.native.sheet import Sheet
from kg.errors import KgError
from kg.iris import document_iri, text_iri
from kg.marked import parse_table, read_bytes
from kg.model.annotated import AnnotatedText, Mention
from kg.model.reference import Reference


def read_annotated(path: Path, reference: Reference, *, name: str | None = None) -> AnnotatedText:
    """Read the annotation file at ``path`` and the text that it annotates.

    ``name`` is what messages call the file; its path where it is None. Raises one KgError with all
    problems: of structure, vocabulary, anchoring and reference. Where the YAML or the text cannot
    be read, what depends on it is not judged.
    """
    name = str(path) if name is None else name
    id_ = text_id(path)
    data = read_bytes(path, name)
    table = parse_table(data, name)
    sheet = Sheet(name, id_, reference)
    top = Fields(table, FILE, sheet, table.place)
    check_format(top)
    text = find_text(top, path.parent, id_)
    sheet.page = turn_to(text) if text else None
    parts = read_parts(top)
    document = find_document(top, text)
    annotating = find_annotating(top)
    mentions = _read_names(top)
    citations = read_citations(top)
    claims = read_claims(top)
    if sheet.problems or text is None or document is None or annotating is None:
        raise KgError(sheet.problems)
    sheet.places[text_iri(id_)] = top.place_of("text")
    sheet.places[document_iri(id_)] = top.place_of("document")
    return AnnotatedText(
        text=text,
        document=document,
        annotated_by=annotating.by,
        annotated_on=annotating.on,
        parts=parts,
        mentions=mentions,
        norm_citations=citations,
        claims=claims,
        digest=sha256(data).hexdigest(),
        places=sheet.places,
    )


def _read_names(top: Fields) -> tuple[Mention, ...]:
    """Return every mention; the same words cannot name two actors."""
    sheet = top.sheet
    namings: list[Naming] = []
    owners: dict[str, str] = {}
    for actor, value in top.entries("names"):
        sheet.actor(actor)
        for words in top.listed("names", value):
            folded = fold(words.text).characters.strip()
            if folded not in owners:
                owners[folded] = actor.text
                namings.append(Naming(actor.text, words))
                continue
            hint = "give each the longer words by which the text tells them apart"
            sheet.add(
                slug="name-of-two",
                sentence=f"{words.text!r} is given as a name of {owners[folded]} already",
                place=words.place,
                hint=hint if owners[folded] != actor.text else None,
            )
    if sheet.page is None:
        return ()
    mentions, never = find_mentions(namings, sheet.page)
    sheet.problems.extend(never)
    return mentions
