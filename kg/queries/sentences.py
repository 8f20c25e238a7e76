"""Neutral sentences: a proposition as a noun phrase that asserts nothing."""

from __future__ import annotations

from kg.iris import id_of
from kg.queries.facts import Facts
from kg.queries.names import RDFS_LABEL, Names, listed
from kg.queries.wholes import RoleValues
from kg.queries.words import Words
from kg.vocab import Ata, Vote

# A claim may be about a claim that is about a claim; a sentence follows that so far.
_DEPTH = 3

_KINDS = (Ata.Transfer, Ata.Conduct, Ata.Breach, Ata.Vote, Ata.Consequence, Ata.Exemption)

_CAST = {
    Vote.FOR: "a vote for",
    Vote.AGAINST: "a vote against",
    Vote.ABSTAINED: "an abstention on",
    Vote.ABSENT: "an absence from the vote on",
}


class Sentences:
    """Says what a claim describes, in our words."""

    def __init__(self, facts: Facts, names: Names, roles: RoleValues, words: Words) -> None:
        self._facts = facts
        self._names = names
        self._roles = roles
        self._words = words

    def proposition(  # noqa: PLR0911  # one for each kind
        self, iri: str, depth: int = _DEPTH
    ) -> str:
        """Return a noun phrase such as "a transfer of ammunition from Freedonia to Utopia"."""
        match kind_of(self._facts, iri):
            case "transfer":
                return self._transfer(iri)
            case "conduct":
                return self._conduct(iri, depth)
            case "breach":
                return self._breach(iri, depth)
            case "vote":
                return self._vote(iri)
            case "consequence":
                return self._consequence(iri, depth)
            case "exemption":
                return self._exemption(iri, depth)
            case _:
                return f"what is called “{self._facts.said(iri, RDFS_LABEL) or id_of(iri)}”"

    def quoted(self, citation: str) -> str:
        """Return norms as a text cites them; an abstract's words stand without marks."""
        pieces = [
            (" […] ".join(words.exact), words.text_kind)
            for words in (self._words.of(each) for each in self._facts.all(citation, Ata.citedAs))
        ]
        if not pieces:
            return f"the norms called {self._facts.said(citation, RDFS_LABEL)}"
        words, kind = min(pieces)
        return words if kind == "abstract" else f"“{words}”"

    def _transfer(self, iri: str) -> str:
        value = self._roles.all
        items = self._names.items(value(iri, Ata.item)) or "items that are not named"
        parts = [f"a transfer of {items}"]
        if value(iri, Ata.partOf):
            quantity = self._facts.one(iri, Ata.quantity)
            parts = [f"a part ({quantity}) of" if quantity else "a part of", *parts]
        elif quantity := self._facts.one(iri, Ata.quantity):
            parts.append(f"({quantity})")
        supplier, recipient = value(iri, Ata.supplier), value(iri, Ata.recipient)
        party = value(iri, Ata.party)
        if supplier:
            parts.append(f"from {self._names.actors(supplier)}")
        if recipient:
            parts.append(f"to {self._names.actors(recipient)}")
        if party:
            ends = self._names.actors(party)
            parts.append(f"between {ends}" if len(party) > 1 else f"to or from {ends}")
        elif not supplier or not recipient:
            parts.append(f"({_missing(bool(supplier), bool(recipient))})")
        if via := value(iri, Ata.via):
            parts.append(f"through {self._names.actors(via)}")
        if destination := value(iri, Ata.destination):
            parts.append(f"(destination: {self._names.places(destination)})")
        return " ".join(parts) + self._dates(iri)

    def _dates(self, iri: str) -> str:
        first, last = self._facts.one(iri, Ata.earliest), self._facts.one(iri, Ata.latest)
        if first and last:
            return f", dated {first}" if first == last else f", dated {first} to {last}"
        if first:
            return f", dated {first} or later"
        return f", dated {last} or earlier" if last else ""

    def _conduct(self, iri: str, depth: int) -> str:
        facts, names = self._facts, self._names
        said = names.concept(facts.said(iri, Ata.kind))
        for role, word in ((Ata.agent, "by"), (Ata.against, "against"), (Ata.beneficiary, "for")):
            if actors := facts.all(iri, role):
                said += f" {word} {names.actors(actors)}"
        said += self._dates(iri)
        about = self._about(facts.all(iri, Ata.concerns), depth)
        return f"{said}: {about}" if about else said

    def _about(self, iris: tuple[str, ...], depth: int) -> str:
        if depth <= 0:
            return ""
        return listed(self._one(iri, depth - 1) for iri in iris)

    def _one(self, iri: str, depth: int) -> str:
        if self._facts.all(iri, Ata.citedAs):
            return self.quoted(iri)
        return self.proposition(iri, depth)

    def _breach(self, iri: str, depth: int) -> str:
        norms = listed(self._cited(norm) for norm in self._facts.all(iri, Ata.breachOf))
        by = self._about(self._facts.all(iri, Ata.concerns), depth)
        return f"a breach of {norms}" + (f" by {by}" if by else "")

    def _cited(self, iri: str) -> str:
        if self._facts.all(iri, Ata.statedIn):
            return self._names.citation(iri)
        if self._facts.all(iri, Ata.citedAs):
            return self.quoted(iri)
        return self._facts.one(iri, RDFS_LABEL) or id_of(iri)

    def _vote(self, iri: str) -> str:
        cast = _CAST[Vote(self._facts.word(iri, Ata.cast) or Vote.ABSENT)]
        norms = listed(self._cited(norm) for norm in self._facts.all(iri, Ata.on))
        agents = self._names.actors(self._facts.all(iri, Ata.agent))
        return f"{cast} {norms}" + (f" by {agents}" if agents else "") + self._dates(iri)

    def _consequence(self, iri: str, depth: int) -> str:
        cause = self._about(self._facts.all(iri, Ata.cause), depth)
        effect = self._about(self._facts.all(iri, Ata.effect), depth)
        return f"an effect of {cause}: {effect}" if depth else "an effect of one thing on another"

    def _exemption(self, iri: str, depth: int) -> str:
        norms = listed(self._names.citation(norm) for norm in self._facts.all(iri, Ata.norm))
        agents = self._names.actors(self._facts.all(iri, Ata.agent))
        transfer = self._about(self._facts.all(iri, Ata.transfer), depth)
        return f"an exemption from {norms} by {agents} for {transfer}"


def kind_of(facts: Facts, iri: str) -> str:
    """Return transfer, conduct, breach, vote, consequence or exemption; nothing when none."""
    kind = facts.kind_among(iri, _KINDS)
    return id_of(kind).lower() if kind else ""


def _missing(supplier: bool, recipient: bool) -> str:  # noqa: FBT001  # which of two is named
    if not supplier and not recipient:
        return "supplier and recipient not named"
    return "recipient not named" if supplier else "supplier not named"
