"""How many texts, origins and voices stand behind what is claimed and what is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kg.queries.corroboration import AlikeRow
from kg.queries.losses import LossRow
from kg.queries.origins import Backing
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.rows import FindingRow, Picture
from kg.queries.single_points import FoundRow, Single
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv, wrapped
from kg.views.words import listed

NOTHING_VOTES = (
    "Nothing votes: who affirms and who denies stand beside each other, and no number makes a "
    "claim true. Periods are not compared; the claims may mean different transfers."
)
_WIDTH = 100
_KINDS = {
    "alleged-violation": "alleged violation",
    "prospective-violation": "prospective violation",
}
_SINGLE = {
    Single.TEXT: "one text",
    Single.ORIGIN: "one origin",
    Single.ISSUER: "one issuer",
}


def draw_alike(picture: Picture, rows: Sequence[AlikeRow], form: str) -> str:
    """Return the rows as text, csv, tsv or json."""
    match form:
        case "json":
            values = {
                "note": NOTHING_VOTES,
                **restriction_values(picture.restriction),
                "claims": [_alike_values(row) for row in rows],
            }
            return draw_json("kg-sources/1", values)
        case "csv":
            return draw_csv(_alike_table(rows))
        case "tsv":
            return draw_tsv(_alike_table(rows))
        case _:
            names = {row.id: row.name for row in picture.actors}
            return "\n".join(line for row in rows for line in _alike_lines(row, names))


def draw_found(picture: Picture, rows: Sequence[FoundRow], form: str) -> str:
    """Return on what it rests that something is found, as table, csv, tsv or json."""
    match form:
        case "json":
            values = {
                "note": NO_DETERMINATION,
                **restriction_values(picture.restriction),
                "found": [_found_values(row) for row in rows],
            }
            return draw_json("kg-single-points/1", values)
        case "csv":
            return draw_csv(_found_facts(rows))
        case "tsv":
            return draw_tsv(_found_facts(rows))
        case _:
            return draw_text(_found_table(picture, rows))


def draw_losses(picture: Picture, finding: FindingRow, rows: Sequence[LossRow], form: str) -> str:
    """Return what ``finding`` loses by each withdrawal, as table, csv, tsv or json."""
    said = {act.iri: act.sentence for act in picture.speech_acts}
    if form == "json":
        values = {
            "note": NO_DETERMINATION,
            **restriction_values(picture.restriction),
            "finding": finding.id,
            "sentence": finding.sentence,
            "losses": [asdict(row) | {"kind": row.kind.value} for row in rows],
        }
        return draw_json("kg-losses/1", values)
    table = Table(
        columns=("without", "texts left aside", "the finding", "contested no longer by"),
        rows=tuple(
            (
                f"{row.kind.value} {row.withdrawn}",
                listed(row.texts),
                _fate(row),
                "; ".join(sorted({said[iri] for iri in row.silenced})) or None,
            )
            for row in rows
        ),
    )
    if form == "csv":
        return draw_csv(table)
    if form == "tsv":
        return draw_tsv(table)
    return f"{wrapped(finding.sentence, _WIDTH)}\n\n{draw_text(table, once=False)}"


def _fate(row: LossRow) -> str:
    if row.is_gone:
        return "is gone"
    return "stays, contested" if row.left else "stays, contested by nobody in this graph"


def tell_backing(backing: Backing) -> str:
    """Return the numbers in words: "3 texts, 3 origins, 2 voices (1 if organs count as …)"."""
    told = [
        _count(len(backing.documents), "text"),
        _count(len(backing.origins), "origin"),
        _count(len(backing.voices), "voice"),
    ]
    if len(backing.states) < len(backing.voices):
        told[-1] += f" ({len(backing.states)} if organs are counted as their state)"
    return ", ".join(told)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _alike_lines(row: AlikeRow, names: dict[str, str]) -> Iterator[str]:
    yield f"{row.item_label} ({row.item}) from {row.supplier_name} to {row.recipient_name}"
    for side, backing in row.sides:
        if backing.documents:
            yield wrapped(tell_backing(backing), _WIDTH, f"  {side.value.ljust(27)}  ", " " * 31)
            yield wrapped(", ".join(backing.documents), _WIDTH, " " * 31)
            said = listed(names.get(each, each) for each in backing.speakers)
            issued = listed(names.get(each, each) for each in backing.issuers)
            yield wrapped(f"said by {said}, in texts of {issued}", _WIDTH, " " * 31)
    yield ""


def _alike_table(rows: Iterable[AlikeRow]) -> Table:
    return Table(
        columns=(
            "supplier",
            "recipient",
            "item",
            "side",
            "documents",
            "origins",
            "voices",
            "states",
            "texts",
            "speakers",
            "issuers",
            "earliest",
            "latest",
        ),
        rows=tuple(
            (
                row.supplier,
                row.recipient,
                row.item,
                side.value,
                str(len(backing.documents)),
                str(len(backing.origins)),
                str(len(backing.voices)),
                str(len(backing.states)),
                "; ".join(backing.documents),
                "; ".join(backing.speakers),
                "; ".join(backing.issuers),
                row.earliest,
                row.latest,
            )
            for row in rows
            for side, backing in row.sides
            if backing.documents
        ),
    )


def _found_values(row: FoundRow) -> dict[str, Any]:
    return asdict(row) | {"single": _word(row.single), "backing": _backing_values(row.backing)}


def _backing_values(backing: Backing) -> dict[str, Any]:
    organs = [{"state": state, "issuers": issuers} for state, issuers in backing.organs]
    return asdict(backing) | {"organs": organs}


def _alike_values(row: AlikeRow) -> dict[str, Any]:
    return asdict(row) | {
        "sides": [
            {"side": side.value, **_backing_values(backing)}
            for side, backing in row.sides
            if backing.documents
        ]
    }


def _found_table(picture: Picture, rows: Iterable[FoundRow]) -> Table:
    norms = {row.id: row.citation for row in picture.norms}
    names = {row.id: row.name for row in picture.actors}
    return Table(
        columns=("rests on", "which", "what is found", "findings", "behind it"),
        rows=tuple(
            (
                _SINGLE[row.single] if row.single else "several",
                f"{listed(row.on)}{', each' if len(row.on) > 1 else ''}" or None,
                _what(row, norms, names),
                str(len(row.findings)),
                tell_backing(row.backing),
            )
            for row in rows
        ),
    )


def _what(row: FoundRow, norms: Mapping[str, str], names: Mapping[str, str]) -> str:
    def called(ids: Iterable[str], nobody: str) -> str:
        return listed(names.get(each, each) for each in ids) or f"{nobody} not named"

    kind = _KINDS.get(row.kind, row.kind)
    agent = called([row.agent] if row.agent else [], "an actor")
    supplier, recipient = called(row.supplier, "a supplier"), called(row.recipient, "a recipient")
    return f"{kind} of {norms[row.norm]} by {agent}: from {supplier} to {recipient}"


def _found_facts(rows: Iterable[FoundRow]) -> Table:
    return Table(
        columns=(
            "single",
            "on",
            "kind",
            "norm",
            "agent",
            "supplier",
            "recipient",
            "texts",
            "origins",
            "voices",
            "states",
            "findings",
        ),
        rows=tuple(
            (
                _word(row.single),
                "; ".join(row.on),
                row.kind,
                row.norm,
                row.agent,
                "; ".join(row.supplier),
                "; ".join(row.recipient),
                "; ".join(row.backing.documents),
                str(len(row.backing.origins)),
                str(len(row.backing.voices)),
                str(len(row.backing.states)),
                "; ".join(row.findings),
            )
            for row in rows
        ),
    )


def _word(single: Single | None) -> str | None:
    return single.value if single else None
