"""Invented actors, items and norms, in the numbers that a regional programme would have.

Nothing here is or resembles a real state: a benchmark's findings say nothing of anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.dice import Dice
from kg.model.actors import Actor, ActorKind, Grouping, Membership
from kg.model.items import Item
from kg.model.norms import Instrument, Norm, Period
from kg.model.reference import Reference
from kg.vocab import ConductKind, Deontic, InstrumentKind, Role, Verification

STATES, ORGANIZATIONS, GROUPS, PERSONS = 120, 40, 25, 15
CLASSES, FAMILIES, KINDS = 4, 11, 44
INSTRUMENTS, NORMS_EACH = 30, 10

MEMBERS = "sample-members"
COUNCIL = "sample-council"
FIRST_DAY = date(1990, 1, 1)

_ONSETS = (
    "Brax",
    "Dront",
    "Flim",
    "Glub",
    "Hax",
    "Jorv",
    "Krel",
    "Nurp",
    "Quel",
    "Vompt",
    "Wrib",
    "Zub",
)
_MIDDLES = ("and", "elm", "irk", "ost", "und", "arl", "ebb", "ift", "ond", "usk")
_SHAPES = ("tracked", "wheeled", "towed", "portable", "guided", "unguided", "armoured", "coastal")
_THINGS = ("vehicles", "launchers", "sensors", "charges", "boats", "airframes")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The reference data that every synthetic corpus shares."""

    actors: tuple[Actor, ...]
    groupings: tuple[Grouping, ...]
    items: tuple[Item, ...]
    instruments: tuple[Instrument, ...]

    def reference(self) -> Reference:
        """Return what reading the reference files of this world gives, without places."""
        return Reference(
            actors={actor.id: actor for actor in self.actors},
            groupings={grouping.id: grouping for grouping in self.groupings},
            items={item.id: item for item in self.items},
            instruments={instrument.id: instrument for instrument in self.instruments},
            digest="",
            places={},
        )

    @property
    def states(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.actors if actor.kind is ActorKind.STATE)

    @property
    def kinds(self) -> tuple[Item, ...]:
        """The items under which no other stands."""
        return self.items[-KINDS:]


def invent_world(seed: int = 0) -> World:
    """Return 200 actors, 60 items and 300 norms; the same for the same ``seed``."""
    actors = tuple(_actors())
    items = tuple(_items())
    embargoed = Dice("embargoed", seed).several(actors[:STATES], INSTRUMENTS)
    return World(
        actors=actors,
        groupings=(
            Grouping(
                id=MEMBERS,
                name="Members of the invented council",
                verification=Verification.BACKGROUND,
            ),
        ),
        items=items,
        instruments=tuple(
            _instrument(number, target.id, items, Dice("instrument", seed, number))
            for number, target in enumerate(embargoed, start=1)
        ),
    )


def _actors() -> list[Actor]:
    names = [onset + middle + "ia" for onset in _ONSETS for middle in _MIDDLES]
    states = [
        Actor(
            id=f"X{number}",
            kind=ActorKind.STATE,
            name=name,
            official_name=f"Commonwealth of {name}",
            verification=Verification.BACKGROUND,
            memberships=(
                Membership(
                    grouping=MEMBERS, verification=Verification.BACKGROUND, valid_from=FIRST_DAY
                ),
            ),
        )
        for number, name in enumerate(names[:STATES], start=1)
    ]
    others = [
        Actor(
            id=f"sample-{word}-{number}",
            kind=kind,
            name=f"{title} {names[(7 * number) % STATES][:-2]}or",
            verification=Verification.BACKGROUND,
        )
        for kind, word, title, count in (
            (ActorKind.ORGANIZATION, "office", "Office of", ORGANIZATIONS),
            (ActorKind.NON_STATE_GROUP, "league", "League of", GROUPS),
            (ActorKind.PERSON, "person", "Minister", PERSONS),
        )
        for number in range(1, count + 1)
    ]
    council = Actor(
        id=COUNCIL,
        kind=ActorKind.ORGANIZATION,
        name="Invented Council",
        verification=Verification.BACKGROUND,
    )
    return [*states, *others[:-1], council]


def _items() -> list[Item]:
    def item(name: str, label: str, broader: str | None) -> Item:
        return Item(
            id=name,
            label=label,
            verification=Verification.BACKGROUND,
            broader=(broader,) if broader else (),
        )

    classes = [
        item(f"sample-class-{n}", f"sample class {n}", "sample-goods") for n in range(CLASSES)
    ]
    families = [
        item(f"sample-family-{n}", f"sample family {n}", classes[n % CLASSES].id)
        for n in range(FAMILIES)
    ]
    labels = [f"{shape} {thing}" for shape in _SHAPES for thing in _THINGS][:KINDS]
    kinds = [
        item("sample-" + label.replace(" ", "-"), label, families[n % FAMILIES].id)
        for n, label in enumerate(labels)
    ]
    return [item("sample-goods", "sample goods", None), *classes, *families, *kinds]


def _instrument(number: int, target: str, items: tuple[Item, ...], dice: Dice) -> Instrument:
    adopted = FIRST_DAY + timedelta(days=365 + dice.below(7000))
    norms = tuple(
        _norm((number, paragraph), target, adopted, items, dice)
        for paragraph in range(1, NORMS_EACH + 1)
    )
    return Instrument(
        id=f"sample-resolution-{number}",
        kind=InstrumentKind.SECURITY_COUNCIL_RESOLUTION,
        symbol=f"SAMPLE/RES/{number} ({adopted.year})",
        title=f"Invented measures about {target}",
        adopted=adopted,
        adopted_by=COUNCIL,
        verification=Verification.BACKGROUND,
        url=f"https://example.org/sample-resolution-{number}",
        norms=norms,
    )


def _norm(
    place: tuple[int, int], target: str, adopted: date, items: tuple[Item, ...], dice: Dice
) -> Norm:
    covered = dice.one(items[1 : 1 + CLASSES + FAMILIES])
    below = [item.id for item in items if covered.id in item.broader]
    number, paragraph = place
    outward = paragraph % 2 == 0
    return Norm(
        id=f"sample-{number}-{paragraph}",
        paragraph=str(paragraph),
        rule=_rule(outward=outward, target=target, label=covered.label),
        addressee=(target,) if outward else (MEMBERS,),
        counterparty=() if outward else (target,),
        deontic=Deontic.PROHIBITION,
        role=Role.SUPPLIER,
        covers=(covered.id,),
        excepts=(dice.one(below),) if below and dice.holds(0.2) else (),
        condition=ConductKind.USE_OF_FORCE if dice.holds(0.1) else None,
        in_force=(
            Period(
                valid_from=adopted,
                valid_until=adopted + timedelta(days=3650) if dice.holds(0.2) else None,
            ),
        ),
        verification=Verification.BACKGROUND,
    )


def _rule(*, outward: bool, target: str, label: str) -> str:
    if outward:
        return f"{target} shall not supply {label} to anybody."
    return f"Members of the council shall not supply {label} to {target}."
