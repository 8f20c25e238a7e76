"""The stances of the page: who says what that bears on each claim, and what is only like it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.queries.stances import Bears, RelatedRow, StanceMatrix, StanceRow
from kg.views.page_index import PageIndex
from kg.views.values import tell_value
from kg.views.view_model import Matrix, RelatedAct, StandingAct


class PageStances:
    """Matrices as plain values; each act is told by its number."""

    def __init__(self, index: PageIndex, matrices: Mapping[str, StanceMatrix]) -> None:
        self._index = index
        self._matrices = matrices

    def of(self, proposition: str) -> Matrix | None:
        """Return the matrix of a proposition, None where the page is made without."""
        matrix = self._matrices.get(proposition)
        if matrix is None:
            return None
        return {
            "value": tell_value(matrix.value),
            "stances": [self._standing(row) for row in matrix.stances],
            "related": [self._related(row) for row in matrix.related],
            "lawful": [self._related(row) for row in matrix.lawful],
        }

    def _standing(self, row: StanceRow) -> StandingAct:
        return {
            "act": self._index.acts[row.act.iri],
            "of": "" if row.bears is Bears.ITSELF else row.bears.value,
            "toldBy": self._index.named(row.told_by) if row.told_by else "",
        }

    def _related(self, row: RelatedRow) -> RelatedAct:
        return {
            "act": self._index.acts[row.act.iri],
            "why": ", ".join(each.label for each in row.why),
            "toldBy": self._index.named(row.told_by) if row.told_by else "",
        }
