"""A withdrawal rehearsed is the withdrawal done."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import KgError, open_graph
from kg.cli import kg
from kg.front.build import build
from kg.front.graph import Graph
from kg.queries.corroboration import Taken
from kg.queries.losses import LossRow
from kg.queries.single_points import FoundRow, Single
from kg.queries.withdrawal import LostGround, Withdrawal, compare
from kg.resources import DATA
from tests.conftest import SEED

DENIAL = "2023-10-26-peskov"
REPEATED, REPEATING = "2024-09-11-araghchi", "2024-10-13-araghchi"
# Answered by several, answers several, repeated by another, repeats another, votes, neither.
TOLD = (SEED, "2024-01-10-nebenzia", REPEATED, REPEATING, "2024-03-28-veto", "2023-10-16-rusi")


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


def done(graph: Graph, *texts: str) -> Withdrawal:
    """Return what the whole graph loses when the rules are run again without ``texts``."""
    return compare(graph.picture(), graph.restrict(without=texts).picture())


@pytest.mark.parametrize("text", TOLD)
def test_the_rehearsal_of_a_text_is_the_graph_without_it(graph: Graph, text: str) -> None:
    """What is worked out from the neighbours alone is what all the rules give on all the rest."""
    assert graph.withdraw(text) == done(graph, text)


@pytest.mark.slow
def test_the_rehearsal_of_every_text_is_the_graph_without_it(graph: Graph) -> None:
    """No bundled text has a neighbour that is overlooked."""
    texts = [row.id for row in graph.picture().texts]
    assert len(texts) > 90
    for text in texts:
        assert graph.withdraw(text) == done(graph, text), text


def test_several_texts_go_together(graph: Graph) -> None:
    """Neighbours of each other are withdrawn as one."""
    texts = (SEED, DENIAL, REPEATED)
    assert graph.withdraw(*texts) == done(graph, *texts)


def test_a_build_without_the_text_and_the_links_to_it_is_the_rehearsal(
    graph: Graph, reference_alone: Path, tmp_path: Path
) -> None:
    """The text is deleted, and from others what says that they answer it or rest on it."""
    texts = tmp_path / "corpus" / "texts"
    shutil.copytree(DATA / "texts", texts)
    gone = ("2024-01-04-us-kirby", REPEATED, SEED)
    for text in gone:
        for suffix in (".txt", ".ann.yaml"):
            (texts / f"{text}{suffix}").unlink()
    links = sum(_unlink(path, gone) for path in texts.glob("*.ann.yaml"))
    build((reference_alone, tmp_path / "corpus"), tmp_path / "build", bundled=False)
    without = open_graph(tmp_path / "build")
    assert set(graph.restrict(without=gone).store) == set(without.store)
    rehearsed = graph.withdraw(*gone)
    assert rehearsed == compare(graph.picture(), without.picture())
    assert len(rehearsed.replies) + len(rehearsed.resting) == links > 2


def _unlink(path: Path, gone: tuple[str, ...]) -> int:
    """Take links to texts that are gone out of an annotation file; return how many there were."""
    words, links = path.read_text(encoding="utf-8"), 0
    for text in gone:
        claim = rf"{re.escape(text)}/[a-z0-9-]+"
        words, alone = re.subn(rf"(?m)^    answers: {claim}\n", "", words)
        words, listed = re.subn(rf"(?m)^      - {claim}\n", "", words)
        words, within = re.subn(rf"{claim}, |, {claim}(?=\])", "", words)
        resting = rf"(?m)^  rests-on:\n    text: {re.escape(text)}\n(    .*\n)+"
        words, rests = re.subn(resting, "", words)
        assert text not in words.partition("document:")[2], path.name
        links += alone + listed + within + rests
    path.write_text(words, encoding="utf-8")
    return links


def test_without_the_only_denial_a_finding_is_contested_no_longer(graph: Graph) -> None:
    """Nothing is gained by it: the finding stays as it was, and one voice fewer stands against."""
    withdrawal = graph.withdraw(DENIAL)
    assert withdrawal.findings == ()
    assert withdrawal.came == ()
    changed = [each for each in withdrawal.changed if each.before.kind == "alleged-violation"]
    assert {each.before.kind == each.after.kind for each in changed} == {True}
    assert changed
    for each in changed:
        assert each.before.contested_by
        assert not each.after.contested_by
        tests = {test.test: test.outcome for test in each.after.elements}
        assert tests["claimed"] == "met"


def test_with_an_origin_goes_what_rests_on_it(graph: Graph) -> None:
    """Alone, the text that repeats it stays and is named; as an origin, both go."""
    alone = graph.withdraw(REPEATED)
    assert alone.resting == (LostGround(text=REPEATING, on=REPEATED),)
    both = graph.withdraw(REPEATED, with_resting=True)
    assert [row.id for row in both.texts] == [REPEATED, REPEATING]
    assert both.resting == ()
    assert both == graph.withdraw(REPEATED, REPEATING) == done(graph, REPEATED, REPEATING)


def test_with_an_issuer_go_its_joint_texts_too(graph: Graph) -> None:
    """Whatever carries the name goes, whoever else has issued it."""
    withdrawal = graph.withdraw(issuers=["JP"])
    theirs = {row.id for row in graph.picture().texts if "JP" in row.issued_by}
    assert {row.id for row in withdrawal.texts} == theirs
    assert SEED in theirs
    assert withdrawal == done(graph, *theirs)


def test_a_withdrawal_is_rehearsed_on_what_counts_alone(graph: Graph) -> None:
    """On an earlier day, later replies are not missed."""
    earlier = graph.restrict(as_of="2023-10-26")
    withdrawal = earlier.withdraw(SEED)
    assert withdrawal == compare(earlier.picture(), earlier.restrict(without=[SEED]).picture())
    assert withdrawal.replies


def test_every_wrong_id_is_named_at_once(graph: Graph) -> None:
    with pytest.raises(KgError) as caught:
        graph.withdraw("2023-10-26-pesko", issuers=["XX", "US"])
    first, second = caught.value.problems
    assert (first.slug, first.hint) == ("not-in-graph", f"did you mean {DENIAL}?")
    assert (second.slug, "'XX'" in second.sentence) == ("not-in-graph", True)


def test_who_has_issued_nothing_is_told_so(graph: Graph) -> None:
    """Each of them, not the first alone."""
    with pytest.raises(KgError, match="issued-nothing") as caught:
        graph.withdraw(issuers=["pe-kirby", "pe-wood"])
    assert [each.slug for each in caught.value.problems] == ["issued-nothing", "issued-nothing"]


# ------------------------------------------------------------------- single points of failure


def _key(graph: Graph, row: FoundRow) -> set[str]:
    """Return the findings of the same kind, norm, actor and ends in ``graph``."""
    return {
        each
        for found in graph.what_is_found()
        if (found.kind, found.norm, found.agent, found.supplier, found.recipient)
        == (row.kind, row.norm, row.agent, row.supplier, row.recipient)
        for each in found.findings
    }


def _without(graph: Graph, kind: Single, id_: str) -> set[str]:
    """Return the findings that go with a text, an origin or an issuer."""
    match kind:
        case Single.TEXT:
            gone = graph.withdraw(id_)
        case Single.ORIGIN:
            gone = graph.withdraw(id_, with_resting=True)
        case Single.ISSUER:
            gone = graph.withdraw(issuers=[id_])
    return {row.id for row in gone.findings}


def test_every_finding_shown_is_in_one_row(graph: Graph) -> None:
    """No finding is counted twice, and none is left out but for a claimed purpose."""
    rows = graph.what_is_found()
    listed = [each for row in rows for each in row.findings]
    shown = {
        row.id
        for row in graph.findings()
        if row.kind != "non-application" and not row.rests_on_claimed_purpose
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == shown


def test_without_a_single_point_nothing_is_found_any_longer(graph: Graph) -> None:
    """Each text, origin or issuer that is named takes every finding of its row with it."""
    rows = [row for row in graph.what_is_found() if row.single]
    assert {row.single for row in rows} == {Single.TEXT, Single.ISSUER}
    for row in rows:
        assert row.single is not None
        for on in row.on:
            assert set(row.findings) <= _without(graph, row.single, on)


@pytest.mark.slow
def test_without_a_single_point_there_is_nothing_that_one_withdrawal_takes_away(
    graph: Graph,
) -> None:
    """Where several are said to stand behind it, something is left whatever one withdraws."""
    texts = graph.picture().texts
    lost = {
        (kind, each): _without(graph, kind, each)
        for kind, ids in (
            (Single.ORIGIN, [row.id for row in texts]),
            (Single.ISSUER, sorted({issuer for row in texts for issuer in row.issued_by})),
        )
        for each in ids
    }
    rows = [row for row in graph.what_is_found() if row.single is None]
    assert rows
    for row in rows:
        assert not [each for each, gone in lost.items() if set(row.findings) <= gone]


def test_an_origin_behind_two_texts_is_a_single_point(graph: Graph) -> None:
    """The texts of a row are two, and the one rests on the other."""
    from dataclasses import replace  # noqa: PLC0415  # here alone

    from kg.queries.rows import RestingRow  # noqa: PLC0415  # as above
    from kg.queries.single_points import what_is_found  # noqa: PLC0415  # as above

    picture = graph.picture()
    (row, *_) = (row for row in graph.what_is_found() if row.single is Single.ISSUER)
    first, second = row.backing.documents
    resting = (RestingRow(text=first, verification="corpus", note="It says so."),)
    texts = tuple(
        replace(each, rests_on=resting) if each.id == second else each for each in picture.texts
    )
    findings = [each for each in picture.findings if each.id in row.findings]
    (found,) = what_is_found(replace(picture, texts=texts), findings)
    assert (found.single, found.on) == (Single.ORIGIN, (first,))
    assert (len(found.backing.documents), len(found.backing.origins)) == (2, 1)


# ------------------------------------------------------------------- what one finding loses


def _rehearsed(graph: Graph, finding: str, row: LossRow) -> tuple[bool, tuple[str, ...]]:
    """Return whether the finding goes, and who contests it afterwards, as a rehearsal has it."""
    match row.kind:
        case Single.TEXT:
            gone = graph.withdraw(row.withdrawn)
        case Single.ORIGIN:
            gone = graph.withdraw(row.withdrawn, with_resting=True)
        case Single.ISSUER:
            gone = graph.withdraw(issuers=[row.withdrawn])
    if any(each.id == finding for each in gone.findings):
        return True, ()
    (changed,) = (each for each in gone.changed if each.before.id == finding)
    return False, changed.after.contested_by


def test_what_a_finding_loses_is_what_a_rehearsal_takes_from_it(graph: Graph) -> None:
    """The list says of each text, origin and issuer what the withdrawal does."""
    contested = [row for row in graph.findings() if row.kind == "alleged-violation"]
    contested.sort(key=lambda row: (-len(row.contested_by), row.id))
    for finding in contested[:2]:
        rows = graph.losses(finding.id)
        assert {row.kind for row in rows} >= {Single.TEXT, Single.ISSUER}
        for row in rows:
            assert _rehearsed(graph, finding.id, row) == (row.is_gone, row.left)
            assert row.is_gone or row.silenced


# ------------------------------------------------------------------- who stands behind


def test_a_repeated_denial_is_two_texts_of_one_origin_and_one_voice(graph: Graph) -> None:
    """Three denials of missiles by one ministry: one repeats another, and all are one voice."""
    rows = graph.alike(supplier="IR", recipient="RU", item="ballistic-missiles")
    row = next(row for row in rows if row.item == "ballistic-missiles")
    denied = row.backing(Taken.NEGATED)
    assert denied.documents == ("2022-11-05-amirabd", REPEATED, REPEATING)
    assert (len(denied.origins), len(denied.voices)) == (2, 1)
    assert denied.issuers == ("ir-mfa",)
    affirmed = row.backing(Taken.AFFIRMED)
    assert affirmed.documents == ("2024-09-10-blinken",)


def test_a_denial_of_the_wider_kind_reaches_the_narrower_and_an_affirmation_does_not(
    graph: Graph,
) -> None:
    """Whoever affirms arms affirms no rockets; whoever denies arms denies rockets too."""
    rows = {row.item: row for row in graph.alike(supplier="KP", recipient="RU")}
    wide, narrow = rows["arms-and-related-materiel"], rows["rocket-122mm"]
    assert wide.backing(Taken.AFFIRMED).documents
    assert not narrow.backing(Taken.AFFIRMED).documents
    denied = set(wide.backing(Taken.NEGATED).documents)
    assert DENIAL in denied
    assert denied <= set(narrow.backing(Taken.NEGATED).documents)


def test_ids_that_are_not_there_are_told(graph: Graph) -> None:
    for wrong in ({"supplier": "XX"}, {"recipient": "XX"}, {"item": "ballistic-missile"}):
        with pytest.raises(KgError, match="not-in-graph"):
            graph.alike(**wrong)


# ------------------------------------------------------------------- as commands


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kg, [str(each) for each in arguments])


def test_the_page_shows_what_the_commands_print(bundled_build: Path) -> None:
    """Each worked example of docs/sources.md is the output of its command."""
    page = (DATA.parent / "docs" / "sources.md").read_text(encoding="utf-8")
    examples = re.findall(r"```console\n\$ kg (.*?)\n(.*?)```", page, re.DOTALL)
    assert len(examples) >= 4
    for command, shown in examples:
        printed = run(*command.split(), "--graph", bundled_build)
        lines = shown.rstrip("\n").split("\n")
        if lines[-1] == "…":
            lines.pop()
        assert printed.exit_code == 0, printed.output
        assert printed.stdout.split("\n")[: len(lines)] == lines, command


def test_the_page_shows_what_rests_on_one_issuer(bundled_build: Path) -> None:
    """The part of the list of single points that docs/sources.md shows is all of that kind."""
    page = (DATA.parent / "docs" / "sources.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    printed = run("sources", "--single-points", "--graph", bundled_build).stdout
    blocks = [block.strip() for block in printed.split("\n\n") if "one issuer" in block]
    assert shown.strip().split("\n\n") == blocks


def test_json_holds_what_the_library_returns(bundled_build: Path, graph: Graph) -> None:
    """Each document names its format; findings never come without the note."""
    documents = {
        "kg-sources/1": run("sources", "--json", "--graph", bundled_build),
        "kg-single-points/1": run("sources", "--single-points", "--json", "--graph", bundled_build),
        "kg-losses/1": run("sources", "--finding", "79f8", "--json", "--graph", bundled_build),
        "kg-withdrawal/1": run("without", DENIAL, "--json", "--graph", bundled_build),
    }
    read = {shape: json.loads(each.stdout) for shape, each in documents.items()}
    assert {shape: each["format"] for shape, each in read.items()} == {s: s for s in documents}
    assert all("note" in each for each in read.values())
    assert len(read["kg-sources/1"]["claims"]) == len(graph.alike())
    found = read["kg-single-points/1"]["found"]
    assert [row["single"] for row in found] == [
        row.single.value if row.single else None for row in graph.what_is_found()
    ]
    changed = read["kg-withdrawal/1"]["changed"]
    assert [each["after"]["id"] for each in changed] == [
        each.after.id for each in graph.withdraw(DENIAL).changed
    ]
    assert len(read["kg-losses/1"]["losses"]) == len(graph.losses("79f8"))


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("asked", [[], ["--single-points"], ["--finding", "79f8"]])
def test_tables_have_a_line_for_each_row(bundled_build: Path, form: str, asked: list[str]) -> None:
    printed = run("sources", *asked, "--format", form, "--graph", bundled_build)
    head, *rows = printed.stdout.splitlines()
    separator = "," if form == "csv" else "\t"
    assert rows
    assert head.count(separator) >= 3


def test_filters_that_do_not_go_together_are_refused(bundled_build: Path) -> None:
    for arguments in (
        ("sources", "--single-points", "--supplier", "KP"),
        ("sources", "--single-points", "--finding", "79f8"),
        ("without",),
    ):
        assert run(*arguments, "--graph", bundled_build).exit_code == 2
