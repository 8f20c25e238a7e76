"""The ego network: pyvis without its network, its markup and its size."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from kg.errors import KgError
from kg.queries.rows import Picture
from kg.views.ego import draw_ego, ego, show
from kg.views.words import plain
from tests.hostile_words import CENTRE, GROUPS, case
from tests.invented_rows import DELIVERY


def test_claims_come_with_all_who_make_them(picture: Picture) -> None:
    """Around the recipient, which says nothing, both the affirming and the denying voice stand."""
    part = ego(picture, "X2")
    assert {"actor:X1", "actor:X3", "actor:X1+X4", DELIVERY} <= {node.id for node in part.nodes}
    ends = {node.id for node in part.nodes}
    assert all({line.source, line.target} <= ends for line in part.lines)


def test_more_hops_reach_further(picture: Picture) -> None:
    """Two hops from the recipient, the norms are in it."""
    near, far = (len(ego(picture, "X2", hops=hops).nodes) for hops in (1, 2))
    assert far > near


def test_the_page_is_the_same_every_time_and_loads_nothing(picture: Picture) -> None:
    """No content network, no style of somebody else, no title as markup."""
    page = draw_ego(picture, "X3")
    assert page == draw_ego(picture, "X3")
    assert not re.search(r"cdn|bootstrap|jsdelivr", page.split('id="data"')[0])
    assert re.findall(r'<link[^>]*href="([^"]*)"', page) == ["data:,"]
    assert '"title"' not in page.split('id="data">')[1].split("</script>")[0]


def test_too_many_nodes_are_refused(picture: Picture) -> None:
    """Above 150 nodes nobody can read it; the message names what to use instead."""
    many = tuple(
        replace(picture.propositions[0], iri=f"{DELIVERY}/{at}", name=f"delivery-{at}")
        for at in range(151)
    )
    with pytest.raises(KgError) as raised:
        draw_ego(replace(picture, propositions=many), "X3")
    assert raised.value.problems[0].slug == "too-many-nodes"
    assert "kg explore" in str(raised.value)


def test_an_unknown_actor_gets_a_hint(picture: Picture) -> None:
    """A slip of the finger is an error with the nearest id."""
    with pytest.raises(KgError, match="did you mean X"):
        draw_ego(picture, "X33")


def test_a_notebook_gets_a_frame_a_picture_and_words(picture: Picture) -> None:
    """The frame is sandboxed; where frames are stripped, the picture and the words remain."""
    bundle = show(picture, "X3")._repr_mimebundle_()
    assert 'sandbox="allow-scripts"' in bundle["text/html"]
    assert "data:image/svg+xml;base64," in bundle["text/html"]
    assert "3 claims around Freedonia" in bundle["text/plain"]
    assert "no legal determination" in bundle["text/plain"]
    assert show(picture, "X3") == show(picture, "X3")


@pytest.mark.parametrize("group", GROUPS)
def test_the_still_picture_is_well_formed(group: str) -> None:
    """Whatever the names are, the SVG parses, shows them as words, and holds no script."""
    svg = show(case(GROUPS[group]), CENTRE).svg
    root = ET.fromstring(svg)  # noqa: S314  # ours
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "rect", "text", "tspan", "g", "path"}
    assert not [each for element in root.iter() for each in element.attrib if "href" in each]
    written = "".join("".join(root.itertext()).split())
    for words in GROUPS[group]:
        assert "".join(plain(words).split())[:20] in written, words
    assert "inference and no legal determination" in svg
