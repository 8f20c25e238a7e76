"""How texts cite norms: their words, an annotator's reading and the program's candidates, apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

import pyoxigraph as ox

from kg.iris import id_of, text_iri
from kg.queries.claims import Claims
from kg.queries.known import ParameterKind, check_values
from kg.queries.norm_ledger.named_instruments import (
    named_norms,
    names_instrument,
    names_resolutions,
)
from kg.queries.norm_ledger.reading import Parties
from kg.queries.norm_ledger.rows import (
    CitedCandidate,
    CitedNorms,
    Ground,
    LedgerEntry,
    Says,
    Standing,
)
from kg.queries.norm_ledger.scopes import NormScope, Scopes
from kg.queries.norm_ledger.table import cells_of
from kg.queries.norms import OPEN_END
from kg.queries.rows import PropositionRow
from kg.queries.words import Words, place_of
from kg.vocab import Ata, InstrumentKind

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@dataclass(slots=True)
class _Why:
    """Why a norm is a candidate."""

    grounds: set[Ground] = field(default_factory=set)
    findings: set[str] = field(default_factory=set)


def select_cited_norms(store: ox.Store, *, text: str | None = None) -> tuple[CitedNorms, ...]:
    """Return each citation of norms, in the order of texts and of their words.

    Raises KgError for a text that the graph does not have.
    """
    check_values(store, ((ParameterKind.TEXT, text, "text"),))
    return _Citations(Scopes(store)).all(None if text is None else text_iri(text))


class _Citations:
    def __init__(self, scopes: Scopes) -> None:
        self._scopes = scopes
        self._facts = scopes.facts
        self._words = Words(scopes.facts)
        self._norms = {scope.row.id: scope for scope in scopes.norms}
        rows = Claims(scopes.facts).propositions()
        self._transfers = {row.iri: row for row in rows if row.kind == "transfer"}
        self._findings: defaultdict[str, list[str]] = defaultdict(list)
        for kind in (Ata.AllegedViolation, Ata.ProspectiveViolation):
            for finding in scopes.facts.instances(kind):
                self._findings[scopes.facts.said(finding, Ata.transfer)].append(finding)
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        for part, wholes in scopes.facts.subjects(Ata.partOf).items():
            for whole in wholes:
                self._parts[whole].append(part)
        self._about: defaultdict[str, set[str]] = defaultdict(set)
        for predicate in (Ata.breachOf, Ata.concerns):
            for proposition, cited in scopes.facts.subjects(predicate).items():
                for each in cited:
                    self._about[each].update(scopes.facts.all(proposition, Ata.concerns))

    def all(self, text: str | None) -> tuple[CitedNorms, ...]:
        rows = [
            self._row(iri)
            for iri in self._facts.instances(Ata.NormCitation)
            if text is None or self._facts.one(iri, Ata.text) == text
        ]
        return tuple(sorted(rows, key=lambda row: (row.day or "", row.text, _place(row), row.name)))

    def _row(self, iri: str) -> CitedNorms:
        text = self._facts.said(iri, Ata.text)
        day = self._facts.one(self._facts.said(text, Ata.document), Ata.latest)
        words = sorted(map(self._words.of, self._facts.all(iri, Ata.citedAs)), key=place_of)
        about = [self._transfers[each] for each in self._about[iri] if each in self._transfers]
        return CitedNorms(
            text=id_of(text),
            text_kind=self._facts.word(text, Ata.textKind) or "verbatim",
            day=day,
            name=self._facts.said(iri, _LABEL),
            words=tuple(words),
            about=tuple(sorted(row.name for row in about)),
            read_as=self._scopes.cited(self._facts.ids(iri, Ata.readAs)),
            read_by=self._facts.one(iri, Ata.readBy),
            why=self._facts.one(iri, Ata.why),
            candidates=self._candidates(about, [" ".join(each.exact) for each in words], day),
        )

    def _candidates(
        self, about: Iterable[PropositionRow], words: Iterable[str], day: str | None
    ) -> tuple[CitedCandidate, ...]:
        found: defaultdict[str, _Why] = defaultdict(_Why)
        for each in words:
            for norm, ground in named_norms(self._scopes, each):
                found[norm].grounds.add(ground)
        named = set(found) if names_instrument(self._scopes, words) else None
        resolutions_alone = any(map(names_resolutions, words))
        for transfer in about:
            for norm, ground, finding in self._borne_on(transfer, day):
                is_meant = self._is_resolution(norm) or not resolutions_alone
                if is_meant if named is None else norm in named:
                    found[norm].grounds.add(ground)
                    found[norm].findings.update([finding] if finding else [])
        candidates = (self._candidate(norm, why, day) for norm, why in found.items())
        return tuple(sorted(candidates, key=lambda each: (each.citation, each.norm)))

    def _candidate(self, norm: str, why: _Why, day: str | None) -> CitedCandidate:
        scope = self._norms[norm]
        grounds = why.grounds - ({Ground.BARS_IF} if Ground.BARS in why.grounds else set())
        return CitedCandidate(
            norm=norm,
            citation=scope.row.citation,
            grounds=tuple(ground for ground in Ground if ground in grounds),
            findings=tuple(sorted(why.findings)),
            standing=_standing(scope, day),
            checked=scope.row.verification,
        )

    def _borne_on(
        self, transfer: PropositionRow, day: str | None
    ) -> Iterator[tuple[str, Ground, str | None]]:
        """Yield norms that are found to be breached, or that bar what is described on the day."""
        for finding in self._findings_on(transfer.iri):
            yield self._facts.word(finding, Ata.norm) or "", Ground.FOUND, id_of(finding)
        if day is None:
            return
        for entry in self._entries(transfer, day):
            yield entry.norm, Ground.BARS_IF if entry.is_open else Ground.BARS, None

    def _findings_on(self, transfer: str) -> Iterator[str]:
        """Yield the findings on a transfer, and on those that are parts of it, near and far."""
        reached, fresh = {transfer}, {transfer}
        while fresh:
            fresh = {part for whole in fresh for part in self._parts[whole]} - reached
            reached |= fresh
        for each in sorted(reached):
            yield from self._findings[each]

    def _entries(self, transfer: PropositionRow, day: str) -> Iterator[LedgerEntry]:
        """Yield what bars the transfer as described, by an end or a place that is named."""
        directions = _ends(transfer)
        items, places = transfer.values("item"), transfer.values("destination") or (None,)
        for (supplier, recipient), item, place in product(directions, items, places):
            parties = Parties(supplier=supplier, recipient=recipient)
            ends = {supplier, recipient} - {None}
            for cell in cells_of(self._scopes, parties, item=item, place=place, on=day):
                for entry in cell.entries:
                    if entry.says in (Says.PROHIBITED, Says.DISPUTED) and self._is_near(
                        entry, ends
                    ):
                        yield entry

    def _is_near(self, entry: LedgerEntry, ends: set[str | None]) -> bool:
        if entry.towards is not None and entry.towards.actor.id not in ends:
            return False
        if entry.towards is not None or not self._norms[entry.norm].places:
            return entry.towards is not None or entry.binds.actor.id in ends
        return not entry.only_places

    def _is_resolution(self, norm: str) -> bool:
        provision = self._facts.said(self._norms[norm].row.iri, Ata.statedIn)
        instrument = self._facts.said(provision, Ata.instrument)
        return self._facts.word(instrument, Ata.kind) == InstrumentKind.SECURITY_COUNCIL_RESOLUTION


def _ends(transfer: PropositionRow) -> list[tuple[str | None, str | None]]:
    """Return supplier and recipient as described; both directions where only parties are named."""
    suppliers, recipients = transfer.values("supplier"), transfer.values("recipient")
    parties = transfer.values("party")
    if not (suppliers or recipients):
        both = parties if len(parties) > 1 else (*parties, None)
        return [(one, other) for one, other in product(both, both) if one != other]
    return list(product(suppliers or (None,), recipients or (None,)))


def _place(row: CitedNorms) -> tuple[tuple[int, int], ...]:
    return row.words[0].spans if row.words else ()


def _standing(scope: NormScope, day: str | None) -> Standing:
    if day is None:
        return Standing.UNKNOWN
    windows = [p for p in scope.row.in_force if p.since <= day < (p.until or OPEN_END)]
    if not windows:
        return Standing.NOT_IN_FORCE
    return Standing.DISPUTED if all(p.held_by for p in windows) else Standing.IN_FORCE
