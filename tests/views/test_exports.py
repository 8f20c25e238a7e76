"""Exports of hand-made rows and quads: hostile characters, formulas, statements of two graphs."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.model.exports import ExportFormat, LossKind
from kg.quads.terms import RDFS, XSD
from kg.queries.rows import Picture
from kg.views.exports.columns import COLUMNS
from kg.views.exports.networks import draw_network
from kg.views.exports.rdf import draw_rdf
from kg.views.exports.tables import TABLES, draw_table
from kg.views.exports.xml_text import marked
from kg.views.exports.zipped import draw_tables
from kg.vocab import Ata
from tests.hostile_words import GROUPS, case

HEAD = ["A note -- with two hyphens --> and a <tag>.", "And more."]
FORMS = {
    ExportFormat.NQUADS: (ox.RdfFormat.N_QUADS, "nquads"),
    ExportFormat.TRIG: (ox.RdfFormat.TRIG, "trig"),
    ExportFormat.JSONLD: (ox.RdfFormat.JSON_LD, "json-ld"),
    ExportFormat.TURTLE: (ox.RdfFormat.TURTLE, "turtle"),
    ExportFormat.NTRIPLES: (ox.RdfFormat.N_TRIPLES, "nt11"),
    ExportFormat.RDFXML: (ox.RdfFormat.RDF_XML, "xml"),
}
WHOLE = (ExportFormat.NQUADS, ExportFormat.TRIG, ExportFormat.JSONLD)
# Words as people and machines write them: no surrogates, which no text in UTF-8 can have, and none
# of the characters that XML cannot hold, of which another test tells.
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\r\n\"'\\<>&#-")
)
NODES = st.sampled_from(
    [
        "https://w3id.org/arms-transfer-kg/id/actor/KP",
        "https://w3id.org/arms-transfer-kg/id/actor//odd",
        "https://w3id.org/arms-transfer-kg/id/",
        "https://example.org/a(b)?c=d&e#f",
        "item:not-a-prefix",
    ]
).map(ox.NamedNode)
LITERALS = WORDS.map(ox.Literal) | st.sampled_from(
    [
        ox.Literal("DPRK", language="en"),
        ox.Literal("01", datatype=ox.NamedNode(XSD + "integer")),
        ox.Literal("1.50", datatype=ox.NamedNode(XSD + "decimal")),
        ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")),
        ox.Literal("2023-10", datatype=ox.NamedNode(XSD + "gYearMonth")),
    ]
)
QUADS = st.lists(
    st.builds(
        ox.Quad,
        NODES,
        st.sampled_from([Ata.supplier, RDFS + "label"]).map(ox.NamedNode),
        NODES | LITERALS,
        NODES,
    )
)


def _union(quads: Sequence[ox.Quad]) -> set[ox.Quad]:
    return {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}


@pytest.mark.parametrize("form", FORMS)
@given(quads=QUADS)
def test_export_then_import_is_the_same(form: ExportFormat, quads: list[ox.Quad]) -> None:
    """Every character, language and datatype comes back; of triples, all but the graphs."""
    data, losses = draw_rdf(quads, form, HEAD)
    wanted = set(quads) if form in WHOLE else _union(quads)
    assert set(ox.parse(data, format=FORMS[form][0])) == wanted
    assert {loss.kind for loss in losses} == (set() if form in WHOLE else {LossKind.GRAPHS})
    assert draw_rdf(list(reversed(quads)), form, HEAD) == (data, losses)


# rdflib warns of names of its own that its parsers use.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("form", FORMS)
def test_another_reader_reads_the_same(form: ExportFormat) -> None:
    """rdflib, whose parsers are others, finds as many statements, and the words as they are."""
    words = 'one\r\ntwo\rthree\n\t"four" & <five> \\ 𝄞'
    subject, label = ox.NamedNode("https://example.org/a"), ox.NamedNode(RDFS + "label")
    graphs = [ox.NamedNode(f"https://example.org/graph/{number}") for number in (1, 2)]
    quads = [ox.Quad(subject, label, ox.Literal(words), graph) for graph in graphs]
    quads.append(ox.Quad(subject, ox.NamedNode(Ata.supplier), subject, graphs[0]))
    data, losses = draw_rdf(quads, form, HEAD)
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=FORMS[form][1])
    found = {(str(s), str(p), str(o), str(g)) for s, p, o, g in dataset.quads()}
    assert len(found) == (3 if form in WHOLE else 2)
    assert {o for _, p, o, _ in found if p == RDFS + "label"} == {words}
    if form not in WHOLE:
        assert [(loss.count, loss.statements) for loss in losses] == [(2, 1)]


def test_what_xml_cannot_hold_is_marked_and_counted() -> None:
    """A control character is neither written, which no parser reads, nor dropped in silence."""
    label, subject = ox.NamedNode(RDFS + "label"), ox.NamedNode("https://example.org/a")
    quads = [ox.Quad(subject, label, ox.Literal("a\x01b\ufffe", language="en"), subject)]
    data, losses = draw_rdf(quads, ExportFormat.RDFXML, HEAD)
    (read,) = rdflib.Graph().parse(data=data, format="xml")
    assert read[2] == rdflib.Literal("a⟨U+0001⟩b⟨U+FFFE⟩", lang="en")
    assert [loss.count for loss in losses if loss.kind is LossKind.CHARACTERS] == [2]


def test_prefixes_are_bound_where_the_format_has_them() -> None:
    """Names are short in Turtle, TriG, JSON-LD and RDF/XML."""
    subject = ox.NamedNode("https://w3id.org/arms-transfer-kg/id/actor/KP")
    quads = [ox.Quad(subject, ox.NamedNode(Ata.organOf), subject, subject)]
    for form in (ExportFormat.TRIG, ExportFormat.TURTLE):
        assert b"actor:KP ata:organOf actor:KP" in draw_rdf(quads, form, HEAD)[0]
    assert b"<ata:organOf " in draw_rdf(quads, ExportFormat.RDFXML, HEAD)[0]
    document = json.loads(draw_rdf(quads, ExportFormat.JSONLD, HEAD)[0])
    assert document["@graph"][0] == {"note": HEAD}
    assert document["@graph"][1]["@graph"] == [
        {"@id": "actor:KP", "ata:organOf": [{"@id": "actor:KP"}]}
    ]


@pytest.mark.parametrize("form", [ExportFormat.GRAPHML, ExportFormat.GEXF])
def test_hostile_words_stay_words_in_a_network(form: ExportFormat, picture: Picture) -> None:
    """Markup and line ends come back as they were; what XML cannot hold is marked and counted."""
    title = 'a "title"\r\n</node> & \x0c'
    texts = tuple(replace(text, title=title) for text in picture.texts)
    data, losses = draw_network(replace(picture, texts=texts), [], form, HEAD)
    read = nx.read_graphml if form is ExportFormat.GRAPHML else nx.read_gexf
    network = read(io.BytesIO(data))
    found = {values["label"] for _, values in network.nodes(data=True) if values["kind"] == "text"}
    assert found == {'a "title"\r\n</node> & ⟨U+000C⟩'}
    (loss,) = [loss for loss in losses if loss.kind is LossKind.CHARACTERS]
    assert loss.count == len(texts)


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''-1", "＝1"]
)
def test_no_cell_is_run_as_a_formula(words: str, picture: Picture) -> None:
    """An apostrophe stands before it, is counted, and taken away gives the words back."""
    texts = (replace(picture.texts[0], title=words), *picture.texts[1:])
    data, losses = draw_tables(replace(picture, texts=texts), [], HEAD)
    archive = zipfile.ZipFile(io.BytesIO(data))
    rows = list(csv.DictReader(io.StringIO(archive.read("texts.csv").decode(), newline="")))
    assert rows[0]["title"] == f"'{words}"
    assert rows[1]["title"] == picture.texts[1].title
    assert [loss.count for loss in losses if loss.kind is LossKind.CELLS] == [1]
    assert "In 1 cells an apostrophe" in json.loads(archive.read("datapackage.json"))["description"]


def _well_formed(group: str) -> list[str]:
    """Return the words of a group without halves of surrogates, which no text in UTF-8 can have."""
    return [each for each in GROUPS[group] if not re.search("[\ud800-\udfff]", each)]


@pytest.mark.parametrize("form", [ExportFormat.GRAPHML, ExportFormat.GEXF])
@pytest.mark.parametrize("group", GROUPS)
def test_hostile_words_break_no_network(form: ExportFormat, group: str) -> None:
    """The file parses, and every name in it is the name that somebody wrote."""
    data, _ = draw_network(case(_well_formed(group)), [], form, HEAD)
    read = nx.read_graphml if form is ExportFormat.GRAPHML else nx.read_gexf
    network = read(io.BytesIO(data))
    found = {str(values["label"]) for _, values in network.nodes(data=True)}
    assert {marked(words) for words in _well_formed(group)} - found == set()


@pytest.mark.parametrize("group", GROUPS)
def test_hostile_words_break_no_table(group: str) -> None:
    """Every cell is read back, and none is run."""
    words = _well_formed(group)
    data, _ = draw_tables(case(words), [], HEAD)
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in archive.namelist():
        if not name.endswith(".csv"):
            continue
        written = archive.read(name).decode()
        rows = list(csv.reader(io.StringIO(written, newline="")))
        assert len({len(row) for row in rows}) == 1, name
        cells = [cell for row in rows for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    texts = list(csv.DictReader(io.StringIO(archive.read("texts.csv").decode(), newline="")))
    titles = {row["title"] for row in texts}
    assert all(each in titles or f"'{each}" in titles for each in words)


def test_an_apostrophe_of_the_text_itself_stays_as_it_is(picture: Picture) -> None:
    """Only what would be run is touched: 'tis is no formula."""
    texts = (replace(picture.texts[0], title="'tis said - and =denied"), *picture.texts[1:])
    data, losses = draw_tables(replace(picture, texts=texts), [], HEAD)
    written = zipfile.ZipFile(io.BytesIO(data)).read("texts.csv").decode()
    assert ",'tis said - and =denied," in written
    assert [loss for loss in losses if loss.kind is LossKind.CELLS] == []


def test_every_column_is_described_and_no_description_is_stale(picture: Picture) -> None:
    """The columns of all tables, and nothing else; each row has a cell for each."""
    assert {column for shape in TABLES for column in shape.columns} == set(COLUMNS)
    for shape in TABLES:
        assert {len(row) for row in draw_table(shape, picture).rows} <= {len(shape.columns)}
    assert all(COLUMNS.values())
