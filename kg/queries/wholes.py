"""What stands in the roles of a transfer: its own words, else those of the nearest whole."""

from __future__ import annotations

from kg.queries.facts import Facts
from kg.vocab import Ata

# The roles that rule 11-roles.rq takes from a whole, in the order in which people read them.
INHERITED = (
    Ata.supplier,
    Ata.recipient,
    Ata.party,
    Ata.via,
    Ata.item,
    Ata.purpose,
    Ata.destination,
)


class RoleValues:
    """Roles of transfers, as the rules see them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def source(self, iri: str, role: str) -> str | None:
        """Return the proposition whose words fill ``role``: ``iri`` itself or a whole of it."""
        seen: set[str] = set()
        at: str | None = iri
        while at is not None and at not in seen:
            if self._facts.all(at, role):
                return at
            seen.add(at)
            at = self._facts.one(at, Ata.partOf) if role in INHERITED else None
        return None

    def all(self, iri: str, role: str) -> tuple[str, ...]:
        """Return what fills ``role``, in ``iri``'s own words or in those of a whole."""
        source = self.source(iri, role)
        return self._facts.all(source, role) if source else ()

    def dated(self, iri: str) -> str | None:
        """Return ``iri`` itself or the nearest whole of it that gives any day, as rule 12-dates."""
        seen: set[str] = set()
        at: str | None = iri
        while at is not None and at not in seen:
            if self._facts.all(at, Ata.earliest) or self._facts.all(at, Ata.latest):
                return at
            seen.add(at)
            at = self._facts.one(at, Ata.partOf)
        return None

    def has_party_only(self, iri: str) -> bool:
        """Tell whether the words name parties without telling supplier from recipient."""
        ends = self.all(iri, Ata.supplier) + self.all(iri, Ata.recipient)
        return not ends and bool(self.all(iri, Ata.party))
