"""Reading folders of reference files: values, places, digest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.errors import KgError, Place
from kg.iris import actor_iri, instrument_iri, item_iri, norm_iri
from kg.model.actors import ActorKind
from kg.reference import read_reference
from kg.vocab import ConductKind, Deontic, Role, Verification, Vote

Write = Callable[[str, dict[str, str]], Path]


def test_a_norm_is_read_as_written(sound: Path) -> None:
    """Every key of a norm becomes the value of the model that has its name."""
    norm = read_reference([sound]).instruments["convention"].norms[0]
    assert (norm.id, norm.paragraph, norm.deontic, norm.role) == (
        "c-1",
        "1",
        Deontic.PROHIBITION,
        Role.SUPPLIER,
    )
    assert (norm.addressee, norm.counterparty) == (("parties",), ("X1",))
    assert (norm.covers, norm.excepts) == (("arms",), ("small-arms",))
    assert norm.condition is ConductKind.USE_OF_FORCE
    assert [amendment.norm for amendment in norm.amended_by] == ["c-2"]
    assert [(one.valid_from, one.valid_until) for one in norm.in_force] == [
        (date(2001, 2, 3), date(2002, 1, 1)),
        (date(2003, 1, 1), None),
    ]


def test_votes_are_read_with_who_cast_them(sound: Path) -> None:
    """A vote under a word of the vocabulary is that vote."""
    recorded = read_reference([sound]).instruments["convention"].votes
    assert recorded is not None
    assert recorded.votes == (("X1", Vote.FOR), ("X2", Vote.ABSTAINED))


def test_an_undated_membership_has_no_bounds(sound: Path) -> None:
    """Where no day is recorded, none is made up."""
    (membership,) = read_reference([sound]).actors["X2"].memberships
    assert (membership.valid_from, membership.valid_until) == (None, None)


def test_an_organ_is_read_with_its_state_and_what_bears_that_out(sound: Path) -> None:
    """Each link has a mark, days, sources and a note of its own."""
    first, again = read_reference([sound]).actors["ministry"].organ_of
    assert (first.state, first.verification) == ("X1", Verification.BACKGROUND)
    assert (first.valid_from, first.valid_until) == (None, date(1995, 1, 1))
    assert (first.sources, first.note) == ((), None)
    assert (again.state, again.verification) == ("X1", Verification.CORPUS)
    assert (again.valid_from, again.valid_until) == (date(1996, 1, 1), None)
    assert ([source.key for source in again.sources], again.note) == (["gazette"], "Again.")


def test_the_country_no_is_norway(written: Write) -> None:
    """An id that YAML takes for false elsewhere stays two letters here."""
    norway = "  NO: {kind: state, name: NO, code: [NO, 010], verification: background}\n"
    text = f"format: kg-actors/1\nactors:\n{norway}"
    read = read_reference([written("d", {"actors/a.yaml": text})])
    assert read.actors["NO"].codes == ("NO", "010")
    assert (read.actors["NO"].name, read.actors["NO"].kind) == ("NO", ActorKind.STATE)


def test_places_lead_to_file_line_and_column(sound: Path) -> None:
    """The IRI of each kind of record leads to where its id stands."""
    places = read_reference([sound]).places
    assert places[actor_iri("X2")] == Place("sound/actors/a.yaml", 16, 3)
    assert places[actor_iri("parties")] == Place("sound/actors/a.yaml", 35, 3)
    assert places[item_iri("grain")] == Place("sound/items/i.yaml", 12, 3)
    assert places[instrument_iri("convention")] == Place("sound/instruments/c.yaml", 2, 5)
    assert places[norm_iri("c-1")] == Place("sound/instruments/c.yaml", 16, 3)


def test_the_digest_changes_with_a_byte(sound: Path) -> None:
    """A comment more in one file is another version of the reference data."""
    before = read_reference([sound]).digest
    path = sound / "items" / "i.yaml"
    path.write_bytes(path.read_bytes() + b"#\n")
    assert read_reference([sound]).digest != before


def test_the_digest_does_not_hang_on_folders_or_their_order(
    sound: Path, written: Write, files: dict[str, str]
) -> None:
    """The same files make the same version, in one folder or in two, named first or last."""
    one = written("one", {"actors/a.yaml": files["actors/a.yaml"]})
    rest = {name: text for name, text in files.items() if not name.startswith("actors")}
    two = written("two", rest)
    whole = read_reference([sound])
    assert read_reference([one, two]).digest == whole.digest
    assert read_reference([two, one]).digest == whole.digest
    assert read_reference([two, one]).actors == whole.actors


def test_the_digest_tells_a_name_from_its_bytes(written: Write, files: dict[str, str]) -> None:
    """The same bytes under another name are another version."""
    text = files["items/i.yaml"]
    one = written("one", {"items/i.yaml": text})
    two = written("two", {"items/j.yaml": text})
    assert read_reference([one]).digest != read_reference([two]).digest


def test_a_later_folder_adds_and_never_replaces(sound: Path, written: Write) -> None:
    """An id that stands in two folders is a problem that names both places."""
    tanks = "  tanks: {label: Tanks, broader: arms, verification: background}\n"
    text = f"format: kg-items/1\nitems:\n{tanks}"
    added = written("added", {"items/t.yaml": text})
    assert read_reference([sound, added]).items["tanks"].broader == ("arms",)
    written("added", {"items/t.yaml": text.replace("tanks:", "grain:")})
    with pytest.raises(KgError) as caught:
        read_reference([sound, added])
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place) == ("duplicate-id", Place("added/items/t.yaml", 3, 3))
    assert problem.hint == "it stands first at sound/items/i.yaml:12:3"


def test_messages_call_a_folder_what_the_caller_calls_it(sound: Path) -> None:
    """With names given, problems and places go by these."""
    read = read_reference([sound], names=["mine"])
    assert read.places[item_iri("arms")].file == "mine/items/i.yaml"


def test_every_problem_of_every_file_is_told_at_once(written: Write, files: dict[str, str]) -> None:
    """A broken file hides nothing that is wrong with the others."""
    broken = {
        "actors/a.yaml": files["actors/a.yaml"].replace("kind: organization", "kind: club"),
        "items/i.yaml": "",
        "instruments/c.yaml": files["instruments/c.yaml"].replace("role: recipient\n", "\n"),
    }
    with pytest.raises(KgError) as caught:
        read_reference([written("d", broken)])
    found = {(p.slug, p.place.file) for p in caught.value.problems if p.place}
    assert ("unknown-word", "d/actors/a.yaml") in found
    assert ("empty-file", "d/items/i.yaml") in found
    assert ("missing-key", "d/instruments/c.yaml") in found


def test_what_a_broken_file_holds_is_not_called_unknown(
    written: Write, files: dict[str, str]
) -> None:
    """Who names the items of a file that cannot be read is not told that there are none."""
    with pytest.raises(KgError) as caught:
        read_reference([written("d", {**files, "items/i.yaml": "items: [\n"})])
    assert {problem.slug for problem in caught.value.problems} == {"yaml-syntax"}


def test_a_folder_without_reference_files_adds_nothing(sound: Path, tmp_path: Path) -> None:
    """A corpus may hold texts alone."""
    empty = tmp_path / "texts-alone"
    empty.mkdir()
    assert read_reference([sound, empty]) == read_reference([sound])
