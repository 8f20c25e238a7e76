"""What all tests share: the bundled build, and the switch that accepts golden output."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from kg.front.build import build
from kg.resources import DATA

SEED = "2023-10-26-us-jp-kr"
ROOT = Path(__file__).resolve().parent.parent

# Examples are the same in every run, so that a red run can be repeated.
settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-golden",
        action="store_true",
        help="write what comes out as the new expected output of the golden stories",
    )


@pytest.fixture(scope="session")
def bundled_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundled data once; nobody writes to it again."""
    out = tmp_path_factory.mktemp("bundled") / "build"
    build((), out)
    return out


@pytest.fixture(scope="session")
def reference_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the bundled actors, items and norms without any text; nobody writes to it again."""
    folder = tmp_path_factory.mktemp("reference")
    for part in DATA.iterdir():
        if part.is_dir() and part.name != "texts":
            shutil.copytree(part, folder / part.name)
    return folder


@pytest.fixture(scope="session")
def seed_build(reference_alone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the joint statement alone, with all reference data; nobody writes to it again."""
    folder = tmp_path_factory.mktemp("seed")
    (folder / "texts").mkdir()
    for suffix in (".txt", ".ann.yaml"):
        shutil.copy(DATA / "texts" / f"{SEED}{suffix}", folder / "texts")
    build((reference_alone, folder), folder / "build", bundled=False)
    return folder / "build"


@pytest.fixture
def anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, as somebody does who has just installed the wheel."""
    folder = tmp_path / "anywhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """Return the environment without what would lead a child process to this checkout."""
    dropped = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTEST_CURRENT_TEST"}
    return {name: value for name, value in os.environ.items() if name not in dropped}
