"""What a page costs in a browser: opened, moved, and searched, with the network blocked.

The browser is a headless Chromium without a graphics card, as on many desks of offices.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import Final

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as NotInTime

from benchmarks.watching import ALWAYS_ANEW, FILTER, SEARCH, WATCH
from tests.browser.conftest import FLAGS, chromium

_MOVING: Final = 5.0
_QUIET: Final = 1.5
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_SEARCHED: Final = ("denies", "coastal boats", "braxandia vompt", "zubelmia", "no such words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsed:
    """What opening and moving one page took, in seconds, megabytes, and frames in a second.

    ``answered`` is when the last task of more than 50 ms ended before a second and a half of quiet.
    ``felt`` are frames in which the picture moved, ``redrawn`` those drawn anew. ``searching`` are
    milliseconds.
    """

    drawn: float
    processors: float
    answered: float
    felt: dict[str, float]
    redrawn: dict[str, float]
    heap: float
    memory: float
    requests: int
    complaints: int
    searching: dict[str, float]


def browse(path: Path, fragment: str, limit: float, *, physics: bool = False) -> Browsed | None:
    """Open the page at ``path``, move in it and search it; None when it is not drawn in time."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        context.route("**/*", lambda route: route.abort())
        context.route(path.as_uri(), lambda route: route.continue_())
        page = context.new_page()
        page.set_default_timeout(limit * 1000)
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.add_init_script(WATCH.replace("PHYSICS", "true" if physics else "false"))
        try:
            return _browse(page, path.as_uri() + fragment, limit, asked, complaints)
        except NotInTime:
            return None
        finally:
            # A page that answers nothing would not let itself be closed.
            _end_browser()


def _browse(
    page: Page, address: str, limit: float, asked: list[str], complaints: list[str]
) -> Browsed:
    before = _processor_seconds()
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.seen && window.seen.first")
    processors = _processor_seconds() - before
    drawn = float(page.evaluate("seen.first")) / 1000
    answered = _until_quiet(page, drawn, limit)
    is_ours = bool(page.evaluate("Boolean(document.getElementById('canvas'))"))
    felt = {"zooming": _move(page, _zoom, "changed"), "panning": _move(page, _pan, "changed")}
    if is_ours:
        page.evaluate(ALWAYS_ANEW)
    redrawn = {
        "zooming": _move(page, _zoom, "redrawn()"),
        "panning": _move(page, _pan, "redrawn()"),
    }
    heap, memory = _heap(page), _memory()
    return Browsed(
        drawn=drawn,
        processors=processors,
        answered=answered,
        felt=felt,
        redrawn=redrawn,
        heap=heap,
        memory=memory,
        requests=len(asked) - 1,  # the page itself
        complaints=len(complaints),
        searching=_search(page) if is_ours else {},
    )


def _until_quiet(page: Page, drawn: float, limit: float) -> float:
    began = perf_counter()
    while perf_counter() - began < limit:
        ended, now = page.evaluate("[Math.max(0, ...seen.tasks), performance.now()]")
        last = max(float(ended) / 1000, drawn)
        if now / 1000 - last > _QUIET:
            return last
        sleep(0.2)
    raise NotInTime("the page does not come to rest")


def _move(page: Page, step: Callable[[Page, int], None], counted: str) -> float:
    """Return how many in a second were ``counted`` while the reader moved for five."""
    page.mouse.up()
    page.mouse.move(640, 420)
    reading = f"[performance.now(), seen.{counted}]"
    before = page.evaluate(reading)
    began, at = perf_counter(), 0
    while perf_counter() - began < _MOVING:
        step(page, at)
        at += 1
    after = page.evaluate(reading)
    page.mouse.up()
    return float((after[1] - before[1]) / (after[0] - before[0]) * 1000)


def _zoom(page: Page, at: int) -> None:
    page.mouse.wheel(0, -30 if at % 60 < 30 else 30)  # noqa: PLR2004  # as often in as out


def _pan(page: Page, at: int) -> None:
    if at == 0:
        page.mouse.down()
    there = at % 80 if at % 80 < 40 else 80 - at % 80  # noqa: PLR2004  # as often there as back
    page.mouse.move(640 + 4 * there, 420 + 2 * there)


def _heap(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def _search(page: Page) -> dict[str, float]:
    """Return the first answer, which makes things ready, and what 95 in 100 later ones keep to."""
    typed = [words[:end] for words in _SEARCHED for end in range(1, len(words) + 1)]
    found = {}
    for kind in ("findings", "claims"):
        page.click(f"[data-list={kind}]")
        # What is typed after a space changes nothing before the next letter.
        took = page.evaluate(SEARCH, [*(each for each in typed if not each.endswith(" ")), ""])
        found[f"first letter, {kind}"] = took[0]
        found[f"search, {kind}"] = quantiles(took[1:], n=20)[-1]
        took = page.evaluate(FILTER, 12)
        found[f"filter, {kind}"] = quantiles(took, n=20)[-1]
    return found


def _browser() -> list[int]:
    """Return the processes of the browser: those below this one, and no others."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            parent = _stat(int(entry.name))[1:2]
            below.setdefault(int(parent[0]) if parent else 0, []).append(int(entry.name))
    found, left = [], [os.getpid()]
    while left:
        own = below.get(left.pop(), [])
        found += own
        left += own
    return [each for each in found if "chrom" in _read(f"/proc/{each}/comm")]


def _stat(process: int) -> list[str]:
    """Return what stands after the name in its status: state, parent, and so on."""
    return _read(f"/proc/{process}/stat").rpartition(")")[2].split()


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""  # the process has ended meanwhile


def _processor_seconds() -> float:
    times = (_stat(process)[11:13] for process in _browser())
    return sum(int(each) for pair in times for each in pair) / _TICKS


def _memory() -> float:
    """Return the megabytes that the browser has, with its share of what is shared."""
    lines = [
        line
        for process in _browser()
        for line in _read(f"/proc/{process}/smaps_rollup").splitlines()
        if line.startswith("Pss:")
    ]
    return sum(int(line.split()[1]) for line in lines) / 1024


def _end_browser() -> None:
    for process in _browser():
        try:
            os.kill(process, 9)
        except ProcessLookupError:
            continue  # it has ended meanwhile
