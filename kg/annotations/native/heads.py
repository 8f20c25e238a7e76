"""The head of a file: which text it annotates, the document whose words that holds, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.annotations.native.fields import Fields
from kg.annotations.native.keys import FORMAT
from kg.annotations.native.signatories import read_signatories
from kg.errors import KgError
from kg.iris import resting_iri
from kg.marked import Words, did_you_mean
from kg.model.annotated import Document, Release, Resting
from kg.model.claims import TimeSaid
from kg.model.texts import Text
from kg.texts import read_text
from kg.vocab import DocumentKind, TextKind, Verification

_PLAIN_NAME = re.compile(r"(?!\.)[^/\\\x00-\x1f\x7f]+")
_DIGEST = r"[0-9a-f]{64}"
_LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
_NO_TIME = TimeSaid(earliest=None, latest=None)


@dataclass(frozen=True, slots=True)
class Annotating:
    """Who annotated a text, on which day."""

    by: str
    on: date


def check_format(top: Fields) -> None:
    word = top.find_word("format")
    if word and word.text != FORMAT:
        sentence = f"the format {word.text!r} is not known"
        hint = f"this version reads {FORMAT}"
        top.sheet.add(slug="unknown-format", sentence=sentence, place=word.place, hint=hint)


def find_text(top: Fields, folder: Path, id_: str) -> Text | None:
    """Return the text that the file annotates; None, with problems, when it cannot be had."""
    fields = top.find_form("text")
    if fields is None:
        return None
    digest = fields.matching(
        "sha256", _DIGEST, "64 digits from 0 to 9 and a to f, as sha256sum says"
    )
    language = fields.matching("language", _LANGUAGE, "a language tag, such as en or pt-BR")
    kind = fields.concept("kind", TextKind)
    source = next(iter(fields.addresses("source")), None)
    see_also = fields.addresses("see-also")
    file = _file(fields, folder)
    if file is None or not re.fullmatch(_DIGEST, digest):
        return None
    try:
        return read_text(
            folder / file.text,
            name=str(Path(fields.sheet.name).parent / file.text),
            id=id_,
            sha256=digest,
            language=language,
            kind=kind,
            source=source,
            see_also=see_also,
            pinned_at=fields.value_place("sha256"),
        )
    except KgError as error:
        fields.sheet.problems.extend(error.problems)
        return None


def find_document(top: Fields, text: Text | None) -> Document | None:
    """Return the document; sources of its signatories are looked for among those of ``text``."""
    fields = top.find_form("document")
    if fields is None:
        return None
    actor = fields.sheet.actor
    return Document(
        title=fields.text("title"),
        kind=fields.concept("kind", DocumentKind),
        date=fields.find_time("date") or _NO_TIME,
        issued_by=fields.ids("issued-by", actor),
        released_by=tuple(_release(release) for release in fields.forms("released-by")),
        published_by=fields.ids("published-by", actor),
        credited_to=fields.ids("credited-to", actor),
        signatory_lists=read_signatories(fields, text),
        rests_on=_resting(fields),
        verification=fields.find_concept("verification", Verification),
    )


def find_annotating(top: Fields) -> Annotating | None:
    fields = top.find_form("annotation")
    return Annotating(fields.text("by"), fields.day("date")) if fields else None


def _resting(document: Fields) -> tuple[Resting, ...]:
    """Return each text that the document rests on, once; all texts tell whether it is there."""
    sheet, found = document.sheet, dict[str, Resting]()
    for fields in document.forms("rests-on"):
        for word in fields.words("text"):
            if sheet.other_text(word) in found:
                sentence = f"{word.text!r} stands twice under rests-on"
                sheet.add(slug="duplicate-value", sentence=sentence, place=word.place)
                continue
            sheet.places[resting_iri(sheet.text_id, word.text)] = word.place
            found[word.text] = Resting(
                text=word.text,
                verification=fields.concept("verification", Verification),
                note=fields.text("note"),
            )
    return tuple(found.values())


def _release(fields: Fields) -> Release:
    sheet = fields.sheet
    quote = fields.find_quote()
    sheet.hear(quote, fields.value_place("quote"))
    return Release(
        actor=next(iter(fields.ids("actor", sheet.actor)), ""),
        office=fields.find_text("office"),
        of=next(iter(fields.ids("of", sheet.actor)), None),
        quote=quote,
    )


def _file(fields: Fields, folder: Path) -> Words | None:
    """Return the name of the text's file, which lies beside the annotations and nowhere else."""
    word = fields.find_word("file")
    if word is None:
        return None
    if not _PLAIN_NAME.fullmatch(word.text) or _leads_away(folder, word.text):
        fields.sheet.add(
            slug="text-elsewhere",
            sentence=f"{word.text!r} does not lie beside the annotations",
            place=word.place,
            hint="give the name of a file in the same folder",
        )
        return None
    if not _exists(folder / word.text):
        texts = sorted(path.name for path in folder.glob("*.txt"))
        fields.sheet.add(
            slug="text-not-found",
            sentence=f"there is no file {word.text!r} beside the annotations",
            place=word.place,
            hint=did_you_mean(word.text, texts),
        )
        return None
    return word


def _leads_away(folder: Path, name: str) -> bool:
    return (folder / name).is_symlink() and (folder / name).resolve().parent != folder.resolve()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, a folder that may not be read: reading says what it is
        return True
