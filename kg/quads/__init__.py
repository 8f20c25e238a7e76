"""Model values → quads: one named graph per text, with provenance."""

from kg.quads.ontology import lift_ontology
from kg.quads.reference import lift_reference
from kg.quads.terms import join_nquads, to_nquads
from kg.quads.texts import lift_annotated

__all__ = ["join_nquads", "lift_annotated", "lift_ontology", "lift_reference", "to_nquads"]
