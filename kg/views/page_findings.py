"""The findings of the page, in the order in which it lists them, each with both sides."""

from __future__ import annotations

from kg.iris import id_of
from kg.queries.claims import negates
from kg.queries.rows import FindingRow
from kg.views.page_index import PageIndex
from kg.views.sketch import KINDS, kind_in_words, stance_of, status_of
from kg.views.view_findings import Assumed, Finding
from kg.views.words import name_of, plain
from kg.vocab import Assumption, Outcome, Reason, Role, Test, Verification


class PageFindings:
    """Findings as plain values; what stands beside each is told by its number."""

    def __init__(self, index: PageIndex) -> None:
        self._index = index
        self._picture = index.picture

    def all(self) -> list[Finding]:
        """Return the findings: alleged violations first, then prospective ones, then the rest.

        Those that rest on a claimed purpose alone come after both, as a group of their own.
        """
        order = {kind: at for at, kind in enumerate(KINDS)}
        rows = sorted(
            self._picture.findings,
            key=lambda row: (
                row.kind == "non-application",
                row.is_undecided,
                row.rests_on_claimed_purpose and row.kind != "non-application",
                order.get(row.kind, len(order)),
                -self._weight(row),
            ),
        )
        return [self.one(row) for row in rows]

    def one(self, row: FindingRow) -> Finding:
        norm = self._index.norms.get(row.norm)
        contesting = [self._index.acts[iri] for iri in row.contested_by if iri in self._index.acts]
        negating = [at for at in contesting if negates(self._picture.speech_acts[at].stance)]
        lawful = [at for at in negating if self._is_of_breach(at)]
        sides = [*row.based_on, *row.contested_by]
        acts = [
            self._picture.speech_acts[self._index.acts[i]] for i in sides if i in self._index.acts
        ]
        return {
            "id": row.id,
            "kind": plain(kind_in_words(row)),
            "applies": row.kind != "non-application",
            "sentence": plain(row.sentence),
            "claim": self._index.claims.get(row.transfer),
            "norm": norm,
            "citation": plain(self._picture.norms[norm].citation) if norm is not None else row.norm,
            "agent": self._index.names.get(row.agent, plain(row.agent)) if row.agent else "",
            "actor": row.agent if row.agent in self._index.names else None,
            "role": name_of(Role, row.role),
            "reasons": [name_of(Reason, reason) for reason in row.reasons],
            "assumes": [_with_meaning(Assumption, word) for word in row.assumes],
            "elements": [
                {
                    "test": name_of(Test, element.test),
                    "outcome": name_of(Outcome, element.outcome),
                    "key": element.outcome if element.outcome in set(Outcome) else "undecided",
                    "said": plain(element.said),
                    "rule": plain(element.rule),
                    "words": [self._index.words(words) for words in element.words],
                    "marks": [name_of(Verification, mark) for mark in element.verification],
                }
                for element in row.elements
            ],
            "acts": [self._index.acts[iri] for iri in row.based_on if iri in self._index.acts],
            "denials": [at for at in negating if at not in lawful],
            "lawful": lawful,
            "exempting": [at for at in contesting if at not in negating],
            "whole": id_of(row.part_of_finding) if row.part_of_finding else None,
            "marks": [name_of(Verification, mark) for mark in row.verification],
            "ways": sorted(
                {
                    f"{self._index.named(act.speaker)}: {stance_of(act)} · {status_of(act)}"
                    for act in acts
                }
            ),
        }

    def _weight(self, row: FindingRow) -> int:
        """Tell how firmly the transfer is said: the page opens on the firmest."""
        acts = [
            self._picture.speech_acts[self._index.acts[i]]
            for i in row.based_on
            if i in self._index.acts
        ]
        firmness = {"confirms": 3, "admits": 3, "asserts": 2, "affirms": 2, "presupposes": 1}
        return max((firmness.get(act.stance or "", 0) for act in acts), default=0)

    def _is_of_breach(self, at: int) -> bool:
        """Tell whether a speech act is about a breach: to deny one is not to deny the transfer."""
        claim = self._index.claims.get(self._picture.speech_acts[at].proposition)
        return claim is not None and self._picture.propositions[claim].kind == "breach"


def _with_meaning(scheme: type[Assumption], word: str) -> Assumed:
    try:
        concept = scheme(word)
    except ValueError:
        return {"label": plain(word), "meaning": ""}
    return {"label": concept.label, "meaning": concept.definition}
