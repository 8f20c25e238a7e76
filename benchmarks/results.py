"""What a run of the benchmark found, as a table of ratios and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from platform import python_implementation, python_version
from typing import Any

_PACKAGES = ("pyoxigraph", "rdflib", "PyYAML")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many times as long ``what`` takes as ``beside`` in the same run.

    ``texts`` is 0 where the corpus plays no part. ``at_least`` tells that ``what`` was ended before
    it was done.
    """

    what: str
    beside: str
    texts: int
    times: float
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'> ' if self.at_least else ''}{_rounded(self.times)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All figures of a run. ``facts`` are the same on every machine; nothing else is."""

    ratios: Sequence[Ratio]
    facts: dict[str, dict[str, Any]]
    seconds: dict[str, dict[str, float]]
    peak_megabytes: dict[str, float]

    def table(self) -> str:
        """Return the ratios, the memory and the facts as Markdown."""
        return "\n".join((*self._ratio_lines(), "", *self._memory_lines(), "", *self._fact_lines()))

    def json(self) -> str:
        return (
            json.dumps(
                {
                    "format": "kg-benchmark/1",
                    "versions": versions(),
                    "ratios": [
                        {
                            "what": ratio.what,
                            "beside": ratio.beside,
                            "texts": ratio.texts,
                            "times": ratio.times,
                            "at-least": ratio.at_least,
                        }
                        for ratio in self.ratios
                    ],
                    "facts": self.facts,
                    "seconds": self.seconds,
                    "peak-megabytes": self.peak_megabytes,
                },
                indent=1,
            )
            + "\n"
        )

    def _ratio_lines(self) -> list[str]:
        rows = [
            (ratio.what, ratio.beside, f"{ratio.texts:,}" if ratio.texts else "", str(ratio))
            for ratio in self.ratios
        ]
        return _table(("what", "beside", "texts", "times as long"), rows)

    def _memory_lines(self) -> list[str]:
        rows = [(phase, f"{peak:,.0f}") for phase, peak in self.peak_megabytes.items()]
        return _table(("phase, in a process of its own", "peak memory, MB"), rows)

    def _fact_lines(self) -> list[str]:
        rows = [
            (phase, ", ".join(f"{name} {_fact(value)}" for name, value in facts.items()))
            for phase, facts in self.facts.items()
        ]
        return _table(("phase", "the same on every machine"), rows)


def versions() -> dict[str, str]:
    """Return the versions of what was measured."""
    return {
        python_implementation(): python_version(),
        **{package: version(package) for package in _PACKAGES},
    }


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    return [_line(heads), _line(("---",) * len(heads)), *(_line(row) for row in rows)]


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _fact(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _rounded(times: float) -> str:
    # Two digits are what a shared machine can promise.
    return f"{times:,.0f}" if times >= 10 else f"{times:.2g}"  # noqa: PLR2004  # two digits
