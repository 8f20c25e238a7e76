"""A build directory: a reader sees a whole build or none, whatever happens to who writes."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.store.generations import (
    FORMAT,
    MARKER,
    check_out,
    find_generation,
    locked,
    read_manifest,
    write_generation,
)
from kg.store.opening import open_store
from tests.store.processes import wait_for
from tests.store.small_builds import files_below, graph_of, manifest_of, write

ROOT = Path(__file__).resolve().parent.parent.parent
OLD, NEW = graph_of("old"), graph_of("new", "newer")


def slug_of(call: Callable[[], object]) -> str:
    """Return the slug of the one problem that ``call`` ends with."""
    with pytest.raises(KgError) as raised:
        call()
    (problem,) = raised.value.problems
    return problem.slug


def name_of(graph: bytes) -> str:
    return sha256(manifest_of(graph)).hexdigest()[:16]


def generations(out: Path) -> set[str]:
    """Return the names of everything that lies where the generations do."""
    return {path.name for path in (out / "generations").iterdir()}


def is_whole(out: Path, graph: bytes) -> bool:
    """Tell whether ``graph`` is current: its files, its manifest, and the store made from them."""
    generation = find_generation(out)
    in_store = ox.Store.read_only(str(generation / "store"))
    return (
        (generation / "graph.nq").read_bytes() == graph
        and (generation / "manifest.json").read_bytes() == manifest_of(graph)
        and set(in_store) == set(ox.parse(input=graph, format=ox.RdfFormat.N_QUADS))
        and set(open_store(out)) == set(in_store)
    )


def unlucky(out: Path, graph: bytes, *accident: str) -> subprocess.Popen[str]:
    """Start somebody who writes ``graph`` and meets with ``accident``."""
    file = out.with_name("graph to write.nq")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(graph)
    command = [sys.executable, "-m", "tests.store.unlucky_writer", str(out), str(file), *accident]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a build directory in which OLD is current."""
    write(tmp_path / "build", OLD)
    return tmp_path / "build"


def test_a_fresh_folder_becomes_a_build(tmp_path: Path) -> None:
    """Folders above it are made; what stands there is a generation by its digest, and a link."""
    out = tmp_path / "deep" / "er" / "build"
    assert write(out, OLD) is False
    assert (out / "current").readlink() == Path("generations") / name_of(OLD)
    assert is_whole(out, OLD)
    assert {path.name for path in out.iterdir()} == {MARKER, "current", "generations"}
    assert {path.name for path in find_generation(out).iterdir()} == {
        "graph.nq",
        "manifest.json",
        "store",
    }


def test_an_empty_folder_becomes_a_build(tmp_path: Path) -> None:
    """A folder that somebody made for it is taken."""
    assert check_out(tmp_path) is False
    write(tmp_path, OLD)
    assert check_out(tmp_path) is True
    assert is_whole(tmp_path, OLD)


def test_a_build_is_found_past_its_link_and_in_its_generation(out: Path) -> None:
    """What was found stays what it is when another generation becomes current."""
    found = find_generation(out)
    assert found == (out / "generations" / name_of(OLD)).resolve()
    assert find_generation(found) == found
    write(out, NEW)
    assert read_manifest(found) != read_manifest(out)
    assert find_generation(out).name == name_of(NEW)
    assert (found / "graph.nq").read_bytes() == OLD


def test_the_manifest_is_read_from_directory_and_generation(out: Path) -> None:
    """Both lead to the same one."""
    manifest = read_manifest(out)
    assert manifest["format"] == FORMAT
    assert manifest["graph"]["sha256"] == sha256(OLD).hexdigest()
    assert read_manifest(find_generation(out)) == manifest


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"", "build-damaged"),
        (b'{"format": "arms-tra', "build-damaged"),
        (b"\xff\xfe", "build-damaged"),
        (b"[]", "build-format"),
        (b"{}", "build-format"),
        (b'{"format": "arms-transfer-kg-build/2"}', "build-format"),
    ],
)
def test_a_manifest_of_another_kind_is_said(out: Path, content: bytes, slug: str) -> None:
    """Half a manifest is damage, a whole one of another version is a matter of format."""
    (find_generation(out) / "manifest.json").write_bytes(content)
    assert slug_of(lambda: read_manifest(out)) == slug
    assert slug_of(lambda: open_store(out)) == slug
    assert write(out, OLD) is False
    assert is_whole(out, OLD)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda out: (out / "current").unlink(),
        lambda out: shutil.rmtree(out / "generations"),
        lambda out: (find_generation(out) / "manifest.json").unlink(),
        shutil.rmtree,
    ],
    ids=["no link", "no generations", "no manifest", "nothing"],
)
def test_where_there_is_no_build_the_hint_is_to_make_one(
    out: Path, spoil: Callable[[Path], None]
) -> None:
    """The message names the folder, and building anew mends it."""
    spoil(out)
    with pytest.raises(KgError, match="kg build --out") as raised:
        find_generation(out)
    assert [problem.slug for problem in raised.value.problems] == ["no-build"]
    write(out, OLD)
    assert is_whole(out, OLD)


def test_a_path_that_cannot_be_looked_at_is_said(tmp_path: Path) -> None:
    """A name that no file system takes is a message, and no traceback."""
    assert slug_of(lambda: find_generation(tmp_path / ("n" * 300))) == "unreadable-file"
    assert slug_of(lambda: open_store(tmp_path / ("n" * 300))) == "unreadable-file"


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    """A thesis is not built over: the file keeps its bytes and nothing is added."""
    (tmp_path / "thesis.txt").write_text("On the arms trade")
    before = files_below(tmp_path)
    assert slug_of(lambda: check_out(tmp_path)) == "not-a-build-directory"
    assert slug_of(lambda: write(tmp_path, OLD)) == "not-a-build-directory"
    assert files_below(tmp_path) == before


def test_a_file_is_no_build_directory(tmp_path: Path) -> None:
    """A file of that name is not replaced by a folder."""
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("On the arms trade")
    assert slug_of(lambda: write(thesis, OLD)) == "not-a-build-directory"
    assert slug_of(lambda: write(thesis / "build", OLD)) == "cannot-write"
    assert thesis.read_text() == "On the arms trade"


def test_a_folder_that_only_looks_like_a_build_is_left_alone(tmp_path: Path) -> None:
    """Without the marker it may be anything, even with a link called current."""
    (tmp_path / "generations").mkdir()
    (tmp_path / "current").symlink_to("generations")
    assert slug_of(lambda: write(tmp_path, OLD)) == "not-a-build-directory"


def test_the_same_build_again_writes_nothing(out: Path) -> None:
    """It is current already; no file is touched."""
    before = files_below(out)
    assert write(out, OLD) is True
    assert files_below(out) == before


@pytest.mark.parametrize("damaged", ["graph.nq", "manifest.json", "store"])
def test_the_same_build_again_mends_what_is_damaged(out: Path, damaged: str) -> None:
    """A generation with a changed file or without its store is made anew."""
    path = find_generation(out) / damaged
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.write_bytes(path.read_bytes()[:-10])
    assert write(out, OLD) is False
    assert is_whole(out, OLD)
    assert generations(out) == {name_of(OLD)}


def test_the_generation_before_the_current_one_is_kept_and_no_older_one(out: Path) -> None:
    """Whoever opened the last one can read on; a build does not grow without end."""
    for graph, before in ((NEW, OLD), (graph_of("third"), NEW), (OLD, graph_of("third"))):
        write(out, graph)
        assert is_whole(out, graph)
        assert generations(out) == {name_of(graph), name_of(before)}


def test_an_earlier_build_that_is_kept_becomes_current_again_as_it_is(out: Path) -> None:
    """Going back to it makes nothing anew."""
    write(out, NEW)
    kept = files_below(out / "generations" / name_of(OLD))
    assert write(out, OLD) is False
    assert files_below(find_generation(out)) == kept
    assert is_whole(out, OLD)


def test_a_second_build_is_refused_under_the_lock(out: Path) -> None:
    """In the same process, and while the first one has not ended."""
    before = files_below(out)
    with locked(out):
        assert slug_of(lambda: write(out, NEW)) == "build-in-progress"
        assert files_below(out) == before
    write(out, NEW)
    assert is_whole(out, NEW)


def test_the_lock_goes_with_the_process_that_holds_it(out: Path) -> None:
    """Another process is refused while it lives, and not after it was killed."""
    with unlucky(out, NEW, "hold") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        assert slug_of(lambda: write(out, NEW)) == "build-in-progress"
        holder.kill()
        holder.communicate(timeout=20)
    write(out, NEW)
    assert is_whole(out, NEW)


def test_what_a_killed_build_left_is_removed(out: Path) -> None:
    """Folders, files and links that were unfinished go; nothing else does."""
    before = files_below(out)
    (out / "generations" / ".unfinished-0123" / "store").mkdir(parents=True)
    (out / "generations" / ".unfinished-0123" / "graph.nq").write_bytes(b"half a l")
    (out / ".unfinished-current").symlink_to("generations/nowhere")
    (out / ".unfinished-note").write_bytes(b"")
    with locked(out):
        after = files_below(out)
    assert set(after) == set(before)
    assert is_whole(out, OLD)


# A file may be as large as the graph and not a byte larger: the graph is written, the store is not.
@pytest.mark.parametrize("most", [0, 1, len(NEW) - 1, len(NEW), 3_000, 60_000])
def test_a_full_disk_leaves_the_old_generation_whole(out: Path, most: int) -> None:
    """Wherever the room runs out, it is said, and nothing half-written is left."""
    before = files_below(out)
    with unlucky(out, NEW, "full", str(most)) as writer:
        told, err = writer.communicate(timeout=60)
    assert (told, err) == ("cannot-write", "")
    assert is_whole(out, OLD)
    after = files_below(out)
    del before["generations"], after["generations"]  # a folder came and went there
    assert after == before


def killed_at(out: Path, step: int) -> bool:
    """Let somebody write NEW and be killed at ``step``; False when that comes after the end."""
    with unlucky(out, NEW, "kill", str(step)) as writer:
        told, err = writer.communicate(timeout=60)
    assert (told, err) == ("", "")
    assert writer.returncode in (0, -signal.SIGKILL)
    return writer.returncode != 0


@pytest.mark.slow
def test_a_build_killed_at_any_step_leaves_a_whole_generation(tmp_path: Path) -> None:
    """The old one or the new one is current, never anything between, and the next build cleans."""
    seen = []
    step = 1
    while True:
        out = tmp_path / f"killed at {step}" / "build"
        write(out, OLD)
        if not killed_at(out, step):
            break
        seen.append("new" if is_whole(out, NEW) else "old")
        assert seen[-1] == "new" or is_whole(out, OLD)
        write(out, NEW)
        assert is_whole(out, NEW)
        assert generations(out) == {name_of(OLD), name_of(NEW)}
        assert [name for name in files_below(out) if "unfinished" in name] == []
        step += 1
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {"old", "new"}
    assert len(seen) > 10


@pytest.mark.slow
def test_a_first_build_killed_at_any_step_is_made_by_the_next(tmp_path: Path) -> None:
    """Where nothing was before, there is the whole build or none, and the folder is still ours."""
    step = 1
    while killed_at(tmp_path / f"killed at {step}" / "build", step):
        out = tmp_path / f"killed at {step}" / "build"
        if (out / "current").is_symlink():
            assert is_whole(out, NEW)
        else:
            with pytest.raises(KgError, match="no-build"):
                find_generation(out)
        write(out, NEW)
        assert is_whole(out, NEW)
        assert generations(out) == {name_of(NEW)}
        step += 1
    assert step > 10


@pytest.mark.slow
def test_a_build_killed_within_the_engine_leaves_the_old_generation(out: Path) -> None:
    """While a large store is being written, nobody sees any of it."""
    large = graph_of(*(f"word {number}" for number in range(200_000)))
    with unlucky(out, large, "kill", "0") as writer:
        wait_for(lambda: list((out / "generations").glob(".unfinished-*/store/LOG")))
        writer.kill()
        writer.communicate(timeout=60)
    assert writer.returncode == -signal.SIGKILL
    assert is_whole(out, OLD)
    write(out, NEW)
    assert is_whole(out, NEW)
    assert generations(out) == {name_of(OLD), name_of(NEW)}


def test_readers_may_look_while_a_generation_is_written(out: Path) -> None:
    """What was opened before stays as it was, in memory and on disk."""
    generation = find_generation(out)
    in_memory = open_store(out)
    on_disk = ox.Store.read_only(str(generation / "store"))
    write(out, NEW)
    assert set(in_memory) == set(on_disk) == set(open_store(generation))
    assert set(on_disk) == set(ox.parse(input=OLD, format=ox.RdfFormat.N_QUADS))


def test_the_name_of_a_generation_is_the_digest_of_its_manifest(out: Path) -> None:
    """So that the same build has the same name on every machine."""
    with locked(out):
        write_generation(out, NEW, manifest_of(NEW))
    path = find_generation(out)
    assert path.name == sha256((path / "manifest.json").read_bytes()).hexdigest()[:16]
