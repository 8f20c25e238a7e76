"""The stance matrix on the page is the one that `kg stances` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.front.graph import Graph, open_graph
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

CLAIM = "2023-10-26-us-jp-kr/dprk-arms-to-russia"
FRAGMENT = "#view=stances&claim=" + CLAIM.replace("/", "%2F")


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def explorer(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    page = draw_explorer(graph.picture(), matrices=graph.stance_matrices())
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


def test_a_stance_leads_to_its_words(explorer: Path, open_page: Opener) -> None:
    """The denial in the matrix opens the claim of the one who denies, with the words."""
    watched = open_page(explorer, fragment=FRAGMENT)
    page = watched.page
    page.locator("#view-stances .stance.negates").first.focus()
    page.keyboard.press("Enter")
    assert "Dmitry Peskov denies" in page.locator("#panel").inner_text()
    assert page.locator("#panel mark").count() >= 1
    watched.is_quiet()


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
