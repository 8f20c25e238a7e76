"""The network of the page: nodes and lines, by their numbers."""

from __future__ import annotations

from kg.views.layout import place
from kg.views.page_index import PageIndex
from kg.views.sketch import NOT_APPLYING, Line, sketch
from kg.views.view_model import Network

# Room for each kind of node in the whole graph, its label included.
_SIZES = {
    "actor": (210.0, 70.0),
    "voice": (330.0, 110.0),
    "proposition": (160.0, 84.0),
    "norm": (290.0, 76.0),
}
_AFFIRMED_ON_ITS_OWN = {"confirms", "asserts", "admits", "affirms"}


class PageNetwork:
    """The sketch of a picture, with the number of each node."""

    def __init__(self, index: PageIndex) -> None:
        self._index = index
        self.sketch = sketch(index.picture)
        self._nodes = {node.id: at for at, node in enumerate(self.sketch.nodes)}

    def whole(self) -> Network:
        """Return every node with its place, and every line with how it is drawn."""
        lines = self.sketch.lines
        positions = place(
            list(self._nodes),
            [(line.source, line.target) for line in lines],
            sizes={node.id: _SIZES[node.kind] for node in self.sketch.nodes},
        )
        findings = {finding.iri: finding.id for finding in self._index.picture.findings}
        return {
            "nodes": [
                {
                    "kind": node.kind,
                    "label": node.label,
                    "claim": self._index.claims.get(node.id),
                    "actors": node.id.removeprefix("actor:").split("+")
                    if node.kind in {"actor", "voice"}
                    else [],
                    "x": positions[node.id][0],
                    "y": positions[node.id][1],
                }
                for node in self.sketch.nodes
            ],
            "lines": [
                {
                    "from": self._nodes[line.source],
                    "to": self._nodes[line.target],
                    "kind": line.kind,
                    "label": line.label,
                    "stance": line.stance,
                    "status": line.status,
                    "who": line.who,
                    "style": style_of(line),
                    "claim": self._index.claims.get(line.about),
                    "finding": findings.get(line.about),
                }
                for line in lines
            ],
        }


def style_of(line: Line) -> str:
    """Return how a line is drawn: the stance is told by more than its colour."""
    if line.kind in {"finding", "findings"}:
        return (
            "spared"
            if line.label.startswith(tuple(f"inferred: {words}" for words in NOT_APPLYING))
            else "inferred"
        )
    match line.bearing:
        case "negates":
            return "crossed"
        case "open":
            return "dotted"
        case "mixed":
            return "mixed"
        case "affirms":
            stated = set(line.stance.split("; ")) <= _AFFIRMED_ON_ITS_OWN
            return "solid" if stated else "dashed"
        case _:
            return "faint"
