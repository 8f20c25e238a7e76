"""Where a text names actors. Every occurrence is a mention; the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.annotations.anchoring import Page
from kg.annotations.folding import fold, is_word_edge
from kg.annotations.search import occurrences
from kg.errors import Problem
from kg.marked import Words
from kg.model.annotated import Mention


@dataclass(frozen=True, slots=True)
class Naming:
    """Words by which a text names an actor."""

    actor: str
    words: Words


def find_mentions(
    namings: Iterable[Naming], page: Page
) -> tuple[tuple[Mention, ...], tuple[Problem, ...]]:
    """Return every mention in the order of the text, and the names that never occur.

    Where names overlap the longest wins, whosever it is: "Republic of Korea" within "Democratic
    People's Republic of Korea" names nobody.
    """
    characters = page.folded.characters
    taken = bytearray(len(characters))
    mentions: list[Mention] = []
    problems: list[Problem] = []
    folded = [(fold(naming.words.text).characters.strip(), naming) for naming in namings]
    for name, naming in sorted(folded, key=lambda pair: (-len(pair[0]), pair[0], pair[1].actor)):
        within = False
        before = len(mentions)
        for at in occurrences(name, characters):
            end = at + len(name)
            if not _stands_alone(characters, at, end):
                continue
            if taken.find(1, at, end) >= 0:
                within = True
                continue
            taken[at:end] = b"\1" * len(name)
            mentions.append(Mention(actor=naming.actor, span=page.folded.span(at, end)))
        if len(mentions) == before:
            problems.append(_never(naming.words, within=within))
    return tuple(sorted(mentions, key=lambda mention: mention.span)), tuple(problems)


def _stands_alone(characters: str, start: int, end: int) -> bool:
    # "U.S." in "U.S.S.R." ends with a full stop, where a word may end, and yet names nobody.
    return is_word_edge(characters, start) and not (
        characters[end - 1] == "." and characters[end : end + 1].isalnum()
    )


def _never(words: Words, *, within: bool) -> Problem:
    return Problem(
        slug="name-not-found",
        sentence=f"the text names nobody {words.text!r}",
        place=words.place,
        hint=(
            "these words stand only within longer names"
            if within
            else "take the name away, or write it as the text does, letter for letter"
        ),
    )
