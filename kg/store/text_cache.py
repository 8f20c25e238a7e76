"""What was lifted before: the N-Quads of each text, by a digest of all that they depend on."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

# Comments, so that the file is N-Quads as it stands; a torn write does not fit its digest.
_HEAD: Final = re.compile(rb"# sha256 ([0-9a-f]{64})\n")
_TEXT: Final = re.compile(rb"# text ([0-9a-f]{64}) ([^\n]+)\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The N-Quads of one text, the name of its file and the digest that the file had."""

    nquads: bytes
    text_file: str
    text_sha256: str


class TextCache:
    """A folder of N-Quads by key. What is damaged or gone counts as absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> Kept | None:
        """Return what was kept under ``key``, or None when nothing whole is there."""
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return None
        head = _HEAD.match(data)
        if head is None or sha256(data[head.end() :]).hexdigest().encode() != head[1]:
            return None
        text = _TEXT.match(data, head.end())
        if text is None:
            return None
        nquads = data[text.end() :]
        return Kept(nquads=nquads, text_file=text[2].decode(), text_sha256=text[1].decode())

    def write(self, key: str, kept: Kept) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        data = f"# text {kept.text_sha256} {kept.text_file}\n".encode() + kept.nquads
        head = f"# sha256 {sha256(data).hexdigest()}\n".encode()
        unfinished = self._folder / ".unfinished"
        unfinished.write_bytes(head + data)
        unfinished.replace(self._path(key))

    def remove_others(self, keys: AbstractSet[str]) -> None:
        """Remove what is kept under none of ``keys``."""
        if self._folder.is_dir():
            for path in sorted(self._folder.iterdir()):
                if path.stem not in keys:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.nq"
