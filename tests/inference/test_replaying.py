"""A graph brought from day to day is, on every day, the one that a run of all rules gives."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.inference import infer, moments, restrict
from kg.iris import FINDINGS_GRAPH
from kg.model.restriction import Restriction
from kg.vocab import Ata, Stance, Status
from tests.inference.invented import (
    OPEN,
    RURITANIA,
    SYLDAVIA,
    TYPE,
    UTOPIA,
    Claimed,
    Said,
    World,
    last,
    rows_of,
)
from tests.inference.invented_days import (
    ACTORS,
    Dated,
    Days,
    corpora,
    corpus_of,
    days_of_year,
    denied,
)

some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
restrictions = st.builds(
    Restriction,
    as_of=st.none() | days_of_year.map(date.fromisoformat),
    according_to=st.frozensets(st.sampled_from(ACTORS), max_size=3),
    without=st.frozensets(st.sampled_from(["text-0", "text-1"]), max_size=1),
)


def as_of(store: ox.Store, day: str) -> set[ox.Quad]:
    return set(restrict(store, Restriction(as_of=date.fromisoformat(day))))


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def instances(store: ox.Store, kind: str) -> set[str]:
    found = store.quads_for_pattern(None, ox.NamedNode(TYPE), ox.NamedNode(kind), None)
    return {str(quad.subject) for quad in found}


@some
@given(corpora)
def test_every_moment_is_the_graph_as_of_its_day(days: Days) -> None:
    """On each day that is told, and on the day before it, as nothing changes between."""
    store = corpus_of(days)
    before: set[ox.Quad] | None = None
    for moment in moments(store):
        if before is not None:
            assert before == as_of(store, day_before(moment.day))
        before = set(moment.store)
        assert before == as_of(store, moment.day)


@some
@given(corpora, st.lists(days_of_year, min_size=1, max_size=2, unique=True))
def test_days_may_be_passed_over(days: Days, chosen: list[str]) -> None:
    """What changed between two chosen days has changed on the later one."""
    store = corpus_of(days)
    for moment in moments(store, chosen):
        assert set(moment.store) == as_of(store, moment.day)


@some
@given(corpora)
def test_what_a_moment_says_of_findings_is_what_changed(days: Days) -> None:
    """Every finding whose quads are other than before is told, and no other."""
    store = corpus_of(days)
    before: dict[str, set[ox.Quad]] = {}
    for moment in moments(store):
        now: dict[str, set[ox.Quad]] = {}
        findings = ox.NamedNode(FINDINGS_GRAPH)
        for quad in moment.store.quads_for_pattern(None, None, None, findings):
            finding = str(quad.subject).strip("<>").partition("/finding/")[2].partition("/")[0]
            now.setdefault(finding, set()).add(quad)
        changed = {each for each in before | now if before.get(each) != now.get(each)}
        told = {iri.rpartition("/")[2]: quads for iri, quads in moment.findings.items()}
        assert set(told) == changed
        assert all(told[each] == before.get(each, set()) for each in changed)
        before = now


@some
@given(corpora)
def test_as_of_the_last_day_is_the_whole(days: Days) -> None:
    """Nothing is left out then, but texts of which no day is known."""
    store = corpus_of(days)
    undated = {days.id_of(at) for at, text in enumerate(days.texts) if text.day is None}
    whole = restrict(store, Restriction(without=frozenset(undated)))
    assert as_of(store, "9999-01-01") == set(whole)


@some
@given(corpora, days_of_year, days_of_year)
def test_what_is_said_only_grows_with_the_day(days: Days, one: str, other: str) -> None:
    """No speech act and no claim that could be known on a day is unknown on a later one."""
    store = corpus_of(days)
    first, last = sorted((one, other))
    earlier = restrict(store, Restriction(as_of=date.fromisoformat(first)))
    later = restrict(store, Restriction(as_of=date.fromisoformat(last)))
    for kind in (Ata.SpeechAct, Ata.Proposition):
        assert instances(earlier, kind) <= instances(later, kind)
    stance = ox.NamedNode(Ata.stance)
    taken = set(earlier.quads_for_pattern(None, stance, None, None))
    assert taken <= set(later.quads_for_pattern(None, stance, None, None))


@some
@given(corpora, restrictions)
def test_the_order_of_loading_changes_nothing_of_a_part(
    days: Days, restriction: Restriction
) -> None:
    """The same quads in another order leave the same graph under every restriction."""
    one = restrict(corpus_of(days), restriction)
    assert set(one) == set(restrict(corpus_of(days, backwards=True), restriction))
    assert infer(one) == sorted(
        one.quads_for_pattern(None, None, None, ox.NamedNode(FINDINGS_GRAPH)), key=str
    )


@some
@given(
    corpora,
    restrictions,
    st.sampled_from([Stance.DENIES, Stance.DOUBTS, Stance.RETRACTS]),
    st.sampled_from([None, Status.COMPLETED, Status.PLANNED]),
    days_of_year,
)
def test_a_denial_removes_no_allegation_under_any_restriction(
    days: Days, restriction: Restriction, stance: Stance, status: Status | None, day: str
) -> None:
    """Whoever speaks alone, whatever is left aside, and on whatever day one asks."""
    denial = Said(stance=stance, status=status, speaker=UTOPIA)
    more = denied(days, denial, 0, day)
    before = restrict(corpus_of(days), restriction)
    after = restrict(corpus_of(more), restriction)
    assert _found(before) == _found(after)


def report(day: str, *, said: Said | None = None, **roles: Any) -> Dated:
    """Return a text of ``day`` that claims a transfer from Ruritania to Utopia, unless told."""
    claim = Claimed(
        **{"supplier": [RURITANIA], "recipient": [UTOPIA], "said": [said or Said()], **roles}
    )
    return Dated(world=World(claims=[claim]), day=day)


def days_of(*texts: Dated, adopted: tuple[str, str, str] = ("2011-01-01",) * 3) -> Days:
    return Days(
        texts=texts, adopted=adopted, ended_by=None, listed="2011-01-01", over=OPEN, reads=None
    )


def told(days: Days) -> dict[str, set[str]]:
    """Return for each day which norms' findings it tells, each day being as of that day."""
    store = corpus_of(days)
    norms: dict[str, set[str]] = {}
    for moment in moments(store):
        assert set(moment.store) == as_of(store, moment.day)
        quads = [*moment.store, *(quad for each in moment.findings.values() for quad in each)]
        norms[moment.day] = {
            last(quad.object)
            for quad in quads
            if quad.predicate.value == Ata.norm and str(quad.subject).strip("<>") in moment.findings
        }
    return norms


def test_a_denial_is_told_on_its_day() -> None:
    """What another text answers is looked at again when the answer comes out."""
    days = days_of(report("2013-06-01"))
    changed = told(denied(days, Said(stance=Stance.DENIES), 0, "2014-06-01"))
    assert "supply" in changed["2013-06-01"]
    assert "supply" in changed["2014-06-01"]


def test_the_end_of_a_window_is_told_on_its_day() -> None:
    """What is planned for no day runs out of a window whose end nobody knew before."""
    planned = Said(status=Status.PLANNED)
    changed = told(days_of(report("2013-06-01", recipient=[SYLDAVIA], said=planned)))
    assert changed["2013-06-01"] == {"twice"}
    assert changed["2014-01-01"] == {"twice"}


def test_a_second_window_is_told_on_its_day() -> None:
    """A norm that comes back is looked at again on the day on which it does."""
    planned = Said(status=Status.PLANNED)
    changed = told(days_of(report("2013-06-01", item=["drones"], said=planned)))
    assert "revived" in changed["2015-01-01"]


@pytest.mark.parametrize("late", [1, 2])
def test_what_depends_on_a_norm_is_told_with_it(late: int) -> None:
    """Treaty, of the second instrument, depends on revived, of the third, whichever comes first."""
    adopted = ["2011-01-01"] * 3
    adopted[late] = "2015-03-01"
    text = report("2015-02-01", item=["drones"], dates=("2015-01-10", "2015-01-20"))
    changed = told(days_of(text, adopted=(adopted[0], adopted[1], adopted[2])))
    assert "treaty" not in changed["2015-02-01"]
    assert "treaty" in changed["2015-03-01"]


def _found(store: ox.Store) -> set[tuple[str, str]]:
    findings = store.quads_for_pattern(None, None, None, ox.NamedNode(FINDINGS_GRAPH))
    rows = rows_of(findings)
    return {(row["f"], row["what"]) for row in rows}
