"""Run in a process of its own: writes a generation, and meets with an accident on the way.

GRAPH is a file of N-Quads.

python -m tests.store.unlucky_writer OUT GRAPH kill STEP    killed at its STEP-th look at a file
python -m tests.store.unlucky_writer OUT GRAPH full BYTES   no file may be larger than BYTES
python -m tests.store.unlucky_writer OUT GRAPH hold         keeps the lock until it is told
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from itertools import count
from pathlib import Path

from kg.errors import KgError
from kg.store.generations import locked
from tests.store.small_builds import write

# What Python reports before it opens, makes, renames or removes something.
_LOOKS = {"open", "os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.scandir"}


def _die_at(step: int, out: Path) -> None:
    steps = count(1)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event in _LOOKS and str(arguments[0]).startswith(str(out)) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


def main(out: Path, graph: bytes, accident: str, *amount: str) -> None:
    """Write ``graph`` to ``out`` as told above; print the slugs of what goes wrong."""
    if accident == "hold":
        with locked(out):
            sys.stdout.write("locked\n")
            sys.stdout.flush()
            sys.stdin.read()
        return
    number = int(amount[0])
    if accident == "kill":
        _die_at(number, out)
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
    try:
        write(out, graph)
    except KgError as error:
        sys.stdout.write(" ".join(problem.slug for problem in error.problems))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), *sys.argv[3:])
