"""Tests of numbers and dates in texts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from babel.core import Locale

from vyzov_i18n.checks.number_words import numerals_of
from vyzov_i18n.checks.quantities import Date, QuantityReader


def read(text: str, tag: str) -> list[tuple[str, list[str]]]:
    """Each quantity with its values, as texts."""
    quantities = QuantityReader(Locale.parse(tag)).read(text)
    assert all(text[one.start : one.end] == one.text for one in quantities)
    return [(one.text, sorted(map(str, one.numbers), key=len) + list(map(str, one.dates))) for one in quantities]


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("ru", "около 30 000 заявок", [("30 000", ["30000"])]),
        ("ru", "3 000 и 3 000", [("3 000", ["3000"]), ("3 000", ["3000"])]),
        ("ru", "3,000", [("3,000", ["3", "3000"])]),
        ("ru", "9,5 кг", [("9,5", ["19/2"])]),
        ("ru", "1 234,50", [("1 234,50", ["2469/2"])]),
        ("ru", "20–30 минут, 30 %", [("20", ["20"]), ("30", ["30"]), ("30", ["30"])]),
        ("ru", "1,155 млрд", [("1,155 млрд", ["1155000000", "1155000000000"])]),
        ("de", "3.000", [("3.000", ["3000"])]),
        ("de", "1.155.000.000 Rubel", [("1.155.000.000", ["1155000000"])]),
        ("en", "3,000", [("3,000", ["3000"])]),
        ("en", "1.1 billion", [("1.1 billion", ["1100000000"])]),
        ("en_IN", "1,00,000", [("1,00,000", ["100000"])]),
        ("fr", "3 000 000", [("3 000 000", ["3000000"])]),
        ("de_CH", "3’000", [("3’000", ["3000"])]),
        ("ar", "٣٬٠٠٠ و٣٠", [("٣٬٠٠٠", ["3000"]), ("٣٠", ["30"])]),
        ("fa", "۳۰ درصد", [("۳۰", ["30"])]),
        ("ja", "3万人", [("3万", ["30000"])]),
        ("zh", "11亿卢布", [("11亿", ["1100000000"])]),
        ("es", "5 M, 5 metros", [("5", ["5", "5000000"]), ("5", ["5"])]),
        ("en", "3 million people", [("3 million", ["3000000"])]),
        ("ru", "20\u00a0тысяч заявок", [("20\u00a0тысяч", ["20000"])]),
        ("tr", "%30", [("30", ["30"])]),
        ("en", "1/3, ½", [("1/3", ["1/3"]), ("½", ["1/2"])]),
        ("he", "ב-2021", [("2021", ["2021"])]),
        ("ru", "2021-й год, 20-го", [("2021", ["2021"]), ("20", ["20"])]),
    ],
)
def test_numbers(tag: str, text: str, numbers: list[tuple[str, list[str]]]) -> None:
    assert read(text, tag) == numbers


@pytest.mark.parametrize(
    ("tag", "text", "dates"),
    [
        ("en", "on April 12, 2023", [("April 12, 2023", ["2023-04-12"])]),
        ("en", "on 12 April", [("12 April", ["04-12"])]),
        ("en", "October 5–17, 2021", [("October 5–17, 2021", ["2021-10-05"]), ("October 5–17, 2021", ["2021-10-17"])]),
        ("en", "in May 2022", [("May 2022", ["2022-05"])]),
        ("en", "it may 5", [("5", ["5"])]),
        ("ru", "12 апреля 2023 года", [("12 апреля 2023", ["2023-04-12"])]),
        ("ru", "с 5 по 17 октября", [("5", ["5"]), ("17 октября", ["10-17"])]),
        ("ru", "5–17 октября", [("5–17 октября", ["10-05"]), ("5–17 октября", ["10-17"])]),
        ("ru", "12.04.2023", [("12.04.2023", ["2023-04-12", "2023-12-04"])]),
        ("de", "am 12. April 2023", [("12. April 2023", ["2023-04-12"])]),
        ("fr", "le 1er avril 2023", [("1er avril 2023", ["2023-04-01"])]),
        ("es", "12 de abril de 2023", [("12 de abril de 2023", ["2023-04-12"])]),
        ("ar", "12 أبريل 2023", [("12 أبريل 2023", ["2023-04-12"])]),
        ("ja", "2021年10月5日", [("2021年10月5日", ["2021-10-05"])]),
        ("ko", "2021년 10월 5일", [("2021년 10월 5일", ["2021-10-05"])]),
        ("en", "2023-04-12", [("2023-04-12", ["2023-04-12"])]),
    ],
)
def test_dates(tag: str, text: str, dates: list[tuple[str, list[str]]]) -> None:
    assert read(text, tag) == dates


@pytest.mark.parametrize("text", ["МС-19", "MS\u201119", "Салют-7", "F5", "إس-19", "no digits", ""])
def test_digits_in_names_are_no_numbers(text: str) -> None:
    assert read(text, "ru") == []


def test_languages_with_another_calendar_have_no_dates() -> None:
    assert read("12 เมษายน 2566", "th") == [("12", ["12"]), ("2566", ["2566"])]


def test_more_forms_of_months_can_be_told() -> None:
    reader = QuantityReader(Locale.parse("ru"), {4: ["апрелем"]})
    assert [one.dates for one in reader.read("перед 12 апрелем")] == [(Date(None, 4, 12),)]


def test_the_months_of_a_text() -> None:
    assert QuantityReader(Locale.parse("en")).months_in("In May, not in march; Oct.") == {5, 10}


def test_a_bare_year() -> None:
    year, number = QuantityReader(Locale.parse("en")).read("2021 and 3000")
    assert (year.year, number.year) == (2021, None)
    assert number.numbers == {Fraction(3000)}


def test_a_date_is_a_part_of_one_that_says_more() -> None:
    assert Date(2023, 4, None).is_part_of(Date(2023, 4, 12))
    assert not Date(2023, 4, 12).is_part_of(Date(2023, 4, None))
    assert not Date(2023, 4, 20).is_part_of(Date(2023, 4, 12))


def test_a_number_longer_than_any_is_passed_over() -> None:
    assert read("9" * 10_000, "en") == []


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ru", "около тридцати тысяч заявок", [("тридцати тысяч", ["30000"])]),
        ("ru", "двадцатого апреля", [("двадцатого апреля", ["04-20"])]),
        (
            "ru",
            "двадцатого апреля две тысячи двадцать третьего года",
            [("двадцатого апреля две тысячи двадцать третьего", ["2023-04-20"])],
        ),
        ("ru", "в две тысячи двадцать втором году", [("две тысячи двадцать втором", ["2022"])]),
        ("ru", "дважды два, три года, семью, тысячи людей", []),
        ("en", "thirty thousand entries", [("thirty thousand", ["30000"])]),
        ("en", "on the two of them", []),
        ("de", "dreißig", []),
    ],
)
def test_numbers_in_words(tag: str, text: str, expected: list[tuple[str, list[str]]]) -> None:
    locale = Locale.parse(tag)
    quantities = QuantityReader(locale, numerals=numerals_of(locale.language)).read(text)
    assert [(one.text, [*map(str, (*one.numbers, *one.dates))]) for one in quantities] == expected


def test_a_number_in_words_may_be_a_year() -> None:
    (found,) = QuantityReader(Locale("ru"), numerals=numerals_of("ru")).read("в две тысячи двадцать втором году")
    assert found.year == 2022
