"""The table of what counts on a day and according to some, read as the page reads it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

Rows = dict[str, dict[str, Any]]
_ALWAYS = "~~"


class ClockReader:
    """Evaluates the table of one view; web/src/clock.js does the same."""

    def __init__(self, view: dict[str, Any]) -> None:
        self._view = view
        self._clock = view["clock"]
        self._brings = {row["claim"]: row for row in self._clock["brings"]}

    def acts(self, day: str, speakers: Collection[str]) -> set[int]:
        """Return the numbers of the acts that count; no day and no speakers are everything."""
        until = day or _ALWAYS
        return {
            at
            for at, act in enumerate(self._view["acts"])
            if self._clock["texts"][self._text_of(act)] <= until
            and (not speakers or set(speakers) & set(act["speakers"]))
        }

    def findings(self, day: str, speakers: Collection[str]) -> Rows:
        """Return the findings that stand, by their ids."""
        until, acts = day or _ALWAYS, self.acts(day, speakers)
        brought = {claim: self._brought(row, acts) for claim, row in self._brings.items()}
        every = [*self._view["findings"], *self._clock["more"]]
        found: Rows = {}
        for stands in self._clock["stands"]:
            usual = every[stands["finding"]]
            row = usual if stands["row"] is None else self._clock["rows"][stands["row"]]
            of = self._brings[row["claim"]]
            wanted = range(len(of["brings"])) if stands["brought"] is None else stands["brought"]
            here = stands["since"] <= until and (not stands["until"] or until < stands["until"])
            firm = set(of["firm"]) & brought[row["claim"]]
            if here and firm and brought[row["claim"]] == set(wanted):
                assert row["id"] not in found, "a finding stands in one way at a time"
                found[row["id"]] = self._told(row, acts, until)
        for row in found.values():
            row["whole"] = self._whole(row, found)
        return found

    def _whole(self, row: dict[str, Any], found: Rows) -> str | None:
        """Return the id of the like finding on the nearest whole that has one."""
        claim = self._view["claims"][row["claim"]]["whole"]
        while claim is not None:
            for id_, other in found.items():
                if other["claim"] == claim and _alike(row) == _alike(other):
                    return id_
            claim = self._view["claims"][claim]["whole"]
        return None

    def _text_of(self, act: dict[str, Any]) -> int:
        at = act["words"]["text"]
        return int(self._view["claims"][act["claim"]]["text"] if at is None else at)

    def _brought(self, row: dict[str, Any], acts: set[int]) -> set[int]:
        return {at for at, those in enumerate(row["brings"]) if acts & set(those)}

    def _told(self, row: dict[str, Any], acts: set[int], until: str) -> dict[str, Any]:
        said = [self._view["acts"][at] for at in sorted(acts)]
        basis = [at for at in row["acts"] if at in acts]
        against = dict(map(tuple, self._brings[row["claim"]]["against"]))
        denials = [
            at
            for at in row["denials"]
            if at in acts and (at not in against or set(against[at]) & set(basis))
        ]
        words = [act["words"] for act in said]
        lawful = [at for at in row["lawful"] if at in acts]
        exempting = [at for at in row["exempting"] if at in acts]
        sides = [self._view["acts"][at] for at in (*basis, *denials, *lawful, *exempting)]
        return {
            **row,
            "ways": sorted({f"{a['who']}: {a['stance']} · {a['status']}" for a in sides}),
            "acts": basis,
            "denials": denials,
            "lawful": lawful,
            "exempting": exempting,
            "elements": [
                self._element(row, each, basis, denials, until)
                | {"words": [spoken for spoken in each["words"] if spoken in words]}
                for each in row["elements"]
            ],
        }

    def _element(
        self,
        row: dict[str, Any],
        element: dict[str, Any],
        basis: list[int],
        denials: list[int],
        until: str,
    ) -> dict[str, Any]:
        match element["test"]:
            case "claimed":
                acts = self._view["acts"]
                no = [acts[at] for at in denials]
                said = sorted({acts[at]["sentence"] for at in basis})
                said += sorted({f"but {act['sentence']}" for act in no})
                outcome = "contested" if no else "met"
                return {**element, "outcome": outcome, "key": outcome, "said": "; ".join(said)}
            case "norm it depends on":
                norms = [
                    self._view["norms"][at]["citation"]
                    for at in self._clock["depends"][row["norm"]]
                    if self._clock["norms"][at] <= until
                ]
                return {**element, "rule": f"asks for a breach of {_listed(norms)}"}
            case _:
                return element


def _alike(row: dict[str, Any]) -> tuple[Any, ...]:
    kind = row["kind"].split(",")[0] if row["applies"] else "none"
    return row["norm"], row["actor"] or row["agent"], kind


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    comma = "," if any(" and " in word or "," in word for word in words) else ""
    return f"{', '.join(words[:-1])}{comma} or {words[-1]}"
