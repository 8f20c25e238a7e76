"""Steps of a replay, narrowed to what somebody asks about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.queries.steps import Change, Step, What

_SPEECH = (What.SAID, What.DENIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What changes have to be about; ids, and None for anything.

    ``all_findings`` also asks for what ``kg findings`` keeps apart: near misses, and what rests on
    a claimed purpose.
    """

    actor: str | None = None
    norm: str | None = None
    text: str | None = None
    supplier: str | None = None
    recipient: str | None = None
    all_findings: bool = False

    def fits(self, change: Change) -> bool:
        """Tell whether a change is about all that is asked for, kept apart or not."""
        return (
            (self.actor is None or self.actor in change.actors)
            and (self.norm is None or self.norm in change.norms)
            and (self.text is None or self.text == change.text)
            and (self.supplier is None or self.supplier in change.supplier)
            and (self.recipient is None or self.recipient in change.recipient)
        )


def narrow_steps(steps: Iterable[Step], asked: Asked) -> Iterator[Step]:
    """Yield the days on which something changed that ``asked`` is about, with that alone.

    With a finding stand the speech acts of that day on which it rests or by which it is contested,
    and with whatever is said the text that says it, so that no dispute is cut away.
    """
    for step in steps:
        fitting = [change for change in step.changes if asked.fits(change)]
        hidden = [] if asked.all_findings else [each for each in fitting if each.kept_apart]
        kept = [change for change in fitting if change not in hidden]
        acts = {act for change in kept for act in change.acts}
        kept += [each for each in step.changes if each.what in _SPEECH and each.id in acts]
        texts = {change.text for change in kept}
        told = tuple(
            change
            for change in step.changes
            if change in kept or (change.what is What.TEXT and change.text in texts)
        )
        if told or hidden:
            yield Step(date=step.date, changes=told, not_shown=len(hidden))
