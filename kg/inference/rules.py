"""The rules as files, in the order in which they run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.resources import ONTOLOGY

# The prefix of the rules' working notes, which no built graph holds.
_NOTES = "m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One CONSTRUCT; ``name`` is the file's without its ending, ``purpose`` its opening comment."""

    name: str
    purpose: str
    query: str


@cache
def read_prefixes() -> str:
    """Return the PREFIX lines that every rule and every question may rely on."""
    return (ONTOLOGY / "prefixes.sparql").read_bytes().decode("utf-8")


@cache
def prefixes() -> Mapping[str, str]:
    """Return the prefixes that people's own questions may use without declaring them."""
    lines = re.findall(r"^PREFIX (\S+): <(\S+)>$", read_prefixes(), re.MULTILINE)
    return {name: iri for name, iri in lines if name != _NOTES}


@cache
def read_rules() -> tuple[Rule, ...]:
    """Read ``ontology/rules/NN-name.rq``, sorted by their numbers."""
    return tuple(
        Rule(name=path.stem, purpose=_purpose(text), query=read_prefixes() + text)
        for path in sorted((ONTOLOGY / "rules").glob("*.rq"))
        for text in [path.read_bytes().decode("utf-8")]
    )


def _purpose(text: str) -> str:
    lines = text.splitlines()
    opening = [line for line in lines if line.startswith("#")]
    return " ".join(line.lstrip("# ").strip() for line in opening)
