"""Actors, the groupings they belong to, and the names they go by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kg.model.sources import Source
from kg.vocab import Verification


class ActorKind(Enum):
    """The kinds of actor; the value is the word of the reference files."""

    STATE = "state"
    ORGANIZATION = "organization"
    NON_STATE_GROUP = "non-state-group"
    PERSON = "person"
    VESSEL = "vessel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An actor's belonging to a grouping; a bound is None where no day is recorded."""

    grouping: str
    verification: Verification
    valid_from: date | None = None
    valid_until: date | None = None
    sources: tuple[Source, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NonMembership:
    """A record that an actor does not belong to a grouping, which is more than no membership.

    A bound is None where no day is recorded.
    """

    grouping: str
    verification: Verification
    valid_from: date | None = None
    valid_until: date | None = None
    sources: tuple[Source, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganLink:
    """That an organization is recorded as an organ of ``state``; a bound is None as above.

    Nothing follows from it for what the organ says or does: that is not thereby the state's.
    """

    state: str
    verification: Verification
    valid_from: date | None = None
    valid_until: date | None = None
    sources: tuple[Source, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor of the reference data. ``id`` is the ISO 3166-1 alpha-2 code for a state."""

    id: str
    kind: ActorKind
    name: str
    verification: Verification
    official_name: str | None = None
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    organ_of: tuple[OrganLink, ...] = ()
    non_memberships: tuple[NonMembership, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A set of actors defined by memberships, such as the UN Member States."""

    id: str
    name: str
    verification: Verification
    sources: tuple[Source, ...] = ()
    note: str | None = None
