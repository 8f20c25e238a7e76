"""What is known while one annotation file is read, and what has been found wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from kg.annotations.anchoring import Page, Wanted, find_quote
from kg.annotations.voices import Voices
from kg.errors import Place, Problem
from kg.marked import Words, did_you_mean
from kg.model.actors import Actor
from kg.model.names import plain_name
from kg.model.reference import Reference
from kg.model.texts import Quote
from kg.reference.names import state_hint

# Looking for what was meant takes a while; nobody reads so many hints.
_MOST_HINTS = 100
_TEXT = re.compile(r"[a-z0-9][a-z0-9.-]*")
_CLAIM = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Referral:
    """That one claim refers to another, and where it does."""

    source: str
    target: str
    place: Place


@dataclass
class Sheet:
    """Gathers problems, so that all of a file are told at once.

    ``page`` is None when the text cannot be read, ``voices`` when the parts cannot: quotes are then
    left alone, since one broken thing would bring a problem for each of them.
    """

    name: str
    text_id: str
    reference: Reference
    claims: dict[str, str] = field(default_factory=dict)  # what each describes: transfer, …
    citations: frozenset[str] = frozenset()
    page: Page | None = None
    voices: Voices | None = None
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    referrals: list[Referral] = field(default_factory=list)

    def add(self, *, slug: str, sentence: str, place: Place, hint: str | None = None) -> None:
        self.problems.append(Problem(slug=slug, sentence=sentence, place=place, hint=hint))

    def anchor(self, wanted: Wanted) -> Quote | None:
        """Return the passage quoted; None, with a problem, where there is not exactly one."""
        if self.page is None:
            return None
        look_around = len(self.problems) < _MOST_HINTS
        found = find_quote(wanted, self.page, look_around=look_around)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def hear(self, quote: Quote | None, place: Place) -> tuple[str, ...]:
        """Return who speaks the quoted words; nobody, with a problem, where that is not clear."""
        if quote is None or self.voices is None:
            return ()
        heard = self.voices.hear(quote, place)
        if isinstance(heard, Problem):
            self.problems.append(heard)
            return ()
        return heard

    # ------------------------------------------------------------------- names of things

    def actor(self, word: Words) -> str:
        if word.text not in self.reference.actors:
            self._unknown_actor(word)
        return word.text

    def addressee(self, word: Words) -> str:
        if word.text not in self.reference.actors and word.text not in self.reference.groupings:
            self._unknown_actor(word)
        return word.text

    def item(self, word: Words) -> str:
        if word.text not in self.reference.items:
            hint = self._hint(word.text, self._items, lambda id_: self.reference.items[id_].label)
            hint = hint or "the ids of kinds of items stand in items/"
            sentence = f"no kind of item has the id {word.text!r}"
            self.add(slug="unknown-item", sentence=sentence, place=word.place, hint=hint)
        return word.text

    def named_place(self, word: Words) -> str:
        known = self.reference.named_places
        if word.text not in known:
            hint = self._hint(word.text, self._named_places, lambda id_: known[id_].name)
            hint = hint or "the ids of places stand in places/"
            sentence = f"no place has the id {word.text!r}"
            self.add(slug="unknown-place", sentence=sentence, place=word.place, hint=hint)
        return word.text

    def claim_elsewhere(self, word: Words) -> str:
        """Take a claim of another text by its form; all texts together say whether there is one."""
        text, slash, claim = word.text.partition("/")
        if not slash or not _TEXT.fullmatch(text) or not _CLAIM.fullmatch(claim):
            sentence = f"{word.text!r} names no claim of another text"
            hint = "write text/claim, such as 2023-10-26-us-jp-kr/dprk-arms-to-russia"
            self.add(slug="wrong-value", sentence=sentence, place=word.place, hint=hint)
        elif text == self.text_id:
            sentence = f"{word.text!r} is a claim of this very text"
            hint = "to deny or affirm it, add an entry under its said:"
            self.add(slug="answers-itself", sentence=sentence, place=word.place, hint=hint)
        return word.text

    def other_text(self, word: Words) -> str:
        """Take the id of another text by its form; all texts together say whether there is one."""
        if not _TEXT.fullmatch(word.text):
            sentence = f"{word.text!r} is no id of a text"
            hint = "an id is the name of the file without .txt, such as 2023-10-26-us-jp-kr"
            self.add(slug="wrong-value", sentence=sentence, place=word.place, hint=hint)
        elif word.text == self.text_id:
            sentence = f"{word.text!r} is this very text, which cannot rest on itself"
            hint = "name the text that it repeats; where it rests on none, leave rests-on: out"
            self.add(slug="rests-on-itself", sentence=sentence, place=word.place, hint=hint)
        return word.text

    def norm(self, word: Words) -> str:
        if word.text not in self._norms:
            sentence = f"no norm has the id {word.text!r}"
            hint = self._near(word.text, self._norms) or "the ids of norms stand in instruments/"
            self.add(slug="unknown-norm", sentence=sentence, place=word.place, hint=hint)
        return word.text

    def citation(self, word: Words) -> str:
        if word.text not in self.citations:
            sentence = f"this file cites no norms under the name {word.text!r}"
            known = f"it has {', '.join(sorted(self.citations))}; " if self.citations else ""
            hint = self._near(word.text, self.citations) or f"{known}add others under norms:"
            self.add(slug="unknown-citation", sentence=sentence, place=word.place, hint=hint)
        return word.text

    def claim(self, word: Words) -> str:
        if word.text not in self.claims:
            self._unknown_claim(word, self.claims)
        return word.text

    def claim_or_citation(self, word: Words) -> str:
        if word.text not in self.claims and word.text not in self.citations:
            self._unknown_claim(word, [*self.claims, *self.citations])
        return word.text

    def _unknown_actor(self, word: Words) -> None:
        own = self._actors.get(plain_name(word.text), ())
        hint = state_hint(word.text, self._describe_actor, own)
        hint = hint or self._hint(word.text, self._actors, self._actor_name)
        hint = hint or "a state goes by its ISO 3166-1 code, such as KP; others stand in actors/"
        sentence = f"no actor has the id {word.text!r}"
        self.add(slug="unknown-actor", sentence=sentence, place=word.place, hint=hint)

    def _describe_actor(self, id_: str) -> str | None:
        return f"{id_} ({self._actor_name(id_)})" if id_ in self.reference.actors else None

    def _actor_name(self, id_: str) -> str:
        return self.reference.actors[id_].name

    def _unknown_claim(self, word: Words, known: Iterable[str]) -> None:
        sentence = f"this file has no claim {word.text!r}"
        hint = self._near(word.text, known)
        self.add(slug="unknown-claim", sentence=sentence, place=word.place, hint=hint)

    # ------------------------------------------------------------------- what was meant

    def _hint(
        self, word: str, ids: dict[str, list[str]], label: Callable[[str], str]
    ) -> str | None:
        """Say whose name ``word`` is, or whose name comes close."""
        plain = plain_name(word)
        near = [plain] if plain in ids else []
        if not near and len(self.problems) <= _MOST_HINTS:
            # Names that are merely like each other name different states.
            near = get_close_matches(plain, ids, n=1, cutoff=0.7)
        if not near:
            return None
        return f"did you mean {' or '.join(f'{id_} ({label(id_)})' for id_ in ids[near[0]])}?"

    def _near(self, word: str, known: Iterable[str]) -> str | None:
        return did_you_mean(word, sorted(known)) if len(self.problems) <= _MOST_HINTS else None

    @cached_property
    def _actors(self) -> dict[str, list[str]]:
        return _by_name((id_, _names(actor)) for id_, actor in self.reference.actors.items())

    @cached_property
    def _items(self) -> dict[str, list[str]]:
        items = self.reference.items.items()
        return _by_name((id_, (item.label, *item.aliases)) for id_, item in items)

    @cached_property
    def _named_places(self) -> dict[str, list[str]]:
        places = self.reference.named_places.items()
        return _by_name((id_, (place.name, *place.aliases)) for id_, place in places)

    @cached_property
    def _norms(self) -> frozenset[str]:
        instruments = self.reference.instruments.values()
        return frozenset(norm.id for instrument in instruments for norm in instrument.norms)


def _names(actor: Actor) -> tuple[str, ...]:
    official = (actor.official_name,) if actor.official_name else ()
    return (actor.name, *official, *actor.aliases, *actor.metonyms, *actor.codes)


def _by_name(named: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for id_, names in sorted(named):
        for name in dict.fromkeys(plain_name(name) for name in (id_, *names)):
            ids.setdefault(name, []).append(id_)
    return ids
