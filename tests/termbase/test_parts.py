"""The languages of a document."""

from __future__ import annotations

import pytest

from vyzov_i18n.built_in import glossary
from vyzov_i18n.documents import read_document
from vyzov_i18n.termbase.parts import find_parts, tell_languages

RUSSIAN = "Режиссёр снял этот фильм на борту станции; съёмки заняли двенадцать дней, и это было в октябре."
ENGLISH = "It is the first feature that was shot aboard the station, and this took twelve days in all."


def parts_of(name: str, text: str, locale: str | None = None) -> list[tuple[str | None, list[str]]]:
    document = read_document(name, text.encode())
    return [
        (part.language.locale, [document.text_of(segment) for segment in part.segments])
        for part in find_parts(document, glossary("en", "ru"), locale)
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.ru.txt", "ru/a.txt"])
def test_a_paragraph_in_another_script_is_a_part_the_largest_first(name: str) -> None:
    text = f"{ENGLISH}\n\n{RUSSIAN}\n\nThe Challenge\n\n{RUSSIAN}"
    assert parts_of(name, text) == [("ru", [RUSSIAN, "The Challenge", RUSSIAN]), ("en", [ENGLISH])]


def test_the_locale_given_is_that_of_the_largest_part() -> None:
    assert parts_of("a.txt", f"{RUSSIAN}\n\n{RUSSIAN}\n\n{ENGLISH}", "en") == [
        ("en", [RUSSIAN, RUSSIAN]),
        ("en", [ENGLISH]),
    ]


def test_what_says_its_language_goes_by_it() -> None:
    html = f'<html lang="fr"><p>{ENGLISH}<p lang="ru-RU">{ENGLISH}<p lang="">{RUSSIAN}'
    assert parts_of("a.html", html) == [("ru", [RUSSIAN]), (None, [ENGLISH]), ("ru", [ENGLISH])]


def test_a_document_without_text_has_no_parts() -> None:
    assert parts_of("a.txt", "") == []


def remarks(text: str, *locales: str) -> list[tuple[str, str, str | None]]:
    document = read_document("a.html", text.encode())
    held = glossary(*locales)
    found = tell_languages(document, find_parts(document, held), held)
    return [(finding.severity.value, finding.message, finding.help) for finding in found]


def test_a_language_that_is_not_there_is_told_once() -> None:
    html = f'<p lang="fr">Un film<p lang="de">Ein Film<p lang="fr">Un autre film<p>{ENGLISH}'
    advice = "add it to the film, or name the right one: --locale en or --locale ru"
    assert remarks(html, "en", "ru") == [
        ("info", "the language 'fr' is none of the glossary (en, ru)", advice),
        ("info", "the language 'de' is none of the glossary (en, ru)", advice),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [("Юлия Пересильд", "the language of the text"), ('<p lang="uk">Юлія Пересільд', "the language 'uk'")],
)
def test_where_nothing_is_checked_that_is_a_warning(text: str, what: str) -> None:
    advice = "add it to the film, or name the right one: --locale en or --locale de"
    assert remarks(text, "en", "de") == [("warning", f"{what} is none of the glossary (en, de)", advice)]


def test_who_may_have_been_meant_is_told() -> None:
    message, advice = (
        "the text was taken for en, not for de",
        "if that is right, say so: --locale en; if not, --locale de",
    )
    assert remarks("Yulia Peresild", "en", "de") == [("info", message, advice)]
