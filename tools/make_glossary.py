"""Write docs/glossary.md from the ontology, or with --check say whether it is stale.

Run as ``python tools/make_glossary.py``; ``make vocab`` does.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "glossary.md"
BASE = "https://w3id.org/arms-transfer-kg/"
CORE = BASE + "core#"
DCTERMS_TITLE = "http://purl.org/dc/terms/title"
OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

PREFIXES = {
    CORE: "ata:",
    OWL: "owl:",
    SKOS: "skos:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
    "http://www.w3.org/ns/oa#": "oa:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
}

HEAD = """# Glossary

Generated from `ontology/` by `make vocab`; do not edit. The words of a vocabulary are those that annotation files use, and their
keys are the names of properties in kebab-case (`in-return-for` is `ata:inReturnFor`). How the terms hang together:
[ontology.md](ontology.md).
"""

CLASSES = """
## Classes

| term | label | definition | kind of |
| --- | --- | --- | --- |
"""

PROPERTIES = """
## Properties

| term | label | definition | of | to |
| --- | --- | --- | --- | --- |
"""

CONCEPTS = "| word | label | definition | broader |\n| --- | --- | --- | --- |\n"

Terms = dict[str, dict[str, list[str]]]


def main(arguments: list[str]) -> int:
    written = _page()
    if arguments == ["--check"]:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == written
        if not fresh:
            print("docs/glossary.md is stale: run `make vocab`", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.write_text(written, encoding="utf-8", newline="\n")
    return 0


def _page() -> str:
    core = _terms(ROOT / "ontology" / "core.ttl")
    schemes = sorted((ROOT / "ontology" / "vocab").glob("*.ttl"))
    return "".join(
        [
            HEAD,
            CLASSES,
            *(_row(core, iri, "subClassOf") for iri in _those(core, "Class")),
            PROPERTIES,
            *(
                _row(core, iri, "domain", "range")
                for iri in _those(core, "ObjectProperty", "DatatypeProperty")
            ),
            *(_scheme(path) for path in schemes),
        ]
    )


def _terms(path: Path) -> Terms:
    """Return what a file says of each subject, in the order of the file."""
    terms: Terms = {}
    for quad in ox.parse(path=path):
        said = terms.setdefault(str(quad.subject.value), {})
        said.setdefault(quad.predicate.value, []).append(str(quad.object.value))
    return terms


def _those(core: Terms, *names: str) -> list[str]:
    """Return the terms of these kinds, by name."""
    kinds = {OWL + name for name in names}
    return sorted(iri for iri in core if kinds & set(core[iri].get(RDF_TYPE, [])))


def _row(core: Terms, iri: str, *columns: str) -> str:
    said = core[iri]
    ends = [", ".join(f"`{_short(end)}`" for end in said.get(RDFS + c, [])) for c in columns]
    cells = [f"`{_short(iri)}`", *said[RDFS + "label"], _meaning(said), *ends]
    return "| " + " | ".join(cells) + " |\n"


def _scheme(path: Path) -> str:
    terms = _terms(path)
    scheme = BASE + "vocab/" + path.stem
    title, meaning = terms[scheme][DCTERMS_TITLE][0], _meaning(terms[scheme])
    rows = "".join(
        f"| `{iri.removeprefix(scheme + '/')}` | {', '.join(_names(said))} | {_meaning(said)} "
        f"| {', '.join(b.removeprefix(scheme + '/') for b in said.get(SKOS + 'broader', []))} |\n"
        for iri, said in terms.items()
        if iri != scheme
    )
    return f"\n## {title}\n\n{meaning}\n\n{CONCEPTS}{rows}"


def _names(said: dict[str, list[str]]) -> list[str]:
    return said[SKOS + "prefLabel"] + said.get(SKOS + "altLabel", [])


def _meaning(said: dict[str, list[str]]) -> str:
    return " ".join(said[SKOS + "definition"] + said.get(SKOS + "scopeNote", []))


def _short(iri: str) -> str:
    return next((p + iri.removeprefix(n) for n, p in PREFIXES.items() if iri.startswith(n)), iri)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
