"""What counts on a day and according to some, as the view has it: one table for all of them."""

from __future__ import annotations

from typing import TypedDict

from kg.views.view_findings import Finding, Window


class Stands(TypedDict):
    """A finding as it stands from ``since`` on, and before ``until`` where that is not empty.

    It stands so on no day, and among everything, where ``since`` is ``~``. ``brought`` are numbers
    of what is brought to its claim, None for all; ``row`` is what then stands in its place, None
    for the finding as the page has it.
    """

    finding: int
    since: str
    until: str
    brought: list[int] | None
    row: int | None


class Brings(TypedDict):
    """What acts bring to findings on a claim, of which one of ``firm`` has to be there.

    ``against`` holds denials that contest no more than some acts, each with these.
    """

    claim: int
    brings: list[list[int]]
    firm: list[int]
    against: list[tuple[int, list[int]]]


class Known(TypedDict):
    """When a norm is in force, as it was known before ``until``."""

    norm: int
    until: str
    since: str
    windows: list[Window]


class Clock(TypedDict):
    """What of the page counts on a day and according to some, without running a rule.

    ``texts`` and ``norms`` hold for each the day from which it counts, ``~`` where none is known;
    ``depends`` for each norm those on which it depends. ``more`` are findings that stand on some
    days or of some words alone; their numbers follow those of the page's findings. ``speakers`` are
    who may be chosen, ``asOf`` is the day of a page that is made for one, else empty.
    """

    days: list[str]
    asOf: str
    speakers: list[str]
    texts: list[str]
    norms: list[str]
    depends: list[list[int]]
    stands: list[Stands]
    rows: list[Finding]
    more: list[Finding]
    brings: list[Brings]
    known: list[Known]
