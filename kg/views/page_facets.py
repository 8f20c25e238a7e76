"""What the page counts claims by, beyond what their rows say: kinds of items, and instruments."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.rows import ItemRow, Picture, PropositionRow
from kg.views.view_model import Instrument, Item
from kg.views.words import name_of, plain
from kg.vocab import InstrumentKind


class PageFacets:
    """The items that claims of a picture are about, with all broader ones, by their numbers."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        known = {row.id: row for row in picture.items}
        wanted = {each for row in picture.propositions for each in row.values("item")}
        self._rows = [known[each] for each in sorted(_with_broader(known, wanted))]
        self._numbers = {row.id: at for at, row in enumerate(self._rows)}

    def items(self) -> list[Item]:
        return [
            {
                "id": row.id,
                "label": plain(row.label),
                "aliases": [plain(alias) for alias in row.aliases],
                "broader": self._at(row.broader),
            }
            for row in self._rows
        ]

    def items_in(self, claim: PropositionRow) -> list[int]:
        """Return the numbers of the items that a claim is about, those of its whole included."""
        return self._at(claim.values("item"))

    def instruments(self) -> list[Instrument]:
        """Return the instruments that norms of the picture stand in."""
        wanted = {norm.instrument for norm in self._picture.norms}
        return [
            {
                "id": row.id,
                "label": plain(row.label),
                "kind": name_of(InstrumentKind, row.kind),
            }
            for row in self._picture.instruments
            if row.id in wanted
        ]

    def _at(self, items: Iterable[str]) -> list[int]:
        return [self._numbers[each] for each in dict.fromkeys(items) if each in self._numbers]


def _with_broader(known: dict[str, ItemRow], wanted: Iterable[str]) -> set[str]:
    found: set[str] = set()
    left = set(wanted) & known.keys()
    while left:
        each = left.pop()
        found.add(each)
        left |= (set(known[each].broader) & known.keys()) - found
    return found
