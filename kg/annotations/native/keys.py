"""Every key of an annotation file: what it means and what it takes.

The reader checks files against this, the published JSON Schema is made from it, and the format's
page describes it. Keys are the ontology's terms in kebab-case where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.annotations.native.forms import Form, Key, Takes
from kg.vocab import (
    Attitude,
    ConductKind,
    DocumentKind,
    Force,
    Stance,
    Status,
    TextKind,
    Unit,
    Verification,
    Vote,
)

FORMAT: Final = "kg-annotation/1"


def _quoted(means: str) -> dict[str, Key]:
    return {
        "quote": Key(means=means, takes=Takes.QUOTE, required=True),
        "after": Key(means="words directly after which the quote stands", takes=Takes.WORDS),
        "before": Key(means="words directly before which the quote stands", takes=Takes.WORDS),
        "occurrence": Key(
            means="which of the places that fit is meant, counted from 1", takes=Takes.COUNT
        ),
    }


TEXT: Final = Form(
    "text",
    {
        "file": Key(means="the file that holds the text", takes=Takes.FILE, required=True),
        "sha256": Key(
            means="the SHA-256 digest of the file, which pins its bytes",
            takes=Takes.DIGEST,
            required=True,
        ),
        "language": Key(means="its language", takes=Takes.LANGUAGE, required=True),
        "kind": Key(
            means="whether it holds the document's own words", takes=TextKind, required=True
        ),
        "source": Key(means="where it was taken from", takes=Takes.ADDRESS),
        "see-also": Key(
            means="other pages on which the same was read", takes=Takes.ADDRESS, many=True
        ),
    },
)

RELEASE: Final = Form(
    "released-by",
    {
        "actor": Key(means="who released the document", takes=Takes.ACTOR, required=True),
        "office": Key(means="in which office, as the text says it", takes=Takes.WORDS),
        "of": Key(means="the actor under whom the office is held", takes=Takes.ACTOR),
        **(
            _quoted("the words that say so")
            | {"quote": Key(means="the words that say so", takes=Takes.QUOTE)}
        ),
    },
    shorthand="actor",
)

SIGNATORY_LIST: Final = Form(
    "a list of signatories",
    {
        "source": Key(
            means="who gives the list: the source of the text, or one of see-also",
            takes=Takes.ADDRESS,
            required=True,
        ),
        "count": Key(
            means="how many states signed, as this source counts them; others stand beside it",
            takes=Takes.COUNT,
        ),
        "actors": Key(means="who signed, as this source names them", takes=Takes.ACTOR, many=True),
        "verification": Key(
            means="how far it was checked that the source says so",
            takes=Verification,
            required=True,
        ),
        "note": Key(means="a remark of the annotator", takes=Takes.WORDS),
    },
)

RESTS_ON: Final = Form(
    "an entry under rests-on",
    {
        "text": Key(means="on which text", takes=Takes.TEXT, required=True),
        "verification": Key(
            means="how far it was checked that it does", takes=Verification, required=True
        ),
        "note": Key(
            means="what tells that it repeats that text, or rests on it",
            takes=Takes.WORDS,
            required=True,
        ),
    },
)

DOCUMENT: Final = Form(
    "document",
    {
        "title": Key(means="its title", takes=Takes.WORDS, required=True),
        "kind": Key(means="what it is issued as", takes=DocumentKind, required=True),
        "date": Key(means="when it was issued", takes=Takes.DATE, required=True),
        "issued-by": Key(
            means="in whose name it is issued; not the site that hosts it",
            takes=Takes.ACTOR,
            many=True,
            required=True,
        ),
        "released-by": Key(
            means="who made it public on the issuers' behalf", takes=RELEASE, many=True
        ),
        "published-by": Key(means="on whose site this copy appears", takes=Takes.ACTOR, many=True),
        "credited-to": Key(
            means="whom this copy names as its origin", takes=Takes.ACTOR, many=True
        ),
        "signatories": Key(
            means="who signed the document or joined in it, a list for each source that says so",
            takes=SIGNATORY_LIST,
            many=True,
        ),
        "rests-on": Key(
            means="the texts that it repeats, or on which what it says rests",
            takes=RESTS_ON,
            many=True,
        ),
        "verification": Key(means="how far an abstract was checked", takes=Verification),
    },
)

ANNOTATION: Final = Form(
    "annotation",
    {
        "by": Key(means="who annotated the text", takes=Takes.WORDS, required=True),
        "date": Key(means="on which day", takes=Takes.DAY, required=True),
    },
)

PART: Final = Form(
    "a part",
    {
        "quote": Key(
            means="the part, from its first words to its last; […] leaves out what is between",
            takes=Takes.QUOTE,
        ),
        "after": Key(means="words after which the part begins", takes=Takes.QUOTE),
        "before": Key(means="words before which the part ends", takes=Takes.QUOTE),
        "speaker": Key(means="whose voice it is", takes=Takes.ACTOR, many=True),
        "ignore": Key(means="true where it is page furniture", takes=Takes.YES_NO),
    },
)

CITED_AS: Final = Form("cited-as", _quoted("words that refer to the norms"), shorthand="quote")

READING: Final = Form(
    "reading",
    {
        "norms": Key(
            means="which norms the words are taken to mean",
            takes=Takes.NORM,
            many=True,
            required=True,
        ),
        "by": Key(means="whose reading it is", takes=Takes.WORDS, required=True),
        "why": Key(means="the reason for it", takes=Takes.WORDS, required=True),
    },
)

CITATION: Final = Form(
    "cited norms",
    {
        "cited-as": Key(
            means="the words in which the text refers to them",
            takes=CITED_AS,
            many=True,
            required=True,
        ),
        "reading": Key(means="what an annotator takes them to be", takes=READING),
    },
)

TRANSFER: Final = Form(
    "transfer",
    {
        "supplier": Key(means="from whom it is said to come", takes=Takes.ACTOR, many=True),
        "recipient": Key(means="to whom it is said to go", takes=Takes.ACTOR, many=True),
        "party": Key(
            means="who is at one end, where the text does not say at which",
            takes=Takes.ACTOR,
            many=True,
        ),
        "via": Key(means="who is said to broker or carry it", takes=Takes.ACTOR, many=True),
        "item": Key(means="what is transferred", takes=Takes.ITEM, many=True),
        "quantity": Key(means="how much, in the words of the text", takes=Takes.WORDS),
        "at-least": Key(
            means="the least number that these words allow; none where they say about",
            takes=Takes.NUMBER,
        ),
        "at-most": Key(
            means="the greatest number that these words allow; none where they say about",
            takes=Takes.NUMBER,
        ),
        "unit": Key(means="what is counted", takes=Unit),
        "destination": Key(means="where it is said to go", takes=Takes.PLACE, many=True),
        "route": Key(means="by way of which places", takes=Takes.PLACE, many=True),
        "date": Key(means="when, as the text dates it", takes=Takes.DATE),
        "purpose": Key(means="what it is said to be for", takes=Takes.CLAIM, many=True),
        "in-return-for": Key(means="what it is said to be given for", takes=Takes.CLAIM, many=True),
        "part-of": Key(means="the transfer of which this is a part", takes=Takes.CLAIM),
    },
)

CONDUCT: Final = Form(
    "conduct",
    {
        "kind": Key(means="what is done", takes=ConductKind, required=True),
        "agent": Key(means="who does it", takes=Takes.ACTOR, many=True),
        "against": Key(means="against whom", takes=Takes.ACTOR, many=True),
        "beneficiary": Key(means="whom it is meant to help", takes=Takes.ACTOR, many=True),
        "concerns": Key(means="what it is about", takes=Takes.CLAIM_OR_CITED, many=True),
        "purpose": Key(means="what it is said to be for", takes=Takes.CLAIM, many=True),
        "date": Key(means="when, as the text dates it", takes=Takes.DATE),
        "part-of": Key(means="the conduct of which this is a part", takes=Takes.CLAIM),
    },
)

BREACH: Final = Form(
    "breach",
    {
        "concerns": Key(
            means="what is said to breach", takes=Takes.CLAIM, many=True, required=True
        ),
        "breach-of": Key(
            means="the norms, as the text cites them", takes=Takes.CITED, many=True, required=True
        ),
    },
)

VOTE: Final = Form(
    "vote",
    {
        "agent": Key(means="who voted", takes=Takes.ACTOR, many=True, required=True),
        "on": Key(
            means="on which norms, as the text cites them",
            takes=Takes.CITED,
            many=True,
            required=True,
        ),
        "cast": Key(means="how", takes=Vote, required=True),
        "date": Key(means="when, as the text dates it", takes=Takes.DATE),
    },
)

CONSEQUENCE: Final = Form(
    "consequence",
    {
        "cause": Key(means="what brings it about", takes=Takes.CLAIM, many=True, required=True),
        "effect": Key(means="what is brought about", takes=Takes.CLAIM, many=True, required=True),
    },
)

EXEMPTION: Final = Form(
    "exemption",
    {
        "agent": Key(means="who granted it", takes=Takes.ACTOR, many=True, required=True),
        "transfer": Key(means="for which transfer", takes=Takes.CLAIM, required=True),
        "norm": Key(means="from which norm", takes=Takes.NORM, required=True),
    },
)

SAID: Final = Form(
    "an entry under said",
    {
        **_quoted("the words that say it"),
        "stance": Key(means="how far the speaker commits to its being so", takes=Stance),
        "status": Key(means="the standing that the speaker gives it", takes=Status),
        "attitude": Key(means="how the speaker values it", takes=Attitude),
        "force": Key(
            means="what is done in saying it: assertive, or expressive where an attitude is given",
            takes=Force,
        ),
        "speaker": Key(
            means="who says it, where it is not the speaker of the part",
            takes=Takes.ACTOR,
            many=True,
        ),
        "addressee": Key(means="to whom", takes=Takes.ADDRESSEE, many=True),
        "reading": Key(
            means="on which reading of the words this rests, where they allow several",
            takes=Takes.WORDS,
        ),
        "gloss": Key(means="a translation or paraphrase, never a quotation", takes=Takes.WORDS),
        "note": Key(means="a remark of the annotator", takes=Takes.WORDS),
    },
)

CONTENTS: Final[Mapping[str, Form]] = {
    "transfer": TRANSFER,
    "conduct": CONDUCT,
    "breach": BREACH,
    "vote": VOTE,
    "consequence": CONSEQUENCE,
    "exemption": EXEMPTION,
}

CLAIM: Final = Form(
    "a claim",
    {
        "transfer": Key(means="a described transfer", takes=TRANSFER),
        "conduct": Key(means="a described action or policy", takes=CONDUCT),
        "breach": Key(means="that something breaches norms", takes=BREACH),
        "vote": Key(means="that somebody voted", takes=VOTE),
        "consequence": Key(means="that one thing brings about another", takes=CONSEQUENCE),
        "exemption": Key(means="that an exemption was granted", takes=EXEMPTION),
        "said": Key(means="every place where it is said", takes=SAID, many=True, required=True),
        "answers": Key(
            means="the claims of other texts to which this is a reply",
            takes=Takes.CLAIM_ELSEWHERE,
            many=True,
        ),
        "note": Key(means="a remark of the annotator", takes=Takes.WORDS),
    },
)

FILE: Final = Form(
    "the file",
    {
        "format": Key(means="which format this is", takes=Takes.FORMAT, required=True),
        "text": Key(means="the text that is annotated", takes=TEXT, required=True),
        "document": Key(
            means="the publication whose words, or an abstract of them, the text holds",
            takes=DOCUMENT,
            required=True,
        ),
        "annotation": Key(means="who annotated it and when", takes=ANNOTATION, required=True),
        "parts": Key(
            means="who speaks where; words outside every part are nobody's",
            takes=PART,
            named=True,
            required=True,
        ),
        "names": Key(
            means="how the text names actors; every occurrence is a mention, the longest name wins",
            takes=Takes.WORDS,
            many=True,
            named=True,
        ),
        "norms": Key(
            means="norms as the text cites them, under names of the annotator's",
            takes=CITATION,
            named=True,
        ),
        "claims": Key(
            means="what is claimed, under names of the annotator's, and where it is said",
            takes=CLAIM,
            named=True,
        ),
    },
)
