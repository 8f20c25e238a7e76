"""The page as bytes: the same every time, self-contained, and with nothing that can break out."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kg.model.restriction import Restriction
from kg.queries.rows import OrganRow, Picture
from kg.views.explorer import draw_explorer
from kg.views.page import read_asset
from kg.views.page_data import PageData, out_by
from kg.views.page_index import utf16
from kg.views.sketch import sketch
from kg.views.thinning import thin
from tests.hostile_words import GROUPS, case
from tests.invented_rows import REPORT
from tests.invented_rows import picture as invented

ROOT = Path(__file__).resolve().parents[2]


def test_the_same_picture_gives_the_same_bytes(picture: Picture) -> None:
    """Two pictures made apart give one page."""
    assert draw_explorer(picture) == draw_explorer(invented())


def test_a_page_of_a_part_says_so_and_speaks_for_no_more(picture: Picture) -> None:
    """Whoever is left out may deny it: "nobody" is told of what counts alone."""
    part = replace(picture, restriction=Restriction(according_to=frozenset({"X1"})))
    page = draw_explorer(part)
    assert "Here counts alone: what is said by" in page
    assert "nobody in this graph" not in page
    assert PageData(part).whole()["where"] == "in the part of this graph that counts here"
    assert "Here counts alone" not in draw_explorer(picture)
    assert PageData(picture).whole()["where"] == "in this graph"


def test_the_page_loads_nothing(picture: Picture) -> None:
    """No element has an address to load from, apart from the empty icon."""
    page = draw_explorer(picture)
    ours = page.replace(read_asset("explorer.js"), "")
    assert re.findall(r'\b(?:src|srcset|action|data)="([^"]*)"', ours) == []
    assert re.findall(r'<link[^>]*href="([^"]*)"', page) == ["data:,"]
    assert "default-src &#39;none&#39;" in page
    assert "sourceMappingURL" not in page
    assert "unsafe-inline" not in page
    assert "unsafe-eval" not in page


def test_the_data_of_the_page_is_the_view_and_fits_its_schema(picture: Picture) -> None:
    """What travels as deflated columns comes back as the rows, and these are what is promised."""
    found = re.search(
        r'<script type="text/plain" id="data">([^<]*)</script>', draw_explorer(picture)
    )
    assert found is not None
    packed = json.loads(zlib.decompress(base64.b64decode(found[1])))
    view = PageData(picture).whole()
    assert _rows(packed) == json.loads(json.dumps(thin(view)))
    schema = json.loads((ROOT / "ontology" / "view.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(view)))


def test_what_is_too_much_for_a_browser_without_scripts_is_counted(picture: Picture) -> None:
    """The tables end, say how much there is, and name what lists the rest."""
    text, finding = picture.texts[-1], picture.findings[0]
    many = replace(
        picture,
        texts=(*picture.texts, *(replace(text, id=f"copy-{at}") for at in range(500))),
        findings=tuple(replace(finding, id=f"copy-{at}") for at in range(501)),
    )
    page = draw_explorer(many)
    assert f"the first 500 of {len(many.texts)} texts" in page
    assert "the first 500 of 501 findings" in page
    assert "the first 500" not in draw_explorer(picture)


def test_words_that_do_not_stand_in_the_text_travel_in_full(picture: Picture) -> None:
    """The page cannot say that a quote is not where it should be when it gets its place alone."""
    row = picture.speech_acts[0]
    lying = replace(row, words=replace(row.words, exact=("never written",)))
    view = PageData(replace(picture, speech_acts=(lying, *picture.speech_acts[1:]))).whole()
    exact = [act["words"]["exact"] for act in thin(view)["acts"]]
    assert exact[0] == ["never written"]
    assert [] in exact
    assert all(act["words"]["exact"] for act in view["acts"])


def _rows(packed: Any) -> Any:
    if isinstance(packed, dict) and packed.keys() == {"n", "columns"}:
        columns = {
            key: each if isinstance(each, list) else [each["values"][at] for at in each["at"]]
            for key, each in packed["columns"].items()
        }
        return [{key: each[at] for key, each in columns.items()} for at in range(packed["n"])]
    if isinstance(packed, dict):
        return {key: _rows(each) for key, each in packed.items()}
    return packed


@pytest.mark.parametrize(
    ("date", "day"),
    [("2023", "2023-12-31"), ("2024-02", "2024-02-29"), ("2023-10-26", "2023-10-26"), ("", "")],
)
def test_a_text_is_known_to_be_out_at_the_end_of_its_date(date: str, day: str) -> None:
    """A year or a month is over before one can be sure."""
    assert out_by(date) == day


def test_offsets_count_as_javascript_does(picture: Picture) -> None:
    """A character beyond the first 65,536 counts twice, and the slice is still the quote."""
    data = PageData(picture).whole()
    units = REPORT.encode("utf-16-le")
    for act in data["acts"]:
        if act["words"]["text"] == 0:
            slices = [units[2 * a : 2 * b].decode("utf-16-le") for a, b in act["words"]["spans"]]
            assert slices == act["words"]["exact"]
    assert utf16(REPORT, 1) == 2


def test_an_abstract_is_no_quotation(picture: Picture) -> None:
    """Neither words of an abstract, nor words that claim to be verbatim within one."""
    acts = PageData(picture).whole()["acts"]
    assert [act["words"]["verbatim"] for act in acts] == [True, True, True, False]
    row = picture.speech_acts[3]
    lying = replace(row, words=replace(row.words, text_kind="verbatim"))
    picture = replace(picture, speech_acts=(*picture.speech_acts[:3], lying))
    assert PageData(picture).whole()["acts"][3]["words"]["verbatim"] is False


def test_an_organ_names_its_state_with_its_days_and_how_far_that_was_checked(
    picture: Picture,
) -> None:
    """What the panel of a ministry shows of its state; words that turn text are made visible."""
    links = (
        OrganRow(state="Utopia\u202e", since=None, until=None, verification="background"),
        OrganRow(state="Syldavia", since="2001-01-01", until="2005-01-01", verification="corpus"),
    )
    first = replace(picture.actors[0], kind="organization", organ_of=links)
    shown = PageData(replace(picture, actors=(first, *picture.actors[1:]))).whole()["actors"]
    assert [actor["organOf"] for actor in shown[:2]] == [
        [
            "Utopia⟨U+202E⟩ (not checked)",
            "Syldavia, since 2001-01-01, until 2005-01-01 (read at the source cited)",
        ],
        [],
    ]


def test_without_javascript_the_findings_stand_in_the_page(picture: Picture) -> None:
    """Title, question, disclaimer, sources and every finding with its rule and who denies it."""
    page = draw_explorer(picture, title="Rifles").split("<script")[0]
    for words in (
        "<title>Rifles</title>",
        "This is this program&#39;s inference and no legal determination.",
        "The report on rifles",
        "abstract: our words, not a quotation",
        'href="https://example.org/report"',
        "Alleged violation 1 of the Pact on Rifles by Freedonia as supplier",
        "Pact on Rifles, art. 1",
        "denied or doubted in this graph",
        "nobody in this graph denies or doubts it",
        "Freedonia: denies · completed",
    ):
        assert words in page, words


@pytest.mark.parametrize("group", GROUPS)
def test_no_words_break_out_of_the_page(group: str) -> None:
    """Two scripts, the same as ever, and data that gives back every character."""
    words = GROUPS[group]
    page = draw_explorer(case(words), title=words[0])
    assert len(re.findall(r"<script", page)) == len(re.findall(r"</script>", page)) == 2
    found = re.search(r'<script type="text/plain" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert re.fullmatch("[A-Za-z0-9+/=]+", found[1])
    unpacked = zlib.decompress(base64.b64decode(found[1])).decode()
    data = _rows(json.loads(unpacked))
    assert [text["characters"] for text in data["texts"][::2]] == [REPORT + each for each in words]
    assert all(text["href"] is None for text in data["texts"])
    page.encode("utf-8")


def test_every_line_is_labelled_with_stance_and_status(picture: Picture) -> None:
    """A picture that is cropped still says how each line is claimed."""
    lines = sketch(picture).lines
    assert lines
    for line in lines:
        assert " · " in line.label
        assert line.stance
        assert line.status
    denials = [line for line in lines if line.stance == "denies"]
    assert denials
    assert all("✕" in line.label for line in denials)


def test_an_empty_graph_has_a_page() -> None:
    """A build of nothing is no error."""
    nothing = Picture(
        texts=(),
        actors=(),
        propositions=(),
        speech_acts=(),
        norms=(),
        findings=(),
        digest="0" * 64,
    )
    assert "There are no findings." in draw_explorer(nothing)
