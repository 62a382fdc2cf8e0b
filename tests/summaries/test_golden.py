"""The texts of the built-in film, as an editor of each language accepted them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import vyzov_i18n
from vyzov_i18n.film.model import Length
from vyzov_i18n.summaries.sentences import LIMITS

if TYPE_CHECKING:
    from tests.conftest import Blunders

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))
LOCALES = ("de", "en", "ru", "sr", "sr-Latn", "ar")
TEXTS = [(locale, length) for locale in LOCALES for length in Length]


@pytest.mark.parametrize("file", GOLDEN, ids=[file.stem for file in GOLDEN])
def test_a_summary_is_the_recorded_one(file: Path) -> None:
    """To record the texts after reading them, from the root of the project:

    for l in de en ru sr sr-Latn ar; do for n in logline short medium full; do .venv/bin/vyzov-i18n summary --locale $l --length $n > tests/summaries/golden/$l-$n.txt; done; done
    """  # noqa: E501
    locale, length = file.stem.rsplit("-", 1)
    assert vyzov_i18n.summary(locale, length=length) + "\n" == file.read_text(encoding="utf-8")


def test_every_locale_and_length_is_recorded() -> None:
    assert {file.stem for file in GOLDEN} == {f"{locale}-{length.value}" for locale, length in TEXTS}


@pytest.mark.parametrize(("locale", "length"), TEXTS)
def test_a_summary_keeps_to_its_limit(locale: str, length: Length) -> None:
    assert 0 < len(vyzov_i18n.summary(locale, length=length)) <= LIMITS[length]


def test_the_limits_are_those_of_film_metadata() -> None:
    assert {length.value: limit for length, limit in LIMITS.items()} == {
        "logline": 190,
        "short": 190,
        "medium": 400,
        "full": 4000,
    }


@pytest.mark.parametrize(("locale", "length"), TEXTS)
def test_a_summary_is_typographically_sound(locale: str, length: Length, blunders: Blunders) -> None:
    assert blunders(locale, vyzov_i18n.summary(locale, length=length)) == {}


def test_nothing_but_the_original_title_is_cyrillic_in_english() -> None:
    assert set(re.findall(r"[А-Яа-яЁё]+", vyzov_i18n.summary("en"))) == {"Вызов"}


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize(
    ("locale", "opening", "closing"),
    [("ru", "«", "»"), ("en", "“", "”"), ("ru", "(", ")"), ("sr", "„", "”"), ("sr-Latn", "„", "”")],
)
def test_quotation_marks_and_brackets_are_closed(locale: str, length: Length, opening: str, closing: str) -> None:
    marks = re.findall(f"[{re.escape(opening + closing)}]", vyzov_i18n.summary(locale, length=length))
    assert "".join(marks) == (opening + closing) * (len(marks) // 2)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_full_summary_has_five_paragraphs(locale: str) -> None:
    """What it is, the story, the filming, the people, the release."""
    paragraphs = vyzov_i18n.summary(locale).split("\n\n")
    assert len(paragraphs) == 5
    assert all(paragraph and "\n" not in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("length", [Length.LOGLINE, Length.SHORT, Length.MEDIUM])
def test_a_short_summary_is_one_paragraph(locale: str, length: Length) -> None:
    assert "\n" not in vyzov_i18n.summary(locale, length=length)


@pytest.mark.parametrize(("locale", "length"), TEXTS)
def test_the_built_in_film_is_told_without_findings(locale: str, length: Length) -> None:
    film = vyzov_i18n.localize(locale)
    film.render(length)
    assert film.diagnostics == ()
