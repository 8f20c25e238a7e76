"""What an answer rests on: the texts, norms and instruments that it names, and their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.iris import DATA_BASE, id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names
from kg.queries.rows import FindingRow, Picture, TextRow
from kg.vocab import Ata

_DCTERMS = "http://purl.org/dc/terms/"
_OURS = re.compile(
    re.escape(DATA_BASE) + r"(?:graph/)?(?P<what>text|norm|instrument|finding)/(?P<id>[^/]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """A text with what a reference to it says; names in the place of ids.

    ``verification`` is how far our abstract was checked, None for a verbatim text.
    """

    row: TextRow
    issued_by: tuple[str, ...]
    published_by: tuple[str, ...]
    verification: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedNorm:
    """A norm as cited, with the instrument in which it stands."""

    id: str
    citation: str
    instrument: str
    verification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedInstrument:
    """An instrument; ``contents`` are in our words, since its own title is not held.

    ``date`` is the day of its adoption, or of the vote in which a draft failed.
    """

    id: str
    symbol: str
    contents: str
    kind: str
    date: str | None
    adopted_by: str | None
    source: str | None
    verification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """What an answer rests on, each part sorted by id; ``findings`` are ids.

    ``marks`` are those of every text, norm, instrument and finding among it.
    """

    texts: tuple[CitedText, ...]
    norms: tuple[CitedNorm, ...]
    instruments: tuple[CitedInstrument, ...]
    findings: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(slots=True)
class _Named:
    text: set[str] = field(default_factory=set)
    norm: set[str] = field(default_factory=set)
    instrument: set[str] = field(default_factory=set)
    finding: set[str] = field(default_factory=set)


def rests_on(store: ox.Store, picture: Picture, words: Iterable[str]) -> RestsOn:
    """Return what the cells of an answer name.

    ``words`` are the cells; IRIs, ids and citations are found wherever they stand. A finding brings
    its norm, and the texts that it rests on or is contested in; a norm brings its instrument.
    """
    facts = Facts(store)
    named = _named(facts, picture, words)
    findings = [row for row in picture.findings if row.id in named.finding]
    for row in findings:
        named.norm.add(row.norm)
        named.text |= _texts_of(picture, row)
    norms = [
        CitedNorm(
            id=row.id,
            citation=row.citation,
            instrument=row.instrument,
            verification=row.verification,
        )
        for row in sorted(picture.norms, key=lambda row: row.id)
        if row.id in named.norm
    ]
    named.instrument |= {norm.instrument for norm in norms}
    texts = _texts(facts, picture, named.text)
    instruments = _instruments(facts, named.instrument)
    marks = {mark for row in findings for mark in row.verification}
    marks |= {norm.verification for norm in norms}
    marks |= {each.verification for each in instruments}
    marks |= {each.verification for each in texts if each.verification}
    return RestsOn(
        texts=texts,
        norms=tuple(norms),
        instruments=instruments,
        findings=tuple(sorted(row.id for row in findings)),
        marks=tuple(sorted(marks)),
    )


def _named(facts: Facts, picture: Picture, words: Iterable[str]) -> _Named:
    symbols = {facts.said(iri, RDFS_LABEL): id_of(iri) for iri in facts.instances(Ata.Instrument)}
    meant: dict[str, tuple[str, str]] = {row.citation: ("norm", row.id) for row in picture.norms}
    meant |= {symbol: ("instrument", name) for symbol, name in symbols.items()}
    meant |= {name: ("instrument", name) for name in symbols.values()}
    meant |= {row.id: ("norm", row.id) for row in picture.norms}
    meant |= {row.id: ("finding", row.id) for row in picture.findings}
    meant |= {row.id: ("text", row.id) for row in picture.texts}
    named = _Named()
    # Longer ones first, so that a paragraph is not taken for another that its number begins with.
    known = re.compile(
        r"(?<![\w-])(?:"
        + "|".join(map(re.escape, sorted(meant, key=len, reverse=True)))
        + r")(?![\w-])"
    )
    for cell in set(words):
        for found in _OURS.finditer(cell):
            getattr(named, found["what"]).add(id_of(found["id"]))
        for found in known.finditer(_OURS.sub(" ", cell)) if meant else ():
            what, name = meant[found[0]]
            getattr(named, what).add(name)
    return named


def _texts_of(picture: Picture, finding: FindingRow) -> set[str]:
    claimed = next(row.text for row in picture.propositions if row.iri == finding.transfer)
    involved = {*finding.based_on, *finding.contested_by}
    return (
        {claimed}
        | {words.text for element in finding.elements for words in element.words}
        | {act.text for act in picture.speech_acts if act.iri in involved}
    )


def _texts(facts: Facts, picture: Picture, ids: set[str]) -> tuple[CitedText, ...]:
    names = Names(facts)

    def named(document: str, role: str) -> tuple[str, ...]:
        return tuple(names.actor(iri) for iri in facts.all(document, role))

    return tuple(
        CitedText(
            row=row,
            issued_by=named(document, Ata.issuedBy),
            published_by=named(document, Ata.publishedBy),
            verification=facts.word(document, Ata.verification),
        )
        for row in sorted(picture.texts, key=lambda row: row.id)
        if row.id in ids
        for document in [facts.said(row.iri, Ata.document)]
    )


def _instruments(facts: Facts, ids: set[str]) -> tuple[CitedInstrument, ...]:
    names = Names(facts)
    return tuple(
        CitedInstrument(
            id=id_of(iri),
            symbol=facts.said(iri, RDFS_LABEL),
            contents=facts.said(iri, _DCTERMS + "title"),
            kind=facts.word(iri, Ata.kind) or "",
            date=facts.one(iri, _DCTERMS + "date"),
            adopted_by=names.actor(by) if (by := facts.one(iri, _DCTERMS + "creator")) else None,
            source=_address(facts, iri),
            verification=facts.word(iri, Ata.verification) or "background",
        )
        for iri in facts.instances(Ata.Instrument)
        if id_of(iri) in ids
    )


def _address(facts: Facts, instrument: str) -> str | None:
    """Return the address of the document itself: pages about it have a publisher recorded."""
    addresses = facts.all(instrument, _DCTERMS + "source")
    return next((each for each in addresses if not facts.all(each, _DCTERMS + "publisher")), None)
