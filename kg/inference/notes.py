"""What the rules note of claims before any norm is looked at: who denies what, and how far.

The rules ``00`` to ``26`` are those of docs/rules.md under *What is claimed*; whoever asks what a
denial reaches asks them, and no second telling of the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

import pyoxigraph as ox

from kg.inference.findings import NOTE, facts_of, run_rules
from kg.inference.rules import read_rules
from kg.quads.terms import word_of

# The first rule that looks at norms.
_NORMS = "30"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Notes on transfers, by their names in the rules: ``deniedBy``, ``within``, ``supplier``."""

    noted: Mapping[str, Mapping[str, frozenset[str]]]

    def all(self, subject: str, name: str) -> frozenset[str]:
        """Return the IRIs, or days, that ``name`` leads to from ``subject``."""
        return self.noted.get(name, {}).get(subject, frozenset())

    def one(self, subject: str, name: str) -> str | None:
        """Return the first of them, None where there is none."""
        return min(self.all(subject, name), default=None)

    def subjects(self, name: str) -> Mapping[str, frozenset[str]]:
        """Return everything of which ``name`` is noted, with what it leads to."""
        return self.noted.get(name, {})


def take_notes(store: ox.Store, graphs: frozenset[str] | None = None) -> Notes:
    """Return what the rules on claims note of ``store``; of ``graphs`` alone where they are given.

    What is noted of a transfer depends on the graphs of ``surroundings`` alone.
    """
    noted: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rules = takewhile(lambda rule: rule.name < _NORMS, read_rules())
    for quad in run_rules(facts_of(store, graphs), rules):
        if quad.predicate.value.startswith(NOTE):
            name = quad.predicate.value.removeprefix(NOTE)
            noted[name][word_of(quad.subject)].add(word_of(quad.object))
    return Notes(
        noted={
            name: {subject: frozenset(values) for subject, values in of.items()}
            for name, of in noted.items()
        }
    )
