"""The data of a page as it travels: columns of values, deflated, in base64.

docs/explorer.md tells the form, and web/src/unpack.js reads it.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import deflate

# A column of words with few different ones is a list of these, and a number for each row.
_WORTH = 2
# A surrogate without a partner is no UTF-8; as an escape of JSON it comes through as it is.
_LONE = re.compile("[\ud800-\udfff]")


def pack(view: Mapping[str, Any]) -> str:
    """Return ``view`` with its lists of rows as columns, zlib-deflated, in base64.

    The compressor travels with the package, so that the same view gives the same bytes anywhere.
    """
    words = json.dumps(_columns(view), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    words = _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", words)
    return deflated(words.encode())


def deflated(data: bytes) -> str:
    """Return ``data`` zlib-deflated, in base64."""
    return in_base64(deflate.zlib_compress(data, 9))


def in_base64(data: bytes | bytearray) -> str:
    return base64.b64encode(data).decode("ascii")


def _columns(value: Any) -> Any:  # noqa: ANN401  # JSON of any shape
    match value:
        case Mapping():
            return {key: _columns(each) for key, each in value.items()}
        case [Mapping() as first, *_] if all(
            isinstance(row, Mapping) and row.keys() == first.keys() for row in value
        ):
            columns = {key: _column([row[key] for row in value]) for key in first}
            return {"n": len(value), "columns": columns}
        case _:
            return value


def _column(values: Sequence[Any]) -> Any:  # noqa: ANN401  # JSON of any shape
    if not all(isinstance(value, str) for value in values):
        return values
    different = dict.fromkeys(values)
    if len(different) * _WORTH > len(values):
        return values
    number = {value: at for at, value in enumerate(different)}
    return {"values": list(different), "at": [number[value] for value in values]}
