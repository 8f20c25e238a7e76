"""What a picture of the graph draws: nodes, and lines that each tell stance and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.queries.rows import FindingRow, NormRow, Picture, PropositionRow, SpeechActRow
from kg.views.words import NO_STANCE, NO_STATUS, bearing, listed, name_of, plain
from kg.vocab import Attitude, Stance, Status

# Whoever stands in one of these roles stands before the proposition; in all others, behind it.
SOURCES = frozenset({"supplier", "agent", "party", "cause"})
# Lines that lead from a voice to what it speaks of.
VOICED = frozenset({"says", "contests"})
OF_THE_WHOLE = " of the whole"

# So many stances are written beside a line; the panel of the page has them all.
_WAYS = 2

NOT_APPLYING = ("does not apply", "cannot be decided")
KINDS = {
    "alleged-violation": "alleged violation",
    "prospective-violation": "prospective violation",
    "non-application": NOT_APPLYING[0],
}


def kind_in_words(finding: FindingRow) -> str:
    """Return what a finding is, saying so where a claimed purpose stands in for a determination."""
    words = KINDS.get(finding.kind, finding.kind.replace("-", " "))
    if finding.is_undecided:
        return NOT_APPLYING[1]
    apart = finding.rests_on_claimed_purpose and finding.kind != "non-application"
    return f"{words}, on a claimed purpose" if apart else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A voice (who speaks, jointly), an actor, a proposition or a rule, kind norm."""

    id: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line between two nodes.

    ``kind`` is says, contests (by what is said elsewhere), role, link, finding, or findings: all of
    one kind between the same ends.
    ``bearing`` tells which way the stance goes: affirms, open, negates, mixed or none. ``about`` is
    the IRI of the proposition, or of the finding, that the line belongs to.
    """

    id: str
    source: str
    target: str
    kind: str
    label: str
    stance: str
    status: str
    bearing: str
    who: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """All nodes and lines of one picture, sorted by id."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def sketch(picture: Picture) -> Sketch:
    """Return what there is to draw. Speakers who speak jointly are one node."""
    maker = _Maker(picture)
    lines = [*maker.says(), *maker.contests(), *maker.roles(), *maker.findings()]
    lines.sort(key=lambda line: line.id)
    ends = {end for line in lines for end in (line.source, line.target)}
    every = {node.id: node for node in maker.nodes()}
    nodes = [
        every[name] for name in sorted(every) if name in ends or every[name].kind == "proposition"
    ]
    return Sketch(nodes=tuple(nodes), lines=tuple(lines))


def voice_id(actors: Iterable[str]) -> str:
    """Return the id of the node for actors who speak or act jointly."""
    return "actor:" + "+".join(sorted(actors))


def rule_id(norm: NormRow) -> str:
    """Return the id of the node for the rule: norms of one paragraph stand together."""
    return f"rule:{norm.citation}"


def ways_of(acts: Iterable[SpeechActRow]) -> tuple[tuple[str, str, str], ...]:
    """Return how often which stance and status are taken: (stance, status, bearing), each once."""
    order = {"negates": 0, "affirms": 1, "open": 2, "none": 3}
    ways = {(stance_of(act), status_of(act), bearing(act.stance)) for act in acts}
    return tuple(sorted(ways, key=lambda way: (order[way[2]], way)))


def stance_of(act: SpeechActRow) -> str:
    return name_of(Stance, act.stance) if act.stance else NO_STANCE


def status_of(act: SpeechActRow) -> str:
    return name_of(Status, act.status) if act.status else NO_STATUS


def way_label(stance: str, status: str, way: str) -> str:
    """Return the words beside a line, such as "presupposes · actual"."""
    taken = "no stance" if stance == NO_STANCE else stance
    held = "no status" if status == NO_STATUS else status
    return f"{'✕ ' if way == 'negates' else ''}{taken} · {held}"


class _Maker:
    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._names = {actor.id: plain(actor.name) for actor in picture.actors}
        self._acts: dict[str, list[SpeechActRow]] = {}
        for act in picture.speech_acts:
            self._acts.setdefault(act.proposition, []).append(act)
        self._by_iri = {act.iri: act for act in picture.speech_acts}
        self._propositions = {row.iri: row for row in picture.propositions}
        self._norms = {norm.id: norm for norm in picture.norms}
        self._voices = {tuple(sorted(set(act.speaker))) for act in picture.speech_acts}

    def nodes(self) -> Iterator[Node]:
        for actor in self._picture.actors:
            yield Node(id=voice_id([actor.id]), kind="actor", label=self._names[actor.id])
        for voice in self._voices:
            if len(voice) > 1:
                names = listed(self._names.get(actor, actor) for actor in voice)
                yield Node(id=voice_id(voice), kind="voice", label=f"{names}, jointly")
        for row in self._picture.propositions:
            yield Node(id=row.iri, kind="proposition", label=plain(row.sentence))
        for norm in self._picture.norms:
            yield Node(id=rule_id(norm), kind="norm", label=plain(norm.citation))

    def says(self) -> Iterator[Line]:
        bundles: dict[tuple[str, str, str, str, str], list[SpeechActRow]] = {}
        for act in self._picture.speech_acts:
            way = (stance_of(act), status_of(act), bearing(act.stance))
            bundles.setdefault((voice_id(act.speaker), act.proposition, *way), []).append(act)
        for (voice, proposition, stance, status, bears), acts in bundles.items():
            words = [way_label(stance, status, bears)]
            words += sorted({name_of(Attitude, act.attitude) for act in acts if act.attitude})
            times = f" ×{len(acts)}" if len(acts) > 1 else ""
            yield Line(
                id=f"says {voice} {proposition} {stance} {status}",
                source=voice,
                target=proposition,
                kind="says",
                label="\n".join(words) + times,
                stance=stance,
                status=status,
                bearing=bears,
                who=self._who(acts),
                about=proposition,
            )

    def contests(self) -> Iterator[Line]:
        """Yield a line from who denies or doubts, of another claim, what a finding rests on."""
        bundles: dict[tuple[str, str, str, str, str], dict[str, SpeechActRow]] = {}
        for finding in self._picture.findings:
            for act in map(self._by_iri.get, finding.contested_by):
                if act is None or act.proposition == finding.transfer or self._is_of_breach(act):
                    continue
                way = (stance_of(act), status_of(act), bearing(act.stance))
                acts = bundles.setdefault((voice_id(act.speaker), finding.transfer, *way), {})
                acts[act.iri] = act
        for (voice, transfer, stance, status, bears), acts in bundles.items():
            if transfer in self._propositions:
                yield Line(
                    id=f"contests {voice} {transfer} {stance} {status}",
                    source=voice,
                    target=transfer,
                    kind="contests",
                    label=f"{way_label(stance, status, bears)}\nas said elsewhere",
                    stance=stance,
                    status=status,
                    bearing=bears,
                    who=self._who(acts.values()),
                    about=transfer,
                )

    def _is_of_breach(self, act: SpeechActRow) -> bool:
        """Tell whether the act is about a breach: to deny one is not to deny the transfer."""
        return self._propositions[act.proposition].kind == "breach"

    def roles(self) -> Iterator[Line]:
        for row in self._picture.propositions:
            for role, end in self._ends(row):
                into = role.removesuffix(OF_THE_WHOLE) in SOURCES
                kind = "link" if end in self._propositions else "role"
                yield self._line(row, role, kind, (end, row.iri) if into else (row.iri, end))

    def _ends(self, row: PropositionRow) -> Iterator[tuple[str, str]]:
        """Yield what stands in each role and has a node; who speak jointly stand as one."""
        actors: dict[str, set[str]] = {}
        seen: set[tuple[str, str]] = set()
        for role in row.roles:
            name = f"{role.role}{OF_THE_WHOLE}" if role.from_whole else role.role
            if role.value in self._propositions:
                seen.add((role.role, role.value))
            elif role.value in self._norms:
                seen.add((role.role, rule_id(self._norms[role.value])))
            elif role.value in self._names and role.role != "item":
                actors.setdefault(name, set()).add(role.value)
        if row.part_of in self._propositions and row.part_of:
            seen.add(("part-of", row.part_of))
        for name, group in actors.items():
            joint = len(group) > 1 and tuple(sorted(group)) in self._voices
            seen |= {(name, voice_id(g)) for g in ([group] if joint else [{a} for a in group])}
        yield from sorted(seen)

    def _line(self, row: PropositionRow, role: str, kind: str, ends: tuple[str, str]) -> Line:
        acts = self._acts.get(row.iri, [])
        ways = ways_of(acts)
        shown = [way_label(*way) for way in ways[:_WAYS]] or [
            way_label(NO_STANCE, NO_STATUS, "none")
        ]
        if len(ways) > _WAYS:
            shown.append(f"and {len(ways) - _WAYS} more")
        return Line(
            id=f"{kind} {row.iri} {role} {' '.join(ends)}",
            source=ends[0],
            target=ends[1],
            kind=kind,
            label="\n".join([plain(role.replace("-", " ")), *shown]),
            stance="; ".join(dict.fromkeys(way[0] for way in ways)) or NO_STANCE,
            status="; ".join(dict.fromkeys(way[1] for way in ways)) or NO_STATUS,
            bearing=_joint_bearing(ways),
            who=self._who(acts),
            about=row.iri,
        )

    def findings(self) -> Iterator[Line]:
        """Yield a line for each finding, and one for all of a kind between the same two ends."""
        bundles: dict[tuple[str, str, str], list[FindingRow]] = {}
        for finding in self._picture.findings:
            if finding.transfer in self._propositions and finding.norm in self._norms:
                rule = rule_id(self._norms[finding.norm])
                kind = kind_in_words(finding).replace(" ", "-")
                bundles.setdefault((finding.transfer, rule, kind), []).append(finding)
        for (transfer, rule, kind), findings in bundles.items():
            for finding in findings:
                yield self._finding_line(f"finding {finding.iri}", transfer, rule, [finding])
            yield self._finding_line(f"findings {transfer} {rule} {kind}", transfer, rule, findings)

    def _finding_line(
        self, name: str, transfer: str, rule: str, findings: list[FindingRow]
    ) -> Line:
        based = {iri for finding in findings for iri in finding.based_on}
        acts = [self._by_iri[iri] for iri in sorted(based) if iri in self._by_iri]
        acts = acts or self._acts.get(transfer, [])
        ways = ways_of(acts)
        agents = [
            f"by {self._names.get(finding.agent, finding.agent)}"
            if finding.agent
            else f"{finding.role} not named"
            for finding in findings
        ]
        kind = kind_in_words(findings[0])
        label = [
            f"inferred: {kind}",
            *sorted(set(agents)),
            *(way_label(*way) for way in ways[:_WAYS]),
        ]
        return Line(
            id=name,
            source=transfer,
            target=rule,
            kind=name.split(" ", 1)[0],
            label="\n".join(map(plain, label)),
            stance="; ".join(dict.fromkeys(way[0] for way in ways)) or NO_STANCE,
            status="; ".join(dict.fromkeys(way[1] for way in ways)) or NO_STATUS,
            bearing=_joint_bearing(ways),
            who=self._who(acts),
            about=findings[0].iri,
        )

    def _who(self, acts: Iterable[SpeechActRow]) -> str:
        return listed(sorted({self._names.get(a, a) for act in acts for a in act.speaker}))


def _joint_bearing(ways: tuple[tuple[str, str, str], ...]) -> str:
    found = {way[2] for way in ways} or {"none"}
    return found.pop() if len(found) == 1 else "mixed"
