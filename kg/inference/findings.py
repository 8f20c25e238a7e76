"""From what is claimed and what is prohibited to findings, by the rules of ``ontology/rules/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.inference.calendar import word_of
from kg.inference.rules import read_rules
from kg.iris import FINDINGS_GRAPH
from kg.vocab import BASE, Ata

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_FINDINGS = ox.NamedNode(FINDINGS_GRAPH)

# A rule's triple with such a predicate is a working note for later rules and leaves with the
# scratch store; every other one belongs to the findings.
_NOTE = BASE + "match#"

# What the rules read. Passages' selectors, mentions and provenance, the bulk of a graph, stay out.
_CLASSES = (Ata.Transfer, Ata.Exemption)
_PROPERTIES = (
    Ata.addressee,
    Ata.agent,
    Ata.answers,
    Ata.breachOf,
    Ata.concerns,
    Ata.condition,
    Ata.content,
    Ata.counterparty,
    Ata.covers,
    Ata.deontic,
    Ata.dependsOn,
    Ata.destination,
    Ata.document,
    Ata.earliest,
    Ata.evidence,
    Ata.excepts,
    Ata.exceptsUntil,
    Ata.exemptedBy,
    Ata.grouping,
    Ata.heldBy,
    Ata.inForce,
    Ata.instrument,
    Ata.item,
    Ata.kind,
    Ata.latest,
    Ata.member,
    Ata.norm,
    Ata.partOf,
    Ata.party,
    Ata.purpose,
    Ata.readAs,
    Ata.reading,
    Ata.recipient,
    Ata.rejectedBy,
    Ata.role,
    Ata.speaker,
    Ata.stance,
    Ata.statedIn,
    Ata.status,
    Ata.supplier,
    Ata.territory,
    Ata.territoryOf,
    Ata.text,
    Ata.transfer,
    Ata.validFrom,
    Ata.validUntil,
    Ata.verification,
    Ata.via,
    Ata.within,
    _SKOS + "broader",
    _SKOS + "broaderTransitive",
    _SKOS + "inScheme",
)


def infer(store: ox.Store) -> list[ox.Quad]:
    """Return the findings that follow from ``store``, as quads of the findings graph, sorted.

    Findings that the store already holds are not looked at, and the store stays as it is.
    """
    return sorted(infer_from(_facts(store)), key=str)


def infer_from(facts: Iterable[ox.Quad]) -> set[ox.Quad]:
    """Return the findings that follow from ``facts``, which all stand in the default graph."""
    scratch = ox.Store()
    scratch.bulk_extend(facts)
    found: set[ox.Quad] = set()
    for rule in read_rules():
        triples = scratch.query(rule.query)
        assert isinstance(triples, ox.QueryTriples)  # noqa: S101  # a rule is a CONSTRUCT
        made = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
        scratch.extend(made)
        found.update(
            ox.Quad(quad.subject, quad.predicate, quad.object, _FINDINGS)
            for quad in made
            if not quad.predicate.value.startswith(_NOTE)
        )
    return found


def fact_of(quad: ox.Quad) -> ox.Quad | None:
    """Return ``quad`` as the rules read it, or None where no rule does."""
    is_read = quad.predicate.value in _PROPERTIES or (
        quad.predicate == _TYPE and word_of(quad.object) in _CLASSES
    )
    if not is_read or quad.graph_name == _FINDINGS:
        return None
    return ox.Quad(quad.subject, quad.predicate, quad.object)


def _facts(store: ox.Store) -> Iterator[ox.Quad]:
    patterns: list[tuple[ox.NamedNode, ox.NamedNode | None]]
    patterns = [(_TYPE, ox.NamedNode(iri)) for iri in _CLASSES]
    patterns += [(ox.NamedNode(iri), None) for iri in _PROPERTIES]
    for predicate, value in patterns:
        for quad in store.quads_for_pattern(None, predicate, value, None):
            if quad.graph_name != _FINDINGS:
                yield ox.Quad(quad.subject, quad.predicate, quad.object)
