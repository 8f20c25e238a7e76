"""The explorer beside pyvis on the same graphs: what making, opening and moving their pages costs.

Run as ``python -m benchmarks.explorer --nodes 2000 10000``. Each phase runs in a process of its
own; a page that is not drawn in time is said not to be. With ``--keep DIR`` graphs and pages stay
there, and a later run starts from them. docs/benchmarks.md tells what each figure means.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.large import TEXTS, draw_with_pyvis, drawn, store_of, with_own_words
from benchmarks.measure import Measured, report, run_phase, timed_turns
from kg.queries import select_picture
from kg.queries.stances import stance_matrices
from kg.views.explorer import draw_explorer
from kg.views.page_index import PageIndex
from kg.views.page_network import PageNetwork

_PICTURE: Final = "picture.pickle"
_WHOLE: Final = "#view=network&whole=yes"
# pyvis lets a graph settle in the page; beyond so many nodes it is not even tried here.
_MOST_DEFAULT: Final = 2_000
_SECONDS: Final = 120.0


def picture(folder: str, texts: str) -> Measured:
    """Make the graph of a corpus, with its findings, and take its picture."""
    store = store_of(int(texts))
    taken: list[Any] = []
    timed = timed_turns(
        "picture and stances",
        lambda: taken.append((with_own_words(select_picture(store)), stance_matrices(store))),
    )
    (Path(folder) / _PICTURE).write_bytes(pickle.dumps(taken[0]))
    whole = drawn(taken[0][0])
    facts = {"nodes": len(whole.nodes), "lines": len(whole.lines), "texts": int(texts)}
    return Measured(seconds=timed.seconds, processor_seconds=timed.processor_seconds, facts=facts)


def layout(folder: str) -> Measured:
    """Work out where all nodes stand."""
    network = PageNetwork(PageIndex(_read(folder)[0]))
    return timed_turns("layout", network.whole)


def explorer(folder: str) -> Measured:
    """Make the explorer's page, the layout included."""
    row, matrices = _read(folder)
    return _made(folder, "explorer", lambda: draw_explorer(row, matrices=matrices))


def pyvis(folder: str) -> Measured:
    """Make pyvis's page, with our positions and without physics."""
    row = _read(folder)[0]
    what, network = drawn(row), PageNetwork(PageIndex(row)).whole()
    places = [(node["x"], node["y"]) for node in network["nodes"]]
    positions = {node.id: place for node, place in zip(what.nodes, places, strict=True)}
    return _made(folder, "pyvis", lambda: draw_with_pyvis(row, what, positions))


def pyvis_default(folder: str) -> Measured:
    """Make pyvis's page as pyvis has it."""
    row = _read(folder)[0]
    return _made(folder, "pyvis-default", lambda: draw_with_pyvis(row, drawn(row), None))


def browsing(folder: str, name: str, seconds: str) -> Measured:
    """Open a page, and move in it."""
    # The browser's driver, which no other phase needs.
    from benchmarks.browsing import browse  # noqa: PLC0415  # see above

    page = Path(folder) / f"{name}.html"
    fragment = _WHOLE if name == "explorer" else ""
    found = browse(page, fragment, float(seconds), physics=name == "pyvis-default")
    return Measured(seconds={}, facts={"browsed": found and asdict(found)})


def _made(folder: str, name: str, make: Callable[[], str]) -> Measured:
    page = Path(folder) / f"{name}.html"

    def write() -> None:
        page.write_text(make(), encoding="utf-8", newline="\n")

    timed = timed_turns(name, write)
    facts = {"megabytes": page.stat().st_size / 1e6}
    return Measured(seconds=timed.seconds, processor_seconds=timed.processor_seconds, facts=facts)


def _read(folder: str) -> Any:  # noqa: ANN401  # a picture and its matrices
    # Written by a phase before, in a folder of this run's own.
    return pickle.loads((Path(folder) / _PICTURE).read_bytes())  # noqa: S301  # see above


PHASES: Final[dict[str, Callable[..., Measured]]] = {
    each.__name__: each for each in (picture, layout, explorer, pyvis, pyvis_default, browsing)
}

Runs = dict[str, Measured | None]


def measure(nodes: int, folder: Path, limit: float) -> Runs:
    """Return what each phase gave for about ``nodes`` nodes, None for one that did not end."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = ["explorer", "pyvis", *(["pyvis-default"] if nodes <= _MOST_DEFAULT else [])]
    runs: Runs = {}

    def run(name: str, *arguments: str, phase: str | None = None) -> None:
        call = (phase or name, str(folder), *arguments)
        runs[name] = run_phase(*call, limit=limit, module="benchmarks.explorer")
        print(f"{nodes} nodes, {name}: {runs[name]}", file=sys.stderr)

    kept = folder / "picture.json"
    if kept.exists():
        runs["picture"] = Measured(**json.loads(kept.read_bytes()))
    else:
        run("picture", str(TEXTS[nodes]))
        if (made := runs["picture"]) is None:
            return runs
        kept.write_text(json.dumps(asdict(made)), encoding="utf-8")
    run("layout")
    for name in pages:
        run(name, phase=name.replace("-", "_"))
    for name in pages:
        run(f"{name} in a browser", name, str(_SECONDS), phase="browsing")
    return runs


def main() -> None:
    """Measure at each size, and print a table for each; with ``--json``, write all figures."""
    # The table is words alone, which no phase needs.
    from benchmarks.explorer_table import table  # noqa: PLC0415  # see above

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--nodes", type=int, nargs="+", default=[*TEXTS], choices=[*TEXTS])
    parser.add_argument("--limit", type=float, default=1800, help="seconds for a phase (1800)")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="leave graphs and pages there, and use its graphs"
    )
    chosen = parser.parse_args()
    found: dict[int, Runs] = {}
    with nullcontext(chosen.keep) if chosen.keep else TemporaryDirectory() as folder:
        for nodes in chosen.nodes:
            found[nodes] = measure(nodes, Path(folder) / str(nodes), chosen.limit)
            print(table(nodes, found[nodes]), end="\n\n", flush=True)
    if chosen.json:
        values = {
            str(nodes): {name: run and asdict(run) for name, run in runs.items()}
            for nodes, runs in found.items()
        }
        chosen.json.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in PHASES:
        report(PHASES[sys.argv[1]](*sys.argv[2:]))
    else:
        main()
