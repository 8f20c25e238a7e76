"""How something is said: with which stances and statuses, by whom, when, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.queries.rows import SpeechActRow
from kg.views.words import NO_STANCE, NO_STATUS, listed


def how_said(acts: Iterable[SpeechActRow], names: Mapping[str, str]) -> dict[str, Any]:
    """Return stance, status, who, when and the words of all ``acts``, each part as one string.

    Several stances stand sorted and joined by "; ", in pairs with their statuses in ``ways``, and
    with who takes them in ``said``. ``names`` leads from ids of actors to what they are called.
    """
    every = list(acts)
    speakers = sorted({speaker for act in every for speaker in act.speaker})
    return {
        "stance": _joined(act.stance or NO_STANCE for act in every) or NO_STANCE,
        "status": _joined(act.status or NO_STATUS for act in every) or NO_STATUS,
        "ways": _joined(f"{act.stance or NO_STANCE} · {act.status or NO_STATUS}" for act in every),
        "said": _joined(act.sentence for act in every),
        "by": listed(names.get(speaker, speaker) for speaker in speakers),
        "date": _joined(act.date for act in every),
        "words": _joined(" […] ".join(act.words.exact) for act in every),
        "verbatim": all(act.words.text_kind == "verbatim" for act in every),
        "speech_acts": _joined(act.iri for act in every),
    }


def _joined(words: Iterable[str]) -> str:
    return "; ".join(sorted(set(words)))
