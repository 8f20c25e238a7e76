"""The graph as a networkx graph, for analysis. Every edge keeps who says it, how, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from kg.queries.rows import Picture, PropositionRow, SpeechActRow
from kg.views.how_said import how_said
from kg.views.sketch import OF_THE_WHOLE, SOURCES, kind_in_words

Edge = tuple[str, str, str, dict[str, Any]]


def to_networkx(picture: Picture) -> nx.MultiDiGraph[str]:
    """Return actors, items, propositions, texts and norms, and the edges between them.

    Nodes go by IRI and have ``kind`` and ``label``. An edge's ``kind`` is:

    - ``says``: speaker → proposition, one for each speech act and speaker;
    - ``said-in``: proposition → text, one for each speech act;
    - ``role``: whoever supplies or acts → proposition → whoever receives, with ``role``; a
      supplier and a recipient are joined through the proposition alone;
    - ``finding``: proposition → norm, ``inferred`` by this program, with the ``agent`` if named.

    Every edge has ``stance``, ``status`` and ``by``, the names of those who take them, with
    ``date``, ``words`` and ``speech_acts``, by their IRIs. Where several are taken, they stand
    sorted and joined by "; ", stance and status in pairs in ``ways``, and with who takes them in
    ``said``. Where there is none they say "none taken" and "none given". Where ``verbatim`` is
    false, some of the words are those of an abstract, and no quotation.
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
        self._names = {actor.id: actor.name for actor in picture.actors}
        self._texts = {text.id: text for text in picture.texts}
        self._norms = {norm.id: norm for norm in picture.norms}
        self._propositions = {row.iri: row for row in picture.propositions}
        self._acts = {act.iri: act for act in picture.speech_acts}
        self._said: dict[str, list[SpeechActRow]] = {}
        for act in picture.speech_acts:
            self._said.setdefault(act.proposition, []).append(act)

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for actor in self._picture.actors:
            of_actor = {"actor": actor.kind, "verification": actor.verification}
            yield actor.iri, {"kind": "actor", "id": actor.id, "label": actor.name} | of_actor
        for text in self._picture.texts:
            of_text = {"date": text.date, "text_kind": text.kind}
            yield text.iri, {"kind": "text", "id": text.id, "label": text.title} | of_text
        for norm in self._picture.norms:
            of_norm = {"rule": norm.rule, "deontic": norm.deontic}
            of_norm["verification"] = norm.verification
            yield norm.iri, {"kind": "norm", "id": norm.id, "label": norm.citation} | of_norm
        for row in self._picture.propositions:
            yield row.iri, self._proposition(row)
        for item, label in sorted(self._items().items()):
            yield f"item:{item}", {"kind": "item", "id": item, "label": label}

    def _proposition(self, row: PropositionRow) -> dict[str, Any]:
        also = {
            f"{role.role}={role.label}"
            + (OF_THE_WHOLE if role.from_whole else "")
            + (f" ({role.value})" if role.value != role.label else "")
            for role in row.roles
            if self._node(role.value, role.role) is None
        }
        return {
            "kind": "proposition",
            "id": row.name,
            "label": row.sentence,
            "text": row.text,
            "proposition": row.kind,
            "also": "; ".join(sorted(also)),
        }

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
            **self._how([act]),
            "attitude": act.attitude or "",
            "force": act.force,
            "text": act.text,
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
                attributes | self._how(self._said.get(row.iri, [])),
            )

    def _findings(self) -> Iterator[Edge]:
        for finding in self._picture.findings:
            if finding.transfer not in self._propositions or finding.norm not in self._norms:
                continue
            acts = self._known(finding.based_on)
            attributes = {
                "kind": "finding",
                "finding": finding.kind,
                "label": f"inferred: {kind_in_words(finding)}",
                "inferred": True,
                "agent": finding.agent or "",
                "role": finding.role,
                "reasons": "; ".join(finding.reasons),
                "assumes": "; ".join(finding.assumes),
                "part_of_finding": finding.part_of_finding or "",
                "contested": bool(finding.contested_by),
                "contested_by": self._how(self._known(finding.contested_by))["by"],
                "contested_said": self._how(self._known(finding.contested_by))["said"],
                "contested_by_acts": "; ".join(finding.contested_by),
                "verification": "; ".join(finding.verification),
            }
            key = f"finding {finding.iri}"
            norm = self._norms[finding.norm].iri
            yield finding.transfer, norm, key, attributes | self._how(acts)

    def _known(self, iris: Iterable[str]) -> list[SpeechActRow]:
        return [self._acts[iri] for iri in iris if iri in self._acts]

    def _how(self, acts: Iterable[SpeechActRow]) -> dict[str, Any]:
        return how_said(acts, self._names)
