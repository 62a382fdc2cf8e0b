"""Characters that a reader cannot see, or takes for others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.checks.characters import describe
from vyzov_i18n.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

# A rule, the language, the source, the translation that breaks it, and what would be right.
_BROKEN = [
    ("look-alike-letter", "ru", "Challenge", "Фильм ⟦Bызов⟧", "Вызов"),
    ("look-alike-letter", "ru", "Server", "⟦Cервep⟧", "Сервер"),
    ("look-alike-letter", "ru", "with help", "Сделано ⟦c⟧ помощью", "с"),
    ("look-alike-letter", "ru", "In it", "⟦O⟧ программе", "О"),
    ("look-alike-letter", "ru", "on", "⟦нa⟧", "на"),
    ("look-alike-letter", "be", "Relation", "⟦Сувязi⟧ %s", "Сувязі"),
    ("look-alike-letter", "el", "million", "⟦εκατομμύριo⟧", "εκατομμύριο"),
    ("look-alike-letter", "el", "PNM file", "αρχείο ⟦PNΜ⟧", "PNM"),
    ("look-alike-letter", "de", "Space", "⟦Wеltrаum⟧", "Weltraum"),
    ("look-alike-letter", "sr", "page", "⟦странa⟧", "страна"),
    ("invisible-character", "ru", "Challenge", "Вы⟦\u200b⟧зов", ""),
    ("invisible-character", "de", "to", "zum ⟦\ufeff⟧Proxy", ""),
    ("invisible-character", "de", "out", "auf⟦\u200c⟧lage", ""),
    ("invisible-character", "fr", "Mark", "⟦\u200e⟧Marque", ""),
    ("soft-hyphen", "de", "Space", "Welt⟦\u00ad⟧raum", None),
    ("bidi-control", "ru", "Launch", "Старт ⟦\u202e⟧раз", None),
    ("bidi-control", "ar", "Launch", "⟦\u202b⟧إطلاق", None),
    ("bidi-control", "ar", "Launch", "إطلاق⟦\u2069⟧", None),
    ("bidi-control", "he", "Launch", "⟦\u2068⟧שיגור", None),
    ("control-character", "ru", "Launch", "Ста⟦\\x1b⟧рт", None),
    ("replacement-character", "ru", "Challenge", "Выз⟦\ufffd⟧в", None),
    ("private-use-character", "ru", "Launch", "Старт ⟦\uf8ff⟧", None),
    ("decomposed-letter", "ru", "iodine", "это ⟦и\u0306од⟧", "йод"),
    ("decomposed-letter", "es", "is", "⟦esta\u0301⟧", "está"),
    ("mojibake", "fr", "Coffee", "Caf⟦Ã©⟧", "é"),
    ("mojibake", "de", "foot", "Fu⟦ÃŸ⟧", "ß"),
    ("mojibake", "en", "It's", "It⟦â€™⟧s", "’"),
    ("mojibake", "ru", "Hello", "⟦Ð\u009fÑ€Ð¸Ð²ÐµÑ‚⟧", "Привет"),
    ("mojibake", "ru", "Hello", "⟦РџСЂРёРІРµС‚⟧", "Привет"),
]

_SOUND = [
    ("look-alike-letter", "ru", "URLs", "URLа и SMS-сообщение о Wi-Fi, 5 µm"),
    ("look-alike-letter", "ru", "disk C with data", "диск C с данными"),
    ("look-alike-letter", "ru", "%s", "%sа и {name}у, %(c)sо"),
    ("look-alike-letter", "sr-Latn", "page", "Београд i stranica"),
    ("look-alike-letter", "sr", "code", "кôд и ко\u0302д, к\u006f\u0302д"),
    ("look-alike-letter", "mk", "And it", "ѝ, сè"),
    ("look-alike-letter", "en", "Difference", "The ΔT of µF"),
    ("invisible-character", "fa", "books", "کتاب\u200cها \u200fو"),
    ("invisible-character", "hi", "force", "क्\u200dष"),
    ("invisible-character", "km", "text", "អត្ថបទ\u200bខ្មែរ"),
    ("invisible-character", "en", "family", "👨\u200d👩\u200d👧"),
    ("invisible-character", "de", "Hebrew", "שלום\u200e!"),
    ("invisible-character", "de", "a\u200bb", "c\u200bd"),
    ("bidi-control", "ar", "Launch", "فيلم \u2068Soyuz\u2069"),
    ("bidi-control", "he", "Launch", "\u202bשיגור\u202c"),
    ("control-character", "ru", "\\x1b[1m%s", "\\x1b[1m%s раз"),
    ("private-use-character", "ru", "\uf8ff Menu", "Меню \uf8ff"),
    ("decomposed-letter", "ar", "It is shot", "يُصوَّر"),
    ("decomposed-letter", "hi", "road", "सड़क"),
    ("mojibake", "pt", "No", "NÃO, É «assim»"),
    ("mojibake", "fr", "coffee", "LE CAFÉ… CAFÉ»"),
    ("mojibake", "uk", "Salt", "Сіль і Рік, Рівне"),
]


def _entry(msgid: str, msgstr: str) -> str:
    return f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'


@pytest.mark.parametrize(("rule", "language", "msgid", "msgstr", "right"), _BROKEN)
def test_bad_characters_are_told_with_their_place_and_what_is_right(
    rule: str, language: str, msgid: str, msgstr: str, right: str | None, assert_told: Check
) -> None:
    findings = assert_told(rule, _entry(msgid, msgstr), path=f"x/{language}.po")
    assert [finding.suggestion for finding in findings] == [right] * len(re.findall("⟦", msgstr))


@pytest.mark.parametrize(("rule", "language", "msgid", "msgstr"), _SOUND)
def test_characters_that_the_language_or_the_source_wants_are_not(
    rule: str, language: str, msgid: str, msgstr: str, assert_told: Check
) -> None:
    assert rule in {broken for broken, *_ in _BROKEN}
    assert_told(rule, _entry(msgid, msgstr), path=f"x/{language}.po")


def test_the_message_names_the_letters_and_their_script(assert_told: Check) -> None:
    (finding,) = assert_told("look-alike-letter", _entry("Server", "⟦Cервep⟧"))
    assert finding.message == "the letters “Cep” are Latin in a Cyrillic word"


def test_an_embedding_in_a_film_is_told(assert_told: Check) -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: vyzov-i18n\\n"\n"Language: he\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    )
    text = f'{header}msgctxt "term/launch"\nmsgid "launch"\nmsgstr "⟦\u202b⟧שיגור\u202c"\n'
    assert_told("bidi-control", text, path="x/he/LC_MESSAGES/film.po")


@pytest.mark.parametrize(("character", "text"), [("\u200b", "U+200B (zero width space)"), ("\uf8ff", "U+F8FF")])
def test_a_character_is_described_by_number_and_name(character: str, text: str) -> None:
    assert describe(character) == text


@pytest.mark.parametrize("text", ["Ð" * 50_000, "аa" * 50_000, "\u2068" * 50_000, "РС" * 50_000, "e\u0301" * 50_000])
def test_hostile_texts_take_bounded_work(text: str, check_text: Check) -> None:
    assert len(check_text(_entry("Launch", text))) <= len(text)


@pytest.mark.parametrize(
    ("language", "control", "severity"),
    [
        ("ar", "\u202b", Severity.WARNING),
        ("fa", "\u202a", Severity.WARNING),
        ("ar", "\u202e", Severity.ERROR),
        ("ar", "\u2067", Severity.ERROR),
        ("ru", "\u202b", Severity.ERROR),
    ],
)
def test_an_embedding_is_a_habit_of_right_to_left_catalogs(
    language: str, control: str, severity: Severity, assert_told: Check
) -> None:
    (finding,) = assert_told("bidi-control", _entry("Launch", f"⟦{control}⟧إطلاق"), path=f"x/{language}.po")
    assert finding.severity is severity
