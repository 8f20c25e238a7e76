"""What named questions answer of somebody's words, each with the speech act that it tells of.

Answers give names, which may hold commas; whoever has to know whose words they are goes by the act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.iris import actor_iri
from kg.queries.facts import Facts
from kg.queries.names import Names
from kg.queries.rows import Picture, PropositionRow, SpeechActRow
from kg.queries.stories import SaidRow
from kg.queries.tellers import Tellers
from kg.vocab import Stance, Status

Record = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One thing said, as a story shows it, and the speech act."""

    row: SaidRow
    act: SpeechActRow


class Hearing:
    """Finds the speech acts of a picture in what questions answer."""

    def __init__(self, facts: Facts, picture: Picture) -> None:
        self._names = Names(facts)
        self._tellers = Tellers(facts)
        self._claims = {row.iri: row for row in picture.propositions}
        self._acts: defaultdict[tuple[str | None, ...], list[SpeechActRow]] = defaultdict(list)
        for act in picture.speech_acts:
            self._acts[self._key(act)].append(act)

    def act(self, record: Record) -> SpeechActRow:
        """Return the speech act that ``record`` tells of."""
        told = ("text", "claim", "speakers", "stance", "reading", "words")
        alike = self._acts[tuple(record[each] for each in told)]
        # Some questions do not tell the status; then any of those alike will do.
        return next((act for act in alike if _status(act) == record.get("status")), alike[0])

    def heard(self, record: Record, side: str) -> Heard:
        """Return what ``record`` tells, on that side of a story."""
        act = self.act(record)
        said = {key: value or "" for key, value in record.items()}
        row = SaidRow(
            act=act.iri,
            side=side,
            date=said["date"],
            text=said["text"],
            speakers=said["speakers"],
            link=said["link"],
            told_by=tuple(map(self.name, self._tellers.told_by(act.text, act.speaker))),
            stance=said["stance"],
            status=record.get("status"),
            claim=said["claim"],
            items=record.get("items"),
            when=record.get("when"),
            reading=record.get("reading"),
            held=said["held"],
            checked=record["checked"],
            words=said["words"],
        )
        return Heard(row=row, act=act)

    def named_end(self, act: SpeechActRow, role: str, name: str) -> str:
        """Return the id of who is called ``name`` in a role of what is said, or of its whole."""
        at: PropositionRow | None = self._claims[act.proposition]
        while at is not None:
            for each in at.roles:
                if (each.role, each.label) == (role, name):
                    return each.value
            at = self._claims.get(at.part_of or "")
        raise LookupError(name)

    def name(self, actor: str) -> str:
        """Return what the actor of that id is called."""
        return self._names.actor(actor_iri(actor))

    def _key(self, act: SpeechActRow) -> tuple[str | None, ...]:
        return (
            act.text,
            self._claims[act.proposition].name,
            ", ".join(sorted(map(self.name, act.speaker))),
            Stance(act.stance).label if act.stance else None,
            act.reading,
            " […] ".join(act.words.exact),
        )


def _status(act: SpeechActRow) -> str | None:
    return Status(act.status).label if act.status else None
