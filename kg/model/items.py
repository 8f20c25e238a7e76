"""Kinds of items and services that a transfer can be about."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.sources import Source
from kg.vocab import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A kind of item. It may stand under several broader kinds, on purpose."""

    id: str
    label: str
    verification: Verification
    broader: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()
    definition: str | None = None
    sources: tuple[Source, ...] = ()
    note: str | None = None
