"""What holds of every comparison of described transfers, and how each aspect is compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.queries.described import Described, Quantity, Term
from kg.queries.refinement import Aspect, compare, kindred, same_ends
from kg.queries.verdicts import Verdict

GIVES = {Verdict.SAME, Verdict.REFINES}

# Each item with what it is within; anti-ship missiles are missiles and naval equipment both.
ITEMS = {
    "anything": ("anything",),
    "missiles": ("missiles", "anything"),
    "naval": ("naval", "anything"),
    "anti-ship": ("anti-ship", "missiles", "naval", "anything"),
    "shells": ("shells", "anything"),
    "containers": ("containers",),
}
PLACES = {
    "utopia": ("utopia",),
    "marsh": ("marsh", "utopia"),
    "village": ("village", "marsh", "utopia"),
    "harbour": ("harbour",),
}


def term(name: str, above: dict[str, tuple[str, ...]], **more: frozenset[str]) -> Term:
    below = {each for each, wider in above.items() if name in wider} or {name}
    wider = frozenset(above.get(name, (name,)))
    return Term(id=name, label=name.title(), wider=wider, narrower=frozenset(below), **more)


def items(*names: str) -> tuple[Term, ...]:
    return tuple(term(name, ITEMS) for name in names)


def places(*names: str) -> tuple[Term, ...]:
    return tuple(term(name, PLACES) for name in names)


def actors(*names: str) -> tuple[Term, ...]:
    return tuple(term(name, {}) for name in names)


def number(
    least: int | None = None,
    most: int | None = None,
    about: int | None = None,
    unit: str | None = "containers",
) -> Quantity:
    given_numbers = [None if each is None else Decimal(each) for each in (least, most, about)]
    words = f"{least}, {most}, {about} {unit}"
    return Quantity(
        words=words,
        unit=unit,
        at_least=given_numbers[0],
        at_most=given_numbers[1],
        about=given_numbers[2],
    )


def some(**aspects: object) -> Described:
    """Return a transfer from Freedonia to Utopia, said in 2020, with these aspects."""
    plain = Described(
        iri="x",
        text="t",
        name="x",
        supplier=actors("freedonia"),
        recipient=actors("utopia"),
        said_by=date(2020, 12, 31),
    )
    return replace(plain, **aspects)  # type: ignore[arg-type]  # as named


YEAR = {"since": date(2020, 1, 1), "until": date(2020, 12, 31)}
SPRING = {"since": date(2020, 3, 1), "until": date(2020, 5, 31)}
AUTUMN = {"since": date(2020, 9, 1), "until": date(2020, 11, 30)}

days = st.sampled_from(
    [
        (None, None),
        (date(2020, 1, 1), date(2020, 12, 31)),
        (date(2020, 3, 1), date(2020, 5, 31)),
        (date(2020, 3, 1), None),
        (None, date(2020, 5, 31)),
        (date(2020, 9, 1), date(2020, 11, 30)),
    ]
)
numbers = st.sampled_from([None, 5, 10, 20])
few_actors = st.lists(st.sampled_from(["freedonia", "utopia", "x"]), max_size=2, unique=True)


def quantities() -> st.SearchStrategy[Quantity | None]:
    numbered = st.builds(
        number, numbers, numbers, numbers, st.sampled_from(["containers", "rounds", None])
    ).filter(lambda q: q.at_least is None or q.at_most is None or q.at_least <= q.at_most)
    vague = st.builds(
        Quantity,
        words=st.sampled_from(["several", "dozens"]),
        unit=st.sampled_from(["containers", None]),
    )
    return st.one_of(st.none(), numbered, vague)


def described(few: int) -> st.SearchStrategy[Described]:
    def made(  # noqa: PLR0913, PLR0917  # one for each aspect
        ends: tuple[list[str], list[str], list[str], list[str]],
        item: list[str],
        gone: tuple[list[str], list[str]],
        when: tuple[date | None, date | None],
        quantity: Quantity | None,
        said_by: date | None,
        name: str,
    ) -> Described:
        supplier, recipient, party, via = ends
        return Described(
            iri=name,
            text="t",
            name=name,
            supplier=actors(*supplier),
            recipient=actors(*recipient),
            party=actors(*party),
            via=actors(*via),
            item=items(*item),
            destination=places(*gone[0]),
            route=places(*gone[1]),
            since=when[0],
            until=when[1],
            quantity=quantity,
            said_by=said_by,
        )

    one_of_few = st.lists(st.sampled_from(list(ITEMS)), max_size=few, unique=True)
    gone = st.lists(st.sampled_from(list(PLACES)), max_size=few, unique=True)
    return st.builds(
        made,
        st.tuples(few_actors, few_actors, few_actors, few_actors),
        one_of_few,
        st.tuples(gone, gone),
        days,
        quantities(),
        st.sampled_from([None, date(2020, 12, 31), date(2021, 6, 30)]),
        st.sampled_from(["a", "b", "c"]),
    )


def widened(one: Described, keep: frozenset[str]) -> Described:
    """Return ``one`` with what ``keep`` does not name left unsaid, so that ``one`` refines it."""
    period = "period" in keep
    return replace(
        one,
        supplier=one.supplier if "supplier" in keep else (),
        recipient=one.recipient if "recipient" in keep else (),
        party=one.party if "party" in keep else (),
        via=one.via if "via" in keep else (),
        item=one.item if "item" in keep else (),
        destination=one.destination if "destination" in keep else (),
        route=one.route if "route" in keep else (),
        since=one.since if period else None,
        until=one.until if period else None,
        quantity=one.quantity if "quantity" in keep else None,
    )


many = settings(max_examples=300, deadline=None)
kept = st.frozensets(st.sampled_from([aspect.value for aspect in Aspect]))


@many
@given(described(2))
def test_whatever_is_described_says_the_same_as_itself(one: Described) -> None:
    """Refinement is reflexive, in every aspect of which it speaks."""
    found = compare(one, one)
    assert found.verdict is Verdict.SAME
    assert {each.verdict for each in found.aspects} <= {Verdict.SAME}


@many
@given(described(2), kept, kept)
def test_refinement_is_transitive_down_a_chain(
    one: Described, first: frozenset[str], second: frozenset[str]
) -> None:
    """Whoever says more than what says more than a third says more than the third."""
    middle = widened(one, first)
    last = widened(middle, second)
    if compare(one, middle).verdict in GIVES and compare(middle, last).verdict in GIVES:
        assert compare(one, last).verdict in GIVES


@settings(max_examples=1500, deadline=None)
@given(described(1), described(1), described(1))
def test_refinement_is_transitive(one: Described, other: Described, third: Described) -> None:
    """For any three, in whatever order they stand."""
    if compare(one, other).verdict in GIVES and compare(other, third).verdict in GIVES:
        assert compare(one, third).verdict in GIVES


@many
@given(described(2), described(2))
def test_the_other_way_round_is_the_mirror(one: Described, other: Described) -> None:
    """Each aspect and the whole; so contradiction is symmetric."""
    there, back = compare(one, other), compare(other, one)
    assert back.verdict is there.verdict.mirrored
    assert [(each.aspect, each.verdict) for each in back.aspects] == [
        (each.aspect, each.verdict.mirrored) for each in there.aspects
    ]
    assert (there.verdict is Verdict.CONTRADICTS) == (back.verdict is Verdict.CONTRADICTS)
    assert same_ends(one, other) == same_ends(other, one)
    assert kindred(one, other) == kindred(other, one)


@many
@given(described(2), described(2))
def test_other_units_and_other_days_are_never_compared(one: Described, other: Described) -> None:
    """Of two quantities in different units, or of days that do not meet, nothing more is said."""
    found = compare(one, other)
    if one.quantity is None or other.quantity is None:
        return
    apart = (one.until or date.max) < (other.since or date.min) or (other.until or date.max) < (
        one.since or date.min
    )
    if one.quantity.unit != other.quantity.unit or apart:
        quantity = found[Aspect.QUANTITY]
        assert quantity is not None
        assert quantity.verdict is Verdict.NOT_COMPARABLE
        assert found.verdict is Verdict.NOT_COMPARABLE


@many
@given(described(2), described(2))
def test_about_never_contradicts(one: Described, other: Described) -> None:
    """Where the numbers that stand against each other are but about, they differ and no more."""
    for row in (one, other):
        if row.quantity and row.quantity.at_least is None and row.quantity.at_most is None:
            assert compare(one, other).verdict is not Verdict.CONTRADICTS


@pytest.mark.parametrize(
    ("aspects", "others", "aspect", "verdict"),
    [
        ({"item": items("anti-ship")}, {"item": items("missiles")}, Aspect.ITEM, Verdict.REFINES),
        ({"item": items("missiles")}, {"item": items("naval")}, Aspect.ITEM, Verdict.COMPATIBLE),
        ({"item": items("shells")}, {"item": items("naval")}, Aspect.ITEM, Verdict.NOT_COMPARABLE),
        (
            {"item": items("shells", "missiles")},
            {"item": items("shells")},
            Aspect.ITEM,
            Verdict.REFINES,
        ),
        ({}, {"supplier": ()}, Aspect.SUPPLIER, Verdict.REFINES),
        ({}, {"supplier": actors("x")}, Aspect.SUPPLIER, Verdict.NOT_COMPARABLE),
        (
            {},
            {"supplier": (), "recipient": (), "party": actors("utopia", "freedonia")},
            Aspect.PARTY,
            Verdict.SAME,
        ),
        (
            {},
            {"supplier": (), "recipient": (), "party": actors("utopia", "x")},
            Aspect.PARTY,
            Verdict.NOT_COMPARABLE,
        ),
        (
            {"destination": places("village")},
            {"destination": places("utopia")},
            Aspect.DESTINATION,
            Verdict.REFINES,
        ),
        (
            {"destination": places("harbour")},
            {"destination": places("utopia")},
            Aspect.DESTINATION,
            Verdict.COMPATIBLE,
        ),
        (SPRING, YEAR, Aspect.PERIOD, Verdict.REFINES),
        (SPRING, AUTUMN, Aspect.PERIOD, Verdict.NOT_COMPARABLE),
        ({}, SPRING, Aspect.PERIOD, Verdict.REFINED_BY),
    ],
)
def test_each_aspect_has_its_order(
    aspects: dict[str, object], others: dict[str, object], aspect: Aspect, verdict: Verdict
) -> None:
    """Items by the vocabulary, ends by name, places by what they are within, days as intervals."""
    found = compare(some(**aspects), some(**others))[aspect]
    assert found is not None
    assert found.verdict is verdict


def test_who_is_told_at_which_end_refines_who_is_not() -> None:
    """From Freedonia to Utopia is closer than between the two."""
    between = some(supplier=(), recipient=(), party=actors("utopia", "freedonia"))
    assert compare(some(), between).verdict is Verdict.REFINES
    assert same_ends(some(), between)
    assert not same_ends(some(), some(supplier=actors("x")))
    assert not same_ends(some(), some(supplier=(), recipient=actors()))


def test_an_organ_is_not_its_state() -> None:
    """It is told that it is one, and nothing is attributed: neither refines the other."""
    organ = term("ministry", {}, organ_of=frozenset({"freedonia"}))
    found = compare(some(supplier=(organ,)), some())
    (supplier, *_) = found.aspects
    assert supplier.verdict is Verdict.COMPATIBLE
    assert supplier.reason == (
        "Ministry; the other: Freedonia; "
        "Ministry is recorded as an organ of Freedonia, and no act is attributed by that"
    )


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # more than 10 in spring, at most 5 in all the year: both cannot be
        ({"quantity": number(10), **SPRING}, {"quantity": number(most=5), **YEAR}, "CONTRADICTS"),
        # at most 5 in spring, more than 10 in all the year: the rest may have come in autumn
        ({"quantity": number(10), **YEAR}, {"quantity": number(most=5), **SPRING}, "COMPATIBLE"),
        ({"quantity": number(10), **SPRING}, {"quantity": number(about=5), **YEAR}, "DIFFERS"),
        ({"quantity": number(about=10), **SPRING}, {"quantity": number(most=5), **YEAR}, "DIFFERS"),
        # the lesser goes to a village of the country to which the greater goes
        (
            {"quantity": number(10), **YEAR},
            {"quantity": number(most=5), "destination": places("village"), **YEAR},
            "COMPATIBLE",
        ),
        # where no first day is said, it is not said over which days something is counted
        ({"quantity": number(10)}, {"quantity": number(most=5)}, "COMPATIBLE"),
        # a lower bound is implied by a greater one, and over fewer days
        ({"quantity": number(20), **SPRING}, {"quantity": number(10), **YEAR}, "REFINES"),
        # an upper bound of other days implies nothing
        (
            {"quantity": number(most=5), **SPRING},
            {"quantity": number(most=10), **YEAR},
            "COMPATIBLE",
        ),
        ({"quantity": number(most=5), **YEAR}, {"quantity": number(most=10), **YEAR}, "REFINES"),
        ({"quantity": number(10, 10), **YEAR}, {"quantity": number(about=10), **YEAR}, "REFINES"),
        ({"quantity": number(9, 11), **YEAR}, {"quantity": number(about=10), **YEAR}, "COMPATIBLE"),
        (
            {"quantity": number(10), **YEAR},
            {"quantity": number(10, unit="rounds"), **YEAR},
            "NOT_COMPARABLE",
        ),
        (
            {"quantity": number(10), **YEAR},
            {"quantity": Quantity(words="dozens", unit="containers"), **YEAR},
            "NOT_COMPARABLE",
        ),
        ({"quantity": number(10), **YEAR}, YEAR, "REFINES"),
    ],
)
def test_numbers_stand_against_each_other_only_where_one_counts_all_that_the_other_counts(
    one: dict[str, object], other: dict[str, object], verdict: str
) -> None:
    """Unit, days, places and qualifier decide; nothing is added up."""
    assert compare(some(**one), some(**other)).verdict is Verdict[verdict]


def test_a_part_may_be_fewer_than_its_whole() -> None:
    """Neither contradicts the other, nor does the part of another part."""
    whole = some(iri="whole", quantity=number(10), **YEAR)
    part = some(iri="part", wholes=("whole",), quantity=number(most=5), **YEAR)
    assert compare(part, whole).verdict is Verdict.COMPATIBLE
