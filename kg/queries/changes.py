"""Changes of position, as stories: who denied what, who affirmed it, and who called it lawful.

They are put together from the named questions ``changed-stances``, ``lawful`` and
``stances-in-time``. Nobody is said to have changed his mind: what the two sides are about, tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, product

import pyoxigraph as ox

from kg.iris import actor_iri, id_of, text_iri
from kg.queries.asking import Answer, ask
from kg.queries.facts import Facts
from kg.queries.heard import Heard, Hearing, Record
from kg.queries.kinds import Kinds
from kg.queries.known import ParameterKind, find_term
from kg.queries.organs import Organs
from kg.queries.rows import Picture, PropositionRow, SpeechActRow
from kg.queries.stories import AFFIRMS, DENIES, LAWFUL, NEGATIVE, ChangeRow, SaidRow, TurnRow
from kg.vocab import Verification

# Whom a story is about, from whom and to whom, by their ids.
_Key = tuple[str, str, str]
_Found = dict[_Key, dict[tuple[str | None, ...], Heard]]


def position_changes(
    store: ox.Store, picture: Picture, actor: str | None = None
) -> tuple[ChangeRow, ...]:
    """Return the stories, by the name of whom they are about; with ``actor``, an id, its alone.

    ``picture`` is that of ``store``. KgError for an actor that the graph does not have.
    """
    if actor is not None:
        find_term(store, ParameterKind.ACTOR, actor, "actor")
    facts = Facts(store)
    hearing, organs = Hearing(facts, picture), Organs(facts)
    found: _Found = {}
    for record in _records(ask(store, "changed-stances")):
        heard = hearing.heard(record, record["side"] or "")
        supplier, recipient = (
            hearing.named_end(heard.act, role, record[role] or "")
            for role in ("supplier", "recipient")
        )
        _put(found, (record["actor"] or "", supplier, recipient), [heard])
    for key, each in _Lawful(store, picture, hearing, organs).called_lawful():
        _put(found, key, each)
    kinds = Kinds(facts, picture)
    stories = [
        _Story(key=key, said=tuple(said))
        for key, each in found.items()
        for said in kinds.apart(sorted(each.values(), key=_in_time))
        if len({one.row.side for one in said}) > 1
    ]
    stories.sort(key=lambda story: [*map(hearing.name, story.key), *story.key])
    return tuple(
        replace(_told(story, hearing), within=_within(story, stories, hearing, organs))
        for story in stories
        if actor in {None, story.key[0]}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What is said of like items between two ends, in time."""

    key: _Key
    said: tuple[Heard, ...]

    def words(self) -> set[tuple[str | None, ...]]:
        return {_identity(each.row) for each in self.said}


def _put(found: _Found, key: _Key, heard: Iterable[Heard]) -> None:
    for each in heard:
        found.setdefault(key, {}).setdefault(_identity(each.row), each)


def _identity(row: SaidRow) -> tuple[str | None, ...]:
    """Return what makes two rows the same thing said, whichever question they come from."""
    return row.text, row.claim, row.speakers, row.stance, row.status, row.reading, row.words


def _within(
    story: _Story, stories: Iterable[_Story], hearing: Hearing, organs: Organs
) -> str | None:
    """Return whose story between the same ends has all the words of this one and more bodies."""
    words, who = story.words(), story.key[0]
    names = [
        hearing.name(other.key[0])
        for other in stories
        if other.key[1:] == story.key[1:]
        and other.key[0] != who
        and words <= other.words()
        and (words < other.words() or _is_under(who, other, organs))
    ]
    return min(names, default=None)


def _is_under(who: str, story: _Story, organs: Organs) -> bool:
    """Tell whether a story is told of a body because ``who`` speaks for it or is its organ."""
    body = story.key[0]

    def is_organ(one: str, other: str) -> bool:
        return any(
            organs.is_organ(actor_iri(one), actor_iri(other), text_iri(each.act.text))
            for each in story.said
        )

    speaks = any(each.act.speaker == (who,) for each in story.said)
    return (speaks or is_organ(who, body)) and not is_organ(body, who)


def _told(story: _Story, hearing: Hearing) -> ChangeRow:
    rows = [each.row for each in story.said]
    turns: list[TurnRow] = []
    for side, each in groupby(rows, key=lambda row: row.side):
        of = tuple(each)
        turns.append(TurnRow(side=side, since=of[0].date, until=of[-1].date, said=of))
    who, supplier, recipient = map(hearing.name, story.key)
    return ChangeRow(
        actor=story.key[0],
        who=who,
        supplier=supplier,
        recipient=recipient,
        items=tuple(sorted({row.items for row in rows if row.items})),
        turns=tuple(turns),
        other_times=_are_apart(rows),
        within=None,
    )


def _in_time(each: Heard) -> tuple[str, ...]:
    row = each.row
    return row.date, row.text, row.side, row.claim, row.words, row.stance, row.reading or ""


def _are_apart(rows: list[SaidRow]) -> bool:
    affirmed = [_days(row.when) for row in rows if row.side == AFFIRMS]
    denied = [_days(row.when) for row in rows if row.side == DENIES]
    if not affirmed or not denied or any(row.side == LAWFUL for row in rows):
        return False
    return not any(a <= d_end and d <= a_end for a, a_end in affirmed for d, d_end in denied)


def _days(when: str | None) -> tuple[str, str]:
    first, slash, last = (when or "../..").partition("/")
    since = "" if first == ".." else first
    until = last if slash else first
    return since, "9999-12-31" if until == ".." else until


@dataclass(frozen=True, slots=True)
class _Lawful:
    """Whom somebody's saying that a transfer breaches nothing is the second word of.

    That is whoever denied or doubted a transfer between the same ends before or after.
    """

    store: ox.Store
    picture: Picture
    hearing: Hearing
    organs: Organs

    def called_lawful(self) -> Iterator[tuple[_Key, list[Heard]]]:
        claims = {row.iri: row for row in self.picture.propositions}
        issuers = {row.id: row.issued_by for row in self.picture.texts}
        for record in _records(ask(self.store, "lawful")):
            act = self.hearing.act(record)
            between = {
                ends
                for transfer in _transfers(claims[act.proposition], claims)
                for ends in product(transfer.values("supplier"), transfer.values("recipient"))
            }
            for body, link in self._bodies(act, issuers[act.text]) if between else ():
                denials = self._denials(body, claims)
                for ends in sorted(between):
                    theirs = [heard for heard, of in denials if ends in of]
                    if theirs:
                        told = {**record, "link": link, "items": None}
                        yield (body, *ends), [self.hearing.heard(told, LAWFUL), *theirs]

    def _bodies(self, act: SpeechActRow, issuers: Iterable[str]) -> list[tuple[str, str]]:
        """Return whose words they are, or whose organ's, with what links them."""
        kinds = {actor.id: actor.kind for actor in self.picture.actors}
        bodies = dict.fromkeys(act.speaker, "speaks")
        if all(kinds[each] == "person" for each in act.speaker):
            bodies = dict.fromkeys(issuers, "issues the text") | bodies
        name = self.hearing.name
        states = {
            id_of(link.state): f"{name(body)} (organ of {name(id_of(link.state))}, "
            f"{Verification(id_of(link.mark)).label}) {how}"
            for body, how in bodies.items()
            for link in self.organs.states_of(actor_iri(body), text_iri(act.text))
        }
        return sorted((bodies | states).items())

    def _denials(
        self, body: str, claims: dict[str, PropositionRow]
    ) -> list[tuple[Heard, set[tuple[str, str]]]]:
        """Return what a body denies or doubts, each with the ends between which that is."""
        told = [
            self.hearing.heard(record, DENIES)
            for record in _records(ask(self.store, "stances-in-time", actor=body))
            if record["stance"] in NEGATIVE
        ]
        rows = [(heard, claims[heard.act.proposition]) for heard in told]
        return [
            (heard, set(product(row.values("supplier"), row.values("recipient"))))
            for heard, row in rows
        ]


def _transfers(said: PropositionRow, claims: dict[str, PropositionRow]) -> Iterator[PropositionRow]:
    """Yield the transfers said to breach nothing, or those with which what is said to deals."""
    for about in (claims[each] for each in said.values("concerns") if each in claims):
        dealt_with = [
            claims[each] for each in about.values("concerns", "answers") if each in claims
        ]
        for row in [about] if about.kind == "transfer" else dealt_with:
            if row.kind == "transfer":
                yield row


def _records(answer: Answer) -> Iterator[Record]:
    for row in answer.rows:
        yield dict(zip(answer.variables, row, strict=True))
