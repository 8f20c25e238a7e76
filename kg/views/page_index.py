"""Where each row of a picture stands on the page, and what it is called there."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.rows import Picture, WordsRow
from kg.views.view_findings import Words
from kg.views.words import listed, plain


class PageIndex:
    """Positions by id: what the page says of one row leads to another by its number alone."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.names = {actor.id: plain(actor.name) for actor in picture.actors}
        self.texts = {text.id: at for at, text in enumerate(picture.texts)}
        self.kinds = {text.id: text.kind for text in picture.texts}
        self.claims = {row.iri: at for at, row in enumerate(picture.propositions)}
        self.acts = {act.iri: at for at, act in enumerate(picture.speech_acts)}
        self.norms = {norm.id: at for at, norm in enumerate(picture.norms)}

    def named(self, actors: Iterable[str]) -> str:
        """Return names in a list, each once; an id where there is no name."""
        return listed(dict.fromkeys(self.names.get(actor, actor) for actor in actors))

    def words(self, words: WordsRow) -> Words:
        """Return where quoted words stand in their text, counted as JavaScript does."""
        at = self.texts.get(words.text)
        text = self.picture.texts[at].characters if at is not None else ""
        return {
            "text": at,
            "verbatim": self.kinds.get(words.text, words.text_kind) == "verbatim"
            and words.text_kind == "verbatim",
            "spans": [[utf16(text, start), utf16(text, end)] for start, end in words.spans],
            "exact": list(words.exact),
        }


def utf16(text: str, position: int) -> int:
    """Return where a code point stands when counted as JavaScript does, in UTF-16 units."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
