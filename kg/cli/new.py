"""``kg new``: begin a corpus, or the annotations of a text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


@click.group()
def new() -> None:
    """Begin a corpus of your own, or the annotations of a text."""


@new.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def corpus(folder: Path) -> None:
    """Write a small corpus into DIR that checks and builds: an invented text, actors and a norm."""
    from kg.front.skeletons import write_corpus  # noqa: PLC0415  # keeps `kg --help` quick

    for path in write_corpus(folder):
        click.echo(path)
    click.echo(f"Next: kg check {folder}; kg build {folder} --no-bundled; kg findings", err=True)


@new.command()
@click.argument("file", metavar="FILE.txt", type=click.Path(path_type=Path))
@click.option(
    "--issued-by", "issuer", required=True, metavar="ID", help="Whose text it is, such as KP."
)
@click.option("--date", "issued_on", required=True, metavar="DAY", help="Such as 2023-10-26.")
@click.option("--by", "annotator", default="your name", show_default=True, help="Who annotates.")
@click.option("--kind", default="statement", show_default=True, help="A kind of document.")
@click.option("--language", default="en", show_default=True, help="Such as en or pt-BR.")
@click.option("--title", help="The title of the document; the first line where it is left out.")
@click.option("--abstract", is_flag=True, help="The text is your abstract, and no quotation.")
def text(  # noqa: PLR0913  # one for each option
    file: Path,
    *,
    issuer: str,
    issued_on: str,
    annotator: str,
    kind: str,
    language: str,
    title: str | None,
    abstract: bool,
) -> None:
    """Begin the annotations of FILE.txt in FILE.ann.yaml: digest, parts, and the names it uses."""
    from kg.annotations.native.dates import read_time  # noqa: PLC0415  # keeps `kg --help` quick
    from kg.front.skeletons import write_annotations  # noqa: PLC0415  # as above
    from kg.vocab import DocumentKind, TextKind  # noqa: PLC0415  # as above

    if isinstance(read_time(issued_on), str):
        wrong = f"{read_time(issued_on)}; write 2023-10-26, or 2023-10 where no day is known"
        raise click.BadParameter(wrong, param_hint="--date")
    if kind not in set(DocumentKind):
        known = ", ".join(each.value for each in DocumentKind)
        raise click.BadParameter(f"{kind!r} is none of: {known}", param_hint="--kind")
    target = write_annotations(
        file,
        issuer=issuer,
        issued_on=issued_on,
        annotator=annotator,
        annotated_on=date.today(),  # noqa: DTZ011  # the day on the annotator's wall
        kind=DocumentKind(kind),
        text_kind=TextKind.ABSTRACT if abstract else TextKind.VERBATIM,
        language=language,
        title=title,
    )
    click.echo(target)
    click.echo(f"Next: write claims, then: kg check {target}", err=True)
