"""The typed rows of the ledger of norms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.queries.rows import WordsRow


class Says(StrEnum):
    """What a norm says of a transfer on a day; a norm that says nothing has no entry."""

    PROHIBITED = "prohibited"
    DISPUTED = "disputed"
    EXCEPTED = "excepted"
    OBLIGED = "obliged"
    EXHORTED = "exhorted"
    PERMITTED = "permitted"
    CLARIFIED = "clarified"


SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something of the graph by its id, with what people call it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How a norm reaches an actor: by name, or as a member of ``through``.

    ``since`` and ``last`` are days of the membership, None where it is by name or where no day is
    recorded; ``undated`` tells the latter. ``checked`` is the mark of the membership.
    """

    actor: Named
    through: Named | None = None
    since: str | None = None
    last: str | None = None
    undated: bool = False
    checked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """What one norm says of a transfer, and to whom.

    ``binds`` is who is bound in ``role``, ``towards`` who stands at the other end as the norm asks,
    None where it asks for nobody. What is asked beyond parties, item and day: ``only_items`` where
    the item asked about is wider than these, ``only_places``, ``condition`` (a determination) and,
    with ``depends_open``, the breach of one of ``depends_on``. ``apart_from`` are exceptions that
    the item asked about takes in. ``excepted`` says what excepts it. Marks: ``checked`` of
    the norm, and those of both bonds.
    """

    says: Says
    norm: str
    citation: str
    rule: str
    deontic: str
    role: str
    binds: Bond
    towards: Bond | None
    only_items: tuple[Named, ...]
    apart_from: tuple[Named, ...]
    excepted: tuple[Named, ...]
    excepted_last: str | None
    only_places: tuple[Named, ...]
    destination_assumed: bool
    condition: Named | None
    depends_on: tuple[Named, ...]
    depends_open: bool
    held_by: tuple[Named, ...]
    rejected_by: tuple[Named, ...]
    exempted_by: tuple[Named, ...]
    exemptible: tuple[str, ...]
    checked: str

    @property
    def is_open(self) -> bool:
        """Tell whether more must hold than parties, item, place and day as asked about.

        What is excepted is so whatever else holds.
        """
        asked = self.only_items or self.only_places or self.condition or self.depends_open
        return bool(asked) and self.says is not Says.EXCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCell:
    """What the norms modelled say of an item from one to another in a window of days.

    ``supplier`` and ``recipient`` are None for anybody; ``since`` is None from the first day of
    record, ``last`` None where no end is recorded. Without entries the norms are silent.
    """

    supplier: Named | None
    recipient: Named | None
    item: Named
    since: str | None
    last: str | None
    entries: tuple[LedgerEntry, ...]

    @property
    def says(self) -> tuple[str, ...]:
        """Return what norms say, each word once; ``silent`` alone where none speaks."""
        said = {entry.says for entry in self.entries}
        return tuple(word.value for word in Says if word in said) or (SILENT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class NormTable:
    """The cells of a table, with what was asked; None where it was left out and spread."""

    supplier: Named | None
    recipient: Named | None
    via: Named | None
    item: Named | None
    place: Named | None
    on: str | None
    cells: tuple[LedgerCell, ...]


class ChangeKind(StrEnum):
    """What happens to a norm, or to who is concerned by it, on a day."""

    BEGINS = "begins"
    RETURNS = "returns"
    ENDS = "ends"
    EXCEPTION_ENDS = "exception-ends"
    MEMBERSHIP_BEGINS = "membership-begins"
    MEMBERSHIP_ENDS = "membership-ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class NormChange:
    """One change on a day. An end is the first day on which something holds no longer.

    ``by`` are norms or instruments recorded as bringing the change about, ``changes`` norms that
    this one is recorded as changing. ``member`` and ``grouping`` are set for a membership alone.
    """

    day: str
    kind: ChangeKind
    norm: str
    citation: str
    rule: str
    deontic: str
    role: str
    binds: tuple[Named, ...]
    towards: tuple[Named, ...]
    items: tuple[Named, ...]
    member: Named | None
    grouping: Named | None
    by: tuple[Named, ...]
    changes: tuple[Named, ...]
    held_by: tuple[Named, ...]
    rejected_by: tuple[Named, ...]
    checked: str
    membership_checked: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NormChanges:
    """Changes in the order of days; ``as_one_of_many`` counts those left out.

    Left out are changes of norms that bind the party as one of a grouping alone.
    """

    first: str
    last: str
    party: Named | None
    changes: tuple[NormChange, ...]
    as_one_of_many: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingNorm:
    """A norm that binds an actor on a day, in a role, and how it comes to bind him.

    ``last`` is the last day of the window in which it is in force, None where none is recorded.
    """

    norm: str
    citation: str
    rule: str
    deontic: str
    role: str
    bond: Bond
    towards: tuple[Named, ...]
    only_places: tuple[Named, ...]
    since: str
    last: str | None
    held_by: tuple[Named, ...]
    rejected_by: tuple[Named, ...]
    checked: str


class Ground(StrEnum):
    """Why the program holds a norm to be one that a citation may mean.

    Found: there is a finding on the transfer that the text calls a breach. Bars, bars if: the
    ledger has the norm as prohibiting what is described, on the day of the text, or as prohibiting
    it if more holds. Named: the words give the number or title of the instrument.
    """

    FOUND = "found"
    BARS = "bars"
    BARS_IF = "bars-if"
    PARAGRAPH_NAMED = "paragraph-named"
    INSTRUMENT_NAMED = "instrument-named"


class Standing(StrEnum):
    """Whether a norm is in force on the day of a text, as far as that day is known."""

    IN_FORCE = "in-force"
    DISPUTED = "disputed"
    NOT_IN_FORCE = "not-in-force"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCandidate:
    """A norm that a citation may mean, as the program has it; ``findings`` are ids."""

    norm: str
    citation: str
    grounds: tuple[Ground, ...]
    findings: tuple[str, ...]
    standing: Standing
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedNorms:
    """How a text cites norms: its words, an annotator's reading, the program's candidates.

    The three are never merged. ``about`` are the names of the transfers of which the text says so;
    ``read_as`` is empty where the annotator gives no reading.
    """

    text: str
    text_kind: str
    day: str | None
    name: str
    words: tuple[WordsRow, ...]
    about: tuple[str, ...]
    read_as: tuple[Named, ...]
    read_by: str | None
    why: str | None
    candidates: tuple[CitedCandidate, ...]
