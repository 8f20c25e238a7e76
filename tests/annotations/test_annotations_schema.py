"""The published JSON Schema says what the reader says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from kg.annotations.native.forms import Form
from kg.annotations.native.keys import CLAIM, CONTENTS, FILE, SAID
from kg.marked import Listing, Table, Value, Words, parse_table
from kg.vocab import ConductKind, Stance
from tests.annotations.ruritania import ANNOTATIONS

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "data" / "texts" / "2023-10-26-us-jp-kr.ann.yaml"
SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "ontology" / "annotation.schema.json").read_text("utf-8")
)


def as_an_editor_reads(value: Value) -> object:
    """Return a value as YAML 1.2 has it: numbers and truth values are no text."""
    match value:
        case Table():
            return {key.text: as_an_editor_reads(item) for key, item in value.entries}
        case Listing():
            return [as_an_editor_reads(item) for item in value.items]
        case Words(text="true" | "false"):
            return value.text == "true"
        case Words():
            return int(value.text) if re.fullmatch("0|[1-9][0-9]*", value.text) else value.text


def errors(annotations: str) -> list[str]:
    value = as_an_editor_reads(parse_table(annotations.encode(), "a.ann.yaml"))
    return [error.json_path for error in Draft7Validator(SCHEMA).iter_errors(value)]


def forms(form: Form) -> list[Form]:
    inner = [key.takes for key in form.keys.values() if isinstance(key.takes, Form)]
    return [form, *(found for one in inner for found in forms(one))]


def test_the_schema_is_fresh() -> None:
    """It was generated from the keys and vocabularies as they are now."""
    command = [sys.executable, str(ROOT / "tools" / "make_schema.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_schema_is_one() -> None:
    """A validator takes it."""
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "annotations", [SEED.read_text("utf-8"), ANNOTATIONS], ids=["seed", "other"]
)
def test_good_files_have_no_errors_in_an_editor(annotations: str) -> None:
    """What the reader takes is not underlined."""
    assert errors(annotations.replace("{digest}", "0" * 64)) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("stance: asserts", "stance: assert", "$.claims.breach.said"),
        ("supplier: X3", "suplier: X3", "$.claims.shells.transfer"),
        ("kind: verbatim", "kind: verbatm", "$.text.kind"),
        ("date: 2026-11-24", "date: 2026", "$.annotation.date"),
        ("format: kg-annotation/1", "format: x", "$.format"),
        (
            "document:\n",
            "document:\n  signatories: [{source: https://a.example/1, verification: corpus}]\n",
            "$.document.signatories",
        ),
        ("    ignore: true\n", "", "$.parts.head"),
        (
            "  request:\n",
            "  request:\n    vote: {agent: X2, on: x, cast: for}\n",
            "$.claims.request",
        ),
    ],
)
def test_mistakes_are_underlined_where_they_stand(old: str, new: str, path: str) -> None:
    """Vocabulary, keys, and the one content of a claim are checked while somebody types."""
    assert old in ANNOTATIONS
    assert path in errors(ANNOTATIONS.replace("{digest}", "0" * 64).replace(old, new, 1))


def test_every_word_of_a_vocabulary_comes_with_its_definition() -> None:
    """Completion explains what a stance means."""
    for words in (Stance, ConductKind):
        offered = SCHEMA["definitions"][words.__name__]["anyOf"]
        assert offered == [{"const": w.value, "description": w.definition} for w in words]


def test_every_key_is_explained_on_the_page_of_the_format() -> None:
    """docs/annotation.md has a line for each key of each table."""
    page = (ROOT / "docs" / "annotation.md").read_text("utf-8")
    missing = {
        f"{form.what}: {name}"
        for form in forms(FILE)
        for name, key in form.keys.items()
        if f"| `{name}` | {key.means}" not in page
    }
    assert missing == set()


def test_the_examples_of_the_page_are_from_the_seed_or_read_as_yaml() -> None:
    """No example of the page is broken."""
    page = (ROOT / "docs" / "annotation.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert len(examples) >= 5
    for example in examples:
        parse_table(example.encode(), "example.yaml")


def test_claims_have_the_contents_that_there_are() -> None:
    """Each kind of content is a key of a claim, beside what is said, what it answers and a note."""
    assert set(CLAIM.keys) == {*CONTENTS, "said", "answers", "note"}
    assert {"stance", "status", "attitude", "force"} <= set(SAID.keys)
