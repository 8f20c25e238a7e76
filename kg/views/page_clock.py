"""What counts on a day and according to some, as the page has it: one table, and no rules.

web/src/clock.js evaluates it; tests hold that it comes to what ``restrict`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.queries.rows import PeriodRow
from kg.queries.standing import NormStandingRow, Standing, StandingRow, TransferStandingRow
from kg.views.page_findings import PageFindings
from kg.views.page_index import PageIndex
from kg.views.view_clock import Brings, Clock, Known, Stands
from kg.views.view_findings import Finding, Window
from kg.views.words import plain

# Sorts after every day: what has no day of its own is not known to have been there on any.
_NEVER = "~"


class PageClock:
    """Turns when and of whose words findings stand into plain values, each row by its number."""

    def __init__(self, index: PageIndex, findings: Sequence[Finding]) -> None:
        self._index = index
        self._pages = PageFindings(index)
        self._findings = findings
        self._numbers = {finding["id"]: at for at, finding in enumerate(findings)}
        self._rows: list[Finding] = []
        self._row_numbers: dict[str, int] = {}
        self._more: list[Finding] = []

    def of(self, standing: Standing) -> Clock:
        """Return the table."""
        picture = self._index.picture
        restriction = picture.restriction
        speaking = {actor for act in picture.speech_acts for actor in act.speaker}
        stands = [self._stands(row) for row in standing.findings]
        return {
            "days": list(standing.days),
            "asOf": restriction.as_of.isoformat() if restriction.as_of else "",
            "speakers": sorted(speaking & restriction.according_to or speaking),
            "texts": [standing.texts.get(text.id, _NEVER) for text in picture.texts],
            "norms": [standing.norms_since.get(norm.id, _NEVER) for norm in picture.norms],
            "depends": [
                [self._index.norms[each] for each in norm.depends_on if each in self._index.norms]
                for norm in picture.norms
            ],
            "stands": stands,
            "rows": self._rows,
            "more": self._more,
            "brings": [self._brings(row) for row in standing.transfers],
            "known": [
                self._known(row) for row in standing.norms if row.norm.id in self._index.norms
            ],
        }

    def _stands(self, row: StandingRow) -> Stands:
        finding = self._pages.one(row.finding)
        number = self._numbers.setdefault(finding["id"], len(self._findings) + len(self._more))
        if number == len(self._findings) + len(self._more):
            self._more.append(finding)
        usual = [*self._findings, *self._more][number]
        same = all(finding[key] == usual[key] for key in finding if key not in {"around", "whole"})  # type: ignore[literal-required]  # its own keys
        return {
            "finding": number,
            "since": row.since or _NEVER,
            "until": row.until or "",
            "brought": None if row.brought is None else list(row.brought),
            "row": None if same else self._row(finding),
        }

    def _row(self, finding: Finding) -> int:
        key = repr(finding)
        if key not in self._row_numbers:
            self._row_numbers[key] = len(self._rows)
            self._rows.append(finding)
        return self._row_numbers[key]

    def _brings(self, row: TransferStandingRow) -> Brings:
        acts = self._index.acts
        return {
            "claim": self._index.claims[row.iri],
            "brings": [[acts[each] for each in those] for those in row.brings],
            "firm": list(row.firm),
            "against": [
                (acts[denial], [acts[each] for each in those]) for denial, those in row.against
            ],
        }

    def _known(self, row: NormStandingRow) -> Known:
        return {
            "norm": self._index.norms[row.norm.id],
            "until": row.until,
            "since": told_periods(self._index, row.norm.in_force),
            "windows": windows(row.norm.in_force),
        }


def told_periods(index: PageIndex, periods: Iterable[PeriodRow]) -> str:
    """Return the periods in which a norm is in force, in words."""
    return "; ".join(_told(index, period) for period in periods)


def windows(periods: Iterable[PeriodRow]) -> list[Window]:
    """Return the same as days."""
    return [
        {
            "since": plain(period.since),
            "until": plain(period.until or ""),
            "disputed": bool(period.held_by or period.rejected_by),
        }
        for period in periods
    ]


def _told(index: PageIndex, period: PeriodRow) -> str:
    said = (
        f"{plain(period.since)} to {plain(period.until)}"
        if period.until
        else f"since {plain(period.since)}"
    )
    if not period.held_by:
        return said
    held, rejected = index.named(period.held_by), index.named(period.rejected_by)
    return f"{said} (held by {held}; rejected by {rejected})"
