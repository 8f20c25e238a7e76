"""The benchmark itself: one command measures every phase and its peers, and says so as ratios."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import answers
from benchmarks.bench import Bench, Plan
from benchmarks.measure import Measured, run_phase
from benchmarks.questions import QUESTIONS
from benchmarks.results import Ratio, Results

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.slow
def test_a_tiny_run_works_from_end_to_end(tmp_path: Path) -> None:
    """The command measures each phase, holds rdflib to the same answers, and writes all figures."""
    written = tmp_path / "figures.json"
    command = [sys.executable, "benchmarks/run.py", "--texts", "3", "--peer-texts", "1"]
    command += ["--repeat", "1", "--json", str(written)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    figures = json.loads(written.read_bytes())
    assert figures["format"] == "kg-benchmark/1"
    assert figures["facts"]["build, 3 texts"]["texts"] == 3
    assert figures["facts"]["infer oxigraph, 3 texts"]["transfers"] == 12
    assert figures["facts"]["infer oxigraph, 3 texts"]["norms"] == 300
    measured = {ratio["what"] for ratio in figures["ratios"]}
    assert measured >= {"build", "rules", "rules, by rdflib", "kg --help"}
    assert measured >= {f"{name}, by rdflib" for name in QUESTIONS}
    assert all(ratio["times"] > 0 for ratio in figures["ratios"])
    assert "| build | raw bulk load of the same quads | 3 |" in ended.stdout


@pytest.mark.slow
def test_what_answers_cost_is_measured_at_each_size(tmp_path: Path) -> None:
    """Each phase runs at each size, and the growth comes as an exponent."""
    written = tmp_path / "answers.json"
    command = [sys.executable, "-m", "benchmarks.answers", "--texts", "10", "20"]
    command += ["--json", str(written)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    figures = json.loads(written.read_bytes())
    assert set(figures) == set(answers.PHASES)
    assert all(set(sizes) == {"10", "20"} for sizes in figures.values())
    assert figures["load"]["20"]["facts"]["quads"] > figures["load"]["10"]["facts"]["quads"]
    assert ended.stdout.count("exponent") == len(answers.PHASES)


def test_a_phase_that_takes_too_long_is_said_not_to_have_ended(tmp_path: Path) -> None:
    """The limit ends a phase, and no figure is made up for it."""
    assert run_phase("bulk_load", str(tmp_path), limit=0.001) is None


def test_a_phase_that_fails_stops_the_run(tmp_path: Path) -> None:
    """A phase without its corpus is no figure but an error that names the phase."""
    with pytest.raises(RuntimeError, match="the phase bulk_load failed"):
        run_phase("bulk_load", str(tmp_path), limit=60)


def test_a_phase_reports_time_memory_and_facts(tmp_path: Path) -> None:
    """Making the N-Quads of one text gives seconds, a peak of memory, and the count of quads."""
    measured = run_phase("lift", str(tmp_path), "1", limit=60)
    assert isinstance(measured, Measured)
    lines = (tmp_path / "graph.nq").read_bytes().splitlines()
    assert measured.facts == {"quads": len(lines)}
    assert measured.seconds["lift"] > 0
    assert measured.peak_megabytes > 1


def test_a_ratio_shows_two_digits_and_whether_it_is_a_bound() -> None:
    """The table promises no more than a shared machine can keep."""
    ratio = Ratio(what="a", beside="b", texts=1, times=3.14159)
    bound = Ratio(what="a", beside="b", texts=1, times=1234.5, at_least=True)
    results = Results(ratios=[ratio, bound], facts={}, seconds={}, peak_megabytes={})
    assert (str(ratio), str(bound)) == ("3.1", "> 1,234")
    assert "| a | b | 1 | > 1,234 |" in results.table()


def test_facts_that_change_between_runs_are_refused(tmp_path: Path) -> None:
    """What is measured must be the same work each time."""
    bench = Bench(tmp_path, Plan(texts=1, peer_texts=1, repeat=1, limit=60))
    bench.measure(1, "lift", str(tmp_path), "1")
    with pytest.raises(RuntimeError, match="before"):
        bench.measure(1, "lift", str(tmp_path), "2")
