"""A graph of which a part alone counts: by day, by speaker, without a text."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import KgError, open_graph
from kg.front.build import build
from kg.front.digests import hash_of
from kg.front.graph import Graph
from kg.inference import infer_restricted, restrict
from kg.iris import FINDINGS_GRAPH
from kg.model.restriction import Restriction
from kg.resources import DATA
from tests.conftest import SEED

DENIAL = "2023-10-26-peskov"


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def _findings(graph: Graph) -> set[str]:
    return {row.id for row in graph.findings() if row.kind != "non-application"}


def test_what_is_not_restricted_is_the_very_graph(graph: Graph) -> None:
    assert set(graph.restrict().store) == set(graph.store)
    assert set(graph.restrict(as_of=date(9999, 1, 1)).store) == set(graph.store)


def test_a_day_leaves_out_later_texts_and_what_follows_from_them(graph: Graph) -> None:
    before, on = graph.restrict(as_of="2023-10-25"), graph.restrict(as_of="2023-10-26")
    assert SEED not in {text.id for text in before.picture().texts}
    assert SEED in {text.id for text in on.picture().texts}
    assert _findings(before) < _findings(on)


def test_a_text_known_by_its_month_alone_is_out_when_the_month_is_over(graph: Graph) -> None:
    within, over = graph.restrict(as_of="2022-09-29"), graph.restrict(as_of="2022-09-30")
    assert "2022-09-ru-denial" not in {text.id for text in within.picture().texts}
    assert "2022-09-ru-denial" in {text.id for text in over.picture().texts}


def test_a_day_shows_no_norm_adopted_later_and_no_end_fixed_later(graph: Graph) -> None:
    norms = {row.id: row for row in graph.restrict(as_of="2010-01-01").picture().norms}
    assert "2270-6" not in norms
    # 1747 ended in 2016: before, it stood open, and no dispute of 2025 was in sight. No source read
    # says that 2231 (2015) fixed that day, on which its own bans began.
    assert [period.until for period in norms["1747-5-iran"].in_force] == [None]
    eve = {row.id: row for row in graph.restrict(as_of="2016-01-15").picture().norms}
    assert [period.until for period in eve["1747-5-iran"].in_force] == [None]
    later = {row.id: row for row in graph.restrict(as_of="2017-01-01").picture().norms}
    assert [period.until for period in later["1747-5-iran"].in_force] == ["2016-01-16"]
    # What 2231 itself fixed was known from its adoption on.
    assert [period.until for period in later["2231-B4"].in_force] == ["2023-10-18"]


def test_only_what_the_chosen_actors_say_gives_a_finding(graph: Graph) -> None:
    theirs = graph.restrict(according_to=["KP"])
    assert _findings(theirs) == set()
    acts = theirs.picture().speech_acts
    assert acts
    assert all("KP" in act.speaker for act in acts)
    joint = graph.restrict(according_to=["US", "JP", "KR"])
    assert _findings(joint)
    assert _findings(joint) < _findings(graph)


def test_without_a_denial_the_finding_stays_and_is_contested_by_fewer(graph: Graph) -> None:
    assert _findings(graph.restrict(without=[DENIAL])) >= {
        row.id for row in graph.findings() if row.kind == "alleged-violation" and row.contested_by
    }
    contested = {row.id for row in graph.findings() if row.contested_by}
    assert {
        row.id for row in graph.restrict(without=[DENIAL]).findings() if row.contested_by
    } < contested


def test_leaving_a_text_aside_is_a_build_without_it(
    graph: Graph, reference_alone: Path, tmp_path: Path
) -> None:
    texts = tmp_path / "corpus" / "texts"
    shutil.copytree(DATA / "texts", texts)
    gone = (DENIAL, "2023-10-16-rusi")
    for text in gone:
        for suffix in (".txt", ".ann.yaml"):
            (texts / f"{text}{suffix}").unlink()
    build((reference_alone, tmp_path / "corpus"), tmp_path / "build", bundled=False)
    rehearsed, done = graph.restrict(without=gone), open_graph(tmp_path / "build")
    assert set(rehearsed.store) == set(done.store)
    assert hash_of(rehearsed) == hash_of(done)


@pytest.mark.parametrize(
    "restriction",
    [
        Restriction(as_of=date(2023, 10, 26)),
        Restriction(according_to=frozenset({"US"}), without=frozenset({DENIAL})),
    ],
)
def test_findings_alone_are_those_of_the_restricted_graph(
    graph: Graph, restriction: Restriction
) -> None:
    restricted = restrict(graph.store, restriction)
    wanted = set(restricted.quads_for_pattern(None, None, None, ox.NamedNode(FINDINGS_GRAPH)))
    assert wanted
    assert set(infer_restricted(graph.store, restriction)) == wanted


def test_queries_of_ones_own_see_what_counts_alone(graph: Graph) -> None:
    count = "SELECT (COUNT(DISTINCT ?t) AS ?n) WHERE { ?t a ata:Text }"
    restricted = graph.restrict(as_of="2023-10-26")
    (row,) = restricted.query(count).rows
    assert [value.value for value in row if value] == [str(len(restricted.picture().texts))]


def test_every_wrong_id_is_named_at_once(graph: Graph) -> None:
    with pytest.raises(KgError) as caught:
        graph.restrict(as_of="2023-02-30", according_to=["XX"], without=["nothing"])
    assert [problem.slug for problem in caught.value.problems] == [
        "not-a-day",
        "not-in-graph",
        "not-in-graph",
    ]


def test_of_those_whose_words_count_others_can_be_left_out(graph: Graph) -> None:
    """Twice according to somebody is according to those who are named both times, and says so."""
    some = graph.restrict(according_to=["US", "JP"])
    both = some.restrict(according_to=["JP", "KR"])
    assert both.restriction.according_to == {"JP"}
    assert set(both.store) == set(graph.restrict(according_to=["JP"]).store)
    # Where nobody is left, the graph would be taken for one in which everybody counts.
    with pytest.raises(KgError, match="nobody-left"):
        some.restrict(according_to=["KP"])


def test_what_was_left_out_stays_out(graph: Graph) -> None:
    twice = graph.restrict(as_of="2023-10-26").restrict(without=[DENIAL])
    assert twice.restriction.as_of == date(2023, 10, 26)
    assert set(twice.store) == set(graph.restrict(as_of="2023-10-26", without=[DENIAL]).store)
