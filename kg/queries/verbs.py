"""The verbs of speech acts, in the number of their speakers: "confirm, as completed"."""

from __future__ import annotations

from kg.vocab import Attitude, Force, Stance, Status


def _stance(stance: Stance) -> tuple[str, str]:
    match stance:
        case Stance.DECLINES:
            return "declines to say whether there is", "decline to say whether there is"
        case Stance.OPEN:
            return "leaves open", "leave open"
        case (
            Stance.AFFIRMS
            | Stance.CONFIRMS
            | Stance.ASSERTS
            | Stance.PRESUPPOSES
            | Stance.ADMITS
            | Stance.ALLEGES
            | Stance.ENTERTAINS
            | Stance.NEGATES
            | Stance.DOUBTS
            | Stance.RETRACTS
        ):
            return stance.value, stance.value.removesuffix("s")
        case Stance.DENIES:
            return "denies", "deny"


def _force(force: Force) -> tuple[str, str] | None:
    match force:
        case Force.ASSERTIVE | Force.EXPRESSIVE:
            return None
        case Force.DIRECTIVE:
            return "calls for", "call for"
        case Force.URGES:
            return "urges", "urge"
        case Force.DEMANDS:
            return "demands", "demand"
        case Force.COMMISSIVE:
            return "commits to", "commit to"
        case Force.DECLARATIVE:
            return "declares", "declare"


def _attitude(attitude: Attitude) -> tuple[str, str]:  # noqa: PLR0911  # one for each
    match attitude:
        case Attitude.NEGATIVE:
            return "disapproves of", "disapprove of"
        case Attitude.CONDEMNS:
            return "condemns", "condemn"
        case Attitude.STRONGLY_CONDEMNS:
            return "strongly condemns", "strongly condemn"
        case Attitude.OPPOSES:
            return "opposes", "oppose"
        case Attitude.IS_CONCERNED:
            return "is concerned about", "are concerned about"
        case Attitude.IS_DEEPLY_CONCERNED:
            return "is deeply concerned about", "are deeply concerned about"
        case Attitude.POSITIVE:
            return "approves of", "approve of"
        case Attitude.SUPPORTS:
            return "supports", "support"


def _status(status: Status) -> str:
    match status:
        case Status.GENERIC:
            return "in general"
        case Status.NON_ACTUAL:
            return "as not actual"
        case Status.POTENTIAL:
            return "as possible"
        case (
            Status.ACTUAL
            | Status.COMPLETED
            | Status.ONGOING
            | Status.PLANNED
            | Status.SOUGHT
            | Status.PREDICTED
            | Status.CONDITIONAL
            | Status.REQUESTED
        ):
            return f"as {status.value}"


def predicate(  # noqa: PLR0913  # each facet of a speech act is one
    *,
    several: bool,
    force: Force,
    stance: Stance | None,
    status: Status | None,
    attitude: Attitude | None,
    addressee: str = "",
) -> str:
    """Return what speakers do with a proposition, up to where its noun phrase would begin.

    ``several`` tells whether there is more than one speaker; ``addressee`` is whom they speak to.
    """
    number = 1 if several else 0
    taken = [verbs[number] for verbs in (_force(force), stance and _stance(stance)) if verbs]
    valued = _attitude(attitude)[number] if attitude else None
    if not taken and not valued:
        taken = [("speaks of", "speak of")[number]]
    if not taken and valued:
        taken, valued = [valued], None
    said = " and ".join(taken)
    if addressee:
        said += f" {addressee}" if force is Force.URGES else f" (to {addressee})"
    if status:
        said += f", {_status(status)}"
    if valued:
        said += f", and {valued}" if status else f" and {valued}"
    return said
