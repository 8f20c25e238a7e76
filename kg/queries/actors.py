"""Actors and groupings, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import Names
from kg.queries.norms import OPEN_END
from kg.queries.organs import organ_links
from kg.queries.rows import ActorRow, OrganRow
from kg.vocab import Ata

_ALIASES = "http://www.w3.org/2004/02/skos/core#altLabel"
_KINDS = {
    Ata.State: "state",
    Ata.Organization: "organization",
    Ata.NonStateGroup: "non-state-group",
    Ata.Person: "person",
    Ata.Vessel: "vessel",
    Ata.Grouping: "grouping",
}

# What leads from a text or a norm to an actor. Actors that nothing leads to are left out: the
# reference data know many more than any text names.
_LEADING = (
    Ata.addressee,
    Ata.against,
    Ata.beneficiary,
    Ata.counterparty,
    Ata.creditedTo,
    Ata.issuedBy,
    Ata.names,
    Ata.party,
    Ata.publishedBy,
    Ata.recipient,
    Ata.releasedBy,
    Ata.speaker,
    Ata.supplier,
    Ata.via,
)


def actors_of(facts: Facts, names: Names, propositions: Iterable[str]) -> tuple[ActorRow, ...]:
    """Return the actors that texts and norms speak of, sorted by id.

    ``propositions`` are those that texts describe; whoever acts in one is among the actors.
    """
    iris = {iri for role in _LEADING for values in facts.subjects(role).values() for iri in values}
    iris.update(iri for each in propositions for iri in facts.all(each, Ata.agent))
    return actor_rows(facts, names, iris)


def actor_rows(facts: Facts, names: Names, iris: Iterable[str]) -> tuple[ActorRow, ...]:
    """Return the actors of these IRIs, each named once, sorted by id."""
    kinds = {iri: word for kind, word in _KINDS.items() for iri in facts.instances(kind)}
    organs = _organs(facts, names)
    rows = [
        ActorRow(
            id=id_of(iri),
            iri=iri,
            kind=kinds.get(iri, "organization"),
            name=names.actor(iri),
            aliases=facts.all(iri, _ALIASES),
            verification=facts.word(iri, Ata.verification) or "background",
            organ_of=tuple(organs.get(iri, ())),
        )
        for iri in iris
    ]
    return tuple(sorted(rows, key=lambda row: row.id))


def _organs(facts: Facts, names: Names) -> Mapping[str, list[OrganRow]]:
    """Return the states of which each organization is recorded as an organ, by its IRI."""
    found: dict[str, list[OrganRow]] = {}
    for link in organ_links(facts):
        row = OrganRow(
            state=names.actor(link.state),
            since=link.since or None,
            until=None if link.until == OPEN_END else link.until or None,
            verification=id_of(link.mark) or "background",
        )
        found.setdefault(link.organ, []).append(row)
    return found
