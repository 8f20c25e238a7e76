"""What the explorer page knows: rows turned into what its script shows, with nothing to look up."""

from __future__ import annotations

from calendar import monthrange
from typing import Unpack

from kg.iris import DATA_BASE
from kg.queries.rows import (
    OrganRow,
    Picture,
    PropositionRow,
    SpeechActRow,
)
from kg.views.beside_picture import BesidePicture
from kg.views.page_clock import PageClock, told_periods, windows
from kg.views.page_facets import PageFacets
from kg.views.page_findings import PageFindings
from kg.views.page_index import PageIndex
from kg.views.page_ledger import PageLedger
from kg.views.page_network import PageNetwork
from kg.views.page_stances import PageStances
from kg.views.restriction import where
from kg.views.signatories import name_signatories, tell_signatories
from kg.views.sketch import (
    stance_of,
    status_of,
)
from kg.views.view_findings import Finding, Norm
from kg.views.view_model import Act, Actor, Claim, RoleOf, Text, View
from kg.views.words import bearing, host, name_of, plain, web_address
from kg.vocab import (
    Attitude,
    Force,
    Role,
    TextKind,
    Verification,
)


class PageData:
    """The parts of one picture as plain values, in the order in which the page lists them."""

    def __init__(self, picture: Picture, **beside: Unpack[BesidePicture]) -> None:
        self._picture = picture
        self._changes = beside.get("changes")
        self._index = PageIndex(picture)
        self._stances = PageStances(self._index, beside.get("matrices") or {})
        self._ledger = PageLedger(self._index, beside.get("records"))
        self._network = PageNetwork(self._index)
        self._facets = PageFacets(picture)
        self._standing = beside.get("standing")

    def whole(self) -> View:
        """Return everything that the page's script works on."""
        findings = self.findings()
        clock = PageClock(self._index, findings)
        return {
            "where": where(self._picture.restriction),
            "digest": plain(self._picture.digest),
            "texts": self.texts(),
            "actors": self.actors(),
            "claims": self.claims(),
            "acts": [self._act(act) for act in self._picture.speech_acts],
            "items": self._facets.items(),
            "instruments": self._facets.instruments(),
            "norms": self.norms(),
            "ledger": self._ledger.rows(),
            "statedIn": self._ledger.instruments(),
            "findings": findings,
            "stories": None if self._changes is None else self._stances.stories(self._changes),
            "network": self._network.whole(),
            "clock": clock.of(self._standing) if self._standing else None,
        }

    def findings(self) -> list[Finding]:
        """Return the findings in the order of the page."""
        return PageFindings(self._index).all()

    def texts(self) -> list[Text]:
        return [
            {
                "id": text.id,
                "title": plain(text.title),
                "kind": name_of(TextKind, text.kind),
                "verbatim": text.kind == "verbatim",
                "document": plain(text.document_kind.replace("-", " ")),
                "date": plain(text.date),
                "out": out_by(text.date),
                "by": self._index.named(text.issued_by or text.released_by or text.published_by),
                "source": plain(text.source or ""),
                "href": web_address(text.source),
                "language": plain(text.language),
                "characters": text.characters,
                "signatories": [
                    {
                        "told": tell_signatories(row),
                        "names": name_signatories(row),
                        "href": web_address(row.source),
                        "source": host(row.source),
                        "mark": name_of(Verification, row.verification),
                        "note": plain(row.note or ""),
                    }
                    for row in text.signatory_lists
                ],
            }
            for text in self._picture.texts
        ]

    def actors(self) -> list[Actor]:
        says, stands = self._says(), self._stands()
        return [
            {
                "id": actor.id,
                "name": self._index.names[actor.id],
                "kind": plain(actor.kind.replace("-", " ")),
                "aliases": [plain(alias) for alias in actor.aliases],
                "verification": name_of(Verification, actor.verification),
                "organOf": [_organ_of(each) for each in actor.organ_of],
                "says": sorted(says.get(actor.id, ())),
                "stands": stands.get(actor.id, []),
            }
            for actor in self._picture.actors
        ]

    def claims(self) -> list[Claim]:
        said = self._said()
        return [
            {
                "id": f"{row.text}/{row.name}",
                "name": plain(row.name),
                "sentence": plain(row.sentence),
                "kind": plain(row.kind),
                "text": self._index.texts.get(row.text),
                "roles": self._roles(row),
                "acts": [self._index.acts[act.iri] for act in said.get(row.iri, [])],
                "who": self._index.named(a for act in said.get(row.iri, []) for a in act.speaker),
                "whole": self._index.claims.get(row.part_of or ""),
                "items": self._facets.items_in(row),
                "earliest": plain(_first(row, "earliest")),
                "latest": plain(_first(row, "latest")),
                "stances": self._stances.of(row.iri),
            }
            for row in self._picture.propositions
        ]

    def norms(self) -> list[Norm]:
        return [
            {
                "id": norm.id,
                "citation": plain(norm.citation),
                "instrument": plain(norm.instrument),
                "deontic": plain(norm.deontic),
                "rule": plain(norm.rule),
                "binds": self._index.named(norm.addressee),
                "role": name_of(Role, norm.role),
                "since": told_periods(self._index, norm.in_force),
                "windows": windows(norm.in_force),
                "territory": "; ".join(map(plain, norm.territory)),
                "exempted": "; ".join(map(plain, norm.exemptible)),
                "verification": name_of(Verification, norm.verification),
                "checked": norm.verification == Verification.CORPUS,
                "sources": [
                    {"words": host(source), "href": web_address(source)} for source in norm.sources
                ],
                "note": plain(norm.note or ""),
            }
            for norm in self._picture.norms
        ]

    def _act(self, act: SpeechActRow) -> Act:
        return {
            "id": act.iri.removeprefix(f"{DATA_BASE}text/"),
            "claim": self._index.claims.get(act.proposition),
            "speakers": list(act.speaker),
            "who": self._index.named(act.speaker),
            "to": self._index.named(act.addressee),
            "date": plain(act.date),
            "force": name_of(Force, act.force),
            "stance": stance_of(act),
            "status": status_of(act),
            "bearing": bearing(act.stance),
            "attitude": name_of(Attitude, act.attitude) if act.attitude else "",
            "sentence": plain(act.sentence),
            "reading": plain(act.reading or ""),
            "note": plain(act.note or ""),
            "words": self._index.words(act.words),
        }

    def _roles(self, row: PropositionRow) -> list[RoleOf]:
        return [
            {
                "role": plain(role.role.replace("-", " ")),
                "label": plain(role.label),
                "whole": role.from_whole,
                "actor": role.value
                if role.role != "item" and role.value in self._index.names
                else None,
                "claim": self._index.claims.get(role.value),
            }
            for role in row.roles
        ]

    def _says(self) -> dict[str, set[int]]:
        """Return the claims that each actor speaks of."""
        says: dict[str, set[int]] = {}
        for act in self._picture.speech_acts:
            if act.proposition in self._index.claims:
                for actor in act.speaker:
                    says.setdefault(actor, set()).add(self._index.claims[act.proposition])
        return says

    def _stands(self) -> dict[str, list[int]]:
        """Return the claims in which each actor has a role."""
        stands: dict[str, list[int]] = {}
        for at, row in enumerate(self._picture.propositions):
            for actor in {role.value for role in row.roles if role.role != "item"}:
                stands.setdefault(actor, []).append(at)
        return stands

    def _said(self) -> dict[str, list[SpeechActRow]]:
        said: dict[str, list[SpeechActRow]] = {}
        for act in self._picture.speech_acts:
            said.setdefault(act.proposition, []).append(act)
        return said


def _organ_of(organ: OrganRow) -> str:
    since = f", since {plain(organ.since)}" if organ.since else ""
    until = f", until {plain(organ.until)}" if organ.until else ""
    return f"{plain(organ.state)}{since}{until} ({name_of(Verification, organ.verification)})"


def _first(row: PropositionRow, role: str) -> str:
    return next((each.label for each in row.roles if each.role == role), "")


def out_by(date: str) -> str:
    """Return the day by which a text of ``date`` (a year, month or day) is out; empty for none."""
    parts = date.split("-")
    try:
        match [int(part) for part in parts]:
            case [year]:
                return f"{year:04}-12-31"
            case [year, month]:
                return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
            case [year, month, day]:
                return f"{year:04}-{month:02}-{day:02}"
    except ValueError:
        pass
    return ""
