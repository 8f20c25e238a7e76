"""The reference data that travels with the package."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.iris import actor_iri, instrument_iri, item_iri, norm_iri, place_iri
from kg.model.actors import ActorKind
from kg.model.norms import Instrument, Norm
from kg.model.reference import Reference
from kg.reference import read_bundled
from kg.reference.circles import closure
from kg.vocab import ConductKind, Deontic, Role, Verification, Vote

# Every paragraph that the collected facts record, by instrument: the id there, the paragraph, and
# how far it was checked. A norm has that id, or begins with it; else the paragraph is left out.
RECORDED: dict[str, dict[str, tuple[str, str]]] = json.loads(
    (Path(__file__).parent / "recorded_paragraphs.json").read_text(encoding="utf-8")
)
# From the weakest mark to the strongest.
MARKS = (Verification.BACKGROUND, Verification.CORPUS_PARTIAL, Verification.CORPUS)
# The three instruments on which the seed rests, with the days from which their norms are in force.
DPRK_ARMS = {
    "unsc-1718": date(2006, 10, 14),
    "unsc-1874": date(2009, 6, 12),
    "unsc-2270": date(2016, 3, 2),
}

# The eleven of the monitoring team, as its two joint statements were read.
MONITORING = frozenset({"AU", "CA", "DE", "FR", "GB", "IT", "JP", "KR", "NL", "NZ", "US"})


@pytest.fixture(scope="module")
def bundled() -> Reference:
    """Read the bundled data once; a problem in it would raise here."""
    return read_bundled()


def _norms(reference: Reference) -> dict[str, Norm]:
    return {
        norm.id: norm for instrument in reference.instruments.values() for norm in instrument.norms
    }


def _of(instrument: Instrument, recorded: str, paragraph: str) -> list[Norm]:
    """Return the norms that a recorded paragraph became."""
    named = [
        norm
        for norm in instrument.norms
        if norm.id == recorded or norm.id.startswith(f"{recorded}-")
    ]
    return named or [norm for norm in instrument.norms if _bare(norm.paragraph) == _bare(paragraph)]


def _bare(paragraph: str) -> str:
    words = r"[\s()]|art\.?|first clause|second clause|first part|second part|parts?|para"
    return re.sub(words, "", paragraph.lower()).replace("–", "-")


def test_every_recorded_paragraph_is_a_norm_or_left_out_with_a_reason(bundled: Reference) -> None:
    """Of 95 instruments and 149 paragraphs, nothing that is known is dropped."""
    assert bundled.instruments.keys() == RECORDED.keys()
    assert sum(map(len, RECORDED.values())) == 149
    lost = []
    for name, paragraphs in RECORDED.items():
        instrument = bundled.instruments[name]
        left = {_bare(one.paragraph): one.why for one in instrument.left_out}
        for recorded, (paragraph, _) in paragraphs.items():
            if not _of(instrument, recorded, paragraph) and not left.get(_bare(paragraph)):
                lost.append((name, recorded))
    assert lost == []


def test_no_norm_claims_to_be_checked_further_than_it_was(bundled: Reference) -> None:
    """A mark is the one recorded with the facts or a weaker one, never a better one."""
    better = [
        norm.id
        for name, paragraphs in RECORDED.items()
        for recorded, (paragraph, mark) in paragraphs.items()
        for norm in _of(bundled.instruments[name], recorded, paragraph)
        if MARKS.index(norm.verification) > MARKS.index(Verification(mark))
    ]
    assert better == []


def test_a_norm_that_was_read_says_where(bundled: Reference) -> None:
    """Only a norm from background knowledge cites no source."""
    for norm in _norms(bundled).values():
        assert bool(norm.sources) == (norm.verification is not Verification.BACKGROUND)


def test_the_dates_are_the_recorded_ones(bundled: Reference) -> None:
    """Each norm on the DPRK's arms is in force from its adoption; the notification ends."""
    for name, adopted in DPRK_ARMS.items():
        instrument = bundled.instruments[name]
        assert instrument.adopted == adopted
        for norm in instrument.norms:
            (period,) = norm.in_force
            ends = date(2016, 3, 2) if norm.id == "1874-10-salw" else None
            assert (period.valid_from, period.valid_until) == (adopted, ends)


def test_small_arms_are_excepted_in_one_direction_alone(bundled: Reference) -> None:
    """What may not go to the DPRK leaves small arms out until 2270; what comes from it does not."""
    norms = _norms(bundled)
    assert norms["1874-10"].excepts == ("small-arms-light-weapons", "salw-materiel")
    assert norms["1874-10"].excepts_until == norms["2270-6"].in_force[0].valid_from
    assert norms["1874-9-states"].excepts == ()
    assert norms["1874-9-dprk"].excepts == ()
    assert "small-arms-light-weapons" in norms["2270-6"].covers


def test_the_catch_all_hangs_on_what_the_items_serve(bundled: Reference) -> None:
    """Paragraph 8 of 2270 covers all but food and medicine, on a condition each way."""
    norms = _norms(bundled)
    to, back = norms["2270-8-to"], norms["2270-8-from"]
    assert (to.role, back.role) == (Role.SUPPLIER, Role.RECIPIENT)
    assert to.condition is ConductKind.MILITARY_CAPABILITY_BUILDING
    assert back.condition is ConductKind.OPERATIONS_OF_ARMED_FORCES
    assert to.covers == back.covers == ("any-item",)
    assert to.excepts == back.excepts == ("food", "medicine")


def test_a_clarification_is_no_prohibition(bundled: Reference) -> None:
    """Paragraph 7 of 2270 says what the ban takes in; it bars nothing of its own."""
    norms = _norms(bundled)
    assert {norms[name].deontic for name in ("2270-7-to", "2270-7-from")} == {Deontic.CLARIFICATION}


def test_russia_and_china_are_recorded_as_voting_for(bundled: Reference) -> None:
    """Each of the three resolutions on the DPRK's arms has fifteen votes, all for."""
    for instrument in map(bundled.instruments.__getitem__, DPRK_ARMS):
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


def test_a_draft_that_failed_lays_down_no_norm(bundled: Reference) -> None:
    """The drafts have a day and votes, and nobody is bound by them."""
    drafts = [one for one in bundled.instruments.values() if one.voted_on is not None]
    assert len(drafts) == 4
    for draft in drafts:
        assert (draft.adopted, draft.norms) == (None, ())
        assert draft.votes is not None
        assert Vote.AGAINST in dict(draft.votes.votes).values()


def test_a_panel_that_lapsed_ended_no_embargo(bundled: Reference) -> None:
    """The norms on the DPRK's arms are open-ended, though the panel's mandate is over."""
    for norm in _norms(bundled).values():
        if norm.id in {"1718-8b-states", "1874-9-dprk", "1874-9-states", "2270-6"}:
            assert norm.in_force[-1].valid_until is None


def test_what_is_disputed_has_two_sides(bundled: Reference) -> None:
    """The return of the norms on Iran on 28 September 2025 is held and rejected."""
    returned = [
        (norm.id, period)
        for norm in _norms(bundled).values()
        for period in norm.in_force
        if period.held_by
    ]
    assert {name for name, _ in returned} >= {"1747-5-iran", "1747-5-states", "1929-8", "1737-3-4"}
    for _, period in returned:
        assert period.valid_from == date(2025, 9, 28)
        assert set(period.rejected_by) == {"IR", "RU", "CN"}
        assert {"FR", "DE", "GB", "US"} <= set(period.held_by)


def test_memberships_of_the_united_nations_are_background_and_undated(bundled: Reference) -> None:
    """No day of admission is made up, and those who are no members have none."""
    members = set()
    for actor in bundled.actors.values():
        for membership in actor.memberships:
            if membership.grouping in {"un-members", "all-states"}:
                assert membership.verification is Verification.BACKGROUND
                assert (membership.valid_from, membership.valid_until) == (None, None)
            if membership.grouping == "un-members":
                members.add(actor.id)
    states = {actor.id for actor in bundled.actors.values() if actor.kind is ActorKind.STATE}
    assert states - members == {"PS", "TW", "VA"}


def test_no_membership_has_a_day_that_nobody_recorded(bundled: Reference) -> None:
    """A first day stands where the facts give one, and those are few.

    The participants of the monitoring team take part from the day of its founding statement.
    """
    dated = {
        (actor.id, one.grouping, one.valid_from)
        for actor in bundled.actors.values()
        for one in actor.memberships
        if one.valid_from is not None
    }
    assert dated == {
        ("houthis", "yemen-2216-listed", date(2022, 2, 28)),
        ("al-shabaab", "al-shabaab-and-spoilers", date(2023, 12, 1)),
        ("KP", "npt-nnws", date(1985, 12, 12)),
        *((state, "msmt-participants", date(2024, 10, 16)) for state in MONITORING),
    }


def test_the_organs_of_states_are_those_of_some_types(bundled: Reference) -> None:
    """Ministries, missions, services and forces; no company, no news agency, no armed group."""
    organs = {
        (actor.id, link.state) for actor in bundled.actors.values() for link in actor.organ_of
    }
    named = {
        "IR": ["ir-irgc", "ir-mfa"],
        "KP": ["kp-cmc", "kp-kpa", "kp-mfa", "kp-mnd", "kp-rgb"],
        "KR": ["kr-dia", "kr-jcs", "kr-mnd", "kr-nis"],
        "RU": ["ru-genstaff", "ru-kremlin", "ru-mfa", "ru-vta"],
        "RW": ["rdf"],
        "UA": ["ua-hur", "ua-opg"],
        "UG": ["updf"],
        "US": [
            *("us-africom", "us-centcom", "us-dod", "us-nsc"),
            *("us-state", "us-treasury", "us-usun"),
        ],
    }
    assert organs == {(organ, state) for state, each in named.items() for organ in each}


def test_that_a_body_is_an_organ_was_read_nowhere(bundled: Reference) -> None:
    """The facts give types and states without a source: marks say so, and no day is made up."""
    for actor in bundled.actors.values():
        for link in actor.organ_of:
            assert link.verification is Verification.BACKGROUND
            assert (link.valid_from, link.valid_until, link.sources) == (None, None, ())


@pytest.mark.parametrize("actor", ["saf", "rsf", "gna"])
def test_who_is_left_out_of_the_organs_says_why(bundled: Reference, actor: str) -> None:
    """A body whose case is open is an organ of nobody, and its note tells the reason."""
    assert bundled.actors[actor].organ_of == ()
    assert re.search(r"\borgan\b.*: the collected facts|as an armed group", _note(bundled, actor))


def _note(reference: Reference, actor: str) -> str:
    return reference.actors[actor].note or ""


def test_who_is_recorded_as_outside_a_grouping_is_who_the_facts_name(bundled: Reference) -> None:
    """Whoever is merely missing from a grouping is not among them."""
    outside = {
        (actor.id, one.grouping, one.verification)
        for actor in bundled.actors.values()
        for one in actor.non_memberships
    }
    background, partly = Verification.BACKGROUND, Verification.CORPUS_PARTIAL
    assert outside == {
        ("RU", "att-parties", background),
        ("US", "att-parties", background),
        ("KP", "att-parties", partly),
        ("IR", "att-parties", partly),
        ("AE", "att-parties", partly),
        ("CN", "wassenaar-participants", partly),
        ("IR", "wassenaar-participants", partly),
        ("KP", "wassenaar-participants", partly),
        ("PS", "un-members", background),
        ("TW", "un-members", background),
        ("VA", "un-members", background),
    }


def test_groupings_that_bind_nobody_have_the_members_that_the_facts_name(
    bundled: Reference,
) -> None:
    """Of those who act together the monitoring team alone was read, and no norm names any."""
    together: dict[str, set[tuple[str, Verification]]] = {
        "nato-members": set(),
        "g7-members": set(),
        "e3-members": set(),
        "unsc-permanent-members": set(),
        "msmt-participants": set(),
    }
    for actor in bundled.actors.values():
        for one in actor.memberships:
            if one.grouping in together:
                together[one.grouping].add((actor.id, one.verification))
    background, corpus = Verification.BACKGROUND, Verification.CORPUS
    assert together["e3-members"] == {(state, background) for state in ("DE", "FR", "GB")}
    assert together["g7-members"] == {
        (state, background) for state in ("CA", "DE", "FR", "GB", "IT", "JP", "US")
    }
    assert together["unsc-permanent-members"] == {
        (state, background) for state in ("CN", "FR", "GB", "RU", "US")
    }
    assert together["msmt-participants"] == {(state, corpus) for state in MONITORING}
    nato = together["nato-members"]
    assert len(nato) == 32
    assert {mark for _, mark in nato} == {background}
    named = {
        name
        for instrument in bundled.instruments.values()
        for norm in instrument.norms
        for name in (*norm.addressee, *norm.counterparty)
    }
    assert named.isdisjoint(together)


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
        *map(place_iri, bundled.named_places),
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
