"""Bytes in, pinned text out: a text is read as it stands and never changed."""

from __future__ import annotations

from hashlib import sha256 as digest_of
from pathlib import Path

from kg.errors import KgError, Place, Problem
from kg.marked import decode, read_bytes
from kg.model.texts import Text
from kg.vocab import TextKind


def read_text(  # noqa: PLR0913  # a text is all of these
    path: Path,
    *,
    name: str,
    id: str,  # noqa: A002  # the model's word
    sha256: str,
    language: str,
    kind: TextKind,
    source: str | None,
    see_also: tuple[str, ...] = (),
    pinned_at: Place,
) -> Text:
    """Read the text at ``path`` and hold it to the digest that was pinned when it was annotated.

    ``name`` is what messages call the file, ``pinned_at`` where the digest is written. Line ends
    stay as they are: offsets count the characters of the file. Raises KgError with every problem.
    """
    data = read_bytes(path, name)
    problems: list[Problem] = []
    characters = ""
    try:
        characters = decode(data, name)
    except KgError as error:
        problems.extend(error.problems)
    if not problems and not characters.strip():
        problems.append(
            Problem(slug="empty-file", sentence="this text is empty", place=Place(name, 1, 1))
        )
    actual = digest_of(data).hexdigest()
    if actual != sha256:
        problems.append(_changed(name, actual, pinned_at))
    if problems:
        raise KgError(problems)
    return Text(
        id=id,
        characters=characters,
        sha256=actual,
        language=language,
        kind=kind,
        source=source,
        see_also=see_also,
        file=path.name,
    )


def line_of(text: Text, offset: int) -> int:
    """Return the line, counted from 1, on which the character at ``offset`` stands."""
    return text.characters.count("\n", 0, offset) + 1


def _changed(name: str, actual: str, pinned_at: Place) -> Problem:
    return Problem(
        slug="text-changed",
        sentence=f"the bytes of {name} are not those that were annotated",
        place=pinned_at,
        hint=(
            f"its digest is now {actual}; bring the old bytes back, or annotate the new ones and "
            "pin this digest"
        ),
    )
