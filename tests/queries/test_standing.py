"""When and of whose words findings stand is, for any day and speakers, what the rules find then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.inference import infer, restrict
from kg.iris import actor_iri, id_of
from kg.model.restriction import Restriction
from kg.quads.terms import graph_of
from kg.queries.picture import select_findings
from kg.queries.rows import FindingRow
from kg.queries.standing import Standing, select_standing
from kg.store.looking import instances, objects
from kg.vocab import Ata
from tests.inference.invented_days import ACTORS, Days, corpora, corpus_of, days_of_year

_ALWAYS = "~~"
# The outcomes that hang on denials alone are told of these, and stand in no row of their own.
_OF_DENIALS = "claimed"

some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
asked = st.lists(
    st.builds(
        Restriction,
        as_of=st.none() | days_of_year.map(date.fromisoformat),
        according_to=st.frozensets(st.sampled_from(ACTORS), max_size=3),
    ),
    min_size=3,
    max_size=3,
)


def told(row: FindingRow, based_on: Iterable[str], contested_by: Iterable[str]) -> tuple[Any, ...]:
    outcomes = tuple((e.test, e.outcome, e.rule) for e in row.elements if e.test != _OF_DENIALS)
    outcomes = tuple(each for each in outcomes if each[0] != "dependence")
    return row.kind, row.reasons, row.assumes, outcomes, sorted(based_on), sorted(contested_by)


def read(store: ox.Store, standing: Standing, restriction: Restriction) -> dict[str, Any]:
    """Evaluate the rows for a day and speakers."""
    until = restriction.as_of.isoformat() if restriction.as_of else _ALWAYS
    theirs = {actor_iri(each) for each in restriction.according_to}
    acts = {
        act
        for act in instances(store, Ata.SpeechAct)
        if standing.texts.get(text_of(store, act), "~") <= until
        and (not theirs or theirs & objects(store, act, Ata.speaker))
    }
    transfers = {row.iri: row for row in standing.transfers}
    found: dict[str, Any] = {}
    for row in standing.findings:
        of = transfers[row.finding.transfer]
        brought = tuple(at for at, those in enumerate(of.brings) if acts & set(those))
        wanted = tuple(range(len(of.brings))) if row.brought is None else row.brought
        here = (row.since or "~") <= until < (row.until or "~~~")
        if here and brought == wanted and set(of.firm) & set(brought):
            based_on = acts & set(row.finding.based_on)
            against = dict(of.against)
            contested = {
                act
                for act in acts & set(row.finding.contested_by)
                if act not in against or based_on & set(against[act])
            }
            assert row.finding.id not in found
            found[row.finding.id] = told(row.finding, based_on, contested)
    return found


def text_of(store: ox.Store, act: str) -> str:
    quads = store.quads_for_pattern(ox.NamedNode(act), ox.NamedNode(Ata.content), None, None)
    return id_of(graph_of(next(quads)))


@some
@given(corpora, asked)
def test_any_day_and_speakers_give_what_the_rules_find(
    corpus: Days, restrictions: list[Restriction]
) -> None:
    """Whatever counts: the same findings, for the same reasons, of the same words."""
    store = corpus_of(corpus)
    store.extend(infer(store))
    standing = select_standing(store, select_findings(store))
    assert standing is not None
    for restriction in restrictions:
        expected = {
            row.id: told(row, row.based_on, row.contested_by)
            for row in select_findings(restrict(store, restriction))
        }
        assert read(store, standing, restriction) == expected, restriction
