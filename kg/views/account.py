"""What is in a graph, told in one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from kg.queries.rows import FindingRow, Picture
from kg.views.restriction import where
from kg.views.words import DETERMINES_NOTHING, listed


def tell(picture: Picture) -> str:
    """Return one paragraph on the picture, with nothing in it that takes a side.

    A finding on a part of a transfer is not counted beside the like finding on the whole.
    """
    speakers = {speaker for act in picture.speech_acts for speaker in act.speaker}
    transfers = sum(row.kind == "transfer" for row in picture.propositions)
    whole = [row for row in picture.findings if row.part_of_finding is None]
    texts = _count(len(picture.texts), "text")
    actors = _count(len(speakers), "actor")
    return (
        f"{texts}, in which {actors} {'speaks' if len(speakers) == 1 else 'speak'}: "
        f"{_count(len(picture.propositions), 'claim')}, "
        f"{transfers} of them about transfers, said in {len(picture.speech_acts)} places. "
        f"{_inferred(whole)} {_contested(whole, where(picture.restriction))} {DETERMINES_NOTHING}"
    )


def _inferred(findings: Sequence[FindingRow]) -> str:
    firm = [row for row in findings if not _is_apart(row)]
    spared = [row for row in firm if row.kind == "non-application"]
    open_ = sum(row.is_undecided for row in spared)
    found = listed(
        _count(sum(row.kind == kind for row in firm), kind.replace("-", " "))
        for kind in ("alleged-violation", "prospective-violation")
    )
    apart = len(findings) - len(firm)
    kept = (
        f" Kept apart {'is' if apart == 1 else 'are'} {_count(apart, 'finding')} for which a "
        "claimed purpose alone stands in for the determination that the norm asks for."
        if apart
        else ""
    )
    return (
        f"From them this program infers {found}; in {_count(len(spared) - open_, 'further case')} "
        f"a norm near at hand does not apply, and in {open_} it cannot be decided whether it does, "
        f"each with its reason.{kept}"
    )


def _contested(findings: Sequence[FindingRow], place: str) -> str:
    number = sum(bool(row.contested_by) for row in findings)
    if not number:
        return f"Nobody {place} contests what a finding rests on."
    return f"{_count(number, 'finding')} {'is' if number == 1 else 'are'} contested {place}."


def _is_apart(row: FindingRow) -> bool:
    return row.kind != "non-application" and row.rests_on_claimed_purpose


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"
