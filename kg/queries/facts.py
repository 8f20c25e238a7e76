"""Every value of a property at once: few passes over a store instead of one question per node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.iris import id_of
from kg.quads.terms import RDF_TYPE, word_of

_TYPE = ox.NamedNode(RDF_TYPE)
_NOTHING: tuple[str, ...] = ()


class Facts:
    """The union of a store's graphs, read one property at a time and kept.

    IRIs and literals both come as strings; values come sorted, so that no answer depends on the
    order in which a store was filled. ``beside`` is read as if it were in the store too. Where
    ``graphs`` are given, by their names, nothing is read of any other.
    """

    def __init__(
        self,
        store: ox.Store,
        beside: ox.Store | None = None,
        *,
        graphs: Iterable[str] | None = None,
    ) -> None:
        self._stores = (store,) if beside is None else (store, beside)
        self._graphs = [None] if graphs is None else [ox.NamedNode(each) for each in sorted(graphs)]
        self._properties: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self._turned: dict[str, Mapping[str, list[str]]] = {}
        self._kinds: dict[str, frozenset[str]] = {}
        self._known: dict[str, str] = {}

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return every value of ``predicate`` for ``subject``."""
        return self._property(predicate).get(subject, _NOTHING)

    def one(self, subject: str, predicate: str) -> str | None:
        """Return the value of ``predicate`` for ``subject``, the first where there are several."""
        return next(iter(self.all(subject, predicate)), None)

    def said(self, subject: str, predicate: str) -> str:
        """Return the value of ``predicate`` for ``subject``, or nothing."""
        return self.one(subject, predicate) or ""

    def word(self, subject: str, predicate: str) -> str | None:
        """Return the last word of the IRI that is the value: a concept's word, an actor's id."""
        value = self.one(subject, predicate)
        return None if value is None else id_of(value)

    def ids(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the last words of the IRIs that are the values."""
        return tuple(id_of(value) for value in self.all(subject, predicate))

    def subjects(self, predicate: str) -> Mapping[str, tuple[str, ...]]:
        """Return each subject that has ``predicate``, with its values."""
        return self._property(predicate)

    def whose(self, predicate: str, value: str) -> Sequence[str]:
        """Return each subject that has the IRI ``value`` under ``predicate``."""
        if predicate not in self._turned:
            turned: defaultdict[str, list[str]] = defaultdict(list)
            for subject, values in self._property(predicate).items():
                for each in values:
                    turned[each].append(subject)
            self._turned[predicate] = dict(turned)
        return self._turned[predicate].get(value, _NOTHING)

    def instances(self, kind: str) -> list[str]:
        """Return the IRIs of everything that is a ``kind``, sorted."""
        return sorted(self._instances(kind))

    def kind_among(self, subject: str, kinds: Iterable[str]) -> str | None:
        """Return the first of ``kinds`` that ``subject`` is, None where it is none of them.

        Most of what a store holds is of other kinds, and is not read for that.
        """
        return next((kind for kind in kinds if subject in self._instances(kind)), None)

    def _instances(self, kind: str) -> frozenset[str]:
        if kind not in self._kinds:
            quads = self._quads(_TYPE, ox.NamedNode(kind))
            self._kinds[kind] = frozenset(word_of(quad.subject) for quad in quads)
        return self._kinds[kind]

    def _property(self, predicate: str) -> Mapping[str, tuple[str, ...]]:
        if predicate not in self._properties:
            self._properties[predicate] = self._read(predicate)
        return self._properties[predicate]

    def _read(self, predicate: str) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        several: defaultdict[str, set[str]] = defaultdict(set)
        # The same words come under many properties; each is held once.
        known = self._known.setdefault
        for quad in self._quads(ox.NamedNode(predicate)):
            subject, value = word_of(quad.subject), word_of(quad.object)
            subject, value = known(subject, subject), known(value, value)
            if found.setdefault(subject, (value,)) != (value,):
                several[subject].update((*found[subject], value))
        found.update((subject, tuple(sorted(values))) for subject, values in several.items())
        return found

    def _quads(
        self,
        predicate: ox.NamedNode,
        value: ox.NamedNode | None = None,
        *,
        about: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        for store in self._stores:
            for graph in self._graphs:
                yield from store.quads_for_pattern(about, predicate, value, graph)


class FactsNow(Facts):
    """The same of a store that changes: every answer is looked up anew, and nothing is kept."""

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        if not subject:
            return _NOTHING
        quads = self._quads(ox.NamedNode(predicate), about=ox.NamedNode(subject))
        return tuple(sorted({word_of(quad.object) for quad in quads}))

    def whose(self, predicate: str, value: str) -> Sequence[str]:
        quads = self._quads(ox.NamedNode(predicate), ox.NamedNode(value))
        return sorted({word_of(quad.subject) for quad in quads})

    def kind_among(self, subject: str, kinds: Iterable[str]) -> str | None:
        known = self.all(subject, RDF_TYPE)
        return next((kind for kind in kinds if kind in known), None)

    def instances_in(self, kind: str, graph: str) -> list[str]:
        """Return the IRIs of everything that is a ``kind`` as one graph has it, sorted."""
        node, within = ox.NamedNode(kind), ox.NamedNode(graph)
        return sorted(
            {
                word_of(quad.subject)
                for store in self._stores
                for quad in store.quads_for_pattern(None, _TYPE, node, within)
            }
        )

    def _property(self, predicate: str) -> Mapping[str, tuple[str, ...]]:
        return self._read(predicate)

    def _instances(self, kind: str) -> frozenset[str]:
        self._kinds.pop(kind, None)
        return super()._instances(kind)
