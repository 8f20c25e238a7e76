"""Whether a text speaks for itself or tells what others say."""

from __future__ import annotations

from collections.abc import Iterable

from kg.iris import text_iri
from kg.queries.facts import Facts
from kg.vocab import Ata


class Tellers:
    """In whose voice each text speaks, and who issues it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._own: dict[str, set[str]] = {}
        for part in facts.instances(Ata.Part):
            speakers = facts.ids(part, Ata.speaker)
            self._own.setdefault(facts.said(part, Ata.text), set()).update(speakers)

    def told_by(self, text: str, speakers: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of who issues ``text`` where it tells what ``speakers`` say.

        Nobody is returned where they speak in it themselves. Texts and actors go by their ids.
        """
        iri = text_iri(text)
        issuers = self._facts.ids(self._facts.said(iri, Ata.document), Ata.issuedBy)
        own = self._own.get(iri, set()) | set(issuers)
        return () if own & set(speakers) else issuers
