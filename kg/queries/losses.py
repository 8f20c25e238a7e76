"""What one finding loses when a text, an origin or an issuer is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.queries.origins import Origins
from kg.queries.rows import FindingRow, Picture
from kg.queries.single_points import Single


@dataclass(frozen=True, slots=True, kw_only=True)
class LossRow:
    """What goes with ``withdrawn``: a text, a text with all that rests on it, or an issuer's texts.

    ``texts`` are those that go, as far as the finding has to do with them. ``is_gone`` tells that
    the finding goes; otherwise ``silenced`` are the speech acts that contest it no longer, and
    ``left`` those that still do, as IRIs.
    """

    kind: Single
    withdrawn: str
    texts: tuple[str, ...]
    is_gone: bool
    silenced: tuple[str, ...]
    left: tuple[str, ...]


def losses_of(picture: Picture, finding: FindingRow) -> tuple[LossRow, ...]:
    """Return every withdrawal by which ``finding`` loses anything: texts, then origins, issuers.

    An origin is named where more than the one text goes with it.
    """
    origins = Origins(picture)
    own = next(row.text for row in picture.propositions if row.iri == finding.transfer)
    spoken = {act.iri: act.text for act in picture.speech_acts}
    involved = sorted({own, *(spoken[iri] for iri in finding.contested_by)})
    return tuple(
        _row(finding, kind, withdrawn, gone & set(involved), own, spoken)
        for kind, withdrawn, gone in _withdrawals(involved, origins)
    )


def _withdrawals(
    texts: list[str], origins: Origins
) -> Iterator[tuple[Single, str, frozenset[str]]]:
    for text in texts:
        yield Single.TEXT, text, frozenset({text})
    for origin in sorted({each for text in texts for each in origins.behind(text)}):
        gone = origins.with_resting(origin)
        if len(gone) > 1:
            yield Single.ORIGIN, origin, gone
    for issuer in sorted({each for text in texts for each in origins.issuers(text)}):
        yield Single.ISSUER, issuer, origins.issued_by(issuer)


def _row(  # noqa: PLR0913, PLR0917  # everything that a row is made of
    finding: FindingRow,
    kind: Single,
    withdrawn: str,
    gone: frozenset[str],
    own: str,
    spoken: dict[str, str],
) -> LossRow:
    is_gone = own in gone
    silenced = [iri for iri in finding.contested_by if spoken[iri] in gone]
    return LossRow(
        kind=kind,
        withdrawn=withdrawn,
        texts=tuple(sorted(gone)),
        is_gone=is_gone,
        silenced=() if is_gone else tuple(silenced),
        left=() if is_gone else tuple(iri for iri in finding.contested_by if iri not in silenced),
    )
