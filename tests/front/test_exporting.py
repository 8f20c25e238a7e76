"""Exports: what each format holds is in the file, and what it is said not to hold is not."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import open_graph
from kg.front.digests import hash_of
from kg.front.graph import Graph
from kg.iris import id_of, passage_iri
from kg.model.exports import Export, ExportFormat, Loss, LossKind
from kg.quads.terms import OA, RDF_TYPE, RDFS, SKOS, word_of
from kg.views.exports.heading import FINDINGS
from kg.views.exports.holding import IN_NETWORK, IN_TABLES
from kg.views.exports.losses import tell_losses
from kg.views.exports.networks import records_drawn
from kg.views.exports.rdf import draw_rdf
from kg.views.exports.unheld import Holding, split
from kg.views.exports.zipped import records_in_rows
from kg.vocab import Ata

pytestmark = pytest.mark.slow
READERS = {
    ExportFormat.NQUADS: ox.RdfFormat.N_QUADS,
    ExportFormat.TRIG: ox.RdfFormat.TRIG,
    ExportFormat.JSONLD: ox.RdfFormat.JSON_LD,
    ExportFormat.TURTLE: ox.RdfFormat.TURTLE,
    ExportFormat.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    ExportFormat.RDFXML: ox.RdfFormat.RDF_XML,
}
WHOLE = ["nquads", "trig", "jsonld"]
TRIPLES = ["turtle", "ntriples", "rdfxml"]
OTHERS = ["graphml", "gexf", "csv"]
# Records of an export by their IRIs, each with every value that stands in its rows, or on its node
# and on the edges at it.
Records = Mapping[str, frozenset[str]]


@pytest.fixture(scope="module")
def graph(bundled_build: Path) -> Graph:
    return open_graph(bundled_build)


@pytest.fixture(scope="module")
def exported(graph: Graph) -> Callable[[str], Export]:
    """Return the export in a format, each made once."""
    made: dict[str, Export] = {}

    def export(name: str) -> Export:
        if name not in made:
            made[name] = graph.export(name)
        return made[name]

    return export


@pytest.fixture(scope="module")
def part(graph: Graph) -> Graph:
    return graph.restrict(as_of="2023-10-26", without=["2023-10-26-peskov"])


def _read(export: Export) -> set[ox.Quad]:
    return set(ox.parse(export.data, format=READERS[export.format]))


def _backwards(quad: ox.Quad) -> str:
    """Sort by what ends a quad, which is an order that nothing here has."""
    return str(quad)[::-1]


def _union(quads: set[ox.Quad]) -> set[ox.Quad]:
    return {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}


@pytest.mark.parametrize("name", WHOLE)
def test_what_holds_everything_gives_the_same_statements_back(
    name: str, graph: Graph, exported: Callable[[str], Export]
) -> None:
    """Export then import is the same set of quads, and the list of losses is empty."""
    export = exported(name)
    assert _read(export) == set(graph.store)
    assert export.losses == ()
    assert export.held == export.statements == len(graph.store)
    assert "Nothing is lost" in tell_losses(export)


@pytest.mark.parametrize("name", TRIPLES)
def test_triples_lose_the_names_of_graphs_and_no_more(
    name: str, graph: Graph, exported: Callable[[str], Export]
) -> None:
    """Every statement is there, without its graph; the graphs are counted."""
    export = exported(name)
    assert _read(export) == _union(set(graph.store))
    graphs = {quad.graph_name for quad in graph.store}
    assert [(loss.kind, loss.count, loss.statements) for loss in export.losses] == [
        (LossKind.GRAPHS, len(graphs), 0)
    ]
    assert f"the names of {len(graphs)} graphs" in tell_losses(export)


def test_nquads_are_those_of_the_build_below_the_comments(
    graph: Graph, part: Graph, exported: Callable[[str], Export]
) -> None:
    """Without its comments the file has the hash that the manifest, and a citation, give."""
    for opened, export in ((graph, exported("nquads")), (part, part.export("nquads"))):
        lines = [line for line in export.data.splitlines(keepends=True) if line[:1] != b"#"]
        assert (sha256(b"".join(lines)).hexdigest(), len(lines)) == hash_of(opened)


@pytest.mark.parametrize("form", [*READERS])
def test_the_order_of_loading_does_not_matter(form: ExportFormat, graph: Graph) -> None:
    """The same quads in another order, some of them twice, give the same bytes."""
    quads = [q for q in graph.store if "finding" not in str(q.graph_name)]
    shuffled = sorted(quads, key=_backwards) + quads[:50]
    assert draw_rdf(shuffled, form, ["a note"]) == draw_rdf(quads, form, ["a note"])


@pytest.mark.parametrize("name", OTHERS)
def test_a_store_filled_in_another_order_gives_the_same_file(
    name: str, bundled_build: Path, tmp_path: Path, exported: Callable[[str], Export]
) -> None:
    """Networks and tables are as sorted as the rows that they are made from."""
    opened = open_graph(bundled_build)
    quads = sorted(opened.store, key=_backwards)
    (tmp_path / "graph.nq").write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    store = ox.Store()
    store.load(path=str(tmp_path / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    again = Graph(
        directory=opened.directory,
        generation=opened.generation,
        manifest=opened.manifest,
        store=store,
    )
    assert again.export(name) == exported(name)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_held_and_what_is_lost_are_all_there_is(
    name: str, graph: Graph, exported: Callable[[str], Export]
) -> None:
    """No statement is left out of both, and none is counted twice."""
    held, lost = split(graph.store, *_holding(name, graph))
    export = exported(name)
    assert len(held) + len(lost) == len(graph.store)
    assert export.held == len(held)
    assert sum(loss.statements for loss in export.losses) == len(lost)
    assert len(held) > 1000


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_held_stands_in_the_file(
    name: str, graph: Graph, exported: Callable[[str], Export]
) -> None:
    """The value of each statement held is read back from the record that it is about."""
    holding, written = _holding(name, graph)
    records, labels = _records(exported(name), graph), _labels(graph)
    held, _ = split(graph.store, holding, written)
    classes = _classes(graph)
    missing = [
        quad
        for quad in held
        if not _stands(quad, _home(word_of(quad.subject), classes, holding), records, labels)
    ]
    assert missing == []


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_said_to_be_lost_is_not_in_the_file(
    name: str, graph: Graph, exported: Callable[[str], Export]
) -> None:
    """No record of a class said to be left out is there, and of a property lost, not all values."""
    holding, written = _holding(name, graph)
    records, labels = _records(exported(name), graph), _labels(graph)
    held, lost = split(graph.store, holding, written)
    classes, there = _classes(graph), {word_of(quad.subject) for quad in held}
    by_property: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for quad in lost:
        subject = word_of(quad.subject)
        home = _home(subject, classes, holding)
        kind = min(classes.get(subject, {"none"}))
        if subject not in there:
            assert subject not in records
        else:
            is_part = word_of(quad.object).startswith(f"{home}/")
            stands = not is_part and _stands(quad, home, records, labels)
            by_property[kind, quad.predicate.value].append(stands)
    # Every item is in the scheme called "item", which is also what its node is.
    found = {key for key, values in by_property.items() if all(values)}
    assert found <= {(SKOS + "Concept", SKOS + name) for name in ("inScheme", "topConceptOf")}


def _holding(name: str, graph: Graph) -> tuple[Holding, frozenset[str]]:
    if name == "csv":
        return IN_TABLES, records_in_rows(graph.picture())
    return IN_NETWORK, records_drawn(graph.picture())


def _classes(graph: Graph) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in graph.store.quads_for_pattern(None, ox.NamedNode(RDF_TYPE), None):
        found[word_of(quad.subject)].add(word_of(quad.object))
    return found


def _labels(graph: Graph) -> dict[str, str]:
    found = {
        word_of(quad.subject): word_of(quad.object)
        for name in (RDFS + "label", SKOS + "prefLabel")
        for quad in graph.store.quads_for_pattern(None, ox.NamedNode(name), None)
    }
    # A network has the words of a passage in its place.
    for quad in graph.store.quads_for_pattern(None, ox.NamedNode(OA + "exact"), None):
        found[word_of(quad.subject).rpartition("/quote/")[0]] = word_of(quad.object)
    return found


def _home(iri: str, classes: Mapping[str, set[str]], holding: Holding) -> str:
    """Return the IRI under which a record is looked for: an element's and a quote's are theirs."""
    kinds = classes.get(iri, set())
    if Ata.Element in kinds:
        return iri
    up = max((holding[kind].up for kind in kinds if kind in holding), default=0)
    return iri.rsplit("/", up)[0] if up else iri


def _stands(quad: ox.Quad, home: str, records: Records, labels: Mapping[str, str]) -> bool:
    values = records.get(home, frozenset())
    said = word_of(quad.object)
    if quad.predicate.value == RDF_TYPE:
        kind = re.sub("(?<=[a-z])(?=[A-Z])", "-", id_of(said)).lower()
        kinds = {"state", "organization", "non-state-group", "person", "vessel", "grouping"}
        kinds |= {"transfer", "conduct", "breach", "vote", "consequence", "exemption"}
        kinds |= {"alleged-violation", "prospective-violation", "non-application"}
        return kind in values if kind in kinds else bool(values)
    if isinstance(quad.object, ox.NamedNode):
        if said.startswith(f"{home}/"):
            return bool(values)
        whole = said.removesuffix("/document")
        # What an organ is of stands in the table that is called so.
        candidates = {said, id_of(whole), labels.get(said, said)} - {Ata.organOf}
        if said == Ata.organOf:
            return "/organ-of/" in word_of(quad.subject) and bool(values)
    else:
        # An open end is no day that anybody gave.
        candidates = {"" if said == "9999-12-31" else said}
    return any(
        each in values or (len(each) > 5 and any(each in value for value in values))
        for each in candidates
    )


def _records(export: Export, graph: Graph) -> Records:
    return _in_tables(export) if export.format is ExportFormat.CSV else _in_network(export, graph)


def _tables(export: Export) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(export.data))
    return {
        name.removesuffix(".csv"): list(
            csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline=""))
        )
        for name in archive.namelist()
        if name.endswith(".csv")
    }


def _in_tables(export: Export) -> Records:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, rows in _tables(export).items():
        for row in rows:
            key = row.get("iri") or row.get("proposition") or row["finding"]
            key += f"/{row['test']}" if name == "elements" else ""
            for cell in row.values():
                found[key] |= {cell, *cell.split("; ")}
    return {key: frozenset(values) for key, values in found.items()}


def _network(export: Export) -> nx.MultiDiGraph[str]:
    read = nx.read_graphml if export.format is ExportFormat.GRAPHML else nx.read_gexf
    network = read(io.BytesIO(export.data))
    assert isinstance(network, nx.MultiDiGraph)
    return network


def _in_network(export: Export, graph: Graph) -> Records:
    network = _network(export)
    found: defaultdict[str, set[str]] = defaultdict(set)
    items = graph.picture().propositions
    assert items
    for node, values in network.nodes(data=True):
        name = node.replace("item:", "https://w3id.org/arms-transfer-kg/vocab/item/")
        found[name] |= _split(values)
    for source, target, values in network.edges(data=True):
        ends = {source, target, source.removeprefix("item:"), target.removeprefix("item:")}
        ends |= {network.nodes[end]["name"] for end in (source, target)}
        about = {source, target, values.get("speech_act", ""), values["edge"].rpartition(" ")[2]}
        for key in about:
            found[key] |= _split(values) | ends
    for act in graph.picture().speech_acts:
        found[passage_iri(act.text, act.words.spans)] |= found[act.iri]
    return {key: frozenset(values) for key, values in found.items()}


def _split(values: Mapping[str, object]) -> set[str]:
    cells = [str(value) for value in values.values()]
    # What has no node stands on the proposition as "cast=in favour (for); quantity=several".
    return {each for cell in cells for each in (cell, *re.split(r"; |=| \(|\)", cell))}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_every_edge_tells_how_it_is_claimed_and_by_whom(
    name: str, exported: Callable[[str], Export]
) -> None:
    """Stance, status, who, when, the words: on each edge, and in what is drawn beside it."""
    network = _network(exported(name))
    kinds = nx.get_node_attributes(network, "kind")
    assert network.number_of_edges() > 1000
    for source, target, edge in network.edges(data=True):
        assert (kinds[source], kinds[target]) != ("actor", "actor")
        assert edge["stance"]
        assert edge["status"]
        assert (edge["said"] or "said by nobody in this graph") in edge["label"]
        assert bool(edge["by"]) == bool(edge["speech_acts"])
        assert bool(edge["words"]) == bool(edge["date"]) == bool(edge["speech_acts"])
        if edge["kind"] == "finding":
            assert edge["label"].startswith("inferred: ")
            assert edge["contested_said"] in edge["label"]


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_network_is_the_one_of_networkx(
    name: str, graph: Graph, exported: Callable[[str], Export]
) -> None:
    """No node is merged with another, and no edge goes missing."""
    read, made = _network(exported(name)), graph.to_networkx()
    assert set(read.nodes) == set(made.nodes)
    pairs = sorted((a, b, values["edge"]) for a, b, values in read.edges(data=True))
    assert pairs == sorted(made.edges(keys=True))
    ids = [key for *_, key in read.edges(keys=True)]
    assert len(set(ids)) == len(ids)


def test_no_clock_and_no_version_is_stamped_on_a_network(
    exported: Callable[[str], Export],
) -> None:
    """What networkx writes of itself, and of the day, is not there."""
    head = exported("gexf").data[:2000]
    assert b"lastmodified" not in head
    assert b"NetworkX" not in head


def test_claims_in_tables_stand_beside_who_says_them(exported: Callable[[str], Export]) -> None:
    """No row with a supplier or a recipient is without it; findings say what they are."""
    tables = _tables(exported("csv"))
    acts = defaultdict(set)
    for row in tables["speech-acts"]:
        acts[row["proposition"]].add(row["sentence"])
    assert len(tables["roles"]) > 500
    for row in tables["roles"]:
        assert set(filter(None, row["said_by"].split("; "))) == acts[row["proposition"]]
    assert {row["note"] for row in tables["findings"]} == {
        "This is this program's inference and no legal determination."
    }


def test_the_package_describes_every_table(exported: Callable[[str], Export]) -> None:
    """datapackage.json names each file, and each column with what it holds."""
    archive = zipfile.ZipFile(io.BytesIO(exported("csv").data))
    package = json.loads(archive.read("datapackage.json"))
    assert FINDINGS in package["description"]
    paths = {resource["path"] for resource in package["resources"]}
    assert paths == set(archive.namelist()) - {"datapackage.json"}
    tables = _tables(exported("csv"))
    for resource in package["resources"]:
        rows, schema = tables[resource["name"]], resource["schema"]
        assert all(field["description"] for field in schema["fields"])
        for row in rows:
            assert [field["name"] for field in schema["fields"]] == list(row)
        keys = [tuple(row[name] for name in schema.get("primaryKey", ())) for row in rows]
        assert len(set(keys)) == len(keys) or "primaryKey" not in schema


@pytest.mark.parametrize("form", ExportFormat)
def test_a_part_says_so_in_the_file(form: ExportFormat, part: Graph) -> None:
    """Whoever reads the file alone learns what counts in it, and what a finding is."""
    data = part.export(form.value).data
    if form is ExportFormat.CSV:
        data = zipfile.ZipFile(io.BytesIO(data)).read("datapackage.json")
    words = data.decode("utf-8").replace("&#39;", "'")
    assert "texts out by 2023-10-26" in words
    assert "without 2023-10-26-peskov" in words
    assert FINDINGS in words


def test_a_part_in_which_nobody_says_so_tells_that_it_is_a_part(graph: Graph) -> None:
    """What others say is left out: "nobody" is told of no more than what counts."""
    network = _network(graph.restrict(according_to=["KP"]).export("graphml"))
    unsaid = [edge["label"] for *_, edge in network.edges(data=True) if not edge["said"]]
    assert unsaid
    assert all("nobody in the part of this graph that counts here" in each for each in unsaid)


def test_a_later_text_is_in_no_export_of_an_earlier_day(part: Graph) -> None:
    """Nothing of what came out afterwards is left anywhere in the file."""
    later = {row.id for row in open_graph(part.directory).picture().texts if row.date[:4] > "2023"}
    assert later
    for name in ("nquads", "graphml"):
        words = part.export(name).data.decode("utf-8")
        assert [each for each in later if f"/text/{each}/" in words] == []


def test_another_format_is_a_mistake_of_the_caller(graph: Graph) -> None:
    """The library raises ValueError, as for any wrong argument."""
    with pytest.raises(ValueError, match="docx"):
        graph.export("docx")


def test_each_kind_of_loss_is_told() -> None:
    """A kind that the list forgets would be dropped in silence."""
    losses = tuple(
        Loss(kind=kind, what=f"ata:Text {kind.value}", count=4321, statements=1)
        for kind in LossKind
    )
    export = Export(format=ExportFormat.CSV, data=b"", statements=10, losses=losses)
    assert tell_losses(export).count("4,321") == len(LossKind)
