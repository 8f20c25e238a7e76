"""A small build that tests of this floor read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.small_builds import GRAPH, write


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build directory with four quads in two graphs; nobody writes to it again."""
    out = tmp_path_factory.mktemp("small") / "build"
    write(out, GRAPH)
    return out
