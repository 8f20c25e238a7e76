"""The four values of propositions as a sentence, a table or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.rows import Picture
from kg.queries.values import Sense, SenseRow, Value, ValueRow
from kg.views.restriction import restriction_values
from kg.views.tables import Table, draw_csv, draw_json, draw_text, draw_tsv

_AS = {
    Sense.ACTUAL: "as actual",
    Sense.POSSIBLE: "as planned, sought or possible",
    Sense.GENERAL: "as a kind, or without a status",
}
_SAID = {
    Value.AFFIRMED: "affirmed",
    Value.DENIED: "denied or doubted",
    Value.BOTH: "both affirmed and denied or doubted",
    Value.NEITHER: "neither affirmed nor denied",
}


def tell_value(row: ValueRow) -> str:
    """Return a value in words, such as "both affirmed and denied or doubted, as actual"."""
    general = next(each for each in row.senses if each.sense is Sense.GENERAL)
    said = [
        f"{_SAID[each.value]} {_AS[each.sense]}"
        for each in row.senses
        if each.affirmed_by or _has_its_own(each, general)
    ]
    if not said:
        said = [_SAID[Value.DENIED] if general.denied_by else _SAID[Value.NEITHER]]
    return "; ".join([*said, *(["left open"] if row.open_by else [])])


def tell_unaffirmed(rows: tuple[ValueRow, ...], restriction: Restriction) -> str:
    """Tell of how many transfers the speakers who count affirm nothing, and what lists them."""
    transfers = [row for row in rows if row.proposition.kind == "transfer"]
    counts = Counter(row.value for row in transfers)
    options = f"--according-to {','.join(sorted(restriction.according_to))}"
    options += f" --as-of {restriction.as_of.isoformat()}" if restriction.as_of else ""
    options += "".join(f" --without {each}" for each in sorted(restriction.without))
    return (
        f"Of {len(transfers)} transfers described in these texts, these speakers affirm "
        f"{counts[Value.AFFIRMED]}, affirm and deny or doubt {counts[Value.BOTH]}, only deny or "
        f"doubt {counts[Value.DENIED]}, and do neither of {counts[Value.NEITHER]}; "
        f"kg stances --kind transfer --value denied --value neither {options} lists the last two."
    )


def _has_its_own(row: SenseRow, general: SenseRow) -> bool:
    """Tell whether somebody denies it in this sense and not only in every one."""
    return not set(row.denied_by) <= set(general.denied_by)


def draw_values(
    rows: tuple[ValueRow, ...],
    picture: Picture,
    form: str,
    restriction: Restriction = EVERYTHING,
) -> str:
    """Return values as table, csv, tsv or json; csv and tsv have a column for each sense."""
    said = {act.iri: act.sentence for act in picture.speech_acts}
    match form:
        case "json":
            values = {
                **restriction_values(restriction),
                "values": [value_values(row) for row in rows],
            }
            return draw_json("kg-values/1", values)
        case "csv":
            return draw_csv(_all_facts(rows, said))
        case "tsv":
            return draw_tsv(_all_facts(rows, said))
        case _:
            return draw_text(_at_a_glance(rows, said))


def value_values(row: ValueRow) -> dict[str, Any]:
    """Return what a JSON document says of a proposition's value."""
    of = row.proposition
    return {
        "proposition": of.iri,
        "text": of.text,
        "name": of.name,
        "kind": of.kind,
        "sentence": of.sentence,
        "value": row.value.value,
        "open_by": row.open_by,
        "senses": {
            each.sense.value: {
                "value": each.value.value,
                "affirmed_by": each.affirmed_by,
                "denied_by": each.denied_by,
            }
            for each in row.senses
        },
    }


def _at_a_glance(rows: tuple[ValueRow, ...], said: Mapping[str, str]) -> Table:
    return Table(
        columns=(
            "claim",
            "about",
            "value",
            "who affirms it",
            "who denies it",
            "who leaves it open",
        ),
        rows=tuple(
            (
                f"{row.proposition.text}/{row.proposition.name}",
                row.proposition.sentence,
                tell_value(row),
                *_voices(row, said),
            )
            for row in rows
        ),
    )


def _all_facts(rows: tuple[ValueRow, ...], said: Mapping[str, str]) -> Table:
    return Table(
        columns=(
            "text",
            "claim",
            "kind",
            "sentence",
            "value",
            *(sense.value for sense in Sense),
            "affirmed-by",
            "denied-by",
            "left-open-by",
        ),
        rows=tuple(
            (
                row.proposition.text,
                row.proposition.name,
                row.proposition.kind,
                row.proposition.sentence,
                row.value.value,
                *(each.value.value for each in row.senses),
                *_voices(row, said),
            )
            for row in rows
        ),
    )


def _voices(row: ValueRow, said: Mapping[str, str]) -> list[str | None]:
    """Return who affirms, who denies and who leaves open, each way of saying it once."""
    affirming = {act for each in row.senses for act in each.affirmed_by}
    denying = {act for each in row.senses for act in each.denied_by}
    return [
        "; ".join(sorted({said[act] for act in acts})) or None
        for acts in (affirming, denying, row.open_by)
    ]
