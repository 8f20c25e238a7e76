"""The phases that are measured, each in a process of its own; see ``measure.run_phase``.

Run as ``python -m benchmarks.phases NAME ARGUMENT…``; what is measured goes to standard output as
JSON. What a phase needs is imported and made ready before its clock starts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import pyoxigraph as ox

from benchmarks.corpus import synthetic_nquads
from benchmarks.measure import Measured, report, timed
from benchmarks.questions import QUESTIONS, Terms, sparql_of
from kg.store.asking import select_rows
from kg.vocab import Ata

GRAPH = "graph.nq"
FINDINGS = "findings.nq"
# A question ends in a few milliseconds, so that more turns cost little.
_TURNS = 5
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def build(folder: str) -> Measured:
    """Read and anchor the corpus in ``folder``, lift it, and write its N-Quads beside it."""
    from kg.annotations import find_annotation_files, read_annotated  # noqa: PLC0415  # not for all
    from kg.quads import (  # noqa: PLC0415  # as above
        join_nquads,
        lift_annotated,
        lift_ontology,
        lift_reference,
        to_nquads,
    )
    from kg.reference import read_reference  # noqa: PLC0415  # as above

    corpus = Path(folder)
    reference, reading_reference = timed(lambda: read_reference([corpus]))
    files = find_annotation_files(corpus / "texts")
    texts, reading = timed(lambda: [read_annotated(file, reference) for file in files])
    fixed, lifting_fixed = timed(lambda: [*lift_ontology(), *lift_reference(reference)])
    lifted, lifting = timed(lambda: [to_nquads(lift_annotated(text)) for text in texts])
    parts = [to_nquads(fixed), *lifted]
    whole, joining = timed(
        lambda: join_nquads(line for part in parts for line in part.split(b"\n"))
    )
    (corpus / GRAPH).write_bytes(whole)
    seconds = {
        "build: read reference": reading_reference,
        "build: read and anchor texts": reading,
        "build: lift reference": lifting_fixed,
        "build: lift texts": lifting,
        "build: sort": joining,
    }
    return Measured(
        seconds={"build": sum(seconds.values()), **seconds},
        facts={"texts": len(texts), "quads": whole.count(b"\n"), "bytes": len(whole)},
    )


def lift(folder: str, texts: str) -> Measured:
    """Make the N-Quads of a corpus from values, one text after the other, and no other file."""
    path = Path(folder) / GRAPH

    def write() -> int:
        with path.open("wb") as file:
            return sum(
                file.write(part) and part.count(b"\n") for part in synthetic_nquads(int(texts))
            )

    quads, seconds = timed(write)
    return Measured(seconds={"lift": seconds}, facts={"quads": quads})


def bulk_load(folder: str) -> Measured:
    """Load the N-Quads of a corpus into Oxigraph's memory, and nothing else."""
    path = Path(folder) / GRAPH
    store, seconds = timed(lambda: _load(path))
    return Measured(seconds={"bulk load": seconds}, facts={"quads": len(store)})


def infer_oxigraph(folder: str) -> Measured:
    """Run the rules as the program runs them, and write the findings beside the graph."""
    from kg.inference import infer  # noqa: PLC0415  # not for all
    from kg.quads import to_nquads  # noqa: PLC0415  # as above

    store = _load(Path(folder) / GRAPH)
    findings, seconds = timed(lambda: infer(store))
    (Path(folder) / FINDINGS).write_bytes(to_nquads(findings))
    kinds = Counter(quad.object for quad in findings if quad.predicate == _TYPE)
    names = (Ata.AllegedViolation, Ata.ProspectiveViolation, Ata.NonApplication)
    return Measured(
        seconds={"rules": seconds},
        facts={
            "transfers": _count(store, Ata.Transfer),
            "norms": _count(store, Ata.Norm),
            "quads of findings": len(findings),
            **{name.rpartition("#")[2]: kinds[ox.NamedNode(name)] for name in names},
        },
    )


def infer_rdflib(folder: str) -> Measured:
    """Run the same rules by rdflib's own engine; needs the findings that Oxigraph came to."""
    from benchmarks import peers  # noqa: PLC0415  # heavy

    graph = peers.union_of(peers.load_rdflib(Path(folder) / GRAPH))
    expected = set(peers.union_of(peers.load_rdflib(Path(folder) / FINDINGS)))
    findings, seconds = timed(lambda: peers.infer_rdflib(graph))
    if findings != expected:
        raise RuntimeError("the two engines came to different findings")
    return Measured(seconds={"rules": seconds}, facts={"quads of findings": len(findings)})


def ask_oxigraph(folder: str) -> Measured:
    """Ask the questions as the program asks them, each several times."""
    store = _load(Path(folder) / GRAPH)
    store.bulk_load(path=str(Path(folder) / FINDINGS), format=ox.RdfFormat.N_QUADS)
    seconds: dict[str, float] = {}
    rows: dict[str, int] = {}
    for name, terms in QUESTIONS.items():
        ask = partial(_ask, store, sparql_of(name), terms)
        turns = [timed(ask) for _ in range(_TURNS)]
        rows[name] = turns[0][0]
        seconds[name] = median(each for _, each in turns)
    return Measured(seconds=seconds, facts=_rows(rows))


def ask_rdflib(folder: str, name: str) -> Measured:
    """Ask one question once, by rdflib's own engine on its own dataset of named graphs."""
    from benchmarks import peers  # noqa: PLC0415  # heavy

    dataset = peers.load_rdflib(Path(folder) / GRAPH, Path(folder) / FINDINGS)
    sparql, terms = sparql_of(name), QUESTIONS[name]
    rows, seconds = timed(lambda: peers.ask_rdflib(dataset, sparql, terms))
    return Measured(seconds={name: seconds}, facts=_rows({name: rows}))


def _ask(store: ox.Store, sparql: str, terms: Terms) -> int:
    return len(list(select_rows(store, sparql, terms)))


def _rows(rows: dict[str, int]) -> dict[str, int]:
    return {f"rows of {name}": count for name, count in rows.items()}


def _load(path: Path) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    return store


def _count(store: ox.Store, class_: str) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, _TYPE, ox.NamedNode(class_), None))


PHASES: dict[str, Callable[..., Measured]] = {
    phase.__name__: phase
    for phase in (
        build,
        lift,
        bulk_load,
        infer_oxigraph,
        infer_rdflib,
        ask_oxigraph,
        ask_rdflib,
    )
}

if __name__ == "__main__":
    report(PHASES[sys.argv[1]](*sys.argv[2:]))
