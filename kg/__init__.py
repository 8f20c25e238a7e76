"""A knowledge graph of who says what about which arms transfer, and which norms it would breach.

The names below are the front door. Each is imported when it is first used, so that ``import kg``
costs nothing::

    import kg

    report = kg.build([], "build")
    graph = kg.open_graph("build")
    graph.findings()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.annotations import read_annotated
    from kg.errors import KgError, Place, Problem
    from kg.front.build import BuildReport, build
    from kg.front.graph import Graph, open_graph
    from kg.reference import read_bundled, read_reference
    from kg.store.worker import run_query

    __version__: str

__all__ = [
    "BuildReport",
    "Graph",
    "KgError",
    "Place",
    "Problem",
    "__version__",
    "build",
    "open_graph",
    "read_annotated",
    "read_bundled",
    "read_reference",
    "run_query",
]

_WHERE = {
    "BuildReport": "kg.front.build",
    "Graph": "kg.front.graph",
    "KgError": "kg.errors",
    "Place": "kg.errors",
    "Problem": "kg.errors",
    "build": "kg.front.build",
    "open_graph": "kg.front.graph",
    "read_annotated": "kg.annotations",
    "read_bundled": "kg.reference",
    "read_reference": "kg.reference",
    "run_query": "kg.store.worker",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a module's attribute can be anything
    if name == "__version__":
        return _version()
    if name not in _WHERE:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  # slow

    try:
        return version("arms-transfer-kg")
    except PackageNotFoundError:
        return "0+unknown"  # a source tree that was never installed
