"""A query of somebody else runs in a process of its own, and whatever happens costs a message."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import KgError, Problem
from kg.iris import text_iri
from kg.store.answers import Answer, Value
from kg.store.worker import run_query
from tests.store.processes import PROC, find_process, wait_for, worker_at_work, workers_of
from tests.store.small_builds import EX, GRAPH, XSD, graph_of, write

# Every row with every row, forty times over: no engine comes to an end with it.
SLOW = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{n} ?b{n} ?c{n} .' for n in range(40))} }}"
DOUBLED = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(19))
LARGE = f"SELECT (STRLEN(?x19) AS ?n) {{ BIND('{'x' * 1_000}' AS ?x0) {DOUBLED} }}"

needs_proc = pytest.mark.skipif(not PROC.is_dir(), reason="processes are looked for in /proc")


def problem_of(source: Path, query: str, **limits: Any) -> Problem:
    """Return the one problem with which ``query`` ends."""
    with pytest.raises(KgError) as raised:
        run_query(source, query, **limits)
    (problem,) = raised.value.problems
    return problem


def words(value: str) -> Value:
    return Value("literal", value, XSD + "string")


def test_a_select_answers_with_rows_of_its_variables(small: Path) -> None:
    """Rows follow the variables in the order in which they are selected."""
    query = f"SELECT ?what ?count {{ ?what <{EX}count> ?count }}"
    assert run_query(small, query) == Answer(
        kind="select",
        variables=("what", "count"),
        rows=((Value("iri", EX + "shells"), Value("literal", "300", XSD + "integer")),),
    )


def test_literals_keep_language_datatype_and_characters(small: Path) -> None:
    """Line feeds, quotation marks and letters beyond ASCII come through as they stand."""
    query = f"SELECT ?label {{ ?s <{EX}label> ?label }} ORDER BY ?s"
    string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
    assert run_query(small, query).rows == (
        (words('«rifles»\nand "more"'),),
        (Value("literal", "artillery shells", string, "en"),),
    )


def test_what_a_solution_leaves_unbound_is_none(small: Path) -> None:
    """None is no empty string: the rifles have no count."""
    query = (
        f"SELECT ?s ?count {{ ?s <{EX}label> ?l OPTIONAL {{ ?s <{EX}count> ?count }} }} ORDER BY ?s"
    )
    assert run_query(small, query).rows == (
        (Value("iri", EX + "rifles"), None),
        (Value("iri", EX + "shells"), Value("literal", "300", XSD + "integer")),
    )


@pytest.mark.parametrize(("count", "truth"), [(300, True), (301, False)])
def test_an_ask_answers_with_a_truth(small: Path, count: int, truth: bool) -> None:  # noqa: FBT001
    """ASK has no rows, and says yes or no."""
    answer = run_query(small, f"ASK {{ ?s <{EX}count> {count} }}")
    assert answer == Answer(kind="ask", truth=truth)


def test_a_construct_answers_with_triples(small: Path) -> None:
    """Subject, predicate and object, a blank node among them."""
    query = f"CONSTRUCT {{ ?s <{EX}of> [] }} WHERE {{ ?s <{EX}count> ?n }}"
    answer = run_query(small, query)
    assert answer.kind == "construct"
    assert answer.variables == ("subject", "predicate", "object")
    ((subject, predicate, blank),) = answer.rows
    assert (subject, predicate) == (Value("iri", EX + "shells"), Value("iri", EX + "of"))
    assert blank is not None
    assert blank.kind == "blank"


def test_a_statement_about_a_statement_comes_as_its_n_triples(small: Path) -> None:
    """What Utopia says is one term, and its parts can be asked for."""
    inner = f"<{EX}shells> <{EX}count> <{EX}none>"
    whole = run_query(small, f"SELECT ?what {{ ?who <{EX}says> ?what }}")
    assert whole.rows == ((Value("triple", inner),),)
    part = run_query(small, f"SELECT ?n {{ ?who <{EX}says> <<( ?s ?p ?n )>> }}")
    assert part.rows == ((Value("iri", EX + "none"),),)


def test_graphs_are_seen_as_one_and_reached_one_by_one(small: Path) -> None:
    """Without GRAPH a query sees every quad; with it, those of that graph."""
    together = run_query(small, "SELECT ?s { ?s ?p ?o }")
    assert len(together.rows) == GRAPH.count(b"\n")
    single = run_query(small, f"SELECT DISTINCT ?s {{ GRAPH <{EX}one> {{ ?s ?p ?o }} }}")
    assert single.rows == ((Value("iri", EX + "shells"),),)


def test_prefixes_and_base_are_known_without_being_declared(small: Path) -> None:
    """Whoever asks may hand them over beside the query."""
    query = "ASK { ex:shells ex:count ?n . <shells> <count> ?n }"
    assert run_query(small, query, prefixes={"ex": EX}, base=EX).truth is True


def test_the_bundled_build_is_answered_from(bundled_build: Path) -> None:
    """A build as `kg build` leaves it, one of its generations, and its N-Quads all answer alike."""
    query = f"ASK {{ <{text_iri('2023-10-26-us-jp-kr')}> ?p ?o }}"
    generation = (bundled_build / "current").resolve()
    for source in (bundled_build, generation, generation / "graph.nq"):
        assert run_query(source, query).truth is True


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("SELEC * { ?s ?p ?o }", 1),
        ("SELECT *\n{ ?s ?p }", 2),
        ("SELECT * {\n  ?s nobody:declared ?o\n}", 2),
        ("# a comment\n\nASK { ?s ?p ?o }}", 3),
    ],
)
def test_a_syntax_error_has_name_line_and_column(small: Path, query: str, line: int) -> None:
    """An editor can jump to where the engine could read no further."""
    with pytest.raises(SyntaxError, match=rf"error at {line}:") as raised:
        ox.Store().query(query)
    place = str(raised.value).removeprefix("error at ").partition(": ")[0]
    problem = problem_of(small, query, name="mine.rq")
    assert problem.slug == "query-syntax"
    assert str(problem.place) == f"mine.rq:{place}"
    assert problem.sentence.startswith("this is not SPARQL: expected")


@pytest.mark.parametrize("query", ["ASK { FILTER(<urn:f>(1)) }", "SELECT ('\ud800' AS ?x) {}"])
def test_what_the_engine_cannot_answer_is_said_in_its_words(small: Path, query: str) -> None:
    """A function that nobody defined, and half of a character, are no crash."""
    problem = problem_of(small, query)
    assert problem.slug == "query-failed"
    assert problem.sentence.startswith("the engine cannot answer this query: ")


def test_a_slow_query_is_stopped_after_its_time(small: Path) -> None:
    """There is no part of an answer, and nothing goes on computing."""
    began = time.monotonic()
    problem = problem_of(small, SLOW, timeout=1)
    assert time.monotonic() - began < 20
    assert problem.slug == "query-too-slow"
    assert problem.sentence == "the query was stopped after 1 seconds"
    assert not PROC.is_dir() or workers_of(os.getpid()) == []


def test_an_answer_of_too_many_rows_is_an_error_and_never_cut(tmp_path: Path) -> None:
    """As many rows as are allowed come whole; one more, and there is no answer."""
    write(tmp_path / "build", graph_of(*(f"word {number}" for number in range(10))))
    for query in ("SELECT ?o { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
        assert len(run_query(tmp_path / "build", query, max_rows=10).rows) == 10
        problem = problem_of(tmp_path / "build", query, max_rows=9)
        assert problem.slug == "too-many-rows"
        assert problem.sentence == "the answer has more than 9 rows"


@pytest.mark.slow
def test_an_answer_of_too_many_bytes_is_an_error(small: Path) -> None:
    """A few rows may be as large as many."""
    rows = " ".join(str(number) for number in range(300))
    ten = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(10))
    query = f"SELECT * {{ BIND('{'x' * 1_000}' AS ?x0) {ten} VALUES ?row {{ {rows} }} }}"
    problem = problem_of(small, query)
    assert problem.slug == "too-many-rows"
    assert problem.sentence == "the answer is larger than 256 MiB"


def test_a_query_that_needs_too_much_memory_is_stopped(small: Path) -> None:
    """The message says how much it was allowed."""
    problem = problem_of(small, LARGE, memory=500 * 1024**2)
    assert problem.slug == "query-out-of-memory"
    assert problem.sentence == "the query needed more than 500 MiB of memory"


@needs_proc
@pytest.mark.parametrize(
    ("sign", "slug", "how"),
    [
        (signal.SIGSEGV, "query-crashed", "(SIGSEGV)"),
        (signal.SIGABRT, "query-crashed", "(SIGABRT)"),
        (signal.SIGKILL, "query-out-of-memory", "MiB"),  # as the kernel does when memory is short
    ],
)
def test_a_worker_that_dies_costs_a_message(
    small: Path, sign: signal.Signals, slug: str, how: str
) -> None:
    """Whatever brings the process down, whoever asked hears of it and lives."""
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(problem_of, small, SLOW)
        os.kill(worker_at_work(os.getpid()), sign)
        problem = asked.result(timeout=20)
    assert problem.slug == slug
    assert how in problem.sentence
    assert run_query(small, "ASK {}").truth is True


@pytest.mark.parametrize("place", ["nowhere", "n" * 300])
def test_asking_where_no_build_is_says_so(tmp_path: Path, place: str) -> None:
    """A message comes back from the process, and not its death."""
    assert problem_of(tmp_path / place, "ASK {}").slug in {"no-build", "unreadable-file"}


def test_a_file_that_is_no_graph_is_said(tmp_path: Path) -> None:
    """The query is not to blame where the file is no N-Quads."""
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("On the arms trade")
    problem = problem_of(thesis, "ASK {}")
    assert problem.slug == "build-damaged"
    assert problem.sentence.startswith("thesis.txt is not N-Quads: ")


class Listener:
    """Somebody on this machine who counts who comes, and hangs up."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/sparql"
        self.visits = 0
        self._thread = threading.Thread(target=self._count)
        self._thread.start()

    def _count(self) -> None:
        while True:
            caller, _ = self._socket.accept()
            with caller:
                if caller.recv(3) == b"end":
                    return
                self.visits += 1

    def close(self) -> None:
        with socket.create_connection(self._socket.getsockname()) as last:
            last.sendall(b"end")
        self._thread.join()
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    there = Listener()
    yield there
    there.close()


def asked_directly(source: Path, query: str) -> list[Any]:
    """Hand ``query`` to the worker process itself, past the guard; return the lines it writes."""
    request = {"source": str(source), "query": query, "max_rows": 10, "memory": 2 * 1024**3}
    request |= {"seconds": 20, "base": None, "prefixes": {}}
    command = [sys.executable, "-P", "-m", "kg.store.worker_process"]
    given = json.dumps(request).encode() + b"\n"
    done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=60)
    return [json.loads(line) for line in done.stdout.splitlines()]


def may_leave_the_network() -> bool:
    """Tell whether the system lets a process of ours do without the network; asked apart."""
    ways = "0x40000000, 0x10000000 | 0x40000000"  # alone, and with a user namespace of its own
    code = f"import ctypes; print(any(ctypes.CDLL(None).unshare(w) == 0 for w in ({ways})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() == "True"


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_no_query_reaches_another_machine(small: Path, listener: Listener, silent: str) -> None:
    """The guard refuses SERVICE, and behind it the worker has no network to reach anybody by."""
    query = f"SELECT * {{ SERVICE {silent}<{listener.url}> {{ ?s ?p ?o }} }}"
    assert problem_of(small, query).slug == "query-refused"
    assert listener.visits == 0

    # That the same query does go out from a process that is like any other shows that a visit
    # would be seen.
    code = "import pyoxigraph, sys; list(pyoxigraph.Store().query(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, query], capture_output=True, check=False)
    wait_for(lambda: listener.visits > 0)
    before = listener.visits

    # Where the system does not let a process leave the network, the guard is all there is.
    lines = asked_directly(small, query)
    assert (listener.visits == before) is may_leave_the_network()
    assert silent or lines[-1]["problem"]["slug"] == "query-failed"


def test_from_names_a_graph_and_fetches_nothing(listener: Listener) -> None:
    """Even in a process with a network, the engine takes the address for a name."""
    query = "SELECT * FROM <there> FROM NAMED <there> { ?s ?p ?o }".replace("there", listener.url)
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    assert list(found) == []
    assert listener.visits == 0


# Whoever starts these tests in the background has them ignore SIGINT, and passes that on.
HEEDING = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("kg", run_name="__main__", alter_sys=True)
"""


def asking(source: Path) -> subprocess.Popen[bytes]:
    """Start `kg ask -` on a query that does not end, in a process group of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING, "ask", "-", "--graph", str(source)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin is not None
    process.stdin.write(SLOW.encode())
    process.stdin.close()
    process.stdin = None
    return process


@needs_proc
def test_ctrl_c_ends_a_query_at_once(small: Path) -> None:
    """`kg ask` ends with the exit code of docs/commands.md, and its worker ends with it."""
    with asking(small) as process:
        worker = worker_at_work(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert find_process(worker) is None
    assert b"Traceback" not in err
    assert out == b""
    assert process.returncode == 130


@needs_proc
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_no_worker_outlives_who_asked(small: Path) -> None:
    """Even when `kg ask` is killed outright, nothing goes on computing."""
    with asking(small) as process:
        worker = worker_at_work(process.pid)
        process.kill()
        process.communicate(timeout=20)
    wait_for(lambda: find_process(worker) is None)
