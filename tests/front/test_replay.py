"""The bundled graph day by day: at which dates the picture changed, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import KgError, open_graph
from kg.front.graph import Graph
from kg.inference import moments
from kg.queries.finding_changes import found_of
from kg.queries.steps import Change, How, Step, What
from tests.conftest import SEED

# Before any text; a norm, and an exception that ends; a listing; a month that is over; a statement
# with its denial; windows that begin and are disputed.
DAYS = ("2007-03-24", "2016-03-02", "2022-02-28", "2022-09-30", "2023-10-26", "2025-09-28")


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def steps(graph: Graph) -> tuple[Step, ...]:
    return graph.replay(all_findings=True)


def on(steps: tuple[Step, ...], day: str) -> Step:
    return next(step for step in steps if step.date == day)


def of(step: Step, *what: What) -> list[Change]:
    return [change for change in step.changes if change.what in what]


def test_on_each_day_the_graph_is_the_one_as_of_that_day(graph: Graph) -> None:
    """Quad for quad, findings included; at the end nothing is left out."""
    compared = []
    for moment in moments(graph.store):
        if moment.day in DAYS:
            assert set(moment.store) == set(graph.restrict(as_of=moment.day).store)
            compared.append(moment.day)
    assert tuple(compared) == DAYS
    assert set(moment.store) == set(graph.store)


def test_the_steps_add_up_to_the_picture_as_of_a_day(graph: Graph, steps: tuple[Step, ...]) -> None:
    """Whoever adds what is told day by day has what --as-of shows."""
    told: dict[What, dict[str, Change]] = {what: {} for what in What}
    days = iter(steps)
    for day in DAYS:
        for step in days:
            for change in step.changes:
                assert (change.how is How.ADDED) == (change.id not in told[change.what]) or (
                    change.what not in (What.TEXT, What.CLAIM, What.FINDING)
                )
                told[change.what][change.id] = change
            if step.date == day:
                break
        picture = graph.restrict(as_of=day).picture()
        said = {act.iri: act.sentence for act in picture.speech_acts}
        assert set(told[What.TEXT]) == {row.id for row in picture.texts}
        assert set(told[What.CLAIM]) == {row.iri for row in picture.propositions if row.text}
        assert set(told[What.SAID]) | set(told[What.DENIED]) == set(said)
        assert {each.id for each in told[What.NORM].values()} == {row.id for row in picture.norms}
        found = {
            change.id: (change.after, change.sentence, set(change.acts))
            for change in told[What.FINDING].values()
            if change.how is not How.GONE
        }
        assert found == {
            row.id: (found_of(row), row.sentence, {*row.based_on, *row.contested_by})
            for row in picture.findings
        }


def test_the_day_of_the_joint_statement(steps: tuple[Step, ...]) -> None:
    """The statement and the denial came out on one day; both are told, and what is contested."""
    step = on(steps, "2023-10-26")
    assert {change.id for change in of(step, What.TEXT)} == {SEED, "2023-10-26-peskov"}
    (denial,) = {change.sentence for change in of(step, What.DENIED) if "denies" in change.sentence}
    assert (
        denial
        == "Dmitry Peskov denies (on one reading): a transfer of any item from DPRK to Russia"
    )
    shown = {change.id: change for change in of(step, What.FINDING) if not change.kept_apart}
    assert len(shown) == 6
    assert shown["fd2e2032a5422694"].contested_by == (
        "Dmitry Peskov denies (on one reading) [2023-10-26-peskov]",
        "Dmitry Peskov doubts (on one reading) [2023-10-26-peskov]",
    )
    assert shown["fd2e2032a5422694"].after == "alleged"


def test_windows_that_were_fixed_before_end_on_their_days(steps: tuple[Step, ...]) -> None:
    """The ends that 2231 (2015) fixed of its own bans change nothing when they come."""
    for day, norms in (
        ("2020-10-18", {"2231-B5", "2231-B6b", "2231-B6b-iran"}),
        ("2023-10-18", {"2231-B4", "2231-B4-iran", "2231-B4-to"}),
    ):
        step = on(steps, day)
        assert {change.id for change in of(step, What.WINDOW)} == norms
        assert {change.how for change in of(step, What.WINDOW)} == {How.ENDED}
        assert of(step, What.FINDING) == []


def test_an_end_that_nothing_fixed_is_told_when_it_comes(steps: tuple[Step, ...]) -> None:
    """Of the earlier bans on Iran no source says that 2231 (2015) fixed the day beforehand."""
    assert of(on(steps, "2015-07-20"), What.WINDOW) == []
    ended = {
        change.id
        for change in of(on(steps, "2016-01-16"), What.WINDOW)
        if "which no recorded instrument had fixed before" in change.sentence
    }
    assert ended == {"1737-3-4", "1747-5-iran", "1747-5-states", "1747-6", "1929-8"}


def test_a_disputed_return_decides_nothing(steps: tuple[Step, ...]) -> None:
    """On 28 September 2025 what had lapsed is undecided, and who holds and rejects it is said."""
    step = on(steps, "2025-09-28")
    assert {change.how for change in of(step, What.WINDOW)} == {How.BEGAN}
    assert {change.sentence for change in of(step, What.WINDOW) if change.id == "1747-6"} == {
        (
            "Whether S/RES/1747 (2007), para. 6 is in force from here on is disputed: Germany, "
            "France, United Kingdom, United States and UN Secretariat hold it, and China, Iran and "
            "Russia reject it"
        )
    }
    assert {(change.before, change.after) for change in of(step, What.FINDING)} == {
        ("does not apply", "undecided")
    }


def test_a_listing_brings_a_near_miss(steps: tuple[Step, ...]) -> None:
    """When the Houthis are listed, it can be said of earlier claims that they were not."""
    step = on(steps, "2022-02-28")
    (listed,) = of(step, What.MEMBERSHIP)
    assert (listed.id, listed.norms) == ("houthis/yemen-2216-listed", ("2216-14",))
    (finding,) = of(step, What.FINDING)
    assert (finding.before, finding.after, finding.kept_apart) == (None, "does not apply", True)


def test_a_later_denial_contests_what_stands(steps: tuple[Step, ...]) -> None:
    """It is told on its day, in its words, and nothing falls away."""
    changed = [
        each for each in of(on(steps, "2022-09-22"), What.FINDING) if each.how is How.CHANGED
    ]
    assert {change.ways[0] for change in changed} == {
        (
            "contested since: DPRK Ministry of National Defence, General Bureau of Equipment "
            "denies, as planned [2022-09-22-kp-mnd]"
        )
    }
    assert {change.after for change in changed if not change.kept_apart} == {"prospective"}
    assert [each for step in steps for each in of(step, What.FINDING) if each.how is How.GONE] == []


def test_from_prospective_to_alleged_by_another_text(steps: tuple[Step, ...]) -> None:
    """Of a norm and an actor it is told when more is found than before, by whatever transfer."""
    standings = {
        (change.id, change.ways): step.date
        for step in steps
        for change in of(step, What.STANDING)
        if change.id == "1874-9-dprk/KP"
    }
    assert standings == {
        ("1874-9-dprk/KP", ("nothing → prospective",)): "2022-09-06",
        ("1874-9-dprk/KP", ("prospective → alleged",)): "2022-12-22",
    }


def test_some_days_alone_are_the_same_days(graph: Graph, steps: tuple[Step, ...]) -> None:
    """From and to include both days, and tell nothing else than the whole does."""
    some = graph.replay(since="2023-10-18", until="2023-10-26", all_findings=True)
    wanted = tuple(step for step in steps if "2023-10-18" <= step.date <= "2023-10-26")
    assert some == wanted
    assert (some[0].date, some[-1].date) == ("2023-10-18", "2023-10-26")


def test_filters_keep_the_dispute_and_count_what_they_hide(graph: Graph) -> None:
    """A finding comes with whoever contests it, whatever text says so."""
    (step,) = (
        step
        for step in graph.replay(norm="1874-9-dprk", since="2023-10-26", until="2023-10-26")
        if step.changes
    )
    assert {change.text for change in of(step, What.DENIED)} == {"2023-10-26-peskov"}
    assert {change.norms for change in of(step, What.FINDING)} == {("1874-9-dprk",)}
    assert not any(change.kept_apart for change in step.changes)
    assert step.not_shown > 0
    ends = graph.replay(supplier="IR", recipient="houthis", until="2019-12-31")
    claims = [each for step in ends for each in of(step, What.CLAIM)]
    assert claims
    assert all("IR" in each.supplier and "houthis" in each.recipient for each in claims)


def test_what_some_say_is_replayed_alone(graph: Graph) -> None:
    """Restricted to speakers, nobody else is told to say anything."""
    theirs = graph.restrict(according_to=["KP"]).replay()
    acts = [each for step in theirs for each in of(step, What.SAID, What.DENIED)]
    assert acts
    assert all("KP" in each.actors for each in acts)
    assert not any(of(step, What.STANDING) for step in theirs)


def test_every_mistake_is_named_at_once(graph: Graph) -> None:
    """Days that are none and ids that the graph does not have."""
    with pytest.raises(KgError) as caught:
        graph.replay(since="2023-02-30", until="soon", actor="XX", norm="1874-9-dprc")
    assert [problem.slug for problem in caught.value.problems] == [
        "not-a-day",
        "not-a-day",
        "not-in-graph",
        "not-in-graph",
    ]
    assert "1874-9-dprk" in (caught.value.problems[-1].hint or "")
