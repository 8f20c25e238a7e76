"""On how few texts, origins or issuers it rests that something is found at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A finding with what its transfer names, all by ids.

    ``speakers`` are those of the speech acts that it is based on.
    """

    id: str
    kind: str
    norm: str
    agent: str | None
    text: str
    supplier: tuple[str, ...]
    recipient: tuple[str, ...]
    speakers: frozenset[str]


def what_is_found(picture: Picture, findings: Iterable[FindingRow]) -> tuple[FoundRow, ...]:
    """Return what ``findings`` come to, near misses left out: most exposed first, then sorted."""
    claims = {row.iri: row for row in picture.propositions}
    speakers = {act.iri: act.speaker for act in picture.speech_acts}
    held = (
        Held(
            id=row.id,
            kind=row.kind,
            norm=row.norm,
            agent=row.agent,
            text=claims[row.transfer].text,
            supplier=_ids(claims[row.transfer], "supplier"),
            recipient=_ids(claims[row.transfer], "recipient"),
            speakers=frozenset(each for act in row.based_on for each in speakers[act]),
        )
        for row in findings
        if row.kind != NEAR_MISS
    )
    return what_is_held(held, Origins(picture))


def what_is_held(findings: Iterable[Held], origins: Origins) -> tuple[FoundRow, ...]:
    """Return what ``findings`` come to: most exposed first, then sorted."""
    grouped: defaultdict[tuple[str, str, str, str, str], list[Held]] = defaultdict(list)
    for row in findings:
        ends = " ".join(row.supplier), " ".join(row.recipient)
        grouped[row.kind, row.norm, row.agent or "", *ends].append(row)
    rows = [_row(group, origins) for _, group in sorted(grouped.items())]
    order = [*Single, None]
    return tuple(sorted(rows, key=lambda row: order.index(row.single)))


def _row(group: list[Held], origins: Origins) -> FoundRow:
    first = group[0]
    said: defaultdict[str, set[str]] = defaultdict(set)
    for row in group:
        said[row.text] |= row.speakers
    single, on = next(_singles(tuple(said), origins), (None, ()))
    return FoundRow(
        kind=first.kind,
        norm=first.norm,
        agent=first.agent,
        supplier=first.supplier,
        recipient=first.recipient,
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
