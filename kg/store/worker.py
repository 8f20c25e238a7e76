"""SPARQL that is not ours, answered in a process of its own with limits of time, memory and rows.

The engine has no limit of time, does not hear Ctrl-C, and can be brought down by a query. So a
process answers one query, and whatever happens to it costs a message and nothing else.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError, Place, Problem
from kg.store.answers import Answer, Value, unpack
from kg.store.guard import check_query

__all__ = ["Answer", "Value", "run_query"]

TIMEOUT: Final = 30.0
MAX_ROWS: Final = 100_000
MEMORY: Final = 2 * 1024**3
_FOREVER: Final = 1e9

_PACKAGE_PARENT: Final = Path(__file__).resolve().parent.parent.parent


def run_query(  # noqa: PLR0913  # each limit is one
    source: Path,
    query: str,
    *,
    timeout: float = TIMEOUT,
    max_rows: int = MAX_ROWS,
    memory: int = MEMORY,
    base: str | None = None,
    prefixes: Mapping[str, str] | None = None,
    name: str = "query",
) -> Answer:
    """Return the whole answer to ``query`` over all graphs of a build, or raise KgError.

    ``source`` is a build directory, one of its generations, or an N-Quads file. ``timeout`` is in
    seconds and ``memory`` in bytes. ``prefixes`` are known without being declared. ``name`` is what
    messages call the query. An answer of more than ``max_rows`` rows is an error and never cut.
    On Ctrl-C the process ends at once, and KeyboardInterrupt goes on. ValueError for a limit that
    is none.
    """
    if not (0 < timeout < _FOREVER and max_rows > 0 and memory > 0):
        raise ValueError("timeout, max_rows and memory are positive and finite")
    check_query(query, name)
    request = {
        "source": str(source),
        "query": query,
        "max_rows": max_rows,
        "memory": memory,
        "seconds": timeout,
        "base": base,
        "prefixes": dict(prefixes or {}),
    }
    out, err, code = _run(json.dumps(request).encode() + b"\n", timeout)
    lines = out.split(b"\n")
    if code == 0 and len(lines) >= 2 and lines[-1] == b"":  # noqa: PLR2004  # a head and a tail
        head, tail = json.loads(lines[0]), json.loads(lines[-2])
        if tail.get("problem"):
            raise _told(tail["problem"], name)
        if tail.get("rows") == len(lines) - 3:
            return _answer(head, lines[1:-2])
    raise _death(code, err, timeout, memory)


def _run(request: bytes, timeout: float) -> tuple[bytes, str, int]:
    paths = [str(_PACKAGE_PARENT), os.environ.get("PYTHONPATH", "")]
    worker = subprocess.Popen(
        # -P: the working directory is no place to import from.
        [sys.executable, "-P", "-m", "kg.store.worker_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        start_new_session=True,  # Ctrl-C comes to this process, which ends the worker
    )
    try:
        out, err = worker.communicate(request, timeout=timeout)
    except subprocess.TimeoutExpired as error:
        raise _too_slow(timeout) from error
    finally:
        if worker.poll() is None:
            worker.kill()
            worker.wait()
        for pipe in (worker.stdin, worker.stdout, worker.stderr):
            if pipe is not None:
                pipe.close()
    return out, err.decode("utf-8", "replace"), worker.returncode


def _answer(head: Mapping[str, Any], rows: list[bytes]) -> Answer:
    return Answer(
        kind=head["kind"],
        variables=tuple(head["variables"]),
        rows=tuple(tuple(unpack(term) for term in json.loads(row)) for row in rows),
        truth=head["truth"],
    )


def _told(problem: Mapping[str, Any], name: str) -> KgError:
    """Return what the worker says is wrong, with the query called ``name``."""
    line, column = problem["line"], problem["column"]
    place = Place(name, line, column) if line is not None else None
    slug, sentence, hint = problem["slug"], problem["sentence"], problem["hint"]
    return KgError([Problem(slug=slug, sentence=sentence, place=place, hint=hint)])


def _death(code: int, err: str, timeout: float, memory: int) -> KgError:
    if -code == signal.SIGXCPU:
        return _too_slow(timeout)
    wants_memory = ("memory allocation", "MemoryError", "bad_alloc")
    if -code == signal.SIGKILL or any(words in err for words in wants_memory):
        return _one(
            "query-out-of-memory",
            f"the query needed more than {memory // 1024**2:,} MiB of memory",
            "narrow it, or add LIMIT",
        )
    return _one(
        "query-crashed",
        f"the query brought the engine down ({_how(code)})",
        "nothing was lost; write the query more simply",
    )


def _too_slow(timeout: float) -> KgError:
    return _one(
        "query-too-slow",
        f"the query was stopped after {timeout:g} seconds",
        "narrow it, or allow more time with --timeout",
    )


def _how(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


def _one(slug: str, sentence: str, hint: str) -> KgError:
    return KgError([Problem(slug=slug, sentence=sentence, hint=hint)])
