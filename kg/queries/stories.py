"""Rows of the stories that changes of position make."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.claims import negates
from kg.vocab import Stance

# What those stances are called that do not stand by what they are about.
NEGATIVE = frozenset(each.label for each in Stance if negates(each))
AFFIRMS, DENIES, LAWFUL = "affirms", "denies or doubts", "says that it breaches nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One thing said in a story.

    ``act`` is the IRI of the speech act. ``speakers`` tells whose words they are, ``link`` how they
    bear on whom the story is about, and ``told_by`` who issues the text where it tells what others
    say. ``held`` and ``checked`` tell whether the text is an abstract, and how far it was checked.
    """

    act: str
    side: str
    date: str
    text: str
    speakers: str
    link: str
    told_by: tuple[str, ...]
    stance: str
    status: str | None
    claim: str
    items: str | None
    when: str | None
    reading: str | None
    held: str
    checked: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """What is said on one side, from ``since`` to ``until``, before something else is said."""

    side: str
    since: str
    until: str
    said: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What is said of transfers between two ends, of like items, by one body and its organs.

    ``actor`` is the id of the body, ``who`` its name. ``other_times`` tells that whatever is denied
    and affirmed is about other days, so that the two are no change of position. ``within`` names a
    body whose story has all of this one's words.
    """

    actor: str
    who: str
    supplier: str
    recipient: str
    items: tuple[str, ...]
    turns: tuple[TurnRow, ...]
    other_times: bool
    within: str | None
