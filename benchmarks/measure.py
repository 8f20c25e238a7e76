"""Runs one phase of the benchmark in a process of its own, and takes its time and memory.

The process times the phase itself, so that start-up and loading of what the phase needs are no
part of the figure; a phase that does not end in time is ended, and said not to have ended.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one run of a phase gave; ``seconds`` by part, ``facts`` the same on every machine.

    ``processor_seconds``, where a phase takes them, are those of the processors: others' work on
    the same machine hardly changes them.
    """

    seconds: dict[str, float]
    facts: dict[str, Any] = field(default_factory=dict)
    peak_megabytes: float = 0.0
    processor_seconds: dict[str, float] = field(default_factory=dict)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what ``work`` returns, and the seconds it took."""
    begin = perf_counter()
    made = work()
    return made, perf_counter() - begin


def timed_turns(label: str, *turns: Callable[[], object]) -> Measured:
    """Return the medians of what ``turns`` took, by the clock and of the processors."""
    clock, processors = [], []
    for turn in turns:
        begin = process_time()
        _, seconds = timed(turn)
        clock.append(seconds)
        processors.append(process_time() - begin)
    return Measured(seconds={label: median(clock)}, processor_seconds={label: median(processors)})


def report(measured: Measured) -> None:
    """Write what was measured to standard output, for ``run_phase`` to read."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kilobytes, macOS bytes.
    megabytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    json.dump(asdict(replace(measured, peak_megabytes=megabytes)), sys.stdout)


def run_phase(
    name: str, *arguments: str, limit: float, module: str = "benchmarks.phases"
) -> Measured | None:
    """Run a phase of ``module`` in a new process; None when it did not end within ``limit``."""
    command = [sys.executable, "-m", module, name, *arguments]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode:
        raise RuntimeError(f"the phase {name} failed:\n{ended.stderr}")
    return Measured(**json.loads(ended.stdout))


def time_process(*command: str) -> float:
    """Return the seconds from start to end of a whole process, which must succeed."""
    _, seconds = timed(lambda: subprocess.run(command, capture_output=True, check=True))
    return seconds
