"""Everything that views show, as typed rows."""

from __future__ import annotations

import dataclasses

import pyoxigraph as ox
import pytest

from kg.inference import infer
from kg.iris import claim_iri
from kg.model.annotated import AnnotatedText
from kg.model.reference import Reference
from kg.queries import select_claims, select_findings, select_norms, select_picture
from kg.queries.rows import FindingRow, PeriodRow, Picture
from tests.queries.lifted import filled

SEED = "2023-10-26-us-jp-kr"
CONFIRMED = "several of which we now confirm have been completed"


def named(claim: str) -> str:
    return claim_iri(SEED, claim)


def on(picture: Picture, claim: str, kind: str) -> set[tuple[str, str | None]]:
    """Return norm and actor of the findings of one kind on a claim."""
    iri = named(claim)
    return {
        (row.norm, row.agent)
        for row in picture.findings
        if row.transfer == iri and row.kind == kind
    }


def finding(picture: Picture, claim: str, norm: str, actor: str | None) -> FindingRow:
    wanted = (named(claim), norm, actor)
    (row,) = [row for row in picture.findings if (row.transfer, row.norm, row.agent) == wanted]
    return row


@pytest.mark.parametrize("claim", ["dprk-arms-to-russia", "some-deliveries-completed"])
def test_supply_from_the_dprk_is_alleged_at_both_ends(picture: Picture, claim: str) -> None:
    """The DPRK as supplier and Russia as recipient, under 1874 para. 9, and 2270 para. 8."""
    assert on(picture, claim, "alleged-violation") == {
        ("1874-9-dprk", "KP"),
        ("1874-9-states", "RU"),
        ("2270-8-from", "RU"),
    }


def test_russia_as_supplier_is_prospective_only(picture: Picture) -> None:
    """Nothing in the text affirms that Russia supplied anything."""
    supplied = {
        (row.kind, row.norm)
        for row in picture.findings
        if row.agent == "RU" and row.role == "supplier" and row.kind != "non-application"
    }
    assert supplied == {("prospective-violation", "2270-8-to")}


def test_the_feared_technology_transfer_is_nobodys(picture: Picture) -> None:
    """The norm applies to nobody who can be named, since no supplier is."""
    row = finding(picture, "sensitive-technology-to-dprk", "1718-8a-ii", None)
    assert row.kind == "non-application"
    assert row.reasons == ("actor-unspecified",)
    assert on(picture, "sensitive-technology-to-dprk", "alleged-violation") == set()


def test_unspecified_equipment_does_not_settle_a_norm_on_major_arms(picture: Picture) -> None:
    """Military equipment may be major arms or not: 1718 para. 8 (b) cannot be decided."""
    row = finding(picture, "dprk-arms-to-russia", "1718-8b-states", "RU")
    assert row.reasons == ("item-underspecified",)


def test_general_talk_gives_no_finding(picture: Picture) -> None:
    """What the statement says of such transfers in general is about no transfer."""
    generic = {named("arms-trade-with-dprk"), named("programme-items-to-dprk")}
    assert [row for row in picture.findings if row.transfer in generic] == []


def test_a_violation_by_purpose_says_that_it_rests_on_a_claim(picture: Picture) -> None:
    """The catch-all asks for a determination, and a claimed purpose stands in for it."""
    row = finding(picture, "dprk-arms-to-russia", "2270-8-from", "RU")
    assert "condition-claimed" in row.assumes
    (condition,) = [each for each in row.elements if each.test == "condition"]
    assert condition.words[0].exact == ("for use against the government and people of Ukraine",)


def test_the_finding_on_the_part_rests_on_the_confirmation(picture: Picture) -> None:
    """Its words are those of the confirmation, and it hangs on the finding on the whole."""
    part = finding(picture, "some-deliveries-completed", "1874-9-states", "RU")
    whole = finding(picture, "dprk-arms-to-russia", "1874-9-states", "RU")
    acts = {act.iri: act for act in picture.speech_acts}
    (act,) = [acts[iri] for iri in part.based_on]
    assert CONFIRMED in act.words.exact[0]
    assert part.part_of_finding == whole.iri


def test_without_the_words_the_finding_goes(
    seed_text: AnnotatedText, bundled_reference: Reference
) -> None:
    """Delete the quote that a finding rests on, and the finding is gone."""
    claims = tuple(
        dataclasses.replace(claim, said=()) if claim.name == "some-deliveries-completed" else claim
        for claim in seed_text.claims
    )
    without = dataclasses.replace(seed_text, claims=claims)
    picture = select_picture(filled(bundled_reference, [without], backwards=False))
    assert on(picture, "some-deliveries-completed", "alleged-violation") == set()
    assert on(picture, "dprk-arms-to-russia", "alleged-violation") != set()


def test_every_finding_leads_to_quoted_words(picture: Picture) -> None:
    """Whatever is found rests on words that stand in the text where they are said to stand."""
    characters = {text.id: text.characters for text in picture.texts}
    for row in picture.findings:
        (claimed,) = [element for element in row.elements if element.test == "claimed"]
        assert claimed.words
        for words in claimed.words:
            for (start, end), exact in zip(words.spans, words.exact, strict=True):
                assert characters[words.text][start:end] == exact


def test_the_sentences_take_no_side(picture: Picture) -> None:
    """Transfers are noun phrases; speakers do the verbs; findings hang on an if or a because."""
    sentences = {row.name: row.sentence for row in picture.propositions}
    assert sentences["dprk-arms-to-russia"] == (
        "a transfer of ammunition and munitions, and military equipment (not specified) "
        "from DPRK to Russia"
    )
    assert sentences["some-deliveries-completed"].startswith("a part (several) of a transfer of ")
    assert sentences["sensitive-technology-to-dprk"].endswith("to DPRK (supplier not named)")
    assert sentences["arms-to-dprk"].endswith("to DPRK (supplier not named)")
    assert sentences["arms-from-dprk"].endswith("from DPRK (recipient not named)")
    assert sentences["russia-voted-for-rules"] == (
        "a vote for “the UN Security Council resolutions that contain these restrictions” by Russia"
    )
    for row in picture.findings:
        assert (
            "if the claim is true" in row.sentence
            or "if it took place" in row.sentence
            or (row.kind == "non-application" and "because" in row.sentence)
        )


def test_speakers_and_verbs_agree(picture: Picture, invented: Picture) -> None:
    """Three states confirm; one state asserts."""
    said = {act.words.exact[0]: act.sentence for act in picture.speech_acts}
    (confirmed,) = [sentence for words, sentence in said.items() if CONFIRMED in words]
    assert confirmed == "Japan, Republic of Korea and United States confirm, as completed"
    condemned = next(words for words in said if words.startswith("strongly condemn"))
    assert said[condemned] == (
        "Japan, Republic of Korea and United States presuppose, as actual, and strongly condemn"
    )
    one = [act.sentence for act in invented.speech_acts if act.stance == "denies"]
    assert one == ["Freedonia denies, as completed"]


def test_roles_taken_from_a_whole_say_so(picture: Picture) -> None:
    """The confirmed part has no supplier of its own, and its row says whose it shows."""
    (part,) = [row for row in picture.propositions if row.name == "some-deliveries-completed"]
    supplier = [role for role in part.roles if role.role == "supplier"]
    assert [(role.value, role.from_whole) for role in supplier] == [("KP", True)]
    quantity = [role for role in part.roles if role.role == "quantity"]
    assert [(role.value, role.from_whole) for role in quantity] == [("several", False)]


def test_the_same_graph_gives_the_same_picture(picture: Picture, seed_backwards: ox.Store) -> None:
    """Rows, their order and the digest do not depend on the order of loading."""
    assert select_picture(seed_backwards) == picture


def test_a_digest_can_be_given(seed: ox.Store) -> None:
    """A build names its own digest."""
    assert select_picture(seed, digest="abc").digest == "abc"


def test_an_abstract_says_so_beside_its_words(invented: Picture) -> None:
    """Words of an abstract carry that kind wherever they go."""
    abstracts = {text.id for text in invented.texts if text.kind == "abstract"}
    assert abstracts
    for act in invented.speech_acts:
        assert (act.words.text_kind == "abstract") == (act.words.text in abstracts)


def test_findings_can_be_selected_alone(seed: ox.Store, picture: Picture) -> None:
    """Each filter leaves the findings that fit it, in the order of the picture."""
    assert select_findings(seed) == picture.findings
    kp = select_findings(seed, actor="KP", kind="alleged-violation", text=SEED)
    assert {(row.norm, row.agent, row.kind) for row in kp} == {
        ("1874-9-dprk", "KP", "alleged-violation")
    }
    assert select_findings(seed, norm="1874-9-dprk", text="another") == ()


def test_claims_come_with_every_act_of_saying(seed: ox.Store, picture: Picture) -> None:
    """No speech act is left out and none stands twice."""
    acts = [act for _, acts in select_claims(seed) for act in acts]
    assert sorted(act.iri for act in acts) == sorted(act.iri for act in picture.speech_acts)


def test_norms_are_cited_as_a_lawyer_would(seed: ox.Store) -> None:
    """Symbol, year and paragraph; open periods have no end."""
    norms = {row.id: row for row in select_norms(seed)}
    assert norms["1874-9-dprk"].citation == "S/RES/1874 (2009), para. 9"
    assert norms["1874-9-dprk"].in_force == (PeriodRow(since="2009-06-12", until=None),)


def test_inference_adds_nothing_to_the_given_store(seed: ox.Store) -> None:
    """Running the rules leaves the store as it is."""
    before = len(seed)
    infer(seed)
    assert len(seed) == before
