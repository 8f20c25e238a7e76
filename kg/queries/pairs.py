"""The case file of a transfer and a norm that somebody puts beside each other, near or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.inference import examine
from kg.iris import norm_iri
from kg.queries.casefile import CaseFile, compose_case_file, find_case_file, keys_of
from kg.queries.claims import Claims
from kg.queries.excerpts import excerpt, find_transfer
from kg.queries.facts import Facts
from kg.queries.findings import tests_of
from kg.queries.picture import select_picture
from kg.queries.rows import FindingRow, Picture, PropositionRow
from kg.queries.sufficient import select_sufficient

_FEW = 8


def explain(store: ox.Store, wanted: str) -> CaseFile:
    """Return the case file that ``wanted`` names: of a finding, or of a transfer and a norm.

    A transfer and a norm are named as claim/norm, with the text before and the actor after it where
    these are needed. Where no finding is on the two, every test of the norm is shown as it comes
    out, and the kind is ``not-near``. KgError where nothing is named so, or several things are.
    """
    transfer = find_transfer(store, wanted)
    if transfer is not None:
        part = excerpt(store, transfer)
        with suppress(KgError):
            return _explain(part, select_picture(part), wanted)
    # Hints look at all that there is, and a short id may begin any finding's.
    return _explain(store, select_picture(store), wanted)


def _explain(store: ox.Store, picture: Picture, wanted: str) -> CaseFile:
    case = _find(store, picture, wanted)
    sufficient = select_sufficient(store, picture, [case.finding])
    return replace(case, sufficient=sufficient[case.finding.id])


def _find(store: ox.Store, picture: Picture, wanted: str) -> CaseFile:
    try:
        return find_case_file(picture, wanted)
    except KgError:
        asked = sorted(_pairs(picture, wanted), key=lambda pair: pair[0].iri)
        if not asked:
            raise
        if any(_stands(picture, transfer, norm) for transfer, norm, _ in asked):
            raise
    transfers = {transfer.iri: transfer for transfer, _, _ in asked}
    if len(transfers) > 1:
        raise KgError([_several(wanted, [f"{t.text}/{t.name}/{n}" for t, n, _ in asked])])
    transfer, norm, actor = asked[0]
    examined = _examined(store, transfer, norm)
    rows = tuple(row for row in examined if actor in {None, row.agent or "-"})
    if len(rows) > 1:
        raise KgError([_several(wanted, [keys_of(row, transfer)[1] for row in rows])])
    if not rows:
        raise KgError([_nothing(transfer, norm, examined)])
    return compose_case_file(picture, rows[0])


def _examined(store: ox.Store, transfer: PropositionRow, norm: str) -> tuple[FindingRow, ...]:
    beside = ox.Store()
    beside.bulk_extend(examine(store, transfer.iri, norm_iri(norm)))
    facts = Facts(store, beside)
    return tests_of(facts, Claims(facts), transfer.iri, norm_iri(norm))


def _pairs(picture: Picture, wanted: str) -> Iterator[tuple[PropositionRow, str, str | None]]:
    """Yield each transfer, norm and actor that ``wanted`` can mean; the actor may be left out."""
    parts = wanted.rstrip("/").split("/")
    norms = {row.id for row in picture.norms}
    for row in picture.propositions:
        if row.kind != "transfer":
            continue
        for names in ([row.name], [row.text, row.name]):
            rest = parts[len(names) :]
            if parts[: len(names)] == names and rest and rest[0] in norms and len(rest) <= 2:  # noqa: PLR2004  # norm and actor
                yield row, rest[0], rest[1] if len(rest) > 1 else None


def _stands(picture: Picture, transfer: PropositionRow, norm: str) -> bool:
    return any(row.transfer == transfer.iri and row.norm == norm for row in picture.findings)


def _several(wanted: str, names: list[str]) -> Problem:
    few = "; ".join(names[:_FEW]) + ("; and more" if len(names) > _FEW else "")
    sentence = f"{wanted!r} stands for {len(names)} things"
    return Problem(slug="several-findings", sentence=sentence, hint=f"give one: {few}")


def _nothing(transfer: PropositionRow, norm: str, others: tuple[FindingRow, ...]) -> Problem:
    if others:
        names = "; ".join(keys_of(row, transfer)[1] for row in others)
        sentence = f"that actor does not stand where {norm} looks in {transfer.name}"
        return Problem(slug="no-such-finding", sentence=sentence, hint=f"there are: {names}")
    return Problem(
        slug="no-standing",
        sentence=f"nobody in this graph takes the transfer {transfer.name} as actual or possible",
        hint=(
            "so no norm is put beside it; "
            f"kg ask evidence-of --param claim={transfer.name} shows what is said of it"
        ),
    )
