"""On how few texts, origins or issuers it rests that something is found at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kg.queries.narrowing import NEAR_MISS
from kg.queries.origins import Backing, Origins
from kg.queries.rows import FindingRow, Picture, PropositionRow


class Single(Enum):
    """What there is but one of: without it, nothing is found any longer."""

    TEXT = "text"
    ORIGIN = "origin"
    ISSUER = "issuer"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """That a norm is found to be touched by an actor between two ends, in whichever texts.

    ``backing`` holds the texts in which the transfers are claimed. ``single`` is what there is but
    one of, None where no one text, origin or issuer stands behind all; ``on`` are the ids, of which
    each stands behind all. ``kind`` is that of the ``findings``.
    """

    kind: str
    norm: str
    agent: str | None
    supplier: tuple[str, ...]
    recipient: tuple[str, ...]
    findings: tuple[str, ...]
    backing: Backing
    single: Single | None
    on: tuple[str, ...]


def what_is_found(picture: Picture, findings: Iterable[FindingRow]) -> tuple[FoundRow, ...]:
    """Return what ``findings`` come to, near misses left out: most exposed first, then sorted."""
    origins = Origins(picture)
    claims = {row.iri: row for row in picture.propositions}
    speakers = {act.iri: act.speaker for act in picture.speech_acts}
    grouped: defaultdict[tuple[str, str, str, str, str], list[FindingRow]] = defaultdict(list)
    for row in findings:
        if row.kind != NEAR_MISS:
            ends = (" ".join(_ids(claims[row.transfer], end)) for end in ("supplier", "recipient"))
            grouped[row.kind, row.norm, row.agent or "", *ends].append(row)  # type: ignore[index]  # two ends
    rows = [_row(group, claims, speakers, origins) for _, group in sorted(grouped.items())]
    order = [*Single, None]
    return tuple(sorted(rows, key=lambda row: order.index(row.single)))


def _row(
    group: list[FindingRow],
    claims: Mapping[str, PropositionRow],
    speakers: Mapping[str, tuple[str, ...]],
    origins: Origins,
) -> FoundRow:
    first = claims[group[0].transfer]
    said: dict[str, set[str]] = {claims[row.transfer].text: set() for row in group}
    for row in group:
        said[claims[row.transfer].text].update(
            each for act in row.based_on for each in speakers[act]
        )
    single, on = next(_singles(tuple(said), origins), (None, ()))
    return FoundRow(
        kind=group[0].kind,
        norm=group[0].norm,
        agent=group[0].agent,
        supplier=_ids(first, "supplier"),
        recipient=_ids(first, "recipient"),
        findings=tuple(sorted(row.id for row in group)),
        backing=origins.backing(said),
        single=single,
        on=on,
    )


def _singles(texts: tuple[str, ...], origins: Origins) -> Iterator[tuple[Single, tuple[str, ...]]]:
    if len(texts) == 1:
        yield Single.TEXT, texts
    if origin := _in_all(texts, origins.behind):
        yield Single.ORIGIN, origin
    if issuer := _in_all(texts, origins.issuers):
        yield Single.ISSUER, issuer


def _in_all(texts: tuple[str, ...], of: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted(frozenset.intersection(*(frozenset(of(text)) for text in texts))))


def _ids(row: PropositionRow, role: str) -> tuple[str, ...]:
    return tuple(sorted(each.value for each in row.roles if each.role == role))
