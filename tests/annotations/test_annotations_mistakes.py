"""Planted mistakes: each is told where it stands, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotations import read_annotated
from kg.errors import KgError, Place, Problem
from kg.model.reference import Reference
from tests.annotations.ruritania import ANNOTATIONS, NAME

FILE = f"{NAME}.ann.yaml"
# In what is planted, ‸ stands before the line and column to which the problem must lead.
CARET = "‸"

SHELLS = "We condemn the delivery of artillery shells by Freedonia to Utopia"
QUOTE = f"quote: {SHELLS}\n"
HOW = "stance: asserts"
SAME = "stance: denies\n        status: completed\n"
AGAIN = "      - quote: we have sent ‸nothing to Utopia\n"

UNSIGNED = "  kind: verbatim\ndocument:\n"
SIGNED = """\
  kind: verbatim
  source: https://a.example/1
  see-also: https://b.example/2
document:
  signatories:
    - source: https://a.example/1
      count: 2
      actors: [X1, X2, X1-ministry]
      verification: corpus
"""

RESTING = """\
document:
  rests-on:
    - text: 2015-03-01-other
      verification: corpus
      note: It says so.
"""

MISTAKES: dict[str, tuple[str, str, str, str]] = {
    # --- quotes that do not stand, or stand twice
    "other words": (SHELLS, "‸We condemn the delivery of arms", "quote-not-found", "on line 3"),
    "other case": (SHELLS, "‸we condemn the delivery", "quote-not-found", "We condemn the deliv"),
    "other letter": (SHELLS, "‸our neighbors are", "quote-not-found", "neighbours are'"),
    "nothing close": (SHELLS, "‸zqx wvk jjj", "quote-not-found", "no passage of the text comes"),
    "wrong order": (SHELLS, "‸allies too […] army asked", "quote-not-found", "order of the text"),
    "second piece": (SHELLS, "‸by Freedonia […] to Utopa", "quote-not-found", "'to Utopia'"),
    "stands thrice": (SHELLS, "‸Utopia's", "ambiguous-quote", "[[Utopia's]] army asked"),
    "pieces stand twice": (SHELLS, "‸Utopia's […] too", "ambiguous-quote", "mark the words meant"),
    # --- quotes that cut words
    "cut at the end": (SHELLS, "‸delivery of artillery shell", "quote-cuts-word", "where words do"),
    "cut at the start": (SHELLS, "‸edonia to", "quote-cuts-word", "where words do"),
    "cut by a mark": (SHELLS, "‸by [[Freedo]]nia to", "quote-cuts-word", "where words do"),
    "cut turns round": (SHELLS, "‸We don", "quote-cuts-word", "where words do"),
    # --- quotes that cannot be read
    "mark left open": (SHELLS, "‸by [[Freedonia", "bad-quote-marks", "[[ ]] marks"),
    "mark closes nothing": (SHELLS, "‸by Freedonia]]", "bad-quote-marks", "[[ ]] marks"),
    "mark in mark": (SHELLS, "‸by [[Freedonia [[to]]]]", "bad-quote-marks", "[[ ]] marks"),
    "mark without words": (SHELLS, "‸by [[ ]] Freedonia", "bad-quote-marks", "[[ ]] marks"),
    "piece without words": (SHELLS, "‸Freedonia […]", "bad-quote-marks", "leaves words out"),
    # --- whose words
    "across two voices": (
        QUOTE,
        "quote: ‸worried […] we have sent nothing\n",
        "quote-straddles-parts",
        "each voice apart",
    ),
    "out of a part": (
        QUOTE,
        "quote: ‸>-\n          the Zenda Convention. Freedonia says\n",
        "quote-straddles-parts",
        "each voice apart",
    ),
    "outside": (QUOTE, "quote: ‸Freedonia says\n", "quote-outside-parts", "add one"),
    "in furniture": (QUOTE, "quote: ‸Ministry of\n", "quote-in-ignored-part", "nobody speaks"),
    "release in furniture": (
        "quote: We condemn\n",
        "quote: ‸Statement by\n",
        "quote-in-ignored-part",
        "nobody speaks",
    ),
    "citation outside": (
        "cited-as: the Zenda Convention",
        "cited-as: [the Zenda Convention, ‸Page 1]",
        "quote-outside-parts",
        "add one",
    ),
    # --- which of several places
    "not after": (
        QUOTE,
        "quote: Utopia's\n        after: ‸worried\n",
        "context-mismatch",
        "[[Utopia's]] neighbours",
    ),
    "before for after": (
        QUOTE,
        "quote: Utopia's\n        before: ‸worried, and\n",
        "context-mismatch",
        "after: what precedes it",
    ),
    "no fourth": (
        QUOTE,
        "quote: ‸Utopia's\n        occurrence: 4\n",
        "no-such-occurrence",
        "[[Utopia's]] allies",
    ),
    "no number": (
        QUOTE,
        "quote: Utopia's neighbours\n        occurrence: ‸0\n",
        "wrong-value",
        "",
    ),
    # --- parts
    "parts overlap": (
        '  reply:\n    after: "Freedonia says:"',
        "  ‸reply:\n    after: would breach",
        "parts-overlap",
        "one voice",
    ),
    "neither yes nor no": ("    ignore: true", "    ignore: ‸yes", "wrong-value", ""),
    "no voice": ("    ignore: true\n", "", "part-without-voice", "page furniture"),
    "voice and no voice": (
        "  head:\n",
        "  ‸head:\n    speaker: X1\n",
        "part-without-voice",
        "page furniture",
    ),
    "two places": (
        "  reply:\n",
        "  ‸reply:\n    quote: we have\n",
        "part-without-place",
        "either quote:",
    ),
    "part not found": ("before: Page 1\n", "before: ‸Page 2\n", "quote-not-found", "'Page 1'"),
    "part of nothing": (
        '  reply:\n    after: "Freedonia says:"\n    before: Page 1',
        "  ‸reply:\n    after: Page\n    before: we have sent",
        "empty-part",
        "before those of before:",
    ),
    # --- names
    "name of nobody": ("[Utopia]", "[Utopia, ‸Utopía]", "name-not-found", "letter for letter"),
    "name cut out": ("[Utopia]", "[Utopia, ‸Free]", "name-not-found", "letter for letter"),
    "name in a name": ("[Utopia]", "[Utopia, ‸Ruritania]", "name-not-found", "longer names"),
    "name of two": ("X3: [Freedonia]", "X3: [Freedonia, ‸Utopia]", "name-of-two", "tells them"),
    "name twice": ("[Utopia]", "[Utopia, ‸Utopia]", "duplicate-value", ""),
    "names of nobody": ("  X2: [Utopia]", "  ‸X9: [Utopia]", "unknown-actor", "ISO 3166-1"),
    # --- actors, items, norms, claims
    "a name for an id": ("supplier: X3", "supplier: ‸Freedonia", "unknown-actor", "X3 (Freedonia)"),
    "a name with a typo": ("supplier: X3", "supplier: ‸Fredonia", "unknown-actor", "mean X3 (Fr"),
    "an id in small letters": ("supplier: X3", "supplier: ‸x3", "unknown-actor", "mean X3 (Fr"),
    "a name of two states": (
        "supplier: X3",
        "supplier: ‸Free State",
        "unknown-actor",
        "did you mean X3 (Freedonia) or X4 (New Freedonia)?",
    ),
    "one of a list": ("supplier: X3", "supplier: [X1, ‸Freedom]", "unknown-actor", "X3 (Freedonia"),
    "unknown issuer": ("issued-by: X1", "issued-by: ‸Ruritani", "unknown-actor", "X1 (Ruritania)"),
    "unknown speaker": ("speaker: X3", "speaker: ‸Utopa", "unknown-actor", "X2 (Utopia)"),
    "an item's label": ("artillery-ammunition\n", "‸drones\n", "unknown-item", "uav (drones)"),
    "an item's typo": (
        "artillery-ammunition\n",
        "‸artilery-amunition\n",
        "unknown-item",
        "did you mean artillery-ammunition (artillery ammunition)?",
    ),
    "a norm's typo": ("norms: zenda-1", "norms: ‸zenda-2", "unknown-norm", "did you mean zenda-1?"),
    "norms by their id": (
        "breach-of: convention",
        "breach-of: ‸zenda-1",
        "unknown-citation",
        "it has con",
    ),
    "a citation's typo": ("breach-of: con", "breach-of: ‸cxn", "unknown-citation", "convention?"),
    "a claim's typo": ("purpose: request", "purpose: ‸reqest", "unknown-claim", "mean request?"),
    "a norm is no purpose": ("e: request", "e: ‸convention", "unknown-claim", ""),
    # --- words of the vocabularies
    "stance with a typo": (HOW, "stance: ‸assert", "unknown-word", "did you mean asserts?"),
    "no stance": (HOW, "stance: ‸thinks", "unknown-word", "one of: affirms, confirms, asserts"),
    "status with a typo": ("conditional", "‸conditionall", "unknown-word", "mean conditional?"),
    "a label": ("attitude: condemns", "attitude: ‸Strongly Condemns", "unknown-word", "strongly-"),
    "no conduct": ("kind: seeking", "kind: ‸seeing", "unknown-word", "did you mean seeking?"),
    "no kind of text": ("kind: verbatim", "kind: ‸verbatm", "unknown-word", "mean verbatim?"),
    # --- dates that cannot be
    "no such day": ("2015-03\n", "‸2023-02-30\n", "impossible-date", "write 2023, 2023-10"),
    "no such month": ("2015-03\n", "‸2015-13\n", "impossible-date", "or a range"),
    "no such year": ("2015-03\n", "‸0000\n", "impossible-date", "or a range"),
    "ends too early": ("2015-03\n", "‸2015-03/2015-02\n", "impossible-date", "or a range"),
    "no bounds": ("2015-03\n", "‸../..\n", "impossible-date", "or a range"),
    "in words": ("2015-03\n", "‸March 2015\n", "impossible-date", "or a range"),
    "other digits": ("2015-03\n", "‸٢٠١٥\n", "impossible-date", "or a range"),
    "a month for a day": ("2026-11-24", "‸2026-11", "impossible-date", "year, month, day"),
    "no day of issue": ("2015-04-01\n", "‸2015-04-31\n", "impossible-date", "or a range"),
    # --- keys and shapes
    "key with a typo": ("supplier: X3", "‸suplier: X3", "unknown-key", "did you mean supplier?"),
    "unknown key": ("language: en", "language: en\n  ‸zzz: x", "unknown-key", "known keys: file,"),
    "key missing": (
        "document:\n  title: A statement on shells\n",
        "‸document:\n",
        "missing-key",
        "its title: any words",
    ),
    "empty value": ("supplier: X3", "supplier: ‸''", "empty-value", "leave the key out"),
    "empty and required": (
        "by: the test\n  d",
        "by: ‸''\n  d",
        "empty-value",
        "it is required: who",
    ),
    "empty list": ("supplier: X3", "supplier: ‸[]", "empty-value", "leave the key out"),
    "value twice": ("supplier: X3", "supplier: [X3, ‸X3]", "duplicate-value", ""),
    "keys for a word": ("supplier: X3", "supplier: ‸{a: b}", "wrong-shape", ""),
    "list for a word": ("kind: verbatim", "kind: ‸[verbatim]", "wrong-shape", ""),
    "word for keys": (
        "annotation:\n  by: the test\n  date: 2026-11-24\n",
        "annotation: ‸yes\n",
        "wrong-shape",
        "",
    ),
    "a bad name": ("  breach:\n", "  ‸Breach!:\n", "bad-name", "small letters"),
    "another format": ("annotation/1", "annotation/2", "unknown-format", "kg-annotation/1"),
    "no language": ("language: en", "language: ‸English language", "wrong-value", "language tag"),
    "no address": ("verbatim\n", "verbatim\n  source: ‸example.org\n", "bad-url", "https://"),
    "no digest": ("{digest}", "‸{digest}0", "wrong-value", "64 digits"),
    "text elsewhere": (f"{NAME}.txt", "‸../secret.txt", "text-elsewhere", "in the same folder"),
    "text missing": (f"{NAME}.txt", "‸2015-04-01-ruritan.txt", "text-not-found", f"{NAME}.txt"),
    # --- who signed
    "a source that is not cited": (
        UNSIGNED,
        SIGNED + "    - {source: ‸https://b.example/3, count: 2, verification: corpus}\n",
        "source-not-cited",
        "did you mean https://b.example/2? Or add it under see-also:",
    ),
    "a source of a text that cites none": (
        UNSIGNED,
        UNSIGNED + SIGNED.partition("document:\n")[2].replace("source: ", "source: ‸"),
        "source-not-cited",
        "add it under see-also:",
    ),
    "a source that is no address": (
        UNSIGNED,
        SIGNED.replace("- source: https://a.example/1", "- source: ‸a.example"),
        "bad-url",
        "https://",
    ),
    "a signatory that there is none of": (
        UNSIGNED,
        SIGNED.replace("X2, X1-m", "‸Utopa, X1-m"),
        "unknown-actor",
        "did you mean X2 (Utopia)?",
    ),
    "a signatory twice": (
        UNSIGNED,
        SIGNED.replace("X1-ministry]", "X1-ministry, ‸X1]"),
        "duplicate-value",
        "",
    ),
    "more states named than counted": (
        UNSIGNED,
        SIGNED.replace("count: 2", "count: ‸1"),
        "count-too-small",
        "leave out what it does not say",
    ),
    "no number of signatories": (
        UNSIGNED,
        SIGNED.replace("count: 2", "count: ‸some 50"),
        "wrong-value",
        "",
    ),
    "neither how many signed nor who": (
        UNSIGNED,
        SIGNED + "    - ‸{source: https://b.example/2, verification: corpus}\n",
        "signatories-missing",
        "count:, actors: or both",
    ),
    "signatories that say not how far they were checked": (
        UNSIGNED,
        SIGNED + "    - ‸{source: https://b.example/2, count: 2}\n",
        "missing-key",
        "how far it was checked",
    ),
    # --- on what it rests
    "on itself": (
        "document:\n",
        RESTING.replace("2015-03-01-other", f"‸{NAME}"),
        "rests-on-itself",
        "name the text that it repeats",
    ),
    "on what is no text": (
        "document:\n",
        RESTING.replace("2015-03-01-other", "‸Some report"),
        "wrong-value",
        "the name of the file without .txt",
    ),
    "on one text twice": (
        "document:\n",
        RESTING + RESTING.partition("on:\n")[2].replace("2015", "‸2015"),
        "duplicate-value",
        "",
    ),
    "without a reason": (
        "document:\n",
        RESTING.replace("- text", "- ‸text").replace("\n      note: It says so.", ""),
        "missing-key",
        "what tells that it repeats",
    ),
    "without a mark": (
        "document:\n",
        RESTING.replace("- text", "- ‸text").replace("      verification: corpus\n", ""),
        "missing-key",
        "how far it was checked",
    ),
    # --- claims
    "nobody at either end": (
        "    transfer:\n      supplier: X3\n      recipient: X2\n",
        "    ‸transfer:\n",
        "transfer-without-ends",
        "part-of:",
    ),
    "of nothing": (
        "    transfer:\n      supplier: X3\n      recipient: X2\n      item:",
        "    ‸transfer:\n      supplier: X3\n      quantity:",
        "transfer-without-item",
        "any-item",
    ),
    "a unit that is none": (
        "date: 2015-03\n",
        "date: 2015-03\n      quantity: artillery shells\n      unit: ‸deliveries\n",
        "unknown-word",
        "shipments",
    ),
    "a circle of one": ("agent: X2", "agent: X2\n      part-of: ‸request", "circular-claims", ""),
    "a circle of two": (
        "purpose: request",
        "purpose: ‸breach",
        "circular-claims",
        "points the wrong way",
    ),
    "part of a conduct": (
        "purpose: request",
        "part-of: ‸request",
        "wrong-kind-of-claim",
        "",
    ),
    "two things at once": (
        "  request:\n",
        "  ‸request:\n    vote: {agent: X2, on: convention, cast: for}\n",
        "claim-content",
        "exactly one of: transfer, conduct",
    ),
    "nothing described": (
        "  request:\n    conduct:\n      kind: seeking\n      agent: X2\n",
        "  ‸request:\n",
        "claim-content",
        "exactly one of: transfer, conduct",
    ),
    "name of norms": ("  breach:\n", "  ‸convention:\n", "name-taken", "another name"),
    # --- what is said
    "not told how": (
        HOW + "\n        status: conditional\n",
        "note: x\n",
        "said-says-nothing",
        "stance, status, attitude, force",
    ),
    "reading alone": (
        "quote: The delivery would breach the Zenda Convention\n",
        "‸quote: The delivery would breach the Zenda Convention\n        reading: x\n",
        "reading-alone",
        "on words that overlap",
    ),
    "reading missing": (
        SAME,
        SAME + AGAIN.replace("‸", "") + "        stance: doubts\n",
        "reading-missing",
        "in both entries",
    ),
    "said twice": (SAME, SAME + AGAIN.replace("‸", "") + "        " + SAME, "said-twice", ""),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_stands(
    name: str, write: Callable[[str], Path], reference: Reference
) -> None:
    """Slug, line, column and hint are those that the analyst needs; nothing else is reported."""
    old, new, slug, hint = MISTAKES[name]
    assert old in ANNOTATIONS
    marked = ANNOTATIONS.replace(old, new, 1)
    path = write(marked.replace(CARET, ""))
    with pytest.raises(KgError) as raised:
        read_annotated(path, reference, name=FILE)
    (problem,) = raised.value.problems
    assert problem.slug == slug, problem
    assert hint in (problem.hint or ""), problem
    before, caret, _ = marked.partition(CARET)
    if caret:
        line = before.count("\n") + 1
        assert problem.place == Place(FILE, line, len(before) - before.rfind("\n")), problem


def test_all_problems_of_a_file_are_told_at_once(
    write: Callable[[str], Path], reference: Reference
) -> None:
    """Structure, vocabulary, anchoring and references: one run, sorted by line."""
    wrong = {
        "kind: statement": "kind: statment",
        "X3: [Freedonia]": "X3: [Fredonia]",
        "supplier: X3": "suplier: X3",
        "artillery-ammunition\n": "shells\n",
        "quote: we have sent nothing to Utopia": "quote: we have sent everything to Utopia",
        "agent: X2": "agent: X5",
        "breach-of: convention": "breach-of: conventions",
    }
    annotations = ANNOTATIONS
    for old, new in wrong.items():
        assert old in annotations
        annotations = annotations.replace(old, new, 1)
    with pytest.raises(KgError) as raised:
        read_annotated(write(annotations), reference, name=FILE)
    assert [problem.slug for problem in raised.value.problems] == [
        "unknown-word",
        "name-not-found",
        "unknown-key",
        "unknown-item",
        "quote-not-found",
        "unknown-actor",
        "unknown-citation",
    ]
    lines = [problem.place.line for problem in raised.value.problems if problem.place]
    assert lines == sorted(lines)


def test_a_changed_text_is_told_and_its_quotes_are_left_alone(
    write: Callable[[str], Path], reference: Reference
) -> None:
    """One problem at the pinned digest, with the digest that the bytes have now."""
    path = write(ANNOTATIONS)
    text = path.with_name(f"{NAME}.txt")
    text.write_bytes(text.read_bytes().replace(b"nothing", b"everything"))
    with pytest.raises(KgError) as raised:
        read_annotated(path, reference, name=FILE)
    (problem,) = raised.value.problems
    assert (problem.slug, problem.place) == ("text-changed", Place(FILE, 4, 11))
    assert sha256(text.read_bytes()).hexdigest() in str(problem.hint)


@pytest.mark.parametrize(
    ("data", "slug", "at"),
    [
        (b"", "empty-file", (1, 1)),
        (b"\xef\xbb\xbfWe condemn", "byte-order-mark", (1, 1)),
        (b"We condemn\n\xff", "not-utf-8", (2, 1)),
        (b"We\0condemn", "binary-file", (1, 3)),
    ],
)
def test_a_text_that_is_none_is_told_in_its_own_file(
    write: Callable[[str], Path], reference: Reference, data: bytes, slug: str, at: tuple[int, int]
) -> None:
    """The place is in the text, whose digest is right."""
    path = write(ANNOTATIONS.replace("{digest}", sha256(data).hexdigest()))
    path.with_name(f"{NAME}.txt").write_bytes(data)
    with pytest.raises(KgError) as raised:
        read_annotated(path, reference, name=f"corpus/{FILE}")
    (problem,) = raised.value.problems
    assert (problem.slug, problem.place) == (slug, Place(f"corpus/{NAME}.txt", *at))


def test_a_text_that_is_a_folder_or_a_link_away_is_not_read(
    write: Callable[[str], Path], reference: Reference, tmp_path: Path
) -> None:
    """What the annotations name as their text is a file beside them."""
    path = write(ANNOTATIONS)
    text = path.with_name(f"{NAME}.txt")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    text.rename(elsewhere / "a.txt")
    text.symlink_to(elsewhere / "a.txt")
    with pytest.raises(KgError, match="text-elsewhere"):
        read_annotated(path, reference)
    text.unlink()
    text.mkdir()
    with pytest.raises(KgError, match="not-a-file"):
        read_annotated(path, reference)


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "empty-file"),
        (b"\xef\xbb\xbfformat: kg-annotation/1", "byte-order-mark"),
        (b"format: \xff", "not-utf-8"),
        (b"[" * 100_000, "too-deep"),
        (b"claims: " + b"{a: " * 50_000, "too-deep"),
        (b"format: &a kg-annotation/1\ntext: *a\n", "alias"),
        (b"format: !!str kg-annotation/1\n", "yaml-tag"),
        (b"format: kg-annotation/1\nformat: kg-annotation/1\n", "duplicate-key"),
        (b"<<: {format: kg-annotation/1}\n", "merge-key"),
        (b"format: kg-annotation/1\n---\nformat: kg-annotation/1\n", "second-document"),
        (b"format: 'kg-annotation/1\n", "yaml-syntax"),
    ],
)
def test_what_cannot_be_read_at_all_has_one_problem(
    write: Callable[[str], Path], reference: Reference, data: bytes, slug: str
) -> None:
    """Where the YAML is broken, nothing else is guessed at."""
    path = write(ANNOTATIONS)
    path.write_bytes(data)
    with pytest.raises(KgError) as raised:
        read_annotated(path, reference, name=FILE)
    assert [problem.slug for problem in raised.value.problems] == [slug]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"text:\n  file: a\n kind: b\n", "from line 1 on, that is 1"),
        (b"claims:\n  a:\n    said: b\n   note: c\n", "from line 2 on, that is 3"),
        (b"text:\n\tfile: a\n", "never with tabs"),
        (b"text:\n  file: a\n\tkind: b\n", "never with tabs"),
        (b"title: Zenda: a convention\n", "go on the lines after >-"),
        (b"text:\n  file: a\n    kind: b\n", "in the column of the keys beside it"),
    ],
)
def test_a_broken_indentation_says_what_to_mend(
    write: Callable[[str], Path], reference: Reference, data: bytes, hint: str
) -> None:
    """The hint is about columns and tabs where they are at fault, and not about quotes."""
    path = write(ANNOTATIONS)
    path.write_bytes(data)
    with pytest.raises(KgError) as raised:
        read_annotated(path, reference, name=FILE)
    (problem,) = raised.value.problems
    assert problem.slug == "yaml-syntax"
    assert hint in str(problem.hint)


def test_a_file_that_says_nothing_lacks_every_required_key(
    write: Callable[[str], Path], reference: Reference
) -> None:
    """Each missing key is a problem of its own."""
    with pytest.raises(KgError) as raised:
        read_annotated(write("claims: {}\n"), reference, name=FILE)
    lacking = [re.findall("'(.*)'", problem.sentence)[0] for problem in raised.value.problems]
    assert lacking == ["format", "text", "document", "annotation", "parts"]


def test_a_circle_names_its_whole_chain(write: Callable[[str], Path], reference: Reference) -> None:
    """A circle through references of several kinds is one problem, told once."""
    annotations = ANNOTATIONS.replace("agent: X2\n", "agent: X2\n      purpose: breach\n", 1)
    with pytest.raises(KgError) as raised:
        read_annotated(write(annotations), reference, name=FILE)
    (problem,) = raised.value.problems
    assert problem.slug == "circular-claims"
    assert problem.sentence.endswith("shells → request → breach → shells")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_no_damage_to_a_file_brings_anything_but_problems(
    data: st.DataObject, write: Callable[[str], Path], reference: Reference
) -> None:
    """A line dropped, doubled, cut or moved gives an annotated text or problems, never a crash."""
    lines = ANNOTATIONS.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    match data.draw(st.sampled_from(["drop", "double", "cut", "indent", "empty", "swap"])):
        case "drop":
            del lines[at]
        case "double":
            lines.insert(at, lines[at])
        case "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))] + "\n"
        case "indent":
            lines[at] = "  " + lines[at]
        case "empty":
            lines[at] = lines[at].partition(":")[0] + ":\n"
        case _:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
    path = write("".join(lines))
    problems: tuple[Problem, ...] | None = None
    try:
        read_annotated(path, reference, name=FILE)
    except KgError as error:
        problems = error.problems
    assert problems is None or all(problem.place for problem in problems)
