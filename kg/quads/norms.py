"""Instruments, their provisions, recorded votes and norms → quads."""

from __future__ import annotations

from collections.abc import Mapping

from kg.iris import (
    actor_iri,
    instrument_iri,
    item_iri,
    norm_iri,
    period_iri,
    place_iri,
    provision_iri,
    recorded_vote_iri,
)
from kg.model.norms import Instrument, Norm
from kg.quads.sources import add_sources
from kg.quads.terms import DCTERMS, OPEN_END, RDFS, SKOS, NamedGraph, day, english, words
from kg.vocab import Ata


def add_instrument(
    graph: NamedGraph, instrument: Instrument, instruments: Mapping[str, Instrument]
) -> None:
    """Write an instrument, the votes on it, its paragraphs and the norms read from them.

    ``instruments`` are all, since a norm may be read with paragraphs of others.
    """
    iri = instrument_iri(instrument.id)
    graph.add_types(iri, Ata.Instrument)
    graph.add(iri, RDFS + "label", words(instrument.symbol))
    graph.add(iri, DCTERMS + "title", english(instrument.title))
    graph.add(iri, Ata.kind, instrument.kind.iri)
    when = instrument.adopted or instrument.voted_on
    graph.add(iri, DCTERMS + "date", day(when) if when else None)
    by = instrument.adopted_by
    graph.add(iri, DCTERMS + "creator", actor_iri(by) if by else None)
    graph.add(iri, DCTERMS + "source", instrument.url)
    graph.add(iri, Ata.verification, instrument.verification.iri)
    graph.add_words(iri, Ata.note, instrument.note)
    add_sources(graph, iri, instrument.sources)
    _add_votes(graph, instrument)
    for left_out in instrument.left_out:
        provision = _add_provision(graph, instrument, left_out.paragraph)
        graph.add_words(provision, Ata.note, left_out.why)
    for norm in instrument.norms:
        _add_norm(graph, norm, instrument)
        _add_read_with(graph, norm, instruments)


def _add_votes(graph: NamedGraph, instrument: Instrument) -> None:
    if instrument.votes is None:
        return
    for actor, cast in instrument.votes.votes:
        vote = recorded_vote_iri(instrument.id, actor)
        graph.add_types(vote, Ata.Vote, Ata.Proposition)
        graph.add(vote, Ata.agent, actor_iri(actor))
        graph.add(vote, Ata.on, instrument_iri(instrument.id))
        graph.add(vote, Ata.cast, cast.iri)
        graph.add(vote, Ata.verification, instrument.votes.verification.iri)
        graph.add_words(vote, Ata.note, instrument.votes.note)


def _add_provision(graph: NamedGraph, instrument: Instrument, paragraph: str) -> str:
    iri = provision_iri(instrument.id, paragraph)
    graph.add_types(iri, Ata.Provision)
    graph.add(iri, Ata.instrument, instrument_iri(instrument.id))
    graph.add_words(iri, Ata.paragraph, paragraph)
    # "Art. 51", "Annex B 4": what is not a number says itself what it is.
    numbered = f"para. {paragraph}" if paragraph[:1].isdigit() else paragraph
    graph.add_words(iri, RDFS + "label", f"{instrument.symbol}, {numbered}")
    return iri


def _add_norm(graph: NamedGraph, norm: Norm, instrument: Instrument) -> None:
    iri = norm_iri(norm.id)
    graph.add_types(iri, Ata.Norm)
    graph.add(iri, RDFS + "label", english(norm.rule))
    graph.add(iri, Ata.statedIn, _add_provision(graph, instrument, norm.paragraph))
    graph.add(iri, Ata.addressee, *map(actor_iri, norm.addressee))
    graph.add(iri, Ata.deontic, norm.deontic.iri)
    graph.add(iri, Ata.role, norm.role.iri)
    graph.add(iri, Ata.counterparty, *map(actor_iri, norm.counterparty))
    graph.add(iri, Ata.covers, *map(item_iri, norm.covers))
    graph.add(iri, Ata.excepts, *map(item_iri, norm.excepts))
    graph.add(iri, Ata.exceptsUntil, day(norm.excepts_until) if norm.excepts_until else None)
    graph.add(iri, Ata.condition, norm.condition.iri if norm.condition else None)
    graph.add_words(iri, Ata.exemptible, *norm.exemptible)
    graph.add(iri, Ata.exemptedBy, *map(actor_iri, norm.exempted_by))
    graph.add(iri, Ata.territory, *map(place_iri, norm.territory))
    graph.add(iri, Ata.dependsOn, *map(norm_iri, norm.depends_on))
    graph.add(iri, Ata.verification, norm.verification.iri)
    sources = {source.key: source.url for source in instrument.sources}
    graph.add(iri, DCTERMS + "source", *(sources[key] for key in norm.sources))
    graph.add_words(iri, Ata.note, norm.note)
    graph.add_words(iri, SKOS + "scopeNote", norm.reach)
    _add_changes(graph, norm)


def _add_changes(graph: NamedGraph, norm: Norm) -> None:
    iri = norm_iri(norm.id)
    for number, in_force in enumerate(norm.in_force, 1):
        period = period_iri(norm.id, number)
        graph.add(iri, Ata.inForce, period)
        graph.add_types(period, Ata.Period)
        graph.add(period, Ata.validFrom, day(in_force.valid_from))
        graph.add(period, Ata.validUntil, day(in_force.valid_until or OPEN_END))
        graph.add(period, Ata.heldBy, *map(actor_iri, in_force.held_by))
        graph.add(period, Ata.rejectedBy, *map(actor_iri, in_force.rejected_by))
        ended_by = in_force.ended_by
        graph.add(period, Ata.endedBy, instrument_iri(ended_by) if ended_by else None)
        graph.add_words(period, Ata.note, in_force.note)
    for amendment in norm.amended_by:
        graph.add(iri, Ata.amendedBy, norm_iri(amendment.norm))
        if amendment.note is not None:
            graph.add_words(iri, SKOS + "changeNote", f"{amendment.norm}: {amendment.note}")


def _add_read_with(graph: NamedGraph, norm: Norm, instruments: Mapping[str, Instrument]) -> None:
    for each in norm.read_with:
        name, _, paragraph = each.partition(" ")
        provision = _add_provision(graph, instruments[name], paragraph)
        graph.add(norm_iri(norm.id), RDFS + "seeAlso", provision)
