"""``kg ask``: a named question, or one of your own in SPARQL."""

from __future__ import annotations

import sys
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Asked, reading

if TYPE_CHECKING:
    from kg.front.graph import Graph
    from kg.queries import Answer


class Seconds(click.FloatRange):
    """A span of time; what is no number at all is wrong usage too."""

    def convert(
        self,
        value: Any,  # noqa: ANN401  # what click hands on
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        seconds = float(super().convert(value, param, ctx))
        if isnan(seconds):
            self.fail(f"{value!r} is no number of seconds", param, ctx)
        return seconds


_FORMS = ["table", "csv", "tsv", "json", "nt", "ttl"]


@click.command()
@click.argument("question", metavar="NAME|FILE.rq|-", required=False)
@click.option("--list", "lists", is_flag=True, help="Show the named questions and end.")
@click.option(
    "--param",
    "parameters",
    multiple=True,
    metavar="KEY=VALUE",
    help="Narrow a named question, such as actor=KP. May be given several times.",
)
@reading(what="The build to ask.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default="table",
    show_default=True,
    help="How to print the answer; nt and ttl are for CONSTRUCT.",
)
@click.option(
    "--timeout",
    type=Seconds(min=0.1, max=86_400),
    default=30.0,
    show_default=True,
    help="Seconds that SPARQL of your own may take.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help="Rows that SPARQL of your own may answer with; more is an error.",
)
def ask(  # noqa: PLR0913  # one for each option
    question: str | None,
    *,
    lists: bool,
    parameters: tuple[str, ...],
    asked: Asked,
    form: str,
    timeout: float,
    max_rows: int,
) -> None:
    """Ask a named question, or one of your own in SPARQL from a FILE.rq or standard input (-).

    Queries see all graphs as one. The prefixes of docs/queries.md need not be declared. SPARQL of
    your own runs in a process of its own, with limits of time, memory and rows.
    """
    if lists:
        click.echo(_listing())
    elif question is None:
        raise click.UsageError("give the name of a question, a file, or - for standard input")
    elif question == "-" or question.endswith(".rq"):
        if parameters:
            raise click.UsageError("--param is for named questions")
        opened = asked.open()
        click.echo(_ask_own(question, opened, form, timeout, max_rows), nl=False)
    else:
        if form in {"nt", "ttl"}:
            raise click.UsageError("nt and ttl are for CONSTRUCT queries of your own")
        opened = asked.open()
        click.echo(_ask_named(question, parameters, opened, form), nl=False)


def _ask_named(name: str, parameters: tuple[str, ...], graph: Graph, form: str) -> str:
    from kg.queries import find_named  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.queries.asking import QueryGroup  # noqa: PLC0415  # as above
    from kg.queries.reasons import NO_DETERMINATION  # noqa: PLC0415  # as above
    from kg.views.restriction import where  # noqa: PLC0415  # as above

    query = find_named(name)
    answer = graph.ask(name, **read_pairs(parameters))
    if not answer.rows:
        click.echo(f"{answer.question} Nothing {where(graph.restriction)}.", err=True)
    if query.group is QueryGroup.FINDINGS:
        click.echo(NO_DETERMINATION, err=True)
    return _draw(answer, graph, form)


def _draw(answer: Answer, graph: Graph, form: str) -> str:
    from kg.views.restriction import restriction_values  # noqa: PLC0415  # as below
    from kg.views.tables import (  # noqa: PLC0415  # keeps `kg --help` quick
        Table,
        as_records,
        draw_csv,
        draw_json,
        draw_text,
        draw_tsv,
    )

    table = Table(columns=answer.variables, rows=answer.rows)
    match form:
        case "json":
            values = {
                "name": answer.name,
                "question": answer.question,
                **restriction_values(graph.restriction),
                "variables": list(answer.variables),
                "rows": as_records(table),
            }
            return draw_json("kg-answer/1", values)
        case "csv":
            return draw_csv(table)
        case "tsv":
            return draw_tsv(table)
        case _:
            return draw_text(table)


def _ask_own(question: str, graph: Graph, form: str, timeout: float, max_rows: int) -> str:
    from kg.marked import decode, read_bytes  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.views.answers import draw_answer  # noqa: PLC0415  # as above

    if question == "-":
        name, data = "standard input", sys.stdin.buffer.read()
    else:
        name, data = question, read_bytes(Path(question), question)
    query = decode(data, name)
    answer = graph.query(query, timeout=timeout, max_rows=max_rows, name=name)
    return draw_answer(answer, form)


def read_pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    """Return what ``--param`` was given; wrong usage where it is not KEY=VALUE."""
    pairs = {}
    for each in parameters:
        key, equals, value = each.partition("=")
        if not equals or not key or not value:
            raise click.BadParameter(f"{each!r} is not KEY=VALUE", param_hint="--param")
        pairs[key] = value
    return pairs


def _listing() -> str:
    from kg.queries import named  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.queries.asking import QueryGroup  # noqa: PLC0415  # as above

    width = max(len(name) for name in named())
    lines: list[str] = []
    for group in QueryGroup:
        lines += ["", group.value] if lines else [group.value]
        for name, query in named().items():
            if query.group is not group:
                continue
            lines.append(f"  {name.ljust(width)}  {query.question}")
            lines += [
                f"  {' ' * width}    --param {each.name}=…  {each.meaning}"
                f" ({'required' if each.required else 'optional'})"
                for each in query.parameters
            ]
    return "\n".join(lines)
