"""What states are called: the bundled table, its reader, and the hints that it gives."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotations import read_annotated
from kg.annotations.anchoring import turn_to
from kg.annotations.folding import fold
from kg.annotations.mentions import Naming, find_mentions
from kg.errors import KgError, Place
from kg.marked import Words
from kg.model.actors import ActorKind
from kg.model.names import NameKind, StateName, plain_name
from kg.model.reference import Reference
from kg.model.texts import Text
from kg.reference import names, read_bundled, read_reference
from kg.reference.names import find_names, read_state_names
from kg.resources import DATA
from kg.vocab import TextKind

TABLE = DATA / names.FILE
HEAD = "name,state,language,kind,source,homonym"
SEED = DATA / "texts" / "2023-10-26-us-jp-kr.ann.yaml"
LANGUAGES = {"ar", "de", "en", "es", "fa", "fr", "he", "ja", "ko", "pt", "ru", "tr", "uk"} | {
    "zh-Hans",
    "zh-Hant",
}
SCRIPTS = {
    "ar": ("ARABIC",),
    "fa": ("ARABIC",),
    "he": ("HEBREW",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL",),
    "ru": ("CYRILLIC",),
    "uk": ("CYRILLIC", "MODIFIER LETTER APOSTROPHE"),
    "zh-Hans": ("CJK",),
    "zh-Hant": ("CJK",),
}
AMBIGUOUS = "this name is ambiguous"


@pytest.fixture(scope="module")
def bundled() -> Reference:
    return read_bundled()


@pytest.fixture(scope="module")
def states(bundled: Reference) -> set[str]:
    return {id_ for id_, actor in bundled.actors.items() if actor.kind is ActorKind.STATE}


@pytest.fixture(scope="module")
def table(states: set[str]) -> tuple[StateName, ...]:
    """Read the bundled table; a problem in it would raise here."""
    return read_state_names(DATA, states=states)


def _cells() -> list[list[str]]:
    lines = TABLE.read_bytes().decode().split("\n")
    assert lines[0] == HEAD
    assert lines[-1] == ""
    return [line.split(",") for line in lines[1:-1]]


# ------------------------------------------------------------------------------- the table


def test_every_state_has_a_name_in_every_language(
    table: tuple[StateName, ...], states: set[str]
) -> None:
    """No state is missing, no language is, and nothing stands there that is no state."""
    named = {(row.state, row.language) for row in table}
    assert named == {(state, language) for state in states for language in LANGUAGES}


def test_the_table_is_sorted_and_says_nothing_twice() -> None:
    """Rows go by state, language, kind and name."""
    rows = [(state, language, kind, name) for name, state, language, kind, *_ in _cells()]
    assert rows == sorted(rows)
    plain = Counter((state, language, plain_name(name)) for state, language, _, name in rows)
    assert [key for key, times in plain.items() if times > 1] == []


def test_every_row_says_where_it_comes_from() -> None:
    """A row has the name and edition of one of the two data sets."""
    sources = {source.partition(" ")[::2] for *_, source, _ in _cells()}
    assert {name for name, _ in sources} == {"cldr", "iso-codes"}
    assert all(re.search(r"[0-9]", edition) for _, edition in sources)
    assert len(sources) == 2


def test_the_flagged_homonyms_are_all_there_are(table: tuple[StateName, ...]) -> None:
    """Every name that two states share says so in each of its rows, with the other codes."""
    sharing: dict[str, set[str]] = {}
    for row in table:
        sharing.setdefault(fold(row.name).characters.strip().casefold(), set()).add(row.state)
    for row in table:
        others = sharing[plain_name(row.name)] - {row.state}
        assert others <= set(row.other_states), row


@pytest.mark.parametrize(
    ("name", "state", "means"),
    [
        ("Georgia", "GE", "the US state of Georgia"),
        ("Jordan", "JO", "a personal name"),
        ("Chad", "TD", "a personal name"),
        ("Congo", "CG", "CD"),
        ("도미니카", "DM", "DO"),
        ("朝鲜", "KP", "Korea as a whole"),
        ("인도", "IN", "the word for delivery"),
    ],
)
def test_a_name_that_is_not_unique_in_the_world_is_flagged(
    name: str, state: str, means: str
) -> None:
    """The reviewed list reaches names that one state alone has in the table."""
    rows = find_names(name)
    assert {row.state for row in rows} == {state}
    assert all(means in row.other_states + row.other_meanings for row in rows)


def test_norway_is_no_truth_value(table: tuple[StateName, ...]) -> None:
    """NO is text like every code, and its names are Norway's."""
    norwegian = {row.name for row in table if row.state == "NO"}
    assert {"Norway", "Norvège", "Норвегия", "النرويج"} <= norwegian
    assert not {row.state for row in table} & {"False", "false", "no", ""}


def test_every_name_is_written_in_the_script_of_its_language(table: tuple[StateName, ...]) -> None:
    """No name is empty, is a code, or is half in the letters of another language."""
    for row in table:
        scripts = SCRIPTS.get(row.language, ("LATIN",))
        letters = [char for char in row.name if char.isalpha()]
        assert letters, row
        assert all(unicodedata.name(char).startswith(scripts) for char in letters), row
        assert row.name == unicodedata.normalize("NFC", " ".join(row.name.split())), row
        assert not re.search(r'[,;"]', row.name), row


def test_no_name_takes_a_side(table: tuple[StateName, ...]) -> None:
    """Of Taiwan only the common name stands there."""
    assert {row.kind for row in table if row.state == "TW"} == {NameKind.COMMON}
    assert not any(find_names(name) for name in ("Taiwan, Province of China", "中華民國"))


def test_the_page_beside_the_table_counts_right(table: tuple[StateName, ...]) -> None:
    """The counts by language are those of the table as it is."""
    page = TABLE.with_name("README.md").read_text("utf-8")
    told = re.findall(r"^\| ([a-zA-Z-]+) \| (\d+) \| .* \| (\d+) \|$", page, re.MULTILINE)
    assert {word: int(rows) for word, rows, _ in told} == {
        **Counter(row.language for row in table),
        "all": len(table),
    }
    flags = Counter(row.language for row in table if row.homonym)
    assert {word: int(count) for word, _, count in told} == {**flags, "all": flags.total()}


# ------------------------------------------------------------------------------- names in texts


def _mentioned(text: str, rows: list[StateName]) -> list[tuple[str, str]]:
    """Return who is named in ``text`` by the names of ``rows``, each with the words."""
    page = turn_to(
        Text(id="t", characters=text, sha256="0" * 64, language="en", kind=TextKind.VERBATIM)
    )
    namings = [Naming(row.state, Words(row.name, Place("t", 1, 1))) for row in rows]
    mentions, _ = find_mentions(namings, page)
    return [(mention.actor, page.text.cut(mention.span)) for mention in mentions]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_name_names_its_own_state_alone(table: tuple[StateName, ...], language: str) -> None:
    """With all names of a language given, no name within a longer one names anybody."""
    rows = [row for row in table if row.language == language]
    told = _mentioned(" | ".join(row.name for row in rows), rows)
    assert told == [(row.state, row.name) for row in rows]


def test_no_name_of_the_north_names_the_south(table: tuple[StateName, ...]) -> None:
    """Republic of Korea stands within the DPRK's name, and names nobody there, in any language."""
    koreas = [row for row in table if row.state in {"KP", "KR"}]
    within: set[tuple[str, str]] = set()
    for row in koreas:
        for other in koreas:
            if other.language == row.language and other.state != row.state:
                assert _mentioned(row.name, [row, other]) == [(row.state, row.name)]
                if other.name in row.name:
                    within.add((other.name, row.name))
    assert ("Republic of Korea", "Democratic People's Republic of Korea") in within


def test_a_curly_apostrophe_does_not_turn_the_north_into_the_south(
    table: tuple[StateName, ...],
) -> None:
    """The name of the table has a straight apostrophe, and texts a curly one."""
    rows = [row for row in table if row.state in {"KP", "KR"} and row.language == "en"]
    text = "Democratic People’s Republic of Korea"
    assert _mentioned(text, rows) == [("KP", text)]


def test_north_and_south_have_no_name_in_common(table: tuple[StateName, ...]) -> None:
    """Not in one language, and not across two."""
    called = {
        state: {plain_name(row.name) for row in table if row.state == state}
        for state in ("KP", "KR")
    }
    assert called["KP"] & called["KR"] == set()


@given(st.text())
def test_a_name_is_plain_as_a_quote_is_folded(name: str) -> None:
    """The table and the texts differ over no character."""
    assert plain_name(name) == fold(name).characters.strip().casefold()


# ------------------------------------------------------------------------------- hints


def _hint(tmp_path: Path, written: str, reference: Reference) -> str | None:
    """Return the hint for ``written`` in the place of the supplier of the bundled statement."""
    text = SEED.with_name("2023-10-26-us-jp-kr.txt")
    (tmp_path / text.name).write_bytes(text.read_bytes())
    annotations = SEED.read_text("utf-8").replace("supplier: KP", f"supplier: {written}", 1)
    path = tmp_path / SEED.name
    path.write_text(annotations, "utf-8")
    with pytest.raises(KgError) as raised:
        read_annotated(path, reference)
    (problem,) = raised.value.problems
    assert problem.slug == "unknown-actor"
    return problem.hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Corée du Nord", "KP (DPRK)"),
        ("CORÉE  DU NORD", "KP (DPRK)"),
        ("République populaire démocratique de Corée", "KP (DPRK)"),
        ("République de Corée", "KR (Republic of Korea)"),
        ("조선민주주의인민공화국", "KP (DPRK)"),
        ("Северная Корея", "KP (DPRK)"),
        ("Южная Корея", "KR (Republic of Korea)"),
        ("朝鮮民主主義人民共和国", "KP (DPRK)"),
        ("كوريا الجنوبية", "KR (Republic of Korea)"),
        ("کره جنوبی", "KR (Republic of Korea)"),
        ("Норвегия", "NO (Norway)"),
        ("Federação Russa", "RU (Russia)"),
    ],
)
def test_a_name_in_another_language_leads_to_the_code(
    tmp_path: Path, bundled: Reference, written: str, meant: str
) -> None:
    """The very name of a state is enough, whatever the language."""
    assert _hint(tmp_path, written, bundled) == f"did you mean {meant}?"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        (
            "Georgia",
            f"did you mean GE (Georgia)? {AMBIGUOUS}: it is also the US state of Georgia",
        ),
        ("도미니카", f"did you mean DM (Dominica) or DO (Dominican Republic)? {AMBIGUOUS}"),
        ("عمان", f"did you mean JO (Jordan) or OM (Oman)? {AMBIGUOUS}: it is also Amman"),
    ],
)
def test_a_homonym_is_said_to_be_one(
    tmp_path: Path, bundled: Reference, written: str, hint: str
) -> None:
    """All states that may be meant are named, and what else may be."""
    assert _hint(tmp_path, written, bundled) == hint


@pytest.mark.parametrize("typo", ["Corée du Nrod", "Южная Кория", "朝鮮民主主義人民共和囯"])
def test_no_name_of_the_table_is_found_by_likeness(
    tmp_path: Path, bundled: Reference, typo: str
) -> None:
    """A letter astray in a name of the table leads nowhere."""
    hint = _hint(tmp_path, typo, bundled)
    assert hint == "a state goes by its ISO 3166-1 code, such as KP; others stand in actors/"


def test_only_states_that_are_there_are_offered(files: dict[str, str]) -> None:
    """A reference without the state is not told its code."""
    assert names.state_hint("Corée du Nord", {"X1": "X1"}.get) is None
    assert names.state_hint("Corée du Nord", {"KP": "KP"}.get) == "did you mean KP?"
    assert "KP" not in files["actors/a.yaml"]


def test_an_actor_of_the_same_name_is_offered_beside_the_state() -> None:
    """Who is called so in the reference at hand is a candidate too."""
    describe = {"GE": "GE", "KP": "KP", "x-georgia": "x-georgia"}.get
    hint = names.state_hint("Corée du Nord", describe, ["x-georgia"])
    assert hint == f"did you mean KP or x-georgia? {AMBIGUOUS}"


def test_a_reference_file_gets_the_hint_too(
    written: Callable[[str, dict[str, str]], Path], files: dict[str, str]
) -> None:
    """A norm that names a state in another language is led to the code."""
    files["actors/a.yaml"] = files["actors/a.yaml"].replace("X2:", "KP:").replace("[X2", "[KP")
    convention = files["instruments/c.yaml"].replace("abstained: [X2]", "abstained: [KP]")
    files["instruments/c.yaml"] = convention.replace(
        "counterparty: X1", "counterparty: Corée du Nord"
    )
    with pytest.raises(KgError) as raised:
        read_reference([written("mine", files)])
    assert [(problem.slug, problem.hint) for problem in raised.value.problems] == [
        ("unknown-actor", "did you mean KP?")
    ]


def test_the_table_is_left_alone_until_a_hint_is_needed(tmp_path: Path) -> None:
    """To read reference data and annotations without a mistake costs nothing more."""
    names._bundled.cache_clear()
    reference = read_bundled()
    read_annotated(SEED, reference)
    assert names._bundled.cache_info().currsize == 0
    _hint(tmp_path, "Corée du Nord", reference)
    assert names._bundled.cache_info().currsize == 1


# ------------------------------------------------------------------------------- the reader

SOUND = f"""\
{HEAD}
Freedonia,CC,en,common,cldr 0,
Utopia,AA,en,common,cldr 0,BB; a book
Utopie,AA,fr,common,cldr 0,
UTOPIA,BB,en,official,iso-codes 0,AA
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], tuple[StateName, ...]]:
    """Write a table of names, and read it where AA, BB and CC are the states."""

    def back(text: str) -> tuple[StateName, ...]:
        path = tmp_path / "mine" / names.FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return read_state_names(tmp_path / "mine", states={"AA", "BB", "CC", "NO"})

    return back


Reader = Callable[[str], tuple[StateName, ...]]


def test_a_sound_table_is_read_as_it_stands(read: Reader) -> None:
    """Rows keep their order; an empty homonym is none."""
    rows = read(SOUND)
    assert [row.name for row in rows] == ["Freedonia", "Utopia", "Utopie", "UTOPIA"]
    assert rows[0] == StateName(name="Freedonia", state="CC", language="en", kind=NameKind.COMMON)
    assert (rows[1].homonym, rows[1].other_states) == ("BB; a book", ("BB",))
    assert rows[1].other_meanings == ("a book",)
    assert read(SOUND.replace("\n", "\r\n")) == rows


def test_a_code_that_yaml_would_take_for_no_stays_a_code(read: Reader) -> None:
    """Norway is read as NO."""
    (row,) = read(f"{HEAD}\nNorge,NO,no,common,cldr 0,\n")
    assert (row.state, row.language) == ("NO", "no")


@pytest.mark.parametrize(
    ("old", "new", "slug", "place"),
    [
        (HEAD, "name,state", "unknown-format", (1, 1)),
        ("common,cldr 0,\nUtopia", "common,cldr 0\nUtopia", "wrong-number-of-cells", (2, 1)),
        ("Utopie,AA", "Utopie, l’,AA", "wrong-number-of-cells", (4, 1)),
        ("Freedonia,CC", "Freedonia,XX", "unknown-state", (2, 11)),
        (",BB; a book", ",BB; XX; a book", "unknown-state", (3, 28)),
        ("Freedonia,CC", ",CC", "empty-value", (2, 1)),
        ("Freedonia,CC", "Freedonia,", "empty-value", (2, 11)),
        ("Freedonia,CC,en,common", "Freedonia,CC,en,usual", "unknown-word", (2, 17)),
        ("Utopie,AA,fr,common,cldr 0,", "utopia,AA,en,common,cldr 0,BB", "duplicate-name", (4, 1)),
        (",BB; a book", ",a book", "unflagged-homonym", (3, 28)),
        ("iso-codes 0,AA", "iso-codes 0,", "unflagged-homonym", (5, 35)),
        ("Utopie,AA,fr", "Utopia,CC,fr", "unflagged-homonym", (3, 28)),
    ],
)
def test_a_mistake_is_told_where_it_stands(
    read: Reader, old: str, new: str, slug: str, place: tuple[int, int]
) -> None:
    """Each mistake has its line, its column and its paragraph."""
    assert SOUND.count(old) == 1
    with pytest.raises(KgError) as raised:
        read(SOUND.replace(old, new))
    problem = raised.value.problems[0]
    assert (problem.slug, problem.place) == (slug, Place("mine/names/states.csv", *place))


def test_all_mistakes_are_told_at_once(read: Reader) -> None:
    """The first problem hides none of the others."""
    with pytest.raises(KgError) as raised:
        read(
            SOUND.replace("CC,en", "XX,en")
            .replace(",BB; a book", ",")
            .replace("Utopie,AA", "Utopie")
        )
    assert [problem.slug for problem in raised.value.problems] == [
        "unknown-state",
        "unflagged-homonym",
        "wrong-number-of-cells",
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbfname", b"\xff\xfe", b"name\0"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    """An empty, binary or differently encoded file gives one problem."""
    path = tmp_path / names.FILE
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(KgError) as raised:
        read_state_names(tmp_path)
    assert len(raised.value.problems) == 1


def test_a_folder_without_the_table_says_so(tmp_path: Path) -> None:
    """The bundled table is no fallback."""
    with pytest.raises(KgError, match="not-a-file"):
        read_state_names(tmp_path)
