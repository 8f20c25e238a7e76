"""YAML in which every value is text and knows where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, Place, Problem
from kg.marked import Listing, Table, Value, Words, did_you_mean, parse_table, read_table


def plain(value: Value) -> object:
    """Return a value without its places."""
    match value:
        case Words():
            return value.text
        case Listing():
            return [plain(item) for item in value.items]
        case Table():
            return {key.text: plain(item) for key, item in value.entries}


def test_no_value_is_converted() -> None:
    """Norway stays NO; dates, times, numbers and truth values stay the words that they are."""
    data = (
        b"{country: NO, on: yes, time: 12:30:45, code: 0123, none: ~, day: 2023-10-26, truth: true}"
    )
    assert plain(parse_table(data, "a.yaml")) == {
        "country": "NO",
        "on": "yes",
        "time": "12:30:45",
        "code": "0123",
        "none": "~",
        "day": "2023-10-26",
        "truth": "true",
    }


def test_every_value_knows_its_line_and_column() -> None:
    """Columns count characters, also after an emoji and with CRLF."""
    data = "a:\r\n  - 'é🛰'\r\n  - {b: [c, 'd']}\r\nk: >-\r\n  words\r\n".encode()
    table = parse_table(data, "a.yaml")
    listing, folded = table.find("a"), table.find("k")
    assert isinstance(listing, Listing)
    assert isinstance(folded, Words)
    first, second = listing.items
    assert (first, folded) == (
        Words("é🛰", Place("a.yaml", 2, 5)),
        Words("words", Place("a.yaml", 4, 4)),
    )
    assert isinstance(second, Table)
    assert second.place == Place("a.yaml", 3, 5)
    (key, inner) = second.entries[0]
    assert key.place == Place("a.yaml", 3, 6)
    assert isinstance(inner, Listing)
    assert [item.place.column for item in inner.items] == [10, 13]


@pytest.mark.parametrize(
    ("data", "slug", "line", "column"),
    [
        (b"", "empty-file", 1, 1),
        (b"  \n# only a remark\n", "empty-file", 1, 1),
        (b"\xef\xbb\xbfa: b", "byte-order-mark", 1, 1),
        (b"a: b\nc: \xff", "not-utf-8", 2, 4),
        (b"a: b\nc: \0", "binary-file", 2, 4),
        ("é: \x01".encode(), "yaml-syntax", 1, 4),
        (b'a: "\\0"', "control-character", 1, 4),
        (b'a: "\\ud800"', "yaml-syntax", 1, 7),
        (b"a: b\n\tc: d", "yaml-syntax", 2, 1),
        (b"a: 'b", "yaml-syntax", 1, 6),
        (b"quote: he said: no", "yaml-syntax", 1, 15),
        (b"- a", "wrong-shape", 1, 1),
        (b"a", "wrong-shape", 1, 1),
        (b"? [a]\n: b", "wrong-shape", 1, 3),
        (b"a: b\nc: d\na: e", "duplicate-key", 3, 1),
        (b"a: {b: c, b: d}", "duplicate-key", 1, 11),
        (b"a: &x b", "alias", 1, 4),
        (b"a: b\nc: *x", "alias", 2, 4),
        (b"<<: {a: b}", "merge-key", 1, 1),
        (b"a: !!python/object:os.system b", "yaml-tag", 1, 4),
        (b"a: !x {b: c}", "yaml-tag", 1, 4),
        (b"a: b\n---\nc: d", "second-document", 2, 1),
        (b"[" * 900, "too-deep", 1, 33),
        (b"{a: " * 900, "too-deep", 1, 129),
    ],
)
def test_what_is_refused_is_refused_where_it_stands(
    data: bytes, slug: str, line: int, column: int
) -> None:
    """Each thing that YAML allows and we do not has a problem with line and column."""
    with pytest.raises(KgError) as raised:
        parse_table(data, "a.yaml")
    (problem,) = raised.value.problems
    assert (problem.slug, problem.place) == (slug, Place("a.yaml", line, column))


@pytest.mark.parametrize("bomb", [b"[" * 100_000, b"{a: " * 100_000, b"- " * 100_000])
def test_a_depth_bomb_is_refused(bomb: bytes) -> None:
    """However deep, it is one problem on line 1; libyaml may reach a limit of its own first."""
    with pytest.raises(KgError) as raised:
        parse_table(bomb, "a.yaml")
    (problem,) = raised.value.problems
    assert problem.slug == "too-deep"
    assert problem.place is not None
    assert problem.place.line == 1


def test_all_duplicate_keys_are_told_at_once() -> None:
    """One problem for each key, with the line where it stands first."""
    with pytest.raises(KgError) as raised:
        parse_table(b"a: 1\nb: 2\na: 3\nb: 4\n", "a.yaml")
    assert [(p.place, p.hint) for p in raised.value.problems] == [
        (Place("a.yaml", 3, 1), "it stands first on line 1"),
        (Place("a.yaml", 4, 1), "it stands first on line 2"),
    ]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Reading a folder says what it is."""
    with pytest.raises(KgError, match=r"conf is a folder \[not-a-file\]"):
        read_table(tmp_path, "conf")


@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}\"'>|&*!%#?<, \n\t", max_size=80))
def test_any_bytes_are_a_table_or_a_problem(data: bytes | str) -> None:
    """Nothing but KgError ever leaves the reader."""
    data = data if isinstance(data, bytes) else data.encode()
    problems: tuple[Problem, ...] = ()
    table: Table | None = None
    try:
        table = parse_table(data, "a.yaml")
    except KgError as error:
        problems = error.problems
    assert (table is None) == bool(problems)


def test_did_you_mean_stays_silent_when_nothing_is_close() -> None:
    """A hint is given only where it helps."""
    assert did_you_mean("asserst", ["asserts", "denies"]) == "did you mean asserts?"
    assert did_you_mean("xyz", ["asserts", "denies"]) is None
