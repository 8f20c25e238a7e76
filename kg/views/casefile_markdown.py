"""A case file as Markdown, to paste into a report: both sides of every test, in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.casefile import CaseFile, keys_of
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.rows import ElementRow, SpeechActRow, TextRow, WordsRow
from kg.views.restriction import tell_restriction, where
from kg.views.sufficient import tell_sufficient
from kg.views.words import listed, plain, web_address
from kg.vocab import Outcome, Test, Verification

# What Markdown or the HTML in it would read as anything but itself.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def draw_casefile_markdown(case: CaseFile, restriction: Restriction = EVERYTHING) -> str:
    """Return the case file as CommonMark with one table (GitHub's), ending in a line feed.

    What people wrote is escaped; an abstract's words never stand as a quotation.
    """
    return "\n".join(_lines(case, restriction)) + "\n"


def _lines(case: CaseFile, restriction: Restriction) -> Iterator[str]:
    yield f"# {_shown(case.finding.sentence)}"
    yield ""
    yield f"**{NO_DETERMINATION}**"
    if restriction:
        yield ""
        yield f"**{_shown(tell_restriction(restriction))}**"
    yield ""
    yield f"- Claim: {_shown(case.transfer.sentence)}"
    norm = case.norm
    yield f"- Norm: {_shown(norm.citation)}, in our words: {_shown(norm.rule)}"
    yield f"- How far the norm was checked: {Verification(norm.verification).label}"
    yield f"- Name: `{keys_of(case.finding, case.transfer)[1]}` ({case.finding.id})"
    yield from _voices("Who claims the transfer, and how", case.said_by)
    if case.sufficient:
        yield from _heading("Whose word suffices for it")
        yield f"{_shown(tell_sufficient(case.sufficient))}."
    nobody = f"Nobody {where(restriction)}. Denials of anything else are not shown here."
    yield from _voices("Who denies or doubts it", case.denied_by, nobody)
    yield from _voices("Who says that it is no breach", case.lawful_said_by)
    yield from _voices("Who claims that there is an exemption", case.exemption_claimed_by)
    yield from _tests(case)
    if case.assumptions:
        yield from _heading("What it takes as given")
        yield from (f"- {_shown(made.label)}: {_shown(made.meaning)}" for made in case.assumptions)
    if case.near_misses:
        yield from _heading("Other norms considered for this transfer")
        yield from (f"- {_shown(row.sentence)} ({row.id})" for row in case.near_misses)
    yield from _heading("Texts")
    yield from (f"- {_text(text)}" for text in case.texts)


def _heading(words: str) -> Iterator[str]:
    yield ""
    yield f"## {words}"
    yield ""


def _voices(
    heading: str, acts: tuple[SpeechActRow, ...], nobody: str | None = None
) -> Iterator[str]:
    if not acts and nobody is None:
        return
    yield from _heading(heading)
    if not acts:
        yield nobody or ""
    for act in acts:
        said = f"- {_shown(act.sentence)} ({_shown(act.text)}, {act.date}): {_words(act.words)}"
        reading = f" On one reading: {_shown(act.reading)}." if act.reading else ""
        yield said + reading


def _tests(case: CaseFile) -> Iterator[str]:
    voices = {voice.words: voice.speakers for voice in case.voices}
    yield from _heading("The tests")
    yield "| test | outcome | the text's side | the norm's side |"
    yield "| --- | --- | --- | --- |"
    for element in case.finding.elements:
        said = [_shown(element.said)] if element.said else []
        said += [
            f"{_words(words)} ({_shown(listed(voices.get(words, ())))}, {_shown(words.text)})"
            for words in element.words
        ]
        test, outcome = Test(element.test).label, Outcome(element.outcome).label
        yield f"| {test} | {outcome} | {'; '.join(said)} | {_rule(element)} |"


def _rule(element: ElementRow) -> str:
    marks = "; ".join(Verification(mark).label for mark in element.verification)
    return _shown(element.rule) + (f" ({marks})" if marks else "")


def _text(text: TextRow) -> str:
    kind = "verbatim" if text.kind == "verbatim" else "an abstract in our words"
    address = web_address(text.source)
    source = f" <{address}>" if address else ""
    return f"{_shown(text.title)}, {text.date}; {kind}.{source} ({_shown(text.id)})"


def _words(words: WordsRow) -> str:
    said = _shown(" […] ".join(words.exact))
    return f"(abstract, no quotation) {said}" if words.text_kind == "abstract" else f"“{said}”"


def _shown(words: str) -> str:
    return _MARKS.sub(r"\\\1", plain(words))
