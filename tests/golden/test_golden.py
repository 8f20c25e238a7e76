"""Stories: a folder with texts and annotations, and what must come out of them.

To cover a new case, add a folder with a story.md and a corpus; `make golden` writes what comes out
beside it. To accept a change, run `make golden` and read the diff.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.front.build import build
from kg.front.graph import Graph, open_graph
from kg.iris import text_graph, text_iri

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
STORIES = sorted(path.parent for path in HERE.glob("stories/*/story.md"))


def test_there_are_stories() -> None:
    """The folder that the next test reads is not empty."""
    assert len(STORIES) >= 6


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_a_story_comes_out_as_told(
    story: Path,
    tmp_path: Path,
    reference_alone: Path,
    seed_build: Path,
    request: pytest.FixtureRequest,
) -> None:
    """Graph, findings and sentences are, byte for byte, those that were accepted."""
    corpus, directory = story / "corpus", seed_build
    if corpus.is_dir():
        directory = tmp_path / "build"
        build((reference_alone, HERE / "invented", corpus), directory, bundled=False)
    graph = open_graph(directory)
    texts = [text.id for text in graph.picture().texts]
    accept = request.config.getoption("--accept-golden")
    for name, written in _outcome(graph, texts):
        expected = story / "expected" / name
        if accept:
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(written, encoding="utf-8", newline="\n")
        assert expected.read_text(encoding="utf-8") == written, f"{name}: see `make golden`"


def _outcome(graph: Graph, texts: list[str]) -> Iterator[tuple[str, str]]:
    lines = (graph.directory / "current" / "graph.nq").read_text(encoding="utf-8").splitlines()
    graphs = tuple(f"<{text_graph(text)}> ." for text in texts)
    yield "graph.nq", "".join(line + "\n" for line in lines if line.endswith(graphs))
    ours = tuple(text_iri(text) + "/" for text in texts)
    findings = [
        dataclasses.asdict(finding)
        for finding in graph.findings()
        if finding.transfer.startswith(ours)
    ]
    yield "findings.json", _json(findings)
    picture = graph.picture()
    sentences = [
        f"{act.text}: {act.sentence}: {proposition.sentence}\n"
        for act in picture.speech_acts
        for proposition in picture.propositions
        if act.text in texts and proposition.iri == act.proposition
    ]
    yield "said.txt", "".join(sentences)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
