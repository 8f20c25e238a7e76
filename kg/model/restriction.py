"""What of a graph counts: what was out by a day, what some actors say, what is left aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """Which part of a graph counts; one without arguments leaves all of it.

    ``as_of`` is the last day on which a text may have come out and a norm been adopted, or None;
    what has no day is not known to have been there. ``according_to`` holds ids of actors of whose
    speech acts alone something follows; where it is empty, everybody's count. ``without`` holds
    ids of texts that are left aside.
    """

    as_of: date | None = None
    according_to: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self != EVERYTHING


EVERYTHING = Restriction()
