"""A withdrawal rehearsed: what a build without some texts would lack, without building it.

Findings on a transfer depend on the text in which it is claimed, on the replies of other texts to
that text, and on the reference data. So it is enough to look at the texts withdrawn, at those to
which they reply, and at whoever replies to these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.inference import restrict
from kg.inference.batches import text_graphs
from kg.iris import (
    FINDINGS_GRAPH,
    actor_iri,
    document_iri,
    id_of,
    text_graph,
)
from kg.model.restriction import Restriction
from kg.quads.terms import PROV, RDF_TYPE
from kg.queries import select_picture
from kg.queries.excerpts import copy_graphs
from kg.queries.known import ParameterKind, check_values
from kg.queries.rows import Picture
from kg.queries.withdrawal import Withdrawal, compare
from kg.vocab import Ata

if TYPE_CHECKING:
    from kg.front.graph import Graph

_ENTITY = ox.NamedNode(PROV + "entity")
_ANSWERS = ox.NamedNode(Ata.answers)


def rehearse_withdrawal(
    graph: Graph,
    texts: Iterable[str] = (),
    *,
    with_resting: bool = False,
    issuers: Iterable[str] = (),
) -> Withdrawal:
    """Return what is lost without ``texts`` and without all that ``issuers`` issue, alone or not.

    ``with_resting`` withdraws what rests on them too. Raises KgError for ids that the graph does
    not have.
    """
    store = graph.store
    withdrawn = _named(store, texts, issuers)
    if with_resting:
        withdrawn = _with_resting(store, withdrawn)
    touched = withdrawn | _answered_by(store, withdrawn)
    near = touched | _answering(store, touched) | _resting_on(store, withdrawn)
    part = _part(store, near, touched)
    before = select_picture(part)
    after = select_picture(restrict(part, Restriction(without=frozenset(withdrawn))))
    return compare(_findings_of(before, touched), _findings_of(after, touched))


def _named(store: ox.Store, texts: Iterable[str], issuers: Iterable[str]) -> set[str]:
    problems: list[Problem] = []
    found, actors = set(texts), sorted(set(issuers))
    check_values(
        store,
        [
            *((ParameterKind.TEXT, each, "text") for each in sorted(found)),
            *((ParameterKind.ACTOR, each, "actor") for each in actors),
        ],
    )
    for actor in actors:
        issued = ox.NamedNode(actor_iri(actor))
        theirs = {
            _text_of(quad)
            for quad in store.quads_for_pattern(None, ox.NamedNode(Ata.issuedBy), issued, None)
        }
        if not theirs:
            sentence = f"{actor} has issued no text of this graph"
            hint = "kg ask who-issued lists who issued which; --according-to is about speakers"
            problems.append(Problem(slug="issued-nothing", sentence=sentence, hint=hint))
        found |= theirs
    if problems:
        raise KgError(problems)
    return found


def _with_resting(store: ox.Store, texts: set[str]) -> set[str]:
    while more := _resting_on(store, texts) - texts:
        texts = texts | more
    return texts


def _resting_on(store: ox.Store, texts: Iterable[str]) -> set[str]:
    return {
        _text_of(quad)
        for text in texts
        for quad in store.quads_for_pattern(None, _ENTITY, ox.NamedNode(document_iri(text)), None)
    }


def _answered_by(store: ox.Store, texts: Iterable[str]) -> set[str]:
    """Return the texts to whose claims those of ``texts`` reply."""
    return {
        _text_of(claim)
        for text in texts
        for quad in store.quads_for_pattern(None, _ANSWERS, None, ox.NamedNode(text_graph(text)))
        if isinstance(quad.object, ox.NamedNode)
        for claim in _described(store, quad.object, None)
    }


def _answering(store: ox.Store, texts: Iterable[str]) -> set[str]:
    """Return the texts that reply to claims of ``texts``."""
    return {
        _text_of(reply)
        for text in texts
        for claim in _described(store, None, ox.NamedNode(text_graph(text)))
        for reply in store.quads_for_pattern(None, _ANSWERS, claim.subject, None)
    }


def _described(
    store: ox.Store, claim: ox.NamedNode | None, graph: ox.NamedNode | None
) -> Iterator[ox.Quad]:
    return iter(
        store.quads_for_pattern(claim, ox.NamedNode(RDF_TYPE), ox.NamedNode(Ata.Proposition), graph)
    )


def _text_of(quad: ox.Quad) -> str:
    """Return the text in whose graph a quad stands."""
    assert isinstance(quad.graph_name, ox.NamedNode)  # noqa: S101  # a build has no other graphs
    return id_of(quad.graph_name.value)


def _part(store: ox.Store, texts: Iterable[str], touched: Iterable[str]) -> ox.Store:
    """Return the reference data and ``texts``, with the findings on transfers of ``touched``."""
    every = {graph.value for graph in store.named_graphs()} - {FINDINGS_GRAPH}
    graphs = every - text_graphs(store) | set(map(text_graph, texts))
    return copy_graphs(store, graphs, map(text_graph, touched))


def _findings_of(picture: Picture, texts: set[str]) -> Picture:
    own = {row.iri for row in picture.propositions if row.text in texts}
    return replace(picture, findings=tuple(row for row in picture.findings if row.transfer in own))
