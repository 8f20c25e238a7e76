"""Hashes by which a graph, and what made it, are known again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import kg
from kg.front.manifest import digests_of
from kg.quads import to_nquads
from kg.resources import ONTOLOGY
from kg.views.canonical import digest

if TYPE_CHECKING:
    from kg.front.graph import Graph


def hash_of(graph: Graph) -> tuple[str, int]:
    """Return the SHA-256 of the sorted N-Quads of what counts of ``graph``, and their number.

    A graph restricted to what another build holds has the hash of that build.
    """
    if not graph.restriction:
        return graph.manifest["graph"]["sha256"], graph.manifest["graph"]["quads"]
    lines = to_nquads(graph.store)
    return sha256(lines).hexdigest(), lines.count(b"\n")


def made_with(graph: Graph) -> dict[str, Any]:
    """Return the versions that an answer from ``graph`` hangs on, with hashes of their files.

    The rules are those that inferred its findings: the build's, or where a part of it alone
    counts, this program's.
    """
    ontology = graph.manifest["ontology"]
    rules = graph.manifest["rules"]
    if graph.restriction:
        rules = digests_of((ONTOLOGY / "rules").glob("*.rq"))
    return {
        "program": {"name": "arms-transfer-kg", "version": kg.__version__},
        "ontology": {"version": ontology["version"], "sha256": digest(ontology["files"])},
        "rules": {"sha256": digest(rules)},
    }
