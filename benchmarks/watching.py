"""Scripts that run in a page that is measured: what it draws, and how soon it answers a reader."""

from __future__ import annotations

from typing import Final

# Runs before the page's own script. What pyvis draws with is told of as soon as it is made; each
# frame asks whether all of the graph has been drawn, and whether the picture has changed.
WATCH: Final = """
(() => {
  const seen = {first: 0, redraws: 0, cleared: 0, changed: 0, tasks: [], settled: false};
  window.seen = seen;
  const note = (list) => {
    for (const each of list.getEntries()) seen.tasks.push(each.startTime + each.duration);
  };
  new PerformanceObserver(note).observe({type: 'longtask', buffered: true});
  let held;
  Object.defineProperty(window, 'network', {configurable: true, get: () => held, set(made) {
    held = made;
    if (!made || !made.on) return;
    made.on('afterDrawing', () => {
      seen.redraws += 1;
      if (!PHYSICS || seen.settled) seen.drawn = true;
    });
    made.on('stabilizationIterationsDone', () => { seen.settled = true; });
  }});
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.isConnected) seen.cleared += 1;
    return clear.apply(this, box);
  };
  const ours = () => { const frame = document.getElementById('canvas'); return frame?.drawn; };
  seen.redrawn = () => { const drawing = ours(); return drawing ? drawing.drawn : seen.redraws; };
  const isDrawn = () => {
    const drawing = ours();
    return drawing ? drawing.drawn > 0 && drawing.scene.nodes.length > 0 : seen.drawn;
  };
  let before = 0;
  const watch = () => {
    if (!seen.first && isDrawn()) seen.first = performance.now();
    if (seen.cleared !== before) seen.changed += 1;
    before = seen.cleared;
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
})();
"""

# The explorer moves its last picture while drawing anew takes long; here it draws all the same.
ALWAYS_ANEW: Final = """
() => { const it = document.getElementById('canvas').drawn; it.moved = it.redraw; }
"""

_ANSWERED: Final = """
const answered = (change) => new Promise((done) => {
  const watcher = new MutationObserver(() => { watcher.disconnect(); done(performance.now()); });
  watcher.observe(document.getElementById('count'), {childList: true, characterData: true});
  setTimeout(() => { watcher.disconnect(); done(Infinity); }, 5000);
  change();
});
const rest = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const took = [];
const time = async (change) => {
  const began = performance.now();
  took.push(await answered(change) - began);
  await rest();
};
"""

# How long the list takes to follow each of the words typed.
SEARCH: Final = (
    "async (typed) => {"
    + _ANSWERED
    + """
  const box = document.getElementById('search');
  for (const words of typed) await time(() => {
    box.value = words;
    box.dispatchEvent(new Event('input', {bubbles: true}));
  });
  return took;
}"""
)

# How long it takes to follow each stance chosen: from a box of options, or from a list of ticks.
FILTER: Final = (
    "async (most) => {"
    + _ANSWERED
    + """
  const box = document.getElementById('by-stance');
  if (box) {
    for (const option of [...box.options].slice(1, most).concat(box.options[0])) {
      await time(() => {
        box.value = option.value;
        box.dispatchEvent(new Event('input', {bubbles: true}));
      });
    }
    return took;
  }
  const ticks = () => [...document.querySelectorAll('#facets input[type=checkbox]')];
  for (const value of ticks().slice(0, most).map((each) => each.dataset.value)) {
    const tick = () => ticks().find((each) => each.dataset.value === value);
    if (tick()) await time(() => tick().click());
    if (tick()?.checked) await time(() => tick().click());
  }
  return took;
}"""
)
