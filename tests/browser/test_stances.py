"""The stance matrix on the page is the one that `kg stances` prints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from kg.front.graph import Graph, open_graph
from kg.queries.values import Value
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

CLAIM = "2023-10-26-us-jp-kr/dprk-arms-to-russia"
FRAGMENT = "#view=stances&claim=" + CLAIM.replace("/", "%2F")
# One letter tells what the E3 allege and who denies it; an answer admits something else later.
LETTER = "2022-10-21-e3/ir-uav-to-ru"
LETTERS = "#view=stances&claim=" + LETTER.replace("/", "%2F")
SIDE_BY_SIDE = "#view=stances&stancesAs=claims&pair=IR%3ERU"


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def explorer(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(
        graph.picture(), matrices=graph.stance_matrices(), changes=graph.position_changes()
    )
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def test_the_matrix_has_a_row_for_each_speaker_and_a_column_for_each_text(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """Every stance of every speaker, those of joint statements in the row of each."""
    matrix = graph.stances(CLAIM)
    watched = open_page(explorer, fragment=FRAGMENT)
    table = watched.page.locator("#view-stances table")
    names = dict(matrix.names)
    rows = table.locator("tbody tr")
    shown = {row.locator("th").inner_text(): row.locator(".stance").count() for row in rows.all()}
    assert shown == {names[who]: len(theirs) for who, theirs in matrix.by_actor().items()}
    days = table.locator("thead .day").all_inner_texts()
    assert days == [day for day, _ in matrix.texts()]
    assert "Dmitry Peskov" in shown
    watched.is_quiet()


def test_what_is_only_like_it_stands_apart_with_the_reason(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """A denial of something else is shown, and is not counted as one of this."""
    matrix = graph.stances(CLAIM)
    page = open_page(explorer, fragment=FRAGMENT).page
    section = page.locator("#view-stances .others").last
    assert section.locator(".entry").count() == len(matrix.related) > 5
    assert f"({len(matrix.related)})" in section.locator("h3").inner_text()
    assert all(
        words.startswith("not about this: ") for words in section.locator(".how").all_inner_texts()
    )


def test_enter_opens_the_words_and_leaves_focus_and_matrix(
    explorer: Path, open_page: Opener
) -> None:
    """A denial given in an answer is shown with the claim that it bears on, which stays."""
    watched = open_page(explorer, fragment=FRAGMENT)
    page = watched.page
    denial = page.locator("#view-stances .stance.negates").first
    before = page.locator("#view-stances .around").inner_text()
    denial.focus()
    page.keyboard.press("Enter")
    assert focused(page) == denial.get_attribute("data-key")
    assert page.locator("#view-stances .around").inner_text() == before
    card = page.locator("#panel .apart .card")
    assert "Dmitry Peskov denies" in card.inner_text()
    assert card.get_attribute("aria-pressed") == "true"
    assert "Said of an answer to it" in page.locator("#panel .apart").inner_text()
    assert page.locator("#panel mark.now").inner_text() in card.inner_text()
    page.get_by_role("button", name="Show this claim\u2019s matrix").click()
    assert "claim=2023-10-26-peskov" in page.url
    assert page.locator("#view-stances .around").inner_text() != before
    assert page.locator("#panel .apart").count() == 0
    watched.is_quiet()


def test_a_second_act_of_a_claim_is_chosen_and_its_link_reopens_it(
    explorer: Path, open_page: Opener
) -> None:
    """The panel marks the words of that act, and the address names it."""
    watched = open_page(explorer, fragment=FRAGMENT)
    page = watched.page
    second = page.locator("#view-stances tbody tr").first.locator(".stance").nth(1)
    second.click()
    assert chosen_words(page) == "its support to Russia"
    assert second.get_attribute("aria-current") == "true"
    assert "act=" in page.url
    again = open_page(explorer, fragment="#" + page.url.split("#")[1])
    assert chosen_words(again.page) == "its support to Russia"
    again.is_quiet()
    watched.is_quiet()


def test_arrow_keys_lead_through_the_grid_and_space_opens(
    explorer: Path, open_page: Opener
) -> None:
    """Tab stops once; a cell of two stances has two stops; Home and End are the row's ends."""
    page = open_page(explorer, fragment=FRAGMENT).page
    grid = page.get_by_role("grid", name="Stance matrix")
    assert grid.locator("[tabindex='0']").count() == 1
    grid.locator("[tabindex='0']").focus()
    first = page.locator("#view-stances tbody tr").first.locator(".stance").first
    assert focused(page) == first.get_attribute("data-key")
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("act:2023-10-26-us-jp-kr/")
    assert focused(page) != first.get_attribute("data-key")
    page.keyboard.press("Home")
    assert focused(page) == "speaker:JP"
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert "Dmitry Peskov doubts" in page.locator("#panel .apart").inner_text()
    assert grid.locator("[tabindex='0']").count() == 1


def test_days_narrow_the_matrix_and_what_lies_outside_is_counted(
    explorer: Path, open_page: Opener
) -> None:
    """With the denials among it: nothing is dropped in silence."""
    page = open_page(explorer, fragment=LETTERS + "&since=2022-11-01").page
    view = page.locator("#view-stances")
    assert names(view) == ["Hossein Amir-Abdollahian"]
    told = view.locator(".left").inner_text()
    assert told.startswith(
        "4 of 5 stances lie outside the days chosen and are not shown, 3 of them denials or doubts."
    )
    page.get_by_role("button", name="Show every day").click()
    assert len(names(view)) == 5


def test_speakers_are_chosen_and_those_left_out_are_counted(
    explorer: Path, open_page: Opener
) -> None:
    """By the actor chosen in the lists, or by name among those who speak of the claim."""
    page = open_page(explorer, fragment=LETTERS + "&about=IR").page
    view = page.locator("#view-stances")
    assert names(view) == ["Iran"]
    assert view.locator(".left").inner_text().startswith("4 of 5 speakers not shown")
    assert "as told in our abstract of a text of E3" in view.locator(".stance").inner_text()
    page.get_by_role("button", name="Show all speakers").click()
    assert len(names(view)) == 5
    view.locator(".who summary").click()
    view.get_by_role("checkbox", name="E3", exact=True).uncheck()
    assert "E3" not in names(view)
    assert len(names(view)) == 4
    assert focused(page) == "who:e3"
    assert "stancesWho=" in page.url


def test_the_speakers_of_the_filters_hold_and_who_says_nothing_is_named(
    explorer: Path, open_page: Opener
) -> None:
    """Several may be chosen; one who takes no stance on the claim is no reason to hide it."""
    page = open_page(explorer, fragment=LETTERS + "&speaker=e3%7CIR").page
    assert names(page.locator("#view-stances")) == ["E3", "Iran"]
    page = open_page(explorer, fragment=LETTERS + "&about=RU").page
    view = page.locator("#view-stances")
    assert len(names(view)) == 5
    assert view.locator(".left").inner_text() == (
        "Russia, chosen in the filters: no stance here in this graph. All who take one are shown."
    )


def test_every_stance_has_its_sign_and_its_word(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """The signs are those of the overview and the legend, and stand beside the exact word."""
    matrix = graph.stances("2022-07-11-sullivan/ir-uav-to-ru")
    page = open_page(
        explorer, fragment="#view=stances&claim=2022-07-11-sullivan%2Fir-uav-to-ru"
    ).page
    view = page.locator("#view-stances")
    shown = [
        (
            each.locator(".said").inner_text().split(" · ")[0],
            (each.locator(".key .sign").first.get_attribute("class") or "").split()[1],
        )
        for each in view.locator(".stance").all()
    ]
    signs = {"denies": "denied", "doubts": "denied", "entertains": "feared"}
    taken = [str(row.act.stance) for row in matrix.stances]
    assert sorted(shown) == sorted((word, signs[word]) for word in taken)
    readings = {row.act.reading for row in matrix.stances if row.act.reading}
    assert len(readings) == 2
    assert set(view.locator(".reading-of").all_inner_texts()) == {
        f"on one reading: {reading}" for reading in readings
    }
    assert view.locator(".legend li").count() == 6


def test_claims_stand_side_by_side_those_in_dispute_first(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """Each claim of a pair of which anybody speaks, and every stance of every speaker in a cell."""
    watched = open_page(explorer, fragment=SIDE_BY_SIDE)
    view = watched.page.locator("#view-stances")
    matrices = {
        f"{each.proposition.text}/{each.proposition.name}": each
        for each in graph.stance_matrices().values()
        if "IR" in each.proposition.values("supplier")
        and "RU" in each.proposition.values("recipient")
    }
    heads = view.locator("thead .claim").all()
    shown = [(each.get_attribute("data-key") or "").removeprefix("claim:") for each in heads]
    assert sorted(shown) == sorted(matrices)
    disputed = [
        any(sense.value is Value.BOTH for sense in matrices[each].value.senses) for each in shown
    ]
    told = [
        "affirmed by some" in each.inner_text()
        for each in view.locator("thead th[data-claim]").all()
    ]
    assert told == disputed
    assert disputed[0]
    assert sum(disputed) == 4
    cells: Counter[str] = Counter(
        (each.get_attribute("data-key") or "").split(":")[2]
        for each in view.locator("tbody .stance").all()
    )
    wanted = Counter(
        who for each in matrices.values() for who, said in each.by_actor().items() for _ in said
    )
    assert cells == wanted
    watched.is_quiet()


def test_two_stances_of_one_speaker_in_one_text_stay_two(explorer: Path, open_page: Opener) -> None:
    """Each with the reading on which it is one."""
    page = open_page(explorer, fragment=SIDE_BY_SIDE).page
    column = [
        each.get_attribute("data-key") for each in page.locator("#view-stances thead .claim").all()
    ].index("claim:2022-07-11-sullivan/ir-uav-to-ru")
    row = page.locator("#view-stances tbody tr", has_text="Hossein Amir-Abdollahian")
    said = row.locator("td").nth(column).locator(".stance")
    assert [each.split("\n")[1] for each in said.locator(".said").all_inner_texts()] == [
        "denies · no status",
        "doubts · no status",
    ]
    assert said.locator(".reading-of").count() == 2
    said.last.click()
    assert "On the reading that only the grounds" in (
        page.locator("#panel .card[aria-pressed=true]").inner_text()
    )
    assert page.locator("#view-stances thead .claim").count() == 16


def test_what_one_speaker_says_over_time_is_the_story_of_the_command(
    explorer: Path, graph: Graph, open_page: Opener
) -> None:
    """Turn by turn, with who speaks for whom, the days claimed, the words and the readings."""
    (story,) = graph.position_changes("IR")
    watched = open_page(explorer, fragment="#view=stances&stancesAs=speaker&stancesOf=IR")
    page = watched.page
    turns = page.locator("#view-stances .story .turns > li")
    assert [each.inner_text().split("\n")[0] for each in turns.all()] == [
        f"{turn.since} to {turn.until} {turn.side}"
        if turn.since != turn.until
        else f"{turn.since} {turn.side}"
        for turn in story.turns
    ]
    for turn, shown in zip(story.turns, turns.all(), strict=True):
        lines = shown.locator(".lines > li").all_inner_texts()
        for said, line in zip(turn.said, lines, strict=True):
            assert f"{said.date} {said.stance} · {said.status or 'no status'}" in line
            assert said.words in line
            assert (said.reading or "") in line
            assert (said.when or "") in line
    assert "Hossein Amir-Abdollahian, in a text of Iranian Ministry" in turns.first.inner_text()
    turns.last.locator(".stance").click()
    assert "limited number of drones" in chosen_words(page)
    shown = page.locator("#view-stances .choose select")
    assert shown.input_value() == "IR"
    page.locator("[data-list=actors]").click()
    page.locator("#list .entry", has_text="DPRK").first.click()
    assert shown.input_value() == "KP"
    watched.is_quiet()


def test_two_thousand_claims_are_shown_a_page_at_a_time(explorer: Path, open_page: Opener) -> None:
    """What is left out is said, and the page stays quick."""
    watched = open_page(explorer, fragment="#view=overview")
    page = watched.page
    count, took = page.evaluate(
        """() => {
          const { view } = document.getElementById('data');
          const claims = [...view.claims]; // other rows, of which the page makes its index anew
          view.claims = claims;
          const transfers = claims.filter((each) => each.kind === 'transfer');
          for (let at = 0; claims.length < 2000; at += 1) {
            const each = transfers[at % transfers.length];
            claims.push({ ...each, id: `copy-${at}` });
          }
          document.querySelector('[data-view=stances]').click();
          const began = performance.now();
          document.querySelector('[data-key="mode:claims"]').click();
          document.querySelector('#view-stances').getBoundingClientRect();
          return [claims.length, performance.now() - began];
        }"""
    )
    view = page.locator("#view-stances")
    assert count == 2000
    assert view.locator("thead .claim").count() == 20
    assert f"{count} claims; here 1–20" in view.locator(".around").inner_text()
    first = view.locator("thead .claim").first.get_attribute("data-key")
    view.get_by_role("button", name="Next claims").click()
    assert "here 21–40" in view.locator(".around").inner_text()
    assert view.locator("thead .claim").first.get_attribute("data-key") != first
    assert took < 3000  # some 0.3 s where it was written; a machine of tests may be busy
    watched.is_quiet()


@pytest.mark.parametrize("mode", ["claim", "claims", "speaker"])
def test_a_narrow_window_has_a_list(mode: str, explorer: Path, open_page: Opener) -> None:
    """No grid, nothing beside the window, and Enter leads to the words with the focus."""
    watched = open_page(explorer, fragment=f"{LETTERS}&stancesAs={mode}", width=375, height=800)
    page = watched.page
    page.locator(".tabs [data-part=network]").click()
    view = page.locator("#view-stances")
    assert view.get_by_role("grid").count() == 0
    assert view.evaluate("(each) => each.scrollWidth <= each.clientWidth")
    stance = view.locator(".stance").first
    stance.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel .card[aria-pressed=true]").is_visible()
    assert page.evaluate("document.activeElement.closest('#panel') !== null")
    watched.is_quiet()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.key"))


def names(view: Locator) -> list[str]:
    return view.locator("tbody th bdi").all_inner_texts()


def chosen_words(page: Page) -> str:
    """Return the words marked in the text, which the pressed card quotes."""
    words = page.locator("#panel mark.now").inner_text()
    assert words in page.locator("#panel .card[aria-pressed=true]").inner_text()
    return words


def test_a_page_without_matrices_says_so(graph: Graph, tmp_path: Path, open_page: Opener) -> None:
    """It is no empty matrix: it was made without."""
    path = tmp_path / "page.html"
    picture = graph.picture(text="2023-10-26-us-jp-kr")
    path.write_text(draw_explorer(picture), encoding="utf-8", newline="\n")
    page = open_page(path, fragment=FRAGMENT).page
    assert "made without the stances" in page.locator("#view-stances").inner_text()


def test_a_citation_and_a_link_are_taken_away(explorer: Path, open_page: Opener) -> None:
    """Where the clipboard is closed to the page, the words stand there selected."""
    watched = open_page(explorer, fragment=FRAGMENT)
    page = watched.page
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
    )
    page.get_by_role("button", name="Copy a citation").click()
    words = page.locator("#panel .copied").input_value()
    assert "That it is recorded asserts nothing." in words
    assert "U.S.-Japan-ROK Joint Statement" in words
    page.get_by_role("button", name="Copy a link").click()
    link = page.locator("#panel .copied").input_value()
    assert link.endswith(
        "#claim=2023-10-26-us-jp-kr%2Fdprk-arms-to-russia&view=stances&list=claims"
    )
    watched.is_quiet()
