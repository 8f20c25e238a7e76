"""JSON in the one form over which hashes are taken; docs/citation.md describes it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def canonical(value: Any) -> bytes:  # noqa: ANN401  # whatever JSON can hold
    """Return ``value`` as JSON without white space, keys sorted by code point, in UTF-8."""
    words = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return words.encode("utf-8")


def digest(value: Any) -> str:  # noqa: ANN401  # as above
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical(value)).hexdigest()
