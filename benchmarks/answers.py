"""What answers cost as a corpus grows: findings as of a day, a case file, a withdrawal, and more.

Run as ``python -m benchmarks.answers --texts 1000 3000 10000``. Each phase runs in a process of
its own on an Oxigraph store on disk, opened for reading. What is printed are medians, peak memory
and the exponent of the growth, fitted to all sizes. docs/benchmarks.md tells what each is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import partial
from math import log
from pathlib import Path
from statistics import linear_regression, median
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from benchmarks.corpus import synthetic_nquads
from benchmarks.measure import Measured, report, run_phase, timed
from kg.front.graph import Graph
from kg.inference import infer, infer_restricted
from kg.iris import FINDINGS_GRAPH, id_of
from kg.model.restriction import Restriction
from kg.vocab import Ata

# About half of the invented texts are out by this day.
_DAY: Final = date(2010, 1, 1)
_STORE: Final = "store"
_TURNS: Final = 3


def prepare(folder: str, texts: str) -> Measured:
    """Make the graph of a corpus and its findings, as a store on disk."""
    path = Path(folder)
    with (path / "graph.nq").open("wb") as file:
        for part in synthetic_nquads(int(texts)):
            file.write(part)
    store = ox.Store(str(path / _STORE))
    store.bulk_load(path=str(path / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    (path / "graph.nq").unlink()
    findings, seconds = timed(lambda: infer(store))
    store.bulk_extend(findings)
    store.flush()
    return Measured(
        seconds={"all findings": seconds},
        facts={"quads": len(store), "quads of findings": len(findings)},
    )


def as_of(folder: str) -> Measured:
    """Infer the findings as of a day."""
    graph = _open(folder)
    found, seconds = timed(lambda: infer_restricted(graph.store, Restriction(as_of=_DAY)))
    return Measured(seconds={"findings as of a day": seconds}, facts={"quads": len(found)})


def case_file(folder: str) -> Measured:
    """Compose the case file of one finding, by its id."""
    graph = _open(folder)
    ids = _findings(graph.store)
    turns = [timed(partial(graph.explain, each)) for each in ids]
    seconds = median(each for _, each in turns)
    return Measured(seconds={"one case file": seconds}, facts={"tests": len(turns)})


def stance_matrix(folder: str) -> Measured:
    """Tell who takes which stance on one claim, and which denials are only like it."""
    graph = _open(folder)
    claims = _claims(graph.store)
    turns = [timed(partial(graph.stances, each)) for each in claims]
    seconds = median(each for _, each in turns)
    return Measured(seconds={"one stance matrix": seconds}, facts={"turns": len(turns)})


def withdrawal(folder: str) -> Measured:
    """Rehearse that one text is withdrawn."""
    graph = _open(folder)
    texts = _texts(graph.store)
    turns = [timed(partial(graph.withdraw, each)) for each in texts]
    seconds = median(each for _, each in turns)
    return Measured(seconds={"one withdrawal": seconds}, facts={"turns": len(turns)})


def single_points(folder: str) -> Measured:
    """List every single point of failure, the reading of all rows included."""
    graph = _open(folder)
    rows, seconds = timed(graph.what_is_found)
    return Measured(seconds={"all single points": seconds}, facts={"rows": len(rows)})


def _open(folder: str) -> Graph:
    path = Path(folder)
    store = ox.Store.read_only(str(path / _STORE))
    return Graph(directory=path, generation=path, manifest={}, store=store)


def _findings(store: ox.Store) -> list[str]:
    graph = ox.NamedNode(FINDINGS_GRAPH)
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    wanted = ox.NamedNode(Ata.AllegedViolation)
    found = store.quads_for_pattern(None, kind, wanted, graph)
    return sorted(id_of(str(quad.subject)[1:-1]) for quad in found)[:_TURNS]


def _claims(store: ox.Store) -> list[str]:
    """Return names of transfers with their texts, such as ``some-text/some-claim``."""
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    found = store.quads_for_pattern(None, kind, ox.NamedNode(Ata.Transfer), None)
    iris = sorted(str(quad.subject)[1:-1] for quad in found)[:_TURNS]
    return [iri.rpartition("/text/")[2].replace("/claim/", "/") for iri in iris]


def _texts(store: ox.Store) -> list[str]:
    found = store.quads_for_pattern(None, ox.NamedNode(Ata.document), None, None)
    return sorted(id_of(str(quad.subject)[1:-1]) for quad in found)[:_TURNS]


PHASES: Final[dict[str, Callable[..., Measured]]] = {
    phase.__name__: phase
    for phase in (prepare, as_of, case_file, stance_matrix, withdrawal, single_points)
}


def measure(sizes: list[int], folder: Path, limit: float) -> dict[str, dict[int, Measured | None]]:
    """Return what each phase took at each size, None where it did not end in time."""
    found: dict[str, dict[int, Measured | None]] = {}
    for size in sizes:
        place = folder / str(size)
        place.mkdir()
        runs = {"prepare": run_phase("prepare", str(place), str(size), limit=limit, module=_MODULE)}
        for name in PHASES:
            if name != "prepare":
                runs[name] = run_phase(name, str(place), limit=limit, module=_MODULE)
        for name, run in runs.items():
            found.setdefault(name, {})[size] = run
            print(f"{size} texts, {name}: {run or 'not done in time'}", file=sys.stderr)
    return found


def table(found: dict[str, dict[int, Measured | None]]) -> str:
    """Return the figures as lines, with the exponent of the growth of each."""
    lines = []
    for runs in found.values():
        ended = {size: run for size, run in runs.items() if run is not None}
        for label in next(iter(ended.values())).seconds if ended else ():
            seconds = {size: run.seconds[label] for size, run in ended.items()}
            figures = ", ".join(
                f"{size}: {taken:.2f} s, {ended[size].peak_megabytes:.0f} MB"
                for size, taken in seconds.items()
            )
            lines.append(f"{label}: {figures}; exponent {_exponent(seconds)}")
    return "\n".join(lines)


def _exponent(seconds: dict[int, float]) -> str:
    if len(seconds) < 2:  # noqa: PLR2004  # a line needs two points
        return "unknown"
    sizes = [log(size) for size in seconds]
    slope, _ = linear_regression(sizes, [log(max(each, 1e-6)) for each in seconds.values()])
    return f"{slope:.2f}"


_MODULE: Final = "benchmarks.answers"


def main() -> None:
    """Measure at each size, and print the table; with ``--json``, write all figures to a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--texts", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--limit", type=float, default=3600, help="seconds for a phase (3600)")
    parser.add_argument("--json", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = measure(sorted(chosen.texts), Path(folder), chosen.limit)
    print(table(found))
    if chosen.json:
        values = {
            name: {str(size): run and asdict(run) for size, run in runs.items()}
            for name, runs in found.items()
        }
        chosen.json.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in PHASES:
        report(PHASES[sys.argv[1]](*sys.argv[2:]))
    else:
        main()
