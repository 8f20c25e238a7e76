"""A transfer and a norm put beside each other, whether or not a finding is on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import KgError, open_graph
from kg.front.graph import Graph
from kg.inference import examine
from kg.iris import norm_iri
from kg.queries.casefile import find_case_file
from kg.views.casefile import draw_casefile
from kg.views.casefile_markdown import draw_casefile_markdown
from kg.vocab import Ata


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def test_what_is_found_of_all_texts_is_found_of_the_text_and_its_answers(graph: Graph) -> None:
    """A finding depends on its own text, on what answers it, and on the reference data alone."""
    findings = graph.findings()
    pairs = sorted({(row.transfer, row.norm) for row in findings})[::12]
    assert len(pairs) > 20
    for transfer, norm in pairs:
        made = examine(graph.store, transfer, norm_iri(norm))
        wanted = {row.iri for row in findings if (row.transfer, row.norm) == (transfer, norm)}
        of_pair = {quad for quad in made if str(quad.subject).strip("<>").startswith(tuple(wanted))}
        stored = {
            quad
            for iri in wanted
            for node in (iri, *_elements(graph.store, iri))
            for quad in graph.store.quads_for_pattern(ox.NamedNode(node), None, None, None)
        }
        assert of_pair == stored


def test_a_case_file_is_the_same_out_of_an_excerpt_as_out_of_everything(graph: Graph) -> None:
    """Only what bears on the text is read; nothing of the case file may hang on the rest."""
    findings = graph.findings()
    for row in (*findings[::29], *[each for each in findings if each.part_of_finding][:3]):
        everything = find_case_file(graph.picture(), row.id)
        sufficient = graph.sufficient_speakers(row.id)
        assert sufficient
        assert graph.explain(row.id) == replace(everything, sufficient=sufficient)


def _elements(store: ox.Store, finding: str) -> list[str]:
    found = store.quads_for_pattern(ox.NamedNode(finding), ox.NamedNode(Ata.element), None, None)
    return [quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)]


@pytest.mark.parametrize(
    ("wanted", "failed"),
    [
        ("dprk-arms-to-russia/1874-10", "DPRK as supplier: other end not met"),
        ("dprk-arms-to-russia/2216-14/KP", "DPRK as supplier: other end not met"),
        ("dprk-arms-to-russia/att-11", "force of the paragraph not met"),
        ("2023-10-26-us-jp-kr/dprk-arms-to-russia/2270-6", "other end not met"),
    ],
)
def test_a_norm_that_is_not_near_shows_which_test_fails(
    graph: Graph, wanted: str, failed: str
) -> None:
    case = graph.explain(wanted)
    assert case.finding.kind == "not-near"
    assert failed in case.finding.sentence
    assert case.finding.id not in {row.id for row in graph.findings()}
    assert {element.test for element in case.finding.elements} >= {"claimed", "force", "item"}
    assert "not met" in draw_casefile(case)


def test_a_pair_with_a_finding_is_that_finding(graph: Graph) -> None:
    case = graph.explain("dprk-arms-to-russia/1874-9-dprk")
    assert case.finding.kind == "alleged-violation"
    forces = [each for each in case.finding.elements if each.test == "force"]
    assert [(each.outcome, each.rule) for each in forces] == [("met", "is a prohibition")]


@pytest.mark.parametrize(
    ("wanted", "slug", "hint"),
    [
        ("dprk-arms-to-russia/1874-10/RU", "no-such-finding", "1874-10/KP"),
        ("dprk-arms-to-russia/1874-99", "no-such-finding", "of this claim there are"),
        ("foo bar", "no-such-finding", "kg findings --near-misses"),
        ("kp-arms-to-ru/2216-14", "several-findings", "2023-10-16-kr-mnd"),
    ],
)
def test_what_names_no_one_pair_is_said(graph: Graph, wanted: str, slug: str, hint: str) -> None:
    with pytest.raises(KgError) as caught:
        graph.explain(wanted)
    assert caught.value.problems[0].slug == slug
    assert hint in (caught.value.problems[0].hint or "")


def test_what_nobody_affirms_has_no_norm_beside_it(graph: Graph) -> None:
    standing = {row.transfer for row in graph.findings()}
    denied = [
        row
        for row in graph.picture().propositions
        if row.kind == "transfer" and row.iri not in standing and row.text == "2022-09-22-kp-mnd"
    ]
    assert denied
    with pytest.raises(KgError, match="no-standing"):
        graph.explain(f"{denied[0].text}/{denied[0].name}/1874-9-dprk")


def test_markdown_holds_both_sides_and_escapes_what_people_wrote(graph: Graph) -> None:
    case = graph.explain("dprk-arms-to-russia/1874-9-dprk/KP")
    drawn = draw_casefile_markdown(case)
    assert drawn.startswith("# Alleged violation of S/RES/1874")
    assert "no legal determination" in drawn
    assert "(abstract, no quotation)" in drawn
    assert "“strongly condemn the provision of military equipment" in drawn
    rows = [line for line in drawn.splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + len(case.finding.elements)
    assert all(line.replace("\\|", "").count("|") == 5 for line in rows)
