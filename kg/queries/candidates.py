"""One thing that could be said where a claim, or a record, says too little."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.inference.supposing import Supposition
from kg.vocab import BASE, Ata, Role

# Before the names of what is only supposed, which no graph holds.
SUPPOSED = BASE + "match#supposed/"
ROLES = {Role.SUPPLIER: Ata.supplier, Role.RECIPIENT: Ata.recipient, Role.INTERMEDIARY: Ata.via}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One answer. ``called`` names actors that are only supposed, ``stands_for`` leads from one.

    ``words`` end the sentence that begins as the kind of gap does.
    """

    words: str
    value: str
    suppositions: tuple[Supposition, ...]
    called: Mapping[str, str] = field(default_factory=dict)
    stands_for: Mapping[str, str] = field(default_factory=dict)


def instead(
    transfer: str, role: str, values: Iterable[str], beside: tuple[ox.Quad, ...] = ()
) -> Supposition:
    """Return the transfer with ``values`` alone in a role."""
    return Supposition(transfer=transfer, instead={role: nodes(values)}, beside=beside)


def nodes(iris: Iterable[str]) -> tuple[ox.NamedNode, ...]:
    """Return each once, in the order given."""
    return tuple(ox.NamedNode(each) for each in dict.fromkeys(iris))


def triple(subject: str, predicate: str, value: str) -> ox.Quad:
    """Return what the rules read, which look at no graph."""
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))
