"""``kg cite``: an answer as a small file that can be cited, and put to the test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.ask import ask as ask_command
from kg.cli.ask import read_pairs
from kg.cli.explain import explain as explain_command
from kg.cli.findings import findings as findings_command
from kg.cli.options import Asked, Part

if TYPE_CHECKING:
    from kg.model.questions import Question

_RESTRICTING = ("graph", "as_of", "according_to", "without")
_FILTERS = ("kind", "actor", "norm", "text", "near_misses", "claimed_purposes")
_OWN = (
    click.Option(
        ["--accessed"],
        metavar="DATE",
        help="The day on which you asked, for the references; this program looks at no clock.",
    ),
    click.Option(
        ["--out"],
        type=click.Path(path_type=Path),
        default=Path("-"),
        help="The file to write; without it, standard output.",
    ),
    click.Option(
        ["--format", "form"],
        type=click.Choice(["json", "csl", "bibtex", "text"]),
        default="json",
        show_default=True,
        help="The whole citation as JSON, or of its references alone one form.",
    ),
)


@click.group()
def cite() -> None:
    """Turn an answer into a small file: question, graph, result, and how to cite it.

    The questions are those of `kg ask`, `kg findings` and `kg explain`, with the same options. `kg
    verify` asks again, and says whether the answer is the same.
    """


def _citing(
    command: click.Command, question: Callable[..., Question], *names: str
) -> click.Command:
    """Return a command that cites what ``question`` returns.

    It takes the parameters of ``command`` called ``names``, so that both mean the same.
    """

    def run(**given: Any) -> None:  # noqa: ANN401  # what click hands on
        form, out, accessed = (given.pop(name) for name in ("form", "out", "accessed"))
        graph, *part = (given.pop(name) for name in _RESTRICTING)
        _write(question(**given), Asked(graph, Part(*part)), accessed, form, out)

    kept = {*names, *_RESTRICTING}
    parameters = [each for each in command.params if each.name in kept]
    return click.Command(
        command.name, params=[*parameters, *_OWN], callback=run, help=question.__doc__
    )


def _write(question: Question, asked: Asked, accessed: str | None, form: str, out: Path) -> None:
    import json  # noqa: PLC0415  # as below

    from kg.views.citation import draw_citation, draw_words  # noqa: PLC0415  # keeps help quick
    from kg.views.files import write_whole  # noqa: PLC0415  # as above

    citation = asked.open().cite(question, accessed=accessed)
    match form:
        case "json":
            drawn = draw_citation(citation)
        case "csl":
            drawn = json.dumps(citation.cite_as["csl"], ensure_ascii=False, indent=2) + "\n"
        case "bibtex":
            drawn = citation.cite_as["bibtex"]
        case _:
            drawn = draw_words(citation)
    if str(out) == "-":
        click.echo(drawn, nl=False)
    else:
        write_whole(out, drawn)
        click.echo(out)
    if form in {"json", "csl", "bibtex"}:
        click.echo(draw_words(citation), err=True, nl=False)


def _ask(
    *, question: str | None, parameters: tuple[str, ...], timeout: float, max_rows: int
) -> Question:
    """Cite the answer to a named question, or to SPARQL from a FILE.rq or standard input (-)."""
    from kg.marked import decode, read_bytes  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.model.questions import NamedQuestion, OwnQuestion  # noqa: PLC0415  # as above

    if question is None:
        raise click.UsageError("give the name of a question, a file, or - for standard input")
    if question != "-" and not question.endswith(".rq"):
        pairs = tuple(sorted(read_pairs(parameters).items()))
        return NamedQuestion(name=question, parameters=pairs)
    if parameters:
        raise click.UsageError("--param is for named questions")
    name = "standard input" if question == "-" else question
    data = sys.stdin.buffer.read() if question == "-" else read_bytes(Path(question), question)
    return OwnQuestion(sparql=decode(data, name), timeout=timeout, max_rows=max_rows)


def _findings(**filters: Any) -> Question:  # noqa: ANN401  # what click hands on
    """Cite the findings that fit every filter given. Each is an inference."""
    from kg.model.questions import FindingsQuestion  # noqa: PLC0415  # keeps `kg --help` quick

    return FindingsQuestion(**filters)


def _explain(*, finding: str) -> Question:
    """Cite the case file of a finding: each test, the words on both sides, who denies it."""
    from kg.model.questions import CaseQuestion  # noqa: PLC0415  # keeps `kg --help` quick

    return CaseQuestion(finding=finding)


for each in (
    _citing(ask_command, _ask, "question", "parameters", "timeout", "max_rows"),
    _citing(findings_command, _findings, *_FILTERS),
    _citing(explain_command, _explain, "finding"),
):
    cite.add_command(each)
