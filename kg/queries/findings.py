"""Findings, as rows, with everything that a page beside them has to show."""

from __future__ import annotations

from collections.abc import Iterable

from kg.iris import id_of
from kg.queries.claims import Claims
from kg.queries.elements import Elements
from kg.queries.facts import Facts
from kg.queries.norms import find_disputed_period
from kg.queries.reasons import non_application, not_near, violation
from kg.queries.rows import ElementRow, FindingRow
from kg.vocab import Ata, Outcome, Reason, Role, Test

KINDS = {
    Ata.AllegedViolation: "alleged-violation",
    Ata.ProspectiveViolation: "prospective-violation",
    Ata.NonApplication: "non-application",
}
_ORDER = tuple(KINDS.values())
# What is asked about, and no finding: the norm is not near at hand.
NOT_NEAR = "not-near"


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


def tests_of(facts: Facts, claims: Claims, transfer: str, norm: str) -> tuple[FindingRow, ...]:
    """Return what stands for a transfer and a norm: findings, and ``not-near`` where there is none.

    ``facts`` hold what ``kg.inference.examine`` gives beside the graph.
    """
    elements = Elements(facts, claims)
    kinds = {iri: kind for cls, kind in KINDS.items() for iri in facts.instances(cls)}
    rows = [
        finding_of(facts, claims, elements, iri, kinds.get(iri, NOT_NEAR))
        for iri, norms in facts.subjects(Ata.norm).items()
        if norm in norms
        and facts.all(iri, Ata.element)
        and transfer in facts.all(iri, Ata.transfer)
    ]
    return tuple(sorted(rows, key=lambda row: (row.agent or "", row.id)))


def finding_of(facts: Facts, claims: Claims, elements: Elements, iri: str, kind: str) -> FindingRow:
    """Return one finding, of the ``kind`` that it is known to be."""
    agent = facts.one(iri, Ata.agent)
    norm = facts.said(iri, Ata.norm)
    reasons = facts.ids(iri, Ata.reason)
    role = Role(facts.word(iri, Ata.role) or Role.SUPPLIER)
    name = claims.names.actor(agent) if agent else None
    citation = claims.names.citation(norm)
    tests = elements.of(iri)
    if kind == NOT_NEAR:
        sentence = not_near(citation=citation, agent=name, role=role, failed=_not_passed(tests))
    elif reasons:
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
            disputed=_disputed(facts, claims, iri),
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
        elements=tests,
        based_on=facts.all(iri, Ata.basedOn),
        contested_by=facts.all(iri, Ata.contestedBy),
        part_of_finding=facts.one(iri, Ata.partOfFinding),
        verification=facts.ids(iri, Ata.verification),
    )


def _not_passed(tests: Iterable[ElementRow]) -> list[str]:
    return [
        f"{Test(test.test).label} {Outcome(test.outcome).label}"
        for test in tests
        if test.outcome not in {Outcome.MET, Outcome.CONTESTED}
    ]


def _disputed(facts: Facts, claims: Claims, finding: str) -> str | None:
    """Return who holds and who rejects that the norm is in force, if the finding hangs on that."""
    period = find_disputed_period(facts, claims.roles, finding)
    if period is None:
        return None
    held = claims.names.actors(facts.all(period, Ata.heldBy))
    rejected = claims.names.actors(facts.all(period, Ata.rejectedBy))
    return f"{held} hold and {rejected} reject"
