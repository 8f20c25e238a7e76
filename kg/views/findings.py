"""Findings as a table or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kg.queries.clocks import ClockReader
from kg.queries.narrowing import Narrowed
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.rows import FindingRow, Picture, SufficientRow
from kg.views.clocks import tell_periods
from kg.views.restriction import restriction_values, where
from kg.views.sufficient import tell_sufficient
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv
from kg.vocab import Assumption, Reason, Verification

_COLUMNS = (
    "id",
    "finding",
    "claim",
    "who claims it",
    "who contests it",
    "assumes",
    "how far checked",
)
_SUFFICES = ("whose word suffices",)
_KEYS = (
    "id",
    "kind",
    "sentence",
    "text",
    "claim",
    "norm",
    "citation",
    "actor",
    "role",
    "reasons",
    "assumes",
    "said-by",
    "contested-by",
    "how-far-checked",
    "claimed-earliest",
    "claimed-latest",
    "in-force",
    "published",
)


# Of each finding, by its id, whose word suffices for it.
Sufficient = Mapping[str, tuple[SufficientRow, ...]]


def draw_findings(
    picture: Picture, narrowed: Narrowed, form: str, sufficient: Sufficient | None = None
) -> str:
    """Return findings as table, csv, tsv or json; csv and tsv have a column for each fact.

    Whose word suffices is told where ``sufficient`` is given.
    """
    match form:
        case "json":
            clocks = ClockReader(picture)
            values = {
                "note": NO_DETERMINATION,
                **restriction_values(picture.restriction),
                "findings": [
                    {**_values(row, sufficient), "clocks": asdict(clocks.of(row))}
                    for row in narrowed.shown
                ],
                "near_misses_not_shown": narrowed.near_misses_not_shown,
                "claimed_purposes_not_shown": narrowed.claimed_purposes_not_shown,
            }
            return draw_json("kg-findings/1", values)
        case "csv":
            return draw_csv(_all_facts(picture, narrowed.shown, sufficient))
        case "tsv":
            return draw_tsv(_all_facts(picture, narrowed.shown, sufficient))
        case _:
            return draw_text(_at_a_glance(picture, narrowed.shown, sufficient))


def _values(row: FindingRow, sufficient: Sufficient | None) -> dict[str, Any]:
    if sufficient is None:
        return asdict(row)
    return {**asdict(row), "sufficient": [each.one_of for each in sufficient[row.id]]}


def _at_a_glance(
    picture: Picture, findings: tuple[FindingRow, ...], sufficient: Sufficient | None
) -> Table:
    claims = {row.iri: row.name for row in picture.propositions}
    said = {act.iri: act.sentence for act in picture.speech_acts}
    return Table(
        columns=_COLUMNS + _SUFFICES * (sufficient is not None),
        rows=tuple(
            (
                row.id,
                row.sentence,
                claims[row.transfer],
                _sentences(row.based_on, said) or "nobody, with a stance and a status",
                _sentences(row.contested_by, said) or f"nobody {where(picture.restriction)}",
                "; ".join(Assumption(word).label for word in row.assumes) or None,
                "; ".join(Verification(word).label for word in row.verification) or None,
                *_sufficing(row, sufficient),
            )
            for row in findings
        ),
    )


def _sentences(acts: tuple[str, ...], said: Mapping[str, str]) -> str:
    """Return who says it and how, each way once."""
    return "; ".join(sorted({said[act] for act in acts}))


def _sufficing(row: FindingRow, sufficient: Sufficient | None) -> tuple[str, ...]:
    return () if sufficient is None else (tell_sufficient(sufficient[row.id]),)


def _all_facts(
    picture: Picture, findings: tuple[FindingRow, ...], sufficient: Sufficient | None
) -> Table:
    clocks = ClockReader(picture)
    claims = {row.iri: row for row in picture.propositions}
    norms = {row.id: row.citation for row in picture.norms}
    said = {act.iri: act.sentence for act in picture.speech_acts}
    return Table(
        columns=_KEYS + _SUFFICES * (sufficient is not None),
        rows=tuple(
            (
                row.id,
                row.kind,
                row.sentence,
                claims[row.transfer].text,
                claims[row.transfer].name,
                row.norm,
                norms[row.norm],
                row.agent,
                row.role,
                "; ".join(Reason(word).value for word in row.reasons),
                "; ".join(row.assumes),
                _sentences(row.based_on, said),
                _sentences(row.contested_by, said),
                "; ".join(row.verification),
                shown.earliest,
                shown.latest,
                tell_periods(shown.in_force),
                shown.published,
                *_sufficing(row, sufficient),
            )
            for row in findings
            for shown in [clocks.of(row)]
        ),
    )
