"""Which texts come from one origin or one voice, and how many stand behind something.

docs/decisions/0013-origins-and-voices.md tells what is counted as one, and why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.queries.rows import ActorRow, Picture, RestingRow, TextRow

# Beyond so many texts that overlap in several ways, fewer may be counted than could be.
_MOST_TRIED = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Which texts stand behind something, and how many of them have nothing in common.

    Each number is a choice of ``documents`` as large as can be: ``origins`` of which no two rest on
    the same text, ``voices`` of which no two have an issuer or a speaker in common either (those of
    the texts that they rest on among them), and ``states`` of which no two have issuers or speakers
    that are organs of one state either.
    ``speakers`` say it in these texts. ``organs`` names, for each state, the issuers that are
    recorded as organs of it.
    """

    documents: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    organs: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Of a text, all that tells where it comes from, as ``TextRow`` has it."""

    id: str
    date: str
    issued_by: tuple[str, ...]
    rests_on: tuple[RestingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Of a picture, all that tells where texts come from: enough for ``Origins``."""

    texts: tuple[Source, ...]
    actors: tuple[ActorRow, ...]


class Origins:
    """What texts rest on, and who issues them, over all texts of a picture."""

    def __init__(self, picture: Picture | Sources) -> None:
        self._texts: Mapping[str, TextRow | Source] = {row.id: row for row in picture.texts}
        self._actors: Mapping[str, ActorRow] = {row.id: row for row in picture.actors}
        self._rests_on = {
            row.id: tuple(other.text for other in row.rests_on if other.text in self._texts)
            for row in picture.texts
        }

    def behind(self, text: str) -> frozenset[str]:
        """Return ``text`` with every text that it rests on, by way of others too."""
        seen: set[str] = set()
        waiting = [text]
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting.extend(self._rests_on.get(each, ()))
        return frozenset(seen)

    def roots(self, text: str) -> frozenset[str]:
        """Return those texts behind ``text`` that rest on none: its origins."""
        return frozenset(each for each in self.behind(text) if not self._rests_on.get(each))

    def with_resting(self, text: str) -> frozenset[str]:
        """Return ``text`` with every text that rests on it, by way of others too."""
        return frozenset(each for each in self._texts if text in self.behind(each))

    def issued_by(self, actor: str) -> frozenset[str]:
        """Return the texts that ``actor`` issues, alone or with others."""
        return frozenset(row.id for row in self._texts.values() if actor in row.issued_by)

    def issuers(self, text: str) -> tuple[str, ...]:
        return self._texts[text].issued_by if text in self._texts else ()

    def backing(self, speakers: Mapping[str, Iterable[str]]) -> Backing:
        """Return what stands behind something that ``speakers`` say, given by the text."""
        documents = tuple(sorted(speakers, key=self._order))
        issuers = sorted({each for text in documents for each in self.issuers(text)})
        roots = {text: frozenset(f"text {root}" for root in self.roots(text)) for text in documents}
        actors = {
            # Whoever repeats somebody has no other voice by that.
            text: {
                actor
                for each in self.behind(text)
                for actor in (*self.issuers(each), *speakers.get(each, ()))
            }
            for text in documents
        }
        voices = {text: roots[text] | _marked("actor", actors[text]) for text in documents}
        states = {
            text: voices[text]
            | _marked("state", (name for each in actors[text] for name in self._states(each)))
            for text in documents
        }
        return Backing(
            documents=documents,
            origins=most_apart(roots),
            voices=most_apart(voices),
            states=most_apart(states),
            issuers=tuple(issuers),
            speakers=tuple(sorted({each for text in documents for each in speakers[text]})),
            organs=self._organs(issuers),
        )

    def _order(self, text: str) -> tuple[str, str]:
        return (self._texts[text].date if text in self._texts else "", text)

    def _states(self, actor: str) -> Iterator[str]:
        """Yield the names of the state that an actor is, or of which it is recorded as an organ."""
        row = self._actors.get(actor)
        if row is not None:
            yield from (link.state for link in row.organ_of)
            if row.kind == "state":
                yield row.name

    def _organs(self, issuers: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for issuer in issuers:
            row = self._actors.get(issuer)
            for link in row.organ_of if row else ():
                found[link.state].append(issuer)
        return tuple((state, tuple(organs)) for state, organs in sorted(found.items()))


def most_apart(sets: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Return as many keys as can be of which no two sets have a member in common, in their order.

    >>> most_apart({"a": frozenset("x"), "b": frozenset("xy"), "c": frozenset("y")})
    ('a', 'c')
    """
    chosen = {key for group in _overlapping(_without_repeats(sets)) for key in _most(group)}
    return tuple(key for key in sets if key in chosen)


def _without_repeats(sets: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Leave out sets that hold another one, which is always as good a choice, until none does.

    What is a member of one set alone keeps no two apart, and is left out first.
    """
    left = dict(sets)
    while True:
        count = Counter(member for each in left.values() for member in each)
        shared = {
            key: frozenset(member for member in each if count[member] > 1)
            for key, each in left.items()
        }
        kept: dict[str, frozenset[str]] = {}
        for key in sorted(shared, key=lambda key: len(shared[key])):
            if not shared[key] or not any(other <= shared[key] for other in kept.values() if other):
                kept[key] = shared[key]
        if kept == left:
            return kept
        left = kept


def _overlapping(sets: Mapping[str, frozenset[str]]) -> Iterator[dict[str, frozenset[str]]]:
    """Yield the sets in groups, such that no two sets of different groups overlap."""
    left = dict(sets)
    while left:
        key, members = next(iter(left.items()))
        group = {key: left.pop(key)}
        while near := [key for key, each in left.items() if not members.isdisjoint(each)]:
            for key in near:
                members |= left[key]
                group[key] = left.pop(key)
        yield group


def _most(sets: dict[str, frozenset[str]]) -> tuple[str, ...]:
    if len(sets) <= 1:
        return tuple(sets)
    first = min(sets, key=lambda key: len(sets[key]))
    rest = {key: each for key, each in sets.items() if key != first}
    apart = {key: each for key, each in rest.items() if each.isdisjoint(sets[first])}
    taken = (first, *_most(apart))
    if len(sets) > _MOST_TRIED or len(taken) >= len(sets) - 1:
        return taken
    return max(taken, _most(rest), key=len)


def _marked(mark: str, words: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{mark} {word}" for word in words)
