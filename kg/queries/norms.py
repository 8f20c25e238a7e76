"""Norms, as rows."""

from __future__ import annotations

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names
from kg.queries.rows import NormRow, PeriodRow
from kg.queries.wholes import RoleValues
from kg.vocab import Assumption, Ata

_SOURCE = "http://purl.org/dc/terms/source"
OPEN_END = "9999-12-31"


def norms_of(facts: Facts, names: Names) -> tuple[NormRow, ...]:
    """Return every norm, sorted by instrument and citation."""
    rows = [norm_of(facts, names, iri) for iri in facts.instances(Ata.Norm)]
    return tuple(sorted(rows, key=lambda row: (row.instrument, row.citation, row.id)))


def periods_of(facts: Facts, norm: str) -> tuple[PeriodRow, ...]:
    """Return the periods in which a norm is in force, in the order of time."""
    periods = []
    for period in facts.all(norm, Ata.inForce):
        until = facts.one(period, Ata.validUntil)
        periods.append(
            PeriodRow(
                since=facts.said(period, Ata.validFrom),
                until=None if until == OPEN_END else until,
                held_by=facts.ids(period, Ata.heldBy),
                rejected_by=facts.ids(period, Ata.rejectedBy),
            )
        )
    return tuple(sorted(periods, key=lambda period: (period.since, period.until or OPEN_END)))


def find_disputed_period(facts: Facts, roles: RoleValues, finding: str) -> str | None:
    """Return the period, which some hold and others reject, on which a finding hangs.

    All days on which the transfer may have taken place lie in that period, so the first of them
    does. None where the finding takes no disputed period as given.
    """
    if Assumption.PERIOD_DISPUTED not in facts.ids(finding, Ata.assumes):
        return None
    transfer = facts.said(finding, Ata.transfer)
    document = facts.said(facts.said(transfer, Ata.text), Ata.document)
    first = facts.said(roles.dated(transfer) or document, Ata.earliest)
    return next(
        (
            period
            for period in facts.all(facts.said(finding, Ata.norm), Ata.inForce)
            if facts.all(period, Ata.heldBy)
            and facts.said(period, Ata.validFrom) <= first < facts.said(period, Ata.validUntil)
        ),
        None,
    )


def norm_of(facts: Facts, names: Names, iri: str) -> NormRow:
    """Return one norm."""
    provision = facts.said(iri, Ata.statedIn)
    return NormRow(
        id=id_of(iri),
        iri=iri,
        instrument=facts.word(provision, Ata.instrument) or "",
        citation=names.citation(iri),
        rule=facts.said(iri, RDFS_LABEL),
        deontic=facts.word(iri, Ata.deontic) or "",
        role=facts.word(iri, Ata.role) or "",
        addressee=facts.ids(iri, Ata.addressee),
        counterparty=facts.ids(iri, Ata.counterparty),
        covers=facts.ids(iri, Ata.covers),
        excepts=facts.ids(iri, Ata.excepts),
        in_force=periods_of(facts, iri),
        territory=tuple(names.places([place]) for place in facts.all(iri, Ata.territory)),
        exemptible=facts.all(iri, Ata.exemptible),
        exempted_by=facts.ids(iri, Ata.exemptedBy),
        depends_on=facts.ids(iri, Ata.dependsOn),
        condition=facts.word(iri, Ata.condition),
        verification=facts.word(iri, Ata.verification) or "background",
        sources=facts.all(iri, _SOURCE),
        note=facts.one(iri, Ata.note),
    )
