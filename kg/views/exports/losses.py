"""The list of what an export does not hold, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import assert_never

from kg.model.exports import Export, Loss, LossKind
from kg.views.restriction import restriction_values
from kg.views.tables import draw_json, wrapped

_WIDTH = 100


def tell_losses(export: Export) -> str:
    """Return the whole list, one class to a line, ending in a line feed."""
    return "".join(f"{line}\n" for line in _lines(export))


def draw_losses(export: Export) -> str:
    """Return the list as JSON; docs/json.md tells its shape."""
    values = {
        "export": export.format.value,
        **restriction_values(export.restriction),
        "statements": export.statements,
        "held": export.held,
        "losses": [asdict(loss) | {"kind": loss.kind.value} for loss in export.losses],
    }
    return draw_json("kg-export-losses/1", values)


def _lines(export: Export) -> Iterator[str]:
    name, total = export.format.value, f"{export.statements:,} statements"
    if not export.losses:
        yield f"{name} holds all {total}, each in its graph. Nothing is lost."
        return
    yield f"{name} holds {export.held:,} of {total}. It does not hold:"
    for loss in export.losses:
        if loss.kind not in {LossKind.RECORDS, LossKind.PROPERTY}:
            yield wrapped(_of_all(loss), _WIDTH, first="  ", rest="    ")
    yield from _by_class(export.losses)


def _of_all(loss: Loss) -> str:
    match loss.kind:
        case LossKind.GRAPHS:
            again = (
                f"; {_counted(loss.statements, 'statement')} of several written once"
                if loss.statements
                else ""
            )
            return f"{loss.what}: the names of {_counted(loss.count, 'graph')}{again}"
        case LossKind.LITERALS:
            return f"{loss.what} of {_counted(loss.count, 'literal')}"
        case LossKind.CHARACTERS:
            return f"{loss.count:,} {loss.what}; a mark such as ⟨U+0001⟩ stands for each"
        case LossKind.CELLS:
            return (
                f"{loss.what} of {_counted(loss.count, 'cell')} as they are; an apostrophe stands "
                "before them, so that no spreadsheet runs them as a formula"
            )
        case LossKind.RECORDS | LossKind.PROPERTY:
            return f"{loss.what}: {loss.count:,}"
        case _:
            assert_never(loss.kind)


def _by_class(losses: Iterable[Loss]) -> Iterator[str]:
    """Return a line for each class: how many records are left out, and what of the others."""
    about = [loss for loss in losses if loss.kind in {LossKind.RECORDS, LossKind.PROPERTY}]
    for kind, group in groupby(sorted(about, key=_class), key=_class):
        said = [
            f"{_counted(loss.count, 'record')} ({_counted(loss.statements, 'statement')})"
            if loss.kind is LossKind.RECORDS
            else f"{loss.what.partition(' ')[2]} ({loss.count:,})"
            for loss in group
        ]
        yield wrapped(f"{kind}: {', '.join(said)}", _WIDTH, first="  ", rest="    ")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _class(loss: Loss) -> str:
    return loss.what.partition(" ")[0]
