"""How one description stands to another, in an aspect or as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """How the first stands to the second, in words that go between the two."""

    SAME = "says the same as"
    REFINES = "refines"
    REFINED_BY = "is refined by"
    COMPATIBLE = "is compatible with"
    DIFFERS = "differs from"  # they stand against each other, and both may yet be right
    CONTRADICTS = "contradicts"
    NOT_COMPARABLE = "cannot be compared with"

    @property
    def word(self) -> str:
        """Return the name that files give it: same, refines, refined-by."""
        return self.name.lower().replace("_", "-")

    @property
    def mirrored(self) -> Verdict:
        """Return how then the second stands to the first."""
        match self:
            case Verdict.REFINES:
                return Verdict.REFINED_BY
            case Verdict.REFINED_BY:
                return Verdict.REFINES
            case (
                Verdict.SAME
                | Verdict.COMPATIBLE
                | Verdict.DIFFERS
                | Verdict.CONTRADICTS
                | Verdict.NOT_COMPARABLE
            ):
                return self


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectVerdict:
    """The verdict in one aspect, with the reason in words."""

    aspect: str
    verdict: Verdict
    reason: str


def ordered(*, down: bool, up: bool) -> Verdict | None:
    """Return which is the more specific, None where neither gives the other."""
    if down and up:
        return Verdict.SAME
    return Verdict.REFINES if down else Verdict.REFINED_BY if up else None
