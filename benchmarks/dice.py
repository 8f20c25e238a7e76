"""Choices that look random and are the same in every run, on every machine and every Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Choices that follow from ``seed`` alone.

    Only ``Random.random`` is promised to give the same numbers in every version of Python, so that
    nothing else of it is used.
    """

    def __init__(self, *seed: str | int) -> None:
        self._random = Random("/".join(str(part) for part in seed))

    def below(self, end: int) -> int:
        return int(self._random.random() * end)

    def holds(self, share: float) -> bool:
        """Return True in ``share`` of all cases."""
        return self._random.random() < share

    def one(self, values: Sequence[T]) -> T:
        return values[self.below(len(values))]

    def several(self, values: Sequence[T], count: int) -> tuple[T, ...]:
        """Return ``count`` different values, in the order in which they were drawn."""
        rest = list(values)
        return tuple(rest.pop(self.below(len(rest))) for _ in range(count))
