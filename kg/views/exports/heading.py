"""What a file says of itself, wherever its format has room: it may be read far from here."""

from __future__ import annotations

from kg.model.restriction import Restriction
from kg.views.restriction import tell_restriction
from kg.views.words import plain

_ASSERTS_NOTHING = (
    "Who says what about which arms transfer. That a transfer, an act or a breach is described "
    "asserts nothing: the speech acts about it tell who says so, with which stance and status."
)
FINDINGS = "Findings are this program's inference and no legal determination."


def heading(restriction: Restriction) -> tuple[str, ...]:
    """Return one sentence or two to a line; the last tells what alone counts, if not all does."""
    told = tell_restriction(restriction)
    return (_ASSERTS_NOTHING, FINDINGS, *([plain(told)] if told else []))
