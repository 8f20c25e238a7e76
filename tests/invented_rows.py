"""Hand-made rows of an invented case."""

from __future__ import annotations

from typing import Any

from kg.queries.rows import (
    ActorRow,
    ElementRow,
    FindingRow,
    InstrumentRow,
    ItemRow,
    NormRow,
    PeriodRow,
    Picture,
    PropositionRow,
    RoleRow,
    SpeechActRow,
    TextRow,
    WordsRow,
)

# The clef lies beyond the first 65,536 characters: one code point, two units of UTF-16.
REPORT = "𝄞 Report. Utopia says that Ruritania received rifles.\n\nFreedonia denies it.\n"
SUMMARY = "Freedonia is reported to have hinted at later deliveries."
BASE = "https://example.org/id/"
DELIVERY = BASE + "claim/delivery"
PART = BASE + "claim/part"
LATER = BASE + "claim/later"


def words(text: str, *exact: str) -> WordsRow:
    characters = REPORT if text == "report" else SUMMARY
    spans = tuple((characters.index(e), characters.index(e) + len(e)) for e in exact)
    kind = "verbatim" if text == "report" else "abstract"
    return WordsRow(text=text, text_kind=kind, spans=spans, exact=exact)


def text(name: str, kind: str, characters: str, source: str | None) -> TextRow:
    return TextRow(
        id=name,
        iri=f"{BASE}text/{name}",
        kind=kind,
        title=f"The {name} on rifles",
        document_kind="report",
        date="2015-04-01",
        issued_by=("X1",),
        released_by=(),
        published_by=(),
        source=source,
        language="en",
        sha256="0" * 64,
        characters=characters,
    )


def actor(name: str, label: str) -> ActorRow:
    return ActorRow(
        id=name,
        iri=f"{BASE}actor/{name}",
        kind="state",
        name=label,
        aliases=(f"the {label} government",),
        verification="unverified",
    )


def act(number: int, proposition: str, said: WordsRow, **more: Any) -> SpeechActRow:
    values: dict[str, Any] = {
        "speaker": ("X1",),
        "addressee": (),
        "force": "assertive",
        "stance": "asserts",
        "status": "completed",
        "attitude": None,
        "sentence": "Utopia asserts, as completed",
        "reading": None,
        "note": None,
    }
    return SpeechActRow(
        iri=f"{proposition}/said/{number}",
        proposition=proposition,
        text=said.text,
        date="2015-04-01",
        words=said,
        **(values | more),
    )


def roles(*, from_whole: bool = False) -> tuple[RoleRow, ...]:
    return (
        RoleRow(role="item", value="rifles", label="rifles", from_whole=from_whole),
        RoleRow(role="recipient", value="X2", label="Ruritania", from_whole=from_whole),
        RoleRow(role="supplier", value="X3", label="Freedonia", from_whole=from_whole),
    )


def finding(number: int, kind: str, **more: Any) -> FindingRow:
    values: dict[str, Any] = {
        "agent": "X3",
        "reasons": (),
        "assumes": ("date-assumed",),
        "contested_by": (f"{DELIVERY}/said/2",),
        "based_on": (f"{DELIVERY}/said/1",),
        "norm": "pact-1",
    }
    return FindingRow(
        id=f"delivery/pact-{number}/X3",
        iri=f"{BASE}finding/{number}",
        kind=kind,
        sentence=f"Alleged violation {number} of the Pact on Rifles by Freedonia as supplier",
        transfer=DELIVERY,
        role="supplier",
        elements=(
            ElementRow(
                test="claimed",
                outcome="contested",
                said="Utopia asserts it, Freedonia denies it",
                rule="somebody affirms it",
                words=(words("report", "Ruritania received rifles"),),
                verification=(),
            ),
            ElementRow(
                test="period",
                outcome="undecided",
                said="no day is given",
                rule="since 2010-01-01",
                words=(),
                verification=("unverified",),
            ),
        ),
        part_of_finding=None,
        verification=("unverified",),
        **(values | more),
    )


def norm(name: str, citation: str, role: str) -> NormRow:
    return NormRow(
        id=name,
        iri=f"{BASE}norm/{name}",
        instrument="pact",
        citation=citation,
        rule="No party shall supply rifles to Ruritania.",
        deontic="prohibition",
        role=role,
        addressee=("X3",),
        counterparty=("X2",),
        covers=("rifles",),
        excepts=(),
        in_force=(PeriodRow(since="2010-01-01", until=None),),
        condition=None,
        verification="unverified",
        sources=("https://example.org/pact",),
        note=None,
    )


def picture() -> Picture:
    """Return an alleged transfer, affirmed by Utopia and denied by Freedonia, and what follows."""
    return Picture(
        texts=(
            text("report", "verbatim", REPORT, "https://example.org/report"),
            text("summary", "abstract", SUMMARY, None),
        ),
        actors=(
            actor("X1", "Utopia"),
            actor("X2", "Ruritania"),
            actor("X3", "Freedonia"),
            actor("X4", "Arcadia"),
        ),
        propositions=(
            PropositionRow(
                iri=DELIVERY,
                name="delivery",
                text="report",
                kind="transfer",
                sentence="transfer of rifles from Freedonia to Ruritania",
                roles=roles(),
                part_of=None,
            ),
            PropositionRow(
                iri=PART,
                name="part",
                text="report",
                kind="transfer",
                sentence="part of the transfer of rifles from Freedonia to Ruritania",
                roles=roles(from_whole=True),
                part_of=DELIVERY,
            ),
            PropositionRow(
                iri=LATER,
                name="later",
                text="summary",
                kind="transfer",
                sentence="later transfer of rifles",
                roles=(
                    RoleRow(role="in-return-for", value=DELIVERY, label="the delivery"),
                    RoleRow(role="quantity", value="several", label="several"),
                ),
                part_of=None,
            ),
        ),
        speech_acts=(
            act(1, DELIVERY, words("report", "Ruritania received rifles")),
            act(
                2,
                DELIVERY,
                words("report", "Freedonia denies it"),
                speaker=("X3",),
                stance="denies",
                sentence="Freedonia denies, as completed",
            ),
            act(
                3,
                PART,
                words("report", "Report", "rifles"),
                speaker=("X1", "X4"),
                stance="presupposes",
                attitude="condemns",
                reading="‘it’ is the delivery",
                sentence="Arcadia and Utopia presuppose, as completed",
            ),
            act(
                4,
                LATER,
                words("summary", "hinted at later deliveries"),
                speaker=("X3",),
                stance=None,
                status=None,
                force="commissive",
                sentence="Freedonia commits itself",
            ),
        ),
        norms=(
            norm("pact-1", "Pact on Rifles, art. 1", "supplier"),
            norm("pact-2", "Pact on Rifles, art. 2", "recipient"),
        ),
        findings=(
            finding(1, "alleged-violation"),
            finding(
                2,
                "non-application",
                norm="pact-2",
                agent=None,
                reasons=("not-yet-in-force",),
                contested_by=(),
            ),
        ),
        digest="f" * 64,
        items=(
            ItemRow(id="arms", label="Arms", aliases=("weapons",), broader=()),
            ItemRow(id="rifles", label="Rifles", aliases=(), broader=("arms",)),
            ItemRow(id="tanks", label="Tanks", aliases=(), broader=("arms",)),
        ),
        instruments=(InstrumentRow(id="pact", label="Pact on Rifles", kind="treaty"),),
    )
