"""Findings, and a whole picture, narrowed to what somebody asks about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.errors import KgError, Problem
from kg.marked import did_you_mean
from kg.queries.rows import FindingRow, Picture

NEAR_MISS = "non-application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """The findings asked for, and how many others the same filters leave unshown.

    Kept apart are near misses, and findings for which a claimed purpose alone stands in for the
    determination that the norm asks for.
    """

    shown: tuple[FindingRow, ...]
    near_misses_not_shown: int
    claimed_purposes_not_shown: int


def narrow_findings(  # noqa: PLR0913  # one for each thing to narrow by
    picture: Picture,
    *,
    kind: str | None = None,
    actor: str | None = None,
    norm: str | None = None,
    text: str | None = None,
    near_misses: bool = False,
    claimed_purposes: bool = False,
) -> Narrowed:
    """Return the findings that fit every filter given; what is kept apart only when asked for.

    Raises KgError for an actor, norm or text that the build does not have.
    """
    check_known(picture, actor=actor, norm=norm, text=text)
    texts = {row.iri: row.text for row in picture.propositions}
    fitting = [
        row
        for row in picture.findings
        if (kind is None or row.kind == kind)
        and (actor is None or row.agent == actor)
        and (norm is None or row.norm == norm)
        and (text is None or texts[row.transfer] == text)
    ]
    near = near_misses or kind == NEAR_MISS
    found = [row for row in fitting if near or row.kind != NEAR_MISS]
    shown = [
        row
        for row in found
        if claimed_purposes or row.kind == NEAR_MISS or not row.rests_on_claimed_purpose
    ]
    return Narrowed(
        shown=tuple(shown),
        near_misses_not_shown=len(fitting) - len(found),
        claimed_purposes_not_shown=len(found) - len(shown),
    )


def narrow_picture(picture: Picture, text: str) -> Picture:
    """Return what ``text`` says, what is inferred from it, and what others say against that.

    Whoever contests a finding stays in the picture, so that no dispute is cut away. Raises KgError
    for a text that the build does not have.
    """
    _check("text", text, (row.id for row in picture.texts))
    own = {row.iri for row in picture.propositions if row.text == text}
    findings = tuple(row for row in picture.findings if row.transfer in own)
    contesting = {act for row in findings for act in row.contested_by}
    acts = tuple(act for act in picture.speech_acts if act.text == text or act.iri in contesting)
    said = own | {act.proposition for act in acts}
    texts = {text} | {act.text for act in acts}
    propositions = tuple(row for row in picture.propositions if row.iri in said)
    named = {role.value for row in propositions for role in row.roles}
    named |= {actor for act in acts for actor in (*act.speaker, *act.addressee)}
    named |= {row.agent for row in findings if row.agent}
    norms = {row.norm for row in findings} | named
    return replace(
        picture,
        texts=tuple(row for row in picture.texts if row.id in texts),
        actors=tuple(row for row in picture.actors if row.id in named),
        propositions=propositions,
        speech_acts=acts,
        norms=tuple(row for row in picture.norms if row.id in norms),
        findings=findings,
    )


def check_known(
    picture: Picture, *, actor: str | None = None, norm: str | None = None, text: str | None = None
) -> None:
    """Raise KgError for an actor, norm or text that the build does not have."""
    _check("actor", actor, (row.id for row in picture.actors))
    _check("norm", norm, (row.id for row in picture.norms))
    _check("text", text, (row.id for row in picture.texts))


def _check(what: str, wanted: str | None, known: Iterable[str]) -> None:
    ids = sorted(known)
    if wanted is None or wanted in ids:
        return
    sentence = f"there is no {what} {wanted!r} in this graph"
    longer = [each for each in ids if each.startswith(wanted)]
    hint = f"there are: {', '.join(longer)}" if longer else did_you_mean(wanted, ids)
    raise KgError([Problem(slug="not-in-graph", sentence=sentence, hint=hint)])
