"""The shapes: the valid graph keeps them, and each thing that can go wrong is told in words."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, Graph

from kg.errors import Place
from kg.quads.shapes import validate
from kg.vocab import BASE

TEXT = BASE + "id/text/rifles"
HUNT_SAID = "claim/hunt/said/19-51,53-69"
PASSAGE = "<https://w3id.org/arms-transfer-kg/id/text/rifles/passage/19-51,53-69>"

DATES = """dcterms:date "2020-03"^^xsd:gYearMonth ;
    ata:earliest "2020-03-01"^^xsd:date ;
    ata:latest "2020-03-31"^^xsd:date ;"""

NOBODY_SAYS_IT = (
    "A proposition has a name and a text in which somebody says something of it; "
    "a recorded vote says instead how far it was checked."
)
PART_OR_WHOLE = (
    "A transfer has an item and at least one actor, or is part of another transfer that has them."
)
BARE_MEMBERSHIP = (
    "A membership has a grouping, a last day and a verification mark; "
    "an office that a text states is held under an actor."
)
UNMARKED_ORGAN = (
    "That a body is an organ of a state stands in a statement that says how far it was checked."
)
UNLISTED = (
    "A kind of item lists itself and all that is broader, so that nothing need be worked out."
)

# What is replaced in valid.ttl, in the statement that begins with the first words (anywhere if they
# are empty), by what, and what is told then: that and nothing else.
FIVE_KINDS = (
    "An actor is one of five: a state, an organization, a non-state group, a person or a vessel."
)

MUTATIONS: dict[str, tuple[str, ...]] = {
    "document without a date": (
        "text:document a",
        DATES,
        "",
        "A document has a date, or a first or last day between which it was issued.",
    ),
    "document dated in words": (
        "text:document a",
        '"2020-03"^^xsd:gYearMonth',
        '"in March"',
        "A document has one date at most: a day, a month or a year.",
    ),
    "document that ends before it begins": (
        "text:document a",
        '"2020-03-31"^^xsd:date',
        '"2019-03-31"^^xsd:date',
        "The earliest day is not after the latest.",
    ),
    "document of a kind of instrument": (
        "text:document a",
        "document-kind/statement",
        "instrument-kind/treaty",
        "A document has one kind, from the vocabulary of document kinds.",
    ),
    "document that nobody issued": (
        "text:document a",
        "ata:issuedBy <https://w3id.org/arms-transfer-kg/id/actor/X1> ;",
        "",
        "A document is issued by at least one actor.",
    ),
    "signatories without a source": (
        "rifles/document/signatories/1> a",
        "dcterms:source <https://league.example/news/1> ;",
        "",
        "A list of signatories has one source, which gives it.",
    ),
    "signatories of a source that the text does not cite": (
        "rifles/document/signatories/1> a",
        "dcterms:source <https://league.example/news/1> ;",
        "dcterms:source <https://league.example/news/2> ;",
        "The source of a list of signatories is cited by the text.",
    ),
    "signatories that are nobody": (
        "rifles/document/signatories/1> a",
        "https://w3id.org/arms-transfer-kg/id/actor/league>",
        "https://w3id.org/arms-transfer-kg/id/actor/league-members>",
        "Whoever signed a document is an actor.",
    ),
    "signatories more than counted": (
        "rifles/document/signatories/1> a",
        "https://w3id.org/arms-transfer-kg/id/actor/league>",
        "https://w3id.org/arms-transfer-kg/id/actor/X2>",
        "A list of signatories counts no fewer states than it names.",
    ),
    "signatories counted in words": (
        "rifles/document/signatories/1> a",
        "ata:count 1 ;",
        'ata:count "some" ;',
        "The number of states that signed is given once at most, and is a whole number from 1.",
    ),
    "signatories without a mark": (
        "rifles/document/signatories/1> a",
        " ;\n    ata:verification verification:background",
        "",
        "A list of signatories says how far it was checked.",
    ),
    "signatories neither counted nor named": (
        "rifles/document/signatories/1> a",
        (
            "ata:count 1 ;\n    ata:signatory <https://w3id.org/arms-transfer-kg/id/actor/X1>, "
            "<https://w3id.org/arms-transfer-kg/id/actor/league> ;"
        ),
        "",
        "A list of signatories says how many signed, or who.",
    ),
    "signatories of no document": (
        "text:document a",
        " ;\n    ata:signatoryList <https://w3id.org/arms-transfer-kg/id/text/rifles/document/signatories/1>",
        "",
        "A list of signatories is about one document.",
    ),
    "resting on itself": (
        "rests-on/older> a",
        "prov:entity <https://w3id.org/arms-transfer-kg/id/text/older/document> ;",
        "prov:entity <https://w3id.org/arms-transfer-kg/id/text/older/document>, text:document ;",
        "A document rests on another document, one for each record.",
    ),
    "resting in a circle": (
        "text:document a",
        "prov:wasDerivedFrom <https://w3id.org/arms-transfer-kg/id/text/older/document>",
        (
            "prov:wasDerivedFrom <https://w3id.org/arms-transfer-kg/id/text/older/document>, "
            "text:document"
        ),
        "No document rests on itself, not by way of others either.",
        "A document is linked to another that it rests on with a record that has a mark.",
    ),
    "resting on another without a record": (
        "text:document a",
        "prov:wasDerivedFrom <https://w3id.org/arms-transfer-kg/id/text/older/document>",
        (
            "prov:wasDerivedFrom <https://w3id.org/arms-transfer-kg/id/text/older/document>, "
            "<https://w3id.org/arms-transfer-kg/id/text/oldest/document>"
        ),
        "A document is linked to another that it rests on with a record that has a mark.",
    ),
    "a record of resting without the link": (
        "text:document a",
        " ;\n    prov:wasDerivedFrom <https://w3id.org/arms-transfer-kg/id/text/older/document>",
        "",
        "A document that is recorded as resting on another is linked to it.",
    ),
    "resting without a mark": (
        "rests-on/older> a",
        "ata:verification verification:background ;",
        "",
        "That a document rests on another says how far it was checked.",
    ),
    "resting without a reason": (
        "rests-on/older> a",
        ' ;\n    ata:note "It says so."',
        "",
        "That a document rests on another says what tells so.",
    ),
    "resting of no document": (
        "text:document a",
        " ;\n    prov:qualifiedDerivation <https://w3id.org/arms-transfer-kg/id/text/rifles/document/rests-on/older>",
        "",
        "What rests on another text is one document.",
        "A document that is recorded as resting on another is linked to it.",
        "A document is linked to another that it rests on with a record that has a mark.",
    ),
    "digest in capitals": (
        "",
        '"918e3',
        '"918E3',
        "A text has one SHA-256 digest of 64 lower-case hexadecimal digits.",
    ),
    "text of two kinds": (
        "",
        "text-kind/verbatim>",
        "text-kind/verbatim>, <https://w3id.org/arms-transfer-kg/vocab/text-kind/abstract>",
        "A text is either verbatim or an abstract, and says which.",
    ),
    "part with no voice": (
        "rifles/part/all>",
        "ata:speaker <https://w3id.org/arms-transfer-kg/id/actor/X1> ;",
        "",
        "Somebody speaks in a part, or it is to be ignored.",
    ),
    "mention whose body is another actor": (
        "rifles/mention/0-9>",
        "oa:hasBody <https://w3id.org/arms-transfer-kg/id/actor/X1>",
        "oa:hasBody <https://w3id.org/arms-transfer-kg/id/actor/X2>",
        "The body of a mention is the actor whom it names.",
    ),
    "reading without a reason": (
        "",
        ' ;\n    ata:why "There is but one."',
        "",
        "A reading of cited norms says whose it is and why.",
    ),
    "quote longer than its positions": (
        "",
        'oa:exact "the Rifle Rule"',
        'oa:exact "the Rifle Rules"',
        "The words of a quote are as long as its positions say.",
    ),
    "quote of the second piece cut short": (
        "",
        'oa:exact "Utopia denies it"',
        'oa:exact "Utopia denies"',
        "The words of a quote are as long as its positions say.",
    ),
    "position given in letters": (
        "passage/89-103/position/1> a",
        "oa:end 103",
        'oa:end "a hundred"',
        "A position has one end, a whole number.",
        "A position starts before it ends.",
    ),
    "position before the beginning": (
        "passage/0-9/position/1> a",
        "oa:start 0 ;\n    oa:end 9",
        "oa:start -9 ;\n    oa:end 0",
        "A position has one start, a whole number from 0.",
    ),
    "piece without its position": (
        "passage/19-51,53-69> a",
        ",\n        <https://w3id.org/arms-transfer-kg/id/text/rifles/passage/19-51,53-69/position/2>",
        "",
        "Each piece of a passage has both its words and its position.",
    ),
    "speech act without words": (
        HUNT_SAID + "> a",
        f";\n    ata:evidence {PASSAGE}",
        "",
        "A speech act rests on a quoted passage.",
        "The words of a speech act stand in the text in which it is made.",
    ),
    "speech act of nobody": (
        HUNT_SAID + "> a",
        "ata:speaker <https://w3id.org/arms-transfer-kg/id/actor/X1> ;",
        "",
        "A speech act has a speaker, who is an actor.",
    ),
    "speech act without force": (
        HUNT_SAID + "> a",
        "ata:force <https://w3id.org/arms-transfer-kg/vocab/force/assertive> ;",
        "",
        "A speech act has one force, from the vocabulary of forces.",
    ),
    "stance that is a status": (
        HUNT_SAID + "> a",
        "vocab/stance/asserts",
        "vocab/status/ongoing",
        "A speech act takes one stance at most, from the vocabulary of stances.",
    ),
    "stance that does not exist": (
        HUNT_SAID + "> a",
        "vocab/stance/asserts",
        "vocab/stance/insists",
        "A speech act takes one stance at most, from the vocabulary of stances.",
    ),
    "two stances in one speech act": (
        HUNT_SAID + "> a",
        "vocab/stance/asserts>",
        "vocab/stance/asserts>, <https://w3id.org/arms-transfer-kg/vocab/stance/denies>",
        "A speech act takes one stance at most, from the vocabulary of stances.",
    ),
    "speaker who is a grouping": (
        HUNT_SAID + "> a",
        "ata:speaker <https://w3id.org/arms-transfer-kg/id/actor/X1>",
        "ata:speaker <https://w3id.org/arms-transfer-kg/id/actor/league-members>",
        "A speech act has a speaker, who is an actor.",
    ),
    "claim that nobody makes": (
        "claim/payment/said/19-51,53-69> a",
        "ata:content claim:payment",
        "ata:content claim:hunt",
        NOBODY_SAYS_IT,
    ),
    "recorded vote that was never marked": (
        "instrument/rifle-rule/vote/X2> a",
        " ;\n    ata:verification verification:background",
        "",
        NOBODY_SAYS_IT,
    ),
    "transfer without an item": (
        "claim:later-delivery a",
        " ;\n    ata:item <https://w3id.org/arms-transfer-kg/vocab/item/firearms>",
        "",
        PART_OR_WHOLE,
    ),
    "transfer of an unknown item": (
        "claim:later-delivery a",
        "vocab/item/firearms",
        "vocab/item/pikes",
        "An item is one of the known kinds of item.",
    ),
    "supplier who is the recipient": (
        "claim:delivery a",
        "ata:recipient <https://w3id.org/arms-transfer-kg/id/actor/X1>",
        "ata:recipient <https://w3id.org/arms-transfer-kg/id/actor/X2>",
        "Nobody is both supplier and recipient of one transfer.",
    ),
    "transfer that is part of itself": (
        "claim:one-delivery a",
        "ata:partOf claim:delivery",
        "ata:partOf claim:one-delivery",
        "No proposition is part of itself, by whatever chain.",
    ),
    "conduct of a kind of item": (
        "claim:payment a",
        "vocab/conduct-kind/supporting",
        "vocab/item/rifles",
        "A conduct has one kind, from the vocabulary of conduct kinds.",
    ),
    "breach of nothing": (
        "claim:delivery-breaches a",
        ";\n    ata:breachOf <https://w3id.org/arms-transfer-kg/id/text/rifles/norm/rule>",
        "",
        "A breach says which norms it is a breach of, as the text cites them.",
    ),
    "vote cast in no known way": (
        "claim:utopia-voted a",
        "vocab/vote/against",
        "vocab/attitude/opposes",
        "A vote is cast in one way, from the vocabulary of votes.",
    ),
    "cause that is its own effect": (
        "claim:delivery-leads-to-hunt a",
        "ata:effect claim:hunt",
        "ata:effect claim:delivery",
        "Nothing is its own cause.",
    ),
    "exemption granted by nobody": (
        "claim:delivery-exempted a",
        "ata:agent <https://w3id.org/arms-transfer-kg/id/actor/league> ;",
        "",
        "An exemption names the actor said to have granted it.",
    ),
    "actor without a name": (
        "id/actor/carriers> a",
        'rdfs:label "Carriers"@en ;',
        "",
        "An actor has a name, and one in each language.",
    ),
    "actor of two kinds": (
        "id/actor/carriers> a",
        "ata:NonStateGroup,",
        "ata:NonStateGroup, ata:Organization,",
        FIVE_KINDS,
    ),
    "least number greater than the greatest": (
        "claim:delivery a",
        "ata:atLeast 2.0",
        "ata:atLeast 20.0",
        "A quantity has one least number at most, and it is no greater than the greatest.",
    ),
    "two approximate numbers": (
        "claim:delivery a",
        "ata:about 11.0",
        "ata:about 11.0, 9.0",
        "A quantity has one approximate number at most.",
    ),
    "unit that is none": (
        "claim:delivery a",
        "vocab/unit/pieces",
        "vocab/role/supplier",
        "A quantity is counted in one unit, from the vocabulary of units.",
    ),
    "destination that is an actor": (
        "claim:delivery a",
        "id/place/p-strelsau",
        "id/actor/X1",
        "A destination is a place.",
    ),
    "territory that is an actor": (
        "id/norm/rifle-1> a",
        "ata:territory <https://w3id.org/arms-transfer-kg/id/place/t-x1>",
        "ata:territory <https://w3id.org/arms-transfer-kg/id/actor/X1>",
        "The territory of a norm is a place.",
    ),
    "dispute of one with himself": (
        "id/norm/rifle-2/in-force/1> a",
        "ata:rejectedBy <https://w3id.org/arms-transfer-kg/id/actor/X2>",
        "ata:rejectedBy <https://w3id.org/arms-transfer-kg/id/actor/X1>",
        "Nobody both holds and rejects that a norm is in force.",
    ),
    "place within an actor": (
        "id/place/p-strelsau> a",
        "<https://w3id.org/arms-transfer-kg/id/place/p-strelsau>, ",
        "<https://w3id.org/arms-transfer-kg/id/actor/X1>, ",
        "A place is within itself, and within places alone.",
    ),
    "answer to a passage": (
        "claim:later-delivery a",
        "ata:answers claim:delivery",
        "ata:answers text:document",
        "What is answered is a proposition of a text in this graph.",
    ),
    "state whose code is a truth value": (
        "id/actor/X2> a",
        '"X2"',
        "false",
        "A code is written as words, so that NO stays Norway.",
    ),
    "grouping that was never marked": (
        "id/actor/league-members> a",
        " ;\n    ata:verification verification:background",
        "",
        "A grouping says how far it was checked.",
    ),
    "organ without a mark": (
        "organ-of/X2/1> a",
        " ;\n    ata:verification verification:background",
        "",
        "That a body is an organ of a state says how far it was checked.",
    ),
    "organ of which no statement tells the mark": (
        "organ-of/X2/1> a",
        "rdf:subject <https://w3id.org/arms-transfer-kg/id/actor/ministry>",
        "rdf:subject <https://w3id.org/arms-transfer-kg/id/actor/league>",
        UNMARKED_ORGAN,
    ),
    "organ of an organization": (
        "organ-of/X2/1> a",
        "rdf:object <https://w3id.org/arms-transfer-kg/id/actor/X2>",
        "rdf:object <https://w3id.org/arms-transfer-kg/id/actor/league>",
        "An organ is one of a state.",
    ),
    "organ that is a state": (
        "organ-of/X2/1> a",
        "rdf:subject <https://w3id.org/arms-transfer-kg/id/actor/ministry>",
        (
            "rdf:subject <https://w3id.org/arms-transfer-kg/id/actor/X1>, "
            "<https://w3id.org/arms-transfer-kg/id/actor/ministry>"
        ),
        "An organ of a state is an organization.",
    ),
    "statement of something else": (
        "organ-of/X2/1> a",
        "rdf:predicate ata:organOf",
        "rdf:predicate ata:member",
        "A statement that is spoken of says of which state a body is an organ.",
    ),
    "organ that ends before it begins": (
        "organ-of/X2/1> a",
        '"1990-01-01"^^xsd:date',
        '"9999-12-31"^^xsd:date',
        "Being an organ begins before it ends.",
    ),
    "membership that ends before it begins": (
        "member-of/league-members/1> a",
        '"1990-01-01"^^xsd:date',
        '"9999-12-31"^^xsd:date',
        "A membership begins before it ends.",
    ),
    "membership without a mark": (
        "member-of/league-members/1> a",
        " ;\n    ata:verification verification:background",
        "",
        BARE_MEMBERSHIP,
    ),
    "non-membership without a mark": (
        "not-member-of/league-members/1> a",
        " ;\n    ata:verification verification:background",
        "",
        "A non-membership says how far it was checked.",
    ),
    "non-membership of a member": (
        "not-member-of/league-members/1> a",
        "ata:validFrom",
        "ata:member <https://w3id.org/arms-transfer-kg/id/actor/X1> ; ata:validFrom",
        "A non-membership has no member.",
    ),
    "non-membership of nobody": (
        "not-member-of/league-members/1> a",
        "ata:nonMember <https://w3id.org/arms-transfer-kg/id/actor/X1> ;",
        "",
        "A non-membership is of one actor.",
    ),
    "non-membership under an actor": (
        "not-member-of/league-members/1> a",
        "ata:grouping <https://w3id.org/arms-transfer-kg/id/actor/league-members>",
        "ata:grouping <https://w3id.org/arms-transfer-kg/id/actor/X2>",
        "A non-membership is in one grouping.",
    ),
    "non-membership with a day in words": (
        "not-member-of/league-members/1> a",
        '"1990-01-01"^^xsd:date',
        '"in 1990"',
        "A non-membership begins once, on a date.",
        "A non-membership begins before it ends.",
    ),
    "non-membership without an end": (
        "not-member-of/league-members/1> a",
        'ata:validUntil "9999-12-31"^^xsd:date ;',
        "",
        "A non-membership ends once, on a date; an open end is 9999-12-31.",
    ),
    "norm without a period": (
        "norm/rifle-2> a",
        "ata:inForce <https://w3id.org/arms-transfer-kg/id/norm/rifle-2/in-force/1> ;",
        "",
        "A norm has a period in which it is in force.",
    ),
    "norm that excepts what it covers": (
        "norm/rifle-1> a",
        "ata:excepts <https://w3id.org/arms-transfer-kg/vocab/item/muskets>",
        "ata:excepts <https://w3id.org/arms-transfer-kg/vocab/item/firearms>",
        "A norm does not except the very kind of item that it covers.",
    ),
    "norm read at a source that is not cited": (
        "norm/rifle-1> a",
        "dcterms:source <https://league.example/rifle-rule> ;",
        "",
        "What is marked as read cites a source, and whose it is.",
    ),
    "membership read at a source that is not cited": (
        "member-of/league-members/1> a",
        "verification:background",
        "verification:corpus",
        "What is marked as read cites a source, and whose it is.",
    ),
    "item read at a source that is not cited": (
        "vocab/item/rifles> a",
        "verification:background",
        "verification:corpus-partial",
        "What is marked as read cites a source, and whose it is.",
    ),
    "source of nobody": (
        "",
        'dcterms:publisher "League"',
        'rdfs:label "League"',
        "What is marked as read cites a source, and whose it is.",
    ),
    "norm without a mark": (
        "norm/rifle-2> a",
        " ;\n    ata:verification verification:background",
        "",
        "A norm says how far it was checked.",
    ),
    "period that ends on its first day": (
        "norm/rifle-2/in-force/1> a",
        '"2002-02-01"',
        '"2001-02-01"',
        "A period begins before it ends.",
    ),
    "period with a day that cannot be": (
        "norm/rifle-2/in-force/1> a",
        '"2002-02-01"',
        '"2002-02-30"',
        "A period has one end, and it is a date; an open end is 9999-12-31.",
    ),
    "alleged violation of nobody": (
        "id/finding/00000000000000a2> a",
        "ata:agent <https://w3id.org/arms-transfer-kg/id/actor/X2> ;",
        "",
        "An alleged or prospective violation names the actor whom it is about.",
    ),
    "alleged violation with an unmet test": (
        "id/finding/00000000000000a2/bound> a",
        "vocab/outcome/met",
        "vocab/outcome/not-met",
        "An alleged or prospective violation has no test that is not met.",
    ),
    "finding that rests on no speech act": (
        "id/finding/00000000000000b1> a",
        f"ata:basedOn <{TEXT}/claim/later-delivery/said/19-51,53-69> ;",
        "",
        "A finding leads back to a speech act.",
    ),
    "finding without words": (
        "id/finding/00000000000000b1> a",
        f"ata:evidence {PASSAGE} ;",
        "",
        "A finding leads back to quoted words.",
    ),
    "non-application without a reason": (
        "id/finding/00000000000000c1> a",
        "ata:reason <https://w3id.org/arms-transfer-kg/vocab/reason/lapsed> ;",
        "",
        "A non-application says why the norm does not apply or cannot be decided.",
    ),
    "non-application that is an alleged violation": (
        "id/finding/00000000000000a2> a",
        "ata:AllegedViolation,",
        "ata:AllegedViolation, ata:NonApplication,",
        "A non-application is never a violation.",
        "A non-application says why the norm does not apply or cannot be decided.",
    ),
    "element whose test is an outcome": (
        "id/finding/00000000000000b1/role> a",
        "vocab/test/role",
        "vocab/outcome/met",
        "An element is one test, from the vocabulary of tests.",
    ),
    "item without a label": (
        "vocab/item/muskets> a",
        'skos:prefLabel "muskets"@en ;',
        "",
        "A concept has a preferred label, and one in each language.",
    ),
    "item without a mark": (
        "vocab/item/muskets> a",
        " ;\n    ata:verification verification:background",
        "",
        "A kind of item says how far it was checked.",
    ),
    "item that forgets what is broader": (
        "vocab/item/rifles> a",
        "rifles>, <https://w3id.org/arms-transfer-kg/vocab/item/firearms>",
        "rifles>",
        UNLISTED,
    ),
}


def _quads(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def _mutated(turtle: str, case: str) -> str:
    after, old, new = MUTATIONS[case][:3]
    start = turtle.index(after)
    end = turtle.index(" .\n", start) if after else len(turtle)
    assert turtle.count(old, start, end) == 1
    at = turtle.index(old, start)
    return turtle[:at] + new + turtle[at + len(old) :]


def test_the_valid_graph_breaks_no_shape(valid_turtle: str) -> None:
    """A recorded vote without a speech act, an item without a definition: all of it may be."""
    assert validate(_quads(valid_turtle), {}) == ()


@pytest.mark.slow  # a third of a second each
@pytest.mark.parametrize("case", sorted(MUTATIONS))
def test_what_is_wrong_is_told(case: str, valid_turtle: str) -> None:
    """One change for the worse brings its sentence, and no other."""
    problems = validate(_quads(_mutated(valid_turtle, case)), {})
    assert {problem.sentence for problem in problems} == set(MUTATIONS[case][3:])


def test_a_problem_leads_to_file_and_line(valid_turtle: str) -> None:
    """Several problems come in the order of the file, each with node, property and value."""
    turtle = _mutated(valid_turtle, "document of a kind of instrument")
    for case in ("stance that is a status", "norm without a period"):
        turtle = _mutated(turtle, case)
    written = Place("rifles.ann.yaml", 40, 9)
    places = {TEXT: Place("rifles.ann.yaml", 3, 1), f"{TEXT}/{HUNT_SAID}": written}
    told = [
        (problem.place, problem.sentence, problem.hint)
        for problem in validate(_quads(turtle), places)
    ]
    assert told == [
        (
            None,
            "A norm has a period in which it is in force.",
            "at id:norm/rifle-2, ata:inForce",
        ),
        (
            Place("rifles.ann.yaml", 3, 1),
            "A document has one kind, from the vocabulary of document kinds.",
            "at id:text/rifles/document, ata:kind: vocab:instrument-kind/treaty",
        ),
        (
            written,
            "A speech act takes one stance at most, from the vocabulary of stances.",
            f"at id:text/rifles/{HUNT_SAID}, ata:stance: vocab:status/ongoing",
        ),
    ]


def test_a_neighbour_by_name_is_no_place(valid_turtle: str) -> None:
    """What stands above an IRI is a path, and not whatever begins with the same letters."""
    quads = _quads(_mutated(valid_turtle, "norm without a period"))
    places = {BASE + "id/norm/rifle": Place("norms.yaml", 1, 1)}
    assert [problem.place for problem in validate(quads, places)] == [None]


def test_the_same_graph_in_another_order_is_told_the_same(valid_turtle: str) -> None:
    """The order of quads and their graph change nothing in what is told."""
    turtle = _mutated(valid_turtle, "quote longer than its positions")
    quads = _quads(_mutated(turtle, "alleged violation of nobody"))
    elsewhere = ox.NamedNode(BASE + "id/graph/elsewhere")
    moved = [ox.Quad(q.subject, q.predicate, q.object, elsewhere) for q in reversed(quads)]
    told = validate(quads, {})
    assert len(told) == 2
    assert validate(moved, {}) == told


def test_a_date_that_cannot_be_is_told_and_nothing_printed(
    valid_turtle: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """The traceback that rdflib logs about the date does not reach the analyst."""
    validate(_quads(_mutated(valid_turtle, "period with a day that cannot be")), {})
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_a_blank_node_is_told(valid_turtle: str) -> None:
    """Everything in the graph has an IRI, so that its bytes stay the same."""
    turtle = valid_turtle + "[] a ata:Grouping ."
    told = {str(problem) for problem in validate(_quads(turtle), {})}
    sentence = "Everything in the graph has an IRI; there are no blank nodes. [shape]"
    assert f"{sentence}\n  at a blank node" in told


def test_the_valid_graph_uses_every_term(valid_turtle: str, ontology: Graph) -> None:
    """A class or property that the fixture leaves out would have no test of its shape."""
    data = Graph().parse(data=valid_turtle, format="turtle")
    used = set(data.predicates()) | set(data.objects(None, RDF.type))
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {term for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    assert terms - used == set()


@pytest.mark.slow  # about three seconds
def test_the_bundled_graph_breaks_no_shape(bundled: list[ox.Quad]) -> None:
    """Every text, norm and finding that the package brings along keeps every rule."""
    assert any("/finding/" in str(quad.subject) for quad in bundled)
    assert validate(bundled, {}) == ()
