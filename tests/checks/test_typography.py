"""Quotation marks, dashes, dots, spaces and ё, in catalogs of other projects and in those of a film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.checks.orthography import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

_HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: vyzov-i18n\\n"\n"Language: {}\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)

# A rule, the language, the source, the translation that breaks it, and what would be right.
_BROKEN = [
    ("straight-quotes", "ru", "The film “%s”", 'Фильм ⟦\\"%s\\"⟧', "«%s»"),
    ("straight-quotes", "de", "“A” and “B”", '⟦\\"A\\"⟧ und ⟦\\"B\\"⟧', "„A“"),
    ("straight-quotes", "he", "“%s” is", '⟦\\"%s\\"⟧ הוא צה\\"ל', "”%s”"),
    ("foreign-quotation-marks", "ru", "The film “%s”", "Фильм ⟦“⟧%s⟦”⟧", None),
    ("foreign-quotation-marks", "en", "The film “%s”", "The film ⟦«⟧%s⟦»⟧", None),
    ("foreign-quotation-marks", "sv", "“%s” is", "⟦“⟧%s” är", None),
    ("unbalanced-quotes", "ru", "The film “%s”", "Фильм «%s⟦«⟧", None),
    ("unbalanced-quotes", "de", "The film “%s”", 'Der Film „%s⟦\\"⟧', None),
    ("hyphen-as-dash", "ru", "Models are", "Модели⟦ - ⟧это", "\u00a0— "),
    ("hyphen-as-dash", "de", "The end, at last", "Das Ende⟦ - ⟧endlich", " – "),
    ("three-dots", "ru", "Loading…", "Загрузка⟦...⟧", "…"),
    ("changed-end-punctuation", "ru", "Name:", "Им⟦я⟧", None),
    ("changed-end-punctuation", "de", "Save it?", "Speicher⟦n⟧", None),
    ("changed-end-punctuation", "el", "Save it:", "Αποθήκευση⟦;⟧", None),
    ("changed-end-punctuation", "fr", "Open…", "Ouvri⟦r⟧", None),
    ("changed-end-punctuation", "it", "No file was sent.", "Nessun file inviat⟦o⟧", None),
    ("double-space", "ru", "Launch now", "Старт⟦  ⟧сейчас", " "),
    ("space-before-punctuation", "ru", "Yes, now", "Да⟦ ,⟧ сейчас", ","),
    ("space-before-punctuation", "ar", "Yes, now", "نعم⟦ ،⟧ الآن", "،"),
    ("space-before-punctuation", "de", "Delete it?", "Löschen⟦ ?⟧", "?"),
    ("missing-no-break-space", "fr", "Yes: no!", "Oui\u00a0: non⟦ !⟧", "\u202f!"),
    ("changed-outer-space", "ru", "Name: ", "Имя⟦:⟧", None),
    ("changed-outer-space", "ru", "Name", "⟦ ⟧Имя", None),
    ("e-for-yo", "ru", "Filming, all of it", "Ещё всё ⟦съемки⟧ и ⟦полет⟧ днём", "съёмки"),
    ("e-for-yo", "ru", "Still", "⟦Еще⟧ моё", "Ещё"),
    ("e-for-yo", "ru", "Changed", "Её ⟦измененный⟧ вид", "изменённый"),
]

_SOUND = [
    ("straight-quotes", "ru", 'The film "%s"', 'Фильм \\"%s\\"'),
    ("straight-quotes", "ru", "The film %s", 'Фильм \\"%s\\"'),
    ("straight-quotes", "tlh", "The film “%s”", '\\"%s\\"'),
    ("foreign-quotation-marks", "ru", "“A “b””", "«А „б“»"),
    ("foreign-quotation-marks", "fr", "“A”, “B”", "«\u00a0A\u00a0», « B »."),
    ("foreign-quotation-marks", "de", "“A”", "„A“ und »B«"),
    ("foreign-quotation-marks", "sv", "“A”", "”A”"),
    ("foreign-quotation-marks", "zh-Hans", "“A”", "字符“@”、“.”、“-”和“_”。"),
    ("unbalanced-quotes", "ru", 'a 5\\" screen', 'экран 5\\"'),
    ("unbalanced-quotes", "he", "IDF", 'צה\\"ל'),
    ("unbalanced-quotes", "ru", "a “b", "а «б"),
    ("unbalanced-quotes", "nb", "Missing quote", 'Mangler anførselstegn (\\")'),
    ("hyphen-as-dash", "ru", "Site - Admin", "Сайт - Управление"),
    ("hyphen-as-dash", "ru", "what-so-ever", "что-нибудь 5 - 3 %s - %s"),
    ("hyphen-as-dash", "ja", "A, B", "あ - い"),
    ("three-dots", "ru", "Loading...", "Загрузка..."),
    ("three-dots", "ru", "See…", "См. ../../etc"),
    ("changed-end-punctuation", "ar", "Save?", "حفظ؟"),
    ("changed-end-punctuation", "zh-Hans", "Name: ", "名称："),
    ("changed-end-punctuation", "hi", "No file was sent.", "फ़ाइल नहीं भेजी गई।"),
    ("changed-end-punctuation", "el", "Save?", "Αποθήκευση;"),
    ("changed-end-punctuation", "th", "No file was sent.", "ไม่มีไฟล์"),
    ("changed-end-punctuation", "ru", "Saved “%s”.", "Файл сохранён: «%s»."),
    ("changed-end-punctuation", "ko", "_Save:", "저장(_S):"),
    ("changed-end-punctuation", "bn", "_Save:", "নির্বাচন: (_S)"),
    ("changed-end-punctuation", "tr", "It has no colon", "Ada iki nokta koy (:)"),
    ("changed-end-punctuation", "cs", "Send it now", "pošli to např."),
    ("changed-end-punctuation", "de", "Bad “%s”: ", "Falsch „%s“: "),
    ("changed-end-punctuation", "sr", "Bad “%s”: ", "Лоше „%s“: "),
    ("changed-end-punctuation", "tr", "It has no colon", "Ada iki nokta koy “:”"),
    ("changed-end-punctuation", "am", "Name:", "ስም፦"),
    ("changed-end-punctuation", "hy", "No file was sent.", "Ֆայլ չի ուղարկվել։"),
    ("changed-end-punctuation", "km", "Name:", "ឈ្មោះ៖"),
    ("double-space", "ru", "Size: %s", "Вес:  %s"),
    ("double-space", "ru", "list all of them", "список   всех"),
    ("space-before-punctuation", "ru", "Marks such as comma or stop", "Знаки , ; или :n"),
    ("space-before-punctuation", "ru", "Directory %s", "Каталог . %s"),
    ("double-space", "ru", "End.  Begin", "Конец.  Начало"),
    ("double-space", "ru", "List", "  - список"),
    ("space-before-punctuation", "fr", "Delete it?", "Supprimer\u202f? Oui ?"),
    ("space-before-punctuation", "ru", "Sizes", "от .5 :) и .po"),
    ("missing-no-break-space", "fr", "Yes!", "Oui !"),
    ("missing-no-break-space", "ru", "30 minutes", "30 минут"),
    ("changed-outer-space", "ru", "    press F1", "нажмите F1"),
    ("e-for-yo", "ru", "Filming", "съемки полет"),
    ("e-for-yo", "ru", "Still", "Ещё взлетел, совершенно все узнаем, решение, тепло, нем, звезды, Черных"),
]

# The same in the catalog of a film, where all of it counts.
_BROKEN_IN_FILMS = [
    ("straight-quotes", "ru", "the film {$title}", 'фильм ⟦\\"{$title}\\"⟧', "«{$title}»"),
    ("straight-quotes", "en", "it’s {$title}", "it⟦'⟧s {$title}", "’"),
    ("hyphen-as-dash", "ru", "{$title} is a drama.", "{$title}⟦ - ⟧драма.", "\u00a0— "),
    ("hyphen-as-dash", "en", "a drama, new", "a drama⟦ - ⟧new", None),
    ("hyphen-in-range", "ru", "30–40 minutes", "30⟦-⟧40\u00a0минут", "–"),
    ("hyphen-in-range", "de", "{$a :integer}–{$b :integer}", "{$a :integer}⟦-⟧{$b :integer}", "–"),
    ("three-dots", "ru", "Well...", "Вот⟦...⟧", "…"),
    ("missing-no-break-space", "ru", "{$title} is a drama.", "{$title}⟦ ⟧— драма.", "\u00a0"),
    ("missing-no-break-space", "ru", "{$count :integer} entries", "{$count :integer}⟦ ⟧заявок", "\u00a0"),
    ("missing-no-break-space", "ru", "by A. S. Pushkin", "А. С.⟦ ⟧Пушкин", "\u00a0"),
    ("missing-no-break-space", "fr", "Yes!", "Oui⟦!⟧", "\u202f!"),
    ("missing-no-break-space", "fr", "a “{$title}”", "un ⟦« ⟧{$title}\u00a0»", "«\u00a0"),
    ("changed-end-punctuation", "ru", "{$title} is a film.", "{$title}\u00a0— филь⟦м⟧", None),
    ("e-for-yo", "ru", "filming", "⟦съемки⟧", "съёмки"),
]

_SOUND_IN_FILMS = [
    ("hyphen-in-range", "ru", "Soyuz MS-19", "«Союз МС-19», 2021-10 и 12-34-56"),
    ("missing-no-break-space", "ru", "{$title} and 5 more", "МС-19 летит, {$title} и 5\u00a0других"),
    ("missing-no-break-space", "en", "5 minutes", "5 minutes"),
    ("changed-end-punctuation", "ru", "{$a} {{is}}", "{$a}"),
    ("changed-end-punctuation", "ru", ".match $a 1 {{One.}} * {{{$a}}}", ".match $a 1 {{Один.}} * {{много {$a}}}"),
    ("straight-quotes", "uk", "family", "сім'я"),
]


def _entry(msgid: str, msgstr: str) -> str:
    msgid = msgid.replace('"', '\\"') if "\\" not in msgid else msgid
    return f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'


def _in_film(language: str, msgid: str, msgstr: str) -> str:
    return f'{_HEADER.format(language)}msgctxt "line/one"\n{_entry(msgid, msgstr)}'


@pytest.mark.parametrize(("rule", "language", "msgid", "msgstr", "right"), _BROKEN)
def test_bad_typography_is_told_with_its_place_and_what_is_right(
    rule: str, language: str, msgid: str, msgstr: str, right: str | None, assert_told: Check
) -> None:
    findings = assert_told(rule, _entry(msgid, msgstr), path=f"x/{language}.po")
    assert findings[0].suggestion == right
    assert [finding.text for finding in findings] == [
        text.replace('\\"', '"') for text in re.findall("⟦(.*?)⟧", msgstr)
    ]


@pytest.mark.parametrize(("rule", "language", "msgid", "msgstr"), _SOUND)
def test_what_the_language_or_the_source_writes_is_not(
    rule: str, language: str, msgid: str, msgstr: str, check_text: Check
) -> None:
    assert rule in {broken for broken, *_ in _BROKEN}
    header = _HEADER.format(language).replace("vyzov-i18n", "other 1.0")
    findings = check_text(f"{header}{_entry(msgid, msgstr)}", path=f"x/{language}.po")
    assert [finding for finding in findings if finding.rule == rule] == []


@pytest.mark.parametrize(("rule", "language", "msgid", "msgstr", "right"), _BROKEN_IN_FILMS)
def test_in_a_film_all_of_it_counts(
    rule: str, language: str, msgid: str, msgstr: str, right: str | None, assert_told: Check
) -> None:
    path = f"x/{language}/LC_MESSAGES/film.po"
    (finding,) = assert_told(rule, _in_film(language, msgid, msgstr), path=path)
    assert finding.suggestion == right
    assert finding.severity == "warning"


@pytest.mark.parametrize(("rule", "language", "msgid", "msgstr"), _SOUND_IN_FILMS)
def test_sound_typography_of_a_film_is_not_told(
    rule: str, language: str, msgid: str, msgstr: str, assert_told: Check
) -> None:
    assert rule in {broken for broken, *_ in _BROKEN_IN_FILMS}
    assert_told(rule, _in_film(language, msgid, msgstr), path=f"x/{language}/LC_MESSAGES/film.po")


@pytest.mark.parametrize(
    ("rule", "msgid", "msgstr"),
    [
        ("straight-quotes", "The film “%s”", 'Фильм ⟦\\"%s\\"⟧'),
        ("hyphen-as-dash", "Models are", "Модели⟦ - ⟧это"),
        ("changed-end-punctuation", "No file was sent.", "Файл не был отправле⟦н⟧"),
    ],
)
def test_in_other_projects_it_weighs_less(rule: str, msgid: str, msgstr: str, assert_told: Check) -> None:
    (finding,) = assert_told(rule, _entry(msgid, msgstr))
    assert finding.severity == "info"


def test_a_list_of_spellings_in_a_lexicon_may_lack_its_yo(assert_told: Check) -> None:
    text = (
        f'{_HEADER.format("ru")}msgctxt "genitive|term/filming"\nmsgid "съёмки"\nmsgstr "⟦съемок⟧"\n\n'
        'msgctxt "forbidden|term/filming"\nmsgid "съёмки"\nmsgstr "съемки"\n'
    )
    assert_told("e-for-yo", text, path="x/ru/LC_MESSAGES/lexicon.po")


def test_pairs_of_quotation_marks_are_pairs() -> None:
    assert {pair for pairs in QUOTATION_MARKS.values() for pair in pairs if len(pair) != 2} == set()


@pytest.mark.parametrize("text", ["a  " * 30_000, '\\"' * 30_000, "« " * 30_000, "1\u00a0" * 30_000, "aa-" * 30_000])
def test_hostile_texts_take_bounded_work(text: str, check_text: Check) -> None:
    assert len(check_text(_entry("Launch", text))) <= len(text)
