"""A build is a function of its inputs, and does again only what has to be done again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import kg
from kg.errors import KgError, Problem
from kg.front.build import build
from kg.front.graph import open_graph
from kg.iris import FINDINGS_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH, claim_iri, text_graph
from kg.resources import DATA, ONTOLOGY
from kg.store.generations import locked
from tests.front.invented_corpus import (
    ASSERTION,
    FIRST,
    REPORTS,
    SECOND,
    TEXTS,
    THIRD,
    annotation_file,
    edit,
    text_file,
    write_corpus,
)
from tests.store.small_builds import files_below

BUNDLED = tuple(sorted(path.name[: -len(".ann.yaml")] for path in DATA.glob("texts/*.ann.yaml")))


def problems_of(corpora: Sequence[Path], out: Path) -> tuple[Problem, ...]:
    """Return the problems with which a build ends."""
    with pytest.raises(KgError) as raised:
        build(corpora, out)
    return raised.value.problems


def written(out: Path) -> tuple[bytes, bytes]:
    """Return the two files of a build that are the same wherever it was made."""
    current = out / "current"
    return (current / "graph.nq").read_bytes(), (current / "manifest.json").read_bytes()


def changed_graphs(before: bytes, after: bytes) -> set[str]:
    """Return the names of the graphs in which the two differ."""
    lines = set(before.splitlines()) ^ set(after.splitlines())
    quads = ox.parse(input=b"\n".join(sorted(lines)), format=ox.RdfFormat.N_QUADS)
    return {name.value for quad in quads if isinstance(name := quad.graph_name, ox.NamedNode)}


def findings_about(out: Path, text: str) -> set[tuple[str, str, str | None]]:
    """Return kind, norm and agent of the findings on what ``text`` claims."""
    claim = claim_iri(text, REPORTS[text][1])
    found = open_graph(out).findings()
    return {(row.kind, row.norm, row.agent) for row in found if row.transfer == claim}


def test_a_report_tells_what_was_done(corpus: Path, tmp_path: Path) -> None:
    """The bundled texts and those of the corpus were lifted, and every graph is counted."""
    told: list[tuple[int, int]] = []
    report = build([corpus], tmp_path / "b", progress=lambda done, all_: told.append((done, all_)))
    assert report.directory == tmp_path / "b"
    assert report.texts == report.lifted == tuple(sorted((*TEXTS, *BUNDLED)))
    assert not report.was_current
    assert set(report.quads) == {
        ONTOLOGY_GRAPH,
        REFERENCE_GRAPH,
        FINDINGS_GRAPH,
        *map(text_graph, report.texts),
    }
    assert all(report.quads.values())
    number = len(report.texts)
    assert told == [(done, number) for done in range(1, number + 1)]


def test_the_graph_is_sorted_and_holds_no_quad_twice_and_no_blank_node(built: Path) -> None:
    """So that two builds can be compared line by line."""
    graph = written(built)[0]
    lines = graph.split(b"\n")
    assert lines.pop() == b""
    assert lines == sorted(set(lines))
    terms = {
        type(term) for quad in ox.parse(input=graph, format=ox.RdfFormat.N_QUADS) for term in quad
    }
    assert terms == {ox.NamedNode, ox.Literal}


def test_two_builds_in_different_folders_are_byte_identical(
    corpus: Path, built: Path, tmp_path: Path
) -> None:
    """Neither where the corpus lies nor where it is built stands in what comes out."""
    moved = tmp_path / "elsewhere" / "reports"
    shutil.copytree(corpus, moved)
    build([moved], tmp_path / "other" / "build")
    assert written(tmp_path / "other" / "build") == written(built)
    assert str(tmp_path).encode() not in b"".join(written(built))


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "HOME": "nowhere"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["hash and zone", "hash and locale"],
)
def test_another_process_in_another_folder_gives_the_same_bytes(
    corpus: Path, built: Path, anywhere: Path, environment: dict[str, str]
) -> None:
    """Working directory, hash seed, locale and time zone leave no trace."""
    relative = os.path.relpath(corpus, anywhere)
    command = [sys.executable, "-m", "kg", "build", relative, "--out", "their build"]
    done = subprocess.run(
        command,
        cwd=anywhere,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert written(anywhere / "their build") == written(built)


def test_the_order_of_corpora_does_not_count(corpus: Path, tmp_path: Path) -> None:
    """Two corpora in either order, and one named twice, give the same build."""
    other = tmp_path / "other"
    (other / "texts").mkdir(parents=True)
    for path in (text_file(corpus, SECOND), annotation_file(corpus, SECOND)):
        path.rename(other / "texts" / path.name)
    build([corpus, other], tmp_path / "one")
    build([other, corpus, other], tmp_path / "two")
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_building_again_writes_nothing(corpus: Path, built: Path) -> None:
    """No file is read again, and none is touched."""
    before = files_below(built)
    report = build([corpus], built)
    assert report.was_current
    assert report.lifted == ()
    assert report.texts == tuple(sorted((*TEXTS, *BUNDLED)))
    assert files_below(built) == before


def test_editing_one_annotation_file_lifts_that_text_alone(corpus: Path, built: Path) -> None:
    """Only lines of its graph and of the findings change, and one file of the cache."""
    before, cached = written(built)[0], files_below(built / "texts")
    edit(annotation_file(corpus, SECOND), "item: battle-tanks", "item: small-arms")
    report = build([corpus], built)
    assert report.lifted == (SECOND,)
    assert not report.was_current
    assert changed_graphs(before, written(built)[0]) == {text_graph(SECOND), FINDINGS_GRAPH}
    after = files_below(built / "texts")
    assert len(set(cached) - set(after)) == len(set(after) - set(cached)) == 1
    assert all(after[name] == cached[name] for name in set(cached) & set(after))


def test_an_edit_taken_back_gives_the_first_build_again(corpus: Path, built: Path) -> None:
    """What a build was before leaves no trace in it."""
    before, annotations = written(built), annotation_file(corpus, FIRST)
    edit(annotations, "date: 2015-03", "date: 2015-02")
    build([corpus], built)
    assert written(built) != before
    edit(annotations, "date: 2015-02", "date: 2015-03")
    assert build([corpus], built).lifted == (FIRST,)
    assert written(built) == before


def test_an_edited_build_is_the_one_made_from_nothing(
    corpus: Path, built: Path, tmp_path: Path
) -> None:
    """What was kept from before and what is lifted anew come to the same."""
    edit(annotation_file(corpus, THIRD), "stance: asserts", "stance: doubts")
    build([corpus], built)
    build([corpus], tmp_path / "from nothing")
    assert written(built) == written(tmp_path / "from nothing")


def test_a_text_that_is_added_or_goes_changes_nothing_else(
    corpus: Path, built: Path, tmp_path: Path
) -> None:
    """Its graph comes and goes with its findings; nothing of it is kept."""
    before = written(built)
    for path in (text_file(corpus, THIRD), annotation_file(corpus, THIRD)):
        path.rename(tmp_path / path.name)
    report = build([corpus], built)
    assert report.lifted == ()
    assert changed_graphs(before[0], written(built)[0]) == {text_graph(THIRD), FINDINGS_GRAPH}
    assert text_graph(THIRD).encode() not in written(built)[0]
    assert len(list((built / "texts").iterdir())) == len(report.texts)
    for path in (text_file(corpus, THIRD), annotation_file(corpus, THIRD)):
        (tmp_path / path.name).rename(path)
    assert build([corpus], built).lifted == (THIRD,)
    assert written(built) == before


def test_changed_bytes_of_a_text_are_an_error_and_the_old_build_stays(
    corpus: Path, built: Path
) -> None:
    """Without its new digest a text cannot be trusted, though its annotations did not change."""
    before = files_below(built)
    edit(text_file(corpus, SECOND), "Utopia.", "Utopia!")
    (problem,) = problems_of([corpus], built)
    assert problem.slug == "text-changed"
    assert problem.place is not None
    assert problem.place.file.endswith(f"{SECOND}.ann.yaml")
    assert files_below(built) == before


def test_a_text_that_is_gone_is_an_error(corpus: Path, built: Path) -> None:
    """What was lifted from it before does not stand in for it."""
    before = files_below(built)
    text_file(corpus, FIRST).unlink()
    assert [problem.slug for problem in problems_of([corpus], built)] == ["text-not-found"]
    assert files_below(built) == before


def test_changed_reference_data_lift_every_text(corpus: Path, built: Path) -> None:
    """Each graph is a function of the reference data too."""
    edit(corpus / "actors" / "invented.yaml", "name: Freedonia", "name: Free State of Freedonia")
    report = build([corpus], built)
    assert report.lifted == report.texts == tuple(sorted((*TEXTS, *BUNDLED)))
    assert b"Free State of Freedonia" in written(built)[0]


def test_what_is_kept_of_a_text_may_be_damaged_or_gone(corpus: Path, built: Path) -> None:
    """It is lifted again, and the build is the same."""
    before = written(built)
    first, second, *_ = sorted((built / "texts").iterdir())
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    report = build([corpus], built)
    assert len(report.lifted) == 2
    assert report.was_current
    assert written(built) == before
    assert build([corpus], built).lifted == ()


def test_problems_of_two_files_are_told_together_and_nothing_is_made(
    corpus: Path, tmp_path: Path
) -> None:
    """Whoever mends them need not build once for each."""
    for text in (FIRST, THIRD):
        edit(
            annotation_file(corpus, text),
            "status: completed\n      - quote",
            "status: x\n      - quote",
        )
    edit(
        annotation_file(corpus, THIRD),
        "quote: Freedonia denies having sent any.\n        stance",
        "quote: Freedonia denies it.\n        stance",
    )
    problems = problems_of([corpus], tmp_path / "never" / "made")
    told = [(Path(p.place.file).name, p.slug) for p in problems if p.place]
    assert len(told) == len(problems)
    assert Counter(told) == {
        (f"{FIRST}.ann.yaml", "unknown-word"): 1,
        (f"{THIRD}.ann.yaml", "unknown-word"): 1,
        (f"{THIRD}.ann.yaml", "quote-not-found"): 1,
    }
    assert not (tmp_path / "never").exists()


def test_problems_leave_an_earlier_build_as_it_was(corpus: Path, built: Path) -> None:
    """Not a file of it is touched, and it can still be asked."""
    before = files_below(built)
    edit(corpus / "instruments" / "zenda.yaml", "role: recipient", "role: bystander")
    assert [problem.slug for problem in problems_of([corpus], built)] == ["unknown-word"]
    assert files_below(built) == before
    assert findings_about(built, FIRST)


def test_a_finding_goes_with_the_words_it_rests_on(corpus: Path, built: Path) -> None:
    """Without the assertion there is a denial alone, and nothing is alleged any more."""
    assert ("alleged-violation", "zenda-1", "X3") in findings_about(built, SECOND)
    others = [findings_about(built, text) for text in (FIRST, THIRD)]
    report, _ = REPORTS[SECOND]
    edit(annotation_file(corpus, SECOND), ASSERTION.format(report=report), "")
    assert build([corpus], built).lifted == (SECOND,)
    assert {kind for kind, *_ in findings_about(built, SECOND)} <= {"non-application"}
    assert [findings_about(built, text) for text in (FIRST, THIRD)] == others


def test_a_denial_does_not_take_the_finding_away(corpus: Path, built: Path) -> None:
    """Disagreement stays: with and without the denial there is the same alleged violation."""
    denied = findings_about(built, FIRST)
    annotations = annotation_file(corpus, FIRST)
    data = annotations.read_bytes().decode()
    annotations.write_bytes(data[: data.rindex("      - quote")].encode())
    build([corpus], built)
    assert findings_about(built, FIRST) == denied != set()


def test_an_output_that_cannot_be_written_is_said(corpus: Path, tmp_path: Path) -> None:
    """Below a file there is no room for a folder, and the file stays what it is."""
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("On the arms trade")
    for out, slug in ((thesis / "build", "cannot-write"), (thesis, "not-a-build-directory")):
        assert [problem.slug for problem in problems_of([corpus], out)] == [slug]
    (long,) = problems_of([corpus], tmp_path / ("n" * 300))
    assert long.slug == "cannot-write"
    assert thesis.read_text() == "On the arms trade"
    assert {path.name for path in tmp_path.iterdir()} == {"corpus", "thesis.txt"}


def test_an_output_that_holds_other_things_is_refused_first(tmp_path: Path) -> None:
    """Nothing is read, and nothing is added, where a build would mix with somebody's files."""
    (tmp_path / "thesis.txt").write_text("On the arms trade")
    (problem,) = problems_of([tmp_path / "nowhere"], tmp_path)
    assert problem.slug == "not-a-build-directory"
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.slow
def test_a_full_disk_leaves_the_old_build_and_the_next_one_works(corpus: Path, built: Path) -> None:
    """No file may be larger than half the graph; then it may."""
    before = written(built)
    edit(annotation_file(corpus, FIRST), "date: 2015-03", "date: 2015-02")
    room = len(before[0]) // 2
    code = (
        "import resource, sys; from kg.cli import main;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})); main()"
    )
    command = [sys.executable, "-c", code, "build", str(corpus), "--out", str(built)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "[cannot-write]" in done.stderr
    assert "Traceback" not in done.stderr
    assert written(built) == before
    assert [name for name in files_below(built) if "unfinished" in name] == []
    assert not build([corpus], built).was_current
    assert text_graph(FIRST) in changed_graphs(before[0], written(built)[0])


def test_where_nothing_can_be_kept_of_a_text_the_old_build_stays(corpus: Path, built: Path) -> None:
    """Whatever it is that cannot be written, the message that nothing was touched is true."""
    before = written(built)
    edit(annotation_file(corpus, FIRST), "date: 2015-03", "date: 2015-02")
    shutil.rmtree(built / "texts")
    (built / "texts").write_text("no folder")
    assert [problem.slug for problem in problems_of([corpus], built)] == ["cannot-write"]
    assert written(built) == before


def test_a_second_build_at_once_is_refused(corpus: Path, built: Path) -> None:
    """Whoever comes second is told, and writes nothing."""
    before = files_below(built)
    edit(annotation_file(corpus, FIRST), "date: 2015-03", "date: 2015-02")
    with locked(built):
        assert [problem.slug for problem in problems_of([corpus], built)] == ["build-in-progress"]
    assert files_below(built) == before


def test_a_corpus_with_nothing_in_it_is_said(tmp_path: Path) -> None:
    """An empty folder and one that is not there are mistakes, and nothing is made."""
    (tmp_path / "empty").mkdir()
    (empty,) = problems_of([tmp_path / "empty"], tmp_path / "build")
    assert empty.slug == "nothing-to-check"
    (absent,) = problems_of([tmp_path / "absent"], tmp_path / "build")
    assert absent.slug == "not-a-file"
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_corpus_may_bring_reference_data_alone(corpus: Path, tmp_path: Path) -> None:
    """Then there are the bundled texts, and the norms of both."""
    shutil.rmtree(corpus / "texts")
    report = build([corpus], tmp_path / "build")
    assert report.texts == BUNDLED
    assert b"Zenda Convention" in written(tmp_path / "build")[0]


def digests(*paths: Path, below: Path) -> list[dict[str, str]]:
    """Return what a manifest tells of files, reckoned anew."""
    told = [(str(p.relative_to(below)), sha256(p.read_bytes()).hexdigest()) for p in paths]
    return [{"file": name, "sha256": digest} for name, digest in sorted(told)]


def test_what_the_manifest_tells_is_true(corpus: Path, built: Path) -> None:
    """Every digest and every count, reckoned anew from the files themselves."""
    graph, data = written(built)
    manifest: dict[str, Any] = json.loads(data)
    lines = graph.splitlines()
    named = Counter(
        name.value
        for quad in ox.parse(input=graph, format=ox.RdfFormat.N_QUADS)
        if isinstance(name := quad.graph_name, ox.NamedNode)
    )
    assert manifest.pop("graph") == {
        "file": "graph.nq",
        "sha256": sha256(graph).hexdigest(),
        "quads": len(lines),
    }
    assert manifest.pop("graphs") == named
    assert sum(named.values()) == len(lines)

    folders = {DATA: BUNDLED, corpus: TEXTS}
    assert manifest.pop("texts") == {
        text: {
            "text": sha256(text_file(folder, text).read_bytes()).hexdigest(),
            "annotations": sha256(annotation_file(folder, text).read_bytes()).hexdigest(),
        }
        for folder, texts in folders.items()
        for text in texts
    }
    reference = [
        each
        for folder in folders
        for path in folder.glob("*/*.yaml")
        for each in digests(path, below=folder)
        if path.parent.name != "texts"
    ]
    assert manifest.pop("reference") == sorted(reference, key=lambda one: tuple(one.values()))
    assert manifest.pop("rules") == digests(*(ONTOLOGY / "rules").glob("*.rq"), below=ONTOLOGY)
    ontology = manifest.pop("ontology")
    terms = (ONTOLOGY / "core.ttl", *(ONTOLOGY / "vocab").glob("*.ttl"))
    assert ontology.pop("files") == digests(*terms, below=ONTOLOGY)
    version = ontology.pop("version")
    assert f'owl:versionInfo "{version}"' in (ONTOLOGY / "core.ttl").read_text(encoding="utf-8")
    assert ontology == {}
    assert manifest.pop("program") == {"name": "arms-transfer-kg", "version": kg.__version__}
    assert manifest.pop("format") == "arms-transfer-kg-build/1"
    assert manifest == {}


def test_the_report_counts_as_the_manifest_does(corpus: Path, tmp_path: Path) -> None:
    """What is printed after a build is what can be read in it."""
    report = build([corpus], tmp_path / "build")
    assert report.quads == open_graph(tmp_path / "build").manifest["graphs"]


def test_the_front_door_takes_paths_as_words(tmp_path: Path) -> None:
    """`kg.build` and `kg.open_graph` are what a notebook calls, with strings."""
    corpus = write_corpus(tmp_path / "corpus")
    report = kg.build([str(corpus)], str(tmp_path / "build"))
    assert report.directory == tmp_path / "build"
    assert kg.open_graph(str(tmp_path / "build")).findings()
