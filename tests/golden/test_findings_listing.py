"""Every finding of the bundled graph on one line, so that a changed rule shows as a diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.front.graph import Graph, open_graph

LISTING = Path(__file__).parent / "findings.txt"


def test_every_finding_of_the_bundled_graph_is_listed(
    bundled_build: Path, request: pytest.FixtureRequest
) -> None:
    """A line has kind, outcome, norm, agent and claim; the listing is the one accepted."""
    written = "".join(f"{line}\n" for line in _lines(open_graph(bundled_build)))
    if request.config.getoption("--accept-golden"):
        LISTING.write_text(written, encoding="utf-8", newline="\n")
    assert LISTING.read_text(encoding="utf-8") == written, "findings.txt: see `make golden`"


def _lines(graph: Graph) -> list[str]:
    picture = graph.picture()
    claims = {row.iri: f"{row.text}/{row.name}" for row in picture.propositions}
    return sorted(
        f"{row.kind}  {_outcome(row.reasons, contested=bool(row.contested_by))}"
        f"  {row.norm}  {row.agent or '-'}  {claims[row.transfer]}"
        for row in picture.findings
    )


def _outcome(reasons: tuple[str, ...], *, contested: bool) -> str:
    """Return why the norm does not apply, or cannot be told to; else that it applies if true."""
    return "+".join((*(reasons or ("applies-if-true",)), *(("contested",) if contested else ())))
