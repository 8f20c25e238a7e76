"""The pages that describe the reference data say what is so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.annotations import read_annotated
from kg.model.actors import ActorKind
from kg.reference import actors, instruments, items, norms, places, read_bundled
from kg.resources import DATA
from kg.vocab import Verification

ROOT = Path(__file__).resolve().parents[2]


def test_the_example_stands_in_the_data() -> None:
    """The norm that the format is explained with is the bundled one, word for word."""
    page = (ROOT / "docs" / "norms.md").read_text(encoding="utf-8")
    example = re.search(r"<!-- from (\S+) -->\n```yaml\n(.*?)\n```", page, re.DOTALL)
    assert example is not None
    assert example[2] in (ROOT / example[1]).read_text(encoding="utf-8")


def test_every_key_is_explained() -> None:
    """The page on the format names each key that a file may hold."""
    page = (ROOT / "docs" / "norms.md").read_text(encoding="utf-8")
    keys = {
        *norms.KEYS,
        *instruments.KEYS,
        *items.KEYS,
        *actors.KEYS,
        *actors.ORGAN_KEYS,
        *places.KEYS,
        "held-by",
        "rejected-by",
    }
    assert {key for key in keys if f"`{key}`" not in page} == set()


def _marks(marks: Iterable[Verification]) -> tuple[int, ...]:
    count = Counter(marks)
    return tuple(count[mark] for mark in Verification)


def test_the_counts_of_marks_are_right() -> None:
    """The table of how far the data was checked is counted from the data."""
    read = read_bundled()
    of_kind = {
        kind: [one.verification for one in read.actors.values() if one.kind is kind]
        for kind in ActorKind
    }
    adopted = read.instruments.values()
    counted = {
        "states": of_kind[ActorKind.STATE],
        "organizations": of_kind[ActorKind.ORGANIZATION],
        "persons": of_kind[ActorKind.PERSON],
        "groups": of_kind[ActorKind.NON_STATE_GROUP],
        "vessels": of_kind[ActorKind.VESSEL],
        "places": [one.verification for one in read.named_places.values()],
        "groupings": [one.verification for one in read.groupings.values()],
        "memberships": [m.verification for one in read.actors.values() for m in one.memberships],
        "organs of states": [
            link.verification for one in read.actors.values() for link in one.organ_of
        ],
        "non-memberships": [
            other.verification for one in read.actors.values() for other in one.non_memberships
        ],
        "items": [one.verification for one in read.items.values()],
        "instruments": [one.verification for one in adopted],
        "records of votes": [one.votes.verification for one in adopted if one.votes],
        "norms": [norm.verification for one in adopted for norm in one.norms],
        "lists of signatories": [
            signed.verification
            for path in sorted((DATA / "texts").glob("*.ann.yaml"))
            if "signatories:" in path.read_text(encoding="utf-8")
            for signed in read_annotated(path, read).document.signatory_lists
        ],
        "texts resting on others": [
            resting.verification
            for path in sorted((DATA / "texts").glob("*.ann.yaml"))
            if "rests-on:" in path.read_text(encoding="utf-8")
            for resting in read_annotated(path, read).document.rests_on
        ],
    }
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z -]+) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    told = {name: tuple(map(int, numbers)) for name, *numbers in rows}
    assert told == {name: _marks(marks) for name, marks in counted.items()}
