"""Ten tasks of an analyst, each from a cold start: once by mouse, once by keys alone.

The most actions that a task may take stand in TASKS; docs/explorer.md shows the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kg.front.graph import Graph, open_graph
from kg.queries.casefile import compose_case_file
from kg.queries.rows import Picture
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener, Watched
from tests.browser.hands import Keys, Mouse

pytestmark = pytest.mark.browser

JOINT = "2023-10-26-us-jp-kr"
DENIED = f"{JOINT}/dprk-arms-to-russia"
# What each takes by mouse, and by keys alone.
TASKS = {
    "who denies what was confirmed on 26 October 2023, and in which words": (5, 40),
    "which norms a supply from Russia to the DPRK would breach, and why only prospectively": (
        3,
        130,
    ),
    "what was known on a given day": (2, 30),
    "the same picture according to the DPRK": (3, 30),
    "every carrier that is named": (2, 30),
    "the paragraph that changed small arms to the DPRK": (4, 50),
    "a path from a ship to a finding": (7, 40),
    "a citation": (1, 40),
    "a named question changed and run again": (10, 60),
    "a link that reopens the view": (4, 150),
}


@dataclass(frozen=True)
class Desk:
    """What a task is done with, and what its answer is held to."""

    hand: Mouse
    watched: Watched
    graph: Graph
    picture: Picture
    file: Path
    open_page: Opener

    @property
    def page(self) -> Page:
        return self.watched.page

    def view(self, name: str) -> Locator:
        return self.page.locator(f"#views [data-view={name}]")


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def picture(graph: Graph) -> Picture:
    return graph.picture()


@pytest.fixture(scope="module")
def explorer(graph: Graph, picture: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page as `kg explore` writes it."""
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(picture, quads=graph.store, **graph.beside_picture())
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def pair(page: Page, supplier: str, recipient: str) -> Locator:
    """Return the row of a pair in the overview."""
    words = re.compile(f"^{supplier} → to {recipient}$")
    name = page.locator(".pair").filter(has_text=words)
    return page.locator("#view-overview .row").filter(has=name)


def deny(desk: Desk) -> None:
    """Search for the statement, take its claim, and look at everybody's stances on it."""
    hand, page = desk.hand, desk.page
    hand.find("joint statement")
    hand.take(page.locator("#suggestions [role=option]", has_text="U.S.-Japan-ROK").first)
    at = page.evaluate(
        f"document.querySelector('#data').view.claims.findIndex((each) => each.id === '{DENIED}')"
    )
    hand.press(page.locator(f"#list .entry[data-kind=claim][data-at='{at}']"))
    hand.press(desk.view("stances"))
    shown = page.locator("#view-stances table")
    wanted = {
        row.act.speaker[0]
        for row in desk.graph.stances(DENIED).stances
        if row.act.stance == "denies"
    }
    assert "pe-peskov" in wanted
    for who in wanted:
        name = next(actor.name for actor in desk.picture.actors if actor.id == who)
        row = shown.locator("tbody tr", has_text=name)
        expect(row.first).to_contain_text("denies")


def prospective(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(pair(page, "Russia", "DPRK").locator(".inferred"))
    rows = [row for row in desk.picture.findings if row.kind == "prospective-violation"]
    ends = {row.iri: row for row in desk.picture.propositions}
    norms = {
        next(norm.citation for norm in desk.picture.norms if norm.id == row.norm)
        for row in rows
        if "RU" in ends[row.transfer].values("supplier")
        and "KP" in ends[row.transfer].values("recipient")
    }
    listed = page.locator("#list .entry .kind", has_text="prospective violation").all_inner_texts()
    assert {each.split(" · ", 1)[1] for each in listed} == norms
    hand.press(
        page.locator(
            "#list .entry", has=page.locator(".kind", has_text="prospective violation")
        ).first
    )
    expect(page.locator("#panel .kicker").first).to_have_text(
        re.compile("prospective violation", re.IGNORECASE)
    )
    expect(page.locator("#panel")).to_contain_text("no legal determination")
    expect(page.locator("#panel h2")).to_contain_text("if it took place")
    assert "as completed" not in page.locator("#panel .card .chip").all_inner_texts()


def day(desk: Desk) -> None:
    desk.hand.date(desk.page.locator("#as-of"), "2023-10-26")
    expect(desk.page.locator("#counting-told")).to_contain_text("What could be said by 2023-10-26")
    then = desk.graph.restrict(as_of="2023-10-26").picture()
    expect(desk.page.locator("#count")).to_have_text(
        f"{len(then.findings)} of {len(then.findings)}"
    )
    assert len(then.findings) < len(desk.picture.findings)


def according(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.type(page.locator("#add-speaker"), "DPRK")
    hand.page.keyboard.press("Enter")
    hand.actions += 1
    expect(page.locator("#counting-told")).to_contain_text("according to DPRK")
    part = desk.graph.restrict(according_to=["KP"]).picture()
    expect(page.locator("#count")).to_have_text(f"{len(part.findings)} of {len(part.findings)}")


def carriers(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(page.locator("#narrowing > summary"))
    hand.press(page.locator("#facet-via > summary"))
    names = {actor.id: actor.name for actor in desk.picture.actors}
    wanted = {
        names[role.value]
        for row in desk.picture.propositions
        for role in row.roles
        if role.role == "via" and role.value in names
    }
    found = page.locator("#facet-via label bdi:not(.unstated)")
    assert len(wanted) > 3
    expect(found).to_have_count(len(wanted))
    assert set(found.all_inner_texts()) == wanted


def paragraph(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(desk.view("ledger"))
    hand.find("ends the exception small arms")
    changed = page.locator("#view-ledger .changed li", has_text="ends the exception for small arms")
    hand.press(changed.first.locator("button").first)
    expect(page.locator("#panel h2")).to_contain_text("S/RES/2270 (2016), para. 6")


def path(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(desk.view("path"))
    hand.type(page.locator("#path-from"), "Angara")
    hand.take(page.locator("#path-from-list [role=option]").first)
    hand.type(page.locator("#path-to"), "Alleged violation 1874 Angara")
    hand.take(page.locator("#path-to-list [role=option]", has_text="Alleged violation").first)
    steps = page.locator("#paths .path").first
    expect(steps).to_contain_text("carrier or intermediary")
    expect(steps).to_contain_text("John Kirby")
    expect(steps).to_contain_text("Inferred by this program, and said by nobody")


def citation(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(page.get_by_role("button", name="Copy a citation"))
    cited = page.locator(".taken textarea, .taken p")
    expect(cited).to_be_visible()
    told = page.evaluate("navigator.clipboard.readText()")
    assert "An inference of arms-transfer-kg and no legal determination." in told
    finding = next(row for row in desk.picture.findings if row.id in told)
    case = compose_case_file(desk.picture, finding)
    assert all(act.date in told for act in (*case.said_by, *case.denied_by))


def question(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(desk.view("sparql"))
    expect(page.locator("#sparql-status")).to_contain_text("Ready", timeout=120_000)
    hand.choose(
        page.locator("#sparql-question"),
        "Which transfers of a kind of item, or of anything narrower, are spoken of?",
    )
    hand.type(page.locator("#sparql .given input, #view-sparql .given input").first, "uav")
    hand.press(page.locator("#view-sparql .run"))
    expect(page.locator("#sparql-rows")).to_contain_text("rows", timeout=60_000)
    first = page.locator("#sparql-rows").inner_text()
    query = page.locator("#sparql-query").input_value()
    changed = query + "\nLIMIT 2" if "LIMIT" not in query else query.replace("LIMIT", "LIMIT 2 #")
    hand.write_over(page.locator("#sparql-query"), changed)
    hand.press(page.locator("#view-sparql .run"))
    expect(page.locator("#sparql-rows")).to_contain_text("2 rows", timeout=60_000)
    assert page.locator("#sparql-rows").inner_text() != first


def link(desk: Desk) -> None:
    hand, page = desk.hand, desk.page
    hand.press(pair(page, "Iran", "Russia").locator(".pair"))
    hand.press(page.locator("#list .entry").nth(1))
    hand.press(desk.view("timeline"))
    hand.press(page.get_by_role("button", name="Copy a link"))
    address = page.evaluate("navigator.clipboard.readText()")
    again = desk.open_page(desk.file, fragment="#" + address.split("#", 1)[1]).page
    for what in ("#panel h2", "#count", "#pair"):
        assert again.locator(what).inner_text() == page.locator(what).inner_text()
    expect(again.locator("#view-timeline")).to_be_visible()


DONE: tuple[Callable[[Desk], None], ...] = (
    deny,
    prospective,
    day,
    according,
    carriers,
    paragraph,
    path,
    citation,
    question,
    link,
)


@pytest.fixture
def desk(graph: Graph, picture: Picture, explorer: Path, open_page: Opener) -> Desk:
    """Return a page at its opening, with a clipboard."""
    watched = open_page(explorer)
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return Desk(Mouse(watched.page), watched, graph, picture, explorer, open_page)


@pytest.mark.parametrize("hands", [Mouse, Keys])
@pytest.mark.parametrize("task", DONE, ids=lambda task: task.__name__)
def test_a_task_is_done_in_few_actions(
    task: Callable[[Desk], None], hands: type[Mouse], desk: Desk
) -> None:
    hand = hands(desk.page)
    task(replace(desk, hand=hand))
    by_mouse, by_keys = list(TASKS.values())[DONE.index(task)]
    assert hand.actions <= (by_keys if hands is Keys else by_mouse)
    desk.watched.is_quiet()
