"""The reference data against which texts are annotated and norms matched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import Place
from kg.model.actors import Actor, Grouping
from kg.model.items import Item
from kg.model.norms import Instrument
from kg.model.places import NamedPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Everything by its id. ``digest`` changes when any file that was read changes.

    ``files`` are the names of those files within their folders, each with the digest of its bytes.
    ``places`` leads from the IRI of an actor, grouping, item, instrument or norm to the file.
    """

    actors: Mapping[str, Actor]
    groupings: Mapping[str, Grouping]
    items: Mapping[str, Item]
    instruments: Mapping[str, Instrument]
    digest: str
    places: Mapping[str, Place]
    named_places: Mapping[str, NamedPlace] = field(default_factory=dict)
    files: tuple[tuple[str, str], ...] = ()
