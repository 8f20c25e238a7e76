"""What happened to norms, day by day: adopted, in force, ended, who was listed; in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.inference import NEVER, OPEN_END, Calendar
from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names, listed
from kg.queries.steps import Change, How, What
from kg.vocab import Ata, InstrumentKind

_DATE = "http://purl.org/dc/terms/date"

Dated = tuple[str, Change]


def norm_changes(facts: Facts, calendar: Calendar) -> Mapping[str, tuple[Change, ...]]:
    """Return for each day, as ISO 8601, what came to be, began or ended on it.

    Whether the end of a window was known before, by which instrument, stands in the sentence.
    """
    days: defaultdict[str, list[Change]] = defaultdict(list)
    clock = _NormClock(facts, calendar)
    for day, change in [*clock.instruments(), *clock.windows(), *clock.others()]:
        if day not in ("", NEVER):
            days[day].append(change)
    return {
        day: tuple(sorted(found, key=lambda each: (list(What).index(each.what), each.id, each.how)))
        for day, found in days.items()
    }


class _NormClock:
    def __init__(self, facts: Facts, calendar: Calendar) -> None:
        self._facts = facts
        self._calendar = calendar
        self._names = Names(facts)

    def instruments(self) -> Iterator[Dated]:
        facts = self._facts
        norms: defaultdict[str, list[str]] = defaultdict(list)
        for norm in facts.instances(Ata.Norm):
            norms[facts.said(facts.said(norm, Ata.statedIn), Ata.instrument)].append(norm)
        for iri in facts.instances(Ata.Instrument):
            day = self._calendar.nodes.get(iri, "")
            kind = InstrumentKind(facts.word(iri, Ata.kind) or InstrumentKind.STATUTE)
            done = "is put to the vote" if "draft" in kind.value else "is adopted"
            label = facts.one(iri, RDFS_LABEL) or id_of(iri)
            change = Change(
                what=What.INSTRUMENT,
                how=How.ADDED,
                id=id_of(iri),
                sentence=f"{label} {done} ({kind.label})",
                norms=tuple(id_of(norm) for norm in norms[iri]),
            )
            yield day, change
        for norm in facts.instances(Ata.Norm):
            windows = facts.all(norm, Ata.inForce)
            known = self._calendar.nodes.get(norm, "")
            told = [self._known_then(each) for each in windows if self._known(each) <= known]
            rule = facts.said(norm, RDFS_LABEL).rstrip(".")
            in_force = f"; in force {listed(told)}" if told else ""
            sentence = f"{self._names.citation(norm)}, in our words: {rule}{in_force}"
            yield known, self._change(What.NORM, How.ADDED, norm, sentence)

    def windows(self) -> Iterator[Dated]:
        """Yield windows that begin after they were known, or again, and all that end."""
        facts = self._facts
        for norm in facts.instances(Ata.Norm):
            cited = self._names.citation(norm)
            for window in facts.all(norm, Ata.inForce):
                begins = facts.said(window, Ata.validFrom)
                adopted = self._calendar.nodes.get(norm, "")
                if begins > adopted:
                    told = self._begins(window, cited)
                    yield begins, self._change(What.WINDOW, How.BEGAN, norm, told)
                yield from self._end(norm, window, cited)

    def others(self) -> Iterator[Dated]:
        """Yield exceptions that are over, and memberships with a day."""
        facts, names = self._facts, self._names
        for norm, days in facts.subjects(Ata.exceptsUntil).items():
            items = names.items(facts.all(norm, Ata.excepts))
            told = f"{names.citation(norm)} no longer excepts {items}"
            yield days[0], self._change(What.EXCEPTION, How.ENDED, norm, told)
        for membership in facts.instances(Ata.Membership):
            member = facts.said(membership, Ata.member)
            grouping = facts.said(membership, Ata.grouping)
            begins, ends = (
                facts.said(membership, each) for each in (Ata.validFrom, Ata.validUntil)
            )
            who, of = names.actor(member), names.actor(grouping)
            if begins:
                told = f"{who} counts from here on among: {of}"
                yield begins, self._of_member(How.BEGAN, member, grouping, told)
            if ends and ends != OPEN_END:
                told = f"{who} no longer counts among: {of}"
                yield ends, self._of_member(How.ENDED, member, grouping, told)

    def _end(self, norm: str, window: str, cited: str) -> Iterator[Dated]:
        facts = self._facts
        ends, known = facts.said(window, Ata.validUntil), self._calendar.ends.get(window)
        if known is None or ends <= self._known(window):
            return  # never ends, or had ended when it was recorded
        by = facts.one(window, Ata.endedBy)
        fixed = f"{facts.one(by, RDFS_LABEL) or id_of(by)}" if by else ""
        if known < ends:
            if known > self._known(window):
                told = f"{fixed} fixes the end of {cited}: {ends}"
                yield known, self._change(What.WINDOW, How.FIXED, norm, told)
            how = f"as fixed by {fixed} on {known}"
        else:
            how = f"by {fixed}" if by else "which no recorded instrument had fixed before"
        told = f"{cited} ceases to be in force, {how}"
        yield ends, self._change(What.WINDOW, How.ENDED, norm, told)

    def _known(self, window: str) -> str:
        return self._calendar.nodes.get(window, "")

    def _known_then(self, window: str) -> str:
        """Return a window as it stands in the graph on the day from which it counts."""
        facts = self._facts
        until = facts.said(window, Ata.validUntil)
        known = self._calendar.ends.get(window, NEVER) <= self._known(window)
        said = f"from {facts.said(window, Ata.validFrom)}" + (f" until {until}" if known else "")
        return said + self._as_held(window)

    def _begins(self, window: str, cited: str) -> str:
        held = self._facts.all(window, Ata.heldBy)
        if not held:
            return f"{cited} begins to be in force"
        rejected = self._names.actors(self._facts.all(window, Ata.rejectedBy))
        return (
            f"Whether {cited} is in force from here on is disputed: "
            f"{self._names.actors(held)} hold it, and {rejected} reject it"
        )

    def _as_held(self, window: str) -> str:
        held = self._facts.all(window, Ata.heldBy)
        if not held:
            return ""
        rejected = self._names.actors(self._facts.all(window, Ata.rejectedBy))
        return f", as {self._names.actors(held)} hold, and {rejected} reject"

    def _change(self, what: What, how: How, norm: str, sentence: str) -> Change:
        facts = self._facts
        named = (*facts.ids(norm, Ata.addressee), *facts.ids(norm, Ata.counterparty))
        return Change(
            what=what,
            how=how,
            id=id_of(norm),
            sentence=sentence,
            norms=(id_of(norm),),
            actors=named,
        )

    def _of_member(self, how: How, member: str, grouping: str, sentence: str) -> Change:
        ids = (id_of(member), id_of(grouping))
        norms = {
            id_of(norm)
            for named in (Ata.addressee, Ata.counterparty)
            for norm, actors in self._facts.subjects(named).items()
            if grouping in actors
        }
        return Change(
            what=What.MEMBERSHIP,
            how=how,
            id="/".join(ids),
            sentence=sentence,
            norms=tuple(sorted(norms)),
            actors=ids,
        )
