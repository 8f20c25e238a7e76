"""Four values: what a set of speakers affirms, denies, does both of, or neither.

Nothing votes and nothing is averaged: one speech act on a side is enough, a hundred are no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kg.queries.claims import negates
from kg.queries.rows import PropositionRow, SpeechActRow
from kg.queries.sides import Side, is_actual, side_of

if TYPE_CHECKING:
    from kg.queries.stances import StanceRow


class Value(Enum):
    """Whether anybody affirms a proposition, and whether anybody denies or doubts it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    BOTH = "both"
    NEITHER = "neither"


class Sense(Enum):
    """As what a proposition is affirmed or denied: what is planned has not taken place."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    GENERAL = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseRow:
    """Who affirms and who denies a proposition in one sense; both hold IRIs of speech acts."""

    sense: Sense
    value: Value
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """The value of a proposition in each sense, and in any of them.

    ``value`` is both where it is affirmed in one sense and denied in another; the senses tell.
    ``open_by`` are the speech acts that speak of it as possible or decline to say, which give it no
    value and are told beside it.
    """

    proposition: PropositionRow
    value: Value
    senses: tuple[SenseRow, ...]
    open_by: tuple[str, ...]


def four_value(*, affirmed: bool, denied: bool) -> Value:
    """Return the value of what somebody affirms, or not, and somebody denies, or not."""
    if affirmed:
        return Value.BOTH if denied else Value.AFFIRMED
    return Value.DENIED if denied else Value.NEITHER


def value_of(proposition: PropositionRow, stances: Iterable[StanceRow]) -> ValueRow:
    """Return the value of a proposition, of the stances that bear on it.

    Who affirms something else in an answer, or a whole, does not affirm it; who denies a whole does
    deny it.
    """
    rows = tuple(stances)
    own = [row.act for row in rows if row.act.proposition == proposition.iri]
    denials = [row.act for row in rows if negates(row.act.stance)]
    senses = tuple(_in_sense(sense, own, denials) for sense in Sense)
    return ValueRow(
        proposition=proposition,
        value=four_value(
            affirmed=any(row.affirmed_by for row in senses),
            denied=any(row.denied_by for row in senses),
        ),
        senses=senses,
        open_by=tuple(sorted(act.iri for act in own if side_of(act) is Side.OPEN)),
    )


def narrow_values(
    rows: Iterable[ValueRow], *, wanted: Iterable[str] = (), kind: str | None = None
) -> tuple[ValueRow, ...]:
    """Return the rows with one of the values ``wanted``, on propositions of that kind.

    Where no value is wanted in particular, all are.
    """
    values = {Value(word) for word in wanted} or set(Value)
    return tuple(
        row
        for row in rows
        if row.value in values and (kind is None or row.proposition.kind == kind)
    )


def _in_sense(
    sense: Sense, own: Iterable[SpeechActRow], denials: Iterable[SpeechActRow]
) -> SenseRow:
    affirmed = tuple(
        sorted(act.iri for act in own if side_of(act) is Side.AFFIRMS and _sense(act) is sense)
    )
    # A denial that gives no status, or speaks of a kind, denies it in every sense (rule 26).
    denied = tuple(sorted(act.iri for act in denials if _sense(act) in {sense, Sense.GENERAL}))
    return SenseRow(
        sense=sense,
        value=four_value(affirmed=bool(affirmed), denied=bool(denied)),
        affirmed_by=affirmed,
        denied_by=denied,
    )


def _sense(act: SpeechActRow) -> Sense:
    return {True: Sense.ACTUAL, False: Sense.POSSIBLE, None: Sense.GENERAL}[is_actual(act)]
