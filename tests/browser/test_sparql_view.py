"""SPARQL in the page: the same answers as in Python, links into the views, and no request."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Page, expect

from kg.front.graph import Graph, open_graph
from kg.iris import id_of
from kg.views.explorer import draw_explorer
from kg.vocab import BASE
from tests.browser.conftest import Opener
from tests.browser.test_accessibility import AXE

pytestmark = pytest.mark.browser

NAMED = {
    "who-says-what": {},
    "alleged-violations": {},
    "denials": {"text": "2022-09-ru-denial"},
    "transfers-between": {"supplier": "KP", "recipient": "RU"},
    "evidence-of": {"claim": "dprk-arms-to-russia"},
    "lapsed-norms": {"date": "2023-10-26"},
    "transfers-of-item": {"item": "uav"},
}


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def explorer(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(graph.picture(), quads=graph.store)
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def ready(page: Page) -> None:
    expect(page.locator("#sparql-status")).to_contain_text("Ready", timeout=60_000)


def run(page: Page, query: str | None = None) -> None:
    """Run what stands in the editor, or another query, and wait until it is answered."""
    if query is not None:
        page.locator("#sparql-query").fill(query)
    page.get_by_role("button", name="Run", exact=True).click()
    done = page.locator("#sparql-rows, #sparql-problem:not([hidden]), .truth").first
    expect(done).to_be_visible(timeout=60_000)


def fragment(**keys: str) -> str:
    return "#view=sparql&" + "&".join(f"{key}={quote(value)}" for key, value in keys.items())


def given(parameters: dict[str, str]) -> str:
    return "&".join(f"{quote(key)}={quote(value)}" for key, value in parameters.items())


def rows(page: Page) -> list[dict[str, str]]:
    """Return the whole answer as it is taken away."""
    with page.expect_download() as download:
        page.locator("#view-sparql").get_by_role("button", name="CSV").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    return list(csv.DictReader(text.splitlines(keepends=True)))


def as_asked(row: dict[str, str], bound: dict[str, str]) -> tuple[str, ...]:
    """Return a row of the page as `kg ask` has it: ids, and not what was given."""
    cells = (value for name, value in row.items() if name not in bound)
    return tuple(id_of(cell) if cell.startswith(BASE) else cell for cell in cells)


def guarded(cell: str | None) -> str:
    return f"'{cell}" if cell and cell[0] in "=+-@\t\r" else cell or ""


def test_named_questions_have_the_rows_of_kg_ask(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """In the same order, with parameters and without; a link alone runs nothing."""
    watched = open_page(explorer, fragment=fragment(ask="who-says-what"))
    page = watched.page
    ready(page)
    for name, parameters in NAMED.items():
        page.evaluate(
            "hash => { location.hash = hash }", fragment(ask=name, given=given(parameters))
        )
        expect(page.locator("#sparql-question")).to_have_value(name)
        expect(page.locator("#sparql-rows")).to_have_count(0)
        run(page)
        answer = graph.ask(name, **parameters)
        expected = [tuple(guarded(cell) for cell in row) for row in answer.rows]
        assert [as_asked(row, parameters) for row in rows(page)] == expected != [], name
    watched.is_quiet()


def test_a_question_is_chosen_changed_and_leads_to_the_words(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """An analyst chooses, fills in, runs, changes a line and runs again; a row opens its claim."""
    watched = open_page(explorer, fragment="#view=sparql")
    page = watched.page
    ready(page)
    page.locator("#sparql-question").select_option("transfers-between")
    page.locator(".given").get_by_label("supplier").fill("KP")
    page.locator(".given").get_by_label("recipient").fill("RU")
    run(page)
    before = rows(page)
    text = page.locator("#sparql-query").input_value()
    assert "VALUES ?supplier { actor:KP }" in text
    changed = text.replace(
        "?t rdfs:label ?claim .", "?t rdfs:label ?claim .\n  ?act ata:stance stance:denies ."
    )
    assert changed != text
    page.locator("#sparql-query").fill(changed)
    page.locator("#sparql-query").press("Control+Enter")
    expect(page.locator("#sparql-rows")).not_to_contain_text(f"{len(before)} rows")
    after = rows(page)
    assert after == [row for row in before if row["stance"] == "denies"] != []
    link = (
        page.locator("#view-sparql tbody tr").first.locator("td").nth(list(after[0]).index("claim"))
    )
    link.get_by_role("button").click()
    claim = f"{id_of(after[0]['text'])}/{after[0]['claim']}"
    assert f"claim={quote(claim, safe='')}" in page.url
    sentences = {f"{row.text}/{row.name}": row.sentence for row in graph.picture().propositions}
    expect(page.locator("#panel h2")).to_have_text(sentences[claim])
    assert "stance:denies" in unquote(page.url)
    again = open_page(explorer, fragment="#" + page.url.partition("#")[2]).page
    expect(again.locator("#sparql-query")).to_have_value(changed)
    ready(again)
    expect(again.locator("#sparql-rows")).to_have_count(0)
    watched.is_quiet()


def test_a_finding_and_an_actor_lead_into_the_views(explorer: Path, open_page: Opener) -> None:
    """What the page has by the same IRI is selected; every table says what a finding is."""
    watched = open_page(explorer, fragment="#view=sparql")
    page = watched.page
    ready(page)
    run(page, "SELECT ?f ?a { ?f a ata:AllegedViolation ; ata:agent ?a } ORDER BY ?f LIMIT 3")
    caption = page.locator("#view-sparql caption")
    expect(caption).to_contain_text("Findings are inferences of this program")
    cells = page.locator("#view-sparql tbody tr").nth(1).locator("button")
    for at, kind in enumerate(("finding", "actor")):
        name = cells.nth(at).inner_text().replace(":", "/").rpartition("/")[2]
        cells.nth(at).click()
        assert f"#{kind}={name}" in page.url
    watched.is_quiet()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {\n  ?x a ata:Transfer .\n  ?x ?y\n}", "from line 3, column 3 on"),
        ("SELECT ?x WHERE {\n  ?x a nothing:Transfer }", "prefix nothing:, at line 2, column 8"),
        ("SELECT * {\n SERVICE <http://x.org/> { ?s ?p ?o } }", "opens no connection"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would write"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    explorer: Path, open_page: Opener, query: str, message: str
) -> None:
    """In words, with the line itself; the caret goes there."""
    watched = open_page(explorer, fragment=fragment(query=query))
    ready(watched.page)
    run(watched.page)
    problem = watched.page.locator("#sparql-problem")
    expect(problem).to_contain_text(message)
    expect(problem.locator("pre")).to_have_count(1)
    problem.get_by_role("button", name="Go to line").click()
    expect(watched.page.locator("#sparql-query")).to_be_focused()
    watched.is_quiet()


def test_a_parameter_that_names_nothing_is_said(explorer: Path, open_page: Opener) -> None:
    """So that an empty answer is not taken for one."""
    page = open_page(explorer, fragment=fragment(ask="findings-on")).page
    ready(page)
    run(page)
    expect(page.locator("#sparql-problem")).to_contain_text("This question needs actor")
    page.locator("#view-sparql .given input").fill("Utopia")
    run(page)
    expect(page.locator("#sparql-problem")).to_contain_text("no actor “Utopia” in this graph")


def test_terms_are_completed_by_keyboard(explorer: Path, open_page: Opener) -> None:
    """Ctrl+Space opens the list, arrows walk it, Enter takes, Esc closes; Tab leaves the editor."""
    watched = open_page(explorer, fragment=fragment(query="SELECT * { ?act ata:stance den"))
    page = watched.page
    ready(page)
    area, offers = page.locator("#sparql-query"), page.get_by_role("listbox")
    area.focus()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Space")
    expect(offers).to_be_visible()
    active: Any = area.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_contain_text("stance:denies")
    page.keyboard.press("Escape")
    expect(offers).to_be_hidden()
    page.keyboard.press("Control+Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(area).to_have_value("SELECT * { ?act ata:stance stance:denies")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    watched.is_quiet()


def test_a_slow_query_can_be_stopped_and_a_long_answer_is_cut_aloud(
    explorer: Path, open_page: Opener
) -> None:
    """The page answers all the while; the engine starts anew and is asked again."""
    watched = open_page(explorer, fragment="#view=sparql")
    page = watched.page
    ready(page)
    page.locator("#sparql-query").fill("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.locator("#sparql-query").press("Control+Enter")
    expect(page.locator("#sparql-status")).to_contain_text("Running for")
    page.get_by_role("button", name="Stop").click()
    ready(page)
    run(page, "SELECT * { ?s ?p ?o }")
    expect(page.locator("#view-sparql .notice")).to_contain_text("others were cut off")
    assert len(rows(page)) == 10_000
    watched.is_quiet()


def test_nothing_of_the_engine_runs_before_the_view_is_opened(
    explorer: Path, open_page: Opener
) -> None:
    """No worker, no editor; both come with the view."""
    watched = open_page(explorer)
    page = watched.page
    assert page.workers == []
    expect(page.locator("#sparql-query")).to_have_count(0)
    page.get_by_role("button", name="SPARQL").click()
    ready(page)
    assert len(page.workers) == 1
    watched.is_quiet()


def test_a_page_without_the_engine_has_no_such_view(
    explorer: Path, graph: Graph, open_page: Opener, tmp_path: Path
) -> None:
    """All else works, and a link to the view opens the page as it always opens."""
    path = tmp_path / "without.html"
    path.write_text(draw_explorer(graph.picture()), encoding="utf-8", newline="\n")
    watched = open_page(path, fragment="#view=sparql")
    page = watched.page
    expect(page.get_by_role("button", name="SPARQL")).to_have_count(0)
    expect(page.locator("#views [aria-pressed=true]")).to_have_text("Overview")
    assert path.stat().st_size * 3 < explorer.stat().st_size
    watched.is_quiet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(explorer: Path, open_page: Opener, scheme: str) -> None:
    """With an answer, and with the list of what could be written open."""
    page = open_page(explorer, fragment=fragment(ask="denials"), scheme=scheme).page
    ready(page)
    run(page)
    page.locator("#sparql-query").focus()
    page.keyboard.press("Control+Space")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    assert [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found] == []


def test_words_in_a_link_and_in_an_answer_are_text(explorer: Path, open_page: Opener) -> None:
    """Markup in a query or a literal stays words, and a spreadsheet runs none of them."""
    evil = "</textarea><img src=x onerror=alert(1)>"
    query = f'SELECT ("{evil}" AS ?x) ("=1+1" AS ?y) ("\u202etxet"@he AS ?z) (BNODE() AS ?b) {{}}'
    watched = open_page(explorer, fragment=fragment(query=query, ask=evil))
    page = watched.page
    ready(page)
    expect(page.locator("#sparql-query")).to_have_value(query)
    run(page)
    cells = page.locator("#view-sparql tbody td")
    expect(cells.first).to_have_text(evil)
    expect(cells.nth(2)).to_contain_text("@he")
    assert cells.nth(3).inner_text().startswith("_:")
    assert page.locator("#view-sparql img").count() == 0
    assert rows(page)[0]["y"] == "'=1+1"
    watched.is_quiet()
