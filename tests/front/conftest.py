"""An invented corpus of three reports, and what a build makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.front.build import build
from tests.front.invented_corpus import write_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus that a test may change."""
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def built(corpus: Path, tmp_path: Path) -> Path:
    """Return the build of ``corpus``."""
    build([corpus], tmp_path / "build")
    return tmp_path / "build"
