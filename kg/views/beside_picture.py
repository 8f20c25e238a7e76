"""What the page of the explorer shows beside the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from kg.queries.norm_ledger import NormRecords
from kg.queries.stances import StanceMatrix
from kg.queries.standing import Standing
from kg.queries.stories import ChangeRow


class BesidePicture(TypedDict, total=False):
    """What is asked for besides the picture; without any of it, the page says so in its place.

    ``matrices`` are everybody's stances on each proposition, by its IRI; ``changes`` who spoke on
    several sides; ``records`` what is recorded of norms; ``standing`` on which days and of whose
    words findings stand, without which the page offers no choice of a day and of speakers.
    """

    matrices: Mapping[str, StanceMatrix] | None
    changes: Iterable[ChangeRow] | None
    records: NormRecords | None
    standing: Standing | None
