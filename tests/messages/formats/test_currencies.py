from decimal import Decimal

import pytest
from babel import Locale

from vyzov_i18n.messages.formats.currencies import CurrencyDisplay, currency_formatter
from vyzov_i18n.messages.formats.numbers import NumberStyle

EN = Locale("en")


@pytest.mark.parametrize(
    ("tag", "currency", "display", "text"),
    [
        ("en", "USD", "symbol", "$1,234.50"),
        ("en", "RUB", "symbol", "RUB\u00a01,234.50"),
        ("ru", "RUB", "symbol", "1\u00a0234,50\u00a0₽"),
        ("ru", "RUB", "code", "1\u00a0234,50\u00a0RUB"),
        ("ru", "RUB", "name", "1\u00a0234,50 российского рубля"),
        ("ru", "RUB", "narrowSymbol", "1\u00a0234,50\u00a0₽"),
        ("ru", "RUB", "never", "1\u00a0234,50"),
        ("en", "USD", "never", "1,234.50"),
        ("ja", "JPY", "symbol", "￥1,235"),
        ("fr", "EUR", "name", "1\u202f234,50 euros"),
        ("en", "XYZ", "symbol", "XYZ\u00a01,234.50"),
        ("en", "XYZ", "name", "1,234.50 XYZ"),
    ],
)
def test_displays(tag: str, currency: str, display: CurrencyDisplay, text: str) -> None:
    assert currency_formatter(Locale(tag), currency, NumberStyle(), display).format(Decimal("1234.5")) == text


@pytest.mark.parametrize(
    ("style", "number", "text"),
    [
        (NumberStyle(minimum_fraction_digits=0, maximum_fraction_digits=0), Decimal("5.5"), "$6"),
        (NumberStyle(trailing_zero_display="stripIfInteger"), 5, "$5"),
        (NumberStyle(trailing_zero_display="stripIfInteger"), Decimal("5.01"), "$5.01"),
        (NumberStyle(sign_display="always"), 5, "+$5.00"),
        (NumberStyle(), -5, "-$5.00"),
    ],
)
def test_styles(style: NumberStyle, number: int | Decimal, text: str) -> None:
    assert currency_formatter(EN, "USD", style).format(number) == text


def test_accounting() -> None:
    formatter = currency_formatter(EN, "USD", NumberStyle(), sign="accounting")
    assert (formatter.format(-5), formatter.format(5)) == ("($5.00)", "$5.00")


def test_parts() -> None:
    assert [part["type"] for part in currency_formatter(EN, "RUB", NumberStyle()).parts(-5)] == [
        "minusSign", "currency", "literal", "integer", "decimal", "fraction"
    ]  # fmt: skip
    assert currency_formatter(EN, "USD", NumberStyle(), "name").parts(1)[-1] == {
        "type": "currency",
        "value": "US dollars",
    }
