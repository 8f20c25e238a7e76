"""What comes to light while files are read: problems, where each record stands, who names whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from kg.errors import Place, Problem
from kg.iris import actor_iri, instrument_iri, item_iri, norm_iri, place_iri
from kg.marked import Words

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Kind(Enum):
    """What a record is; the value is the word that messages use."""

    ACTOR = "actor"
    GROUPING = "grouping"
    ITEM = "item"
    INSTRUMENT = "instrument"
    NORM = "norm"
    PLACE = "place"


# An actor and a grouping may both be bound by a norm, so their ids never clash.
ACTORS = (Kind.ACTOR,)
ACTORS_AND_GROUPINGS = (Kind.ACTOR, Kind.GROUPING)
GROUPINGS = (Kind.GROUPING,)
INSTRUMENTS = (Kind.INSTRUMENT,)
ITEMS = (Kind.ITEM,)
NORMS = (Kind.NORM,)
PLACES = (Kind.PLACE,)

_IRI = {
    Kind.ACTOR: actor_iri,
    Kind.GROUPING: actor_iri,
    Kind.ITEM: item_iri,
    Kind.INSTRUMENT: instrument_iri,
    Kind.NORM: norm_iri,
    Kind.PLACE: place_iri,
}


@dataclass(frozen=True, slots=True)
class Naming:
    """A word by which one record names another, which must be of one of these kinds."""

    word: Words
    kinds: tuple[Kind, ...]


class Ledger:
    """Gathers, over all files, what can be judged only when the last one is read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.namings: list[Naming] = []
        self.places: dict[str, Place] = {}
        self.kinds: dict[str, dict[str, Kind]] = {}
        self.codes: dict[str, Place] = {}
        self.key_places: dict[tuple[str, str], Place] = {}
        self.cited_paragraphs: list[Words] = []
        self.states_named: list[Words] = []
        self.has_unread = False

    def add(self, *, slug: str, sentence: str, place: Place, hint: str | None = None) -> None:
        self.problems.append(Problem(slug=slug, sentence=sentence, place=place, hint=hint))

    def define(self, kind: Kind, word: Words) -> bool:
        """Record that ``word`` is the id of a record; False when it cannot be, with a problem."""
        if not _ID.fullmatch(word.text):
            sentence = f"{word.text!r} cannot be an id"
            hint = "an id holds letters, digits, '.', '_' and '-', such as KP or unsc-1874"
            self.add(slug="bad-id", sentence=sentence, place=word.place, hint=hint)
            return False
        iri = _IRI[kind](word.text)
        first = self.places.get(iri)
        if first is not None:
            sentence = f"the id {word.text} is given to two records"
            hint = f"it stands first at {first}"
            self.add(slug="duplicate-id", sentence=sentence, place=word.place, hint=hint)
            return False
        self.places[iri] = word.place
        self.kinds.setdefault(_space(kind), {})[word.text] = kind
        return True

    def define_code(self, word: Words) -> None:
        """Record that an actor has this code, which no other actor may have."""
        first = self.codes.setdefault(word.text, word.place)
        if first != word.place:
            sentence = f"the code {word.text} is given to two actors"
            hint = f"it stands first at {first}"
            self.add(slug="duplicate-code", sentence=sentence, place=word.place, hint=hint)

    def name(self, word: Words, kinds: tuple[Kind, ...]) -> str:
        """Record that a record of one of ``kinds`` is named here; whether it exists comes later."""
        self.namings.append(Naming(word, kinds))
        return word.text

    def is_known(self, name: str, kinds: tuple[Kind, ...]) -> bool:
        return any(self.kinds.get(_space(kind), {}).get(name) is kind for kind in kinds)

    def known(self, kinds: tuple[Kind, ...]) -> list[str]:
        """Return every id of one of ``kinds``, sorted."""
        spaces = {_space(kind) for kind in kinds}
        return sorted(
            name
            for space in spaces
            for name, kind in self.kinds.get(space, {}).items()
            if kind in kinds
        )


def _space(kind: Kind) -> str:
    return "actor" if kind is Kind.GROUPING else kind.value
