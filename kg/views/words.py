"""How words of the vocabularies, and words that people wrote, are shown in every view."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from kg.vocab import Concept, Stance

# Characters that turn, hide or break what stands beside them: controls, surrogates without a
# partner, marks that change the direction of writing, letters without a shape, and no characters.
# web/src/visible.js has the same ones.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
# No writing piles more marks upon a letter; a flood of them covers the lines above and below.
_PILED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+)"
)

NO_STANCE = "none taken"
NO_STATUS = "none given"
DETERMINES_NOTHING = "This is this program's inference and no legal determination."


def plain(words: str) -> str:
    """Return ``words`` on one line, with characters that hide or turn text made visible."""
    line = " ".join(re.split(r"[\t\n ]+", words))
    line = _PILED.sub(lambda found: f"{found[1]}⟨{len(found[2])} more marks⟩", line)
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", line)


def shorten(words: str, limit: int) -> str:
    """Return ``words``, cut at a space before ``limit`` characters when they are longer."""
    if len(words) <= limit:
        return words
    cut = words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") or words[: limit - 1]
    return (cut if len(cut) > limit // 2 else words[: limit - 1]) + "…"


def name_of(scheme: type[Concept], word: str) -> str:
    """Return what people call the concept ``word``; the word itself where no such concept is."""
    try:
        return scheme(word).label
    except ValueError:
        return plain(word.replace("-", " "))


def bearing(stance: str | None) -> str:
    """Tell which way a stance bears: affirms, open, negates, or none."""
    try:
        taken = Stance(stance or "")
    except ValueError:
        return "none"
    return next(
        (top.value for top in (Stance.AFFIRMS, Stance.OPEN, Stance.NEGATES) if taken.is_a(top)),
        "none",
    )


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: "A", "A and B", "A, B and C"."""
    *first, last = [plain(word) for word in words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def as_told(issuers: Iterable[str], *, abstract: bool) -> str:
    """Tell, after whoever speaks, in whose text that stands; nothing where nobody else's it is.

    An abstract holds what pages say of a text beside what its issuers say, so that the words in it
    are not put down to these.
    """
    those = listed(issuers)
    if not those:
        return ""
    return (
        f", as told in our abstract of a text of {those}" if abstract else f", as told by {those}"
    )


def host(source: str) -> str:
    """Return what a link to ``source`` says: whose site it leads to, or the source as it is."""
    return plain(urlsplit(source).netloc) if web_address(source) else plain(source)


def web_address(source: str | None) -> str | None:
    """Return ``source`` where it is an http or https address that a link may open, else None."""
    if source is None or _UNSEEN.search(source):
        return None
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    # A name before an @ is taken for the site that the link leads to.
    leads = parts.scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc
    return source if leads else None
