"""A graph unwound from its last day, with what the rules find where they would find otherwise.

What is found on a day, from what some say, is found on most other days as well. So the rules run
for those norms and texts alone of which something is known later than they are themselves, and for
transfers to which not all speakers bring the same. What comes out is the same as of ``restrict``
for every day and any speakers; tests hold that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import pyoxigraph as ox

from kg.inference.bringing import Bringing, Part
from kg.inference.calendar import NEVER, Calendar, read_calendar
from kg.inference.findings import fact_of, infer_from
from kg.inference.links import Links
from kg.inference.replaying import finding_of
from kg.inference.restricting import LeftOut, left_out_on, what_is_kept, with_open_end
from kg.iris import FINDINGS_GRAPH
from kg.quads.terms import graph_of, word_of
from kg.vocab import Ata

LAST = NEVER + NEVER
"""Sorts after every day, and after what has none: until then stands what is found at last."""

_LAST_DAY = "9999-12-31"
_UNTIL = ox.NamedNode(Ata.validUntil)
_EXCEPTS_UNTIL = ox.NamedNode(Ata.exceptsUntil)
_FINDINGS = ox.NamedNode(FINDINGS_GRAPH)


Found = dict[str, set[ox.Quad]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What is found on days before ``until``, with the day for each finding from which it is.

    ``store`` is the graph of these days with these findings; the next stretch writes to it. Where
    ``part`` is given, this is found where no more than that is brought to its transfer; otherwise
    all acts count. ``norms`` are those of which something is known from ``until`` on.
    """

    until: str
    store: ox.Store
    findings: Mapping[str, str]
    norms: frozenset[str]
    part: Part | None


@dataclass(slots=True)
class Change:
    """What a day changes of what is found, in texts that were out before.

    ``norms`` are those of which something is known from then on. ``cells`` holds the norms on which
    something may be found otherwise in texts that name one of the actors beside them, ``texts``
    those in which something may be found otherwise on any norm.
    """

    norms: set[str] = field(default_factory=set)
    cells: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)

    def on(self, text: str, ends: Collection[str]) -> set[str] | None:
        """Return the norms on which it matters for a text that names ``ends``; None for all."""
        if text in self.texts:
            return None
        return {
            norm for norms, actors in self.cells if not actors.isdisjoint(ends) for norm in norms
        }


def unwind(store: ox.Store, bringing: Bringing) -> Iterator[Stretch]:
    """Yield the stretches of ``store``, the latest first; that of everything is not yielded."""
    unwinding = _Unwinding(store, bringing)
    yield from unwinding.variants(LAST)
    for day in sorted(unwinding.changes, reverse=True):
        yield from unwinding.before(day)


class Since:
    """From which day each finding stands as it does at last, and on which days its norms change."""

    def __init__(self, store: ox.Store, calendar: Calendar, links: Links) -> None:
        self._store = store
        self._calendar = calendar
        self._links = links
        self._known: dict[tuple[str, str], set[str] | None] = {}
        self.changes = self._changes()

    def of(self, text: str, norm: str, until: str) -> str:
        """Return the first day of the stretch that ends on ``until``."""
        nodes, texts = self._calendar.nodes, self._calendar.texts
        earlier = (day for day in self.changes if day < until)
        days = [day for day in earlier if self.matters(day, text, norm)]
        return max([texts[text], nodes.get(norm, ""), *days])

    def matters(self, day: str, text: str, norm: str) -> bool:
        """Tell whether something is known from ``day`` on that matters for a norm in a text."""
        norms = self.on(day, text)
        return norms is None or norm in norms

    def on(self, day: str, text: str) -> set[str] | None:
        """Return the norms for which ``day`` matters in a text; None for all."""
        if day not in self.changes:
            return set()
        if (day, text) not in self._known:
            norms = self.changes[day].on(text, self._links.ends_in(text))
            known = None if norms is None else norms & self._links.prohibitions
            self._known[day, text] = known
        return self._known[day, text]

    def _changes(self) -> dict[str, Change]:
        calendar, links = self._calendar, self._links
        changes: defaultdict[str, Change] = defaultdict(Change)
        first = min(calendar.texts.values(), default=NEVER)
        for part in (calendar.nodes, calendar.ends, calendar.exceptions):
            for node, day in part.items():
                if day > first:
                    own, norms, actors = links.reached_from(node)
                    before = {norm for norm in norms if calendar.nodes.get(norm, "") < day}
                    if before and (own or actors):
                        changes[day].norms |= own & before
                        changes[day].cells.append((frozenset(before), actors))
        for text, day in calendar.texts.items():
            for later in self._named_later(text, day):
                changes[later].texts |= {text, *links.answered_by(text)}
        return dict(changes)

    def _named_later(self, text: str, day: str) -> set[str]:
        """Return the days after that of a text on which something that it names is there first."""
        nodes = self._calendar.nodes
        quads = self._store.quads_for_pattern(None, None, None, ox.NamedNode(text))
        return {since for quad in quads if (since := nodes.get(word_of(quad.object), "")) > day}


class _Unwinding:
    def __init__(self, store: ox.Store, bringing: Bringing) -> None:
        self._calendar = read_calendar(store)
        self._links = Links(store)
        self._since = Since(store, self._calendar, self._links)
        self.changes = self._since.changes
        self._bringing = bringing
        self._left_out = LeftOut()
        self._kept = ox.Store()
        # What the rules read: of a text by its graph, of all else by the subject.
        self._facts: defaultdict[str, set[ox.Quad]] = defaultdict(set)
        self._write((), what_is_kept(store, self._left_out))

    def before(self, day: str) -> Iterator[Stretch]:
        """Yield what was found on the days before ``day``, and is found otherwise from then on."""
        self._rewind(_day_before(day))
        out = {text for text, since in self._calendar.texts.items() if since < day}
        on = {text: self._since.on(day, text) for text in self._links.with_transfers(out)}
        found: Found = {}
        if some := {text: norms for text, norms in on.items() if norms}:
            found |= self._infer(some, set().union(*some.values()), ())
        if every := {text for text, norms in on.items() if norms is None}:
            found |= self._infer(every, None, ())
        yield self._stretch(day, found, norms=frozenset(self.changes[day].norms))
        yield from self.variants(day)

    def variants(self, until: str) -> Iterator[Stretch]:
        """Yield what is found where some of those who bring something to a transfer count."""
        for part in self._bringing.parts():
            text = self._links.text_of(part.transfer)
            norms = None if until == LAST else self._since.on(until, text)
            if self._calendar.texts[text] < until and norms != set():
                yield self._stretch(until, self._infer({text}, norms, part.dropped), part=part)

    def _stretch(
        self,
        until: str,
        found: Found,
        *,
        norms: frozenset[str] = frozenset(),
        part: Part | None = None,
    ) -> Stretch:
        for quad in list(self._kept.quads_for_pattern(None, None, None, _FINDINGS)):
            self._kept.remove(quad)
        # What a norm depends on is told of it, and so has to be there.
        self._kept.extend(quad for quads in found.values() for quad in quads)
        since = {}
        for iri, quads in sorted(found.items()):
            cell = self._links.cell_of(iri, quads)
            first = self._since.of(cell.text, cell.norm, until)
            asked = until == LAST or self._since.matters(until, cell.text, cell.norm)
            of_part = part is None or _one(iri, quads, Ata.transfer) == part.transfer
            if first < until and asked and of_part:
                since[iri] = first
        return Stretch(until=until, store=self._kept, findings=since, norms=norms, part=part)

    def _infer(
        self, texts: Collection[str], norms: Collection[str] | None, dropped: Collection[str]
    ) -> Found:
        own = self._links.with_answers(texts)
        facts = set().union(*(self._facts[graph] for graph in own))
        unread = self._links.not_needed(facts, norms)
        unread.update(self._calendar.texts)
        facts = {fact for fact in facts if word_of(fact.subject) not in dropped}
        facts.update(*(held for about, held in self._facts.items() if about not in unread))
        found: defaultdict[str, set[ox.Quad]] = defaultdict(set)
        for quad in infer_from(facts):
            found[finding_of(quad)].add(quad)
        return {
            iri: quads
            for iri, quads in found.items()
            if self._links.cell_of(iri, quads).text in texts
        }

    def _rewind(self, day: str) -> None:
        """Leave out what was not there on ``day``."""
        now = left_out_on(self._calendar, day)
        before, self._left_out = self._left_out, now
        look = self._kept.quads_for_pattern
        gone: list[ox.Quad] = []
        opened: list[ox.Quad] = []
        for graph in sorted(now.graphs - before.graphs):
            gone += look(None, None, None, ox.NamedNode(graph))
        for node in map(ox.NamedNode, sorted(now.nodes - before.nodes)):
            gone += [*look(node, None, None, None), *look(None, None, node, None)]
        for end in sorted(now.ends - before.ends):
            ends = list(look(ox.NamedNode(end), _UNTIL, None, None))
            gone += ends
            opened += map(with_open_end, ends)
        for norm in sorted(now.exceptions - before.exceptions):
            gone += look(ox.NamedNode(norm), _EXCEPTS_UNTIL, None, None)
        self._write(gone, [quad for quad in opened if now.kept(quad) is not None])

    def _write(self, less: Iterable[ox.Quad], more: Iterable[ox.Quad]) -> None:
        for quad in less:
            self._kept.remove(quad)
            self._note(quad, held=False)
        new = list(more)
        self._kept.extend(new)
        for quad in new:
            self._note(quad, held=True)

    def _note(self, quad: ox.Quad, *, held: bool) -> None:
        fact = fact_of(quad)
        if fact is None:
            return
        graph = graph_of(quad)
        facts = self._facts[graph if graph in self._calendar.texts else word_of(quad.subject)]
        (facts.add if held else facts.discard)(fact)


def _one(iri: str, quads: Iterable[ox.Quad], predicate: str) -> str:
    return next(
        word_of(quad.object)
        for quad in quads
        if word_of(quad.subject) == iri and quad.predicate.value == predicate
    )


def _day_before(day: str) -> str:
    if day == NEVER:
        return _LAST_DAY
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
