"""What can be asked of a graph and cited: each kind of question as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuestion:
    """One of the named questions, with its parameters as pairs of name and value."""

    name: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """SPARQL of somebody's own; it is answered within these limits, ``timeout`` in seconds."""

    sparql: str
    timeout: float = 30
    max_rows: int = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsQuestion:
    """The findings that fit every filter given."""

    kind: str | None = None
    actor: str | None = None
    norm: str | None = None
    text: str | None = None
    near_misses: bool = False
    claimed_purposes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuestion:
    """The case file of the one finding that ``finding`` names, as ``kg explain`` takes it."""

    finding: str


Question = NamedQuestion | OwnQuestion | FindingsQuestion | CaseQuestion
