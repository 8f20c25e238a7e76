"""Territories, disputed periods, dependence, named granters, and replies with a scope."""

from __future__ import annotations

import pytest

from kg.inference import infer
from kg.vocab import Ata, ConductKind, Stance, Status
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
    last,
    outcome_of,
    outcomes,
    rows_of,
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


ALL_THREE = {f"{norm} X3: {ALLEGED}" for norm in ("marsh", "utopia", "listed-marsh")}
PLACES: dict[str, tuple[World, set[str]]] = {
    "into the territory": (engines(SYLDAVIA, "x-marsh"), ALL_THREE),
    "into a place within it": (engines(SYLDAVIA, "x-village"), ALL_THREE),
    "into a wider place": (
        engines(SYLDAVIA, "x-utopia"),
        {
            f"utopia X3: {ALLEGED}",
            "marsh X3: place-unspecified",
            "listed-marsh X3: place-unspecified",
        },
    ),
    "elsewhere, to one whom a norm names": (
        engines(SYLDAVIA, "x-elsewhere"),
        {"listed-marsh X3: outside-territory"},
    ),
    "elsewhere, to one whom none names": (engines(RURITANIA, "x-elsewhere"), set()),
    "elsewhere and into it": (engines(SYLDAVIA, "x-elsewhere", "x-village"), ALL_THREE),
    "no place said, to one whom none names": (engines(RURITANIA), set()),
    "no place said, to the state whose territory it is": (
        engines(UTOPIA),
        {f"utopia X3: {ALLEGED}", "marsh X3: place-unspecified"},
    ),
    "no place said, to a state elsewhere": (
        engines(SYLDAVIA),
        {"listed-marsh X3: outside-territory"},
    ),
    "sought": (
        engines(SYLDAVIA, "x-village", status=Status.SOUGHT),
        {each.replace(ALLEGED, PROSPECTIVE) for each in ALL_THREE},
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_territorial_norm_asks_where_the_items_go(name: str) -> None:
    """Whoever receives them, the place decides; one that has nothing to do with it is silent."""
    world, expected = PLACES[name]
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
            ),
            Claimed(name="other", supplier=[FREEDONIA], recipient=[UTOPIA]),
        ]
    )
    findings = infer(store_of(world))
    assert outcomes(findings, "supply", RURITANIA)["claimed"] == "met"
    contested = {last(q.subject) for q in findings if q.predicate.value == Ata.contestedBy}
    transfers = {row["f"]: row["t"] for row in rows_of(findings)}
    assert {transfers[finding] for finding in contested} == {"t"}


@pytest.mark.parametrize(
    ("status", "denied", "claimed"),
    [
        (Status.COMPLETED, Status.COMPLETED, "contested"),
        (Status.COMPLETED, Status.PLANNED, "met"),
        (Status.SOUGHT, Status.PLANNED, "contested"),
        (Status.SOUGHT, Status.COMPLETED, "met"),
        (Status.COMPLETED, None, "contested"),
        (Status.SOUGHT, None, "contested"),
    ],
)
def test_a_denial_contests_what_is_claimed_in_kind(
    status: Status, denied: Status | None, claimed: str
) -> None:
    """That nothing took place says nothing of a plan, and the other way round."""
    said = [Said(status=status), Said(stance=Stance.DENIES, status=denied, speaker=UTOPIA)]
    world = World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], said=said)])
    assert outcomes(infer(store_of(world)), "supply", RURITANIA)["claimed"] == claimed


def test_a_purpose_that_is_denied_is_not_claimed() -> None:
    """Whoever says that items do not serve a war meets no condition."""
    purpose = ConductKind.USE_OF_FORCE
    for stance, expected in ((Stance.ASSERTS, ALLEGED), (Stance.DENIES, "condition-unclaimed")):
        claim = Claimed(
            supplier=[RURITANIA],
            recipient=[UTOPIA],
            item=["any-item"],
            purpose=purpose,
            purpose_stance=stance,
        )
        assert f"catch-all X1: {expected}" in outcome_of(World(claims=[claim]))


def test_what_is_claimed_as_actual_ends_with_the_document() -> None:
    """A year that is not over when the text is dated is claimed until that day."""
    claim = Claimed(
        supplier=[RURITANIA],
        recipient=[SYLDAVIA],
        item=["tanks"],
        dates=("2013-01-01", "2014-12-31"),
    )
    assert outcome_of(World(claims=[claim], date="2013-06-01")) == {f"twice X1: {ALLEGED}"}
    assert outcome_of(World(claims=[claim])) == {"twice X1: time-indeterminate"}


def test_a_plan_without_a_date_lies_ahead() -> None:
    """It may be carried out after the norm has ended, which leaves the time open."""
    claim = Claimed(
        supplier=[RURITANIA],
        recipient=[SYLDAVIA],
        item=["tanks"],
        said=[Said(status=Status.PLANNED)],
    )
    assert outcome_of(World(claims=[claim], date="2013-06-01")) == {"twice X1: time-indeterminate"}


def test_a_reply_without_status_contests() -> None:
    """A bare denial in another text reaches what it answers, whatever its status."""
    for status in (None, Status.COMPLETED):
        world = World(
            claims=[
                Claimed(supplier=[RURITANIA], recipient=[UTOPIA]),
                Claimed(
                    name="reply",
                    supplier=[RURITANIA],
                    recipient=[UTOPIA],
                    answers="t",
                    said=[Said(stance=Stance.DENIES, status=status, speaker=UTOPIA)],
                ),
            ]
        )
        assert outcomes(infer(store_of(world)), "supply", RURITANIA)["claimed"] == "contested"


def test_a_denial_contests_whoever_leaves_open_that_it_took_place() -> None:
    """What is entertained as completed is denied by a denial that it took place."""
    said = [Said(stance=Stance.ENTERTAINS), Said(stance=Stance.DENIES, speaker=UTOPIA)]
    world = World(claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA], said=said)])
    assert outcomes(infer(store_of(world)), "supply", RURITANIA)["claimed"] == "contested"
