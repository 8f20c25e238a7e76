"""Whether the texts on which others rest are there, and none rests on itself by way of others."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import Problem
from kg.front.answers import hint_text
from kg.iris import resting_iri
from kg.model.annotated import AnnotatedText
from kg.quads.terms import PROV, RDF_TYPE
from kg.reference.circles import find_circles
from kg.vocab import Ata

_TYPE = ox.NamedNode(RDF_TYPE)


def all_origins_hold(store: ox.Store) -> bool:
    """Tell whether every document that another rests on is in ``store``, and there is no circle."""
    arrows: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(PROV + "entity"), None, None):
        derivation, other = quad.subject, quad.object
        if not isinstance(other, ox.NamedNode) or isinstance(derivation, ox.Triple):
            return False
        if not _is_document(store, other):
            return False
        link = ox.NamedNode(PROV + "qualifiedDerivation")
        for resting in store.quads_for_pattern(None, link, derivation, None):
            arrows.setdefault(str(resting.subject), []).append(str(other))
    return not find_circles(arrows)


def check_origins(texts: Iterable[AnnotatedText], *, all_read: bool) -> list[Problem]:
    """Return a problem for each text that rests on one that is not there, and for each circle.

    ``all_read`` tells that there are no other texts than these; otherwise a text that is not among
    them is not judged.
    """
    read = {text.text.id: text for text in texts}
    problems = [
        Problem(
            slug="unknown-text",
            sentence=f"there is no text {resting.text!r} to rest on",
            place=text.places[resting_iri(id_, resting.text)],
            hint=hint_text(resting.text, read),
        )
        for id_, text in read.items()
        for resting in text.document.rests_on
        if all_read and resting.text not in read
    ]
    arrows = {
        id_: [each.text for each in text.document.rests_on if each.text in read]
        for id_, text in read.items()
    }
    problems += [
        Problem(
            slug="circular-rests-on",
            sentence=f"{circle[0]} rests, by way of others, on itself",
            place=read[circle[0]].places[resting_iri(circle[0], circle[1])],
            hint=" → ".join(circle),
        )
        for circle in find_circles(arrows)
    ]
    return problems


def _is_document(store: ox.Store, node: ox.NamedNode) -> bool:
    kind = ox.NamedNode(Ata.Document)
    return next(store.quads_for_pattern(node, _TYPE, kind, None), None) is not None
