"""The explorer: who says what about which transfer, and which norm it would breach, as one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

import pyoxigraph as ox
from markupsafe import Markup

from kg.queries.rows import Picture
from kg.views.beside_picture import BesidePicture
from kg.views.packing import pack
from kg.views.page import environment, policy, read_asset
from kg.views.page_data import PageData
from kg.views.page_sparql import draw_sparql
from kg.views.restriction import tell_restriction, where
from kg.views.thinning import thin
from kg.views.words import DETERMINES_NOTHING, plain

_QUESTION = "Who says what about which transfer, and which norm it would breach"
# So many rows stand in the page for browsers without JavaScript: those with it wait for them too.
_MOST_ROWS = 500


def draw_explorer(
    picture: Picture,
    *,
    title: str | None = None,
    quads: Iterable[ox.Quad] | None = None,
    **beside: Unpack[BesidePicture],
) -> str:
    """Return the page as HTML. It is one file, opens from a disk and asks no network for anything.

    ``title`` stands above the question; without one the page is named for what it holds.
    ``quads`` are the whole graph of the picture, of which the page then answers SPARQL by itself;
    without them it has no view for that, and is a fraction as large.
    """
    view = PageData(picture, **beside).whole()
    script = read_asset("explorer.js")
    style = read_asset("explorer.css")
    page = environment().get_template("explorer.html.j2")
    return page.render(
        title=plain(title) if title else "Arms transfers: what is said",
        question=_QUESTION,
        disclaimer=DETERMINES_NOTHING,
        where=where(picture.restriction),
        restriction=tell_restriction(
            picture.restriction, {actor.id: actor.name for actor in picture.actors}
        ),
        policy=policy(scripts=(script,), styles=(style,), runs_engine=quads is not None),
        sparql=None if quads is None else draw_sparql(quads),
        script=Markup(script),  # noqa: S704  # ours, no data in it
        style=Markup(style),  # noqa: S704  # ours, no data in it
        data=pack(thin(view)),
        texts=view["texts"],
        findings=view["findings"],
        claims=view["claims"],
        most=_MOST_ROWS,
        digest=plain(picture.digest[:12]),
    )
