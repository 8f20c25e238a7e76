"""The graph as a networkx graph, for analysis. Every edge keeps who says it, how, and the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx

from kg.queries.rows import Picture, PropositionRow, SpeechActRow
from kg.views.sketch import OF_THE_WHOLE, SOURCES, kind_in_words
from kg.views.words import NO_STANCE, NO_STATUS, listed

Edge = tuple[str, str, str, dict[str, Any]]


def to_networkx(picture: Picture) -> nx.MultiDiGraph[str]:
    """Return actors, items, propositions, texts and norms, and the edges between them.

    Nodes go by IRI and have ``kind`` and ``label``. An edge's ``kind`` is:

    - ``says``: speaker → proposition, one for each speech act and speaker;
    - ``said-in``: proposition → text, one for each speech act;
    - ``role``: whoever supplies or acts → proposition → whoever receives, with ``role``; a
      supplier and a recipient are joined through the proposition alone;
    - ``finding``: proposition → norm, ``inferred`` by this program, with the ``agent`` if named.

    Every edge has ``stance``, ``status`` and ``by``, the names of those who take them. Where
    several are taken, they stand sorted and joined by "; " in ``stance`` and ``status``, and in
    pairs in ``ways``. Where there is none they say "none taken" and "none given".
    """
    maker = _Edges(picture)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(digest=picture.digest)
    for node, attributes in maker.nodes():
        graph.add_node(node, **attributes)
    for source, target, key, attributes in maker.edges():
        graph.add_edge(source, target, key=key, **attributes)
    return graph


class _Edges:
    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._actors = {actor.id: actor for actor in picture.actors}
        self._texts = {text.id: text for text in picture.texts}
        self._norms = {norm.id: norm for norm in picture.norms}
        self._propositions = {row.iri: row for row in picture.propositions}
        self._acts = {act.iri: act for act in picture.speech_acts}
        self._said: dict[str, list[SpeechActRow]] = {}
        for act in picture.speech_acts:
            self._said.setdefault(act.proposition, []).append(act)

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for actor in self._picture.actors:
            yield actor.iri, {"kind": "actor", "id": actor.id, "label": actor.name}
        for text in self._picture.texts:
            yield text.iri, {"kind": "text", "id": text.id, "label": text.title, "date": text.date}
        for norm in self._picture.norms:
            yield norm.iri, {"kind": "norm", "id": norm.id, "label": norm.citation}
        for row in self._picture.propositions:
            literals = {
                f"{role.role}={role.label}" for role in row.roles if self._node(role.value) is None
            }
            yield (
                row.iri,
                {
                    "kind": "proposition",
                    "id": row.name,
                    "label": row.sentence,
                    "proposition": row.kind,
                    "also": "; ".join(sorted(literals)),
                },
            )
        for item, label in sorted(self._items().items()):
            yield f"item:{item}", {"kind": "item", "id": item, "label": label}

    def edges(self) -> Iterator[Edge]:
        for act in self._picture.speech_acts:
            yield from self._says(act)
        for row in self._picture.propositions:
            yield from self._roles(row)
        yield from self._findings()

    def _items(self) -> dict[str, str]:
        return {
            role.value: role.label
            for row in self._picture.propositions
            for role in row.roles
            if role.role == "item"
        }

    def _node(self, value: str, role: str = "") -> str | None:
        if role == "item":
            return f"item:{value}"
        for rows in (self._actors, self._norms):
            if value in rows:
                return str(rows[value].iri)
        return value if value in self._propositions else None

    def _says(self, act: SpeechActRow) -> Iterator[Edge]:
        if act.proposition not in self._propositions:
            return
        attributes = {
            "stance": act.stance or NO_STANCE,
            "status": act.status or NO_STATUS,
            "ways": _ways([act]),
            "attitude": act.attitude or "",
            "force": act.force,
            "words": " […] ".join(act.words.exact),
            "verbatim": act.words.text_kind == "verbatim",
            "text": act.text,
            "date": act.date,
            "by": self._by([act]),
            "speech_act": act.iri,
        }
        for speaker in act.speaker:
            if speaker in self._actors:
                kind = {"kind": "says", "jointly": len(act.speaker) > 1}
                key = f"says {act.iri}"
                yield self._actors[speaker].iri, act.proposition, key, kind | attributes
        if act.text in self._texts:
            said_in = {"kind": "said-in"} | attributes
            yield act.proposition, self._texts[act.text].iri, f"said-in {act.iri}", said_in

    def _roles(self, row: PropositionRow) -> Iterator[Edge]:
        ends = {(role.role, role.value, role.from_whole) for role in row.roles}
        ends |= {("part-of", row.part_of, False)} if row.part_of else set()
        for role, value, from_whole in sorted(ends):
            node = self._node(value, role)
            if node is None:
                continue
            name = role + (OF_THE_WHOLE if from_whole else "")
            source, target = (node, row.iri) if role in SOURCES else (row.iri, node)
            attributes = {"kind": "role", "role": role, "from_whole": from_whole}
            yield (
                source,
                target,
                f"role {name}",
                attributes | self._summary(self._said.get(row.iri, [])),
            )

    def _findings(self) -> Iterator[Edge]:
        for finding in self._picture.findings:
            if finding.transfer not in self._propositions or finding.norm not in self._norms:
                continue
            acts = [self._acts[iri] for iri in finding.based_on if iri in self._acts]
            attributes = {
                "kind": "finding",
                "finding": finding.kind,
                "label": f"inferred: {kind_in_words(finding)}",
                "inferred": True,
                "agent": finding.agent or "",
                "role": finding.role,
                "contested": bool(finding.contested_by),
                "verification": "; ".join(finding.verification),
            }
            key = f"finding {finding.iri}"
            norm = self._norms[finding.norm].iri
            yield finding.transfer, norm, key, attributes | self._summary(acts)

    def _summary(self, acts: list[SpeechActRow]) -> dict[str, Any]:
        return {
            "stance": "; ".join(sorted({act.stance or NO_STANCE for act in acts})) or NO_STANCE,
            "status": "; ".join(sorted({act.status or NO_STATUS for act in acts})) or NO_STATUS,
            "ways": _ways(acts),
            "by": self._by(acts),
        }

    def _by(self, acts: list[SpeechActRow]) -> str:
        speakers = {speaker for act in acts for speaker in act.speaker}
        names = (self._actors[a].name if a in self._actors else a for a in sorted(speakers))
        return listed(names)


def _ways(acts: list[SpeechActRow]) -> str:
    ways = {f"{act.stance or NO_STANCE} · {act.status or NO_STATUS}" for act in acts}
    return "; ".join(sorted(ways))
