"""Pictures of thousands of nodes, and the pages that the explorer and pyvis make of them.

A picture is asked of a store that holds the synthetic corpus and its findings, as a build does.
What the corpus says is composed of few words, and would be packed too small. So claims, texts and
some acts of saying get words of their own, as many as people give theirs: in the bundled data two
acts in five have a note, of 73 characters, and the texts are packed to a third of their length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from tempfile import TemporaryFile
from typing import Any, Final

import pyoxigraph as ox

from benchmarks.corpus import synthetic_nquads
from benchmarks.dice import Dice
from kg.inference import infer_in_batches
from kg.quads import to_nquads
from kg.queries.rows import Picture, SpeechActRow
from kg.views.layout import Positions
from kg.views.page_network import style_of
from kg.views.picture_svg import COLOURS, DASHES
from kg.views.sketch import Line, Node, Sketch, sketch
from kg.views.words import shorten

# Nodes that are drawn, and how many texts give about so many.
TEXTS: Final = {200: 18, 2_000: 333, 10_000: 1_920, 50_000: 9_930}

_SYLLABLES: Final = [first + vowel for first in "bdfghjklmnprstvwz" for vowel in "aeiouy"]
# What the explorer writes beneath a dot is cut here as well; the whole stands in the title.
_LABEL: Final = 56
# Characters of own words after a claim and after a text, and in a note.
_CALLED: Final = 22
_CLOSING: Final = 300
_NOTE: Final = 69
_NOTED: Final = 0.4


def store_of(texts: int) -> ox.Store:
    """Return a store in memory with a corpus of ``texts`` and what is found in it."""
    store = ox.Store()
    _load(store, synthetic_nquads(texts))
    _load(store, [to_nquads(batch) for batch in infer_in_batches(store)])
    return store


def _load(store: ox.Store, parts: Iterable[bytes]) -> None:
    with TemporaryFile() as file:
        file.writelines(parts)
        file.seek(0)
        store.bulk_load(file, format=ox.RdfFormat.N_QUADS)


def with_own_words(picture: Picture) -> Picture:
    """Return ``picture`` with words after each claim and each text, and notes beside some acts."""
    return replace(
        picture,
        texts=tuple(
            # It stands after all that is quoted, so that no quote moves.
            replace(row, characters=row.characters + _words(Dice("text", row.id), _CLOSING))
            for row in picture.texts
        ),
        propositions=tuple(
            replace(
                row, sentence=f"{row.sentence}, called {_words(Dice('claim', row.iri), _CALLED)}"
            )
            for row in picture.propositions
        ),
        speech_acts=tuple(
            replace(act, note=_note(Dice("note", act.iri))) for act in picture.speech_acts
        ),
    )


def drawn(picture: Picture) -> Sketch:
    """Return what the explorer draws as the whole network: single findings stand bundled in it."""
    whole = sketch(picture)
    return replace(whole, lines=tuple(line for line in whole.lines if line.kind != "finding"))


def draw_with_pyvis(picture: Picture, what: Sketch, positions: Positions | None) -> str:
    """Return the page that pyvis makes of the same nodes and lines, with what is said of each.

    With ``positions`` nodes stand there and physics are off; without, all is left as pyvis has it.
    """
    from pyvis.network import Network  # noqa: PLC0415  # half a second, and not every phase needs it

    network: Any = Network(directed=True, height="100vh", width="100%", cdn_resources="in_line")
    if positions is not None:
        network.toggle_physics(status=False)
    numbers = {node.id: at for at, node in enumerate(what.nodes)}
    said = _said(picture)
    for node in what.nodes:
        place = positions[node.id] if positions is not None else ()
        network.add_node(
            numbers[node.id],
            label=shorten(node.label, _LABEL),
            title=_title(node, said.get(node.id, [])),
            color=COLOURS[node.kind][0],
            shape="dot" if node.kind == "proposition" else "box",
            **dict(zip("xy", place, strict=False)),
        )
    for line in what.lines:
        network.add_edge(
            numbers[line.source], numbers[line.target], title=_line_title(line), **_look(line)
        )
    return str(network.generate_html())


def _look(line: Line) -> dict[str, Any]:
    style = style_of(line)
    return {"color": COLOURS[style][0], "dashes": list(DASHES[style]) or False}


def _said(picture: Picture) -> dict[str, list[SpeechActRow]]:
    said: dict[str, list[SpeechActRow]] = {}
    for act in picture.speech_acts:
        said.setdefault(act.proposition, []).append(act)
    return said


def _title(node: Node, acts: list[SpeechActRow]) -> str:
    lines = [f"{act.date} {act.sentence}: {' '.join(act.words.exact)}" for act in acts]
    return "\n".join([node.label, *lines, *(act.note for act in acts if act.note)])


def _line_title(line: Line) -> str:
    return f"{line.who}: {line.label}"


def _words(dice: Dice, least: int) -> str:
    """Return invented words, no shorter than ``least`` characters; hardly any occurs twice."""
    words: list[str] = []
    length = 0
    while length < least:
        words.append("".join(dice.one(_SYLLABLES) for _ in range(2 + dice.below(3))))
        length += len(words[-1]) + 1
    return " ".join(words)


def _note(dice: Dice) -> str | None:
    return _words(dice, _NOTE) if dice.holds(_NOTED) else None
