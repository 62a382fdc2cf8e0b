from decimal import Decimal

import pytest
from babel import Locale

from vyzov_i18n.errors import BadOption
from vyzov_i18n.messages.formats.measure_words import MeasureWords
from vyzov_i18n.messages.formats.numbers import NumberStyle
from vyzov_i18n.messages.formats.supplement import section
from vyzov_i18n.messages.formats.units import UnitDisplay, range_formatter, unit_formatter, unit_patterns

RU = Locale("ru")
PLAIN = NumberStyle()


@pytest.mark.parametrize(
    ("tag", "unit", "display", "number", "text"),
    [
        ("ru", "minute", "long", 21, "21 минута"),
        ("ru", "minute", "long", 35, "35 минут"),
        ("ru", "kilogram", "long", Decimal("9.5"), "9,5 килограмма"),
        ("ru", "kilogram", "short", 15, "15 кг"),
        ("en", "minute", "narrow", 5, "5m"),
        ("en", "day", "long", 1, "1 day"),
        ("fa", "minute", "long", 5, "۵ دقیقه"),
        ("ar", "minute", "long", 2, "دقيقتان"),
        ("en", "kilometer-per-hour", "long", 8, "8 kilometers per hour"),
        ("en", "meter-per-day", "long", 1, "1 meter per day"),
        ("ru", "duration-minute", "long", 2, "2 минуты"),
    ],
)
def test_amounts(tag: str, unit: str, display: UnitDisplay, number: int | Decimal, text: str) -> None:
    assert unit_formatter(Locale(tag), unit, PLAIN, display).format(number) == text


def test_the_plural_is_that_of_the_rounded_number() -> None:
    whole = NumberStyle(maximum_fraction_digits=0)
    assert unit_formatter(RU, "minute", whole, "long").format(Decimal("904.9999")) == "905 минут"
    assert unit_formatter(RU, "minute", PLAIN, "long").format(Decimal("1.00001")) == "1 минута"


def test_no_unit_is_a_plain_number() -> None:
    assert unit_formatter(RU, None, PLAIN).format(3000) == "3\u00a0000"
    assert range_formatter(RU, None, PLAIN).format(20, 30) == "20–30"


@pytest.mark.parametrize("unit", ["parrot", "minute-per-parrot", "parrot-per-minute", "", "-per-"])
def test_an_unknown_unit_is_a_bad_option(unit: str) -> None:
    with pytest.raises(BadOption, match="no unit"):
        unit_formatter(RU, unit, PLAIN)


def test_no_break() -> None:
    assert unit_formatter(RU, "minute", PLAIN, "long", no_break=True).format(35) == "35\u00a0минут"
    assert unit_formatter(Locale("en"), "minute", PLAIN, no_break=True).format(35) == "35\u00a0min"


@pytest.mark.parametrize(
    ("tag", "low", "high", "text"),
    [
        ("ru", 30, 40, "30–40 минут"),
        ("ru", 20, 21, "20–21 минута"),
        ("ru", 1, 2, "1–2 минуты"),
        ("en", 0, 1, "0–1 minutes"),
        ("de", 0, 1, "0–1 Minute"),
        ("sl", 2, 101, "2–101 minute"),
        ("ja", 30, 40, "30～40 分"),
        ("es", 30, 40, "30-40 minutos"),
        ("ru", 1000, 2000, "1\u00a0000–2\u00a0000 минут"),
        ("ru", 35, 35, "35 минут"),
    ],
)
def test_ranges(tag: str, low: int, high: int, text: str) -> None:
    assert range_formatter(Locale(tag), "minute", PLAIN, "long").format(low, high) == text


def test_ends_that_look_the_same_are_one_amount() -> None:
    whole = NumberStyle(maximum_fraction_digits=0)
    assert range_formatter(RU, "minute", whole, "long").format(Decimal("34.9"), Decimal("35.1")) == "35 минут"


def test_parts_of_a_range() -> None:
    assert range_formatter(RU, "minute", PLAIN, "long", no_break=True).parts(30, 40) == [
        {"type": "integer", "value": "30", "source": "startRange"},
        {"type": "literal", "value": "–"},
        {"type": "integer", "value": "40", "source": "endRange"},
        {"type": "literal", "value": "\u00a0"},
        {"type": "unit", "value": "минут"},
    ]


def test_words_stand_in_for_the_unit() -> None:
    words = MeasureWords({"genitive.many|unit/kilogram": "килограммов"}.get, "genitive")
    assert unit_formatter(RU, "kilogram", PLAIN, "long").format(15, words) == "15\u00a0килограммов"
    assert range_formatter(RU, "kilogram", PLAIN, "long").format(10, 15, words) == "10–15\u00a0килограммов"


@pytest.mark.parametrize("display", ["long", "short", "narrow"])
def test_the_units_of_cldr_are_known(display: UnitDisplay) -> None:
    """But for those that Russian has no patterns for."""
    units = [name.partition("-")[2] for name in section(RU, "unit_patterns")]
    assert len(units) > 150
    unknown = {unit for unit in units if unit_patterns(RU, unit, display) is None} - {"foodcalorie"}
    assert unknown == {"year-person", "month-person", "week-person", "day-person"}
