"""A case file as text for a terminal, with the words on both sides of every test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.casefile import CaseFile, keys_of
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.rows import ElementRow, FindingRow, SpeechActRow, WordsRow
from kg.views.clocks import tell_clocks
from kg.views.restriction import restriction_values, tell_restriction, where
from kg.views.sufficient import tell_sufficient
from kg.views.tables import draw_json, wrapped
from kg.views.words import listed
from kg.vocab import Outcome, Test, Verification


def draw_casefile(case: CaseFile, width: int = 100, restriction: Restriction = EVERYTHING) -> str:
    """Return the case file as lines of at most ``width`` characters, ending in a line feed.

    ``restriction`` is what alone counts of the build that it is drawn from.
    """
    return "\n".join(_Drawing(case, width, restriction).lines()) + "\n"


def quoted(words: WordsRow) -> str:
    """Return words as they may be printed: an abstract's never stand in quotation marks."""
    said = " […] ".join(words.exact)
    return f"[abstract, no quotation] {said}" if words.text_kind == "abstract" else f"“{said}”"


class _Drawing:
    def __init__(self, case: CaseFile, width: int, restriction: Restriction) -> None:
        self._case = case
        self._restriction = restriction
        self._width = width
        self._voices = {voice.words: voice.speakers for voice in case.voices}

    def lines(self) -> Iterator[str]:
        case = self._case
        yield self._wrap(case.finding.sentence)
        yield self._wrap(NO_DETERMINATION)
        if self._restriction:
            yield self._wrap(tell_restriction(self._restriction))
        yield ""
        yield f"id        {case.finding.id}  ({keys_of(case.finding, case.transfer)[0]})"
        yield self._wrap(case.transfer.sentence, "claim     ")
        yield from self._norm()
        yield from self._clocks()
        yield from self._voices_for_and_against()
        yield from self._tests()
        yield from self._assumptions()
        yield from self._others()

    def _norm(self) -> Iterator[str]:
        norm = self._case.norm
        yield self._wrap(f"{norm.citation} ({norm.id})", "norm      ")
        yield self._wrap(
            f"in our words: {norm.rule} The paragraph's words are not held here.", "          "
        )
        yield self._wrap(f"how far checked: {_mark(norm.verification)}", "          ")

    def _clocks(self) -> Iterator[str]:
        yield from self._heading("The three clocks")
        for clock, shown in tell_clocks(self._case.clocks, self._case.finding):
            yield self._wrap(shown, f"  {clock.ljust(21)}  ")

    def _voices_for_and_against(self) -> Iterator[str]:
        yield from self._heading("Who claims the transfer, and how")
        for act in self._case.said_by:
            yield from self._act(act)
        if self._case.sufficient:
            yield from self._heading("Whose word suffices for it")
            yield self._wrap(f"{tell_sufficient(self._case.sufficient)}.", "  ")
        yield from self._heading("Who denies or doubts it")
        if not self._case.denied_by:
            yield self._wrap(f"Nobody {where(self._restriction)} denies or doubts it.", "  ")
            yield "  Denials near it, each with why it is none of this:"
            yield f"    kg stances {self._case.transfer.text}/{self._case.transfer.name}"
        for act in self._case.denied_by:
            yield from self._act(act)
        if self._case.lawful_said_by:
            yield from self._heading("Who says that it is no breach")
        for act in self._case.lawful_said_by:
            yield from self._act(act)
        if self._case.exemption_claimed_by:
            yield from self._heading("Who claims that there is an exemption")
        for act in self._case.exemption_claimed_by:
            yield from self._act(act)

    def _act(self, act: SpeechActRow) -> Iterator[str]:
        yield self._wrap(f"{act.sentence} [{act.text}, {act.date}]", "  ", "    ")
        yield self._wrap(quoted(act.words), "    ")
        if act.reading:
            yield self._wrap(f"on one reading: {act.reading}", "    ")
        if act.note:
            yield self._wrap(f"note: {act.note}", "    ")

    def _tests(self) -> Iterator[str]:
        yield from self._heading("The tests")
        for element in self._case.finding.elements:
            yield from self._element(element)

    def _element(self, element: ElementRow) -> Iterator[str]:
        outcome = Outcome(element.outcome).label
        yield self._wrap(f"{Test(element.test).label}: {outcome}", "  ")
        if element.said:
            yield self._wrap(element.said, "    text  ")
        for words in element.words:
            who = listed(self._voices.get(words, ()))
            yield self._wrap(f"{quoted(words)} [{words.text}: {who}]", "          ")
        yield self._wrap(self._rule(element), "    rule  ")

    def _rule(self, element: ElementRow) -> str:
        said = [f"{self._case.norm.citation}: the paragraph's words are not held"]
        if element.test == Test.CLAIMED:
            said = []
        if element.verification:
            marks = "; ".join(_mark(mark) for mark in element.verification)
            said.append(f"how far checked: {marks}")
        return f"{element.rule} [{'; '.join(said)}]" if said else element.rule

    def _assumptions(self) -> Iterator[str]:
        if self._case.assumptions:
            yield from self._heading("What it takes as given")
        for made in self._case.assumptions:
            yield self._wrap(f"{made.label}: {made.meaning}", "  ", "    ")

    def _others(self) -> Iterator[str]:
        case = self._case
        if case.whole:
            yield from self._heading("This is part of the finding on the whole transfer")
            yield from self._other(case.whole)
        if case.parts:
            yield from self._heading("Findings on parts of this transfer")
            for row in case.parts:
                yield from self._other(row)
        if case.near_misses:
            yield from self._heading("Other norms considered for this transfer")
            for row in case.near_misses:
                yield from self._other(row)

    def _other(self, row: FindingRow) -> Iterator[str]:
        yield self._wrap(f"{row.id}  {row.sentence}", "  ", " " * 20)

    def _heading(self, words: str) -> Iterator[str]:
        yield ""
        yield words

    def _wrap(self, words: str, first: str = "", rest: str | None = None) -> str:
        return wrapped(words, self._width, first, " " * len(first) if rest is None else rest)


def _mark(word: str) -> str:
    return Verification(word).label


def draw_casefile_json(case: CaseFile, restriction: Restriction = EVERYTHING) -> str:
    """Return the case file as JSON of the shape kg-casefile/1."""
    values = {
        "note": NO_DETERMINATION,
        **restriction_values(restriction),
        **asdict(case),
    }
    values["denied"] = bool(case.denied_by)
    for text in values["texts"]:
        del text["characters"]
    return draw_json("kg-casefile/1", values)
