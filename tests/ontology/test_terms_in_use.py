"""No file uses a term of ours that does not exist, in Python, SPARQL, Turtle, docs or notebooks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from rdflib import Graph

from kg.vocab import BASE

ROOT = Path(__file__).resolve().parents[2]

# Each folder with the kinds of file in it that speak our terms; each must hold some.
FOLDERS = {
    "kg": (".py",),
    "ontology": (".ttl", ".md"),
    "ontology/rules": (".rq",),
    "ontology/queries": (".rq",),
    "docs": (".md",),
    "notebooks": (".ipynb",),
    "benchmarks": (".py", ".rq"),
    "tests": (".py", ".ttl", ".rq", ".md"),
    "tools": (".py",),
}

CORE = BASE + "core#"
VOCAB = BASE + "vocab/"
# Items are data, and their files are checked when they are read.
OPEN_SCHEMES = frozenset({"item"})

_DECLARED = re.compile(r"(?:@prefix|PREFIX)\s+([\w-]*):\s*<([^>\s]*)>", re.IGNORECASE)
# In Python, core# may stand alone behind a name for the base; SKOS has a core as well.
_CORE = re.compile(r"(?<!skos/)\bcore#([A-Za-z][\w-]*)")
_VOCAB = re.compile(rf"{re.escape(VOCAB)}([a-z][a-z-]*)(?:/([a-z][\w-]*))?")


def prefixes(source: str) -> dict[str, str]:
    """Return the prefixes that a file declares."""
    return dict(_DECLARED.findall(source))


def unknown_terms(source: str, known: frozenset[str], given: Mapping[str, str]) -> list[str]:
    """Return each IRI of ours that ``source`` uses and ``known`` lacks, sorted.

    ``given`` are the prefixes that hold without being declared in the file.
    """
    used = {CORE + local for local in _CORE.findall(source)}
    for scheme, concept in _VOCAB.findall(source):
        used.add(VOCAB + scheme + (f"/{concept}" if concept else ""))
    for prefix, namespace in ({"ata": CORE} | dict(given) | prefixes(source)).items():
        if namespace.startswith((CORE, VOCAB)):
            names = re.findall(rf"(?<![\w:/@\"-]){re.escape(prefix)}:([A-Za-z][\w-]*)", source)
            used |= {namespace + name for name in names}
    return sorted(iri for iri in used if iri not in known and not _is_open(iri))


def _is_open(iri: str) -> bool:
    return iri.startswith(VOCAB) and iri.removeprefix(VOCAB).partition("/")[0] in OPEN_SCHEMES


def files_in(folder: Path, *kinds: str) -> list[Path]:
    """Return the files below a folder that end so, leaving hidden folders and caches out."""
    found = (path for kind in kinds for path in folder.rglob(f"*{kind}"))
    return sorted(
        path
        for path in found
        if not any(part.startswith((".", "__")) for part in path.relative_to(folder).parts[:-1])
    )


@pytest.fixture(scope="session")
def known(ontology: Graph) -> frozenset[str]:
    return frozenset(str(subject) for subject in ontology.subjects())


@pytest.fixture(scope="session")
def given() -> dict[str, str]:
    """Return the prefixes that queries and rules have without declaring them."""
    return prefixes((ROOT / "ontology" / "prefixes.sparql").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_term_used_exists(folder: str, known: frozenset[str], given: dict[str, str]) -> None:
    """Whoever renames a term, or mistypes one, hears of every place."""
    files = files_in(ROOT / folder, *FOLDERS[folder])
    assert files
    wrong: dict[str, list[str]] = {}
    for path in files:
        source = path.read_text(encoding="utf-8")
        terms = unknown_terms(source, known, given if path.suffix == ".rq" else {})
        if terms:
            wrong[str(path.relative_to(ROOT))] = terms
    assert wrong == {}


# The name stands apart from its prefix, so that the test above does not find it in this file.
PLANTED = {
    f"@prefix : <{BASE}vocab/status/> .\n:planned skos:broader :{{}} .": (
        "mooted",
        "vocab/status/",
    ),
    "SELECT ?t { ?t ata:{} ?x }": ("supplyer", "core#"),
    f"?t a <{BASE}core#{{}}>": ("Violation", "core#"),
    "TRANSFER = BASE + 'core#{}'": ("transferred", "core#"),
    "?s ata:stance stance:{} .": ("insists", "vocab/stance/"),
    f"PREFIX how: <{BASE}vocab/force/>\n?s ata:force how:{{}}": ("begs", "vocab/force/"),
    f"<{BASE}vocab/{{}}>": ("mood/gloomy", "vocab/"),
    r'"source": ["?s ata:{} ?m\n"]': ("modality", "core#"),
}


@pytest.mark.parametrize("around", sorted(PLANTED))
def test_a_planted_term_is_found(around: str, known: frozenset[str], given: dict[str, str]) -> None:
    """The checker sees prefixed names, whole IRIs and the strings that Python joins."""
    name, where = PLANTED[around]
    assert unknown_terms(around.replace("{}", name), known, given) == [BASE + where + name]


def test_terms_that_exist_are_let_through(known: frozenset[str], given: dict[str, str]) -> None:
    """Our own terms, other people's, items, and prose with colons are not taken for mistakes."""
    source = """?t a ata:Transfer ; ata:item item:rifles ; ata:kind conduct-kind:seeking .
    <http://www.w3.org/2004/02/skos/core#Concept> a role: supplier, the ata: prefix, "x":stance"""
    assert unknown_terms(source, known, given) == []
