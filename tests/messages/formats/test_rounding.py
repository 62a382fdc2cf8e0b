from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.errors import BadOperand
from vyzov_i18n.messages.formats.rounding import MAX_EXPONENT, DigitOptions, Digits, Rounder, RoundingMode, scaled


def rounded(number: int | Decimal, **options: object) -> str:
    digits = Rounder(DigitOptions(**options)).digits(number)  # type: ignore[arg-type]
    return f"{'-' if digits.negative else ''}{digits.whole}{'.' if digits.fraction else ''}{digits.fraction}"


# By the table of ECMA-402, "rounding modes": -1.5, 0.4, 0.5, 0.6, 1.5
MODES: dict[RoundingMode, str] = {
    "ceil": "-1 1 1 1 2",
    "floor": "-2 0 0 0 1",
    "expand": "-2 1 1 1 2",
    "trunc": "-1 0 0 0 1",
    "halfCeil": "-1 0 1 1 2",
    "halfFloor": "-2 0 0 1 1",
    "halfExpand": "-2 0 1 1 2",
    "halfTrunc": "-1 0 0 1 1",
    "halfEven": "-2 0 0 1 2",
}


@pytest.mark.parametrize(("mode", "expected"), MODES.items())
def test_modes(mode: RoundingMode, expected: str) -> None:
    numbers = map(Decimal, ("-1.5", "0.4", "0.5", "0.6", "1.5"))
    assert " ".join(rounded(number, fraction=(0, 0), mode=mode) for number in numbers) == expected


@pytest.mark.parametrize(
    ("number", "fraction", "text"),
    [
        ("1.5", (0, 3), "1.5"),
        ("1.50", (0, 3), "1.5"),
        ("1", (2, 2), "1.00"),
        ("1.2345", (0, 3), "1.235"),
        ("0.9999", (0, 3), "1"),
        ("-0.0001", (0, 3), "-0"),
        ("-0", (0, 3), "-0"),
        ("1E+5", (0, 3), "100000"),
        ("1E-900", (0, 3), "0"),
    ],
)
def test_fraction_digits(number: str, fraction: tuple[int, int], text: str) -> None:
    assert rounded(Decimal(number), fraction=fraction) == text


@pytest.mark.parametrize(
    ("number", "significant", "text"),
    [
        (123456, (1, 3), "123000"),
        (999999, (1, 3), "1000000"),
        (0, (3, 3), "0.00"),
        (5, (2, 3), "5.0"),
        (Decimal("0.00012345"), (1, 2), "0.00012"),
        (Decimal("9.996"), (3, 3), "10.0"),
        (-15, (1, 1), "-20"),
    ],
)
def test_significant_digits(number: int | Decimal, significant: tuple[int, int], text: str) -> None:
    assert rounded(number, significant=significant) == text


def test_priorities() -> None:
    """Where fraction and significant digits contradict each other, the priority decides."""
    both = {"fraction": (0, 1), "significant": (1, 3)}
    assert rounded(Decimal("12.345"), **both) == "12.3"
    assert rounded(Decimal("1.2345"), **both, priority="morePrecision") == "1.23"
    assert rounded(Decimal("1.2345"), **both, priority="lessPrecision") == "1.2"
    assert rounded(Decimal("12345.67"), **both, priority="morePrecision") == "12345.7"
    assert rounded(Decimal("12345.67"), **both, priority="lessPrecision") == "12300"


def test_other_digit_options() -> None:
    assert rounded(7, minimum_integer=3) == "007"
    assert rounded(7, fraction=(2, 2), strip_if_integer=True) == "7"
    assert rounded(Decimal("7.5"), fraction=(2, 2), strip_if_integer=True) == "7.50"


@pytest.mark.parametrize(
    "number", [10**MAX_EXPONENT, -(10**MAX_EXPONENT), Decimal("1E+999999"), Decimal("NaN"), Decimal("-Infinity")]
)
def test_a_number_of_endless_digits_is_refused(number: int | Decimal) -> None:
    with pytest.raises(BadOperand):
        rounded(number)
    with pytest.raises(BadOperand):
        rounded(number, significant=(1, 3))


def test_a_zero_of_any_exponent_is_zero() -> None:
    assert rounded(Decimal("0E+999999")) == "0"


def test_scaling_is_exact() -> None:
    assert scaled(7, 2) == 700
    assert scaled(Decimal("1.2345678901234567890123456789012345"), 2) == Decimal("123.45678901234567890123456789012345")
    assert scaled(1_155_000_000, -9) == Decimal("1.155")


def test_is_zero() -> None:
    assert Digits(True, "0", "00").is_zero
    assert not Digits(False, "0", "01").is_zero


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_never_further_away_than_half_a_step(number: Decimal) -> None:
    assert abs(Decimal(rounded(number, fraction=(0, 2))) - number) <= Decimal("0.005")
