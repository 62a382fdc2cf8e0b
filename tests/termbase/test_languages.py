"""Which language of the glossary a text is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import vyzov_i18n
from vyzov_i18n.built_in import film
from vyzov_i18n.termbase.languages import Language, find_language, find_locale

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary

LOCALES = ("en", "ar", "de", "ru", "sr", "sr-Latn")
CAST = "Director: Klim Shipenko. Cast: Yulia Peresild, Tom Cruise"
FRENCH = "Le film a été tourné à bord de la station spatiale internationale par une équipe russe. " * 9
UKRAINIAN = "Фільм знято на борту Міжнародної космічної станції, у головній ролі Юлія Пересільд. " * 10


@pytest.fixture(scope="module")
def all_languages() -> Glossary:
    return film().glossary(*LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("length", ["short", "medium", "full"])
def test_our_own_summaries_are_told_by_their_words(locale: str, length: str, all_languages: Glossary) -> None:
    assert find_language(all_languages, vyzov_i18n.summary(locale, length=length)) == Language(locale)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Роль досталась Юлии Пересильде.", Language("ru")),
        (CAST, Language("en", rivals=("de", "sr-Latn"))),
        ("1234", Language("en", rivals=("ar", "de", "ru", "sr", "sr-Latn"))),
        ("宇宙で撮影された映画", Language(None)),
        (FRENCH, Language(None)),
        (UKRAINIAN, Language(None)),
    ],
)
def test_what_is_not_sure_is_told(text: str, expected: Language, all_languages: Glossary) -> None:
    assert find_language(all_languages, text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("film.ru.srt", Language("ru", "ru")),
        ("film.ru.forced.srt", Language("ru", "ru")),
        ("film.sr.srt", Language("sr-Latn", "sr")),
        ("film.pt-BR.srt", Language(None, "pt-BR")),
        ("ru/film.srt", Language("ru", "ru")),
        ("ru_RU/texts/film.srt", Language("ru", "ru_RU")),
        ("my/film.v2.srt", Language("en", rivals=("de", "sr-Latn"))),
        ("fr/film.srt", Language("en", rivals=("de", "sr-Latn"))),
        ("film.srt", Language("en", rivals=("de", "sr-Latn"))),
    ],
)
def test_the_name_of_a_file_tells(path: str, expected: Language, all_languages: Glossary) -> None:
    assert find_language(all_languages, CAST, path=path) == expected


def test_what_the_text_says_goes_first(all_languages: Glossary) -> None:
    assert find_language(all_languages, CAST, tag="de-AT", path="film.ru.srt") == Language("de", "de-AT")
    assert find_language(all_languages, CAST, tag="fr") == Language(None, "fr")


def test_a_locale_answers_for_its_regions() -> None:
    assert find_locale("ru-KZ", LOCALES) == "ru"
    assert find_locale("sr-Cyrl", LOCALES) == "sr"
    assert find_locale("fr", LOCALES) is None
    assert find_locale("nonsense!", LOCALES) is None
