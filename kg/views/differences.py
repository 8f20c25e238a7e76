"""What two graphs do not have in common, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model.restriction import Restriction
from kg.queries.differences import Change, FieldChange, How, Kind
from kg.queries.reasons import NO_DETERMINATION
from kg.views.restriction import restriction_values, tell_restriction
from kg.views.tables import draw_json, wrapped

_HEADINGS = {
    Kind.TEXT: ("texts", "Texts"),
    Kind.CLAIM: ("claims", "Claims"),
    Kind.SPEECH_ACT: ("speech_acts", "Acts of saying"),
    Kind.NORM: ("norms", "Norms"),
    Kind.FINDING: ("findings", "Findings"),
}
_SIGNS = {How.REMOVED: "-", How.ADDED: "+", How.CHANGED: "~"}
# Ids that a person can use; those of claims and acts are IRIs, and their sentence names them.
_WITH_ID = frozenset({Kind.TEXT, Kind.NORM, Kind.FINDING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two graphs: its hash, and what alone counts of its build."""

    sha256: str
    restriction: Restriction

    def values(self) -> dict[str, Any]:
        return {"graph": self.sha256, **restriction_values(self.restriction)}

    def tell(self) -> str:
        return f"sha256:{self.sha256} {tell_restriction(self.restriction)}".strip()


def draw_differences(before: Side, after: Side, changes: Sequence[Change], width: int = 100) -> str:
    """Return each change on lines of at most ``width`` characters: -, + or ~, then its fields."""
    return "".join(f"{line}\n" for line in _lines(before, after, changes, width))


def draw_differences_json(before: Side, after: Side, changes: Sequence[Change]) -> str:
    """Return the changes as JSON of the shape kg-diff/1."""
    values: dict[str, Any] = {
        "note": NO_DETERMINATION,
        "before": before.values(),
        "after": after.values(),
        "different": bool(changes),
    }
    for kind, (name, _) in _HEADINGS.items():
        values[name] = {
            how.value: [_values(each) for each in _of(changes, kind, how)] for how in How
        }
    return draw_json("kg-diff/1", values)


def _lines(before: Side, after: Side, changes: Sequence[Change], width: int) -> Iterator[str]:
    yield wrapped(before.tell(), width, "from  ")
    yield wrapped(after.tell(), width, "to    ")
    if not changes:
        yield "Both have the same texts, claims, acts of saying, norms and findings."
        if before.sha256 != after.sha256:
            yield wrapped(
                "Something that none of these shows is another, since the two hashes are.", width
            )
        return
    for kind, (_, heading) in _HEADINGS.items():
        counts = {how: len(_of(changes, kind, how)) for how in How}
        if not any(counts.values()):
            continue
        said = ", ".join(f"{number} {how.value}" for how, number in counts.items() if number)
        yield f"\n{heading}: {said}"
        for change in changes:
            if change.kind is kind:
                yield from _change(change, width)
    yield f"\n{NO_DETERMINATION}"


def _change(change: Change, width: int) -> Iterator[str]:
    name = f"{change.id}  " if change.kind in _WITH_ID else ""
    yield wrapped(f"{name}{change.sentence}", width, f"  {_SIGNS[change.how]} ")
    for each in change.fields:
        yield wrapped(_field(each), width, "      ", "        ")


def _field(field: FieldChange) -> str:
    before, after = field.before or "nothing", field.after or "nothing"
    return f"{field.name}: {before} → {after}"


def _values(change: Change) -> Mapping[str, Any]:
    values: dict[str, Any] = {"id": change.id, "sentence": change.sentence}
    if change.how is How.CHANGED:
        values["fields"] = [
            {"name": each.name, "before": each.before, "after": each.after}
            for each in change.fields
        ]
    return values


def _of(changes: Sequence[Change], kind: Kind, how: How) -> list[Change]:
    return [each for each in changes if each.kind is kind and each.how is how]
