"""The ledger of norms: what they say of a transfer, what changed, who is bound, what is cited."""

from kg.queries.norm_ledger.binding import select_binding_norms
from kg.queries.norm_ledger.changes import select_norm_changes
from kg.queries.norm_ledger.citations import select_cited_norms
from kg.queries.norm_ledger.record_rows import NormRecords
from kg.queries.norm_ledger.records import select_norm_records
from kg.queries.norm_ledger.rows import BindingNorm, CitedNorms, NormChanges, NormTable
from kg.queries.norm_ledger.table import select_norm_table

__all__ = [
    "BindingNorm",
    "CitedNorms",
    "NormChanges",
    "NormRecords",
    "NormTable",
    "select_binding_norms",
    "select_cited_norms",
    "select_norm_changes",
    "select_norm_records",
    "select_norm_table",
]
