"""What could be recorded, or said, of who is among those whom a norm binds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from kg.inference.supposing import Supposition
from kg.iris import id_of
from kg.queries.candidates import ROLES, SUPPOSED, Candidate, instead, triple
from kg.queries.claims import Claims
from kg.queries.facts import Facts
from kg.queries.rows import FindingRow
from kg.vocab import Ata, Role

_DAY = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_ALWAYS = ((Ata.validFrom, "0001-01-01"), (Ata.validUntil, "9999-12-31"))


class Records:
    """Supposes actors of whom it is recorded that they are in a grouping, or outside."""

    def __init__(self, facts: Facts, claims: Claims) -> None:
        self._facts = facts
        self._claims = claims
        self._groupings = {
            each for values in facts.subjects(Ata.grouping).values() for each in values
        }

    def memberships(
        self, actor: str, grouping: str, asking: Sequence[FindingRow]
    ) -> list[Candidate]:
        """Return the two records that could be: that the actor is in the grouping, or outside."""
        found = []
        for inside in (True, False):
            double = f"{SUPPOSED}{'in' if inside else 'out'}/{actor}/{grouping}"
            beside = (*self._standing_of(actor, double), *_record(double, [grouping], inside))
            words = "among" if inside else "outside"
            found.append(
                Candidate(
                    words=f"{words} {self._claims.names.actor(grouping)} at that time",
                    value="member" if inside else "outside",
                    suppositions=tuple(
                        Supposition(
                            transfer=row.transfer,
                            instead={
                                ROLES[Role(row.role)]: self._with(row, actor, double),
                            },
                            beside=beside,
                            alone=True,
                        )
                        for row in asking
                    ),
                    stands_for={double: actor},
                )
            )
        return found

    def _with(self, row: FindingRow, actor: str, double: str) -> tuple[ox.NamedNode, ...]:
        named = self._claims.roles.all(row.transfer, ROLES[Role(row.role)])
        return tuple(ox.NamedNode(double if each == actor else each) for each in named)

    def _standing_of(self, actor: str, double: str) -> Iterator[ox.Quad]:
        """Yield all that is recorded of ``actor``, of one who is like it in all of that."""
        for predicate in (
            Ata.member,
            Ata.nonMember,
            Ata.addressee,
            Ata.counterparty,
            Ata.exemptedBy,
            Ata.territoryOf,
        ):
            for subject, values in self._facts.subjects(predicate).items():
                if actor in values:
                    yield triple(subject, predicate, double)

    def actors(self, transfer: str, role: str, norms: Sequence[str]) -> Iterator[Candidate]:
        """Yield who could be named in a role: those whom the norms bind, and one outside."""
        names = self._claims.names
        bound = sorted({actor for norm in norms for actor in self._facts.all(norm, Ata.addressee)})
        groupings = [each for each in bound if each in self._groupings]
        for actor in bound:
            if actor not in groupings:
                yield Candidate(
                    words=names.actor(actor),
                    value=id_of(actor),
                    suppositions=(instead(transfer, role, [actor]),),
                )
        sets = [[each] for each in groupings] + ([groupings] if len(groupings) > 1 else [])
        for inside, each in [(True, each) for each in sets] + [(False, groupings)] * bool(
            groupings
        ):
            words = "among" if inside else "outside"
            called = f"an actor recorded {words} {names.actors(each)} at that time"
            somebody = f"{SUPPOSED}{'in' if inside else 'out'}/{'/'.join(each)}"
            yield Candidate(
                words=called,
                value=f"{'member-of' if inside else 'outside'}:" + ",".join(map(id_of, each)),
                suppositions=(
                    instead(transfer, role, [somebody], tuple(_record(somebody, each, inside))),
                ),
                called={somebody: called},
            )


def _record(actor: str, groupings: Iterable[str], inside: bool) -> Iterator[ox.Quad]:  # noqa: FBT001  # which of two records
    for number, grouping in enumerate(groupings):
        record = f"{actor}/record/{number}"
        yield triple(record, Ata.member if inside else Ata.nonMember, actor)
        yield triple(record, Ata.grouping, grouping)
        for bound, day in _ALWAYS:
            yield ox.Quad(ox.NamedNode(record), ox.NamedNode(bound), ox.Literal(day, datatype=_DAY))
