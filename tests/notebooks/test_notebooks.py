"""Notebooks run from nothing, say what is stored in them, and ask nobody for anything.

They are stored with their outputs, so that they can be read where nothing runs. To accept a change,
run `python -m pytest tests/notebooks --accept-golden` and read the diff.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from nbclient.exceptions import CellExecutionError

from tests.notebooks.running import (
    code_cells,
    complaints,
    execute,
    new_notebook,
    outputs,
    pictures,
    read,
    stored_form,
    without_pictures,
    written,
)

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
# Those that show a network.
SHOWING = [path for path in NOTEBOOKS if "graph.show(" in path.read_text(encoding="utf-8")]
ACCEPT = "run `python -m pytest tests/notebooks --accept-golden`, and read the diff"
LARGEST = 400_000

# The kernel reads it before the first cell; zmq, which it talks through, does not come by here.
OFFLINE = """
import sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        raise OSError(f"a notebook opens no connection, and this one would: {event}{arguments}")

sys.addaudithook(refuse)
"""


@dataclass(frozen=True, kw_only=True)
class Run:
    """A notebook as it lies there and as it came out; ``left`` is what it wrote where it stood."""

    path: Path
    stored: Any
    fresh: Any
    left: list[str]


@pytest.fixture(scope="module")
def environment(
    tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]
) -> Iterator[dict[str, str]]:
    """Yield an environment in which nothing of a home or of this machine's Jupyter is seen."""
    home = tmp_path_factory.mktemp("jupyter")
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    ours = {name: str(home / name.lower()) for name in (*names, "MPLCONFIGDIR")}
    # Nothing can be written below it, and nothing read from it, even by root.
    ours |= {"HOME": os.devnull, "JUPYTER_PLATFORM_DIRS": "1", "JUPYTER_NO_CONFIG": "1"}
    startup = Path(ours["IPYTHONDIR"]) / "profile_default" / "startup" / "00-offline.py"
    startup.parent.mkdir(parents=True)
    startup.write_text(OFFLINE, encoding="utf-8")
    dropped = {"MPLBACKEND", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH"}
    whole = {name: value for name, value in clean_environment.items() if name not in dropped} | ours
    # A first import looks at every font, and says so on standard error when that takes long.
    first = [sys.executable, "-c", "import matplotlib.font_manager"]
    subprocess.run(first, env=whole, cwd=home, check=True, capture_output=True)
    with pytest.MonkeyPatch.context() as patch:
        for name in dropped:
            patch.delenv(name, raising=False)
        for name, value in ours.items():
            if name.startswith(("JUPYTER", "IPYTHON")):
                patch.setenv(name, value)
        yield whole


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def run(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    environment: dict[str, str],
) -> Run:
    """Execute a notebook once, in a fresh kernel that stands in an empty folder."""
    stored = read(request.param)
    folder = tmp_path_factory.mktemp("empty")
    fresh = execute(stored, folder, environment)
    left = sorted(path.name for path in folder.iterdir())
    return Run(path=request.param, stored=stored, fresh=fresh, left=left)


@dataclass
class Addresses(HTMLParser):
    """Everything that a page, with the frames in it, asks for; and each frame's sandbox."""

    asked: list[str] = field(default_factory=list)
    sandboxes: list[str | None] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        asking = {"src", "srcset", "href", "xlink:href", "action", "formaction", "data", "poster"}
        given = dict(attrs)
        self.asked += [given[name] or "" for name in sorted(asking & set(given))]
        if tag == "iframe":
            self.sandboxes.append(given.get("sandbox"))
            inner = Addresses()
            inner.feed(given.get("srcdoc") or "")
            self.asked += inner.asked
            self.policies += inner.policies
        if given.get("http-equiv", "") == "Content-Security-Policy":
            self.policies.append(given.get("content") or "")


def test_there_are_notebooks() -> None:
    """The folder that the other tests read is not empty."""
    assert NOTEBOOKS != []


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Return the path of a notebook as it is stored; while it is being accepted, there is none."""
    if request.config.getoption("--accept-golden"):
        pytest.skip("what is stored is about to change")
    return Path(request.param)


def test_a_notebook_lies_there_in_the_form_that_is_stored(path: Path) -> None:
    """No time, no path, no half megabyte of library, and no picture of code that has changed."""
    source, stored = path.read_bytes().decode("utf-8"), read(path)
    assert written(stored_form(stored)) == source, f"{path.name}: {ACCEPT}"
    assert len(source.encode()) < LARGEST
    counts = [cell.execution_count for cell in code_cells(stored)]
    assert counts == list(range(1, len(counts) + 1)), f"{path.name}: {ACCEPT}"


def test_what_shows_a_finding_says_that_it_determines_nothing(path: Path) -> None:
    """Each output with a violation in it says that it is an inference, for whoever copies it."""
    stored = read(path)
    texts = [str(output.get("text", output.get("data"))) for output in outputs(stored)]
    shown = [text for text in texts if "violation" in text.lower()]
    assert shown != []
    assert [text for text in shown if "no legal determination" not in text] == []


@pytest.mark.slow
def test_a_notebook_runs_without_complaint(run: Run) -> None:
    """From an empty folder, without a network or a home, every cell runs and leaves nothing."""
    assert complaints(run.fresh) == []
    assert run.left == []


@pytest.mark.slow
def test_a_notebook_says_what_is_stored(run: Run, request: pytest.FixtureRequest) -> None:
    """Outputs are, byte for byte, those that were accepted; of pictures, that there is one."""
    fresh = stored_form(run.fresh)
    told, expected = without_pictures(fresh), without_pictures(run.stored)
    if request.config.getoption("--accept-golden"):
        # A picture is stored anew only with what changed beside it: its bytes are matplotlib's.
        if written(told) != written(expected):
            run.path.write_text(written(fresh), encoding="utf-8", newline="\n")
        return
    lines = (written(expected).splitlines(), written(told).splitlines())
    changed = "\n".join(unified_diff(*lines, "as stored", "as it came out", lineterm="", n=1))
    assert changed == "", f"{run.path.name}: {ACCEPT}\n{changed}"


@pytest.mark.slow
def test_pictures_show_something(run: Run) -> None:
    """Each is a PNG of a size that can be read, and not blank."""
    drawn = pictures(run.fresh)
    assert drawn != []
    for picture in drawn:
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", picture[16:24])
        assert width >= 600
        assert height >= 400
        assert len(picture) > 20_000


@pytest.mark.slow
@pytest.mark.parametrize("run", SHOWING, indirect=True, ids=lambda path: path.stem)
def test_the_network_asks_nobody_for_anything(run: Run) -> None:
    """It comes in a sandboxed frame and as a still picture, and neither loads from anywhere."""
    pages = [
        output.data["text/html"]
        for output in outputs(run.fresh)
        if "text/html" in output.get("data", {})
    ]
    assert pages != []
    for page in pages:
        addresses = Addresses()
        addresses.feed(page)
        assert addresses.sandboxes == ["allow-scripts"]
        assert [policy.split("; ")[0] for policy in addresses.policies] == ["default-src 'none'"]
        assert [each for each in addresses.asked if not each.startswith("data:")] == []
        assert any(each.startswith("data:image/svg+xml;base64,") for each in addresses.asked)


@pytest.mark.slow
def test_a_notebook_that_opens_a_connection_fails(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """What keeps the others offline does hold."""
    code = "import socket\nsocket.create_connection(('127.0.0.1', 9))"
    planted = new_notebook(code)
    with pytest.raises(CellExecutionError, match="opens no connection"):
        execute(planted, tmp_path, environment)


def test_a_complaint_is_found() -> None:
    """A warning on standard error is no more let through than an error is."""
    warning = {"output_type": "stream", "name": "stderr", "text": "DeprecationWarning"}
    error = {"output_type": "error", "ename": "KeyError", "evalue": "'KP'", "traceback": []}
    assert complaints(new_notebook("…", warning, error)) == ["'KP'", "DeprecationWarning"]


def test_a_frame_that_asks_is_found() -> None:
    """The checker sees into frames, where pyvis's own template asks a content network."""
    addresses = Addresses()
    addresses.feed('<iframe srcdoc="&lt;script src=&quot;//cdn.example/x.js&quot;>"></iframe>')
    assert addresses.asked == ["//cdn.example/x.js"]
    assert addresses.sandboxes == [None]
