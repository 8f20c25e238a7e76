"""The graph that people open: one build, ready to be asked, drawn and analysed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.front.graph_answers import Answers
from kg.inference import prefixes
from kg.model.restriction import EVERYTHING, Restriction
from kg.queries.rows import FindingRow, Picture
from kg.store.asking import Plain, Term, select_plain
from kg.store.generations import find_generation, read_manifest
from kg.store.opening import open_store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.model.exports import Export
    from kg.model.questions import Question
    from kg.model.verification import Verification
    from kg.queries import Answer
    from kg.queries.casefile import CaseFile
    from kg.queries.differences import Change
    from kg.queries.steps import Step
    from kg.queries.withdrawal import Withdrawal
    from kg.store.worker import Answer as RawAnswer
    from kg.views.citation import Citation
    from kg.views.ego import Shown


def open_graph(directory: Path | str = "build") -> Graph:
    """Open what ``kg build`` left in ``directory``; KgError when there is no whole build.

    What is opened stays as it is: a later build does not change it.
    """
    path = Path(directory)
    generation = find_generation(path)  # once, so that nothing is read from two builds
    manifest, store = read_manifest(generation), open_store(generation)
    return Graph(directory=path, generation=generation, manifest=manifest, store=store)


@dataclass(frozen=True, kw_only=True)
class Graph(Answers):
    """One build, opened for reading. ``manifest`` is what docs/build.md describes.

    ``generation`` is the folder in ``directory`` that holds this build and no later one.
    ``restriction`` is what alone counts here of that build; then ``store`` is in memory.
    """

    directory: Path
    generation: Path = field(repr=False)
    manifest: Mapping[str, Any] = field(repr=False)
    store: ox.Store = field(repr=False)
    restriction: Restriction = EVERYTHING

    def restrict(
        self,
        *,
        as_of: date | str | None = None,
        according_to: Iterable[str] = (),
        without: Iterable[str] = (),
    ) -> Graph:
        """Return the graph as it stands when a part of it alone counts, with findings of its own.

        ``as_of``: texts known to be out by that day (``2023-10-26``), and norms, memberships and
        ends of norms as fixed by then. ``according_to``: ids of actors, whose speech acts alone
        count. ``without``: ids of texts to leave aside. Raises KgError for an id that the graph
        does not have. What was left out before stays out.
        """
        from kg.front.restricting import restrict_graph  # noqa: PLC0415  # seldom needed

        return restrict_graph(self, as_of=as_of, according_to=according_to, without=without)

    def replay(  # noqa: PLR0913  # one for each thing to narrow by
        self,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        actor: str | None = None,
        norm: str | None = None,
        text: str | None = None,
        supplier: str | None = None,
        recipient: str | None = None,
        all_findings: bool = False,
    ) -> tuple[Step, ...]:
        """Return the days on which the picture changed, and how; each as ``restrict`` has it.

        ``actor``, ``norm``, ``text``, ``supplier`` and ``recipient`` (of the transfer) narrow the
        changes to what they are about; ``all_findings`` also shows those that ``kg findings`` keeps
        apart. Raises KgError for an id that the graph does not have.
        """
        from kg.front.replaying import replay_graph  # noqa: PLC0415  # seldom needed
        from kg.queries.narrowing_steps import Asked  # noqa: PLC0415  # seldom needed

        asked = Asked(
            actor=actor,
            norm=norm,
            text=text,
            supplier=supplier,
            recipient=recipient,
            all_findings=all_findings,
        )
        return replay_graph(self, since=since, until=until, asked=asked)

    def undated_texts(self) -> tuple[str, ...]:
        """Return the ids of texts that no day restricts the graph to, since theirs is unknown."""
        from kg.inference import undated_texts  # noqa: PLC0415  # seldom needed

        return undated_texts(self.store)

    def rdflib(self) -> rdflib.Dataset:
        """Return an ``rdflib.Dataset`` on the same store, whose default graph is the union of all.

        It is for reading. Where the store is in memory, what is written through the dataset is
        seen by this object alone and never reaches the build; where it is on disk, writing raises.
        """
        import rdflib  # noqa: PLC0415  # heavy
        from oxrdflib import OxigraphStore  # noqa: PLC0415  # heavy

        dataset = rdflib.Dataset(store=OxigraphStore(store=self.store), default_union=True)
        for name, iri in prefixes().items():
            dataset.bind(name, iri, replace=True)
        return dataset

    def select(self, sparql: str, **parameters: Term) -> list[dict[str, Plain]]:
        """Return the rows of a SELECT query of yours, in this process and with no limit of time.

        ``parameters`` are bound to the variables of the same names: a ``pyoxigraph`` term, or a
        string, number, date or truth value, which becomes the literal. The prefixes of
        docs/queries.md need not be declared. For a query that somebody else wrote, use ``query``.
        """
        return select_plain(self.store, sparql, parameters, prefixes())

    def query(
        self,
        sparql: str,
        *,
        timeout: float = 30,
        max_rows: int = 100_000,
        name: str = "query",
    ) -> RawAnswer:
        """Return the answer to any SPARQL query, from a process with limits of time and memory.

        ``timeout`` is in seconds; ``name`` is what messages call the query.
        """
        from kg.front.restricting import source_of  # noqa: PLC0415  # seldom needed
        from kg.store.worker import run_query  # noqa: PLC0415  # seldom needed

        with source_of(self) as source:
            return run_query(
                source,
                sparql,
                timeout=timeout,
                max_rows=max_rows,
                prefixes=prefixes(),
                name=name,
            )

    def ask(self, name: str, /, **parameters: str) -> Answer:
        """Return the answer to one of the named questions; ``kg ask --list`` shows them."""
        from kg.queries import ask  # noqa: PLC0415  # seldom needed

        return ask(self.store, name, **parameters)

    def picture(self, *, text: str | None = None) -> Picture:
        """Return everything that a view shows, as typed rows.

        With ``text``, what that text says, and what others say against a finding that rests on it.
        """
        if text is None:
            return self._picture
        from kg.queries import narrow_picture  # noqa: PLC0415  # seldom needed

        return narrow_picture(self._picture, text)

    def findings(self) -> tuple[FindingRow, ...]:
        """Return what this program infers; no legal determination."""
        return self._picture.findings

    def explain(self, wanted: str) -> CaseFile:
        """Return the case file of a finding, or of a transfer and a norm put beside each other.

        ``wanted`` is a finding's id, the beginning of one, or claim/norm/actor, with the text
        before it where it is needed. Raises KgError where it names nothing, or several things.
        """
        from kg.queries.pairs import explain  # noqa: PLC0415  # seldom needed

        return explain(self.store, wanted)

    def cite(self, question: Question, *, accessed: date | str | None = None) -> Citation:
        """Return the answer to ``question`` with its hashes and references; docs/citation.md."""
        from kg.front.citing import cite  # noqa: PLC0415  # seldom needed

        return cite(self, question, accessed=accessed)

    def verify(
        self, data: bytes, *, name: str = "citation", timeout: float = 30, max_rows: int = 100_000
    ) -> Verification:
        """Ask the question of the citation file ``data`` again, and tell what is different."""
        from kg.front.verifying import verify  # noqa: PLC0415  # seldom needed

        return verify(self, data, name=name, timeout=timeout, max_rows=max_rows)

    def diff(self, other: Graph) -> tuple[Change, ...]:
        """Return what changes from this graph to ``other``, in texts, claims, norms, findings."""
        from kg.queries.differences import differences  # noqa: PLC0415  # seldom needed

        return differences(self.picture(), other.picture())

    def withdraw(
        self, *texts: str, with_resting: bool = False, issuers: Iterable[str] = ()
    ) -> Withdrawal:
        """Rehearse that texts are withdrawn, and all that ``issuers`` issue, alone or with others.

        ``with_resting`` withdraws what rests on them too. Raises KgError for unknown ids.
        """
        from kg.front.withdrawing import rehearse_withdrawal  # noqa: PLC0415  # seldom needed

        return rehearse_withdrawal(self, texts, with_resting=with_resting, issuers=issuers)

    def export(self, name: str) -> Export:
        """Return the graph in the format called ``name``, with all that it does not hold.

        ``name`` is one of docs/export.md, such as "turtle"; ValueError for another.
        """
        from kg.front.exporting import export_graph  # noqa: PLC0415  # seldom needed

        return export_graph(self, name)

    def to_networkx(self, *, text: str | None = None) -> nx.MultiDiGraph[str]:
        """Return actors, propositions and speech acts as a networkx graph; with ``text``, its."""
        from kg.views.network import to_networkx  # noqa: PLC0415  # heavy

        return to_networkx(self.picture(text=text))

    def show(self, actor: str, *, text: str | None = None) -> Shown:
        """Return a network of what is said of and by ``actor``, which a notebook shows inline.

        With ``text``, only of what that text says. Raises KgError for more than 150 nodes.
        """
        from kg.views.ego import show  # noqa: PLC0415  # heavy

        return show(self.picture(text=text), actor)

    @cached_property
    def _picture(self) -> Picture:
        from kg.queries import select_picture  # noqa: PLC0415  # seldom needed

        return select_picture(self.store, restriction=self.restriction)
