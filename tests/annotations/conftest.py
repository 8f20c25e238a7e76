"""An invented text with its annotations, and the invented states of which it speaks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from kg.annotations import read_annotated
from kg.model.actors import Actor, ActorKind, Grouping
from kg.model.annotated import AnnotatedText
from kg.model.items import Item
from kg.model.norms import Instrument, Norm, Period
from kg.model.reference import Reference
from kg.vocab import Deontic, InstrumentKind, Role, Verification
from tests.annotations.ruritania import ANNOTATIONS, NAME, TEXT


def _actor(id_: str, name: str, kind: ActorKind = ActorKind.STATE, *aliases: str) -> Actor:
    return Actor(
        id=id_, kind=kind, name=name, verification=Verification.BACKGROUND, aliases=aliases
    )


def _item(id_: str, label: str) -> Item:
    return Item(id=id_, label=label, verification=Verification.BACKGROUND)


@pytest.fixture(scope="session")
def reference() -> Reference:
    """Invented states and one invented norm; the state NO is a trap for readers of YAML."""
    actors = [
        _actor("X1", "Ruritania"),
        _actor("X1-ministry", "Ministry of Ruritania", ActorKind.ORGANIZATION),
        _actor("X2", "Utopia", ActorKind.STATE, "Republic of Utopia"),
        _actor("X3", "Freedonia", ActorKind.STATE, "Free State"),
        _actor("X4", "New Freedonia", ActorKind.STATE, "Free State"),
        _actor("NO", "Noland"),
    ]
    norm = Norm(
        id="zenda-1",
        paragraph="1",
        rule="No shells for Utopia.",
        addressee=("parties",),
        deontic=Deontic.PROHIBITION,
        role=Role.SUPPLIER,
        covers=("artillery-ammunition",),
        in_force=(Period(valid_from=date(2010, 1, 1)),),
        verification=Verification.BACKGROUND,
    )
    zenda = Instrument(
        id="zenda",
        kind=InstrumentKind.TREATY,
        symbol="Zenda Convention",
        title="Zenda Convention",
        adopted=date(2010, 1, 1),
        adopted_by="X1",
        verification=Verification.BACKGROUND,
        norms=(norm,),
    )
    items = [_item("artillery-ammunition", "artillery ammunition"), _item("uav", "drones")]
    parties = Grouping(id="parties", name="Parties", verification=Verification.BACKGROUND)
    return Reference(
        actors={actor.id: actor for actor in actors},
        groupings={"parties": parties},
        items={item.id: item for item in items},
        instruments={"zenda": zenda},
        digest="0" * 64,
        places={},
    )


Writer = Callable[..., Path]
Reader = Callable[..., AnnotatedText]


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write annotations and text beside each other, the digest filled in."""

    def written(annotations: str = ANNOTATIONS, text: str = TEXT) -> Path:
        data = text.encode()
        (tmp_path / f"{NAME}.txt").write_bytes(data)
        path = tmp_path / f"{NAME}.ann.yaml"
        filled = annotations.replace("{digest}", sha256(data).hexdigest())
        path.write_bytes(filled.encode())
        return path

    return written


@pytest.fixture
def read(write: Writer, reference: Reference) -> Reader:
    """Write annotations and text, and read them again."""

    def back(annotations: str = ANNOTATIONS, text: str = TEXT) -> AnnotatedText:
        return read_annotated(write(annotations, text), reference, name=f"{NAME}.ann.yaml")

    return back
