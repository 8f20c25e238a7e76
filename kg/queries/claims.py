"""What texts describe, and who says it how, as rows."""

from __future__ import annotations

from collections.abc import Callable

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names
from kg.queries.rows import PropositionRow, RoleRow, SpeechActRow
from kg.queries.sentences import Sentences, kind_of
from kg.queries.texts import date_of
from kg.queries.verbs import predicate
from kg.queries.wholes import INHERITED, RoleValues
from kg.queries.words import Words, place_of
from kg.vocab import Ata, Attitude, Force, Stance, Status

_ACTORS = (
    Ata.supplier,
    Ata.recipient,
    Ata.party,
    Ata.via,
    Ata.agent,
    Ata.against,
    Ata.beneficiary,
)
_CONCEPTS = (Ata.kind, Ata.item, Ata.cast, Ata.unit)
_PLACES = (Ata.destination, Ata.route)
_PROPOSITIONS = (
    Ata.partOf,
    Ata.purpose,
    Ata.inReturnFor,
    Ata.concerns,
    Ata.breachOf,
    Ata.on,
    Ata.cause,
    Ata.effect,
    Ata.transfer,
    Ata.norm,
    Ata.answers,
)
_LITERALS = (Ata.quantity, Ata.atLeast, Ata.atMost, Ata.about, Ata.earliest, Ata.latest)
# Every property that a row of a proposition gives as a role.
ROLES = (*_ACTORS, *_CONCEPTS, *_PLACES, *_PROPOSITIONS, *_LITERALS)


class Claims:
    """Propositions and speech acts, with what is needed to say them in a sentence."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.names = Names(facts)
        self.roles = RoleValues(facts)
        self.words = Words(facts)
        self.sentences = Sentences(facts, self.names, self.roles, self.words)

    def propositions(self) -> tuple[PropositionRow, ...]:
        """Return what texts describe, in the order in which they first say it."""
        first: dict[str, tuple[tuple[int, int], ...]] = {}
        for act, contents in self._facts.subjects(Ata.content).items():
            for words in self.words.all_of(act):
                for content in contents:
                    first[content] = min(first.get(content, words.spans), words.spans)
        described = [
            self.proposition(iri)
            for iri in self._facts.instances(Ata.Proposition)
            if self._facts.all(iri, Ata.text)
        ]
        return tuple(
            sorted(described, key=lambda row: (row.text, first.get(row.iri, ()), row.name))
        )

    def speech_acts(self) -> tuple[SpeechActRow, ...]:
        """Return every act of saying, in the order of the texts."""
        rows = [self.act(iri) for iri in self._facts.instances(Ata.SpeechAct)]
        return tuple(sorted(rows, key=lambda row: (place_of(row.words), row.iri)))

    def act_sentence(self, iri: str) -> str:
        """Return who says it and how, such as "Japan confirms, as completed"."""
        facts = self._facts
        speakers = facts.all(iri, Ata.speaker)
        force = facts.word(iri, Ata.force)
        stance, status = facts.word(iri, Ata.stance), facts.word(iri, Ata.status)
        attitude = facts.word(iri, Ata.attitude)
        said = predicate(
            several=len(speakers) > 1,
            force=Force(force) if force else Force.ASSERTIVE,
            stance=Stance(stance) if stance else None,
            status=Status(status) if status else None,
            attitude=Attitude(attitude) if attitude else None,
            addressee=self.names.actors(facts.all(iri, Ata.addressee)),
        )
        return f"{self.names.actors(speakers) or 'A speaker who is not named'} {said}"

    def proposition(self, iri: str) -> PropositionRow:
        """Return one of what texts describe."""
        facts = self._facts
        whole = facts.one(iri, Ata.partOf)
        return PropositionRow(
            iri=iri,
            name=facts.said(iri, RDFS_LABEL) or id_of(iri),
            text=facts.word(iri, Ata.text) or "",
            kind=kind_of(facts, iri),
            sentence=self.sentences.proposition(iri),
            roles=tuple(self._roles(iri)),
            part_of=whole,
        )

    def _roles(self, iri: str) -> list[RoleRow]:
        rows: list[RoleRow] = []
        for role in ROLES:
            source = self.roles.source(iri, role)
            if source is None:
                continue
            from_whole = source != iri
            if from_whole and role not in INHERITED:
                continue
            rows.extend(
                RoleRow(
                    role=_kebab(role),
                    value=self._value(role, value),
                    label=self._label(role, value),
                    from_whole=from_whole,
                )
                for value in self._facts.all(source, role)
            )
        return rows

    def _value(self, role: str, value: str) -> str:
        return id_of(value) if role in (*_ACTORS, *_CONCEPTS, *_PLACES) else value

    def _label(self, role: str, value: str) -> str:
        named: dict[tuple[str, ...], Callable[[str], str]] = {
            _ACTORS: self.names.actor,
            _CONCEPTS: self.names.concept,
            _PLACES: self.names.place,
            _LITERALS: str,
        }
        for roles, name in named.items():
            if role in roles:
                return name(value)
        if self._facts.all(value, Ata.citedAs):
            return self.sentences.quoted(value)
        if self._facts.all(value, Ata.statedIn):
            return self.names.citation(value)
        return self.sentences.proposition(value)

    def act(self, iri: str) -> SpeechActRow:
        """Return one act of saying."""
        facts = self._facts
        text = facts.said(iri, Ata.inText)
        return SpeechActRow(
            iri=iri,
            proposition=facts.said(iri, Ata.content),
            text=id_of(text),
            date=date_of(facts, facts.said(text, Ata.document)),
            speaker=facts.ids(iri, Ata.speaker),
            addressee=facts.ids(iri, Ata.addressee),
            force=facts.word(iri, Ata.force) or Force.ASSERTIVE,
            stance=facts.word(iri, Ata.stance),
            status=facts.word(iri, Ata.status),
            attitude=facts.word(iri, Ata.attitude),
            sentence=self.act_sentence(iri),
            words=self.words.of(facts.said(iri, Ata.evidence)),
            reading=facts.one(iri, Ata.reading),
            note=facts.one(iri, Ata.note),
        )


def _kebab(role: str) -> str:
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in id_of(role))


def negates(stance: str | None) -> bool:
    """Tell whether a speech act with this stance takes its proposition not to be so."""
    return stance is not None and Stance(stance).is_a(Stance.NEGATES)
