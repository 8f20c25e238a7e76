"""One change to an annotation never passes unnoticed: a problem, or something else is shown.

Each mutation is made to a copy of a bundled text, which is then read, lifted and inferred from by
the same functions as in a build.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

from kg.annotations import read_annotated
from kg.errors import KgError
from kg.front.answers import check_answers
from kg.inference import infer
from kg.model.reference import Reference
from kg.quads import lift_annotated, lift_ontology, lift_reference, to_nquads
from kg.queries import ask, select_picture
from kg.queries.rows import Picture
from kg.reference import read_bundled
from kg.resources import DATA
from kg.store import load
from kg.views.signatories import name_signatories, tell_signatories

SEED = "2023-10-26-us-jp-kr"
PESKOV = "2023-10-26-peskov"
MALLEY = "2022-11-06-malley"
AMIR = "2022-11-05-amirabd"
E3 = "2022-10-21-e3"
AMNESTY = "2025-05-08-amnesty"
VETO = "2024-03-28-veto"
KIRBY = "2023-10-13-us-kirby"
GOE = "2024-07-08-goe"
MSMT = "2025-05-29-msmt-report"
SHIN = "2024-02-26-shin"
MND = "2022-09-22-kp-mnd"
FIRST_ALLEGED = "2022-09-05-us"
MISSILES = "2024-01-09-joint"
UNSC = "2024-01-10-unsc-joint"


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """``old``, which stands once in the file of ``text``, becomes ``new``.

    ``beside`` are texts that are read with it. Either ``problem`` is the slug with which reading
    ends, or ``gone`` and ``comes`` are patterns of lines that are shown before alone, and
    afterwards alone.
    """

    old: str
    new: str
    text: str = SEED
    suffix: str = ".ann.yaml"
    beside: Sequence[str] = ()
    problem: str | None = None
    gone: Sequence[str] = ()
    comes: Sequence[str] = ()


MUTATIONS: Mapping[str, Mutation] = {
    # ---- what cannot be read any more
    "a quote with one other letter": Mutation(
        old="several of which we now confirm have been completed",
        new="several of which we now confirm hare been completed",
        problem="quote-not-found",
    ),
    "would violate becomes violated in a quote": Mutation(
        old="DPRK […] would violate multiple UN",
        new="DPRK […] violated multiple UN",
        problem="quote-not-found",
    ),
    "to becomes from in a quote": Mutation(
        old="[[arms transfers to]] or from [[the DPRK]]",
        new="[[arms transfers from]] or from [[the DPRK]]",
        problem="quote-not-found",
    ),
    "a negation dropped from a quote": Mutation(
        text=MND,
        beside=(FIRST_ALLEGED,),
        old="says that it has no plan to export any",
        new="says that it has plan to export any",
        problem="quote-not-found",
    ),
    "never dropped from a quote": Mutation(
        text=MND,
        beside=(FIRST_ALLEGED,),
        old="- quote: the DPRK never recognised the",
        new="- quote: the DPRK recognised the",
        problem="quote-not-found",
    ),
    "a word that the text lacks put into a citation": Mutation(
        old="cited-as: relevant UN Security Council resolutions",
        new="cited-as: all relevant UN Security Council resolutions",
        problem="quote-not-found",
    ),
    "a paragraph number of a citation": Mutation(
        text=AMNESTY,
        old="cited-as: the arms embargo on Darfur in paragraph 7 of",
        new="cited-as: the arms embargo on Darfur in paragraph 8 of",
        problem="quote-not-found",
    ),
    "a paragraph that no norm has": Mutation(
        text=AMNESTY, old="norms: 1591-7", new="norms: 1591-8", problem="unknown-norm"
    ),
    "a state that there is none of": Mutation(
        old="      supplier: KP\n      recipient: RU\n      item: [military-equipment-unspecified",
        new="      supplier: XX\n      recipient: RU\n      item: [military-equipment-unspecified",
        problem="unknown-actor",
    ),
    "one digit of the digest": Mutation(
        old="sha256: 496c", new="sha256: 497c", problem="text-changed"
    ),
    "one byte of the text": Mutation(
        suffix=".txt", old="strongly condemn", new="Strongly condemn", problem="text-changed"
    ),
    "the date of the document dropped": Mutation(
        old="  date: 2023-10-26\n", new="", problem="missing-key"
    ),
    "the digest dropped": Mutation(
        text=VETO,
        old="  sha256: 14e899b951ac6f645a431e3ba61fb86c3eb15e76d7ada24b3442aa6486d248a6\n",
        new="",
        problem="missing-key",
    ),
    "an answer to a claim that there is none of": Mutation(
        text=PESKOV,
        beside=(SEED,),
        old="answers: 2023-10-26-us-jp-kr/dprk-arms-to-russia",
        new="answers: 2023-10-26-us-jp-kr/dprk-arms",
        problem="unknown-answer",
    ),
    "a whole that there is none of": Mutation(
        old="part-of: dprk-arms-to-russia\n",
        new="part-of: dprk-arms-to-rusia\n",
        problem="unknown-claim",
    ),
    "a quote cut within a word": Mutation(
        old="several of which we now confirm have been completed",
        new="several of which we now confirm have been complete",
        problem="quote-cuts-word",
    ),
    "an empty window of time": Mutation(
        text=MALLEY,
        beside=(AMIR, E3),
        old="date: 2022-06/2022-09\n",
        new="date: 2022-09/2022-06\n",
        problem="impossible-date",
    ),
    # ---- who, and which way
    "supplier and recipient swapped": Mutation(
        old="      supplier: KP\n      recipient: RU\n      item: [military-equipment-unspecified",
        new="      supplier: RU\n      recipient: KP\n      item: [military-equipment-unspecified",
        gone=(
            f"claim {SEED}/dprk-arms-to-russia: * of ammunition and munitions, and *",
            f"found {SEED}/dprk-arms-to-russia: alleged-violation 1874-9-dprk KP*",
        ),
        comes=(
            f"found {SEED}/dprk-arms-to-russia: alleged-violation 1874-10 RU*",
            f"found {SEED}/dprk-arms-to-russia: alleged-violation 2270-6 RU*",
        ),
    ),
    "a recipient becomes a supplier": Mutation(
        old="  arms-to-dprk:\n    transfer:\n      recipient: KP",
        new="  arms-to-dprk:\n    transfer:\n      supplier: KP",
        gone=(f"claim {SEED}/arms-to-dprk: * to DPRK (supplier not named)",),
        comes=(f"claim {SEED}/arms-to-dprk: * from DPRK (recipient not named)",),
    ),
    "another speaker": Mutation(
        text=PESKOV,
        beside=(SEED,),
        old="speaker: pe-peskov",
        new="speaker: pe-lavrov",
        gone=(f"said {PESKOV}/kp-arms-to-ru: Dmitry Peskov denies",),
        comes=(f"said {PESKOV}/kp-arms-to-ru: Sergey Lavrov denies",),
    ),
    "a speaker left out": Mutation(
        old="before: End Text.\n    speaker: [US, JP, KR]",
        new="before: End Text.\n    speaker: [US, JP]",
        gone=(f"said {SEED}/some-deliveries-completed: Japan, Republic of Korea and *",),
        comes=(f"said {SEED}/some-deliveries-completed: Japan and United States *",),
    ),
    "an issuer left out": Mutation(
        old="issued-by: [US, JP, KR]",
        new="issued-by: [US, JP]",
        gone=(f"text {SEED}: verbatim, 2023-10-26, issued by JP, KR, US*",),
        comes=(f"text {SEED}: verbatim, 2023-10-26, issued by JP, US*",),
    ),
    # ---- who signed, according to whom
    "a signatory dropped": Mutation(
        text=MISSILES,
        old="SM, UA,\n         US, eu]",
        new="SM,\n         US, eu]",
        gone=(
            f"signed {MISSILES}: 47 states named and European Union (defbrief.com): * Ukraine, *",
        ),
        comes=(f"signed {MISSILES}: 46 states named and European Union (defbrief.com): *",),
    ),
    "a signatory that there is none of": Mutation(
        text=MISSILES,
        old="SM, UA,\n         US, eu]",
        new="SM, UK,\n         US, eu]",
        problem="unknown-actor",
    ),
    "a number of signatories raised": Mutation(
        text=MISSILES,
        old="Seq_Code=182977\n      count: 48",
        new="Seq_Code=182977\n      count: 50",
        gone=(f"signed {MISSILES}: 48 states counted and European Union (world.kbs.co.kr): *",),
        comes=(f"signed {MISSILES}: 50 states counted and European Union (world.kbs.co.kr): *",),
    ),
    "a list of signatories under another source": Mutation(
        text=MISSILES,
        old="    - source: https://turkiyetoday.com/?p=15629\n      count",
        new="    - source: https://defbrief.com/2024/01/10/us-allies-condemn-north-korea-russia-arms-"
        "transfers/\n      count",
        gone=(f"signed {MISSILES}: 48 states counted and European Union (turkiyetoday.com): *",),
        comes=(f"signed {MISSILES}: 48 states counted and European Union (defbrief.com): *",),
    ),
    "a source of signatories that the text does not cite": Mutation(
        text=MISSILES,
        old="    - source: https://turkiyetoday.com/?p=15629\n      count",
        new="    - source: https://turkiyetoday.com/?p=15628\n      count",
        problem="source-not-cited",
    ),
    "a mark of signatories raised": Mutation(
        text=UNSC,
        old="MT, SI]\n      verification: corpus-partial",
        new="MT, SI]\n      verification: corpus",
        gone=(f"signed {UNSC}: 6 states named (www.trtworld.com): *; corpus-partial",),
        comes=(f"signed {UNSC}: 6 states named (www.trtworld.com): *; corpus",),
    ),
    # ---- stance, status, polarity
    "confirms becomes denies": Mutation(
        old="stance: confirms",
        new="stance: denies",
        gone=(
            f"found {SEED}/some-deliveries-completed: alleged-violation 1874-9-dprk KP*",
            f"found {SEED}/some-deliveries-completed: alleged-violation 1874-9-states RU*",
        ),
        comes=(f"said {SEED}/some-deliveries-completed: * deny, as completed",),
    ),
    "denies becomes asserts": Mutation(
        text=MND,
        beside=(FIRST_ALLEGED,),
        old="Russia\n        stance: denies",
        new="Russia\n        stance: asserts",
        gone=(f"said {MND}/kp-arms-to-ru: * denies, as completed",),
        comes=(f"found {MND}/kp-arms-to-ru: alleged-violation 1874-9-dprk KP*",),
    ),
    "an admission becomes a denial": Mutation(
        text=AMIR,
        beside=(E3, MALLEY),
        old="stance: admits",
        new="stance: denies",
        gone=(f"found {AMIR}/ir-uav-to-ru: non-application 1747-5-iran IR time-indeterminate*",),
        comes=(f"said {AMIR}/ir-uav-to-ru: * denies, as completed",),
    ),
    "what would violate becomes what has": Mutation(
        old="DPRK […] would violate multiple UN\n          Security Council resolutions\n"
        "        stance: asserts\n        status: generic",
        new="DPRK […] would violate multiple UN\n          Security Council resolutions\n"
        "        stance: asserts\n        status: completed",
        gone=(f"said {SEED}/arms-trade-would-breach: * assert, in general",),
        comes=(f"said {SEED}/arms-trade-would-breach: * assert, as completed",),
    ),
    "sought becomes completed": Mutation(
        old="[[acquire military equipment from the DPRK]]\n        stance: presupposes\n"
        "        status: sought",
        new="[[acquire military equipment from the DPRK]]\n        stance: presupposes\n"
        "        status: completed",
        gone=(f"found {SEED}/arms-russia-seeks: prospective-violation 1874-9-dprk KP*",),
        comes=(f"found {SEED}/arms-russia-seeks: alleged-violation 1874-9-dprk KP*",),
    ),
    "completed becomes planned": Mutation(
        text=KIRBY,
        old="munitions\n        stance: confirms\n        status: completed",
        new="munitions\n        stance: confirms\n        status: planned",
        gone=(f"found {KIRBY}/containers-given: alleged-violation 1874-9-dprk KP*",),
        comes=(f"found {KIRBY}/containers-given: prospective-violation 1874-9-dprk KP*",),
    ),
    "a vote against becomes a vote for": Mutation(
        text=VETO,
        old="cast: against",
        new="cast: for",
        gone=(f"claim {VETO}/ru-votes-against: a vote against a draft*",),
        comes=(f"claim {VETO}/ru-votes-against: a vote for a draft*",),
    ),
    "an attitude dropped": Mutation(
        old="        attitude: strongly-condemns\n",
        new="",
        gone=(f"said {SEED}/dprk-arms-to-russia: * presuppose, as actual, and strongly condemn",),
    ),
    "a denial of plans dropped": Mutation(
        text=MND,
        beside=(FIRST_ALLEGED,),
        old="      - quote: says that it has no plan to export any\n        stance: denies\n"
        "        status: planned\n",
        new="",
        gone=(f"found {FIRST_ALLEGED}/kp-arms-to-ru: prospective-violation *; contested",),
        comes=(f"found {FIRST_ALLEGED}/kp-arms-to-ru: prospective-violation *; not contested",),
    ),
    # ---- what, where, when, how much, what for
    "the date of a transfer dropped": Mutation(
        text=MALLEY,
        beside=(AMIR, E3),
        old="      date: 2022-06/2022-09\n",
        new="",
        gone=(f"found {MALLEY}/ir-uav-to-ru: non-application 2231-B6b-iran IR lapsed; given ; *",),
        comes=(
            f"found {MALLEY}/ir-uav-to-ru: non-application 2231-B6b-iran *; given date-assumed; *",
        ),
    ),
    "the date of a denial dropped": Mutation(
        text=MALLEY,
        beside=(AMIR, E3),
        old="      date: ../2022-02-24\n",
        new="",
        gone=(f"claim {MALLEY}/ir-uav-to-ru-before-war: *, dated 2022-02-24 or earlier",),
        comes=(f"claim {MALLEY}/ir-uav-to-ru-before-war: * from Iran to Russia",),
    ),
    "the date of the document moved": Mutation(
        old="  date: 2023-10-26\n",
        new="  date: 2003-10-26\n",
        gone=(f"found {SEED}/dprk-arms-to-russia: alleged-violation 1874-9-dprk KP*",),
        comes=(
            f"found {SEED}/dprk-arms-to-russia: non-application 1874-9-dprk KP not-yet-in-force*",
        ),
    ),
    "an item dropped": Mutation(
        old="item: [military-equipment-unspecified, ammunition]",
        new="item: military-equipment-unspecified",
        gone=(f"claim {SEED}/dprk-arms-to-russia: * of ammunition and munitions, and *",),
        comes=(f"claim {SEED}/dprk-arms-to-russia: a transfer of military equipment *",),
    ),
    "another item": Mutation(
        old="item: [military-equipment-unspecified, ammunition]",
        new="item: food",
        gone=(f"found {SEED}/dprk-arms-to-russia: alleged-violation 1874-9-dprk KP*",),
        comes=(f"found {SEED}/dprk-arms-to-russia: non-application 2270-8-from RU carved-out*",),
    ),
    "the purpose dropped": Mutation(
        old="      purpose: use-against-ukraine\n",
        new="",
        gone=(f"found {SEED}/dprk-arms-to-russia: alleged-violation 2270-8-from RU*",),
        comes=(
            f"found {SEED}/dprk-arms-to-russia: non-application 2270-8-from * condition-unclaimed*",
        ),
    ),
    "the destination dropped": Mutation(
        text=AMNESTY,
        old="      destination: p-darfur\n",
        new="",
        gone=(f"found {AMNESTY}/bombs: alleged-violation 1591-7 AE*",),
        comes=(f"found {AMNESTY}/bombs: non-application 1591-7 AE place-unspecified*",),
    ),
    "a whole dropped": Mutation(
        old="      part-of: dprk-arms-to-russia\n", new="", problem="transfer-without-ends"
    ),
    "a number ten times as large": Mutation(
        text=KIRBY,
        old="at-least: 1000\n",
        new="at-least: 10000\n",
        problem="number-not-in-words",
    ),
    "a number ten times as large, in the words too": Mutation(
        text=KIRBY,
        old="quantity: more than 1,000 containers\n      at-least: 1000\n",
        new="quantity: more than 10,000 containers\n      at-least: 10000\n",
        problem="quantity-not-quoted",
    ),
    "the upper end of a range made the lower": Mutation(
        text=GOE, old="at-least: 3000\n", new="at-least: 4000\n", problem="number-against-words"
    ),
    "a qualifier dropped": Mutation(
        text=KIRBY,
        old="quantity: more than 1,000 containers\n",
        new="quantity: 1,000 containers\n",
        problem="quantity-cut",
    ),
    "a qualifier dropped, with its quote cut": Mutation(
        text=MSMT,
        old="quantity: more than 20,000 containers of munitions\n      at-least: 20000\n"
        "      unit: containers\n    said:\n      - quote: more than 20,000",
        new="quantity: 20,000 containers of munitions\n      at-least: 20000\n"
        "      unit: containers\n    said:\n      - quote: 20,000",
        problem="quantity-cut",
    ),
    "about made exact": Mutation(
        text=SHIN,
        old="quantity: about 6,700 containers of munitions\n",
        new="quantity: about 6,700 containers of munitions\n      at-least: 6700\n",
        problem="number-against-words",
    ),
    "a bound dropped": Mutation(
        text=KIRBY,
        old="      at-least: 1000\n",
        new="",
        gone=(f"role {KIRBY}/containers-given: at-least 1000",),
    ),
    "at least becomes at most": Mutation(
        text=KIRBY,
        old="at-least: 1000\n",
        new="at-most: 1000\n",
        problem="number-against-words",
    ),
    "containers become rounds": Mutation(
        text=KIRBY,
        old="at-least: 1000\n      unit: containers\n",
        new="at-least: 1000\n      unit: rounds\n",
        problem="unit-not-in-words",
    ),
    # ---- what answers what, and how it is held
    "the answer to a claim dropped": Mutation(
        text=PESKOV,
        beside=(SEED,),
        old="    answers: 2023-10-26-us-jp-kr/dprk-arms-to-russia\n",
        new="",
        gone=(f"found {SEED}/dprk-arms-to-russia: alleged-violation 1874-9-dprk*; contested",),
        comes=(f"found {SEED}/dprk-arms-to-russia: alleged-violation 1874-9-dprk*; not contested",),
    ),
    "an abstract passed off as verbatim": Mutation(
        text=AMNESTY,
        old="kind: abstract",
        new="kind: verbatim",
        gone=(f"text {AMNESTY}: abstract*",),
        comes=(f"text {AMNESTY}: verbatim*",),
    ),
    "another paragraph read into a citation": Mutation(
        text=AMNESTY,
        old="norms: 1591-7",
        new="norms: 1556-7-8",
        gone=(f"read {AMNESTY}: the arms embargo on Darfur *: 1591-7",),
        comes=(f"read {AMNESTY}: the arms embargo on Darfur *: 1556-7-8",),
    ),
}


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS.keys())
def test_one_change_is_a_problem_or_is_seen(mutation: Mutation, tmp_path: Path) -> None:
    """What the change leads to is a problem of that kind, or the lines named go and come."""
    texts = (mutation.text, *mutation.beside)
    for text in texts:
        for suffix in (".txt", ".ann.yaml"):
            shutil.copy(DATA / "texts" / f"{text}{suffix}", tmp_path)
    changed = tmp_path / f"{mutation.text}{mutation.suffix}"
    words = changed.read_bytes().decode()
    assert words.count(mutation.old) == 1, (
        f"{mutation.old!r} stands {words.count(mutation.old)} times"
    )
    changed.write_bytes(words.replace(mutation.old, mutation.new).encode())
    if mutation.problem is not None:
        with pytest.raises(KgError) as raised:
            _shown(tmp_path, texts)
        assert mutation.problem in {problem.slug for problem in raised.value.problems}
        return
    before, after = _shown_unchanged(texts), _shown(tmp_path, texts)
    assert before != after
    for expected, lines in ((mutation.gone, before - after), (mutation.comes, after - before)):
        for line in expected:
            assert [one for one in lines if fnmatchcase(one, line)], sorted(lines)


@cache
def _shown_unchanged(texts: tuple[str, ...]) -> frozenset[str]:
    return _shown(DATA / "texts", texts)


def _shown(folder: Path, texts: Sequence[str]) -> frozenset[str]:
    """Return what a reader sees of ``texts``, a line for each sentence and finding."""
    read = [read_annotated(folder / f"{text}.ann.yaml", _reference()) for text in texts]
    if problems := check_answers(read, all_read=True):
        raise KgError(problems)
    store = load([*_common(), *(to_nquads(lift_annotated(each)) for each in read)])
    store.extend(infer(store))
    cited = ask(store, "norms-cited")
    rows = (dict(zip(cited.variables, row, strict=True)) for row in cited.rows)
    readings = (f"read {row['text']}: {row['words']}: {row['norm']}" for row in rows)
    return frozenset((*_lines(select_picture(store)), *readings))


@cache
def _reference() -> Reference:
    return read_bundled()


@cache
def _common() -> tuple[bytes, bytes]:
    return to_nquads(lift_ontology()), to_nquads(lift_reference(_reference()))


def _lines(picture: Picture) -> Iterator[str]:
    claims = {row.iri: f"{row.text}/{row.name}" for row in picture.propositions}
    for text in picture.texts:
        issuers = ", ".join(text.issued_by)
        yield f"text {text.id}: {text.kind}, {text.date}, issued by {issuers}"
        for each in text.signatory_lists:
            told = f"{tell_signatories(each)}: {name_signatories(each)}; {each.verification}"
            yield f"signed {text.id}: {told}"
    for row in picture.propositions:
        yield f"claim {claims[row.iri]}: {row.sentence}"
        for role in row.roles:
            yield f"role {claims[row.iri]}: {role.role} {role.label}"
    for act in picture.speech_acts:
        yield f"said {claims[act.proposition]}: {act.sentence}"
    for finding in picture.findings:
        what = f"{finding.kind} {finding.norm} {finding.agent or '-'}"
        why = f"{' '.join(finding.reasons)}; given {' '.join(finding.assumes)}"
        how = "contested" if finding.contested_by else "not contested"
        yield f"found {claims[finding.transfer]}: {what} {why}; {how}"
