"""A graph day by day: what was added, changed or fell away, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.inference import Moment, moments, read_calendar
from kg.quads.terms import RDF_TYPE, graph_of, word_of
from kg.queries.change_rows import ChangeRows
from kg.queries.claims import Claims
from kg.queries.elements import Elements
from kg.queries.facts import Facts, FactsNow
from kg.queries.finding_changes import Standings
from kg.queries.findings import KINDS, finding_of
from kg.queries.norm_clock import norm_changes
from kg.queries.rows import FindingRow
from kg.queries.steps import Change, How, Step
from kg.vocab import Ata


def replay(
    store: ox.Store, *, since: str | None = None, until: str | None = None
) -> Iterator[Step]:
    """Yield every day on which something changed, from ``since`` to ``until``, both included.

    Findings of ``store`` are not looked at: each day has those that follow from what counts then.
    What began or ended on a day and was known before changes nothing that is found, and is told.
    """
    calendar = read_calendar(store)
    norms = norm_changes(Facts(store), calendar)
    days = sorted({*calendar.days(), *norms})
    wanted = [day for day in days if (since or "") <= day <= (until or day)]
    earlier = [day for day in days if wanted and day < wanted[0]][-1:]
    telling = _Telling()
    for moment in moments(store, [*earlier, *wanted]):
        changes = telling.tell(moment, norms.get(moment.day, ()))
        if moment.day not in earlier and changes:
            yield Step(date=moment.day, changes=changes)


class _Telling:
    """Tells each moment, and remembers what was found at the one before."""

    def __init__(self) -> None:
        self._rows: dict[str, FindingRow] = {}
        self._standings = Standings()

    def tell(self, moment: Moment, norms: Iterable[Change]) -> tuple[Change, ...]:
        facts = FactsNow(moment.store)
        claims = Claims(facts)
        rows = ChangeRows(facts, claims)
        said = [change for text in sorted(moment.texts) for change in rows.of_text(text)]
        answering = [rows.of_claim(iri, How.CHANGED) for iri in _answering_now(moment)]
        before = {iri: self._rows[iri] for iri in moment.findings if iri in self._rows}
        after = _found(moment, facts, claims)
        for iri in before:
            del self._rows[iri]
        self._rows |= after
        standings = [rows.of_standing(*each) for each in self._standings.take(before, after)]
        found = [rows.of_finding(before.get(iri), after.get(iri)) for iri in moment.findings]
        found.sort(key=lambda each: (each.kept_apart, each.how, each.text, each.norms, each.id))
        return (*said, *answering, *norms, *standings, *found)


def _found(moment: Moment, facts: FactsNow, claims: Claims) -> dict[str, FindingRow]:
    """Return those findings that changed and are there, as rows, by IRI."""
    elements = Elements(facts, claims)
    kinds = {iri: facts.all(iri, RDF_TYPE) for iri in moment.findings}
    return {
        iri: finding_of(facts, claims, elements, iri, kind)
        for iri, classes in kinds.items()
        for cls, kind in KINDS.items()
        if cls in classes
    }


def _answering_now(moment: Moment) -> list[str]:
    """Return claims of texts that were out before and that answer a claim which is out now."""
    answers = ox.NamedNode(Ata.answers)
    return sorted(
        {
            word_of(quad.subject)
            for node in moment.nodes
            for quad in moment.store.quads_for_pattern(None, answers, ox.NamedNode(node), None)
            if graph_of(quad) not in moment.texts
        }
    )
