"""SPARQL of others is looked at before an engine reads it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, Problem
from kg.inference import read_prefixes, read_rules
from kg.queries import named
from kg.store.guard import MAX_BYTES, MAX_DEPTH, MAX_PATTERNS, check_query

THERE = "<http://127.0.0.1/>"


def refusal(query: str) -> Problem:
    """Return why ``query`` is refused; it fails when it is not."""
    with pytest.raises(KgError) as raised:
        check_query(query, "mine.rq")
    (problem,) = raised.value.problems
    assert problem.slug == "query-refused"
    return problem


def place_of(marked: str) -> str:
    """Return the place of the sign ¦ in ``marked`` as messages write it."""
    before = marked.partition("¦")[0]
    return f"mine.rq:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def is_sparql(query: str) -> bool:
    """Tell whether the engine understands ``query``; an empty store is asked, where it is cheap."""
    try:
        ox.Store().query(query)
    except SyntaxError:
        return False
    return True


# The sign ¦ shows where the message must point; it is taken out of the query.
SERVICE_IN_DISGUISE = {
    "plain": f"SELECT * {{ ¦SERVICE {THERE} {{ ?s ?p ?o }} }}",
    "on a later line": f"SELECT *\n{{\n  ¦SERVICE {THERE} {{}} }}",
    "in small letters": f"SELECT * {{ ¦service {THERE} {{}} }}",
    "in mixed letters and silent": f"SELECT * {{ ¦SeRvIcE sIlEnT {THERE} {{}} }}",
    "glued to what follows": f"SELECT * {{ ¦SERVICE{THERE}{{}} }}",
    "with a variable": "SELECT * { ?s ?p ?there ¦SERVICE ?there {} }",
    "with a prefixed name": "PREFIX ex: <http://example.org/> ASK { ¦SERVICE ex:there {} }",
    "glued to a prefixed name": "PREFIX : <http://example.org/> ASK { ¦SERVICE:there {} }",
    "glued to a number": f"SELECT * {{ ?s ?p 1¦SERVICE {THERE} {{}} }}",
    "in a sub-select": f"SELECT * {{ {{ SELECT * {{ ¦SERVICE {THERE} {{}} }} }} }}",
    "in a filter": f"SELECT * {{ FILTER EXISTS {{ ¦SERVICE {THERE} {{}} }} }}",
    "under OPTIONAL": f"SELECT * {{ OPTIONAL {{ ¦SERVICE {THERE} {{}} }} }}",
    "after a comment with a quotation mark": f"SELECT * {{ # it's\n¦SERVICE {THERE} {{}} }}",
    "after a comment that a carriage return ends": f"SELECT * {{ # so\r¦SERVICE {THERE} {{}} }}",
    "after an IRI with a fragment": f"SELECT * {{ ?s ?p <urn:x#y> . ¦SERVICE {THERE} {{}} }}",
    "after an IRI with a quotation mark": f"ASK {{ ?s <urn:'> ?o . ¦SERVICE {THERE} {{}} # '\n}}",
    "after words with a number sign": f'SELECT * {{ ?s ?p "#" . ¦SERVICE {THERE} {{}} }}',
    "after an escaped quotation mark": f'ASK {{ ?s ?p "\\"#" . ¦SERVICE {THERE} {{}} # "\n}}',
    "after an escaped backslash": f'ASK {{ ?s ?p "\\\\" . ¦SERVICE {THERE} {{}} # "\n}}',
    "after long words with quotation marks": (
        f'ASK {{ ?s ?p """a"b""c#""" . ¦SERVICE {THERE} {{}} }}'
    ),
    "after less than": f"ASK {{ FILTER(1 < 2) ¦SERVICE {THERE} {{}} FILTER(2 > 1) }}",
    "with its first letter as a code": f"SELECT * {{ ¦\\u0053ERVICE {THERE} {{}} }}",
    "with a middle letter as a code": f"SELECT * {{ SERV¦\\u0049CE {THERE} {{}} }}",
    "with a letter as a long code": f"SELECT * {{ ¦\\U00000053ERVICE {THERE} {{}} }}",
    "behind a bracket that may be an IRI": f"ASK {{ FILTER(?a¦<?b#>\n1) SERVICE {THERE} {{}} }}",
    "in words whose end is hidden": f'ASK {{ ?s ?p ¦"\\u0022 . SERVICE {THERE} {{}} #" }}',
    "as a prefix": "PREFIX ¦service: <http://example.org/> ASK { ?s service:p ?o }",
    "as a part of a prefix": "PREFIX ¦my-Service: <http://example.org/> ASK {}",
}


@pytest.mark.parametrize("marked", SERVICE_IN_DISGUISE.values(), ids=SERVICE_IN_DISGUISE.keys())
def test_service_is_refused_in_every_disguise(marked: str) -> None:
    """Wherever and however SERVICE stands, the message points to it."""
    problem = refusal(marked.replace("¦", ""))
    assert str(problem.place) == place_of(marked)
    assert problem.hint is not None or "another machine" in problem.sentence


LOOK_ALIKES = [
    "SELECT ?service $SERVICE WHERE { ?service ?p $SERVICE }",
    'SELECT * { ?s ?p "SERVICE <http://127.0.0.1/> {}" }',
    "SELECT * { ?s ?p '''SERVICE\n<http://127.0.0.1/> {}''' }",
    'SELECT * { ?s ?p "say \\"SERVICE\\"" }',
    "SELECT * { ?s <http://example.org/SERVICE> ?o }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:SERVICE ex:service }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1/> {}",
    "SELECT * {\n# SERVICE\n?s ?p ?o }",
    "SELECT * { ?s ?p 'la guerre'@fr-service }",
    "ASK { FILTER(1 < 2 && 3 > 2) }",
    "ASK { FILTER('#' < '#') }",
    "SELECT * { _:service ?p ?o }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:load ex:insert ; ex:clear ex:add }",
    "SELECT ?drop ?move { ?drop ?move 'DELETE WHERE' }",
    "SELECT * { ?s <http://example.org/LOAD#copy> ?o }",
    "SELECT * { ?s ?p ?o } # DROP ALL",
]


@pytest.mark.parametrize("query", LOOK_ALIKES)
def test_look_alikes_pass(query: str) -> None:
    """A variable, words, an IRI, a name or a comment may be called as one likes."""
    assert is_sparql(query)
    check_query(query)


UPDATES = [
    "¦INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "¦insert { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "¦DELETE WHERE { ?s ?p ?o }",
    "¦LOAD <http://127.0.0.1/x.ttl>",
    "¦Load silent <file:///etc/passwd> INTO GRAPH <urn:g>",
    "¦CLEAR ALL",
    "¦DROP GRAPH <urn:g>",
    "¦CREATE GRAPH <urn:g>",
    "¦ADD <urn:a> TO <urn:b>",
    "¦MOVE DEFAULT TO <urn:b>",
    "¦COPY <urn:a> TO DEFAULT",
    "PREFIX ex: <http://example.org/>\nWITH ex:g\n  ¦DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "ASK {} ;\n¦DROP ALL",
]


@pytest.mark.parametrize("marked", UPDATES)
def test_what_would_write_is_refused(marked: str) -> None:
    """Each way to write is named, with its place."""
    problem = refusal(marked.replace("¦", ""))
    assert problem.sentence.endswith("would write; a build is only read")
    assert str(problem.place) == place_of(marked)


@pytest.mark.parametrize(
    ("opening", "closing"), [("{", "}"), ("(", ")"), ("[", "]"), ("FILTER EXISTS {", "}")]
)
def test_nesting_is_allowed_to_the_limit_and_not_past_it(opening: str, closing: str) -> None:
    """The bracket that goes too deep is the one that the message points to."""
    check_query("ASK " + opening * MAX_DEPTH + closing * MAX_DEPTH)
    head = "ASK\n " + opening * MAX_DEPTH + opening[:-1]
    problem = refusal(head + opening[-1] + closing * (MAX_DEPTH + 1))
    assert problem.sentence == f"brackets are nested more than {MAX_DEPTH} deep"
    assert str(problem.place) == place_of(head + "¦")


def test_nested_triple_terms_count_as_brackets() -> None:
    """A statement about a statement about a statement has its limit too."""
    check_query("ASK { ?s ?p " + "<<( ?s ?p " * 40 + "?o" + " )>>" * 40 + " }")
    assert "deep" in refusal("ASK { ?s ?p " + "<<( ?s ?p " * 60).sentence


def test_brackets_that_may_be_an_iri_count() -> None:
    """What the engine may read as `less than` and brackets is counted as brackets."""
    query = "ASK { FILTER(1<" + "(" * MAX_DEPTH + "2>1) }"
    assert "deep" in refusal(query).sentence


def test_closed_brackets_do_not_count_as_nesting() -> None:
    """Groups side by side are as deep as one."""
    check_query("ASK {" + "{}" * (MAX_PATTERNS - 1) + "}")


@pytest.mark.parametrize("sign", ["!", "-", "+", "^"])
def test_signs_in_a_row_are_limited(sign: str) -> None:
    """Each sign is one level of the engine's own stack."""
    check_query(f"ASK {{ FILTER({sign * MAX_DEPTH}1) }}")
    problem = refusal(f"ASK {{ FILTER({sign * (MAX_DEPTH + 1)}1) }}")
    assert problem.sentence == f"more than {MAX_DEPTH} signs in a row"


@pytest.mark.parametrize("triple", ["?s ?p ?o . ", "; ?p ?o ", ", ?o ", "?s ?p [] "])
def test_triple_patterns_are_allowed_to_the_limit_and_not_past_it(triple: str) -> None:
    """However triples are written: apart, with `;`, with `,`, with `[ ]`."""
    check_query("ASK { ?s ?p ?o " + triple * (MAX_PATTERNS - 1) + "}")
    problem = refusal("ASK { ?s ?p ?o " + triple * MAX_PATTERNS + "}")
    assert problem.sentence == f"the query has more than {MAX_PATTERNS} triple patterns"
    assert problem.place is not None


def test_the_members_of_a_list_are_patterns() -> None:
    """A list of many members is as many triples, two for each."""
    assert "triple patterns" in refusal("ASK { ?s ?p (" + "1 " * MAX_PATTERNS + ") }").sentence


def test_data_are_no_patterns() -> None:
    """VALUES may list as many as fit into the limit of bytes."""
    query = "SELECT * { VALUES (?x ?y) { " + '("a" <urn:b>) ' * 2_000 + "} ?x ?p ?y }"
    assert is_sparql(query)
    check_query(query)


def test_patterns_after_data_count() -> None:
    """A block of data does not hide what comes after it."""
    query = "ASK { VALUES ?x { 1 2 } " + "?s ?p ?o . " * (MAX_PATTERNS + 1) + "}"
    assert "triple patterns" in refusal(query).sentence


def test_alternatives_are_limited() -> None:
    """Each alternative is a group, and groups are counted."""
    assert "triple patterns" in refusal("ASK { {}" + " UNION {}" * MAX_PATTERNS + "}").sentence


@pytest.mark.parametrize("clause", ["FROM <urn:g>", "from named <urn:g>", "From <urn:g>"])
def test_choosing_graphs_by_from_is_refused(clause: str) -> None:
    """The engine would pass over it and answer from all graphs, which looks like an answer."""
    problem = refusal(f"SELECT * {clause} WHERE {{ ?s ?p ?o }}")
    assert problem.sentence == "FROM would be passed over here"
    assert problem.hint is not None
    assert "GRAPH" in problem.hint


@pytest.mark.parametrize("letter", ["x", "é", "𝄞"])
def test_the_length_is_counted_in_bytes(letter: str) -> None:
    """A comment of letters that take several bytes each is as long as its bytes."""
    room = MAX_BYTES - len("ASK {} #")
    letters = letter * (room // len(letter.encode()))
    check_query("ASK {} #" + letters)
    problem = refusal("ASK {} #" + letters + letter)
    assert problem.sentence == f"the query is longer than {MAX_BYTES:,} bytes"
    assert problem.place is None


def test_every_question_and_rule_of_ours_passes() -> None:
    """The limits leave room for what people write: our own queries stay far below them."""
    ours = [query.sparql for query in named().values()] + [rule.query for rule in read_rules()]
    assert len(ours) > 40
    for query in ours:
        check_query(query)
        check_query(read_prefixes() + query)


# Patterns as people write them, with words that could mislead somebody who reads in haste.
TRIPLES = st.sampled_from(
    [
        "?s ?p ?o .",
        "?s a <http://example.org/Transfer#this> ; ?p ?o , 'it\\'s' .",
        '?service ?insert "SERVICE { # drop all" .',
        "?s ?p [ ?q 'load'@en ] . # SERVICE <http://127.0.0.1/>\n",
        "FILTER(?a < ?b && (1 > 2 || !bound(?s)))",
        "FILTER(?x1 != '''SERVICE\n\"''')",
        "VALUES ?v { 1 'two' <urn:three> }",
        "?s <urn:a>/^<urn:b>|<urn:c>* (1 2 ?o) .",
    ]
)


def group(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Wrap what stands in a group as SPARQL lets one."""
    parts = st.lists(inner, max_size=3).map(" ".join)
    frames = st.sampled_from(
        ["{ § }", "OPTIONAL { § }", "GRAPH ?g { § }", "FILTER NOT EXISTS { § }", "{ § } UNION {}"]
    )
    return st.builds(lambda frame, part: frame.replace("§", part), frames, parts)


GROUPS = st.recursive(TRIPLES, group, max_leaves=12)


@given(GROUPS)
def test_every_balanced_shallow_query_passes(pattern: str) -> None:
    """What is SPARQL, small, and reaches out to nobody is not refused."""
    query = f"SELECT * WHERE {{ {pattern} }}"
    assert is_sparql(query)
    check_query(query)


@given(GROUPS, st.sampled_from(["{}", "()", "[]"]), st.integers(MAX_DEPTH, 3 * MAX_DEPTH))
def test_anything_wrapped_too_deep_is_refused(pattern: str, brackets: str, depth: int) -> None:
    """Depth is refused whatever stands within it."""
    wrapped = brackets[0] * depth + pattern + brackets[1] * depth
    assert "deep" in refusal(f"SELECT * WHERE {{ {wrapped} }}").sentence


@given(GROUPS, GROUPS, st.sampled_from(["SERVICE", "service", "Service"]))
def test_service_among_anything_is_refused(before: str, after: str, word: str) -> None:
    """No words, comments and brackets around it hide SERVICE, and the place is right."""
    head = f"SELECT * WHERE {{ {before} "
    query = f"{head}{word} SILENT {THERE} {{}} {after} }}"
    assert is_sparql(query.replace(f"{word} SILENT", "GRAPH"))
    assert str(refusal(query).place) == place_of(head + "¦")


@given(st.lists(st.sampled_from([*"{}()[]<>\"'\\#?$:.;,!|^@_\n\r", *"aé1 ", "<<(", ")>>", '"""'])))
def test_any_text_at_all_is_passed_or_refused(pieces: list[str]) -> None:
    """No text, however broken, brings the guard down."""
    slugs: list[str] = []
    try:
        check_query("".join(pieces))
    except KgError as error:
        slugs = [problem.slug for problem in error.problems]
    assert slugs in ([], ["query-refused"])
