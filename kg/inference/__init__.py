"""The staged rules: transfers as claimed × norms → findings, each with what it rests on."""

from kg.inference.findings import examine, infer, surroundings
from kg.inference.restricting import restrict, undated_texts
from kg.inference.rules import Rule, prefixes, read_prefixes, read_rules

__all__ = [
    "Rule",
    "examine",
    "infer",
    "prefixes",
    "read_prefixes",
    "read_rules",
    "restrict",
    "surroundings",
    "undated_texts",
]
