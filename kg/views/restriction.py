"""What alone counts of a build, in a sentence that stands beside whatever is shown of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model.restriction import Restriction
from kg.views.words import listed


def tell_restriction(restriction: Restriction, names: Mapping[str, str] | None = None) -> str:
    """Return the sentence; nothing where everything counts. ``names`` leads from ids to names."""
    called = names or {}
    parts: list[str] = []
    if restriction.as_of is not None:
        day = restriction.as_of.isoformat()
        parts.append(f"texts out by {day}, under norms as fixed by that day")
    if restriction.according_to:
        speakers = listed(called.get(each, each) for each in sorted(restriction.according_to))
        parts.append(f"what is said by {speakers}")
    if restriction.without:
        parts.append(f"what is left without {listed(sorted(restriction.without))}")
    return f"Here counts alone: {'; '.join(parts)}." if parts else ""


def where(restriction: Restriction) -> str:
    """Return where something is said, or not: "nobody …" is told of no more than what counts."""
    return "in the part of this graph that counts here" if restriction else "in this graph"


def restriction_values(restriction: Restriction) -> dict[str, Any]:
    """Return what a JSON document says of it, under one key; no key where everything counts."""
    if not restriction:
        return {}
    return {
        "restriction": {
            "as_of": restriction.as_of.isoformat() if restriction.as_of else None,
            "according_to": sorted(restriction.according_to),
            "without": sorted(restriction.without),
        }
    }
