"""The three clocks of a finding: when it is said to have happened, was in force, was published."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.rows import FindingRow, PeriodRow, Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The days that a finding goes by; each clock runs by itself.

    ``earliest`` and ``latest`` are the days between which the transfer is said to have begun, None
    where none is said; ``from_whole`` tells that they are those of a whole of which it is a part.
    ``in_force`` are the periods of the norm, ``published`` is when the text that claims the
    transfer is dated: a day, month, year, or two days with a slash.
    """

    earliest: str | None
    latest: str | None
    from_whole: bool
    in_force: tuple[PeriodRow, ...]
    published: str


class ClockReader:
    """Reads the clocks of the findings of a picture."""

    def __init__(self, picture: Picture) -> None:
        self._claims = {row.iri: row for row in picture.propositions}
        self._in_force = {row.id: row.in_force for row in picture.norms}
        self._published = {row.id: row.date for row in picture.texts}

    def of(self, finding: FindingRow) -> Clocks:
        """Return the clocks of one finding."""
        said_in, earliest, latest = self._said(finding.transfer)
        return Clocks(
            earliest=earliest,
            latest=latest,
            from_whole=said_in != finding.transfer,
            in_force=self._in_force[finding.norm],
            published=self._published[self._claims[finding.transfer].text],
        )

    def _said(self, transfer: str) -> tuple[str, str | None, str | None]:
        """Return the days of the nearest whole that has any, as the rules take them."""
        at: str | None = transfer
        seen: set[str] = set()
        while at in self._claims and at not in seen:
            row = self._claims[at]
            days = {role.role: role.value for role in row.roles if not role.from_whole}
            if "earliest" in days or "latest" in days:
                return at, days.get("earliest"), days.get("latest")
            seen.add(at)
            at = row.part_of
        return transfer, None, None
