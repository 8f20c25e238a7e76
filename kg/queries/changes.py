"""Changes of position, as stories: who denied what, who affirmed it, and who called it lawful.

They are put together from the named questions ``changed-stances``, ``lawful`` and
``stances-in-time``. Nobody is said to have changed his mind: what the two sides are about, tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

import pyoxigraph as ox

from kg.queries.asking import Answer, ask
from kg.queries.facts import Facts
from kg.queries.kinds import Kinds
from kg.queries.known import ParameterKind, find_term
from kg.queries.rows import OrganRow, Picture, PropositionRow
from kg.queries.stories import AFFIRMS, DENIES, LAWFUL, NEGATIVE, ChangeRow, SaidRow, TurnRow
from kg.queries.tellers import Tellers
from kg.vocab import Verification

# Whom a story is about, from whom and to whom.
_Ends = tuple[str, str, str]


def position_changes(
    store: ox.Store, picture: Picture, actor: str | None = None
) -> tuple[ChangeRow, ...]:
    """Return the stories, by the name of whom they are about; with ``actor``, an id, its alone.

    ``picture`` is that of ``store``. KgError for an actor that the graph does not have.
    """
    if actor is not None:
        find_term(store, ParameterKind.ACTOR, actor, "actor")
    # Whom no text names has no name in the picture, and no story.
    wanted = None if actor is None else _names(picture).get(actor, "")
    facts = Facts(store)
    telling = _Telling(picture, Tellers(facts))
    found: dict[_Ends, dict[tuple[str | None, ...], SaidRow]] = {}
    for row in _records(ask(store, "changed-stances")):
        key = (row["who"] or "", row["supplier"] or "", row["recipient"] or "")
        _put(found, key, [telling.row(row, row["side"] or "")])
    for key, rows in _called_lawful(store, picture, telling):
        _put(found, key, rows)
    kinds = Kinds(facts, picture)
    stories = [
        _story(key, rows)
        for key, each in sorted(found.items())
        for rows in kinds.apart(sorted(each.values(), key=_in_time))
        if len({row.side for row in rows}) > 1
    ]
    every = [replace(story, within=_within(story, stories)) for story in stories]
    return tuple(story for story in every if wanted in {None, story.who})


def _put(
    found: dict[_Ends, dict[tuple[str | None, ...], SaidRow]], key: _Ends, rows: Iterable[SaidRow]
) -> None:
    for row in rows:
        found.setdefault(key, {}).setdefault(_identity(row), row)


def _identity(row: SaidRow) -> tuple[str | None, ...]:
    """Return what makes two rows the same thing said, whichever question they come from."""
    return row.text, row.claim, row.speakers, row.stance, row.status, row.reading, row.words


def _within(story: ChangeRow, stories: Iterable[ChangeRow]) -> str | None:
    """Return whose story between the same ends has all the words of this one and more bodies."""
    words = _words(story)
    names = [
        other.who
        for other in stories
        if (other.supplier, other.recipient) == (story.supplier, story.recipient)
        and other.who != story.who
        and words <= _words(other)
        and (words < _words(other) or _is_under(story.who, other))
    ]
    return min(names, default=None)


def _words(story: ChangeRow) -> set[tuple[str | None, ...]]:
    return {_identity(row) for turn in story.turns for row in turn.said}


def _is_under(who: str, story: ChangeRow) -> bool:
    """Tell whether a story is told of a body because ``who`` speaks for it or is its organ."""
    return any(
        who == row.speakers or f"{who} (organ of" in row.link
        for turn in story.turns
        for row in turn.said
    ) and not any(f"{story.who} (organ of" in row.link for turn in story.turns for row in turn.said)


def _story(key: tuple[str, str, str], said: Iterable[SaidRow]) -> ChangeRow:
    rows = list(said)
    turns: list[TurnRow] = []
    for side, each in groupby(rows, key=lambda row: row.side):
        of = tuple(each)
        turns.append(TurnRow(side=side, since=of[0].date, until=of[-1].date, said=of))
    who, supplier, recipient = key
    return ChangeRow(
        who=who,
        supplier=supplier,
        recipient=recipient,
        items=tuple(sorted({row.items for row in rows if row.items})),
        turns=tuple(turns),
        other_times=_are_apart(rows),
        within=None,
    )


def _in_time(row: SaidRow) -> tuple[str, ...]:
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


class _Telling:
    """Makes rows of what a question answers, and finds who tells what others say."""

    def __init__(self, picture: Picture, tellers: Tellers) -> None:
        self._names = _names(picture)
        self._tellers = tellers

    def row(self, record: Mapping[str, str | None], side: str) -> SaidRow:
        said = {key: value or "" for key, value in record.items()}
        speakers = [
            each for each, name in self._names.items() if _is_listed(name, said["speakers"])
        ]
        told_by = self._tellers.told_by(said["text"], speakers)
        return SaidRow(
            side=side,
            date=said["date"],
            text=said["text"],
            speakers=said["speakers"],
            link=said["link"],
            told_by=tuple(self._names[each] for each in told_by),
            stance=said["stance"],
            status=record.get("status"),
            claim=said["claim"],
            items=record.get("items"),
            when=record.get("when"),
            reading=record.get("reading"),
            held=said["held"],
            checked=record["checked"],
            words=said["words"],
        )


def _called_lawful(
    store: ox.Store, picture: Picture, telling: _Telling
) -> Iterator[tuple[_Ends, list[SaidRow]]]:
    """Yield whom somebody's saying that a transfer breaches nothing is the second word of.

    That is whoever denied or doubted a transfer between the same ends before or after.
    """
    claims = {(row.text, row.name): row for row in picture.propositions}
    for row in _records(ask(store, "lawful")):
        transfers = _transfers(picture, claims.get((row["text"] or "", row["of"] or "")))
        for name, link in _bodies(picture, row):
            for supplier, recipient in sorted({_ends(each) for each in transfers}):
                denials = _denials(store, picture, name, supplier, recipient)
                if denials:
                    said = telling.row({**row, "link": link, "items": None}, LAWFUL)
                    rows = [telling.row(each, DENIES) for each in denials]
                    yield (name, supplier, recipient), [said, *rows]


def _bodies(picture: Picture, row: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """Return the names of those whose words they are, or whose organ's, with what links them."""
    actors = {actor.name: actor for actor in picture.actors}
    own = {name: "speaks" for name in actors if _is_listed(name, row["speakers"] or "")}
    issuers = [name for name in actors if _is_listed(name, row["issuers"] or "")]
    people = all(actors[each].kind == "person" for each in own)
    bodies = own | (dict.fromkeys(issuers, "issues the text") if people else {})
    states = {
        organ.state: f"{name} (organ of {organ.state}, {_checked(organ)}) {how}"
        for name, how in bodies.items()
        for organ in actors[name].organ_of
        if (organ.since or "") <= (row["date"] or "") < (organ.until or "9999")
    }
    return sorted((bodies | states).items())


def _denials(
    store: ox.Store, picture: Picture, name: str, supplier: str, recipient: str
) -> list[dict[str, str | None]]:
    actor = next(each.id for each in picture.actors if each.name == name)
    return [
        row
        for row in _records(ask(store, "stances-in-time", actor=actor))
        if row["stance"] in NEGATIVE
        and (row["supplier"], row["recipient"]) == (supplier, recipient)
    ]


def _transfers(picture: Picture, of: PropositionRow | None) -> list[PropositionRow]:
    """Return the transfers that are said to breach nothing: itself, or those that it is about."""
    if of is None:
        return []
    if of.kind == "transfer":
        return [of]
    on = {role.value for role in of.roles if role.role in {"concerns", "answers"}}
    return [row for row in picture.propositions if row.iri in on and row.kind == "transfer"]


def _ends(transfer: PropositionRow) -> tuple[str, str]:
    def named(role: str) -> str:
        return ", ".join(sorted(each.label for each in transfer.roles if each.role == role))

    return named("supplier"), named("recipient")


def _is_listed(name: str, names: str) -> bool:
    """Tell whether a question's answer, which lists names with commas, lists this one."""
    return f", {name}, " in f", {names}, "


def _checked(organ: OrganRow) -> str:
    return Verification(organ.verification).label


def _names(picture: Picture) -> dict[str, str]:
    return {actor.id: actor.name for actor in picture.actors}


def _records(answer: Answer) -> Iterator[dict[str, str | None]]:
    for row in answer.rows:
        yield dict(zip(answer.variables, row, strict=True))
