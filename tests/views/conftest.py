"""An invented case: what Utopia and Freedonia say about a transfer to Ruritania."""

from __future__ import annotations

import pytest

from kg.queries.rows import Picture
from tests.invented_rows import picture as invented_picture


@pytest.fixture(scope="session")
def picture() -> Picture:
    return invented_picture()
