"""The figures of the explorer beside those of pyvis, as a table of Markdown for each size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from benchmarks.measure import Measured

_PAGES: Final = ("explorer", "pyvis", "pyvis-default")
# What is read off a browser, and what it is called.
_BROWSED: Final = (
    (("drawn",), "seconds until all is drawn"),
    (("processors",), "the processors' seconds until then"),
    (("answered",), "seconds until input is answered"),
    (("redrawn", "zooming"), "drawn anew in a second, zooming"),
    (("redrawn", "panning"), "drawn anew in a second, panning"),
    (("felt", "zooming"), "frames in a second in which it moved, zooming"),
    (("felt", "panning"), "frames in a second in which it moved, panning"),
    (("heap",), "heap of the script, MB"),
    (("memory",), "memory of the browser (PSS), MB"),
    (("requests",), "requests"),
    (("complaints",), "errors and messages on the console"),
)

Runs = Mapping[str, Measured | None]


def table(nodes: int, runs: Runs) -> str:
    """Return what was measured for about ``nodes`` nodes; ratios are of the explorer to pyvis."""
    picture = runs["picture"]
    if picture is None:
        return f"**About {nodes:,} nodes: the graph was not made in time.**"
    facts = picture.facts
    others = ["pyvis, physics off", *(["pyvis, defaults"] if _PAGES[2] in runs else [])]
    heads = ["explorer", *others, *(f"explorer ÷ {other}" for other in others)]
    lines = [
        f"**{facts['nodes']:,} nodes, {facts['lines']:,} lines** ({facts['texts']:,} texts)",
        "",
        _line(["", *heads]),
        _line(["---"] * (len(heads) + 1)),
        *(_line(row) for row in _rows(runs, 1 + len(others))),
        "",
        _python(runs),
    ]
    return "\n".join([*lines, *_searching(runs)])


def _rows(runs: Runs, pages: int) -> Iterator[list[str]]:
    made = [runs[page] for page in _PAGES[:pages]]
    yield _row("file, MB", [run.facts["megabytes"] if run else None for run in made])
    took = [next(iter(run.processor_seconds.values())) if run else None for run in made]
    yield _row("the processors' seconds to make it", took)
    browsed = [_browsed(runs, page) for page in _PAGES[:pages]]
    for path, name in _BROWSED:
        yield _row(name, [_at(each, path) for each in browsed])


def _row(name: str, values: Sequence[float | None]) -> list[str]:
    ours, *others = values
    ratios = [_figure(ours / other) if ours and other else "" for other in others]
    return [name, *map(_figure, values), *ratios]


def _python(runs: Runs) -> str:
    parts = {"layout": runs.get("layout"), "picture and stances": runs["picture"]}
    told = [
        f"{name} {_figure(next(iter(run.processor_seconds.values())))} s"
        for name, run in parts.items()
        if run
    ]
    return f"Of the processors in Python: {', '.join(told)}."


def _searching(runs: Runs) -> Iterator[str]:
    found = _browsed(runs, "explorer")
    if found and found["searching"]:
        told = [f"{name} {_figure(took)}" for name, took in found["searching"].items()]
        yield f"Milliseconds, 95 in 100 below: {', '.join(told)}."


def _browsed(runs: Runs, page: str) -> dict[str, Any] | None:
    run = runs.get(f"{page} in a browser")
    return run.facts["browsed"] if run else None


def _at(found: dict[str, Any] | None, path: tuple[str, ...]) -> float | None:
    value: Any = found
    for key in path:
        value = value[key] if value is not None else None
    return None if value is None else float(value)


def _figure(value: float | None) -> str:
    if value is None:
        return "not in time"
    # Two digits are what a shared machine can promise.
    if value >= 10 or value == int(value):  # noqa: PLR2004  # two digits
        return f"{value:,.0f}"
    return f"{value:.2g}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
