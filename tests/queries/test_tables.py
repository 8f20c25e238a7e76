"""Tables hold every cell, whatever the cells hold."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.tables import Table, draw_csv, draw_text, draw_tsv
from kg.views.words import plain

cells = st.none() | st.text(max_size=60)
tables = st.integers(1, 5).flatmap(
    lambda wide: st.builds(
        Table,
        columns=st.just(tuple(f"c{at}" for at in range(wide))),
        rows=st.lists(st.tuples(*[cells] * wide), max_size=5).map(tuple),
    )
)
quick = settings(max_examples=60, deadline=None)


@quick
@given(tables)
def test_csv_is_read_back_as_it_was(table: Table) -> None:
    """Every cell comes back, with nothing said as an empty cell."""
    read = list(csv.reader(io.StringIO(draw_csv(table), newline="")))
    assert read[0] == list(table.columns)
    assert read[1:] == [[cell or "" for cell in row] for row in table.rows]


@quick
@given(tables)
def test_tsv_is_read_back_as_it_was(table: Table) -> None:
    """As CSV, with tabs."""
    read = list(csv.reader(io.StringIO(draw_tsv(table), newline=""), delimiter="\t"))
    assert read[1:] == [[cell or "" for cell in row] for row in table.rows]


@quick
@given(tables, st.integers(40, 120))
def test_no_line_is_wider_than_asked(table: Table, width: int) -> None:
    """Cells wrap instead of running over."""
    for line in draw_text(table, width).splitlines():
        assert len(line) <= width


@quick
@given(tables)
def test_a_table_holds_every_character(table: Table) -> None:
    """Nothing is cut off: the characters of each cell are all there, spaces apart."""
    drawn = "".join(draw_text(table, 60).split())
    for row in table.rows:
        for cell in row:
            for word in plain(cell or "").split():
                for character in word:
                    assert character in drawn


def test_what_is_the_same_in_every_row_is_said_once() -> None:
    """A constant column stands above the table."""
    table = Table(columns=("text", "claim"), rows=(("t", "a"), ("t", "b")))
    assert draw_text(table) == "text: t\n\nclaim\n─────\na\nb\n"


def test_a_terminal_is_not_written_to() -> None:
    """Words of a text cannot move the cursor or change its colours."""
    drawn = draw_text(Table(columns=("words",), rows=(("\x1b[31mred\x1b[0m",),)))
    assert "\x1b" not in drawn


def test_no_rows_are_no_lines() -> None:
    """An empty answer is empty, and whoever prints it says so."""
    assert draw_text(Table(columns=("a",), rows=())) == ""
