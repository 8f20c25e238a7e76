"""No fact of the bundled data lacks a mark, and none that was read lacks the page it was read at.

The walk goes over the YAML as it stands in the files, so that a key which no reader knows is seen
as well. A mark speaks for what stands below it: that of a norm for its windows, that of an
instrument for its symbol and day, but for no norm, record of votes, membership, organ of a state or
paragraph left out. Each of these has its own; that of a paragraph left out stands in the last words
of its reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.marked import Listing, Table, Value, Words, parse_table, read_table
from kg.quads.reference import lift_reference
from kg.quads.terms import DCTERMS
from kg.reference import read_bundled
from kg.resources import DATA
from kg.vocab import Ata, TextKind, Verification

FILES = sorted(path for path in DATA.glob("*/*.yaml") if path.parent.name != "texts")
TEXTS = sorted(DATA.glob("texts/*.ann.yaml"))
# What tells of the file and of no fact; sources are what facts rest on.
NO_FACTS = frozenset({"format", "id", "sources"})
# For these, the mark of the record in which they stand does not speak.
MARKED_APART = frozenset({"norms", "votes", "memberships", "organ-of", "left-out"})
READ = frozenset({Verification.CORPUS.value, Verification.CORPUS_PARTIAL.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A mark, with the keys that lead to the record that bears it, and the sources that it cites.

    A record of votes cites those of its instrument.
    """

    path: tuple[str, ...]
    mark: str
    sources: tuple[str, ...]


def test_the_walk_finds_the_data() -> None:
    """The folders that the other tests of this file read are not empty."""
    assert {path.parent.name for path in FILES} == {"actors", "instruments", "items", "places"}
    assert TEXTS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fact_stands_under_a_mark(path: Path) -> None:
    """Each value of each file lies in a record that says how far it was checked."""
    assert list(_unmarked(read_table(path, path.name), (), is_marked=False)) == []


def test_a_fact_without_a_mark_is_seen() -> None:
    """The walk does not pass over what it should find."""
    file = b"symbol: Convention\nverification: corpus\nnorms:\n  c-1:\n    rule: Send no visors.\n"
    found = list(_unmarked(parse_table(file, "invented"), (), is_marked=False))
    assert found == [("norms", "c-1", "rule")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mark_is_one_of_the_three(path: Path) -> None:
    """No file has a mark of its own making."""
    marks = {one.mark for one in _marked(read_table(path, path.name))}
    assert marks <= {mark.value for mark in Verification}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_read_says_where(path: Path) -> None:
    """A record that is marked as read cites a source by its key, and each key leads to one."""
    table = read_table(path, path.name)
    defined = _sources_of(table)
    read = [one for one in _marked(table) if one.mark in READ]
    assert [" ".join(one.path) for one in read if not one.sources] == []
    assert {key for one in read for key in one.sources} <= set(defined)


def test_a_record_that_cites_nothing_is_seen() -> None:
    """What stands within a record that cites a source does not borrow it."""
    file = (
        b"actors:\n  X1:\n    verification: corpus\n    sources: gazette\n    memberships:\n"
        b"      - {grouping: parties, verification: corpus}\n"
    )
    found = list(_marked(parse_table(file, "invented")))
    assert [one.path for one in found if not one.sources] == [("actors", "X1", "memberships")]


def test_the_graph_names_the_source_of_whatever_was_read() -> None:
    """Each record marked as read leads to a page that somebody published, not to a bare address."""
    links: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for quad in lift_reference(read_bundled()):
        links[str(quad.subject), quad.predicate.value].add(str(quad.object))
    marks = {f"<{mark.iri}>" for mark in Verification if mark.value in READ}
    verified = {
        subject
        for (subject, predicate), values in links.items()
        if predicate == Ata.verification and values & marks
    }
    unsourced = {
        subject
        for subject in verified
        if not any(
            links.get((source, DCTERMS + "publisher"))
            # A recorded vote was read where its instrument was.
            for record in (subject, *links.get((subject, Ata.on), ()))
            for source in links.get((record, DCTERMS + "source"), ())
        )
    }
    assert len(verified) > len(FILES)
    assert unsourced == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_source_says_where_it_lies_and_whose_it_is(path: Path) -> None:
    """Each source has an address and a publisher."""
    sources = read_table(path, path.name).find("sources")
    for key, source in sources.entries if isinstance(sources, Table) else ():
        assert isinstance(source, Table), key.text
        url, publisher = source.find("url"), source.find("publisher")
        assert isinstance(url, Words), key.text
        assert url.text.startswith(("https://", "http://")), key.text
        assert isinstance(publisher, Words), key.text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name.removesuffix(".ann.yaml"))
def test_every_text_says_where_it_is_from(path: Path) -> None:
    """An abstract of ours has a mark, and a text the address of its source, but for background."""
    table = read_table(path, path.name)
    text, document = table.find("text"), table.find("document")
    assert isinstance(text, Table)
    assert isinstance(document, Table)
    source, kind, mark = text.find("source"), text.find("kind"), document.find("verification")
    assert isinstance(kind, Words)
    if kind.text == TextKind.ABSTRACT.value:
        assert isinstance(mark, Words)
        assert mark.text in {one.value for one in Verification}
    if isinstance(mark, Words) and mark.text == Verification.BACKGROUND.value:
        return
    assert isinstance(source, Words)
    assert source.text.startswith(("https://", "http://"))


def _unmarked(value: Value, path: tuple[str, ...], *, is_marked: bool) -> Iterator[tuple[str, ...]]:
    """Yield the keys that lead to each value that no mark speaks for."""
    match value:
        case Words():
            if not is_marked:
                yield path
        case Listing():
            for each in value.items:
                yield from _unmarked(each, path, is_marked=is_marked)
        case Table():
            marked = is_marked or value.find("verification") is not None
            marked = marked or _has_mark_in_words(value)
            for key, each in value.entries:
                if key.text not in NO_FACTS:
                    below = marked and key.text not in MARKED_APART
                    yield from _unmarked(each, (*path, key.text), is_marked=below)


def _has_mark_in_words(left_out: Table) -> bool:
    why = left_out.find("why")
    return isinstance(why, Words) and why.text.endswith(
        tuple(f"Mark: {mark.value}." for mark in Verification)
    )


def _marked(
    value: Value, path: tuple[str, ...] = (), sources: tuple[str, ...] = ()
) -> Iterator[Marked]:
    """Yield every mark below ``value``, a record before what stands in it."""
    match value:
        case Words():
            return
        case Listing():
            for each in value.items:
                yield from _marked(each, path, sources)
        case Table():
            mark = value.find("verification")
            if isinstance(mark, Words):
                sources = _sources_of(value) or (sources if path[-1:] == ("votes",) else ())
                yield Marked(path=path, mark=mark.text, sources=sources)
            for key, each in value.entries:
                if key.text not in NO_FACTS:
                    yield from _marked(each, (*path, key.text), sources)


def _sources_of(record: Table) -> tuple[str, ...]:
    """Return the keys that a record cites; of an instrument, those that its file defines."""
    match record.find("sources"):
        case Table() as defined:
            return tuple(key.text for key, _ in defined.entries)
        case Listing() as cited:
            return tuple(each.text for each in cited.items if isinstance(each, Words))
        case Words() as one:
            return (one.text,)
        case None:
            return ()
