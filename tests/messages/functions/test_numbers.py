from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.messages import Message

if TYPE_CHECKING:
    from vyzov_i18n.errors import MessageError


def formatted(source: str, locale: str = "en", **arguments: Any) -> tuple[str, list[str]]:
    errors: list[MessageError] = []
    text = Message(source, locale, bidi="none", on_error=errors.append).format(arguments)
    return text, [error.type for error in errors]


@pytest.mark.parametrize(
    ("options", "number", "text"),
    [
        ("", 1234567, "1\u00a0234\u00a0567"),
        ("minimumFractionDigits=2", Decimal("1.5"), "1,50"),
        ("maximumFractionDigits=0", Decimal("2.5"), "3"),
        ("minimumIntegerDigits=3", 7, "007"),
        ("maximumSignificantDigits=2", 12345, "12\u00a0000"),
        ("minimumSignificantDigits=3", 1, "1,00"),
        ("signDisplay=always", 1, "+1"),
        ("useGrouping=never", 1234567, "1234567"),
        ("numberingSystem=arab", 12, "١٢"),
        ("maximumFractionDigits=0 roundingMode=halfEven", Decimal("2.5"), "2"),
        ("minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger", 12, "12"),
    ],
)
def test_options_of_number(options: str, number: int | Decimal, text: str) -> None:
    assert formatted(f"{{$n :number {options}}}", "ru", n=number) == (text, [])


@pytest.mark.parametrize(
    "options",
    [
        "minimumFractionDigits=999999999",
        "minimumIntegerDigits=0",
        "minimumFractionDigits=3 maximumFractionDigits=2",
        "signDisplay=often",
        "useGrouping=|1|",
        "select=sometimes",
        "roundingMode=up",
    ],
)
def test_a_bad_option_is_left_out(options: str) -> None:
    assert formatted(f"{{$n :number {options}}}", n=Decimal("1.5")) in [
        ("1.5", ["bad-option"]),
        ("1.500", ["bad-option"]),
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(Decimal("1.5"), "2"), (Decimal("2.5"), "3"), ("-4.20", "-4"), ("-0.5", "-1"), (7, "7")]
)
def test_integers_are_rounded_half_away_from_zero(number: object, text: str) -> None:
    assert formatted("{$n :integer}", n=number) == (text, [])


def test_an_integer_forgets_the_fraction_digits_of_its_operand() -> None:
    source = ".input {$n :number minimumFractionDigits=2 signDisplay=always} {{{$n} {$n :integer}}}"
    assert formatted(source, n=1) == ("+1.00 +1", [])


def test_an_offset_hands_down_the_options_of_its_operand() -> None:
    source = ".input {$n :number minimumFractionDigits=1} .local $m = {$n :offset subtract=2} {{{$m} {$m :number}}}"
    assert formatted(source, n=5) == ("3.0 3.0", [])


@pytest.mark.parametrize("options", ["", "add=1 subtract=1", "add=-1", "add=x", "add=1000"])
def test_an_offset_needs_one_step(options: str) -> None:
    assert formatted(f"{{$n :offset {options}}}", n=1) == ("{$n}", ["bad-option"])


@pytest.mark.parametrize(
    "number",
    ["1e999999999", Decimal("1e999999"), 10**5000, "1" * 100_000],
    ids=["literal", "exponent", "integer", "digits"],
)
def test_a_huge_number_is_refused(number: object) -> None:
    text, errors = formatted("{$n :number}", n=number)
    assert text == "{$n}"
    assert errors in (["bad-operand"], ["unsupported-operation"])


def test_huge_numbers_are_refused_as_integers_too() -> None:
    assert formatted("{$n :integer}", n=Decimal("1e999999"))[0] == "{$n}"
