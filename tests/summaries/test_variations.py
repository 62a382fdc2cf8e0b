"""Sentences agree with numbers, genders, dates and titles; a form that is missing is said in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Blunders, FilmFolder

TITLE = "The Keeper of the “North” Lighthouse"
RUSSIAN_TITLE = "Смотритель маяка «Север»"


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
        ("“North”", "«Север»", "“North”", "«Север»"),
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


def test_a_release_abroad_keeps_its_country_after_a_premiere(lighthouse: FilmFolder) -> None:
    dates = 'kind = "date"\nclaims = [{ value = %s, sources = ["press"], accepted = true }]'
    lighthouse.replace("film.toml", dates % '"2023-04"', 'country = "CH"\n' + dates % "2023-05-01")
    lighthouse.append("[fact.premiere]\n" + dates % "2023-02-03")
    english = "The film premiered on February~3, 2023. It was released on May~1, 2023 (Switzerland)."
    russian = "Премьера состоялась 3~февраля 2023~года. В прокат фильм вышел 1~мая 2023~года (Швейцария)."
    for locale, text in (("en", english), ("ru", russian)):
        assert lighthouse.localize(locale).summary().split("\n\n")[-1].replace("\u00a0", "~") == text
    assert lighthouse.findings == []


@pytest.mark.parametrize(
    ("language", "opening"), [("ru", "\u2066"), ("he", "\u2067"), ("xx", "\u2068")], ids=["ltr", "rtl", "unknown"]
)
def test_the_original_title_runs_in_the_direction_of_its_language(
    language: str, opening: str, lighthouse: FilmFolder
) -> None:
    lighthouse.append(f'[original-title]\nname = "Где ключ? Part 2."\nlanguage = "{language}"\nsources = ["press"]')
    lighthouse.catalog("ar", "film").parent.mkdir(parents=True)
    lighthouse.catalog("ar", "film").write_bytes(lighthouse.catalog("ru", "film").read_bytes())
    assert f"({opening}Где ключ? Part 2.\u2069)" in lighthouse.localize("ar").summary()
