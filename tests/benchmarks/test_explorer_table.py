"""The explorer beside pyvis in a table: ratios where both ended, no figure where one did not."""

from __future__ import annotations

from benchmarks.explorer_table import table
from benchmarks.measure import Measured

BROWSED = {
    "drawn": 0.5,
    "processors": 1.0,
    "answered": 0.5,
    "felt": {"zooming": 60.0, "panning": 60.0},
    "redrawn": {"zooming": 24.0, "panning": 24.0},
    "heap": 20.0,
    "memory": 400.0,
    "requests": 0,
    "complaints": 0,
    "searching": {"search, claims": 4.2},
}


def made(megabytes: float) -> Measured:
    return Measured(seconds={}, processor_seconds={"page": 2.0}, facts={"megabytes": megabytes})


def browsed(**others: object) -> Measured:
    return Measured(seconds={}, facts={"browsed": {**BROWSED, "searching": {}, **others}})


def test_a_page_that_is_not_drawn_in_time_has_no_figure_and_no_ratio() -> None:
    """Nothing is made up for it, and what both pages did is compared."""
    runs = {
        "picture": Measured(
            seconds={},
            processor_seconds={"picture and stances": 3.0},
            facts={"nodes": 1997, "lines": 5768, "texts": 333},
        ),
        "layout": Measured(seconds={}, processor_seconds={"layout": 0.5}),
        "explorer": made(1.0),
        "pyvis": made(4.0),
        "pyvis-default": made(4.0),
        "explorer in a browser": Measured(seconds={}, facts={"browsed": BROWSED}),
        "pyvis in a browser": browsed(drawn=4.0, requests=2),
        "pyvis-default in a browser": Measured(seconds={}, facts={"browsed": None}),
    }
    written = table(2000, runs)
    assert "**1,997 nodes, 5,768 lines** (333 texts)" in written
    assert "| file, MB | 1 | 4 | 4 | 0.25 | 0.25 |" in written
    assert "| seconds until all is drawn | 0.5 | 4 | not in time | 0.12 |  |" in written
    assert "| requests | 0 | 2 | not in time |  |  |" in written
    assert "search, claims 4.2" in written


def test_a_graph_that_was_not_made_is_said_not_to_be() -> None:
    """There is nothing to compare then."""
    assert "not made in time" in table(50_000, {"picture": None})
