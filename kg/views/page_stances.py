"""The stances of the page: who says what that bears on each claim, and who said what before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.queries.stances import Bears, RelatedRow, StanceMatrix, StanceRow
from kg.queries.stories import ChangeRow, SaidRow
from kg.views.changes import tell_link
from kg.views.page_index import PageIndex
from kg.views.values import tell_value
from kg.views.view_stances import Matrix, RelatedAct, Said, StandingAct, Story
from kg.views.words import as_told, plain


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
            "toldBy": self._told(row),
        }

    def _related(self, row: RelatedRow) -> RelatedAct:
        return {
            "act": self._index.acts[row.act.iri],
            "why": ", ".join(each.label for each in row.why),
            "toldBy": self._told(row),
        }

    def _told(self, row: StanceRow | RelatedRow) -> str:
        names = dict.fromkeys(self._index.names.get(each, each) for each in row.told_by)
        return _told_by(names, row.act.words.text_kind)

    def stories(self, rows: Iterable[ChangeRow]) -> list[Story]:
        """Return who spoke on several sides of like transfers, in the order of ``rows``."""
        return [
            {
                "actor": row.actor,
                "supplier": plain(row.supplier),
                "recipient": plain(row.recipient),
                "items": [plain(each) for each in row.items],
                "turns": [
                    {
                        "side": turn.side,
                        "since": plain(turn.since),
                        "until": plain(turn.until),
                        "said": [self._said(row, each) for each in turn.said],
                    }
                    for turn in row.turns
                ],
                "otherTimes": row.other_times,
                "within": plain(row.within or ""),
            }
            for row in rows
        ]

    def _said(self, story: ChangeRow, row: SaidRow) -> Said:
        return {
            "act": self._index.acts[row.act],
            "link": plain(tell_link(story, row)),
            "toldBy": _told_by(map(plain, row.told_by), row.held),
            "items": plain(row.items or ""),
            "when": plain(row.when or ""),
        }


def _told_by(names: Iterable[str], text_kind: str) -> str:
    return as_told(names, abstract=text_kind == "abstract").removeprefix(", ")
