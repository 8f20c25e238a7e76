"""Our own queries: parameters are bound, rows come out as terms or as plain Python values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

# What a parameter of a query may be. A string is a string literal; an IRI is an ox.NamedNode.
Term = ox.NamedNode | ox.Literal | str | int | float | bool | date
# What comes out: an IRI as its string, a literal as the Python value of its datatype.
Plain = str | int | float | bool | date | Decimal | None

Row = dict[str, ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_READ: Final[Mapping[str, Callable[[str], Plain]]] = {
    _XSD + "integer": int,
    _XSD + "int": int,
    _XSD + "long": int,
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": {"true": True, "1": True, "false": False, "0": False}.get,
    _XSD + "date": date.fromisoformat,
}


def select_rows(
    store: ox.Store,
    query: str,
    parameters: Mapping[str, Term],
    prefixes: Mapping[str, str] | None = None,
) -> Iterator[Row]:
    """Yield the rows of a SELECT query over all graphs together, in the order the query gives.

    ``parameters`` are bound to the variables of the same names, which the query must select.
    ``prefixes`` are known without being declared. ValueError for a parameter that is not selected,
    TypeError for a query that is no SELECT.
    """
    bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(name): to_term(value) for name, value in parameters.items()
    }
    try:
        found = store.query(
            query,
            prefixes=dict(prefixes or {}),
            use_default_graph_as_union=True,
            substitutions=bound or None,
        )
    except RuntimeError as error:
        if bound and "SELECT projection" in str(error):
            given = ", ".join(sorted(parameters))
            raise ValueError(f"the query has to select each of its parameters: {given}") from error
        raise
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a SELECT query is asked for here")
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: solution[name] for name in names}


def select_plain(
    store: ox.Store,
    query: str,
    parameters: Mapping[str, Term],
    prefixes: Mapping[str, str] | None = None,
) -> list[dict[str, Plain]]:
    """Return the rows as plain Python values, as notebooks and data frames want them."""
    return [
        {name: to_plain(term) for name, term in row.items()}
        for row in select_rows(store, query, parameters, prefixes)
    ]


def to_term(value: Term) -> ox.NamedNode | ox.Literal:
    """Return the RDF term for a parameter."""
    match value:
        case ox.NamedNode() | ox.Literal():
            return value
        case date():
            return ox.Literal(value.isoformat(), datatype=ox.NamedNode(_XSD + "date"))
        case _:
            return ox.Literal(value)


def to_plain(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None) -> Plain:
    """Return a term as a Python value; what has no fitting one comes as its words."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    read = _READ.get(term.datatype.value)
    try:
        return read(term.value) if read else term.value
    except (ValueError, ArithmeticError):
        return term.value  # not in the form of its datatype, or a date outside Python's years
