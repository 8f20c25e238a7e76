"""When and of whose words each finding stands, for a page on which a reader asks for parts of it.

What stands here, evaluated for a day and some speakers, is what ``restrict`` comes to for them;
docs/clocks.md tells how far.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.inference import take_notes
from kg.inference.bringing import Bringing, Brought
from kg.inference.calendar import NEVER, Calendar, read_calendar
from kg.inference.links import Links
from kg.inference.notes import Notes
from kg.inference.unwinding import LAST, Since, Stretch, unwind
from kg.iris import id_of, norm_iri
from kg.quads.terms import RDF_TYPE
from kg.queries.claims import Claims
from kg.queries.elements import Elements
from kg.queries.facts import Facts, FactsNow
from kg.queries.findings import KINDS, finding_of
from kg.queries.norms import norm_of
from kg.queries.rows import FindingRow, NormRow
from kg.store.looking import instances
from kg.vocab import Ata, Status

# With more claims than this, or more parts of what speakers bring, there is no table.
_MOST_CLAIMS = 3000
_MOST_PARTS = 60
_FIRM: tuple[Brought, ...] = (("actual",), ("possible",))
_SENSES = frozenset({Status.ACTUAL.iri, Status.NON_ACTUAL.iri})


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """A finding as it stands from ``since`` on and before ``until``, None where nothing ends it.

    On every day, and not among everything, it stands so where ``until`` is ``~``.

    It stands on no day, and among everything, where ``since`` is None. ``brought`` are the numbers
    of what is brought to its transfer when it stands so; None is all.
    """

    finding: FindingRow
    since: str | None
    until: str | None
    brought: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NormStandingRow:
    """A norm as it was known before ``until``, back to the change before."""

    norm: NormRow
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferStandingRow:
    """What is brought to findings on a transfer, as the acts that bring each thing.

    ``firm`` holds the numbers of the things of which one has to be brought if anything is found.
    ``against`` are denials that contest no more than some of the acts on it, with these.
    """

    iri: str
    brings: tuple[tuple[str, ...], ...]
    firm: tuple[int, ...]
    against: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All of it. ``texts`` and ``norms_since`` hold the day from which each counts, by its id.

    A text or norm of which no day is known counts on none and is not held.
    """

    days: tuple[str, ...]
    texts: Mapping[str, str]
    norms_since: Mapping[str, str]
    findings: tuple[StandingRow, ...]
    norms: tuple[NormStandingRow, ...]
    transfers: tuple[TransferStandingRow, ...]


def select_standing(store: ox.Store, findings: Iterable[FindingRow]) -> Standing | None:
    """Return when and of whose words ``findings`` of ``store`` stand, and what else is found.

    None where the graph is too large for that.
    """
    if len(instances(store, Ata.Proposition)) > _MOST_CLAIMS:
        return None
    notes = take_notes(store)
    bringing = Bringing(store, notes)
    if bringing.are_too_many(_MOST_PARTS):
        return None
    calendar, links = read_calendar(store), Links(store)
    since = Since(store, calendar, links)
    telling = _Telling(bringing)
    rows = [
        StandingRow(
            finding=row,
            since=_day(since.of(links.text_of(row.transfer), _norm_iri(row), LAST)),
            until=None,
            brought=None,
        )
        for row in findings
    ]
    norms: list[NormStandingRow] = []
    for stretch in unwind(store, bringing):
        rows += telling.findings(stretch)
        norms += telling.norms(stretch)
    return Standing(
        days=_days(calendar, rows),
        texts={id_of(graph): day for graph, day in calendar.texts.items() if day != NEVER},
        norms_since=_norm_days(store, calendar),
        findings=tuple(rows),
        norms=tuple(norms),
        transfers=tuple(_transfers(Facts(store), notes, bringing)),
    )


class _Telling:
    """Reads rows out of stretches."""

    def __init__(self, bringing: Bringing) -> None:
        self._numbers = {
            iri: {kind: at for at, kind in enumerate(brought)}
            for iri, brought in bringing.acts.items()
        }

    def findings(self, stretch: Stretch) -> list[StandingRow]:
        facts = FactsNow(stretch.store)
        claims = Claims(facts)
        elements = Elements(facts, claims)
        return [
            StandingRow(
                finding=finding_of(facts, claims, elements, iri, _kind(facts, iri)),
                since=_day(first),
                until=None if stretch.until == LAST else stretch.until,
                brought=self._brought(stretch),
            )
            for iri, first in stretch.findings.items()
        ]

    def norms(self, stretch: Stretch) -> list[NormStandingRow]:
        facts = FactsNow(stretch.store)
        names = Claims(facts).names
        return [
            NormStandingRow(norm=norm_of(facts, names, iri), until=stretch.until)
            for iri in sorted(stretch.norms)
            if stretch.until != NEVER and facts.all(iri, RDF_TYPE)
        ]

    def _brought(self, stretch: Stretch) -> tuple[int, ...] | None:
        if stretch.part is None:
            return None
        numbers = self._numbers[stretch.part.transfer]
        return tuple(sorted(numbers[kind] for kind in stretch.part.brought))


def _transfers(facts: Facts, notes: Notes, bringing: Bringing) -> Iterable[TransferStandingRow]:
    for iri, brought in bringing.acts.items():
        bases = frozenset().union(*(acts for kind, acts in brought.items() if kind in _FIRM))
        denials = notes.all(iri, "deniedBy")
        reached = {act: _reached(facts, notes, act, bases) for act in sorted(denials)}
        yield TransferStandingRow(
            iri=iri,
            brings=tuple(tuple(sorted(acts)) for acts in brought.values()),
            firm=tuple(at for at, kind in enumerate(brought) if kind in _FIRM),
            against=tuple(
                (act, tuple(sorted(theirs))) for act, theirs in reached.items() if theirs != bases
            ),
        )


def _reached(facts: Facts, notes: Notes, denial: str, bases: frozenset[str]) -> frozenset[str]:
    """Return the acts that a denial contests, as rule 26 has it."""
    own = _senses(facts, notes, denial)
    return frozenset(each for each in bases if not own or own & _senses(facts, notes, each))


def _senses(facts: Facts, notes: Notes, act: str) -> frozenset[str]:
    held = frozenset(
        above for status in facts.all(act, Ata.status) for above in notes.all(status, "under")
    )
    return held & _SENSES


def _kind(facts: FactsNow, finding: str) -> str:
    classes = facts.all(finding, RDF_TYPE)
    return next(kind for cls, kind in KINDS.items() if cls in classes)


def _norm_iri(row: FindingRow) -> str:
    return norm_iri(row.norm)


def _day(day: str) -> str | None:
    return None if day == NEVER else day


def _days(calendar: Calendar, rows: Iterable[StandingRow]) -> tuple[str, ...]:
    """Return the days on which a text came out, or something is found otherwise than before."""
    days = {day or NEVER for row in rows for day in (row.since, row.until)}
    return tuple(sorted({*days, *calendar.texts.values()} - {NEVER}))


def _norm_days(store: ox.Store, calendar: Calendar) -> dict[str, str]:
    return {
        id_of(norm): day
        for norm in instances(store, Ata.Norm)
        if (day := calendar.nodes.get(norm, "")) != NEVER
    }
