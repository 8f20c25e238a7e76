"""A graph as it stands when a part of it alone counts, with findings inferred from that part.

docs/decisions/0005-what-was-known-on-a-day.md tells what is left out, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import pyoxigraph as ox

from kg.inference.calendar import NEVER, OPEN_END, Calendar, read_calendar
from kg.inference.findings import infer, infer_in_batches
from kg.iris import FINDINGS_GRAPH, actor_iri, document_iri, id_of, text_graph
from kg.model.restriction import Restriction
from kg.quads.terms import PROV, XSD, graph_of, word_of
from kg.store.looking import instances, subjects
from kg.vocab import Ata

_UNTIL = ox.NamedNode(Ata.validUntil)
_ORGAN_OF = ox.NamedNode(Ata.organOf)
_EXCEPTS_UNTIL = ox.NamedNode(Ata.exceptsUntil)
_OPEN_END = ox.Literal(OPEN_END, datatype=ox.NamedNode(XSD + "date"))


@dataclass(slots=True)
class LeftOut:
    """IRIs of graphs and of nodes that do not count, and what of others is not known yet.

    ``organs`` are bodies and the states whose organs they are not yet. ``ends`` are windows,
    memberships and records of organs whose end is not known, ``exceptions`` norms of which it is
    not known on which day their exception is over.
    """

    graphs: set[str] = field(default_factory=lambda: {FINDINGS_GRAPH})
    nodes: set[str] = field(default_factory=set)
    organs: set[tuple[str, str]] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    exceptions: set[str] = field(default_factory=set)

    def kept(self, quad: ox.Quad) -> ox.Quad | None:
        """Return what is left of ``quad``: itself, the same with its end open, or None."""
        subject = word_of(quad.subject)
        if graph_of(quad) in self.graphs or subject in self.nodes:
            return None
        if word_of(quad.object) in self.nodes:
            return None
        if quad.predicate == _ORGAN_OF and (subject, word_of(quad.object)) in self.organs:
            return None
        if quad.predicate == _EXCEPTS_UNTIL and subject in self.exceptions:
            return None
        if quad.predicate == _UNTIL and subject in self.ends:
            return with_open_end(quad)
        return quad


def with_open_end(quad: ox.Quad) -> ox.Quad:
    """Return the same quad with an end of which no day is known."""
    return ox.Quad(quad.subject, quad.predicate, _OPEN_END, quad.graph_name)


def left_out_on(calendar: Calendar, day: str) -> LeftOut:
    """Return what does not count on ``day``, and all findings with it."""

    def later(part: dict[str, str]) -> set[str]:
        return {name for name, since in part.items() if since > day}

    return LeftOut(
        graphs={FINDINGS_GRAPH} | later(calendar.texts),
        nodes=later(calendar.nodes),
        organs={link for link, since in calendar.organs.items() if since > day},
        ends=later(calendar.ends),
        exceptions=later(calendar.exceptions),
    )


def restrict(store: ox.Store, restriction: Restriction) -> ox.Store:
    """Return a store in memory with what counts of ``store``, and what follows from it alone.

    What is left out takes with it every link that leads to it. ``store`` stays as it is.
    """
    left_out = _left_out(store, restriction)
    kept = ox.Store()
    kept.bulk_extend(what_is_kept(store, left_out))
    kept.extend(infer(kept))
    return kept


def infer_restricted(store: ox.Store, restriction: Restriction) -> Iterator[ox.Quad]:
    """Yield the findings alone that ``restrict`` comes to, and copy nothing else.

    They come a hundred texts or so at a time, so that it needs little memory, however many texts
    ``store`` has.
    """
    return chain.from_iterable(infer_in_batches(store, _left_out(store, restriction).kept))


def _left_out(store: ox.Store, restriction: Restriction) -> LeftOut:
    left_out = LeftOut()
    if restriction.as_of is not None:
        left_out = left_out_on(read_calendar(store), restriction.as_of.isoformat())
    for text in sorted(restriction.without):
        graph = text_graph(text)
        left_out.graphs.add(graph)
        # What others answer in it, they answer no longer.
        left_out.nodes |= instances(store, Ata.Proposition, graph)
        # What rests on it is recorded as resting on it no longer.
        document = document_iri(text)
        left_out.nodes |= {document} | subjects(store, PROV + "entity", document)
    if restriction.according_to:
        left_out.nodes |= _acts_of_others(store, restriction.according_to)
    return left_out


def undated_texts(store: ox.Store) -> tuple[str, ...]:
    """Return the ids of the texts of which no day is known by which they were out, sorted."""
    dated = read_calendar(store).texts
    return tuple(sorted(id_of(graph) for graph, day in dated.items() if day == NEVER))


def what_is_kept(store: ox.Store, left_out: LeftOut) -> Iterator[ox.Quad]:
    """Yield what counts of ``store``, without findings."""
    for graph in store.named_graphs():
        if graph.value not in left_out.graphs:
            for quad in store.quads_for_pattern(None, None, None, graph):
                kept = left_out.kept(quad)
                if kept is not None:
                    yield kept


def _acts_of_others(store: ox.Store, actors: Iterable[str]) -> set[str]:
    """Return the speech acts in which none of ``actors`` speaks."""
    theirs = {act for actor in actors for act in subjects(store, Ata.speaker, actor_iri(actor))}
    return instances(store, Ata.SpeechAct) - theirs
