"""The tests of a finding, as rows: what the words give, what the norm asks, how it came out."""

from __future__ import annotations

from kg.iris import actor_iri
from kg.queries.claims import Claims, negates
from kg.queries.facts import Facts
from kg.queries.names import listed
from kg.queries.norms import periods_of
from kg.queries.rows import ElementRow, PeriodRow
from kg.queries.texts import date_of
from kg.vocab import MEANINGS, Ata, Outcome, Reason, Role, Test

_ROLES = {
    Role.SUPPLIER: Ata.supplier,
    Role.RECIPIENT: Ata.recipient,
    Role.INTERMEDIARY: Ata.via,
}
_ORDER = tuple(Test)
# What ata:transfer leads from.
_OF_TRANSFERS = (
    Ata.AllegedViolation,
    Ata.ProspectiveViolation,
    Ata.NonApplication,
    Ata.Exemption,
)


class Elements:
    """Says each test of a finding in a sentence for either side."""

    def __init__(self, facts: Facts, claims: Claims) -> None:
        self._facts = facts
        self._claims = claims
        self._names = claims.names

    def of(self, finding: str) -> tuple[ElementRow, ...]:
        """Return the elements of ``finding`` in the order of the tests."""
        facts = self._facts
        rows = []
        for iri in facts.all(finding, Ata.element):
            test = Test(facts.word(iri, Ata.test) or Test.CLAIMED)
            rows.append(
                ElementRow(
                    test=test.value,
                    outcome=facts.word(iri, Ata.outcome) or Outcome.UNDECIDED,
                    said=self._said(finding, test),
                    rule=self._rule(facts.said(finding, Ata.norm), finding, test),
                    words=self._claims.words.all_of(iri),
                    verification=facts.ids(iri, Ata.verification),
                )
            )
        return tuple(sorted(rows, key=lambda row: _ORDER.index(Test(row.test))))

    def _said(self, finding: str, test: Test) -> str:  # noqa: C901, PLR0911  # each test
        transfer = self._facts.said(finding, Ata.transfer)
        role = Role(self._facts.word(finding, Ata.role) or Role.SUPPLIER)
        match test:
            case Test.CLAIMED:
                return self._claimed(finding)
            case Test.ROLE:
                return self._in_role(finding, transfer, role)
            case Test.BOUND:
                return self._whom(finding)
            case Test.FORCE:
                return ""
            case Test.COUNTERPARTY:
                return self._other_end(transfer, role)
            case Test.TERRITORY:
                return self._went_to(transfer)
            case Test.DEPENDENCE:
                return self._also_found(finding, transfer)
            case Test.ITEM:
                items = self._claims.roles.all(transfer, Ata.item)
                return self._names.items(items) or "no item is named"
            case Test.PERIOD:
                return self._dated(transfer)
            case Test.CONDITION:
                purposes = self._claims.roles.all(transfer, Ata.purpose)
                said = listed(self._claims.sentences.proposition(each) for each in purposes)
                return f"said to be for {said}" if said else "no purpose is claimed"
            case Test.EXEMPTION:
                return self._exemptions(transfer, finding)

    def _whom(self, finding: str) -> str:
        facts = self._facts
        agent = facts.one(finding, Ata.agent)
        if agent is None:
            return "nobody is named"
        name = self._names.actor(agent)
        if facts.word(finding, Ata.reason) != Reason.RECORDED_OUTSIDE:
            return name
        bound = facts.all(facts.said(finding, Ata.norm), Ata.addressee)
        records = [
            ": ".join([self._names.actor(grouping), *facts.all(record, Ata.note)])
            for record, actors in facts.subjects(Ata.nonMember).items()
            for grouping in facts.all(record, Ata.grouping)
            if agent in actors and grouping in bound
        ]
        return f"{name}, recorded as outside {'; '.join(sorted(records))}"

    def _claimed(self, finding: str) -> str:
        facts = self._facts
        acts = sorted({self._claims.act_sentence(act) for act in facts.all(finding, Ata.basedOn)})
        denials = sorted(
            {
                f"but {self._claims.act_sentence(act)}"
                for act in facts.all(finding, Ata.contestedBy)
                if negates(facts.word(act, Ata.stance))
                and not facts.all(facts.said(act, Ata.content), Ata.breachOf)
            }
        )
        return "; ".join([*acts, *denials])

    def _in_role(self, finding: str, transfer: str, role: Role) -> str:
        agent = self._facts.one(finding, Ata.agent)
        if agent is None:
            if self._claims.roles.has_party_only(transfer):
                parties = self._names.actors(self._claims.roles.all(transfer, Ata.party))
                return f"{parties}: the text does not say who is {role.label}"
            return f"the text does not say who is {role.label}"
        said = f"{self._names.actor(agent)} is named as {role.label}"
        source = self._claims.roles.source(transfer, _ROLES[role])
        return said if source == transfer else f"{said} of the whole of which this is a part"

    def _other_end(self, transfer: str, role: Role) -> str:
        others = [each for each in (Role.SUPPLIER, Role.RECIPIENT) if each is not role]
        named = [
            f"{other.label}: {self._names.actors(actors)}"
            for other in others
            if (actors := self._claims.roles.all(transfer, _ROLES[other]))
        ]
        if named:
            return "; ".join(named)
        if party := self._claims.roles.all(transfer, Ata.party):
            return f"party: {self._names.actors(party)}"
        return "nobody is named at the other end"

    def _dated(self, transfer: str) -> str:
        facts, at = self._facts, self._claims.roles.dated(transfer)
        if at is not None:
            return _between(facts.one(at, Ata.earliest), facts.one(at, Ata.latest))
        document = facts.said(facts.said(transfer, Ata.text), Ata.document)
        return f"no date is said; the document is dated {date_of(facts, document)}"

    def _went_to(self, transfer: str) -> str:
        said = self._claims.roles.all(transfer, Ata.destination)
        if said:
            return f"said to go to {self._names.places(said)}"
        return "no place is said to which the items go"

    def _also_found(self, finding: str, transfer: str) -> str:
        facts = self._facts
        agent, kind = facts.one(finding, Ata.agent), facts.kind_among(finding, _OF_TRANSFERS)
        others = facts.all(facts.said(finding, Ata.norm), Ata.dependsOn)
        found = [
            self._names.citation(facts.said(other, Ata.norm))
            for other in facts.whose(Ata.transfer, transfer)
            if facts.one(other, Ata.agent) == agent
            and facts.kind_among(other, _OF_TRANSFERS) == kind
            and facts.one(other, Ata.norm) in others
            and not facts.all(other, Ata.reason)
        ]
        return f"found to apply: {listed(sorted(found))}" if found else "no such finding"

    def _window(self, period: PeriodRow) -> str:
        said = f"from {period.since}" + (f" until {period.until}" if period.until else "")
        if not period.held_by:
            return said
        held = self._names.actors(map(actor_iri, period.held_by))
        rejected = self._names.actors(map(actor_iri, period.rejected_by))
        return f"{said} as {held} hold, and {rejected} reject"

    def _exemptions(self, transfer: str, finding: str) -> str:
        norm = self._facts.one(finding, Ata.norm)
        said = [
            f"{self._claims.sentences.proposition(exemption)} is claimed"
            for exemption in self._facts.whose(Ata.transfer, transfer)
            if self._facts.kind_among(exemption, [Ata.Exemption])
            and norm in self._facts.all(exemption, Ata.norm)
        ]
        return "; ".join(sorted(said)) or "no exemption is claimed"

    def _rule(  # noqa: C901, PLR0911  # each test
        self, norm: str, finding: str, test: Test
    ) -> str:
        facts, names = self._facts, self._names
        role = Role(facts.word(finding, Ata.role) or Role.SUPPLIER)
        match test:
            case Test.CLAIMED:
                return MEANINGS[Test.CLAIMED.iri].definition
            case Test.ROLE:
                return f"is about the {role.label}"
            case Test.BOUND:
                return f"binds {names.actors(facts.all(norm, Ata.addressee))}"
            case Test.FORCE:
                mode = names.concept(facts.said(norm, Ata.deontic))
                return f"is {'an' if mode[0] in 'aeiou' else 'a'} {mode}"
            case Test.COUNTERPARTY:
                other = facts.all(norm, Ata.counterparty)
                return f"applies towards {names.actors(other, 'or') if other else 'anyone'}"
            case Test.TERRITORY:
                return f"is confined to {names.places(facts.all(norm, Ata.territory), 'or')}"
            case Test.DEPENDENCE:
                others = listed((names.citation(n) for n in facts.all(norm, Ata.dependsOn)), "or")
                return f"asks for a breach of {others}"
            case Test.ITEM:
                return self._covered(norm)
            case Test.PERIOD:
                return "in force " + listed(self._window(each) for each in periods_of(facts, norm))
            case Test.CONDITION:
                asked = facts.one(norm, Ata.condition)
                if asked is None:
                    return "asks for nothing more"
                return f"asks for a determination that the items serve {names.concept(asked)}"
            case Test.EXEMPTION:
                grounds = facts.all(norm, Ata.exemptible)
                return f"can be exempted: {'; '.join(grounds)}" if grounds else "names no exemption"

    def _covered(self, norm: str) -> str:
        covers = self._names.items(self._facts.all(norm, Ata.covers))
        excepted = self._names.items(self._facts.all(norm, Ata.excepts))
        until = self._facts.one(norm, Ata.exceptsUntil)
        end = f" until {until}" if until else ""
        return f"covers {covers}" + (f", except {excepted}{end}" if excepted else "")


def _between(first: str | None, last: str | None) -> str:
    if first == last:
        return f"on {first}"
    if first and last:
        return f"from {first} to {last}"
    return f"from {first} on" if first else f"by {last}, with no first day said"
