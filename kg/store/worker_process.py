"""The process that answers one query: a request comes in, lines of JSON go out.

The answer is a head, a line for each row, and a tail with their number or with the problem, so that
an answer cut short is never taken for a whole one. Run as ``python -m kg.store.worker_process``.
"""

from __future__ import annotations

import ctypes
import json
import re
import resource
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from kg.errors import KgError, Place, Problem

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.store.answers import Packed

MAX_ANSWER_BYTES: Final = 256 * 1024**2

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000
_PR_SET_PDEATHSIG: Final = 1


def serve(request: Mapping[str, Any], out: BinaryIO) -> None:
    """Answer ``request`` on ``out``, and say what is wrong with it if anything is."""
    limit_self(memory=request["memory"], seconds=request["seconds"])
    tail: dict[str, Any]
    try:
        tail = {"rows": _answer(request, out)}
    except KgError as error:
        tail = {"problem": _packed(error.problems[0])}
    except MemoryError:
        sentence = f"the query needed more than {request['memory'] // 1024**2:,} MiB of memory"
        problem = Problem(slug="query-out-of-memory", sentence=sentence)
        tail = {"problem": _packed(problem)}
    _write(out, tail)
    out.flush()


def limit_self(*, memory: int, seconds: float) -> None:
    """Take from this process the network, as far as the system lets it, and what it does not need.

    Call it before the engine is imported, since the network can be left only while there is one
    thread.
    """
    with suppress(OSError, AttributeError):  # not Linux
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # no worker outlives who asked
        # Alone where this process may; a new user namespace is what everybody else needs for it.
        if libc.unshare(_CLONE_NEWNET) != 0:
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, int(seconds) + 5)):
        allowed = resource.getrlimit(limit)[1]
        value = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(limit, (value, value))


def _answer(request: Mapping[str, Any], out: BinaryIO) -> int:
    import pyoxigraph as ox  # noqa: PLC0415  # after limit_self, which says why

    from kg.store.opening import open_store  # noqa: PLC0415  # as above

    store = open_store(Path(request["source"]))
    try:
        found = store.query(
            request["query"],
            base_iri=request["base"],
            prefixes=request["prefixes"],
            use_default_graph_as_union=True,
        )
        match found:
            case ox.QueryBoolean():
                _write(out, {"kind": "ask", "variables": [], "truth": bool(found)})
                return 0
            case ox.QuerySolutions():
                names = [variable.value for variable in found.variables]
                _write(out, {"kind": "select", "variables": names, "truth": None})
            case _:
                names = ["subject", "predicate", "object"]
                _write(out, {"kind": "construct", "variables": names, "truth": None})
        return _write_rows(found, len(names), request["max_rows"], out)
    except SyntaxError as error:
        raise _misspelt(str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        sentence = f"the engine cannot answer this query: {str(error).splitlines()[0]}"
        raise KgError([Problem(slug="query-failed", sentence=sentence)]) from error


def _write_rows(
    found: ox.QuerySolutions | ox.QueryTriples, width: int, max_rows: int, out: BinaryIO
) -> int:
    count = size = 0
    for row in _rows(found, width):
        count += 1
        if count > max_rows:
            _too_many(f"the answer has more than {max_rows:,} rows")
        size += _write(out, row)
        if size > MAX_ANSWER_BYTES:
            _too_many(f"the answer is larger than {MAX_ANSWER_BYTES // 1024**2:,} MiB")
    return count


def _rows(found: ox.QuerySolutions | ox.QueryTriples, width: int) -> Iterator[list[Packed]]:
    from kg.store.answers import pack  # noqa: PLC0415  # imports the engine

    for row in found:
        if isinstance(row, tuple):
            yield [pack(term) for term in row]
        else:
            yield [pack(row[number]) for number in range(width)]


def _too_many(sentence: str) -> None:
    hint = "add LIMIT, count instead, or allow more rows with --max-rows"
    raise KgError([Problem(slug="too-many-rows", sentence=sentence, hint=hint)])


def _misspelt(words: str) -> KgError:
    """Return what the engine says of a query that is no SPARQL, with the place that it names."""
    found = re.match(r"error at (\d+):(\d+): (.*)", words, re.DOTALL)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    what = " ".join((found[3] if found else words).split())
    place = Place("query", line, column)  # who asked knows what the query is called
    return KgError(
        [Problem(slug="query-syntax", sentence=f"this is not SPARQL: {what}", place=place)]
    )


def _packed(problem: Problem) -> dict[str, Any]:
    return {
        "slug": problem.slug,
        "sentence": problem.sentence,
        "hint": problem.hint,
        "line": problem.place.line if problem.place else None,
        "column": problem.place.column if problem.place else None,
    }


def _write(out: BinaryIO, value: object) -> int:
    """Write ``value`` as one line of JSON; return how many bytes that is."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    return out.write(line)


if __name__ == "__main__":
    serve(json.loads(sys.stdin.buffer.readline()), sys.stdout.buffer)
