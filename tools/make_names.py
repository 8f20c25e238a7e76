"""Write data/names/states.csv: what the states are called in the languages of LANGUAGES.

Common names are those of CLDR (package babel), official ones those of ISO 3166-1 in Debian's
iso-codes, with their translations and its few common names (package pycountry). Neither is needed by the package ``kg`` or
by its tests, so they are installed apart, and the table is committed::

    python -m venv names-venv
    names-venv/bin/pip install babel==2.18.0 pycountry==26.2.16
    PYTHONPATH=. names-venv/bin/python tools/make_names.py

The table is written and nothing else; counts for data/names/README.md go to standard error. The
reviewed lists below say what of the two sources is rewritten, dropped or flagged, and an entry that
fits nothing any more is an error: with a newer release, read the difference and review again.
"""

from __future__ import annotations

import gettext
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Installed only where the table is made: see above.
import pycountry  # type: ignore[import-not-found,import-untyped,unused-ignore]
from babel import Locale  # type: ignore[import-not-found,import-untyped,unused-ignore]
from babel.core import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    get_cldr_version,
)

from kg.model.names import plain_name

ROOT = Path(__file__).resolve().parent.parent
STATES = ROOT / "data" / "actors" / "states.yaml"
TARGET = ROOT / "data" / "names" / "states.csv"
HEAD = ("name", "state", "language", "kind", "source", "homonym")

CLDR = f"cldr {get_cldr_version()}"
ISO = f"iso-codes (pycountry {pycountry.__version__})"


@dataclass(frozen=True)
class Language:
    """Where a language is found in the two sources, and the scripts of its names."""

    cldr: tuple[str, ...]
    iso: tuple[str | None, ...]
    scripts: tuple[str, ...]


# ISO's short name is read too: in French it is the one that the United Nations use of the DPRK.
SHORT_NAME_TOO = frozenset({"KP"})

_HAN = ("CJK UNIFIED",)
# Portuguese has two norms, and each source calls another one plain "pt".
LANGUAGES = {
    "ar": Language(("ar",), ("ar",), ("ARABIC",)),
    "de": Language(("de",), ("de",), ("LATIN",)),
    "en": Language(("en",), (None,), ("LATIN",)),
    "es": Language(("es",), ("es",), ("LATIN",)),
    "fa": Language(("fa",), ("fa",), ("ARABIC",)),
    "fr": Language(("fr",), ("fr",), ("LATIN",)),
    "he": Language(("he",), ("he",), ("HEBREW",)),
    "ja": Language(("ja",), ("ja",), (*_HAN, "HIRAGANA", "KATAKANA")),
    "ko": Language(("ko",), ("ko",), ("HANGUL",)),
    "pt": Language(("pt", "pt_PT"), ("pt", "pt_BR"), ("LATIN",)),
    "ru": Language(("ru",), ("ru",), ("CYRILLIC",)),
    "tr": Language(("tr",), ("tr",), ("LATIN",)),
    "uk": Language(("uk",), ("uk",), ("CYRILLIC", "MODIFIER LETTER APOSTROPHE")),
    "zh-Hans": Language(("zh_Hans",), ("zh_CN",), _HAN),
    "zh-Hant": Language(("zh_Hant",), ("zh_TW",), _HAN),
}

# --------------------------------------------------------------------------- reviewed: rewritten

# Names that no text has as they stand there: lists turn them round ("Korea, Republic of"), put an
# article before them, or a second name in brackets behind them. By language and name.
REWRITTEN: dict[tuple[str, str], tuple[str, ...]] = {
    # turned round
    ("en", "Congo, The Democratic Republic of the"): ("Democratic Republic of the Congo",),
    ("en", "Korea, Democratic People's Republic of"): ("Democratic People's Republic of Korea",),
    ("en", "Korea, Republic of"): ("Republic of Korea",),
    ("fr", "Corée, République populaire démocratique de"): (
        "République populaire démocratique de Corée",
    ),
    ("fr", "Corée, République de"): ("République de Corée",),
    ("fr", "Lao, République démocratique populaire"): ("République démocratique populaire lao",),
    ("fr", "Russie, Fédération de"): ("Fédération de Russie",),
    ("fr", "Salomon, Îles"): ("Îles Salomon",),
    ("fr", "Syrienne, République arabe"): ("République arabe syrienne",),
    ("es", "Congo, República Democrática del"): ("República Democrática del Congo",),
    ("es", "Corea, República Democrática Popular de"): ("República Democrática Popular de Corea",),
    ("es", "Corea, República de"): ("República de Corea",),
    ("ar", "الكونغو، جمهورية الكونغو الديموقراطية"): ("جمهورية الكونغو الديموقراطية",),
    ("ar", "كوريا، جمهورية كوريا الشعبية الديموقراطية"): ("جمهورية كوريا الشعبية الديموقراطية",),
    ("ar", "كوريا، جمهورية كوريا"): ("جمهورية كوريا",),
    ("fa", "کره، جمهوری دموکراتیک خلق"): ("جمهوری دموکراتیک خلق کره",),
    ("uk", "Конго, демократична республіка"): ("Демократична Республіка Конго",),
    ("de", "Korea, Demokratische Volksrepublik"): ("Demokratische Volksrepublik Korea",),
    ("de", "Korea, Republik"): ("Republik Korea",),
    ("de", "Laos, Demokratische Volksrepublik"): ("Demokratische Volksrepublik Laos",),
    ("de", "Syrien, Arabische Republik"): ("Arabische Republik Syrien",),
    ("pt", "Congo, República Democrática do"): ("República Democrática do Congo",),
    ("pt", "Coreia, República Popular Democrática da"): (
        "República Popular Democrática da Coreia",
    ),
    ("pt", "Coreia, República da"): ("República da Coreia",),
    ("he", "קונגו, הרפובליקה הדמוקרטית של"): ("הרפובליקה הדמוקרטית של קונגו",),
    ("he", "קוריאה, הרפובליקה של"): ("הרפובליקה של קוריאה",),
    # an article that belongs to the sentence
    ("en", "the State of Eritrea"): ("State of Eritrea",),
    ("en", "the State of Palestine"): ("State of Palestine",),
    ("fr", "L'État d'Érythrée"): ("État d'Érythrée",),
    ("fr", "L'État de Palestine"): ("État de Palestine",),
    # two names
    ("en", "Myanmar (Burma)"): ("Myanmar", "Burma"),
    ("fr", "Myanmar (Birmanie)"): ("Myanmar", "Birmanie"),
    ("es", "Myanmar (Birmania)"): ("Myanmar", "Birmania"),
    ("ru", "Мьянма (Бирма)"): ("Мьянма", "Бирма"),
    ("ar", "ميانمار (بورما)"): ("ميانمار", "بورما"),
    ("ja", "ミャンマー (ビルマ)"): ("ミャンマー", "ビルマ"),
    ("uk", "Мʼянма (Бірма)"): ("Мʼянма", "Бірма"),
    ("fa", "میانمار (برمه)"): ("میانمار", "برمه"),
    ("pt", "Mianmar (Birmânia)"): ("Mianmar", "Birmânia"),
    ("tr", "Myanmar (Burma)"): ("Myanmar", "Burma"),
    ("he", "מיאנמר (בורמה)"): ("מיאנמר", "בורמה"),
    ("pt", "Côte d’Ivoire (Costa do Marfim)"): ("Côte d’Ivoire", "Costa do Marfim"),
    ("ar", "المجر (هنغاريا)"): ("المجر", "هنغاريا"),
    ("ja", "大韓民国 (韓国)"): ("大韓民国", "韓国"),
    ("en", "Holy See (Vatican City State)"): ("Holy See", "Vatican City State"),
    ("fr", "Saint-Siège (état de la cité du Vatican)"): (
        "Saint-Siège",
        "État de la Cité du Vatican",
    ),
    ("es", "Santa Sede (Ciudad Estado del Vaticano)"): (
        "Santa Sede",
        "Ciudad Estado del Vaticano",
    ),
    ("de", "Heiliger Stuhl (Staat Vatikanstadt)"): ("Heiliger Stuhl", "Staat Vatikanstadt"),
    ("pt", "Santa Sé (Estado da Cidade do Vaticano)"): (
        "Santa Sé",
        "Estado da Cidade do Vaticano",
    ),
    ("pt", "Santa Sé (Cidade-Estado do Vaticano)"): ("Santa Sé", "Cidade-Estado do Vaticano"),
    ("zh-Hant", "教廷 (梵蒂岡城市國)"): ("教廷", "梵蒂岡城市國"),
    # one name, with a remark that no text has
    ("ja", "コンゴ民主共和国(キンシャサ)"): ("コンゴ民主共和国",),
    ("ja", "コンゴ共和国(ブラザビル)"): ("コンゴ共和国",),
    ("uk", "Святий Престол (Ватикан, Місто-Держава)"): ("Святий Престол",),
    # half of it in another language
    ("ko", "바티칸 시티 (Holy See)"): ("바티칸 시티",),
    ("tr", "Holy See (Vatikan Şehir Devleti)"): ("Vatikan Şehir Devleti",),
    ("ja", "聖庁 (バチカン市国)"): ("バチカン市国",),
}

# --------------------------------------------------------------------------- reviewed: dropped

_OTHER = "it is the name of another state"
_NOT_IT = "it is no name of the state"
_TITLE = "it calls the state a kingdom, which it is not"
_SPELLING = "it is misspelt"
# By language, state and name. Official names of Taiwan are dropped too, in every language.
DROPPED: dict[tuple[str, str, str], str] = {
    ("fa", "ER", "فلسطین"): _OTHER,  # Palestine
    ("fa", "GM", "جمهوری زامبیا"): _OTHER,  # Republic of Zambia
    ("ar", "MD", "المالديف"): _OTHER,  # the Maldives
    ("pt", "AF", "República Islâmica do Paquistão"): _OTHER,  # Pakistan
    ("ko", "GB", "대영제국"): _NOT_IT,  # the British Empire
    ("ar", "GR", "الجمهورية الهلنستية"): _NOT_IT,  # the Hellenistic Republic
    ("ar", "VA", "المقعد المقدس (ولاية مدينة الفاتيكان)"): _NOT_IT,  # "holy chair"
    ("fa", "BO", "چند ایالتی بولیویا"): _NOT_IT,  # "multi-province Bolivia"
    ("fa", "GA", "جمهوری گابونس"): _NOT_IT,  # the English adjective, spelt out
    ("fa", "RU", "روسیه فدرال"): _NOT_IT,  # "federal Russia"
    ("fa", "RW", "جمهوری رواندس"): _NOT_IT,  # the English adjective, spelt out
    ("fa", "ST", "جمهوری دموکراتیک تومه و پرینسیپ"): _NOT_IT,  # without São
    ("fa", "TG", "جمهوری تگلز"): _NOT_IT,  # the English adjective, spelt out
    ("fa", "TL", "جمهوری دموکراتیک جزایر تیمور"): _NOT_IT,  # "Timor Islands"
    ("he", "KP", "קוריאה, דמוקרטיית העם של"): _NOT_IT,  # "people's democracy of Korea"
    ("pt", "ER", "Estados da Eritreia"): _NOT_IT,  # "States of Eritrea"
    ("fa", "AD", "پادشاهی آندورا"): _TITLE,
    ("fa", "LI", "پادشاهی لیختن‌اشتاین"): _TITLE,
    ("fa", "MC", "پادشاهی موناکو"): _TITLE,
    ("fa", "OM", "پادشاهی عمان"): _TITLE,
    ("ko", "OM", "오만 이슬람왕국"): _TITLE,
    ("tr", "BN", "Brunei Krallığı"): _TITLE,
    ("ar", "FR", "جمهورية الفرنسية"): _SPELLING,
    ("es", "CI", "República de Costa de Marfíl"): _SPELLING,
    ("fr", "BD", "République populaire du Bengladesh"): _SPELLING,
    ("fr", "BT", "Royaume du Bouthan"): _SPELLING,
    ("fr", "SM", "République de San Marin"): _SPELLING,
    ("he", "BG", "הרפובליקה של בוגלריה"): _SPELLING,
    ("he", "BT", "ממכלת בהוטן"): _SPELLING,
    ("he", "GB", "הממלכה המאוחדת של בריטניה הגדולה וצפון אירנלד"): _SPELLING,
    ("he", "LU", "הדוקסות של לוקסנבורג"): _SPELLING,
    ("he", "MX", "מדינות מקסיקניות המאוחדות"): _SPELLING,
    ("ja", "BA", "ボスニアヘルツコビナ共和国"): _SPELLING,
    ("pt", "BY", "República da Bielorússia"): _SPELLING,
    ("pt", "ER", "Estado da Eritrea"): _SPELLING,
    ("pt", "GW", "República da Guiné-Bissáu"): _SPELLING,
    ("pt", "ZA", "República da Africa do Sul"): _SPELLING,
    ("uk", "PK", "Ісламська Респуліка Пакистан"): _SPELLING,
    ("uk", "UY", "Східна Республік Уругвай"): _SPELLING,
    ("zh-Hans", "BO", "波利维亚"): _SPELLING,
    ("zh-Hans", "KH", "柬埔塞王国"): _SPELLING,
}
# ISO's "Taiwan, Province of China" takes one side of a dispute, and the translation "Republic of
# China" the other one; names do not take sides, so that the common name stands alone.
NO_OFFICIAL_NAME = frozenset({"TW"})

# --------------------------------------------------------------------------- reviewed: homonyms


@dataclass(frozen=True)
class Also:
    """What else these names of one state may mean: states by code, anything else in words."""

    state: str
    means: tuple[str, ...]
    names: tuple[str, ...]


# Names that one state alone has in the table, and that are not unique where texts about arms are
# read. Names that two states have in the table are flagged without being listed.
HOMONYMS = (
    # A reader of Spanish cannot tell which Congo: CLDR gives the short name to one of the two.
    Also("CG", ("CD", "the river Congo"), ("Congo",)),
    # The word by which Korean texts call the Dominican Republic too.
    Also("DM", ("DO",), ("도미니카",)),
    # Written without vowel signs, Oman and Amman are one word.
    Also("OM", ("JO", "Amman"), ("عمان",)),
    # The usual Chinese word in the People's Republic for Korea before its division as well.
    Also("KP", ("Korea as a whole",), ("朝鲜",)),
    # CLDR names the territories; whether a text means the state is for the annotator to say.
    Also(
        "PS",
        ("the Palestinian territories",),
        (
            "Palestinian Territories",
            "Territoires palestiniens",
            "Territorios Palestinos",
            "Territórios palestinos",
            "Territórios palestinianos",
            "Палестинские территории",
            "Палестинські території",
            "巴勒斯坦领土",
            "巴勒斯坦自治區",
            "الأراضي الفلسطينية",
            "سرزمین‌های فلسطینی",
            "팔레스타인 지구",
            "パレスチナ自治区",
            "Palästinensische Autonomiegebiete",
            "Filistin Bölgeleri",
            "השטחים הפלסטיניים",
        ),
    ),
    # The state of the United States has the same name in these languages.
    Also(
        "GE",
        ("the US state of Georgia",),
        ("Georgia", "Géorgie", "Georgien", "Geórgia", "喬治亞", "جورجيا", "조지아", "ジョージア"),
    ),
    # The island, a part of which belongs to the United Kingdom.
    Also(
        "IE",
        ("the island of Ireland",),
        (
            "Ireland",
            "Irland",
            "Irlande",
            "Irlanda",
            "Ирландия",
            "Ірландія",
            "爱尔兰",
            "愛爾蘭",
            "أيرلندا",
            "ایرلند",
            "아일랜드",
            "アイルランド",
            "İrlanda",
            "אירלנד",
        ),
    ),
    # Micronesia is the region of several states too.
    Also(
        "FM",
        ("the region of Micronesia",),
        (
            "Micronesia",
            "Micronésia",
            "Micronésie",
            "Mikronesien",
            "Mikronezya",
            "Мікронезія",
            "密克罗尼西亚",
            "密克羅尼西亞",
            "ميكرونيزيا",
            "میکرونزی",
            "미크로네시아",
            "מיקרונזיה",
        ),
    ),
    # A part of the names of three other states, and of a region.
    Also(
        "GN",
        ("the region of Guinea", "a part of another state's name"),
        (
            "Guinea",
            "Guinée",
            "Guiné",
            "Gine",
            "Гвинея",
            "Гвінея",
            "几内亚",
            "幾內亞",
            "غينيا",
            "گینه",
            "기니",
            "ギニア",
            "גינאה",
        ),
    ),
    # Rivers, lakes, regions and towns that texts name without saying so.
    Also("NE", ("the river Niger",), ("Niger", "Níger", "Нигер", "Нігер")),
    Also("TD", ("Lake Chad", "a personal name"), ("Chad",)),
    Also("JO", ("the river Jordan", "a personal name"), ("Jordan", "ירדן")),
    Also("MD", ("the river Vltava",), ("Moldau",)),
    Also("GD", ("the city of Granada",), ("Granada",)),
    Also("SV", ("the city of Salvador", "a personal name"), ("Salvador",)),
    Also("BD", ("the region of Bengal",), ("孟加拉",)),
    Also("CN", ("the Chugoku region of Japan",), ("中国",)),
    # Given names.
    Also("DM", ("a personal name",), ("Dominique", "多米尼克", "Доминика", "Домініка")),
    Also("MU", ("a personal name",), ("Maurice", "Maurício", "Mauricio")),
    # Words of the language, the first of which stands in many a text about arms.
    Also("IN", ("the word for delivery",), ("인도",)),
    Also("SD", ("the word for means",), ("수단",)),
    Also("IR", ("a particle",), ("이란",)),
    Also("OM", ("the word for arrogance", "fifty thousand"), ("오만",)),
    Also("QA", ("the word for diameter",), ("قطر",)),
    Also("QA", ("the word for locomotive",), ("קטר",)),
    Also("TG", ("a pronoun",), ("Того",)),
    Also("ML", ("the word for small",), ("Малі",)),
)

# Vowel signs, stress marks and the sign of a genitive, which texts leave out.
_POINTS = re.compile("[\u0301\u064b-\u0652\u0654]")
_GERESH = "\u05f3"  # as Hebrew is printed; people type an apostrophe


@dataclass(frozen=True, order=True)
class Row:
    """One row of the table, in the order in which rows are sorted."""

    state: str
    language: str
    kind: str
    name: str
    source: str
    homonym: str = ""


class Review:
    """The reviewed lists, and which of their entries have fitted something."""

    def __init__(self) -> None:
        self.unused: set[object] = {*REWRITTEN, *DROPPED}
        self.unused |= {(also.state, name) for also in HOMONYMS for name in also.names}
        self.counts: Counter[str] = Counter()

    def rewrite(self, language: str, name: str) -> tuple[str, ...]:
        self.unused.discard((language, name))
        if (language, name) in REWRITTEN:
            self.counts["rewritten"] += 1
        return REWRITTEN.get((language, name), (name,))

    def drops(self, language: str, state: str, kind: str, name: str) -> bool:
        self.unused.discard((language, state, name))
        reason = DROPPED.get((language, state, name))
        if kind == "official" and state in NO_OFFICIAL_NAME:
            reason = "it takes a side in a dispute"
        if reason:
            self.counts[f"dropped: {reason}"] += 1
        return reason is not None

    def also(self, row: Row) -> list[str]:
        """Return what else the list says that the name of ``row`` may mean."""
        found: list[str] = []
        for also in HOMONYMS:
            for name in also.names:
                if also.state == row.state and plain_name(name) == plain_name(row.name):
                    self.unused.discard((also.state, name))
                    found += [meaning for meaning in also.means if meaning not in found]
        return found


def main() -> int:
    states = re.findall(
        r"^  ([A-Z]{2}):\n    kind: state$", STATES.read_text("utf-8"), re.MULTILINE
    )
    review = Review()
    rows = flagged(distinct(found(states, review), review), review)
    for row in rows:
        check(row, states)
    if review.unused:
        raise SystemExit(f"nothing fits these reviewed entries any more: {review.unused}")
    lines = [HEAD] + [(r.name, r.state, r.language, r.kind, r.source, r.homonym) for r in rows]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(",".join(line) + "\n" for line in lines), "utf-8", newline="\n")
    tell(rows, review)
    return 0


def found(states: list[str], review: Review) -> Iterator[Row]:
    """Yield what the two sources have, CLDR first, rewritten and without what is dropped."""
    for language, where in LANGUAGES.items():
        for locale in where.cldr:
            territories = Locale.parse(locale).territories
            for state in states:
                yield from reviewed(
                    Row(state, language, "common", territories[state], CLDR), review
                )
        for translation in where.iso:
            translate = translator(translation)
            for state in states:
                for kind, english in iso_names(state):
                    if (name := translate(english)) is not None:
                        yield from reviewed(Row(state, language, kind, name, ISO), review)


def iso_names(state: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the English of the names that ISO has, of which few are common ones.

    Where it gives no official name its short name is that.
    """
    country = pycountry.countries.get(alpha_2=state)
    yield "official", getattr(country, "official_name", None) or country.name
    if state in SHORT_NAME_TOO:
        yield "official", country.name
    if common := getattr(country, "common_name", None):
        yield "common", common


def translator(translation: str | None) -> Callable[[str], str | None]:
    """Return what translates names: None for a name that the catalogue does not have."""
    if translation is None:
        return lambda name: name
    catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [translation])

    def translated(name: str) -> str | None:
        answer = catalogue.gettext(name)
        return answer if answer != name else None

    return translated


def reviewed(row: Row, review: Review) -> Iterator[Row]:
    """Yield what becomes of one name."""
    for spelt in spellings(row.name, keep=row.source == CLDR):
        if review.drops(row.language, row.state, row.kind, spelt):
            continue
        for name in review.rewrite(row.language, spelt):
            yield Row(row.state, row.language, row.kind, name, row.source)


def spellings(name: str, *, keep: bool) -> tuple[str, ...]:
    """Return ``name`` as texts may spell it; its own spelling among them if ``keep``.

    CLDR's names are spelt as a text is, and keep their points beside the spelling without. Those of
    iso-codes are pointed by halves, as no text is.
    """
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    bare = _POINTS.sub("", name)
    found = [name] if keep or bare == name else []
    found += [bare, name.replace(_GERESH, "'"), name.replace(" & ", " and ")]
    return tuple(dict.fromkeys(found if keep or bare == name else found[:1]))


def distinct(rows: Iterable[Row], review: Review) -> list[Row]:
    """Return one row per name, state and language, the first that is found: CLDR's if it has it."""
    kept: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = (plain_name(row.name), row.state, row.language)
        review.counts["said twice"] += key in kept
        kept.setdefault(key, row)
    return list(kept.values())


def flagged(rows: list[Row], review: Review) -> list[Row]:
    """Return the rows sorted, each with what else its name may mean."""
    states: dict[str, set[str]] = {}
    for row in rows:
        states.setdefault(plain_name(row.name), set()).add(row.state)
    marked: list[Row] = []
    for row in rows:
        others = sorted(states[plain_name(row.name)] - {row.state})
        means = [*others, *(one for one in review.also(row) if one not in others)]
        marked.append(
            Row(row.state, row.language, row.kind, row.name, row.source, "; ".join(means))
        )
    return sorted(marked)


def check(row: Row, states: list[str]) -> None:
    """Stop where a name cannot be one: empty, a code, in another script, with a comma."""
    scripts = LANGUAGES[row.language].scripts
    letters = [char for char in row.name if char.isalpha()]
    foreign = [char for char in letters if not unicodedata.name(char).startswith(scripts)]
    cell = f"{row.name}{row.homonym}"
    if not letters or foreign or row.name in states or re.search(r'[,"\n\r]', cell):
        raise SystemExit(f"review this row: {row} {foreign}")


def tell(rows: list[Row], review: Review) -> None:
    for title, counted in (
        ("language", Counter(row.language for row in rows)),
        ("kind", Counter(row.kind for row in rows)),
        ("source", Counter(row.source for row in rows)),
        ("reviewed", review.counts),
    ):
        for word, count in sorted(counted.items()):
            print(f"{title}: {word}: {count}", file=sys.stderr)
    flags = [row for row in rows if row.homonym]
    print(f"homonyms: {len(flags)} of {len(rows)} rows", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
