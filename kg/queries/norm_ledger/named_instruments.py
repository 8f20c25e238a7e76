"""Which norms the words of a citation name, by the number or the title of an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.iris import norm_iri
from kg.queries.norm_ledger.rows import Ground
from kg.queries.norm_ledger.scopes import NormScope, Scopes
from kg.vocab import Ata

_AND = r"(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+)"
_NUMBER = r"\d+(?:\s*\(\d{4}\))?"
# "resolutions 1718, 1874 and 2270", "S/RES/1718 (2006)": nothing but words of a list, and a year in
# brackets, parts a number from the word that tells what it numbers.
_RESOLUTIONS = re.compile(
    rf"(?:\bresolutions?\s+|S/RES/)(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)", re.IGNORECASE
)
_PARAGRAPH = r"\d+(?:\s*\([a-z]+\))*"
_PARAGRAPHS = re.compile(
    rf"\b(?:paragraphs?|para\.|articles?|art\.)\s+(?P<paragraphs>{_PARAGRAPH}(?:{_AND}{_PARAGRAPH})*)"
    r"\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(\d{4}\)")
_SYMBOL = re.compile(r"S/RES/(\d+) \(\d{4}\)")


def named_norms(scopes: Scopes, words: str) -> Iterator[tuple[str, Ground]]:
    """Yield the norms of each instrument that ``words`` name, in the paragraphs that they name."""
    for match in _RESOLUTIONS.finditer(words):
        numbers = re.findall(r"\d+", _YEAR.sub("", match["numbers"]))
        norms = [scope for scope in scopes.norms if _number(scope) in numbers]
        alone = len(numbers) == 1
        yield from _narrowed(scopes, norms, words[: match.start()] if alone else "")
    titles = {title for scope in scopes.norms if (title := _title(scope)) is not None}
    for title in sorted(titles):
        at = words.lower().find(title.lower())
        if at >= 0:
            norms = [scope for scope in scopes.norms if _title(scope) == title]
            yield from _narrowed(scopes, norms, words[:at])


def names_instrument(scopes: Scopes, words: Iterable[str]) -> bool:
    """Tell whether any of ``words`` names an instrument, whether or not norms of it are held."""
    titles = [title.lower() for scope in scopes.norms if (title := _title(scope)) is not None]
    return any(
        _RESOLUTIONS.search(each) or any(title in each.lower() for title in titles)
        for each in words
    )


def names_resolutions(words: str) -> bool:
    """Tell whether ``words`` speak of resolutions, and so of no other kind of instrument."""
    return re.search(r"\bresolutions?\b|S/RES/", words, re.IGNORECASE) is not None


def _narrowed(
    scopes: Scopes, norms: Iterable[NormScope], before: str
) -> Iterator[tuple[str, Ground]]:
    said = _PARAGRAPHS.search(before)
    if said is None:
        yield from ((scope.row.id, Ground.INSTRUMENT_NAMED) for scope in norms)
        return
    wanted = re.findall(_PARAGRAPH, said["paragraphs"])
    for scope in norms:
        if any(_stands_in(_paragraph(scopes, scope), each) for each in wanted):
            yield scope.row.id, Ground.PARAGRAPH_NAMED


def _paragraph(scopes: Scopes, scope: NormScope) -> str:
    provision = scopes.facts.said(norm_iri(scope.row.id), Ata.statedIn)
    return scopes.facts.said(provision, Ata.paragraph)


def _stands_in(stated: str, cited: str) -> bool:
    """Tell whether "8 (a) (i)" stands in "8 (a)", "Art. 11" in "11", and "7-8" in "7"."""
    stated = re.sub(r"\s|^Art\.", "", stated)
    cited = re.sub(r"\s", "", cited)
    several = re.fullmatch(r"(\d+)-(\d+)", stated)
    if several and cited.isdigit():
        return int(several[1]) <= int(cited) <= int(several[2])
    return re.match(re.escape(cited) + r"(?!\d)", stated) is not None


def _number(scope: NormScope) -> str | None:
    found = _SYMBOL.match(scope.row.citation)
    return found[1] if found else None


def _title(scope: NormScope) -> str | None:
    """Return what an instrument is called that is no resolution."""
    return None if _SYMBOL.match(scope.row.citation) else scope.row.citation.split(",", 1)[0]
