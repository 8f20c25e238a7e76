"""Builds whose graphs can be read at a glance, written as ``kg build`` writes them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from kg.store.generations import FORMAT, locked, write_generation

EX = "http://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
LINES = (
    f'<{EX}rifles> <{EX}label> "«rifles»\\nand \\"more\\"" <{EX}two> .',
    f'<{EX}shells> <{EX}count> "300"^^<{XSD}integer> <{EX}one> .',
    f'<{EX}shells> <{EX}label> "artillery shells"@en <{EX}one> .',
    f"<{EX}utopia> <{EX}says> <<( <{EX}shells> <{EX}count> <{EX}none> )>> <{EX}two> .",
)
GRAPH = "".join(f"{line}\n" for line in LINES).encode()


def graph_of(*words: str) -> bytes:
    """Return N-Quads with one quad for each of ``words``."""
    lines = (f'<{EX}utopia> <{EX}says> "{each}" <{EX}one> .\n' for each in sorted(words))
    return "".join(lines).encode()


def manifest_of(graph: bytes) -> bytes:
    """Return what a manifest must tell of ``graph``."""
    told = {"sha256": sha256(graph).hexdigest(), "quads": graph.count(b"\n")}
    return json.dumps({"format": FORMAT, "graph": told}).encode()


def write(out: Path, graph: bytes) -> bool:
    """Make ``graph`` the current generation of ``out``; True when it was so already."""
    with locked(out):
        return write_generation(out, graph, manifest_of(graph))


def files_below(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Return everything below ``folder``: when it was changed, its size, and what it is."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        what = "folder" if path.is_dir() else sha256(path.read_bytes()).hexdigest()
        if path.is_symlink():
            what = str(path.readlink())
        found[str(path.relative_to(folder))] = (status.st_mtime_ns, status.st_size, what)
    return found
