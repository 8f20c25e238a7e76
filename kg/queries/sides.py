"""Which way a speech act takes what it speaks of, and whether as something that took place.

The words are those of the ontology's stances: affirms, open, negates.
"""

from __future__ import annotations

from enum import Enum

from kg.queries.rows import SpeechActRow
from kg.vocab import Stance, Status


class Side(Enum):
    """Which way a speech act takes a proposition: as so, as possible or left open, as not so."""

    AFFIRMS = "affirms"
    OPEN = "open"
    NEGATES = "negates"


def side_of(act: SpeechActRow) -> Side | None:
    """Return which side ``act`` takes, None where it takes no stance."""
    if act.stance is None:
        return None
    taken = Stance(act.stance)
    return next(side for side in Side if taken.is_a(Stance(side.value)))


def is_actual(act: SpeechActRow) -> bool | None:
    """Tell whether ``act`` speaks of what took place, not of plans; None where it does not say.

    A kind in general is neither.
    """
    if act.status is None:
        return None
    status = Status(act.status)
    if status.is_a(Status.ACTUAL):
        return True
    return False if status.is_a(Status.NON_ACTUAL) else None


def is_taken_as_actual(act: SpeechActRow) -> bool:
    """Tell whether ``act`` affirms that something took place."""
    return side_of(act) is Side.AFFIRMS and is_actual(act) is True
