"""Where what is said cannot all be so: in numbers, denials, days and counts of signatories.

Nothing is decided and nobody is preferred. Two claims conflict if they mean the same transfers;
that they do, words and days tell, and this program does not know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import combinations

import pyoxigraph as ox

from kg.queries.bearing import Reach, contests, reach_of_denial
from kg.queries.comparing import Claimed, is_answer
from kg.queries.described import Described
from kg.queries.refinement import Aspect, compare, kindred, same_ends
from kg.queries.rows import Picture, SignatoryListRow, SpeechActRow
from kg.queries.sides import Side, is_actual, side_of
from kg.queries.verdicts import Verdict

_NUMBERS = frozenset({Verdict.CONTRADICTS, Verdict.DIFFERS})


class Kind(Enum):
    """In what two claims conflict."""

    QUANTITY = "quantity"
    DENIAL = "denial"
    DATES = "dates"


class Voices(Enum):
    """Whether the two are said by the same speakers."""

    DIFFERENT = "different voices"
    TWO_TIMES = "one voice, at two times"
    ONE_TEXT = "one voice, in one text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims that conflict, each with who says it and how.

    ``reach`` is how far a denial goes, None where the conflict is no denial. ``answers`` tells that
    one text is recorded as taking up the other's claim. ``parts`` are claims on parts of the
    second, which the same conflict reaches.
    """

    kind: Kind
    verdict: Verdict
    voices: Voices
    one: Described
    one_said: tuple[SpeechActRow, ...]
    other: Described
    other_said: tuple[SpeechActRow, ...]
    reason: str
    reach: Reach | None = None
    answers: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryConflict:
    """A document whose signatories sources count differently; ``lists`` are all that are recorded.

    ``numbers`` are those of the lists: the source's own count, or else that of the states it names.
    """

    text: str
    title: str
    date: str
    lists: tuple[SignatoryListRow, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """All conflicts, sorted by their kind and their texts.

    ``unanswered`` are denials of the same ends, kindred items and days that meet, which are not
    recorded as an answer to what they would deny.
    """

    between: tuple[Conflict, ...]
    unanswered: tuple[Conflict, ...]
    signatories: tuple[SignatoryConflict, ...]


def find_conflicts(store: ox.Store, picture: Picture) -> Conflicts:
    """Return where claims conflict in numbers, denials and days, and lists of signatories."""
    claimed = Claimed(store, picture)
    denials = sorted(_condensed(_denials(claimed)), key=_place)
    return Conflicts(
        between=(
            *sorted(_quantities(claimed), key=_place),
            *(row for row in denials if row.answers),
            *sorted(_condensed(_dates(claimed)), key=_place),
        ),
        unanswered=tuple(row for row in denials if not row.answers),
        signatories=tuple(_signatories(picture)),
    )


def count_of(signed: SignatoryListRow) -> int:
    """Return how many states signed by this list: its source's number, or those that it names."""
    return len(signed.states) if signed.count is None else signed.count


def _quantities(claimed: Claimed) -> Iterator[Conflict]:
    numbered = sorted(
        (row for row in claimed.described.values() if row.quantity),
        key=lambda row: (row.said_by or date.max, row.key),
    )
    for one, other in combinations(numbered, 2):
        found = compare(one, other)
        quantity = found[Aspect.QUANTITY]
        if quantity is None or found.verdict not in _NUMBERS or not same_ends(one, other):
            continue
        said, others = _affirming(claimed, one), _affirming(claimed, other)
        alike = {is_actual(act) for act in said} & {is_actual(act) for act in others}
        first = tuple(act for act in said if is_actual(act) in alike)
        second = tuple(act for act in others if is_actual(act) in alike)
        if first and second:
            yield Conflict(
                kind=Kind.QUANTITY,
                verdict=found.verdict,
                voices=_voices(first, second),
                one=one,
                one_said=first,
                other=other,
                other_said=second,
                reason=quantity.reason,
                answers=is_answer(one, other) or is_answer(other, one),
            )


def _denials(claimed: Claimed) -> Iterator[Conflict]:
    denied = {
        row.iri: acts
        for row in claimed.described.values()
        if (acts := tuple(_taking(claimed, row, Side.NEGATES)))
    }
    for iri, acts in denied.items():
        one = claimed.described[iri]
        for other in claimed.described.values():
            is_linked = iri in {other.iri, *other.wholes} or is_answer(one, other)
            if is_linked or same_ends(one, other):
                yield from _denial(one, acts, other, _affirming(claimed, other), is_linked)


def _denial(
    one: Described,
    denying: Iterable[SpeechActRow],
    other: Described,
    affirming: tuple[SpeechActRow, ...],
    answers: bool,  # noqa: FBT001  # as the row has it
) -> Iterator[Conflict]:
    reached = {act: reach_of_denial(one, act, other, answers=answers) for act in denying}
    against = tuple(
        act
        for act, reach in reached.items()
        if reach and any(contests(act, theirs) for theirs in affirming)
    )
    said = tuple(theirs for theirs in affirming if any(contests(act, theirs) for act in against))
    if not against:
        return
    reach = Reach.ALL if any(reached[act] is Reach.ALL for act in against) else Reach.PART
    yield Conflict(
        kind=Kind.DENIAL,
        verdict=Verdict.CONTRADICTS if reach is Reach.ALL else Verdict.DIFFERS,
        voices=_voices(against, said),
        one=one,
        one_said=against,
        other=other,
        other_said=said,
        reason=f"the denial reaches {reach.value}",
        reach=reach,
        answers=answers,
    )


def _dates(claimed: Claimed) -> Iterator[Conflict]:
    """Yield what one text affirms of other days than the claim of another text that it takes up."""
    by_text: defaultdict[str, list[Described]] = defaultdict(list)
    for row in claimed.described.values():
        by_text[row.text].append(row)
    for other in claimed.described.values():
        texts = {row.text for row in claimed.described.values() if is_answer(row, other)}
        for one in (row for text in sorted(texts) for row in by_text[text]):
            said, others = _affirming(claimed, one), _affirming(claimed, other)
            period = compare(one, other)[Aspect.PERIOD]
            apart = period is not None and period.verdict is Verdict.NOT_COMPARABLE
            if (
                period
                and apart
                and said
                and others
                and same_ends(one, other)
                and kindred(one, other)
            ):
                yield Conflict(
                    kind=Kind.DATES,
                    verdict=Verdict.DIFFERS,
                    voices=_voices(said, others),
                    one=one,
                    one_said=said,
                    other=other,
                    other_said=others,
                    reason=period.reason,
                    answers=True,
                )


def _signatories(picture: Picture) -> Iterator[SignatoryConflict]:
    for text in picture.texts:
        lists = tuple(sorted(text.signatory_lists, key=lambda row: (count_of(row), row.source)))
        numbers = tuple(map(count_of, lists))
        if len(set(numbers)) > 1:
            yield SignatoryConflict(
                text=text.id, title=text.title, date=text.date, lists=lists, numbers=numbers
            )


def _condensed(conflicts: Iterable[Conflict]) -> Iterator[Conflict]:
    """Yield each conflict with a whole, naming the parts that it reaches too."""
    rows = list(conflicts)
    standing = {(row.one.iri, row.other.iri): row for row in rows}
    parts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        whole = next(
            (each for each in reversed(row.other.wholes) if (row.one.iri, each) in standing), None
        )
        if whole is not None:
            parts[row.one.iri, whole].append(row.other.name)
            del standing[row.one.iri, row.other.iri]
    for key, row in standing.items():
        yield replace(row, parts=tuple(sorted(parts[key])))


def _affirming(claimed: Claimed, row: Described) -> tuple[SpeechActRow, ...]:
    return tuple(_taking(claimed, row, Side.AFFIRMS))


def _taking(claimed: Claimed, row: Described, side: Side) -> Iterator[SpeechActRow]:
    return (act for act in claimed.said_of(row) if side_of(act) is side)


def _voices(one: tuple[SpeechActRow, ...], other: tuple[SpeechActRow, ...]) -> Voices:
    mine = {speaker for act in one for speaker in act.speaker}
    theirs = {speaker for act in other for speaker in act.speaker}
    if mine.isdisjoint(theirs):
        return Voices.DIFFERENT
    texts = {act.text for act in (*one, *other)}
    return Voices.ONE_TEXT if len(texts) == 1 else Voices.TWO_TIMES


def _place(row: Conflict) -> tuple[str, str, str, str]:
    return (
        min(act.date for act in row.one_said),
        min(act.date for act in row.other_said),
        row.one.key,
        row.other.key,
    )
