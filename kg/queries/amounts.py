"""Two quantities beside each other: never of two units, never of days that do not meet.

A number is of what its transfer describes: these ends, items, days and places. A lower bound holds
of everything wider too, an upper bound of this alone. So a greater number contradicts a lesser one
only where whatever the greater counts, the lesser counts as well.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kg.queries.described import Described, Quantity, Term
from kg.queries.verdicts import AspectVerdict, Verdict, ordered
from kg.vocab import Unit

_SCOPES = ("supplier", "recipient", "via", "item", "destination", "route")


def compare_quantities(
    one: Described, other: Described, *, same_frame: bool
) -> AspectVerdict | None:
    """Return how the quantities stand, None where neither gives one.

    ``same_frame`` tells that all else is the same in both.
    """
    if one.quantity is None and other.quantity is None:
        return None
    if one.quantity is None or other.quantity is None:
        verdict = Verdict.REFINES if one.quantity else Verdict.REFINED_BY
        words = [each.quantity.words if each.quantity else "none is said" for each in (one, other)]
        return _verdict(verdict, f"{words[0]}; the other: {words[1]}")
    said = f"{one.quantity.words} and {other.quantity.words}"
    if obstacle := _obstacle(one, one.quantity, other, other.quantity):
        return _verdict(Verdict.NOT_COMPARABLE, f"{said}: {obstacle}")
    order = ordered(
        down=_gives(one.quantity, other.quantity, same_frame=same_frame),
        up=_gives(other.quantity, one.quantity, same_frame=same_frame),
    )
    if order is Verdict.SAME and one.quantity.words == other.quantity.words:
        return _verdict(order, one.quantity.words)
    if order:
        return _verdict(order, f"{one.quantity.words}; the other: {other.quantity.words}")
    return _unordered(one, other, said)


def _unordered(one: Described, other: Described, said: str) -> AspectVerdict:
    """Return the verdict on quantities of one unit of which neither gives the other."""
    apart = [pair for pair in ((one, other), (other, one)) if _is_less(*pair)]
    for lesser, greater in apart:
        if not _counts_all(lesser, greater):
            continue
        if _is_approximate(lesser, greater):
            return _verdict(
                Verdict.DIFFERS,
                f"{said}: about is no bound, so that both may yet be right",
            )
        return _verdict(
            Verdict.CONTRADICTS,
            f"{said}: the greater is for no other ends, items, days or places than the lesser",
        )
    reason = (
        "both may be right, since the greater may count what the lesser does not"
        if apart
        else "both may be right"
    )
    return _verdict(Verdict.COMPATIBLE, f"{said}: {reason}")


def _verdict(verdict: Verdict, reason: str) -> AspectVerdict:
    return AspectVerdict(aspect="quantity", verdict=verdict, reason=reason)


def _obstacle(one: Described, first: Quantity, other: Described, second: Quantity) -> str | None:
    """Return why the two cannot be held against each other, None where they can."""
    if first.unit != second.unit:
        units = sorted(Unit(unit).label for unit in (first.unit, second.unit) if unit)
        if len(units) == 1:
            return f"one is in {units[0]}, and of the other no unit is said"
        return f"{units[0]} and {units[1]} are not counted in each other"
    if _is_before(one, other) or _is_before(other, one):
        return "no day is in both, so that they count different things"
    if first.is_numbered != second.is_numbered or (
        not first.is_numbered and _folded(first) != _folded(second)
    ):
        vague = [each for each in (first, second) if not each.is_numbered]
        return (
            "neither gives a number"
            if len(vague) > 1
            else f"of {vague[0].words} no number is given"
        )
    return None


def _is_before(one: Described, other: Described) -> bool:
    return (one.until or date.max) < (other.since or date.min)


def _folded(quantity: Quantity) -> str:
    return " ".join(quantity.words.casefold().split())


def _gives(one: Quantity, other: Quantity, *, same_frame: bool) -> bool:
    """Tell whether whoever gives ``one`` thereby gives ``other``, where all else is given too."""
    if not other.is_numbered:
        return same_frame
    least = other.at_least is None or (one.at_least is not None and one.at_least >= other.at_least)
    most = other.at_most is None or (
        same_frame and one.at_most is not None and one.at_most <= other.at_most
    )
    about = other.about is None or (same_frame and other.about in _exactly(one))
    return least and most and about


def _exactly(quantity: Quantity) -> set[Decimal | None]:
    """Return the number that ``quantity`` gives, be it exact or approximate."""
    exact = {quantity.at_least} if quantity.at_least == quantity.at_most else set()
    return (exact | {quantity.about}) - {None}


def _is_less(lesser: Described, greater: Described) -> bool:
    """Tell whether the one is at most, or about, fewer than the other is at least, or about."""
    high = lesser.quantity.high if lesser.quantity else None
    low = greater.quantity.low if greater.quantity else None
    return high is not None and low is not None and high < low


def _is_approximate(lesser: Described, greater: Described) -> bool:
    assert lesser.quantity  # noqa: S101  # both are compared
    assert greater.quantity  # noqa: S101  # both are compared
    return lesser.quantity.at_most is None or greater.quantity.at_least is None


def _counts_all(lesser: Described, greater: Described) -> bool:
    """Tell whether whatever ``greater`` counts is what ``lesser`` counts too, by their words."""
    if lesser.iri in greater.wholes or greater.iri in lesser.wholes:
        return False
    named = all(_is_among(getattr(greater, role), getattr(lesser, role)) for role in _SCOPES)
    return named and _is_among(greater.ends, lesser.party) and _is_during(greater, lesser)


def _is_among(those: tuple[Term, ...], these: tuple[Term, ...]) -> bool:
    """Tell whether each of ``those`` is one of ``these`` or narrower; who names none means any."""
    if not these:
        return True
    return bool(those) and all(any(one.is_within(wide) for wide in these) for one in those)


def _is_during(one: Described, other: Described) -> bool:
    """Tell whether the days of ``one`` are days of ``other``; an open end is the document's day.

    Where a first day is not said, it is not said over which days something is counted.
    """
    if one.since is None or other.since is None:
        return False
    end, other_end = one.until or one.said_by, other.until or other.said_by
    return (
        end is not None
        and other_end is not None
        and (other.since <= one.since and end <= other_end)
    )
