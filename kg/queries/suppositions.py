"""What could be said where a claim says too little: the answers that the rules can tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import pyoxigraph as ox

from kg.inference.supposing import Supposition
from kg.iris import id_of, norm_iri
from kg.queries.candidates import SUPPOSED, Candidate, instead, nodes, triple
from kg.queries.claims import Claims
from kg.queries.facts import Facts
from kg.queries.gap_rows import Missing
from kg.queries.rows import FindingRow
from kg.queries.supposed_records import Records
from kg.vocab import Ata, Stance

_BROADER = "http://www.w3.org/2004/02/skos/core#broaderTransitive"
_DAY = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_FIRST, _LAST, _OPEN = "0001-01-01", "9999-12-30", "9999-12-31"


class Candidates:
    """The answers to what is missing from a transfer, for the findings that hang on it."""

    def __init__(self, facts: Facts, claims: Claims, days: Mapping[str, tuple[str, str]]) -> None:
        self._facts = facts
        self._claims = claims
        self._days = days
        self._records = Records(facts, claims)

    def of(self, missing: Missing, transfer: str, asking: Sequence[FindingRow]) -> list[Candidate]:
        """Return the answers that the norms of ``asking`` distinguish, in a stable order."""
        norms = sorted({norm_iri(row.norm) for row in asking})
        match missing:
            case Missing.ITEM:
                return list(self._items(transfer, norms))
            case Missing.DATE:
                return list(self._dates(transfer, asking))
            case Missing.PLACE:
                return list(self._places(transfer, norms))
            case Missing.DIRECTION:
                return list(self._directions(transfer))
            case Missing.SUPPLIER | Missing.RECIPIENT:
                role = Ata.supplier if missing is Missing.SUPPLIER else Ata.recipient
                return list(self._records.actors(transfer, role, norms))
            case Missing.DETERMINATION:
                return list(self._determinations(transfer, norms))
            case Missing.MEMBERSHIP | Missing.PERIOD:
                raise ValueError("these are missing from records, and from no claim")

    def breaks(self, row: FindingRow) -> set[str]:
        """Return the days, among those that the claim leaves open, on which something changes."""
        facts, norm = self._facts, norm_iri(row.norm)
        if row.transfer not in self._days:
            return set()
        ends = list(facts.all(norm, Ata.inForce))
        named = {*facts.all(norm, Ata.addressee), *facts.all(norm, Ata.counterparty)}
        ends += [
            record
            for kind in (Ata.member, Ata.nonMember)
            for record, actors in facts.subjects(kind).items()
            if named.intersection(facts.all(record, Ata.grouping))
            and self._ends(row.transfer).intersection(actors)
        ]
        found = {
            day
            for each in ends
            for bound in (Ata.validFrom, Ata.validUntil)
            for day in facts.all(each, bound)
        }
        found.update(facts.all(norm, Ata.exceptsUntil))
        first, last = self._days[row.transfer]
        return {day for day in found if first < day <= last and day != _OPEN}

    def _ends(self, transfer: str) -> set[str]:
        return {
            actor
            for role in (Ata.supplier, Ata.recipient, Ata.via)
            for actor in self._claims.roles.all(transfer, role)
        }

    def _items(self, transfer: str, norms: Iterable[str]) -> Iterator[Candidate]:
        facts, named = self._facts, self._claims.roles.all(transfer, Ata.item)
        above = facts.subjects(_BROADER)
        told_apart = {
            item
            for norm in norms
            for predicate in (Ata.covers, Ata.excepts)
            for item in facts.all(norm, predicate)
            if not named or any(each != item and each in above.get(item, ()) for each in named)
        }
        wide = [
            each
            for each in named
            if any(each != item and each in above.get(item, ()) for item in told_apart)
        ]
        for item in sorted(told_apart, key=self._claims.names.concept):
            kept = [each for each in named if each == item or each not in above.get(item, ())]
            yield Candidate(
                words=self._claims.names.items([item]),
                value=id_of(item),
                suppositions=(instead(transfer, Ata.item, [*kept, item]),),
            )
        if not told_apart:
            return
        kept = [each for each in named if each not in wide]
        # Whatever all items are said to be, something else is as well.
        tops = frozenset.intersection(*(frozenset(each) for each in above.values()))
        other = {
            f"{SUPPOSED}other/{number}/{transfer}": above[each] if each else sorted(tops)
            for number, each in enumerate(wide or [""])
        }
        beside = tuple(
            triple(item, _BROADER, wider)
            for item, wideners in other.items()
            for wider in (item, *wideners)
        )
        yield Candidate(
            words="something else, which none of these norms names",
            value="none-of-these",
            suppositions=(instead(transfer, Ata.item, [*kept, *other], beside),),
        )

    def _dates(self, transfer: str, asking: Sequence[FindingRow]) -> Iterator[Candidate]:
        days = sorted({day for row in asking for day in self.breaks(row)})
        first, last = self._days[transfer]
        starts = [first, *(day for day in days if first < day <= last)]
        for at, start in enumerate(starts):
            end = _day_before(starts[at + 1]) if at + 1 < len(starts) else last
            yield Candidate(
                words=_between(start, end, is_first=at == 0, is_last=at + 1 == len(starts)),
                value=f"{'' if start == _FIRST else start}/{'' if end == _LAST else end}",
                suppositions=(
                    Supposition(
                        transfer=transfer,
                        instead={
                            Ata.earliest: _days(start, _FIRST),
                            Ata.latest: _days(end, _LAST),
                        },
                    ),
                ),
            )

    def _places(self, transfer: str, norms: Iterable[str]) -> Iterator[Candidate]:
        facts, names = self._facts, self._claims.names
        said = self._claims.roles.all(transfer, Ata.destination)
        asked = sorted({place for norm in norms for place in facts.all(norm, Ata.territory)})
        wide = [
            each for each in said if any(each in facts.all(place, Ata.within) for place in asked)
        ]
        kept = [each for each in said if each not in wide]
        for place in asked:
            yield Candidate(
                words=names.place(place),
                value=id_of(place),
                suppositions=(instead(transfer, Ata.destination, [*kept, place]),),
            )
        other = f"{SUPPOSED}elsewhere/{transfer}"
        around = [wider for each in wide for wider in facts.all(each, Ata.within)]
        beside = tuple(triple(other, Ata.within, each) for each in (other, *around))
        within = f" in {names.places(wide, 'or')}" if wide else ""
        yield Candidate(
            words=f"a place{within} outside {names.places(asked, 'or')}",
            value="elsewhere",
            suppositions=(instead(transfer, Ata.destination, [*kept, other], beside),),
        )

    def _directions(self, transfer: str) -> Iterator[Candidate]:
        parties, names = self._claims.roles.all(transfer, Ata.party), self._claims.names
        for each in parties:
            others = [other for other in parties if other != each]
            them = names.actors(others) if others else "somebody else"
            ways = [(f"from {names.actor(each)} to {them}", [each], others)]
            if len(others) != 1:
                ways.append((f"from {them} to {names.actor(each)}", others, [each]))
            for words, suppliers, recipients in ways:
                yield Candidate(
                    words=words,
                    value=words,
                    suppositions=(
                        Supposition(
                            transfer=transfer,
                            instead={
                                Ata.supplier: nodes(suppliers),
                                Ata.recipient: nodes(recipients),
                                Ata.party: (),
                            },
                        ),
                    ),
                )

    def _determinations(self, transfer: str, norms: Iterable[str]) -> Iterator[Candidate]:
        asked = sorted({each for norm in norms for each in self._facts.all(norm, Ata.condition)})
        for condition in asked:
            purpose = f"{SUPPOSED}purpose/{condition}"
            said = f"{purpose}/said"
            others = self._claims.roles.all(transfer, Ata.purpose)
            yield Candidate(
                words=self._claims.names.concept(condition),
                value=id_of(condition),
                suppositions=(
                    instead(
                        transfer,
                        Ata.purpose,
                        [*others, purpose],
                        (
                            triple(purpose, Ata.kind, condition),
                            triple(said, Ata.content, purpose),
                            triple(said, Ata.stance, Stance.ASSERTS.iri),
                        ),
                    ),
                ),
            )


def _days(day: str, open_end: str) -> tuple[ox.Literal, ...]:
    return () if day == open_end else (ox.Literal(day, datatype=_DAY),)


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _between(start: str, end: str, *, is_first: bool, is_last: bool) -> str:
    if start == end:
        return start
    if is_first:
        return f"{end} or before"
    return f"{start} or after" if is_last else f"from {start} to {end}"
