"""What English words count: the noun after a number, where it is a name of a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.vocab import Unit

# Adjectives, and nouns in the singular, that may stand between a number and what it counts.
_BETWEEN: Final = 3
_WORD: Final = re.compile(r"[ -]?(per cent|[^\W\d_]+(?:['-][^\W\d_]+)*|%)", re.IGNORECASE)
_CALIBRE: Final = re.compile(r" \d+(?:[.,]\d+)?[ -]?(?:mm|cm)\b")
_OF: Final = re.compile(r" of(?: (?:the|these|those|its|their))?\b", re.IGNORECASE)
_LINK: Final = re.compile(r" ?(?:$|[^\w\s]| (?:of|and|or|with|for|in|on|from|to|by|at|were|was)\b)")
_VAGUE: Final = re.compile(
    r".*\b(?:(?:dozen|hundred|thousand|million)s?|several|many|few|numerous)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A unit, and the word by which it is named."""

    unit: Unit
    word: str


def after_vague(words: str) -> int | None:
    """Return where the last vague number (dozens, several) ends; None where there is none."""
    found = _VAGUE.match(words)
    return found.end() if found else None


def counted_unit(words: str, at: int, *, one: bool = False) -> Counted | None:
    """Return what is counted by the number that ends at ``at``; None where that is not sure.

    It is the first noun in the plural, if that names a unit; ``one`` thing stands in the singular.

    >>> counted_unit("1,000 containers of rounds", 5)
    Counted(unit=<Unit.CONTAINERS: 'containers'>, word='containers')
    """
    for skipped in (_OF, _CALIBRE):
        if found := skipped.match(words, at):
            at = found.end()
    for _ in range(_BETWEEN + 1):
        found = _WORD.match(words, at)
        if found is None:
            return None
        at, word = found.end(), found.group(1).casefold()
        unit = _names().get(word) or (_names().get(f"{word}s") if one else None)
        ends = word.endswith("s") or _LINK.match(words, at) is not None or word == "%"
        if unit and ends:
            # Pieces of ammunition are rounds, and a hundred soldiers' rations no soldiers.
            other = words.startswith((" of", "'") if unit is Unit.PIECES else "'", at)
            return None if other else Counted(unit, word)
        if word.endswith(("s", "ed", "ing")) or _LINK.fullmatch(f"  {word}"):
            return None  # another noun, or what happens to it
    return None


def is_named(unit: Unit, words: str) -> bool:
    """Tell whether a name of ``unit`` stands anywhere in ``words``."""
    names = "|".join(re.escape(name) for name in (unit.label, *unit.aliases))
    return re.search(rf"(?<!\w)(?:{names})(?!\w)", words, re.IGNORECASE) is not None


@cache
def _names() -> dict[str, Unit]:
    return {name.casefold(): unit for unit in Unit for name in (unit.label, *unit.aliases)}
