"""Changes of norms, norms that bind, and norms as cited: as text, CSV, TSV or JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from kg.model.restriction import Restriction
from kg.queries.norm_ledger.rows import (
    BindingNorm,
    ChangeKind,
    CitedCandidate,
    CitedNorms,
    Ground,
    Named,
    NormChange,
    NormChanges,
    Standing,
)
from kg.views.norm_words import LEDGER_NOTE, called, checked, tell_bond, tell_dispute
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_tsv, wrapped
from kg.vocab import Deontic, Role

_WIDTH = 100
_CHANGES = {
    ChangeKind.BEGINS: "begins",
    ChangeKind.RETURNS: "returns",
    ChangeKind.ENDS: "ends",
    ChangeKind.EXCEPTION_ENDS: "exception ends",
    ChangeKind.MEMBERSHIP_BEGINS: "member joins",
    ChangeKind.MEMBERSHIP_ENDS: "member leaves",
}
_GROUNDS = {
    Ground.FOUND: "found on the transfer",
    Ground.BARS: "bars what is described",
    Ground.BARS_IF: "bars what is described, if more holds",
    Ground.PARAGRAPH_NAMED: "the words name the paragraph",
    Ground.INSTRUMENT_NAMED: "the words name the instrument",
}
_STANDINGS = {
    Standing.IN_FORCE: "",
    Standing.DISPUTED: "; on the day of the text in force as some hold and others reject",
    Standing.NOT_IN_FORCE: "; not in force on the day of the text",
    Standing.UNKNOWN: "; the day of the text is not known",
}


def draw_norm_changes(found: NormChanges, form: str, restriction: Restriction) -> str:
    """Return changes as table, csv, tsv or json."""
    values = {
        "first": found.first,
        "last": found.last,
        "party": asdict(found.party) if found.party else None,
        "changes": [asdict(each) for each in found.changes],
        "as_one_of_many": found.as_one_of_many,
    }
    return _drawn(
        form,
        lambda: _changes_as_text(found.changes),
        lambda: _change_facts(found.changes),
        lambda: draw_json("kg-ledger-changes/1", _noted(restriction, values)),
    )


def draw_binding_norms(norms: Sequence[BindingNorm], form: str, restriction: Restriction) -> str:
    """Return norms that bind an actor as table, csv, tsv or json."""
    values = {"norms": [asdict(each) for each in norms]}
    return _drawn(
        form,
        lambda: _norms_as_text(norms),
        lambda: _norm_facts(norms),
        lambda: draw_json("kg-ledger-bound/1", _noted(restriction, values)),
    )


def draw_cited_norms(cited: Sequence[CitedNorms], form: str, restriction: Restriction) -> str:
    """Return citations as table, csv, tsv or json; csv and tsv have a row for each norm."""
    values = {"citations": [asdict(each) for each in cited]}
    return _drawn(
        form,
        lambda: "\n".join(map(_citation_as_text, cited)),
        lambda: _citation_facts(cited),
        lambda: draw_json("kg-ledger-citations/1", _noted(restriction, values)),
    )


def _drawn(
    form: str, text: Callable[[], str], facts: Callable[[], Table], values: Callable[[], str]
) -> str:
    match form:
        case "json":
            return values()
        case "csv":
            return draw_csv(facts())
        case "tsv":
            return draw_tsv(facts())
        case _:
            return text()


def _noted(restriction: Restriction, values: dict[str, Any]) -> dict[str, Any]:
    return {"note": LEDGER_NOTE, **restriction_values(restriction), **values}


def _changes_as_text(changes: Sequence[NormChange]) -> str:
    parts = []
    for day, on_day in groupby(changes, lambda each: each.day):
        lines = [day]
        for each in on_day:
            mode = Deontic(each.deontic).label
            head = f"{each.citation}: {mode} {checked(each.checked)}"
            lines.append(wrapped(head, _WIDTH, f"  {_CHANGES[each.kind]:<16}", " " * 18))
            lines += [wrapped(line, _WIDTH, " " * 18, " " * 20) for line in _change_lines(each)]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _change_lines(change: NormChange) -> list[str]:
    lines = [f"binds {_ends(change.binds, change.role, change.towards)}"]
    if change.kind is ChangeKind.EXCEPTION_ENDS:
        lines.append(f"no longer excepted: {called(change.items)}")
    elif change.member is None:
        lines.append(f"covers: {called(change.items)}")
    if change.member is not None and change.grouping is not None:
        joins = "from this day" if change.kind is ChangeKind.MEMBERSHIP_BEGINS else "until then"
        mark = checked(change.membership_checked)
        lines.append(f"{change.member.name} is {joins} one of: {change.grouping.name} {mark}")
    lines.append(f"by: {called(change.by)}" if change.by else "")
    lines.append(f"changes: {called(change.changes)}" if change.changes else "")
    lines.append(tell_dispute(change.held_by, change.rejected_by))
    return [line for line in lines if line]


def _ends(binds: Sequence[Named], role: str, towards: Sequence[Named]) -> str:
    other = f", towards {called(towards)}" if towards else ", whoever stands at the other end"
    return f"{called(binds)} as {Role(role).label}{other}"


def _norms_as_text(norms: Sequence[BindingNorm]) -> str:
    parts = []
    for (deontic, role), alike in groupby(_by_mode(norms), lambda each: (each.deontic, each.role)):
        lines = [f"{Deontic(deontic).label}, as {Role(role).label}"]
        for each in alike:
            lines.append(wrapped(f"{each.citation} {checked(each.checked)}", _WIDTH, "  "))
            lines += [wrapped(line, _WIDTH, " " * 6, " " * 8) for line in _norm_lines(each)]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _by_mode(norms: Sequence[BindingNorm]) -> list[BindingNorm]:
    modes, roles = tuple(Deontic), tuple(Role)
    return sorted(norms, key=lambda n: (modes.index(Deontic(n.deontic)), roles.index(Role(n.role))))


def _norm_lines(norm: BindingNorm) -> list[str]:
    until = f" to {norm.last}" if norm.last else " on"
    lines = [
        norm.rule,
        f"bound {tell_bond(norm.bond)}",
        f"towards {called(norm.towards)}" if norm.towards else "whoever stands at the other end",
        f"where it goes to: {called(norm.only_places)}" if norm.only_places else "",
        f"in force from {norm.since}{until}",
        tell_dispute(norm.held_by, norm.rejected_by),
    ]
    return [line for line in lines if line]


def _citation_as_text(cited: CitedNorms) -> str:
    day = cited.day or "the day is not known"
    lines = [f"{cited.text}, {day}: {cited.name}"]
    for words in cited.words:
        said = " […] ".join(words.exact)
        is_quoted = words.text_kind == "verbatim"
        shown = f"“{said}”" if is_quoted else f"[abstract, no quotation] {said}"
        lines.append(wrapped(shown, _WIDTH, "  "))
    about = ", ".join(cited.about) or "no transfer, as far as the text says"
    lines.append(wrapped(about, _WIDTH, "  said of        "))
    reading = called(cited.read_as) or "nobody reads it as any norm"
    lines.append(wrapped(reading, _WIDTH, "  read as        "))
    if cited.read_by:
        why = f", because: {cited.why}" if cited.why else ""
        lines.append(wrapped(f"so reads {cited.read_by}{why}", _WIDTH, " " * 17))
    first = "  candidates     "
    for each in cited.candidates:
        lines.append(wrapped(_candidate(each), _WIDTH, first, " " * 19))
        first = " " * 17
    if not cited.candidates:
        lines.append(f"{first}none among the norms modelled here")
    return "\n".join(lines) + "\n"


def _candidate(candidate: CitedCandidate) -> str:
    grounds = "; ".join(_GROUNDS[each] for each in candidate.grounds)
    standing = _STANDINGS[candidate.standing]
    return (
        f"{candidate.citation} ({candidate.norm}): {grounds}{standing} {checked(candidate.checked)}"
    )


def _ids(things: Sequence[Named]) -> str | None:
    return "; ".join(each.id for each in things) or None


def _change_facts(changes: Sequence[NormChange]) -> Table:
    columns = "day change norm citation deontic role binds towards items member grouping by changes"
    return Table(
        columns=(*columns.split(), "held-by", "rejected-by", "how-far-checked"),
        rows=tuple(
            (
                each.day,
                each.kind.value,
                each.norm,
                each.citation,
                each.deontic,
                each.role,
                _ids(each.binds),
                _ids(each.towards),
                _ids(each.items),
                each.member.id if each.member else None,
                each.grouping.id if each.grouping else None,
                _ids(each.by),
                _ids(each.changes),
                _ids(each.held_by),
                _ids(each.rejected_by),
                "; ".join(sorted({each.checked, each.membership_checked or each.checked})),
            )
            for each in changes
        ),
    )


def _norm_facts(norms: Sequence[BindingNorm]) -> Table:
    columns = "norm citation deontic role bound-through member-since towards only-places first-day"
    return Table(
        columns=(*columns.split(), "last-day", "held-by", "rejected-by", "how-far-checked"),
        rows=tuple(
            (
                each.norm,
                each.citation,
                each.deontic,
                each.role,
                each.bond.through.id if each.bond.through else None,
                each.bond.since,
                _ids(each.towards),
                _ids(each.only_places),
                each.since,
                each.last,
                _ids(each.held_by),
                _ids(each.rejected_by),
                "; ".join(sorted({each.checked, each.bond.checked or each.checked})),
            )
            for each in norms
        ),
    )


def _citation_facts(cited: Sequence[CitedNorms]) -> Table:
    """Return a row for each norm that an annotator or the program names, and says which of both."""
    rows: list[tuple[str | None, ...]] = []
    for each in cited:
        words = " | ".join(" […] ".join(words.exact) for words in each.words)
        head = (
            each.text,
            each.text_kind,
            each.day,
            each.name,
            words,
            "; ".join(each.about) or None,
        )
        rows += [(*head, "reading", norm.id, None, None, None) for norm in each.read_as]
        rows += [
            (
                *head,
                "candidate",
                norm.norm,
                "; ".join(ground.value for ground in norm.grounds),
                norm.standing.value,
                norm.checked,
            )
            for norm in each.candidates
        ]
        if not (each.read_as or each.candidates):
            rows.append((*head, None, None, None, None, None))
    columns = "text held day citation words said-of given-as norm grounds standing how-far-checked"
    return Table(columns=tuple(columns.split()), rows=tuple(rows))
