"""Territories, disputed periods, dependence, named granters, and replies with a scope."""

from __future__ import annotations

import pytest

from kg.inference import infer
from kg.vocab import Ata, Stance, Status
from tests.inference.invented import (
    FREEDONIA,
    GRANTER,
    RURITANIA,
    SYLDAVIA,
    UTOPIA,
    Claimed,
    Exempted,
    Said,
    World,
    outcome_of,
    outcomes,
    store_of,
    values,
)

ALLEGED = "AllegedViolation"
PROSPECTIVE = "ProspectiveViolation"
IN_2014, IN_2015 = ("2014-01-01", "2014-03-31"), ("2015-02-01", "2015-02-28")


def engines(
    recipient: str = SYLDAVIA, *destination: str, status: Status = Status.COMPLETED
) -> World:
    """Return a supply of engines, to which only territorial norms apply."""
    return World(
        claims=[
            Claimed(
                supplier=[FREEDONIA],
                recipient=[recipient],
                item=["engines"],
                destination=destination,
                said=[Said(status=status)],
            )
        ]
    )


@pytest.mark.parametrize(
    ("world", "expected"),
    [
        (engines(SYLDAVIA, "x-marsh"), {f"marsh X3: {ALLEGED}", f"utopia X3: {ALLEGED}"}),
        (engines(SYLDAVIA, "x-village"), {f"marsh X3: {ALLEGED}", f"utopia X3: {ALLEGED}"}),
        (
            engines(SYLDAVIA, "x-utopia"),
            {"marsh X3: place-unspecified", f"utopia X3: {ALLEGED}"},
        ),
        (
            engines(SYLDAVIA, "x-elsewhere"),
            {"marsh X3: outside-territory", "utopia X3: outside-territory"},
        ),
        (
            engines(SYLDAVIA, "x-elsewhere", "x-village"),
            {f"marsh X3: {ALLEGED}", f"utopia X3: {ALLEGED}"},
        ),
        (
            engines(FREEDONIA),
            {"marsh X3: place-unspecified", "utopia X3: place-unspecified"},
        ),
        (engines(UTOPIA), {"marsh X3: place-unspecified", f"utopia X3: {ALLEGED}"}),
        (engines(SYLDAVIA), {"marsh X3: outside-territory", "utopia X3: outside-territory"}),
        (
            engines(SYLDAVIA, "x-village", status=Status.SOUGHT),
            {f"marsh X3: {PROSPECTIVE}", f"utopia X3: {PROSPECTIVE}"},
        ),
    ],
    ids=[
        "into the territory",
        "into a place within it",
        "into a wider place",
        "elsewhere",
        "elsewhere and into it",
        "no place said",
        "no place said, to the state whose territory it is",
        "no place said, to a state elsewhere",
        "sought",
    ],
)
def test_a_territorial_norm_asks_where_the_items_go(world: World, expected: set[str]) -> None:
    """Whoever receives them, the place decides; one that is not said decides nothing."""
    assert outcome_of(world) == expected


def test_a_place_that_stands_in_is_said() -> None:
    """The finding says that the territory of the recipient stands in for the place."""
    findings = infer(store_of(engines(UTOPIA)))
    assert "destination-assumed" in values(findings, Ata.assumes)
    assert outcomes(findings, "utopia", FREEDONIA)["territory"] == "met"
    assert outcomes(findings, "marsh", FREEDONIA)["territory"] == "undecided"


def drones(dates: tuple[str, str], *said: Said, supplier: str = FREEDONIA) -> World:
    return World(
        claims=[
            Claimed(
                supplier=[supplier],
                recipient=[UTOPIA],
                item=["drones"],
                dates=dates,
                said=said or [Said()],
            )
        ]
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2011-01-01", "2011-12-31"), ALLEGED),
        (IN_2014, "lapsed"),
        (IN_2015, ALLEGED),
        (("2014-12-01", "2015-01-31"), "time-indeterminate"),
    ],
)
def test_a_disputed_period_is_a_third_value(dates: tuple[str, str], expected: str) -> None:
    """What falls into a disputed period is found as if it held, and straddling stays open."""
    assert outcome_of(drones(dates)) == {f"revived X3: {expected}"}


def test_a_finding_in_a_disputed_period_says_so() -> None:
    """The period is contested, and the dispute is among what the finding takes as given."""
    findings = infer(store_of(drones(IN_2015)))
    assert outcomes(findings, "revived", FREEDONIA)["period"] == "contested"
    assert "period-disputed" in values(findings, Ata.assumes)
    undisputed = infer(store_of(drones(("2011-01-01", "2011-12-31"))))
    assert outcomes(undisputed, "revived", FREEDONIA)["period"] == "met"
    assert "period-disputed" not in values(undisputed, Ata.assumes)


@pytest.mark.parametrize(
    ("supplier", "dates", "expected"),
    [
        (RURITANIA, IN_2015, {f"revived X1: {ALLEGED}", f"treaty X1: {ALLEGED}"}),
        (RURITANIA, IN_2014, {"revived X1: lapsed"}),
        (RURITANIA, ("2011-01-01", "2011-12-31"), {f"revived X1: {ALLEGED}"}),
        (FREEDONIA, IN_2015, {f"revived X3: {ALLEGED}"}),
    ],
    ids=["both", "the other lapsed", "no signatory yet", "no signatory"],
)
def test_a_norm_may_depend_on_the_breach_of_another(
    supplier: str, dates: tuple[str, str], expected: set[str]
) -> None:
    """It applies with the other, to its own addressees alone, and is no near miss without it."""
    if "treaty" not in str(expected):
        assert outcome_of(drones(dates, supplier=supplier)) == expected
        return
    world = drones(dates, supplier=supplier)
    assert outcome_of(world) == expected
    assert outcomes(infer(store_of(world)), "treaty", supplier)["dependence"] == "met"


@pytest.mark.parametrize(
    ("granter", "speaker", "expected"),
    [
        (GRANTER, GRANTER, "exempted"),
        (GRANTER, RURITANIA, ALLEGED),
        (SYLDAVIA, SYLDAVIA, ALLEGED),
    ],
)
def test_where_the_norm_names_who_exempts_nobody_else_does(
    granter: str, speaker: str, expected: str
) -> None:
    """An exemption by somebody else contests, and decides nothing."""
    world = World(
        claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], item=["visors"])],
        exemptions=[Exempted(of="t", norm="approval", granter=granter, speaker=speaker)],
    )
    assert outcome_of(world) == {f"approval X1: {expected}"}
    element = outcomes(infer(store_of(world)), "approval", RURITANIA)["exemption"]
    assert element == ("not-met" if expected == "exempted" else "contested")


def answered(*, dates: tuple[str | None, str | None] = (None, None), item: str = "tanks") -> World:
    """Return a claim on tanks in 2014, and a denial of a transfer of ``item`` at ``dates``."""
    return World(
        claims=[
            Claimed(supplier=[RURITANIA], recipient=[UTOPIA], dates=IN_2014),
            Claimed(
                name="reply",
                supplier=[RURITANIA],
                recipient=[UTOPIA],
                item=[item],
                dates=dates,
                answers="t",
                said=[Said(stance=Stance.DENIES, speaker=UTOPIA)],
            ),
        ]
    )


@pytest.mark.parametrize(
    ("reply", "claimed"),
    [
        (answered(), "contested"),
        (answered(dates=("2014-03-01", "2014-12-31")), "contested"),
        (answered(dates=("2014-04-01", None)), "met"),
        (answered(dates=(None, "2013-12-31")), "met"),
        (answered(item="arms"), "contested"),
        (answered(item="small-arms"), "met"),
    ],
    ids=[
        "of no time",
        "of a time that overlaps",
        "of a later time",
        "of an earlier time",
        "of wider items",
        "of other items",
    ],
)
def test_a_reply_reaches_as_far_as_its_own_scope(reply: World, claimed: str) -> None:
    """A denial in another text contests the claim it answers, in its own time and items alone."""
    findings = infer(store_of(reply))
    assert outcomes(findings, "supply", RURITANIA)["claimed"] == claimed
    assert f"supply X1: {ALLEGED}" in outcome_of(reply)


def test_whoever_says_that_it_is_lawful_contests_and_denies_nothing() -> None:
    """A transfer that is admitted and called lawful stays claimed, with the objection beside it."""
    world = World(
        claims=[
            Claimed(
                supplier=[RURITANIA],
                recipient=[UTOPIA],
                lawful=RURITANIA,
                said=[Said(stance=Stance.ADMITS)],
            )
        ]
    )
    findings = infer(store_of(world))
    assert outcomes(findings, "supply", RURITANIA)["claimed"] == "met"
    contesting = {quad for quad in findings if quad.predicate.value == Ata.contestedBy}
    assert contesting
