"""What came out or changed, each as a row with a sentence and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.iris import actor_iri, id_of, norm_iri
from kg.queries.claims import Claims, negates
from kg.queries.facts import FactsNow
from kg.queries.finding_changes import ALLEGED, NOTHING, PROSPECTIVE, UNDECIDED, found_of, ways
from kg.queries.narrowing import NEAR_MISS
from kg.queries.rows import FindingRow, PropositionRow, SpeechActRow
from kg.queries.steps import Change, How, What
from kg.queries.words import place_of
from kg.vocab import Ata, Role, TextKind

_TITLE = "http://purl.org/dc/terms/title"
_ACTORS = {"supplier", "recipient", "party", "via", "agent", "against", "beneficiary"}
_FOUND = {
    NOTHING: "nothing",
    UNDECIDED: "what cannot be decided",
    PROSPECTIVE: "a prospective violation",
    ALLEGED: "an alleged violation",
}


class ChangeRows:
    """Makes the rows of one day from the graph as of that day."""

    def __init__(self, facts: FactsNow, claims: Claims) -> None:
        self._facts = facts
        self._claims = claims

    def of_text(self, graph: str) -> Iterator[Change]:
        """Yield a text that came out, then what it describes and who says it, as it reads."""
        for text in self._facts.instances_in(Ata.Text, graph):
            yield self._text(text)
        described = self._facts.instances_in(Ata.Proposition, graph)
        acts = [self._claims.act(iri) for iri in self._facts.instances_in(Ata.SpeechAct, graph)]
        acts.sort(key=lambda act: (place_of(act.words), act.iri))
        first = {act.proposition: at for at, act in reversed(list(enumerate(acts)))}
        for iri in sorted(described, key=lambda each: (first.get(each, len(acts)), each)):
            yield self.of_claim(iri, How.ADDED)
        for act in acts:
            yield self._said(act)

    def of_claim(self, iri: str, how: How) -> Change:
        """Return the row of a claim; one that changed answers a claim that was not out before."""
        row = self._claims.proposition(iri)
        answers = "it answers a claim of a text that is out from here on"
        return Change(
            what=What.CLAIM,
            how=how,
            id=iri,
            sentence=row.sentence,
            about=row.kind,
            ways=(answers,) if how is How.CHANGED else (),
            text=row.text,
            actors=_concerned(row),
            supplier=self._end(iri, Ata.supplier),
            recipient=self._end(iri, Ata.recipient),
        )

    def of_finding(self, before: FindingRow | None, after: FindingRow | None) -> Change:
        """Return the row of a finding that came, changed or fell away; one of both is given."""
        row = after or before
        assert row is not None  # noqa: S101  # a slip in this package alone
        how = How.CHANGED if before and after else How.ADDED if after else How.GONE
        return Change(
            what=What.FINDING,
            how=how,
            id=row.id,
            sentence=row.sentence,
            ways=ways(before, after, self._sentences) if before and after else (),
            before=found_of(before) if before else None,
            after=found_of(after) if after else None,
            text=id_of(self._facts.said(row.transfer, Ata.text)),
            norms=(row.norm,),
            actors=(row.agent,) if row.agent else (),
            acts=(*row.based_on, *row.contested_by),
            contested_by=self._sentences(row.contested_by),
            kept_apart=_is_kept_apart(before, after),
            supplier=self._end(row.transfer, Ata.supplier),
            recipient=self._end(row.transfer, Ata.recipient),
        )

    def of_standing(self, row: FindingRow, old: str, new: str) -> Change:
        """Return the row of a norm and an actor of which more or less is found than before."""
        names = self._claims.names
        who = f"{names.actor(actor_iri(row.agent or ''))} as {Role(row.role).label}"
        before = _FOUND[old] if old in {NOTHING, ALLEGED} else f"{_FOUND[old]} alone"
        return Change(
            what=What.STANDING,
            how=How.ADDED if old == NOTHING else How.GONE if new == NOTHING else How.CHANGED,
            id=f"{row.norm}/{row.agent}",
            sentence=f"Under {names.citation(norm_iri(row.norm))}, with {who}: {_FOUND[new]} "
            f"from here on; before, {before}",
            ways=(f"{old} → {new}",),
            before=old,
            after=new,
            norms=(row.norm,),
            actors=(row.agent or "",),
        )

    def _text(self, iri: str) -> Change:
        facts = self._facts
        document = facts.said(iri, Ata.document)
        kind = TextKind(facts.word(iri, Ata.textKind) or TextKind.VERBATIM)
        by = [Ata.issuedBy, Ata.releasedBy, Ata.publishedBy]
        return Change(
            what=What.TEXT,
            how=How.ADDED,
            id=id_of(iri),
            sentence=f"{facts.said(document, _TITLE)} ({kind.label})",
            text=id_of(iri),
            actors=tuple(sorted({each for role in by for each in facts.ids(document, role)})),
        )

    def _said(self, act: SpeechActRow) -> Change:
        row = self._claims.proposition(act.proposition)
        return Change(
            what=What.DENIED if negates(act.stance) else What.SAID,
            how=How.ADDED,
            id=act.iri,
            sentence=f"{_as_read(act)}: {row.sentence}",
            about=row.kind,
            text=act.text,
            actors=tuple(dict.fromkeys((*act.speaker, *act.addressee, *_concerned(row)))),
            supplier=self._end(act.proposition, Ata.supplier),
            recipient=self._end(act.proposition, Ata.recipient),
        )

    def _end(self, iri: str, role: str) -> tuple[str, ...]:
        """Return who is at one end of a transfer, or of those that a breach is about."""
        roles = self._claims.roles
        about = (iri, *self._facts.all(iri, Ata.concerns), *self._facts.all(iri, Ata.transfer))
        return tuple(sorted({id_of(end) for each in about for end in roles.all(each, role)}))

    def _sentences(self, acts: Iterable[str]) -> tuple[str, ...]:
        rows = [self._claims.act(iri) for iri in acts]
        return tuple(sorted({f"{_as_read(row)} [{row.text}]" for row in rows}))


def _concerned(row: PropositionRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.values(*_ACTORS)))


def _as_read(act: SpeechActRow) -> str:
    return f"{act.sentence} (on one reading)" if act.reading else act.sentence


def _is_kept_apart(before: FindingRow | None, after: FindingRow | None) -> bool:
    """Tell whether it is kept apart; what is found otherwise than before never is."""
    if before and after and found_of(before) != found_of(after):
        return False
    rows = [row for row in (before, after) if row]
    return all(row.kind == NEAR_MISS or row.rests_on_claimed_purpose for row in rows)
