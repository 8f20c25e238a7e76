"""A small, invented folder of reference files that the tests of this floor bend out of shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ACTORS = """\
format: kg-actors/1

sources:
  gazette: {url: "https://example.org/gazette", publisher: Gazette}

actors:
  X1:
    kind: state
    name: Utopia
    code: [X1, XUT]
    memberships:
      - {grouping: parties, from: 2001-01-01, until: 2005-01-01, verification: background}
      - {grouping: parties, from: 2006-01-01, verification: background}
    verification: corpus
    sources: gazette
  X2:
    kind: state
    name: Ruritania
    code: [X2, XRU]
    memberships: {grouping: parties, verification: background}
    verification: background
  assembly:
    kind: organization
    name: Assembly
    verification: background
  ministry:
    kind: organization
    name: Ministry
    organ-of:
      - {state: X1, until: 1995-01-01, verification: background}
      - {state: X1, from: 1996-01-01, verification: corpus, sources: [gazette], note: Again.}
    verification: background

groupings:
  parties:
    name: Parties
    verification: background
"""

ITEMS = """\
format: kg-items/1

items:
  arms:
    label: Arms
    verification: background
  small-arms:
    label: Small arms
    broader: arms
    notations: [A1]
    verification: background
  grain:
    label: Grain
    verification: background
"""

INSTRUMENT = """\
format: kg-instrument/1
id: convention
kind: treaty
symbol: Convention
title: An invented convention
adopted: 2001-02-03
adopted-by: assembly
verification: background
votes:
  for: [X1]
  abstained: [X2]
  verification: background
sources:
  gazette: {url: "https://example.org/gazette", publisher: Gazette}
norms:
  c-1:
    paragraph: "1"
    rule: Parties must not supply arms to Utopia.
    addressee: parties
    deontic: prohibition
    role: supplier
    counterparty: X1
    covers: arms
    excepts: small-arms
    in-force:
      - {from: 2001-02-03, until: 2002-01-01}
      - {from: 2003-01-01}
    condition: use-of-force
    amended-by: [c-2]
    verification: background
    sources: gazette
  c-2:
    paragraph: "2"
    rule: Parties must not procure arms from Utopia.
    addressee: parties
    deontic: prohibition
    role: recipient
    covers: [arms]
    in-force: {from: 2001-02-03}
    read-with: convention 1
    verification: background
left-out:
  - {paragraph: "3", why: No norm on arms.}
"""


@pytest.fixture
def files() -> dict[str, str]:
    """Return the names and texts of files in which nothing is wrong."""
    return {
        "actors/a.yaml": ACTORS,
        "items/i.yaml": ITEMS,
        "instruments/c.yaml": INSTRUMENT,
    }


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, dict[str, str]], Path]:
    """Return a function that writes files into a new or old folder of that name."""

    def write(folder: str, files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return tmp_path / folder

    return write


@pytest.fixture
def sound(written: Callable[[str, dict[str, str]], Path], files: dict[str, str]) -> Path:
    """Return a folder in which nothing is wrong."""
    return written("sound", files)
