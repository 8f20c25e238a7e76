"""Where a statement in the reference data was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or publication; ``says`` is our own abstract of what it says on the point."""

    key: str
    url: str
    publisher: str
    says: str | None = None
