"""What the explorer page knows: rows turned into what its script shows, with nothing to look up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.queries.rows import (
    FindingRow,
    OrganRow,
    PeriodRow,
    Picture,
    PropositionRow,
    SpeechActRow,
    WordsRow,
)
from kg.views.focus import Focus, around_actors, around_claims, around_findings
from kg.views.layout import place
from kg.views.signatories import name_signatories, tell_signatories
from kg.views.sketch import (
    KINDS,
    NOT_APPLYING,
    Line,
    kind_in_words,
    sketch,
    stance_of,
    status_of,
)
from kg.views.words import bearing, host, listed, name_of, plain, web_address
from kg.vocab import (
    Assumption,
    Attitude,
    Force,
    Outcome,
    Reason,
    Role,
    Test,
    TextKind,
    Verification,
)

Shown = dict[str, Any]

# Room for each kind of node in the whole graph, its label included.
_SIZES = {
    "actor": (210.0, 70.0),
    "voice": (330.0, 110.0),
    "proposition": (160.0, 84.0),
    "norm": (290.0, 76.0),
}
_AFFIRMED_ON_ITS_OWN = {"confirms", "asserts", "admits", "affirms"}


class PageData:
    """The parts of one picture as plain values, in the order in which the page lists them."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._names = {actor.id: plain(actor.name) for actor in picture.actors}
        self._texts = {text.id: at for at, text in enumerate(picture.texts)}
        self._kinds = {text.id: text.kind for text in picture.texts}
        self._claims = {row.iri: at for at, row in enumerate(picture.propositions)}
        self._acts = {act.iri: at for at, act in enumerate(picture.speech_acts)}
        self._norms = {norm.id: at for at, norm in enumerate(picture.norms)}
        self._sketch = sketch(picture)
        self._nodes = {node.id: at for at, node in enumerate(self._sketch.nodes)}
        self._lines = {line.id: at for at, line in enumerate(self._sketch.lines)}

    def whole(self) -> Shown:
        """Return everything that the page's script works on."""
        return {
            "texts": self.texts(),
            "actors": self.actors(),
            "claims": self.claims(),
            "acts": [self._act(act) for act in self._picture.speech_acts],
            "norms": self.norms(),
            "findings": self.findings(),
            "network": self._network(),
        }

    def texts(self) -> list[Shown]:
        return [
            {
                "id": text.id,
                "title": plain(text.title),
                "kind": name_of(TextKind, text.kind),
                "verbatim": text.kind == "verbatim",
                "document": plain(text.document_kind.replace("-", " ")),
                "date": plain(text.date),
                "by": self._named(text.issued_by or text.released_by or text.published_by),
                "source": plain(text.source or ""),
                "href": web_address(text.source),
                "language": plain(text.language),
                "characters": text.characters,
                "signatories": [
                    {
                        "told": tell_signatories(row),
                        "names": name_signatories(row),
                        "href": web_address(row.source),
                        "source": host(row.source),
                        "mark": name_of(Verification, row.verification),
                        "note": plain(row.note or ""),
                    }
                    for row in text.signatory_lists
                ],
            }
            for text in self._picture.texts
        ]

    def actors(self) -> list[Shown]:
        around = around_actors(self._sketch)
        return [
            {
                "id": actor.id,
                "name": self._names[actor.id],
                "kind": plain(actor.kind.replace("-", " ")),
                "aliases": [plain(alias) for alias in actor.aliases],
                "verification": name_of(Verification, actor.verification),
                "organOf": [_organ_of(each) for each in actor.organ_of],
                "says": sorted(
                    {
                        self._claims[act.proposition]
                        for act in self._picture.speech_acts
                        if actor.id in act.speaker and act.proposition in self._claims
                    }
                ),
                "stands": [
                    self._claims[row.iri]
                    for row in self._picture.propositions
                    if any(role.value == actor.id and role.role != "item" for role in row.roles)
                ],
                "around": self._around(around.get(f"actor:{actor.id}")),
            }
            for actor in self._picture.actors
        ]

    def claims(self) -> list[Shown]:
        around = around_claims(self._sketch)
        said = self._said()
        return [
            {
                "id": f"{row.text}/{row.name}",
                "name": plain(row.name),
                "sentence": plain(row.sentence),
                "kind": plain(row.kind),
                "text": self._texts.get(row.text),
                "roles": self._roles(row),
                "acts": [self._acts[act.iri] for act in said.get(row.iri, [])],
                "who": self._named(a for act in said.get(row.iri, []) for a in act.speaker),
                "whole": self._claims.get(row.part_of or ""),
                "around": self._around(around.get(row.iri)),
            }
            for row in self._picture.propositions
        ]

    def norms(self) -> list[Shown]:
        return [
            {
                "id": norm.id,
                "citation": plain(norm.citation),
                "rule": plain(norm.rule),
                "binds": self._named(norm.addressee),
                "role": name_of(Role, norm.role),
                "since": "; ".join(map(self._window, norm.in_force)),
                "territory": "; ".join(map(plain, norm.territory)),
                "exempted": "; ".join(map(plain, norm.exemptible)),
                "verification": name_of(Verification, norm.verification),
                "checked": norm.verification == Verification.CORPUS,
                "sources": [
                    {"words": host(source), "href": web_address(source)} for source in norm.sources
                ],
                "note": plain(norm.note or ""),
            }
            for norm in self._picture.norms
        ]

    def _window(self, period: PeriodRow) -> str:
        said = (
            f"{plain(period.since)} to {plain(period.until)}"
            if period.until
            else f"since {plain(period.since)}"
        )
        if not period.held_by:
            return said
        held, rejected = self._named(period.held_by), self._named(period.rejected_by)
        return f"{said} (held by {held}; rejected by {rejected})"

    def findings(self) -> list[Shown]:
        """Return the findings: alleged violations first, then prospective ones, then the rest.

        Those that rest on a claimed purpose alone come after both, as a group of their own.
        """
        around = around_findings(self._sketch)
        order = {kind: at for at, kind in enumerate(KINDS)}
        rows = sorted(
            self._picture.findings,
            key=lambda row: (
                row.kind == "non-application",
                row.is_undecided,
                row.rests_on_claimed_purpose and row.kind != "non-application",
                order.get(row.kind, len(order)),
                -self._weight(row),
            ),
        )
        return [self._finding(row, around.get(row.iri)) for row in rows]

    def _weight(self, row: FindingRow) -> int:
        """Tell how firmly the transfer is said: the page opens on the firmest."""
        acts = [self._picture.speech_acts[self._acts[i]] for i in row.based_on if i in self._acts]
        firmness = {"confirms": 3, "admits": 3, "asserts": 2, "affirms": 2, "presupposes": 1}
        return max((firmness.get(act.stance or "", 0) for act in acts), default=0)

    def _finding(self, row: FindingRow, focus: Focus | None) -> Shown:
        norm = self._norms.get(row.norm)
        contesting = [self._acts[iri] for iri in row.contested_by if iri in self._acts]
        lawful = [at for at in contesting if self._is_of_breach(at)]
        sides = [*row.based_on, *row.contested_by]
        acts = [self._picture.speech_acts[self._acts[i]] for i in sides if i in self._acts]
        return {
            "id": row.id,
            "kind": plain(kind_in_words(row)),
            "applies": row.kind != "non-application",
            "sentence": plain(row.sentence),
            "claim": self._claims.get(row.transfer),
            "norm": norm,
            "citation": plain(self._picture.norms[norm].citation) if norm is not None else row.norm,
            "agent": self._names.get(row.agent, plain(row.agent)) if row.agent else "",
            "actor": row.agent if row.agent in self._names else None,
            "role": name_of(Role, row.role),
            "reasons": [name_of(Reason, reason) for reason in row.reasons],
            "assumes": [_with_meaning(Assumption, word) for word in row.assumes],
            "elements": [
                {
                    "test": name_of(Test, element.test),
                    "outcome": name_of(Outcome, element.outcome),
                    "key": element.outcome if element.outcome in set(Outcome) else "undecided",
                    "said": plain(element.said),
                    "rule": plain(element.rule),
                    "words": [self._words(words) for words in element.words],
                    "marks": [name_of(Verification, mark) for mark in element.verification],
                }
                for element in row.elements
            ],
            "acts": [self._acts[iri] for iri in row.based_on if iri in self._acts],
            "denials": [at for at in contesting if at not in lawful],
            "lawful": lawful,
            "marks": [name_of(Verification, mark) for mark in row.verification],
            "ways": sorted(
                {f"{self._named(act.speaker)}: {stance_of(act)} · {status_of(act)}" for act in acts}
            ),
            "around": self._around(focus),
        }

    def _is_of_breach(self, at: int) -> bool:
        """Tell whether a speech act is about a breach: to deny one is not to deny the transfer."""
        claim = self._claims.get(self._picture.speech_acts[at].proposition)
        return claim is not None and self._picture.propositions[claim].kind == "breach"

    def _act(self, act: SpeechActRow) -> Shown:
        return {
            "claim": self._claims.get(act.proposition),
            "speakers": list(act.speaker),
            "who": self._named(act.speaker),
            "to": self._named(act.addressee),
            "date": plain(act.date),
            "force": name_of(Force, act.force),
            "stance": stance_of(act),
            "status": status_of(act),
            "bearing": bearing(act.stance),
            "attitude": name_of(Attitude, act.attitude) if act.attitude else "",
            "sentence": plain(act.sentence),
            "reading": plain(act.reading or ""),
            "note": plain(act.note or ""),
            "words": self._words(act.words),
        }

    def _words(self, words: WordsRow) -> Shown:
        at = self._texts.get(words.text)
        text = self._picture.texts[at].characters if at is not None else ""
        return {
            "text": at,
            "verbatim": self._kinds.get(words.text, words.text_kind) == "verbatim"
            and words.text_kind == "verbatim",
            "spans": [[utf16(text, start), utf16(text, end)] for start, end in words.spans],
            "exact": list(words.exact),
        }

    def _roles(self, row: PropositionRow) -> list[Shown]:
        return [
            {
                "role": plain(role.role.replace("-", " ")),
                "label": plain(role.label),
                "whole": role.from_whole,
                "actor": role.value if role.role != "item" and role.value in self._names else None,
                "claim": self._claims.get(role.value),
            }
            for role in row.roles
        ]

    def _said(self) -> dict[str, list[SpeechActRow]]:
        said: dict[str, list[SpeechActRow]] = {}
        for act in self._picture.speech_acts:
            said.setdefault(act.proposition, []).append(act)
        return said

    def _named(self, actors: Iterable[str]) -> str:
        return listed(dict.fromkeys(self._names.get(actor, actor) for actor in actors))

    def _network(self) -> Shown:
        lines = self._sketch.lines
        positions = place(
            list(self._nodes),
            [(line.source, line.target) for line in lines],
            sizes={node.id: _SIZES[node.kind] for node in self._sketch.nodes},
        )
        findings = {finding.iri: finding.id for finding in self._picture.findings}
        return {
            "nodes": [
                {
                    "kind": node.kind,
                    "label": node.label,
                    "claim": self._claims.get(node.id),
                    "actors": node.id.removeprefix("actor:").split("+")
                    if node.kind in {"actor", "voice"}
                    else [],
                    "x": positions[node.id][0],
                    "y": positions[node.id][1],
                }
                for node in self._sketch.nodes
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
                    "claim": self._claims.get(line.about),
                    "finding": findings.get(line.about),
                }
                for line in lines
            ],
        }

    def _around(self, focus: Focus | None) -> Shown | None:
        if focus is None:
            return None
        return {
            "nodes": sorted([self._nodes[node], *at] for node, at in focus.positions.items()),
            "tall": sorted([self._nodes[node], *at] for node, at in focus.tall.items()),
            "lines": sorted(self._lines[line] for line in focus.lines),
            "more": focus.left_out,
        }


def utf16(text: str, position: int) -> int:
    """Return where a code point stands when counted as JavaScript does, in UTF-16 units."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


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


def _organ_of(organ: OrganRow) -> str:
    since = f", since {plain(organ.since)}" if organ.since else ""
    until = f", until {plain(organ.until)}" if organ.until else ""
    return f"{plain(organ.state)}{since}{until} ({name_of(Verification, organ.verification)})"


def _with_meaning(scheme: type[Assumption], word: str) -> Shown:
    try:
        concept = scheme(word)
    except ValueError:
        return {"label": plain(word), "meaning": ""}
    return {"label": concept.label, "meaning": concept.definition}
