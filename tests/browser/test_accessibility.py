"""axe-core finds nothing to complain of, in any view, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.front.graph import open_graph
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
STANCES = ("stances", "stances&stancesAs=claims", "stances&stancesAs=speaker")
VIEWS = ("overview", "network", *STANCES, "timeline", "ledger", "table")


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(view: str, scheme: str, explorer: Path, open_page: Opener) -> None:
    """Levels A and AA of WCAG 2.2, and what axe-core calls best practice."""
    page = open_page(explorer, fragment=f"#view={view}", scheme=scheme).page
    # Evaluated, and not added as a script element, which the page's policy would refuse.
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    told = [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found]
    assert told == []
