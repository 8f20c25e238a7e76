"""The keys of one record, read as values; what is wrong with them goes into the ledger.

Where a value is missing or cannot be, a method records the problem and returns a stand-in, so that
every other problem of the file is found too. No stand-in ever leaves: problems raise in the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

from kg.errors import Place
from kg.marked import Listing, Table, Value, Words, did_you_mean
from kg.reference.ledger import Kind, Ledger
from kg.vocab import Concept, Verification

C = TypeVar("C", bound=Concept)
T = TypeVar("T")

# What to write where a key is missing; docs/norms.md has all of them.
_WANTED: Final = {
    "addressee": "whom it binds: the id of an actor or grouping",
    "adopted": "the day, such as 2009-06-12; a draft that failed has voted-on instead",
    "covers": "the id of a kind of item, or a list of them",
    "deontic": "such as prohibition",
    "from": "the first day, such as 2009-06-12",
    "in-force": "from which day on, such as {from: 2009-06-12}",
    "paragraph": "where the rule stands, such as 8 (b)",
    "role": "supplier, recipient or intermediary",
    "rule": "the rule in one sentence of your own",
    "verification": "how far it was checked: corpus, corpus-partial or background",
}
NO_DAY: Final = date.min
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


class Fields:
    """One table of a file, of which ``keys`` alone are known; ``what`` names it in messages."""

    def __init__(self, table: Table, ledger: Ledger, what: str, keys: frozenset[str]) -> None:
        self.place: Place = table.place
        self.ledger = ledger
        self.what = what
        self._values: dict[str, Value] = {}
        self._keys: dict[str, Words] = {}
        for key, value in table.entries:
            if key.text in keys:
                self._values[key.text], self._keys[key.text] = value, key
                continue
            hint = did_you_mean(key.text, sorted(keys)) or "known keys: " + ", ".join(sorted(keys))
            sentence = f"{what} has no key {key.text!r}"
            ledger.add(slug="unknown-key", sentence=sentence, place=key.place, hint=hint)

    def place_of(self, key: str) -> Place:
        """Return where ``key`` stands, or where the record begins when it has no such key."""
        return self._keys[key].place if key in self._keys else self.place

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def find_word(self, key: str) -> Words | None:
        """Return the single value under ``key``; None when it is absent, or is none."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, Words):
            return self._filled(value, key)
        self._refuse_shape(value, f"{key} takes a single value")
        return None

    def word(self, key: str) -> Words:
        self.require(key)
        return self.find_word(key) or Words("", self.place)

    def find_text(self, key: str) -> str | None:
        found = self.find_word(key)
        return " ".join(found.text.split()) if found else None

    def text(self, key: str) -> str:
        return " ".join(self.word(key).text.split())

    def words(self, key: str) -> tuple[Words, ...]:
        """Return the values under ``key``, written alone or as a list; each may stand once."""
        value = self._values.get(key)
        if value is None:
            return ()
        values = value.items if isinstance(value, Listing) else (value,)
        found: dict[str, Words] = {}
        for one in values:
            if not isinstance(one, Words):
                self._refuse_shape(one, f"{key} takes words")
            elif one.text in found:
                sentence = f"{one.text} stands twice under {key}"
                self.ledger.add(slug="duplicate-value", sentence=sentence, place=one.place)
            elif self._filled(one, key):
                found[one.text] = one
        return tuple(found.values())

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(" ".join(word.text.split()) for word in self.words(key))

    def names(self, key: str, kinds: tuple[Kind, ...]) -> tuple[str, ...]:
        """Return the ids under ``key``, which must be those of records of one of ``kinds``."""
        return tuple(self.ledger.name(word, kinds) for word in self.words(key))

    def required_names(self, key: str, kinds: tuple[Kind, ...]) -> tuple[str, ...]:
        self.require_some(key)
        return self.names(key, kinds)

    def require_some(self, key: str) -> None:
        """Record a problem where ``key`` is absent or holds an empty list."""
        self.require(key)
        value = self._values.get(key)
        if isinstance(value, Listing) and not value.items:
            self._filled(Words("", value.place), key)

    def find_day(self, key: str) -> date | None:
        word = self.find_word(key)
        if word is None:
            return None
        day = _find_day(word.text)
        if day is None:
            sentence = f"{word.text!r} is no day of the calendar"
            hint = "write the day as year, month, day, such as 2009-06-12"
            self.ledger.add(slug="impossible-date", sentence=sentence, place=word.place, hint=hint)
        return day

    def day(self, key: str) -> date:
        self.require(key)
        return self.find_day(key) or NO_DAY

    def find_concept(self, key: str, vocabulary: type[C]) -> C | None:
        word = self.find_word(key)
        if word is None:
            return None
        known = {concept.value: concept for concept in vocabulary}
        if word.text not in known:
            self._refuse_word(word, key, list(known))
        return known.get(word.text)

    def concept(self, key: str, vocabulary: type[C]) -> C:
        self.require(key)
        return self.find_concept(key, vocabulary) or next(iter(vocabulary))

    def verification(self) -> Verification:
        """Return how far the record was checked; a record that does not say so is refused."""
        if "verification" not in self._values:
            sentence = f"{self.what} does not say how far it was checked"
            hint = "add verification: corpus, corpus-partial or background (see docs/norms.md)"
            self.ledger.add(
                slug="missing-verification", sentence=sentence, place=self.place, hint=hint
            )
            return Verification.BACKGROUND
        # The weakest stands in, so that a word that is none does not ask for a source as well.
        return self.find_concept("verification", Verification) or Verification.BACKGROUND

    def choice(self, key: str, choices: Mapping[str, T]) -> T:
        """Return what the word under ``key`` stands for among ``choices``."""
        self.require(key)
        word = self.find_word(key)
        if word is not None and word.text in choices:
            return choices[word.text]
        if word is not None:
            self._refuse_word(word, key, list(choices))
        return next(iter(choices.values()))

    def check_format(self, wanted: str) -> None:
        """Record a problem unless the file says that it is written in the format ``wanted``."""
        word = self.word("format")
        if word.text not in {"", wanted}:
            sentence = f"this program does not read the format {word.text!r} here"
            hint = f"write format: {wanted}"
            self.ledger.add(slug="unknown-format", sentence=sentence, place=word.place, hint=hint)

    def find_web_address(self, key: str) -> str | None:
        word = self.find_word(key)
        if word is not None and not _WEB.fullmatch(word.text):
            sentence = f"{word.text!r} is no web address"
            hint = "it begins with https:// or http:// and holds no space"
            self.ledger.add(slug="bad-url", sentence=sentence, place=word.place, hint=hint)
        return word.text if word else None

    def web_address(self, key: str) -> str:
        self.require(key)
        return self.find_web_address(key) or ""

    def find_table(self, key: str) -> Table | None:
        value = self._values.get(key)
        if value is None or isinstance(value, Table):
            return value
        self._refuse_shape(value, f"{key} takes keys with values")
        return None

    def tables(self, key: str) -> tuple[tuple[Words, Table], ...]:
        """Return the records under ``key`` with the names they are written under."""
        table = self.find_table(key)
        found: list[tuple[Words, Table]] = []
        for name, value in table.entries if table else ():
            if isinstance(value, Table):
                found.append((name, value))
            else:
                self._refuse_shape(value, f"{name.text} takes keys with values")
        return tuple(found)

    def rows(self, key: str) -> tuple[Value, ...]:
        """Return what stands under ``key``, whatever it is, alone or as a list."""
        value = self._values.get(key)
        if value is None:
            return ()
        return value.items if isinstance(value, Listing) else (value,)

    def sub(self, value: Value, what: str, keys: frozenset[str]) -> Fields | None:
        """Return the fields of a table within this record; None when it is no table."""
        if isinstance(value, Table):
            return Fields(value, self.ledger, what, keys)
        hint = f"known keys: {', '.join(sorted(keys))}; write them as {{key: value}}"
        self._refuse_shape(value, f"{what} takes keys with values", hint)
        return None

    def cited(self, key: str, sources: Mapping[str, object]) -> tuple[str, ...]:
        """Return the keys of sources under ``key``, which must stand under the file's sources."""
        words = self.words(key)
        for word in words:
            if word.text not in sources:
                hint = did_you_mean(word.text, sorted(sources)) or "add it under sources: first"
                sentence = f"no source of this file has the key {word.text!r}"
                self.ledger.add(
                    slug="unknown-source", sentence=sentence, place=word.place, hint=hint
                )
        return tuple(word.text for word in words if word.text in sources)

    def require(self, key: str) -> None:
        """Record a problem where there is no such key."""
        if key not in self._values:
            sentence = f"{self.what} lacks the key {key!r}"
            hint = _WANTED.get(key)
            self.ledger.add(slug="missing-key", sentence=sentence, place=self.place, hint=hint)

    def _filled(self, word: Words, key: str) -> Words | None:
        if word.text.strip():
            return word
        hint = "give a value, or take the key away"
        sentence = f"{key} is empty"
        self.ledger.add(slug="empty-value", sentence=sentence, place=word.place, hint=hint)
        return None

    def _refuse_word(self, word: Words, key: str, known: list[str]) -> None:
        hint = did_you_mean(word.text, known) or "one of: " + ", ".join(known)
        sentence = f"{word.text!r} is no word for {key}"
        self.ledger.add(slug="unknown-word", sentence=sentence, place=word.place, hint=hint)

    def _refuse_shape(self, value: Value, sentence: str, hint: str | None = None) -> None:
        self.ledger.add(slug="wrong-shape", sentence=sentence, place=value.place, hint=hint)


def _find_day(text: str) -> date | None:
    # fromisoformat alone would take week dates and digits without hyphens too.
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
