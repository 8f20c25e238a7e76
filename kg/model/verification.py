"""What comes out when a citation is put to the test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What came out. ``SAME_RESULT`` is the same answer from another graph or program."""

    SAME = "same"
    SAME_RESULT = "same-result"
    CHANGED = "changed"
    ALTERED = "altered"

    @property
    def holds(self) -> bool:
        """Tell whether the answer stands as it was cited."""
        return self in {Verdict.SAME, Verdict.SAME_RESULT}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row of the result under the same name as before; ``keys`` are those that differ."""

    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChanges:
    """What became of the rows of a result, each row in words."""

    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[ChangedRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.new or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact about a citation that is another now; None is a side on which it is not there."""

    what: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What became of a citation.

    ``altered`` are the parts that their hash does not fit, with ``sha256`` for the hashes
    themselves; ``sealed_anew`` those that do fit, and that the program does not give all the same
    for the graph that the file names. ``cannot_ask`` says why the question cannot be asked here,
    if so. ``reformatted`` tells that the file has the same content in other white space or order,
    ``other_order`` that the answer has the same rows in another one.
    """

    verdict: Verdict
    altered: tuple[str, ...] = ()
    sealed_anew: tuple[str, ...] = ()
    cannot_ask: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    rows: RowChanges = RowChanges()
    other_order: bool = False
    reformatted: bool = False
