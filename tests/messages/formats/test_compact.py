from decimal import Decimal

import pytest
from babel import Locale

from vyzov_i18n.messages.formats.compact import CompactDisplay, CompactPatterns, compact_formatter
from vyzov_i18n.messages.formats.numbers import NumberStyle

RU = Locale("ru")


@pytest.mark.parametrize(
    ("tag", "display", "number", "text"),
    [
        ("ru", "long", 1_150_000_000, "1,2 миллиарда"),
        ("ru", "long", 905_000_000, "905 миллионов"),
        ("ru", "long", 1_000_000_000, "1 миллиард"),
        ("ru", "short", 1_150_000, "1,2\u00a0млн"),
        ("en", "short", 999_999, "1M"),
        ("en", "short", -2_500_000, "-2.5M"),
        ("en", "long", 10**16, "10,000 trillion"),
        ("ja", "short", 12345, "1.2万"),
        ("it", "long", 1000, "mille"),
        ("fr", "long", 1000, "mille"),
        ("fr", "long", -1000, "-1 millier"),
        ("it", "long", -1000, "-mille"),
        ("de", "short", 1150, "1150"),
        ("en", "short", Decimal("0.0125"), "0.013"),
    ],
)
def test_texts(tag: str, display: CompactDisplay, number: int | Decimal, text: str) -> None:
    assert compact_formatter(Locale(tag), NumberStyle(), display).format(number) == text


def test_the_plural_is_that_of_the_rounded_number() -> None:
    exact = NumberStyle(maximum_fraction_digits=2)
    assert compact_formatter(RU, exact, "long").format(1_150_000_000) == "1,15 миллиарда"
    assert compact_formatter(RU, exact, "long").format(4_999_999_999) == "5 миллиардов"


def test_parts() -> None:
    assert compact_formatter(RU, NumberStyle(), "short").parts(1_500_000) == [
        {"type": "integer", "value": "1"},
        {"type": "decimal", "value": ","},
        {"type": "fraction", "value": "5"},
        {"type": "literal", "value": "\u00a0"},
        {"type": "compact", "value": "млн"},
    ]


def test_shifts() -> None:
    patterns = CompactPatterns(Locale("ja"), "long")
    assert [patterns.shift(power) for power in (0, 2, 3, 4, 7, 8, 9, 20)] == [0, 0, 0, 4, 4, 8, 8, 12]
