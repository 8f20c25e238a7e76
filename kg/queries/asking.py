"""The questions that people ask: files with a question in plain words and parameters that bind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

import pyoxigraph as ox

from kg.errors import KgError, Problem
from kg.inference import read_prefixes
from kg.iris import DATA_BASE, id_of
from kg.marked import did_you_mean
from kg.queries.known import ParameterKind, find_term
from kg.resources import ONTOLOGY
from kg.store.asking import select_rows
from kg.vocab import BASE

_HEADER = re.compile(
    r"^# parameter: (?P<name>\w+) \((?P<kind>\w+); (?P<need>required|optional)\): (?P<meaning>.+)$"
)
_QUESTION = re.compile(r"^# question: (?P<question>.+)$")
_GROUP = re.compile(r"^# group: (?P<group>.+)$")


class QueryGroup(Enum):
    """What a question is about; in this order the questions are listed."""

    CLAIMS = "claims"
    DENIALS = "denials"
    CORROBORATION = "corroboration"
    NORMS = "norms"
    FINDINGS = "findings"
    ROUTES = "routes"
    QUANTITIES = "quantities"
    POSITIONS = "positions"
    TEXTS = "texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question may be narrowed by, or must be told."""

    name: str
    kind: ParameterKind
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """One question of ``ontology/queries/``: its words, its parameters, its SPARQL."""

    name: str
    question: str
    group: QueryGroup
    parameters: tuple[Parameter, ...]
    sparql: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that answer a named question, in the order in which the question asks for them.

    A cell is an id where the graph has an IRI of ours, and None where nothing is said.
    """

    name: str
    question: str
    variables: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


@cache
def named() -> Mapping[str, NamedQuery]:
    """Return every named question by its name, sorted."""
    return {
        path.stem: _read(path.stem, path.read_bytes().decode("utf-8"))
        for path in sorted((ONTOLOGY / "queries").glob("*.rq"), key=lambda path: path.stem)
    }


def find_named(name: str) -> NamedQuery:
    """Return the question called ``name``; KgError with what is close when there is none."""
    query = named().get(name)
    if query is None:
        hint = did_you_mean(name, list(named())) or "kg ask --list shows every question"
        raise KgError(
            [Problem(slug="unknown-question", sentence=f"there is no question {name!r}", hint=hint)]
        )
    return query


def ask(store: ox.Store, name: str, /, **parameters: str) -> Answer:
    """Return the answer to the question called ``name``.

    Raises KgError for a question or parameter that is not known, for one that is missing, and for
    a value that names nothing in the graph.
    """
    query = find_named(name)
    _check_names(query, parameters)
    known = {parameter.name: parameter for parameter in query.parameters}
    bound = {
        key: find_term(store, known[key].kind, value, key)
        for key, value in sorted(parameters.items())
        if value
    }
    rows = list(select_rows(store, read_prefixes() + query.sparql, bound))
    variables = tuple(name for name in _selected(query, rows) if name not in bound)
    return Answer(
        name=name,
        question=query.question,
        variables=variables,
        rows=tuple(tuple(_cell(row[variable]) for variable in variables) for row in rows),
    )


def _read(name: str, sparql: str) -> NamedQuery:
    lines = sparql.splitlines()
    questions = [found["question"] for line in lines if (found := _QUESTION.match(line))]
    if len(questions) != 1:
        raise ValueError(f"{name}.rq needs one line with its question")
    groups = [found["group"] for line in lines if (found := _GROUP.match(line))]
    if len(groups) != 1:
        raise ValueError(f"{name}.rq needs one line with its group")
    parameters = tuple(
        Parameter(
            name=found["name"],
            kind=ParameterKind(found["kind"]),
            required=found["need"] == "required",
            meaning=found["meaning"],
        )
        for line in lines
        if (found := _HEADER.match(line))
    )
    return NamedQuery(
        name=name,
        question=questions[0],
        group=QueryGroup(groups[0]),
        parameters=parameters,
        sparql=sparql,
    )


def _selected(query: NamedQuery, rows: Iterable[Mapping[str, object]]) -> list[str]:
    first = next(iter(rows), None)
    if first is not None:
        return list(first)
    return re.findall(r"\?(\w+)", query.sparql.split("SELECT", 1)[1].split("WHERE", 1)[0])


def _check_names(query: NamedQuery, parameters: Mapping[str, str]) -> None:
    known = [parameter.name for parameter in query.parameters]
    problems = [
        Problem(
            slug="unknown-parameter",
            sentence=f"the question {query.name} takes no parameter {given!r}",
            hint=did_you_mean(given, known)
            or (f"it takes: {', '.join(known)}" if known else "it takes none"),
        )
        for given in parameters
        if given not in known
    ]
    problems += [
        Problem(
            slug="missing-parameter",
            sentence=f"the question {query.name} needs {parameter.name}: {parameter.meaning}",
            hint=f"give it as: --param {parameter.name}=…",
        )
        for parameter in query.parameters
        if parameter.required and not parameters.get(parameter.name)
    ]
    if problems:
        raise KgError(problems)


def _cell(term: object) -> str | None:
    match term:
        case None:
            return None
        case ox.NamedNode(value=iri):
            return id_of(iri) if iri.startswith((DATA_BASE, BASE)) else iri
        case ox.Literal(value=words):
            return words
        case _:
            return str(term)
