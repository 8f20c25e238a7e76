"""Finding things: under every name, by facets whose numbers are the graph's, and along paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kg.queries.rows import Picture, PropositionRow
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
SHIP = "v-angara"
SUGGESTED = "#suggestions [role=option]"


def involving(picture: Picture, actor: str) -> set[str]:
    """Return the claims in which an actor stands, and those of which it speaks."""
    spoken = {act.proposition for act in picture.speech_acts if actor in act.speaker}
    return spoken | {
        row.iri
        for row in picture.propositions
        if any(role.value == actor and role.role != "item" for role in row.roles)
    }


def said(picture: Picture) -> dict[str, list[tuple[str | None, str]]]:
    """Return stance and year of everything said of each claim."""
    found: dict[str, list[tuple[str | None, str]]] = {row.iri: [] for row in picture.propositions}
    for act in picture.speech_acts:
        found[act.proposition].append((act.stance, act.date[:4]))
    return found


def supplied_by(rows: Iterable[PropositionRow], actor: str) -> set[str]:
    return {row.iri for row in rows if actor in row.values("supplier")}


def open_facet(page: Page, key: str) -> None:
    page.evaluate(
        "(key) => { for (const id of ['narrowing', `facet-${key}`])"
        " document.getElementById(id).open = true; }",
        key,
    )
    page.wait_for_selector(f"#facet-{key} .value")


def counted(page: Page, key: str) -> dict[str, int]:
    """Return the number beside each value of a facet, by its id."""
    open_facet(page, key)
    while page.locator(f"#facet-{key} .quiet").count():
        page.locator(f"#facet-{key} .quiet").click()
    while page.locator(f"#facet-{key} .turn[aria-expanded=false]").count():
        page.locator(f"#facet-{key} .turn[aria-expanded=false]").first.click()
    rows = page.eval_on_selector_all(
        f"#facet-{key} .value",
        """(all) => all.map((each) => [each.querySelector('input').dataset.value,
          Number(each.querySelector('.number').textContent)])""",
    )
    found = dict(rows)
    assert all(found[key] == number for key, number in rows)  # the same wherever it stands
    return found


def listed(page: Page) -> int:
    return int(page.locator("#count").inner_text().split(" of ")[0])


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("россия", ("RU", "Russia")),
        ("러시아", ("RU", "Russia")),
        ("北朝鮮", ("KP", "DPRK")),
        ("أنصار", ("houthis", "Houthis")),
    ],
)
def test_an_alias_in_any_script_finds_who_it_is_and_what_is_said(
    words: str, meant: tuple[str, str], explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """By keyboard alone: a slash, the name as one writes it, arrow, Enter."""
    actor, name = meant
    watched = open_page(explorer, fragment="#list=claims")
    page = watched.page
    page.wait_for_selector("#list .entry")
    page.keyboard.press("/")
    page.keyboard.type(words)
    assert listed(page) == len(involving(bundled, actor)) > 0
    first = page.locator(SUGGESTED).first
    assert first.locator("bdi").first.inner_text() == name
    assert words.casefold() in first.locator(".aside").inner_text().casefold()
    assert "1 actors" in page.locator("#said").inner_text()
    page.keyboard.press("ArrowDown")
    active = page.locator("#search").get_attribute("aria-activedescendant")
    assert active == first.get_attribute("id")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == name
    assert page.locator("#search").input_value() == ""
    assert listed(page) == len(involving(bundled, actor))
    assert f"about={actor}" in page.url
    watched.is_quiet()


@pytest.mark.parametrize("words", ["2270 8", "S/RES/2270 para. 8"])
def test_a_paragraph_is_found_by_its_number(
    words: str, explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Its norms are suggested, and what is chosen lists the findings under it, and no other."""
    page = open_page(explorer).page
    page.fill("#search", words)
    group = page.locator("#suggestions [role=group]", has_text="Norms")
    shown = group.locator("[role=option] bdi:first-child").all_inner_texts()
    cited = [norm for norm in bundled.norms if norm.citation == "S/RES/2270 (2016), para. 8"]
    assert shown == [norm.citation for norm in cited]
    group.locator("[role=option]").first.click()
    chosen = page.url.split("under=")[1].split("&")[0]
    assert chosen in {norm.id for norm in cited}
    assert "S/RES/2270 (2016), para. 8" in page.locator("#panel").inner_text()
    assert listed(page) == sum(row.norm == chosen for row in bundled.findings) > 0
    page.keyboard.press("Escape")


def test_a_click_on_what_is_listed_beneath_the_suggestions_meets_it(
    explorer: Path, open_page: Opener
) -> None:
    """The list of suggestions goes, and what lay beneath it does not move away from the pointer."""
    page = open_page(explorer, fragment="#list=claims").page
    page.fill("#search", "Angara")
    assert page.locator("#suggestions").is_visible()
    wanted = page.locator("#list .entry .what").nth(1).inner_text()
    page.locator("#list .entry").nth(1).click()
    assert page.locator("#panel h2").inner_text() == wanted
    assert not page.locator("#suggestions").is_visible()


def test_the_numbers_of_facets_are_those_of_the_graph(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Stance, supplier, year, item and carrier, counted in Python and on the page."""
    watched = open_page(explorer, fragment="#list=claims")
    page = watched.page
    acts = said(bundled)
    stances = Counter(
        stance or "none taken" for each in acts.values() for stance in {s for s, _ in each}
    )
    shown = counted(page, "stance")
    assert {key: shown[key] for key in ("denies", "alleges", "asserts", "none taken")} == {
        key: stances[key] for key in ("denies", "alleges", "asserts", "none taken")
    }
    years = Counter(year for each in acts.values() for year in {y for _, y in each})
    assert {key: number for key, number in counted(page, "year").items() if key} == dict(years)
    for role in ("supplier", "recipient", "via"):
        of_role = Counter(value for row in bundled.propositions for value in set(row.values(role)))
        found = counted(page, role)
        assert {key: number for key, number in found.items() if key} == dict(of_role)
        assert found[""] == sum(not row.values(role) for row in bundled.propositions)
    watched.is_quiet()


def test_a_broader_item_counts_the_narrower_ones(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """For every item on the page: the claims that are about it, or about anything below it."""
    page = open_page(explorer, fragment="#list=claims").page
    broader = {row.id: row.broader for row in bundled.items}

    def above(item: str) -> set[str]:
        return {item}.union(*(above(each) for each in broader[item]))

    wanted: Counter[str] = Counter()
    for row in bundled.propositions:
        wanted.update(set().union(*map(above, row.values("item"))))
    shown = counted(page, "item")
    assert {key: number for key, number in shown.items() if key} == dict(wanted)
    assert shown["any-item"] > shown["ballistic-missiles"] > 0


def test_a_facet_counts_without_its_own_choice_but_with_all_others(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """What is chosen of stance narrows the suppliers, and not the stances."""
    acts = said(bundled)
    denied = {iri for iri, each in acts.items() if any(stance == "denies" for stance, _ in each)}
    supplied = supplied_by(bundled.propositions, "KP")
    watched = open_page(explorer, fragment="#list=claims&stance=denies&supplier=KP")
    page = watched.page
    assert listed(page) == len(denied & supplied) > 0
    assert counted(page, "supplier")["KP"] == len(denied & supplied)
    assert counted(page, "supplier")["IR"] == len(denied & supplied_by(bundled.propositions, "IR"))
    confirmed = {iri for iri in supplied if any(s == "confirms" for s, _ in acts[iri])}
    assert counted(page, "stance")["confirms"] == len(confirmed) > 0
    page.check("#facet-stance [data-value=confirms]")
    assert listed(page) == len(supplied & (denied | confirmed))
    again = open_page(explorer, fragment="#" + page.url.split("#")[1]).page
    assert listed(again) == listed(page)
    page.get_by_role("button", name="Remove Supplier: DPRK").click()
    assert "supplier" not in page.url
    page.click("#clear")
    assert listed(page) == len(bundled.propositions)
    assert not page.locator("#chips").is_visible()
    watched.is_quiet()


def test_every_carrier_is_named(explorer: Path, bundled: Picture, open_page: Opener) -> None:
    """The question of an analyst who opens the page for the first time."""
    page = open_page(explorer, fragment="#list=claims").page
    open_facet(page, "via")
    shown = set(page.locator("#facet-via .value bdi:not(.unstated)").all_inner_texts())
    wanted = {
        role.label for row in bundled.propositions for role in row.roles if role.role == "via"
    }
    assert shown == wanted
    assert "MV Angara" in shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_facets_suggestions_and_paths(
    scheme: str, explorer: Path, open_page: Opener
) -> None:
    """With a list, a tree, chips, the suggestions and a path open."""
    fragment = "#list=claims&stance=denies|confirms&view=path&from=actor%3AKP&to=actor%3ARU"
    page = open_page(explorer, fragment=fragment, scheme=scheme).page
    assert page.locator("#paths .path").count() > 0
    open_facet(page, "stance")
    open_facet(page, "item")
    page.fill("#search", "russia")
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    assert [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found] == []


def test_facets_are_chosen_by_keyboard(explorer: Path, open_page: Opener) -> None:
    """Arrows walk, Space chooses and stays, arrows to the side open what is narrower."""
    page = open_page(explorer, fragment="#list=claims").page
    page.locator("#narrowing > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#facet-item > summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#facet-item .value")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    where = "document.activeElement.dataset.value"
    second = page.evaluate(where)
    turn = page.locator("#facet-item li:focus-within > .turn").last
    assert turn.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(where) == second
    assert page.locator("#facet-item li:focus-within > .turn").last.get_attribute(
        "aria-expanded"
    ) == ("true")
    before = listed(page)
    page.keyboard.press("Space")
    assert page.evaluate(where) == second
    assert 0 < listed(page) < before
    assert page.locator("#said").inner_text().endswith("shown")


def test_a_path_leads_from_a_ship_to_a_finding(
    explorer: Path, bundled: Picture, open_page: Opener
) -> None:
    """Each step says who says it and how, or that this program infers it, with the words."""
    carried = {
        row.iri
        for row in bundled.propositions
        if any(role.role == "via" and role.value == SHIP for role in row.roles)
    }
    finding = next(
        row
        for row in bundled.findings
        if row.transfer in carried and row.kind == "alleged-violation"
    )
    watched = open_page(explorer, fragment=f"#view=path&finding={finding.id}")
    page = watched.page
    page.locator("#path-from").focus()
    page.keyboard.type("angara")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#path-from").input_value() == "MV Angara"
    page.get_by_role("button", name="To: take the selected").click()
    first = page.locator("#paths .path").first
    assert "2 steps" in first.locator("h3").inner_text().lower()
    nodes = first.locator(".node bdi").all_inner_texts()
    sentences = {row.iri: row.sentence for row in bundled.propositions}
    assert nodes == ["MV Angara", sentences[finding.transfer], finding.sentence]
    for words in page.locator("#paths .saying").all_inner_texts():
        assert " · " in words or "Inferred by this program" in words
    assert "nobody says it as a whole" in page.locator("#paths .around").inner_text()
    first.locator(".evidence").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == sentences[finding.transfer]
    assert page.locator("#panel mark").count() > 0
    again = open_page(explorer, fragment="#" + page.url.split("#")[1]).page
    assert again.locator("#paths .path").first.locator(".node bdi").all_inner_texts() == nodes
    watched.is_quiet()


def test_a_path_honours_filters_and_direction(explorer: Path, open_page: Opener) -> None:
    """A norm leads to no ship, unless one reads against the direction; filters shut claims."""
    ends = "#view=path&from=norm%3A1874-9-dprk&to=actor%3Av-angara"
    page = open_page(explorer, fragment=ends).page
    assert "No path leads" in page.locator("#paths .around").inner_text()
    page.get_by_role("button", name="Look in either direction").click()
    assert page.locator("#paths .path").count() > 0
    assert "against the direction" in page.locator("#paths").inner_text()
    shut = open_page(explorer, fragment=f"{ends}&direction=either&claimed=vote").page
    assert "No path leads" in shut.locator("#paths .around").inner_text()
    lost = open_page(explorer, fragment="#view=path&from=actor%3Anobody&to=actor%3ARU")
    assert "nothing called actor:nobody" in lost.page.locator("#paths").inner_text()
    lost.is_quiet()


@pytest.mark.parametrize("width", [1080, 375, 300])
def test_nothing_stands_out_of_a_narrow_window(
    width: int, explorer: Path, open_page: Opener
) -> None:
    """With a facet and suggestions open, and with paths shown."""
    ends = "from=actor%3AKP&to=norm%3A1874-9-dprk"
    watched = open_page(
        explorer, fragment=f"#view=path&{ends}&stance=denies", width=width, height=800
    )
    page = watched.page
    for part in ("network", "lists"):
        if width < 800:
            page.click(f".tabs [data-part={part}]")
        if part == "lists":
            open_facet(page, "item")
            page.fill("#search", "russia")
        page.wait_for_timeout(100)
        out = page.evaluate(
            """(part) => [...document.querySelectorAll(`.column.${part} *`)]
              .filter((each) => each.checkVisibility() && !each.closest('.views, .unseen')
                && each.getBoundingClientRect().right > innerWidth + 1)
              .map((each) => each.outerHTML.slice(0, 80))""",
            part,
        )
        assert out == [], part
        assert page.evaluate("document.documentElement.scrollWidth") == width
    watched.is_quiet()
