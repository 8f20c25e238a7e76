"""Windows of time in reference files: a first day, and the day on which it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.errors import Place
from kg.reference.fields import Fields
from kg.reference.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Window:
    """A first day and the day on which it is over; ``is_sound`` is False after a problem."""

    begins: date | None
    ends: date | None
    is_sound: bool
    place: Place


def read_window(fields: Fields, *, must_begin: bool) -> Window:
    """Read ``from`` and ``until``; a window that ends before it begins is a problem."""
    known = len(fields.ledger.problems)
    if must_begin:
        fields.require("from")
    begins, ends = fields.find_day("from"), fields.find_day("until")
    if begins and ends and ends <= begins:
        fields.ledger.add(
            slug="ends-before-it-begins",
            sentence=f"this window is over on {ends}, and begins on {begins}",
            place=fields.place_of("until"),
            hint="until is the first day on which it no longer holds",
        )
    return Window(begins, ends, len(fields.ledger.problems) == known, fields.place)


def check_apart(windows: Sequence[Window], what: str, ledger: Ledger) -> None:
    """Record a problem for each window that begins while an earlier one of ``windows`` lasts."""
    sound = (window for window in windows if window.is_sound)
    ordered = sorted(sound, key=lambda window: (window.begins or date.min, window.place))
    for earlier, later in pairwise(ordered):
        if earlier.ends is None or (later.begins or date.min) < earlier.ends:
            ledger.add(
                slug="overlapping-periods",
                sentence=f"two windows of {what} overlap",
                place=later.place,
                hint=f"the other one stands on line {earlier.place.line}",
            )
