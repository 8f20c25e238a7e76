"""What networks and tables hold of each class, property by property; tests read it back."""

from __future__ import annotations

from typing import Final

from kg.quads.terms import DCTERMS, OA, PROV, RDF, RDF_TYPE, RDF_VALUE, RDFS, SKOS
from kg.queries.claims import ROLES
from kg.views.exports.unheld import Held, Holding
from kg.vocab import Ata

_LABEL: Final = RDFS + "label"
# From …/passage/0-10/quote/1, from …/in-force/1 and from …/rests-on/U to what they belong to.
_OF_PASSAGE, _OF_NORM, _OF_RECORD = 2, 2, 3

_PROPOSITION: Final = Held(frozenset({RDF_TYPE, _LABEL, Ata.text, *ROLES}))
_ITEM: Final = Held(frozenset({RDF_TYPE, SKOS + "prefLabel"}))
_SAID: Final = frozenset(
    {
        RDF_TYPE,
        Ata.content,
        Ata.inText,
        Ata.speaker,
        Ata.force,
        Ata.stance,
        Ata.status,
        Ata.attitude,
        Ata.evidence,
    }
)
_FOUND: Final = frozenset(
    {
        RDF_TYPE,
        Ata.transfer,
        Ata.norm,
        Ata.agent,
        Ata.role,
        Ata.reason,
        Ata.assumes,
        Ata.basedOn,
        Ata.evidence,
        Ata.contestedBy,
        Ata.verification,
        Ata.partOfFinding,
    }
)

IN_NETWORK: Final[Holding] = {
    Ata.Text: Held(frozenset({RDF_TYPE, Ata.document, Ata.textKind})),
    Ata.Document: Held(frozenset({RDF_TYPE, DCTERMS + "title", DCTERMS + "date"}), up=1),
    **dict.fromkeys(
        (Ata.Actor, Ata.Grouping), Held(frozenset({RDF_TYPE, _LABEL, Ata.verification}))
    ),
    SKOS + "Concept": _ITEM,
    Ata.Proposition: _PROPOSITION,
    Ata.SpeechAct: Held(_SAID),
    Ata.Passage: Held(frozenset({RDF_TYPE, OA + "hasSource"})),
    OA + "TextQuoteSelector": Held(frozenset({RDF_TYPE, OA + "exact"}), up=_OF_PASSAGE),
    Ata.Norm: Held(frozenset({RDF_TYPE, _LABEL, Ata.statedIn, Ata.deontic, Ata.verification})),
    Ata.Finding: Held(_FOUND),
}

IN_TABLES: Final[Holding] = {
    Ata.Text: Held(
        frozenset(
            {
                RDF_TYPE,
                RDF_VALUE,
                Ata.document,
                Ata.textKind,
                Ata.sha256,
                DCTERMS + "language",
                DCTERMS + "source",
            }
        )
    ),
    Ata.Document: Held(
        frozenset(
            {
                RDF_TYPE,
                DCTERMS + "title",
                DCTERMS + "date",
                Ata.kind,
                Ata.issuedBy,
                Ata.releasedBy,
                Ata.publishedBy,
                Ata.signatoryList,
                PROV + "wasDerivedFrom",
                PROV + "qualifiedDerivation",
            }
        ),
        up=1,
    ),
    Ata.SignatoryList: Held(
        frozenset(
            {RDF_TYPE, DCTERMS + "source", Ata.count, Ata.signatory, Ata.verification, Ata.note}
        ),
        up=_OF_RECORD,
    ),
    PROV + "Derivation": Held(
        frozenset({RDF_TYPE, PROV + "entity", Ata.verification, Ata.note}), up=_OF_RECORD
    ),
    **dict.fromkeys(
        (Ata.Actor, Ata.Grouping),
        Held(frozenset({RDF_TYPE, _LABEL, SKOS + "altLabel", Ata.verification, Ata.organOf})),
    ),
    RDF + "Statement": Held(
        frozenset(
            {
                RDF_TYPE,
                *(RDF + part for part in ("subject", "predicate", "object")),
                Ata.validFrom,
                Ata.validUntil,
                Ata.verification,
            }
        ),
        up=_OF_RECORD,
    ),
    SKOS + "Concept": _ITEM,
    Ata.Proposition: _PROPOSITION,
    Ata.SpeechAct: Held(_SAID | {Ata.addressee, Ata.reading, Ata.note}),
    Ata.Passage: Held(frozenset({RDF_TYPE, OA + "hasSource", OA + "hasSelector"})),
    OA + "TextQuoteSelector": Held(frozenset({RDF_TYPE, OA + "exact"}), up=_OF_PASSAGE),
    OA + "TextPositionSelector": Held(
        frozenset({RDF_TYPE, OA + "start", OA + "end"}), up=_OF_PASSAGE
    ),
    Ata.Norm: Held(
        frozenset(
            {
                RDF_TYPE,
                _LABEL,
                DCTERMS + "source",
                *(Ata.statedIn, Ata.deontic, Ata.role, Ata.addressee, Ata.counterparty),
                *(Ata.covers, Ata.excepts, Ata.inForce, Ata.condition, Ata.territory),
                *(Ata.exemptible, Ata.exemptedBy, Ata.dependsOn, Ata.verification, Ata.note),
            }
        )
    ),
    Ata.Period: Held(
        frozenset({RDF_TYPE, Ata.validFrom, Ata.validUntil, Ata.heldBy, Ata.rejectedBy}),
        up=_OF_NORM,
    ),
    Ata.Finding: Held(_FOUND | {Ata.element}),
    Ata.Element: Held(
        frozenset({RDF_TYPE, Ata.test, Ata.outcome, Ata.evidence, Ata.verification}), up=1
    ),
}
