"""An invented world as reference files: actors, items, one file for each instrument."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.world import World
from kg.model.actors import Actor
from kg.model.items import Item
from kg.model.norms import Instrument, Norm


def write_reference(folder: Path, world: World) -> None:
    """Write ``actors/``, ``items/`` and ``instruments/`` under ``folder``."""
    _write(folder / "actors" / "sample.yaml", _actor_lines(world))
    _write(folder / "items" / "sample.yaml", _item_lines(world.items))
    for instrument in world.instruments:
        _write(folder / "instruments" / f"{instrument.id}.yaml", _instrument_lines(instrument))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


def _actor_lines(world: World) -> Iterator[str]:
    yield from ("format: kg-actors/1", "groupings:")
    for grouping in world.groupings:
        yield from (f"  {grouping.id}:", f"    name: {_words(grouping.name)}")
        yield f"    verification: {grouping.verification}"
    yield "actors:"
    for actor in world.actors:
        yield from _one_actor_lines(actor)


def _one_actor_lines(actor: Actor) -> Iterator[str]:
    yield from (f"  {actor.id}:", f"    kind: {actor.kind.value}")
    yield f"    name: {_words(actor.name)}"
    if actor.official_name:
        yield f"    official-name: {_words(actor.official_name)}"
    yield f"    verification: {actor.verification}"
    if actor.memberships:
        yield "    memberships:"
    for held in actor.memberships:
        yield from (f"      - grouping: {held.grouping}", f"        from: {held.valid_from}")
        yield f"        verification: {held.verification}"


def _item_lines(items: Iterable[Item]) -> Iterator[str]:
    yield from ("format: kg-items/1", "items:")
    for item in items:
        yield from (f"  {item.id}:", f"    label: {_words(item.label)}")
        if item.broader:
            yield f"    broader: {list_of(item.broader)}"
        yield f"    verification: {item.verification}"


def _instrument_lines(instrument: Instrument) -> Iterator[str]:
    yield from ("format: kg-instrument/1", f"id: {instrument.id}", f"kind: {instrument.kind}")
    yield f"symbol: {_words(instrument.symbol)}"
    yield f"title: {_words(instrument.title)}"
    yield from (f"adopted: {instrument.adopted}", f"adopted-by: {instrument.adopted_by}")
    yield from (f"url: {instrument.url}", f"verification: {instrument.verification}", "norms:")
    for norm in instrument.norms:
        yield from _norm_lines(norm)


def _norm_lines(norm: Norm) -> Iterator[str]:
    yield from (f"  {norm.id}:", f"    paragraph: {_words(norm.paragraph)}")
    yield f"    rule: {_words(norm.rule)}"
    yield from (f"    deontic: {norm.deontic}", f"    role: {norm.role}")
    yield f"    addressee: {list_of(norm.addressee)}"
    if norm.counterparty:
        yield f"    counterparty: {list_of(norm.counterparty)}"
    yield f"    covers: {list_of(norm.covers)}"
    if norm.excepts:
        yield f"    excepts: {list_of(norm.excepts)}"
    if norm.condition:
        yield f"    condition: {norm.condition}"
    yield "    in-force:"
    for period in norm.in_force:
        yield f"      - from: {period.valid_from}"
        if period.valid_until:
            yield f"        until: {period.valid_until}"
    yield f"    verification: {norm.verification}"


def _words(words: str) -> str:
    """Return ``words`` quoted for YAML."""
    return json.dumps(words, ensure_ascii=False)


def list_of(words: Iterable[str]) -> str:
    """Return ``words``, none of which needs quoting, as a list on one line."""
    return "[" + ", ".join(words) + "]"
