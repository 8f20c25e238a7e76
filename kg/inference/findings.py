"""From what is claimed and what is prohibited to findings, by the rules of ``ontology/rules/``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.inference.batches import batches, text_graphs
from kg.inference.rules import Rule, read_rules
from kg.iris import FINDINGS_GRAPH, TEXT_GRAPHS
from kg.quads.terms import RDF_TYPE, graph_of, word_of
from kg.vocab import BASE, Ata

_TYPE = ox.NamedNode(RDF_TYPE)
_ANSWERS = ox.NamedNode(Ata.answers)
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_FINDINGS = ox.NamedNode(FINDINGS_GRAPH)

# What counts of a quad, or None where nothing does.
Keep = Callable[[ox.Quad], ox.Quad | None]

# A rule's triple with such a predicate is a working note for later rules and leaves with the
# scratch store; every other one belongs to the findings.
NOTE = BASE + "match#"

# What a finding is a finding of; every finding has one of these classes.
KINDS = (Ata.AllegedViolation, Ata.ProspectiveViolation, Ata.NonApplication)

# Texts that the rules look at together; with more, they need more memory and are no faster.
_AT_ONCE = 100

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
    Ata.nonMember,
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


def infer(store: ox.Store, keep: Keep = lambda quad: quad) -> list[ox.Quad]:
    """Return the findings that follow from ``store``, as quads of the findings graph, sorted.

    Findings that the store already holds are not looked at, and the store stays as it is. ``keep``
    returns what counts of a quad: itself, the same with another object, or None.
    """
    return sorted(chain.from_iterable(infer_in_batches(store, keep)), key=str)


def infer_in_batches(store: ox.Store, keep: Keep = lambda quad: quad) -> Iterator[set[ox.Quad]]:
    """Yield the findings that ``infer`` returns, those of a hundred texts or so at a time.

    For a corpus of which all findings together need more memory than there is.
    """
    texts = text_graphs(store)
    if len(texts) <= _AT_ONCE:
        yield infer_from(facts_of(store, None, keep))
        return
    reference = list(facts_of(store, _all_graphs(store) - texts, keep))
    for batch in batches(store, _AT_ONCE):
        yield infer_from(chain(reference, facts_of(store, batch, keep)))


def examine(store: ox.Store, transfer: str, norm: str) -> list[ox.Quad]:
    """Return every test of a norm on a transfer, near at hand or not, as the rules come to it.

    ``transfer`` and ``norm`` are IRIs. What comes is as ``infer`` gives it, for the text of the
    transfer alone, with what others answer in it. Where the norm is not near, what would be a
    finding is of no class. Nothing comes of a transfer that nobody takes as actual or possible.
    """
    asked = ox.Quad(ox.NamedNode(transfer), ox.NamedNode(f"{NOTE}askedAbout"), ox.NamedNode(norm))
    graphs = surroundings(store, transfer)
    return sorted(infer_from(chain(facts_of(store, graphs), [asked])), key=str)


def surroundings(store: ox.Store, transfer: str) -> frozenset[str]:
    """Return the graphs on which findings on a transfer depend: all but those of other texts.

    Of other texts, those count that answer something of the text in which the transfer stands.
    """
    every = _all_graphs(store)
    reference = {graph for graph in every if not graph.startswith(TEXT_GRAPHS)}
    own = {graph_of(q) for q in store.quads_for_pattern(ox.NamedNode(transfer), None, None, None)}
    answering = {
        graph_of(reply)
        for graph in own
        for answered in store.quads_for_pattern(None, _TYPE, None, ox.NamedNode(graph))
        for reply in store.quads_for_pattern(None, _ANSWERS, answered.subject, None)
    }
    return frozenset(reference | own & every | answering)


def _all_graphs(store: ox.Store) -> frozenset[str]:
    return frozenset(graph.value for graph in store.named_graphs()) - {FINDINGS_GRAPH}


def infer_from(facts: Iterable[ox.Quad]) -> set[ox.Quad]:
    """Return the findings that follow from ``facts``, which all stand in the default graph."""
    return {
        ox.Quad(quad.subject, quad.predicate, quad.object, _FINDINGS)
        for quad in run_rules(facts, read_rules())
        if not quad.predicate.value.startswith(NOTE)
    }


def run_rules(facts: Iterable[ox.Quad], rules: Iterable[Rule]) -> set[ox.Quad]:
    """Return all that ``rules`` make of ``facts``, working notes too, in the default graph."""
    scratch = ox.Store()
    scratch.bulk_extend(facts)
    found: set[ox.Quad] = set()
    for rule in rules:
        triples = scratch.query(rule.query)
        assert isinstance(triples, ox.QueryTriples)  # noqa: S101  # a rule is a CONSTRUCT
        made = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
        scratch.extend(made)
        found.update(made)
    return found


def fact_of(quad: ox.Quad) -> ox.Quad | None:
    """Return ``quad`` as the rules read it, or None where no rule does."""
    is_read = quad.predicate.value in _PROPERTIES or (
        quad.predicate == _TYPE and word_of(quad.object) in _CLASSES
    )
    if not is_read or quad.graph_name == _FINDINGS:
        return None
    return ox.Quad(quad.subject, quad.predicate, quad.object)


def facts_of(
    store: ox.Store, graphs: frozenset[str] | None = None, keep: Keep = lambda quad: quad
) -> Iterator[ox.Quad]:
    """Yield what the rules read, without the graph; of ``graphs`` alone, where they are given.

    What the rules found before is left out.
    """
    patterns: list[tuple[ox.NamedNode, ox.NamedNode | None]]
    patterns = [(_TYPE, ox.NamedNode(iri)) for iri in _CLASSES]
    patterns += [(ox.NamedNode(iri), None) for iri in _PROPERTIES]
    within = [None] if graphs is None else [ox.NamedNode(each) for each in sorted(graphs)]
    for predicate, value in patterns:
        for graph in within:
            for quad in store.quads_for_pattern(None, predicate, value, graph):
                kept = None if quad.graph_name == _FINDINGS else keep(quad)
                if kept is not None:
                    yield ox.Quad(kept.subject, kept.predicate, kept.object)
