"""The reference data that travels with the package."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kg.iris import actor_iri, instrument_iri, item_iri, norm_iri
from kg.model.norms import Norm
from kg.model.reference import Reference
from kg.reference import read_bundled
from kg.reference.circles import closure
from kg.vocab import ConductKind, Deontic, Role, Verification, Vote

# Every paragraph that the facts record for the three resolutions, and what became of it: the ids of
# its norms, or the paragraph under which it is left out, with how far it was checked.
RECORDED = {
    "unsc-1718": {
        "8(a)(i)": (["1718-8a-i"], "corpus"),
        "8(a)(ii)": (["1718-8a-ii"], "corpus"),
        "8(a)(iii)": "8 (a) (iii)",
        "8(b) first clause": (["1718-8b-dprk"], "corpus-partial"),
        "8(b) second clause": (["1718-8b-states"], "corpus-partial"),
        "8(c)": (["1718-8c-to", "1718-8c-from"], "corpus-partial"),
        "8(d)": "8 (d)",
        "8(f)": "8 (f)",
        "5-7": "5-7",
        "12": "12",
    },
    "unsc-1874": {
        "9, the DPRK": (["1874-9-dprk"], "corpus-partial"),
        "9, Member States": (["1874-9-states"], "corpus-partial"),
        "10": (["1874-10"], "corpus"),
        "10, second part": (["1874-10-salw"], "corpus"),
        "11-13": "11-13",
        "14": "14",
        "17": "17",
        "26": "26",
    },
    "unsc-2270": {
        "6": (["2270-6"], "corpus-partial"),
        "7": (["2270-7-to", "2270-7-from"], "background"),
        "8": (["2270-8-to", "2270-8-from"], "corpus-partial"),
        "9": "9",
        "18": "18",
        "31": "31",
    },
}


@pytest.fixture(scope="module")
def bundled() -> Reference:
    """Read the bundled data once; a problem in it would raise here."""
    return read_bundled()


def _norms(reference: Reference) -> dict[str, Norm]:
    return {
        norm.id: norm for instrument in reference.instruments.values() for norm in instrument.norms
    }


def test_every_recorded_paragraph_is_a_norm_or_left_out_with_a_reason(bundled: Reference) -> None:
    """Nothing that is known of the three resolutions is dropped, and nothing is added."""
    assert bundled.instruments.keys() == RECORDED.keys()
    for name, paragraphs in RECORDED.items():
        instrument = bundled.instruments[name]
        kept = [
            norm for kept in paragraphs.values() if not isinstance(kept, str) for norm in kept[0]
        ]
        left = [kept for kept in paragraphs.values() if isinstance(kept, str)]
        assert sorted(norm.id for norm in instrument.norms) == sorted(kept)
        assert sorted(one.paragraph for one in instrument.left_out) == sorted(left)
        assert all(one.why for one in instrument.left_out)


def test_no_norm_claims_to_be_checked_further_than_it_was(bundled: Reference) -> None:
    """The mark of each norm is the one recorded with the facts, never a better one."""
    norms = _norms(bundled)
    for paragraphs in RECORDED.values():
        for kept in paragraphs.values():
            if not isinstance(kept, str):
                assert {norms[name].verification.value for name in kept[0]} == {kept[1]}


def test_a_norm_that_was_read_says_where(bundled: Reference) -> None:
    """Only a norm from background knowledge cites no source."""
    for norm in _norms(bundled).values():
        assert bool(norm.sources) == (norm.verification is not Verification.BACKGROUND)


def test_the_dates_are_the_recorded_ones(bundled: Reference) -> None:
    """Each norm is in force from the day of adoption, and the notification of small arms ends."""
    adopted = {
        "unsc-1718": date(2006, 10, 14),
        "unsc-1874": date(2009, 6, 12),
        "unsc-2270": date(2016, 3, 2),
    }
    for name, instrument in bundled.instruments.items():
        assert instrument.adopted == adopted[name]
        for norm in instrument.norms:
            (period,) = norm.in_force
            ends = date(2016, 3, 2) if norm.id == "1874-10-salw" else None
            assert (period.valid_from, period.valid_until) == (adopted[name], ends)


def test_small_arms_are_excepted_in_one_direction_alone(bundled: Reference) -> None:
    """What may not go to the DPRK leaves small arms out until 2270; what comes from it does not."""
    norms = _norms(bundled)
    assert norms["1874-10"].excepts == ("small-arms-light-weapons",)
    assert norms["1874-9-states"].excepts == ()
    assert norms["1874-9-dprk"].excepts == ()
    assert "small-arms-light-weapons" in norms["2270-6"].covers


def test_the_catch_all_hangs_on_what_the_items_serve(bundled: Reference) -> None:
    """Paragraph 8 of 2270 covers anything but food, under a condition in each direction."""
    norms = _norms(bundled)
    to, back = norms["2270-8-to"], norms["2270-8-from"]
    assert (to.role, back.role) == (Role.SUPPLIER, Role.RECIPIENT)
    assert to.condition is ConductKind.MILITARY_CAPABILITY_BUILDING
    assert back.condition is ConductKind.OPERATIONS_OF_ARMED_FORCES
    assert to.covers == back.covers == ("any-item",)
    assert to.excepts == back.excepts == ("food-aid",)


def test_a_clarification_is_no_prohibition(bundled: Reference) -> None:
    """Paragraph 7 of 2270 says what the ban takes in; it bars nothing of its own."""
    norms = _norms(bundled)
    assert {norms[name].deontic for name in ("2270-7-to", "2270-7-from")} == {Deontic.CLARIFICATION}


def test_russia_and_china_are_recorded_as_voting_for(bundled: Reference) -> None:
    """Each of the three resolutions has fifteen votes, all for."""
    for instrument in bundled.instruments.values():
        assert instrument.votes is not None
        votes = dict(instrument.votes.votes)
        assert {votes["RU"], votes["CN"], *votes.values()} == {Vote.FOR}
        assert len(votes) == 15


def test_norway_is_a_state_and_pyongyang_a_metonym(bundled: Reference) -> None:
    """A code stays text, and a capital that stands for a state is no name of it."""
    assert bundled.actors["NO"].name == "Norway"
    assert bundled.actors["NO"].codes == ("NO", "NOR", "578")
    assert bundled.actors["KP"].metonyms == ("Pyongyang",)
    assert "Pyongyang" not in bundled.actors["KP"].aliases


def test_memberships_of_the_united_nations_are_background_and_undated(bundled: Reference) -> None:
    """No day of admission is made up, and those who are no members have none."""
    without = set()
    for actor in bundled.actors.values():
        for membership in actor.memberships:
            assert membership.grouping == "un-members"
            assert membership.verification is Verification.BACKGROUND
            assert (membership.valid_from, membership.valid_until) == (None, None)
        if actor.kind.value == "state" and not actor.memberships:
            without.add(actor.id)
    assert without == {"PS", "TW", "VA"}


def test_every_name_stands_once_in_an_actor(bundled: Reference) -> None:
    """No alias repeats the name, and no hint in parentheses is left in one."""
    for actor in bundled.actors.values():
        assert actor.name not in actor.aliases
        assert not set(actor.aliases) & set(actor.metonyms)
        for alias in (*actor.aliases, *actor.metonyms):
            assert not alias.endswith(("(metonym)", "(former)", "(old spelling)"))


def test_every_item_is_a_kind_of_any_item(bundled: Reference) -> None:
    """Whatever a claim is about, the catch-all can be asked about it."""
    broader = {item.id: item.broader for item in bundled.items.values()}
    for item in broader:
        assert "any-item" in closure(broader, item)


@pytest.mark.parametrize(
    ("item", "above"),
    [
        ("manpads", {"light-weapons", "missiles-and-missile-launchers"}),
        (
            "ballistic-missiles",
            {"ballistic-missile-related-items", "missiles-and-missile-launchers"},
        ),
        ("armed-uav", {"uav", "combat-aircraft"}),
        ("kn-23", {"srbm", "hwasong-11"}),
        ("arms-and-related-materiel", {"military-support"}),
        ("military-services", {"military-support"}),
    ],
)
def test_an_item_may_stand_in_several_places(
    bundled: Reference, item: str, above: set[str]
) -> None:
    """What belongs to two kinds is below both."""
    assert set(bundled.items[item].broader) == above


def test_every_norm_speaks_to_actors_with_a_place_in_a_file(bundled: Reference) -> None:
    """Every record of the reference data leads back to file, line and column."""
    iris = {
        *map(actor_iri, (*bundled.actors, *bundled.groupings)),
        *map(item_iri, bundled.items),
        *map(instrument_iri, bundled.instruments),
        *map(norm_iri, _norms(bundled)),
    }
    assert bundled.places.keys() == iris
    assert all(place.file.startswith("data/") for place in bundled.places.values())


def _words(reference: Reference) -> Iterator[str]:
    for norm in _norms(reference).values():
        yield from (norm.rule, norm.note or "", *norm.exemptible)
    for instrument in reference.instruments.values():
        yield from (instrument.title, instrument.note or "")
        yield from (one.why for one in instrument.left_out)


@pytest.mark.parametrize("word", ["violat", "illegal", "guilty", "rogue", "regime "])
def test_the_norms_take_no_sides(bundled: Reference, word: str) -> None:
    """A rule says what must be done; nobody is said to have broken it."""
    assert [words for words in _words(bundled) if word in words.lower()] == []
