"""Case files: found by what people call them, and holding both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.front.graph import open_graph
from kg.queries.casefile import find_case_file, keys_of
from kg.queries.rows import Picture
from kg.views.casefile import draw_casefile, draw_casefile_json


def test_every_finding_is_found_by_all_its_names(picture: Picture) -> None:
    """The id, and claim/norm/actor with or without the text, lead to the same case file."""
    claims = {row.iri: row for row in picture.propositions}
    assert picture.findings
    for row in picture.findings:
        for name in (row.id, *keys_of(row, claims[row.transfer])):
            assert find_case_file(picture, name).finding == row


def test_a_beginning_of_an_id_is_enough(picture: Picture) -> None:
    """Four characters name a finding when only one begins so."""
    row = picture.findings[0]
    assert find_case_file(picture, row.id[:8]).finding == row


@pytest.mark.parametrize(
    ("wanted", "slug", "hint"),
    [
        ("some-deliveries-completed/1874-9-dprk/RU", "no-such-finding", "1874-9-dprk/KP"),
        ("some-deliverys-completed/1874-9-dprk/KP", "no-such-finding", "did you mean some-del"),
        ("zzzz", "no-such-finding", "kg findings --near-misses"),
        ("some-deliveries-completed/", "several-findings", "1874-9-states/RU"),
        ("abc", "no-such-finding", "kg findings"),
        ("", "no-such-finding", "kg findings"),
    ],
)
def test_what_names_no_finding_is_said(picture: Picture, wanted: str, slug: str, hint: str) -> None:
    """None or several: the message says which there are."""
    with pytest.raises(KgError) as caught:
        find_case_file(picture, wanted)
    (problem,) = caught.value.problems
    assert problem.slug == slug
    assert hint in (problem.hint or "")


def test_findings_of_one_short_name_are_told_apart_by_their_texts(bundled_build: Path) -> None:
    """Many texts name a claim alike; the hint then gives the name with the text."""
    with pytest.raises(KgError) as caught:
        find_case_file(open_graph(bundled_build).picture(), "kp-arms-to-ru/1874-9-dprk/KP")
    hint = caught.value.problems[0].hint or ""
    assert "/kp-arms-to-ru/1874-9-dprk/KP)" in hint
    assert "(kp-arms-to-ru/" not in hint


def test_a_case_file_says_who_denies_it(invented: Picture) -> None:
    """The denial stands beside the allegation, with its words."""
    drawn = draw_casefile(find_case_file(invented, "shells-to-utopia/zenda-1/X3"))
    assert "claimed: contested" in drawn
    after = drawn.split("Who denies or doubts it", 1)[1]
    assert "“Freedonia denies having sent any”" in after


def test_a_case_file_says_that_nobody_denies_it(picture: Picture) -> None:
    """Silence is said, and only of this graph."""
    drawn = draw_casefile(find_case_file(picture, "some-deliveries-completed/1874-9-dprk/KP"))
    assert "Nobody in this graph denies or doubts it." in drawn
    assert "kg stances 2023-10-26-us-jp-kr/some-deliveries-completed" in drawn


def test_a_case_file_is_no_determination_and_shows_both_sides(picture: Picture) -> None:
    """Words, rule in our words, citation, and that the paragraph's words are not held."""
    drawn = draw_casefile(find_case_file(picture, "some-deliveries-completed/1874-9-dprk/KP"))
    heading, _, rest = drawn.partition("\nThis is this program's inference")
    assert heading.endswith("if the claim is true and what\nis taken as given holds")
    assert rest.startswith(", and no legal determination.")
    assert "“Such weapons deliveries, several of which we now confirm have been completed”" in drawn
    assert "S/RES/1874 (2009), para. 9" in drawn
    assert "words are not held" in drawn
    assert "read in part" in drawn
    assert "Other norms considered" in drawn


def test_an_abstract_is_never_in_quotation_marks(invented: Picture) -> None:
    """Our abstract of a statement is shown as that."""
    drawn = draw_casefile(find_case_file(invented, "radar-to-utopia/zenda-1/X3"))
    assert "“" not in drawn
    assert "[abstract, no quotation] its sale of radar to Utopia is planned" in drawn


def test_lines_are_no_wider_than_asked(picture: Picture) -> None:
    """A terminal of 80 columns shows every line whole."""
    for row in picture.findings:
        for line in draw_casefile(find_case_file(picture, row.id), width=80).splitlines():
            assert len(line) <= 80


def test_a_case_file_as_json_names_its_shape(picture: Picture) -> None:
    """The first key is the versioned shape, and the whole text is left out."""
    drawn = draw_casefile_json(find_case_file(picture, picture.findings[0].id))
    assert drawn.startswith('{\n  "format": "kg-casefile/1",\n  "note": ')
    assert '"characters"' not in drawn
