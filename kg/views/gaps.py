"""Gaps as text, as a table with a row for each effect of each answer, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from kg.model.restriction import Restriction
from kg.queries.gap_rows import Effect, Fate, Gap, GapAnswer, Gaps, Missing, TallyRow
from kg.queries.reasons import NO_DETERMINATION
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv, wrapped
from kg.vocab import Assumption, Reason

_WIDTH = 100
_COLUMNS = (
    "gap",
    "missing",
    "changes",
    "decides",
    "claims",
    "asked",
    "answer",
    "finding",
    "text",
    "claim",
    "norm",
    "citation",
    "whom",
    "role",
    "becomes",
    "reason",
    "assumes",
    "sentence",
)
_BECOMES = {
    Fate.APPLIES: "would apply, if this and the claim are true",
    Fate.DOES_NOT_APPLY: "would not apply",
    Fate.NOT_NEAR: "would no longer be near at hand",
    Fate.OPEN: "could still not be decided",
}
# Taken as given by so many findings now as then that naming it at each answer would hide the rest.
_TOLD = (Assumption.PERIOD_DISPUTED, Assumption.CONDITION_CLAIMED, Assumption.EXCEPTION_POSSIBLE)


def draw_gaps(gaps: Gaps, restriction: Restriction, form: str, top: int | None = None) -> str:
    """Return gaps as table (text), csv, tsv or json; with ``top``, the first so many alone."""
    shown = gaps.gaps[:top]
    match form:
        case "json":
            values = {
                "note": NO_DETERMINATION,
                **restriction_values(restriction),
                **asdict(gaps),
                "gaps": [asdict(gap) for gap in shown],
                "gaps_not_shown": len(gaps.gaps) - len(shown),
            }
            return draw_json("kg-gaps/1", values)
        case "csv":
            return draw_csv(_all_effects(shown))
        case "tsv":
            return draw_tsv(_all_effects(shown))
        case _:
            return _text(gaps, shown)


def _text(gaps: Gaps, shown: Sequence[Gap]) -> str:
    if not gaps.gaps:
        return f"{_header(gaps)}\n"
    blocks = [_header(gaps)]
    if gaps.tally:
        blocks.append(draw_text(_tally(gaps.tally), once=False).rstrip("\n"))
    blocks += ["\n".join(_block(number, gap)) for number, gap in enumerate(shown, 1)]
    if len(shown) < len(gaps.gaps):
        blocks.append(f"{len(gaps.gaps) - len(shown)} gaps not shown.")
    return "\n\n".join(blocks) + "\n"


def _header(gaps: Gaps) -> str:
    if not gaps.undecided:
        return "No finding asked about is undecided."
    counted = (
        f"{gaps.undecided} findings cannot be decided"
        if gaps.undecided != 1
        else "1 finding cannot be decided"
    )
    left = f" For {', '.join(gaps.left)} there is no such thing." if gaps.left else ""
    return wrapped(
        f"{counted}; for {gaps.decidable} there is one thing that would decide it, if it were "
        f"said.{left} Findings on parts of transfers are not counted.{_several(gaps)}",
        _WIDTH,
    )


def _several(gaps: Gaps) -> str:
    if sum(row.findings for row in gaps.tally) <= gaps.undecided:
        return ""
    return (
        " The table counts whatever hangs on these gaps, and a finding may hang on two: its "
        "numbers are not to be added up."
    )


def _tally(rows: Iterable[TallyRow]) -> Table:
    kinds: dict[Missing, list[TallyRow]] = {}
    for row in rows:
        kinds.setdefault(row.missing, []).append(row)
    lines = [
        (
            kind.value,
            str(sum(row.findings for row in several)),
            ", ".join(f"{row.norm} {row.findings}" for row in several),
        )
        for kind, several in kinds.items()
    ]
    return Table(columns=("missing", "findings", "under these norms"), rows=tuple(lines))


def _block(number: int, gap: Gap) -> Iterator[str]:
    changes = "1 finding" if gap.changes == 1 else f"{gap.changes} findings"
    yield f"{number}. {gap.missing}: {changes} would change"
    for claim in gap.claims:
        yield wrapped(f"{claim.text}/{claim.claim}: {claim.sentence}", _WIDTH, "   ", "     ")
        yield wrapped(f"said by: {'; '.join(claim.said_by)}", _WIDTH, "     ", "     ")
    yield wrapped(f"Missing: {gap.asked}.", _WIDTH, "   ", "   ")
    for answer in gap.answers:
        yield wrapped(f"- {answer.words}:", _WIDTH, "   ", "     ")
        for line in _effects(answer):
            yield wrapped(line, _WIDTH, "       ", "         ")
    if gap.other_way:
        yield wrapped(f"- {gap.other_way}.", _WIDTH, "   ", "     ")


def _effects(answer: GapAnswer) -> Iterator[str]:
    for fate, words in _BECOMES.items():
        if effects := [each for each in answer.effects if each.becomes is fate]:
            yield f"{words}: {_short(effects)}"
    for fate, words in _BECOMES.items():
        if effects := [each for each in answer.new if each.becomes is fate]:
            yield f"besides, {words.replace('still ', '')}: {_short(effects)}"


def _short(effects: Iterable[Effect]) -> str:
    """Return norms with actors, each once however many claims they are on."""
    return "; ".join(dict.fromkeys(f"{each.norm}{_about(each)}" for each in effects))


def _about(effect: Effect) -> str:
    told = [] if effect.becomes is Fate.NOT_NEAR else [effect.whom]
    told += [Reason(effect.reason).label] if effect.reason else []
    told += [Assumption(each).label for each in effect.assumes if each in _TOLD]
    return f" ({', '.join(told)})" if told else ""


def _all_effects(gaps: Iterable[Gap]) -> Table:
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                str(number),
                gap.missing.value,
                str(gap.changes),
                str(gap.decides),
                "; ".join(f"{each.text}/{each.claim}" for each in gap.claims),
                gap.asked,
                answer.words,
                effect.finding,
                effect.text,
                effect.claim,
                effect.norm,
                effect.citation,
                effect.whom,
                effect.role,
                effect.becomes.value,
                effect.reason,
                "; ".join(effect.assumes),
                effect.sentence,
            )
            for number, gap in enumerate(gaps, 1)
            for answer in gap.answers
            for effect in (*answer.effects, *answer.new)
        ),
    )
