"""Everything that a view shows of one build, in a few passes over the store."""

from __future__ import annotations

from hashlib import sha256

import pyoxigraph as ox

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.actors import actors_of
from kg.queries.claims import Claims
from kg.queries.facts import Facts
from kg.queries.findings import findings_of
from kg.queries.items import instruments_of, items_of
from kg.queries.norms import norms_of
from kg.queries.rows import FindingRow, NormRow, Picture, PropositionRow, SpeechActRow
from kg.queries.texts import texts_of


def select_picture(
    store: ox.Store, digest: str | None = None, restriction: Restriction = EVERYTHING
) -> Picture:
    """Return texts, actors, claims, norms and findings as sorted rows.

    ``digest`` names the build in what is drawn; without one it is taken over the rows themselves.
    """
    facts = Facts(store)
    claims = Claims(facts)
    propositions = claims.propositions()
    texts = texts_of(facts)
    actors = actors_of(facts, claims.names, (row.iri for row in propositions))
    speech_acts = claims.speech_acts()
    norms = norms_of(facts, claims.names)
    findings = findings_of(facts, claims)
    if digest is None:
        everything = repr((texts, actors, propositions, speech_acts, norms, findings))
        digest = sha256(everything.encode("utf-8", "surrogatepass")).hexdigest()
    return Picture(
        texts=texts,
        actors=actors,
        propositions=propositions,
        speech_acts=speech_acts,
        norms=norms,
        findings=findings,
        digest=digest,
        restriction=restriction,
        items=items_of(facts, claims.names),
        instruments=instruments_of(facts),
    )


def select_claims(store: ox.Store) -> tuple[tuple[PropositionRow, tuple[SpeechActRow, ...]], ...]:
    """Return what texts describe, each with every act of saying it, in the order of the texts."""
    claims = Claims(Facts(store))
    acts: dict[str, list[SpeechActRow]] = {}
    for act in claims.speech_acts():
        acts.setdefault(act.proposition, []).append(act)
    return tuple((row, tuple(acts.get(row.iri, ()))) for row in claims.propositions())


def select_norms(store: ox.Store) -> tuple[NormRow, ...]:
    """Return every norm, sorted by instrument and citation."""
    facts = Facts(store)
    return norms_of(facts, Claims(facts).names)


def select_findings(
    store: ox.Store,
    *,
    kind: str | None = None,
    actor: str | None = None,
    norm: str | None = None,
    text: str | None = None,
) -> tuple[FindingRow, ...]:
    """Return the findings, violations first; each argument given narrows them to its id."""
    facts = Facts(store)
    rows = findings_of(facts, Claims(facts))
    return tuple(
        row
        for row in rows
        if (kind is None or row.kind == kind)
        and (actor is None or row.agent == actor)
        and (norm is None or row.norm == norm)
        and (text is None or f"/id/text/{text}/" in row.transfer)
    )
