"""The stances of the view: who takes which on a claim, and how somebody's changed."""

from __future__ import annotations

from typing import TypedDict


class StandingAct(TypedDict):
    """An act that bears on a claim; ``of`` tells on what it is, empty for the claim itself.

    ``toldBy`` tells in whose text that stands where it is what others say, else it is empty.
    """

    act: int
    of: str
    toldBy: str


class RelatedAct(TypedDict):
    """A denial of the like that does not reach a claim, and why it does not."""

    act: int
    why: str
    toldBy: str


class Matrix(TypedDict):
    """Everybody's stances on one claim, the earliest first. ``value`` tells them in a sentence."""

    value: str
    stances: list[StandingAct]
    related: list[RelatedAct]
    lawful: list[RelatedAct]


class Said(TypedDict):
    """A word in a story. ``link`` goes on from the speaker: how it bears on whose story it is."""

    act: int
    link: str
    toldBy: str
    items: str
    when: str


class Turn(TypedDict):
    """What is said on one side, from a day to a day, before something else is said."""

    side: str
    since: str
    until: str
    said: list[Said]


class Story(TypedDict):
    """What one body says on several sides of like transfers between two ends, in time.

    ``otherTimes`` tells that the sides are about other days, so that nothing changed. ``within``
    names a body whose story has all these words too, else it is empty.
    """

    actor: str
    supplier: str
    recipient: str
    items: list[str]
    turns: list[Turn]
    otherTimes: bool
    within: str
