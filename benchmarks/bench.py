"""One run of the benchmark: phases and their peers by turns, and the figures that come of them."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_corpus
from benchmarks.measure import Measured, run_phase, time_process
from benchmarks.questions import QUESTIONS
from benchmarks.results import Ratio, Results

# Whole processes end in fractions of a second, so that more runs of them cost little.
_STARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much to measure.

    ``peer_texts`` is the size at which rdflib's own engine takes part, ``limit`` the seconds after
    which a phase is ended. Without ``files`` the graph is made from values, and no text is read.
    """

    texts: int
    peer_texts: int
    repeat: int
    limit: float
    files: bool = True


class Bench:
    """Gathers the figures of one run; ``folder`` takes what the run writes."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._folder = folder
        self._plan = plan
        self._ratios: list[Ratio] = []
        self._runs: defaultdict[str, list[Measured]] = defaultdict(list)

    def run(self) -> Results:
        """Measure everything; standard error tells what is going on."""
        self._measure_whole(str(self._folder / "whole"))
        self._measure_engines(str(self._folder / "small"))
        self._measure_starts()
        return Results(
            ratios=self._ratios,
            # rdflib's are ours, or the run would have stopped.
            facts={
                label: runs[0].facts for label, runs in self._runs.items() if "rdflib" not in label
            },
            seconds={
                label: {part: _middle(runs, part) for part in runs[0].seconds}
                for label, runs in self._runs.items()
            },
            peak_megabytes={
                label: max(run.peak_megabytes for run in runs) for label, runs in self._runs.items()
            },
        )

    def _measure_whole(self, folder: str) -> None:
        """Compare building and inferring with loading the same quads, all at full size."""
        texts = self._plan.texts
        write_corpus(Path(folder), texts if self._plan.files else 0)
        make = ("build", folder) if self._plan.files else ("lift", folder, str(texts))
        for _ in range(self._plan.repeat):
            for step in (make, ("bulk_load", folder), ("infer_oxigraph", folder)):
                self.measure(texts, *step)
        load = self._seconds(texts, "bulk_load", "bulk load")
        for phase in (make[0], "infer_oxigraph"):
            for part in self._runs[_label(phase, texts)][0].seconds:
                times = self._seconds(texts, phase, part) / load
                self._add(part, "raw bulk load of the same quads", texts, times)

    def _measure_engines(self, folder: str) -> None:
        """Compare the engines on the same rules and questions, rdflib's own once: it takes long."""
        texts = self._plan.peer_texts
        write_corpus(Path(folder), texts)
        self.measure(texts, "build", folder)
        for _ in range(self._plan.repeat):
            self.measure(texts, "infer_oxigraph", folder)
            self.measure(texts, "ask_oxigraph", folder)
        self._add_peer("rules", "infer_oxigraph", self.measure(texts, "infer_rdflib", folder))
        for name in QUESTIONS:
            measured = self.measure(texts, "ask_rdflib", folder, name, about=name)
            self._add_peer(name, "ask_oxigraph", measured)

    def _add_peer(self, part: str, ours: str, theirs: Measured | None) -> None:
        texts = self._plan.peer_texts
        seconds = self._plan.limit
        if theirs:
            seconds = theirs.seconds[part]
            _check_same_answer(part, self._runs[_label(ours, texts)][0], theirs)
        times = seconds / self._seconds(texts, ours, part)
        self._add(f"{part}, by rdflib", "by Oxigraph", texts, times, at_least=theirs is None)

    def _measure_starts(self) -> None:
        """Compare whole processes with a Python that does nothing."""
        commands = {
            "kg --help": ("-m", "kg", "--help"),
            "kg build of the bundled data": ("-m", "kg", "build", "--out"),
        }
        spent: defaultdict[str, list[float]] = defaultdict(list)
        for turn in range(_STARTS):
            spent["python"].append(time_process(sys.executable, "-c", "pass"))
            for name, command in commands.items():
                out = (str(self._folder / f"bundled-{turn}"),) if command[-1] == "--out" else ()
                spent[name].append(time_process(sys.executable, *command, *out))
        for name in commands:
            self._add(name, "python -c pass", 0, median(spent[name]) / median(spent["python"]))

    def measure(self, texts: int, phase: str, *arguments: str, about: str = "") -> Measured | None:
        """Run a phase once more; ``about`` keeps runs apart that do different things."""
        label = _label(f"{phase} {about}" if about else phase, texts)
        print(label, file=sys.stderr)
        measured = run_phase(phase, *arguments, limit=self._plan.limit)
        if measured is None:
            return None
        runs = self._runs[label]
        if runs and runs[0].facts != measured.facts:
            raise RuntimeError(f"{label}: now {measured.facts}, before {runs[0].facts}")
        runs.append(measured)
        return measured

    def _seconds(self, texts: int, phase: str, part: str) -> float:
        return _middle(self._runs[_label(phase, texts)], part)

    def _add(
        self, what: str, beside: str, texts: int, times: float, *, at_least: bool = False
    ) -> None:
        self._ratios.append(
            Ratio(what=what, beside=beside, texts=texts, times=times, at_least=at_least)
        )


def _check_same_answer(part: str, ours: Measured, theirs: Measured) -> None:
    """Refuse to compare engines that do different work."""
    for name, value in theirs.facts.items():
        if ours.facts[name] != value:
            raise RuntimeError(f"{part}: {name}: {ours.facts[name]}, and {value} by rdflib")


def _label(phase: str, texts: int) -> str:
    return f"{phase.replace('_', ' ')}, {texts:,} texts"


def _middle(runs: list[Measured], part: str) -> float:
    return median(run.seconds[part] for run in runs)
