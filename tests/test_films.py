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


def sentence(folder: FilmFolder, locale: str, beginning: str) -> str:
    """The sentence of the full summary that begins so, with `~` for no-break spaces; nothing else is found."""
    texts = [sentence.text.replace("\u00a0", "~") for sentence in folder.localize(locale).explain()]
    assert folder.findings == []
    return next(text for text in texts if text.startswith(beginning))


def rename(folder: FilmFolder, english: str, russian: str) -> None:
    folder.replace("film.toml", TITLE, english)
    folder.replace("en/LC_MESSAGES/film.po", TITLE, english)
    folder.replace("ru/LC_MESSAGES/film.po", TITLE, english)
    folder.replace("ru/LC_MESSAGES/film.po", RUSSIAN_TITLE, russian)


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


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (1, "drew 1 entry; ", "поступила 1~заявка; "),
        (2, "drew 2 entries; ", "поступили 2~заявки; "),
        (4, "drew 4 entries; ", "поступили 4~заявки; "),
        (5, "drew 5 entries; ", "поступило 5~заявок; "),
        (11, "drew 11 entries; ", "поступило 11~заявок; "),
        (21, "drew 21 entries; ", "поступила 21~заявка; "),
        (22, "drew 22 entries; ", "поступили 22~заявки; "),
        (111, "drew 111 entries; ", "поступило 111~заявок; "),
        (3000, "drew 3,000 entries; ", "поступило 3~000~заявок; "),
        (1_000_001, "drew 1,000,001 entries; ", "поступила 1~000~001~заявка; "),
    ],
)
def test_entries_agree_with_their_number(count: int, english: str, russian: str, lighthouse: FilmFolder) -> None:
    lighthouse.replace("film.toml", "amount = 21", f"amount = {count}")
    assert english in sentence(lighthouse, "en", "The casting call")
    assert russian in sentence(lighthouse, "ru", "На главную роль")


@pytest.mark.parametrize(
    ("count", "hedge", "english", "russian"),
    [
        (1, "about", "about 1 entry;", "поступило около 1~заявки;"),
        (2, "more-than", "more than 2 entries;", "поступило более 2~заявок;"),
        (5, "at-least", "at least 5 entries;", "поступило не менее 5~заявок;"),
        (21, "at-most", "no more than 21 entries;", "поступило не более 21~заявки;"),
        (22, "less-than", "fewer than 22 entries;", "поступило менее 22~заявок;"),
    ],
)
def test_hedged_entries_stand_in_the_genitive(
    count: int, hedge: str, english: str, russian: str, lighthouse: FilmFolder
) -> None:
    lighthouse.replace("film.toml", "{ amount = 21 }", f'{{ amount = {count} }}, hedge = "{hedge}"')
    assert english in sentence(lighthouse, "en", "The casting call")
    assert russian in sentence(lighthouse, "ru", "На главную роль")


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        ("2023-04-07", "The film was released on April~7, 2023.", "Фильм вышел в прокат 7~апреля 2023~года."),
        ('"2023-08"', "The film was released in August 2023.", "Фильм вышел в прокат в~августе 2023~года."),
        ('"2023"', "The film was released in 2023.", "Фильм вышел в прокат в~2023~году."),
    ],
)
def test_release_by_day_month_and_year(value: str, english: str, russian: str, lighthouse: FilmFolder) -> None:
    lighthouse.replace("film.toml", '"2023-04"', value)
    assert sentence(lighthouse, "en", "The film was released") == english
    assert sentence(lighthouse, "ru", "Фильм вышел") == russian


@pytest.mark.parametrize(
    ("directors", "english", "russian"),
    [
        (["anna-melnik"], "directed by Anna Melnik.", "драма режиссёра Анны Мельник."),
        (["pyotr-chernykh"], "directed by Pyotr Chernykh.", "драма режиссёра Петра Черных."),
        (
            ["anna-melnik", "daria-tkachenko"],
            "directed by Anna Melnik and Daria Tkachenko.",
            "драма режиссёров Анны Мельник и Дарьи Ткаченко.",
        ),
        (
            ["pyotr-chernykh", "anna-melnik", "daria-tkachenko"],
            "directed by Pyotr Chernykh, Anna Melnik, and Daria Tkachenko.",
            "драма режиссёров Петра Черных, Анны Мельник и Дарьи Ткаченко.",
        ),
    ],
)
def test_directors(directors: list[str], english: str, russian: str, lighthouse: FilmFolder) -> None:
    lighthouse.replace("film.toml", '[[crew]]\njob = "director"\nperson = "anna-melnik"\nsources = ["press"]\n', "")
    for person in directors:
        lighthouse.append(f'[[crew]]\njob = "director"\nperson = "{person}"')
    assert sentence(lighthouse, "en", "“The Keeper").endswith(english)
    assert sentence(lighthouse, "ru", "«Смотритель").endswith(russian)


@pytest.mark.parametrize(
    ("writers", "russian"),
    [
        (["anna-melnik"], "Сценарий написала Анна Мельник."),
        (["pyotr-chernykh"], "Сценарий написал Пётр Черных."),
        (["anna-melnik", "daria-tkachenko"], "Сценарий написали Анна Мельник и Дарья Ткаченко."),
    ],
)
def test_writers(writers: list[str], russian: str, lighthouse: FilmFolder) -> None:
    lighthouse.replace("film.toml", '[[crew]]\njob = "writer"\nperson = "pyotr-chernykh"\nsources = ["press"]\n', "")
    for person in writers:
        lighthouse.append(f'[[crew]]\njob = "writer"\nperson = "{person}"')
    assert sentence(lighthouse, "ru", "Сценарий") == russian


@pytest.mark.parametrize(
    ("further", "english", "russian"),
    [
        (["pyotr-chernykh"], "The film also stars Pyotr Chernykh.", "В фильме также снялся Пётр Черных."),
        (["anna-melnik"], "The film also stars Anna Melnik.", "В фильме также снялась Анна Мельник."),
        (
            ["pyotr-chernykh", "anna-melnik"],
            "The film also stars Pyotr Chernykh and Anna Melnik.",
            "В фильме также снялись Пётр Черных и Анна Мельник.",
        ),
    ],
)
def test_the_cast_after_the_lead(further: list[str], english: str, russian: str, lighthouse: FilmFolder) -> None:
    for person in further:
        lighthouse.append(f'[[cast]]\nperson = "{person}"')
    assert sentence(lighthouse, "en", "The film also") == english
    assert sentence(lighthouse, "ru", "В фильме также") == russian


@pytest.mark.parametrize(
    ("people", "english", "russian"),
    [
        ([], "Daria Tkachenko", "снялась Дарья Ткаченко."),
        (["pyotr-chernykh"], "Daria Tkachenko and Pyotr Chernykh", "снялись Дарья Ткаченко и Пётр Черных."),
        (
            ["pyotr-chernykh", "anna-melnik"],
            "Daria Tkachenko, Pyotr Chernykh, and Anna Melnik",
            "снялись Дарья Ткаченко, Пётр Черных и Анна Мельник.",
        ),
    ],
)
def test_the_cast_without_a_casting(people: list[str], english: str, russian: str, lighthouse: FilmFolder) -> None:
    lighthouse.replace(
        "film.toml", '{ amount = 21 }, sources = ["press"], accepted = true', '{ amount = 21 }, sources = ["press"]'
    )
    for person in people:
        lighthouse.append(f'[[cast]]\nperson = "{person}"')
    assert sentence(lighthouse, "en", "The film stars") == f"The film stars {english}."
    assert sentence(lighthouse, "ru", "В фильме") == f"В фильме {russian}"


def test_a_man_in_the_lead(lighthouse: FilmFolder) -> None:
    lighthouse.replace("film.toml", '[[cast]]\nperson = "daria-tkachenko"', '[[cast]]\nperson = "pyotr-chernykh"')
    assert sentence(lighthouse, "ru", "На главную").endswith("роль получил Пётр Черных.")
    lighthouse.append(
        '[fact.shortlist]\nkind = "range"\n'
        'claims = [{ value = { low = 2, high = 3 }, sources = ["press"], accepted = true }]'
    )
    assert sentence(lighthouse, "ru", "На главную").endswith(
        "из~2–3~претендентов, прошедших отбор, выбрали Петра Черных."
    )


@pytest.mark.parametrize(
    ("english", "russian", "english_quoted", "russian_quoted"),
    [
        ("12", "12", "“12”", "«12»"),
        ("Who’s There?", "Кто там?", "“Who’s There?”", "«Кто там?»"),
        ("Go!", "Вперёд!", "“Go!”", "«Вперёд!»"),
        ("North. Part 2", "Север. Часть 2", "“North. Part 2”", "«Север. Часть 2»"),
        ("“North”", "«Север»", "“‘North’”", "«„Север“»"),
        ("The $1 Film {x}", "Фильм за 1 $ {x}", "“The $1 Film {x}”", "«Фильм за 1 $ {x}»"),
    ],
)
def test_titles(english: str, russian: str, english_quoted: str, russian_quoted: str, lighthouse: FilmFolder) -> None:
    rename(lighthouse, english, russian)
    assert lighthouse.localize("en").summary("logline") == f"{english_quoted} is a drama directed by Anna Melnik."
    assert lighthouse.localize("ru").summary("logline") == f"{russian_quoted}\u00a0— драма режиссёра Анны Мельник."
    assert (lighthouse.localize("en").title(), lighthouse.localize("ru").title()) == (english, russian)
    assert lighthouse.findings == []


def test_a_title_longer_than_the_limit_is_never_cut(lighthouse: FilmFolder) -> None:
    """Nothing can be said without the title: the one sentence with it stands alone."""
    title = "Word " * 50 + "End"
    rename(lighthouse, title, title)
    assert lighthouse.localize("en").summary("short") == f"“{title}” is a drama directed by Anna Melnik."


def test_a_missing_form_is_said_in_other_words(lighthouse: FilmFolder) -> None:
    lighthouse.replace("ru/LC_MESSAGES/lexicon.po", "genitive|person/anna-melnik", "genitive|person/somebody")
    text = lighthouse.localize("ru").summary("logline")
    assert text == "«Смотритель маяка „Север“»\u00a0— драма. Режиссёр\u00a0— Анна Мельник."
    assert [finding.rule for finding in lighthouse.findings] == ["missing-form"]
    assert "genitive|person/anna-melnik" in lighthouse.findings[0].message
    assert lighthouse.findings[0].severity == "warning"


def test_without_any_form_the_text_is_still_grammatical(lighthouse: FilmFolder, blunders: Blunders) -> None:
    lighthouse.catalog("ru", "lexicon").unlink()
    lighthouse.append(
        '[fact.shortlist]\nkind = "range"\n'
        'claims = [{ value = { low = 20, high = 30 }, sources = ["press"], accepted = true }]'
    )
    text = lighthouse.localize("ru").summary()
    assert text.replace("\u00a0", "~") == (
        "«Смотритель маяка „Север“»~— драма. Режиссёр~— Анна Мельник.\n\n"
        "На главную роль поступила 21~заявка; из~20–30~претенденток, прошедших отбор, роль получила Дарья Ткаченко."
        " Сценарий написал Пётр Черных.\n\nФильм вышел в прокат в~апреле 2023~года."
    )
    assert blunders("ru", text) == {}
    assert {finding.rule for finding in lighthouse.findings} == {"missing-form"}


def test_without_any_gender_the_text_is_still_grammatical(lighthouse: FilmFolder) -> None:
    for gender in ("female", "male"):
        lighthouse.replace("film.toml", f'gender = "{gender}"\n', "")
    text = lighthouse.localize("ru").summary().replace("\u00a0", "~")
    assert "На главную роль поступила 21~заявка; роль исполняет Дарья Ткаченко. Автор сценария~— Пётр Черных." in text
    assert {finding.rule for finding in lighthouse.findings} == {"missing-form"}


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
