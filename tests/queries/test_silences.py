"""Who takes no stance in the graph, and what one text, origin or issuer alone supports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import open_graph
from kg.front.graph import Graph
from kg.queries.gap_rows import OneOrigin, SilentRow
from kg.queries.one_origin import find_one_origin
from kg.queries.rows import RestingRow


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def silent(graph: Graph) -> tuple[SilentRow, ...]:
    return graph.silences()


@pytest.fixture(scope="module")
def alone(graph: Graph) -> OneOrigin:
    return graph.one_origin()


def test_whoever_speaks_of_the_claim_is_not_among_the_silent(
    graph: Graph, silent: tuple[SilentRow, ...]
) -> None:
    """Neither in the text itself nor in an answer to the claim does the actor speak."""
    propositions = {row.iri: row for row in graph.picture().propositions}
    reach = {
        row.iri: {row.iri, *(role.value for role in row.roles if role.role == "answers")}
        for row in propositions.values()
    }
    assert len(silent) > 100
    for row in silent:
        for act in graph.picture().speech_acts:
            if row.actor in act.speaker and act.stance:
                assert row.claim.iri not in reach[act.proposition]


def test_what_an_organ_says_is_told_and_is_not_the_states(silent: tuple[SilentRow, ...]) -> None:
    """Iran itself answers the claim of 10 September 2024 nowhere here; its ministry's text does."""
    (row,) = [
        each
        for each in silent
        if (each.actor, each.claim.text, each.claim.claim)
        == ("IR", "2024-09-10-blinken", "ir-arms-to-ru")
    ]
    assert row.roles == ("supplier",)
    assert row.claim.said_by == ("Antony J. Blinken: confirms, completed",)
    (told,) = row.near_it
    assert told.speakers == "Abbas Araghchi"
    assert told.text == "2024-09-11-araghchi"
    assert "organ of Iran" in told.link
    assert [(each.sentence, each.text) for each in row.elsewhere] == [
        ("Iran denies", "2022-10-21-e3")  # of drones, two years before, as a page tells it
    ]


def test_what_an_actor_says_of_other_transfers_between_the_ends_stands_beside(
    silent: tuple[SilentRow, ...],
) -> None:
    """A denial that is linked to another claim is no answer to this one, and is not hidden."""
    (row,) = [each for each in silent if each.actor == "IR" and "haley" in each.claim.text]
    (told,) = row.elsewhere
    assert (told.sentence, told.text, told.claim) == (
        "Iran denies",
        "2025-07-16-centcom",
        "ir-supplies-houthis",
    )
    assert row.near_it == ()
    assert len(row.findings) == 2


def test_the_silent_are_narrowed_by_actor_text_and_norm(
    graph: Graph, silent: tuple[SilentRow, ...]
) -> None:
    assert graph.silences(actor="IR") == tuple(row for row in silent if row.actor == "IR")
    text = "2024-09-10-blinken"
    assert graph.silences(text=text) == tuple(row for row in silent if row.claim.text == text)
    by_norm = graph.silences(norm="2231-B4-iran")
    assert by_norm
    assert all(row.findings for row in by_norm)
    assert set(by_norm) < set(silent)


def test_an_answer_that_is_left_aside_leaves_its_actor_without_a_stance(graph: Graph) -> None:
    """Removing texts adds silences and removes none but those on the texts' own claims."""
    named = {(row.actor, row.claim.iri) for row in graph.silences()}
    aside = "2025-07-16-centcom"
    without = graph.restrict(without=[aside]).silences()
    assert {(row.actor, row.claim.iri) for row in without} >= {
        each for each in named if f"/{aside}/" not in each[1]
    }


def test_one_text_alone_supports_what_no_other_text_affirms(alone: OneOrigin) -> None:
    assert alone.compared + alone.not_comparable == 85
    by_claim = {(row.claim.text, row.claim.claim): row for row in alone.rows}
    fath = by_claim["2024-09-10-blinken", "ir-arms-to-ru"]
    assert (fath.rests_on, fath.texts) == ("one text", ("2024-09-10-blinken",))
    assert fath.names == ("US Department of State",)
    # Many texts affirm transfers of arms from the DPRK to Russia.
    assert ("2024-02-17-g7", "kp-arms-to-ru") not in by_claim


def test_what_one_text_alone_speaks_of_no_other_text_supports(
    graph: Graph, alone: OneOrigin
) -> None:
    """The question asks for less: that nobody else denies or doubts the like either."""
    answer = graph.ask("one-voice")
    rows = [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]
    spoken_of = {(row["text"], row["claim"]) for row in rows}
    supported = {
        (row.claim.text, row.claim.claim) for row in alone.rows if row.rests_on == "one text"
    }
    assert spoken_of < supported


def test_texts_of_one_origin_are_one(graph: Graph, alone: OneOrigin) -> None:
    """When every text is recorded as resting on one of them, all claims are of that origin."""
    picture = graph.picture()
    wire = picture.texts[0].id
    resting = replace(
        picture,
        texts=tuple(
            row
            if row.id == wire
            else replace(row, rests_on=(RestingRow(text=wire, verification="corpus", note=""),))
            for row in picture.texts
        ),
    )
    found = find_one_origin(graph.store, resting)
    assert len(found.rows) == found.compared
    assert {row.origins for row in found.rows} == {(wire,)}
    assert {row.rests_on for row in found.rows} == {"one text", "one origin"}
    lone = {row.claim.iri for row in found.rows if row.rests_on == "one text"}
    assert lone == {row.claim.iri for row in alone.rows if row.rests_on == "one text"}


def test_one_issuer_with_several_texts_is_told_apart(alone: OneOrigin) -> None:
    several = [row for row in alone.rows if row.rests_on == "one issuer"]
    assert several
    assert all(len(row.texts) > 1 for row in several)


def test_rows_come_by_issuer_and_are_narrowed(graph: Graph, alone: OneOrigin) -> None:
    assert list(alone.rows) == sorted(
        alone.rows, key=lambda row: (row.names, row.claim.text, row.claim.claim)
    )
    houthis = graph.one_origin(actor="houthis").rows
    assert {row.claim.text for row in houthis} == {"2017-12-19-haley"}
    assert [row for row in alone.rows if row in houthis] == list(houthis)
    of_norm = graph.one_origin(norm="2231-B4-iran").rows
    assert of_norm
    assert all(row.hanging for row in of_norm)
