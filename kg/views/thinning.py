"""What stands in a view twice travels once: web/src/unpack.js fills it in again."""

from __future__ import annotations

from kg.views.view_findings import Words
from kg.views.view_model import View


def thin(view: View) -> View:
    """Return ``view`` without what follows from the rest of it.

    A node that is a claim has no label, and words that stand at their place in the text are told by
    that place alone. Words that do not stand there are kept, so that the page can say so.
    """
    texts = [text["characters"].encode("utf-16-le", "surrogatepass") for text in view["texts"]]

    def thinned(words: Words) -> Words:
        stands = words["exact"] == _slices(words, texts)
        return {**words, "exact": []} if stands else words

    return {
        **view,
        "acts": [{**act, "words": thinned(act["words"])} for act in view["acts"]],
        "findings": [
            {
                **finding,
                "elements": [
                    {**element, "words": [thinned(words) for words in element["words"]]}
                    for element in finding["elements"]
                ],
            }
            for finding in view["findings"]
        ],
        "network": {
            **view["network"],
            "nodes": [
                {**node, "label": ""} if node["label"] == _sentence(view, node["claim"]) else node
                for node in view["network"]["nodes"]
            ],
        },
    }


def _slices(words: Words, texts: list[bytes]) -> list[str] | None:
    if words["text"] is None:
        return None
    units = texts[words["text"]]
    return [
        units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        for start, end in words["spans"]
    ]


def _sentence(view: View, claim: int | None) -> str | None:
    return None if claim is None else view["claims"][claim]["sentence"]
