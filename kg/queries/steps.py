"""The rows of a replay: what changed on a day, one row for each thing that did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What a change is a change of, in the order in which a day is told."""

    TEXT = "text"
    CLAIM = "claim"
    SAID = "said"
    DENIED = "denied"
    INSTRUMENT = "instrument"
    NORM = "norm"
    WINDOW = "window"
    EXCEPTION = "exception"
    MEMBERSHIP = "membership"
    STANDING = "standing"
    FINDING = "finding"


class How(StrEnum):
    """In which way something changed; ``BEGAN`` and ``ENDED`` may have been known before."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "fell away"
    FIXED = "end fixed"
    BEGAN = "began"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that was added, changed or fell away, in a sentence fit to print beside names.

    ``id`` is what commands take: an id of a text, instrument, norm or finding, or the IRI of a
    claim or speech act. ``about`` is the kind of a claim, such as transfer or breach. ``ways`` tell
    of what was there before in which ways it changed. ``before`` and ``after`` are what is found,
    of a finding or standing: nothing, does not apply, undecided, prospective or alleged.
    ``actors`` are those whom it concerns, ``supplier`` and ``recipient`` those of the transfer in
    question, ``acts`` the IRIs of the speech acts that a finding rests on or is contested by, and
    ``contested_by`` the latter in words. ``kept_apart`` tells that ``kg findings`` shows it on
    demand alone: a near miss, or what rests on a claimed purpose.
    """

    what: What
    how: How
    id: str
    sentence: str
    about: str | None = None
    ways: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    text: str | None = None
    norms: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    kept_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A day on which something changed.

    ``not_shown`` counts changes of findings that were left out since they are kept apart.
    """

    date: str
    changes: tuple[Change, ...]
    not_shown: int = 0
