"""Characters in XML: which it cannot hold, and how the others come back as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable

# All that is no Char of XML 1.0, section 2.2.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def marked(words: str) -> str:
    """Return ``words`` with a visible mark, such as ⟨U+0001⟩, for each that XML cannot hold."""
    return _NO_CHARACTER.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", words)


def count_marked(texts: Iterable[str]) -> int:
    """Return how many characters ``marked`` replaces."""
    return sum(len(_NO_CHARACTER.findall(words)) for words in texts)


def escaped_returns(xml: bytes) -> bytes:
    """Return XML in which a carriage return is a reference; a bare one is read as a line feed."""
    return xml.replace(b"\r", b"&#xD;")


def comment(lines: Iterable[str]) -> str:
    """Return ``lines`` as a comment, which no two hyphens in a row may end."""
    words = "\n".join(marked(line) for line in lines)
    return "<!--\n" + re.sub("-(?=-)", "- ", words) + "\n-->\n"
