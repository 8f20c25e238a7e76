"""What a page costs in a browser: opened, moved, and searched, with the network blocked.

The browser is a headless Chromium without a graphics card, as on many desks of offices.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import Any, Final

from playwright.sync_api import CDPSession, Page, TimeoutError, sync_playwright

_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_WINDOW: Final = {"width": 1280, "height": 800}
_MOVING: Final = 5.0
_TICKS: Final = os.sysconf("SC_CLK_TCK")

# Runs before the page's own script. What pyvis draws with is told of as soon as it is made; each
# frame asks whether all of the graph has been drawn, and whether the picture has changed.
_WATCH: Final = """
(() => {
  const seen = window.seen = {first: 0, redraws: 0, cleared: 0, frames: 0, changed: 0, tasks: [], physics: PHYSICS, settled: false};
  new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.tasks.push([each.startTime, each.startTime + each.duration]); }).observe({type: 'longtask', buffered: true});
  let held;
  Object.defineProperty(window, 'network', {configurable: true, get: () => held, set(made) {
    held = made;
    if (!made || !made.on) return;
    made.on('afterDrawing', () => { seen.redraws += 1; if (!seen.physics || seen.settled) seen.drawn = true; });
    made.on('stabilizationIterationsDone', () => { seen.settled = true; });
  }});
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { if (this.canvas.isConnected) seen.cleared += 1; return clear.apply(this, box); };
  const ours = () => { const frame = document.getElementById('canvas'); return frame && frame.drawn; };
  seen.redrawn = () => { const drawing = ours(); return drawing ? drawing.drawn : seen.redraws; };
  let before = 0;
  const watch = () => {
    const drawing = ours();
    if (!seen.first && (drawing ? drawing.drawn > 0 && drawing.scene.nodes.length > 0 : seen.drawn)) seen.first = performance.now();
    seen.frames += 1;
    if (seen.cleared !== before) seen.changed += 1;
    before = seen.cleared;
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
})();
"""
_SEARCH: Final = """
async ([id, values]) => {
  const box = document.getElementById(id), took = [];
  for (const value of values) {
    const count = document.getElementById('count');
    const answered = new Promise((done) => {
      const watcher = new MutationObserver(() => { watcher.disconnect(); done(performance.now()); });
      watcher.observe(count, {childList: true, characterData: true, subtree: true});
      setTimeout(() => { watcher.disconnect(); done(null); }, 3000);
    });
    const began = performance.now();
    box.value = value;
    box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input', {bubbles: true}));
    if (box.tagName === 'SELECT') box.dispatchEvent(new Event('input', {bubbles: true}));
    const ended = await answered;
    took.push(ended === null ? 3000 : ended - began);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return took;
}
"""
_SEARCHED: Final = ("denies", "coastal boats", "braxandia vompt", "zubelmia", "no such words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsed:
    """What opening and moving one page took.

    ``answered`` is when the last task of more than 50 ms ended before a second and a half of quiet.
    ``felt`` are frames in which the picture moved, ``redrawn`` those drawn anew, in a second.
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
        chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        context = browser.new_context(viewport=_WINDOW, offline=True)  # type: ignore[arg-type]  # a plain dict is what it takes
        context.route("**/*", lambda route: route.abort())
        context.route(path.as_uri(), lambda route: route.continue_())
        page = context.new_page()
        page.set_default_timeout(limit * 1000)
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.add_init_script(_WATCH.replace("PHYSICS", "true" if physics else "false"))
        try:
            return _browse(page, path.as_uri() + fragment, limit, asked, complaints)
        except TimeoutError:
            return None
        finally:
            # A page that does not answer would not let itself be closed.
            _end_children()


def _browse(
    page: Page, address: str, limit: float, asked: list[str], complaints: list[str]
) -> Browsed:
    before = _processor_seconds()
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.seen && window.seen.first", timeout=limit * 1000)
    processors = _processor_seconds() - before
    drawn = float(page.evaluate("seen.first")) / 1000
    answered = _quiet(page, drawn, limit)
    is_ours = bool(page.evaluate("Boolean(document.getElementById('canvas'))"))
    felt = {"zooming": _move(page, _zoom)["felt"], "panning": _move(page, _pan)["felt"]}
    if is_ours:
        # The picture is moved while drawing anew takes long; here it is drawn anew all the same.
        page.evaluate(
            "() => { const it = document.getElementById('canvas').drawn; it.moved = it.redraw; }"
        )
    redrawn = {"zooming": _move(page, _zoom)["redrawn"], "panning": _move(page, _pan)["redrawn"]}
    session = page.context.new_cdp_session(page)
    heap, memory = _heap(session), _memory()
    # Each page is asked for itself, once.
    return Browsed(
        drawn=drawn,
        processors=processors,
        answered=answered,
        felt=felt,
        redrawn=redrawn,
        heap=heap,
        memory=memory,
        requests=len(asked) - 1,
        complaints=len(complaints),
        searching=_search(page) if is_ours else {},
    )


def _quiet(page: Page, drawn: float, limit: float) -> float:
    began = perf_counter()
    while perf_counter() - began < limit:
        last, now = page.evaluate(
            "[Math.max(0, ...seen.tasks.map((each) => each[1])), performance.now()]"
        )
        if now / 1000 - max(last / 1000, drawn) > 1.5:  # noqa: PLR2004  # seconds of quiet
            return max(float(last) / 1000, drawn)
        sleep(0.2)
    raise TimeoutError("the page does not come to rest")


def _move(page: Page, step: Any) -> dict[str, float]:  # noqa: ANN401  # one of the two below
    page.mouse.move(640, 420)
    reading = "[performance.now(), seen.changed, seen.redrawn()]"
    before = page.evaluate(reading)
    began, at = perf_counter(), 0
    while perf_counter() - began < _MOVING:
        step(page, at)
        at += 1
    after = page.evaluate(reading)
    seconds = (after[0] - before[0]) / 1000
    return {"felt": (after[1] - before[1]) / seconds, "redrawn": (after[2] - before[2]) / seconds}


def _zoom(page: Page, at: int) -> None:
    page.mouse.wheel(0, -30 if at % 60 < 30 else 30)  # noqa: PLR2004  # as often in as out


def _pan(page: Page, at: int) -> None:
    if at % 80 == 0:
        page.mouse.up()
        page.mouse.move(640, 420)
        page.mouse.down()
    step = at % 80 if at % 80 < 40 else 80 - at % 80  # noqa: PLR2004  # as often there as back
    page.mouse.move(640 + 4 * step, 420 + 2 * step)


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    return float(used) / 1e6


def _search(page: Page) -> dict[str, float]:
    """Return the milliseconds under which 95 in a hundred answers to the reader stay."""
    typed = [words[:end] for words in _SEARCHED for end in range(1, len(words) + 1)]
    found = {}
    for kind in ("findings", "claims"):
        page.click(f"[data-list={kind}]")
        took = page.evaluate(_SEARCH, ["search", [*typed, ""]])
        found[f"first letter, {kind}"] = took[0]
        found[f"search, {kind}"] = _p95(took[1:])
        stances = page.evaluate(
            "[...document.querySelectorAll('#by-stance option')].map((each) => each.value)"
        )
        if stances:
            took = page.evaluate(_SEARCH, ["by-stance", [*stances[1:], ""]])
            found[f"filter, {kind}"] = _p95(took)
    return found


def _p95(took: list[float]) -> float:
    return quantiles(took, n=20)[-1]


def _children() -> list[int]:
    """Return the processes of the browser: those below this one, and no others."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            below.setdefault(int(fields[1]), []).append(int(entry.name))
    found, left = [], [os.getpid()]
    while left:
        own = below.get(left.pop(), [])
        found += own
        left += own
    return [each for each in found if "chrom" in _name(each)]


def _name(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text(encoding="utf-8")
    except OSError:
        return ""


def _processor_seconds() -> float:
    total = 0
    for process in _children():
        try:
            stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
        except OSError:
            continue  # it has ended meanwhile
        fields = stat.rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / _TICKS


def _memory() -> float:
    """Return the megabytes that the browser has for itself, its share of what is shared included."""
    total = 0
    for process in _children():
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        except OSError:
            continue  # it has ended meanwhile
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _end_children() -> None:
    for process in _children():
        try:
            os.kill(process, 9)
        except OSError:
            continue  # it has ended meanwhile
