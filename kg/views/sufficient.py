"""Whose word suffices for a finding, in words."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.rows import SufficientRow
from kg.views.words import listed, plain


def tell_sufficient(rows: Iterable[SufficientRow]) -> str:
    """Return such as "any one of Japan and United States, together with Utopia; or Freedonia"."""
    return "; or ".join(
        ", together with ".join(_one_of(group) for group in row.names) for row in rows
    )


def _one_of(names: tuple[str, ...]) -> str:
    return plain(names[0]) if len(names) == 1 else f"any one of {listed(names)}"
