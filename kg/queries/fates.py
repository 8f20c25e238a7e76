"""What stands of a norm and an actor, and what would stand if a claim said more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.inference.supposing import Result
from kg.iris import actor_iri, id_of
from kg.queries.candidates import Candidate
from kg.queries.claims import Claims
from kg.queries.gap_rows import Effect, Fate, Hanging
from kg.queries.reasons import non_application
from kg.queries.rows import OPEN_REASONS, FindingRow, Picture
from kg.vocab import Assumption, Reason, Role

_STRONGEST = (Fate.APPLIES, Fate.OPEN, Fate.DOES_NOT_APPLY)


class Fates:
    """The findings of a picture, to be put beside what the rules would find."""

    def __init__(self, picture: Picture, claims: Claims) -> None:
        self._names = claims.names
        self._propositions = {row.iri: row for row in picture.propositions}
        self._norms = {row.id: row for row in picture.norms}
        self._on: dict[str, list[FindingRow]] = defaultdict(list)
        for row in picture.findings:
            self._on[row.transfer].append(row)
        self._parts: dict[str, list[str]] = defaultdict(list)
        for each in picture.propositions:
            if each.part_of:
                self._parts[each.part_of].append(each.iri)

    def on(self, transfer: str, *, alone: bool) -> list[FindingRow]:
        """Return the findings on a transfer and, unless it is looked at ``alone``, on its parts."""
        found, ahead = list[FindingRow](), [transfer]
        while ahead:
            at = ahead.pop()
            found.extend(self._on[at])
            if not alone:
                ahead.extend(self._parts[at])
        return found

    def standing(self, row: FindingRow) -> Hanging:
        """Return how a finding stands now."""
        transfer = self._propositions[row.transfer]
        reason = next(iter(row.reasons), None)
        return Hanging(
            finding=row.id,
            text=transfer.text,
            claim=transfer.name,
            norm=row.norm,
            citation=self._norms[row.norm].citation,
            actor=row.agent,
            role=row.role,
            fate=fate_of(reason),
            reason=reason,
            sentence=row.sentence,
            counted=row.part_of_finding is None,
        )

    def compare(
        self, rows: Iterable[FindingRow], results: Iterable[Result], candidate: Candidate
    ) -> tuple[list[tuple[FindingRow, Effect]], list[Effect]]:
        """Return what becomes of each of ``rows``, and what is found besides.

        ``results`` are on the transfers of ``rows``. Where nobody is in the role now, whoever
        would be found in it takes the place; of several, one to whom the norm would apply.
        """
        near: dict[tuple[str, str], list[Result]] = defaultdict(list)
        for result in results:
            near[result.transfer, id_of(result.norm)].append(result)
        become, taken = list[tuple[FindingRow, Effect]](), set[Result]()
        for row in rows:
            mine = [
                each
                for each in near[row.transfer, row.norm]
                if row.agent in {None, id_of(candidate.stands_for.get(each.agent, each.agent))}
            ]
            mine.sort(key=lambda each: (_STRONGEST.index(fate_of(_reason(each))), each))
            taken.update(mine[:1])
            become.append((row, self._effect(row, next(iter(mine), None), candidate)))
        new = [
            self._found(None, each, candidate)
            for several in near.values()
            for each in several
            if each not in taken
        ]
        return become, new

    def _effect(self, row: FindingRow, result: Result | None, candidate: Candidate) -> Effect:
        if result is not None:
            return self._found(row.id, result, candidate)
        transfer, norm = self._propositions[row.transfer], self._norms[row.norm]
        return Effect(
            finding=row.id,
            text=transfer.text,
            claim=transfer.name,
            norm=norm.id,
            citation=norm.citation,
            whom=self._names.actor(actor_iri(row.agent)) if row.agent else "nobody",
            role=row.role,
            becomes=Fate.NOT_NEAR,
            reason=None,
            assumes=(),
            sentence=f"{norm.citation} would be no norm near at hand",
        )

    def _found(self, finding: str | None, result: Result, candidate: Candidate) -> Effect:
        transfer, norm = self._propositions[result.transfer], self._norms[id_of(result.norm)]
        agent = candidate.stands_for.get(result.agent, result.agent)
        whom = candidate.called.get(agent) or (self._names.actor(agent) if agent else None)
        reason, role = _reason(result), Role(norm.role)
        assumes = tuple(id_of(each) for each in result.assumes)
        if reason is None:
            sentence = (
                f"{norm.citation} would be found to apply to {whom or 'nobody'} as {role.label}, "
                f"if the claim and this answer are true{_given(assumes)}"
            )
        else:
            sentence = non_application(
                citation=norm.citation, agent=whom, role=role, reason=Reason(reason)
            )
        return Effect(
            finding=finding,
            text=transfer.text,
            claim=transfer.name,
            norm=norm.id,
            citation=norm.citation,
            whom=whom or "nobody",
            role=norm.role,
            becomes=fate_of(reason),
            reason=reason,
            assumes=assumes,
            sentence=sentence,
        )


def fate_of(reason: str | None) -> Fate:
    """Return what a finding says that has this reason, None where the norm is found to apply."""
    if reason is None:
        return Fate.APPLIES
    return Fate.OPEN if reason in OPEN_REASONS else Fate.DOES_NOT_APPLY


def _given(assumes: tuple[str, ...]) -> str:
    """Return what is taken as given besides."""
    labels = "; ".join(Assumption(each).label for each in assumes)
    return f", and what is taken as given holds ({labels})" if labels else ""


def _reason(result: Result) -> str | None:
    return id_of(result.reason) if result.reason else None
