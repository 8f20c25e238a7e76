"""Who is bound by what on a day, in which role, and how."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.queries.known import ParameterKind, check_values
from kg.queries.norm_ledger.rows import BindingNorm
from kg.queries.norm_ledger.scopes import NormScope, Scopes, last_day
from kg.queries.norms import OPEN_END
from kg.vocab import Deontic

_ORDER = tuple(Deontic)


def select_binding_norms(store: ox.Store, actor: str, on: str) -> tuple[BindingNorm, ...]:
    """Return the norms that bind ``actor`` on a day, prohibitions first.

    A norm stands once for each way in which it binds him. Raises KgError with every value that the
    graph does not have.
    """
    check_values(store, ((ParameterKind.ACTOR, actor, "actor"), (ParameterKind.DATE, on, "on")))
    scopes = Scopes(store)
    found = [row for scope in scopes.norms for row in _binding(scopes, scope, actor, on)]
    return tuple(sorted(found, key=_in_order))


def _in_order(row: BindingNorm) -> tuple[int, bool, str, str, str]:
    through = row.bond.through.id if row.bond.through else ""
    deontic = _ORDER.index(Deontic(row.deontic))
    return deontic, bool(through), row.citation, row.norm, through


def _binding(scopes: Scopes, scope: NormScope, actor: str, on: str) -> Iterator[BindingNorm]:
    row = scope.row
    towards = tuple(each for each in row.counterparty if each != actor)
    if row.counterparty and not towards:  # nobody is at his own other end
        return
    for reach in scopes.reaches(row.addressee, actor):
        for period in row.in_force:
            until = period.until or OPEN_END
            if not (reach.since <= on < reach.until and period.since <= on < until):
                continue
            yield BindingNorm(
                norm=row.id,
                citation=row.citation,
                rule=row.rule,
                deontic=row.deontic,
                role=row.role,
                bond=reach.bond,
                towards=scopes.actors(towards),
                only_places=scopes.places(scope.places),
                since=period.since,
                last=last_day(until),
                held_by=scopes.actors(period.held_by),
                rejected_by=scopes.actors(period.rejected_by),
                checked=row.verification,
            )
