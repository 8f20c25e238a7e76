"""What is in a graph, told in one paragraph."""

from __future__ import annotations

from kg.queries.rows import FindingRow, Picture
from kg.views.words import DETERMINES_NOTHING, listed

_KINDS = (
    ("alleged-violation", "alleged violation"),
    ("prospective-violation", "prospective violation"),
    ("non-application", "norm that does not apply to a claimed transfer, each with its reason"),
)


def tell(picture: Picture) -> str:
    """Return one paragraph on the picture, with nothing in it that takes a side."""
    speakers = {speaker for act in picture.speech_acts for speaker in act.speaker}
    transfers = sum(row.kind == "transfer" for row in picture.propositions)
    firm = [row for row in picture.findings if not _is_apart(row)]
    found = [_count(sum(row.kind == kind for row in firm), name) for kind, name in _KINDS]
    apart = len(picture.findings) - len(firm)
    denied = sum(bool(row.contested_by) for row in picture.findings)
    contested = (
        f"{_count(denied, 'finding')} {'rests' if denied == 1 else 'rest'} on claims that "
        "somebody denies."
        if denied
        else "Nobody in this graph denies a claim that a finding rests on."
    )
    return (
        f"{_count(len(picture.texts), 'text')}, in which {_count(len(speakers), 'actor')} "
        f"{'speaks' if len(speakers) == 1 else 'speak'}: "
        f"{_count(len(picture.propositions), 'claim')}, "
        f"{transfers} of them about transfers, said in {len(picture.speech_acts)} places. "
        f"From them this program infers {listed(found)}{_apart(apart)}. "
        f"{contested} {DETERMINES_NOTHING}"
    )


def _is_apart(row: FindingRow) -> bool:
    return row.kind != "non-application" and row.rests_on_claimed_purpose


def _apart(count: int) -> str:
    if not count:
        return ""
    return (
        f"; kept apart {'is' if count == 1 else 'are'} {_count(count, 'finding')} for which a "
        "claimed purpose alone stands in for the determination that the norm asks for"
    )


def _count(number: int, name: str) -> str:
    if number == 1:
        return f"1 {name}"
    noun, _, rest = name.partition(" that ")
    return f"{number} {noun}s" + (f" that {rest.replace('does', 'do')}" if rest else "")
