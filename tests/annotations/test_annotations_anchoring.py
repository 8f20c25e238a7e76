"""Folding and anchoring: a quote is found where it stands, or not at all."""

from __future__ import annotations

import re
import sys
import time
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.annotations.anchoring import Page, Wanted, find_quote, turn_to
from kg.annotations.closest import find_closest
from kg.annotations.folding import DASHES, QUOTATION_MARKS, fold, is_word_edge
from kg.annotations.mentions import Naming, find_mentions
from kg.annotations.quoting import Piece, read_quote
from kg.errors import Place, Problem
from kg.marked import Words
from kg.model.texts import Quote, Span, Text
from kg.resources import DATA
from kg.vocab import TextKind

PLACE = Place("a.ann.yaml", 1, 1)
SPACES = " \t\n\r\u00a0\u2003\u2028\u202f\u3000"


def page(characters: str) -> Page:
    return turn_to(
        Text(id="a", characters=characters, sha256="", language="en", kind=TextKind.VERBATIM)
    )


def find(quote: str, characters: str) -> Quote | Problem:
    return find_quote(Wanted(quote=Words(quote, PLACE)), page(characters))


def words(quote: str, characters: str) -> tuple[str, ...] | str:
    found = find(quote, characters)
    return found.exact if isinstance(found, Quote) else found.slug


SEED = (DATA / "texts" / "2023-10-26-us-jp-kr.txt").read_bytes().decode()


# ------------------------------------------------------------------- folding


def test_every_dash_and_quotation_mark_of_unicode_folds() -> None:
    """Dashes are the general category Pd and the minus sign; initial and final quotes all fold."""
    dashes = {chr(c) for c in range(sys.maxunicode) if unicodedata.category(chr(c)) == "Pd"}
    assert dashes - set(DASHES) == set()
    quotes = {chr(c) for c in range(sys.maxunicode) if unicodedata.category(chr(c)) in {"Pi", "Pf"}}
    # Editors' brackets around doubtful words are no quotation marks.
    assert {
        char for char in quotes - set(QUOTATION_MARKS) if not "\u2e00" <= char <= "\u2e21"
    } == set()


def test_folding_leaves_letters_case_and_marks_alone() -> None:
    """Nothing folds that could make other words."""
    kept = "Straße STRASSE ﬁ fi é e\u0301 5′ 5″ ½ İ ı İ… ... U.S. ①1"
    assert fold(kept).characters == kept


@given(st.text(alphabet="ab'’“- –—" + SPACES, max_size=30))
def test_folded_characters_know_where_they_stand(characters: str) -> None:
    """Every folded character leads to one that folds to it."""
    folded = fold(characters)
    for at, char in enumerate(folded.characters):
        if char != " ":
            span = folded.span(at, at + 1)
            assert span.end == span.start + 1
            assert fold(characters[span.start]).characters == char


@pytest.mark.parametrize(
    ("characters", "at", "edge"),
    [
        ("Russia's", 6, True),
        ("Russia", 4, False),
        ("can't", 3, False),
        ("x't be", 1, False),
        ("'t be", 0, True),
        ("nuclear- or", 8, True),
        ("cafe\u0301s", 4, False),
        ("cafe\u0301s", 5, False),
        ("cafe\u0301 s", 5, True),
        ("soft\u00adly", 4, False),
        ("soft\u00adly", 5, False),
        ("中国政府", 2, True),
        ("러시아가", 3, True),
        ("ภาษาไทย", 4, True),
        ("Россия", 3, False),
        ("a_b", 1, False),
        ("152mm", 3, False),
        ("", 0, True),
    ],
)
def test_word_edges(characters: str, at: int, edge: bool) -> None:  # noqa: FBT001  # a row of the table
    """A word ends at marks and spaces, and anywhere in scripts that have no spaces."""
    assert is_word_edge(characters, at) is edge


# ------------------------------------------------------------------- reading a quote


@pytest.mark.parametrize(
    ("quote", "pieces"),
    [
        ("a  b", (Piece("a b", ((0, 3),)),)),
        ("a [...] b", (Piece("a", ((0, 1),)), Piece("b", ((0, 1),)))),
        ("a [[b c]] d", (Piece("a b c d", ((2, 5),)),)),
        ("a [[ b ]]c", (Piece("a b c", ((2, 3),)),)),
        ("[[a […] b]] c", (Piece("a", ((0, 1),)), Piece("b c", ((0, 1),)))),
        ("a […] [[b]] c [[d]]", (Piece("a", ()), Piece("b c d", ((0, 1), (4, 5))))),
        ("a [sic] b", (Piece("a [sic] b", ((0, 9),)),)),
    ],
)
def test_a_quote_is_read_in_pieces(quote: str, pieces: tuple[Piece, ...]) -> None:
    """[…] parts the pieces, [[ ]] tells which words of them are meant."""
    assert read_quote(quote) == pieces


# ------------------------------------------------------------------- anchoring


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Russia's attempts", ("Russia’s attempts",)),
        ("In return for [[its support to Russia]]", ("its support to Russia",)),
        ("of Ukraine. Such weapons deliveries", ("of Ukraine.\u00a0 Such weapons deliveries",)),
        (
            "Such weapons deliveries, […] will significantly increase",
            ("Such weapons deliveries,", "will significantly increase"),
        ),
        ("or from the DPRK -- as well", "quote-not-found"),
        ("or from the dprk - as well", "quote-not-found"),
        ("or from the DPRK - as well", ("or from the DPRK – as well",)),
        ("End Text.", ("End Text.",)),
        ("Here’s how", ("Here's how",)),
    ],
)
def test_quotes_of_the_seed(quote: str, found: tuple[str, ...] | str) -> None:
    """Typed plainly, found in the text's own characters; a letter or a dash more is not found."""
    assert words(quote, SEED) == found


def test_pieces_leave_out_as_few_words_as_they_can() -> None:
    """Each piece is the next one after the piece before; the first has to stand once."""
    found = find("a […] b", "x b a 1 b 2 b")
    assert isinstance(found, Quote)
    assert found.spans == (Span(4, 5), Span(8, 9))
    assert words("a […] b", "a 1 a 2 b") == "ambiguous-quote"


def test_context_that_varies_does_not_make_marked_words_ambiguous() -> None:
    """Only the words meant must have one place."""
    assert words("a […] [[b]]", "a 1 a 2 b") == ("b",)


def test_quotes_that_overlap_themselves_are_counted() -> None:
    """Places may share characters."""
    assert words("a b a", "a b a b a") == "ambiguous-quote"


def test_a_hint_takes_less_than_a_glance() -> None:
    """The closest passage of the seed is found in well under 50 ms."""
    quote = SEED[700:1000].replace("weapons", "arms").replace("and", "or")
    folded = fold(SEED).characters
    start = time.perf_counter()
    for _ in range(5):
        assert find_closest(quote, folded)
    assert (time.perf_counter() - start) / 5 < 0.05


def test_many_places_and_pieces_take_no_quadratic_time() -> None:
    """A quote of common words in a large text is answered at once."""
    large = "arms and " * 50_000 + "end"
    start = time.perf_counter()
    assert words("arms […] nowhere", large) == "quote-not-found"
    assert words("arms […] [[end]]", large) == ("end",)
    assert words("arms", large) == "ambiguous-quote"
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("quote", "closest"),
    [
        ("several of which we now confirm had been completed", "several of which we now confirm"),
        ("Rusia's attempts", "Russia's attempts"),
        ("RUSSIA'S ATTEMPTS TO ACQUIRE", "Russia's attempts to acquire"),
        ("strongly deplore the provision of military equipment", "strongly condemn the provision"),
        ("immediatly cease", "immediately cease"),
    ],
)
def test_the_closest_passage_is_what_was_meant(quote: str, closest: str) -> None:
    """A hint shows the words of the text, whole words, from where the quote would begin."""
    folded = fold(SEED).characters
    found = find_closest(quote, folded)
    assert found is not None
    assert folded[found.start : found.end].startswith(closest)


# ------------------------------------------------------------------- names


def mentioned(characters: str, **names: str) -> list[tuple[str, str]]:
    namings = [Naming(actor, Words(name, PLACE)) for actor, name in names.items()]
    mentions, _ = find_mentions(namings, page(characters))
    return [(m.actor, characters[m.span.start : m.span.end]) for m in mentions]


def test_the_longest_name_wins_whosever_it_is() -> None:
    """A name within a longer name names nobody."""
    assert mentioned(
        "The People’s  Republic of Utopia and the Republic of Utopia",
        A="People's Republic of Utopia",
        B="Republic of Utopia",
    ) == [("A", "People’s  Republic of Utopia"), ("B", "Republic of Utopia")]


def test_a_name_stands_alone() -> None:
    """Neither a part of a word nor the beginning of a longer abbreviation is a name."""
    assert (
        mentioned("U.X.S.R. Utopians U.X.’s U.X.-led (U.X.)", A="U.X.", B="Utopia")
        == [("A", "U.X.")] * 3
    )


# ------------------------------------------------------------------- laws

TOKENS = st.sampled_from(
    ["arms", "Arms", "to", "Russia", "Russia’s", "DPRK", "“so”", "–", "can’t", "can", "U.S.", "é"]
)
GAPS = st.sampled_from([" ", "\u00a0 ", "\n\n", "\r\n", ", ", " – ", "-"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    tokens = draw(st.lists(TOKENS, min_size=1, max_size=14))
    return "".join(token + draw(GAPS) for token in tokens) + draw(TOKENS)


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, Span]:
    """Draw a text, and a span of it between word edges, with no space at its own edges."""
    text = draw(texts())
    folded = fold(text)
    edges = [at for at in range(len(folded.characters) + 1) if is_word_edge(folded.characters, at)]
    start, end = sorted((draw(st.sampled_from(edges)), draw(st.sampled_from(edges))))
    inside = folded.characters[start:end]
    assume(inside.strip())
    start += len(inside) - len(inside.lstrip())
    return text, folded.span(start, start + len(inside.strip()))


@given(cuts())
def test_what_was_cut_is_found_again(cut: tuple[str, Span]) -> None:
    """A span is found where it was cut or reported to stand more than once, never elsewhere."""
    text, span = cut
    found = find(text[span.start : span.end], text)
    if isinstance(found, Problem):
        assert found.slug == "ambiguous-quote"
        again = re.escape(fold(text[span.start : span.end]).characters)
        assert len(re.findall(f"(?={again})", fold(text).characters)) > 1
    else:
        assert found.spans == (span,)
        assert found.exact == (text[span.start : span.end],)


@given(cuts(), st.data())
def test_a_quote_typed_with_other_marks_finds_the_same_place(
    cut: tuple[str, Span], data: st.DataObject
) -> None:
    """Kinds of space, quotation mark and dash are the typist's choice."""
    text, span = cut
    typed = ""
    for char in text[span.start : span.end]:
        if char.isspace():
            typed += data.draw(st.text(alphabet=SPACES, min_size=1, max_size=2))
        elif char in QUOTATION_MARKS:
            typed += data.draw(st.sampled_from(QUOTATION_MARKS))
        elif char in DASHES:
            typed += data.draw(st.sampled_from(DASHES))
        else:
            typed += char
    assert find(typed, text) == find(text[span.start : span.end], text)


@given(cuts(), st.data())
def test_no_edit_of_the_text_brings_a_match_to_other_words(
    cut: tuple[str, Span], data: st.DataObject
) -> None:
    """Characters inserted, deleted or replaced: what still anchors are the same words."""
    text, span = cut
    quote = text[span.start : span.end]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.text(alphabet="anRs’ -\n", max_size=3)) + text[at + gone :]
    found = find(quote, text)
    if isinstance(found, Quote):
        (exact,) = found.exact
        assert fold(exact).characters == fold(quote).characters
        assert exact == text[found.spans[0].start : found.spans[0].end]
        assert exact == exact.strip()


@given(texts(), st.text(alphabet="arms DPRK[]….-’ ", max_size=40))
def test_any_quote_is_a_place_or_a_problem(text: str, quote: str) -> None:
    """Brackets and dots in any order never crash, and spans are in order and do not overlap."""
    found = find(quote, text)
    if isinstance(found, Quote):
        edges = [edge for span in found.spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert tuple(text[span.start : span.end] for span in found.spans) == found.exact
        assert all(exact == exact.strip() for exact in found.exact)
    else:
        assert found.slug in {
            "ambiguous-quote",
            "bad-quote-marks",
            "quote-cuts-word",
            "quote-not-found",
        }
