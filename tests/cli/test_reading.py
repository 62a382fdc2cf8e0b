"""Tests of the commands that tell of a film, on the small film of the tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

OPENING = "«Смотритель маяка „Север“»\u00a0— драма режиссёра Анны Мельник."
RELEASED = "Фильм вышел в прокат в\u00a0апреле 2023\u00a0года."

FACTS = """\
Title: The Keeper of the “North” Lighthouse [Lighthouse Press]
Directed by: Anna Melnik [Lighthouse Press]
Written by: Pyotr Chernykh [Lighthouse Press]
Cast: Daria Tkachenko [Lighthouse Press]
Genre: drama [Lighthouse Press]
Casting entries: 21 [Lighthouse Press]
Release: April 2023 [Lighthouse Press]
"""

LINE = """
[[line]]
id = "light"
text = "The light is on."
paragraph = "story"
lengths = ["short"]
importance = 99
"""

RELEASE = '"2023-04", sources = ["press"], accepted = true }'


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def disputed(folder: Path) -> Path:
    """The film with a second claim about its release, and the place of its entries."""
    second = '{ value = 2023-05-01, sources = ["blog"], hedge = "about" }'
    change(folder / "film.toml", RELEASE, f"{RELEASE}, {second}")
    change(folder / "film.toml", "[fact.entries]", '[fact.entries]\ncountry = "RU"')
    change(folder / "film.toml", "[source.press]", '[source.blog]\npublisher = "A blog"\n\n[source.press]')
    return folder


def test_summary(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("summary", "--film", folder, "--locale", "ru", "--length", "short")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{OPENING} {RELEASED}\n", "")


@pytest.mark.parametrize("locale", ["ru-RU", "RU", "ru_RU.UTF-8", "fr, ru;q=0.8, en;q=0.2"])
def test_a_locale_is_a_tag_of_any_spelling_or_a_list(locale: str, folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("summary", "--film", folder, "--locale", locale, "--length", "short")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{OPENING} {RELEASED}\n", "")


def test_facts(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("facts", "--film", folder, "--locale", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, FACTS, "")


def test_facts_tell_the_other_claims_and_the_circumstances(disputed: Path, invoke: Callable[..., Result]) -> None:
    assert invoke("facts", "--film", disputed, "--locale", "en").stdout.splitlines()[-3:] == [
        "Casting entries: 21 [Lighthouse Press] (country: Russia)",
        "Release: April 2023 [Lighthouse Press]",
        "  ≠ about May\u00a01, 2023 [A blog]",
    ]


def test_disputes(disputed: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("facts", "--film", disputed, "--locale", "en", "--disputes")
    assert result.stdout == "Release: April 2023 [Lighthouse Press]\n  ≠ about May\u00a01, 2023 [A blog]\n"


def test_nothing_is_printed_where_nothing_is_disputed(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("facts", "--film", folder, "--locale", "en", "--disputes")
    assert (result.exit_code, result.output) == (0, "")


def test_facts_as_json(disputed: Path, invoke: Callable[..., Result]) -> None:
    document = json.loads(invoke("facts", "--film", disputed, "--locale", "en-gb", "--disputes", "--json").stdout)
    assert document == {
        "locale": "en-GB",
        "facts": [
            {
                "id": "release",
                "label": "Release",
                "value": "April 2023",
                "claims": [
                    {"value": "April 2023", "sources": ["Lighthouse Press"], "accepted": True, "note": None},
                    {"value": "about 1\u00a0May 2023", "sources": ["A blog"], "accepted": False, "note": None},
                ],
                "qualifiers": [],
                "disputed": True,
                "opinion": False,
            }
        ],
    }


def test_cast(folder: Path, invoke: Callable[..., Result]) -> None:
    assert invoke("cast", "--film", folder, "--locale", "ru").stdout == "Дарья Ткаченко\n"


def test_cast_with_characters(invoke: Callable[..., Result]) -> None:
    assert "Miloš Biković\n" in invoke("cast", "--locale", "en").stdout


def test_cast_as_json(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("cast", "--film", folder, "--locale", "ru", "--json")
    assert json.loads(result.stdout) == {
        "locale": "ru",
        "cast": [{"person": "Дарья Ткаченко", "character": None}],
    }
    assert "Дарья" in result.stdout


def test_explain(folder: Path, invoke: Callable[..., Result]) -> None:
    lines = invoke("explain", "--film", folder, "--locale", "ru", "--length", "short").stdout.splitlines()
    assert lines[0] == OPENING
    assert lines[1].startswith("  catalog  /")
    assert lines[1].partition("LC_MESSAGES/")[2] in {"summary.mo, ru", "summary.po, ru"}
    assert lines[2:7] == [
        "  entry    opening: {$name} is {$kind} directed by {$directors :vyzov:list}.",
        "  facts    director, genre, title",
        "  sources  Lighthouse Press",
        "  rules    :vyzov:gender; :vyzov:list case=genitive; :vyzov:list",
        "",
    ]


def test_explain_tells_what_fell_back(folder: Path, invoke: Callable[..., Result]) -> None:
    with (folder / "film.toml").open("a", encoding="utf-8") as file:
        file.write(LINE)
    result = invoke("explain", "--film", folder, "--locale", "ru", "--length", "short")
    (found,) = [part for part in result.stdout.split("\n\n") if part.startswith("The light is on.")]
    assert found.splitlines()[1:3] == [
        "  catalog  none, en (fallback: no translation)",
        "  entry    line/light: The light is on.",
    ]
    assert result.exit_code == 0
    assert result.stderr == (
        "warning[untranslated]: no ru translation of “The light is on.” (line/light) in film; the English stands in\n"
        "  help: translate the entry in ru/LC_MESSAGES/film.po and compile\n"
    )


def test_explain_as_json(folder: Path, invoke: Callable[..., Result]) -> None:
    document = json.loads(
        invoke("explain", "--film", folder, "--locale", "ru-KZ", "--length", "short", "--json").stdout
    )
    assert (document["locale"], document["catalogs"]) == ("ru-KZ", "ru")
    last = document["sentences"][-1]
    assert last["text"] == RELEASED
    assert (last["name"], last["facts"], last["sources"]) == ("release", ["release"], ["Lighthouse Press"])
    assert last["origin"] | {"path": "", "msgid": ""} == {
        "domain": "summary",
        "context": "release",
        "msgid": "",
        "locale": "ru",
        "path": "",
        "fallback": False,
    }


def test_locales(folder: Path, invoke: Callable[..., Result]) -> None:
    assert invoke("locales", "--film", folder).stdout == "en       English\nru       русский\n"


def test_locales_tell_what_no_native_speaker_has_approved(folder: Path, invoke: Callable[..., Result]) -> None:
    invoke("add-locale", "de", folder)
    result = invoke("locales", "--film", folder)
    assert result.stdout.splitlines()[1] == "de       Deutsch (not yet approved by a native speaker)"
    assert result.stderr == ""


def test_locales_as_json(folder: Path, invoke: Callable[..., Result]) -> None:
    (folder / "ar" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "ar" / "LC_MESSAGES" / "film.po").write_text('msgid ""\nmsgstr "X-Native-Review: pending\\n"\n')
    assert json.loads(invoke("locales", "--film", folder, "--json").stdout) == {
        "locales": [
            {"tag": "en", "name": "English", "direction": "ltr", "review": None},
            {"tag": "ar", "name": "العربية", "direction": "rtl", "review": "pending"},
            {"tag": "ru", "name": "русский", "direction": "ltr", "review": None},
        ]
    }


@pytest.mark.parametrize("command", ["summary", "facts", "cast", "explain"])
def test_an_error_in_a_catalog_is_told_and_the_text_printed_all_the_same(
    command: str, folder: Path, invoke: Callable[..., Result]
) -> None:
    catalog = folder / "ru/LC_MESSAGES/film.po"
    with catalog.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "\x1b[2Jfirst\n')
    result = invoke(command, "--film", folder, "--locale", "ru")
    place = f"{catalog}:34:7"
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{place}: error[unterminated-string]: the text lacks its closing quotation mark\n")
    assert "\x1b" not in result.stderr
    assert result.stdout
