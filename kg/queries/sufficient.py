"""Whose word suffices for a finding, in the ids that people know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.inference import sufficient_speakers
from kg.iris import id_of
from kg.queries.rows import FindingRow, Picture, SufficientRow


def select_sufficient(
    store: ox.Store, picture: Picture, findings: Iterable[FindingRow]
) -> Mapping[str, tuple[SufficientRow, ...]]:
    """Return, by the id of each finding, the smallest sets of speakers whose word suffices for it.

    What follows from nobody's word, such as a norm and a transfer that are not near, has none.
    """
    wanted = {row.iri: row for row in findings}
    names = {actor.id: actor.name for actor in picture.actors}
    sets = sufficient_speakers(store, {row.transfer for row in wanted.values()})
    return {
        row.id: tuple(
            _row([sorted(map(id_of, group)) for group in groups], names)
            for groups in sets.get(iri, ())
        )
        for iri, row in wanted.items()
    }


def _row(groups: list[list[str]], names: Mapping[str, str]) -> SufficientRow:
    return SufficientRow(
        one_of=tuple(map(tuple, groups)),
        names=tuple(tuple(names[each] for each in group) for group in groups),
    )
