"""Who signed a document is told source by source."""

from __future__ import annotations

from kg.queries.rows import SignatoryListRow
from kg.views.signatories import name_signatories, tell_signatories


def signed(
    *, count: int | None = None, states: tuple[str, ...] = (), others: tuple[str, ...] = ()
) -> SignatoryListRow:
    return SignatoryListRow(
        source="https://a.example/1",
        count=count,
        actors=(*states, *others),
        states=states,
        others=others,
        verification="corpus",
        note=None,
    )


def test_a_number_of_the_source_is_told_as_counted() -> None:
    """Whoever is no state stands beside the number and is not in it."""
    row = signed(count=48, others=("League",))
    assert tell_signatories(row) == "48 states counted and League (a.example)"
    assert name_signatories(row) == "League; 48 states counted and not named"


def test_without_a_number_the_states_named_are_told_as_such() -> None:
    """It is ours to count the names, and the words say that names were counted."""
    row = signed(states=("Ruritania",), others=("League",))
    assert tell_signatories(row) == "1 state named and League (a.example)"
    assert name_signatories(row) == "Ruritania and League"


def test_a_source_that_names_all_it_counts_leaves_nobody_out() -> None:
    """Only where it counts more than it names are there others."""
    named = ("Freedonia", "Ruritania")
    assert name_signatories(signed(count=2, states=named)) == "Freedonia and Ruritania"
    assert name_signatories(signed(count=3, states=named)).endswith(
        "; 1 state counted and not named"
    )


def test_a_list_without_states_gives_no_number_of_them() -> None:
    """An organization alone signed, as the source says it."""
    assert tell_signatories(signed(others=("League",))) == "League (a.example)"
