"""Who takes which stance on a proposition, what of it reaches, and what is only related."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import KgError, open_graph
from kg.front.graph import Graph
from kg.inference import take_notes
from kg.queries.claims import Claims, negates
from kg.queries.facts import Facts
from kg.queries.scopes import Scopes, Why
from kg.queries.stances import Bears, StanceMatrix, Stances, stance_matrix
from kg.queries.values import Value
from kg.views.stances import draw_matrix, draw_summary
from kg.vocab import Ata

SEED = "2023-10-26-us-jp-kr/dprk-arms-to-russia"


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def taken(matrix: StanceMatrix) -> list[tuple[str, str, str]]:
    return [(row.act.date, row.act.sentence, row.bears.value) for row in matrix.stances]


def test_the_joint_statement_and_its_denial_stand_side_by_side(graph: Graph) -> None:
    matrix = graph.stances(SEED)
    condemned = "Japan, Republic of Korea and United States presuppose, as actual"
    assert taken(matrix) == [
        ("2023-10-26", f"{condemned}, and strongly condemn", "itself"),
        ("2023-10-26", condemned, "itself"),
        ("2023-10-26", "Dmitry Peskov denies", "an answer to it"),
        ("2023-10-26", "Dmitry Peskov doubts", "an answer to it"),
    ]
    assert list(matrix.by_actor()) == ["JP", "KR", "US", "pe-peskov"]
    assert matrix.texts() == (
        ("2023-10-26", "2023-10-26-us-jp-kr"),
        ("2023-10-26", "2023-10-26-peskov"),
    )
    assert matrix.value.value is Value.BOTH


def test_a_denial_of_the_whole_reaches_the_part(graph: Graph) -> None:
    matrix = graph.stances("some-deliveries-completed")
    assert {row.act.speaker for row in matrix.stances if row.bears is Bears.ANSWER_TO_WHOLE} == {
        ("pe-peskov",)
    }


def test_a_denial_that_answers_another_claim_is_only_related(graph: Graph) -> None:
    """The United Arab Emirates answer the Panel; what Amnesty says a year later they do not."""
    answered = graph.stances("2024-01-15-poe/ae-arms-to-rsf")
    assert [row.act.speaker for row in answered.stances] == [("poe-sudan",), ("AE",)]
    assert answered.related == ()
    assert answered.value.value is Value.DENIED  # the Panel leaves it open
    later = graph.stances("2025-05-08-amnesty/ae-arms-to-rsf")
    assert {row.act.speaker for row in later.stances} == {("amnesty",)}
    assert [(row.act.speaker, row.why) for row in later.related] == [(("AE",), (Why.NO_ANSWER,))]
    assert later.value.value is Value.AFFIRMED


def test_a_denial_of_another_period_says_so(graph: Graph) -> None:
    """Iran, November 2022: what is denied before the war is not denied of the summer after."""
    matrix = graph.stances("2022-11-06-malley/ir-uav-to-ru")
    assert [row.act.sentence for row in matrix.stances] == ["Robert Malley asserts, as completed"]
    why = {row.on.name: row.why for row in matrix.related if row.act.text == "2022-11-06-malley"}
    assert why == {"ir-uav-to-ru-before-war": (Why.OTHER_PERIOD, Why.NO_ANSWER)}


def test_an_admission_in_an_answer_affirms_its_own_claim_alone(graph: Graph) -> None:
    matrix = graph.stances("2022-10-21-e3/ir-uav-to-ru")
    assert [(row.act.speaker, row.bears) for row in matrix.stances] == [
        (("e3",), Bears.ITSELF),
        (("IR",), Bears.ITSELF),
        (("ru-kremlin",), Bears.ITSELF),
        (("pe-nebenzia",), Bears.ITSELF),
        (("pe-amirabd",), Bears.ANSWER),
    ]
    affirming = {act for each in matrix.value.senses for act in each.affirmed_by}
    assert affirming == {row.act.iri for row in matrix.stances if row.act.speaker == ("e3",)}


def test_a_denial_of_a_part_is_not_about_the_whole(graph: Graph) -> None:
    matrix = graph.stances("2022-09-05-us/kp-arms-to-ru")
    (row,) = (row for row in matrix.related if row.act.text == "2022-09-05-us")
    assert (row.act.speaker, row.why) == (("pe-kirby",), (Why.PART_ONLY,))


def test_who_says_that_it_breaches_nothing_denies_nothing_of_it(graph: Graph) -> None:
    matrix = graph.stances("2024-06-28-us-wood/kp-arms-to-ru")
    assert [row.act.speaker for row in matrix.lawful] == [("pe-nebenzia",)]
    assert matrix.value.value is Value.AFFIRMED


def test_what_others_say_is_told_as_theirs(graph: Graph) -> None:
    matrix = graph.stances("2024-10-31-us-wood/kp-troops-to-ru")
    assert {row.act.speaker[0]: row.told_by for row in matrix.stances} == {
        "pe-wood": (),
        "RU": ("us-usun",),
        "KP": ("us-usun",),
    }


def test_every_denial_that_the_rules_let_reach_is_there_and_no_other(graph: Graph) -> None:
    """What the rules note is what the matrix has; why another does not reach is never empty."""
    stances = Stances(graph.store)
    notes = take_notes(graph.store)
    reached = 0
    for iri, row in stances.propositions.items():
        if row.kind != "transfer":
            continue
        matrix = stances.matrix(iri)
        own = {each.act.iri for each in matrix.stances if negates(each.act.stance)}
        assert own == notes.all(iri, "deniedBy")
        assert all(each.why for each in matrix.related)
        assert own.isdisjoint(each.act.iri for each in matrix.related)
        reached += len(own)
    assert reached > 20


def test_scopes_are_those_of_the_rules(graph: Graph) -> None:
    """Of each answer that denies, time and items meet just where the rules let it reach."""
    facts = Facts(graph.store)
    notes = take_notes(graph.store)
    scopes = Scopes(facts, notes)
    acts = [act for act in Claims(facts).speech_acts() if negates(act.stance)]
    outcomes = []
    for act in acts:
        for of in facts.all(act.proposition, Ata.answers):
            if of in notes.subjects("item") and act.proposition in notes.subjects("item"):
                meet = scopes.times_meet(act.proposition, of, act.iri) and scopes.items_meet(
                    act.proposition, of
                )
                assert meet == (act.iri in notes.all(of, "deniedBy"))
                outcomes.append(meet)
    assert len(outcomes) > 10


@pytest.mark.slow
def test_few_graphs_tell_as_much_as_all(graph: Graph) -> None:
    """A matrix is read from the graphs near its claim; the others would add nothing."""
    everything = Stances(graph.store)
    for iri in list(everything.propositions)[::20]:
        row = everything.propositions[iri]
        assert stance_matrix(graph.store, f"{row.text}/{row.name}") == everything.matrix(iri)


def test_a_day_leaves_out_what_was_said_later(graph: Graph) -> None:
    before = graph.restrict(as_of="2024-01-20").stances("2024-01-15-poe/ae-arms-to-rsf")
    assert [row.act.speaker for row in before.stances] == [("poe-sudan",)]
    assert before.value.value is Value.NEITHER


def test_the_summary_has_each_actor_with_each_proposition_once(graph: Graph) -> None:
    rows = graph.stance_summary()
    cells = [(row.actor, row.proposition.iri) for row in rows]
    assert len(cells) == len(set(cells))
    acts = {each.act.iri for row in rows for each in row.stances}
    assert acts == {act.iri for act in graph.picture().speech_acts}
    assert [row for row in rows if row.actor == "AE"] == list(graph.stance_summary("AE"))


def test_a_claim_that_is_not_there_or_stands_in_several_texts_is_a_problem(graph: Graph) -> None:
    with pytest.raises(KgError) as caught:
        graph.stances("kp-arms-to-ru")
    (problem,) = caught.value.problems
    assert problem.slug == "several-claims"
    assert "2023-10-26-peskov/kp-arms-to-ru" in (problem.hint or "")
    with pytest.raises(
        KgError, match=r"there is no claim '2023-10-26-us-jp-kr/dprk-arm'"
    ) as caught:
        graph.stances("2023-10-26-us-jp-kr/dprk-arm")
    assert caught.value.problems[0].hint == f"did you mean {SEED}?"
    with pytest.raises(KgError, match="there is no actor 'XX'"):
        graph.stance_summary("XX")


def test_an_abstract_is_never_drawn_as_a_quotation(graph: Graph) -> None:
    drawn = draw_matrix(graph.stances(SEED), "table")
    assert "“its support to Russia”" in drawn
    assert "[abstract, no quotation] as a rule they are groundless" in drawn
    assert "In this graph it is: both affirmed and denied or doubted as actual." in drawn


def test_rows_for_programs_tell_related_from_reaching(graph: Graph) -> None:
    lines = draw_matrix(graph.stances("2025-05-08-amnesty/ae-arms-to-rsf"), "csv").splitlines()
    head = lines[0].split(",")
    assert head[head.index("bears") + 1] == "why-not"
    assert sum("does not answer it" in line for line in lines) == 1
    drawn = draw_summary(graph.stance_summary("AE"), "csv", one_actor=True).splitlines()
    assert all(line.startswith("AE,United Arab Emirates,") for line in drawn[1:])
