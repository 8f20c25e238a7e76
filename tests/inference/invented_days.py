"""Several texts of several days, under norms adopted, listed and ended on days, all invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from hypothesis import strategies as st

from kg import iris
from kg.quads.terms import RDF
from kg.vocab import Ata, Stance, Status
from tests.inference.invented import (
    DAY,
    FREEDONIA,
    GRANTER,
    NORMS,
    OPEN,
    OSSIAN,
    RURITANIA,
    SYLDAVIA,
    TEXT,
    TYPE,
    UTOPIA,
    Claimed,
    Exempted,
    Said,
    World,
    store_of,
)

_DATE = "http://purl.org/dc/terms/date"
_INSTRUMENTS = ("first", "second", "third")
ACTORS = (RURITANIA, UTOPIA, FREEDONIA, SYLDAVIA, OSSIAN)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A text of ``day``, or of no day; its transfer t answers those of ``answers``."""

    world: World
    day: str | None
    answers: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True, kw_only=True)
class Days:
    """A corpus. ``adopted`` gives the days of three instruments, in which the norms stand by turns.

    ``ended_by`` tells by which of them every end of a window is recorded to be fixed, if by any;
    ``listed`` is the first day of Syldavia's membership, ``over`` that of the end of an exception.
    ``reads`` is a norm that the texts are read as naming when they deny that there is a breach.
    """

    texts: Sequence[Dated]
    adopted: tuple[str, str, str]
    ended_by: int | None
    listed: str
    over: str
    reads: str | None

    def id_of(self, number: int) -> str:
        return f"text-{number}"


def corpus_of(days: Days, *, backwards: bool = False) -> ox.Store:
    """Return a store with all of it, without findings."""
    plain = store_of(World(claims=()))
    quads = [
        *_reference(plain, days),
        *(quad for n in range(len(days.texts)) for quad in _text(days, n)),
    ]
    quads.sort(key=str, reverse=backwards)
    store = ox.Store()
    for quad in quads:
        store.add(quad)
    return store


def denied(days: Days, denial: Said, on: int, day: str | None) -> Days:
    """Return ``days`` with one more text, of ``day``, that denies the transfer of text ``on``."""
    claim = Claimed(name="t", item=(), said=[denial])
    text = Dated(world=World(claims=[claim]), day=day, answers=[(on, "t")])
    return Days(
        texts=[*days.texts, text],
        adopted=days.adopted,
        ended_by=days.ended_by,
        listed=days.listed,
        over=days.over,
        reads=days.reads,
    )


def _reference(plain: ox.Store, days: Days) -> Iterable[ox.Quad]:
    graph = ox.NamedNode(iris.REFERENCE_GRAPH)
    first = {RURITANIA: None, SYLDAVIA: days.listed}
    membership = iris.membership_iri(SYLDAVIA, "listed", 1)
    for quad in plain:
        about = str(quad.subject).strip("<>")
        if quad.graph_name == ox.NamedNode(iris.text_graph(TEXT)):
            continue
        if about == membership and quad.predicate.value == Ata.validFrom:
            yield _dated(about, Ata.validFrom, first[SYLDAVIA] or "", graph)
            continue
        yield quad
        if quad.predicate.value == Ata.member:
            yield _quad(about, TYPE, Ata.Membership, graph)
        if quad.predicate.value == Ata.inForce and days.ended_by is not None:
            window = str(quad.object).strip("<>")
            by = iris.instrument_iri(_INSTRUMENTS[days.ended_by])
            yield _quad(window, Ata.endedBy, by, graph)
    yield _dated(iris.norm_iri("supply"), Ata.exceptsUntil, days.over, graph)
    for number, (since, until) in enumerate([(days.listed, days.over), (days.over, OPEN)], start=1):
        yield from _organ(number, since, until, graph)
    for number, name in enumerate(sorted(NORMS)):
        provision = iris.provision_iri(_INSTRUMENTS[number % 3], name)
        yield _quad(iris.norm_iri(name), Ata.statedIn, provision, graph)
        yield _quad(provision, Ata.instrument, iris.instrument_iri(_INSTRUMENTS[number % 3]), graph)
    for name, day in zip(_INSTRUMENTS, days.adopted, strict=True):
        yield _quad(iris.instrument_iri(name), TYPE, Ata.Instrument, graph)
        yield _dated(iris.instrument_iri(name), _DATE, day, graph)


def _organ(number: int, since: str, until: str, graph: ox.NamedNode) -> Iterable[ox.Quad]:
    """Yield a record that Syldavia's ministry is its organ, with the link itself."""
    organ, state = iris.actor_iri("X9"), iris.actor_iri(SYLDAVIA)
    record = iris.organ_link_iri("X9", SYLDAVIA, number)
    yield _quad(organ, Ata.organOf, state, graph)
    yield _quad(record, TYPE, RDF + "Statement", graph)
    yield _quad(record, RDF + "subject", organ, graph)
    yield _quad(record, RDF + "object", state, graph)
    yield _dated(record, Ata.validFrom, since, graph)
    yield _dated(record, Ata.validUntil, until, graph)


def _text(days: Days, number: int) -> Iterable[ox.Quad]:
    text, own = days.texts[number], days.id_of(number)
    graph = ox.NamedNode(iris.text_graph(own))
    found = store_of(text.world).quads_for_pattern(
        None, None, None, ox.NamedNode(iris.text_graph(TEXT))
    )
    for quad in found:
        if quad.predicate.value in (Ata.earliest, Ata.latest) and "document" in str(quad.subject):
            continue
        yield ox.Quad(_moved(quad.subject, own), quad.predicate, _moved(quad.object, own), graph)
        if quad.object == ox.NamedNode(Ata.Transfer) or quad.predicate.value == Ata.breachOf:
            about = str(_moved(quad.subject, own)).strip("<>")
            yield _quad(about, TYPE, Ata.Proposition, graph)
    if text.day:
        yield _dated(iris.document_iri(own), Ata.earliest, text.day, graph)
        yield _dated(iris.document_iri(own), Ata.latest, text.day, graph)
    for other, claim in text.answers:
        answered = iris.claim_iri(days.id_of(other), claim)
        yield _quad(iris.claim_iri(own, "t"), Ata.answers, answered, graph)
    if days.reads:
        cited = iris.norm_citation_iri(own, "rules")
        yield _quad(cited, Ata.readAs, iris.norm_iri(days.reads), graph)


def _moved(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple, own: str) -> ox.NamedNode:
    if not isinstance(term, ox.NamedNode):
        return term  # type: ignore[return-value]  # a literal stays as it is
    return ox.NamedNode(term.value.replace(iris.text_iri(TEXT), iris.text_iri(own)))


def _quad(subject: str, predicate: str, value: str, graph: ox.NamedNode) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value), graph)


def _dated(subject: str, predicate: str, day: str, graph: ox.NamedNode) -> ox.Quad:
    literal = ox.Literal(day, datatype=DAY)
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), literal, graph)


days_of_year = st.sampled_from(
    ["2011-12-31", "2012-01-01", "2013-06-01", "2014-01-01", "2014-06-01", "2015-03-01"]
)
# Drawn so that most claims lie near a norm and most answers meet what they answer: what is far from
# everything gives nothing to get wrong.
affirmations = st.builds(
    Said,
    stance=st.sampled_from([Stance.ASSERTS, Stance.CONFIRMS, Stance.PRESUPPOSES]),
    status=st.sampled_from([Status.COMPLETED, Status.PLANNED, Status.ACTUAL]),
    speaker=st.sampled_from(ACTORS),
)
denials = st.builds(
    Said,
    stance=st.sampled_from([Stance.DENIES, Stance.DOUBTS, Stance.RETRACTS]),
    status=st.sampled_from([None, Status.COMPLETED, Status.PLANNED]),
    speaker=st.sampled_from(ACTORS),
)
ways_to_say = st.one_of(
    affirmations.map(lambda each: [each]),
    st.tuples(affirmations, denials).map(list),
    st.tuples(affirmations, affirmations).map(list),
)


def _claims(name: str, whole: str | None) -> st.SearchStrategy[Claimed]:
    return st.builds(
        Claimed,
        name=st.just(name),
        supplier=st.sampled_from([(RURITANIA,), (FREEDONIA,), (OSSIAN, RURITANIA), (UTOPIA,)]),
        recipient=st.sampled_from([(UTOPIA,), (SYLDAVIA,), (SYLDAVIA, UTOPIA)]),
        item=st.sampled_from([("drones",), ("tanks",), ("small-arms",), ("engines", "arms")]),
        dates=st.sampled_from([(None, None), (None, None), ("2013-01-01", "2013-12-31")]),
        part_of=st.just(whole),
        said=ways_to_say,
    )


_replies = st.builds(
    Claimed,
    name=st.just("t"),
    item=st.sampled_from([(), ("drones",), ("tanks",)]),
    lawful=st.sampled_from([None, *ACTORS]),
    said=denials.map(lambda each: [each]),
)
_exempted = st.builds(
    Exempted,
    of=st.sampled_from(["t", "whole"]),
    norm=st.sampled_from(["supply", "approval"]),
    granter=st.just(GRANTER),
    speaker=st.sampled_from([GRANTER, UTOPIA]),
)
_days = st.one_of(*[days_of_year] * 5, st.none())
_reports = st.builds(
    Dated,
    world=st.builds(
        World,
        claims=st.tuples(_claims("t", "whole"), _claims("whole", None)),
        exemptions=st.lists(_exempted, max_size=1),
    ),
    day=_days,
)
_answers = st.builds(
    Dated,
    world=st.builds(World, claims=st.tuples(_replies)),
    day=_days,
    answers=st.lists(
        st.tuples(st.integers(0, 1), st.sampled_from(["t", "whole"])), min_size=1, max_size=2
    ),
)
corpora = st.builds(
    Days,
    texts=st.tuples(_reports, _reports, _answers, _answers).map(list),
    adopted=st.tuples(days_of_year, days_of_year, days_of_year),
    ended_by=st.sampled_from([None, 0, 2]),
    listed=days_of_year,
    over=days_of_year,
    reads=st.sampled_from([None, "supply", "revived"]),
)
"""Two reports and two replies, of days that coincide or are not known, in any order."""
