"""What is missing, and what could be said, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.iris import norm_iri
from kg.queries.claims import Claims
from kg.queries.facts import Facts
from kg.queries.gap_questions import Question
from kg.queries.gap_rows import ClaimRef, Missing
from kg.queries.names import listed
from kg.queries.rows import FindingRow, Picture
from kg.vocab import Ata

_IF: Mapping[Missing, str] = {
    Missing.DIRECTION: "if the items were said to go",
    Missing.SUPPLIER: "if the supplier were said to be",
    Missing.RECIPIENT: "if the recipient were said to be",
    Missing.ITEM: "if the items were said to be",
    Missing.DATE: "if the day were said to be",
    Missing.PLACE: "if the items were said to go to",
    Missing.DETERMINATION: "if it were determined, or a text claimed, that the items serve",
    Missing.MEMBERSHIP: "if it were recorded",
    Missing.PERIOD: "if nobody disputed that they are",
}


class GapWords:
    """Says gaps in words that take no side."""

    def __init__(self, picture: Picture, facts: Facts, claims: Claims) -> None:
        self._facts = facts
        self._claims = claims
        self._rows = {row.iri: row for row in picture.propositions}
        said = {act.iri: act.sentence for act in picture.speech_acts}
        self._said_by: dict[str, set[str]] = {}
        for row in picture.findings:
            acts = self._said_by.setdefault(row.transfer, set())
            acts.update(said[act] for act in row.based_on)

    def claims(self, transfers: Iterable[str]) -> tuple[ClaimRef, ...]:
        """Return the transfers as claimed, with who claims them how."""
        return tuple(self.claim(each) for each in sorted(transfers))

    def claim(self, transfer: str) -> ClaimRef:
        """Return one transfer as claimed."""
        row = self._rows[transfer]
        return ClaimRef(
            text=row.text,
            claim=row.name,
            iri=transfer,
            sentence=row.sentence,
            said_by=tuple(sorted(self._said_by.get(transfer, ()))),
        )

    def asked(  # noqa: PLR0911  # each kind of gap
        self, question: Question, rows: Sequence[FindingRow], days: tuple[str, str]
    ) -> str:
        """Return what is missing. ``days`` are those that the claim leaves open."""
        names, roles = self._claims.names, self._claims.roles
        about = question.about[0]
        match question.missing:
            case Missing.DIRECTION:
                parties = names.actors(roles.all(about, Ata.party))
                return f"{parties}: the text does not say who supplies and who receives"
            case Missing.SUPPLIER | Missing.RECIPIENT:
                return f"the text does not say who the {question.missing} is"
            case Missing.ITEM:
                items = names.items(roles.all(about, Ata.item))
                if not items:
                    return "no item is named"
                return f"the items are said to be {items}: wider than what is covered"
            case Missing.DATE:
                return f"{_left_open(*days)}, and what applies changes among these days"
            case Missing.PLACE:
                said = names.places(roles.all(about, Ata.destination))
                return f"said to go to {said}, and no closer" if said else "no place is said"
            case Missing.DETERMINATION:
                norms = {norm_iri(row.norm) for row in rows}
                cited = listed(sorted({names.citation(norm) for norm in norms}))
                asked = {each for norm in norms for each in self._facts.all(norm, Ata.condition)}
                serve = names.concepts(sorted(asked), "or")
                return (
                    f"{cited} asks for a determination that the items serve {_small(serve)}, and "
                    "no text claims a purpose of that kind"
                )
            case Missing.MEMBERSHIP:
                actor, grouping = map(names.actor, question.about)
                return f"whether {actor} is among {grouping} is not recorded"
            case Missing.PERIOD:
                held = names.actors(self._facts.all(about, Ata.heldBy))
                rejected = names.actors(self._facts.all(about, Ata.rejectedBy))
                since = self._facts.said(about, Ata.validFrom)
                return f"that norms are in force from {since} {held} hold and {rejected} reject"

    def answer(self, missing: Missing, words: Sequence[str]) -> str:
        """Return the answer, or several that lead to the same, as the first half of a sentence."""
        said = words[0] if len(words) == 1 else f"{'; '.join(words[:-1])}; or {words[-1]}"
        return f"{_IF[missing]} {_small(said) if missing is Missing.DETERMINATION else said}"


def other_way(missing: Missing) -> str | None:
    """Return what could be said beside the answers, and that no rule reads it; None if nothing."""
    if missing is Missing.DETERMINATION:
        return "a determination to the contrary, or a claim of one, would decide nothing here"
    return None


def _left_open(first: str, last: str) -> str:
    start, end = first != "0001-01-01", last != "9999-12-30"
    if start and end:
        return f"the claim leaves open {first} to {last}"
    if start:
        return f"the claim leaves open {first} and all days after"
    return f"the claim leaves open {last} and all days before" if end else "any day is left open"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
