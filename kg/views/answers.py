"""Answers to people's own SPARQL, in the forms that the question's kind allows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kg.errors import KgError, Problem
from kg.store.answers import Answer, Value
from kg.views.tables import Table, draw_csv, draw_text, draw_tsv

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def draw_answer(answer: Answer, form: str, width: int = 100) -> str:
    """Return ``answer`` as table, csv, tsv, json (SPARQL 1.1 results), nt or ttl.

    KgError where the form does not fit: triples are no table of solutions and the reverse.
    """
    if answer.kind == "construct":
        if form in {"table", "nt", "ttl"}:
            return _triples(answer, "ttl" if form == "ttl" else "nt")
        raise _misfit(f"a CONSTRUCT query answers with triples, which are no {form}", "nt or ttl")
    if form in {"nt", "ttl"}:
        raise _misfit(f"only a CONSTRUCT query answers with triples, as {form} asks", "table")
    if form == "json":
        return _results_json(answer)
    table = _table(answer)
    match form:
        case "csv":
            return draw_csv(table)
        case "tsv":
            return draw_tsv(table)
        case _:
            return draw_text(table, width)


def _misfit(sentence: str, instead: str) -> KgError:
    hint = f"give --format {instead}"
    return KgError([Problem(slug="format-does-not-fit", sentence=sentence, hint=hint)])


def _table(answer: Answer) -> Table:
    if answer.kind == "ask":
        return Table(columns=("answer",), rows=(("true" if answer.truth else "false",),))
    rows = tuple(tuple(value.value if value else None for value in row) for row in answer.rows)
    return Table(columns=answer.variables, rows=rows)


def _results_json(answer: Answer) -> str:
    results: dict[str, Any]
    if answer.kind == "ask":
        results = {"head": {}, "boolean": answer.truth}
    else:
        bindings = [
            {
                name: _binding(value)
                for name, value in zip(answer.variables, row, strict=True)
                if value is not None
            }
            for row in answer.rows
        ]
        results = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=2) + "\n"


def _binding(value: Value) -> dict[str, str]:
    kinds = {"iri": "uri", "literal": "literal", "blank": "bnode", "triple": "triple"}
    binding = {"type": kinds[value.kind], "value": value.value}
    if value.language:
        binding["xml:lang"] = value.language
    elif value.datatype and value.datatype not in {_STRING, _LANGUAGE_STRING}:
        binding["datatype"] = value.datatype
    return binding


def _triples(answer: Answer, form: str) -> str:
    import pyoxigraph as ox  # noqa: PLC0415  # only where triples are written

    triples = [_triple(row) for row in answer.rows]
    lines = sorted({f"{triple} ." for triple in triples})
    nt = "".join(f"{line}\n" for line in lines)
    if form == "nt" or not nt:
        return nt
    parsed: Iterable[ox.Triple] = (
        ox.Triple(quad.subject, quad.predicate, quad.object)
        for quad in ox.parse(input=nt, format=ox.RdfFormat.N_TRIPLES)
    )
    written = ox.serialize(parsed, format=ox.RdfFormat.TURTLE, prefixes=_prefixes())
    return (written or b"").decode("utf-8")


def _prefixes() -> dict[str, str]:
    from kg.inference import prefixes  # noqa: PLC0415  # only where triples are written

    return dict(prefixes())


def _triple(row: tuple[Value | None, ...]) -> str:
    return " ".join(_term(value) for value in row if value is not None)


def _term(value: Value) -> str:
    import pyoxigraph as ox  # noqa: PLC0415  # only where triples are written

    match value.kind:
        case "iri":
            return str(ox.NamedNode(value.value))
        case "blank":
            return str(ox.BlankNode(value.value))
        case "triple":
            return value.value
        case "literal":
            if value.language:
                return str(ox.Literal(value.value, language=value.language))
            datatype = ox.NamedNode(value.datatype) if value.datatype else None
            return str(ox.Literal(value.value, datatype=datatype))
