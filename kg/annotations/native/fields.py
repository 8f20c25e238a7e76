"""The keys of one table, read as values; what is wrong with them goes onto the sheet.

Where a required value is missing or cannot be, a method returns a stand-in, so that the other
problems of the file are found too. No stand-in ever leaves: the problems are raised in the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from kg.annotations.anchoring import Wanted
from kg.annotations.native.dates import read_day, read_time
from kg.annotations.native.forms import Form, Key, Takes
from kg.annotations.native.sheet import Referral, Sheet
from kg.errors import Place
from kg.marked import Listing, Table, Value, Words, did_you_mean
from kg.model.claims import TimeSaid
from kg.model.texts import Quote
from kg.vocab import Concept

C = TypeVar("C", bound=Concept)

NO_DAY: Final = date.min
NOWHERE: Final = Quote(spans=(), exact=())
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")


class Fields:
    """One table of a file, which has the keys of ``form``; ``place`` is where it begins."""

    def __init__(self, table: Table, form: Form, sheet: Sheet, place: Place) -> None:
        self.place = place
        self.sheet = sheet
        self._form = form
        self._values: dict[str, Value] = {}
        self._keys: dict[str, Words] = {}
        for written, value in table.entries:
            if written.text in form.keys:
                self._values[written.text], self._keys[written.text] = value, written
            else:
                self._unknown(written)
        for name, key in form.keys.items():
            if key.required and name not in self._values:
                sentence = f"{form.what} lacks the key {name!r}"
                sheet.add(slug="missing-key", sentence=sentence, place=place, hint=_wants(key))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def place_of(self, key: str) -> Place:
        """Return where ``key`` stands, or where the table begins when it has no such key."""
        return self._keys[key].place if key in self._keys else self.place

    def value_place(self, key: str) -> Place:
        """Return where the value of ``key`` stands, or where the table begins without one."""
        return self._values[key].place if key in self._values else self.place

    # ------------------------------------------------------------------- words

    def words(self, key: str) -> tuple[Words, ...]:
        """Return the values under ``key``; a list only where the key takes many."""
        value = self._values.get(key)
        if value is None:
            return ()
        if isinstance(value, Listing) and self._form.keys[key].many:
            return self._each_once(key, value)
        word = self._word(value, key)
        return (word,) if word else ()

    def find_word(self, key: str) -> Words | None:
        return next(iter(self.words(key)), None)

    def find_text(self, key: str) -> str | None:
        word = self.find_word(key)
        return " ".join(word.text.split()) if word else None

    def text(self, key: str) -> str:
        return self.find_text(key) or ""

    def ids(self, key: str, check: Callable[[Words], str]) -> tuple[str, ...]:
        """Return the ids or names under ``key``, each looked up by ``check``."""
        return tuple(check(word) for word in self.words(key))

    def claims(self, key: str, source: str) -> tuple[str, ...]:
        """Return the claims, or cited norms, to which the claim ``source`` refers under ``key``."""
        sheet = self.sheet
        wants_claim = self._form.keys[key].takes is Takes.CLAIM
        check = sheet.claim if wants_claim else sheet.claim_or_citation
        for word in self.words(key):
            sheet.referrals.append(Referral(source, word.text, word.place))
        return self.ids(key, check)

    def addresses(self, key: str) -> tuple[str, ...]:
        """Return the web addresses under ``key``; what is none is a problem, and left out."""
        found: list[str] = []
        for word in self.words(key):
            if _ADDRESS.fullmatch(word.text):
                found.append(word.text)
                continue
            sentence = f"{word.text!r} is no web address"
            hint = "it begins with https:// or http:// and holds no space"
            self.sheet.add(slug="bad-url", sentence=sentence, place=word.place, hint=hint)
        return tuple(found)

    # ------------------------------------------------------------------- values

    def find_concept(self, key: str, vocabulary: type[C]) -> C | None:
        word = self.find_word(key)
        if word is None:
            return None
        known = [concept.value for concept in vocabulary]
        if word.text in known:
            return vocabulary(word.text)
        near = did_you_mean("-".join(word.text.casefold().split()), known)
        sentence = f"{word.text!r} is no word for {key}"
        hint = near or f"one of: {', '.join(known)}"
        self.sheet.add(slug="unknown-word", sentence=sentence, place=word.place, hint=hint)
        return None

    def concept(self, key: str, vocabulary: type[C]) -> C:
        return self.find_concept(key, vocabulary) or next(iter(vocabulary))

    def find_time(self, key: str) -> TimeSaid | None:
        word = self.find_word(key)
        time = read_time(word.text.strip()) if word else None
        if word is None or not isinstance(time, str):
            return time if isinstance(time, TimeSaid) else None
        self._impossible(word, time, "write 2023, 2023-10, 2023-10-26 or a range, 2023-08/2023-10")
        return None

    def day(self, key: str) -> date:
        word = self.find_word(key)
        day = read_day(word.text.strip()) if word else NO_DAY
        if word is None or isinstance(day, date):
            return day if isinstance(day, date) else NO_DAY
        self._impossible(word, day, "write year, month, day, such as 2023-10-26")
        return NO_DAY

    def is_true(self, key: str) -> bool:
        word = self.find_word(key)
        if word and word.text not in {"true", "false"}:
            sentence = f"{word.text!r} is neither true nor false"
            self.sheet.add(slug="wrong-value", sentence=sentence, place=word.place)
        return word is not None and word.text != "false"

    def matching(self, key: str, pattern: str, hint: str) -> str:
        """Return the word under ``key``, which must be as ``pattern`` says."""
        word = self.find_word(key)
        if word and not re.fullmatch(pattern, word.text):
            sentence = f"{word.text!r} cannot stand under {key}"
            self.sheet.add(slug="wrong-value", sentence=sentence, place=word.place, hint=hint)
        return word.text if word else ""

    def find_quote(self) -> Quote | None:
        """Return the passage quoted, chosen by after:, before: and occurrence: where they stand."""
        quote = self.find_word("quote")
        if quote is None:
            return None
        after, before = self.find_word("after"), self.find_word("before")
        occurrence = self.find_count("occurrence")
        return self.sheet.anchor(
            Wanted(quote=quote, after=after, before=before, occurrence=occurrence)
        )

    def find_passage(self, key: str) -> Quote | None:
        """Return the passage quoted under ``key``, which nothing but its own words choose."""
        quote = self.find_word(key)
        return self.sheet.anchor(Wanted(quote=quote)) if quote else None

    def find_count(self, key: str) -> int | None:
        word = self.find_word(key)
        if word is None:
            return None
        if _COUNT.fullmatch(word.text):
            return int(word.text)
        sentence = f"{word.text!r} is no number from 1"
        self.sheet.add(slug="wrong-value", sentence=sentence, place=word.place)
        return None

    def find_number(self, key: str) -> Decimal | None:
        word = self.find_word(key)
        if word is None:
            return None
        if _NUMBER.fullmatch(word.text):
            return Decimal(word.text)
        sentence = f"{word.text!r} is no number"
        hint = "write digits alone, such as 1000000 or 0.5; the text's words stand under quantity"
        self.sheet.add(slug="wrong-value", sentence=sentence, place=word.place, hint=hint)
        return None

    # ------------------------------------------------------------------- tables within

    def find_form(self, key: str) -> Fields | None:
        """Return the table under ``key``, or None; what stands there and is none is a problem."""
        found = self.forms(key)
        return found[0] if found else None

    def forms(self, key: str) -> tuple[Fields, ...]:
        """Return the tables under ``key``; several only where the key takes many."""
        value = self._values.get(key)
        takes = self._form.keys[key].takes
        if value is None or not isinstance(takes, Form):
            return ()
        if isinstance(value, Listing) and self._form.keys[key].many:
            if not value.items:
                self._empty(key, value.place)
            return tuple(
                fields
                for item in value.items
                if (fields := self._fields(item, takes, item.place)) is not None
            )
        fields = self._fields(value, takes, self._keys[key].place)
        return (fields,) if fields else ()

    def entries(self, key: str) -> tuple[tuple[Words, Value], ...]:
        """Return what stands under ``key`` with the names it is written under."""
        value = self._values.get(key)
        if value is None:
            return ()
        if isinstance(value, Table):
            return value.entries
        self._refuse(value, f"{key} takes names, each with what belongs to it")
        return ()

    def named_forms(self, key: str) -> tuple[tuple[Words, Fields], ...]:
        """Return the tables under ``key`` with the names that the author gave them."""
        takes = self._form.keys[key].takes
        assert isinstance(takes, Form)  # noqa: S101  # a slip in this package alone
        found: list[tuple[Words, Fields]] = []
        for name, value in self.entries(key):
            if not _NAME.fullmatch(name.text):
                self.sheet.add(
                    slug="bad-name",
                    sentence=f"{name.text!r} cannot be a name",
                    place=name.place,
                    hint="a name has small letters, digits and '-', such as arms-to-russia",
                )
            fields = self._fields(value, takes, name.place)
            if fields is not None:
                found.append((name, fields))
        return tuple(found)

    def listed(self, key: str, value: Value) -> tuple[Words, ...]:
        """Return the words of ``value``, one entry under ``key``, alone or as a list."""
        if isinstance(value, Listing):
            return self._each_once(key, value)
        word = self._word(value, key)
        return (word,) if word else ()

    # ------------------------------------------------------------------- refusals

    def _fields(self, value: Value, form: Form, place: Place) -> Fields | None:
        if isinstance(value, Words) and form.shorthand and value.text.strip():
            key = Words(form.shorthand, value.place)
            return Fields(Table(((key, value),), value.place), form, self.sheet, value.place)
        if isinstance(value, Table):
            return Fields(value, form, self.sheet, place)
        if isinstance(value, Words) and not value.text.strip():
            self._empty(form.what, place)
        else:
            self._refuse(value, f"{form.what} takes keys with values")
        return None

    def _each_once(self, key: str, listing: Listing) -> tuple[Words, ...]:
        found: dict[str, Words] = {}
        for value in listing.items:
            word = self._word(value, key)
            if word and word.text in found:
                sentence = f"{word.text!r} stands twice under {key}"
                self.sheet.add(slug="duplicate-value", sentence=sentence, place=word.place)
            elif word:
                found[word.text] = word
        if not listing.items:
            self._empty(key, listing.place)
        return tuple(found.values())

    def _word(self, value: Value, key: str) -> Words | None:
        if not isinstance(value, Words):
            self._refuse(value, f"{key} takes {self._shape(key)}")
        elif not value.text.strip():
            self._empty(key, value.place)
        else:
            return value
        return None

    def _shape(self, key: str) -> str:
        many = key not in self._form.keys or self._form.keys[key].many
        return "words, or a list of words" if many else "a single value"

    def _refuse(self, value: Value, sentence: str) -> None:
        self.sheet.add(slug="wrong-shape", sentence=sentence, place=value.place)

    def _empty(self, key: str, place: Place) -> None:
        required = key in self._form.keys and self._form.keys[key].required
        hint = "leave the key out where the text does not say"
        if required:
            hint = f"it is required: {_wants(self._form.keys[key])}"
        self.sheet.add(slug="empty-value", sentence=f"{key} is empty", place=place, hint=hint)

    def _impossible(self, word: Words, sentence: str, hint: str) -> None:
        self.sheet.add(slug="impossible-date", sentence=sentence, place=word.place, hint=hint)

    def _unknown(self, key: Words) -> None:
        known = list(self._form.keys)
        sentence = f"{self._form.what} has no key {key.text!r}"
        hint = did_you_mean(key.text, known) or f"known keys: {', '.join(known)}"
        self.sheet.add(slug="unknown-key", sentence=sentence, place=key.place, hint=hint)


def _wants(key: Key) -> str:
    match key.takes:
        case Takes():
            return f"{key.means}: {key.takes.value}"
        case _:
            return key.means
