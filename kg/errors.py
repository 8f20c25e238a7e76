"""Every error that is raised on purpose, and the places in files that errors point to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file that a person wrote; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in what a user gave us, said so that a tired analyst can mend it.

    ``slug`` is stable and has a paragraph in ``docs/problems.md``; ``hint`` says what to do, or
    what was found instead. ``place`` is None where no file is at fault.
    """

    slug: str
    sentence: str
    place: Place | None = None
    hint: str | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f"\n  {self.hint}" if self.hint else ""
        return f"{where}{self.sentence} [{self.slug}]{hint}"


class KgError(Exception):
    """Something is wrong in what a user gave us; ``problems`` holds all of it, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=_by_place))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _by_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)
