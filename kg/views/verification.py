"""What a verification found, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from kg.model.verification import Difference, Verdict, Verification
from kg.queries.reasons import NO_DETERMINATION
from kg.views.tables import draw_json, wrapped
from kg.views.words import listed, plain

_VERDICTS = {
    Verdict.SAME: "The same: question, graph, program and answer.",
    Verdict.SAME_RESULT: (
        "The same answer, though not from the same graph and program; below is what differs."
    ),
    Verdict.CHANGED: "Changed: this graph and program give another answer than the one cited.",
    Verdict.ALTERED: "The file is not as it was written.",
}
_PARTS = {
    "question": "the question",
    "restriction": "the restriction",
    "accessed": "the day of access",
    "made_with": "the versions that it was made with",
    "graph": "the graph that it names",
    "result": "the result",
    "note": "the note on findings",
    "rests_on": "what it rests on",
    "absence": "the words on the absence",
    "cite_as": "the references",
    "sha256": "the hashes themselves",
}
_FACTS = {
    "sparql": "the SPARQL of the question",
    "question": "the words of the question",
    "program": "the version of the program",
    "ontology": "the version of the ontology",
    "ontology files": "the ontology (sha256 over its files)",
    "rules": "the rules",
    "graph": "the graph asked",
    "build": "the build of which a part counts",
    "searched texts": "texts searched",
    "searched first": "date of the first of them",
    "searched last": "date of the last of them",
    "searched claims": "claims searched",
    "searched speech_acts": "acts of saying searched",
    "searched norms": "norms searched",
    "searched findings": "findings searched, near misses among them",
    "variables": "the columns",
    "near_misses_not_shown": "near misses not shown",
    "claimed_purposes_not_shown": "findings on a claimed purpose alone, not shown",
}


def draw_verification(verification: Verification, width: int = 100) -> str:
    """Return the verdict, then what differs, as lines of at most ``width`` characters."""
    return "".join(f"{line}\n" for line in _lines(verification, width))


def draw_verification_json(verification: Verification) -> str:
    """Return it as JSON of the shape kg-verification/1."""
    values = {**asdict(verification), "verdict": verification.verdict.value}
    values = {"note": NO_DETERMINATION, **values, "holds": verification.verdict.holds}
    return draw_json("kg-verification/1", values)


def _lines(found: Verification, width: int) -> Iterator[str]:
    yield wrapped(_verdict(found), width)
    for sentence in _sentences(found):
        yield wrapped(sentence, width)
    for heading, rows in (
        ("Only in the file:", found.rows.gone),
        ("Only in the answer now:", found.rows.new),
    ):
        if rows:
            yield f"\n{heading}"
        for row in rows:
            yield wrapped(row, width, "  ", "    ")
    if found.rows.changed:
        yield "\nIn both, and not alike:"
    for changed in found.rows.changed:
        yield wrapped(f"{changed.name} (in: {', '.join(changed.keys)})", width, "  ", "    ")
    if found.differences:
        yield "\nThen, and now:"
    for difference in found.differences:
        yield wrapped(_difference(difference), width, "  ", "    ")


def _verdict(found: Verification) -> str:
    answer_is_another = found.rows or found.other_order or found.cannot_ask
    only_ground = all(each.what not in _SIZES for each in found.differences)
    if found.verdict is Verdict.CHANGED and not answer_is_another and only_ground:
        return "Changed: the answer is the same, and what it rests on, or how it is asked, is not."
    return _VERDICTS[found.verdict]


_SIZES = frozenset({"variables", "near_misses_not_shown", "claimed_purposes_not_shown"})


def _sentences(found: Verification) -> Iterator[str]:
    if found.altered:
        parts = listed(_PARTS.get(name, name) for name in found.altered)
        yield f"After it was written, somebody or something altered: {parts}."
    if found.altered and not set(found.altered).isdisjoint({"question", "restriction", "accessed"}):
        yield "It is not known what was asked, so nothing was asked again."
    if found.sealed_anew:
        parts = listed(_PARTS.get(name, name) for name in found.sealed_anew)
        fit = "" if found.altered else "Its hashes fit. "
        yield (
            f"{fit}It names this very graph and this version of the program, which give "
            f"something else for: {parts}. Either the file was altered and given new hashes, "
            "or the program was changed and kept its version."
        )
    if found.cannot_ask:
        yield f"The question cannot be asked of this graph: {'; '.join(found.cannot_ask)}."
    if found.other_order:
        yield "The rows are the same, in another order."
    if found.reformatted:
        yield "The file was written anew, with the same content in other white space or order."


def _difference(difference: Difference) -> str:
    # Anything else is a text, norm or instrument, by its id.
    what = _FACTS.get(difference.what, f"it rests on {plain(difference.what)}")
    before, now = (
        "absent" if side is None else plain(side) for side in (difference.before, difference.now)
    )
    return f"{what}: {before}, now {now}"
