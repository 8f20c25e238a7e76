"""Write ontology/view.schema.json from the types of the view, or with --check compare it.

Run as ``python tools/make_view_schema.py``; ``make web`` does, and makes the types of the page's
script from the schema. docs/explorer.md tells what the view is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec

from kg.views.view_model import View
from kg.vocab import BASE

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "view.schema.json"


def main(arguments: list[str]) -> int:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": BASE + "view.schema.json",
        "title": "View",
        **msgspec.json.schema(View),
    }
    written = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    if arguments == ["--check"]:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == written
        if not fresh:
            print("ontology/view.schema.json is stale: run `make web`", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.write_text(written, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
