"""Claims → quads: the proposition, which asserts nothing, and every act of saying it."""

from __future__ import annotations

from kg.iris import (
    actor_iri,
    claim_iri,
    item_iri,
    norm_citation_iri,
    norm_iri,
    place_iri,
    said_iri,
    text_iri,
)
from kg.model.claims import (
    Breach,
    Claim,
    Conduct,
    Consequence,
    Exemption,
    Proposition,
    Said,
    TimeSaid,
    Transfer,
    VoteCast,
    said_numbers,
)
from kg.quads.passages import Passages
from kg.quads.terms import RDFS, NamedGraph, day, decimal
from kg.vocab import Ata


class Claims:
    """The claims of one text; ``norm_names`` are those under which the text cites norms."""

    def __init__(
        self, graph: NamedGraph, text: str, norm_names: frozenset[str], passages: Passages
    ) -> None:
        self._graph = graph
        self._text = text
        self._norm_names = norm_names
        self._passages = passages

    def add(self, claim: Claim) -> None:
        """Write the proposition and its speech acts."""
        iri = claim_iri(self._text, claim.name)
        self._graph.add_types(iri, Ata.Proposition)
        self._graph.add(iri, Ata.text, text_iri(self._text))
        self._graph.add_words(iri, RDFS + "label", claim.name)
        self._graph.add_words(iri, Ata.note, claim.note)
        for answered in claim.answers:
            self._graph.add(iri, Ata.answers, claim_iri(*answered.split("/", 1)))
        self._add_content(iri, claim.content)
        for said, number in zip(claim.said, said_numbers(claim), strict=True):
            self._add_said(iri, said, number)

    def _add_content(self, iri: str, content: Proposition) -> None:
        match content:
            case Transfer():
                self._add_transfer(iri, content)
            case Conduct():
                self._add_conduct(iri, content)
            case Breach():
                self._graph.add_types(iri, Ata.Breach)
                self._add_claims(iri, Ata.concerns, content.concerns)
                self._add_citations(iri, Ata.breachOf, content.breach_of)
            case VoteCast():
                self._graph.add_types(iri, Ata.Vote)
                self._add_actors(iri, Ata.agent, content.agent)
                self._add_citations(iri, Ata.on, content.on)
                self._graph.add(iri, Ata.cast, content.cast.iri)
                self._add_time(iri, content.date)
            case Consequence():
                self._graph.add_types(iri, Ata.Consequence)
                self._add_claims(iri, Ata.cause, content.cause)
                self._add_claims(iri, Ata.effect, content.effect)
            case Exemption():
                self._graph.add_types(iri, Ata.Exemption)
                self._add_actors(iri, Ata.agent, content.agent)
                self._add_claims(iri, Ata.transfer, (content.transfer,))
                self._graph.add(iri, Ata.norm, norm_iri(content.norm))

    def _add_transfer(self, iri: str, transfer: Transfer) -> None:
        self._graph.add_types(iri, Ata.Transfer)
        self._add_actors(iri, Ata.supplier, transfer.supplier)
        self._add_actors(iri, Ata.recipient, transfer.recipient)
        self._add_actors(iri, Ata.party, transfer.party)
        self._add_actors(iri, Ata.via, transfer.via)
        self._graph.add(iri, Ata.item, *map(item_iri, transfer.item))
        self._add_quantity(iri, transfer)
        self._graph.add(iri, Ata.destination, *map(place_iri, transfer.destination))
        self._graph.add(iri, Ata.route, *map(place_iri, transfer.route))
        self._add_claims(iri, Ata.purpose, transfer.purpose)
        self._add_claims(iri, Ata.inReturnFor, transfer.in_return_for)
        self._add_whole(iri, transfer.part_of)
        self._add_time(iri, transfer.date)

    def _add_quantity(self, iri: str, transfer: Transfer) -> None:
        self._graph.add_words(iri, Ata.quantity, transfer.quantity)
        for role, number in (
            (Ata.atLeast, transfer.at_least),
            (Ata.atMost, transfer.at_most),
            (Ata.about, transfer.about),
        ):
            self._graph.add(iri, role, decimal(number) if number is not None else None)
        self._graph.add(iri, Ata.unit, transfer.unit.iri if transfer.unit else None)

    def _add_conduct(self, iri: str, conduct: Conduct) -> None:
        self._graph.add_types(iri, Ata.Conduct)
        self._graph.add(iri, Ata.kind, conduct.kind.iri)
        self._add_actors(iri, Ata.agent, conduct.agent)
        self._add_actors(iri, Ata.against, conduct.against)
        self._add_actors(iri, Ata.beneficiary, conduct.beneficiary)
        self._graph.add(iri, Ata.concerns, *map(self._claim_or_citation, conduct.concerns))
        self._add_claims(iri, Ata.purpose, conduct.purpose)
        self._add_whole(iri, conduct.part_of)
        self._add_time(iri, conduct.date)

    def _add_actors(self, iri: str, role: str, actors: tuple[str, ...]) -> None:
        self._graph.add(iri, role, *map(actor_iri, actors))

    def _add_claims(self, iri: str, role: str, claims: tuple[str, ...]) -> None:
        self._graph.add(iri, role, *(claim_iri(self._text, claim) for claim in claims))

    def _add_citations(self, iri: str, role: str, names: tuple[str, ...]) -> None:
        self._graph.add(iri, role, *(norm_citation_iri(self._text, name) for name in names))

    def _claim_or_citation(self, name: str) -> str:
        if name in self._norm_names:
            return norm_citation_iri(self._text, name)
        return claim_iri(self._text, name)

    def _add_whole(self, iri: str, whole: str | None) -> None:
        if whole is not None:
            self._add_claims(iri, Ata.partOf, (whole,))

    def _add_time(self, iri: str, time: TimeSaid | None) -> None:
        if time is not None:
            self._graph.add(iri, Ata.earliest, day(time.earliest) if time.earliest else None)
            self._graph.add(iri, Ata.latest, day(time.latest) if time.latest else None)

    def _add_said(self, claim: str, said: Said, number: int) -> None:
        graph = self._graph
        spans = [(span.start, span.end) for span in said.quote.spans]
        iri = said_iri(claim, spans, number)
        graph.add_types(iri, Ata.SpeechAct)
        graph.add(iri, Ata.inText, text_iri(self._text))
        graph.add(iri, Ata.content, claim)
        self._add_actors(iri, Ata.speaker, said.speaker)
        self._add_actors(iri, Ata.addressee, said.addressee)
        graph.add(iri, Ata.force, said.force.iri)
        graph.add(iri, Ata.stance, said.stance.iri if said.stance else None)
        graph.add(iri, Ata.status, said.status.iri if said.status else None)
        graph.add(iri, Ata.attitude, said.attitude.iri if said.attitude else None)
        graph.add(iri, Ata.evidence, self._passages.add_quote(said.quote))
        graph.add_words(iri, Ata.reading, said.reading)
        graph.add_words(iri, Ata.gloss, said.gloss)
        graph.add_words(iri, Ata.note, said.note)
