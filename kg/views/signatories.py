"""Who signed a document, told source by source."""

from __future__ import annotations

from kg.queries.rows import SignatoryListRow
from kg.views.words import host, listed, plain


def tell_signatories(row: SignatoryListRow) -> str:
    """Return how many signed, and according to whom: "48 states counted (world.kbs.co.kr)".

    Whoever is no state is named beside the number. A number that the source does not give is that
    of the states which it names, and is told as such.
    """
    if row.count is not None:
        states = _states(row.count, "counted")
    else:
        states = _states(len(row.states), "named") if row.states else ""
    told = listed(part for part in (states, *row.others) if part)
    return f"{told} ({host(row.source)})"


def name_signatories(row: SignatoryListRow) -> str:
    """Return the names that the source gives, and that it gives not all where it counts more."""
    names = listed((*row.states, *row.others)) if row.actors else ""
    missing = (row.count or 0) - len(row.states)
    rest = f"{_states(missing, 'counted')} and not named" if missing > 0 else ""
    return plain("; ".join(part for part in (names, rest) if part))


def _states(number: int, how: str) -> str:
    return f"{number} {'state' if number == 1 else 'states'} {how}"
