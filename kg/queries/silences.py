"""Who is named in a claimed transfer and has taken no stance on it in this graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.iris import actor_iri, text_iri
from kg.queries.asking import ask
from kg.queries.claims import Claims
from kg.queries.facts import Facts
from kg.queries.gap_rows import ClaimRef, SilentRow, SpokenFor
from kg.queries.narrowing import check_known
from kg.queries.organs import Organs
from kg.queries.rows import FindingRow, Picture, PropositionRow, SpeechActRow

# Who is named in what is spoken of as having taken place, with every answer that is linked to it.
_QUESTION = "answers-of-those-named"
# How that question says that an answer is the actor's own.
_OWN = frozenset({"speaks", "issues the text"})
_Row = Mapping[str, str | None]


def find_silences(
    store: ox.Store,
    picture: Picture,
    *,
    actor: str | None = None,
    norm: str | None = None,
    text: str | None = None,
) -> tuple[SilentRow, ...]:
    """Return actors named in transfers on which they take no stance, by actor and text.

    Looked at are transfers that somebody else affirms as actual or entertains to be. ``norm``
    leaves those on which there is an alleged violation of it by the actor. Raises KgError for an
    id that the graph does not have.
    """
    check_known(picture, actor=actor, norm=norm, text=text)
    answered = ask(store, _QUESTION)
    named: dict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    for cells in answered.rows:
        row = dict(zip(answered.variables, cells, strict=True))
        key = str(row["actor"]), str(row["text"]), str(row["claim"])
        named[key].append(row)
    beside = _Beside(store, picture)
    rows = (
        beside.silent(key, told)
        for key, told in named.items()
        if not any(_OWN.intersection((each["link"] or "").split("; ")) for each in told)
    )
    return tuple(
        row
        for row in sorted(rows, key=lambda row: (row.actor, row.claim.text, row.claim.claim))
        if (actor is None or row.actor == actor)
        and (text is None or row.claim.text == text)
        and (
            norm is None
            or any(each.norm == norm for each in beside.findings(row.actor, row.claim.iri))
        )
    )


class _Beside:
    """What stands beside a silence: findings, and what is said near it."""

    def __init__(self, store: ox.Store, picture: Picture) -> None:
        self._facts = Facts(store)
        self._claims = Claims(self._facts)
        self._rows = {(row.text, row.name): row for row in picture.propositions}
        self._by_iri = {row.iri: row for row in picture.propositions}
        self._acts = picture.speech_acts
        self._findings = picture.findings
        self._organs = Organs(self._facts)

    def silent(self, key: tuple[str, str, str], told: list[_Row]) -> SilentRow:
        actor, text, claim = key
        proposition = self._rows[text, claim]
        return SilentRow(
            actor=actor,
            name=self._claims.names.actor(actor_iri(actor)),
            roles=tuple(sorted({str(each["role"]) for each in told})),
            claim=ClaimRef(
                text=text,
                claim=claim,
                iri=proposition.iri,
                sentence=proposition.sentence,
                said_by=tuple(sorted({str(each["said_by"]) for each in told})),
            ),
            findings=tuple(each.id for each in self.findings(actor, proposition.iri)),
            near_it=tuple(dict.fromkeys(_near(each) for each in told if each["answer_text"])),
            elsewhere=tuple(self._elsewhere(actor, proposition, told)),
        )

    def findings(self, actor: str, transfer: str) -> list[FindingRow]:
        """Return the alleged violations by the actor that rest on the claim."""
        return [
            each
            for each in self._findings
            if each.transfer == transfer
            and each.agent == actor
            and each.kind == "alleged-violation"
        ]

    def _elsewhere(
        self, actor: str, proposition: PropositionRow, told: list[_Row]
    ) -> Iterator[SpokenFor]:
        """Yield what is said of other transfers between the same ends, and not linked to this."""
        linked = {(str(each["answer_text"]), str(each["speakers"])) for each in told}
        ends = _ends(proposition)
        for act in self._acts if all(ends) else ():
            other = self._by_iri[act.proposition]
            link = self._link(actor, act)
            names = ", ".join(
                sorted(self._claims.names.actor(actor_iri(each)) for each in act.speaker)
            )
            if (
                link
                and act.stance
                and other.kind == "transfer"
                and other.iri != proposition.iri
                and _ends(other) == ends
                and (act.text, names) not in linked
            ):
                yield SpokenFor(
                    speakers=names,
                    link=link,
                    sentence=act.sentence,
                    text=act.text,
                    claim=other.name,
                )

    def _link(self, actor: str, act: SpeechActRow) -> str | None:
        if actor in act.speaker:
            return "speaks"
        ties = (
            self._organs.find_tie(actor_iri(each), actor_iri(actor), text_iri(act.text))
            for each in act.speaker
        )
        return next(filter(None, ties), None)


def _ends(row: PropositionRow) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(row.values("supplier")), frozenset(row.values("recipient"))


def _near(told: _Row) -> SpokenFor:
    status = f", {told['status']}" if told["status"] else ""
    return SpokenFor(
        speakers=str(told["speakers"]),
        link=str(told["link"]),
        sentence=f"{told['speakers']}: {told['stance']}{status}, of {told['on']}",
        text=str(told["answer_text"]),
        claim="",
    )
