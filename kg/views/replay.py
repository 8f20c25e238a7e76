"""A replay as an account of days, or with a row for each change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from kg.model.restriction import Restriction
from kg.queries.reasons import NO_DETERMINATION
from kg.queries.steps import Change, How, Step, What
from kg.views.restriction import restriction_values, tell_restriction
from kg.views.tables import Table, draw_csv, draw_json, draw_tsv, wrapped

_COLUMNS = (
    "date",
    "what",
    "how",
    "id",
    "sentence",
    "about",
    "ways",
    "before",
    "after",
    "text",
    "norms",
    "actors",
    "supplier",
    "recipient",
    "contested-by",
)
_INDENT = " " * 13
_NORM_SIDE = (What.NORM, What.WINDOW, What.EXCEPTION, What.MEMBERSHIP)


def draw_replay(
    steps: Sequence[Step], form: str, restriction: Restriction, undated: Iterable[str] = ()
) -> str:
    """Return the days as table, csv, tsv or json; the last three have every change of each.

    ``undated`` are ids of texts that are left out, since no day is known by which they were out.
    """
    match form:
        case "json":
            return _json(steps, restriction, undated)
        case "csv":
            return draw_csv(_all_changes(steps))
        case "tsv":
            return draw_tsv(_all_changes(steps))
        case _:
            return draw_account(steps, restriction)


def draw_account(steps: Sequence[Step], restriction: Restriction, width: int = 100) -> str:
    """Return an account of each day, on lines of at most ``width`` characters.

    Speech acts on other things than a transfer that deny nothing are counted, and claims are told
    by who says them.
    """
    if not any(step.changes for step in steps):
        return ""
    head = [wrapped(NO_DETERMINATION, width)]
    if restriction:
        head.append(wrapped(tell_restriction(restriction), width))
    days = ["\n".join((step.date, *_lines(step, width))) for step in steps if step.changes]
    return "\n\n".join(["\n".join(head), *days]) + "\n"


def _lines(step: Step, width: int) -> Iterator[str]:
    for what, sentence in _told(step):
        yield wrapped(sentence, width, f"  {what.ljust(9)}  ", _INDENT)


def _told(step: Step) -> Iterator[tuple[str, str]]:
    """Yield what the day is told by: a word for the margin, and a sentence."""

    def of(*what: What) -> list[Change]:
        return [change for change in step.changes if change.what in what]

    texts = of(What.TEXT)
    for change in texts:
        yield "text", f"{change.sentence} [{change.id}]"
    yield from _speech(of(What.SAID), of(What.DENIED), several=len(texts) > 1)
    for change in of(What.CLAIM):
        if change.how is not How.ADDED:
            yield "claim", f"{change.sentence}: {'; '.join(change.ways)} [{change.text}]"
    for change in of(What.INSTRUMENT):
        yield "norms", change.sentence
    for change in of(*_NORM_SIDE):
        yield "norms", f"{change.sentence} [{change.id}]"
    for change in of(What.STANDING):
        yield "from now", change.sentence
    yield from _findings(of(What.FINDING))
    if step.not_shown:
        yield "", f"{_some(step.not_shown, 'change')} of near misses and the like, not shown"


def _speech(
    said: list[Change], denied: list[Change], *, several: bool
) -> Iterator[tuple[str, str]]:
    """Yield what is said of transfers, each way once, and all that is denied; count the rest.

    Where ``several`` texts came out, each line names its own.
    """
    about = [change for change in said if change.about == "transfer"]
    for sentence in dict.fromkeys(
        f"{each.sentence} [{each.text}]" if several else each.sentence for each in about
    ):
        yield "said", sentence
    rest = len(said) - len(about)
    if rest:
        yield "", f"{_some(rest, 'further speech act')}, on other things than a transfer"
    for sentence in dict.fromkeys(f"{each.sentence} [{each.text}]" for each in denied):
        yield "denied", sentence


def _findings(changes: list[Change]) -> Iterator[tuple[str, str]]:
    """Yield findings, those with the same sentence, ways and contest in one."""
    alike: dict[tuple[How, tuple[str, ...], str, tuple[str, ...]], list[str]] = {}
    for change in changes:
        key = (change.how, change.ways, change.sentence, change.contested_by)
        alike.setdefault(key, []).append(change.id)
    for (how, ways, sentence, contested), ids in alike.items():
        margin = {How.ADDED: "found", How.CHANGED: "changed"}.get(how, "no longer")
        told = f"{'; '.join(ways)}. {sentence}" if ways else sentence
        if contested and not any(way.startswith("contested since") for way in ways):
            told += f". Contested: {'; '.join(contested)}"
        yield margin, f"{told} [{', '.join(ids)}]"


def _some(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _json(steps: Sequence[Step], restriction: Restriction, undated: Iterable[str]) -> str:
    values = {
        "note": NO_DETERMINATION,
        **restriction_values(restriction),
        "undated_texts": list(undated),
        "steps": [asdict(step) for step in steps],
    }
    return draw_json("kg-replay/1", values)


def _all_changes(steps: Sequence[Step]) -> Table:
    return Table(
        columns=_COLUMNS,
        rows=tuple(
            (
                step.date,
                change.what,
                change.how,
                change.id,
                change.sentence,
                change.about,
                "; ".join(change.ways),
                change.before,
                change.after,
                change.text,
                "; ".join(change.norms),
                "; ".join(change.actors),
                "; ".join(change.supplier),
                "; ".join(change.recipient),
                "; ".join(change.contested_by),
            )
            for step in steps
            for change in step.changes
        ),
    )
