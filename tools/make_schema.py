"""Write ontology/annotation.schema.json from the keys and vocabularies, or with --check compare it.

Run as ``python tools/make_schema.py``; ``make vocab`` does. Editors use the schema for completion
and explanations; ``kg check`` knows everything that it says, and more.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from kg.annotations.native.forms import Form, Key, Takes
from kg.annotations.native.keys import CONTENTS, FILE, FORMAT, PART, SAID, SIGNATORY_LIST
from kg.vocab import BASE, Concept

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "ontology" / "annotation.schema.json"
NAME = "^[a-z0-9][a-z0-9-]*$"
DATE = r"([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)"

# Editors read YAML 1.2, in which an unquoted 2023 is a number and an unquoted true is a truth
# value; kg reads both as the words that they are.
SHAPES: dict[Takes, dict[str, Any]] = {
    Takes.FORMAT: {"const": FORMAT},
    Takes.WORDS: {"type": ["string", "number"]},
    Takes.QUOTE: {"type": ["string", "number"]},
    Takes.FILE: {"type": "string"},
    Takes.DIGEST: {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    Takes.LANGUAGE: {"type": "string"},
    Takes.ADDRESS: {"type": "string", "pattern": "^https?://"},
    Takes.DATE: {
        "type": ["string", "integer"],
        "pattern": rf"^({DATE}|({DATE}|\.\.)/({DATE}|\.\.))$",
    },
    Takes.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Takes.YES_NO: {"enum": [True, False]},
    Takes.COUNT: {"type": "integer", "minimum": 1},
    Takes.NUMBER: {"type": "number", "minimum": 0},
}


def main(arguments: list[str]) -> int:
    written = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    if arguments == ["--check"]:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == written
        if not fresh:
            print("ontology/annotation.schema.json is stale: run `make vocab`", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.write_text(written, encoding="utf-8", newline="\n")
    return 0


def schema() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    top = _form(FILE, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": BASE + "annotation.schema.json",
        "title": "Annotations of a text",
        "description": "Who says what about which arms transfer, with every claim anchored to quoted words.",
        **top,
        "definitions": dict(sorted(definitions.items())),
    }


def _form(form: Form, definitions: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _key(key, definitions) for name, key in form.keys.items()},
    }
    if required := [name for name, key in form.keys.items() if key.required]:
        made["required"] = required
    if form is PART:
        made["oneOf"] = [{"required": ["speaker"]}, {"required": ["ignore"]}]
    if form is SAID:
        made["anyOf"] = [{"required": [key]} for key in ("stance", "status", "attitude", "force")]
    if form is SIGNATORY_LIST:
        made["anyOf"] = [{"required": [key]} for key in ("count", "actors")]
    if set(CONTENTS) <= set(form.keys):
        made["oneOf"] = [{"required": [key]} for key in CONTENTS]
    return made


def _key(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _value(key.takes, definitions)
    if key.many:
        one = {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
    if key.named:
        names = {} if key.takes is Takes.WORDS else {"propertyNames": {"pattern": NAME}}
        one = {"type": "object", "additionalProperties": one, **names}
    takes = f" ({key.takes.value})" if isinstance(key.takes, Takes) else ""
    means = key.means[0].upper() + key.means[1:]
    return {"description": f"{means}{takes}.", **one}


def _value(takes: Takes | type[Concept] | Form, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(takes, Takes):
        return dict(SHAPES.get(takes, {"type": "string"}))
    if isinstance(takes, Form):
        name = takes.what.removeprefix("a ").removeprefix("an ").replace(" ", "-")
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _form(takes, definitions)
        reference = {"$ref": f"#/definitions/{name}"}
        return {"anyOf": [reference, {"type": "string"}]} if takes.shorthand else reference
    name = takes.__name__
    definitions.setdefault(name, _vocabulary(takes))
    return {"$ref": f"#/definitions/{name}"}


def _vocabulary(words: type[Concept]) -> dict[str, Any]:
    return {
        "description": words.__doc__,
        "anyOf": [{"const": word.value, "description": word.definition} for word in words],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
