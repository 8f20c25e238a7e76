"""The rules on some texts at a time: the same findings, however the texts are grouped."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import open_graph
from kg.inference import findings, infer
from kg.inference.batches import batches, text_graphs
from kg.quads.terms import graph_of
from kg.vocab import Ata


@pytest.fixture(scope="module")
def store(bundled_build: Path) -> ox.Store:
    return open_graph(bundled_build).store


@pytest.mark.parametrize("size", [1, 7, 40])
def test_every_text_stands_in_one_group_with_what_it_answers(store: ox.Store, size: int) -> None:
    groups = list(batches(store, size))
    assert sorted(graph for group in groups for graph in group) == sorted(text_graphs(store))
    assert len(groups) > 1
    at = {graph: number for number, group in enumerate(groups) for graph in group}
    replies = list(store.quads_for_pattern(None, ox.NamedNode(Ata.answers), None, None))
    assert replies
    for reply in replies:
        assert isinstance(reply.object, ox.NamedNode)
        for answered in store.quads_for_pattern(reply.object, None, None, None):
            assert at[graph_of(reply)] == at[graph_of(answered)]


def test_the_findings_are_the_same_in_groups_as_at_once(
    store: ox.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = infer(store)
    monkeypatch.setattr(findings, "_AT_ONCE", 10)
    assert infer(store) == at_once
    parts = list(findings.infer_in_batches(store))
    assert len(parts) > 1
    assert set().union(*parts) == set(at_once)
