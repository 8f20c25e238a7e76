"""Names of states, and when two spellings are one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

# Unicode's Quotation_Mark, and the characters that are typed as apostrophes. Prime marks are not
# among them: they count feet and minutes. An author of YAML often has to write ' for “, so single
# and double marks are alike.
QUOTATION_MARKS = (
    "\"'\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u2e42"
    "\u300c\u300d\u300e\u300f\u301d\u301e\u301f\ufe41\ufe42\ufe43\ufe44\uff02\uff07\uff62\uff63"
    "`\u00b4\u02bc"
)
# General category Pd, and the minus sign.
DASHES = (
    "-\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2e17\u2e1a\u2e3a\u2e3b\u2e40"
    "\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead\u2212"
)
# Every mark becomes ', every dash becomes -.
ALIKE = str.maketrans(dict.fromkeys(QUOTATION_MARKS, "'") | dict.fromkeys(DASHES, "-"))

_SPACES = re.compile(r"\s+")
_STATE = re.compile(r"[A-Z]{2}")


def plain_name(name: str) -> str:
    """Return what all spellings of one name share: spaces, marks, dashes and capitals apart.

    >>> plain_name("Côte  d’Ivoire") == plain_name("CÔTE D'IVOIRE")
    True
    """
    return _SPACES.sub(" ", name.translate(ALIKE)).strip().casefold()


class NameKind(Enum):
    """What sort of name; the value is the word of the table."""

    COMMON = "common"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """One name of a state in one language. ``state`` is its ISO 3166-1 alpha-2 code.

    ``homonym`` is what else or whom else the name may mean, several things with ``;`` between, a
    state by its code; None where nothing is known.
    """

    name: str
    state: str
    language: str
    kind: NameKind
    homonym: str | None = None

    @property
    def other_states(self) -> tuple[str, ...]:
        """The other states that the name may mean, by code."""
        return tuple(part for part in self._parts if _STATE.fullmatch(part))

    @property
    def other_meanings(self) -> tuple[str, ...]:
        """What the name may mean that is no state, in words."""
        return tuple(part for part in self._parts if not _STATE.fullmatch(part))

    @property
    def _parts(self) -> tuple[str, ...]:
        parts = (part.strip() for part in (self.homonym or "").split(";"))
        return tuple(part for part in parts if part)
