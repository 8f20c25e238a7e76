"""The ten traps of the collected facts: what the bundled graph makes of each.

Each folder of traps/ holds a story.md, which says what the trap is and why the outcome is right.
Between its two lines of dashes it names what to look at, one thing a line:

    claim: TEXT/CLAIM [NORM…]   who says it, how much and when, and what comes of it under these
                                norms (of every norm, where it names none)
    norm: NORM                  the paragraph, whom it binds, what it covers, and since when
    instrument: INSTRUMENT      the day, the votes, and the norms that it lays down
    text: TEXT                  who issued it and who speaks, with its words
    signatories: TEXT           who signed it, according to which source, and where these differ
    actor: ACTOR                its name and kind
    name: NAME                  whoever bears that name in the graph

What comes out stands in expected.txt beside it; `make golden` writes it. A trap for which no
bundled text exists has a corpus of invented states, built together with the bundled data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from kg.front.build import build
from kg.front.graph import Graph, open_graph
from kg.iris import claim_iri, instrument_iri, norm_iri, text_iri
from kg.queries.rows import FindingRow, PeriodRow, SpeechActRow
from kg.views.signatories import name_signatories, tell_signatories

HERE = Path(__file__).parent
TRAPS = sorted(path.parent for path in HERE.glob("traps/*/story.md"))
# Where a test came out as met, these two are shown all the same: dates and items are the traps.
ALWAYS_SHOWN = frozenset({"period", "item"})
# Ends and items stand in the sentence of a claim.
IN_THE_SENTENCE = frozenset({"supplier", "recipient", "party", "item", "part-of"})
LABELLED = """\
SELECT ?name ?who WHERE {
  ?who rdfs:label|skos:altLabel|skos:hiddenLabel|ata:code ?label ; ata:verification ?mark .
  FILTER(STR(?label) = STR(?name))
} ORDER BY ?who"""
LAID_DOWN = """\
SELECT ?instrument ?norm WHERE { ?norm a ata:Norm ; ata:instrument ?instrument } ORDER BY ?norm"""
VOTES = """\
SELECT ?instrument ?cast ?actor WHERE {
  ?vote a ata:Vote ; ata:on ?instrument ; ata:agent/rdfs:label ?actor ;
    ata:cast/skos:prefLabel ?cast .
} ORDER BY ?cast ?actor"""
TITLE = """\
SELECT ?instrument ?symbol ?title ?kind ?day ?note WHERE {
  ?instrument rdfs:label ?symbol ; dcterms:title ?title ; ata:kind/skos:prefLabel ?kind .
  OPTIONAL { ?instrument dcterms:date ?day }
  OPTIONAL { ?instrument ata:note ?note }
}"""


@pytest.fixture(scope="module")
def bundled(bundled_build: Path) -> Graph:
    """Return the graph of the bundled data alone."""
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def with_invented(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return the graph of the bundled data and of every invented corpus of a trap."""
    out = tmp_path_factory.mktemp("traps") / "build"
    build([HERE / "invented", *sorted(HERE.glob("traps/*/corpus"))], out)
    return open_graph(out)


def test_every_trap_has_a_story() -> None:
    """There are ten traps, and each is told once."""
    numbers = [trap.name.split("-", 1)[0] for trap in TRAPS]
    assert numbers == [f"{number:02}" for number in range(1, 11)]


@pytest.mark.parametrize("trap", TRAPS, ids=lambda path: path.name)
def test_the_graph_does_not_fall_into_the_trap(trap: Path, request: pytest.FixtureRequest) -> None:
    """What the story names comes out, line by line, as it was accepted."""
    has_corpus = (trap / "corpus").is_dir()
    graph: Graph = request.getfixturevalue("with_invented" if has_corpus else "bundled")
    asked, _ = read_story(trap)
    written = "\n\n".join("\n".join(SHOWN[key](graph, *words)) for key, *words in asked) + "\n"
    expected = trap / "expected.txt"
    if request.config.getoption("--accept-golden"):
        expected.write_text(written, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8") == written, f"{trap.name}: see `make golden`"


@pytest.mark.parametrize("trap", TRAPS, ids=lambda path: path.name)
def test_a_story_is_told_in_words(trap: Path) -> None:
    """Above the sentences stands what to look at, and nothing else."""
    asked, told = read_story(trap)
    assert asked
    assert told.strip().endswith(".")


def read_story(trap: Path) -> tuple[list[list[str]], str]:
    """Return what the story names, each with its key first, and what it tells."""
    before, front, told = (trap / "story.md").read_text(encoding="utf-8").split("---\n", 2)
    assert before == ""
    pairs = (line.split(": ", 1) for line in front.splitlines())
    return [[key, *([rest] if key == "name" else rest.split())] for key, rest in pairs], told


def _claim(graph: Graph, named: str, *norms: str) -> Iterator[str]:
    picture = graph.picture()
    iri = claim_iri(*named.split("/"))
    (claim,) = [row for row in picture.propositions if row.iri == iri]
    held = {text.id: text.kind for text in picture.texts}
    yield f"claim {named}"
    yield f"  {claim.sentence}"
    acts = [act for act in picture.speech_acts if act.proposition == iri]
    for act in acts:
        yield f"  said: {act.sentence} [{act.date}, {held[act.text]}]"
        yield f"    words: {' […] '.join(act.words.exact)}"
    for role in claim.roles:
        if role.role not in IN_THE_SENTENCE:
            yield f"  {role.role}: {role.label}"
    findings = [row for row in picture.findings if row.transfer == iri]
    for norm in norms or sorted({row.norm for row in findings}):
        found = sorted(
            (row for row in findings if row.norm == norm), key=lambda row: row.agent or ""
        )
        for finding in found:
            yield from _finding(graph, finding)
        if not found:
            yield f"  {norm}: nothing comes out"
    if not (norms or findings):
        yield "  nothing comes out under any norm"


def _finding(graph: Graph, finding: FindingRow) -> Iterator[str]:
    picture = graph.picture()
    (norm,) = [row for row in picture.norms if row.id == finding.norm]
    acts = {act.iri: act for act in picture.speech_acts}
    who = finding.agent or "nobody named"
    outcome = "undecided" if finding.is_undecided else finding.kind
    yield f"  {finding.norm}: {outcome}, {who} as {finding.role}"
    yield f"    {finding.sentence}"
    yield f"    paragraph: {norm.citation}; marks: {_joined(finding.verification)}"
    for element in finding.elements:
        if element.outcome != "met" or element.test in ALWAYS_SHOWN:
            yield f"    {element.test} {element.outcome}: {element.said} | {element.rule}"
    if finding.reasons:
        yield f"    because: {_joined(finding.reasons)}"
    if finding.assumes:
        yield f"    takes as given: {_joined(finding.assumes)}"
    for act in _in_order(acts[iri] for iri in finding.contested_by):
        yield f"    contested: {act.sentence} [{act.text}, {act.date}]"


def _in_order(acts: Iterable[SpeechActRow]) -> list[SpeechActRow]:
    return sorted(acts, key=lambda act: (act.date, act.text, act.words.spans, act.iri))


def _norm(graph: Graph, named: str) -> Iterator[str]:
    (norm,) = [row for row in graph.picture().norms if row.id == named]
    yield f"norm {named}"
    yield f"  {norm.citation}: {norm.deontic}; mark: {norm.verification}"
    yield f"  in our words: {norm.rule}"
    yield f"  binds: {_joined(norm.addressee)} as {norm.role}"
    yield f"  other end: {_joined(norm.counterparty) or 'anybody'}"
    if norm.territory:
        yield f"  territory: {_joined(norm.territory)}"
    yield f"  covers: {_joined(norm.covers)}"
    if norm.excepts:
        yield f"  excepts: {_joined(norm.excepts)}"
    for period in norm.in_force:
        yield f"  {_window(period)}"


def _window(period: PeriodRow) -> str:
    until = f"until {period.until}" if period.until else "with no end"
    if not (period.held_by or period.rejected_by):
        return f"in force from {period.since} {until}"
    sides = f"held by {_joined(period.held_by)}; rejected by {_joined(period.rejected_by)}"
    return f"disputed from {period.since} {until}: {sides}"


def _instrument(graph: Graph, named: str) -> Iterator[str]:
    iri = instrument_iri(named)
    (row,) = [row for row in graph.select(TITLE) if row["instrument"] == iri]
    yield f"instrument {named}"
    yield f"  {row['symbol']}: {row['title']}"
    yield f"  {row['kind']}, {row['day']}"
    yield f"  note: {row['note']}"
    votes = [row for row in graph.select(VOTES) if row["instrument"] == iri]
    for cast in sorted({str(row["cast"]) for row in votes}):
        yield f"  {cast}: {_joined(str(row['actor']) for row in votes if row['cast'] == cast)}"
    norms = [str(row["norm"]) for row in graph.select(LAID_DOWN) if row["instrument"] == iri]
    yield f"  norms: {_joined(norm.removeprefix(norm_iri('')) for norm in norms) or 'none'}"


def _text(graph: Graph, named: str) -> Iterator[str]:
    picture = graph.picture()
    names = {actor.id: actor.name for actor in picture.actors}
    (text,) = [row for row in picture.texts if row.iri == text_iri(named)]
    speakers = {who for act in picture.speech_acts if act.text == named for who in act.speaker}
    yield f"text {named}"
    yield f"  {text.title}"
    yield f"  {text.document_kind}, {text.date}, {text.kind}"
    yield f"  issued by {len(text.issued_by)}: {_joined(names[each] for each in text.issued_by)}"
    yield f"  speakers: {_joined(sorted(names[each] for each in speakers)) or 'none'}"
    yield f"  {' '.join(text.characters.split())}"


def _signatories(graph: Graph, named: str) -> Iterator[str]:
    (text,) = [row for row in graph.picture().texts if row.id == named]
    yield f"signatories {named}"
    for each in text.signatory_lists:
        yield f"  {tell_signatories(each)}; mark: {each.verification}"
        yield f"    names: {name_signatories(each)}"
        if each.note:
            yield f"    note: {each.note}"
    answer = graph.ask("signatory-conflicts", text=named)
    for cells in answer.rows:
        row = dict(zip(answer.variables, cells, strict=True))
        sides = (
            f"{row['number']} {row['number_is']} ({row['source']}) but "
            f"{row['other_number']} {row['other_number_is']} ({row['other_source']})"
        )
        what = f"only one names {row['named']}" if row["named"] else "the numbers differ"
        yield f"  {what}: {sides}"
    if not answer.rows:
        yield "  nothing differs"


def _actor(graph: Graph, named: str) -> Iterator[str]:
    (actor,) = [row for row in graph.picture().actors if row.id == named]
    yield f"actor {actor.id}"
    yield f"  {actor.name}: {actor.kind}; mark: {actor.verification}"


def _name(graph: Graph, named: str) -> Iterator[str]:
    bearers = [str(row["who"]).split("/id/", 1)[1] for row in graph.select(LABELLED, name=named)]
    yield f"name {named}"
    yield f"  {_joined(bearers) or 'borne by nobody'}"


def _joined(words: Iterable[str]) -> str:
    return ", ".join(words)


SHOWN: dict[str, Callable[..., Iterator[str]]] = {
    "claim": _claim,
    "norm": _norm,
    "instrument": _instrument,
    "text": _text,
    "signatories": _signatories,
    "actor": _actor,
    "name": _name,
}
