"""The three clocks of a finding in words."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.clocks import Clocks
from kg.queries.rows import FindingRow, PeriodRow
from kg.views.words import listed
from kg.vocab import Test


def tell_clocks(clocks: Clocks, finding: FindingRow) -> tuple[tuple[str, str], ...]:
    """Return what each clock of ``finding`` is called and what it shows, with names in full."""
    rules = [row.rule for row in finding.elements if row.test == Test.PERIOD]
    in_force = rules[0].removeprefix("in force ") if rules else tell_periods(clocks.in_force)
    return (
        ("said to have happened", _said(clocks)),
        ("norm in force", in_force),
        ("published", f"{clocks.published or 'on no day that is known'}, as the text is dated"),
    )


def tell_periods(periods: Iterable[PeriodRow]) -> str:
    """Return periods in words, each with who holds and who rejects it, by their ids."""
    told = []
    for period in periods:
        words = f"from {period.since}" + (f" until {period.until}" if period.until else "")
        if period.held_by:
            words += f", as {listed(period.held_by)} hold and {listed(period.rejected_by)} reject"
        told.append(words)
    return "; ".join(told)


def _said(clocks: Clocks) -> str:
    first, last = clocks.earliest, clocks.latest
    if first is None and last is None:
        return "no day is said; the day of the text stands in"
    whole = ", as is said of the whole of which this is a part" if clocks.from_whole else ""
    if first == last:
        return f"on {first}{whole}"
    if last is None:
        return f"from {first} on{whole}"
    return f"from {first} to {last}{whole}" if first else f"by {last}{whole}"
