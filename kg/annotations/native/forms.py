"""What a key of an annotation file may be: its meaning, what it takes, whether it must stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kg.vocab import Concept


class Takes(Enum):
    """What a key takes when it takes neither a word of a vocabulary nor keys of its own."""

    FORMAT = "the words kg-annotation/1"
    WORDS = "any words"
    QUOTE = "words of the text; […] leaves words out, [[ ]] marks those that are meant"
    FILE = "the name of a file in the same folder"
    DIGEST = "64 hexadecimal digits"
    LANGUAGE = "a language tag, such as en"
    ADDRESS = "a web address"
    DATE = "a day, month or year, or a range of them: 2023-10-26, 2023-10, 2023, 2023-08/2023-10"
    DAY = "a day, such as 2023-10-26"
    YES_NO = "true or false"
    COUNT = "a number from 1"
    NUMBER = "a number, such as 1000 or 0.5"
    ACTOR = "the id of an actor, such as KP"
    ADDRESSEE = "the id of an actor or grouping, such as KP"
    ITEM = "the id of a kind of item, such as ammunition"
    NORM = "the id of a norm, such as 1874-9-dprk"
    TEXT = "the id of another text, such as 2023-10-26-us-jp-kr"
    PLACE = "the id of a place, such as p-rajin"
    CITED = "the name of norms of this file, from under norms:"
    CLAIM = "the name of a claim of this file"
    CLAIM_ELSEWHERE = "a claim of another text, as its id, a slash and the claim's name"
    CLAIM_OR_CITED = "the name of a claim of this file, or of norms from under norms:"


@dataclass(frozen=True, slots=True)
class Form:
    """A table with keys; ``what`` names it in messages. A ``shorthand`` alone may stand for it."""

    what: str
    keys: Mapping[str, Key]
    shorthand: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key. Where it takes ``many``, one value alone may be given without a list.

    ``named`` is true of a table whose keys are names that the author gives, or ids.
    """

    means: str
    takes: Takes | type[Concept] | Form
    many: bool = False
    required: bool = False
    named: bool = False
