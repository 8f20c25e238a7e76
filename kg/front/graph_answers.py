"""What a graph answers beyond questions: norms, disagreement, sources, gaps; one method for each.

Each docs page tells of some: ledger.md, disagreement.md, refinement.md, sources.md and gaps.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries.rows import SufficientRow

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.queries.comparing import Beside, Compared
    from kg.queries.conflicts import Conflicts
    from kg.queries.corroboration import AlikeRow
    from kg.queries.gap_rows import Gaps, OneOrigin, SilentRow
    from kg.queries.losses import LossRow
    from kg.queries.norm_ledger import BindingNorm, CitedNorms, NormChanges, NormRecords, NormTable
    from kg.queries.rows import Picture
    from kg.queries.single_points import FoundRow
    from kg.queries.stances import StanceMatrix, SummaryRow
    from kg.queries.standing import Standing
    from kg.queries.stories import ChangeRow
    from kg.queries.values import ValueRow
    from kg.views.beside_picture import BesidePicture


class Answers:
    """Answers that need the store and the picture of a graph alone."""

    if TYPE_CHECKING:
        store: ox.Store

        def picture(self, *, text: str | None = None) -> Picture: ...

    def norm_table(  # noqa: PLR0913  # one for each side of the table
        self,
        *,
        supplier: str | None = None,
        recipient: str | None = None,
        via: str | None = None,
        item: str | None = None,
        place: str | None = None,
        on: str | None = None,
    ) -> NormTable:
        """Return what norms say of such transfers on a day; what is left out is spread."""
        from kg.queries.norm_ledger import select_norm_table  # noqa: PLC0415  # seldom needed

        ends = {"supplier": supplier, "recipient": recipient, "via": via}
        return select_norm_table(self.store, **ends, item=item, place=place, on=on)

    def norm_changes(
        self, first: str, last: str, *, party: str | None = None, as_member: bool = False
    ) -> NormChanges:
        """Return what changed in the norms between two days, both included."""
        from kg.queries.norm_ledger import select_norm_changes  # noqa: PLC0415  # seldom needed

        return select_norm_changes(self.store, first, last, party=party, as_member=as_member)

    def norm_records(self) -> NormRecords:
        """Return what is recorded of every norm beside its row, and of their instruments."""
        from kg.queries.norm_ledger import select_norm_records  # noqa: PLC0415  # seldom needed

        return select_norm_records(self.store)

    def binding_norms(self, actor: str, on: str) -> tuple[BindingNorm, ...]:
        """Return the norms that bind ``actor`` on a day, each with how it comes to."""
        from kg.queries.norm_ledger import select_binding_norms  # noqa: PLC0415  # seldom needed

        return select_binding_norms(self.store, actor, on)

    def cited_norms(self, *, text: str | None = None) -> tuple[CitedNorms, ...]:
        """Return how texts cite norms, with what annotators and this program make of it, apart."""
        from kg.queries.norm_ledger import select_cited_norms  # noqa: PLC0415  # seldom needed

        return select_cited_norms(self.store, text=text)

    def compare(self, one: str, other: str) -> Beside:
        """Return two claims beside each other; each is named as ``claim`` or ``text/claim``."""
        from kg.queries.comparing import compare_two  # noqa: PLC0415  # seldom needed

        return compare_two(self.store, self.picture(), one, other)

    def compare_with_all(self, claim: str) -> Compared:
        """Return a claim beside those of other texts that have the same ends."""
        from kg.queries.comparing import compare_with_all  # noqa: PLC0415  # seldom needed

        return compare_with_all(self.store, self.picture(), claim)

    def conflicts(self) -> Conflicts:
        """Return where claims conflict, both sides of each; none is preferred."""
        from kg.queries.conflicts import find_conflicts  # noqa: PLC0415  # seldom needed

        return find_conflicts(self.store, self.picture())

    def alike(
        self,
        *,
        supplier: str | None = None,
        recipient: str | None = None,
        item: str | None = None,
    ) -> tuple[AlikeRow, ...]:
        """Return who stands behind like claims of transfers, for and against; nothing votes."""
        from kg.queries.corroboration import alike  # noqa: PLC0415  # seldom needed

        return alike(self.store, self.picture(), supplier=supplier, recipient=recipient, item=item)

    def what_is_found(self) -> tuple[FoundRow, ...]:
        """Return on how many texts each thing found rests, single points of failure first.

        As in ``kg findings``, what rests on a claimed purpose alone is left out.
        """
        from kg.queries.held import select_found  # noqa: PLC0415  # seldom needed

        return select_found(self.store)

    def losses(self, wanted: str) -> tuple[LossRow, ...]:
        """Return what a finding loses without a text, an origin, an issuer; named as above."""
        from kg.queries.casefile import find_finding  # noqa: PLC0415  # seldom needed
        from kg.queries.losses import losses_of  # noqa: PLC0415  # as above

        return losses_of(self.picture(), find_finding(self.picture(), wanted))

    def gaps(
        self, *, actor: str | None = None, norm: str | None = None, text: str | None = None
    ) -> Gaps:
        """Return what is missing where findings cannot be decided, and what each answer brings.

        Every answer is tried by running the rules. Each argument leaves the gaps on which a
        finding under it hangs; KgError for an id that the graph does not have.
        """
        from kg.queries.gaps import find_gaps  # noqa: PLC0415  # seldom needed

        return find_gaps(self.store, self.picture(), actor=actor, norm=norm, text=text)

    def silences(
        self, *, actor: str | None = None, norm: str | None = None, text: str | None = None
    ) -> tuple[SilentRow, ...]:
        """Return who is named in a claimed transfer and takes no stance on it in this graph.

        That no stance is in this graph says nothing of the world. Raises as ``gaps`` does.
        """
        from kg.queries.silences import find_silences  # noqa: PLC0415  # seldom needed

        return find_silences(self.store, self.picture(), actor=actor, norm=norm, text=text)

    def one_origin(
        self,
        *,
        actor: str | None = None,
        norm: str | None = None,
        text: str | None = None,
    ) -> OneOrigin:
        """Return the transfers taken as actual that one text, origin or issuer alone supports.

        Of one origin are texts that rest on the same text, as is recorded. Raises as ``gaps`` does.
        """
        from kg.queries.one_origin import find_one_origin  # noqa: PLC0415  # seldom needed

        return find_one_origin(self.store, self.picture(), actor=actor, norm=norm, text=text)

    def stances(self, claim: str) -> StanceMatrix:
        """Return who takes which stance on a claim, as time goes, and what is only related to it.

        ``claim`` is its name, with the text before it where several have one. Raises KgError where
        it names nothing, or several claims.
        """
        from kg.queries.stances import stance_matrix  # noqa: PLC0415  # seldom needed

        return stance_matrix(self.store, claim)

    def standing(self) -> Standing | None:
        """Return on which days and of whose words each finding stands; None for a large graph."""
        from kg.queries.standing import select_standing  # noqa: PLC0415  # seldom needed

        return select_standing(self.store, self.picture().findings)

    def beside_picture(self) -> BesidePicture:
        """Return what the explorer shows beside the picture, as ``draw_explorer`` takes it."""
        return {
            "matrices": self.stance_matrices(),
            "changes": self.position_changes(),
            "records": self.norm_records(),
            "standing": self.standing(),
        }

    def stance_matrices(self) -> dict[str, StanceMatrix]:
        """Return who takes which stance on every claim, by the claim's IRI, as the explorer has it.

        Its cost grows with claims times denials: for thousands of texts take ``stances`` of each.
        """
        from kg.queries.stances import stance_matrices  # noqa: PLC0415  # seldom needed

        return stance_matrices(self.store)

    def stance_summary(self, actor: str | None = None) -> tuple[SummaryRow, ...]:
        """Return who speaks of which propositions and how; with ``actor``, an id, only that one."""
        from kg.queries.stances import stance_summary  # noqa: PLC0415  # seldom needed

        return stance_summary(self.store, actor)

    def values(self) -> tuple[ValueRow, ...]:
        """Return whether each proposition is affirmed, denied, both or neither, by who counts here.

        ``graph.restrict(according_to=…).values()`` gives the values of some speakers alone.
        """
        from kg.queries.stances import proposition_values  # noqa: PLC0415  # seldom needed

        return proposition_values(self.store)

    def position_changes(self, actor: str | None = None) -> tuple[ChangeRow, ...]:
        """Return who spoke on several sides of like transfers; with ``actor``, an id, that one."""
        from kg.queries.changes import position_changes  # noqa: PLC0415  # seldom needed

        return position_changes(self.store, self.picture(), actor)

    def sufficient_speakers(self, finding: str) -> tuple[SufficientRow, ...]:
        """Return the smallest sets of speakers whose word suffices for a finding.

        ``finding`` is what ``explain`` takes for one. Raises KgError where it names none.
        """
        from kg.queries.casefile import find_finding  # noqa: PLC0415  # seldom needed
        from kg.queries.sufficient import select_sufficient  # noqa: PLC0415  # seldom needed

        row = find_finding(self.picture(), finding)
        return select_sufficient(self.store, self.picture(), [row])[row.id]
