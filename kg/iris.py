"""The IRIs that this program mints: deterministic, readable, and never a blank node.

Every IRI starts with ``BASE``. A reader of the graph may rely on the shapes written here.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote, unquote

from kg.vocab import BASE

DATA_BASE = BASE + "id/"
GRAPH_BASE = DATA_BASE + "graph/"

ONTOLOGY_GRAPH = GRAPH_BASE + "ontology"
REFERENCE_GRAPH = GRAPH_BASE + "reference"
FINDINGS_GRAPH = GRAPH_BASE + "findings"
TEXT_GRAPHS = GRAPH_BASE + "text/"


def _safe(name: str) -> str:
    return quote(name, safe="-._~")


def actor_iri(actor: str) -> str:
    """IRI of an actor or grouping, such as ``…/id/actor/KP``."""
    return f"{DATA_BASE}actor/{_safe(actor)}"


def membership_iri(actor: str, grouping: str, number: int) -> str:
    """IRI of the ``number``-th membership of ``actor`` in ``grouping``, counted from 1."""
    return f"{actor_iri(actor)}/member-of/{_safe(grouping)}/{number}"


def organ_link_iri(organ: str, state: str, number: int) -> str:
    """IRI of the ``number``-th record that ``organ`` is one of ``state``, counted from 1."""
    return f"{actor_iri(organ)}/organ-of/{_safe(state)}/{number}"


def non_membership_iri(actor: str, grouping: str, number: int) -> str:
    """IRI of the ``number``-th record that ``actor`` is outside ``grouping``, counted from 1."""
    return f"{actor_iri(actor)}/not-member-of/{_safe(grouping)}/{number}"


def item_iri(item: str) -> str:
    """IRI of a kind of item, a SKOS concept, such as ``…/vocab/item/ammunition``."""
    return f"{BASE}vocab/item/{_safe(item)}"


def place_iri(place: str) -> str:
    return f"{DATA_BASE}place/{_safe(place)}"


def instrument_iri(instrument: str) -> str:
    return f"{DATA_BASE}instrument/{_safe(instrument)}"


def provision_iri(instrument: str, paragraph: str) -> str:
    """IRI of a provision: ``8 (b)`` of unsc-1718 is ``…/id/instrument/unsc-1718/8b``."""
    short = "".join(char for char in paragraph.lower() if char.isalnum() or char in "-.")
    return f"{instrument_iri(instrument)}/{_safe(short)}"


def norm_iri(norm: str) -> str:
    return f"{DATA_BASE}norm/{_safe(norm)}"


def period_iri(norm: str, number: int) -> str:
    return f"{norm_iri(norm)}/in-force/{number}"


def recorded_vote_iri(instrument: str, actor: str) -> str:
    return f"{instrument_iri(instrument)}/vote/{_safe(actor)}"


def text_iri(text: str) -> str:
    return f"{DATA_BASE}text/{_safe(text)}"


def text_graph(text: str) -> str:
    """Name of the graph that holds everything said of and in one text."""
    return f"{TEXT_GRAPHS}{_safe(text)}"


def document_iri(text: str) -> str:
    return f"{text_iri(text)}/document"


def signatory_list_iri(text: str, number: int) -> str:
    """IRI of the ``number``-th list of those who signed the document, counted from 1."""
    return f"{document_iri(text)}/signatories/{number}"


def resting_iri(text: str, other: str) -> str:
    """IRI of the record that one text rests on another: a prov:Derivation."""
    return f"{document_iri(text)}/rests-on/{_safe(other)}"


def annotation_iri(text: str) -> str:
    """IRI of the annotating, a prov:Activity, from which a text's graph comes."""
    return f"{text_iri(text)}/annotation"


def part_iri(text: str, part: str) -> str:
    return f"{text_iri(text)}/part/{_safe(part)}"


def passage_iri(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """IRI of a passage; its positions are in its name, since a text never changes."""
    return f"{text_iri(text)}/passage/" + ",".join(f"{start}-{end}" for start, end in spans)


def selector_iri(passage: str, number: int, kind: str) -> str:
    """IRI of a selector of the ``number``-th piece of a passage; ``kind`` is quote or position."""
    return f"{passage}/{kind}/{number}"


def mention_iri(text: str, start: int, end: int) -> str:
    return f"{text_iri(text)}/mention/{start}-{end}"


def norm_citation_iri(text: str, name: str) -> str:
    return f"{text_iri(text)}/norm/{_safe(name)}"


def claim_iri(text: str, claim: str) -> str:
    """IRI of the proposition that a claim of an annotation file describes."""
    return f"{text_iri(text)}/claim/{_safe(claim)}"


def said_iri(claim: str, spans: Iterable[tuple[int, int]], number: int = 1) -> str:
    """IRI of a speech act: the claim's IRI and the positions of its words, which never change.

    ``number`` counts the speech acts of one claim on the very same words, from 1; there are several
    where the words allow several readings.
    """
    words = ",".join(f"{start}-{end}" for start, end in spans)
    return f"{claim}/said/{words}" + (f"/{number}" if number > 1 else "")


def finding_iri(transfer: str, norm: str, actor: str | None) -> str:
    """IRI of a finding, from the IRIs of transfer, norm and actor; the rules compute the same."""
    key = f"{transfer}|{norm}|{actor or '?'}"
    return f"{DATA_BASE}finding/{sha256(key.encode()).hexdigest()[:16]}"


def id_of(iri: str) -> str:
    """Return the last word of an IRI, as people write it: ``…/id/actor/KP`` is ``KP``."""
    return unquote(iri.replace("#", "/").rstrip("/").rpartition("/")[2])
