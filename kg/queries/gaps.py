"""What cannot be decided, and what would decide it: every answer is tried by running the rules.

docs/decisions/0014-what-would-decide-it.md tells how answers are found, and what a lawyer may
object.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.inference.supposing import Result, days_of, settle, suppose
from kg.queries.candidates import Candidate
from kg.queries.claims import Claims
from kg.queries.facts import Facts
from kg.queries.fates import Fates
from kg.queries.gap_questions import Question, Questions
from kg.queries.gap_rows import Effect, Fate, Gap, GapAnswer, Gaps, Missing, TallyRow
from kg.queries.gap_words import GapWords, other_way
from kg.queries.narrowing import check_known
from kg.queries.rows import FindingRow, Picture
from kg.queries.supposed_records import Records
from kg.queries.suppositions import Candidates

_ORDER = tuple(Missing)
_ENDS = {"supplier", "recipient", "via", "party"}
_ANY_DAY = ("0001-01-01", "9999-12-30")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """An answer with what becomes of findings; ``effects`` are sorted by the findings' ids."""

    candidate: Candidate
    effects: tuple[tuple[FindingRow, Effect], ...]
    new: tuple[Effect, ...]


def find_gaps(
    store: ox.Store,
    picture: Picture,
    *,
    actor: str | None = None,
    norm: str | None = None,
    text: str | None = None,
) -> Gaps:
    """Return what is missing, most findings first; ``picture`` is that of ``store``.

    Each argument leaves the gaps for which a finding under it asks. What a gap counts is the same
    however the gaps are narrowed. Raises KgError for an id that the graph does not have.
    """
    check_known(picture, actor=actor, norm=norm, text=text)
    is_wanted = _wanted(picture, actor=actor, norm=norm, text=text)
    found = [gap for gap in _Finder(store, picture).gaps(is_wanted) if gap.answers]
    found.sort(key=_rank)
    undecided = [
        row
        for row in picture.findings
        if row.is_undecided and row.part_of_finding is None and is_wanted(row)
    ]
    decided = {finding for gap in found for finding in _decided(gap)}
    return Gaps(
        gaps=tuple(found),
        tally=_tally(found),
        undecided=len(undecided),
        decidable=sum(row.id in decided for row in undecided),
        left=tuple(sorted(row.id for row in undecided if row.id not in decided)),
    )


class _Finder:
    def __init__(self, store: ox.Store, picture: Picture) -> None:
        facts = Facts(store)
        claims = Claims(facts)
        self._store = store
        self._days = days_of(store)
        self._candidates = Candidates(facts, claims, self._days)
        self._records = Records(facts, claims)
        self._questions = Questions(picture, facts, self._candidates)
        self._fates = Fates(picture, claims)
        self._words = GapWords(picture, facts, claims)

    def gaps(self, is_wanted: Callable[[FindingRow], bool]) -> Iterator[Gap]:
        asked = {
            question: rows
            for question, rows in self._questions.asked().items()
            if any(map(is_wanted, rows))
        }
        candidates = {
            question: self._answers_to(question, rows)
            for question, rows in asked.items()
            if question.missing is not Missing.PERIOD
        }
        supposed = [
            each
            for several in candidates.values()
            for candidate in several
            for each in candidate.suppositions
        ]
        results = iter(suppose(self._store, supposed))
        for question, several in candidates.items():
            tried = [self._try(each, asked[question], results) for each in several]
            yield self._gap(question, asked[question], tried)
        for question, rows in asked.items():
            if question.missing is Missing.PERIOD:
                yield self._gap(question, rows, list(self._settle(question, rows)))

    def _answers_to(self, question: Question, rows: Sequence[FindingRow]) -> list[Candidate]:
        if question.missing is Missing.MEMBERSHIP:
            actor, grouping = question.about
            return self._records.memberships(actor, grouping, rows)
        return self._candidates.of(question.missing, question.about[0], rows)

    def _try(
        self,
        candidate: Candidate,
        asking: Sequence[FindingRow],
        results: Iterator[tuple[Result, ...]],
    ) -> _Tried:
        """Put what the rules find beside what stands; ``results`` come as the suppositions do."""
        effects: dict[str, tuple[FindingRow, Effect]] = {}
        new: list[Effect] = []
        ask = {row.id for row in asking}
        for supposition in candidate.suppositions:
            rows = self._fates.on(supposition.transfer, alone=supposition.alone)
            become, besides = self._fates.compare(rows, next(results), candidate)
            effects.update(
                {
                    row.id: (row, each)
                    for row, each in become
                    if row.id in ask or _is_other(row, each)
                }
            )
            new.extend(besides)
        return _tried(candidate, effects.values(), new)

    def _settle(self, question: Question, rows: Sequence[FindingRow]) -> Iterator[_Tried]:
        transfers = {row.transfer for row in rows}
        for held, words in ((True, "in force"), (False, "not in force")):
            candidate = Candidate(words=words, value=words.replace(" ", "-"), suppositions=())
            found = settle(self._store, question.about, held=held)
            near = [each for each in found if each.transfer in transfers]
            become, _ = self._fates.compare(rows, near, candidate)
            yield _tried(candidate, become, ())

    def _gap(self, question: Question, rows: Sequence[FindingRow], tried: Sequence[_Tried]) -> Gap:
        changed = {
            row.id: row for each in tried for row, effect in each.effects if _is_other(row, effect)
        }
        hanging = tuple(self._fates.standing(row) for _, row in sorted(changed.items()))
        both = question.missing is Missing.PERIOD and bool(changed)
        same: dict[object, list[_Tried]] = defaultdict(list)
        for each in tried:
            if both or any(_is_other(row, effect) for row, effect in each.effects):
                same[tuple(effect for _, effect in each.effects), each.new].append(each)
        answers = [self._answer(question.missing, several) for several in same.values()]
        is_record = question.missing in {Missing.MEMBERSHIP, Missing.PERIOD}
        transfers = {row.transfer for row in rows} if is_record else set(question.about)
        gap = Gap(
            missing=question.missing,
            claims=self._words.claims(transfers),
            asked=self._words.asked(question, rows, self._days.get(question.about[0], _ANY_DAY)),
            other_way=other_way(question.missing),
            changes=sum(each.counted for each in hanging),
            decides=0,
            hanging=hanging,
            answers=tuple(answers),
        )
        return replace(gap, decides=len(_decided(gap)))

    def _answer(self, missing: Missing, several: Sequence[_Tried]) -> GapAnswer:
        effects = several[0].effects
        counted = [(row, effect) for row, effect in effects if row.part_of_finding is None]
        return GapAnswer(
            words=self._words.answer(missing, [each.candidate.words for each in several]),
            values=tuple(each.candidate.value for each in several),
            decides=sum(
                row.is_undecided and effect.becomes is not Fate.OPEN for row, effect in counted
            ),
            changes=sum(_is_other(row, effect) for row, effect in counted),
            effects=tuple(effect for _, effect in effects),
            new=several[0].new,
        )


def _tried(
    candidate: Candidate, effects: Iterable[tuple[FindingRow, Effect]], new: Iterable[Effect]
) -> _Tried:
    return _Tried(
        candidate=candidate,
        effects=tuple(sorted(effects, key=lambda pair: _place(pair[1]))),
        new=tuple(sorted(new, key=_place)),
    )


def _place(effect: Effect) -> tuple[str, ...]:
    return effect.text, effect.claim, effect.norm, effect.whom, effect.finding or ""


def _is_other(row: FindingRow, effect: Effect) -> bool:
    """Tell whether an answer changes what is found."""
    return (effect.reason, effect.becomes is Fate.NOT_NEAR) != (
        next(iter(row.reasons), None),
        False,
    )


def _decided(gap: Gap) -> set[str]:
    """Return the findings, without those on parts, that cannot be decided but for the gap."""
    undecided = {each.finding for each in gap.hanging if each.fate is Fate.OPEN and each.counted}
    return {
        effect.finding
        for answer in gap.answers
        for effect in answer.effects
        if effect.finding in undecided and effect.becomes is not Fate.OPEN
    } - {None}


def _rank(gap: Gap) -> tuple[object, ...]:
    claims = tuple((each.text, each.claim) for each in gap.claims)
    return (
        -gap.changes,
        -gap.decides,
        -len(gap.hanging),
        _ORDER.index(gap.missing),
        claims,
        gap.asked,
    )


def _tally(gaps: Iterable[Gap]) -> tuple[TallyRow, ...]:
    """Return how many undecided findings hang on each kind of gap, norm by norm, most first."""
    found: dict[tuple[Missing, str, str], set[str]] = defaultdict(set)
    claims: dict[tuple[Missing, str, str], set[tuple[str, str]]] = defaultdict(set)
    for gap in gaps:
        decided = _decided(gap)
        for each in gap.hanging:
            if each.finding in decided:
                key = gap.missing, each.norm, each.citation
                found[key].add(each.finding)
                claims[key].add((each.text, each.claim))
    rows = [
        TallyRow(
            missing=missing,
            norm=norm,
            citation=citation,
            findings=len(ids),
            claims=len(claims[missing, norm, citation]),
        )
        for (missing, norm, citation), ids in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.findings, _ORDER.index(row.missing), row.norm)))


def _wanted(
    picture: Picture, *, actor: str | None, norm: str | None, text: str | None
) -> Callable[[FindingRow], bool]:
    texts = {row.iri: row.text for row in picture.propositions}
    ends = {row.iri: set(row.values(*_ENDS)) for row in picture.propositions}

    def is_wanted(row: FindingRow) -> bool:
        named = {row.agent} if row.agent else ends[row.transfer]
        return (
            (actor is None or actor in named)
            and (norm is None or row.norm == norm)
            and (text is None or texts[row.transfer] == text)
        )

    return is_wanted
