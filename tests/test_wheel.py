"""An installed wheel in an empty folder does everything that a checkout does."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Words by which the text of each licence is known.
LICENCES = {
    "Apache-2.0": "Version 2.0, January 2004",
    "CC-BY-4.0": "Creative Commons Attribution 4.0 International Public License",
    "LGPL-2.1-only": "Version 2.1, February 1999",
    "MIT": "OpenSanctions Datenbanken GmbH",
    "Unicode-3.0": "UNICODE LICENSE V3",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_carries_ontology_data_and_licence(wheel: Path) -> None:
    """What the checkout keeps beside the package travels inside it."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in (
        "kg/_resources/ontology/core.ttl",
        "kg/_resources/ontology/shapes.ttl",
        "kg/_resources/data/texts/2023-10-26-us-jp-kr.txt",
        "kg/_resources/data/instruments/unsc-1874.yaml",
        "kg/py.typed",
        "kg/views/web/sparql.js",
        "kg/views/web/oxigraph.wasm.zlib",
        "kg/views/web/oxigraph-LICENSE.txt",
    ):
        assert name in names


@pytest.mark.slow
def test_the_wheel_says_its_licences_and_carries_their_texts(wheel: Path) -> None:
    """Each licence of the expression has its text in the wheel, which lists it."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(archive.read(name))
        listed = metadata.get_all("License-File") or []
        folder = name.removesuffix("METADATA") + "licenses/"
        texts = {each: archive.read(folder + each).decode() for each in listed}
    expression = metadata["License-Expression"]
    assert set(expression.split(" AND ")) == set(LICENCES)
    for licence, words in LICENCES.items():
        assert any(words in text for text in texts.values()), licence
    assert "Oxigraph developers" in texts["kg/views/web/oxigraph-LICENSE.txt"]


@pytest.mark.slow
def test_the_installed_wheel_does_it_all(
    wheel: Path, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    """With no development package, from a folder that holds nothing."""
    home = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, capture_output=True)
    pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True, env=clean_environment)
    folder = tmp_path / "empty"
    folder.mkdir()
    outputs = []
    for arguments in (
        ["check"],
        ["build"],
        ["findings"],
        ["ask", "who-says-what"],
        ["explain", "some-deliveries-completed/1874-9-dprk/KP"],
        ["explore"],
    ):
        done = subprocess.run(
            [str(home / "bin" / "kg"), *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env=clean_environment,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        outputs.append(done.stdout)
    assert sorted(path.name for path in folder.iterdir()) == ["build", "explorer.html"]
    assert all(outputs)
