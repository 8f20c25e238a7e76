"""Places, disputed periods, dependence and failed drafts: read as written, mistakes told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.errors import KgError
from kg.reference import read_reference

Write = Callable[[str, dict[str, str]], Path]

PLACES = """\
format: kg-places/1

places:
  t-x1:
    name: Territory of Utopia
    territory-of: X1
    verification: background
  p-port:
    name: Port of Utopia
    aliases: [The Port]
    within: t-x1
    verification: background
"""
DRAFT = """\
format: kg-instrument/1
id: draft
kind: security-council-draft
symbol: Draft
title: A draft that failed
voted-on: 2004-05-06
adopted-by: assembly
verification: background
votes:
  for: [X1]
  against: [X2]
  verification: background
"""
SCOPED = {
    "    condition: use-of-force\n": (
        "    condition: use-of-force\n    territory: t-x1\n    exempted-by: assembly\n"
    ),
    "      - {from: 2003-01-01}\n": (
        "      - {from: 2003-01-01, held-by: X1, rejected-by: [X2], note: Argued about.}\n"
    ),
    "    read-with: convention 1\n": "    read-with: convention 1\n    depends-on: c-1\n",
}


class Mistake(NamedTuple):
    """What is written instead of what, and what must be said of it."""

    file: str
    old: str
    new: str
    slug: str
    line: int
    column: int


@pytest.fixture
def scoped(files: dict[str, str]) -> dict[str, str]:
    """Return sound files that use every scope there is."""
    convention = files["instruments/c.yaml"]
    for old, new in SCOPED.items():
        assert old in convention
        convention = convention.replace(old, new)
    more = {"instruments/c.yaml": convention, "instruments/d.yaml": DRAFT, "places/p.yaml": PLACES}
    return files | more


def test_scopes_are_read_as_written(written: Write, scoped: dict[str, str]) -> None:
    """Places with what they are within, both sides of a dispute, who exempts, what it hangs on."""
    read = read_reference([written("scoped", scoped)])
    port, territory = read.named_places["p-port"], read.named_places["t-x1"]
    assert (port.name, port.within, port.aliases) == ("Port of Utopia", ("t-x1",), ("The Port",))
    assert territory.territory_of == "X1"
    first, second = read.instruments["convention"].norms
    assert (first.territory, first.exempted_by) == (("t-x1",), ("assembly",))
    disputed = first.in_force[1]
    assert (disputed.held_by, disputed.rejected_by) == (("X1",), ("X2",))
    assert disputed.note == "Argued about."
    assert second.depends_on == ("c-1",)
    draft = read.instruments["draft"]
    assert (draft.adopted, draft.voted_on, draft.norms) == (None, date(2004, 5, 6), ())


MISTAKES = [
    Mistake("places/p.yaml", "within: t-x1", "within: t-x2", "unknown-place", 11, 13),
    Mistake("places/p.yaml", "territory-of: X1", "territory-of: X9", "unknown-actor", 6, 19),
    Mistake(
        "places/p.yaml",
        "    territory-of: X1\n",
        "    within: p-port\n",
        "circular-within",
        11,
        5,
    ),
    Mistake("places/p.yaml", "    name: Port of Utopia\n", "", "missing-key", 9, 5),
    Mistake("places/p.yaml", "kg-places/1", "kg-place/1", "unknown-format", 1, 9),
    Mistake("instruments/c.yaml", "territory: t-x1", "territory: X1", "unknown-place", 29, 16),
    Mistake("instruments/c.yaml", ", rejected-by: [X2]", "", "one-sided-dispute", 27, 28),
    Mistake("instruments/c.yaml", "held-by: X1, ", "", "one-sided-dispute", 27, 28),
    Mistake("instruments/c.yaml", "held-by: X1", "held-by: parties", "unknown-actor", 27, 37),
    Mistake("instruments/c.yaml", "depends-on: c-1", "depends-on: c-9", "unknown-norm", 43, 17),
    Mistake(
        "instruments/c.yaml",
        "    amended-by: [c-2]\n",
        "    depends-on: c-2\n",
        "chained-dependence",
        31,
        5,
    ),
    Mistake("instruments/d.yaml", "voted-on", "adopted", "draft-not-adopted", 3, 1),
    Mistake("instruments/d.yaml", "security-council-draft", "treaty", "draft-not-adopted", 3, 1),
    Mistake(
        "instruments/d.yaml",
        "verification: background\nvotes",
        "adopted: 2004-05-06\nverification: background\nvotes",
        "draft-not-adopted",
        8,
        1,
    ),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.slug)
def test_a_mistake_in_a_scope_is_told_where_it_stands(
    written: Write, scoped: dict[str, str], mistake: Mistake
) -> None:
    """Each has its slug, its line and its column."""
    assert scoped[mistake.file].count(mistake.old) == 1
    scoped[mistake.file] = scoped[mistake.file].replace(mistake.old, mistake.new)
    with pytest.raises(KgError) as raised:
        read_reference([written("bent", scoped)])
    told = {
        (problem.slug, problem.place.line, problem.place.column)
        for problem in raised.value.problems
        if problem.place is not None and problem.place.file.endswith(mistake.file)
    }
    assert (mistake.slug, mistake.line, mistake.column) in told
