"""Invented states under real norms: what is found, what is not, and why.

One invented report says "case 1", "case 2" and so on; each case is a claim on these words. What is
invented is everybody's conduct; the norms are those of ``data/instruments``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.annotations import read_annotated
from kg.inference import infer
from kg.iris import claim_iri
from kg.quads import lift_annotated, lift_ontology, lift_reference, to_nquads
from kg.reference import read_reference
from kg.resources import DATA
from kg.store import load
from kg.vocab import Ata
from tests.inference.invented import last, rows_of

ALLEGED, PROSPECTIVE, NONE = "AllegedViolation", "ProspectiveViolation", "nothing"
TEXT = "2026-01-01-invented"

ACTORS = """\
format: kg-actors/1
actors:
  x-ruritania: {kind: state, name: Ruritania, verification: background, memberships: [
    {grouping: un-members, from: 1950-01-01, verification: background},
    {grouping: all-states, verification: background}]}
  x-syldavia: {kind: state, name: Syldavia, verification: background, memberships: [
    {grouping: un-members, from: 2012-01-01, verification: background},
    {grouping: all-states, verification: background}]}
  x-ossian: {kind: state, name: Ossian, verification: background, memberships: [
    {grouping: all-states, verification: background}]}
  x-zenda: {kind: state, name: Zenda, verification: background, memberships: [
    {grouping: un-members, from: 1950-01-01, verification: background},
    {grouping: all-states, verification: background},
    {grouping: att-parties, from: 2015-01-01, verification: background},
    {grouping: eu-members, from: 2010-01-01, until: 2020-02-01, verification: background}]}
  x-raiders: {kind: non-state-group, name: Raiders, verification: background, memberships: [
    {grouping: drc-nongovernment, from: 2010-01-01, verification: background},
    {grouping: darfur-belligerents, from: 2010-01-01, verification: background},
    {grouping: yemen-2216-listed, from: 2022-02-28, verification: background}]}
  x-carriers: {kind: organization, name: Carriers, verification: background}
"""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A transfer as an annotation file has it, and what comes of it by norm and actor.

    ``expected`` leads from ``norm actor`` to a kind of finding, to the reason why the norm does not
    apply, or to nothing; norms that it does not name are not judged.
    """

    transfer: str
    expected: Mapping[str, str]
    stance: str = "asserts"
    status: str = "completed"
    purpose: str | None = None


R, S, N, Z = "x-ruritania", "x-syldavia", "x-ossian", "x-zenda"


def to(target: str, item: str, date: str, *, supplier: str = R, **more: str) -> str:
    rest = "".join(f", {key}: {value}" for key, value in more.items())
    return f"{{supplier: {supplier}, recipient: {target}, item: {item}, date: {date}{rest}}}"


def fro(source: str, item: str, date: str, *, recipient: str = R) -> str:
    return f"{{supplier: {source}, recipient: {recipient}, item: {item}, date: {date}}}"


TANKS, RIFLES, SHELLS = "battle-tanks", "small-arms", "artillery-ammunition"
ARMS, MISSILES = "arms-and-related-materiel", "ballistic-missiles"

CASES: dict[str, Case] = {
    # ---- to the DPRK: widening step by step, with the exception for small arms in between
    "tanks to the DPRK before 1718": Case(
        transfer=to("KP", TANKS, "2006-10-13"),
        expected={f"1718-8a-i {R}": "not-yet-in-force", f"1874-10 {R}": "not-yet-in-force"},
    ),
    "tanks to the DPRK on the first day of 1718": Case(
        transfer=to("KP", TANKS, "2006-10-14"),
        expected={f"1718-8a-i {R}": ALLEGED, f"1874-10 {R}": "not-yet-in-force"},
    ),
    "tanks to the DPRK in a month that straddles it": Case(
        transfer=to("KP", TANKS, "2006-10"),
        expected={f"1718-8a-i {R}": "time-indeterminate"},
    ),
    "rifles to the DPRK between 1718 and 1874": Case(
        transfer=to("KP", RIFLES, "2008-05"),
        expected={f"1718-8a-i {R}": NONE, f"1874-10 {R}": "carved-out"},
    ),
    "rifles to the DPRK under the exception": Case(
        transfer=to("KP", RIFLES, "2012-05"),
        expected={f"1874-10 {R}": "carved-out", f"2270-6 {R}": "not-yet-in-force"},
    ),
    "rifles to the DPRK on the last day of the exception": Case(
        transfer=to("KP", RIFLES, "2016-03-01"),
        expected={f"2270-6 {R}": "not-yet-in-force"},
    ),
    "rifles to the DPRK on the day it ends": Case(
        transfer=to("KP", RIFLES, "2016-03-02"),
        expected={f"2270-6 {R}": ALLEGED, f"1874-10 {R}": ALLEGED},
    ),
    "rifles to the DPRK in a year that straddles it": Case(
        transfer=to("KP", RIFLES, "2016"),
        expected={f"2270-6 {R}": "time-indeterminate", f"1874-10 {R}": "time-indeterminate"},
    ),
    "arms to the DPRK, unspecified, in 2012": Case(
        transfer=to("KP", ARMS, "2012"),
        expected={f"1874-10 {R}": ALLEGED, f"1718-8a-i {R}": "item-underspecified"},
    ),
    "arms to the DPRK, sought": Case(
        transfer=to("KP", ARMS, "2020"),
        status="sought",
        expected={f"1874-10 {R}": PROSPECTIVE, f"2270-6 {R}": PROSPECTIVE},
    ),
    "arms to the DPRK, feared": Case(
        transfer=to("KP", ARMS, "2020"),
        stance="entertains",
        status="potential",
        expected={f"2270-6 {R}": PROSPECTIVE},
    ),
    "arms to the DPRK, from somebody not named": Case(
        transfer=f"{{recipient: KP, item: {ARMS}, date: 2020}}",
        expected={"2270-6 -": "actor-unspecified", f"2270-6 {R}": NONE},
    ),
    "arms to the DPRK by a state that is no member yet": Case(
        transfer=to("KP", TANKS, "2011-05", supplier=S),
        expected={f"1874-10 {S}": "actor-not-bound"},
    ),
    "arms to the DPRK in the month in which it becomes one": Case(
        transfer=to("KP", TANKS, "2011-12/2012-01", supplier=S),
        expected={f"1874-10 {S}": "time-indeterminate"},
    ),
    "arms to the DPRK by a member": Case(
        transfer=to("KP", TANKS, "2012-05", supplier=S), expected={f"1874-10 {S}": ALLEGED}
    ),
    "arms to the DPRK by a state that is no member at all": Case(
        transfer=to("KP", TANKS, "2020", supplier=N),
        expected={f"2270-6 {N}": "actor-not-bound"},
    ),
    "arms to the DPRK that somebody denies and nobody affirms": Case(
        transfer=to("KP", TANKS, "2020"), stance="denies", expected={f"2270-6 {R}": NONE}
    ),
    "arms to the DPRK spoken of as a kind": Case(
        transfer=to("KP", TANKS, "2020"), status="generic", expected={f"2270-6 {R}": NONE}
    ),
    "missiles to the DPRK": Case(
        transfer=to("KP", MISSILES, "2018"),
        expected={f"1718-8a-i {R}": ALLEGED, f"1718-8a-ii {R}": ALLEGED, f"2270-6 {R}": ALLEGED},
    ),
    "training for the DPRK": Case(
        transfer=to("KP", "technical-training", "2018"),
        expected={f"1718-8c-to {R}": ALLEGED, f"1874-10 {R}": ALLEGED},
    ),
    "training by the DPRK": Case(
        transfer=fro("KP", "technical-training", "2018"),
        expected={f"1718-8c-from {R}": ALLEGED, f"1874-9-states {R}": ALLEGED},
    ),
    "lorries to the DPRK, with no purpose said": Case(
        transfer=to("KP", "any-item", "2018"),
        expected={f"2270-8-to {R}": "condition-unclaimed"},
    ),
    "lorries to the DPRK, to build up its forces": Case(
        transfer=to("KP", "any-item", "2018"),
        purpose="military-capability-building",
        expected={f"2270-8-to {R}": ALLEGED, f"2270-6 {R}": "item-underspecified"},
    ),
    "food to the DPRK": Case(
        transfer=to("KP", "food", "2018"),
        purpose="military-capability-building",
        expected={f"2270-8-to {R}": "carved-out"},
    ),
    # ---- from the DPRK: no exception, and the DPRK itself is bound
    "rifles from the DPRK while small arms to it were excepted": Case(
        transfer=fro("KP", RIFLES, "2012"),
        expected={f"1874-9-states {R}": ALLEGED, "1874-9-dprk KP": ALLEGED},
    ),
    "rifles from the DPRK before 1874": Case(
        transfer=fro("KP", RIFLES, "2008"),
        expected={f"1874-9-states {R}": "not-yet-in-force", f"1718-8b-states {R}": NONE},
    ),
    "shells from the DPRK to a state that is no member": Case(
        transfer=fro("KP", SHELLS, "2020", recipient=N),
        expected={f"1874-9-states {N}": "actor-not-bound", "1874-9-dprk KP": ALLEGED},
    ),
    "shells from the DPRK to somebody not named": Case(
        transfer=f"{{supplier: KP, item: {SHELLS}, date: 2020}}",
        expected={"1874-9-states -": "actor-unspecified", "1874-9-dprk KP": ALLEGED},
    ),
    "shells from the DPRK, for use in a war": Case(
        transfer=fro("KP", SHELLS, "2020"),
        purpose="use-of-force",
        expected={f"2270-8-from {R}": ALLEGED, f"1874-9-states {R}": ALLEGED},
    ),
    "shells from the DPRK to a member of the European Union": Case(
        transfer=fro("KP", SHELLS, "2018", recipient=Z),
        expected={f"849-from {Z}": ALLEGED, f"1874-9-states {Z}": ALLEGED},
    ),
    "shells from the DPRK to one that has left it": Case(
        transfer=fro("KP", SHELLS, "2021", recipient=Z),
        expected={f"849-from {Z}": NONE, f"1874-9-states {Z}": ALLEGED},
    ),
    "shells from the DPRK to one that leaves in that month": Case(
        transfer=fro("KP", SHELLS, "2020-01/2020-02", recipient=Z),
        expected={f"849-from {Z}": "time-indeterminate"},
    ),
    # ---- Iran: windows that end on different days, and a return that is disputed
    "arms from Iran before 1747": Case(
        transfer=fro("IR", TANKS, "2007-01"),
        expected={f"1747-5-states {R}": "not-yet-in-force", "1747-5-iran IR": "not-yet-in-force"},
    ),
    "arms from Iran under 1747": Case(
        transfer=fro("IR", TANKS, "2010"),
        expected={f"1747-5-states {R}": ALLEGED, "1747-5-iran IR": ALLEGED},
    ),
    "arms from Iran under 2231": Case(
        transfer=fro("IR", TANKS, "2019"),
        expected={f"2231-B6b {R}": ALLEGED, f"1747-5-states {R}": "lapsed"},
    ),
    "arms from Iran on the day on which that ends": Case(
        transfer=fro("IR", TANKS, "2020-10-18"), expected={f"2231-B6b {R}": "lapsed"}
    ),
    "arms from Iran on the day before": Case(
        transfer=fro("IR", TANKS, "2020-10-17"), expected={f"2231-B6b {R}": ALLEGED}
    ),
    "missiles from Iran between the two ends": Case(
        transfer=fro("IR", MISSILES, "2022"),
        expected={f"2231-B4 {R}": ALLEGED, f"2231-B6b {R}": "lapsed"},
    ),
    "missiles from Iran after the second end": Case(
        transfer=fro("IR", MISSILES, "2024"),
        expected={f"2231-B4 {R}": "lapsed", f"1747-5-states {R}": "lapsed"},
    ),
    "missiles from Iran in a year that straddles it": Case(
        transfer=fro("IR", MISSILES, "2023"),
        expected={f"2231-B4 {R}": "time-indeterminate"},
    ),
    "drones from Iran of which the range is not said": Case(
        transfer=fro("IR", "uav", "2022"),
        expected={f"2231-B4 {R}": "item-underspecified"},
    ),
    "tanks to Iran under 1929": Case(
        transfer=to("IR", TANKS, "2012"), expected={f"1929-8 {R}": ALLEGED}
    ),
    "tanks to Iran under 2231": Case(
        transfer=to("IR", TANKS, "2018"),
        expected={f"2231-B5 {R}": ALLEGED, f"1929-8 {R}": "lapsed"},
    ),
    "tanks to Iran between 2020 and 2025": Case(
        transfer=to("IR", TANKS, "2022"),
        expected={f"2231-B5 {R}": "lapsed", f"1929-8 {R}": "lapsed"},
    ),
    "tanks to Iran in the period that is disputed": Case(
        transfer=to("IR", TANKS, "2025-11"), expected={f"1929-8 {R}": ALLEGED}
    ),
    "tanks to Iran in a month in which the dispute begins": Case(
        transfer=to("IR", TANKS, "2025-09"), expected={f"1929-8 {R}": "time-indeterminate"}
    ),
    "rifles to Iran, which 1929 leaves out": Case(
        transfer=to("IR", RIFLES, "2012"), expected={f"1929-8 {R}": NONE}
    ),
    # ---- listed actors, by the day of listing
    "rifles to a group before it is listed": Case(
        transfer=to("x-raiders", RIFLES, "2021"),
        expected={f"2216-14 {R}": "not-listed"},
    ),
    "rifles to the group after its listing": Case(
        transfer=to("x-raiders", RIFLES, "2022-03"), expected={f"2216-14 {R}": ALLEGED}
    ),
    "rifles to the group in a month that straddles its listing": Case(
        transfer=to("x-raiders", RIFLES, "2022-02"),
        expected={f"2216-14 {R}": "time-indeterminate"},
    ),
    "rifles to the government of Yemen": Case(
        transfer=to("YE", RIFLES, "2023"), expected={f"2216-14 {R}": NONE}
    ),
    # ---- non-government forces, whoever supplies them
    "rifles to a group in the DRC, by a state that is no member": Case(
        transfer=to("x-raiders", RIFLES, "2015", supplier=N), expected={f"1807-1 {N}": ALLEGED}
    ),
    "rifles to the government of the DRC": Case(
        transfer=to("CD", RIFLES, "2015"), expected={f"1807-1 {R}": NONE}
    ),
    "rifles to the group before 1807": Case(
        transfer=to("x-raiders", RIFLES, "2007"), expected={f"1807-1 {R}": NONE}
    ),
    # ---- territories
    "rifles to a belligerent in Darfur": Case(
        transfer=to("x-raiders", RIFLES, "2023", destination="p-darfur"),
        expected={f"1591-7 {R}": ALLEGED},
    ),
    "rifles to a belligerent, somewhere in Sudan": Case(
        transfer=to("x-raiders", RIFLES, "2023", destination="t-sd"),
        expected={f"1591-7 {R}": "place-unspecified"},
    ),
    "rifles to a belligerent, in another country": Case(
        transfer=to("x-raiders", RIFLES, "2023", destination="t-td"),
        expected={f"1591-7 {R}": "outside-territory"},
    ),
    "rifles to a belligerent, no place said": Case(
        transfer=to("x-raiders", RIFLES, "2023"), expected={f"1591-7 {R}": "place-unspecified"}
    ),
    "rifles to somebody else in Darfur": Case(
        transfer=to(N, RIFLES, "2023", destination="p-darfur"), expected={f"1591-7 {R}": NONE}
    ),
    "rifles into Libya, whoever receives them": Case(
        transfer=to("x-carriers", RIFLES, "2015", destination="p-jufra"),
        expected={f"1970-9 {R}": ALLEGED, f"748-5 {R}": "lapsed"},
    ),
    "rifles to Libya, no place said": Case(
        transfer=to("LY", RIFLES, "2015"), expected={f"1970-9 {R}": ALLEGED}
    ),
    "rifles to Libya before 1970": Case(
        transfer=to("LY", RIFLES, "2010"), expected={f"1970-9 {R}": "not-yet-in-force"}
    ),
    "rifles from Libya": Case(
        transfer=fro("LY", RIFLES, "2015"),
        expected={f"1970-10-states {R}": ALLEGED, "1970-10-libya LY": ALLEGED},
    ),
    "mercenaries into Libya": Case(
        transfer=to("x-carriers", "armed-mercenary-personnel", "2020", destination="t-ly"),
        expected={f"1970-9 {R}": ALLEGED},
    ),
    "rifles into Somalia after the embargo": Case(
        transfer=to("SO", RIFLES, "2024"), expected={f"733-5 {R}": "lapsed"}
    ),
    "rifles into the Central African Republic under the embargo": Case(
        transfer=to("CF", RIFLES, "2020"), expected={f"2127-54 {R}": ALLEGED}
    ),
    "rifles into it on the day on which it is lifted": Case(
        transfer=to("CF", RIFLES, "2024-07-30"), expected={f"2127-54 {R}": "lapsed"}
    ),
    "rifles into South Sudan": Case(
        transfer=to("SS", RIFLES, "2020"), expected={f"2428-4 {R}": ALLEGED}
    ),
    "tanks into Haiti while small arms alone were barred": Case(
        transfer=to("HT", TANKS, "2024-05"),
        expected={f"2699-14 {R}": NONE, f"2752-2 {R}": "not-yet-in-force"},
    ),
    "rifles into Haiti at that time": Case(
        transfer=to("HT", RIFLES, "2024-05"), expected={f"2699-14 {R}": ALLEGED}
    ),
    # ---- a treaty that depends on other norms, and binds its parties from their accession
    "tanks to the DPRK by a party to the Arms Trade Treaty": Case(
        transfer=to("KP", TANKS, "2018", supplier=Z),
        expected={f"att-6-1 {Z}": ALLEGED, f"2270-6 {Z}": ALLEGED},
    ),
    "tanks to the DPRK before it was a party": Case(
        transfer=to("KP", TANKS, "2014-12-25/2014-12-31", supplier=Z),
        expected={f"att-6-1 {Z}": NONE, f"1874-10 {Z}": ALLEGED},
    ),
    "tanks to the DPRK by one that is no party": Case(
        transfer=to("KP", TANKS, "2018"), expected={f"att-6-1 {R}": NONE, f"2270-6 {R}": ALLEGED}
    ),
    "tanks by the party to somebody under no embargo": Case(
        transfer=to(N, TANKS, "2018", supplier=Z), expected={f"att-6-1 {Z}": NONE}
    ),
    "tanks by the party to Iran after the embargo": Case(
        transfer=to("IR", TANKS, "2022", supplier=Z),
        expected={f"att-6-1 {Z}": NONE, f"2231-B5 {Z}": "lapsed"},
    ),
    # ---- norms that say something and prohibit nothing
    "carriers between members": Case(
        transfer=to("KP", TANKS, "2018", via="x-carriers"),
        expected={f"2270-6 {R}": ALLEGED, "2270-6 x-carriers": NONE},
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Read, lift and infer all cases at once; return what came of each, by norm and actor."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "actors").mkdir()
    (folder / "actors" / "invented.yaml").write_text(ACTORS, "utf-8")
    reference = read_reference([DATA, folder])
    file = _write(folder, CASES.values())
    quads = [*lift_ontology(), *lift_reference(reference)]
    quads += lift_annotated(read_annotated(file, reference))
    of_claim = {claim_iri(TEXT, f"case-{n}"): name for n, name in enumerate(CASES, 1)}
    outcomes: dict[str, dict[str, str]] = {name: {} for name in CASES}
    findings = infer(load([to_nquads(quads)]))
    transfers = {
        last(quad.subject): quad.object.value
        for quad in findings
        if quad.predicate.value == Ata.transfer and isinstance(quad.object, ox.NamedNode)
    }
    for row in rows_of(findings):
        outcomes[of_claim[transfers[row["f"]]]][f"{row['n']} {row['a']}"] = row["what"]
    return outcomes


def _write(folder: Path, cases: Iterable[Case]) -> Path:
    every = list(enumerate(cases, 1))
    data = ("Report: " + ", ".join(f"case {n}" for n, _ in every) + ". The end.\n").encode()
    (folder / f"{TEXT}.txt").write_bytes(data)
    digest = sha256(data).hexdigest()
    lines = [
        "format: kg-annotation/1",
        f"text: {{file: {TEXT}.txt, sha256: {digest}, language: en, kind: verbatim}}",
        "document: {title: Cases, kind: report, date: 2026-01-01, issued-by: x-ossian}",
        "annotation: {by: the test, date: 2026-01-01}",
        "parts: {all: {quote: 'Report […] The end.', speaker: x-ossian}}",
        "claims:",
    ]
    for number, case in every:
        quote = f"'[[case {number}]]{'.' if number == len(every) else ','}'"
        transfer = case.transfer
        if case.purpose:
            transfer = transfer.removesuffix("}") + f", purpose: purpose-{number}}}"
            lines += [
                f"  purpose-{number}:",
                f"    conduct: {{kind: {case.purpose}}}",
                f"    said: {{quote: {quote}, stance: asserts, status: planned}}",
            ]
        lines += [
            f"  case-{number}:",
            f"    transfer: {transfer}",
            f"    said: {{quote: {quote}, stance: {case.stance}, status: {case.status}}}",
        ]
    path = folder / f"{TEXT}.ann.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_there_are_sixty_cases() -> None:
    """And more: each direction, window, list, territory, exception and treaty has some."""
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, found: dict[str, dict[str, str]]) -> None:
    """Each norm that the case names comes out as expected, or is not found at all."""
    outcome = found[name]
    expected = CASES[name].expected
    assert {key: outcome.get(key, NONE) for key in expected} == expected
