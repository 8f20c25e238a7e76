"""Transfers as texts describe them, with what it takes to put two of them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names
from kg.queries.sentences import Sentences
from kg.queries.wholes import INHERITED, RoleValues
from kg.queries.words import Words
from kg.vocab import Ata

_BROADER = "http://www.w3.org/2004/02/skos/core#broaderTransitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An actor, a kind of item or a place, by its id, with what is wider and what is narrower.

    Both include itself. An actor is neither wider nor narrower than another; ``organ_of`` are the
    states of which it is recorded as an organ, and nothing is attributed by that.
    """

    id: str
    label: str
    wider: frozenset[str]
    narrower: frozenset[str]
    organ_of: frozenset[str] = frozenset()

    def is_within(self, other: Term) -> bool:
        """Tell whether it is ``other``, or narrower."""
        return other.id in self.wider

    def meets(self, other: Term) -> bool:
        """Tell whether something may be both."""
        return not self.narrower.isdisjoint(other.narrower)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much, in the text's words, with the numbers that these set; no number where none."""

    words: str
    unit: str | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    about: Decimal | None = None

    @property
    def is_numbered(self) -> bool:
        """Tell whether the words set a bound, or give a number as approximate."""
        return any(each is not None for each in (self.at_least, self.at_most, self.about))

    @property
    def low(self) -> Decimal | None:
        """Return the least number; the approximate one where there is no bound."""
        return self.about if self.at_least is None else self.at_least

    @property
    def high(self) -> Decimal | None:
        """Return the greatest number; the approximate one where there is no bound."""
        return self.about if self.at_most is None else self.at_most


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A transfer as one text describes it. It asserts nothing.

    What a part does not say itself is that of its nearest whole. ``since`` and ``until`` are the
    first and last day as said, None where none is set; ``said_by`` is the last day of the document.
    ``wholes`` are the IRIs of those that it is a part of; ``answers`` those that it takes up.
    """

    iri: str
    text: str
    name: str
    sentence: str = ""
    supplier: tuple[Term, ...] = ()
    recipient: tuple[Term, ...] = ()
    party: tuple[Term, ...] = ()
    via: tuple[Term, ...] = ()
    item: tuple[Term, ...] = ()
    destination: tuple[Term, ...] = ()
    route: tuple[Term, ...] = ()
    since: date | None = None
    until: date | None = None
    quantity: Quantity | None = None
    said_by: date | None = None
    wholes: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return what a person calls it: text/claim."""
        return f"{self.text}/{self.name}"

    @property
    def ends(self) -> tuple[Term, ...]:
        """Return everybody who is named at an end, whichever."""
        return (*self.supplier, *self.recipient, *self.party)

    @property
    def when(self) -> str:
        """Return the days as said: 2023-08-01 to 2024-02-29."""
        if self.since and self.until:
            same = self.since == self.until
            return f"{self.since}" if same else f"{self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"until {self.until}" if self.until else ""


def select_described(store: ox.Store) -> Mapping[str, Described]:
    """Return every transfer that a text describes, by its IRI, in the order of the IRIs."""
    reader = _Reader(Facts(store))
    return {iri: reader.read(iri) for iri in reader.transfers()}


class _Reader:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._names = Names(facts)
        self._roles = RoleValues(facts)
        self._sentences = Sentences(facts, self._names, self._roles, Words(facts))
        self._narrower = {role: _turned(facts.subjects(role)) for role in (_BROADER, Ata.within)}

    def transfers(self) -> list[str]:
        facts = self._facts
        return [iri for iri in facts.instances(Ata.Transfer) if facts.all(iri, Ata.text)]

    def read(self, iri: str) -> Described:
        facts = self._facts
        text = facts.said(iri, Ata.text)
        wholes = self._wholes(iri)
        dated = self._roles.dated(iri) or iri
        return Described(
            iri=iri,
            text=id_of(text),
            name=facts.said(iri, RDFS_LABEL) or id_of(iri),
            sentence=self._sentences.proposition(iri),
            supplier=self._actors(iri, Ata.supplier),
            recipient=self._actors(iri, Ata.recipient),
            party=self._actors(iri, Ata.party),
            via=self._actors(iri, Ata.via),
            item=self._terms(iri, Ata.item, _BROADER, self._names.concept),
            destination=self._terms(iri, Ata.destination, Ata.within, self._names.place),
            route=self._terms(iri, Ata.route, Ata.within, self._names.place),
            since=_day(facts.one(dated, Ata.earliest)),
            until=_day(facts.one(dated, Ata.latest)),
            quantity=self._quantity(iri),
            said_by=_day(facts.one(facts.said(text, Ata.document), Ata.latest)),
            wholes=wholes,
            answers=facts.all(iri, Ata.answers),
        )

    def _wholes(self, iri: str) -> tuple[str, ...]:
        found: list[str] = []
        at = self._facts.one(iri, Ata.partOf)
        while at is not None and at not in (iri, *found):
            found.append(at)
            at = self._facts.one(at, Ata.partOf)
        return tuple(found)

    def _filled(self, iri: str, role: str) -> tuple[str, ...]:
        """Return what fills ``role``, of its own or, where the rules take it so, of a whole."""
        return self._roles.all(iri, role) if role in INHERITED else self._facts.all(iri, role)

    def _actors(self, iri: str, role: str) -> tuple[Term, ...]:
        return tuple(
            Term(
                id=id_of(actor),
                label=self._names.actor(actor),
                wider=frozenset({id_of(actor)}),
                narrower=frozenset({id_of(actor)}),
                organ_of=frozenset(self._facts.ids(actor, Ata.organOf)),
            )
            for actor in self._filled(iri, role)
        )

    def _terms(
        self, iri: str, role: str, upwards: str, called: Callable[[str], str]
    ) -> tuple[Term, ...]:
        return tuple(
            Term(
                id=id_of(value),
                label=called(value),
                wider=_ids((value, *self._facts.all(value, upwards))),
                narrower=_ids((value, *self._narrower[upwards].get(value, ()))),
            )
            for value in self._filled(iri, role)
        )

    def _quantity(self, iri: str) -> Quantity | None:
        words = self._facts.one(iri, Ata.quantity)
        if words is None:
            return None
        return Quantity(
            words=words,
            unit=self._facts.word(iri, Ata.unit),
            at_least=_number(self._facts.one(iri, Ata.atLeast)),
            at_most=_number(self._facts.one(iri, Ata.atMost)),
            about=_number(self._facts.one(iri, Ata.about)),
        )


def _turned(above: Mapping[str, Iterable[str]]) -> Mapping[str, set[str]]:
    below: defaultdict[str, set[str]] = defaultdict(set)
    for narrow, wide in above.items():
        for each in wide:
            below[each].add(narrow)
    return below


def _ids(iris: Iterable[str]) -> frozenset[str]:
    return frozenset(map(id_of, iris))


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)
