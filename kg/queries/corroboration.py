"""How many texts, origins and voices stand behind like claims, for and against apart.

Nothing is weighed and nothing votes: the numbers stand beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

import pyoxigraph as ox

from kg.iris import id_of, item_iri
from kg.queries.facts import Facts
from kg.queries.known import ParameterKind, find_term
from kg.queries.origins import Backing, Origins
from kg.queries.rows import Picture, PropositionRow, SpeechActRow
from kg.queries.sides import Side, is_taken_as_actual, side_of

_WIDER = "http://www.w3.org/2004/02/skos/core#broaderTransitive"


class Taken(Enum):
    """What those who speak of a transfer take it for."""

    AFFIRMED = "affirmed as actual"
    FORESEEN = "affirmed, and not as actual"
    LEFT_OPEN = "left open"
    NEGATED = "denied or doubted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeRow:
    """Claims of a transfer between the same ends, of one kind of item, and who stands behind them.

    Whoever affirms the item or a narrower kind is counted as affirming it, and whoever denies it or
    a wider kind as denying it. ``earliest`` and ``latest`` are the first and the last day that any
    of the claims gives; the periods are not compared.
    """

    supplier: str
    supplier_name: str
    recipient: str
    recipient_name: str
    item: str
    item_label: str
    sides: tuple[tuple[Taken, Backing], ...]
    claims: tuple[str, ...]
    earliest: str | None
    latest: str | None

    def backing(self, side: Taken) -> Backing:
        return dict(self.sides)[side]


_Ends = tuple[str, str]


def alike(
    store: ox.Store,
    picture: Picture,
    *,
    supplier: str | None = None,
    recipient: str | None = None,
    item: str | None = None,
) -> tuple[AlikeRow, ...]:
    """Return a row for each two ends and each kind of item that a claim names between them.

    Each argument given narrows the rows to its id; with ``item``, to it and what is narrower.
    Raises KgError for an actor or a kind of item that the graph does not have.
    """
    for actor in filter(None, (supplier, recipient)):
        find_term(store, ParameterKind.ACTOR, actor, "actor")
    if item:
        find_term(store, ParameterKind.ITEM, item, "item")
    facts, origins = Facts(store), Origins(picture)
    acts: defaultdict[str, list[SpeechActRow]] = defaultdict(list)
    for act in picture.speech_acts:
        acts[act.proposition].append(act)
    grouped: defaultdict[_Ends, list[PropositionRow]] = defaultdict(list)
    for row in picture.propositions:
        for ends in _ends(row):
            if supplier in {None, ends[0]} and recipient in {None, ends[1]}:
                grouped[ends].append(row)
    return tuple(
        _row(ends, each, claims, acts, origins, _Wider(facts))
        for ends, claims in sorted(grouped.items())
        for each in sorted({id_ for row in claims for id_ in row.values("item")})
        if item is None or item in _Wider(facts).of(each)
    )


class _Wider:
    """Each kind of item with itself and all that are wider."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def of(self, item: str) -> frozenset[str]:
        return frozenset({item, *map(id_of, self._facts.all(item_iri(item), _WIDER))})


def _row(  # noqa: PLR0913, PLR0917  # everything that a row is made of
    ends: _Ends,
    item: str,
    claims: Iterable[PropositionRow],
    acts: Mapping[str, list[SpeechActRow]],
    origins: Origins,
    wider: _Wider,
) -> AlikeRow:
    speakers: dict[Taken, defaultdict[str, set[str]]] = {side: defaultdict(set) for side in Taken}
    counted: dict[str, PropositionRow] = {}
    labels: dict[tuple[str, str], str] = {}
    for claim in claims:
        labels |= {(role.role, role.value): role.label for role in claim.roles}
        items = claim.values("item")
        special = any(item in wider.of(each) for each in items)
        general = any(each in wider.of(item) for each in items)
        for act in acts.get(claim.iri, ()):
            side = taken_for(act)
            if side is not None and (general if side is Taken.NEGATED else special):
                speakers[side][act.text].update(act.speaker)
                counted[claim.iri] = claim
    return AlikeRow(
        supplier=ends[0],
        supplier_name=labels["supplier", ends[0]],
        recipient=ends[1],
        recipient_name=labels["recipient", ends[1]],
        item=item,
        item_label=labels["item", item],
        sides=tuple((side, origins.backing(speakers[side])) for side in Taken),
        claims=tuple(sorted(counted)),
        earliest=min(
            (day for row in counted.values() for day in row.values("earliest")), default=None
        ),
        latest=max((day for row in counted.values() for day in row.values("latest")), default=None),
    )


def without_both_ends(picture: Picture) -> int:
    """Return how many claimed transfers are put beside none: they do not name both ends."""
    return sum(row.kind == "transfer" and not any(_ends(row)) for row in picture.propositions)


def taken_for(act: SpeechActRow) -> Taken | None:
    """Tell what an act takes for so, or not; None where it takes no stance."""
    match side_of(act):
        case None:
            return None
        case Side.NEGATES:
            return Taken.NEGATED
        case Side.OPEN:
            return Taken.LEFT_OPEN
        case Side.AFFIRMS:
            return Taken.AFFIRMED if is_taken_as_actual(act) else Taken.FORESEEN


def _ends(row: PropositionRow) -> Iterator[_Ends]:
    if row.kind == "transfer":
        for giver in row.values("supplier"):
            for taker in row.values("recipient"):
                yield giver, taker
