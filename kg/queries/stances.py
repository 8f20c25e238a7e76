"""Who takes which stance on a proposition, as time goes: in its own text, and by answers to it.

docs/disagreement.md tells which speech acts bear on a proposition, and which are only related.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import pyoxigraph as ox

from kg.inference.notes import Notes, take_notes
from kg.iris import actor_iri
from kg.queries.claims import Claims, negates
from kg.queries.facts import Facts
from kg.queries.known import ParameterKind, find_proposition, find_term
from kg.queries.nearby import graphs_near
from kg.queries.nearby_denials import NearbyDenials
from kg.queries.rows import PropositionRow, SpeechActRow
from kg.queries.scopes import Scopes, Why
from kg.queries.tellers import Tellers
from kg.queries.values import ValueRow, value_of
from kg.vocab import Ata


class Bears(Enum):
    """On what a speech act is, seen from the proposition on which it bears."""

    ITSELF = "itself"
    WHOLE = "a whole of it"
    ANSWER = "an answer to it"
    ANSWER_TO_WHOLE = "an answer to a whole of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow:
    """A stance that somebody takes on a proposition, or on another that bears on it.

    ``on`` is the proposition that the words are about. ``told_by`` are the ids of those who issue
    the text where it tells what others say; else it is empty.
    """

    act: SpeechActRow
    on: PropositionRow
    bears: Bears
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """A denial of something like a proposition that does not reach it, and why it does not."""

    act: SpeechActRow
    on: PropositionRow
    why: tuple[Why, ...]
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMatrix:
    """Everybody's stances on one proposition, the earliest first.

    ``related`` are denials of the like that are not about it. ``lawful`` are those who say that the
    transfer breaches nothing, which denies nothing of the transfer. ``names`` leads from ids of
    actors to what they are called.
    """

    proposition: PropositionRow
    stances: tuple[StanceRow, ...]
    related: tuple[RelatedRow, ...]
    lawful: tuple[RelatedRow, ...]
    value: ValueRow
    names: tuple[tuple[str, str], ...]

    def by_actor(self) -> dict[str, tuple[StanceRow, ...]]:
        """Return the rows of the matrix: each speaker's stances; joint ones are everybody's."""
        return by_actor(self.stances)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the columns of the matrix: the day and the id of each text, as time goes."""
        return tuple(dict.fromkeys((row.act.date, row.act.text) for row in self.stances))


_Row = TypeVar("_Row", StanceRow, RelatedRow)


def stance_matrix(store: ox.Store, wanted: str) -> StanceMatrix:
    """Return who takes which stance on the proposition that ``wanted`` names.

    That is a claim's name, with the id of its text before it where several texts have such a claim:
    ``2023-10-26-us-jp-kr/dprk-arms-to-russia``. KgError where it names none, or several.
    """
    iri = find_proposition(store, wanted)
    return Stances(store, graphs_near(store, iri)).matrix(iri)


def stance_matrices(store: ox.Store) -> dict[str, StanceMatrix]:
    """Return who takes which stance on every proposition of a store, by its IRI."""
    stances = Stances(store)
    return {iri: stances.matrix(iri) for iri in stances.propositions}


class Stances:
    """Stances on the propositions of a store, or of ``graphs`` of it where they are given."""

    def __init__(self, store: ox.Store, graphs: frozenset[str] | None = None) -> None:
        facts = Facts(store, graphs=graphs)
        claims = Claims(facts)
        self.propositions = {row.iri: row for row in claims.propositions()}
        self.acts = {row.iri: row for row in claims.speech_acts()}
        self._facts = facts
        self._claims = claims
        self._notes: Notes = take_notes(store, graphs)
        self._scopes = Scopes(facts, self._notes)
        self._of: dict[str, list[SpeechActRow]] = {}
        for act in self.acts.values():
            self._of.setdefault(act.proposition, []).append(act)
        self._tellers = Tellers(facts)
        self._answering: dict[str, list[str]] = {}
        for reply, answered in facts.subjects(Ata.answers).items():
            for each in answered:
                self._answering.setdefault(each, []).append(reply)
        self._denied = NearbyDenials(self._denied_transfers(), facts, self._notes)

    def matrix(self, iri: str) -> StanceMatrix:
        """Return everybody's stances on the proposition ``iri``."""
        stances = self.on(iri)
        related = tuple(_in_time(self._related(iri, {row.act.iri for row in stances})))
        lawful = tuple(_in_time(self._lawful(iri)))
        every: list[StanceRow | RelatedRow] = [*stances, *related, *lawful]
        named = {each for row in every for each in (*row.act.speaker, *row.told_by)}
        return StanceMatrix(
            proposition=self.propositions[iri],
            stances=stances,
            related=related,
            lawful=lawful,
            value=value_of(self.propositions[iri], stances),
            names=tuple(sorted((each, self.name(each)) for each in named)),
        )

    def on(self, iri: str) -> tuple[StanceRow, ...]:
        """Return the stances that bear on the proposition ``iri``, the earliest first."""
        rows = [self._row(act, Bears.ITSELF) for act in self._of.get(iri, ())]
        denied = self._notes.all(iri, "deniedBy")
        for reply in self._answering.get(iri, ()):
            for act in self._of.get(reply, ()):
                noted = negates(act.stance) and iri in self._notes.subjects("item")
                if act.iri in denied or (not noted and self._meet(reply, iri, act)):
                    rows.append(self._row(act, Bears.ANSWER))
        wholes = self._notes.all(iri, "within")
        known = {row.act.iri for row in rows}
        for denial in map(self.acts.__getitem__, sorted(denied - known)):
            own = denial.proposition in wholes
            rows.append(self._row(denial, Bears.WHOLE if own else Bears.ANSWER_TO_WHOLE))
        return tuple(_in_time(rows))

    def _meet(self, said: str, of: str, act: SpeechActRow) -> bool:
        return self._scopes.times_meet(said, of, act.iri) and self._scopes.items_meet(said, of)

    def _row(self, act: SpeechActRow, bears: Bears) -> StanceRow:
        on = self.propositions[act.proposition]
        return StanceRow(
            act=act, on=on, bears=bears, told_by=self._tellers.told_by(act.text, act.speaker)
        )

    def _denied_transfers(self) -> list[str]:
        return [
            iri
            for iri, acts in self._of.items()
            if self.propositions[iri].kind == "transfer"
            and any(negates(act.stance) for act in acts)
        ]

    def _related(self, iri: str, reaching: set[str]) -> Iterator[RelatedRow]:
        if self.propositions[iri].kind != "transfer":
            return
        wholes = self._notes.all(iri, "within")
        near = sorted(self._denied.of(iri))
        for act in (act for other in near for act in self._of[other]):
            other = act.proposition
            if not negates(act.stance) or act.iri in reaching:
                continue
            answered = set(self._facts.all(other, Ata.answers))
            of_part = iri in self._notes.all(other, "within") or any(
                iri in self._notes.all(each, "within") for each in answered
            )
            linked = of_part or not answered.isdisjoint({iri, *wholes})
            alike = self._scopes.ends_meet(other, iri) and self._scopes.items_meet(other, iri)
            if linked or alike:
                yield RelatedRow(
                    act=act,
                    on=self.propositions[other],
                    why=self._why(act, iri, linked=linked, of_part=of_part),
                    told_by=self._tellers.told_by(act.text, act.speaker),
                )

    def _why(self, act: SpeechActRow, iri: str, *, linked: bool, of_part: bool) -> tuple[Why, ...]:
        said = act.proposition
        reasons = {
            Why.OTHER_PERIOD: not self._scopes.times_meet(said, iri, act.iri),
            Why.OTHER_ITEMS: not self._scopes.items_meet(said, iri),
            Why.PART_ONLY: of_part,
            Why.NO_ANSWER: not linked,
        }
        return tuple(why for why, so in reasons.items() if so)

    def _lawful(self, iri: str) -> Iterator[RelatedRow]:
        for each in self._notes.all(iri, "breachNegatedBy"):
            act = self.acts[each]
            on = self.propositions[act.proposition]
            yield RelatedRow(
                act=act, on=on, why=(), told_by=self._tellers.told_by(act.text, act.speaker)
            )

    def name(self, actor: str) -> str:
        """Return what the actor of that id is called."""
        return self._claims.names.actor(actor_iri(actor))


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """What one actor says that bears on one proposition; ``actor`` is an id, ``name`` its name."""

    actor: str
    name: str
    proposition: PropositionRow
    stances: tuple[StanceRow, ...]


def stance_summary(store: ox.Store, actor: str | None = None) -> tuple[SummaryRow, ...]:
    """Return actors × propositions: who takes which stances on which, by name and in time.

    ``actor`` is the id of one whose rows alone are wanted; KgError where the graph has none such.
    """
    if actor is not None:
        find_term(store, ParameterKind.ACTOR, actor, "actor")
    stances = Stances(store)
    rows = [
        SummaryRow(actor=who, name=stances.name(who), proposition=proposition, stances=theirs)
        for proposition in stances.propositions.values()
        for who, theirs in by_actor(stances.on(proposition.iri)).items()
        if actor in {None, who}
    ]
    return tuple(
        sorted(
            rows,
            key=lambda row: (row.name, row.actor, row.stances[0].act.date, row.proposition.iri),
        )
    )


def proposition_values(store: ox.Store) -> tuple[ValueRow, ...]:
    """Return what the speakers of a store affirm, deny, both or neither, in the order of texts.

    Of a graph that was restricted to some speakers, they are the values that these give.
    """
    stances = Stances(store)
    return tuple(value_of(row, stances.on(row.iri)) for row in stances.propositions.values())


def by_actor(stances: Iterable[StanceRow]) -> dict[str, tuple[StanceRow, ...]]:
    """Return each speaker's stances by the speaker's id; joint ones are everybody's."""
    rows = tuple(stances)
    speakers = sorted({each for row in rows for each in row.act.speaker})
    return {who: tuple(row for row in rows if who in row.act.speaker) for who in speakers}


def _in_time(rows: Iterable[_Row]) -> list[_Row]:
    """Sort by the day; on one day what is said of a proposition comes before what answers it."""
    return sorted(rows, key=_place)


def _place(row: StanceRow | RelatedRow) -> tuple[str, bool, str, tuple[tuple[int, int], ...], str]:
    answers = not isinstance(row, StanceRow) or row.bears is not Bears.ITSELF
    return row.act.date, answers, row.act.text, row.act.words.spans, row.act.iri
