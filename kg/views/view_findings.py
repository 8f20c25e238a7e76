"""What a finding of the view rests on: its words, its tests, its norm."""

from __future__ import annotations

from typing import TypedDict


class Words(TypedDict):
    """Quoted words. ``spans`` count UTF-16 units in the text's characters, end exclusive."""

    text: int | None
    verbatim: bool
    spans: list[list[int]]
    exact: list[str]


class Source(TypedDict):
    """Where the words of a norm were read."""

    words: str
    href: str | None


class Window(TypedDict):
    """Days on which a norm is in force; ``until`` is empty where no end is recorded."""

    since: str
    until: str
    disputed: bool


class Norm(TypedDict):
    """A norm as a lawyer cites it."""

    id: str
    citation: str
    instrument: str
    rule: str
    deontic: str
    binds: str
    role: str
    since: str
    windows: list[Window]
    territory: str
    exempted: str
    verification: str
    checked: bool
    sources: list[Source]
    note: str


class Assumed(TypedDict):
    """What a finding takes as given."""

    label: str
    meaning: str


class Element(TypedDict):
    """One test of a finding, with both sides. ``key`` is met, not-met, undecided or contested."""

    test: str
    outcome: str
    key: str
    said: str
    rule: str
    words: list[Words]
    marks: list[str]


class Finding(TypedDict):
    """An inference of this program: no legal determination, and nobody's claim.

    Acts contest it in three ways: ``denials`` deny or doubt the transfer, ``lawful`` deny that it
    is a breach, and in ``exempting`` others than its granter speak of an exemption. ``whole`` is
    the id of the like finding on the whole of which this transfer is a part.
    """

    id: str
    kind: str
    applies: bool
    sentence: str
    claim: int | None
    norm: int | None
    citation: str
    agent: str
    actor: str | None
    role: str
    reasons: list[str]
    assumes: list[Assumed]
    elements: list[Element]
    acts: list[int]
    denials: list[int]
    lawful: list[int]
    exempting: list[int]
    whole: str | None
    marks: list[str]
    ways: list[str]
