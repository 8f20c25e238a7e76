"""A corpus of three reports on what Freedonia is said to have sent to Utopia."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

INVENTED = Path(__file__).resolve().parent.parent / "golden" / "invented"

REPORTS = {
    "2015-04-01-report": ("Ruritania says that Freedonia sent Utopia artillery shells.", "shells"),
    "2015-05-01-report": ("Ruritania reports “tanks” from Freedonia to Utopia.", "tanks"),
    "2015-06-01-report": ("Drones reached Utopia from Freedonia, Ruritania says.", "drones"),
}
DENIAL = "Freedonia denies having sent any."
ITEMS = {"shells": "artillery-ammunition", "tanks": "battle-tanks", "drones": "uav"}
TEXTS = tuple(REPORTS)
FIRST, SECOND, THIRD = TEXTS

ANNOTATIONS = """\
format: kg-annotation/1
text:
  file: {id}.txt
  sha256: {digest}
  language: en
  kind: verbatim
document:
  title: A report on {claim}
  kind: report
  date: {date}
  issued-by: us-state
annotation:
  by: the test
  date: 2026-11-24
parts:
  first:
    quote: {report}
    speaker: X1
  second:
    quote: {denial}
    speaker: X3
names:
  X1: [Ruritania]
  X2: [Utopia]
  X3: [Freedonia]
claims:
  {claim}:
    transfer:
      supplier: X3
      recipient: X2
      item: {item}
      date: 2015-03
    said:
      - quote: {report}
        stance: asserts
        status: completed
      - quote: {denial}
        stance: denies
        status: completed
"""
# What an analyst deletes who no longer finds the assertion in the text.
ASSERTION = """\
      - quote: {report}
        stance: asserts
        status: completed
"""


def write_corpus(folder: Path) -> Path:
    """Write the three reports, and the states and the norm that they need; return ``folder``."""
    shutil.copytree(INVENTED, folder)
    (folder / "texts").mkdir()
    for id_, (report, claim) in REPORTS.items():
        data = f"{report} {DENIAL}\n".encode()
        annotations = ANNOTATIONS.format(
            id=id_,
            digest=sha256(data).hexdigest(),
            claim=claim,
            date=id_.removesuffix("-report"),
            report=report,
            denial=DENIAL,
            item=ITEMS[claim],
        )
        text_file(folder, id_).write_bytes(data)
        annotation_file(folder, id_).write_bytes(annotations.encode())
    return folder


def text_file(corpus: Path, text: str) -> Path:
    return corpus / "texts" / f"{text}.txt"


def annotation_file(corpus: Path, text: str) -> Path:
    return corpus / "texts" / f"{text}.ann.yaml"


def edit(path: Path, old: str, new: str) -> None:
    """Replace ``old``, which stands in the file once, by ``new``."""
    words = path.read_bytes().decode()
    assert words.count(old) == 1, f"{old!r} stands {words.count(old)} times in {path.name}"
    path.write_bytes(words.replace(old, new).encode())
