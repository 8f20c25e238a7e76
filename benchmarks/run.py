"""Measure what building, inferring and asking cost, as ratios to peers in the same run.

Run as ``python benchmarks/run.py``; docs/benchmarks.md tells what each figure means.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bench import Bench, Plan
from benchmarks.results import versions


def main() -> None:
    """Measure, print the tables, and write the JSON file where one is asked for."""
    chosen = _arguments()
    plan = Plan(
        texts=chosen.texts,
        peer_texts=min(chosen.texts, chosen.peer_texts),
        repeat=chosen.repeat,
        limit=chosen.limit,
        files=not chosen.without_files,
    )
    with TemporaryDirectory() as folder:
        results = Bench(Path(folder), plan).run()
    print(", ".join(f"{name} {version}" for name, version in versions().items()), end="\n\n")
    print(results.table())
    if chosen.json:
        chosen.json.write_text(results.json(), encoding="utf-8", newline="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--texts", type=_count, default=100, help="size of the corpus (100)")
    parser.add_argument(
        "--peer-texts", type=_count, default=5, help="size for rdflib's own engine (5)"
    )
    parser.add_argument("--repeat", type=_count, default=3, help="runs of each phase (3)")
    parser.add_argument(
        "--limit", type=float, default=600, help="seconds after which a phase is ended (600)"
    )
    parser.add_argument(
        "--without-files",
        action="store_true",
        help="make the graph from values and read no text: for tens of thousands of texts",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write all figures to FILE")
    return parser.parse_args()


def _count(words: str) -> int:
    count = int(words)
    if count < 1:
        raise ValueError
    return count


if __name__ == "__main__":
    main()
