"""Writing a view to a file: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import KgError, Problem


def write_whole(path: Path, data: str | bytes) -> None:
    """Write ``data``, words in UTF-8, to ``path`` by one rename, so that nobody ever reads half.

    Raises KgError where that cannot be done; then no part is left behind.
    """
    try:
        _write(path, data.encode("utf-8") if isinstance(data, str) else data)
    except OSError as error:
        problem = Problem(
            slug="cannot-write",
            sentence=f"{path} cannot be written: {error.strerror or error}",
            hint="give another place with --out",
        )
        raise KgError([problem]) from error


def _write(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is for its owner alone; this one is for whoever the folder is for.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
