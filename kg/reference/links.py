"""What can be judged only when every file is read: who is named, and what hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from kg.errors import Problem
from kg.marked import did_you_mean
from kg.model.actors import Actor, ActorKind
from kg.model.items import Item
from kg.model.norms import Instrument, Norm
from kg.model.places import NamedPlace
from kg.reference.circles import closure, find_circles
from kg.reference.ledger import Kind, Ledger, Naming
from kg.reference.names import state_hint


def check_names(ledger: Ledger, called: Mapping[str, str]) -> None:
    """Record a problem for each id that no record has; ``called`` leads from names to ids."""
    for naming in ledger.namings:
        word = naming.word
        if word.text and not ledger.is_known(word.text, naming.kinds):
            what = " or ".join(kind.value for kind in naming.kinds)
            sentence = f"no {what} has the id {word.text!r}"
            hint = _hint(naming, ledger, called)
            problem = _UNKNOWN[naming.kinds[0]](sentence=sentence, place=word.place, hint=hint)
            ledger.problems.append(problem)


_UNKNOWN = {
    Kind.ACTOR: partial(Problem, slug="unknown-actor"),
    Kind.GROUPING: partial(Problem, slug="unknown-grouping"),
    Kind.INSTRUMENT: partial(Problem, slug="unknown-instrument"),
    Kind.ITEM: partial(Problem, slug="unknown-item"),
    Kind.NORM: partial(Problem, slug="unknown-norm"),
    Kind.PLACE: partial(Problem, slug="unknown-place"),
}


_WHERE = {
    Kind.ACTOR: "actors stand under actors: in actors/; a state goes by its ISO 3166-1 code",
    Kind.GROUPING: "groupings stand under groupings: in actors/; an office stands in the note",
    Kind.ITEM: "the ids of kinds of items stand in items/",
    Kind.PLACE: "the ids of places stand in places/; the territory of a state is t- and its code",
}


def _hint(naming: Naming, ledger: Ledger, called: Mapping[str, str]) -> str | None:
    known = ledger.known(naming.kinds)
    word = naming.word.text
    own = [meant] if (meant := called.get(word.casefold())) in known else []
    if Kind.ACTOR in naming.kinds:
        named = state_hint(word, lambda id_: id_ if id_ in known else None, own)
        if named is not None:
            return named
    if own:
        return f"did you mean {own[0]}?"
    return did_you_mean(word, known) or _WHERE.get(naming.kinds[0])


def check_states(actors: Mapping[str, Actor], ledger: Ledger) -> None:
    """Record a problem where an actor of another kind stands in the place of a state."""
    for word in ledger.states_named:
        actor = actors.get(word.text)
        if actor is not None and actor.kind is not ActorKind.STATE:
            ledger.add(
                slug="not-a-state",
                sentence=f"{word.text} is no state, and an organ is one of a state",
                place=word.place,
                hint="name the state, by its code; a body of a body has no key",
            )


def check_items(items: Mapping[str, Item], ledger: Ledger) -> None:
    """Record a problem where items are broader than each other in a circle."""
    for circle in find_circles({item.id: item.broader for item in items.values()}):
        ledger.add(
            slug="circular-broader",
            sentence=f"{circle[0]} is, by way of others, broader than itself",
            place=ledger.key_places[circle[0], "broader"],
            hint=" → ".join(circle),
        )


def check_places(places: Mapping[str, NamedPlace], ledger: Ledger) -> None:
    """Record a problem where places are within each other in a circle."""
    for circle in find_circles({place.id: place.within for place in places.values()}):
        ledger.add(
            slug="circular-within",
            sentence=f"{circle[0]} is, by way of others, within itself",
            place=ledger.key_places[circle[0], "within"],
            hint=" → ".join(circle),
        )


def check_dependence(norms: Sequence[Norm], ledger: Ledger) -> None:
    """Record a problem where a norm depends on one that itself depends on another."""
    depending = {norm.id for norm in norms if norm.depends_on}
    for norm in norms:
        for other in norm.depends_on:
            if other in depending:
                ledger.add(
                    slug="chained-dependence",
                    sentence=f"{norm.id} depends on {other}, which depends on a norm itself",
                    place=ledger.key_places[norm.id, "depends-on"],
                    hint="name the norms at the end of the chain",
                )


def check_amendments(norms: Sequence[Norm], ledger: Ledger) -> None:
    """Record a problem where norms amend each other in a circle."""
    arrows = {norm.id: [later.norm for later in norm.amended_by] for norm in norms}
    for circle in find_circles(arrows):
        ledger.add(
            slug="circular-amendment",
            sentence=f"{circle[0]} is, by way of others, amended by itself",
            place=ledger.key_places[circle[0], "amended-by"],
            hint=" → ".join(circle),
        )


def check_exceptions(norms: Iterable[Norm], items: Mapping[str, Item], ledger: Ledger) -> None:
    """Record a problem where a norm excepts what it never covered, or all of what it covers."""
    broader = {item.id: item.broader for item in items.values()}
    above = {item: closure(broader, item) for item in broader}
    for norm in norms:
        for excepted in norm.excepts:
            if not any(excepted in up and not up.isdisjoint(norm.covers) for up in above.values()):
                _exception(norm, f"{norm.id} excepts {excepted}, which it does not cover", ledger)
        for covered in norm.covers:
            for excepted in sorted(above.get(covered, frozenset()) & set(norm.excepts)):
                sentence = f"{norm.id} covers {covered} and excepts all of it"
                _exception(norm, sentence, ledger, f"{covered} is a kind of {excepted}")


def _exception(norm: Norm, sentence: str, ledger: Ledger, hint: str | None = None) -> None:
    place = ledger.key_places[norm.id, "excepts"]
    ledger.add(slug="exception-does-not-fit", sentence=sentence, place=place, hint=hint)


def check_read_with(instruments: Mapping[str, Instrument], ledger: Ledger) -> None:
    """Record a problem where a norm is read with a paragraph that no file has."""
    paragraphs = {
        instrument.id: [norm.paragraph for norm in instrument.norms]
        + [left.paragraph for left in instrument.left_out]
        for instrument in instruments.values()
    }
    every = sorted(f"{name} {number}" for name, numbers in paragraphs.items() for number in numbers)
    for cited in ledger.cited_paragraphs:
        name, _, paragraph = cited.text.partition(" ")
        if paragraph not in paragraphs.get(name, ()):
            ledger.add(
                slug="unknown-paragraph",
                sentence=f"no file has the paragraph {cited.text!r}",
                place=cited.place,
                hint=did_you_mean(cited.text, every) or "write it as in unsc-1718 8 (b)",
            )
