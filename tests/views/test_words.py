"""How words are shown: on one line, with nothing that hides or turns them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.views.words import as_told, bearing, listed, name_of, plain, shorten, web_address
from kg.vocab import Stance


def test_marks_that_turn_writing_are_made_visible() -> None:
    """A name with a right-to-left override is read as it was typed."""
    assert plain("a\u202eb\x00c\nd") == "a⟨U+202E⟩b⟨U+0000⟩c d"


@given(st.text(alphabet=st.characters()))
def test_plain_words_can_always_be_written(words: str) -> None:
    """Whatever somebody typed, what is shown is UTF-8 on one line."""
    assert len(plain(words).encode("utf-8").splitlines()) <= 1


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_shortened_words_fit(words: str, limit: int) -> None:
    """Shortening never lengthens, and leaves short words alone."""
    assert len(shorten(words, limit)) <= limit
    assert len(words) > limit or shorten(words, limit) == words


def test_what_an_abstract_tells_is_not_put_down_to_whoever_issues_the_text() -> None:
    """Pages add what others say; the mission whose statement it is did not say it."""
    assert as_told(["France"], abstract=False) == ", as told by France"
    assert as_told(["France"], abstract=True) == ", as told in our abstract of a text of France"
    assert as_told([], abstract=True) == ""


def test_only_web_addresses_become_links() -> None:
    """No script, no file and no half of an address is ever linked."""
    assert web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"
    for other in ("javascript:alert(1)", "file:///x", "//x", "https:", "http://[", "a\x00", None):
        assert web_address(other) is None


def test_every_stance_bears_one_way() -> None:
    """A stance affirms, leaves open or negates; no stance and no known one bear no way."""
    assert {bearing(stance) for stance in Stance} == {"affirms", "open", "negates"}
    assert bearing(None) == bearing("mumbles") == "none"


def test_concepts_are_shown_by_their_labels() -> None:
    """The label where the vocabulary has the word, else the word without its hyphens."""
    assert name_of(Stance, "confirms") == Stance.CONFIRMS.label
    assert name_of(Stance, "half-mumbles") == "half mumbles"


def test_lists_read_like_a_sentence() -> None:
    """One, two and three names."""
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
