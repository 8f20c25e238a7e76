"""What comes of a claim about invented states, case by case."""

from __future__ import annotations

import pytest

from kg.inference import infer
from kg.vocab import Ata, ConductKind, Outcome, Stance, Status, Verification
from tests.inference.invented import (
    FLORIN,
    FREEDONIA,
    GRANTER,
    OSSIAN,
    RURITANIA,
    SYLDAVIA,
    UTOPIA,
    ZENDA,
    Claimed,
    Exempted,
    Said,
    World,
    last,
    outcome_of,
    outcomes,
    rows_of,
    store_of,
)

TO_UTOPIA = {"supplier": [RURITANIA], "recipient": [UTOPIA]}
FROM_UTOPIA = {"supplier": [UTOPIA], "recipient": [RURITANIA]}
ALLEGED = "AllegedViolation"
PROSPECTIVE = "ProspectiveViolation"
UNCLAIMED = "catch-all X1: condition-unclaimed"


def claim(
    ends: dict[str, list[str]],
    *said: Said,
    item: str = "tanks",
    dates: tuple[str | None, str | None] = (None, None),
    purpose: ConductKind | None = None,
) -> World:
    """Return a world with one transfer t; asserted as completed unless told otherwise."""
    return World(
        claims=[
            Claimed(
                supplier=ends.get("supplier", []),
                recipient=ends.get("recipient", []),
                party=ends.get("party", []),
                via=ends.get("via", []),
                item=[item],
                dates=dates,
                purpose=purpose,
                said=said or [Said()],
            )
        ]
    )


CASES: dict[str, tuple[World, set[str]]] = {
    "supply to the target": (
        claim(TO_UTOPIA),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "procurement from the target touches both ends": (
        claim(FROM_UTOPIA),
        {f"procure X1: {ALLEGED}", f"export X2: {ALLEGED}"},
    ),
    "the exception for small arms is for supply to the target": (
        claim(TO_UTOPIA, item="small-arms"),
        {"supply X1: carved-out", UNCLAIMED},
    ),
    "and not for procurement from it": (
        claim(FROM_UTOPIA, item="small-arms"),
        {f"procure X1: {ALLEGED}", f"export X2: {ALLEGED}"},
    ),
    "the target exports to anyone": (
        claim({"supplier": [UTOPIA], "recipient": [SYLDAVIA]}),
        {f"export X2: {ALLEGED}", "procure X4: actor-not-bound", "twice X2: lapsed"},
    ),
    "before the convention": (
        claim(TO_UTOPIA, dates=("2009-01-01", "2009-12-31")),
        {"supply X1: not-yet-in-force", "catch-all X1: not-yet-in-force"},
    ),
    "on its first day": (
        claim(TO_UTOPIA, dates=("2010-01-01", "2010-01-01")),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "straddling its first day": (
        claim(TO_UTOPIA, dates=("2009-12-01", "2010-02-01")),
        {"supply X1: time-indeterminate", "catch-all X1: time-indeterminate"},
    ),
    "no first day said": (
        claim(TO_UTOPIA, dates=(None, "2015-01-01")),
        {"supply X1: time-indeterminate", "catch-all X1: time-indeterminate"},
    ),
    "no last day said of what is actual: the document's day is the last": (
        claim(TO_UTOPIA, dates=("2015-01-01", None)),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "between two windows": (
        claim(
            {"supplier": [RURITANIA], "recipient": [SYLDAVIA]}, dates=("2008-01-01", "2008-01-31")
        ),
        {"twice X1: lapsed"},
    ),
    "in the second window": (
        claim(
            {"supplier": [RURITANIA], "recipient": [SYLDAVIA]}, dates=("2013-01-01", "2013-12-31")
        ),
        {f"twice X1: {ALLEGED}"},
    ),
    "after the last window": (
        claim({"supplier": [RURITANIA], "recipient": [SYLDAVIA]}),
        {"twice X1: lapsed"},
    ),
    "a supplier that is no party": (
        claim({"supplier": [SYLDAVIA], "recipient": [UTOPIA]}),
        {"supply X4: actor-not-bound"},
    ),
    "a supplier recorded as no party": (
        claim({"supplier": [FLORIN], "recipient": [UTOPIA]}, dates=("2014-01-01", "2014-06-30")),
        {"supply X6: recorded-outside"},
    ),
    "and of whom nothing is recorded for a part of the time": (
        claim({"supplier": [FLORIN], "recipient": [UTOPIA]}, dates=("2011-12-01", "2012-01-31")),
        {"supply X6: actor-not-bound"},
    ),
    "recorded as no party, towards whoever it may be": (
        claim({"supplier": [FLORIN], "recipient": [SYLDAVIA]}, dates=("2013-01-01", "2013-12-31")),
        {"twice X6: recorded-outside"},
    ),
    "recorded as no party, with an item that no norm touches": (
        claim({"supplier": [FLORIN], "recipient": [UTOPIA]}, item="food"),
        set(),
    ),
    "recorded as outside a treaty that hangs on a norm which it would breach": (
        claim(
            {"supplier": [ZENDA], "recipient": [UTOPIA]},
            item="drones",
            dates=("2010-01-01", "2010-02-01"),
        ),
        {f"revived X7: {ALLEGED}", "treaty X7: recorded-outside"},
    ),
    "and on none that it would breach": (
        claim({"supplier": [ZENDA], "recipient": [SYLDAVIA]}, item="drones"),
        set(),
    ),
    "a supplier that was a party until 2015": (
        claim({"supplier": [OSSIAN], "recipient": [UTOPIA]}, dates=("2014-01-01", "2014-06-30")),
        {f"supply X5: {ALLEGED}", "catch-all X5: condition-unclaimed"},
    ),
    "and may have been one at the time": (
        claim({"supplier": [OSSIAN], "recipient": [UTOPIA]}, dates=("2014-12-01", "2015-01-31")),
        {"supply X5: time-indeterminate", "catch-all X5: time-indeterminate"},
    ),
    "and is one no more": (
        claim({"supplier": [OSSIAN], "recipient": [UTOPIA]}),
        {"supply X5: actor-not-bound"},
    ),
    "an item broader than the norm": (
        claim(TO_UTOPIA, item="military-equipment-unspecified"),
        {"supply X1: item-underspecified", UNCLAIMED},
    ),
    "an item that the norm does not touch": (
        claim(TO_UTOPIA, item="food"),
        {"catch-all X1: carved-out"},
    ),
    "sought": (
        claim(TO_UTOPIA, Said(status=Status.SOUGHT)),
        {f"supply X1: {PROSPECTIVE}", UNCLAIMED},
    ),
    "feared": (
        claim(TO_UTOPIA, Said(stance=Stance.ENTERTAINS, status=Status.POTENTIAL)),
        {f"supply X1: {PROSPECTIVE}", UNCLAIMED},
    ),
    "left open whether it took place": (
        claim(TO_UTOPIA, Said(stance=Stance.ENTERTAINS)),
        {f"supply X1: {PROSPECTIVE}", UNCLAIMED},
    ),
    "no comment on whether it took place": (
        claim(TO_UTOPIA, Said(stance=Stance.DECLINES)),
        set(),
    ),
    "announced, and then affirmed": (
        claim(TO_UTOPIA, Said(status=Status.PLANNED), Said()),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "spoken of in general": (
        claim(TO_UTOPIA, Said(status=Status.GENERIC)),
        set(),
    ),
    "condemned in words that take no position": (
        claim(TO_UTOPIA, Said(stance=None)),
        set(),
    ),
    "denied and affirmed by nobody": (
        claim(TO_UTOPIA, Said(stance=Stance.DENIES)),
        set(),
    ),
    "denied by one and affirmed by another": (
        claim(TO_UTOPIA, Said(), Said(stance=Stance.DENIES, speaker=UTOPIA)),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "affirmed and retracted": (
        claim(TO_UTOPIA, Said(), Said(stance=Stance.RETRACTS)),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "no supplier named": (
        claim({"recipient": [UTOPIA]}),
        {"supply -: actor-unspecified"},
    ),
    "no recipient named": (
        claim({"supplier": [UTOPIA]}),
        {"procure -: actor-unspecified", f"export X2: {ALLEGED}"},
    ),
    "no supplier named, and a purpose that the catch-all asks for": (
        claim({"recipient": [UTOPIA]}, item="any-item", purpose=ConductKind.WAR_OF_AGGRESSION),
        {"catch-all -: actor-unspecified"},
    ),
    "parties whose ends are not told apart": (
        claim({"party": [UTOPIA, RURITANIA]}, item="arms"),
        {
            "supply -: direction-unspecified",
            "procure -: direction-unspecified",
            "export -: direction-unspecified",
        },
    ),
    "a purpose of the kind that the norm asks for": (
        claim(TO_UTOPIA, item="any-item", purpose=ConductKind.USE_OF_FORCE),
        {f"catch-all X1: {ALLEGED}", "supply X1: item-underspecified"},
    ),
    "a purpose of another kind": (
        claim(TO_UTOPIA, purpose=ConductKind.PROLONGING_WAR),
        {f"supply X1: {ALLEGED}", UNCLAIMED},
    ),
    "a carrier that is a party": (
        claim({"supplier": [SYLDAVIA], "recipient": [UTOPIA], "via": [FREEDONIA]}),
        {"supply X4: actor-not-bound", f"carry X3: {ALLEGED}"},
    ),
    "a party to the convention that supplies itself": (
        claim({"supplier": [UTOPIA], "recipient": [UTOPIA]}),
        {f"export X2: {ALLEGED}"},
    ),
    "two suppliers, one of them a party": (
        claim({"supplier": [SYLDAVIA, FREEDONIA], "recipient": [UTOPIA]}),
        {
            "supply X4: actor-not-bound",
            f"supply X3: {ALLEGED}",
            "catch-all X3: condition-unclaimed",
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    """The findings on an invented transfer are exactly these."""
    world, expected = CASES[name]
    assert outcome_of(world) == expected


def test_a_record_of_no_membership_is_what_the_test_rests_on() -> None:
    """That the actor is not bound has the mark of the record, and the other norm was found."""
    ends = {"supplier": [ZENDA], "recipient": [UTOPIA]}
    world = claim(ends, item="drones", dates=("2010-01-01", "2010-02-01"))
    findings = list(infer(store_of(world)))
    tested = outcomes(findings, "treaty", ZENDA)
    assert (tested["bound"], tested["dependence"]) == (Outcome.NOT_MET, Outcome.MET)
    (iri,) = {row["f"] for row in rows_of(findings) if row["n"] == "treaty"}
    marks = {
        last(quad.object)
        for quad in findings
        if quad.predicate.value == Ata.verification and str(quad.subject).endswith(f"/{iri}/bound>")
    }
    assert marks == {Verification.CORPUS, Verification.CORPUS_PARTIAL}


def exempting(granter: str, speaker: str) -> World:
    """Return a supply of tanks to the target, with an exemption that somebody speaks of."""
    return World(
        claims=[Claimed(supplier=[RURITANIA], recipient=[UTOPIA])],
        exemptions=[Exempted(of="t", norm="supply", granter=granter, speaker=speaker)],
    )


@pytest.mark.parametrize(
    ("granter", "speaker", "expected"),
    [
        (GRANTER, GRANTER, "exempted"),
        (GRANTER, RURITANIA, ALLEGED),
        (RURITANIA, RURITANIA, ALLEGED),
    ],
)
def test_only_the_granter_exempts(granter: str, speaker: str, expected: str) -> None:
    """An exemption counts when its granter says so, and nobody grants one to himself."""
    assert outcome_of(exempting(granter, speaker)) == {f"supply X1: {expected}", UNCLAIMED}
