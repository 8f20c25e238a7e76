"""How far what is said of one transfer goes for another: a denial, or an affirmation.

A denial of the general reaches the special. An affirmation of the special affirms something of the
general, and not all of it: whoever confirms several deliveries has not confirmed all.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from kg.queries.described import Described
from kg.queries.refinement import compare
from kg.queries.rows import SpeechActRow
from kg.queries.scopes import Scope, items_meet, times_meet
from kg.queries.sides import is_actual
from kg.queries.verdicts import Verdict

_GIVES = frozenset({Verdict.SAME, Verdict.REFINES})


class Reach(Enum):
    """How far what is said of one transfer goes for another."""

    ALL = "all of it"
    PART = "a part of it"


def contests(denial: SpeechActRow, affirmation: SpeechActRow) -> bool:
    """Tell whether a denial is of the kind that is affirmed, as rule 26-denials-in-kind has it.

    What took place is not contested by denying a plan; a denial without status contests both.
    """
    denied = is_actual(denial)
    return denied is None or denied is is_actual(affirmation)


def reach_of_denial(
    denied: Described, act: SpeechActRow, claimed: Described, *, answers: bool
) -> Reach | None:
    """Return how far ``act``, which negates ``denied``, goes against ``claimed``.

    None where it does not reach it: it is of other days or other items. Time and items are those of
    rule 21-denials; what is denied as having taken place lies no later than its text. ``answers``
    tells that it is recorded as a reply. A denial that is none speaks of no later day at all, and
    not of what a later text claims without a day.
    """
    if denied.iri == claimed.iri or denied.iri in claimed.wholes:
        return Reach.ALL
    is_later = (claimed.said_by or date.max) > (denied.said_by or date.max)
    if not answers and is_later and not claimed.when:
        return None
    said, of = _scope(denied), _scope(claimed)
    by_its_text = is_actual(act) is True or not answers
    if not times_meet(said, of, by_its_text=by_its_text) or not items_meet(said, of):
        return None
    within = of.last_claimed() <= said.last_denied(by_its_text=by_its_text)
    is_all = within and compare(claimed, denied).verdict in _GIVES
    return Reach.ALL if is_all else Reach.PART


def _scope(transfer: Described) -> Scope:
    return Scope(
        since=_written(transfer.since),
        until=_written(transfer.until),
        said_by=_written(transfer.said_by),
        items={item.id: item.wider for item in transfer.item},
    )


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def reach_of_affirmation(affirmed: Described, claimed: Described) -> Reach | None:
    """Return how far affirming ``affirmed`` affirms ``claimed``.

    All of it where the two say the same; a part where ``affirmed`` says more; None otherwise.
    """
    if affirmed.iri == claimed.iri:
        return Reach.ALL
    if claimed.iri in affirmed.wholes:
        return Reach.PART
    if affirmed.iri in claimed.wholes:
        return None
    match compare(affirmed, claimed).verdict:
        case Verdict.SAME:
            return Reach.ALL
        case Verdict.REFINES:
            return Reach.PART
        case (
            Verdict.REFINED_BY
            | Verdict.COMPATIBLE
            | Verdict.DIFFERS
            | Verdict.CONTRADICTS
            | Verdict.NOT_COMPARABLE
        ):
            return None
