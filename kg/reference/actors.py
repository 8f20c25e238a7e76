"""Files under ``actors/``: states, organizations, groups, persons, and groupings of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from kg.marked import Table, Words
from kg.model.actors import Actor, ActorKind, Grouping, Membership, NonMembership, OrganLink
from kg.model.sources import Source
from kg.reference.fields import Fields
from kg.reference.ledger import ACTORS, GROUPINGS, Kind, Ledger
from kg.reference.periods import Window, check_apart, read_window
from kg.reference.sources import cite_sources, read_sources

FORMAT = "kg-actors/1"
_FILE = frozenset({"format", "sources", "actors", "groupings"})
KEYS = frozenset(
    {
        "kind",
        "name",
        "official-name",
        "code",
        "aliases",
        "metonyms",
        "memberships",
        "organ-of",
        "not-member-of",
        "verification",
        "sources",
        "note",
    }
)
_GROUPING = frozenset({"name", "verification", "sources", "note"})
_MEMBERSHIP = frozenset({"grouping", "from", "until", "verification", "sources", "note"})
ORGAN_KEYS = frozenset({"state", "from", "until", "verification", "sources", "note"})
_KINDS = {kind.value: kind for kind in ActorKind}

R = TypeVar("R", Membership, NonMembership)


def read_actors(table: Table, ledger: Ledger) -> tuple[list[Actor], list[Grouping]]:
    """Read one file of actors and groupings."""
    file = Fields(table, ledger, "a file of actors", _FILE)
    file.check_format(FORMAT)
    sources = read_sources(file)
    actors = [
        _read_actor(word, row, sources, ledger)
        for word, row in file.tables("actors")
        if ledger.define(Kind.ACTOR, word)
    ]
    groupings = [
        _read_grouping(word, row, sources, ledger)
        for word, row in file.tables("groupings")
        if ledger.define(Kind.GROUPING, word)
    ]
    return actors, groupings


def _read_actor(word: Words, table: Table, sources: Mapping[str, Source], ledger: Ledger) -> Actor:
    fields = Fields(table, ledger, f"the actor {word.text}", KEYS)
    kind = fields.choice("kind", _KINDS)
    codes = fields.words("code")
    for code in codes:
        ledger.define_code(code)
    mark = fields.verification()
    memberships, non_memberships = _read_standing(fields, sources, word.text)
    return Actor(
        id=word.text,
        kind=kind,
        name=fields.text("name"),
        official_name=fields.find_text("official-name"),
        codes=tuple(code.text for code in codes),
        aliases=fields.texts("aliases"),
        metonyms=fields.texts("metonyms"),
        memberships=memberships,
        non_memberships=non_memberships,
        organ_of=_read_organ_links(fields, word.text, kind, sources),
        verification=mark,
        sources=cite_sources(fields, sources, mark),
        note=fields.find_text("note"),
    )


def _read_grouping(
    word: Words, table: Table, sources: Mapping[str, Source], ledger: Ledger
) -> Grouping:
    fields = Fields(table, ledger, f"the grouping {word.text}", _GROUPING)
    mark = fields.verification()
    return Grouping(
        id=word.text,
        name=fields.text("name"),
        verification=mark,
        sources=cite_sources(fields, sources, mark),
        note=fields.find_text("note"),
    )


def _read_standing(
    actor: Fields, sources: Mapping[str, Source], name: str
) -> tuple[tuple[Membership, ...], tuple[NonMembership, ...]]:
    """Read to which groupings an actor belongs, and to which it is recorded as not belonging.

    Nobody does both on the same day.
    """
    inside = _read_records(actor, "memberships", Membership, sources)
    outside = _read_records(actor, "not-member-of", NonMembership, sources)
    windows: defaultdict[str, list[Window]] = defaultdict(list)
    for member, window in inside:
        windows[member.grouping].append(window)
    for other, window in outside:
        windows[other.grouping].append(window)
    for grouping, held in sorted(windows.items()):
        check_apart(held, f"the membership of {name} in {grouping}", actor.ledger)
    return tuple(one for one, _ in inside), tuple(one for one, _ in outside)


def _read_records(
    actor: Fields, key: str, record: type[R], sources: Mapping[str, Source]
) -> tuple[tuple[R, Window], ...]:
    found: list[tuple[R, Window]] = []
    for row in actor.rows(key):
        fields = actor.sub(row, f"a record under {key} of {actor.what}", _MEMBERSHIP)
        if fields is None:
            continue
        grouping = actor.ledger.name(fields.word("grouping"), GROUPINGS)
        window, mark = read_window(fields, must_begin=False), fields.verification()
        read = record(
            grouping=grouping,
            valid_from=window.begins,
            valid_until=window.ends,
            verification=mark,
            sources=cite_sources(fields, sources, mark),
            note=fields.find_text("note"),
        )
        found.append((read, window))
    return tuple(found)


def _read_organ_links(
    actor: Fields, name: str, kind: ActorKind, sources: Mapping[str, Source]
) -> tuple[OrganLink, ...]:
    found: list[OrganLink] = []
    windows: dict[str, list[Window]] = {}
    if "organ-of" in actor and kind is not ActorKind.ORGANIZATION:
        sentence = f"{name} is no organization, and only an organization is an organ of a state"
        hint = "take organ-of away, or write kind: organization"
        place = actor.place_of("organ-of")
        actor.ledger.add(slug="not-an-organ", sentence=sentence, place=place, hint=hint)
    for row in actor.rows("organ-of"):
        fields = actor.sub(row, f"the organ-of of {name}", ORGAN_KEYS)
        if fields is None:
            continue
        state = _name_state(fields.word("state"), name, actor.ledger)
        window = read_window(fields, must_begin=False)
        windows.setdefault(state, []).append(window)
        found.append(
            OrganLink(
                state=state,
                valid_from=window.begins,
                valid_until=window.ends,
                verification=fields.verification(),
                sources=tuple(sources[key] for key in fields.cited("sources", sources)),
                note=fields.find_text("note"),
            )
        )
    for state, held in sorted(windows.items()):
        check_apart(held, f"the organ-of of {name} and {state}", actor.ledger)
    return tuple(found)


def _name_state(word: Words, organ: str, ledger: Ledger) -> str:
    """Record that a state is named here; whether it is one comes when every file is read."""
    if word.text == organ:
        sentence = f"{organ} is said to be an organ of itself"
        hint = "name the state, by its code"
        ledger.add(slug="organ-of-itself", sentence=sentence, place=word.place, hint=hint)
    else:
        ledger.states_named.append(word)
        ledger.name(word, ACTORS)
    return word.text
