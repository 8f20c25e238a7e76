"""Stores and pictures of the bundled text and of the invented stories, lifted and inferred."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.annotations import read_annotated
from kg.model.annotated import AnnotatedText
from kg.model.reference import Reference
from kg.queries import select_picture
from kg.queries.rows import Picture
from kg.reference import read_bundled, read_reference
from kg.resources import DATA
from tests.queries.lifted import filled

STORIES = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="session")
def bundled_reference() -> Reference:
    return read_bundled()


@pytest.fixture(scope="session")
def seed_text(bundled_reference: Reference) -> AnnotatedText:
    return read_annotated(DATA / "texts" / "2023-10-26-us-jp-kr.ann.yaml", bundled_reference)


@pytest.fixture(scope="session")
def seed(bundled_reference: Reference, seed_text: AnnotatedText) -> ox.Store:
    return filled(bundled_reference, [seed_text], backwards=False)


@pytest.fixture(scope="session")
def seed_backwards(bundled_reference: Reference, seed_text: AnnotatedText) -> ox.Store:
    """Return the same quads as ``seed``, added in the opposite order."""
    return filled(bundled_reference, [seed_text], backwards=True)


@pytest.fixture(scope="session")
def picture(seed: ox.Store) -> Picture:
    return select_picture(seed)


@pytest.fixture(scope="session")
def stories() -> ox.Store:
    """Return the invented stories together."""
    reference = read_reference([DATA, STORIES / "invented"])
    files = sorted(STORIES.glob("stories/*/corpus/texts/*.ann.yaml"))
    assert len(files) >= 5
    texts = [read_annotated(path, reference) for path in files]
    return filled(reference, texts, backwards=False)


@pytest.fixture(scope="session")
def invented(stories: ox.Store) -> Picture:
    return select_picture(stories)
