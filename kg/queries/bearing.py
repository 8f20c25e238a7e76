"""How far what is said of one transfer goes for another: a denial, or an affirmation.

A denial of the general reaches the special. An affirmation of the special affirms something of the
general, and not all of it: whoever confirms several deliveries has not confirmed all.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from kg.queries.described import Described
from kg.queries.refinement import compare, kindred
from kg.queries.rows import SpeechActRow
from kg.queries.sides import is_actual
from kg.queries.verdicts import Verdict

_UNTIL, _SINCE = date.max, date.min
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
    is_later = (claimed.said_by or _UNTIL) > (denied.said_by or _UNTIL)
    if not answers and is_later and not claimed.when:
        return None
    until = denied.until or (denied.said_by if is_actual(act) or not answers else None) or _UNTIL
    ends = claimed.until or claimed.said_by or _UNTIL
    meet = (denied.since or _SINCE) <= ends and (claimed.since or _SINCE) <= until
    if not meet or not kindred(denied, claimed):
        return None
    is_all = compare(claimed, denied).verdict in _GIVES and ends <= until
    return Reach.ALL if is_all else Reach.PART


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
