"""A graph as it stands when a part of it alone counts, with findings inferred from that part.

docs/decisions/0005-what-was-known-on-a-day.md tells what is left out, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.inference.findings import infer
from kg.iris import FINDINGS_GRAPH, actor_iri, document_iri, id_of, text_graph, text_iri
from kg.model.restriction import Restriction
from kg.vocab import Ata

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATE = "http://purl.org/dc/terms/date"
_ENTITY = "http://www.w3.org/ns/prov#entity"
_UNTIL = ox.NamedNode(Ata.validUntil)
_OPEN_END = ox.Literal("9999-12-31", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))


@dataclass(slots=True)
class _LeftOut:
    """IRIs of graphs and of nodes that do not count, and what of others is not known yet.

    ``ends`` are windows and memberships whose end is not, ``exceptions`` norms of which it is not
    known on which day their exception is over.
    """

    graphs: set[str] = field(default_factory=set)
    nodes: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    exceptions: set[str] = field(default_factory=set)


def restrict(store: ox.Store, restriction: Restriction) -> ox.Store:
    """Return a store in memory with what counts of ``store``, and what follows from it alone.

    What is left out takes with it every link that leads to it. ``store`` stays as it is.
    """
    left_out = _LeftOut(graphs={FINDINGS_GRAPH})
    for text in sorted(restriction.without):
        _leave_out_text(store, left_out, text_iri(text))
    if restriction.as_of is not None:
        day = restriction.as_of.isoformat()
        for text in _texts_after(store, day):
            _leave_out_text(store, left_out, text)
        _leave_out_later_norms(store, left_out, day)
        _leave_out_later_ends(store, left_out, day)
    if restriction.according_to:
        left_out.nodes |= _acts_of_others(store, restriction.according_to)
    kept = ox.Store()
    kept.bulk_extend(_what_is_kept(store, left_out))
    kept.extend(infer(kept))
    return kept


def undated_texts(store: ox.Store) -> tuple[str, ...]:
    """Return the ids of the texts of which no day is known by which they were out, sorted."""
    dated = _texts_by_day(store)
    return tuple(sorted(id_of(text) for text, day in dated.items() if day is None))


def _what_is_kept(store: ox.Store, left_out: _LeftOut) -> Iterator[ox.Quad]:
    for graph in store.named_graphs():
        if graph.value in left_out.graphs:
            continue
        for quad in store.quads_for_pattern(None, None, None, graph):
            subject = _word(quad.subject)
            if subject in left_out.nodes or _word(quad.object) in left_out.nodes:
                continue
            if quad.predicate.value == Ata.exceptsUntil and subject in left_out.exceptions:
                continue
            if quad.predicate == _UNTIL and subject in left_out.ends:
                yield ox.Quad(quad.subject, quad.predicate, _OPEN_END, graph)
            else:
                yield quad


def _leave_out_text(store: ox.Store, left_out: _LeftOut, text: str) -> None:
    graph = text_graph(id_of(text))
    left_out.graphs.add(graph)
    # What others answer in it, they answer no longer.
    left_out.nodes |= _instances(store, Ata.Proposition, ox.NamedNode(graph))
    # What rests on it is recorded as resting on it no longer.
    document = document_iri(id_of(text))
    left_out.nodes |= {document} | _pointing_to(store, _ENTITY, [document])


def _texts_by_day(store: ox.Store) -> dict[str, str | None]:
    """Return each text with the last day by which it can have come out, where one is known."""
    return {
        text: _value(store, document, Ata.latest) for text, document in _pairs(store, Ata.document)
    }


def _texts_after(store: ox.Store, day: str) -> list[str]:
    dated = _texts_by_day(store)
    return [text for text, out in dated.items() if out is None or out > day]


def _leave_out_later_norms(store: ox.Store, left_out: _LeftOut, day: str) -> None:
    later = {
        instrument
        for instrument in _instances(store, Ata.Instrument)
        if _is_after(_value(store, instrument, _DATE), day)
    }
    provisions = _pointing_to(store, Ata.instrument, later)
    norms = _pointing_to(store, Ata.statedIn, provisions)
    # Votes as recorded; what a text says of a vote goes with the text alone.
    votes = {
        vote
        for vote in _pointing_to(store, Ata.on, later)
        if any(vote.startswith(f"{instrument}/") for instrument in later)
    }
    periods = {period for norm, period in _pairs(store, Ata.inForce) if norm in norms}
    left_out.nodes |= later | provisions | norms | votes | periods
    left_out.nodes |= _later_windows(store, day)
    left_out.nodes |= {
        membership
        for kind in (Ata.Membership, Ata.NonMembership)
        for membership in _instances(store, kind)
        if (_value(store, membership, Ata.validFrom) or "") > day
    }


def _later_windows(store: ox.Store, day: str) -> set[str]:
    """Return the second and later windows of norms that begin after ``day``.

    The first window of a norm is fixed when it is adopted, whenever that window begins.
    """
    windows: dict[str, list[tuple[str, str]]] = {}
    for norm, period in _pairs(store, Ata.inForce):
        begins = _value(store, period, Ata.validFrom) or ""
        windows.setdefault(norm, []).append((begins, period))
    return {
        period for each in windows.values() for begins, period in sorted(each)[1:] if begins > day
    }


def _leave_out_later_ends(store: ox.Store, left_out: _LeftOut, day: str) -> None:
    for window, until in _pairs(store, Ata.validUntil):
        if until > day and not _end_was_fixed(store, window, day):
            left_out.ends.add(window)
    for norm, until in _pairs(store, Ata.exceptsUntil):
        if until > day:
            left_out.exceptions.add(norm)


def _end_was_fixed(store: ox.Store, window: str, day: str) -> bool:
    """Tell whether an instrument of that day or earlier is recorded as fixing the end."""
    by = _value(store, window, Ata.endedBy)
    return by is not None and not _is_after(_value(store, by, _DATE), day)


def _is_after(when: str | None, day: str) -> bool:
    return when is None or when > day


def _acts_of_others(store: ox.Store, actors: Iterable[str]) -> set[str]:
    """Return the speech acts in which none of ``actors`` speaks."""
    theirs = _pointing_to(store, Ata.speaker, map(actor_iri, actors))
    return _instances(store, Ata.SpeechAct) - theirs


def _pairs(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, None):
        yield _word(quad.subject), _word(quad.object)


def _pointing_to(store: ox.Store, predicate: str, objects: Iterable[str]) -> set[str]:
    node = ox.NamedNode(predicate)
    return {
        _word(quad.subject)
        for each in objects
        for quad in store.quads_for_pattern(None, node, ox.NamedNode(each), None)
    }


def _instances(store: ox.Store, kind: str, graph: ox.NamedNode | None = None) -> set[str]:
    found = store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind), graph)
    return {_word(quad.subject) for quad in found}


def _value(store: ox.Store, subject: str, predicate: str) -> str | None:
    node = ox.NamedNode(subject)
    found = next(store.quads_for_pattern(node, ox.NamedNode(predicate), None, None), None)
    return None if found is None else _word(found.object)


def _word(term: Term) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
