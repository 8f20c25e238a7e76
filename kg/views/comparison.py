"""Claims beside each other: as text for a terminal, as tables, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.bearing import Reach
from kg.queries.comparing import Bearing, Beside, Compared
from kg.queries.described import Described
from kg.queries.rows import SpeechActRow
from kg.queries.sides import Side
from kg.queries.verdicts import AspectVerdict, Verdict
from kg.views.casefile import quoted
from kg.views.restriction import restriction_values, tell_restriction
from kg.views.tables import Table, draw_csv, draw_json, draw_tsv, wrapped
from kg.views.words import listed

# Said wherever descriptions are compared.
DESCRIPTIONS_ALONE = (
    "This program compares what texts describe. It does not say that any of it is so, or that two "
    "texts mean the same transfer."
)
_IN_ASPECT = {
    Verdict.SAME: "the same",
    Verdict.REFINES: "closer",
    Verdict.REFINED_BY: "wider",
    Verdict.COMPATIBLE: "compatible",
    Verdict.DIFFERS: "differs",
    Verdict.CONTRADICTS: "contradicts",
    Verdict.NOT_COMPARABLE: "not comparable",
}
_DECISIVE = frozenset({Verdict.NOT_COMPARABLE, Verdict.CONTRADICTS, Verdict.DIFFERS})
_HEADINGS = {
    Verdict.CONTRADICTS: "Contradict it",
    Verdict.DIFFERS: "Differ from it, though both may be right",
    Verdict.SAME: "Say the same",
    Verdict.REFINES: "Refine it: they say all that it says, and more",
    Verdict.REFINED_BY: "Are refined by it: it says all that they say, and more",
    Verdict.COMPATIBLE: "Are compatible with it: each says something that the other does not",
    Verdict.NOT_COMPARABLE: "Cannot be compared with it",
}


def draw_two(
    beside: Beside, form: str, restriction: Restriction = EVERYTHING, width: int = 100
) -> str:
    """Return two claims beside each other as text, csv, tsv or json."""
    found = beside.comparison
    match form:
        case "json":
            values = {"note": DESCRIPTIONS_ALONE, **restriction_values(restriction)}
            return draw_json("kg-comparison/1", values | _beside_values(beside))
        case "csv" | "tsv":
            rows = tuple(
                (found.one.key, found.other.key, each.aspect, each.verdict.word, each.reason)
                for each in (
                    *found.aspects,
                    AspectVerdict(aspect="whole", verdict=found.verdict, reason=""),
                )
            )
            columns = ("claim", "other", "aspect", "verdict", "reason")
            return _separated(Table(columns=columns, rows=rows), form)
        case _:
            lines = _Lines(width)
            return "\n".join((*_restricted(lines, restriction), *lines.two(beside))) + "\n"


def draw_all(
    compared: Compared, form: str, restriction: Restriction = EVERYTHING, width: int = 100
) -> str:
    """Return a claim and those of other texts beside it as text, csv, tsv or json."""
    match form:
        case "json":
            values = {
                "note": DESCRIPTIONS_ALONE,
                **restriction_values(restriction),
                "claim": described_values(compared.claim),
                "said": [asdict(act) for act in compared.said],
                "beside": [_beside_values(row) for row in compared.beside],
                "other_items": compared.other_items,
            }
            return draw_json("kg-comparisons/1", values)
        case "csv" | "tsv":
            return _separated(_table(compared), form)
        case _:
            lines = _Lines(width)
            return "\n".join((*_restricted(lines, restriction), *lines.all(compared))) + "\n"


def described_values(row: Described) -> dict[str, Any]:
    """Return a transfer as JSON has it, with ids for actors, items and places."""
    quantity = None if row.quantity is None else asdict(row.quantity)
    for key in ("at_least", "at_most", "about"):
        if quantity and quantity[key] is not None:
            quantity[key] = f"{quantity[key]:f}"
    roles = ("supplier", "recipient", "party", "via", "item", "destination", "route")
    return {
        "iri": row.iri,
        "text": row.text,
        "name": row.name,
        "sentence": row.sentence,
        **{role: [term.id for term in getattr(row, role)] for role in roles},
        "since": row.since and row.since.isoformat(),
        "until": row.until and row.until.isoformat(),
        "quantity": quantity,
        "part_of": list(row.wholes),
    }


def _beside_values(beside: Beside) -> dict[str, Any]:
    found = beside.comparison
    return {
        "one": described_values(found.one),
        "other": described_values(found.other),
        "verdict": found.verdict.word,
        "aspects": [
            {"aspect": each.aspect, "verdict": each.verdict.word, "reason": each.reason}
            for each in found.aspects
        ],
        "one_said": [asdict(act) for act in beside.one_said],
        "other_said": [asdict(act) for act in beside.other_said],
        "bearings": [
            {
                "act": each.act.iri,
                "side": each.side.value,
                "on": each.on.iri,
                "reach": each.reach.name.lower(),
                "answers": each.answers,
            }
            for each in beside.bearings
        ],
    }


def _table(compared: Compared) -> Table:
    return Table(
        columns=("verdict", "text", "claim", "describes", "who says it", "why", "denials"),
        rows=tuple(
            (
                row.comparison.verdict.word,
                row.comparison.one.text,
                row.comparison.one.name,
                row.comparison.one.sentence,
                "; ".join(act.sentence for act in row.one_said),
                _why(row.comparison.aspects, row.comparison.verdict),
                "; ".join(_denials(row, compared.claim)) or None,
            )
            for row in compared.beside
        ),
    )


def _why(aspects: Sequence[AspectVerdict], whole: Verdict) -> str:
    """Return the reasons in the aspects that decide, or in which the two are not the same."""
    deciding = [each for each in aspects if whole in _DECISIVE and each.verdict is whole]
    others = deciding or [each for each in aspects if each.verdict is not Verdict.SAME]
    ordered = [
        f"{_IN_ASPECT[order]} in {listed(names)}"
        for order in (Verdict.REFINES, Verdict.REFINED_BY)
        if (names := [each.aspect for each in others if each.verdict is order])
    ]
    told = [
        f"{each.aspect} {_IN_ASPECT[each.verdict]} ({each.reason})"
        for each in others
        if each.verdict not in {Verdict.REFINES, Verdict.REFINED_BY}
    ]
    return "; ".join((*told, *ordered))


def _denials(beside: Beside, claim: Described) -> Iterator[str]:
    """Yield, for each text that denies the one or the other, how far that goes."""
    gone: dict[str, list[str]] = {}
    for each in beside.bearings:
        if each.side is Side.NEGATES:
            which = "this claim" if each.on.iri == claim.iri else "that claim"
            goes = f"[{each.act.text}] goes against {_reached(each, which)}"
            gone.setdefault(goes, []).append(f"that {each.act.sentence}")
    yield from (f"{listed(dict.fromkeys(acts))} {goes}" for goes, acts in gone.items())


def _reached(bearing: Bearing, which: str) -> str:
    link = "which it answers" if bearing.answers else "which it is not recorded as answering"
    return f"{bearing.reach.value.replace('it', which)}, {link}"


def _separated(table: Table, form: str) -> str:
    return draw_csv(table) if form == "csv" else draw_tsv(table)


def _restricted(lines: _Lines, restriction: Restriction) -> Iterator[str]:
    if restriction:
        yield lines.wrap(tell_restriction(restriction))


class _Lines:
    def __init__(self, width: int) -> None:
        self._width = width

    def wrap(self, words: str, first: str = "", rest: str | None = None) -> str:
        return wrapped(words, self._width, first, " " * len(first) if rest is None else rest)

    def claim(self, row: Described, said: Sequence[SpeechActRow]) -> Iterator[str]:
        """Yield what a claim describes, then who says it how and in which words."""
        yield row.key
        yield self.wrap(row.sentence, "  ")
        for act in said:
            yield self.wrap(f"{act.sentence} [{act.date}]", "  ", "    ")
            yield self.wrap(quoted(act.words), "    ")
            if act.reading:
                yield self.wrap(f"on one reading: {act.reading}", "    ")

    def two(self, beside: Beside) -> Iterator[str]:
        found = beside.comparison
        yield from self.claim(found.one, beside.one_said)
        yield ""
        yield self.wrap(f"{found.verdict.value.upper()}")
        yield ""
        yield from self.claim(found.other, beside.other_said)
        yield ""
        yield "The first, beside the second"
        for each in found.aspects:
            first = f"  {each.aspect.ljust(12)}{_IN_ASPECT[each.verdict].ljust(16)}"
            yield self.wrap(each.reason, first)
        if beside.bearings:
            yield ""
            yield "What is said of the one, and the other"
        for bearing in beside.bearings:
            yield self.wrap(self._bearing(bearing, found.other), "  ", "    ")
        yield ""
        yield self.wrap(DESCRIPTIONS_ALONE)

    def all(self, compared: Compared) -> Iterator[str]:
        yield from self.claim(compared.claim, compared.said)
        for verdict, rows in groupby(compared.beside, lambda row: row.comparison.verdict):
            yield ""
            yield _HEADINGS[verdict]
            for row in rows:
                yield from self._row(row, compared.claim)
        if not compared.beside:
            yield ""
            yield "No other text claims a transfer between the same ends, of such items."
        if compared.other_items:
            yield ""
            yield self.wrap(
                f"{compared.other_items} more claims of other texts have the same ends, and are of "
                "other items: they cannot be compared."
            )
        yield ""
        yield self.wrap(DESCRIPTIONS_ALONE)

    def _row(self, row: Beside, claim: Described) -> Iterator[str]:
        found = row.comparison
        yield f"  {found.one.key}"
        yield self.wrap(found.one.sentence, "    ")
        who = "; ".join(dict.fromkeys(f"{act.sentence} [{act.date}]" for act in row.one_said))
        yield self.wrap(who, "    ", "      ")
        if why := _why(found.aspects, found.verdict):
            yield self.wrap(why, "    why: ", "      ")
        for denied in _denials(row, claim):
            yield self.wrap(denied, "    denied: ", "      ")

    def _bearing(self, bearing: Bearing, second: Described) -> str:
        which = "the second" if bearing.on.iri == second.iri else "the first"
        match bearing.side, bearing.reach:
            case Side.NEGATES, _:
                goes = f"goes against {_reached(bearing, which)}"
            case Side.AFFIRMS, Reach.ALL:
                goes = f"affirms {which} too, since both say the same"
            case Side.AFFIRMS, Reach.PART:
                goes = f"affirms something of {which}, and not all of it"
        return f"that {bearing.act.sentence} [{bearing.act.text}] {goes}"
