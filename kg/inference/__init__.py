"""The staged rules: transfers as claimed × norms → findings, each with what it rests on."""

from kg.inference.calendar import NEVER, OPEN_END, Calendar, read_calendar
from kg.inference.findings import examine, infer, infer_in_batches, surroundings
from kg.inference.notes import Notes, take_notes
from kg.inference.replaying import Moment, moments
from kg.inference.restricting import infer_restricted, restrict, undated_texts
from kg.inference.rules import Rule, prefixes, read_prefixes, read_rules
from kg.inference.sufficient import sufficient_speakers

__all__ = [
    "NEVER",
    "OPEN_END",
    "Calendar",
    "Moment",
    "Notes",
    "Rule",
    "examine",
    "infer",
    "infer_in_batches",
    "infer_restricted",
    "moments",
    "prefixes",
    "read_calendar",
    "read_prefixes",
    "read_rules",
    "restrict",
    "sufficient_speakers",
    "surroundings",
    "take_notes",
    "undated_texts",
]
