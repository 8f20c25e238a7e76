"""How a notebook is run, and in what form it is stored."""

from __future__ import annotations

import asyncio
import base64
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

nbformat: Any = import_module("nbformat")  # it says that it has types, and its functions have none


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def new_notebook(code: str, *its_outputs: dict[str, Any]) -> Any:
    cell = nbformat.v4.new_code_cell(code, outputs=nbformat.from_dict(list(its_outputs)))
    return nbformat.v4.new_notebook(cells=[cell])


def execute(notebook: Any, folder: Path, environment: dict[str, str]) -> Any:
    """Return a copy of the notebook, run by this interpreter with nothing of earlier runs in it."""

    async def in_one_loop() -> Any:
        # With no folder to search, what is found is the kernel of this interpreter.
        manager = AsyncKernelManager(
            kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[])
        )
        # What a cell prints comes in one piece, however slowly it prints it.
        client = NotebookClient(
            empty(notebook), km=manager, timeout=300, record_timing=False, coalesce_streams=True
        )
        return await client.async_execute(cleanup_kc=True, cwd=str(folder), env=environment)

    # In a thread of its own: Playwright's loop may be running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(in_one_loop())).result()


def empty(notebook: Any) -> Any:
    """Return the notebook without outputs."""
    copy = deepcopy(notebook)
    for cell in code_cells(copy):
        cell.outputs, cell.execution_count = [], None
    return copy


def stored_form(notebook: Any) -> Any:
    """Return the notebook as it is stored: with what is the same in every run, and not too large.

    An output with a still picture loses its HTML. Beside a picture whose bytes differ from one
    version of a library to the next stands what code it was drawn from, so that none goes stale.
    """
    copy = deepcopy(notebook)
    copy.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    code = sha256()
    for cell in code_cells(copy):
        cell.metadata = nbformat.from_dict({})
        code.update(f"{cell.source}\0".encode())
        for output in cell.outputs:
            data = output.get("data", {})
            if "image/svg+xml" in data:
                data.pop("text/html", None)
            if "image/png" in data:
                output.metadata = nbformat.from_dict({"drawn_from": code.hexdigest()[:16]})
    return copy


def written(notebook: Any) -> str:
    return str(nbformat.writes(notebook)) + "\n"


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook: Any) -> list[Any]:
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def pictures(notebook: Any) -> list[bytes]:
    encoded = [output.get("data", {}).get("image/png") for output in outputs(notebook)]
    return [base64.b64decode(each) for each in encoded if each is not None]


def without_pictures(notebook: Any) -> Any:
    """Return the notebook with the bytes of its pictures left out."""
    copy = deepcopy(notebook)
    for output in outputs(copy):
        if "image/png" in output.get("data", {}):
            output.data["image/png"] = "a picture"
    return copy


def complaints(notebook: Any) -> list[str]:
    """Return what came out on standard error, and every error."""
    found = [output for output in outputs(notebook) if output.output_type == "error"]
    said = [output for output in outputs(notebook) if output.get("name") == "stderr"]
    return [str(output.get("text") or output.get("evalue")) for output in (*found, *said)]
