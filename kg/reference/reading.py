"""Folders of reference files → one Reference, or every problem of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from kg.errors import KgError, Place
from kg.marked import parse_table, read_bytes
from kg.model.actors import Actor, Grouping
from kg.model.items import Item
from kg.model.norms import Instrument
from kg.model.places import NamedPlace
from kg.model.reference import Reference
from kg.reference.actors import read_actors
from kg.reference.instruments import read_instrument
from kg.reference.items import read_items
from kg.reference.ledger import Ledger
from kg.reference.links import (
    check_amendments,
    check_dependence,
    check_exceptions,
    check_items,
    check_names,
    check_places,
    check_read_with,
    check_states,
)
from kg.reference.places import read_places
from kg.resources import DATA

FOLDERS = ("actors", "items", "instruments", "places")


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    inside: str  # its name inside the folder: the same wherever the folder lies
    name: str  # its name in messages


@dataclass(frozen=True, slots=True)
class _Read:
    ledger: Ledger = field(default_factory=Ledger)
    actors: list[Actor] = field(default_factory=list)
    groupings: list[Grouping] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    places: list[NamedPlace] = field(default_factory=list)


def read_bundled() -> Reference:
    """Return the reference data that travels with the package."""
    return read_reference([DATA])


def read_reference(folders: Sequence[Path], *, names: Sequence[str] | None = None) -> Reference:
    """Read the files of all ``folders``, each of which may hold the FOLDERS.

    Later folders add to earlier ones and never replace: an id that stands twice is a problem.
    ``names`` are what messages call the folders; their own names where it is None. Raises KgError
    with every problem of every file.
    """
    names = [folder.resolve().name for folder in folders] if names is None else names
    read = _Read()
    files = [
        file
        for folder, name in zip(folders, names, strict=True)
        for file in _find_files(folder, name, read.ledger)
    ]
    contents = [(file.inside, _read_file(file, read)) for file in files]
    if not read.ledger.has_unread:
        # What an unread file holds would look unknown everywhere else.
        _check(read)
    if read.ledger.problems:
        raise KgError(read.ledger.problems)
    return Reference(
        actors={actor.id: actor for actor in sorted(read.actors, key=lambda one: one.id)},
        groupings={one.id: one for one in sorted(read.groupings, key=lambda one: one.id)},
        items={item.id: item for item in sorted(read.items, key=lambda one: one.id)},
        instruments={one.id: one for one in sorted(read.instruments, key=lambda one: one.id)},
        named_places={one.id: one for one in sorted(read.places, key=lambda one: one.id)},
        digest=_digest(contents),
        places=dict(sorted(read.ledger.places.items())),
        files=tuple((inside, sha256(data).hexdigest()) for inside, data in sorted(contents)),
    )


def _find_files(folder: Path, name: str, ledger: Ledger) -> list[_File]:
    if not folder.is_dir():
        sentence = f"{name} is no folder"
        hint = f"give a folder that holds one of: {', '.join(FOLDERS)}"
        ledger.add(slug="not-a-folder", sentence=sentence, place=Place(name, 1, 1), hint=hint)
        return []
    found: list[_File] = []
    for part in FOLDERS:
        for path in sorted((folder / part).iterdir()) if (folder / part).is_dir() else ():
            inside = f"{part}/{path.name}"
            if path.suffix == ".yaml" and not path.name.startswith("."):
                found.append(_File(path, inside, f"{name}/{inside}"))
            elif path.suffix.lower() in {".yml", ".yaml"} and not path.name.startswith("."):
                sentence = f"{path.name} would not be read"
                place = Place(f"{name}/{inside}", 1, 1)
                ledger.add(
                    slug="wrong-file-name", sentence=sentence, place=place, hint="end it in .yaml"
                )
    return found


def _read_file(file: _File, read: _Read) -> bytes:
    """Add what ``file`` holds to ``read``, and return its bytes, none where it cannot be read."""
    try:
        data = read_bytes(file.path, file.name)
        table = parse_table(data, file.name)
    except KgError as error:
        read.ledger.problems.extend(error.problems)
        read.ledger.has_unread = True
        return b""
    if file.inside.startswith("actors/"):
        actors, groupings = read_actors(table, read.ledger)
        read.actors.extend(actors)
        read.groupings.extend(groupings)
    elif file.inside.startswith("items/"):
        read.items.extend(read_items(table, read.ledger))
    elif file.inside.startswith("places/"):
        read.places.extend(read_places(table, read.ledger))
    elif instrument := read_instrument(table, read.ledger):
        read.instruments.append(instrument)
    return data


def _check(read: _Read) -> None:
    items = {item.id: item for item in read.items}
    norms = [norm for instrument in read.instruments for norm in instrument.norms]
    check_names(read.ledger, _called(read))
    check_states({actor.id: actor for actor in read.actors}, read.ledger)
    check_items(items, read.ledger)
    check_places({place.id: place for place in read.places}, read.ledger)
    check_amendments(norms, read.ledger)
    check_dependence(norms, read.ledger)
    check_exceptions(norms, items, read.ledger)
    check_read_with({one.id: one for one in read.instruments}, read.ledger)


def _called(read: _Read) -> dict[str, str]:
    """Return ids by what people may write instead: names, labels, codes, without capitals."""
    called: dict[str, str] = {}
    for item in read.items:
        called.update((word.casefold(), item.id) for word in (*item.aliases, item.label))
    for grouping in read.groupings:
        called[grouping.name.casefold()] = grouping.id
    for place in read.places:
        called.update((word.casefold(), place.id) for word in (*place.aliases, place.name))
    for actor in read.actors:
        words = (*actor.aliases, *actor.codes, actor.official_name or actor.name, actor.name)
        called.update((word.casefold(), actor.id) for word in words)
    return called


def _digest(contents: Sequence[tuple[str, bytes]]) -> str:
    total = sha256()
    for inside, data in sorted(contents):
        # Lengths keep a name and its bytes apart from the next ones.
        total.update(f"{len(inside)}:{inside}{len(data)}:".encode())
        total.update(data)
    return total.hexdigest()
