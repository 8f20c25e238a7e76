"""The case file of a finding: each test with the words on both sides, and who denies it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import KgError, Problem
from kg.marked import did_you_mean
from kg.queries.claims import negates
from kg.queries.clocks import ClockReader, Clocks
from kg.queries.rows import (
    FindingRow,
    NormRow,
    Picture,
    PropositionRow,
    SpeechActRow,
    SufficientRow,
    TextRow,
    WordsRow,
)
from kg.queries.words import place_of
from kg.vocab import MEANINGS, Assumption

_SHORTEST_PREFIX = 4
_HEX = re.compile(r"[0-9a-f]+")
_FEW = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionMade:
    """Something that a finding takes as given; ``word`` is the concept's."""

    word: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks the words that a test rests on, by name."""

    words: WordsRow
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Everything that has to stand beside a finding wherever it is shown.

    ``denied_by`` holds the speech acts that deny or doubt the transfer, ``lawful_said_by`` those
    that deny that it is a breach, ``exemption_claimed_by`` those by which others than its granter
    speak of an exemption; each is empty where this graph has none.
    ``near_misses`` are the other norms considered for the same transfer, with their reasons;
    ``parts`` the like findings on parts of the transfer. ``sufficient`` are the smallest sets of
    speakers whose word suffices, where somebody looked for them.
    """

    finding: FindingRow
    transfer: PropositionRow
    norm: NormRow
    clocks: Clocks
    said_by: tuple[SpeechActRow, ...]
    denied_by: tuple[SpeechActRow, ...]
    lawful_said_by: tuple[SpeechActRow, ...]
    exemption_claimed_by: tuple[SpeechActRow, ...]
    assumptions: tuple[AssumptionMade, ...]
    near_misses: tuple[FindingRow, ...]
    parts: tuple[FindingRow, ...]
    whole: FindingRow | None
    texts: tuple[TextRow, ...]
    voices: tuple[Voice, ...]
    sufficient: tuple[SufficientRow, ...] = ()


def find_case_file(picture: Picture, wanted: str) -> CaseFile:
    """Return the case file of the finding that ``wanted`` names.

    That is a finding's id, the beginning of one, or claim/norm/actor such as
    ``dprk-arms-to-russia/1874-9-dprk/KP``, where ``-`` stands for nobody named. KgError when it
    names none, or several.
    """
    return compose_case_file(picture, find_finding(picture, wanted))


def find_finding(picture: Picture, wanted: str) -> FindingRow:
    """Return the one finding that ``wanted`` names; KgError otherwise."""
    claims = {row.iri: row for row in picture.propositions}
    found = [row for row in picture.findings if _is_meant(row, claims, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(_called(row, claims, found) for row in found[:_FEW])
        more = f"; and {len(found) - _FEW} more" if len(found) > _FEW else ""
        sentence = f"{wanted!r} stands for {len(found)} findings"
        raise KgError(
            [Problem(slug="several-findings", sentence=sentence, hint=f"give one: {listed}{more}")]
        )
    sentence = f"there is no finding {wanted!r}"
    raise KgError(
        [Problem(slug="no-such-finding", sentence=sentence, hint=_hint(picture, claims, wanted))]
    )


def keys_of(finding: FindingRow, transfer: PropositionRow) -> tuple[str, str]:
    """Return what a person may call a finding, without and with the id of the text."""
    key = f"{transfer.name}/{finding.norm}/{finding.agent or '-'}"
    return key, f"{transfer.text}/{key}"


def _is_meant(row: FindingRow, claims: dict[str, PropositionRow], wanted: str) -> bool:
    if row.id == wanted:
        return True
    is_prefix = len(wanted) >= _SHORTEST_PREFIX and _HEX.fullmatch(wanted) is not None
    if is_prefix and row.id.startswith(wanted):
        return True
    return any(
        f"{key}/".startswith(f"{wanted.rstrip('/')}/") and "/" in wanted
        for key in keys_of(row, claims[row.transfer])
    )


def _called(row: FindingRow, claims: dict[str, PropositionRow], among: Iterable[FindingRow]) -> str:
    """Return the shorter key of a finding where it tells it from the others, else the longer."""
    short, long = keys_of(row, claims[row.transfer])
    alike = sum(keys_of(other, claims[other.transfer])[0] == short for other in among)
    return f"{row.id} ({short if alike == 1 else long})"


def _hint(picture: Picture, claims: dict[str, PropositionRow], wanted: str) -> str:
    if "/" not in wanted:
        close = did_you_mean(wanted, [row.id for row in picture.findings])
        return close or "kg findings --near-misses lists every finding with its id"
    keys = [keys_of(row, claims[row.transfer])[0] for row in picture.findings]
    start = wanted.split("/", 1)[0]
    like = [key for key in keys if key.startswith(f"{start}/")]
    if like:
        return f"of this claim there are: {'; '.join(sorted(like)[:_FEW])}"
    return did_you_mean(wanted, keys) or "kg findings --near-misses lists every finding"


def compose_case_file(picture: Picture, finding: FindingRow) -> CaseFile:
    """Return what has to stand beside ``finding``, which need not be one of ``picture``."""
    acts = {row.iri: row for row in picture.speech_acts}
    findings = {row.iri: row for row in picture.findings}
    said = _acts(acts, finding.based_on)
    contested = _acts(acts, finding.contested_by)
    negating = [act for act in contested if negates(act.stance)]
    breaches = {row.iri for row in picture.propositions if row.kind == "breach"}
    transfer = next(row for row in picture.propositions if row.iri == finding.transfer)
    texts = {transfer.text} | {words.text for row in finding.elements for words in row.words}
    texts |= {act.text for act in (*said, *contested)}
    return CaseFile(
        finding=finding,
        transfer=transfer,
        norm=next(row for row in picture.norms if row.id == finding.norm),
        clocks=ClockReader(picture).of(finding),
        said_by=said,
        denied_by=tuple(act for act in negating if act.proposition not in breaches),
        lawful_said_by=tuple(act for act in negating if act.proposition in breaches),
        exemption_claimed_by=tuple(act for act in contested if not negates(act.stance)),
        assumptions=tuple(_assumption(word) for word in finding.assumes),
        near_misses=tuple(
            row
            for row in picture.findings
            if row.transfer == finding.transfer
            and row.kind == "non-application"
            and row.id != finding.id
        ),
        parts=tuple(row for row in picture.findings if row.part_of_finding == finding.iri),
        whole=findings.get(finding.part_of_finding or ""),
        texts=tuple(row for row in picture.texts if row.id in texts),
        voices=_voices(picture, finding),
    )


def _voices(picture: Picture, finding: FindingRow) -> tuple[Voice, ...]:
    names = {actor.id: actor.name for actor in picture.actors}
    wanted = {words for element in finding.elements for words in element.words}
    speakers: dict[WordsRow, set[str]] = {}
    for act in picture.speech_acts:
        if act.words in wanted:
            speakers.setdefault(act.words, set()).update(names[each] for each in act.speaker)
    return tuple(
        Voice(words=words, speakers=tuple(sorted(speakers[words])))
        for words in sorted(speakers, key=place_of)
    )


def _acts(acts: dict[str, SpeechActRow], iris: Iterable[str]) -> tuple[SpeechActRow, ...]:
    found = [acts[iri] for iri in iris]
    return tuple(sorted(found, key=lambda act: (act.date, act.text, act.words.spans, act.iri)))


def _assumption(word: str) -> AssumptionMade:
    meaning = MEANINGS[Assumption(word).iri]
    return AssumptionMade(word=word, label=meaning.label, meaning=meaning.definition)
