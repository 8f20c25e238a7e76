"""What an annotation file becomes: values with every quote anchored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from kg.annotations import read_annotated, text_id
from kg.errors import KgError, Place
from kg.iris import (
    claim_iri,
    document_iri,
    norm_citation_iri,
    part_iri,
    resting_iri,
    said_iri,
    signatory_list_iri,
    text_iri,
)
from kg.model.annotated import AnnotatedText, NormReading, Resting, SignatoryList
from kg.model.claims import Breach, Claim, Conduct, TimeSaid, Transfer, said_numbers
from kg.model.reference import Reference
from kg.model.texts import Span
from kg.reference import read_bundled
from kg.resources import DATA
from kg.vocab import Attitude, ConductKind, Force, Stance, Status, Verification
from tests.annotations.ruritania import ANNOTATIONS, NAME, TEXT

Read = Callable[..., AnnotatedText]
SEED = DATA / "texts" / "2023-10-26-us-jp-kr.ann.yaml"


def test_every_value_of_the_file_arrives(read: Read) -> None:
    """Scalars and lists are alike; what is not said is empty or None."""
    annotated = read()
    assert annotated.text.characters == TEXT
    assert annotated.document.issued_by == ("X1",)
    assert annotated.document.date == TimeSaid(earliest=date(2015, 4, 1), latest=date(2015, 4, 1))
    (release,) = annotated.document.released_by
    assert (release.actor, release.office, release.of) == ("X1-ministry", None, None)
    assert (annotated.annotated_by, annotated.annotated_on) == ("the test", date(2026, 11, 24))
    shells, request, breach = annotated.claims
    assert shells.content == Transfer(
        supplier=("X3",),
        recipient=("X2",),
        item=("artillery-ammunition",),
        date=TimeSaid(earliest=date(2015, 3, 1), latest=date(2015, 3, 31)),
        purpose=("request",),
    )
    assert request.content == Conduct(kind=ConductKind.SEEKING, agent=("X2",))
    assert breach.content == Breach(concerns=("shells",), breach_of=("convention",))
    assert annotated.norm_citations[0].reading == NormReading(
        norms=("zenda-1",), by="the test", why="There is but one."
    )


def test_lists_of_signatories_stand_side_by_side(read: Read) -> None:
    """Each arrives as its source has it, and who signed is neither issuer nor speaker by that.

    Two states and an organization beside them are no more than a count of two.
    """
    lists = """
  signatories:
    - source: https://a.example/1
      count: 2
      actors: [X1, X2, X1-ministry]
      verification: corpus
    - {source: https://b.example/2, count: 3, verification: background, note: Of the first day.}
"""
    cited = "  source: https://a.example/1\n  see-also: https://b.example/2\ndocument:"
    annotated = read(ANNOTATIONS.replace("document:\n", f"{cited}{lists}", 1))
    first, second = annotated.document.signatory_lists
    assert first == SignatoryList(
        source="https://a.example/1",
        count=2,
        actors=("X1", "X2", "X1-ministry"),
        verification=Verification.CORPUS,
    )
    assert (second.count, second.actors, second.note) == (3, (), "Of the first day.")
    unsigned = read()
    assert annotated.document.issued_by == unsigned.document.issued_by
    assert annotated.claims == unsigned.claims
    at = annotated.places[signatory_list_iri(NAME, 2)]
    assert (at.file, at.line, at.column) == (f"{NAME}.ann.yaml", 15, 7)


def test_on_which_texts_it_rests_comes_with_mark_and_reason(read: Read) -> None:
    """Each stands by itself, with its place; whether the text is there is not judged here."""
    resting = """document:
  rests-on:
    - {text: 2015-02-01-first, verification: corpus, note: Repeated word for word.}
    - {text: second, verification: background, note: Said to follow it.}
"""
    annotated = read(ANNOTATIONS.replace("document:\n", resting, 1))
    assert annotated.document.rests_on == (
        Resting(
            text="2015-02-01-first",
            verification=Verification.CORPUS,
            note="Repeated word for word.",
        ),
        Resting(text="second", verification=Verification.BACKGROUND, note="Said to follow it."),
    )
    at = annotated.places[resting_iri(NAME, "second")]
    assert (at.file, at.line, at.column) == (f"{NAME}.ann.yaml", 10, 14)
    assert annotated.claims == read().claims


def test_the_speaker_is_that_of_the_part(read: Read) -> None:
    """Who speaks follows from where the words stand, unless the entry says otherwise."""
    claims = read().claims
    assert [said.speaker for said in claims[0].said] == [("X1",), ("X3",)]
    given = ANNOTATIONS.replace(
        "stance: denies", "stance: denies\n        speaker: X2\n        addressee: [X1, parties]"
    )
    denial = read(given).claims[0].said[1]
    assert (denial.speaker, denial.addressee) == (("X2",), ("X1", "parties"))


def test_an_attitude_makes_the_force_expressive_unless_it_is_given(read: Read) -> None:
    """To condemn is to express; to state is to assert."""
    condemned, denied = read().claims[0].said
    assert (condemned.attitude, condemned.force) == (Attitude.CONDEMNS, Force.EXPRESSIVE)
    assert (denied.attitude, denied.force) == (None, Force.ASSERTIVE)
    given = ANNOTATIONS.replace("attitude: condemns", "attitude: condemns\n        force: urges")
    assert read(given).claims[0].said[0].force is Force.URGES


def test_parts_reach_from_their_first_words_to_their_last(read: Read) -> None:
    """A part by quote includes what its […] leaves out; a part by its neighbours is trimmed."""
    annotated = read()
    _, body, reply = annotated.parts
    (words,) = body.quote.exact
    assert words.startswith("We condemn the delivery of artillery")
    assert words.endswith("Utopia’s allies too.\nThe delivery would breach the Zenda Convention.")
    assert reply.quote.exact == ("we have sent nothing to Utopia.",)
    assert annotated.text.cut(reply.quote.spans[0]) == reply.quote.exact[0]


def test_every_occurrence_of_a_name_is_a_mention_and_the_longest_wins(read: Read) -> None:
    """The ministry is not the state that is part of its name; spans are those of the text."""
    annotated = read()
    named = [(m.actor, annotated.text.cut(m.span)) for m in annotated.mentions]
    assert named[0] == ("X1-ministry", "Ministry of Ruritania")
    assert named[1:] == [
        ("X3", "Freedonia"),
        *[("X2", "Utopia")] * 4,
        ("X3", "Freedonia"),
        ("X2", "Utopia"),
    ]


def test_places_lead_to_the_keys_of_the_file(read: Read) -> None:
    """From each IRI an editor can jump to where it is written."""
    annotated = read()
    lines = ANNOTATIONS.splitlines()

    def key(place: Place) -> str:
        assert place.file == f"{NAME}.ann.yaml"
        return lines[place.line - 1][place.column - 1 :]

    places = annotated.places
    assert key(places[text_iri(NAME)]) == "text:"
    assert key(places[document_iri(NAME)]) == "document:"
    assert key(places[part_iri(NAME, "reply")]) == "reply:"
    assert key(places[norm_citation_iri(NAME, "convention")]) == "convention:"
    for claim in annotated.claims:
        iri = claim_iri(NAME, claim.name)
        assert key(places[iri]) == f"{claim.name}:"
        for said, number in zip(claim.said, said_numbers(claim), strict=True):
            spans = [(span.start, span.end) for span in said.quote.spans]
            assert key(places[said_iri(iri, spans, number)]).startswith("quote: ")


def test_entries_on_the_very_same_words_are_numbered(read: Read) -> None:
    """Two readings of one passage are two speech acts of two names."""
    again = (
        "      - quote: we have sent nothing\n        stance: denies\n        status: actual\n"
        "        reading: a\n"
        "      - quote: we have sent nothing\n        stance: doubts\n        status: actual\n"
        "        reading: b\n"
    )
    annotated = read(ANNOTATIONS.replace("  request:\n", again + "  request:\n"))
    claim = annotated.claims[0]
    assert said_numbers(claim) == (1, 1, 1, 2)
    iri = claim_iri(NAME, claim.name)
    spans = [(span.start, span.end) for span in claim.said[3].quote.spans]
    assert annotated.places[said_iri(iri, spans, 2)] > annotated.places[said_iri(iri, spans, 1)]


def test_a_text_with_crlf_and_annotations_with_crlf_anchor_alike(read: Read) -> None:
    """Line ends are white space in a quote; the text keeps its own."""
    text = TEXT.replace("\n", "\r\n")
    annotated = read(ANNOTATIONS.replace("\n", "\r\n"), text)
    assert annotated.text.characters == text
    assert annotated.claims[1].said[0].quote.exact == ("Utopia’s army asked for them – “at once”",)
    assert "\r\n" in annotated.parts[1].quote.exact[0]
    for claim in annotated.claims:
        for said in claim.said:
            assert tuple(text[s.start : s.end] for s in said.quote.spans) == said.quote.exact


def test_the_country_no_is_a_word(read: Read, reference: Reference) -> None:
    """NO names the actor NO, wherever an actor can stand, and language no is Norwegian."""
    annotations = (
        ANNOTATIONS.replace("supplier: X3", "supplier: NO")
        .replace("speaker: X3", "speaker: [NO, X3]")
        .replace("X3: [Freedonia]", "NO: Freedonia")
        .replace("language: en", "language: no")
    )
    annotated = read(annotations)
    content = annotated.claims[0].content
    assert isinstance(content, Transfer)
    assert content.supplier == ("NO",)
    assert annotated.claims[0].said[1].speaker == ("NO", "X3")
    assert "NO" in {mention.actor for mention in annotated.mentions}
    assert annotated.text.language == "no"
    assert read_bundled().actors["NO"].name == "Norway"
    assert reference.actors["NO"].name == "Noland"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2023-08/2023-10-26", date(2023, 8, 1), date(2023, 10, 26)),
        ("2023/..", date(2023, 1, 1), None),
        ("../2023-10", None, date(2023, 10, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_dates_are_days_between(
    read: Read, written: str, earliest: date | None, latest: date | None
) -> None:
    """A year or month is all of its days; a range is from the first to the last."""
    content = read(ANNOTATIONS.replace("date: 2015-03", f"date: {written}")).claims[0].content
    assert isinstance(content, Transfer)
    assert content.date == TimeSaid(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("quote: Utopia's\n        occurrence: 2", ("Utopia’s",)),
        ("quote: Utopia's\n        after: once\".\n", ("Utopia’s",)),
        ("quote: Utopia's\n        before: neighbours\n", ("Utopia’s",)),
        ("quote: '[[Utopia''s]] neighbours'", ("Utopia’s",)),
    ],
)
def test_one_of_several_places_is_chosen(read: Read, written: str, exact: tuple[str, ...]) -> None:
    """A number, the words around and the words marked all lead to the second of three places."""
    quote = "quote: We condemn the delivery of artillery shells by Freedonia to Utopia"
    said = read(ANNOTATIONS.replace(quote, written)).claims[0].said[0]
    assert said.quote.exact == exact
    assert said.quote.spans[0].start == TEXT.index("Utopia’s neighbours")


def test_the_digest_is_that_of_the_annotation_file(
    write: Callable[..., Path], reference: Reference
) -> None:
    """A change of one annotation shows in it."""
    path = write()
    assert read_annotated(path, reference).digest == sha256(path.read_bytes()).hexdigest()


def test_reading_twice_gives_the_same(read: Read) -> None:
    """Same in, same out."""
    assert read() == read()


@pytest.mark.parametrize(
    "name", ["a.yaml", "A.ann.yaml", ".ann.yaml", "a b.ann.yaml", "-a.ann.yaml"]
)
def test_a_name_that_gives_no_id_is_refused(name: str) -> None:
    """The id of a text is the name of its file, and part of its IRI."""
    with pytest.raises(KgError, match="bad-file-name"):
        text_id(Path(name))
    assert text_id(Path("x/2023-10-26-us-jp-kr.ann.yaml")) == "2023-10-26-us-jp-kr"


# ------------------------------------------------------------------- the bundled seed


@pytest.fixture(scope="module")
def seed() -> AnnotatedText:
    return read_annotated(SEED, read_bundled())


def claim_of(annotated: AnnotatedText, name: str) -> Claim:
    return next(claim for claim in annotated.claims if claim.name == name)


def test_the_seed_anchors_completely(seed: AnnotatedText) -> None:
    """Every quote of the seed stands in the text, in the text's own characters."""
    quotes = [said.quote for claim in seed.claims for said in claim.said]
    quotes += [quote for citation in seed.norm_citations for quote in citation.cited_as]
    quotes += [release.quote for release in seed.document.released_by if release.quote]
    assert len(quotes) > 40
    for quote in quotes:
        assert tuple(seed.text.cut(span) for span in quote.spans) == quote.exact


def test_the_joint_statement_is_said_by_its_three_issuers(seed: AnnotatedText) -> None:
    """No claim of the seed is put into anybody else's mouth."""
    speakers = {said.speaker for claim in seed.claims for said in claim.said}
    assert speakers == {("US", "JP", "KR")}


def test_accused_and_accuser_do_not_swap(seed: AnnotatedText) -> None:
    """The full name of the DPRK holds that of the Republic of Korea, and names the DPRK."""
    named = {seed.text.cut(mention.span): mention.actor for mention in seed.mentions}
    assert named["Democratic People’s Republic of Korea"] == "KP"
    south = [m.span for m in seed.mentions if seed.text.cut(m.span) == "Republic of Korea"]
    before = [seed.text.cut(Span(span.start - 8, span.start)).split()[-1] for span in south]
    assert before == ["and", "the"]


def test_the_confirmation_of_some_deliveries_is_kept_apart(seed: AnnotatedText) -> None:
    """What is confirmed is a part of what is condemned."""
    confirmed = claim_of(seed, "some-deliveries-completed")
    assert isinstance(confirmed.content, Transfer)
    assert confirmed.content.part_of == "dprk-arms-to-russia"
    (said,) = confirmed.said
    assert (said.stance, said.status) == (Stance.CONFIRMS, Status.COMPLETED)
    assert said.quote.exact[0].endswith("several of which we now confirm have been completed")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("DPRK", "did you mean KP (DPRK)?"),
        ("North Korea", "did you mean KP (DPRK)?"),
        ("PRK", "did you mean KP (DPRK)?"),
        ("Republic of Korea", "did you mean KR (Republic of Korea)?"),
        ("Rusia", "did you mean RU (Russia)?"),
    ],
)
def test_a_states_name_leads_to_its_code(tmp_path: Path, written: str, hint: str) -> None:
    """Whatever a state is called, the hint says by which code it goes."""
    text = SEED.with_name("2023-10-26-us-jp-kr.txt")
    (tmp_path / text.name).write_bytes(text.read_bytes())
    annotations = SEED.read_text("utf-8").replace("supplier: KP", f"supplier: {written}", 1)
    path = tmp_path / SEED.name
    path.write_text(annotations, "utf-8")
    with pytest.raises(KgError) as raised:
        read_annotated(path, read_bundled())
    assert [problem.hint for problem in raised.value.problems] == [hint]
