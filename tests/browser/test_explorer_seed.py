"""The page of one text with all reference data, opened from a disk with the network blocked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg.front.graph import open_graph
from kg.queries.rows import Picture
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

OVERLAPS = """() => {
  const { drawn } = document.getElementById('canvas');
  const boxes = drawn.boxes();
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
}"""
NETWORK = "#view=network"
CONFIRMED = "Such weapons deliveries, several of which we now confirm have been completed"


@pytest.fixture(scope="module")
def seed(seed_build: Path) -> Picture:
    return open_graph(seed_build).picture()


@pytest.fixture(scope="module")
def explorer(seed: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    path.write_text(draw_explorer(seed), encoding="utf-8", newline="\n")
    return path


def colours_on_canvas(page: Page) -> int:
    count = page.evaluate(
        """() => {
          const drawn = document.querySelector('#canvas canvas');
          const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
          copy.drawImage(drawn, 0, 0);
          const pixels = copy.getImageData(0, 0, drawn.width, drawn.height);
          return new Set(new Uint32Array(pixels.data.buffer)).size;
        }"""
    )
    assert isinstance(count, int)
    return count


def claim(name: str) -> str:
    return f"#claim=2023-10-26-us-jp-kr%2F{name}"


def test_the_page_asks_for_nothing_and_draws(explorer: Path, open_page: Opener) -> None:
    """It opens from a disk: one file, no request, no complaint, and a network that is no blank."""
    watched = open_page(explorer, fragment=NETWORK)
    assert colours_on_canvas(watched.page) > 20
    watched.page.click("#all")
    watched.page.wait_for_timeout(150)
    assert colours_on_canvas(watched.page) > 20
    watched.is_quiet()
    assert watched.requests == [explorer.as_uri()]


def test_it_opens_on_a_finding(explorer: Path, open_page: Opener) -> None:
    """Not on a hairball: the first finding is selected, its neighbourhood drawn."""
    page = open_page(explorer, fragment=NETWORK).page
    assert page.locator("#list .entry[aria-current=true]").count() == 1
    assert page.locator("#near").get_attribute("aria-pressed") == "true"
    assert "Alleged violation".lower() in page.locator("#panel .kicker").inner_text().lower()


def test_a_click_on_a_claim_shows_the_words_in_their_place(
    explorer: Path, open_page: Opener
) -> None:
    """The highlighted words are the text's own, and they are scrolled into view."""
    watched = open_page(explorer)
    page = watched.page
    page.click("[data-list=claims]")
    page.fill("#search", "several of which we now confirm")
    page.locator("#list .entry").first.click()
    mark = page.locator("#panel mark.now")
    assert "".join(mark.all_inner_texts()) == CONFIRMED
    assert mark.first.is_visible()
    inside = page.evaluate(
        """() => {
          const mark = document.querySelector('#panel mark.now').getBoundingClientRect();
          const box = document.querySelector('#panel .text').getBoundingClientRect();
          return mark.top >= box.top && mark.bottom <= box.bottom;
        }"""
    )
    assert inside
    assert "completed" in page.locator("#panel .card").first.inner_text()
    watched.is_quiet()


def test_every_quote_stands_in_its_place(explorer: Path, seed: Picture, open_page: Opener) -> None:
    """For every speech act, the page's own slice of the text is the quote, in the seed's words."""
    page = open_page(explorer).page
    found = page.evaluate(
        """() => {
          const data = document.getElementById('data').view;
          return data.acts.map(({ words }) => words.spans.map(
            ([start, end]) => data.texts[words.text].characters.slice(start, end)));
        }"""
    )
    assert found == [list(act.words.exact) for act in seed.speech_acts]
    assert found


def test_several_readings_can_be_read_one_by_one(explorer: Path, open_page: Opener) -> None:
    """Each act of saying is a button that moves the highlight to its own words."""
    page = open_page(explorer, fragment=claim("dprk-assistance-to-russia")).page
    shown = set()
    for card in page.locator("#panel .card").all():
        card.click()
        shown.add("".join(page.locator("#panel mark.now").all_inner_texts()))
    assert shown == {"with assistance from the DPRK", "its support to Russia"}
    assert "On the reading that" in page.locator("#panel").inner_text()


def test_a_finding_says_what_it_is_and_how_far_it_was_checked(
    explorer: Path, open_page: Opener
) -> None:
    """The disclaimer, the denials, the tests and the marks stand on every finding's panel."""
    page = open_page(explorer).page
    count = page.locator("#list .entry").count()
    assert count > 0
    for number in range(count):
        page.locator("#list .entry").nth(number).click()
        words = page.locator("#panel").inner_text()
        assert "inference and no legal determination." in words
        assert "Nobody in this graph denies or doubts it." in words
        assert page.locator("#panel .tests li").count() >= 1
        assert page.locator("#panel .chip.check").count() >= 1


def test_the_first_finding_leads_to_its_rule(explorer: Path, open_page: Opener) -> None:
    """The rule is cited by paragraph, with a source that opens in a window of its own."""
    page = open_page(explorer).page
    words = page.locator("#panel").inner_text()
    assert re.search(r"S/RES/\d+ \(\d{4}\), para\. \d+", words)
    links = page.locator("#panel a").all()
    assert links
    for each in links:
        assert re.match(r"https?://", each.get_attribute("href") or "")
        assert "noopener" in (each.get_attribute("rel") or "")


def test_a_narrow_window_has_tabs_and_no_sideways_scroll(explorer: Path, open_page: Opener) -> None:
    """At 375 pixels each part fills the window, and nothing stands out of it."""
    watched = open_page(explorer, width=375, height=800)
    page = watched.page
    for part in ("lists", "network", "evidence"):
        page.click(f".tabs [data-part={part}]")
        page.wait_for_timeout(100)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width == 375, part
        assert page.locator(f".column.{part}").is_visible()
        out = page.evaluate(
            """(part) => [...document.querySelectorAll(`.column.${part} *`)]
              .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
              .map((each) => each.className)""",
            part,
        )
        assert out == [], part
    watched.is_quiet()


def test_the_page_can_be_walked_with_the_keyboard(explorer: Path, open_page: Opener) -> None:
    """Tab reaches the list, arrows walk it, Enter opens, and the change is announced."""
    page = open_page(explorer).page
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.className || document.activeElement.id")
        )
    assert "search" in reached
    assert "entry" in reached
    page.locator("#list .entry").first.focus()
    page.keyboard.press("ArrowDown")
    second = page.locator("#list .entry").nth(1)
    assert second.evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    assert second.get_attribute("aria-current") == "true"
    assert page.locator("#said").inner_text().startswith("finding selected: ")
    outline = second.evaluate("each => getComputedStyle(each).outlineStyle")
    assert outline == "solid"


def test_dark_mode_follows_the_system(explorer: Path, open_page: Opener) -> None:
    """Light words on a dark page, and a network drawn in the dark page's colours."""
    ground = "getComputedStyle(document.body).backgroundColor"
    light = open_page(explorer).page
    dark = open_page(explorer, fragment=NETWORK, scheme="dark").page
    assert light.evaluate(ground) != dark.evaluate(ground)
    brightness = (
        "() => getComputedStyle(document.body).color.match(/\\d+/g).reduce((a, b) => a + +b, 0)"
    )
    assert dark.evaluate(brightness) > 600 > light.evaluate(brightness)
    assert colours_on_canvas(dark) > 20


def test_without_javascript_the_findings_are_there(
    explorer: Path, seed: Picture, open_page: Opener
) -> None:
    """Mail previews, archives and careful readers see title, sources, disclaimer, findings."""
    page = open_page(explorer, script=False).page
    words = page.locator("body").inner_text()
    assert "no legal determination" in words
    assert page.locator("#plain tbody tr").count() == len(seed.findings)
    assert "U.S.-Japan-ROK Joint Statement" in words
    assert not page.locator("#app").is_visible()


def test_an_address_leads_to_what_it_names(explorer: Path, open_page: Opener) -> None:
    """A link with a fragment opens on that claim; an unknown one is said, and is no error."""
    watched = open_page(explorer, fragment=claim("assistance-dprk-seeks"))
    assert "assistance-dprk-seeks" in watched.page.locator("#panel").inner_text()
    watched.page.click("[data-list=findings]")
    watched.page.locator("#list .entry").nth(1).click()
    assert "#finding=" in watched.page.url
    watched.is_quiet()
    lost = open_page(explorer, fragment="#claim=__proto__")
    assert "no claim called" in lost.page.locator("#said").inner_text()
    assert lost.page.locator("#list .entry[aria-current=true]").count() == 1
    lost.is_quiet()


def test_filters_narrow_the_list(explorer: Path, seed: Picture, open_page: Opener) -> None:
    """By stance, the list holds exactly the claims on which somebody takes it."""
    page = open_page(explorer).page
    page.click("[data-list=claims]")
    page.click("#narrowing > summary")
    page.click("#facet-stance > summary")
    page.check("#facet-stance [data-value=confirms]")
    stances = {act.proposition for act in seed.speech_acts if act.stance == "confirms"}
    assert page.locator("#list .entry").count() == len(stances) > 0
    page.click("#clear")
    assert page.locator("#list .entry").count() == len(seed.propositions)


def test_no_boxes_overlap_around_any_claim(explorer: Path, open_page: Opener) -> None:
    """In every neighbourhood, no node stands on another, in a wide frame and in a tall one."""
    for width, height in ((1400, 860), (375, 800)):
        watched = open_page(explorer, width=width, height=height)
        page = watched.page
        claims = page.evaluate("document.getElementById('data').view.claims.map((row) => row.id)")
        assert claims
        if width < 800:
            page.click(".tabs [data-part=network]")
        for name in claims:
            page.evaluate(
                "(id) => { location.hash = `view=network&claim=${encodeURIComponent(id)}` }", name
            )
            page.wait_for_timeout(30)
            overlaps = page.evaluate(OVERLAPS)
            assert overlaps == [], (name, width)
        watched.is_quiet()
