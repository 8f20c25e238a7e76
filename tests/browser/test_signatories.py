"""Who signed a document stands beside its text, source by source."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.front.graph import open_graph
from kg.views.explorer import draw_explorer
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

MISSILES = "2024-01-09-joint"


def test_each_source_has_its_own_number_and_its_own_names(
    bundled_build: Path, tmp_path: Path, open_page: Opener
) -> None:
    """The numbers stand side by side, and open into the names, each with its source and mark."""
    path = tmp_path / "explorer.html"
    picture = open_graph(bundled_build).picture(text=MISSILES)
    path.write_text(draw_explorer(picture), encoding="utf-8", newline="\n")
    watched = open_page(path, fragment=f"#claim={MISSILES}%2Fkp-arms-to-ru")
    box = watched.page.locator("#panel details.signatories")
    assert box.locator("summary").inner_text() == (
        "Signatories: 47 states named and European Union (defbrief.com); "
        "48 states counted and European Union (world.kbs.co.kr); "
        "48 states counted and European Union (turkiyetoday.com); "
        "50 states named and European Union (gov.uk)"
    )
    box.locator("summary").click()
    lists = box.locator("p").all_inner_texts()
    marks = ["read in part", "read at the source cited", "read at the source cited", "read in part"]
    assert [told.split(" · ")[1] for told in lists] == marks
    assert ["Paraguay, Poland" in told for told in lists] == [False, False, False, True]
    assert box.locator("p a").count() == 4
    watched.is_quiet()
