"""Questions that people ask: .rq files and typed rows."""

from kg.queries.asking import Answer, NamedQuery, Parameter, ask, find_named, named
from kg.queries.narrowing import Narrowed, narrow_findings, narrow_picture
from kg.queries.picture import select_claims, select_findings, select_norms, select_picture

__all__ = [
    "Answer",
    "NamedQuery",
    "Narrowed",
    "Parameter",
    "ask",
    "find_named",
    "named",
    "narrow_findings",
    "narrow_picture",
    "select_claims",
    "select_findings",
    "select_norms",
    "select_picture",
]
