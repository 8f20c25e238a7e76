"""Findings, as rows, with everything that a page beside them has to show."""

from __future__ import annotations

from kg.iris import id_of
from kg.queries.claims import Claims
from kg.queries.elements import Elements
from kg.queries.facts import Facts
from kg.queries.reasons import non_application, violation
from kg.queries.rows import FindingRow
from kg.vocab import Assumption, Ata, Reason, Role

KINDS = {
    Ata.AllegedViolation: "alleged-violation",
    Ata.ProspectiveViolation: "prospective-violation",
    Ata.NonApplication: "non-application",
}
_ORDER = tuple(KINDS.values())


def findings_of(facts: Facts, claims: Claims) -> tuple[FindingRow, ...]:
    """Return every finding: violations first, then by transfer, norm and actor."""
    elements = Elements(facts, claims)
    rows = [
        finding_of(facts, claims, elements, iri, kind)
        for cls, kind in KINDS.items()
        for iri in facts.instances(cls)
    ]
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                _ORDER.index(row.kind),
                row.transfer,
                row.norm,
                row.agent or "",
                row.id,
            ),
        )
    )


def finding_of(facts: Facts, claims: Claims, elements: Elements, iri: str, kind: str) -> FindingRow:
    """Return one finding, of the ``kind`` that it is known to be."""
    agent = facts.one(iri, Ata.agent)
    norm = facts.said(iri, Ata.norm)
    reasons = facts.ids(iri, Ata.reason)
    role = Role(facts.word(iri, Ata.role) or Role.SUPPLIER)
    name = claims.names.actor(agent) if agent else None
    citation = claims.names.citation(norm)
    if reasons:
        sentence = non_application(
            citation=citation, agent=name, role=role, reason=Reason(reasons[0])
        )
    else:
        sentence = violation(
            kind=kind,
            citation=citation,
            agent=name or "an actor not named",
            role=role,
            assumes=bool(facts.all(iri, Ata.assumes)),
            disputed=_disputed(facts, claims, iri, norm),
        )
    return FindingRow(
        id=id_of(iri),
        iri=iri,
        kind=kind,
        sentence=sentence,
        transfer=facts.said(iri, Ata.transfer),
        norm=id_of(norm),
        agent=id_of(agent) if agent else None,
        role=role.value,
        reasons=reasons,
        assumes=facts.ids(iri, Ata.assumes),
        elements=elements.of(iri),
        based_on=facts.all(iri, Ata.basedOn),
        contested_by=facts.all(iri, Ata.contestedBy),
        part_of_finding=facts.one(iri, Ata.partOfFinding),
        verification=facts.ids(iri, Ata.verification),
    )


def _disputed(facts: Facts, claims: Claims, finding: str, norm: str) -> str | None:
    """Return who holds and who rejects that the norm is in force, if the finding hangs on that."""
    if Assumption.PERIOD_DISPUTED not in facts.ids(finding, Ata.assumes):
        return None
    for period in facts.all(norm, Ata.inForce):
        if facts.all(period, Ata.heldBy):
            held = claims.names.actors(facts.all(period, Ata.heldBy))
            rejected = claims.names.actors(facts.all(period, Ata.rejectedBy))
            return f"{held} hold and {rejected} reject"
    return None
