"""axe-core finds nothing to complain of, in any view and state of the page, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kg.front.graph import open_graph
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = "[...document.querySelectorAll('[data-of]')].map((each) => each.dataset.of)"
CLAIM = "claim=2023-10-26-us-jp-kr%2Fdprk-arms-to-russia"
STATES = (
    "list=actors",
    CLAIM,
    "actor=KP",
    "view=stances&stancesAs=claims",
    "view=stances&stancesAs=speaker",
    "words=weapons&list=claims",
    "words=nothing%20like%20it",
)


@pytest.fixture(scope="module")
def explorer(seed_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    graph = open_graph(seed_build)
    page = draw_explorer(
        graph.picture(),
        matrices=graph.stance_matrices(),
        changes=graph.position_changes(),
        records=graph.norm_records(),
    )
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def complaints(page: Page, fragment: str) -> list[tuple[str, str, list[Any]]]:
    page.evaluate("(hash) => { location.hash = hash }", fragment)
    page.wait_for_timeout(100)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    return [
        (fragment, each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(scheme: str, explorer: Path, open_page: Opener) -> None:
    """Levels A and AA of WCAG 2.2, and what axe-core calls best practice."""
    page = open_page(explorer, scheme=scheme).page
    # Evaluated, and not added as a script element, which the page's policy would refuse.
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    views = page.evaluate(VIEWS)
    assert views
    shown = [f"view={view}" for view in views] + [f"view={view}&{CLAIM}" for view in views]
    told = [each for fragment in (*shown, *STATES) for each in complaints(page, fragment)]
    assert told == []


@pytest.mark.parametrize("width", [300, 375])
def test_axe_finds_no_violation_in_a_narrow_window(
    width: int, explorer: Path, open_page: Opener
) -> None:
    """The same within another page, and in a window in which the parts are tabs."""
    page = open_page(explorer, width=width, height=600).page
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    views = [f"view={view}" for view in page.evaluate(VIEWS)]
    told = [
        each
        for more in ("&theme=dark", "&embed=1")
        for view in views
        for each in complaints(page, view + more)
    ]
    page.click(".tabs [data-part=evidence]")
    told += complaints(page, f"{CLAIM}&embed=1")
    assert told == []
