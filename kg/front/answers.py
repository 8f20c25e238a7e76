"""Whether the claims of other texts, to which claims reply, are there: what no text tells alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.errors import Problem
from kg.iris import claim_iri
from kg.marked import did_you_mean
from kg.model.annotated import AnnotatedText
from kg.quads.terms import RDF_TYPE
from kg.vocab import Ata

# Ids of texts begin with a day, so that any two are somewhat alike.
_ALIKE = 0.8
_TYPE = ox.NamedNode(RDF_TYPE)


def all_answers_lead_somewhere(store: ox.Store) -> bool:
    """Tell whether every proposition that another one answers is in ``store``."""
    return all(
        isinstance(quad.object, ox.NamedNode)
        and next(store.quads_for_pattern(quad.object, _TYPE, None, None), None) is not None
        for quad in store.quads_for_pattern(None, ox.NamedNode(Ata.answers), None, None)
    )


def check_answers(texts: Iterable[AnnotatedText], *, all_read: bool) -> list[Problem]:
    """Return a problem for each claim that answers one which no text has.

    ``all_read`` tells that there are no other texts than these; otherwise what is said to be in a
    text that is not among them is not judged.
    """
    read = tuple(texts)
    names = {text.text.id: {claim.name for claim in text.claims} for text in read}
    return [
        Problem(
            slug="unknown-answer",
            sentence=f"there is no claim {answered!r} to answer",
            place=text.places[claim_iri(text.text.id, claim.name)],
            hint=_hint(answered, names),
        )
        for text in read
        for claim in text.claims
        for answered in claim.answers
        if _is_missing(answered, names, all_read=all_read)
    ]


def _is_missing(answered: str, names: Mapping[str, set[str]], *, all_read: bool) -> bool:
    text, _, claim = answered.partition("/")
    return claim not in names[text] if text in names else all_read


def _hint(answered: str, names: Mapping[str, set[str]]) -> str | None:
    text, _, claim = answered.partition("/")
    if text not in names:
        return hint_text(text, names)
    return did_you_mean(claim, sorted(names[text])) or f"it has: {', '.join(sorted(names[text]))}"


def hint_text(text: str, known: Iterable[str]) -> str:
    """Say which text was meant, where one of ``known`` has an id much like ``text``."""
    close = did_you_mean(text, sorted(known), cutoff=_ALIKE)
    return close or "no text of that id is read here"
