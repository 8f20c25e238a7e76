"""The staged rules: transfers as claimed × norms → findings, each with what it rests on."""

from kg.inference.findings import examine, infer, surroundings
from kg.inference.notes import Notes, take_notes
from kg.inference.restricting import restrict, undated_texts
from kg.inference.rules import Rule, prefixes, read_prefixes, read_rules
from kg.inference.sufficient import sufficient_speakers

__all__ = [
    "Notes",
    "Rule",
    "examine",
    "infer",
    "prefixes",
    "read_prefixes",
    "read_rules",
    "restrict",
    "sufficient_speakers",
    "surroundings",
    "take_notes",
    "undated_texts",
]
