"""What is missing, and which findings ask for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.iris import actor_iri, norm_iri
from kg.queries.facts import Facts
from kg.queries.gap_rows import Missing
from kg.queries.norms import find_disputed_period
from kg.queries.rows import FindingRow, Picture
from kg.queries.suppositions import Candidates
from kg.queries.wholes import RoleValues
from kg.vocab import Ata, Outcome, Reason, Role, Test

# What a part takes from its whole, for each thing that may be missing from both.
_SAID_IN: Mapping[Missing, tuple[str, ...]] = {
    Missing.DIRECTION: (Ata.party, Ata.supplier, Ata.recipient),
    Missing.SUPPLIER: (Ata.supplier,),
    Missing.RECIPIENT: (Ata.recipient,),
    Missing.ITEM: (Ata.item,),
    Missing.DATE: (Ata.earliest, Ata.latest),
    Missing.PLACE: (Ata.destination,),
    Missing.DETERMINATION: (Ata.purpose,),
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Question:
    """What is missing, and from what.

    ``about`` holds IRIs: of a transfer; of an actor and a grouping; or of the disputed periods.
    """

    missing: Missing
    about: tuple[str, ...]


class Questions:
    """Finds what the findings of a picture ask for."""

    def __init__(self, picture: Picture, facts: Facts, candidates: Candidates) -> None:
        self._findings = picture.findings
        self._facts = facts
        self._candidates = candidates
        self._roles = RoleValues(facts)
        self._disputed = _disputed(facts)
        self._groupings = {
            each for values in facts.subjects(Ata.grouping).values() for each in values
        }

    def asked(self) -> Mapping[Question, list[FindingRow]]:
        """Return each question with the findings that ask it, in a stable order."""
        missing = {row.id: tuple(self._missing_from(row)) for row in self._findings}
        from_both: dict[tuple[str, str], set[Missing]] = defaultdict(set)
        for row in self._findings:
            from_both[row.transfer, row.norm].update(missing[row.id])
        found: dict[Question, list[FindingRow]] = defaultdict(list)
        for row in self._findings:
            for each in missing[row.id]:
                said_in = self._said_in(row, each, from_both)
                found[Question(missing=each, about=(said_in,))].append(row)
            for about in self._records(row):
                found[Question(missing=Missing.MEMBERSHIP, about=about)].append(row)
            for about in self._disputes(row):
                found[Question(missing=Missing.PERIOD, about=about)].append(row)
        return dict(sorted(found.items()))

    def _missing_from(self, row: FindingRow) -> Iterator[Missing]:
        if not row.is_undecided:
            return
        undecided = {each.test for each in row.elements if each.outcome == Outcome.UNDECIDED}
        if Reason.DIRECTION_UNSPECIFIED in row.reasons:
            yield Missing.DIRECTION
        elif row.agent is None:
            yield Missing.SUPPLIER if row.role == Role.SUPPLIER else Missing.RECIPIENT
        if Test.ITEM in undecided:
            yield Missing.ITEM
        if Test.TERRITORY in undecided:
            yield Missing.PLACE
        if Test.CONDITION in undecided:
            yield Missing.DETERMINATION
        if self._candidates.breaks(row):
            yield Missing.DATE

    def _said_in(
        self, row: FindingRow, missing: Missing, asked: Mapping[tuple[str, str], set[Missing]]
    ) -> str:
        """Return the transfer whose words say too little: the whole's, where a part takes them.

        A whole of which the same norm does not ask the same is left alone.
        """
        at = row.transfer
        while not any(self._facts.all(at, role) for role in _SAID_IN[missing]):
            whole = self._facts.one(at, Ata.partOf)
            if whole is None or missing not in asked.get((whole, row.norm), ()):
                break
            at = whole
        return at

    def _records(self, row: FindingRow) -> Iterator[tuple[str, ...]]:
        if row.agent is not None and Reason.ACTOR_NOT_BOUND in row.reasons:
            for addressee in self._facts.all(norm_iri(row.norm), Ata.addressee):
                if addressee in self._groupings:
                    yield actor_iri(row.agent), addressee

    def _disputes(self, row: FindingRow) -> Iterator[tuple[str, ...]]:
        """Yield the periods that are in the same dispute as that on which the finding hangs."""
        period = find_disputed_period(self._facts, self._roles, row.iri)
        yield from (each for each in self._disputed if period in each)


def _disputed(facts: Facts) -> list[tuple[str, ...]]:
    """Return periods of one beginning that the same actors hold and reject: one dispute each."""
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for period in sorted(facts.subjects(Ata.heldBy)):
        key = tuple(facts.all(period, each) for each in (Ata.validFrom, Ata.heldBy, Ata.rejectedBy))
        found[key].append(period)
    return [tuple(each) for each in found.values()]
