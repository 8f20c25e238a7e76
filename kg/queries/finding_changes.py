"""What changed of a finding from one day to the next, and of what is found of a norm and an actor.

A finding is on one transfer as claimed in one text. Whether an actor was alleged before to have
breached a norm, by whatever transfer, is told apart from that: as the standing of norm and actor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.queries.rows import FindingRow
from kg.vocab import Assumption, Outcome, Reason, Test, Verification

ALLEGED, PROSPECTIVE, UNDECIDED, NOT_APPLICABLE = (
    "alleged",
    "prospective",
    "undecided",
    "does not apply",
)
_KINDS = {"alleged-violation": ALLEGED, "prospective-violation": PROSPECTIVE}
NOTHING = "nothing"
_RANKS = (NOTHING, UNDECIDED, PROSPECTIVE, ALLEGED)

Sentences = Callable[[Iterable[str]], tuple[str, ...]]


def found_of(row: FindingRow) -> str:
    """Return what is found: alleged, prospective, undecided or does not apply."""
    return _KINDS.get(row.kind) or (UNDECIDED if row.is_undecided else NOT_APPLICABLE)


def ways(before: FindingRow, after: FindingRow, said: Sentences) -> tuple[str, ...]:
    """Tell in which ways a finding changed; ``said`` says speech acts in sentences."""
    return tuple(_ways(before, after, said))


def _ways(before: FindingRow, after: FindingRow, said: Sentences) -> Iterator[str]:
    then, now = _result(before), _result(after)
    if then != now:
        yield f"{then} → {now}"
    for lead, one, other in (
        ("contested since", after.contested_by, before.contested_by),
        ("no longer contested", before.contested_by, after.contested_by),
        ("rests also on", after.based_on, before.based_on),
        ("rests no longer on", before.based_on, after.based_on),
    ):
        if more := said(each for each in one if each not in other):
            yield f"{lead}: {'; '.join(more)}"
    for lead, one, other in (
        ("takes as given also", after.assumes, before.assumes),
        ("takes no longer as given", before.assumes, after.assumes),
    ):
        if given := [Assumption(each).label for each in one if each not in other]:
            yield f"{lead}: {'; '.join(given)}"
    yield from _outcomes(before, after)
    if before.verification != after.verification:
        marks = "; ".join(Verification(each).label for each in after.verification)
        yield f"how far checked, now: {marks}"
    if before.part_of_finding != after.part_of_finding:
        is_part = "is now part of" if after.part_of_finding else "is no longer part of"
        yield f"{is_part} a like finding on a whole"


def _outcomes(before: FindingRow, after: FindingRow) -> Iterator[str]:
    then = {element.test: element.outcome for element in before.elements}
    for element in after.elements:
        old = then.get(element.test, element.outcome)
        if element.test == Test.CLAIMED and before.contested_by != after.contested_by:
            continue  # told by who contests it
        if old != element.outcome:
            test = Test(element.test).label
            yield f"{test}: {Outcome(old).label} → {Outcome(element.outcome).label}"


def _result(row: FindingRow) -> str:
    reasons = "; ".join(Reason(each).label for each in row.reasons)
    return f"{found_of(row)} ({reasons})" if reasons else found_of(row)


class Standings:
    """What is found at most of each norm and actor in a role, by whatever transfer.

    What rests on a claimed purpose alone is left aside, as everywhere.
    """

    def __init__(self) -> None:
        self._ranks: defaultdict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)

    def take(
        self, before: Mapping[str, FindingRow], after: Mapping[str, FindingRow]
    ) -> Iterator[tuple[FindingRow, str, str]]:
        """Yield each that rises or falls, as one of its findings, with what was and what is found.

        ``before`` and ``after`` hold the findings that changed, by IRI. Only what was or is now
        found to be a violation, alleged or prospective, is told.
        """
        rows = {**before, **after}
        keys = {_key(row): row for _, row in sorted(rows.items(), reverse=True)}
        then = {key: self._most(key) for key in keys}
        for iri, row in rows.items():
            if iri in after and not after[iri].rests_on_claimed_purpose:
                self._ranks[_key(row)][iri] = _rank(after[iri])
            else:
                self._ranks[_key(row)].pop(iri, None)
        for key in sorted(keys):
            old, new = then[key], self._most(key)
            if key[1] and old != new and max(old, new) > 1:
                yield keys[key], _RANKS[old], _RANKS[new]

    def _most(self, key: tuple[str, str, str]) -> int:
        return max(self._ranks[key].values(), default=0)


def _key(row: FindingRow) -> tuple[str, str, str]:
    return row.norm, row.agent or "", row.role


def _rank(row: FindingRow) -> int:
    found = found_of(row)
    return _RANKS.index(found) if found in _RANKS else 0
