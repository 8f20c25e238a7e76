"""A graph as it grows from day to day, with the rules run again only where something changed.

A finding follows from its own text, from the texts that answer that one, and from its norm with
those on which this one depends. So what came out or was adopted on a day tells which findings can
have changed. What comes out is the same as of ``restrict`` on every day; tests hold that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from kg.inference.calendar import Calendar, read_calendar
from kg.inference.findings import fact_of, infer_from
from kg.inference.links import Cell, Links
from kg.inference.restricting import left_out_on, what_is_kept, with_open_end
from kg.iris import DATA_BASE
from kg.quads.terms import graph_of, word_of
from kg.vocab import Ata

_FINDING = DATA_BASE + "finding/"
_UNTIL = ox.NamedNode(Ata.validUntil)
_ORGAN_OF = ox.NamedNode(Ata.organOf)
_EXCEPTS_UNTIL = ox.NamedNode(Ata.exceptsUntil)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A graph on one of the days on which it changed, and what changed since the moment before.

    ``store`` is the graph as of that day; the next moment writes to it. ``texts`` holds the graphs
    of texts that count from then on, ``nodes`` IRIs of all else that does, ``ends`` windows,
    memberships and records of organs whose end is known from then on, ``exceptions`` norms whose
    exception is over. Of
    ``findings``, IRIs of those that came, changed or fell away, each has its quads before.
    """

    day: str
    store: ox.Store
    texts: frozenset[str]
    nodes: frozenset[str]
    ends: frozenset[str]
    exceptions: frozenset[str]
    findings: Mapping[str, frozenset[ox.Quad]]


def moments(store: ox.Store, days: Iterable[str] | None = None) -> Iterator[Moment]:
    """Yield ``store`` as of each day on which it changed, or as of each of ``days``, in order.

    What changed between two of ``days`` changes on the later one.
    """
    calendar = read_calendar(store)
    growing = _Growing(store, calendar)
    for day in calendar.days() if days is None else sorted(days):
        yield growing.reach(day)


class _Growing:
    """A store in memory that is brought from one day to a later one."""

    def __init__(self, source: ox.Store, calendar: Calendar) -> None:
        self._source = source
        self._calendar = calendar
        self._left_out = left_out_on(calendar, "")
        self._kept = ox.Store()
        self._links = Links(source)
        # What the rules read: of a text by its graph, of all else by the subject.
        self._facts: defaultdict[str, set[ox.Quad]] = defaultdict(set)
        self._found: dict[str, frozenset[ox.Quad]] = {}
        self._cells: dict[str, Cell] = {}
        self._take(what_is_kept(source, self._left_out), ())

    def reach(self, day: str) -> Moment:
        before, self._left_out = self._left_out, left_out_on(self._calendar, day)
        now = self._left_out
        texts, nodes = before.graphs - now.graphs, before.nodes - now.nodes
        ends, exceptions = before.ends - now.ends, before.exceptions - now.exceptions
        found = self._returning(texts, nodes, ends, exceptions)
        organs = self._organ_links(before.organs - now.organs)
        changed = self._take(chain(found, organs), self._open_ends(ends))
        findings = self._infer_again(changed)
        return Moment(
            day=day,
            store=self._kept,
            texts=frozenset(texts),
            nodes=frozenset(nodes),
            ends=frozenset(ends),
            exceptions=frozenset(exceptions),
            findings=findings,
        )

    def _returning(
        self, graphs: set[str], nodes: set[str], ends: set[str], exceptions: set[str]
    ) -> Iterator[ox.Quad]:
        """Yield what counts now of all that the parts given stand in."""
        look = self._source.quads_for_pattern
        found = [look(None, None, None, ox.NamedNode(graph)) for graph in sorted(graphs)]
        for each in map(ox.NamedNode, sorted(nodes)):
            found += [look(each, None, None, None), look(None, None, each, None)]
        found += [look(ox.NamedNode(each), _UNTIL, None, None) for each in sorted(ends)]
        found += [look(ox.NamedNode(each), _EXCEPTS_UNTIL, None, None) for each in exceptions]
        for quads in found:
            for quad in quads:
                kept = self._left_out.kept(quad)
                if kept is not None:
                    yield kept

    def _organ_links(self, links: set[tuple[str, str]]) -> Iterator[ox.Quad]:
        for link in sorted(links):
            organ, state = map(ox.NamedNode, link)
            yield from self._source.quads_for_pattern(organ, _ORGAN_OF, state, None)

    def _open_ends(self, ends: set[str]) -> Iterator[ox.Quad]:
        for end in sorted(ends):
            for quad in self._source.quads_for_pattern(ox.NamedNode(end), _UNTIL, None, None):
                yield with_open_end(quad)

    def _take(self, more: Iterable[ox.Quad], less: Iterable[ox.Quad]) -> list[ox.Quad]:
        """Write to the store, and return what the rules read of all that was written."""
        facts = []
        for quad in less:
            if quad in self._kept:
                self._kept.remove(quad)
                facts.append(quad)
        new = [quad for quad in more if quad not in self._kept]
        self._kept.extend(new)
        read = []
        for at, quad in enumerate([*facts, *new]):
            fact = fact_of(quad)
            if fact is None:
                continue
            read.append(quad)
            graph = graph_of(quad)
            of_text = graph in self._calendar.texts
            held = self._facts[graph if of_text else word_of(quad.subject)]
            if at < len(facts):
                held.discard(fact)
            else:
                held.add(fact)
        return read

    def _infer_again(self, changed: Iterable[ox.Quad]) -> dict[str, frozenset[ox.Quad]]:
        """Run the rules on what the changed quads can touch; return what stood there before."""
        texts, norms = self._links.touched(changed)
        out = {graph for graph in self._calendar.texts if graph not in self._left_out.graphs}
        before: dict[str, frozenset[ox.Quad]] = {}
        changed_texts = self._links.with_transfers(texts & out)
        if changed_texts:
            before |= self._replace(changed_texts, None)
        other_texts = self._links.with_transfers(out - texts)
        if other_texts and norms:
            before |= self._replace(other_texts, norms)
        return before

    def _replace(
        self, texts: Collection[str], norms: Collection[str] | None
    ) -> dict[str, frozenset[ox.Quad]]:
        """Infer anew what ``texts`` and ``norms`` give, all norms where that is None."""
        old = {
            finding: self._found[finding]
            for finding, (text, norm) in self._cells.items()
            if text in texts and (norms is None or norm in norms)
        }
        new = self._infer(texts, norms)
        changed = {each for each in old.keys() | new.keys() if old.get(each) != new.get(each)}
        for finding in changed:
            for quad in old.get(finding, frozenset()) - new.get(finding, frozenset()):
                self._kept.remove(quad)
            self._found.pop(finding, None)
            self._cells.pop(finding, None)
        self._kept.extend(
            quad
            for each in changed
            for quad in new.get(each, frozenset()) - old.get(each, frozenset())
        )
        for finding in changed & new.keys():
            self._found[finding] = new[finding]
            self._cells[finding] = self._links.cell_of(finding, new[finding])
        return {finding: old.get(finding, frozenset()) for finding in sorted(changed)}

    def _infer(
        self, texts: Collection[str], norms: Collection[str] | None
    ) -> dict[str, frozenset[ox.Quad]]:
        own = self._links.with_answers(texts)
        facts = set().union(*(self._facts[graph] for graph in own))
        unread = self._links.not_needed(facts, norms)
        unread.update(self._calendar.texts)
        facts.update(*(held for about, held in self._facts.items() if about not in unread))
        found: defaultdict[str, set[ox.Quad]] = defaultdict(set)
        for quad in infer_from(facts):
            found[finding_of(quad)].add(quad)
        cells = {finding: self._links.cell_of(finding, found[finding]) for finding in found}
        return {
            finding: frozenset(quads)
            for finding, quads in found.items()
            if cells[finding].text in texts and (norms is None or cells[finding].norm in norms)
        }


def finding_of(quad: ox.Quad) -> str:
    """Return the finding that a quad of the findings is about: its subject, or that one's test."""
    return _FINDING + word_of(quad.subject).removeprefix(_FINDING).partition("/")[0]
