"""What an organ says stands beside what its state says: who spoke is named, and on which days."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.annotations import read_annotated
from kg.inference import restrict
from kg.iris import actor_iri
from kg.model.reference import Reference
from kg.model.restriction import Restriction
from kg.queries import ask, select_picture
from kg.queries.rows import OrganRow
from kg.queries.silences import find_silences
from kg.reference import read_reference
from kg.resources import DATA
from kg.vocab import Ata
from tests.queries.lifted import filled

ACTORS = """\
format: kg-actors/1
actors:
  x-ruritania: {{kind: state, name: Ruritania, verification: background}}
  x-utopia: {{kind: state, name: Utopia, verification: background}}
  x-syldavia: {{kind: state, name: Syldavia, verification: background}}
  x-ministry:
    kind: organization
    name: Ministry of Visors
    organ-of: {organ_of}
    verification: background
  x-spokesman: {{kind: person, name: Rudolf Rassendyll, verification: background}}
  x-bystander: {{kind: person, name: Black Michael, verification: background}}
"""

# Who speaks and who issues; the words, which say in short what is annotated; the day.
TEXT = """\
format: kg-annotation/1
text: {{file: {name}.txt, sha256: {digest}, language: en, kind: verbatim}}
document: {{title: {name}, kind: statement, date: {day}, issued-by: {issuer}{released}}}
annotation: {{by: a test, date: 2026-01-01}}
parts:
  all: {{quote: "{quote}", speaker: {speaker}}}
claims:
  rifles:
    transfer: {{supplier: x-ruritania, recipient: x-utopia, item: small-arms}}
    said: {{quote: "{quote}", stance: {stance}, status: completed}}
    {answers}
"""

MINISTRY = "Ministry of Visors (organ of Ruritania, not checked)"
ALWAYS = "{state: x-ruritania, verification: background}"


class Invented:
    """Writes invented texts into a folder, and reads them with what they stand on."""

    def __init__(self, folder: Path, organ_of: str) -> None:
        self._folder = folder
        self._names: list[str] = []
        (folder / "actors").mkdir(parents=True)
        actors = ACTORS.format(organ_of=organ_of)
        (folder / "actors" / "x.yaml").write_text(actors, encoding="utf-8")

    def say(self, name: str, speaker: str, stance: str, **more: str) -> None:
        words = f"It {stance} that rifles went to Utopia."
        values = {"issuer": speaker, "day": "2015-04-01", "released": "", "answers": ""} | more
        answers = f"answers: {values['answers']}" if values["answers"] else ""
        (self._folder / f"{name}.txt").write_bytes(words.encode())
        annotated = TEXT.format(
            **{**values, "answers": answers},
            name=name,
            digest=sha256(words.encode()).hexdigest(),
            quote=words,
            speaker=speaker,
            stance=stance,
        )
        (self._folder / f"{name}.ann.yaml").write_text(annotated, encoding="utf-8")
        self._names.append(name)

    def store(self) -> ox.Store:
        reference = read_reference([DATA, self._folder])
        files = [self._folder / f"{name}.ann.yaml" for name in self._names]
        texts = [read_annotated(file, reference) for file in files]
        return filled(reference, texts, backwards=False)


def rows(store: ox.Store, name: str, **given: str) -> list[dict[str, str | None]]:
    answer = ask(store, name, **given)
    return [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]


def test_an_organ_and_its_state_are_set_side_by_side_and_kept_apart(tmp_path: Path) -> None:
    """The state's denial and the ministry's admission are one row each, with who spoke."""
    told = Invented(tmp_path, ALWAYS)
    told.say("denial", "x-ruritania", "denies")
    told.say("admission", "x-ministry", "admits", day="2015-05-01")
    found = rows(told.store(), "changed-stances")
    assert [(row["who"], row["speakers"], row["link"], row["side"]) for row in found] == [
        ("Ruritania", "Ruritania", "issues the text; speaks", "denies or doubts"),
        (
            "Ruritania",
            "Ministry of Visors",
            f"{MINISTRY} issues the text; {MINISTRY} speaks",
            "affirms",
        ),
    ]


@pytest.mark.parametrize(
    ("days", "is_compared"),
    [
        ("", True),
        (", until: 2015-04-01", False),
        (", until: 2015-04-02", True),
        (", from: 2015-04-01", True),
        (", from: 2015-04-02", False),
    ],
)
def test_an_organ_counts_on_the_days_recorded(
    tmp_path: Path, days: str, *, is_compared: bool
) -> None:
    """Who spoke before or after being an organ is set beside nobody."""
    told = Invented(tmp_path, ALWAYS.replace("}", f"{days}}}"))
    told.say("claim", "x-syldavia", "asserts")
    told.say("denial", "x-ruritania", "denies")
    told.say("admission", "x-ministry", "admits", answers="claim/rifles")
    store = told.store()
    assert bool(rows(store, "changed-stances")) is is_compared
    heard = {row["text"] for row in rows(store, "stances-in-time", actor="x-ruritania")}
    assert ("admission" in heard) is is_compared
    answers = rows(store, "answers-of-those-named", actor="x-ruritania", text="claim")
    assert [row["answer_text"] for row in answers] == (["admission"] if is_compared else [None])


def test_who_holds_an_office_is_heard_and_a_bystander_is_not(tmp_path: Path) -> None:
    """A person counts beside a state where a text says under whom the office is held."""
    told = Invented(tmp_path, ALWAYS)
    release = (
        ", released-by: {actor: x-spokesman, office: Spokesman, of: x-ministry, "
        "quote: It asserts that rifles went to Utopia.}"
    )
    told.say("claim", "x-syldavia", "asserts", released=release)
    told.say("reply", "x-spokesman", "denies", answers="claim/rifles", issuer="x-syldavia")
    told.say("aside", "x-bystander", "denies", answers="claim/rifles", issuer="x-syldavia")
    (row,) = rows(told.store(), "answers-of-those-named", actor="x-ruritania", text="claim")
    assert (row["answered"], row["speakers"], row["stance"]) == (
        "answered",
        "Rudolf Rassendyll",
        "denies",
    )
    assert row["link"] == (f"{MINISTRY} has Rudolf Rassendyll in an office")


def test_each_of_those_named_is_told_of_whether_answering_or_not(tmp_path: Path) -> None:
    """The supplier's ministry answers; of the recipient no answer is in the graph."""
    told = Invented(tmp_path, ALWAYS)
    told.say("claim", "x-syldavia", "asserts")
    told.say("reply", "x-ministry", "denies", answers="claim/rifles")
    found = rows(told.store(), "answers-of-those-named")
    assert [(row["actor"], row["role"], row["answered"], row["stance"]) for row in found] == [
        ("x-ruritania", "supplier", "answered", "denies"),
        ("x-utopia", "recipient", "no answer in this graph", None),
    ]
    assert {row["said_by"] for row in found} == {"Syldavia: asserts, completed"}


def test_what_an_organ_admits_is_no_claim_for_its_state_to_answer(tmp_path: Path) -> None:
    """The ministry's own admission asks for an answer of the recipient alone."""
    told = Invented(tmp_path, ALWAYS)
    told.say("admission", "x-ministry", "admits")
    found = rows(told.store(), "answers-of-those-named")
    assert [row["actor"] for row in found] == ["x-utopia"]


def test_a_picture_tells_of_which_state_a_body_is_an_organ(tmp_path: Path) -> None:
    """Views show the state by its name, the days as far as they are recorded, and the mark."""
    told = Invented(tmp_path, "{state: x-ruritania, from: 2001-01-01, verification: background}")
    told.say("denial", "x-ministry", "denies")
    actors = {actor.id: actor for actor in select_picture(told.store()).actors}
    assert actors["x-ministry"].organ_of == (
        OrganRow(state="Ruritania", since="2001-01-01", until=None, verification="background"),
    )
    assert actors["x-ruritania"].organ_of == ()


def test_the_turn_of_november_2022_is_found(bundled_reference: Reference) -> None:
    """A denial issued by Iran and an admission issued by its ministry stand beside each other."""
    names = ("2022-10-19-iravani", "2022-11-05-amirabd")
    files = [DATA / "texts" / f"{name}.ann.yaml" for name in names]
    texts = [read_annotated(file, bundled_reference) for file in files]
    found = rows(filled(bundled_reference, texts, backwards=False), "changed-stances")
    assert [(row["who"], row["date"], row["speakers"], row["stance"]) for row in found] == [
        ("Iran", "2022-10-19", "Amir Saeid Iravani", "denies"),
        ("Iran", "2022-11-05", "Hossein Amir-Abdollahian", "admits"),
    ]


def test_as_of_a_day_no_body_is_an_organ_from_a_later_day_on(tmp_path: Path) -> None:
    """Nor is it told on which later day it was none any longer: nobody knew."""
    told = Invented(tmp_path, ALWAYS.replace("}", ", from: 2016-05-01, until: 2018-01-01}"))
    told.say("claim", "x-ministry", "asserts")
    store = told.store()

    def states(day: str) -> tuple[OrganRow, ...]:
        known = restrict(store, Restriction(as_of=date.fromisoformat(day)))
        # What is compared goes by the link itself.
        link = ox.NamedNode(Ata.organOf), ox.NamedNode(actor_iri("x-ruritania"))
        linked = {each.subject for each in known.quads_for_pattern(None, *link, None)}
        (row,) = (each for each in select_picture(known).actors if each.id == "x-ministry")
        assert bool(row.organ_of) is (ox.NamedNode(row.iri) in linked)
        return row.organ_of

    assert states("2016-04-30") == ()
    assert [(each.since, each.until) for each in states("2016-05-01")] == [("2016-05-01", None)]
    assert [each.until for each in states("2018-01-01")] == ["2018-01-01"]


@pytest.mark.parametrize(
    ("days", "is_heard"),
    [("", True), (", until: 2015-04-01", False), (", from: 2015-04-02", False)],
)
def test_beside_a_silence_an_organ_is_heard_on_the_days_recorded(
    tmp_path: Path, days: str, *, is_heard: bool
) -> None:
    """What the ministry said of another claim before it was an organ is not told of the state."""
    told = Invented(tmp_path, ALWAYS.replace("}", f"{days}}}"))
    told.say("claim", "x-syldavia", "asserts")
    told.say("aside", "x-ministry", "denies")
    store = told.store()
    (silent,) = find_silences(store, select_picture(store), actor="x-ruritania", text="claim")
    heard = [(each.speakers, each.link) for each in silent.elsewhere]
    organ = ("Ministry of Visors", "is recorded as an organ of it")
    assert heard == ([organ] if is_heard else [])
