"""The generator of synthetic corpora: deterministic, of our shape, and free of real states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.composed import ACTS, MENTIONS, TRANSFERS
from benchmarks.corpus import annotated_texts, synthetic_nquads, write_corpus
from benchmarks.dice import Dice
from benchmarks.world import invent_world
from kg.annotations import find_annotation_files, read_annotated
from kg.front.check import check
from kg.model.actors import ActorKind
from kg.quads import lift_annotated, lift_ontology, lift_reference, to_nquads
from kg.reference import read_bundled, read_reference

TEXTS = 12


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write one corpus, which nobody changes."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, TEXTS)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    assert found
    return found


def test_the_same_seed_gives_the_same_files(corpus: Path, tmp_path: Path) -> None:
    """Two corpora of one seed and size are the same, byte for byte."""
    write_corpus(tmp_path, TEXTS)
    assert _files(tmp_path) == _files(corpus)


def test_another_seed_gives_other_texts(corpus: Path, tmp_path: Path) -> None:
    """The seed decides what the texts say."""
    write_corpus(tmp_path, TEXTS, seed=1)
    assert set(_files(tmp_path).values()).isdisjoint(
        data for name, data in _files(corpus).items() if name.startswith("texts/")
    )


def test_a_larger_corpus_begins_with_the_smaller(corpus: Path, tmp_path: Path) -> None:
    """Adding texts changes none of those that were there."""
    write_corpus(tmp_path, TEXTS + 3)
    larger = _files(tmp_path)
    assert {name: larger[name] for name in _files(corpus)} == _files(corpus)


def test_dice_are_those_of_yesterday() -> None:
    """The numbers behind a corpus are written down, so that a new Python cannot change them."""
    dice = Dice("text", 0, 1)
    assert [dice.below(1000) for _ in range(6)] == [513, 979, 639, 87, 226, 920]


def test_reading_a_corpus_gives_the_values_it_was_made_from(corpus: Path) -> None:
    """Every quote is anchored where the text was composed to have it, and nothing is refused."""
    reference = read_reference([corpus])
    read = [read_annotated(file, reference) for file in find_annotation_files(corpus / "texts")]
    made = sorted(annotated_texts(TEXTS), key=lambda annotated: annotated.text.id)
    assert [replace(annotated, places={}) for annotated in read] == made


def test_the_reference_files_hold_the_invented_world(corpus: Path) -> None:
    """What is read from the files is what was invented: 200 actors, 60 items, 300 norms."""
    read, world = read_reference([corpus]), invent_world().reference()
    assert replace(read, digest="", places={}, files=()) == world
    norms = [norm for instrument in read.instruments.values() for norm in instrument.norms]
    assert (len(read.actors), len(read.items), len(norms)) == (200, 60, 300)


def test_a_text_has_the_shape_it_promises() -> None:
    """Each text has 30 mentions, 4 transfers and 8 speech acts, each on words of its own."""
    for annotated in annotated_texts(TEXTS):
        said = [said for claim in annotated.claims for said in claim.said]
        assert len(annotated.mentions) == MENTIONS
        assert len(annotated.claims) == TRANSFERS
        assert len(said) == ACTS
        assert len({each.quote.spans for each in said}) == ACTS


def test_no_real_actor_is_named(corpus: Path) -> None:
    """No name, code or alias of the bundled actors stands in a synthetic file."""
    bundled = read_bundled().actors.values()
    real = {actor.name for actor in bundled} | {
        alias for actor in bundled for alias in actor.aliases if len(alias) > len("U.S.")
    }
    assert real
    written = b"\n".join(_files(corpus).values()).decode("utf-8")
    assert [name for name in sorted(real) if name in written] == []
    assert not {actor.id for actor in bundled} & {actor.id for actor in invent_world().actors}


def test_the_states_are_told_apart_by_their_names() -> None:
    """No state's name stands within another's."""
    names = [actor.name for actor in invent_world().actors if actor.kind is ActorKind.STATE]
    assert [(one, two) for one in names for two in names if one != two and one in two] == []


def test_quads_without_files_are_those_of_the_files(corpus: Path) -> None:
    """The N-Quads streamed for large sizes are the lines that reading and lifting gives."""
    reference = read_reference([corpus])
    lifted = [*lift_ontology(), *lift_reference(reference)]
    for file in find_annotation_files(corpus / "texts"):
        lifted += lift_annotated(read_annotated(file, reference))
    streamed = b"".join(synthetic_nquads(TEXTS)).splitlines(keepends=True)
    assert sorted(streamed) == to_nquads(lifted).splitlines(keepends=True)


def test_a_corpus_passes_the_checks_of_the_program(corpus: Path) -> None:
    """Beside the bundled reference data, whose ids it never takes, a corpus has no problem."""
    checked = check([corpus], shapes=False)
    assert checked.summary == f"{TEXTS} texts, {4 * TEXTS} claims, {8 * TEXTS} quotes"


@pytest.mark.slow
def test_a_corpus_keeps_the_shapes(tmp_path: Path) -> None:
    """The graph of a synthetic text is one that the SHACL shapes allow."""
    write_corpus(tmp_path, 1)
    assert check([tmp_path]).summary == "1 text, 4 claims, 8 quotes"
