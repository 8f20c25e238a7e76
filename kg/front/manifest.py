"""The manifest of a build: what went in, what made it, and what came out; told in docs/build.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import kg
from kg.front.lifting import LiftedText
from kg.model.reference import Reference
from kg.quads.ontology import ontology_files
from kg.resources import ONTOLOGY
from kg.store.generations import FORMAT, GRAPH_FILE


def compose_manifest(
    *,
    reference: Reference,
    texts: Iterable[LiftedText],
    ontology_version: str,
    graph: bytes,
    counts: Mapping[str, int],
) -> bytes:
    """Return the manifest as JSON: the same for the same inputs, on every machine.

    ``counts`` are the quads of each named graph, which together are all lines of ``graph``.
    """
    quads = sum(counts.values())
    if graph.count(b"\n") != quads:
        raise RuntimeError("the graph and its counts do not fit: a quad was lost or came twice")
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "program": {"name": "arms-transfer-kg", "version": kg.__version__},
        "ontology": {"version": ontology_version, "files": digests_of(ontology_files())},
        "rules": digests_of((ONTOLOGY / "rules").glob("*.rq")),
        "reference": _files(reference.files),
        "texts": {
            text.id: {"text": text.kept.text_sha256, "annotations": text.annotations_sha256}
            for text in texts
        },
        "graph": {
            "file": GRAPH_FILE,
            "sha256": sha256(graph).hexdigest(),
            "quads": quads,
        },
        "graphs": dict(counts),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _files(files: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    # A list, since two corpora may each have an actors/invented.yaml.
    return [{"file": name, "sha256": digest} for name, digest in sorted(files)]


def digests_of(paths: Iterable[Path]) -> list[dict[str, str]]:
    """Return each file of the ontology with its SHA-256, sorted by name."""
    return _files(
        (path.relative_to(ONTOLOGY).as_posix(), sha256(path.read_bytes()).hexdigest())
        for path in paths
    )
