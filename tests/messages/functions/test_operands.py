from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from vyzov_i18n.errors import BadOperand
from vyzov_i18n.film.values import Count, Duration, Hedge, Hedged, Mass, Money
from vyzov_i18n.messages.functions.base import Fallback
from vyzov_i18n.messages.functions.operands import number_operand, unwrap


def test_a_hedge_is_taken_off() -> None:
    assert unwrap(Hedged("x", Hedge.ABOUT)) == "x"
    assert unwrap("x") == "x"


@pytest.mark.parametrize(
    ("operand", "number"),
    [
        (7, 7),
        (Decimal("1.50"), Decimal("1.50")),
        (0.1, Decimal("0.1")),
        ("-1.5e1", Decimal("-15")),
        (Count(3), 3),
        (Mass(Decimal("30.5")), Decimal("30.5")),
        (Duration(12, "day"), 12),
        (Money(10, "RUB"), 10),
        (Hedged(Count(3), Hedge.MORE_THAN), 3),
    ],
)
def test_numbers(operand: object, number: int | Decimal) -> None:
    assert number_operand(operand) == number


@pytest.mark.parametrize(
    "operand",
    [
        True,
        None,
        "seven",
        "0x1",
        "",
        Decimal("NaN"),
        float("inf"),
        Duration(None, "day"),
        Fraction(1, 3),
        [1],
        Fallback("$x"),
    ],
)
def test_what_is_no_number(operand: object) -> None:
    with pytest.raises(BadOperand):
        number_operand(operand)
