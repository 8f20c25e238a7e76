"""Quads as files of RDF: sorted, with prefixes, the same bytes from run to run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import pyoxigraph as ox

from kg.inference import prefixes
from kg.model.exports import IN_WHICH_GRAPH, ExportFormat, Loss, LossKind
from kg.quads import to_nquads
from kg.quads.terms import RDF_TYPE
from kg.views.exports.xml_text import comment, count_marked, escaped_returns, marked

_WRITERS: Final = {
    ExportFormat.TRIG: ox.RdfFormat.TRIG,
    ExportFormat.JSONLD: ox.RdfFormat.JSON_LD,
    ExportFormat.TURTLE: ox.RdfFormat.TURTLE,
    ExportFormat.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    ExportFormat.RDFXML: ox.RdfFormat.RDF_XML,
}
# Where every statement keeps the name of its graph.
WHOLE: Final = frozenset({ExportFormat.NQUADS, ExportFormat.TRIG, ExportFormat.JSONLD})
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def draw_rdf(
    quads: Iterable[ox.Quad], form: ExportFormat, head: Sequence[str]
) -> tuple[bytes, tuple[Loss, ...]]:
    """Return the file, and what is not in it; ``head`` stands above, where no reader minds it."""
    ordered = sorted(set(quads), key=_place)
    match form:
        case ExportFormat.NQUADS:
            return _comments(head) + to_nquads(ordered), ()
        case ExportFormat.JSONLD:
            return _json_ld(ordered, head), ()
        case ExportFormat.RDFXML:
            return _xml(ordered, head)
    drawn = _write(ordered, form)
    return _comments(head) + drawn, () if form in WHOLE else _graphs(ordered)


def _place(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    """Sort by graph, then subject, of which its classes come first."""
    predicate = quad.predicate.value
    subject, other = str(quad.subject), predicate != RDF_TYPE
    return str(quad.graph_name), subject, other, predicate, str(quad.object)


def _write(quads: Sequence[ox.Quad], form: ExportFormat) -> bytes:
    statements: Sequence[ox.Quad] | Sequence[ox.Triple] = quads
    if form not in WHOLE:
        # Statements of several graphs are one; the order is that of subjects, whatever the graph.
        once = {quad.triple: quad for quad in quads}
        statements = [quad.triple for quad in sorted(once.values(), key=lambda q: _place(q)[1:])]
    bound = {} if form is ExportFormat.NTRIPLES else dict(prefixes())
    written = ox.serialize(statements, format=_WRITERS[form], prefixes=bound)
    return written or b""


def _graphs(quads: Sequence[ox.Quad]) -> tuple[Loss, ...]:
    names = {str(quad.graph_name) for quad in quads}
    # The same statement in two graphs is one line, so as many statements are not there.
    repeated = len(quads) - len({quad.triple for quad in quads})
    return (Loss(kind=LossKind.GRAPHS, what=IN_WHICH_GRAPH, count=len(names), statements=repeated),)


def _comments(head: Sequence[str]) -> bytes:
    return "".join(f"# {line}\n" for line in head).encode("utf-8")


def _xml(quads: Sequence[ox.Quad], head: Sequence[str]) -> tuple[bytes, tuple[Loss, ...]]:
    replaced = count_marked(q.object.value for q in quads if isinstance(q.object, ox.Literal))
    losses = _graphs(quads)
    if replaced:
        what = "characters that XML cannot hold"
        losses += (Loss(kind=LossKind.CHARACTERS, what=what, count=replaced),)
        quads = [_marked(quad) for quad in quads]
    written = escaped_returns(_write(quads, ExportFormat.RDFXML))
    body = written.removeprefix(_DECLARATION)
    return _DECLARATION + comment(head).encode("utf-8") + body, losses


def _marked(quad: ox.Quad) -> ox.Quad:
    if not isinstance(quad.object, ox.Literal):
        return quad
    words, language = marked(quad.object.value), quad.object.language
    kind = None if language else quad.object.datatype
    literal = ox.Literal(words, language=language, datatype=kind)
    return ox.Quad(quad.subject, quad.predicate, literal, quad.graph_name)


def _json_ld(quads: Sequence[ox.Quad], head: Sequence[str]) -> bytes:
    """Return one object whose context binds the prefixes.

    JSON has no comments: ``head`` is a node without a name, and with a key that the context does
    not know, which readers of JSON-LD leave aside.
    """
    expanded = json.loads(_write(quads, ExportFormat.JSONLD) or b"[]")
    # A prefix that is the scheme of an IRI here would change what that IRI says.
    schemes = {scheme for quad in quads for scheme in _schemes(quad)}
    bound = {name: iri for name, iri in prefixes().items() if name not in schemes}
    shorten = _Shortener(bound)
    document = {
        "@context": bound,
        "@graph": [{"note": list(head)}, *(shorten.of(each) for each in expanded)],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _schemes(quad: ox.Quad) -> Iterator[str]:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, ox.NamedNode):
            yield term.value.partition(":")[0]


class _Shortener:
    """Puts prefixes into JSON-LD, where it says the same with them."""

    def __init__(self, bound: dict[str, str]) -> None:
        # The longest first: actor: before id:.
        self._bound = sorted(bound.items(), key=lambda each: (-len(each[1]), each))

    def of(self, value: Any) -> Any:  # noqa: ANN401  # whatever JSON can hold
        match value:
            case dict():
                return {self._key(key): self._value(key, each) for key, each in value.items()}
            case list():
                return [self.of(each) for each in value]
            case _:
                return value

    def _key(self, key: str) -> str:
        return key if key.startswith("@") else self._iri(key)

    def _value(self, key: str, value: Any) -> Any:  # noqa: ANN401  # as above
        if key == "@type":
            return (
                [self._iri(each) for each in value] if isinstance(value, list) else self._iri(value)
            )
        return self._iri(value) if key == "@id" else value if key == "@value" else self.of(value)

    def _iri(self, iri: str) -> str:
        for name, begins in self._bound:
            rest = iri.removeprefix(begins)
            # What goes on with two slashes would be read as an address.
            if iri != rest and not rest.startswith("//"):
                return f"{name}:{rest}"
        return iri
