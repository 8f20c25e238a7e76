"""The explorer: who says what about which transfer, and which norm it would breach, as one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from kg.queries.norm_ledger import NormRecords
from kg.queries.rows import Picture
from kg.queries.stances import StanceMatrix
from kg.queries.standing import Standing
from kg.queries.stories import ChangeRow
from kg.views.packing import pack
from kg.views.page import environment, policy, read_asset
from kg.views.page_data import PageData
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
    matrices: Mapping[str, StanceMatrix] | None = None,
    changes: Iterable[ChangeRow] | None = None,
    records: NormRecords | None = None,
    standing: Standing | None = None,
) -> str:
    """Return the page as HTML. It is one file, opens from a disk and asks no network for anything.

    ``title`` stands above the question; without one the page is named for what it holds.
    ``matrices`` are everybody's stances on each proposition, by its IRI, ``changes`` who spoke on
    several sides, and ``records`` what is recorded of norms; without them the page says in their
    place that it was made without. ``standing`` is when and of whose words findings stand; without
    it the page offers no choice of a day and of speakers.
    """
    view = PageData(picture, matrices, changes, records, standing).whole()
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
        policy=policy(scripts=(script,), styles=(style,)),
        script=Markup(script),  # noqa: S704  # ours, no data in it
        style=Markup(style),  # noqa: S704  # ours, no data in it
        data=pack(thin(view)),
        texts=view["texts"],
        findings=view["findings"],
        claims=view["claims"],
        most=_MOST_ROWS,
        digest=plain(picture.digest[:12]),
    )
