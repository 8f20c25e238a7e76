"""What answers cost as a corpus grows: findings as of a day, a case file, a withdrawal, and more.

Run as ``python -m benchmarks.answers --texts 1000 3000 10000``. Each phase runs in a process of
its own on an Oxigraph store on disk, opened for reading. What is printed are medians, peak memory
and the exponent of the growth, fitted to the processors' seconds at all sizes. With ``--keep DIR``
the stores stay there, and a later run starts from them. docs/benchmarks.md tells what each is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from math import log
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from benchmarks.corpus import synthetic_nquads
from benchmarks.measure import Measured, report, run_phase, timed_turns
from kg.front.graph import Graph
from kg.inference import infer_in_batches, infer_restricted
from kg.iris import FINDINGS_GRAPH, id_of
from kg.model.restriction import Restriction
from kg.quads import to_nquads
from kg.vocab import Ata

# About half of the invented texts are out by this day.
_DAY: Final = date(2010, 1, 1)
_STORE: Final = "store"
_GRAPH: Final = "graph.nq"
_FINDINGS: Final = "findings.nq"
_TURNS: Final = 3


def load(folder: str, texts: str) -> Measured:
    """Make the graph of a corpus, as a store on disk without findings."""
    path = Path(folder)

    def write_and_load() -> None:
        with (path / _GRAPH).open("wb") as file:
            for part in synthetic_nquads(int(texts)):
                file.write(part)
        _bulk_load(path, _GRAPH)

    measured = timed_turns("making and loading", write_and_load)
    return replace(measured, facts={"quads": len(ox.Store.read_only(str(path / _STORE)))})


def all_findings(folder: str) -> Measured:
    """Infer all findings, and write them; a hundred texts at a time, so that memory stays small."""
    store = ox.Store.read_only(str(Path(folder) / _STORE))
    counts: list[int] = []

    def infer_and_write() -> None:
        with (Path(folder) / _FINDINGS).open("wb") as file:
            for batch in infer_in_batches(store):
                file.write(to_nquads(batch))
                counts.append(len(batch))

    measured = timed_turns("all findings", infer_and_write)
    return replace(measured, facts={"quads of findings": sum(counts)})


def add_findings(folder: str) -> Measured:
    """Load the findings that were written into the store, for what comes after to ask."""
    return timed_turns("loading findings", partial(_bulk_load, Path(folder), _FINDINGS))


def as_of(folder: str) -> Measured:
    """Infer the findings as of a day, and count them."""
    graph = _open(folder)

    def count() -> int:
        return sum(1 for _ in infer_restricted(graph.store, Restriction(as_of=_DAY)))

    return timed_turns("findings as of a day", count)


def case_file(folder: str) -> Measured:
    """Compose the case file of one finding, by its id."""
    graph = _open(folder)
    turns = [partial(graph.explain, each) for each in _findings(graph.store)]
    return timed_turns("one case file", *turns)


def stance_matrix(folder: str) -> Measured:
    """Tell who takes which stance on one claim, and which denials are only like it."""
    graph = _open(folder)
    turns = [partial(graph.stances, each) for each in _claims(graph.store)]
    return timed_turns("one stance matrix", *turns)


def withdrawal(folder: str) -> Measured:
    """Rehearse that one text is withdrawn."""
    graph = _open(folder)
    turns = [partial(graph.withdraw, each) for each in _texts(graph.store)]
    return timed_turns("one withdrawal", *turns)


def single_points(folder: str) -> Measured:
    """List every single point of failure, the reading of all that it needs included."""
    return timed_turns("all single points", _open(folder).what_is_found)


def _bulk_load(path: Path, name: str) -> None:
    store = ox.Store(str(path / _STORE))
    store.bulk_load(path=str(path / name), format=ox.RdfFormat.N_QUADS)
    store.flush()
    (path / name).unlink()


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


# What the others need comes first, in its order.
_PREPARING: Final = ("load", "all_findings", "add_findings")
PHASES: Final[dict[str, Callable[..., Measured]]] = {
    phase.__name__: phase
    for phase in (
        load,
        all_findings,
        add_findings,
        as_of,
        case_file,
        stance_matrix,
        withdrawal,
        single_points,
    )
}


def measure(sizes: list[int], folder: Path, limit: float) -> dict[str, dict[int, Measured | None]]:
    """Return what each phase took at each size, None where it did not end in time."""
    found: dict[str, dict[int, Measured | None]] = {}
    for size in sizes:
        place = folder / str(size)
        place.mkdir(parents=True, exist_ok=True)
        for name in PHASES:
            run = _kept(place, name) or _run(place, name, size, limit)
            found.setdefault(name, {})[size] = run
            print(f"{size} texts, {name}: {run or 'not done in time'}", file=sys.stderr)
            if run is None and name in _PREPARING:
                break
    return found


def _run(place: Path, name: str, size: int, limit: float) -> Measured | None:
    arguments = [str(place), str(size)] if name == "load" else [str(place)]
    run = run_phase(name, *arguments, limit=limit, module=_MODULE)
    if run is not None and name in _PREPARING:
        (place / f"{name}.json").write_text(json.dumps(asdict(run)), encoding="utf-8")
    return run


def _kept(place: Path, name: str) -> Measured | None:
    """Return what an earlier run measured of what is made once; None where it was not made."""
    file = place / f"{name}.json"
    return Measured(**json.loads(file.read_bytes())) if file.exists() else None


def table(found: dict[str, dict[int, Measured | None]]) -> str:
    """Return the figures as lines, with the exponent of the growth of each."""
    lines = []
    for runs in found.values():
        ended = {size: run for size, run in runs.items() if run is not None}
        for label in next(iter(ended.values())).seconds if ended else ():
            figures = ", ".join(
                f"{size}: {run.seconds[label]:.2f} s ({run.processor_seconds[label]:.2f} of the "
                f"processors), {run.peak_megabytes:.0f} MB"
                for size, run in ended.items()
            )
            grown = {size: run.processor_seconds[label] for size, run in ended.items()}
            lines.append(f"{label}: {figures}; exponent {_exponent(grown)}")
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
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="leave the graphs there, and use those it has"
    )
    chosen = parser.parse_args()
    with nullcontext(chosen.keep) if chosen.keep else TemporaryDirectory() as folder:
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
