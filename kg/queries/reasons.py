"""Findings in sentences that are fit to print beside real names."""

from __future__ import annotations

from kg.vocab import Reason, Role

# Said in every place where a finding is shown.
NO_DETERMINATION = "This is this program's inference, and no legal determination."

# Reasons that leave open whether the norm applies; the others say that it does not.
_OPEN = {
    Reason.ITEM_UNDERSPECIFIED,
    Reason.TIME_INDETERMINATE,
    Reason.CONDITION_UNCLAIMED,
    Reason.ACTOR_UNSPECIFIED,
    Reason.PLACE_UNSPECIFIED,
    Reason.DEPENDENCE_UNMET,
}


def _because(reason: Reason, role: Role) -> str:  # noqa: C901, PLR0911  # each reason
    match reason:
        case Reason.NOT_YET_IN_FORCE:
            return "it took effect after the time claimed for the transfer"
        case Reason.LAPSED:
            return "it had ceased to be in force before the time claimed for the transfer"
        case Reason.TIME_INDETERMINATE:
            return (
                "it applied for a part only of the time in which the transfer may have taken place"
            )
        case Reason.CARVED_OUT:
            return "the item claimed is excepted from it"
        case Reason.ITEM_UNDERSPECIFIED:
            return "the item claimed is broader than what the norm covers"
        case Reason.EXEMPTED:
            return "an exemption by the actor that grants it is claimed for the transfer"
        case Reason.ACTOR_NOT_BOUND:
            return "it is not recorded as binding this actor at the time claimed"
        case Reason.ACTOR_UNSPECIFIED:
            return f"the text does not say who the {role.label} is"
        case Reason.OUTSIDE_TERRITORY:
            return "the items are said to go to a place outside its territory"
        case Reason.PLACE_UNSPECIFIED:
            return "the text does not say closely enough to which place the items go"
        case Reason.DEPENDENCE_UNMET:
            return "none of the norms on which it depends is found to apply"
        case Reason.CONDITION_UNCLAIMED:
            return (
                "it asks for a determination about what the items serve, and no text claims that "
                "they serve it"
            )


def violation(*, kind: str, citation: str, agent: str, role: Role) -> str:
    """Return the sentence of an alleged or a prospective violation."""
    if kind == "alleged-violation":
        return f"Alleged violation of {citation} by {agent} as {role.label}, if the claim is true"
    return f"Would violate {citation}, with {agent} as {role.label}, if it took place"


def non_application(*, citation: str, agent: str | None, role: Role, reason: Reason) -> str:
    """Return the sentence of a norm that does not apply, or of which that cannot be told."""
    because = _because(reason, role)
    if agent is None:
        return f"{citation} applies to nobody who can be named, because {because}"
    whom = f"{agent} as {role.label}"
    if reason in _OPEN:
        return f"Whether {citation} applies to {whom} cannot be decided, because {because}"
    return f"{citation} does not apply to {whom}, because {because}"
