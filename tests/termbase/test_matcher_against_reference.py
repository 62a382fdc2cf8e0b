"""The fast search against slow ones: one that tries every offset, and one that folds the whole text first."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.matcher import Hit, Matcher
from vyzov_i18n.termbase.patterns import Pattern
from vyzov_i18n.termbase.words import GAP

FORMS = [
    "Вызов",
    "вызова",
    "Вызове",
    "МС-19",
    "Союз МС-19",
    "Юлия Пересильд",
    "Юлии Пересильд",
    "Пересильд",
    "МКС",
    "на МКС",
    "Иванов",
    "Алёна Мордовина",
    "первый полёт",
    "в космос",
    "Ресурс",
    "РЕСУРС",
    "с Землёй",
    "18+",
    "№ 1",
    "д’Артаньян",
    "ёж",
    "её",
    "The Challenge",
    "the",
    "ISS",
    "Ivanov",
    "Zhenya",
    "MC",
    "Straße",
    "Weiß",
    "İstanbul",
    "Işık",
    "film ﬁn",
    "Αθήνα",
    "Οδυσσεύς",
    "თბილისი",
    "Երևան",
    "القاهرة",
    "مصر",
    "ירושלים",
    "अंतरिक्ष स्टेशन",
    "क़िला",
    "สถานี",
    "อวกาศ",
    "น้ำ",
    "国际空间站",
    "空间",
    "ユリア・ペレシルド",
    "ガ",
    "페레실드",
    "서울",
    "가",
]
MATCHER = Matcher([Pattern(form, case_sensitive=index % 7 == 0) for index, form in enumerate(FORMS)])

EXOTIC = (
    "\u00ad\u200b\u200d\u2060\ufeff\u0301\u0300\u0308\u0306\u0307\u064b\u0640\u05b8\u3099\u093c\u0e4d\ufe0f\U000e0101"
)
SPACES = [" ", "  ", "\u00a0", "\u2009", "\n", "\r\n  ", "\n\n", "\t", "\u2029"]
MARKUP = [" <b>", "</b> ", " **", "* ", " «", "» ", "{\\i0} "]
JOINTS = [*"-‐‑–_'’ʼ.,+²", "-\n", "\u00ad\n", "-\n  ", "", ""]
LOOK_ALIKES = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")


def _respell(form: str) -> st.SearchStrategy[str]:
    spellings = [form, form.upper(), form.lower(), form.title(), form.swapcase(), form.capitalize()]
    spellings += [unicodedata.normalize(kind, form) for kind in ("NFC", "NFD", "NFKC", "NFKD")]
    spellings += [form.replace("ё", "е"), form.replace("е", "ё"), form.translate(LOOK_ALIKES), _fullwidth(form)]
    return st.sampled_from(spellings).flatmap(_disturb)


def _fullwidth(form: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isascii() and letter.isalnum() else letter for letter in form)


def _disturb(form: str) -> st.SearchStrategy[str]:
    """A form with something put into it, or a letter replaced by its look-alike."""
    places = st.integers(0, len(form))
    inserted = st.tuples(places, st.sampled_from([*EXOTIC, *SPACES, *MARKUP, *JOINTS])).map(
        lambda change: form[: change[0]] + change[1] + form[change[0] :]
    )
    swapped = places.map(
        lambda place: form[:place] + form[place : place + 1].translate(LOOK_ALIKES) + form[place + 1 :]
    )
    spaced = st.sampled_from(SPACES + MARKUP).map(lambda space: form.replace(" ", space))
    return st.one_of(st.just(form), inserted, swapped, spaced)


PLANTED = st.sampled_from(FORMS).flatmap(_respell)
NOISE = st.text(st.sampled_from("абвеёсмАМСabceMC19 -.,\n中ทㅏאوة'’" + EXOTIC), max_size=6)
TEXTS = st.lists(st.one_of(PLANTED, NOISE, st.sampled_from(SPACES), st.sampled_from(JOINTS)), max_size=12).map("".join)


@cache
def _patient(matcher: Matcher) -> Matcher:
    """The same matcher without its short cut for words that are read in one way."""
    twin = Matcher(matcher._patterns)
    twin._first = lambda word: None  # type: ignore[assignment]
    return twin


def _exhaustive(matcher: Matcher, text: str) -> list[Hit]:
    twin = _patient(matcher)
    hits: list[Hit] = []
    for start in range(len(text)):
        if (not hits or start >= hits[-1].end) and (hit := twin._longest(text, start)):
            hits.append(hit)
    return hits


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("на М\u200bК\u00adС")
@example("Юлия Пере-\nсильд")
@example("Ю-\nлия Пересильд")
@example("Союз МС-\n19")
@example("Юлия Пере\u00ad\nсильд")
@example("国际\u200b空间站")
def test_no_offset_is_overlooked(text: str) -> None:
    assert MATCHER.find(text) == _exhaustive(MATCHER, text)


@pytest.mark.parametrize("form", FORMS)
def test_no_offset_is_overlooked_in_a_disturbed_form(form: str) -> None:
    """Every form with every disturbance at every place."""
    for inserted in ["", *EXOTIC, *SPACES, *MARKUP, *JOINTS]:
        for place in range(len(form) + 1):
            text = f"да {form[:place]}{inserted}{form[place:]} no"
            assert MATCHER.find(text) == _exhaustive(MATCHER, text)


FILLERS = [one for one in map(chr, [*range(0xD800), *range(0xE000, 0xE0200)]) if GAP.fullmatch(f" {one}")]
GAPS = ("_", "_ ", " _", " _ ", "_\n", "\n_", "  _", " _«", "_* ", " {\\i}_", "<b>_ ", " _*_")
JOINED = (
    "Юлия Пересильд",
    "Союз МС-19 летит",
    "Première mondiale",
    "Ιουλία Περεσίλντ",
    "القاهرة الكبرى",
    "국제 우주정거장",
)
JOINED_MATCHER = Matcher([Pattern(form) for form in JOINED])


@pytest.mark.parametrize("form", JOINED)
@pytest.mark.parametrize("gap", GAPS)
def test_whatever_divides_the_words_of_a_form(form: str, gap: str) -> None:
    """Every character that a gap between words may have, in the gap where the form has its space."""
    texts = [f"Да, {form.replace(' ', gap.replace('_', filler))}." for filler in FILLERS]
    hits = [JOINED_MATCHER.find(text) for text in texts]
    assert hits == [_exhaustive(JOINED_MATCHER, text) for text in texts]
    assert len(list(filter(None, hits))) > (10 if gap == "_" else 400)


@pytest.mark.parametrize("gap", [" ", "\n", "  ", " \u061c*", "\u00a0"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("والقاهرة_الكبرى", "القاهرة_الكبرى"),
        ("국제_우주정거장에서", "국제_우주정거장"),
        ("Пере-\nсильд_летит", "Пере-\nсильд_летит"),
        ("Пересильд_ле\u00adтит", "Пересильд_ле\u00adтит"),
        ("Переси\u0301льд_летит", "Переси\u0301льд_летит"),
        ("Перeсильд_лeтит", "Перeсильд_лeтит"),
        ("ТЕМА_ВЕСОВ", "ТЕМА_ВЕСОВ"),
        ("ТEMA_BECOB", "ТEMA_BECOB"),
        ("Пересильд_летят", None),
        ("НеПересильд_летит", None),
    ],
)
def test_words_that_differ_at_their_joint(text: str, words: str | None, gap: str) -> None:
    forms = ("القاهرة الكبرى", "국제 우주정거장", "Пересильд летит", "Тема весов", "ТЕМА ВЕСОВ")
    text = f"да {text.replace('_', gap)}, no"
    hits = Matcher([Pattern(form) for form in forms]).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == ([words.replace("_", gap)] if words else [])


WORDS = ("юлия", "пересильд", "вызов", "вызова", "союз", "летит", "the", "challenge", "театр", "ёлка")
PHRASES = ("Юлия Пересильд", "Пересильд", "вызов", "вызова Союз", "Союз летит", "The Challenge", "ёлка", "the")
SIMPLE = Matcher([Pattern(phrase) for phrase in PHRASES])


def _plain(character: str) -> str:
    marks = "\u0301\u0308\u00ad\u200b"
    return "".join(one for one in unicodedata.normalize("NFD", character.casefold()) if one not in marks)


def _reference(text: str) -> list[Hit]:
    """Fold the text with a map of its offsets, look for every phrase, keep the leftmost and of these the longest."""
    units = [(plain, offset) for offset, character in enumerate(text) for plain in _plain(character)]
    folded = "".join(plain for plain, _ in units)
    found = []
    for index, phrase in enumerate(PHRASES):
        words = r"[ \u00a0]+".join("".join(map(_plain, word)) for word in phrase.split())
        for match in re.finditer(rf"(?=(?<!\w)({words})(?!\w))", folded):
            end = units[match.end(1) - 1][1] + 1
            while text[end : end + 1] in ("\u0301", "\u0308"):
                end += 1
            found.append(Hit(index, units[match.start()][1], end, False))
    hits: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, hit.pattern)):
        if not hits or hit.start >= hits[-1].end:
            hits.append(hit)
    return hits


def _spelled(word: str) -> st.SearchStrategy[str]:
    cases = st.sampled_from([word, word.upper(), word.title(), word.replace("ё", "е"), word.replace("е", "ё")])
    accents = st.sampled_from(["", "", "\u00ad", "\u200b"])
    return st.tuples(cases, st.integers(1, len(word) - 1), accents).map(
        lambda spelled: spelled[0][: spelled[1]] + spelled[2] + spelled[0][spelled[1] :]
    )


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(WORDS).flatmap(_spelled), st.sampled_from([" ", " ", "\u00a0 ", ", ", "у", "🎬"]))
    ).map("".join)
)
@example("Вызо\u0301ва союз")
def test_agrees_with_folding_the_whole_text(text: str) -> None:
    assert SIMPLE.find(text) == _reference(text)


ALPHABETS = ("qzabcdefghijklmnoprstuvwxy", "ъщабвгґдеєжзиіїйклмнопрстуфхцчшьыэюя", "ψωαβγδεζηθικλμνξοπρστυφχ")


def _alphabet(letter: str) -> str:
    return next((alphabet for alphabet in ALPHABETS if len(letter) == 1 and letter in alphabet), "")


def test_every_character_that_folds_to_another_is_noticed() -> None:
    """A letter spelled with any character of Unicode that folds to it is found."""
    characters = [
        character
        for character in map(chr, [*range(0x80, 0xD800), *range(0xE000, 0x20000)])
        if character.isalpha() and _alphabet(fold_word(character))
    ]
    assert len(characters) > 1000
    for character in characters:
        folded = fold_word(character)
        other = next(letter for letter in _alphabet(folded) if letter != folded)
        text = f"{other}{character}{other} {character}{other}{other}"
        matcher = matcher_of(folded, other)
        assert [hit.pattern for hit in matcher.find(text)] == [0, 1], ascii(character)


MATCHERS: dict[tuple[str, str], Matcher] = {}


def matcher_of(letter: str, other: str) -> Matcher:
    key = letter, other
    if key not in MATCHERS:
        MATCHERS[key] = Matcher([Pattern(f"{other}{letter}{other}"), Pattern(f"{letter}{other}{other}")])
    return MATCHERS[key]
