"""Other films than the built-in one: a folder with a `film.toml` and its words gets summaries in both languages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from vyzov_i18n.errors import FilmError, LocaleError
from vyzov_i18n.film.model import Length
from vyzov_i18n.films import Film

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Blunders, FilmFolder

TITLE = "The Keeper of the “North” Lighthouse"
RUSSIAN_TITLE = "Смотритель маяка «Север»"

TEXTS = {
    ("en", "logline"): "“The Keeper of the ‘North’ Lighthouse” is a drama directed by Anna Melnik.",
    ("en", "short"): (
        "“The Keeper of the ‘North’ Lighthouse” is a drama directed by Anna Melnik."
        " The film was released in April 2023."
    ),
    ("en", "medium"): (
        "“The Keeper of the ‘North’ Lighthouse” is a drama directed by Anna Melnik. The film stars Daria Tkachenko."
        " The film was released in April 2023."
    ),
    ("en", "full"): (
        "“The Keeper of the ‘North’ Lighthouse” is a drama directed by Anna Melnik.\n\n"
        "The casting call for the lead drew 21 entries; Daria Tkachenko was cast. The screenplay is by Pyotr Chernykh."
        "\n\nThe film was released in April 2023."
    ),
    ("ru", "logline"): "«Смотритель маяка „Север“»~— драма режиссёра Анны Мельник.",
    ("ru", "short"): (
        "«Смотритель маяка „Север“»~— драма режиссёра Анны Мельник. Фильм вышел в прокат в~апреле 2023~года."
    ),
    ("ru", "medium"): (
        "«Смотритель маяка „Север“»~— драма режиссёра Анны Мельник. В фильме снялась Дарья Ткаченко."
        " Фильм вышел в прокат в~апреле 2023~года."
    ),
    ("ru", "full"): (
        "«Смотритель маяка „Север“»~— драма режиссёра Анны Мельник.\n\n"
        "На главную роль поступила 21~заявка; роль получила Дарья Ткаченко. Сценарий написал Пётр Черных.\n\n"
        "Фильм вышел в прокат в~апреле 2023~года."
    ),
}


@pytest.mark.parametrize(("locale", "length"), TEXTS)
def test_the_second_film(locale: str, length: str, lighthouse: FilmFolder, blunders: Blunders) -> None:
    text = lighthouse.localize(locale).summary(length)
    assert text.replace("\u00a0", "~") == TEXTS[locale, length]
    assert blunders(locale, text) == {}
    assert lighthouse.findings == []


def test_the_other_answers_of_the_second_film(lighthouse: FilmFolder) -> None:
    russian, english = lighthouse.localize("ru"), lighthouse.localize("en")
    assert (russian.title(), english.title()) == (RUSSIAN_TITLE, TITLE)
    assert russian.release_date() == "апрель 2023\u202fг."
    assert russian.release_date("prose") == "апрель 2023\u00a0года"
    assert english.release_date() == "April 2023"
    assert (english.premiere_date(), english.filming_dates()) == (None, None)
    assert [role.person for role in russian.cast()] == ["Дарья Ткаченко"]
    assert russian.disputes() == ()
    assert lighthouse.film().locales == ("en", "ru")


@pytest.mark.parametrize("length", Length)
def test_english_needs_no_catalogs(length: Length, lighthouse: FilmFolder) -> None:
    """The language of `film.toml`, the sentences come with the package."""
    shutil.rmtree(lighthouse.path / "en")
    assert lighthouse.localize("en").summary(length) == TEXTS["en", length]
    assert lighthouse.findings == []


def test_a_language_without_a_catalog_of_the_film_is_not_spoken(lighthouse: FilmFolder) -> None:
    shutil.rmtree(lighthouse.path / "ru")
    with pytest.raises(LocaleError, match="no locale answers 'ru'; available: en") as caught:
        lighthouse.localize("ru")
    assert (caught.value.tag, caught.value.available) == ("ru", ("en",))


def test_every_fact_of_a_film_can_be_taken_away(lighthouse: FilmFolder, blunders: Blunders) -> None:
    film = lighthouse.film()
    for name in film.fact:
        for locale in ("en", "ru"):
            for length in Length:
                assert blunders(locale, film.without(name).localize(locale).summary(length)) == {}


def test_a_film_is_loaded_from_a_path_or_its_text(lighthouse: FilmFolder) -> None:
    assert Film.load(lighthouse.path) == Film.load(str(lighthouse.path))
    assert Film.load(lighthouse.path).folder == str(lighthouse.path)


def test_a_folder_without_a_film_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FilmError) as caught:
        Film.load(tmp_path)
    assert [finding.rule for finding in caught.value.findings] == ["missing-file"]


def test_a_film_is_frozen(lighthouse: FilmFolder) -> None:
    with pytest.raises(AttributeError):
        lighthouse.film().folder = "elsewhere"  # type: ignore[misc]


def test_without_facts_a_film_is_still_a_film(lighthouse: FilmFolder) -> None:
    film = lighthouse.film()
    bare = film.without(*film.fact)
    assert isinstance(bare, Film)
    assert set(film.fact) - set(bare.fact) == {"genre", "entries", "release"}
    with pytest.raises(KeyError, match="budgets"):
        film.without("budgets")


def test_an_unknown_length_is_refused(lighthouse: FilmFolder) -> None:
    localized = lighthouse.localize("ru")
    with pytest.raises(ValueError, match="tiny"):
        localized.summary("tiny")
    with pytest.raises(ValueError, match="no date length 'tiny': there are prose, short, medium, long, full"):
        localized.release_date("tiny")


class TestExplain:
    def test_every_sentence_is_explained(self, challenge: Film) -> None:
        """Its text, the entry of the catalog that answered, the facts and who claims them, the functions."""
        for locale in ("en", "ru"):
            localized = challenge.localize(locale)
            for length in Length:
                sentences = localized.explain(length)
                assert " ".join(sentence.text for sentence in sentences) == " ".join(
                    localized.summary(length).split("\n\n")
                )
                for sentence in sentences:
                    assert sentence.facts
                    assert sentence.sources
                    assert sentence.origin.locale == locale
                    assert not sentence.origin.fallback
                    assert sentence.origin.domain in ("film", "summary")
                    assert f"{locale}/LC_MESSAGES/{sentence.origin.domain}." in str(sentence.origin.path)

    def test_a_line_of_the_film(self, challenge: Film) -> None:
        logline = challenge.localize("ru").explain("logline")[0]
        assert logline.name == "logline"
        assert (logline.origin.domain, logline.origin.context) == ("film", "line/logline")
        assert logline.facts == ("heroines-profession", "operation")
        assert logline.sources == ("анонс без подписи", "FirstShowing.net")
        assert ":vyzov:term form=short case=accusative" in logline.rules

    def test_a_shared_sentence(self, challenge: Film) -> None:
        budget = next(sentence for sentence in challenge.localize("en").explain() if sentence.name == "budget")
        assert (budget.origin.domain, budget.origin.context) == ("summary", "budget")
        assert budget.facts == ("budget",)
        assert budget.sources == ("unsigned preview", "playground.ru")
        assert budget.rules == (":vyzov:hedge", ":vyzov:money")
        assert budget.text == "The budget exceeded 1\u00a0billion Russian rubles."

    def test_the_facts_of_a_phrase_are_those_of_its_wording(self, lighthouse: FilmFolder) -> None:
        opening = lighthouse.localize("en").explain("logline")[0]
        assert opening.facts == ("director", "genre", "title")
        assert opening.sources == ("Lighthouse Press",)

    def test_a_fallback_is_told(self, lighthouse: FilmFolder) -> None:
        lighthouse.append('[[line]]\nid = "storm"\nlengths = ["logline"]\nfacts = ["genre"]\ntext = "A storm comes."')
        sentence = lighthouse.localize("ru").explain("logline")[0]
        assert sentence.text == "A storm comes."
        assert sentence.origin.fallback
        assert (sentence.origin.locale, sentence.origin.path) == ("en", None)


def test_summaries_are_computed_once_and_rendered_anew(challenge: Film) -> None:
    localized = challenge.localize("ru")
    assert localized.summary() is localized.summary()
    assert localized.render() == localized.summary()
    assert localized.render() is not localized.render()


def test_a_film_can_be_varied(challenge: Film) -> None:
    """Facts are values: a copy with other facts is another film in the same folder."""
    silent = msgspec.structs.replace(challenge, cast=())
    assert silent.folder == challenge.folder
    assert silent.localize("en").cast() == ()


def test_a_broken_message_of_film_toml_is_told_at_load(tmp_path: Path) -> None:
    text = 'format = 1\ntitle = {name = "T"}\nsource = {}\n[[line]]\nid = "one"\nlengths = ["full"]\ntext = "Bad } x"\n'
    (tmp_path / "film.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FilmError) as caught:
        Film.load(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.line, finding.column) == ("message-syntax", 7, 8)
    assert finding.message.startswith("line[0].text: ")
    assert finding.message.endswith("(at character 5 of the message)")
