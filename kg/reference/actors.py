"""Files under ``actors/``: states, organizations, groups, persons, and groupings of them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.marked import Table, Words
from kg.model.actors import Actor, ActorKind, Grouping, Membership
from kg.model.sources import Source
from kg.reference.fields import Fields
from kg.reference.ledger import GROUPINGS, Kind, Ledger
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
        "verification",
        "sources",
        "note",
    }
)
_GROUPING = frozenset({"name", "verification", "sources", "note"})
_MEMBERSHIP = frozenset({"grouping", "from", "until", "verification", "sources", "note"})
_KINDS = {kind.value: kind for kind in ActorKind}


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
    return Actor(
        id=word.text,
        kind=kind,
        name=fields.text("name"),
        official_name=fields.find_text("official-name"),
        codes=tuple(code.text for code in codes),
        aliases=fields.texts("aliases"),
        metonyms=fields.texts("metonyms"),
        memberships=_read_memberships(fields, word.text, sources),
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


def _read_memberships(
    actor: Fields, name: str, sources: Mapping[str, Source]
) -> tuple[Membership, ...]:
    found: list[Membership] = []
    windows: dict[str, list[Window]] = {}
    for row in actor.rows("memberships"):
        fields = actor.sub(row, f"a membership of {name}", _MEMBERSHIP)
        if fields is None:
            continue
        grouping = actor.ledger.name(fields.word("grouping"), GROUPINGS)
        window = read_window(fields, must_begin=False)
        windows.setdefault(grouping, []).append(window)
        mark = fields.verification()
        found.append(
            Membership(
                grouping=grouping,
                valid_from=window.begins,
                valid_until=window.ends,
                verification=mark,
                sources=cite_sources(fields, sources, mark),
                note=fields.find_text("note"),
            )
        )
    for grouping, held in sorted(windows.items()):
        what = f"the membership of {name} in {grouping}"
        check_apart(held, what, actor.ledger)
    return tuple(found)
