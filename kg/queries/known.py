"""What a value that somebody gives names in the graph: an actor, a claim, a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from enum import Enum

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.iris import actor_iri, id_of, item_iri, norm_iri, place_iri, text_graph, text_iri
from kg.marked import did_you_mean
from kg.quads.terms import RDF_TYPE, word_of
from kg.queries.names import RDFS_LABEL
from kg.store.looking import instances, objects
from kg.vocab import Ata, Unit

_LABEL = ox.NamedNode(RDFS_LABEL)
_TYPE = ox.NamedNode(RDF_TYPE)
_PROPOSITION = ox.NamedNode(Ata.Proposition)


class ParameterKind(Enum):
    """What a parameter's value names."""

    ACTOR = "actor"
    CLAIM = "claim"
    DATE = "date"
    ITEM = "item"
    NORM = "norm"
    PLACE = "place"
    TEXT = "text"
    UNIT = "unit"


# What names something that has an IRI of its own: how the IRI is made of the name.
_MINTED: Mapping[ParameterKind, Callable[[str], str]] = {
    ParameterKind.ACTOR: actor_iri,
    ParameterKind.ITEM: item_iri,
    ParameterKind.NORM: norm_iri,
    ParameterKind.PLACE: place_iri,
    ParameterKind.TEXT: text_iri,
}


def find_term(
    store: ox.Store, kind: ParameterKind, value: str, called: str
) -> ox.NamedNode | ox.Literal | date:
    """Return what ``value`` names; KgError with what is close where the graph has no such thing.

    ``called`` is what a message calls the parameter.
    """
    match kind:
        case (
            ParameterKind.ACTOR
            | ParameterKind.ITEM
            | ParameterKind.NORM
            | ParameterKind.PLACE
            | ParameterKind.TEXT
        ):
            return _existing(store, kind, value)
        case ParameterKind.UNIT:
            return _unit(value)
        case ParameterKind.CLAIM:
            return _claim(store, value)
        case ParameterKind.DATE:
            return read_day(value, called)


def check_values(store: ox.Store, values: Iterable[tuple[ParameterKind, str | None, str]]) -> None:
    """Raise KgError with every value that names nothing in the graph, or is no day.

    Each comes with its kind before it and what a message calls it behind; None is not asked about.
    """
    problems: list[Problem] = []
    for kind, value, called in values:
        try:
            if value is not None:
                find_term(store, kind, value, called)
        except KgError as error:
            problems += error.problems
    if problems:
        raise KgError(problems)


def find_proposition(store: ox.Store, wanted: str, among: Collection[str] | None = None) -> str:
    """Return the IRI of the one claim that ``wanted`` names, by its name or as text/name.

    ``among`` are the IRIs of those that can be meant, where not all can. KgError with what is close
    where there is none, and with all of them where there are several.
    """
    alike = _of_that_name(store, wanted)
    named = _called(store, alike if among is None else alike.intersection(among))
    found = [key for key in sorted(named) if wanted in {key, key.partition("/")[2]}]
    if len(found) == 1:
        return named[found[0]]
    if found:
        sentence = f"{wanted!r} stands for {len(found)} claims"
        hint = f"give one: {', '.join(found)}"
        raise KgError([Problem(slug="several-claims", sentence=sentence, hint=hint)])
    every = _called(store, instances(store, Ata.Proposition) if among is None else among)
    known = {key if "/" in wanted else key.partition("/")[2] for key in every}
    raise _not_in_graph(ParameterKind.CLAIM, wanted, known)


def _of_that_name(store: ox.Store, wanted: str) -> set[str]:
    """Return the claims of the name ``wanted``, and of what follows the id of a text in it."""
    parts = wanted.split("/")
    split = (("/".join(parts[:at]), "/".join(parts[at:])) for at in range(1, len(parts)))
    asked = [(wanted, None), *((name, ox.NamedNode(text_graph(text))) for text, name in split)]
    return {
        word_of(quad.subject)
        for name, graph in asked
        for quad in store.quads_for_pattern(None, _LABEL, ox.Literal(name), graph)
        if ox.Quad(quad.subject, _TYPE, _PROPOSITION, quad.graph_name) in store
    }


def _called(store: ox.Store, claims: Iterable[str]) -> dict[str, str]:
    """Return text/name of each of ``claims``, with its IRI."""
    return {
        f"{id_of(text)}/{label}": iri
        for iri in claims
        for text in objects(store, iri, Ata.text)
        for label in objects(store, iri, RDFS_LABEL)
    }


def _existing(store: ox.Store, kind: ParameterKind, value: str) -> ox.NamedNode:
    iri, path = _MINTED[kind](value), f"{kind.value}/"
    node = ox.NamedNode(iri)
    if next(store.quads_for_pattern(node, _TYPE, None, None), None) is None:
        base = iri[: iri.rindex(path) + len(path)]
        raise _not_in_graph(kind, value, _ids(store, base))
    return node


def _ids(store: ox.Store, base: str) -> set[str]:
    return {
        id_of(quad.subject.value)
        for quad in store.quads_for_pattern(None, _TYPE, None, None)
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.startswith(base)
        and "/" not in quad.subject.value[len(base) :]
    }


def _claim(store: ox.Store, value: str) -> ox.Literal:
    names = {
        quad.object.value
        for proposition in store.quads_for_pattern(None, _TYPE, ox.NamedNode(Ata.Proposition), None)
        for quad in store.quads_for_pattern(proposition.subject, _LABEL, None, None)
        if isinstance(quad.object, ox.Literal)
    }
    if value not in names:
        raise _not_in_graph(ParameterKind.CLAIM, value, names)
    return ox.Literal(value)


def _unit(value: str) -> ox.NamedNode:
    known = [unit.value for unit in Unit]
    if value not in known:
        raise _not_in_graph(ParameterKind.UNIT, value, known)
    return ox.NamedNode(Unit(value).iri)


def read_day(value: str, called: str) -> date:
    """Return the day that ``value`` writes as 2023-10-26; KgError where it writes none."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    sentence = f"{called} is a day written as 2023-10-26, and {value!r} is none"
    raise KgError([Problem(slug="not-a-day", sentence=sentence)])


def _not_in_graph(kind: ParameterKind, value: str, known: Iterable[str]) -> KgError:
    sentence = f"there is no {kind.value} {value!r} in this graph"
    hint = did_you_mean(value, sorted(known))
    return KgError([Problem(slug="not-in-graph", sentence=sentence, hint=hint)])
