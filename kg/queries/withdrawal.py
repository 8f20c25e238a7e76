"""What is lost, and what changes, when texts no longer count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.queries.differences import part
from kg.queries.rows import FindingRow, Picture, PropositionRow, SpeechActRow, TextRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFinding:
    """A finding that stays, as it is before and after."""

    before: FindingRow
    after: FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LostReply:
    """A claim that stays, and of what it answers what is gone. Both are IRIs."""

    reply: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LostGround:
    """A text that stays and is recorded as resting on one that is gone."""

    text: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What goes with ``texts``, what changes, and what stays without what it answered.

    ``claims``, ``acts`` and ``findings`` are gone, near misses among them. ``came`` are findings
    that were none before. ``called`` leads from the IRIs of claims that findings and replies are
    about, and of speech acts that contest what is changed, to what these are called: a claim by
    text and name, a speech act by its sentence.
    """

    texts: tuple[TextRow, ...]
    claims: tuple[PropositionRow, ...]
    acts: tuple[SpeechActRow, ...]
    findings: tuple[FindingRow, ...]
    changed: tuple[ChangedFinding, ...]
    came: tuple[FindingRow, ...]
    replies: tuple[LostReply, ...]
    resting: tuple[LostGround, ...]
    called: tuple[tuple[str, str], ...]


def compare(before: Picture, after: Picture) -> Withdrawal:
    """Return what ``after``, a picture without some texts of ``before``, lacks or has otherwise."""
    left = {row.id for row in after.texts}
    gone = {row.iri for row in before.propositions if row.text not in left}
    found = part(before.findings, after.findings)
    lost, came = found.gone, found.came
    changed = tuple(ChangedFinding(before=old, after=new) for old, new in found.changed)
    replies = tuple(
        LostReply(reply=row.iri, answered=answered)
        for row in before.propositions
        if row.iri not in gone
        for answered in row.values("answers")
        if answered in gone
    )
    named = {row.transfer for row in (*lost, *came, *(each.before for each in changed))}
    named |= {iri for each in replies for iri in (each.reply, each.answered)}
    named |= {iri for each in changed for iri in each.before.contested_by}
    return Withdrawal(
        texts=tuple(row for row in before.texts if row.id not in left),
        claims=tuple(row for row in before.propositions if row.iri in gone),
        acts=tuple(row for row in before.speech_acts if row.text not in left),
        findings=lost,
        changed=changed,
        came=came,
        replies=replies,
        resting=tuple(
            LostGround(text=row.id, on=other.text)
            for row in before.texts
            if row.id in left
            for other in row.rests_on
            if other.text not in left
        ),
        called=tuple(each for each in sorted(_called(before)) if each[0] in named),
    )


def _called(picture: Picture) -> Iterator[tuple[str, str]]:
    yield from ((row.iri, f"{row.text}/{row.name}") for row in picture.propositions)
    yield from ((act.iri, act.sentence) for act in picture.speech_acts)
