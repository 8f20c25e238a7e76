"""The smallest sets of speakers whose word suffices for a finding.

By definition: sets of which the finding follows, of the same kind, when their speech acts alone
count, while it follows from no part of the set. docs/decisions/0011-whose-word-suffices.md says how
few of these runs of the rules are needed, and why no others are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import pyoxigraph as ox

from kg.inference.findings import KINDS, facts_of, infer_from, surroundings
from kg.inference.notes import Notes, take_notes
from kg.store.looking import instances, objects, subjects
from kg.vocab import Ata

# One of each group: together they are a smallest set.
Groups = tuple[frozenset[str], ...]
# What a speech act brings to a finding: all acts with the same one are worth the same.
_Brought = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Transfer:
    """A transfer with what its speakers bring to findings on it, and those that follow of it."""

    iri: str
    acts: Mapping[_Brought, frozenset[str]]
    speakers: Mapping[frozenset[_Brought], frozenset[str]]
    everything: frozenset[tuple[str, str]]


def sufficient_speakers(
    store: ox.Store, transfers: Iterable[str] | None = None
) -> dict[str, tuple[Groups, ...]]:
    """Return the smallest sufficient sets of each finding, by its IRI, as IRIs of actors.

    ``transfers`` are the IRIs of those whose findings are wanted; without them, all. A set is given
    by groups of speakers of whom any one will do: one of each group makes a smallest set.
    """
    found = _findings(store)
    wanted = sorted(found) if transfers is None else sorted(set(transfers) & set(found))
    sufficient: dict[str, tuple[Groups, ...]] = {}
    # Of one transfer its surroundings tell all; of many, one look at everything is quicker.
    notes = take_notes(store, surroundings(store, wanted[0]) if len(wanted) == 1 else None)
    for iri in wanted:
        runs = _Runs(store=store, transfer=_look_at(store, notes, iri, found[iri]))
        for finding in sorted(found[iri]):
            sufficient[finding[0]] = tuple(_smallest(runs, finding))
    return sufficient


@dataclass(slots=True)
class _Runs:
    """What follows of a transfer when a part of what its speakers bring alone counts, kept."""

    store: ox.Store
    transfer: _Transfer
    _facts: list[ox.Quad] | None = None
    _known: dict[frozenset[_Brought], frozenset[tuple[str, str]]] = field(default_factory=dict)

    def findings(self, brought: frozenset[_Brought]) -> frozenset[tuple[str, str]]:
        if brought == frozenset(self.transfer.acts):
            return self.transfer.everything  # what stands in the store
        if brought not in self._known:
            self._known[brought] = self._run(brought)
        return self._known[brought]

    def _run(self, brought: frozenset[_Brought]) -> frozenset[tuple[str, str]]:
        if self._facts is None:
            graphs = surroundings(self.store, self.transfer.iri)
            self._facts = list(facts_of(self.store, graphs))
        acts = {quad.subject for quad in self._facts if quad.predicate.value == Ata.content}
        kept = {ox.NamedNode(act) for each in brought for act in self.transfer.acts[each]}
        dropped = acts - kept
        facts = (quad for quad in self._facts if quad.subject not in dropped)
        made = ox.Store()
        made.bulk_extend(infer_from(facts))
        return _findings(made).get(self.transfer.iri, frozenset())


def _smallest(runs: _Runs, finding: tuple[str, str]) -> Iterator[Groups]:
    """Yield the smallest sets, fewest speakers first, as groups that bring the same."""
    groups = sorted(runs.transfer.speakers, key=sorted)
    minimal: list[frozenset[frozenset[_Brought]]] = []
    # Whoever can be missed without a loss is in no smallest set: there are no more than kinds.
    for size in range(1, min(len(groups), len(runs.transfer.acts)) + 1):
        for chosen in map(frozenset, combinations(groups, size)):
            if any(smaller <= chosen for smaller in minimal):
                continue
            if finding in runs.findings(frozenset().union(*chosen)):
                minimal.append(chosen)
    by_name = [
        sorted((runs.transfer.speakers[each] for each in chosen), key=sorted) for chosen in minimal
    ]
    yield from sorted(
        map(tuple, by_name), key=lambda groups: (len(groups), [sorted(g) for g in groups])
    )


def _look_at(
    store: ox.Store, notes: Notes, iri: str, everything: frozenset[tuple[str, str]]
) -> _Transfer:
    acts: defaultdict[_Brought, set[str]] = defaultdict(set)
    for brought, act in _brought(store, notes, iri):
        acts[brought].add(act)
    by_speaker: defaultdict[str, set[_Brought]] = defaultdict(set)
    for brought, all_of_it in acts.items():
        for act in all_of_it:
            for speaker in objects(store, act, Ata.speaker):
                by_speaker[speaker].add(brought)
    speakers: defaultdict[frozenset[_Brought], set[str]] = defaultdict(set)
    for speaker, each in by_speaker.items():
        speakers[frozenset(each)].add(speaker)
    return _Transfer(
        iri=iri,
        acts={brought: frozenset(of) for brought, of in acts.items()},
        speakers={each: frozenset(of) for each, of in speakers.items()},
        everything=everything,
    )


def _brought(store: ox.Store, notes: Notes, iri: str) -> Iterator[tuple[_Brought, str]]:
    """Yield each speech act on which it can depend what is found of a transfer, and what it brings.

    They are those that take the transfer as actual or as possible, that speak of a purpose of it,
    and those on an exemption from a norm for it, of which each counts by itself.
    """
    for how in ("actual", "possible"):
        for act in notes.all(iri, how):
            yield (how,), act
    for purpose in notes.all(iri, "purpose"):
        for act in notes.all(purpose, "saidBy"):
            yield ("purpose", purpose), act
    for of in {iri, *notes.all(iri, "within")}:
        for exemption in subjects(store, Ata.transfer, of):
            for act in subjects(store, Ata.content, exemption):
                yield ("exemption", act), act


def _findings(store: ox.Store) -> dict[str, frozenset[tuple[str, str]]]:
    """Return the findings on each transfer, each with its kind."""
    kinds = {finding: kind for kind in KINDS for finding in instances(store, kind)}
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for finding, kind in kinds.items():
        for transfer in objects(store, finding, Ata.transfer):
            found[transfer].add((finding, kind))
    return {transfer: frozenset(of) for transfer, of in found.items()}
