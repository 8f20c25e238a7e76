"""Numbers in annotations are held to the words that are quoted for them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotations import read_annotated
from kg.annotations.amounts import find_amounts
from kg.annotations.qualifiers import find_qualified
from kg.annotations.quantities import Slip, find_slips
from kg.errors import KgError, Place
from kg.model.reference import Reference
from kg.model.texts import Quote, Span, Text
from kg.vocab import TextKind, Unit
from tests.annotations.ruritania import ANNOTATIONS, NAME, TEXT

FILE = f"{NAME}.ann.yaml"


def slips(  # noqa: PLR0913  # all that a quantity has
    quantity: str,
    *,
    least: str | None = None,
    most: str | None = None,
    about: str | None = None,
    unit: Unit | None = None,
    language: str = "en",
    said: str | None = None,
    quoted: str | None = None,
) -> list[Slip]:
    """Return what is wrong with a quantity of a text that says ``said``, or the quantity alone."""
    characters = said or quantity
    words = quoted or characters
    at = characters.index(words)
    text = Text(
        id="t", characters=characters, sha256="0" * 64, language=language, kind=TextKind.VERBATIM
    )
    quote = Quote(spans=(Span(at, at + len(words)),), exact=(words,))
    given = {"at-least": least, "at-most": most, "about": about}
    bounds = {key: Decimal(number) for key, number in given.items() if number is not None}
    return list(find_slips(quantity, bounds, unit, [quote], text))


def slugs(quantity: str, **rest: object) -> list[str]:
    return [slip.slug for slip in slips(quantity, **rest)]  # type: ignore[arg-type]  # as above


# ----------------------------------------------------------------------- numbers in words


@pytest.mark.parametrize(
    ("words", "language", "numbers"),
    [
        ("more than 1,000 containers", "en", ["1000"]),
        ("1 000 containers", "en", ["1000"]),
        ("1\u202f000 or 2\u00a0000 containers", "fr", ["1000", "2000"]),
        ("1.000 Container", "de", ["1000"]),
        ("3,5 million", "en", ["3500000"]),
        ("1'000 Container", "de-CH", ["1000"]),
        ("1,5 Millionen", "de", ["1500000"]),
        ("2.5 million", "en", ["2500000"]),
        ("1,234,567.5 tons", "en", ["1234567.5"]),
        ("1.234.567,5 toneladas", "pt", ["1234567.5"]),
        ("12,34,567 rounds", "en", ["1234567"]),
        ("two dozen kinds", "en-GB", ["24"]),
        ("a dozen shipments", "en", ["12"]),
        ("twenty-five of a hundred", "en", ["25", "100"]),
        ("two hundred and fifty thousand", "en", ["250000"]),
        ("500k, 3 million, 2bn", "en", ["500000", "3000000", "2000000000"]),
        ("plus de mille, trois millions", "fr", ["1000", "3000000"]),
        ("zweitausend, 3 Millionen", "de", ["2000", "3000000"]),
        ("более 13 000 контейнеров", "ru", ["13000"]),
        ("١٬٠٠٠ حاوية", "ar", ["1000"]),
        ("約３，０００発", "ja", ["3000"]),
        ("약 200발", "ko", ["200"]),
        # vague words are no numbers
        ("several dozen, dozens, hundreds of thousands, a few million", "en", []),
        ("several", "en", []),
        # neither are calibres, models, days and order
        ("6 million 152 mm shells", "en", ["6000000"]),
        ("12 152-mm guns for KN-23, S-300 and 9M133", "en", ["12"]),
        ("the second shipment and the 5th, for two months", "en", []),
        ("20 ракет С-300 и 152-мм снаряды", "ru", ["20"]),
    ],
)
def test_numbers_are_read_in_digits_and_words(
    words: str, language: str, numbers: list[str]
) -> None:
    """Separators are those of the language; vague words, calibres and models are no counts."""
    from_words = " ".join(words.split())
    found = [one.values for one in find_amounts(from_words, language)]
    assert found == [{Decimal(number)} for number in numbers]


def test_a_separator_that_may_mean_either_gives_both() -> None:
    """Spanish has either mark, by the country, and English texts have points by mistake."""
    for words, language in (("1.000 contenedores", "es"), ("1.000 containers", "en")):
        (amount,) = find_amounts(words, language)
        assert amount.values == {Decimal(1000), Decimal(1)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1,000 containers", [("1,000", "both")]),
        ("more than a million shells", [("more than a million", "least")]),
        ("well over 100 missiles", [("over 100", "least")]),
        ("not less than 20", [("not less than 20", "least")]),
        ("at least one Pantsir", [("at least one", "least")]),
        ("200-odd guns", [("200-odd", "least")]),
        ("1,000 containers or more", [("1,000 containers or more", "least")]),
        ("no more than 500", [("no more than 500", "most")]),
        ("up to 2,000 staff", [("up to 2,000", "most")]),
        ("nearly 500", [("nearly 500", "most")]),
        ("fewer than a dozen", [("fewer than a dozen", "most")]),
        ("about 6,700", [("about 6,700", "neither")]),
        ("some 50 States", [("some 50", "neither")]),
        ("up to about 9 million", [("up to about 9 million", "neither")]),
        ("1,000 or so", [("1,000 or so", "neither")]),
        ("over 49 voyages", [("49", "either")]),
        ("a report about 12 missiles", [("12", "either")]),
        ("3 to 5 million", [("3 to 5 million", "least"), ("3 to 5 million", "most")]),
        ("200–350", [("200-350", "least"), ("200-350", "most")]),
        ("two or three", [("two or three", "least"), ("two or three", "most")]),
        (
            "between 200 and 350 guns",
            [("between 200 and 350", "least"), ("between 200 and 350", "most")],
        ),
        ("about 3 to 5", [("about 3 to 5", "neither"), ("about 3 to 5", "neither")]),
        ("500 to 3 battalions", [("500", "both"), ("3", "both")]),
        ("in 2024 and 2025", [("2024", "both"), ("2025", "both")]),
    ],
)
def test_qualifiers_tell_which_bounds_a_number_sets(
    words: str, found: list[tuple[str, str]]
) -> None:
    """More than, up to, about, and ranges; where they are not sure, nothing is held against it."""
    numbers = find_qualified(words.replace("–", "-"), "en")
    assert [(one.phrase, one.bounds.value) for one in numbers] == found


def test_the_lower_end_of_a_range_has_the_scale_of_the_upper() -> None:
    """3 to 5 million is 3 million to 5 million, and 100 to 1 million begins at 100."""
    assert slugs("3 to 5 million", least="3000000", most="5000000") == []
    assert slugs("3 to 5 million", least="3") == ["number-not-in-words"]
    assert slugs("100 to 1 million", least="100", most="1000000") == []


# ----------------------------------------------------------------------- bounds


@pytest.mark.parametrize(
    ("quantity", "least", "most"),
    [
        ("1,000 containers", "1000", "1000"),
        ("more than 1,000 containers", "1000", None),
        ("up to 2,000 staff", None, "2000"),
        ("3,000 to 4,000 troops", "3000", "4000"),
        ("over 3 million rounds if all were 152 mm shells", "3000000", None),
        ("about 6,700 containers", None, None),
        ("dozens", None, None),
        ("a missile", "1", "1"),
        ("no missiles", None, "0"),
        # what cannot be told is let pass
        ("half a million rounds", "500000", "500000"),
        ("one and a half million rounds", "1500000", None),
        ("a couple of hundred", "200", None),
    ],
)
def test_what_the_words_bear_out_is_no_problem(
    quantity: str, least: str | None, most: str | None
) -> None:
    """Bounds as the words have them, and words whose number is not read."""
    assert slips(quantity, least=least, most=most) == []


@pytest.mark.parametrize(
    ("quantity", "language", "least"),
    [
        ("более 3 млн снарядов", "ru", "3000000"),
        ("больше тысячи контейнеров", "ru", "1000"),
        ("2 тысячи 500 снарядов", "ru", "2500"),
        ("понад 1,5 млн", "uk", "1500000"),
        ("십만 발 이상", "ko", "100000"),
        ("20만 발", "ko", "200000"),
        ("1万3千个集装箱", "zh", "13000"),
        ("أكثر من ألف حاوية", "ar", "1000"),
        ("anderthalb Millionen Granaten", "de", "1500000"),
        ("ein paar Hundert", "de", "300"),
        ("3 Mio. Schuss", "de", "3000000"),
        ("un demi-million d'obus", "fr", "500000"),
        ("une centaine de missiles", "fr", "100"),
        ("medio millón de proyectiles", "es", "500000"),
        ("un milione e mezzo di colpi", "it", "1500000"),
        ("plus de 1 000 conteneurs", "fr", "1000"),
        ("1,000 contenedores", "es-MX", "1000"),
        ("mehr als 1.000 Container", "de", "1000"),
    ],
)
def test_other_languages_give_no_false_alarm(quantity: str, language: str, least: str) -> None:
    """Scales, halves and collective numbers that are not read leave the number untold."""
    assert slips(quantity, least=least, language=language) == []


@pytest.mark.parametrize(
    ("quantity", "language", "least"),
    [
        ("более 13 000 контейнеров", "ru", "130000"),
        ("более 3 млн снарядов", "ru", "4000000"),
        ("약 200발", "ko", "2000"),
        ("超过1,000个集装箱", "zh", "10000"),
        ("mehr als zweitausend Container", "de", "20000"),
        ("trois millions d'obus", "fr", "2000000"),
        ("1.000 Container", "de", "1"),
    ],
)
def test_other_languages_are_held_to_their_digits(quantity: str, language: str, least: str) -> None:
    """Digits are compared in every language, number words in those that the library reads."""
    assert slugs(quantity, least=least, language=language) == ["number-not-in-words"]


MESSAGES: list[tuple[dict[str, str], tuple[str, str, str, str]]] = [
    (
        {"quantity": "more than 1,000 containers", "least": "10000"},
        (
            "at-least",
            "number-not-in-words",
            "10000 does not stand in 'more than 1,000 containers'",
            "these words have 1000; write what they have, or leave at-least: out",
        ),
    ),
    (
        {"quantity": "dozens of drones", "least": "24"},
        (
            "at-least",
            "number-not-in-words",
            "24 does not stand in 'dozens of drones'",
            "these words have no exact number: leave at-least: out",
        ),
    ),
    (
        {"quantity": "more than 1,000 containers", "most": "1000"},
        (
            "at-most",
            "number-against-words",
            "'more than 1,000' does not say at most 1000",
            "1000 is at-least: by these words",
        ),
    ),
    (
        {"quantity": "up to 2,000 staff", "least": "2000"},
        (
            "at-least",
            "number-against-words",
            "'up to 2,000' does not say at least 2000",
            "2000 is at-most: by these words",
        ),
    ),
    (
        {"quantity": "3 to 5 million rounds", "most": "3000000"},
        (
            "at-most",
            "number-against-words",
            "'3 to 5 million' does not say at most 3000000",
            "3000000 is at-least: by these words",
        ),
    ),
    (
        {"quantity": "about 6,700 containers", "most": "6700"},
        (
            "at-most",
            "number-against-words",
            "'about 6,700' does not say at most 6700",
            "6700 is about: by these words",
        ),
    ),
    (
        {"quantity": "more than 10,000 containers", "said": "more than 1,000 containers"},
        (
            "quantity",
            "quantity-not-quoted",
            "'more than 10,000' stands in no quote of this claim",
            "correct it, or quote the words with the number under said:",
        ),
    ),
    (
        {"quantity": "1,000 containers", "said": "they gave more than 1,000 containers"},
        (
            "quantity",
            "quantity-cut",
            "'1,000' stands in the text as 'more than 1,000'",
            "keep the words that tell whether a number is a bound",
        ),
    ),
    (
        {
            "quantity": "1,000 containers",
            "said": "they gave more than 1,000 containers",
            "quoted": "1,000 containers",
        },
        (
            "quantity",
            "quantity-cut",
            "'1,000' stands in the text as 'more than 1,000'",
            "keep the words that tell whether a number is a bound",
        ),
    ),
    (
        {"quantity": "3,000 troops", "said": "3,000 to 4,000 troops"},
        (
            "quantity",
            "quantity-cut",
            "'3,000' stands in the text as '3,000 to 4,000'",
            "keep the words that tell whether a number is a bound",
        ),
    ),
]


@pytest.mark.parametrize(("given", "told"), MESSAGES, ids=[told[2] for _, told in MESSAGES])
def test_what_the_words_do_not_bear_out_is_told(
    given: dict[str, str], told: tuple[str, str, str, str]
) -> None:
    """The key, the slug, what is wrong, and what to do."""
    (slip,) = slips(**given)  # type: ignore[arg-type]  # all are words
    assert (slip.key, slip.slug, slip.sentence, slip.hint) == told


ABOUT: list[tuple[dict[str, str], tuple[str, str, str]]] = [
    (
        {"quantity": "1,000 containers", "about": "1000"},
        (
            "number-against-words",
            "'1,000' does not say about 1000",
            "1000 is at-least: and at-most: by these words",
        ),
    ),
    (
        {"quantity": "more than 1,000 containers", "about": "1000"},
        (
            "number-against-words",
            "'more than 1,000' does not say about 1000",
            "1000 is at-least: by these words",
        ),
    ),
    (
        {"quantity": "about 3 to 5 guns", "about": "3"},
        (
            "number-against-words",
            "'about 3 to 5' does not say about 3",
            "it is one end of a range that may reach further: the words alone say how much",
        ),
    ),
    (
        {"quantity": "about 6,700 containers", "about": "6800"},
        (
            "number-not-in-words",
            "6800 does not stand in 'about 6,700 containers'",
            "these words have 6700; write what they have, or leave about: out",
        ),
    ),
]


@pytest.mark.parametrize(("given", "told"), ABOUT, ids=[given["quantity"] for given, _ in ABOUT])
def test_about_is_held_to_words_that_say_about(
    given: dict[str, str], told: tuple[str, str, str]
) -> None:
    """Neither a number said as it is, nor a bound, nor an end of a range is approximate."""
    (slip,) = slips(**given)  # type: ignore[arg-type]  # all are words
    assert (slip.key, slip.slug, slip.sentence, slip.hint) == ("about", *told)


@pytest.mark.parametrize(
    ("quantity", "about", "language"),
    [
        ("about 6,700 containers", "6700", "en"),
        ("up to about 9 million rounds", "9000000", "en"),
        ("1,000 or so", "1000", "en"),
        ("약 200발", "200", "ko"),
    ],
)
def test_about_takes_the_number_that_is_but_approximate(
    quantity: str, about: str, language: str
) -> None:
    """In English by its qualifier; elsewhere qualifiers are not read."""
    assert slips(quantity, about=about, language=language) == []


def test_both_bounds_may_be_wrong_at_once() -> None:
    """Each is told at its own key."""
    found = slips("about 200 guns", least="200", most="300")
    assert [(slip.key, slip.slug) for slip in found] == [
        ("at-least", "number-against-words"),
        ("at-most", "number-not-in-words"),
    ]


@given(number=st.integers(min_value=1, max_value=10**12), other=st.integers(1, 10**12))
def test_a_number_is_borne_out_by_itself_alone(number: int, other: int) -> None:
    """However it is written, a number bears itself out as a bound, and no other number."""
    assert slips(f"more than {number:,} rounds", least=str(number)) == []
    assert slips(f"{number} rounds", least=str(number), most=str(number)) == []
    if other not in {1, number}:
        assert slugs(f"more than {number:,} rounds", least=str(other)) == ["number-not-in-words"]


@given(
    number=st.integers(min_value=0, max_value=10**12),
    language=st.sampled_from(["en", "fr", "de", "es", "ru", "uk", "ar", "ko", "ja", "zh", "fa"]),
)
def test_plain_digits_are_read_in_every_language(number: int, language: str) -> None:
    """A number without separators is that number."""
    assert slips(f"{number}", least=str(number), language=language) == []


# ----------------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [
        ("more than 1,000 containers", Unit.CONTAINERS),
        ("6,700 containers of missiles", Unit.CONTAINERS),
        ("1,000 missile containers", Unit.CONTAINERS),
        ("over 6 million 152 mm shells", Unit.ROUNDS),
        ("6 million heavy artillery rounds", Unit.ROUNDS),
        ("2,000 staff of the Wagner Group", Unit.PERSONS),
        ("12 armoured personnel carriers", Unit.VEHICLES),
        ("10,000 pieces of ammunition", Unit.ROUNDS),
        ("five trucks loaded with missiles", Unit.VEHICLES),
        ("at least one Pantsir", Unit.VEHICLES),
        ("one missile", Unit.MISSILES),
        ("one missile launcher", Unit.PIECES),
        ("40 percent of need", Unit.PERCENT_OF_NEED),
        ("49 voyages", Unit.SHIPMENTS),
        ("three flights with 200 guns", Unit.SHIPMENTS),
        ("millions of rockets and artillery shells", Unit.ROUNDS),
        ("50 guns, and missiles", Unit.MISSILES),
        ("100 soldiers' rations", Unit.TONS),
    ],
)
def test_units_that_words_name_or_leave_open_are_no_problem(quantity: str, unit: Unit) -> None:
    """What stands between, and nouns that name no unit, are left alone."""
    assert slips(quantity, unit=unit) == []


@pytest.mark.parametrize(
    ("quantity", "unit", "least", "sentence"),
    [
        (
            "more than 1,000 containers",
            Unit.ROUNDS,
            "1000",
            "'more than 1,000 containers' counts containers, and these are no rounds",
        ),
        (
            "6,700 containers of missiles",
            Unit.MISSILES,
            "6700",
            "'6,700 containers of missiles' counts containers, and these are no missiles",
        ),
        (
            "over 6 million 152 mm shells",
            Unit.CONTAINERS,
            "6000000",
            "'over 6 million 152 mm shells' counts shells, and these are no containers",
        ),
        ("one round", Unit.PIECES, "1", "'one round' counts round, and these are no pieces"),
        (
            "dozens of troops",
            Unit.MISSILES,
            None,
            "'dozens of troops' counts troops, and these are no missiles",
        ),
        (
            "three flights with 200 guns",
            Unit.SHIPMENTS,
            "200",
            "'three flights with 200 guns' counts guns, and these are no shipments",
        ),
    ],
)
def test_words_that_count_another_unit_are_a_problem(
    quantity: str, unit: Unit, least: str | None, sentence: str
) -> None:
    """Containers are not rounds: the noun after the number meant is held to the unit."""
    (slip,) = slips(quantity, unit=unit, least=least)
    assert (slip.key, slip.slug, slip.sentence) == ("unit", "unit-not-in-words", sentence)


def test_units_are_read_in_english_alone() -> None:
    """Labels of units are English, so words of other languages are not held to them."""
    assert slips("1000 containers", unit=Unit.ROUNDS, language="fr") == []


# ----------------------------------------------------------------------- in a file

QUANTITY = "      item: artillery-ammunition\n"
SHELLS = TEXT.replace("artillery shells", "more than 1,000 artillery shells")
SAID = ANNOTATIONS.replace("delivery of artillery", "delivery of more than 1,000 artillery")


@pytest.mark.parametrize(
    ("keys", "slug", "at"),
    [
        (
            "quantity: more than 1,000 artillery shells\n      at-least: 10000\n      unit: rounds",
            "number-not-in-words",
            (47, 17),
        ),
        (
            "quantity: more than 1,000 artillery shells\n      at-most: 1000\n      unit: rounds",
            "number-against-words",
            (47, 16),
        ),
        (
            "quantity: 1,000 artillery shells",
            "quantity-cut",
            (46, 17),
        ),
        (
            "quantity: more than 2,000 artillery shells",
            "quantity-not-quoted",
            (46, 17),
        ),
        (
            "quantity: more than 1,000 artillery shells\n      unit: containers",
            "unit-not-in-words",
            (47, 13),
        ),
    ],
)
def test_a_slip_is_told_where_it_stands(
    keys: str,
    slug: str,
    at: tuple[int, int],
    write: Callable[[str, str], Path],
    reference: Reference,
) -> None:
    """Slug, line and column; nothing else is reported."""
    planted = SAID.replace(QUANTITY, f"{QUANTITY}      {keys}\n")
    with pytest.raises(KgError) as raised:
        read_annotated(write(planted, SHELLS), reference, name=FILE)
    (problem,) = raised.value.problems
    assert (problem.slug, problem.place) == (slug, Place(FILE, *at))


def test_a_quote_that_does_not_stand_brings_no_second_problem(
    write: Callable[[str, str], Path], reference: Reference
) -> None:
    """Where the words cannot be found, the number is not held to them."""
    planted = SAID.replace(QUANTITY, f"{QUANTITY}      quantity: 5 shells\n").replace(
        "quote: We condemn the delivery of more", "quote: We applaud the delivery of more"
    )
    with pytest.raises(KgError) as raised:
        read_annotated(write(planted, SHELLS), reference, name=FILE)
    assert [problem.slug for problem in raised.value.problems] == ["quote-not-found"]
