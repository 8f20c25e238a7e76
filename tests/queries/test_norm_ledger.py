"""The ledger of norms on the bundled data: cells, windows, changes, bonds and citations."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import KgError, open_graph
from kg.cli import kg
from kg.front.graph import Graph
from kg.inference import read_calendar
from kg.queries.facts import Facts
from kg.queries.norm_clock import norm_changes
from kg.queries.norm_ledger.rows import ChangeKind, CitedNorms, LedgerCell
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.steps import How, What
from tests.conftest import ROOT, SEED


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def said(cell: LedgerCell) -> set[tuple[str, str, str]]:
    """Return who is told what by which norm, without what is open or no prohibition."""
    return {
        (entry.says.value, entry.norm, entry.binds.actor.id)
        for entry in cell.entries
        if not entry.is_open
    }


def one(graph: Graph, **asked: str) -> LedgerCell:
    (cell,) = graph.norm_table(**asked).cells
    return cell


def test_arms_from_the_dprk_are_barred_at_both_ends(graph: Graph) -> None:
    cell = one(graph, supplier="KP", recipient="RU", item="ammunition", on="2023-09-01")
    assert said(cell) == {
        ("prohibited", "1874-9-dprk", "KP"),
        ("prohibited", "1874-9-states", "RU"),
        ("clarified", "2270-7-from", "RU"),
    }
    assert cell.says == ("prohibited", "exhorted", "permitted", "clarified")
    assert (cell.since, cell.last) == ("2023-09-01", "2023-09-01")
    by_name, as_member = (entry.binds for entry in cell.entries[:2])
    assert (by_name.through, by_name.undated) == (None, False)
    assert as_member.through is not None
    assert (as_member.through.id, as_member.undated, as_member.checked) == (
        "un-members",
        True,
        "background",
    )


def test_the_ledger_and_the_replay_tell_the_same_days(graph: Graph) -> None:
    """Of windows, exceptions and memberships; a window open at once is told with its norm."""
    clock = norm_changes(Facts(graph.store), read_calendar(graph.store))
    told = {(each.what, each.how, day, each.id) for day, of in clock.items() for each in of}
    ledger = graph.norm_changes("0001-01-01", "9999-12-30").changes

    def replayed(what: What, how: How) -> set[tuple[str, str]]:
        return {(day, id_) for this, that, day, id_ in told if (this, that) == (what, how)}

    def listed(*kinds: ChangeKind) -> set[tuple[str, str]]:
        return {(each.day, each.norm) for each in ledger if each.kind in kinds}

    assert replayed(What.WINDOW, How.ENDED) == listed(ChangeKind.ENDS)
    assert replayed(What.EXCEPTION, How.ENDED) == listed(ChangeKind.EXCEPTION_ENDS)
    adopted = {norm: day for day, norm in replayed(What.NORM, How.ADDED)}
    began, opened = replayed(What.WINDOW, How.BEGAN), listed(ChangeKind.BEGINS, ChangeKind.RETURNS)
    assert began < opened
    assert all(day <= adopted[norm] for day, norm in opened - began)
    joined = {
        (each.day, f"{each.member.id}/{each.grouping.id}")
        for each in ledger
        if each.kind is ChangeKind.MEMBERSHIP_BEGINS and each.member and each.grouping
    }
    # The ledger tells of those alone whom a norm in force on the day names.
    assert set() < joined <= replayed(What.MEMBERSHIP, How.BEGAN)


def test_small_arms_to_the_dprk_were_excepted_with_a_duty_until_the_day_of_2270(
    graph: Graph,
) -> None:
    windows = graph.norm_table(supplier="RU", recipient="KP", item="small-arms").cells
    assert [(cell.since, cell.last, said(cell)) for cell in windows] == [
        (None, "1945-10-23", set()),
        ("1945-10-24", "2009-06-11", set()),
        (
            "2009-06-12",
            "2013-03-06",
            {("excepted", "1874-10", "RU"), ("obliged", "1874-10-salw", "RU")},
        ),
        (
            "2013-03-07",
            "2016-03-01",
            {("excepted", "1874-10", "RU"), ("obliged", "1874-10-salw", "RU")},
        ),
        (
            "2016-03-02",
            None,
            {
                ("prohibited", "1874-10", "RU"),
                ("prohibited", "2270-6", "RU"),
                ("clarified", "2270-7-to", "RU"),
            },
        ),
    ]


def test_small_arms_from_the_dprk_never_were_excepted(graph: Graph) -> None:
    windows = graph.norm_table(supplier="KP", recipient="RU", item="small-arms").cells
    assert not any("excepted" in cell.says for cell in windows)


def test_what_may_have_been_excepted_is_named_beside_what_is_wider(graph: Graph) -> None:
    cell = one(
        graph, supplier="RU", recipient="KP", item="arms-and-related-materiel", on="2010-01-01"
    )
    (entry,) = (each for each in cell.entries if each.norm == "1874-10")
    assert entry.says.value == "prohibited"
    assert {each.id for each in entry.apart_from} == {"small-arms-light-weapons", "salw-materiel"}
    assert not entry.is_open


def test_the_windows_of_iran_end_and_come_back_disputed(graph: Graph) -> None:
    windows = graph.norm_table(supplier="IR", recipient="RU", item="mohajer-6").cells
    barred = [(cell.since, cell.last, cell.says[0]) for cell in windows if said(cell)]
    assert barred == [
        ("2007-03-24", "2016-01-15", "prohibited"),
        ("2016-01-16", "2020-10-17", "prohibited"),
        ("2025-09-28", None, "disputed"),
    ]
    disputed = windows[-1].entries[0]
    assert [each.id for each in disputed.rejected_by] == ["CN", "IR", "RU"]
    assert "US" in {each.id for each in disputed.held_by}


def test_on_a_day_before_the_dispute_nobody_knew_of_it(graph: Graph) -> None:
    known = graph.restrict(as_of="2020-01-01")
    windows = known.norm_table(supplier="IR", recipient="RU", item="mohajer-6").cells
    assert "disputed" not in {word for cell in windows for word in cell.says}


def test_a_norm_on_darfur_depends_on_the_place(graph: Graph) -> None:
    def of(place: str | None) -> tuple[bool, list[str]] | None:
        asked = {"supplier": "AE", "recipient": "rsf", "item": "ah-4", "on": "2024-06-01"}
        cell = one(graph, **asked, **({"place": place} if place else {}))
        found = [entry for entry in cell.entries if entry.norm == "1591-7"]
        return (found[0].is_open, [each.id for each in found[0].only_places]) if found else None

    assert of("p-darfur") == (False, [])
    assert of("t-sd") == (True, ["p-darfur"])
    assert of(None) == (True, ["p-darfur"])
    assert of("t-td") is None


def test_the_houthis_are_reached_from_the_day_of_their_listing(graph: Graph) -> None:
    windows = graph.norm_table(supplier="IR", recipient="houthis", item="ammunition").cells
    first = min(
        cell.since or ""
        for cell in windows
        for entry in cell.entries
        if (entry.norm, entry.binds.actor.id) == ("2216-14", "IR")
    )
    assert first == "2022-02-28"


def test_a_treaty_that_hangs_on_other_norms_names_those_breached(graph: Graph) -> None:
    cell = one(
        graph, supplier="CN", recipient="rsf", item="gb50a", place="p-darfur", on="2025-01-01"
    )
    (treaty,) = (entry for entry in cell.entries if entry.norm == "att-6-1")
    assert [each.id for each in treaty.depends_on] == ["1556-7-8", "1591-7"]
    assert not treaty.depends_open


def test_a_category_narrower_than_what_is_asked_is_named(graph: Graph) -> None:
    cell = one(graph, supplier="IR", recipient="RU", item="uav", on="2022-10-01")
    entry = next(each for each in cell.entries if each.norm == "2231-B4-iran")
    assert [each.id for each in entry.only_items] == ["category-i-uav"]
    assert [each.id for each in entry.exempted_by] == ["unsc"]


def test_what_is_left_out_is_spread(graph: Graph) -> None:
    """Over parties that norms name; whoever sends to a place stands in the row of anybody."""
    table = graph.norm_table(recipient="KP", item="battle-tanks", on="2024-01-01")
    rows = {cell.supplier.id if cell.supplier else None: cell for cell in table.cells}
    assert {"un-members", "eu-members", "RU"} <= rows.keys()
    assert ("prohibited", "2270-6", "un-members") in said(rows["un-members"])
    assert ("prohibited", "849-1-1a", "eu-members") in said(rows["eu-members"])
    out = graph.norm_table(supplier="AE", on="2024-01-01").cells
    libya = {
        cell.recipient.id if cell.recipient else None
        for cell in out
        for entry in cell.entries
        if entry.norm == "1970-9" and entry.is_open
    }
    assert libya == {None}


def test_kinds_of_item_come_from_the_norms_concerned(graph: Graph) -> None:
    items = {cell.item.id for cell in graph.norm_table(supplier="KP", recipient="RU").cells}
    assert {"arms-and-related-materiel", "brokering", "conventional-dual-use-items"} <= items
    assert "petroleum" not in items


def test_windows_follow_each_other_without_a_gap(graph: Graph) -> None:
    """What is asked without a day is told for every day, and neighbours never say the same."""
    cells: dict[tuple[object, object, str], list[LedgerCell]] = {}
    for cell in graph.norm_table().cells:
        cells.setdefault((cell.supplier, cell.recipient, cell.item.id), []).append(cell)
    assert len(cells) > 100
    for row in cells.values():
        assert (row[0].since, row[-1].last) == (None, None)
        for before, after in pairwise(row):
            assert before.last is not None
            assert after.since is not None
            assert before.last < after.since
            assert before.entries != after.entries


def test_a_window_says_what_each_of_its_days_says(graph: Graph) -> None:
    asked = {"supplier": "RU", "recipient": "KP", "item": "small-arms"}
    for cell in graph.norm_table(**asked).cells:
        for day in {cell.since, cell.last} - {None}:
            assert one(graph, **asked, on=day or "").entries == cell.entries


def test_the_whole_table_takes_less_than_two_seconds(graph: Graph) -> None:
    begun = time.process_time()
    assert graph.norm_table().cells
    assert time.process_time() - begun < 2


def test_changes_of_2016_for_the_dprk(graph: Graph) -> None:
    found = graph.norm_changes("2016-01-01", "2016-12-31", party="KP")
    assert [(each.day, each.kind.value, each.norm) for each in found.changes] == [
        ("2016-03-02", "begins", "2270-6"),
        ("2016-03-02", "begins", "2270-7-from"),
        ("2016-03-02", "begins", "2270-7-to"),
        ("2016-03-02", "begins", "2270-8-from"),
        ("2016-03-02", "begins", "2270-8-to"),
        ("2016-03-02", "begins", "2270-9"),
        ("2016-03-02", "ends", "1874-10-salw"),
        ("2016-03-02", "exception-ends", "1874-10"),
        ("2016-05-27", "begins", "849-1-1a"),
        ("2016-05-27", "begins", "849-from"),
        ("2016-11-30", "begins", "2321-4"),
        ("2016-11-30", "begins", "2321-7-from"),
        ("2016-11-30", "begins", "2321-7-to"),
    ]
    ended = found.changes[7]
    assert [each.id for each in ended.by] == ["2270-6"]
    assert {each.id for each in ended.items} == {"small-arms-light-weapons", "salw-materiel"}
    assert [each.id for each in found.changes[6].by] == ["unsc-2270"]
    many = graph.norm_changes("2016-01-01", "2016-12-31", party="KP", as_member=True)
    assert len(many.changes) - len(found.changes) == found.as_one_of_many > 0
    assert many.as_one_of_many == 0


def test_a_listing_and_a_return_are_changes(graph: Graph) -> None:
    (listing,) = (
        each
        for each in graph.norm_changes("2022-02-28", "2022-02-28").changes
        if each.kind.value == "membership-begins"
    )
    assert listing.member is not None
    assert (listing.member.id, listing.norm, listing.membership_checked) == (
        "houthis",
        "2216-14",
        "corpus",
    )
    returned = graph.norm_changes("2025-09-28", "2025-09-28", party="IR").changes
    assert {each.norm for each in returned} == {
        "1737-3-4",
        "1747-5-iran",
        "1747-5-states",
        "1747-6",
        "1929-8",
    }
    assert {each.kind.value for each in returned} == {"returns"}
    assert all(each.held_by and each.rejected_by for each in returned)


def test_nothing_changes_in_the_eyes_of_an_earlier_day(graph: Graph) -> None:
    assert graph.restrict(as_of="2015-12-31").norm_changes("2016-03-02", "2016-03-02").changes == ()


def test_who_is_bound_by_name_and_as_one_of_many(graph: Graph) -> None:
    norms = {each.norm: each for each in graph.binding_norms("KP", "2023-10-26")}
    assert norms["1874-9-dprk"].bond.through is None
    assert [each.id for each in norms["1970-9"].only_places] == ["t-ly"]
    through = norms["1970-9"].bond.through
    assert through is not None
    assert (through.id, norms["1970-9"].bond.undated) == ("un-members", True)
    assert "1718-8a-i" not in norms  # nobody supplies himself
    assert "1747-5-iran" not in norms
    assert not graph.binding_norms("houthis", "2023-10-26")


def cited(graph: Graph, text: str, name: str) -> CitedNorms:
    (found,) = (each for each in graph.cited_norms(text=text) if each.name == name)
    return found


def test_words_that_number_no_resolution_have_candidates_beside_the_reading(graph: Graph) -> None:
    """The annotator and the program differ in one norm, and neither is made to agree."""
    found = cited(graph, SEED, "multiple-resolutions")
    assert [words.exact for words in found.words] == [("multiple UN Security Council resolutions",)]
    read = {each.id for each in found.read_as}
    candidates = {each.norm: [ground.value for ground in each.grounds] for each in found.candidates}
    assert candidates.keys() - read == {"2270-8-from"}
    assert read - candidates.keys() == set()
    assert candidates["2270-6"] == ["bars"]
    assert candidates["2270-8-to"] == ["bars-if"]


def test_named_resolutions_are_the_only_candidates(graph: Graph) -> None:
    found = cited(graph, "2024-01-09-joint", "resolutions")
    assert found.read_as == ()
    instruments = {each.citation.split(",")[0] for each in found.candidates}
    assert instruments == {"S/RES/1718 (2006)", "S/RES/1874 (2009)", "S/RES/2270 (2016)"}
    by = {each.norm: each for each in found.candidates}
    assert [ground.value for ground in by["1874-9-dprk"].grounds] == [
        "found",
        "bars",
        "instrument-named",
    ]
    assert set(by["1874-9-dprk"].findings) <= {row.id for row in graph.findings()}
    assert by["1874-10-salw"].standing.value == "not-in-force"


@pytest.mark.parametrize(
    ("text", "name", "norms"),
    [
        ("2024-04-25-poe-kharkiv", "procurement-ban", {"1718-8b-dprk", "1718-8b-states"}),
        ("2025-05-08-amnesty", "darfur-embargo", {"1591-7"}),
        ("2025-05-08-amnesty", "att-article-11", {"att-11"}),
        ("2025-08-28-e3-snapback", "snapback", set()),  # no norm stands in the paragraphs named
        ("2018-02-26-veto", "resolution-2402", set()),  # no norm of that resolution is held
        (SEED, "relevant-resolutions", set()),  # the text does not say of which transfer
    ],
)
def test_what_words_name_narrows_the_candidates(
    graph: Graph, text: str, name: str, norms: set[str]
) -> None:
    assert {each.norm for each in cited(graph, text, name).candidates} == norms


def test_without_anybody_s_word_nothing_is_found_on_the_transfer(graph: Graph) -> None:
    silent = graph.restrict(according_to=["KP"])
    found = cited(silent, "2024-01-09-joint", "resolutions")
    assert "found" not in {ground.value for each in found.candidates for ground in each.grounds}


def test_what_the_graph_does_not_have_is_told_at_once(graph: Graph) -> None:
    with pytest.raises(KgError) as caught:
        graph.norm_table(supplier="KPX", item="ammo", place="p-dafur", on="2023")
    told = str(caught.value)
    for word in ("'KPX'", "'ammo'", "'p-dafur'", "'2023'", "p-darfur"):
        assert word in told
    with pytest.raises(KgError, match="no text 'nowhere'"):
        graph.cited_norms(text="nowhere")
    with pytest.raises(KgError, match="no actor 'nobody'"):
        graph.binding_norms("nobody", "2023-10-26")
    with pytest.raises(KgError, match="lies before the first"):
        graph.norm_changes("2020-02-01", "2020-01-01")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kg, ["ledger", *map(str, arguments)])


@pytest.mark.parametrize(
    ("arguments", "shape", "rows"),
    [
        (("table", "--from", "KP", "--to", "RU", "--on", "2023-09-01"), "kg-ledger/1", "cells"),
        (("changes", "2016-03-02", "2016-03-02"), "kg-ledger-changes/1", "changes"),
        (("bound", "KP", "--on", "2023-10-26"), "kg-ledger-bound/1", "norms"),
        (("citations", "--text", SEED), "kg-ledger-citations/1", "citations"),
    ],
)
def test_each_table_comes_in_every_form(
    bundled_build: Path, arguments: tuple[str, ...], shape: str, rows: str
) -> None:
    """Text, CSV, TSV and JSON; each with the words about it, and with what was left out of it."""
    options = ("--graph", bundled_build)
    restricted = run(*arguments, *options, "--as-of", "2024-01-01", "--json")
    assert "texts out by 2024-01-01" in restricted.stderr
    printed = json.loads(restricted.stdout)
    assert printed["format"] == shape
    assert printed["note"].endswith(NO_DETERMINATION)
    assert printed["restriction"]["as_of"] == "2024-01-01"
    assert printed[rows]
    for form in ("table", "csv", "tsv"):
        told = run(*arguments, *options, "--format", form)
        assert told.exit_code == 0
        assert NO_DETERMINATION in told.stderr
        assert told.stdout.endswith("\n")
    csv = run(*arguments, *options, "--format", "csv").stdout.splitlines()
    assert "how-far-checked" in csv[0]
    assert len(csv) > len(printed[rows])


def test_an_abstract_is_not_shown_as_a_quotation(bundled_build: Path) -> None:
    told = run("citations", "--text", "2024-01-09-joint", "--graph", bundled_build).stdout
    assert "[abstract, no quotation] Security Council resolutions 1718, 1874 and 2270" in told
    assert "“" not in told


def test_silence_is_said_and_explained(bundled_build: Path) -> None:
    """So are empty lists, which would look like an answer about the law."""
    build = ("--graph", bundled_build)
    table = run("table", "--from", "LY", "--to", "RU", "--item", "crude-oil", *build)
    assert table.stdout.splitlines()[-1] == "Crude oil, on every day: silent"
    assert "silent means that none of them speaks" in table.stderr
    spread = run("table", "--from", "houthis", "--item", "crude-oil", *build)
    assert spread.stdout == "silent\n"
    assert "No change is recorded" in run("changes", "2017-01-01", "2017-01-02", *build).stderr
    assert "No norm modelled here" in run("bound", "houthis", "--on", "2020-01-01", *build).stderr
    assert "No norm is cited" in run("citations", "--text", "2024-10-28-us-dod", *build).stderr


def _examples() -> list[tuple[str, str]]:
    """Return each command of the page with what it is said to print."""
    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    blocks = [part.split("```")[0] for part in page.split("```console\n")[1:]]
    commands = [each for block in blocks for each in block.split("$ kg ledger ")[1:]]
    return [tuple(each.split("\n", 1)) for each in commands]  # type: ignore[misc]  # two parts


@pytest.mark.parametrize(("command", "shown"), _examples())
def test_the_page_shows_what_the_commands_print(
    bundled_build: Path, command: str, shown: str
) -> None:
    """Each piece between two […] stands in the output, and in that order."""
    printed = run(*command.split(), "--graph", bundled_build).stdout
    at = 0
    pieces = [piece.strip("\n") for piece in shown.split("[…]\n")]
    assert any(pieces)
    for piece in pieces:
        found = printed.find(piece, at)
        assert found >= 0, piece
        at = found + len(piece)
    if "[…]" not in shown:
        assert printed == shown
