"""Beginnings that work: a corpus with an invented example, and the annotations of a text."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from kg.annotations import text_id
from kg.annotations.anchoring import Page, Wanted, find_quote, turn_to
from kg.annotations.files import SUFFIX
from kg.annotations.folding import fold
from kg.annotations.mentions import Naming, find_mentions
from kg.annotations.native.sheet import Sheet
from kg.errors import KgError, Place, Problem
from kg.front.corpora import read_reference_for, shown
from kg.marked import Words, decode, read_bytes
from kg.model.actors import Actor
from kg.model.reference import Reference
from kg.model.texts import Quote, Text
from kg.resources import ONTOLOGY
from kg.vocab import DocumentKind, TextKind

_SKELETON: Final = Path(__file__).resolve().parent / "skeleton"
_SCHEMA: Final = "annotation.schema.json"
_FEWEST_WORDS: Final = 4
# Words that YAML takes for what they are; all others stand in double quotes.
_PLAIN: Final = re.compile(r"[A-Za-z0-9(][A-Za-z0-9 .,()/'’-]*")

_HEAD = """\
{schema}format: kg-annotation/1

text:
  file: {file}
  sha256: {digest}
  language: {language}
  kind: {text_kind}

document:
  title: {title}
  kind: {kind}
  date: {issued_on}
  issued-by: {issuer}

annotation:
  by: {annotator}
  date: {annotated_on}

# Who speaks where. Divide it where somebody else speaks, and give page furniture `ignore: true`.
parts:
  text:
    quote: >-
      {whole}
    speaker: {issuer}

"""
_NAMES = """\
# How the text names actors, as far as the reference data knows them. Read them one by one.
names:
{names}
"""
_CLAIMS = """\
# What is claimed; docs/annotation.md tells how. Take the # before each line away to begin.
# claims:
#   a-name-of-yours:
#     transfer:
#       supplier: the id of an actor
#       recipient: the id of an actor
#       item: the id of a kind of item
#     said:
#       - quote: the words, as they stand in the text
#         stance: alleges
#         status: completed
"""


def write_corpus(folder: Path) -> tuple[Path, ...]:
    """Write a corpus with an invented example into ``folder``, and return its files, sorted.

    Raises KgError where the folder holds anything, or cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            sentence = f"{folder} is there already and is not empty"
            raise _one("not-empty", sentence, "name a new or an empty folder")
        shutil.copytree(_SKELETON, folder, dirs_exist_ok=True)
        shutil.copyfile(ONTOLOGY / _SCHEMA, folder / _SCHEMA)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def write_annotations(  # noqa: PLR0913  # a head has all of these
    path: Path,
    *,
    issuer: str,
    issued_on: str,
    annotator: str,
    annotated_on: date,
    kind: DocumentKind = DocumentKind.STATEMENT,
    text_kind: TextKind = TextKind.VERBATIM,
    language: str = "en",
    title: str | None = None,
) -> Path:
    """Begin the annotations of the text at ``path``, beside it, and return the new file.

    The digest is pinned, the whole text is one part in the voice of ``issuer``, and the actors that
    the text names are listed; what is claimed is left to the analyst. What is written passes
    ``kg check``. Raises KgError where there are annotations already, or the text cannot be read.
    """
    target = path.with_name(path.stem + SUFFIX)
    text = _read(path, target, language, text_kind)
    reference = read_reference_for([path])
    _check_actor(issuer, reference)
    page = turn_to(text)
    lines = text.characters.strip().splitlines()
    schema = _schema_beside(path)
    words = _HEAD.format(
        schema=f"# yaml-language-server: $schema={schema}\n" if schema else "",
        file=_word(path.name),
        digest=text.sha256,
        language=language,
        text_kind=text_kind.value,
        title=_word(title or lines[0].strip()),
        kind=kind.value,
        issued_on=issued_on,
        issuer=issuer,
        annotator=_word(annotator),
        annotated_on=annotated_on.isoformat(),
        whole=_whole(page),
    )
    names = "".join(_names(page, reference))
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words + (_NAMES.format(names=names) if names else "") + _CLAIMS)
    except FileExistsError as error:
        sentence = f"{shown(target)} is there already"
        raise _one("not-empty", sentence, "edit it, or move it away first") from error
    except OSError as error:
        raise _cannot_write(target, error) from error
    return target


def _read(path: Path, target: Path, language: str, kind: TextKind) -> Text:
    id_ = text_id(target)
    data = read_bytes(path, shown(path))
    characters = decode(data, shown(path))
    if not characters.strip():
        place = Place(shown(path), 1, 1)
        raise KgError([Problem(slug="empty-file", sentence="this text is empty", place=place)])
    digest = sha256(data).hexdigest()
    return Text(id=id_, characters=characters, sha256=digest, language=language, kind=kind)


def _check_actor(actor: str, reference: Reference) -> None:
    sheet = Sheet(name="", text_id="", reference=reference)
    sheet.actor(_words(actor))
    if sheet.problems:
        raise KgError([replace(problem, place=None) for problem in sheet.problems])


def _whole(page: Page) -> str:
    """Return a quote of the whole text: its first words, and its last, as many as it takes."""
    words = page.text.characters.split()
    for count in range(_FEWEST_WORDS, len(words) // 2):
        quote = f"{' '.join(words[:count])} […] {' '.join(words[-count:])}"
        found = find_quote(Wanted(quote=_words(quote)), page, look_around=False)
        if isinstance(found, Quote) and found.spans[0].start < found.spans[-1].start:
            return quote
    return " ".join(words)


def _names(page: Page, reference: Reference) -> Iterator[str]:
    called: dict[str, dict[str, str]] = {}
    for actor in reference.actors.values():
        for name in _called(actor):
            called.setdefault(fold(name).characters.strip(), {})[actor.id] = name
    namings = [
        Naming(id_, _words(name))
        for owners in called.values()
        if len(owners) == 1  # a name of two actors is nobody's until somebody has read the text
        for id_, name in owners.items()
    ]
    mentions, _ = find_mentions(namings, page)
    found: dict[str, dict[str, None]] = {}
    for mention in mentions:
        found.setdefault(mention.actor, {})[page.text.cut(mention.span)] = None
    for id_ in sorted(found):
        names = ", ".join(_word(" ".join(name.split())) for name in found[id_])
        yield f"  {id_}: [{names}]\n"


def _called(actor: Actor) -> tuple[str, ...]:
    official = (actor.official_name,) if actor.official_name else ()
    return (actor.name, *official, *actor.aliases)


def _schema_beside(path: Path) -> str | None:
    """Return the way from the text's folder to a schema that lies in it or above, if one does."""
    folder = path.resolve().parent
    for above in (folder, folder.parent):
        if (above / _SCHEMA).is_file():
            return os.path.relpath(above / _SCHEMA, folder)
    return None


def _word(words: str) -> str:
    safe = _PLAIN.fullmatch(words) and not words.endswith((" ", ":"))
    return words if safe else json.dumps(words, ensure_ascii=False)


def _words(text: str) -> Words:
    return Words(text, Place("", 1, 1))


def _cannot_write(path: Path, error: OSError) -> KgError:
    sentence = f"{shown(path)} cannot be written: {error.strerror}"
    return _one("cannot-write", sentence, "give another place")


def _one(slug: str, sentence: str, hint: str) -> KgError:
    return KgError([Problem(slug=slug, sentence=sentence, hint=hint)])
