"""Dates as annotation files write them: a day, a month, a year, or a range of these."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from kg.model.claims import TimeSaid

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_OPEN = ".."


def read_time(words: str) -> TimeSaid | str:
    """Return the days between which ``words`` place something, or why they cannot.

    >>> read_time("2023-08/2023-10-26").latest
    datetime.date(2023, 10, 26)
    >>> read_time("2023-02-30")
    '2023-02-30 is no day of the calendar'
    """
    first, slash, last = words.partition("/")
    earliest = None if slash and first == _OPEN else _days(first)
    latest = None if slash and last == _OPEN else _days(last if slash else first)
    for bound in (earliest, latest):
        if isinstance(bound, str):
            return bound
    time = TimeSaid(
        earliest=earliest[0] if isinstance(earliest, tuple) else None,
        latest=latest[1] if isinstance(latest, tuple) else None,
    )
    if time.earliest is None and time.latest is None:
        return f"{words} sets no bound at all"
    if time.earliest and time.latest and time.earliest > time.latest:
        return f"{words} ends before it begins"
    return time


def read_day(words: str) -> date | str:
    """Return the single day that ``words`` give, or why they cannot."""
    days = _days(words)
    if isinstance(days, str):
        return days
    return days[0] if days[0] == days[1] else f"{words} is no single day"


def _days(words: str) -> tuple[date, date] | str:
    """Return the first and the last day of a day, month or year."""
    match = _DATE.fullmatch(words)
    if match is None:
        return f"{words!r} is no date"
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101  # the pattern wants one
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:  # IllegalMonthError of calendar is one
        what = "day" if day is not None else "month" if month is not None else "year"
        return f"{words} is no {what} of the calendar"
    return first, last
