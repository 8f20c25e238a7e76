"""Processes of this machine, as Linux lists them: what a test started, and what is left of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


class Process(NamedTuple):
    """One process; ``seconds`` of a processor is what it used so far."""

    id: int
    parent: int
    command: str
    seconds: float


def find_process(id_: int) -> Process | None:
    """Return the process, or None when it has ended, even if nobody has asked how."""
    try:
        status = (PROC / str(id_) / "stat").read_text()
        command = (PROC / str(id_) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return None
    state, parent, *rest = status.rpartition(") ")[2].split()
    ticks = int(rest[9]) + int(rest[10])
    return None if state in "ZX" else Process(id_, int(parent), command, ticks / _TICKS)


def workers_of(parent: int) -> list[Process]:
    """Return the processes that answer queries for ``parent``."""
    found = (find_process(int(path.name)) for path in PROC.iterdir() if path.name.isdigit())
    return [
        each
        for each in found
        if each and each.parent == parent and "worker_process" in each.command
    ]


def wait_for(seen: Callable[[], object], *, seconds: float = 20) -> None:
    """Return when ``seen`` tells that something is there; fail when it never comes."""
    until = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < until, "what is waited for does not come"
        time.sleep(0.02)


def worker_at_work(parent: int) -> int:
    """Return the id of the worker of ``parent`` once it computes; it takes a moment to start."""

    def busy() -> list[Process]:
        return [worker for worker in workers_of(parent) if worker.seconds > 0.3]

    wait_for(busy)
    return busy()[0].id
