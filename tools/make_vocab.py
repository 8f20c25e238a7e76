"""Write kg/vocab.py from the ontology, or with --check say whether it is stale.

Run as ``python tools/make_vocab.py``; ``make vocab`` does.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "kg" / "vocab.py"
BASE = "https://w3id.org/arms-transfer-kg/"
CORE = BASE + "core#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

HEAD = '''"""The ontology's terms as constants. Generated from ontology/ by `make vocab`; do not edit."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

BASE: Final = "{base}"


class Ata:
    """Classes and properties of the core ontology, as IRIs."""

'''

CONCEPTS = '''

class Meaning(NamedTuple):
    """What a concept is called, what it means, and the local name of the broader concept, if any.

    ``aliases`` are other words for it.
    """

    label: str
    definition: str
    broader: str | None
    aliases: tuple[str, ...] = ()


class Concept(StrEnum):
    """A concept of one of the closed vocabularies; its value is the word annotation files use."""

    @classmethod
    def scheme(cls) -> str:
        """Return the IRI of the concept scheme."""
        return BASE + "vocab/" + SCHEMES[cls.__name__]

    @property
    def iri(self) -> str:
        return f"{self.scheme()}/{self.value}"

    @property
    def label(self) -> str:
        return MEANINGS[self.iri].label

    @property
    def definition(self) -> str:
        return MEANINGS[self.iri].definition

    @property
    def aliases(self) -> tuple[str, ...]:
        return MEANINGS[self.iri].aliases

    def is_a(self, broader: str) -> bool:
        """Tell whether this concept is ``broader`` or stands anywhere below it."""
        word: str | None = self.value
        while word is not None and word != broader:
            word = MEANINGS[f"{self.scheme()}/{word}"].broader
        return word == broader

'''


def main(arguments: list[str]) -> int:
    written = _formatted(_module())
    if arguments == ["--check"]:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == written
        if not fresh:
            print("kg/vocab.py is stale: run `make vocab`", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.write_text(written, encoding="utf-8", newline="\n")
    return 0


def _module() -> str:
    parts = [HEAD.format(base=BASE)]
    core = list(ox.parse(path=ROOT / "ontology" / "core.ttl"))
    for iri in sorted({str(quad.subject.value) for quad in core}):
        if iri.startswith(CORE):
            local = iri.removeprefix(CORE)
            parts.append(f"    {local}: Final = BASE + {'core#' + local!r}\n")
    parts.append(CONCEPTS)
    schemes: list[tuple[str, str]] = []
    meanings: list[str] = []
    for path in sorted((ROOT / "ontology" / "vocab").glob("*.ttl")):
        name = path.stem
        class_name = "".join(word.capitalize() for word in name.split("-"))
        schemes.append((class_name, name))
        title, rows = _scheme(path)
        parts.append(f'\nclass {class_name}(Concept):\n    """{title}"""\n\n')
        for local, label, definition, broader, aliases in rows:
            constant = re.sub(r"\W", "_", local).upper()
            parts.append(f"    {constant} = {local!r}\n")
            given = f", {aliases!r}" if aliases else ""
            meanings.append(
                f"    {BASE + 'vocab/' + name + '/' + local!r}: Meaning({label!r}, {definition!r}, {broader!r}{given}),\n"
            )
        parts.append("\n")
    parts.append(
        "\nSCHEMES: Final = {\n" + "".join(f"    {c!r}: {n!r},\n" for c, n in schemes) + "}\n"
    )
    parts.append("\nMEANINGS: Final[dict[str, Meaning]] = {\n" + "".join(meanings) + "}\n")
    return "".join(parts)


def _scheme(path: Path) -> tuple[str, list[tuple[str, str, str, str | None, tuple[str, ...]]]]:
    """Return the scheme's definition and its concepts, in the order of the file."""
    scheme = BASE + "vocab/" + path.stem
    order: list[str] = []
    values: dict[tuple[str, str], str] = {}
    aliases: dict[str, list[str]] = {}
    for quad in ox.parse(path=path):
        subject, predicate = str(quad.subject.value), quad.predicate.value
        if predicate == RDF_TYPE and quad.object == ox.NamedNode(SKOS + "Concept"):
            order.append(subject)
        values[subject, predicate] = str(quad.object.value)
        if predicate == SKOS + "altLabel":
            aliases.setdefault(subject, []).append(str(quad.object.value))
    rows = []
    for iri in order:
        broader = values.get((iri, SKOS + "broader"))
        rows.append(
            (
                iri.removeprefix(scheme + "/"),
                values[iri, SKOS + "prefLabel"],
                values[iri, SKOS + "definition"],
                broader.removeprefix(scheme + "/") if broader else None,
                tuple(aliases.get(iri, ())),
            )
        )
    return values[scheme, SKOS + "definition"], rows


def _formatted(source: str) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TARGET), "-"]
    done = subprocess.run(
        command, input=source, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
