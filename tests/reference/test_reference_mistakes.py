"""Mistakes planted one at a time: each is told with its slug, line and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.errors import KgError, Problem
from kg.reference import read_reference

Write = Callable[[str, dict[str, str]], Path]

ACTORS, ITEMS, CONVENTION = "actors/a.yaml", "items/i.yaml", "instruments/c.yaml"


class Mistake(NamedTuple):
    """What is written instead of what, and what must be said of it."""

    file: str
    old: str
    new: str
    slug: str
    line: int
    column: int
    hint: str | None = None


MISTAKES = [
    Mistake(
        ACTORS, "    name: Utopia", "    nam: Utopia", "unknown-key", 9, 5, "did you mean name?"
    ),
    Mistake(ACTORS, "    name: Utopia\n", "", "missing-key", 8, 5),
    Mistake(ACTORS, "name: Utopia", "name: ''", "empty-value", 9, 11),
    Mistake(ACTORS, "name: Utopia", "name: [Utopia]", "wrong-shape", 9, 11),
    Mistake(ACTORS, "  X2:\n", "  X2: {}\n  X 2:\n", "bad-id", 17, 3),
    Mistake(ACTORS, "  parties:\n", "  assembly:\n", "duplicate-id", 35, 3),
    Mistake(ACTORS, "state: X1, until", "state: X9, until", "unknown-actor", 30, 17),
    Mistake(
        ACTORS,
        "state: X1, until",
        "state: Utopia, until",
        "unknown-actor",
        30,
        17,
        "did you mean X1?",
    ),
    Mistake(ACTORS, "state: X1, until", "state: assembly, until", "not-a-state", 30, 17),
    Mistake(ACTORS, "state: X1, until", "state: parties, until", "unknown-actor", 30, 17),
    Mistake(ACTORS, "state: X1, until", "state: ministry, until", "organ-of-itself", 30, 17),
    Mistake(ACTORS, "state: X1, until", "until", "missing-key", 30, 9),
    Mistake(ACTORS, "state: X1, until: 1995-01-01", "X1: yes", "unknown-key", 30, 10),
    Mistake(
        ACTORS,
        "until: 1995-01-01, verification: background}",
        "until: 1995-01-01}",
        "missing-verification",
        30,
        9,
    ),
    Mistake(
        ACTORS,
        "{state: X1, until: 1995-01-01, verification: background}",
        "X1",
        "wrong-shape",
        30,
        9,
    ),
    Mistake(ACTORS, "until: 1995-01-01, v", "until: 1997-01-01, v", "overlapping-periods", 31, 9),
    Mistake(ACTORS, "[gazette]", "[courier]", "unknown-source", 31, 71),
    Mistake(
        ACTORS,
        "    kind: organization\n    name: Ministry",
        "    kind: non-state-group\n    name: Ministry",
        "not-an-organ",
        29,
        5,
    ),
    Mistake(ACTORS, "[X2, XRU]", "[X2, XUT]", "duplicate-code", 19, 16),
    Mistake(ACTORS, "[X2, XRU]", "[X2, X2]", "duplicate-value", 19, 16),
    Mistake(
        ACTORS,
        "    verification: background\n  assembly",
        "  assembly",
        "missing-verification",
        17,
        5,
    ),
    Mistake(ACTORS, "    sources: gazette\n", "", "missing-source", 14, 5),
    Mistake(ACTORS, "sources: gazette", "sources: []", "missing-source", 14, 5),
    Mistake(
        ACTORS,
        "2001-01-01, until: 2005-01-01, verification: background",
        "2001-01-01, until: 2005-01-01, verification: corpus",
        "missing-source",
        12,
        66,
    ),
    Mistake(
        ACTORS,
        "name: Parties\n    verification: background",
        "name: Parties\n    verification: corpus-partial",
        "missing-source",
        37,
        5,
    ),
    Mistake(
        ITEMS,
        "label: Grain\n    verification: background",
        "label: Grain\n    verification: corpus",
        "missing-source",
        14,
        5,
    ),
    Mistake(
        CONVENTION,
        "verification: background\n    sources: gazette",
        "verification: corpus",
        "missing-source",
        30,
        5,
    ),
    Mistake(
        ACTORS,
        "kind: organization\n    name: A",
        "kind: organisation\n    name: A",
        "unknown-word",
        23,
        11,
        "did you mean organization?",
    ),
    Mistake(
        ACTORS,
        "verification: corpus\n    sources: g",
        "verification: checked\n    sources: g",
        "unknown-word",
        14,
        19,
    ),
    Mistake(ACTORS, "until: 2005-01-01", "until: 2000-01-01", "ends-before-it-begins", 12, 47),
    Mistake(ACTORS, "from: 2006-01-01", "from: 2004-01-01", "overlapping-periods", 13, 9),
    Mistake(
        ACTORS,
        "    verification: corpus\n    sources",
        "    not-member-of: {grouping: parties, until: 2001-01-02, verification: background}\n"
        "    verification: corpus\n    sources",
        "overlapping-periods",
        12,
        9,
        "the other one stands on line 14",
    ),
    Mistake(
        ACTORS,
        "{grouping: parties, ver",
        "{grouping: partys, ver",
        "unknown-grouping",
        20,
        29,
        "did you mean parties?",
    ),
    Mistake(
        ACTORS,
        "sources: gazette",
        "sources: gazete",
        "unknown-source",
        15,
        14,
        "did you mean gazette?",
    ),
    Mistake(ACTORS, "https://example.org/gazette", "example.org", "bad-url", 4, 18),
    Mistake(
        ACTORS, "kg-actors/1", "kg-actors/2", "unknown-format", 1, 9, "write format: kg-actors/1"
    ),
    Mistake(ITEMS, "broader: arms", "broader: army", "unknown-item", 9, 14, "did you mean arms?"),
    Mistake(
        ITEMS,
        "label: Arms",
        "label: Arms\n    broader: small-arms",
        "circular-broader",
        6,
        5,
        "arms → small-arms → arms",
    ),
    Mistake(
        ITEMS,
        "label: Grain",
        "label: Grain\n    broader: grain",
        "circular-broader",
        14,
        5,
        "grain → grain",
    ),
    Mistake(
        CONVENTION,
        "from: 2003-01-01",
        "from: 2001-06-01",
        "overlapping-periods",
        27,
        9,
        "the other one stands on line 26",
    ),
    Mistake(CONVENTION, "until: 2002-01-01", "until: 2001-02-03", "ends-before-it-begins", 26, 28),
    Mistake(CONVENTION, "from: 2003-01-01", "from: 2003-02-29", "impossible-date", 27, 16),
    Mistake(CONVENTION, "adopted: 2001-02-03", "adopted: 20010203", "impossible-date", 6, 10),
    Mistake(
        CONVENTION,
        "in-force: {from: 2001-02-03}",
        "in-force: {from: 2000-02-03}",
        "in-force-before-adopted",
        39,
        5,
    ),
    Mistake(
        CONVENTION,
        "abstained: [X2]",
        "abstained: [X2, X1]",
        "duplicate-vote",
        11,
        19,
        "the other one stands on line 10",
    ),
    Mistake(
        CONVENTION,
        "abstained: [X2]",
        "abstained: [Ruritania]",
        "unknown-actor",
        11,
        15,
        "did you mean X2?",
    ),
    Mistake(CONVENTION, "adopted-by: assembly", "adopted-by: parties", "unknown-actor", 7, 13),
    Mistake(CONVENTION, "counterparty: X1", "counterparty: X9", "unknown-actor", 22, 19),
    Mistake(CONVENTION, "role: recipient", "role: buyer", "unknown-word", 37, 11),
    Mistake(
        CONVENTION,
        "read-with: convention 1",
        "read-with: convention 11",
        "unknown-paragraph",
        40,
        16,
        "did you mean convention 1?",
    ),
    Mistake(
        CONVENTION,
        "amended-by: [c-2]",
        "amended-by: [c-3]",
        "unknown-norm",
        29,
        18,
        "did you mean c-2?",
    ),
    Mistake(
        CONVENTION,
        "read-with: convention 1",
        "amended-by: {norm: c-1}",
        "circular-amendment",
        29,
        5,
        "c-1 → c-2 → c-1",
    ),
    Mistake(CONVENTION, "excepts: small-arms", "excepts: grain", "exception-does-not-fit", 24, 5),
    Mistake(CONVENTION, "excepts: small-arms", "excepts: arms", "exception-does-not-fit", 24, 5),
    Mistake(CONVENTION, "covers: [arms]", "covers: []", "empty-value", 38, 13),
    Mistake(
        CONVENTION,
        "    in-force: {from: 2001-02-03}\n",
        "",
        "missing-key",
        33,
        5,
        "from which day on, such as {from: 2009-06-12}",
    ),
    Mistake(
        CONVENTION,
        '{paragraph: "3", why: No norm on arms.}',
        '"3"',
        "wrong-shape",
        43,
        5,
        "known keys: paragraph, why; write them as {key: value}",
    ),
    Mistake(
        ACTORS,
        "{grouping: parties, ver",
        "{grouping: x-ruritania, ver",
        "unknown-grouping",
        20,
        29,
        "groupings stand under groupings: in actors/; an office stands in the note",
    ),
    Mistake(CONVENTION, ", why: No norm on arms.}", "}", "missing-key", 43, 5),
    Mistake(
        CONVENTION,
        "    verification: background\nleft-out",
        "left-out",
        "missing-verification",
        33,
        5,
    ),
    Mistake(CONVENTION, "id: convention", "id: convention\nid: again", "duplicate-key", 3, 1),
]


def _problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(KgError) as caught:
        read_reference([folder])
    return caught.value.problems


def test_nothing_is_wrong_before_a_mistake_is_planted(sound: Path) -> None:
    """The files that the mistakes are planted in are sound."""
    assert read_reference([sound]).instruments.keys() == {"convention"}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: f"{one.slug}-{one.line}")
def test_a_mistake_is_told_where_it_stands(
    mistake: Mistake, written: Write, files: dict[str, str]
) -> None:
    """The problem has the slug, the file, the line and the column of the mistake."""
    text = files[mistake.file]
    assert text.count(mistake.old) == 1
    changed = {**files, mistake.file: text.replace(mistake.old, mistake.new)}
    problems = _problems(written("d", changed))
    place = (f"d/{mistake.file}", mistake.line, mistake.column)
    found = [p for p in problems if p.slug == mistake.slug and p.place]
    told = [(p.place.file, p.place.line, p.place.column) for p in found if p.place]
    assert told == [place], problems
    if mistake.hint is not None:
        assert found[0].hint == mistake.hint


def test_one_mistake_makes_one_problem(written: Write, files: dict[str, str]) -> None:
    """A misspelt value draws no second problem from what hangs on it."""
    text = files[CONVENTION].replace("role: recipient", "role: buyer")
    assert len(_problems(written("d", {**files, CONVENTION: text}))) == 1


def test_a_file_that_would_not_be_read_is_told(written: Write, files: dict[str, str]) -> None:
    """A file that ends in .yml is not passed over in silence."""
    (problem,) = _problems(written("d", {**files, "items/more.yml": "format: kg-items/1\n"}))
    assert (problem.slug, str(problem.place)) == ("wrong-file-name", "d/items/more.yml:1:1")


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """A path that is no folder is a problem, not an empty reference."""
    with pytest.raises(KgError) as caught:
        read_reference([tmp_path / "absent"])
    assert [problem.slug for problem in caught.value.problems] == ["not-a-folder"]


def test_a_long_circle_does_not_exhaust_the_stack(written: Write) -> None:
    """A chain of thousands of items that bites its tail is told like any other."""
    size = 3000
    rows = [
        f"  i{n:04}: {{label: I, broader: i{(n + 1) % size:04}, verification: background}}\n"
        for n in range(size)
    ]
    text = "format: kg-items/1\nitems:\n" + "".join(rows)
    (problem,) = _problems(written("d", {"items/i.yaml": text}))
    assert (problem.slug, str(problem.place)) == ("circular-broader", "d/items/i.yaml:3:21")
