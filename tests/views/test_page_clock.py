"""What the page says of a day and of some speakers is what the rules find in that part alone."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.front.graph import Graph, open_graph
from kg.views.page_data import PageData
from kg.views.page_findings import PageFindings
from kg.views.page_index import PageIndex
from tests.views.clock_reader import ClockReader, Rows

# What stands beside a finding by its number stands elsewhere in the page of a part.
_SIDES = ("acts", "denials", "lawful", "exempting")
_NUMBERED = (*_SIDES, "around", "claim", "norm", "elements")
_PAIRS = 64

ASKED = [
    ("2023-10-26", ()),
    ("", ("KP",)),
    ("", ("RU",)),
    ("2023-11-01", ("US", "JP", "KR")),
    ("2022-11-05", ("IR",)),
    ("2025-09-27", ()),
    ("2016-01-15", ()),
    ("2026-12-31", ()),
]


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def view(graph: Graph) -> Any:
    return PageData(graph.picture(), standing=graph.standing()).whole()


def _pairs(view: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is asked above, then days and speakers by chance, the same in every run."""
    yield from ASKED
    chance = random.Random(20261125)  # noqa: S311  # nothing is kept secret by it
    ends = sorted({each["until"] for each in view["clock"]["stands"] if each["until"]})
    days = ["", *view["clock"]["days"], *ends]
    for _ in range(_PAIRS - len(ASKED)):
        speakers = chance.sample(view["clock"]["speakers"], chance.choice([0, 1, 1, 2, 4, 9]))
        yield chance.choice(days), tuple(sorted(speakers))


@pytest.mark.slow
def test_every_day_and_any_speakers_give_what_the_rules_find(graph: Graph, view: Any) -> None:
    """The same findings, of the same kind, with the same words for and against, tag for tag."""
    reader = ClockReader(view)
    acts = {act.iri: at for at, act in enumerate(graph.picture().speech_acts)}
    different = 0
    for day, speakers in _pairs(view):
        expected = _restricted(graph, day, speakers, acts)
        found = {
            id_: _plain(row) | {"whole": row["whole"]}
            for id_, row in reader.findings(day, speakers).items()
        }
        assert found == expected, (day, speakers)
        different += len(expected) != len(view["findings"])
    assert different > _PAIRS / 2


def _restricted(graph: Graph, day: str, speakers: Collection[str], acts: dict[str, int]) -> Rows:
    part = graph.restrict(as_of=day or None, according_to=speakers).picture()
    index = PageIndex(part)
    numbers = [acts[act.iri] for act in part.speech_acts]
    pages = PageFindings(index)
    wholes = {row.iri: row.id for row in part.findings}
    return {
        row.id: _plain(pages.one(row), numbers) | {"whole": wholes.get(row.part_of_finding or "")}
        for row in part.findings
    }


def _plain(row: Any, numbers: list[int] | None = None) -> dict[str, Any]:
    """Return what a finding says, its acts by their numbers in the whole page."""

    def numbered(those: list[int]) -> list[int]:
        return sorted(those if numbers is None else (numbers[at] for at in those))

    return {
        **{key: value for key, value in row.items() if key not in _NUMBERED},
        **{key: numbered(row[key]) for key in _SIDES},
        "elements": [
            {
                **{key: each[key] for key in ("test", "outcome", "key", "said", "rule", "marks")},
                "words": [(words["spans"], words["exact"]) for words in each["words"]],
            }
            for each in row["elements"]
        ],
    }
