"""The annotation file, the model and the ontology share their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from rdflib import RDFS, Graph, URIRef

from kg.marked import Listing, Table, Value, Words, read_table
from kg.model import claims
from kg.vocab import BASE, Ata, Attitude, ConductKind, Force, Stance, Status, Vote

TEXTS = Path(__file__).resolve().parents[2] / "data" / "texts"
ANNOTATIONS = sorted(TEXTS.glob("*.ann.yaml"))

# A claim holds one proposition, under the name of its class, and what is said of it.
PROPOSITIONS = {
    "transfer": claims.Transfer,
    "conduct": claims.Conduct,
    "breach": claims.Breach,
    "vote": claims.VoteCast,
    "consequence": claims.Consequence,
    "exemption": claims.Exemption,
}

# Keys that are no property of ours by name, and what they become in the graph.
POINTING = {
    "quote": "evidence",
    "before": "evidence",
    "after": "evidence",
    "occurrence": "evidence",
}
DATE = {"date": "earliest"}  # and latest
TOP = {
    "format": None,  # the version of this way of writing
    "text": "Text",
    "document": "Document",
    "annotation": None,  # a prov:Activity
    "parts": "Part",
    "names": "Mention",
    "norms": "NormCitation",
    "claims": "Proposition",
}

# The vocabulary from which the value of a key is taken.
VOCABULARIES = {
    "kind": ConductKind,
    "cast": Vote,
    "force": Force,
    "stance": Stance,
    "status": Status,
    "attitude": Attitude,
}


def _term(key: str) -> str:
    """Write a key of the file, or a field of the model, as the local name of a property."""
    first, *rest = re.split("[-_]", key)
    return first + "".join(word.capitalize() for word in rest)


def _table(value: Value | None) -> Table:
    assert isinstance(value, Table)
    return value


def _claims(path: Path) -> Iterator[tuple[str, Table, Table]]:
    """Yield the kind of each claim, its proposition and each thing said of it."""
    for _, claim in _table(read_table(path, path.name).find("claims")).entries:
        (kind,) = (key.text for key, _ in _table(claim).entries if key.text in PROPOSITIONS)
        said = _table(claim).find("said")
        assert isinstance(said, Listing)
        for entry in said.items:
            yield kind, _table(_table(claim).find(kind)), _table(entry)


def test_there_are_annotations() -> None:
    """The folder that the other tests of this file read is not empty."""
    assert ANNOTATIONS


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.name)
def test_every_key_of_a_proposition_is_a_property(path: Path) -> None:
    """What an analyst writes is what a lawyer reads in the ontology."""
    for kind, proposition, _ in _claims(path):
        for key, value in proposition.entries:
            assert hasattr(Ata, DATE.get(key.text, _term(key.text))), key
            _assert_word(key.text, value)
        assert hasattr(Ata, kind.capitalize())


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.name)
def test_every_key_of_what_is_said_is_a_property(path: Path) -> None:
    """The facets of a speech act go by one name; four keys point at words."""
    for _, _, said in _claims(path):
        for key, value in said.entries:
            assert hasattr(Ata, POINTING.get(key.text, _term(key.text))), key
            _assert_word(key.text, value)


def _assert_word(key: str, value: Value) -> None:
    if key in VOCABULARIES:
        assert isinstance(value, Words)
        assert value.text in set(VOCABULARIES[key])


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.name)
def test_the_parts_of_a_file_become_classes(path: Path) -> None:
    """The file has the parts that the table here names, and no others."""
    for key, _ in read_table(path, path.name).entries:
        assert key.text in TOP
    assert [name for name in TOP.values() if name and not hasattr(Ata, name)] == []


@pytest.mark.parametrize("kind", sorted(PROPOSITIONS))
def test_the_fields_of_a_proposition_are_the_properties_of_its_class(
    kind: str, ontology: Graph
) -> None:
    """A property that belongs to one class of propositions has a field, and the other way round."""
    names = {_term(field.name) for field in fields(PROPOSITIONS[kind])}
    names = {DATE.get(name, name) for name in names}
    assert [name for name in names if not hasattr(Ata, name)] == []
    assert _properties_of(kind.capitalize(), ontology) - names == set()


def test_the_fields_of_what_is_said_are_the_properties_of_a_speech_act(ontology: Graph) -> None:
    """Text and content follow from where the words stand in the file; the rest is written."""
    names = {POINTING.get(field.name, _term(field.name)) for field in fields(claims.Said)}
    assert [name for name in names if not hasattr(Ata, name)] == []
    assert _properties_of("SpeechAct", ontology) - names == {"inText", "content"}


def _properties_of(name: str, ontology: Graph) -> set[str]:
    owner = URIRef(BASE + "core#" + name)
    return {str(p).removeprefix(BASE + "core#") for p in ontology.subjects(RDFS.domain, owner)}
