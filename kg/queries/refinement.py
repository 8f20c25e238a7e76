"""Which of two described transfers is the more specific, aspect by aspect, and whether both can be.

Descriptions alone are compared: nothing here asks who affirms or denies them. One refines another
where whoever gives the first thereby gives the second: it names whom the other leaves unnamed, a
narrower item, a shorter period, a closer place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kg.queries.amounts import compare_quantities
from kg.queries.described import Described, Term
from kg.queries.names import listed
from kg.queries.verdicts import AspectVerdict, Verdict, ordered

_ENDS = ("supplier", "recipient")


class Aspect(Enum):
    """What two descriptions are compared in, in the order in which people read them."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    PARTY = "party"
    VIA = "via"
    ITEM = "item"
    PERIOD = "period"
    DESTINATION = "destination"
    ROUTE = "route"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How ``one`` stands to ``other``: in each aspect of which either speaks, and as a whole."""

    one: Described
    other: Described
    aspects: tuple[AspectVerdict, ...]
    verdict: Verdict

    def __getitem__(self, aspect: Aspect) -> AspectVerdict | None:
        """Return the verdict in ``aspect``, None where neither speaks of it."""
        return next((each for each in self.aspects if each.aspect == aspect.value), None)


def compare(one: Described, other: Described) -> Comparison:
    """Return how ``one`` stands to ``other``; the other way round it is the mirrored verdict."""
    frame = tuple(_frame(one, other))
    is_same = all(each.verdict is Verdict.SAME for each in frame)
    quantity = compare_quantities(one, other, same_frame=is_same)
    aspects = frame if quantity is None else (*frame, quantity)
    return Comparison(one=one, other=other, aspects=aspects, verdict=_whole(aspects))


def same_ends(one: Described, other: Described) -> bool:
    """Tell whether somebody stands at the same end in both, and nobody contradicts that.

    Whoever a text leaves unnamed may be anybody; a party may stand at either end.
    """
    if any(each.verdict is Verdict.NOT_COMPARABLE for each in _ends_of(one, other)):
        return False
    shared = any(_ids(getattr(one, end)) & _ids(getattr(other, end)) for end in _ENDS)
    by_party = _ids(one.party) & _ids(other.ends) or _ids(other.party) & _ids(one.ends)
    return shared or bool(by_party)


def kindred(one: Described, other: Described) -> bool:
    """Tell whether some item of both may be the same; one who names none may mean any."""
    return not one.item or not other.item or _meet(one.item, other.item)


def _whole(aspects: Iterable[AspectVerdict]) -> Verdict:
    verdicts = {each.verdict for each in aspects} - {Verdict.SAME}
    for strongest in (Verdict.NOT_COMPARABLE, Verdict.CONTRADICTS, Verdict.DIFFERS):
        if strongest in verdicts:
            return strongest
    if not verdicts:
        return Verdict.SAME
    return verdicts.pop() if len(verdicts) == 1 else Verdict.COMPATIBLE


def _frame(one: Described, other: Described) -> Iterator[AspectVerdict]:
    """Yield the verdicts in everything but the quantity."""
    found = (
        *_ends_of(one, other),
        _named(Aspect.VIA, one.via, other.via),
        _named(Aspect.ITEM, one.item, other.item, can_be_apart=True),
        _period(one, other),
        _named(Aspect.DESTINATION, one.destination, other.destination),
        _named(Aspect.ROUTE, one.route, other.route),
    )
    yield from (each for each in found if each is not None)


def _named(
    aspect: Aspect, one: tuple[Term, ...], other: tuple[Term, ...], *, can_be_apart: bool = False
) -> AspectVerdict | None:
    """Compare what is named; ``can_be_apart`` where what differs makes another transfer of it."""
    if not one and not other:
        return None
    order = ordered(down=_gives(one, other), up=_gives(other, one))
    if order is None:
        meet = _meet(one, other) or _organs(one, other)
        order = Verdict.COMPATIBLE if meet or not can_be_apart else Verdict.NOT_COMPARABLE
    return AspectVerdict(aspect=aspect.value, verdict=order, reason=_why(order, one, other))


def _ends_of(one: Described, other: Described) -> list[AspectVerdict]:
    found = (
        _named(Aspect.SUPPLIER, one.supplier, other.supplier, can_be_apart=True),
        _named(Aspect.RECIPIENT, one.recipient, other.recipient, can_be_apart=True),
        _party(one, other),
    )
    ends = [each for each in found if each is not None]
    # A party who stands at neither end makes another transfer of it, unless one says all that the
    # other does.
    if _whole(ends) is Verdict.COMPATIBLE and (
        _is_elsewhere(one, other) or _is_elsewhere(other, one)
    ):
        apart = Verdict.NOT_COMPARABLE
        ends[-1] = replace(ends[-1], verdict=apart, reason=_why(apart, one.ends, other.ends))
    return ends


def _party(one: Described, other: Described) -> AspectVerdict | None:
    """Compare who is named at an end that is not told; supplier and recipient tell it."""
    if not one.party and not other.party:
        return None
    order = ordered(down=_gives(one.ends, other.party), up=_gives(other.ends, one.party))
    order = order or Verdict.COMPATIBLE
    return AspectVerdict(
        aspect=Aspect.PARTY.value, verdict=order, reason=_why(order, one.ends, other.ends)
    )


def _is_elsewhere(party: Described, told: Described) -> bool:
    """Tell whether ``told`` names both ends, and ``party`` one who stands at neither."""
    both = told.supplier and told.recipient
    return bool(both and party.party and not _gives(told.ends, party.party))


def _period(one: Described, other: Described) -> AspectVerdict | None:
    if not one.when and not other.when:
        return None
    first, second = _days(one), _days(other)
    order = ordered(
        down=second[0] <= first[0] and first[1] <= second[1],
        up=first[0] <= second[0] and second[1] <= first[1],
    )
    if order is None:
        overlap = first[0] <= second[1] and second[0] <= first[1]
        order = Verdict.COMPATIBLE if overlap else Verdict.NOT_COMPARABLE
    mine, theirs = one.when or "no day is said", other.when or "no day is said"
    reason = {
        Verdict.SAME: mine,
        Verdict.COMPATIBLE: f"{mine} and {theirs}: some days of each are days of the other",
        Verdict.NOT_COMPARABLE: f"{mine} and {theirs}: no day is in both",
    }.get(order, f"{mine}; the other: {theirs}")
    return AspectVerdict(aspect=Aspect.PERIOD.value, verdict=order, reason=reason)


def _days(described: Described) -> tuple[date, date]:
    return described.since or date.min, described.until or date.max


def _gives(one: tuple[Term, ...], other: tuple[Term, ...]) -> bool:
    """Tell whether ``one`` names, for each that ``other`` names, the same or a narrower one."""
    return all(any(mine.is_within(theirs) for mine in one) for theirs in other)


def _meet(one: tuple[Term, ...], other: tuple[Term, ...]) -> bool:
    return any(mine.meets(theirs) for mine in one for theirs in other)


def _organs(one: tuple[Term, ...], other: tuple[Term, ...]) -> list[str]:
    """Return, in words, who of the one is recorded as an organ of somebody of the other."""
    pairs = [(a, b) for a in one for b in other] + [(b, a) for a in one for b in other]
    return [
        f"{organ.label} is recorded as an organ of {state.label}, and no act is attributed by that"
        for organ, state in pairs
        if state.id in organ.organ_of
    ]


def _why(order: Verdict, one: tuple[Term, ...], other: tuple[Term, ...]) -> str:
    mine, theirs = _labels(one), _labels(other)
    match order:
        case Verdict.SAME:
            return mine
        case Verdict.REFINES if not other:
            return f"{mine}; the other names none"
        case Verdict.REFINED_BY if not one:
            return f"none is named; the other names {theirs}"
        case Verdict.REFINES | Verdict.REFINED_BY:
            return f"{mine}; the other: {theirs}"
        case Verdict.COMPATIBLE:
            return "; ".join((f"{mine}; the other: {theirs}", *_organs(one, other)))
        case Verdict.NOT_COMPARABLE | Verdict.DIFFERS | Verdict.CONTRADICTS:
            return f"{mine} is not {theirs}"


def _labels(terms: tuple[Term, ...]) -> str:
    return listed(term.label for term in terms)


def _ids(terms: tuple[Term, ...]) -> set[str]:
    return {term.id for term in terms}
