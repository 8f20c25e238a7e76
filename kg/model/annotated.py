"""An annotated text: everything that one annotation file says of one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.errors import Place
from kg.model.claims import Claim, TimeSaid
from kg.model.texts import Quote, Span, Text
from kg.vocab import DocumentKind, Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Who is said to have released the document, in which office, and the words that say so."""

    actor: str
    office: str | None = None
    of: str | None = None  # the actor under whom the office is held
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryList:
    """What one source says of who signed a document: how many states, which actors, or both.

    ``count`` is None where the source gives no number; ``actors`` beside the states are not in it.
    """

    source: str
    verification: Verification
    count: int | None = None
    actors: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """That a document repeats another text, or that what it says rests on it; ``note`` says how."""

    text: str
    verification: Verification
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The publication whose words, or an abstract of them, a text holds."""

    title: str
    kind: DocumentKind
    date: TimeSaid
    issued_by: tuple[str, ...]
    released_by: tuple[Release, ...] = ()
    published_by: tuple[str, ...] = ()
    credited_to: tuple[str, ...] = ()
    signatory_lists: tuple[SignatoryList, ...] = ()  # one beside the other, never merged
    rests_on: tuple[Resting, ...] = ()
    verification: Verification | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch with one voice; ``speaker`` is empty and ``ignore`` true for page furniture."""

    name: str
    quote: Quote
    speaker: tuple[str, ...] = ()
    ignore: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the text names an actor."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NormReading:
    """What an annotator takes a citation of norms to mean."""

    norms: tuple[str, ...]
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NormCitation:
    """A text's own way of referring to norms; ``reading`` is kept apart from its words."""

    name: str
    cited_as: tuple[Quote, ...]
    reading: NormReading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """One text with its annotations, every quote anchored.

    ``places`` leads from an IRI (of a claim, a speech act, a part, a norm citation, a list of
    signatories, a record that it rests on a text, the document or the text) to where it is written.
    ``digest`` is that of the annotation file's bytes.
    """

    text: Text
    document: Document
    annotated_by: str
    annotated_on: date
    parts: tuple[Part, ...]
    mentions: tuple[Mention, ...]
    norm_citations: tuple[NormCitation, ...]
    claims: tuple[Claim, ...]
    digest: str
    places: Mapping[str, Place]
