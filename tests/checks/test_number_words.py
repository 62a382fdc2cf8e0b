"""Tests of English numbers in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from vyzov_i18n.checks.number_words import loose_numbers, numbers_in_words, numerals_of, read_rows


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("three years old", [3]),
        ("Thirty-five minutes", [35]),
        ("three thousand five hundred entries, two weeks", [3500, 2]),
        ("two million", [2_000_000]),
        ("a hundred and five", [105]),
        ("one of them", []),
        ("3 million, twenty thirty", [20, 30]),
        ("often, tense, oneself", []),
    ],
)
def test_numbers_in_words(text: str, numbers: list[int]) -> None:
    assert list(numbers_in_words(text)) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the first film", [Fraction(1)]),
        ("a third", [Fraction(1), Fraction(3), Fraction(1, 3)]),
        ("Both halves", [Fraction(2), Fraction(1, 2)]),
        ("nothing", []),
    ],
)
def test_words_that_may_become_numbers(text: str, numbers: list[Fraction]) -> None:
    assert list(loose_numbers(text)) == numbers


def test_a_long_row_of_numbers_is_bounded() -> None:
    assert len(list(numbers_in_words("hundred " * 1000))) == 100


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("тридцать тысяч", [30_000]),
        ("двадцать пять, сто двадцать одна тысяча двести", [25, 121_200]),
        ("трёх миллионов, трех миллионов", [3_000_000, 3_000_000]),
        ("тысяча девятьсот восемьдесят шестой год", [1986]),
        ("пятьюдесятью шестым, пятисот пятидесяти", [56, 550]),
        ("тысячи людей, 30 тысяч двести", [200]),
        ("два три", [2, 3]),
        ("семью, сотый", [100]),
    ],
)
def test_russian_numbers_in_words(text: str, numbers: list[int]) -> None:
    numerals = numerals_of("ru")
    assert numerals is not None
    assert [row.number for row in read_rows(text, numerals)] == numbers


def test_a_language_without_numerals() -> None:
    assert numerals_of("de") is None
