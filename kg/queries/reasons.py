"""Findings in sentences that are fit to print beside real names."""

from __future__ import annotations

from collections.abc import Iterable

from kg.queries.rows import OPEN_REASONS
from kg.vocab import Reason, Role

# Said in every place where a finding is shown.
NO_DETERMINATION = "This is this program's inference, and no legal determination."


def _because(reason: Reason, role: Role) -> str:  # noqa: C901, PLR0911, PLR0912  # all
    match reason:
        case Reason.NOT_YET_IN_FORCE:
            return "it took effect after the time claimed for the transfer"
        case Reason.LAPSED:
            return "it had ceased to be in force before the time claimed for the transfer"
        case Reason.TIME_INDETERMINATE:
            return "it applies for a part only of the time that the claim leaves open"
        case Reason.CARVED_OUT:
            return "the item claimed is excepted from it"
        case Reason.ITEM_UNDERSPECIFIED:
            return "the item claimed is broader than what the norm covers"
        case Reason.EXEMPTED:
            return "an exemption by the actor that grants it is claimed for the transfer"
        case Reason.ACTOR_NOT_BOUND:
            return "it is not recorded as binding this actor at the time claimed"
        case Reason.RECORDED_OUTSIDE:
            return "this actor is recorded as not being among those whom it binds"
        case Reason.NOT_LISTED:
            return (
                "whoever is said to be at the other end is recorded as listed, and not at the time "
                "claimed"
            )
        case Reason.ACTOR_UNSPECIFIED:
            return f"the text does not say who the {role.label} is"
        case Reason.DIRECTION_UNSPECIFIED:
            return "the text does not say which of the parties supplies and which receives"
        case Reason.OUTSIDE_TERRITORY:
            return "the items are said to go to a place outside its territory"
        case Reason.PLACE_UNSPECIFIED:
            return "the text does not say closely enough to which place the items go"
        case Reason.DEPENDENCE_UNDECIDED:
            return "whether a norm on which it depends applies cannot be decided"
        case Reason.CONDITION_UNCLAIMED:
            return (
                "it asks for a determination about what the items serve, and no text claims a "
                "purpose of the kind that it asks for"
            )


def violation(  # noqa: PLR0913  # one for each thing that the sentence says
    *, kind: str, citation: str, agent: str, role: Role, assumes: bool, disputed: str | None
) -> str:
    """Return the sentence of an alleged or a prospective violation.

    ``assumes`` tells that something beside the claim is taken as given; ``disputed`` is who holds
    and who rejects that the norm is in force, or None.
    """
    given = " and what is taken as given holds" if assumes else ""
    given += f", and if the norm is in force, as {disputed}" if disputed else ""
    if kind == "alleged-violation":
        claim = f"if the claim is true{given}"
        return f"Alleged violation of {citation} by {agent} as {role.label}, {claim}"
    return f"Would violate {citation}, with {agent} as {role.label}, if it took place{given}"


def non_application(*, citation: str, agent: str | None, role: Role, reason: Reason) -> str:
    """Return the sentence of a norm that does not apply, or of which that cannot be told."""
    because = _because(reason, role)
    if reason is Reason.DIRECTION_UNSPECIFIED:
        return f"Whether {citation} applies cannot be decided, because {because}"
    if agent is None:
        return f"{citation} applies to nobody who can be named, because {because}"
    whom = f"{agent} as {role.label}"
    if reason in OPEN_REASONS:
        return f"Whether {citation} applies to {whom} cannot be decided, because {because}"
    return f"{citation} does not apply to {whom}, because {because}"


def not_near(*, citation: str, agent: str | None, role: Role, failed: Iterable[str]) -> str:
    """Return the sentence of a norm that is not near at hand; ``failed`` are labels of tests."""
    whom = f"{agent} as {role.label}" if agent else f"a {role.label} who is not named"
    return f"{citation} is not near at hand for {whom}: {'; '.join(failed)}"
