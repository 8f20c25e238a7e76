"""A withdrawal in words: what goes, what changes, and what stays without its ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from kg.model.restriction import Restriction
from kg.queries.narrowing import NEAR_MISS
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.rows import FindingRow
from kg.queries.withdrawal import ChangedFinding, Withdrawal
from kg.views.restriction import restriction_values
from kg.views.tables import draw_json, wrapped
from kg.views.words import listed
from kg.vocab import Outcome, Test

_KINDS = {
    "alleged-violation": "alleged violation",
    "prospective-violation": "prospective violation",
    NEAR_MISS: "near miss",
}


def draw_withdrawal_json(withdrawal: Withdrawal, restriction: Restriction) -> str:
    """Return everything that a withdrawal does, as docs/json.md tells."""
    texts = [
        {"id": row.id, "title": row.title, "date": row.date, "issued_by": row.issued_by}
        for row in withdrawal.texts
    ]
    return draw_json(
        "kg-withdrawal/1",
        {
            "note": NO_DETERMINATION,
            **restriction_values(restriction),
            **asdict(withdrawal),
            "texts": texts,
            "called": dict(withdrawal.called),
        },
    )


def draw_withdrawal(withdrawal: Withdrawal, width: int = 100) -> str:
    """Return it as lines of at most ``width`` characters, ending in a line feed."""
    return "\n".join(_Drawing(withdrawal, width).lines()) + "\n"


class _Drawing:
    def __init__(self, withdrawal: Withdrawal, width: int) -> None:
        self._what = withdrawal
        self._width = width
        self._called = dict(withdrawal.called)

    def lines(self) -> Iterator[str]:
        yield "Without"
        for text in self._what.texts:
            yield self._item(f"{text.id}: {text.title}, issued by {listed(text.issued_by)}")
        yield self._wrap(NO_DETERMINATION)
        yield ""
        yield self._wrap(f"gone: {self._counts()}")
        yield from self._gone()
        yield from self._came()
        yield from self._changed()
        yield from self._left_alone()

    def _counts(self) -> str:
        claims, acts = len(self._what.claims), len(self._what.acts)
        told = [f"{_count(claims, 'claim')}, said in {_count(acts, 'place')}"]
        kinds = Counter(row.kind for row in self._what.findings)
        told += [_count(kinds[kind], word) for kind, word in _KINDS.items() if kinds[kind]]
        return "; ".join(told) if len(told) > 1 else f"{told[0]}; no finding"

    def _gone(self) -> Iterator[str]:
        for row in self._what.findings:
            if row.kind != NEAR_MISS:
                yield self._finding(row)

    def _came(self) -> Iterator[str]:
        if self._what.came:
            yield ""
            yield "found that was not found before:"
            yield from map(self._finding, self._what.came)

    def _changed(self) -> Iterator[str]:
        shown = [each for each in self._what.changed if each.before.kind != NEAR_MISS]
        hidden = len(self._what.changed) - len(shown)
        told = [_count(len(shown), "finding")] if shown else []
        told += [f"{_count(hidden, 'near miss')} (shown by --json)"] if hidden else []
        if told:
            yield ""
            yield f"changed, and still there: {' and '.join(told)}"
        for each in shown:
            yield self._finding(each.after)
            for sentence in self._differences(each):
                yield self._wrap(sentence, "      ")

    def _differences(self, each: ChangedFinding) -> Iterator[str]:
        before, after = each.before, each.after
        if before.kind != after.kind:
            yield f"was: {before.sentence}"
        silenced = sorted(
            {self._called[iri] for iri in before.contested_by if iri not in after.contested_by}
        )
        if silenced:
            left = sorted({self._called[iri] for iri in after.contested_by})
            yield f"no longer: {'; '.join(silenced)}"
            yield f"still: {'; '.join(left)}" if left else "contested by nobody in this graph"
        was = {test.test: test.outcome for test in before.elements}
        for test in after.elements:
            if test.test in was and was[test.test] != test.outcome:
                outcomes = (Outcome(was[test.test]).label, Outcome(test.outcome).label)
                yield f"{Test(test.test).label}: was {outcomes[0]}, is {outcomes[1]}"

    def _left_alone(self) -> Iterator[str]:
        if self._what.replies:
            yield ""
            yield "replies that stay, and what they answered is gone:"
            for reply in self._what.replies:
                answered = self._called[reply.answered]
                yield self._item(f"{self._called[reply.reply]} answered {answered}")
        if self._what.resting:
            yield ""
            yield "texts that stay, and rest on what is gone (--origin withdraws them too):"
            for each in self._what.resting:
                yield self._item(f"{each.text} rests on {each.on}")

    def _finding(self, row: FindingRow) -> str:
        return self._item(f"{row.id}  {row.sentence} ({self._called[row.transfer]})")

    def _item(self, words: str) -> str:
        return self._wrap(words, "  ", "    ")

    def _wrap(self, words: str, first: str = "", rest: str | None = None) -> str:
        return wrapped(words, self._width, first, rest)


def _count(number: int, word: str) -> str:
    ending = "" if number == 1 else "es" if word.endswith("s") else "s"
    return f"{number} {word}{ending}"
