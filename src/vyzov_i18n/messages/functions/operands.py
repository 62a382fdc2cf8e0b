"""Operands, unwrapped: the one place that knows which Python values a default function takes."""

from __future__ import annotations

from decimal import Decimal

from vyzov_i18n.errors import BadOperand
from vyzov_i18n.film.values import Count, Duration, Hedged, Mass, Money

_AMOUNTS = (Count, Mass, Duration, Money)


def unwrap(operand: object) -> object:
    """The value without its hedge."""
    return operand.value if isinstance(operand, Hedged) else operand


def number_operand(operand: object) -> int | Decimal:
    """The number of a number operand: a number, the text of a number literal, or an amount of facts.

    A float is taken for the shortest decimal that it prints as. Raises BadOperand.
    """
    if type(operand) is int:
        return operand
    operand = unwrap(operand)
    if isinstance(operand, _AMOUNTS):
        operand = operand.amount
        if type(operand) is int:
            return operand
    if isinstance(operand, float):
        operand = Decimal(repr(operand))
    if isinstance(operand, Decimal) and operand.is_finite():
        return _bounded(operand)
    if isinstance(operand, str):
        return _parsed(operand)
    if isinstance(operand, int) and not isinstance(operand, bool):
        return int(operand)
    raise BadOperand("the operand must be a number")


def _bounded(number: Decimal) -> Decimal:
    from vyzov_i18n.messages.formats.rounding import MAX_EXPONENT

    if number and abs(number.adjusted()) > MAX_EXPONENT:
        raise BadOperand(f"the operand has more than {MAX_EXPONENT} digits")
    return number


def _parsed(literal: str) -> int | Decimal:
    from vyzov_i18n.messages.formats.numbers import parse_number

    try:
        return parse_number(literal)
    except ValueError as error:
        raise BadOperand(str(error)) from None
