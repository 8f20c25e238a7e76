"""Synthetic annotated texts, composed sentence by sentence so that every position is known.

A text has 30 mentions, 4 transfers and 8 speech acts, two of each transfer: what the issuers say
of it and, as a rule, what the one said to supply says. Quotes are typed as an analyst types them,
with plain apostrophes and spaces, so that anchoring has its real work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.dice import Dice
from benchmarks.world import World
from kg.model.actors import Actor
from kg.model.items import Item
from kg.vocab import Attitude, Force, Stance, Status

TRANSFERS, ACTS, MENTIONS = 4, 8, 30
FIRST_DAY = date(1995, 1, 1)
DAYS = 10_000
BEGIN, END = "Begin of statement.", "End of statement."
TYPED = str.maketrans({"’": "'", "\u00a0": " ", "–": "-"})


@dataclass(frozen=True, slots=True)
class Act:
    """A way of saying something of a transfer from {s} to {r} of {i}.

    ``force`` is what the annotation format takes it to be where a file names none.
    """

    sentence: str
    status: Status
    stance: Stance
    attitude: Attitude | None = None
    force: Force = Force.ASSERTIVE


SAID_BY_ISSUERS = (
    Act(
        "We strongly condemn the provision of {i} by {s} to {r}",
        Status.ACTUAL,
        Stance.PRESUPPOSES,
        Attitude.STRONGLY_CONDEMNS,
        Force.EXPRESSIVE,
    ),
    Act("We confirm that {s} has delivered {i} to {r}", Status.COMPLETED, Stance.CONFIRMS),
    Act(
        "{s}’s deliveries of {i} to {r} – seen by several of us – go on",
        Status.ONGOING,
        Stance.ASSERTS,
    ),
    Act("It is alleged that {s} supplied {i} to {r}", Status.COMPLETED, Stance.ALLEGES),
    Act("{r} is seeking {i} from {s}", Status.SOUGHT, Stance.ASSERTS),
    Act(
        "We are concerned that {s} may provide {i} to {r}",
        Status.POTENTIAL,
        Stance.ENTERTAINS,
        Attitude.IS_CONCERNED,
        Force.EXPRESSIVE,
    ),
    Act("{s} will provide {i} to {r} before the year is out", Status.PREDICTED, Stance.ASSERTS),
)
SAID_IN_REPLY = (
    Act("{s} denies that it has sent {i} to {r}", Status.COMPLETED, Stance.DENIES),
    Act("{s} doubts that any {i} have gone to {r}", Status.COMPLETED, Stance.DOUBTS),
    Act("{s} declines to say whether it sells {i} to {r}", Status.ONGOING, Stance.DECLINES),
    Act("{s} admits that it has sold {i} to {r}", Status.COMPLETED, Stance.ADMITS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One speech act: whose, which, and where it stands in the text."""

    act: Act
    speaker: tuple[str, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedTransfer:
    """A transfer that the text speaks of; ``month`` is when, as "2003-04", where the text says."""

    name: str
    supplier: Actor
    recipient: Actor
    item: Item
    month: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A text and all that its annotations say of it, with positions."""

    id: str
    title: str
    day: date
    issuers: tuple[Actor, ...]
    characters: str
    mentions: tuple[tuple[str, int, int], ...]
    transfers: tuple[ComposedTransfer, ...]


class _Writer:
    """Writes a text from sentences with actors in them, and knows where everything stands."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._pieces: list[str] = []
        self.length = 0
        self.mentions: list[tuple[str, int, int]] = []

    def write(self, *pieces: str | Actor) -> tuple[int, int]:
        """Write ``pieces``, actors by one of their names; return where they stand."""
        start = self.length
        for piece in pieces:
            words = piece if isinstance(piece, str) else self._name(piece)
            if not isinstance(piece, str):
                self.mentions.append((piece.id, self.length, self.length + len(words)))
            self._pieces.append(words)
            self.length += len(words)
        return start, self.length

    def fill(self, sentence: str, **fillers: str | Actor) -> tuple[int, int]:
        """Write ``sentence`` with ``fillers`` in place of its ``{…}``."""
        pieces: list[str | Actor] = []
        for stretch in sentence.split("{"):
            key, closed, rest = stretch.partition("}")
            pieces += [fillers[key], rest] if closed else [stretch]
        return self.write(*pieces)

    def _name(self, actor: Actor) -> str:
        names = names_of(actor)
        return names[0] if self._dice.holds(0.8) else names[-1]

    def written(self) -> str:
        return "".join(self._pieces)


def names_of(actor: Actor) -> tuple[str, ...]:
    """Return the names by which synthetic texts call ``actor``."""
    return (actor.name, actor.official_name) if actor.official_name else (actor.name,)


def compose(world: World, number: int, seed: int = 0) -> Composed:
    """Return the text of that ``number``, from 1, whatever the number of the others."""
    dice = Dice("text", seed, number)
    writer = _Writer(dice)
    day = FIRST_DAY + timedelta(days=dice.below(DAYS))
    cast = dice.several(world.states, 3 + 2 * TRANSFERS)
    issuers, suppliers, recipients = cast[:3], cast[3::2], cast[4::2]
    goods = dice.several(world.kinds, TRANSFERS)
    trades = tuple(zip(suppliers, recipients, goods, strict=True))
    title = writer.fill(
        f"Statement {number} of {{a}}, {{b}} and {{c}} on transfers to {{r}}",
        a=issuers[0],
        b=issuers[1],
        c=issuers[2],
        r=recipients[0],
    )
    writer.fill(f"\n\nReleased on {day.isoformat()}.\n\n{BEGIN}\n\n")
    stated = [_say(writer, dice.one(SAID_BY_ISSUERS), *trade) for trade in trades]
    _close(writer, issuers, suppliers)
    writer.fill(f"\n\n{END}\n\n")
    replied = [_say(writer, dice.one(SAID_IN_REPLY), *trade) for trade in trades]
    characters = writer.written()
    everybody = tuple(issuer.id for issuer in issuers)
    transfers = tuple(
        ComposedTransfer(
            name=f"transfer-{place}",
            supplier=supplier,
            recipient=recipient,
            item=item,
            month=_month_before(day, dice) if dice.holds(0.6) else None,
            sayings=(
                Saying(act=said[0], speaker=everybody, span=said[1]),
                Saying(act=answer[0], speaker=(supplier.id,), span=answer[1]),
            ),
        )
        for place, ((supplier, recipient, item), said, answer) in enumerate(
            zip(trades, stated, replied, strict=True), start=1
        )
    )
    return Composed(
        id=f"{day.isoformat()}-sample-{number}",
        title=characters[slice(*title)],
        day=day,
        issuers=issuers,
        characters=characters,
        mentions=tuple(writer.mentions),
        transfers=transfers,
    )


def _say(
    writer: _Writer, act: Act, supplier: Actor, recipient: Actor, item: Item
) -> tuple[Act, tuple[int, int]]:
    span = writer.fill(act.sentence, s=supplier, r=recipient, i=item.label)
    # Two spaces, the first a no-break space, as word processors leave them after a full stop.
    writer.fill(".\u00a0 ")
    return act, span


def _close(writer: _Writer, issuers: tuple[Actor, ...], suppliers: tuple[Actor, ...]) -> None:
    """Write the sentences that nobody annotates, with the last ten of the mentions."""
    a, b, c = issuers
    writer.fill(
        "{a}, {b} and {c} stand together, and thank {d} for its patience. ", a=a, b=b, c=c, d=a
    )
    s, t, u, v = suppliers
    writer.fill(
        "{s}, {t}, {u} and {v} were asked to reply to {a} and {b}.", s=s, t=t, u=u, v=v, a=a, b=b
    )


def _month_before(day: date, dice: Dice) -> str:
    return (day - timedelta(days=31 + dice.below(300))).strftime("%Y-%m")
