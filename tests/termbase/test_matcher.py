from __future__ import annotations

import pickle

import pytest

from vyzov_i18n.termbase.matcher import Hit, Matcher
from vyzov_i18n.termbase.patterns import Pattern


def found(text: str, *forms: str) -> list[str]:
    """What is found of some forms, look-alikes marked."""
    hits = Matcher([Pattern(form) for form in forms]).find(text)
    return [text[hit.start : hit.end] + "?" * hit.look_alike for hit in hits]


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("вызов", "Фильм «Вы́зов» снят.", "Вы́зов"),
        ("Алёна", "И Алена здесь", "Алена"),
        ("Алена", "И АЛЁНА здесь", "АЛЁНА"),
        ("Алёна", "И Але\u0308на здесь", "Але\u0308на"),
        ("Пересильд", "(ПЕРЕСИЛЬД)", "ПЕРЕСИЛЬД"),
        ("Пересильд", "Пере\u00adсиль\u200bд\u2060,", "Пере\u00adсиль\u200bд"),
        ("Пересильд", "Пере-\n    сильд", "Пере-\n    сильд"),
        ("Пересильд", "Пере\u00ad\nсильд", "Пере\u00ad\nсильд"),
        ("МС-19", "«Союз МС\u201119»", "МС\u201119"),
        ("МС-19", "МС\u221219", "МС\u221219"),
        ("МС-19", "МС-\n19", "МС-\n19"),
        ("Союз МС-19", "Союз\u00a0\u2009 МС–19", "Союз\u00a0\u2009 МС–19"),
        ("Юлия Пересильд", "Юлия\r\n\t Пересильд", "Юлия\r\n\t Пересильд"),
        ("Юлия Пересильд", "Юлия <b class='x'>Пересильд</b>", "Юлия <b class='x'>Пересильд"),
        ("Юлия Пересильд", "*Юлия* **Пересильд**", "Юлия* **Пересильд"),
        ("Юлия Пересильд", "{\\i1}Юлия{\\i0} Пересильд", "Юлия{\\i0} Пересильд"),
        ("Юлия Пересильд", "Юлия «Пересильд»", "Юлия «Пересильд"),
        ("Юлия Пересильд", "\u2068Юлия\u2069 \u2068Пересильд\u2069", "Юлия\u2069 \u2068Пересильд"),
        ("фильм „Вызов“", "Фильм «Вызов».", "Фильм «Вызов»"),
        ("Straße", "STRASSE", "STRASSE"),
        ("strasse", "Straße", "Straße"),
        ("İstanbul", "istanbul", "istanbul"),
        ("istanbul", "🎬 İSTANBUL", "İSTANBUL"),
        ("film", "ﬁlm", "ﬁlm"),
        ("МКС", "МКС²", "МКС"),
        ("ISS", "ＩＳＳ", "ＩＳＳ"),
        ("д’Артаньян", "д'Артаньян", "д'Артаньян"),
    ],
)
def test_what_hides_a_form_does_not(form: str, text: str, words: str) -> None:
    assert found(text, form) == [words]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Юлия Пересильд", "Юлия\n\nПересильд"),
        ("Юлия Пересильд", "Юлия\u2029Пересильд"),
        ("Юлия Пересильд", "Юлия, Пересильд"),
        ("МС-19", "МС 19"),
        ("МС-19", "МС - 19"),
        ("Алёна", "Олёна"),
        ("Женин", "Женйн"),
        ("їжак", "іжак"),
        ("ќерка", "керка"),
        ("café", "cafe"),
    ],
)
def test_what_differs_is_not_found(form: str, text: str) -> None:
    assert found(text, form) == []


def test_longest_form_wins_and_hits_do_not_overlap() -> None:
    assert found("Союз МС-19 и Союз МС", "Союз", "МС-19", "Союз МС-19", "МС") == ["Союз МС-19", "Союз", "МС"]


def test_lowest_index_of_equal_forms_is_reported() -> None:
    matcher = Matcher([Pattern("Наука", case_sensitive=True), Pattern("наука"), Pattern("НАУКА")])
    assert matcher.find("наука Наука") == [Hit(1, 0, 5, False), Hit(0, 6, 11, False)]


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("Наука", "наука Наука НАУКА", ["Наука", "НАУКА"]),
        ("ISS", "iss Iss ISS", ["ISS"]),
        ("звезда", "Звезда звезда ЗВЕЗДА", ["звезда", "ЗВЕЗДА"]),
        (
            "The Challenge",
            "the Challenge, The challenge, The Challenge, THE CHALLENGE",
            ["The Challenge", "THE CHALLENGE"],
        ),
        ("Я", "я Я", ["Я"]),
    ],
)
def test_case_sensitive_forms(form: str, text: str, words: list[str]) -> None:
    hits = Matcher([Pattern(form, case_sensitive=True)]).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == words


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("вызов", "Bызов", ["Bызов?"]),
        ("вызов", "вызóв", ["вызóв?"]),
        ("вызов", "вызοв", ["вызοв?"]),
        ("МС-19", "MC-19", ["MC-19?"]),
        ("МС-19", "mc-19", []),
        ("РЕСУРС", "PECYPC", ["PECYPC?"]),
        ("Ресурс", "PECYPC", []),
        ("связь с Землёй", "связь c Землёй", ["связь c Землёй?"]),
        ("с", "c", []),
        ("НАСА", "NASA", []),
        ("Soyuz", "Sоyuz", ["Sоyuz?"]),
    ],
)
def test_look_alikes(form: str, text: str, words: list[str]) -> None:
    assert found(text, form) == words


def test_a_form_without_look_alikes_goes_first() -> None:
    matcher = Matcher([Pattern("МС"), Pattern("MC")])
    assert [hit[0::3] for hit in matcher.find("МС MC")] == [(0, False), (1, False)]


@pytest.mark.parametrize("text", ["", "«»", "—", "***"])
def test_a_form_without_letters_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has no letter or digit"):
        Matcher([Pattern(text)])


def test_matcher_is_picklable() -> None:
    matcher = pickle.loads(pickle.dumps(Matcher([Pattern("Вызов")])))
    assert matcher.find("О «Вызове» и вызове, вызов") == [Hit(0, 21, 26, False)]


@pytest.mark.parametrize(
    "words",
    [
        "Yulia Peresild",
        "Юлия Пересильд",
        "Ιουλία Περεσίλντ",
        "იულია პერესილდი",
        "Յուլիա Պերեսիլդ",
        "يوليا بيريسيلد",
        "יוליה פרסילד",
        "यूलिया पेरेसिल्ड",
        "สถานีอวกาศ",
        "ສະຖານີອາວະກາດ",
        "ស្ថានីយ៍",
        "အာကာသစခန်း",
        "国际空间站",
        "ユリア・ペレシルド",
        "율리야 페레실드",
    ],
)
@pytest.mark.parametrize("text", ["🎬👩‍🚀 {} 🚀", "{}", "({}), «{}»", "\U0001f1f7\U0001f1fa{}!"])
def test_offsets_in_many_scripts(words: str, text: str) -> None:
    text = text.replace("{}", words)
    assert found(text, words) == [words] * text.count(words)


@pytest.mark.parametrize(
    ("form", "text"),
    [("空间站", "在国际空间站上"), ("スペース", "国際スペースへ"), ("สถานี", "ที่สถานีอวกาศ"), ("國", "中國。")],
)
def test_scripts_without_spaces_have_no_boundaries(form: str, text: str) -> None:
    assert found(text, form) == [form]


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("القاهرة", "والقاهرة وبالقاهرة", ["القاهرة", "القاهرة"]),
        ("القاهرة", "وَالقَاهِرَة", ["القَاهِرَة"]),
        ("مصر", "بمصر والمصر للمصر", ["مصر", "مصر", "مصر"]),
        ("مصر", "قمصر مصرية", []),
        ("ירושלים", "לירושלים ושבירושלים", ["ירושלים", "ירושלים"]),
        ("ירושלים", "לִירוּשָׁלַיִם", ["ירוּשָׁלַיִם"]),
        ("כל", "בכל", ["כל"]),
        ("서울", "서울은 서울에서 서울시", ["서울", "서울"]),
    ],
)
def test_what_some_languages_write_together_with_a_word(form: str, text: str, words: list[str]) -> None:
    assert found(text, form) == words


def test_hits_share_no_quotation_mark() -> None:
    assert found('"Север"Юг"', '"Север"', '"Юг"') == ['"Север"', 'Юг"']


@pytest.mark.parametrize("form", ["Юлия Пересильд", "МС-19", "国际空间站", "Bызов"])
def test_long_texts_are_searched_without_a_seam(form: str) -> None:
    """Texts are searched in pieces of 65,536 characters."""
    for before in range(65536 - 20, 65536 + 2):
        assert found("й " * (before // 2) + " " * (before % 2) + form, form, "вызов")[0].rstrip("?") == form


def test_words_too_far_apart_are_no_term() -> None:
    matcher = Matcher([Pattern("Юлия Пересильд")])
    assert [len(matcher.find(f"Юлия{' ' * size}Пересильд")) for size in (4000, 5000)] == [1, 0]


def test_long_words_take_no_long_time() -> None:
    assert found("вызов" * 20_000 + "\u2060" * 2_000 + "вызов", "вызов") == []
    assert found("в\u0301" * 50_000, "вызов") == []


def test_rows_of_marks_take_no_long_time() -> None:
    assert found("«" * 100_000 + "Вызов" + "»" * 100_000, "Вызов") == ["Вызов"]
    assert found("« " * 50_000 + "Вызов", "Вызов") == ["Вызов"]


@pytest.mark.parametrize(("marks", "count"), [(30, 1), (40, 0)])
def test_many_marks_in_a_row_divide_a_term(marks: int, count: int) -> None:
    assert len(found(f"Юлия {'*' * marks}Пересильд", "Юлия Пересильд")) == count
