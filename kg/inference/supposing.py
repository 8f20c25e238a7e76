"""What the rules would find if a claim said more than it does, or a dispute were settled.

docs/decisions/0014-what-would-decide-it.md tells what is supposed, and why in this way. Nothing
that is supposed reaches a graph that anybody opens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from kg.inference.findings import KINDS, NOTE, facts_of, run_rules
from kg.inference.rules import Rule, read_rules
from kg.quads.terms import RDF_TYPE
from kg.vocab import Ata

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE = ox.NamedNode(RDF_TYPE)
_TRANSFER = ox.NamedNode(Ata.Transfer)
_PART_OF = ox.NamedNode(Ata.partOf)
# The rules after the first of these write down what was found, word by word.
_LAST = "62-assumptions"
_LAST_ON_DAYS = "22-standing"
# These put beside each other what somebody asks about; here nobody does.
_ASKED = {"33-candidates-asked", "52-asked"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """A transfer as it would be claimed: ``instead`` of what each property has, these values.

    ``beside`` are triples that are supposed along with it; they must touch nothing that is claimed.
    Parts of the transfer are supposed with it, since they take from it what they do not say, but
    for ``alone``.
    """

    transfer: str
    instead: Mapping[str, tuple[Term, ...]]
    beside: tuple[ox.Quad, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Result:
    """What is found of a transfer, a norm and an actor; all are IRIs, ``kind`` a class.

    ``agent`` and ``reason`` are empty where there is none.
    """

    transfer: str
    norm: str
    agent: str
    kind: str
    reason: str
    assumes: tuple[str, ...]


@dataclass(slots=True)
class _World:
    """What the rules read, to be looked up from either end."""

    quads: list[ox.Quad]
    of: dict[str, list[ox.Quad]] = field(default_factory=lambda: defaultdict(list))
    leading_to: dict[str, list[ox.Quad]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for quad in self.quads:
            if isinstance(quad.subject, ox.NamedNode):
                self.of[quad.subject.value].append(quad)
            if isinstance(quad.object, ox.NamedNode):
                self.leading_to[quad.object.value].append(quad)


def suppose(store: ox.Store, suppositions: Sequence[Supposition]) -> tuple[tuple[Result, ...], ...]:
    """Return for each supposition, in their order, what the rules would find of its transfers.

    Each is tried by itself, on a copy of the transfer that is seen by no other; all in one run.
    """
    if not suppositions:
        return ()
    world = _World(list(facts_of(store)))
    extra: list[ox.Quad] = []
    origins: dict[str, tuple[int, str]] = {}
    for number, supposition in enumerate(suppositions):
        copies = _copies(world, supposition, number)
        origins.update({copy: (number, original) for original, copy in copies.items()})
        extra.extend(supposition.beside)
        extra.extend(_copied(world, supposition, copies))
    found: list[list[Result]] = [[] for _ in suppositions]
    seen = _seen_by(world, {original for _, original in origins.values()})
    for result in _results(run_rules([*seen, *extra], _rules(_LAST))):
        if result.transfer in origins:
            number, original = origins[result.transfer]
            found[number].append(replace(result, transfer=original))
    return tuple(tuple(sorted(each)) for each in found)


def settle(store: ox.Store, periods: Iterable[str], *, held: bool) -> tuple[Result, ...]:
    """Return what the rules would find if nobody disputed that norms are in force in ``periods``.

    ``held`` tells whether they are; what is found of other norms is returned as well.
    """
    settled = frozenset(periods)
    disputing = {Ata.heldBy, Ata.rejectedBy}

    def counts(quad: ox.Quad) -> bool:
        subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
        if held:
            return subject not in settled or quad.predicate.value not in disputing
        leads = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
        return subject not in settled and leads not in settled

    return tuple(sorted(_results(run_rules(filter(counts, facts_of(store)), _rules(_LAST)))))


def days_of(store: ox.Store) -> Mapping[str, tuple[str, str]]:
    """Return the first and the last day, in ISO 8601, on which each transfer may have been.

    A transfer is there only if somebody takes it as actual or possible. 0001-01-01 and 9999-12-30
    stand where the claim leaves an end open.
    """
    days: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in run_rules(facts_of(store), _rules(_LAST_ON_DAYS)):
        name = quad.predicate.value.removeprefix(NOTE)
        if name in {"from", "to"} and isinstance(quad.subject, ox.NamedNode):
            days[quad.subject.value][name] = str(getattr(quad.object, "value", ""))
    return {transfer: (each["from"], each["to"]) for transfer, each in days.items()}


def _rules(last: str) -> Iterator[Rule]:
    for rule in read_rules():
        if rule.name not in _ASKED:
            yield rule
        if rule.name == last:
            return


def _seen_by(world: _World, originals: set[str]) -> Iterator[ox.Quad]:
    """Yield what the copies of ``originals`` need: all but other transfers than their wholes."""
    wholes, ahead = set[str](), sorted(originals)
    while ahead:
        for quad in world.of[ahead.pop()]:
            if quad.predicate == _PART_OF and isinstance(quad.object, ox.NamedNode):
                if quad.object.value not in wholes:
                    ahead.append(quad.object.value)
                wholes.add(quad.object.value)
    for quad in world.quads:
        subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
        if quad.predicate != _TYPE or quad.object != _TRANSFER or subject in wholes:
            yield quad


def _copies(world: _World, supposition: Supposition, number: int) -> dict[str, str]:
    nodes, ahead = [supposition.transfer], [supposition.transfer]
    while ahead and not supposition.alone:
        for quad in world.leading_to[ahead.pop()]:
            part = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
            if quad.predicate == _PART_OF and part not in nodes:
                nodes.append(part)
                ahead.append(part)
    return {node: f"{node}/supposed/{number}" for node in nodes}


def _copied(
    world: _World, supposition: Supposition, copies: Mapping[str, str]
) -> Iterator[ox.Quad]:
    for original, copy in copies.items():
        node = ox.NamedNode(copy)
        instead = supposition.instead if original == supposition.transfer else {}
        for predicate, values in instead.items():
            for value in values:
                yield ox.Quad(node, ox.NamedNode(predicate), value)
        for quad in world.of[original]:
            if quad.predicate.value not in instead:
                yield ox.Quad(node, quad.predicate, _moved(quad.object, copies))
        # Whoever speaks of the transfer, answers it or exempts it does so of the copy.
        for quad in world.leading_to[original]:
            theirs = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
            if quad.predicate != _PART_OF and theirs not in copies:
                yield ox.Quad(quad.subject, quad.predicate, node)


def _moved(term: Term, copies: Mapping[str, str]) -> Term:
    if isinstance(term, ox.NamedNode) and term.value in copies:
        return ox.NamedNode(copies[term.value])
    return term


def _results(made: Iterable[ox.Quad]) -> Iterator[Result]:
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in made:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            told[quad.subject.value][quad.predicate.value].add(quad.object.value)
    for each in told.values():
        for kind in each[_TYPE.value].intersection(KINDS):
            yield Result(
                transfer=min(each[Ata.transfer]),
                norm=min(each[Ata.norm]),
                agent=min(each[Ata.agent], default=""),
                kind=kind,
                reason=min(each[Ata.reason], default=""),
                assumes=tuple(sorted(each[Ata.assumes])),
            )
