"""What the ledger of norms says, in words: who is bound and how, and what must hold beside."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.norm_ledger.rows import Bond, LedgerEntry, Named, Says
from kg.queries.reasons import NO_DETERMINATION
from kg.views.words import listed
from kg.vocab import Deontic, Role, Verification

LEDGER_NOTE = (
    "The norms modelled here say so, as this program reads them; silent means that none of them "
    f"speaks. No legal advice. {NO_DETERMINATION}"
)
_MANY = 6


def checked(*marks: str | None) -> str:
    """Return marks of verification as they stand behind what rests on them."""
    labels = [Verification(mark).label for mark in marks if mark]
    return f"[{'; '.join(labels)}]" if labels else ""


def tell_says(entry: LedgerEntry) -> str:
    """Return what a norm says, with ``if`` where more must hold than was asked about."""
    return f"{entry.says.value} if" if entry.is_open else entry.says.value


def tell_norm(entry: LedgerEntry) -> str:
    """Return the paragraph of a norm with its mark; where it is disputed, also what it is."""
    mode = f", {Deontic(entry.deontic).label}" if entry.says is Says.DISPUTED else ""
    return f"{entry.citation}{mode} {checked(entry.checked)}"


def called(things: Iterable[Named]) -> str:
    """Return the names of things one after the other; names have commas of their own."""
    return "; ".join(each.name for each in things)


def tell_bond(bond: Bond) -> str:
    """Tell how a norm reaches an actor, as far as it is not by name."""
    if bond.through is None:
        return "by name"
    mark = f" {checked(bond.checked)}" if bond.checked else ""
    days = "since when is not recorded" if bond.since is None else f"since {bond.since}"
    days += f", until {bond.last}" if bond.last else ""
    return f"as one of {bond.through.name} ({days}){mark}"


def tell_dispute(held_by: Iterable[Named], rejected_by: Iterable[Named]) -> str:
    """Tell who holds and who rejects that a norm is in force; nothing where nobody does."""
    held = listed(each.name for each in held_by)
    rejected = listed(each.name for each in rejected_by)
    return f"in force as {held} hold, and {rejected} reject" if held else ""


def tell_entry(entry: LedgerEntry) -> list[str]:
    """Tell who is bound, what else must hold, and what the norm leaves open, a line for each."""
    role = Role(entry.role).label
    lines = [f"binds {entry.binds.actor.name} as {role}, {tell_bond(entry.binds)}"]
    towards = entry.towards
    if towards is not None and towards.through is not None:
        lines.append(f"at the other end: {towards.actor.name}, {tell_bond(towards)}")
    lines += _what_must_hold(entry)
    lines.append(tell_dispute(entry.held_by, entry.rejected_by))
    lines += tell_exemption(entry)
    if entry.says is not Says.EXCEPTED and entry.deontic != Deontic.PROHIBITION:
        lines.append(f"the rule, in our words: {entry.rule}")
    return [line for line in lines if line]


def tell_exemption(entry: LedgerEntry) -> list[str]:
    """Tell by whom and on which ground an exemption can be granted, where that is recorded."""
    by = f", by {listed(each.name for each in entry.exempted_by)}" if entry.exempted_by else ""
    grounds = f": {'; '.join(entry.exemptible)}" if entry.exemptible else ""
    return [f"exemption possible{by}{grounds}"] if by or grounds else []


def _what_must_hold(entry: LedgerEntry) -> list[str]:
    if entry.excepted:
        until = f", until {entry.excepted_last}" if entry.excepted_last else ""
        return [f"it excepts: {called(entry.excepted)}{until}"]
    lines = []
    if entry.only_items:
        lines.append(f"if what goes is one of what it covers: {called(entry.only_items)}")
    if entry.apart_from:
        lines.append(f"apart from what it excepts: {called(entry.apart_from)}")
    if entry.only_places:
        lines.append(f"if it goes to: {called(entry.only_places)}")
    elif entry.destination_assumed:
        lines.append("the recipient's own territory is taken as the destination")
    if entry.condition:
        name = entry.condition.name
        lines.append(f"if it serves, which would be for somebody to determine: {name}")
    if entry.depends_on:
        lines.append(_dependence(entry))
    return lines


def _dependence(entry: LedgerEntry) -> str:
    norms = sorted({each.name for each in entry.depends_on})
    shown = "; ".join(norms[:_MANY])
    more = f"; and {len(norms) - _MANY} more" if len(norms) > _MANY else ""
    hangs = "if it would breach" if entry.depends_open else "since it would breach"
    return f"{hangs} one of these too: {shown}{more}" if len(norms) > 1 else f"{hangs} {shown} too"
