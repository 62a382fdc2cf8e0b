"""Tests of the options that commands share: the environment's locale, completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from vyzov_i18n.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

ENGLISH, RUSSIAN = "Daria Tkachenko\n", "Дарья Ткаченко\n"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, ENGLISH),
        ({"LANG": "ru_RU.UTF-8"}, RUSSIAN),
        ({"LANG": "ru"}, RUSSIAN),
        ({"LC_MESSAGES": "ru_RU", "LANG": "en_US.UTF-8"}, RUSSIAN),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "ru_RU", "LANG": "ru_RU"}, ENGLISH),
        ({"LC_ALL": "", "LANG": "ru_RU.UTF-8"}, RUSSIAN),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, ENGLISH),
        ({"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, ENGLISH),
        ({"LANG": "POSIX"}, ENGLISH),
        ({"LC_CTYPE": "ru_RU.UTF-8"}, ENGLISH),
    ],
)
def test_the_locale_is_the_environments(
    variables: dict[str, str], expected: str, folder: Path, invoke: Callable[..., Result]
) -> None:
    result = invoke("cast", "--film", folder, env=variables)
    assert (result.exit_code, result.stdout, result.stderr) == (0, expected, "")


@pytest.mark.parametrize(
    ("value", "note"),
    [
        ("fr_FR.UTF-8", "note: no locale answers 'fr_FR.UTF-8'; available: en, ru; speaking English\n"),
        (
            "nonsense!",
            "note: malformed locale tag 'nonsense!', position 9: expected a script, region, variant or extension; "
            "available: en, ru; speaking English\n",
        ),
    ],
)
def test_english_is_spoken_where_the_environments_locale_is_not_there(
    value: str, note: str, folder: Path, invoke: Callable[..., Result]
) -> None:
    result = invoke("cast", "--film", folder, env={"LC_ALL": value})
    assert (result.exit_code, result.stdout, result.stderr) == (0, ENGLISH, note)


def test_the_option_goes_before_the_environment(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("cast", "--film", folder, "--locale", "ru", env={"LC_ALL": "en_US.UTF-8"})
    assert (result.stdout, result.stderr) == (RUSSIAN, "")


def complete(*words: str) -> list[str]:
    """What a shell would offer for the last of the words."""
    shell = ShellComplete(program, {}, "vyzov-i18n", "_VYZOV_I18N_COMPLETE")
    return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]


def test_commands_complete() -> None:
    assert complete("") == [
        "summary",
        "facts",
        "cast",
        "explain",
        "locales",
        "extract",
        "add-locale",
        "update",
        "compile",
        "check",
        "glossary",
        "stats",
    ]
    assert complete("ex") == ["explain", "extract"]


def test_options_complete() -> None:
    assert complete("facts", "--") == ["--locale", "--disputes", "--json", "--film", "--quiet", "--help"]


def test_lengths_complete() -> None:
    assert complete("summary", "--length", "") == ["logline", "short", "medium", "full"]


def test_locales_complete() -> None:
    assert complete("cast", "--locale", "") == ["en", "ar", "de", "ru", "sr", "sr-Latn"]
    assert complete("cast", "--locale", "r") == ["ru"]


def test_locales_of_another_film_complete_though_it_is_broken(folder: Path) -> None:
    (folder / "ru").rename(folder / "de")
    (folder / "film.toml").write_text("nonsense", encoding="utf-8")
    assert complete("cast", "--film", str(folder), "--locale", "") == ["en", "de"]
