"""Which transfers are taken as actual on the word of one text, one origin or one issuer alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.inference.supposing import days_of
from kg.iris import actor_iri, item_iri
from kg.queries.facts import Facts
from kg.queries.gap_rows import ClaimRef, OneOrigin, OneOriginRow
from kg.queries.names import Names
from kg.queries.narrowing import check_known
from kg.queries.origins import Origins
from kg.queries.rows import Picture, PropositionRow
from kg.queries.sides import is_taken_as_actual

_FIRST = "0001-01-01"
_BROADER = "http://www.w3.org/2004/02/skos/core#broaderTransitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A transfer that somebody affirms as actual. ``items`` come with all that is wider."""

    row: PropositionRow
    said_by: tuple[str, ...]
    suppliers: frozenset[str]
    recipients: frozenset[str]
    items: Mapping[str, frozenset[str]]
    days: tuple[str, str]


def find_one_origin(  # one for each thing to narrow by
    store: ox.Store,
    picture: Picture,
    *,
    actor: str | None = None,
    norm: str | None = None,
    text: str | None = None,
) -> OneOrigin:
    """Return the transfers taken as actual that one origin alone supports, by issuer and text.

    Texts are of one origin where all rest on the same text, as is recorded (``rests-on``), that one
    included. A text supports a transfer where it takes as actual one between the same ends, of each
    of the items or something narrower, on days that meet. It may mean another delivery. Raises
    KgError for an id that the graph does not have.
    """
    check_known(picture, actor=actor, norm=norm, text=text)
    taken, others = _taken(store, picture)
    names, issuers = Names(Facts(store)), {each.id: each.issued_by for each in picture.texts}
    origins = Origins(picture)
    found = []
    for each in taken:
        texts = sorted({other.row.text for other in taken if _supports(other, each)})
        rests_on = _rests_on(texts, origins, issuers)
        findings = [
            row
            for row in picture.findings
            if row.transfer == each.row.iri and row.kind == "alleged-violation"
        ]
        is_wanted = (
            (actor is None or actor in each.suppliers | each.recipients)
            and (text is None or each.row.text == text)
            and (norm is None or any(row.norm == norm for row in findings))
        )
        if rests_on and is_wanted:
            theirs = issuers[each.row.text]
            found.append(
                OneOriginRow(
                    issuers=theirs,
                    names=tuple(names.actor(actor_iri(issuer)) for issuer in theirs),
                    claim=ClaimRef(
                        text=each.row.text,
                        claim=each.row.name,
                        iri=each.row.iri,
                        sentence=each.row.sentence,
                        said_by=each.said_by,
                    ),
                    rests_on=rests_on,
                    origins=tuple(sorted(frozenset().union(*map(origins.roots, texts)))),
                    texts=tuple(texts),
                    hanging=tuple(row.id for row in findings),
                    part=each.row.part_of is not None,
                )
            )
    found.sort(key=lambda row: (row.names, row.claim.text, row.claim.claim))
    return OneOrigin(rows=tuple(found), compared=len(taken), not_comparable=others)


def _rests_on(
    texts: Sequence[str], origins: Origins, issuers: Mapping[str, tuple[str, ...]]
) -> str | None:
    if len(texts) == 1:
        return "one text"
    if frozenset.intersection(*map(origins.roots, texts)):
        return "one origin"
    in_all = frozenset.intersection(*(frozenset(issuers[each]) for each in texts))
    return "one issuer" if in_all else None


def _taken(store: ox.Store, picture: Picture) -> tuple[list[_Taken], int]:
    """Return what is taken as actual, and how much of it names too little to be compared."""
    above, days = Facts(store).subjects(_BROADER), days_of(store)
    rows = {row.iri: row for row in picture.propositions}
    acts: dict[str, set[str]] = {}
    for act in picture.speech_acts:
        if is_taken_as_actual(act):
            acts.setdefault(act.proposition, set()).add(act.sentence)
    found, others = [], 0
    for row in picture.propositions:
        if row.kind != "transfer" or row.iri not in acts:
            continue
        items = row.values("item")
        suppliers, recipients = map(frozenset, (row.values("supplier"), row.values("recipient")))
        if not (items and suppliers and recipients):
            others += 1
            continue
        found.append(
            _Taken(
                row=row,
                said_by=tuple(sorted(acts[row.iri])),
                suppliers=suppliers,
                recipients=recipients,
                items={each: frozenset(above.get(item_iri(each), ())) for each in items},
                days=days[row.iri] if _is_dated(row, rows) else (_FIRST, days[row.iri][1]),
            )
        )
    return found, others


def _is_dated(row: PropositionRow, rows: Mapping[str, PropositionRow]) -> bool:
    """Tell whether the transfer or a whole of it gives a day; else any earlier day may be meant."""
    while row.part_of and not row.values("earliest", "latest"):
        row = rows[row.part_of]
    return bool(row.values("earliest", "latest"))


def _supports(other: _Taken, claim: _Taken) -> bool:
    if other.row.text == claim.row.text:
        return other.row.iri == claim.row.iri
    return (
        not other.suppliers.isdisjoint(claim.suppliers)
        and not other.recipients.isdisjoint(claim.recipients)
        and other.days[0] <= claim.days[1]
        and claim.days[0] <= other.days[1]
        and all(
            any(item == named or item_iri(item) in wider for named, wider in other.items.items())
            for item in claim.items
        )
    )
