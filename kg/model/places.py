"""Places: where items are said to go, and the territories to which norms are confined."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.sources import Source
from kg.vocab import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place of the reference data. ``within`` are those of which it is directly a part.

    ``territory_of`` is the state whose whole territory it is, None for any other place.
    """

    id: str
    name: str
    verification: Verification
    within: tuple[str, ...] = ()
    territory_of: str | None = None
    aliases: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str | None = None
