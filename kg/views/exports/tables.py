"""The graph as tables: one for each thing that the ontology tells apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.iris import item_iri, passage_iri
from kg.queries.rows import Picture, SpeechActRow, WordsRow
from kg.views.how_said import how_said
from kg.views.tables import Table
from kg.views.words import DETERMINES_NOTHING

Cell = str | int | bool | Iterable[str] | None
# What stands between several values in a cell; no id, IRI or day holds it.
SEPARATOR = "; "
_SAID = ("ways", "said_by")


_Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a table is called, what a row of it is, and the rows that a picture has for it."""

    name: str
    means: str
    columns: tuple[str, ...]
    rows: Callable[[Picture], Iterable[_Row]]


def draw_table(shape: Shape, picture: Picture) -> Table:
    """Return the rows of one table."""
    rows = (tuple(_cell(cell) for cell in row) for row in shape.rows(picture))
    return Table(columns=shape.columns, rows=tuple(rows))


def quoted(picture: Picture) -> tuple[WordsRow, ...]:
    """Return the words of speech acts and of tests, each once."""
    words = {act.words for act in picture.speech_acts}
    words |= {each for row in picture.findings for test in row.elements for each in test.words}
    return tuple(sorted(words, key=lambda each: (each.text, each.spans)))


def _cell(cell: Cell) -> str | None:
    match cell:
        case None | str():
            return cell
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case _:
            return SEPARATOR.join(cell) or None


def _texts(picture: Picture) -> Iterator[_Row]:
    for row in picture.texts:
        about = (row.id, row.iri, row.kind, row.title, row.document_kind, row.date)
        behind = (row.issued_by, row.released_by, row.published_by)
        yield *about, *behind, row.source, row.language, row.sha256, row.characters


def _signatories(picture: Picture) -> Iterator[_Row]:
    for row in picture.texts:
        for listed in row.signatory_lists:
            by = (listed.actors, listed.verification, listed.note)
            yield row.id, row.iri, listed.source, listed.count, *by


def _rests_on(picture: Picture) -> Iterator[_Row]:
    for row in picture.texts:
        for each in row.rests_on:
            yield row.id, row.iri, each.text, each.verification, each.note


def _actors(picture: Picture) -> Iterator[_Row]:
    return ((row.id, row.iri, row.kind, row.name, row.verification) for row in picture.actors)


def _aliases(picture: Picture) -> Iterator[_Row]:
    return ((row.id, row.iri, alias) for row in picture.actors for alias in row.aliases)


def _organs(picture: Picture) -> Iterator[_Row]:
    for row in picture.actors:
        for each in row.organ_of:
            yield row.id, row.iri, each.state, each.since, each.until, each.verification


def _propositions(picture: Picture) -> Iterator[_Row]:
    how = _said(picture)
    for row in picture.propositions:
        yield row.iri, row.name, row.text, row.kind, row.sentence, row.part_of, *how(row.iri)


def _roles(picture: Picture) -> Iterator[_Row]:
    how = _said(picture)
    for row in picture.propositions:
        for role in row.roles:
            filled = (role.role, role.value, role.label, role.from_whole)
            yield row.iri, *filled, *how(row.iri)


def _items(picture: Picture) -> Iterator[_Row]:
    roles = (role for row in picture.propositions for role in row.roles if role.role == "item")
    found = {role.value: role.label for role in roles}
    return ((each, item_iri(each), found[each]) for each in sorted(found))


def _speech_acts(picture: Picture) -> Iterator[_Row]:
    for row in picture.speech_acts:
        how = (row.force, row.stance, row.status, row.attitude)
        who = (row.speaker, row.addressee)
        told = (row.sentence, passage_iri(row.words.text, row.words.spans), row.reading, row.note)
        yield row.iri, row.proposition, row.text, row.date, *who, *how, *told


def _quotes(picture: Picture) -> Iterator[_Row]:
    for words in quoted(picture):
        iri = passage_iri(words.text, words.spans)
        for number, (exact, span) in enumerate(zip(words.exact, words.spans, strict=True), 1):
            yield iri, number, words.text, words.text_kind, *span, exact


def _norms(picture: Picture) -> Iterator[_Row]:
    for row in picture.norms:
        rule = (row.instrument, row.citation, row.rule, row.deontic, row.role)
        binds = (row.addressee, row.counterparty, row.covers, row.excepts, row.territory)
        more = (row.condition, row.exempted_by, row.depends_on)
        yield row.id, row.iri, *rule, *binds, *more, row.verification, row.sources, row.note


def _exemptible(picture: Picture) -> Iterator[_Row]:
    return ((row.id, row.iri, words) for row in picture.norms for words in row.exemptible)


def _periods(picture: Picture) -> Iterator[_Row]:
    for row in picture.norms:
        for each in row.in_force:
            yield row.id, row.iri, each.since, each.until, each.held_by, each.rejected_by


def _findings(picture: Picture) -> Iterator[_Row]:
    acts = {act.iri: act for act in picture.speech_acts}
    names = _names(picture)
    for row in picture.findings:
        said = [acts[iri] for iri in row.based_on if iri in acts]
        quotes = sorted({passage_iri(act.words.text, act.words.spans) for act in said})
        based = how_said(said, names)
        against = how_said([acts[iri] for iri in row.contested_by if iri in acts], names)
        about = (row.transfer, row.norm, row.agent, row.role)
        why = (row.reasons, row.assumes, row.part_of_finding, row.verification)
        rests = (row.based_on, quotes, based["ways"], based["said"])
        by = (row.contested_by, against["said"], DETERMINES_NOTHING)
        yield row.id, row.iri, row.kind, row.sentence, *about, *why, *rests, *by


def _elements(picture: Picture) -> Iterator[_Row]:
    for row in picture.findings:
        for test in row.elements:
            quotes = tuple(passage_iri(each.text, each.spans) for each in test.words)
            sides = (test.said, test.rule)
            yield row.iri, test.test, test.outcome, *sides, quotes, test.verification


def _names(picture: Picture) -> dict[str, str]:
    return {actor.id: actor.name for actor in picture.actors}


def _said(picture: Picture) -> Callable[[str], tuple[str, str]]:
    """Return what tells with which stances and statuses a proposition is said, and by whom."""
    said: dict[str, list[SpeechActRow]] = {}
    for act in picture.speech_acts:
        said.setdefault(act.proposition, []).append(act)
    names = _names(picture)

    def how(proposition: str) -> tuple[str, str]:
        summary = how_said(said.get(proposition, []), names)
        return summary["ways"], summary["said"]

    return how


TABLES: Final = (
    Shape(
        name="texts",
        means="A text with its document, and all its characters; of an abstract they are ours.",
        columns=(
            *("id", "iri", "kind", "title", "document_kind", "date", "issued_by", "released_by"),
            *("published_by", "source", "language", "sha256", "characters"),
        ),
        rows=_texts,
    ),
    Shape(
        name="signatories",
        means="Who signed a document, as one source says it; none is thereby a speaker.",
        columns=("text", "iri", "source", "count", "actors", "verification", "note"),
        rows=_signatories,
    ),
    Shape(
        name="rests-on",
        means="That a text is recorded as repeating another, or as resting on it.",
        columns=("text", "iri", "rests_on", "verification", "note"),
        rows=_rests_on,
    ),
    Shape(
        name="actors",
        means="An actor, or a grouping, that texts or norms speak of.",
        columns=("id", "iri", "kind", "name", "verification"),
        rows=_actors,
    ),
    Shape(
        name="aliases",
        means="Another name of an actor.",
        columns=("actor", "iri", "alias"),
        rows=_aliases,
    ),
    Shape(
        name="organs",
        means="A state of which a body is recorded as an organ; nothing is attributed by that.",
        columns=("actor", "iri", "state", "since", "until", "verification"),
        rows=_organs,
    ),
    Shape(
        name="propositions",
        means="What is described, with who says so; that it stands here asserts nothing.",
        columns=("iri", "name", "text", "kind", "sentence", "part_of", *_SAID),
        rows=_propositions,
    ),
    Shape(
        name="roles",
        means="What stands in a role of a proposition, with who says that proposition, and how.",
        columns=("proposition", "role", "value", "label", "from_whole", *_SAID),
        rows=_roles,
    ),
    Shape(
        name="items",
        means="A kind of item that a proposition names.",
        columns=("id", "iri", "label"),
        rows=_items,
    ),
    Shape(
        name="speech-acts",
        means="One act of saying: who says what of a proposition, and how.",
        columns=(
            *("iri", "proposition", "text", "date", "speaker", "addressee", "force", "stance"),
            *("status", "attitude", "sentence", "quote", "reading", "note"),
        ),
        rows=_speech_acts,
    ),
    Shape(
        name="quotes",
        means="A piece of the words of a text; of an abstract they are ours, and no quotation.",
        columns=("iri", "piece", "text", "text_kind", "start", "end", "exact"),
        rows=_quotes,
    ),
    Shape(
        name="norms",
        means="A norm, with its rule in our words.",
        columns=(
            *("id", "iri", "instrument", "citation", "rule", "deontic", "role", "addressee"),
            *("counterparty", "covers", "excepts", "territory", "condition", "exempted_by"),
            *("depends_on", "verification", "sources", "note"),
        ),
        rows=_norms,
    ),
    Shape(
        name="exemptible",
        means="What may be exempted from a norm, in our words.",
        columns=("norm", "iri", "exemptible"),
        rows=_exemptible,
    ),
    Shape(
        name="periods",
        means="Days on which a norm is in force; disputed where some reject that.",
        columns=("norm", "iri", "since", "until", "held_by", "rejected_by"),
        rows=_periods,
    ),
    Shape(
        name="findings",
        means=f"A finding, or a norm that does not apply. {DETERMINES_NOTHING}",
        columns=(
            *("id", "iri", "kind", "sentence", "transfer", "norm", "agent", "role", "reasons"),
            *("assumes", "part_of_finding", "verification", "based_on", "quotes", *_SAID),
            *("contested_by", "contested_by_whom", "note"),
        ),
        rows=_findings,
    ),
    Shape(
        name="elements",
        means="A test of a finding: what the words give, what the norm asks, how it came out.",
        columns=("finding", "test", "outcome", "said", "rule", "quotes", "verification"),
        rows=_elements,
    ),
)
